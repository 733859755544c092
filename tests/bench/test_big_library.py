"""How long a person waits for the library when ten thousand sessions are in it.

The real window over a real, encrypted record: from the press to the end of the paint event in
which the list stands there. A search is timed from the Enter key; while somebody types, it begins
when the fingers rest; a filter is timed from the press on it, a month from the key that turns the
calendar. What else looks into the record beside it is timed without the window.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing as closed_in_the_end
from datetime import date
from pathlib import Path

import pytest
from big_library import SESSIONS, fill, patient_id
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from reporting import Figure, seconds_of

from data.closing import closing
from data.courses import course_of
from data.day_book import Moment
from data.forms import forms
from data.narrowing import EVERYTHING, Alarms, DoseRange, DoseUnit, Narrowing
from data.store import SessionStore
from data.vault import PASSPHRASE_VARIABLE, key_for
from ui.app import application, make_window
from ui.library import PAGE
from ui.review.session_list import TYPED_MS, SessionList
from ui.window import MainWindow
from ui.wiring import Program
from ui.words import grouped

pytestmark = pytest.mark.bench

OPENED_GOAL_MS = 100.0
SEARCHED_GOAL_MS = 50.0
ASKED_GOAL_MS = 100.0
ROUNDS = 15
PASSPHRASE = "ten thousand sessions"
PATIENCE_MS = 20_000
NOW_UTC_S = 1_790_000_000.0
LOOKED_FOR = {
    "a patient": "20417",
    "a month": "2026-02",
    "a day as people write it": "3 Feb",
    "what is nowhere": "zzz",
    "three words": "20 ivy 168/9",
    "one letter": "2",
}


NARROWED_TO = {
    "a route": Narrowing(routes=frozenset({"intranasal"})),
    "a day": Narrowing(first=date(2026, 3, 2), last=date(2026, 3, 2)),
    "a month": Narrowing(first=date(2026, 2, 1), last=date(2026, 2, 28)),
    "a dose": Narrowing(dose=DoseRange(0.4, 0.6, DoseUnit.MG_PER_KG)),
    "a peak": Narrowing(peak_sbp=160.0),
    "what nobody signed": Narrowing(unsigned=True),
    "no alarms": Narrowing(alarms=Alarms.NONE),
    "all of these": Narrowing(
        date(2024, 1, 1), date(2026, 12, 31), "", frozenset({"iv"}), DoseRange(20.0), 130.0,
        Alarms.NONE,
    ),
}  # fmt: skip


class PaintWatch(QObject):
    """Notes the turn of the event loop behind each paint event of a widget."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self._watched = watched
        self.painted_at: float | None = None
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        if watched is self._watched and event.type() == QEvent.Type.Paint:
            # The view paints its list in a filter of its own, behind this one.
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.painted_at = time.perf_counter()


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(PASSPHRASE_VARIABLE, PASSPHRASE)
        path = tmp_path_factory.mktemp("library") / "chairside.db"
        fill(path, key_for(path), NOW_UTC_S)
        return path


@pytest.fixture
def window(qtbot: QtBot, record: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PASSPHRASE)
    program = Program(record, sound=False, awake=False)
    with closed_in_the_end(program):
        program.start()
        application()
        made = make_window(program)
        qtbot.addWidget(made)
        made.resize(1920, 1080)
        with qtbot.waitExposed(made):
            made.show()
        # Nobody presses sooner than the window is complete.
        qtbot.waitUntil(lambda: made.shell.pages.count() > 1, timeout=PATIENCE_MS)
        yield made


class Seat:
    """Somebody at the window, with a stopwatch. Milliseconds."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot
        self.worked_ms: list[float] = []
        """Processor time of each search: what else the computer does is not the library's."""

    @property
    def list(self) -> SessionList:
        return self._window.shell.review.list

    def open(self) -> float:
        """From the press to the list; the page is made when it is wanted first."""
        begin = time.perf_counter()
        self._window.go("review")
        watch = PaintWatch(self.list.view.viewport())
        took = self._until_painted(watch, begin)
        assert (len(self.list.model.rows), self.list.count) == (PAGE, SESSIONS)
        return took

    def leave(self) -> None:
        self._window.shell.review.closed.emit()
        self._qtbot.waitUntil(lambda: not self.list.isVisible(), timeout=PATIENCE_MS)

    def search(self, wanted: str) -> float:
        """From the Enter key to the list, or to the words that nothing was found."""
        self._qtbot.keyClicks(self.list.filter.line, wanted)
        views = (self.list.view.viewport(), self.list.empty)
        watches = [PaintWatch(view) for view in views]
        begin, worked_s = time.perf_counter(), time.process_time()
        self._qtbot.keyClick(self.list.filter.line, Qt.Key.Key_Return)
        self.worked_ms.append((time.process_time() - worked_s) * 1000)
        shown = watches[0] if self.list.model.rows else watches[1]
        took = self._until_painted(shown, begin)
        self.list.clear_filter()
        self._qtbot.waitUntil(self.list.view.isVisible, timeout=PATIENCE_MS)
        return took

    def narrow(self, narrowing: Narrowing) -> float:
        """From the press to the list, or to the words that nothing is left."""
        views = (self.list.view.viewport(), self.list.empty)
        watches = [PaintWatch(view) for view in views]
        begin = time.perf_counter()
        self.list.narrow(narrowing)
        took = self._until_painted(watches[0] if self.list.model.rows else watches[1], begin)
        self.list.clear_filter()
        self._qtbot.waitUntil(self.list.view.isVisible, timeout=PATIENCE_MS)
        return took

    def turn_month(self, narrowing: Narrowing) -> float:
        """From the key to the month with its counts, while these are left."""
        page = self._window.shell.review
        view = page.finder.calendar.view
        if not page.finding:
            self.list.finder.click()
        if self.list.narrowing != narrowing:
            self.list.narrow(narrowing)
        watch = PaintWatch(view)
        begin = time.perf_counter()
        self._qtbot.keyClick(view, Qt.Key.Key_PageUp)
        return self._until_painted(watch, begin)

    def _until_painted(self, watch: PaintWatch, begin: float) -> float:
        self._qtbot.waitUntil(lambda: (watch.painted_at or 0.0) > begin, timeout=PATIENCE_MS)
        assert watch.painted_at is not None
        return (watch.painted_at - begin) * 1000


