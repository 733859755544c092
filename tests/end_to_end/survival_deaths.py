"""Sudden death in all its ways: killed, without power, beside another program, files damaged."""

from __future__ import annotations

import random
import shutil
import time
from pathlib import Path

from real_program import simulated
from survival_found import Outcome, check_resumed, outcome
from survival_run import Place, Sufferer
from survival_steps import (
    MONITOR,
    died_again_and_again,
    in_copy,
    judged_during,
    recording,
    resumed,
)


def killed(place: Place, url: str, dice: random.Random, deaths: int = 1) -> Outcome:
    return died_again_and_again(place, url, dice, deaths, Sufferer.kill)


def power_cut(place: Place, url: str, dice: random.Random, deaths: int = 1) -> Outcome:
    """The files as they lay on the disk at one instant; the log is torn, or the journal is."""

    def die(program: Sufferer) -> None:
        torn = dice.choice(["log", "journal"])
        cut_power(place, program, dice, log=torn == "log", journal=torn == "journal")

    return died_again_and_again(place, url, dice, deaths, die)


def power_cut_twice(place: Place, url: str, dice: random.Random, deaths: int = 1) -> Outcome:
    """Both are torn at once: a disk that has lost what it had confirmed in two places."""
    return died_again_and_again(
        place, url, dice, deaths,
        lambda program: cut_power(place, program, dice, log=True, journal=True),
    )  # fmt: skip


def cut_power(
    place: Place, program: Sufferer, dice: random.Random, *, log: bool, journal: bool
) -> None:
    """What lay on the disk at this instant, the ends of the newest files torn."""
    aside = place.folder / "aside"
    program.freeze()
    in_copy(place, aside, [one for one in place.files() if not one.name.endswith("-shm")])
    program.kill()
    for folder in (place.disk, place.spill):
        shutil.rmtree(folder, ignore_errors=True)
        (aside / folder.name).mkdir(parents=True, exist_ok=True)
        (aside / folder.name).rename(folder)
    for one in (place.wal(), *place.disk.glob("*.capture-wal")) if log else ():
        tear(one, dice.random(), dice)
    if journal and place.journals():
        cut_bytes(place.journals()[-1], dice.randrange(1, 200))


def tear(path: Path, keep: float, dice: random.Random) -> None:
    """Keep this share of a file, and perhaps a torn sector of what came then."""
    if path.exists():
        size = path.stat().st_size
        cut_bytes(path, size - int(size * keep))
        if dice.random() < 0.3:
            with path.open("ab") as file:
                file.write(dice.randbytes(512))


def cut_bytes(path: Path, count: int) -> None:
    with path.open("r+b") as file:
        file.truncate(max(0, path.stat().st_size - count))


# ---- damage -------------------------------------------------------------------------------------


def wal_damaged(place: Place, url: str, dice: random.Random) -> Outcome:
    with recording(place, url) as program:
        program.live(dice.uniform(0.5, 2.5))
        program.kill()
    flip(place.wal(), dice, first=0)
    again, back_after_s = resumed(place, url)
    check_resumed(place, program.said.session, again)
    return outcome(place, program.said, again, back_after_s=back_after_s)


def page_damaged(place: Place, url: str, dice: random.Random) -> Outcome:
    """In the file itself, after all that was logged had gone there."""
    with recording(place, url) as program:
        program.live(dice.uniform(0.5, 2.5))
        program.stop()
    flip(place.db, dice, first=4096)
    again, back_after_s = resumed(place, url)
    check_resumed(place, program.said.session, again)
    return outcome(place, program.said, again, back_after_s=back_after_s)


def flip(path: Path, dice: random.Random, first: int) -> None:
    content = bytearray(path.read_bytes())
    assert len(content) > first, f"{path} is too short to be damaged"
    for at in (dice.randrange(first, len(content)) for _ in range(dice.randrange(1, 40))):
        content[at] ^= 1 + dice.randrange(255)
    path.write_bytes(content)


def page_damaged_at_work(place: Place, url: str, dice: random.Random) -> Outcome:
    """While the program writes into the file."""
    with recording(place, url) as program:
        program.live(dice.uniform(0.5, 1.5))
        program.stop()
    with recording(place, url, "resume") as second:
        flip(place.db, dice, first=4096)
        began = time.monotonic()
        second.live(dice.uniform(2.0, 3.0))
        judged_during(second.said, began, time.monotonic())
        second.kill()
    last, back_after_s = resumed(place, url)
    check_resumed(place, program.said.session, second.said, last)
    return outcome(place, program.said, second.said, last, back_after_s=back_after_s)


def journal_damaged(place: Place, url: str, dice: random.Random) -> Outcome:
    """The record is whole, and the second place is not: nothing is missing."""
    with recording(place, url) as program:
        program.live(dice.uniform(0.5, 2.5))
        program.kill()
    flip(place.journals()[-1], dice, first=70)
    again, back_after_s = resumed(place, url)
    check_resumed(place, program.said.session, again)
    return outcome(place, program.said, again, back_after_s=back_after_s)


def second_program(place: Place, url: str, dice: random.Random) -> Outcome:
    """Two programs on one record: one dies and comes back, the other goes on all the time."""
    with (
        simulated(*MONITOR) as (_, other_url),
        Sufferer(place, other_url, chair=2) as other,
        recording(place, url) as program,
    ):
        other.until_recording(other.began_s)
        program.live(dice.uniform(0.5, 2.0))
        program.kill()
        began = time.monotonic()
        other.until_recording(began)
        again, back_after_s = resumed(place, url)
        judged_during(other.said, began, time.monotonic())
        other.stop()
    check_resumed(place, program.said.session, again)
    mine = outcome(place, program.said, again, back_after_s=back_after_s)
    return mine.with_other(outcome(place, other.said, back_after_s=0.0))
