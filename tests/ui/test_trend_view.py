import itertools
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from monitor.commands import Note, NoteKind
from monitor.events import LinkChanged, LinkReason, LinkState
from monitor.outcomes import AlarmPhase, LimitChanged, Priority
from monitor.vitals import Quality
from tests.ui.trend_examples import (
    SOURCE,
    START_S,
    Entry,
    bp_alarm,
    build_example_model,
    cuff,
    fed,
    numerics,
    opened,
)
from tests.ui.trend_stage import NOW_S, SHARES, MakeView, until, viewport_of
from ui.chair.cuff_item import CuffItem
from ui.chair.event_lane import SIGN_WIDTH, EventLane
from ui.chair.gap_item import GapItem, gap_texts
from ui.chair.trend_content import frame_of
from ui.chair.trend_frame import Line, named_lines
from ui.chair.trend_layout import XScale, YScale, lay_out
from ui.chair.trend_view import TrendView
from ui.theme import DARK
from ui.trend_buffer import Gap
from ui.trend_marks import AlarmMark
from ui.trend_model import TrendModel


def inked(image: QImage, ink: str, left: int, right: int, top: int, bottom: int) -> set[int]:
    """The columns in which something of about this colour is drawn."""
    wanted = QColor(ink)
    columns = set()
    for x in range(left, right):
        for y in range(top, bottom):
            seen = image.pixelColor(x, y)
            apart = (
                abs(seen.red() - wanted.red())
                + abs(seen.green() - wanted.green())
                + abs(seen.blue() - wanted.blue())
            )
            if apart < 80:
                columns.add(x)
                break
    return columns


# ---- curves and gaps


def test_no_line_is_drawn_across_a_time_without_data(make: MakeView) -> None:
    view = make(until(NOW_S))
    view.refresh(NOW_S)
    image = view.grab().toImage()
    boxes = lay_out(1192, 728, SHARES)
    from_s, to_s = view.shown_range
    x = XScale(from_s, to_s, boxes.first.left(), boxes.first.width())
    plot = boxes.plots[1]
    y = YScale(40, 160, plot.top(), plot.height())
    gap = (round(x.px(1262)) + 1, round(x.px(1338)) - 1)
    columns = inked(image, DARK.hr, gap[0] - 30, gap[1] + 30, int(y.px(100)), int(y.px(68)))
    assert not columns & set(range(gap[0] + 1, gap[1] - 1))
    assert len(columns) > 50


@pytest.mark.parametrize("hours", [0.5, 8.0])
def test_a_gap_survives_however_many_points_share_a_pixel(make: MakeView, hours: float) -> None:
    view = make(build_example_model(hours), live=False)
    view.set_range(1000, 1600)
    image = view.grab().toImage()
    boxes = lay_out(1192, 728, SHARES)
    from_s, to_s = view.shown_range
    x = XScale(from_s, to_s, boxes.first.left(), boxes.first.width())
    plot = boxes.plots[1]
    inside = (round(x.px(1264)), round(x.px(1336)))
    upper = (int(plot.top()) + 20, int(plot.top() + plot.height() * 0.72))
    assert not inked(image, DARK.hr, *inside, *upper)


def test_the_reason_is_written_in_the_gap_and_counts_on(qtbot: QtBot) -> None:
    x = XScale(0, 3600, 50, 1000)
    gaps = [Gap(100, 180, "sensor-off"), Gap(1000, None, "port-absent")]
    assert [one.text for one in gap_texts(gaps, 1100, x, 15)] == [
        "probe off 1:20",
        "cable unplugged 1:40",
    ]
    assert gap_texts(gaps, 1101, x, 15)[1].text == "cable unplugged 1:41"


def test_a_moment_without_data_is_not_worth_words(qtbot: QtBot) -> None:
    assert not gap_texts([Gap(100, 104, "sensor-off")], 200, XScale(0, 3600, 50, 1000), 15)


def test_words_of_neighbouring_gaps_do_not_overlap(qtbot: QtBot) -> None:
    gaps = [Gap(at, at + 20, "poor-signal") for at in range(0, 3600, 45)]
    texts = gap_texts(gaps, 3600, XScale(0, 3600, 50, 1000), 15)
    assert texts
    for one, other in itertools.pairwise(texts):
        assert one.left + one.width < other.left


# ---- cuffs


def test_readings_are_drawn_once_each_in_the_colour_of_what_they_are(qtbot: QtBot) -> None:
    model = fed(
        [
            (0, opened()),
            (1, cuff(118, 70, Quality.BEFORE_SESSION)),
            (60, cuff(125, 76)),
            (360, cuff(186, 112)),
            (360, bp_alarm(AlarmPhase.SOUNDING, Priority.HIGH)),
            (660, cuff(172, 104)),
        ]
    )
    item = CuffItem(DARK)
    boxes = lay_out(1192, 728, SHARES)
    y = YScale(40, 220, boxes.first.top(), boxes.first.height())
    x = XScale(0, 3600, boxes.first.left(), boxes.first.width())
    item.show_cuffs(model.cuffs.all, x, y, boxes.first, 15)
    assert item.drawn == {DARK.text_3: 1, DARK.nibp: 1, DARK.high: 2}


