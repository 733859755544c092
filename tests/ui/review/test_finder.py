"""Filter and calendar beside the list: everything narrows at once, is a chip, and has a key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from data.narrowing import EVERYTHING, Alarms, DoseRange, DoseUnit, Narrowing
from monitor.plan import Drug
from tests.ui.kept_library import Kept, LibraryBackend, keep
from tests.ui.page_examples import in_a_window
from ui.review.chip_row import CHIP_PX
from ui.review.finder import Finder
from ui.review.review_page import ReviewPage
from ui.theme import DARK
from ui.words import say

MONDAY = date(2026, 9, 21)
TODAY = date(2026, 9, 25)
SESSIONS = (
    Kept("calm", MONDAY),
    Kept("high", MONDAY, "20418", peak=186.0, high=1, hour=11),
    Kept("open", MONDAY + timedelta(days=1), peak=165.0, medium=1, signed=False),
    Kept(
        "nose", date(2026, 8, 31), "30111", "intranasal", None, 84.0, 140.0, drug=Drug.ESKETAMINE
    ),
)
KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("finder") / "record.db"
    keep(made, SESSIONS)
    return made


@pytest.fixture
def backend(path: Path) -> LibraryBackend:
    return LibraryBackend(path)


@pytest.fixture
def page(qtbot: QtBot, backend: LibraryBackend) -> Iterator[ReviewPage]:
    made = ReviewPage(backend, DARK, lambda: TODAY)
    window = in_a_window(made, 1280, 620)
    qtbot.addWidget(window)
    made.reload()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.hide()


@pytest.fixture
def finder(qtbot: QtBot, page: ReviewPage) -> Finder:
    press(qtbot, page.list.view, KEYS.Key_G)
    assert page.finding
    return page.finder


def press(qtbot: QtBot, where: QWidget, key: Qt.Key) -> None:
    where.setFocus()
    qtbot.keyClick(where, key, CTRL)


def left(page: ReviewPage) -> list[str]:
    return [row.session_id for row in page.list.model.rows]


def chip_texts(page: ReviewPage) -> list[str]:
    return [chip.text() for chip in page.list.chips.chips]


def click(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def type_in(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.setFocus()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, KEYS.Key_Return)


def test_whatever_is_chosen_narrows_at_once_and_is_counted(
    qtbot: QtBot, page: ReviewPage, finder: Finder
) -> None:
    click(qtbot, finder.alarms.button("any"))
    assert left(page) == ["open", "high", "calm", "nose"]
    click(qtbot, finder.alarms.button(Alarms.HIGH.value))
    assert left(page) == ["high"]
    assert page.list.filter.beside.text() == "1 of 4"
    assert chip_texts(page) == ["high alarms  ×"]


def test_each_filter_is_reached_from_the_page(
    qtbot: QtBot, page: ReviewPage, finder: Finder
) -> None:
    click(qtbot, finder.route.button("intranasal"))
    assert left(page) == ["nose"]
    click(qtbot, finder.route.button("iv"))
    click(qtbot, finder.peak.button("160"))
    assert left(page) == ["open", "high"]
    click(qtbot, finder.signed.button("unsigned"))
    assert left(page) == ["open"]
    click(qtbot, page.list.chips.clear)
    type_in(qtbot, finder.patient.line, "20418")
    assert left(page) == ["high"]
    click(qtbot, page.list.chips.clear)
    type_in(qtbot, finder.least.line, "0,9")
    click(qtbot, finder.unit.button("mg/kg"))
    assert left(page) == ["nose"]
    type_in(qtbot, finder.last.line, "30.8.2026")
    assert left(page) == []
    assert page.list.empty.text() == say("library-none-left", 4)
    assert page.list.narrowing == Narrowing(
        last=date(2026, 8, 30), dose=DoseRange(0.9, None, DoseUnit.MG_PER_KG)
    )


def test_bounds_the_wrong_way_round_are_turned(
    qtbot: QtBot, page: ReviewPage, finder: Finder
) -> None:
    type_in(qtbot, finder.first.line, "2026-09-22")
    type_in(qtbot, finder.last.line, "2026-09-21")
    assert (page.list.narrowing.first, page.list.narrowing.last) == (MONDAY, date(2026, 9, 22))
    assert finder.first.text() == "2026-09-21"


def test_what_is_not_understood_narrows_nothing_and_says_so(
    qtbot: QtBot, page: ReviewPage, finder: Finder
) -> None:
    type_in(qtbot, finder.first.line, "2026-02-30")
    assert finder.first.message() == say("filter-day-wrong", "2026-02-30")
    assert finder.first.text() == "2026-02-30"
    assert page.list.narrowing == EVERYTHING
    finder.first.clear()
    type_in(qtbot, finder.most.line, "plenty")
    assert finder.most.message() == say("filter-dose-wrong", "plenty")
    assert page.list.narrowing == EVERYTHING


def test_chips_are_taken_off_one_by_one_and_all_with_one_press(
    qtbot: QtBot, page: ReviewPage
) -> None:
    page.list.narrow(Narrowing(first=MONDAY, routes=frozenset({"iv"}), unsigned=True))
    qtbot.keyClicks(page.list.filter.line, "165")
    page.list.look()
    assert chip_texts(page) == ["from 2026-09-21  ×", "IV  ×", "Not signed  ×"]
    click(qtbot, page.list.chips.chips[1])
    assert page.list.narrowing == Narrowing(first=MONDAY, unsigned=True)
    assert page.list.filter.text() == "165"
    click(qtbot, page.list.chips.clear)
    assert page.list.narrowing == EVERYTHING
    assert page.list.filter.text() == ""
    assert not page.list.chips.isVisible()
    assert len(left(page)) == 4


def test_chips_wrap_and_are_high_enough_for_a_finger(page: ReviewPage) -> None:
    routes = frozenset({"iv", "intranasal", "im-sc", "oral"})
    narrowing = Narrowing(MONDAY, TODAY, "20418", routes, DoseRange(1.0), 160.0, Alarms.ANY, True)
    page.list.narrow(narrowing)
    chips, row = page.list.chips.chips, page.list.chips
    assert len(chips) == 10
    boxes = [chip.geometry() for chip in (*chips, row.clear)]
    assert all(row.rect().contains(box) for box in boxes)
    assert not any(
        one.intersects(other) for at, one in enumerate(boxes) for other in boxes[at + 1 :]
    )
    assert min(box.height() for box in boxes) >= CHIP_PX


def test_a_day_of_the_calendar_narrows_and_comes_off_again(
    qtbot: QtBot, page: ReviewPage, finder: Finder
) -> None:
    view = finder.calendar.view
    spot = view.cell(MONDAY).center().toPoint()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot)
    assert left(page) == ["high", "calm"]
    assert finder.first.text() == finder.last.text() == "2026-09-21"
    assert "chosen" in view.accessibleName()
    qtbot.keyClick(view, KEYS.Key_Return)
    assert page.list.narrowing == EVERYTHING


def test_a_range_is_chosen_with_shift(qtbot: QtBot, page: ReviewPage, finder: Finder) -> None:
    view = finder.calendar.view
    view.go(date(2026, 9, 22))
    qtbot.keyClick(view, KEYS.Key_Return)
    qtbot.keyClick(view, KEYS.Key_PageUp)
    qtbot.keyClick(view, KEYS.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert (page.list.narrowing.first, page.list.narrowing.last) == (
        date(2026, 8, 22),
        date(2026, 9, 22),
    )
    assert len(left(page)) == 4


def test_the_month_counts_what_the_other_filters_leave(
    qtbot: QtBot, page: ReviewPage, finder: Finder
) -> None:
    view = finder.calendar.view
    view.go(MONDAY)
    assert "2 sessions" in view.accessibleName()
    click(qtbot, finder.alarms.button(Alarms.HIGH.value))
    assert "1 session" in view.accessibleName()
    qtbot.keyClick(view, KEYS.Key_PageUp)
    view.go(date(2026, 8, 31))
    assert "0 sessions" in view.accessibleName()
    page.list.clear_filter()
    assert "1 session" in view.accessibleName()


def test_the_last_days_are_one_press(qtbot: QtBot, page: ReviewPage, finder: Finder) -> None:
    finder.calendar.view.go(date(2024, 1, 1))
    click(qtbot, finder.spans[7])
    assert (page.list.narrowing.first, page.list.narrowing.last) == (date(2026, 9, 19), TODAY)
    assert finder.calendar.view.month == date(2026, 9, 1)
    click(qtbot, finder.spans[1])
    assert left(page) == []


def test_escape_leaves_the_calendar_then_takes_all_off_then_leaves_the_page(
    qtbot: QtBot, page: ReviewPage, finder: Finder
) -> None:
    click(qtbot, finder.signed.button("unsigned"))
    qtbot.keyClick(finder.calendar.view, KEYS.Key_Escape)
    assert not page.finding
    assert left(page) == ["open"]
    assert not page.list.finder.isChecked()
    qtbot.keyClick(page.list.view, KEYS.Key_Escape)
    assert page.list.narrowing == EVERYTHING
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page.list.view, KEYS.Key_Escape)


def test_the_keyboard_alone_finds_and_opens_a_session(qtbot: QtBot, page: ReviewPage) -> None:
    press(qtbot, page.list.view, KEYS.Key_F)
    assert page.list.filter.line.hasFocus()
    qtbot.keyClicks(page.list.filter.line, "20418")
    qtbot.keyClick(page.list.filter.line, KEYS.Key_Down)
    assert page.list.view.hasFocus()
    assert left(page) == ["high"]
    qtbot.keyClick(page.list.view, KEYS.Key_Return)
    assert page.session.isVisible()
    assert "20418" in page.session.who.text()
    assert page.session.events.view.hasFocus()


def test_one_key_shows_what_nobody_has_signed_and_all_again(
    qtbot: QtBot, page: ReviewPage
) -> None:
    press(qtbot, page.list.view, KEYS.Key_N)
    assert left(page) == ["open"]
    press(qtbot, page.list.view, KEYS.Key_N)
    assert len(left(page)) == 4


def test_the_keys_are_the_same_while_somebody_types(qtbot: QtBot, page: ReviewPage) -> None:
    qtbot.keyClicks(page.list.filter.line, "204")
    press(qtbot, page.list.filter.line, KEYS.Key_N)
    assert page.list.narrowing.unsigned
    assert page.list.filter.text() == "204"
    press(qtbot, page.list.filter.line, KEYS.Key_G)
    assert page.finding


def test_tab_goes_through_the_filter_as_it_is_read(
    qtbot: QtBot, page: ReviewPage, finder: Finder
) -> None:
    finder.first.line.setFocus()
    come_by = [page.focusWidget()]
    while come_by[-1] is not finder.leave and len(come_by) < 40:
        qtbot.keyClick(page.focusWidget(), KEYS.Key_Tab)
        come_by.append(page.focusWidget())
    row = [finder.first, finder.last, finder.route, finder.peak, finder.alarms, finder.least]
    row += [finder.most, finder.unit, finder.patient, finder.signed, finder.calendar]
    owners = [next((one for one in row if one.isAncestorOf(seen)), seen) for seen in come_by]
    wanted = [*row[:10], *[finder.calendar] * 3, *finder.spans.values(), finder.leave]
    assert owners == wanted


def test_a_session_that_is_shown_takes_off_what_hides_it(page: ReviewPage) -> None:
    page.list.narrow(Narrowing(unsigned=True))
    page.show_session("nose")
    assert page.list.current() == "nose"
    assert page.list.narrowing == EVERYTHING


def test_a_session_that_the_filters_leave_is_shown_among_them(page: ReviewPage) -> None:
    page.list.narrow(Narrowing(routes=frozenset({"iv"})))
    page.show_session("calm")
    assert page.list.current() == "calm"
    assert page.list.narrowing.routes == {"iv"}


def test_who_sees_one_session_only_has_no_filter(qtbot: QtBot, page: ReviewPage) -> None:
    page.show_alone("calm")
    press(qtbot, page.session.events.view, KEYS.Key_G)
    assert not page.finding


def test_a_record_that_cannot_be_asked_counts_nothing(
    page: ReviewPage, backend: LibraryBackend, finder: Finder
) -> None:
    backend.refuses = "the record is locked"
    finder.calendar.view.turn(-1)
    assert "0 sessions" in finder.calendar.view.accessibleName()


def test_a_dose_that_is_not_infused_tells_its_route(page: ReviewPage) -> None:
    model = page.list.model
    lines = {row.session_id: str(model.data(model.index(at))) for at, row in enumerate(model.rows)}
    assert "84 mg, Intranasal" in lines["nose"]
    assert "41 mg in 40 min" in lines["calm"]
