"""How much faster than time itself a simulated session runs.

* the whole program without a window: virtual monitor, bytes, driver, core, store and the raw bytes
  of the wire, two hours of a monitor with waves, on the stepped runner. The figure is session
  seconds per second that a processor worked (all threads of the program together, that is on one
  core); by the clock it is longer by what the disk takes and by what else the computer does.
* the model alone: the second-by-second course of a session, and the readings on a schedule only.

When the goal is missed, the five functions that cost most are named.
"""

from __future__ import annotations

import cProfile
import faulthandler
import pstats
import time
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from reporting import Figure

from data.vault import PASSPHRASE_VARIABLE
from devices.simulated.population.course import END_S, course_of
from devices.simulated.population.population import drawn
from devices.simulated.population.readings import effects_of, readings_of
from devices.simulated.scenario.scenario import scenario_named
from ui.demo_headless import run_headless

GOAL = 1000.0
MODEL_GOAL = 100_000.0
SCENARIO = "S1"
ROUNDS = 3
PEOPLE = 100
COSTLIEST = 5


@dataclass(frozen=True, slots=True)
class Ran:
    """Seconds that the processor worked, and that went by."""

    worked_s: float
    lasted_s: float


def session_s() -> float:
    return scenario_named(SCENARIO).ends_at_s


def play(folder: Path) -> Ran:
    worked, begin = time.process_time(), time.perf_counter()
    run_headless([scenario_named(SCENARIO)], folder, seed=1, window=None)
    return Ran(time.process_time() - worked, time.perf_counter() - begin)


def quickest(folder: Path) -> Ran:
    return min((play(folder) for _ in range(ROUNDS)), key=lambda ran: ran.worked_s)


def costliest(folder: Path) -> list[str]:
    """The functions with the most time of their own."""
    profile = cProfile.Profile()
    profile.runcall(play, folder)
    text = StringIO()
    pstats.Stats(profile, stream=text).sort_stats("tottime").print_stats(COSTLIEST)
    lines = text.getvalue().splitlines()
    head = next(number for number, line in enumerate(lines) if "ncalls" in line)
    return lines[head : head + COSTLIEST + 1]


@pytest.mark.bench
@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
def test_a_session_of_two_hours_without_a_window(
    report: Callable[[Figure], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    encrypted: bool,
) -> None:
    faulthandler.cancel_dump_traceback_later()  # it is no hanging test, only a long one
    assert session_s() >= 2 * 3600.0
    if encrypted:
        monkeypatch.setenv(PASSPHRASE_VARIABLE, "three words of length")
    ran = quickest(tmp_path)
    figure = Figure(
        f"simulated session, {'encrypted' if encrypted else 'plain'} record",
        session_s() / ran.worked_s,
        GOAL,
        at_least=True,
        detail=f"{ran.worked_s:.1f} s of one core for {session_s() / 3600.0:.1f} h; "
        f"by the clock {session_s() / ran.lasted_s:.0f} x",
    )
    report(figure)
    if figure.verdict == "MISSED":
        print("\n".join(costliest(tmp_path)))


@pytest.mark.bench
def test_the_model_alone(report: Callable[[Figure], None]) -> None:
    members = [drawn(1, number) for number in range(PEOPLE)]
    ways: dict[str, Callable[[], object]] = {
        "course of each second": lambda: [course_of(member) for member in members],
        "readings every 5 min": lambda: [
            readings_of(member, effects_of(member)) for member in members
        ],
    }
    for what, work in ways.items():
        begin = time.process_time()
        work()
        ratio = PEOPLE * END_S / (time.process_time() - begin)
        report(Figure(f"model level, {what}", ratio, MODEL_GOAL, at_least=True))
