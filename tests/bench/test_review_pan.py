"""What a frame of the review costs while somebody moves and stretches time, and in long sessions.

A frame is a new range, every pane that follows it, and the painting of what changed, off-screen at
1920 x 1080. Sessions of 2, 4 and 12 h have as much an hour; the pleth is read on demand only and
is left out of their records.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import review_session
from reporting import Figure
from review_seat import Seat, p95

from data.vault import PASSPHRASE_VARIABLE, key_for
from ui.wiring import Program

pytestmark = [
    pytest.mark.bench,
    pytest.mark.qt_log_ignore("propagateSizeHints"),
]

FRAME_GOAL_MS, FLAT_GOAL = 16.0, 1.3
LENGTHS_H = (2.0, 4.0, 12.0)
GESTURES: dict[str, Callable[[Seat], list[float]]] = {
    "scrolled, ten minutes in sight": Seat.scroll,
    "stretched, from all of it to a minute": Seat.zoom,
    "moved, nine tenths in sight": Seat.pan_whole,
}


def times_of(path: Path, hours: float) -> dict[str, tuple[list[float], list[float]]]:
    """Milliseconds of each frame, and of processor; every gesture is made once before."""
    review_session.write(path, key_for(path), hours, waves=False)
    program = Program(path, sound=False, awake=False)
    with closing(program):
        program.start()
        seat = Seat(program)
        seat.open()
        for gesture in GESTURES.values():
            gesture(seat)
        found = {name: _twice(seat, gesture) for name, gesture in GESTURES.items()}
        seat.leave()
    return found


def _twice(seat: Seat, gesture: Callable[[Seat], list[float]]) -> tuple[list[float], list[float]]:
    seat.worked_ms.clear()
    times = gesture(seat) + gesture(seat)
    return times, list(seat.worked_ms)


def test_frames_are_quick_and_no_slower_in_a_long_session(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Callable[[Figure], None]
) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "two, four and twelve hours")
    monkeypatch.setenv("CHAIRSIDE_HOME", str(tmp_path / "home"))
    found = {hours: times_of(tmp_path / f"{hours:g}.db", hours) for hours in LENGTHS_H}
    for name in GESTURES:
        for hours in LENGTHS_H:
            times, worked = found[hours][name]
            half = statistics.median(times)
            work = f"of work p50 {statistics.median(worked):.1f}, p95 {p95(worked):.1f}"
            report(
                Figure(
                    f"{hours:g} h {name}, p95 a frame",
                    p95(times),
                    FRAME_GOAL_MS,
                    unit="ms",
                    detail=f"p50 {half:.1f} ms of {len(times)}; {work}",
                )
            )
        short, long = (statistics.median(found[hours][name][1]) for hours in (2.0, 12.0))
        report(
            Figure(f"{name}: 12 h / 2 h", long / short, FLAT_GOAL, detail="of the medians of work")
        )
