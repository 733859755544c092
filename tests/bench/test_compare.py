"""Many sessions at once, as somebody at the window waits for them: encrypted, in a real file.

The course is eight infusions of 100 min with a value each second. The quarter is 600 sessions with
their pressures, alarms, answers and doses, behind 4 000 older ones; their seconds, which nobody
reads for it, are left out of the file.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from reporting import Figure, seconds_of
from test_big_library import PaintWatch, waited

from data.overlays import overlay_of
from data.period import Period
from data.store import SessionStore
from data.vault import PASSPHRASE_VARIABLE, key_for
from monitor.commands import EndSession
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.events import Numerics, SessionOpened
from monitor.outcomes import PhaseChanged
from monitor.phases import Phase
from tests.data.course_examples import answered, keep_course, played, said_in, session_of
from tests.data.past_treatments import DAY_S, NOON_UTC_S, PATIENT, Played
from tests.ui.page_examples import RecordingBackend, in_a_window
from ui.app import application
from ui.library import Library
from ui.requests import Backend
from ui.review.clinic_view import ClinicView
from ui.review.compare_page import ComparePage
from ui.theme import DARK
from ui.wiring import Program

pytestmark = pytest.mark.bench

COURSE, QUARTER, OLDER, MODELS = 8, 600, 4_000, 8
FIRST = date(2026, 9, 21)
"""Of `NOON_UTC_S`; the quarter begins here."""
DAYS = 90
GOAL_MS = 1000.0
ROUNDS = 9
FRESH = 5
PATIENCE_MS = 20_000
PASSPHRASE = "many sessions at once"


@pytest.fixture(autouse=True)
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PASSPHRASE)


def key_of(path: Path) -> bytes | None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(PASSPHRASE_VARIABLE, PASSPHRASE)
        return key_for(path)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("course") / "chairside.db"
    keep_course(path, COURSE, key=key_of(path))
    return path


@pytest.fixture(scope="module")
def quarter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("quarter") / "chairside.db"
    models = [model(number + 1) for number in range(MODELS)]
    with SessionStore.open(path, key_of(path)) as store:
        for begin in range(-OLDER, QUARTER, 100):
            entries: list[Entry] = []
            anchors: list[Anchor] = []
            for number in range(begin, begin + 100):
                name = f"s-{number + OLDER:05}"
                entries += session(name, models[number % MODELS], bare=number < 0)
                at = NOON_UTC_S + number * DAYS * DAY_S / QUARTER - DAY_S * (number < 0)
                anchors.append(Anchor(name, 0.0, at, 120, AnchorReason.START))
            store.write(entries, anchors)
    return path


def model(number: int) -> list[Entry]:
    """A session as the core lives it, its alarms answered; without its seconds."""
    said = answered(played(number, 60), said_in(number, 60))
    return [
        entry
        for entry in Played(session_of(number), said).entries
        if not isinstance(entry.what, Numerics)
    ]


def session(name: str, entries: list[Entry], *, bare: bool) -> Iterator[Entry]:
    kept = (SessionOpened, EndSession, PhaseChanged) if bare else object
    for entry in entries:
        what = entry.what
        if isinstance(what, PhaseChanged) and bare and what.after is not Phase.SIGNED:
            continue
        if isinstance(what, SessionOpened):
            what = replace(what, session_id=name)
        if isinstance(what, kept):
            yield replace(entry, session_id=name, what=what)


def program_of(path: Path) -> Backend:
    return Program(path, sound=False, awake=False)


class Shelf(RecordingBackend):
    """Nothing but a library."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._shelf = Library(path, key_of(path))

    def period(self, first: date, last: date) -> Period:
        return self._shelf.period(first, last)


def painted_after(page: QWidget, qtbot: QtBot, ask: Callable[[], None], *seen: QWidget) -> float:
    """Milliseconds from the press until everything that is to be seen is painted."""
    watches = [PaintWatch(widget) for widget in seen]
    begin = time.perf_counter()
    ask()
    page.update()

    def all_painted() -> bool:
        return all((watch.painted_at or 0.0) > begin for watch in watches)

    qtbot.waitUntil(all_painted, timeout=PATIENCE_MS)
    return (max(watch.painted_at or 0.0 for watch in watches) - begin) * 1000


def test_a_course_is_laid_over_one_another_at_once(
    course: Path, qtbot: QtBot, report: Callable[[Figure], None]
) -> None:
    application()
    with closing(program_of(course)) as program:
        program.start()
        page = ComparePage(program, DARK)
        window = in_a_window(page, 1920, 824)
        qtbot.addWidget(window)
        qtbot.waitExposed(window)

        def ask() -> None:
            page.show_patient(PATIENT, f"s-{COURSE}", simulated=False)

        times = [painted_after(page, qtbot, ask, page.overlay, page.panes) for _ in range(ROUNDS)]
        assert len(page.overlay.lines) == COURSE
    what = f"{COURSE} sessions of one patient laid over one another, encrypted"
    report(waited(what, times, GOAL_MS))
    key = key_of(course)
    read = seconds_of(lambda: overlay_of(course, key, PATIENT)) * 1000
    report(Figure("of it, read from the record", read, None, unit="ms"))


def test_a_quarter_of_the_clinic_is_there_at_once(
    quarter: Path, qtbot: QtBot, report: Callable[[Figure], None]
) -> None:
    """Each time by a library that has read nothing yet; then once more by the same."""
    application()
    first_times, times = [], []
    for _ in range(FRESH):
        page = ClinicView(Shelf(quarter), DARK, lambda: NOON_UTC_S)
        page.choice.choose((FIRST, FIRST + timedelta(days=DAYS)))
        window = in_a_window(page, 1920, 824)
        qtbot.addWidget(window)
        qtbot.waitExposed(window)
        seen = (page.figures, *page.histograms)
        first_times.append(painted_after(page, qtbot, page.reload, *seen))
        times.append(painted_after(page, qtbot, page.reload, *seen))
        assert page.period is not None
        assert (len(page.period.sessions), page.period.unreadable) == (QUARTER, 0)
        window.hide()
    what = f"{QUARTER} sessions of a quarter as figures, encrypted"
    report(waited(what, first_times, GOAL_MS))
    report(waited(f"{what}, once more", times, GOAL_MS))