def test_readings_are_never_joined(make: MakeView) -> None:
    view = make(fed([(0, opened()), (600, cuff(140, 80)), (900, cuff(142, 82))]))
    image = view.grab().toImage()
    boxes = lay_out(1192, 728, SHARES)
    x = XScale(*view.shown_range, boxes.first.left(), boxes.first.width())
    y = YScale(40, 220, boxes.first.top(), boxes.first.height())
    between = (round(x.px(600)) + 10, round(x.px(900)) - 10)
    assert not inked(image, DARK.nibp, *between, int(y.px(150)), int(y.px(70)))


def test_a_pressure_beyond_the_scale_stretches_it(make: MakeView) -> None:
    model = fed([(0, opened()), (60, cuff(248, 130))])
    image = make(model).grab().toImage()
    column = inked(image, DARK.nibp, 60, 120, 2, 40)
    assert column


@pytest.mark.parametrize(
    ("entries", "scales"),
    [
        ([], [(40, 240), (40, 160), (80, 101)]),
        ([(1, numerics(hr=80, spo2=97)), (2, cuff(130, 80))], [(40, 240), (40, 160), (80, 101)]),
        ([(1, numerics(hr=175, spo2=71)), (2, cuff(248, 130))], [(40, 260), (40, 180), (60, 101)]),
        ([(1, numerics(hr=31, spo2=97)), (2, cuff(70, 35))], [(20, 240), (20, 160), (80, 101)]),
    ],
)
def test_scales_stay_until_a_value_would_leave_them(
    entries: list[Entry], scales: list[tuple[float, float]]
) -> None:
    frame = frame_of(fed([(0, opened()), *entries]), 10, 0, 3600)
    assert [(panel.low, panel.high) for panel in frame.panels] == scales


def test_a_raised_pressure_is_a_band_of_colour_up_to_the_limit_and_no_line() -> None:
    frame = frame_of(fed([(0, opened())]), 10, 0, 3600)
    assert frame.panels[0].bands == ((140, 160), (90, 100))
    assert [panel.bands for panel in frame.panels[1:]] == [(), ()]
    moved = [(1, LimitChanged("sbp-high", 160, 135, "AK"))]
    frame = frame_of(fed([(0, opened()), *moved]), 10, 0, 3600)
    assert frame.panels[0].bands == ((90, 100),)


def test_the_band_of_a_raised_pressure_is_seen_and_fainter_than_what_is_above_the_limit(
    make: MakeView,
) -> None:
    model = fed([(0, opened())])
    image = make(model).grab().toImage()
    boxes = lay_out(1192, 728, SHARES)
    y = frame_of(model, 0, 0, 3600).y(boxes, 0)
    x = round(boxes.first.right()) - 20
    calm, band, above = (
        image.pixelColor(x, round(y.px(pressure))).getRgb()[0] for pressure in (123, 152, 172)
    )
    assert calm < band < above


# ---- lane


def test_words_in_the_lane_never_overlap(make: MakeView) -> None:
    model = until(NOW_S)
    for index in range(30):
        at_s = START_S + 300 + index * 40
        note = Note(f"x{index}", NoteKind.FREE_TEXT, f"something happened {index}", "AK")
        model.absorb(at_s, note)
    lane = EventLane(DARK)
    boxes = lay_out(1192, 728, SHARES)
    x = XScale(0, 6000, boxes.first.left(), boxes.first.width())
    lane.show_marks(model.marks.marks, model.alarm_onsets, x, boxes.lane, boxes.type_px)
    assert len(lane.written) == len(model.marks.marks)
    assert any(event.text for event in lane.written)
    for row in (0, 1):
        seen = sorted(
            (e for e in lane.written if e.row == row and e.text), key=lambda event: event.at
        )
        for one, other in itertools.pairwise(seen):
            assert one.at + one.width <= other.at + 0.01


def test_every_onset_in_sight_has_its_sign_and_the_worst_lies_on_top(qtbot: QtBot) -> None:
    model = build_example_model(8.0)
    lane = EventLane(DARK)
    boxes = lay_out(1192, 728, SHARES)
    x = XScale(0, 8 * 3600, boxes.first.left(), boxes.first.width())
    lane.show_marks(model.marks.marks, model.alarm_onsets, x, boxes.lane, boxes.type_px)
    priorities = [priority for priority, _ in lane.signs]
    assert len(priorities) == len(model.alarm_onsets)
    assert priorities == sorted(priorities)


