"""From the last byte of a frame to the alarm, to its paint event, and to its first sound.

Everything is real: pseudo terminals, links, cores, the store, the sound process (playing into the
void) and the window, with eight chairs that send numbers and waves once a second. The moment of
the sound is that of the audio callback that returned the first frame that is not silence; until
it is heard, the device's buffer of at most 40 ms is to be added.
"""

from __future__ import annotations

import os
import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot
from reporting import Figure

from devices.annunciator import PERIOD_MS, PERIODS
from devices.sound_process import SoundReport
from monitor.commands import StartInfusion
from monitor.entries import Published
from monitor.outcomes import AlarmChanged, AlarmPhase
from monitor.phases import Phase
from ui.app import application, make_window
from ui.chair.alarm_bar import AlarmBar
from ui.inbox import Inbox, Message
from ui.requests import DeviceRequest, SessionRequest
from ui.window import MainWindow
from ui.wiring import Program

pytestmark = pytest.mark.bench

RAISED_GOAL_MS = 20.0
PAINTED_GOAL_MS = 100.0
SOUNDED_GOAL_MS = 150.0
ALARMS = 200
CHAIRS = 8
MEASURED = 1
"""The chair that alarms; the others only keep the program busy."""
PATIENCE_MS = 20_000
CALM, EXTREME = (120, 70), (206, 124)


def frame(pressures: tuple[int, int]) -> bytes:
    """One second of an Ivy 450C."""
    waves = bytes([100] * 200 + [86] * 100 + [80] * 50 + [251] * 50)
    sbp, dbp = pressures
    lines = (
        "HR=1;80;ECG-II-DIAG;\rRR=1;15;APNEA: 20 SEC;\rETCO2=1;;;\rSPO2=1;98;PR=80 ;\r"
        f"NIBP=4;{sbp};{dbp};92;80;;\rP1=3;;;;;\rP2=3;;;;NO TRANSDUCER;\rT1=1;;;\rT2=1;;;\r"
    )
    return b"\xffANSAR-B " + waves + lines.encode("ascii") + b"\xfe"


class TimedInbox(Inbox):
    """Notes when the core handed over that an alarm of the measured chair began."""

    def __init__(self) -> None:
        super().__init__()
        self.raised_at: float | None = None

    def put(self, message: Message) -> None:
        if (
            isinstance(message, Published)
            and message.chair == MEASURED
            and any(
                isinstance(outcome, AlarmChanged) and outcome.state is AlarmPhase.SOUNDING
                for outcome in message.outcomes
            )
        ):
            self.raised_at = time.monotonic()
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
            self.painted_at = time.monotonic()
        return True


class SoundWatch:
    """Notes the first sample of the measured chair's alarm, and whether anything is to sound."""

    def __init__(self) -> None:
        self.sounded_at: float | None = None
        self.silent = True
        self.ready = False

    def hear(self, report: SoundReport) -> None:
        if report.said == "burst" and report.chair == MEASURED and self.sounded_at is None:
            self.sounded_at = report.at
        elif report.said == "sounding":
            self.silent = report.what is None
        self.ready = self.ready or report.said == "ready"


