"""The pages of the review with something on them, in the size they have in the window, for tests.

Rule 1: a page is built while the language is spoken that it is to be read in.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from helpers import wait_until
from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from recording_backend import StillClock

from data.mllp import Receiver
from data.overlays import overlay_of
from data.period import Period
from data.receiver_file import save_receiver
from tests.data.course_examples import keep_course
from tests.data.past_treatments import PATIENT
from tests.ui.page_examples import RecordingBackend, in_a_window
from tests.ui.page_sessions import example_record
from tests.ui.replay.test_player import recorded
from tests.ui.review.test_clinic_view import NOW_UTC_S, SEPTEMBER, sessions
from tests.ui.review.test_what_if_page import entries as judged_entries
from ui.ink import Scale
from ui.page_growth import Page
from ui.post import receiver_place
from ui.replay.replay_page import ReplayPage
from ui.review.clinic_view import ClinicView
from ui.review.compare_page import ComparePage
from ui.review.review_page import ReviewPage
from ui.review.what_if_page import WhatIfPage
from ui.theme import DARK

SIZES = {(1280, 720): 543, (1920, 1080): 815}
"""Of the window; how high the page in it is."""
TODAY = date(2026, 9, 21)
TOUCH_PX = 1
DEADLINE_S = 20.0
Room = tuple[int, int]


@contextmanager
def in_the_window(page: Page, size: Room) -> Iterator[Page]:
    window = in_a_window(page, size[0], SIZES[size])
    page.set_scale(Scale.of(*size))
    try:
        yield page
    finally:
        page.hide()
        window.hide()
        window.deleteLater()


def _review(size: Room, then: Callable[[ReviewPage], None]) -> Iterator[Page]:
    records = [
        example_record("a", signed=True),
        example_record("b", patient_id="30111", alarms_high=2, simulated=True),
    ]
    backend = RecordingBackend(records)
    page = ReviewPage(backend, DARK, lambda: TODAY)
    with in_the_window(page, size):
        page.reload()
        page.show_session("b")
        then(page)
        yield page


def _amend(page: ReviewPage) -> None:
    page.session._offer_amendment(addendum=False)


def _append(page: ReviewPage) -> None:
    page.session._offer_amendment(addendum=True)


def _hand_over(page: ReviewPage) -> None:
    page.session.export.click()
    page.session.handing_over.format.button("hl7").click()


def _hand_over_many(page: ReviewPage) -> None:
    page.list.take.click()
    page._offer_many()


def _compare(size: Room, folder: Path) -> Iterator[Page]:
    path = folder / "record.db"
    keep_course(path, 4, step_s=60)
    backend = RecordingBackend()
    backend.overlays[PATIENT, False] = overlay_of(path, None, PATIENT)
    page = ComparePage(backend, DARK)
    with in_the_window(page, size):
        page.show_patient(PATIENT, "s-2", simulated=False)
        yield page


def _clinic(size: Room) -> Iterator[Page]:
    backend = RecordingBackend()
    backend.periods[SEPTEMBER] = Period(*SEPTEMBER, sessions())
    page = ClinicView(backend, DARK, lambda: NOW_UTC_S)
    with in_the_window(page, size):
        page.reload()
        yield page


def _replay(size: Room) -> Iterator[Page]:
    page = ReplayPage(DARK, StillClock())
    page.open(example_record("s-1", entries=recorded().entries))
    with in_the_window(page, size):
        page._timer.stop()
        page.go_to(695.0)
        assert page.player is not None
        while page.player.jumping:
            page.turn()
        page.turn()
        yield page


def _what_if(size: Room) -> Iterator[Page]:
    page = WhatIfPage(DARK)
    with in_the_window(page, size):
        page.open(example_record("s-1", entries=judged_entries()))
        page.choices.rows["hr-high"].more.click()
        wait_until(lambda: _turned() and not _at_work(page), DEADLINE_S)
        yield page


def _at_work(page: WhatIfPage) -> bool:
    return page._comparing is not None or page._settle.isActive()


def _turned() -> bool:
    """The window had its turn."""
    QCoreApplication.processEvents()
    return True


def explained(page: ReviewPage) -> None:
    page.session.meaning.click()


REVIEWS: dict[str, Callable[[ReviewPage], None]] = {
    "session": lambda _page: None,
    "definitions": explained,
    "finder": lambda page: page._turn_finder(),
    "correction": _amend,
    "addendum": _append,
    "hand-over": _hand_over,
    "hand-over-many": _hand_over_many,
    "report": lambda page: page.session.report.click(),
}
PAGES = (*REVIEWS, "compare", "clinic", "replay", "what-if")


@contextmanager
def shown(name: str, size: Room, folder: Path) -> Iterator[Page]:
    """`folder` is the program's place."""
    receiver_place().parent.mkdir(parents=True, exist_ok=True)
    save_receiver(receiver_place(), Receiver("hl7.clinic.example", 2575))
    if name in REVIEWS:
        made = _review(size, REVIEWS[name])
    elif name == "compare":
        made = _compare(size, folder)
    else:
        made = {"clinic": _clinic, "replay": _replay, "what-if": _what_if}[name](size)
    page = next(made)
    try:
        yield page
    finally:
        for _end in made:
            pass


def _too_small(widget: QWidget) -> bool:
    if isinstance(widget, QPushButton):
        words = QFontMetricsF(widget.font()).horizontalAdvance(widget.text())
        return bool(widget.text()) and words > widget.contentsRect().width() + TOUCH_PX
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height() + TOUCH_PX
        wide = max(map(QFontMetricsF(widget.font()).horizontalAdvance, widget.text().split("\n")))
        return wide > widget.width() + TOUCH_PX
    return False


def _hidden_part(widget: QWidget, page: QWidget) -> bool:
    """A part of it lies outside what holds it, where nobody can scroll to it."""
    inside: QWidget = widget
    while inside is not page:
        above = inside.parentWidget()
        if isinstance(above.parentWidget(), QScrollArea):
            return False
        inside = above
        spot = QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())
        if not inside.rect().adjusted(-1, -1, 1, 1).contains(spot):
            return True
    return False


def misfits(page: QWidget) -> list[str]:
    """What is clipped, cut short or outside the page once it is laid out; empty = all fits."""
    with contextlib.suppress(pytest.fail.Exception):
        wait_until(lambda: _turned() and not _misfits_now(page), DEADLINE_S)
    return _misfits_now(page)


def _misfits_now(page: QWidget) -> list[str]:
    found = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QPushButton | QLabel | QLineEdit):
            continue
        if _too_small(widget):
            found.append(f"too small for {widget.text()!r}: {widget.width()} px")
        if widget.height() < widget.minimumHeight() or _hidden_part(widget, page):
            found.append(f"outside: {widget.text()!r}")
    return found