def waited(what: str, times_ms: list[float], goal_ms: float, detail: str = "") -> Figure:
    """The median, with the worst beside it."""
    worst = f"worst {max(times_ms):.0f} ms of {len(times_ms)}"
    half = statistics.median(times_ms)
    return Figure(what, half, goal_ms, unit="ms", detail=f"{worst}{detail}")


def test_the_library_opens_at_once(
    window: MainWindow, qtbot: QtBot, report: Callable[[Figure], None]
) -> None:
    seat = Seat(window, qtbot)
    first = seat.open()
    times = []
    for _ in range(ROUNDS):
        seat.leave()
        times.append(seat.open())
    what = f"library of {grouped(SESSIONS)} opened, encrypted"
    report(waited(what, times, OPENED_GOAL_MS))
    report(Figure(f"{what}, for the first time", first, OPENED_GOAL_MS, unit="ms"))


@pytest.mark.parametrize("what", LOOKED_FOR)
def test_a_search_is_there_before_the_hand_is_away(
    window: MainWindow, qtbot: QtBot, what: str, report: Callable[[Figure], None]
) -> None:
    seat = Seat(window, qtbot)
    seat.open()
    wanted = LOOKED_FOR[what]
    times = [seat.search(wanted) for _ in range(ROUNDS)]
    worked = statistics.median(seat.worked_ms)
    rest = f", {worked:.0f} ms of work; while typing {TYPED_MS} ms after the last key"
    report(waited(f"search of {what}, «{wanted}»", times, SEARCHED_GOAL_MS, rest))


@pytest.mark.parametrize("what", NARROWED_TO)
def test_a_filter_is_there_before_the_hand_is_away(
    window: MainWindow, qtbot: QtBot, what: str, report: Callable[[Figure], None]
) -> None:
    seat = Seat(window, qtbot)
    seat.open()
    times = [seat.narrow(NARROWED_TO[what]) for _ in range(ROUNDS)]
    report(waited(f"list narrowed to {what}", times, SEARCHED_GOAL_MS))


@pytest.mark.parametrize("what", ["everything", "a route"])
def test_a_month_of_the_calendar_is_there_at_once(
    window: MainWindow, qtbot: QtBot, what: str, report: Callable[[Figure], None]
) -> None:
    seat = Seat(window, qtbot)
    seat.open()
    narrowing = NARROWED_TO.get(what, EVERYTHING)
    times = [seat.turn_month(narrowing) for _ in range(ROUNDS)]
    report(waited(f"a month of the calendar, {what}", times, SEARCHED_GOAL_MS))


def milliseconds_of(work: Callable[[], object]) -> list[float]:
    return [seconds_of(work) * 1000 for _ in range(ROUNDS)]


def test_nothing_that_is_asked_at_the_chair_reads_the_whole_library(
    window: MainWindow, record: Path, report: Callable[[Figure], None]
) -> None:
    key = key_for(record)
    now = Moment(NOW_UTC_S, 120)

    def unfinished() -> None:
        with SessionStore.open(record, key, read_only=True) as store:
            assert len(store.unfinished()) == 3

    def course() -> None:
        assert len(course_of(record, key, patient_id(SESSIONS - 1)).sessions) > 10

    asked: dict[str, Callable[[], object]] = {
        "sessions that were cut off": unfinished,
        "the course of one patient": course,
        "the forms of all days": lambda: forms(record, key, now),
        "the list at the end of the day": lambda: closing(record, key, now),
        "the page that begins a session": window.shell.start.reload,
    }
    for what, work in asked.items():
        times = milliseconds_of(work)
        report(waited(f"{what}, {grouped(SESSIONS)} sessions", times, ASKED_GOAL_MS))