class Lines:
    """Eight monitors that send a frame a second each, evenly spread; a thread of its own."""

    def __init__(self, ends: Sequence[int]) -> None:
        self._ends = ends
        self._pressures = CALM
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def say(self, pressures: tuple[int, int]) -> float:
        """A frame of the measured chair, now; the moment when its last byte had been written."""
        with self._lock:
            self._pressures = pressures
            return self._write(MEASURED)

    def stop(self) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        chair = 0
        while not self._over.wait(1.0 / CHAIRS):
            chair = chair % CHAIRS + 1
            with self._lock:
                self._write(chair)

    def _write(self, chair: int) -> float:
        os.write(self._ends[chair - 1], frame(self._pressures if chair == MEASURED else CALM))
        return time.monotonic()


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds from the last byte."""

    raised: float
    painted: float
    sounded: float


@dataclass(slots=True)
class Room:
    lines: Lines
    inbox: TimedInbox
    window: MainWindow
    paint: PaintWatch
    sound: SoundWatch
    qtbot: QtBot

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def alarm(self) -> Took:
        """One alarm; then all is calm and silent again."""
        self.inbox.raised_at = self.paint.painted_at = self.sound.sounded_at = None
        said_at = self.lines.say(EXTREME)
        self.until(lambda: None not in {self.paint.painted_at, self.sound.sounded_at})
        moments = (self.inbox.raised_at, self.paint.painted_at, self.sound.sounded_at)
        took = Took(*(moment - said_at for moment in moments if moment is not None))
        self.lines.say(CALM)  # not confirmed by the repeat: silent, and a message that stays
        self.until(lambda: self.sound.silent and not self.window.shell.bar.full)
        desk = self.window.desk
        desk.acknowledge(desk.asked_key() or "")
        self.until(lambda: self.window.shell.bar.face.alarm is None)
        return took


@contextmanager
def terminals() -> Iterator[list[tuple[int, str]]]:
    """For each chair the end that the bench writes, and the name of the other one."""
    import tty  # noqa: PLC0415 -- there is none on Windows

    pairs = [os.openpty() for _ in range(CHAIRS)]
    for _line, port in pairs:
        tty.setraw(port)
    yield [(line, os.ttyname(port)) for line, port in pairs]
    for pair in pairs:
        for end in pair:
            os.close(end)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    """Eight chairs whose infusions run; the window shows the first."""
    if sys.platform == "win32":
        pytest.skip("needs pseudo terminals")
    sound = SoundWatch()
    with terminals() as ends:
        program = Program(tmp_path / "bench.db", on_sound=sound.hear)
        inbox = program.inbox = TimedInbox()
        with closing(program):
            program.start()
            application()
            window = make_window(program)
            qtbot.addWidget(window)
            with qtbot.waitExposed(window):
                window.show()
            # Until then a port may look taken: a process that starts holds its parent's locks.
            qtbot.waitUntil(lambda: sound.ready, timeout=PATIENCE_MS)
            lines = Lines([line for line, _name in ends])
            with closing_lines(lines):
                made = Room(lines, inbox, window, PaintWatch(window.shell.bar), sound, qtbot)
                for number, (_line, name) in enumerate(ends, start=1):
                    begin(program, number, name)
                made.until(lambda: MEASURED in window.state.chairs)
                window.show_chair(MEASURED)  # with eight chairs the window would be on the wall
                made.until(lambda: phase_of(window) is Phase.TREATING)
                yield made


@contextmanager
def closing_lines(lines: Lines) -> Iterator[None]:
    try:
        yield
    finally:
        lines.stop()


def begin(program: Program, number: int, url: str) -> None:
    program.open_session(
        SessionRequest(
            number, "bench", "", None, 82.0, 0.5, 40.0, "adult-iv", 5.0,
            (DeviceRequest(url, "ivy-450c"),), "AK",
        )
    )  # fmt: skip
    program.send(number, StartInfusion("AK"))


def phase_of(window: MainWindow) -> Phase | None:
    view = window.desk.view
    return view.picture.phase if view is not None and view.picture.chair == MEASURED else None


def test_an_alarm_is_raised_painted_and_sounded_at_once(
    room: Room, report: Callable[[Figure], None]
) -> None:
    took = [room.alarm() for _ in range(ALARMS)]
    for what, goal, seconds in (
        ("last byte to alarm raised", RAISED_GOAL_MS, [one.raised for one in took]),
        ("last byte to alarm painted", PAINTED_GOAL_MS, [one.painted for one in took]),
        ("last byte to first sound", SOUNDED_GOAL_MS, [one.sounded for one in took]),
    ):
        of_hundred = statistics.quantiles([s * 1000 for s in seconds], n=100, method="inclusive")
        p50, p99 = of_hundred[49], of_hundred[98]
        detail = f"p50 {p50:.1f} ms, {ALARMS} alarms, {CHAIRS} chairs"
        report(Figure(f"{what}, p99", p99, goal, unit="ms", detail=detail))
    buffered = float(PERIOD_MS * PERIODS)
    report(Figure("buffer of the sound device", buffered, 40.0, unit="ms"))
