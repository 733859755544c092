"""The forms of all days on the page of the day: what is late comes first, one press ticks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data.closing import form_item
from data.day_book import DayTick
from data.forms import FormOf
from tests.ui.page_examples import RecordingBackend, in_a_window
from ui.clinic_day.day_page import DayPage, Part
from ui.clinic_day.forms_facts import part_text, state_text
from ui.theme import DARK

TODAY = date(2026, 9, 21)


def form(name: str, left_days: int, sent: DayTick | None = None) -> FormOf:
    due = TODAY + timedelta(days=left_days)
    return FormOf(name, f"P-{name}", due - timedelta(days=7), due, left_days, sent)


SENT = DayTick(form_item("done"), True, "", "Nurse 1", 1_790_000_000.0)
FORMS = (form("late", -3), form("soon", 1), form("done", 4, SENT))


@pytest.fixture
def backend() -> RecordingBackend:
    made = RecordingBackend()
    made.the_day.due = FORMS
    return made


@pytest.fixture
def page(qtbot: QtBot, backend: RecordingBackend) -> Iterator[DayPage]:
    made = DayPage(backend, DARK)
    window = in_a_window(made, 1280, 600)
    qtbot.addWidget(window)
    made.know("Nurse 1")
    yield made
    window.hide()


def test_what_is_due_and_late_stands_on_the_button_of_the_part(page: DayPage) -> None:
    assert page.parts.button("forms").text() == "Forms · 2 due, 1 late"
    assert page.forms.open == 2


def test_a_clinic_without_esketamine_has_no_such_part(
    qtbot: QtBot, page: DayPage, backend: RecordingBackend
) -> None:
    backend.the_day.due = ()
    page.reload()
    assert not page.parts.button("forms").isVisible()


def test_each_form_says_until_when_how_late_or_who_sent_it() -> None:
    assert state_text(FORMS[0]) == "was to be sent by 2026-09-18: 3 days late"
    assert state_text(FORMS[1]) == "to be sent by 2026-09-22: 1 day left"
    assert state_text(FORMS[2]).startswith("sent by Nurse 1, 2026-09-2")
    assert state_text(form("x", 0)) == "to be sent today, 2026-09-21"
    assert state_text(form("x", -1)) == "was to be sent by 2026-09-20: 1 day late"
    assert state_text(form("x", 7)) == "to be sent by 2026-09-28: 7 days left"
    assert part_text(FORMS[2:]) == "Forms · sent"
    assert part_text(FORMS[1:]) == "Forms · 1 due"


def test_one_press_says_that_it_was_sent_and_one_takes_that_back(
    qtbot: QtBot, page: DayPage, backend: RecordingBackend
) -> None:
    page.show_part(Part.FORMS)
    qtbot.mouseClick(page.forms.rows[0].turn, Qt.MouseButton.LeftButton)
    tick = backend.the_day.ticked[-1]
    assert (tick.item, tick.done, tick.by) == (form_item("late"), True, "Nurse 1")
    qtbot.mouseClick(page.forms.rows[2].turn, Qt.MouseButton.LeftButton)
    tick = backend.the_day.ticked[-1]
    assert (tick.item, tick.done) == (form_item("done"), False)


def test_nothing_is_ticked_without_a_name(
    qtbot: QtBot, page: DayPage, backend: RecordingBackend
) -> None:
    page.who.setText("")
    page.show_part(Part.FORMS)
    qtbot.mouseClick(page.forms.rows[0].turn, Qt.MouseButton.LeftButton)
    assert backend.the_day.ticked == []


def test_a_form_leads_to_its_session(qtbot: QtBot, page: DayPage) -> None:
    page.show_part(Part.FORMS)
    with qtbot.waitSignal(page.place_asked) as went:
        qtbot.mouseClick(page.forms.rows[1].go, Qt.MouseButton.LeftButton)
    assert went.args == ["soon"]


def test_every_button_says_what_it_is_about(page: DayPage) -> None:
    name = page.forms.rows[0].turn.accessibleName()
    assert "P-late" in name
    assert "3 days late" in name


def test_when_all_were_sent_it_says_so(page: DayPage, backend: RecordingBackend) -> None:
    backend.the_day.due = FORMS[2:]
    page.reload()
    page.show_part(Part.FORMS)
    assert page.forms.nothing.isVisible()
    assert page.forms.no_sent.isHidden()
    assert [row.one.session_id for row in page.forms.rows] == ["done"]
