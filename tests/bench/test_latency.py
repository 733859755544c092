"""From the last byte of a frame to the alarm, and to the end of the paint event that shows it.

Everything is real: a pseudo terminal, the link, the core, the store, the sound and the window.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot
from reporting import Figure

from monitor.entries import Published
from monitor.events import AlarmChanged, AlarmPhase, StartInfusion
from monitor.phases import Phase
from ui.app import application, make_window
from ui.chair.alarm_bar import AlarmBar
from ui.inbox import Inbox, Message
from ui.requests import SessionRequest
from ui.window import MainWindow
from ui.wiring import Program

pytestmark = pytest.mark.bench

RAISED_GOAL_MS = 20.0
PAINTED_GOAL_MS = 100.0
ALARMS = 200
PATIENCE_MS = 5000


def frame(sbp: int, dbp: int) -> bytes:
    """One second of an Ivy 450C."""
    waves = bytes([100] * 200 + [86] * 100 + [80] * 50 + [251] * 50)
    lines = (
        "HR=1;80;ECG-II-DIAG;\rRR=1;15;APNEA: 20 SEC;\rETCO2=1;;;\rSPO2=1;98;PR=80 ;\r"
        f"NIBP=4;{sbp};{dbp};92;80;;\rP1=3;;;;;\rP2=3;;;;NO TRANSDUCER;\rT1=1;;;\rT2=1;;;\r"
    )
    return b"\xffANSAR-B " + waves + lines.encode("ascii") + b"\xfe"


class TimedInbox(Inbox):
    """Notes when the core handed over that an alarm began."""

    def __init__(self) -> None:
        super().__init__()
        self.raised_at: float | None = None

    def put(self, message: Message) -> None:
        if isinstance(message, Published) and any(
            isinstance(outcome, AlarmChanged) and outcome.state is AlarmPhase.SOUNDING
            for outcome in message.outcomes
        ):
            self.raised_at = time.perf_counter()
        super().put(message)


class PaintWatch(QObject):
    """Notes the end of the first paint event in which the bar showed a sounding alarm."""

    def __init__(self, bar: AlarmBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self.painted_at: float | None = None
        bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        if watched is not self._bar or event.type() != QEvent.Type.Paint:
            return False
        self._bar.event(event)
        if self._bar.full and self.painted_at is None:
            self.painted_at = time.perf_counter()
        return True


@dataclass(slots=True)
class Chair:
    """One chair on a line that the test writes."""

    line: int
    inbox: TimedInbox
    window: MainWindow
    watch: PaintWatch
    qtbot: QtBot

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def say(self, sbp: int, dbp: int) -> float:
        """The moment when the last byte had been written."""
        os.write(self.line, frame(sbp, dbp))
        return time.perf_counter()

    def alarm(self, sbp: int) -> tuple[float, float]:
        """Seconds until an alarm was raised and until it was painted; then all is calm again."""
        self.inbox.raised_at = self.watch.painted_at = None
        said_at = self.say(sbp, 100)
        self.until(lambda: self.watch.painted_at is not None)
        raised_at, painted_at = self.inbox.raised_at, self.watch.painted_at
        assert raised_at is not None
        assert painted_at is not None
        self.window.desk.acknowledge_shown()
        self.until(lambda: not self.window.shell.bar.full)
        self.say(120, 70)
        self.until(lambda: self.window.shell.bar.face.alarm is None)
        return raised_at - said_at, painted_at - said_at


@pytest.fixture
def chair(qtbot: QtBot, tmp_path: Path) -> Iterator[Chair]:
    """A chair whose infusion runs, fed with a calm frame."""
    if sys.platform == "win32":
        pytest.skip("needs a pseudo terminal")
    import tty  # noqa: PLC0415 -- there is none on Windows

    line, port = os.openpty()
    tty.setraw(port)
    program = Program(tmp_path / "bench.db")
    inbox = program.inbox = TimedInbox()
    with closing(program):
        program.start()
        application()
        window = make_window(program)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        made = Chair(line, inbox, window, PaintWatch(window.shell.bar), qtbot)
        program.open_session(
            SessionRequest(
                1, "bench", "", None, 82.0, 0.5, 40.0, "adult-iv", 5.0,
                os.ttyname(port), "ivy-450c", "AK",
            )
        )  # fmt: skip
        made.until(lambda: window.desk.view is not None)
        program.send(1, StartInfusion("AK"))
        made.until(lambda: phase_of(window) is Phase.TREATING)
        for _ in range(2):
            made.say(120, 70)
        yield made
    os.close(port)
    os.close(line)


def phase_of(window: MainWindow) -> Phase | None:
    return None if window.desk.view is None else window.desk.view.picture.phase


def test_an_alarm_is_raised_and_painted_at_once(
    chair: Chair, report: Callable[[Figure], None]
) -> None:
    took = [chair.alarm(165 + n % 10) for n in range(ALARMS)]
    for what, goal, seconds in (
        ("last byte to alarm raised", RAISED_GOAL_MS, [raised for raised, _ in took]),
        ("last byte to alarm painted", PAINTED_GOAL_MS, [painted for _, painted in took]),
    ):
        of_hundred = statistics.quantiles([s * 1000 for s in seconds], n=100, method="inclusive")
        p50, p99 = of_hundred[49], of_hundred[98]
        detail = f"p50 {p50:.1f} ms, {ALARMS} alarms"
        report(Figure(f"{what}, p99", p99, goal, unit="ms", detail=detail))
