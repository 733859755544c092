"""Flags, drug and curves over one axis: they move together, and one cursor belongs to all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.page_examples import in_a_window
from tests.ui.page_sessions import example_entries
from ui.page_growth import Growth
from ui.review.course_facts import course_facts
from ui.review.linked_panes import LinkedPanes
from ui.review.timeline import timeline
from ui.theme import DARK
from ui.trend_model import TrendModel


@pytest.fixture
def panes(qtbot: QtBot) -> Iterator[LinkedPanes]:
    made = LinkedPanes(DARK)
    window = in_a_window(made, 900, 420)
    qtbot.addWidget(window)
    entries = example_entries()
    model = TrendModel()
    model.read(entries)
    made.show_session(model, course_facts(entries, model, timeline(entries)))
    yield made
    window.hide()


def test_all_panes_show_the_same_time_at_the_same_place(panes: LinkedPanes) -> None:
    panes.curve.set_range(1000.0, 2000.0)
    x = panes.curve.x_scale()
    assert (x.from_s, x.to_s) == pytest.approx((1000.0, 2000.0))
    assert panes.flags.x_scale == panes.dose.x_scale == x
    assert panes.flags.x() == panes.dose.x() == panes.curve.x()


def test_one_cursor_belongs_to_all_of_them(panes: LinkedPanes, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panes.cursor_placed):
        panes.curve.jump_to(1500.0)
    assert panes.flags.cursor_s == panes.dose.cursor_s == 1500.0
    with qtbot.assertNotEmitted(panes.cursor_placed):
        panes.curve.set_range(1000.0, 2000.0)


def test_a_pressed_flag_is_a_persons_move_of_the_curves_cursor(
    panes: LinkedPanes, qtbot: QtBot
) -> None:
    flag = next(one for one in panes.flags.seen if one.line.text == "SBP 168")
    with qtbot.waitSignal(panes.cursor_moved) as moved:
        spot = QPoint(round(flag.middle), round(panes.flags.height() * 0.25))
        qtbot.mouseClick(panes.flags, Qt.MouseButton.LeftButton, pos=spot)
    assert moved.args == [1860.0]
    assert panes.curve.cursor_s == 1860.0


def test_another_session_leaves_nothing_of_the_first(panes: LinkedPanes) -> None:
    panes.curve.jump_to(1500.0)
    entries = example_entries()[:2]
    model = TrendModel()
    model.read(entries)
    panes.show_session(model, course_facts(entries, model, ()))
    assert panes.flags.seen == []
    assert not panes.dose.drug.anything
    assert panes.flags.cursor_s is None
    assert panes.curve.cursor_s is None


def test_in_a_low_window_the_curves_keep_their_room(panes: LinkedPanes, qtbot: QtBot) -> None:
    tall = panes.dose.height()
    panes.resize(900, 240)
    qtbot.waitUntil(lambda: panes.dose.height() < tall)
    panes.resize(900, 150)
    qtbot.waitUntil(lambda: not panes.dose.isVisible())


def test_with_large_type_words_grow_too(panes: LinkedPanes) -> None:
    small = panes.curve.type_px
    panes.grow(Growth(2.0, 1.5, 1.5))
    assert panes.curve.type_px == 2 * small
    assert panes.flags.type_px == panes.curve.type_px


def test_following_works_nothing_out_of_the_session(panes: LinkedPanes) -> None:
    drug, flags = panes.dose.drug, len(panes.flags.seen)
    for begin in range(0, 3000, 500):
        panes.curve.set_range(float(begin), begin + 1000.0)
        panes.grab()
    panes.curve.set_range(-100.0, 7300.0)
    assert panes.dose.drug is drug
    assert len(panes.flags.seen) == flags
