"""Reviewing a trend: the cursor, jumps, the record's edges."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from monitor.vitals import LostReason, SignalLost, VitalSign
from tests.ui.trend_examples import (
    SOURCE,
    build_example_model,
    cuff,
    fed,
    numerics,
    opened,
)
from tests.ui.trend_stage import NOW_S, SHARES, MakeView, until, viewport_of
from ui.chair.gap_item import GapItem
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
    assert moved.args is not None
    assert 1000 < moved.args[0] < 1002
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.cursor_s == pytest.approx(moved.args[0] - 60)
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


def test_with_ctrl_the_keys_go_from_cuff_value_to_cuff_value(make: MakeView, qtbot: QtBot) -> None:
    readings = [(at_s, cuff(130, 80)) for at_s in (60, 360, 660)]
    view = make(fed([(0, opened()), *readings, (900, numerics(hr=84, spo2=97))]), live=False)
    view.jump_to(60)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert view.cursor_s == 360
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.cursor_s == 660
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert view.cursor_s == 660
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.cursor_s == 900


def test_a_gap_is_hatched_and_its_reason_stands_at_the_cursor(make: MakeView) -> None:
    lost = SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, SOURCE)
    script = [(at_s, numerics(hr=84, spo2=97)) for at_s in range(60, 1200)]
    script += [(1200, lost), *((at_s, numerics(hr=84)) for at_s in range(1200, 2400))]
    view = make(fed([(0, opened()), *script, (2400, numerics(hr=84, spo2=97))]), live=False)
    view.jump_to(1500)
    assert "SpO₂ – probe off" in view.accessibleDescription()
    items = viewport_of(view).items()
    (gap,) = (item for item in items if isinstance(item, GapItem) and item.spans)
    ((left, right),) = gap.spans
    x = view.x_scale()
    assert (left, right) == pytest.approx((x.px(1200), x.px(2400)), abs=2)
    assert [text.text for text in gap.texts] == ["probe off 20:01"]


def test_without_a_lane_the_curves_have_its_room(qtbot: QtBot) -> None:
    load_fonts()
    for lane in (True, False):
        view = TrendView(LIGHT, live=False, lane=lane)
        qtbot.addWidget(view)
        view.resize(900, 500)
        view.show_model(build_example_model(1.0))
        view.grab()
        assert view.type_px == 11
        view.set_least_type(18)
        assert view.type_px == 18
    with_lane, without = lay_out(900, 500, SHARES), lay_out(900, 500, SHARES, with_lane=False)
    assert without.plots[0].height() > with_lane.plots[0].height()
    assert without.lane.height() == 0
