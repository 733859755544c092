"""Reviewing a trend: the cursor, jumps, the record's edges."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.trend_examples import (
    build_example_model,
    cuff,
    fed,
    numerics,
    opened,
)
from tests.ui.trend_stage import NOW_S, SHARES, MakeView, until, viewport_of
from ui.chair.trend_layout import XScale, lay_out
from ui.chair.trend_view import TrendView
from ui.theme import LIGHT, load_fonts


def test_a_jump_brings_the_moment_into_sight(make: MakeView) -> None:
    view = make(build_example_model(2.0), live=False)
    view.set_range(0, 600)
    view.jump_to(5000)
    from_s, to_s = view.shown_range
    assert from_s < 5000 < to_s
    assert to_s - from_s == pytest.approx(600)
    assert view.cursor_s == 5000
    before = view.shown_range
    view.jump_to(5010)
    assert view.shown_range == before


def test_a_jump_by_a_page_is_not_reported_as_a_persons_move(make: MakeView, qtbot: QtBot) -> None:
    view = make(build_example_model(2.0), live=False)
    with qtbot.assertNotEmitted(view.cursor_moved):
        view.jump_to(1000)


def test_the_cursor_reads_pressure_rate_and_saturation(make: MakeView) -> None:
    model = fed(
        [
            (0, opened()),
            (60, cuff(142, 88)),
            (100, numerics(hr=84, spo2=97)),
            (101, numerics(hr=85, spo2=96)),
            (900, numerics(hr=90, spo2=95)),
        ]
    )
    view = make(model, live=False)
    view.jump_to(101)
    assert view.accessibleDescription() == "1:41, 142/88 at 1:00, HR 85, SpO₂ 96"
    view.jump_to(500)
    assert "HR –" in view.accessibleDescription()


def test_keys_move_the_cursor_and_say_so(make: MakeView, qtbot: QtBot) -> None:
    view = make(build_example_model(2.0), live=False)
    view.jump_to(1000)
    with qtbot.waitSignal(view.cursor_moved) as moved:
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert moved.args == [1010.0]
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.cursor_s == 950
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.cursor_s == 0
    before = view.shown_range
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.shown_range[1] - view.shown_range[0] < before[1] - before[0]


def test_a_click_puts_the_cursor_there(make: MakeView, qtbot: QtBot) -> None:
    view = make(build_example_model(2.0), live=False)
    view.set_range(0, 6000)
    boxes = lay_out(1192, 728, SHARES)
    x = XScale(*view.shown_range, boxes.first.left(), boxes.first.width())
    with qtbot.waitSignal(view.cursor_moved) as moved:
        qtbot.mouseClick(
            viewport_of(view).viewport(),
            Qt.MouseButton.LeftButton,
            pos=QPoint(round(x.px(3000)), 150),
        )
    assert moved.args is not None
    assert moved.args[0] == pytest.approx(3000, abs=6)


def test_time_cannot_be_moved_beyond_the_record(make: MakeView) -> None:
    view = make(build_example_model(1.0), live=False)
    view.set_range(-50_000, 90_000)
    from_s, to_s = view.shown_range
    assert from_s > -200
    assert to_s < 3800


def test_another_session_replaces_the_first_entirely(make: MakeView) -> None:
    view = make(build_example_model(2.0), live=False)
    view.jump_to(4000)
    view.show_model(fed([(0, opened()), (60, cuff(130, 80))]))
    assert view.cursor_s is None
    assert view.shown_range[1] < 700


def test_it_says_what_it_is_and_takes_keys_only_in_review(make: MakeView) -> None:
    live, past = make(until(NOW_S)), make(until(NOW_S), live=False)
    assert "blood pressure" in live.accessibleName()
    assert live.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert past.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_the_light_theme_draws_on_light_ground(qtbot: QtBot) -> None:
    load_fonts()
    view = TrendView(LIGHT, live=False)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show_model(build_example_model(1.0))
    assert view.grab().toImage().pixelColor(20, 200).lightness() > 240
