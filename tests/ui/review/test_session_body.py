"""What a recorded session was: panes, numbers and drawers together, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from monitor.commands import Sedation
from monitor.entries import Entry
from monitor.vitals import CuffResult, Quality
from tests.ui.page_examples import RecordingBackend, in_a_window
from tests.ui.page_sessions import example_entries, example_record
from ui.page_growth import Growth
from ui.review.session_body import GROUPS
from ui.review.session_page import SessionPage
from ui.theme import DARK
from ui.words import say


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[SessionPage]:
    made = SessionPage(RecordingBackend([example_record("a")]), DARK)
    window = in_a_window(made, 920, 500)
    qtbot.addWidget(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.curve.setFocus()
    made.show_record(example_record("a"))
    yield made
    window.hide()


def test_the_numbers_that_take_longer_are_an_ellipsis_until_they_are_there(
    page: SessionPage, qtbot: QtBot
) -> None:
    page.show_record(example_record("a"))
    strips = page.body.strips
    assert {one.value for one in strips["burden"].numbers()} == {say("stat-to-come")}
    assert strips["values"].tiles[0].number.value == "124/76"
    qtbot.waitUntil(lambda: strips["burden"].numbers()[0].value == "27 min")
    assert page.body.panes.dose.drug.anything


def test_every_number_says_what_it_means_by_keyboard_and_by_a_press(
    page: SessionPage, qtbot: QtBot
) -> None:
    body = page.body
    body.fill_in()
    for group in GROUPS:
        if not body.groups[group].isChecked():
            body.groups[group].click()
        for tile in body.strips[group].tiles:
            assert tile.number.meaning
            tile.setFocus()
            qtbot.waitUntil(lambda tile=tile: tile.number.meaning in body.readout.text)
            assert tile.accessibleDescription() == tile.number.meaning
    tile = body.strips[GROUPS[-1]].tiles[3]
    body.readout.explain("")
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert tile.number.meaning in body.readout.text


def test_the_values_come_back_when_the_number_is_left(page: SessionPage, qtbot: QtBot) -> None:
    body = page.body
    body.jump(1900.0)
    values = body.readout.text
    assert values.startswith("21:40")
    body.strips["values"].tiles[0].setFocus()
    qtbot.waitUntil(lambda: body.readout.text.startswith("Baseline"))
    page.curve.setFocus()
    qtbot.waitUntil(lambda: body.readout.text == values)


def test_a_flag_jumps_the_curve_and_marks_its_line(page: SessionPage, qtbot: QtBot) -> None:
    flags = page.body.panes.flags
    flag = next(one for one in flags.seen if one.line.text == "SBP 168")
    spot = QPoint(round(flag.middle), round(flags.height() * 0.25))
    qtbot.mouseClick(flags, Qt.MouseButton.LeftButton, pos=spot)
    assert page.curve.cursor_s == 1860.0
    assert page.events.current() is flag.line


def test_of_several_lines_at_one_moment_the_one_of_the_flag_is_marked(
    page: SessionPage, qtbot: QtBot
) -> None:
    lines = page.events.model.lines
    for line in lines:
        page.events.mark_line(line)
        assert page.events.current() is line


def test_waves_and_bytes_take_the_place_of_the_numbers_in_a_low_window_and_give_it_back(
    page: SessionPage, qtbot: QtBot
) -> None:
    body = page.body
    qtbot.mouseClick(body.show_waves, Qt.MouseButton.LeftButton)
    assert body.waves.isVisible()
    assert not any(strip.isVisible() for strip in body.strips.values())
    qtbot.mouseClick(body.show_bytes, Qt.MouseButton.LeftButton)
    assert body.bytes.isVisible()
    assert not body.waves.isVisible()
    qtbot.mouseClick(body.show_bytes, Qt.MouseButton.LeftButton)
    assert not body.bytes.isVisible()
    assert body.strips["values"].isVisible()


def test_the_whole_session_is_offered_only_while_less_is_in_sight(
    page: SessionPage, qtbot: QtBot
) -> None:
    buttons = page.button_row()
    qtbot.addWidget(buttons)
    said: list[bool] = []
    page.body.zoomed.connect(said.append)
    page.curve.set_range(0.0, 900.0)
    assert said[-1] is True
    page.whole.click()
    assert said[-1] is False


def test_what_is_in_no_number_is_told_beside_the_signature(
    page: SessionPage, qtbot: QtBot
) -> None:
    entries = [
        replace(one, what=replace(one.what, quality=Quality.ARTEFACT))
        if isinstance(one.what, CuffResult) and one.now_s == 1560.0
        else one
        for one in example_entries()
    ]
    page.show_record(example_record("a", entries=entries))
    qtbot.waitUntil(lambda: "Not in the numbers: 1 artefact" in page.signed.text())
    assert page.signed.text().startswith("signed by AK")
    page.show_record(example_record("a"))
    page.body.fill_in()
    assert "Not in" not in page.signed.text()


def test_a_score_stands_as_a_flag_with_its_value(page: SessionPage) -> None:
    record = example_record("a")
    entries = list(record.entries)
    place = next(n for n, one in enumerate(entries) if one.now_s > 1000.0)
    entries.insert(place, Entry("a", 90_000, 1000.0, Sedation(4, "Nurse 1")))
    page.show_record(example_record("a", entries=entries))
    badges = [flag.line.badge for flag in page.body.panes.flags.seen if flag.line.badge]
    assert badges == ["M 4"]


def test_tab_goes_through_the_page_and_every_stop_has_a_name(
    page: SessionPage, qtbot: QtBot
) -> None:
    body = page.body
    body.strips["values"].tiles[0].setFocus()
    seen: list[QWidget] = []
    while len(seen) < 40:
        now = page.window().focusWidget()
        assert now is not None
        if now in seen:
            break
        seen.append(now)
        assert now.accessibleName()
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    for wanted in (body.panes.flags, page.curve, page.events.view, body.show_waves):
        assert wanted in seen


@pytest.mark.parametrize("growth", [1.0, 1.28, 1.6])
@pytest.mark.parametrize("opened", ["", "waves", "bytes"])
def test_at_every_size_the_curve_keeps_its_room(
    page: SessionPage, qtbot: QtBot, growth: float, opened: str
) -> None:
    page.grow(Growth(growth, growth, growth))
    page.window().resize(round(920 * growth), round(470 * growth))
    page.resize(round(920 * growth), round(470 * growth))
    if opened:
        getattr(page.body, f"show_{opened}").click()
    page.body.jump(1900.0)
    qtbot.waitUntil(lambda: page.curve.height() >= 100)
    below = page.body.panes.geometry().bottom()
    assert page.body.waves.isHidden() or page.body.waves.geometry().top() >= below
    assert page.minimumSizeHint().height() <= round(470 * growth)
    page.grab()