def test_signs_of_the_same_moment_stand_beside_each_other(qtbot: QtBot) -> None:
    onsets = [AlarmMark(60.0, "a", "a", Priority.HIGH, AlarmPhase.SOUNDING)]
    onsets += [replace(onsets[0], key=key, priority=Priority.LOW) for key in "bcd"]
    onsets += [replace(onsets[0], at_s=600.0)]
    lane, boxes = EventLane(DARK), lay_out(1192, 728, SHARES)
    x = XScale(0, 3600, boxes.first.left(), boxes.first.width())
    lane.show_marks([], onsets, x, boxes.lane, boxes.type_px)
    first, second, third, fourth, late = sorted(at for _priority, at in lane.signs)
    assert first == x.px(60.0)
    wide = boxes.type_px * SIGN_WIDTH
    assert [second - first, third - first] == pytest.approx([wide, 2 * wide])
    assert fourth == third  # none is moved further: it would stand at a wrong time
    assert late == x.px(600.0)


def test_where_room_is_short_limits_are_named_before_resting_values() -> None:
    lines = [Line(160, "SBP 160", alarm=True), Line(124, "baseline", alarm=False)]
    lines.append(Line(100, "DBP 100", alarm=True))
    assert named_lines(lines, 3) == lines
    assert [line.text for line in named_lines(lines, 2)] == ["SBP 160", "DBP 100"]
    assert [line.text for line in named_lines(lines, 0)] == ["SBP 160"]


@pytest.mark.parametrize("height", [728, 470, 400])
def test_an_extreme_pressure_stands_below_the_title_and_has_a_number_beside_it(
    make: MakeView, height: int
) -> None:
    """200 mmHg is where an extreme begins: its tick must not be lost behind the title."""
    model = fed([(0, opened()), (60, cuff(206, 124))])
    panel = frame_of(model, 60, 0, 3600).panels[0]
    boxes = lay_out(1192, height, SHARES)
    scale = YScale(panel.low, panel.high, boxes.first.top(), boxes.first.height())
    assert scale.px(200) - boxes.first.top() >= boxes.type_px * 2.7
    assert scale.px(206) - boxes.first.top() >= boxes.type_px


# ---- live


def test_the_whole_planned_session_is_the_axis(make: MakeView) -> None:
    view = make(until(NOW_S))
    view.refresh(NOW_S)
    from_s, to_s = view.shown_range
    assert from_s <= 0
    assert to_s >= START_S + 40 * 60 + 30 * 60


def test_refreshing_without_news_paints_no_standing_picture(make: MakeView) -> None:
    model = until(NOW_S)
    view = make(model)
    view.refresh(NOW_S)
    before = view.frames_painted
    for step in range(100):
        view.refresh(NOW_S + step / 20)
    model.absorb(NOW_S + 6, numerics(hr=80, spo2=97))
    view.refresh(NOW_S + 6)
    assert view.frames_painted == before
    model.absorb(NOW_S + 7, LimitChanged("sbp-high", 160, 165, "AK"))
    view.refresh(NOW_S + 7)
    assert view.frames_painted == before + 1


def test_in_live_mode_the_mouse_moves_nothing(make: MakeView, qtbot: QtBot) -> None:
    view = make(until(NOW_S))
    before = view.shown_range
    viewport = viewport_of(view).viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(500, 200))
    qtbot.mouseMove(viewport, QPoint(300, 200))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert view.shown_range == before
    assert view.cursor_s is None


def test_a_view_without_a_model_paints_nothing_and_with_an_empty_one_its_scales(
    qtbot: QtBot,
) -> None:
    view = TrendView(DARK, live=True)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.refresh(10.0)
    view.grab()
    assert view.frames_painted == 0
    view.show_model(TrendModel())
    view.grab()
    assert view.frames_painted > 0


@pytest.mark.parametrize(("width", "height"), [(620, 380), (790, 470), (2400, 1456)])
def test_it_draws_in_every_size(make: MakeView, width: int, height: int) -> None:
    view = make(until(NOW_S), width=width, height=height)
    image = view.grab().toImage()
    assert (image.width(), image.height()) == (width, height)
    assert view.frames_painted > 0


# ---- hours


def test_five_hundred_redraws_leave_nothing_behind(make: MakeView) -> None:
    model = until(NOW_S)
    view = make(model)
    view.refresh(NOW_S)
    items, nones = view.item_count(), sys.getrefcount(None)
    for step in range(1, 501):
        now_s = NOW_S + step
        model.absorb(now_s, numerics(hr=80 + step % 5, spo2=97))
        if step == 250:
            model.absorb(now_s, LinkChanged(LinkState.DOWN, LinkReason.PORT_BROKE, SOURCE))
        if step % 300 == 0:
            model.absorb(now_s, cuff(140, 85))
        view.refresh(now_s)
        view.grab()
    assert view.item_count() == items
    assert sys.getrefcount(None) > nones - 100


def test_a_gap_that_lasts_repaints_its_words_once_a_second(qtbot: QtBot) -> None:
    item = GapItem(DARK)
    boxes = lay_out(1192, 728, SHARES)
    x = XScale(0, 3600, boxes.first.left(), boxes.first.width())
    seen = set()
    for tenth in range(100):
        item.show_gaps([Gap(100, None, "sensor-off")], 200 + tenth / 10, x, boxes.plots[1], 15)
        seen.add(id(item.texts))
    assert len(seen) <= 10
