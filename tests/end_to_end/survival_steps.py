"""What the faults of a campaign are made of: record, suffer, die, come back."""

from __future__ import annotations

import contextlib
import random
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from survival_found import Outcome, check_resumed, outcome
from survival_run import Place, Said, Sufferer

MONITOR = ("--tcp", "0", "--speed", "10", "--scenario", "S10")
"""Ten frames a second, so that a loss is told to a tenth of one."""
PICTURES_A_S = 2.0
"""So many pictures a second at least while a fault lasts: nothing may stop the judging."""


@contextlib.contextmanager
def recording(place: Place, url: str, how: str = "open", **env: str) -> Iterator[Sufferer]:
    """A program that has recorded a value already."""
    with Sufferer(place, url, how, **env) as program:
        program.until_recording(program.began_s)
        yield program


def resumed(place: Place, url: str, **env: str) -> tuple[Said, float]:
    """Start again, see that it records, end it in order; and how long that took, seconds."""
    with Sufferer(place, url, "resume", **env) as program:
        back_after_s = program.until_recording(program.began_s)
        program.until(lambda: program.said.limits, "its limits")
        program.stop()
        return program.said, back_after_s


def died_again_and_again(
    place: Place, url: str, dice: random.Random, deaths: int, die: Callable[[Sufferer], None]
) -> Outcome:
    """One session, cut off so often; one death in four comes while the program starts."""
    runs: list[Said] = []
    back_after_s = 0.0
    for death in range(deaths):
        with Sufferer(place, url, "resume" if runs else "open") as program:
            if runs and dice.random() < 0.25:
                program.live(dice.uniform(0.2, 1.5))
            else:
                took_s = program.until_recording(program.began_s)
                back_after_s = max(back_after_s, took_s if death else 0.0)
                program.live(dice.uniform(0.0, 2.5))
            die(program)
            runs.append(program.said)
    last, took_s = resumed(place, url)
    check_resumed(place, runs[0].session, *runs[1:], last)
    return outcome(place, *runs, last, back_after_s=max(back_after_s, took_s), deaths=deaths)


def judged_during(said: Said, from_s: float, until_s: float) -> None:
    """Pictures went on coming, however the disk did."""
    lasted = until_s - from_s
    assert said.pictures(from_s, until_s) >= PICTURES_A_S * (lasted - 1.0), said.told


def told_during(said: Said, from_s: float) -> None:
    """It was said, and the alarm for it sounded."""
    assert [text for at, text in said.told if at >= from_s and text != "well"]
    assert ("store-failed", "sounding") in {(name, state) for at, name, state in said.alarms}


def suffered(
    place: Place, url: str, harm: Callable[[Sufferer], contextlib.AbstractContextManager[None]],
    *, lasts_s: float = 3.0, **env: str,
) -> Outcome:  # fmt: skip
    """A fault that comes and goes while the program lives."""
    with recording(place, url, **env) as program:
        program.live(0.5)
        began = time.monotonic()
        with harm(program):
            program.live(lasts_s)
            judged_during(program.said, began, time.monotonic())
        over = time.monotonic()
        back_after_s = program.until_recording(over)
        program.until(lambda: program.said.kept_after(began), "what came during the fault")
        program.stop()
    told_during(program.said, began)
    return outcome(place, program.said, back_after_s=back_after_s)


def in_copy(place: Place, aside: Path, files: Iterable[Path]) -> None:
    """Copies of what the disk holds at this instant."""
    for path in files:
        target = aside / path.relative_to(place.folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
