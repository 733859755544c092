import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from monitor.outcomes import PhaseChanged
from monitor.phases import Phase
from tests.ui.page_examples import RecordingBackend, in_a_window
from tests.ui.page_sessions import (
    OPENED_UTC_S,
    Pen,
    cuff,
    cut_off_record,
    example_record,
    numerics,
    opening,
)
from ui.review.number_strip import numbers, signed
from ui.review.review_page import ReviewPage
from ui.review.session_model import SESSION
from ui.review.statistics import statistics
from ui.theme import DARK
from ui.words import say


def three_records():
    return [
        example_record("a"),
        example_record(
            "b",
            opened_utc_s=OPENED_UTC_S - 86400,
            patient_id="30111",
            initials="K. L.",
            simulated=True,
            alarms_high=2,
        ),
        cut_off_record("cut"),
    ]


@pytest.fixture
def backend() -> RecordingBackend:
    made = RecordingBackend(three_records())
    made.waiting = [made.records["cut"].row]
    return made


@pytest.fixture
def page(qtbot, backend) -> Iterator[ReviewPage]:
    made = ReviewPage(backend, DARK)
    window = in_a_window(made, 1600, 830)
    qtbot.addWidget(window)
    made.reload()
    yield made
    window.hide()


def click_row(qtbot, view, row: int) -> None:
    spot = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def shown(page: ReviewPage) -> bool:
    return page.beside.currentWidget() is page.session


# ---- the list


def test_sessions_are_listed_newest_first_with_their_marks(page):
    model = page.list.model
    lines = [str(model.data(model.index(place))) for place in range(model.rowCount())]
    assert "2026-09-21 16:13, patient 20417, 41 mg in 40 min, peak 168/101" in lines[0]
    assert "0 high and 1 medium alarms" in lines[0]
    assert "cut off" in lines[1]
    assert "30111" in lines[2]
    assert "SIMULATED" in lines[2]
    assert model.data(model.index(2), SESSION) is model.rows[2]


def test_one_click_opens_a_session(qtbot, page):
    assert not shown(page)
    click_row(qtbot, page.list.view, 0)
    qtbot.waitUntil(lambda: shown(page))
    assert page.session.who.text() == "J. M. · 1974 · #20417"
    assert "2026-09-21  16:13 – 18:13 · 2 h 0 min" in page.session.plan.text()
    assert "0.5 mg/kg = 41 mg over 40 min" in page.session.plan.text()


def test_arrow_keys_open_sessions(qtbot, page):
    page.list.view.setFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_Down)
    qtbot.keyClick(page.list.view, Qt.Key.Key_Down)
    qtbot.keyClick(page.list.view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "30111" in page.session.who.text())
    assert page.session.simulated.isVisible()


def test_an_empty_record_says_what_will_be_here(qtbot):
    page = ReviewPage(RecordingBackend(), DARK)
    window = in_a_window(page, 1200, 600)
    qtbot.addWidget(window)
    page.reload()
    assert page.message.isVisible()
    assert page.message.text() == say("review-none")
    assert not page.list.isVisible()
    window.hide()


def test_a_session_is_shown_by_its_id_even_when_a_filter_hides_it(qtbot, page):
    qtbot.keyClicks(page.list.filter.line, "20417")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 2)
    page.show_session("b")
    assert page.list.current() == "b"
    assert "30111" in page.session.who.text()


def test_a_session_that_is_gone_is_a_sentence(page):
    page.show_session("nowhere")
    assert page.message.text() == "session nowhere is not in the record"
    assert not shown(page)


def test_a_record_that_cannot_be_read_is_a_sentence(page, backend):
    backend.refuses = "the record is locked; type its passphrase"
    page.reload()
    assert page.message.text() == backend.refuses


def test_escape_leaves_the_page(qtbot, page):
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.closed):
        qtbot.mouseClick(page.leave, Qt.MouseButton.LeftButton)


# ---- one session


def test_the_numbers_are_those_of_the_record(page):
    page.show_session("a")
    told = {tile.number.name: tile.number for tile in page.session.body.strips["values"].tiles}
    assert told["Baseline"].value == "124/76"
    assert (told["Peak SBP"].value, told["Peak SBP"].rest) == ("168", "at 20:00 · +44")
    assert told["Lowest SpO₂"].rest.endswith("−3")
    assert told["Alarms"].value == "0 high · 1 medium"
    assert told["Given"].value == "41 of 41 mg"
    assert "calculated" in told["Given"].rest


def test_nothing_of_the_session_before_is_left(page, backend):
    pen = Pen("empty")
    pen.write(0.0, opening("empty"))
    backend.records["empty"] = example_record("empty", entries=pen.entries)
    page.show_session("a")
    page.reload()
    page.show_session("empty")
    values = [tile.number.value for tile in page.session.body.strips["values"].tiles]
    assert values == ["–", "–", "–", "–", "–", "0 s", "0 high · 0 medium", "–"]
    assert page.session.events.empty.isVisible()
    assert page.session.curve.cursor_s is None


@pytest.mark.parametrize("group", ["values", "burden", "indices"])
@pytest.mark.parametrize("width", [1280, 1920])
def test_no_number_is_cut_off(qtbot, page, width, group):
    page.show_session("a")
    page.setGeometry(0, 0, width, 560)
    body = page.session.body
    body.fill_in()
    if group != "values":
        body.groups[group].click()
    strip = body.strips[group]

    def nothing_is_cut() -> None:
        assert strip.isVisible()
        labels = [label for tile in strip.tiles for label in tile.labels()]
        assert [label.text for label in labels if label.shortened] == []

    qtbot.waitUntil(nothing_is_cut)


def test_a_tile_with_a_moment_leads_the_curve_there(qtbot, page):
    page.show_session("a")
    tile = page.session.body.strips["values"].tiles[1]
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert page.session.curve.cursor_s == 1800.0
    line = page.session.events.current()
    assert line is not None
    assert line.at_s <= 1800.0


def test_choosing_an_event_leads_the_curve_there_and_the_whole_session_is_one_press_away(
    qtbot, page
):
    page.show_session("a")
    whole = page.session.curve.shown_range
    page.session.curve.set_range(0.0, 600.0)
    events = page.session.events
    place = next(n for n, line in enumerate(events.model.lines) if line.text == "SBP 168")
    events.view.scrollTo(events.model.index(place))
    click_row(qtbot, events.view, place)
    assert page.session.curve.cursor_s == 1860.0
    from_s, to_s = page.session.curve.shown_range
    assert from_s <= 1860.0 <= to_s
    qtbot.mouseClick(page.session.whole, Qt.MouseButton.LeftButton)
    assert page.session.curve.shown_range == pytest.approx(whole)


def test_arrow_keys_walk_through_the_events(qtbot, page):
    page.show_session("a")
    events = page.session.events
    events.view.setFocus()
    events.view.setCurrentIndex(events.model.index(0))
    qtbot.keyClick(events.view, Qt.Key.Key_Down)
    qtbot.keyClick(events.view, Qt.Key.Key_Down)
    assert page.session.curve.cursor_s == 600.0


def test_the_cursor_of_the_curve_marks_the_last_event_before_it(page):
    page.show_session("a")
    page.session.curve.cursor_moved.emit(1900.0)
    line = page.session.events.current()
    assert line is not None
    assert line.text == "SBP 168"
    assert page.session.curve.cursor_s is None


def test_a_second_group_of_numbers_stands_there_where_there_is_room(qtbot, page):
    page.show_session("a")
    body = page.session.body
    strips = body.strips
    page.resize(1280, 720)
    qtbot.waitUntil(lambda: not strips["burden"].isVisible())
    page.resize(1920, 1080)
    qtbot.waitUntil(strips["burden"].isVisible)
    assert strips["values"].isVisible()
    page.resize(1280, 720)
    qtbot.mouseClick(body.groups["indices"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not strips["values"].isVisible())
    body.fill_in()
    qtbot.mouseClick(strips["indices"].tiles[0], Qt.MouseButton.LeftButton)
    assert page.session.curve.cursor_s == 1800.0
    qtbot.mouseClick(body.groups["indices"], Qt.MouseButton.LeftButton)
    assert not any(strip.isVisible() for strip in strips.values())


def test_the_definitions_are_one_press_away(qtbot, page):
    page.show_session("a")
    body = page.session.body
    body.fill_in()
    assert not body.meanings.isVisible()
    qtbot.mouseClick(page.session.meaning, Qt.MouseButton.LeftButton)
    assert body.meanings.isVisible()
    said = body.meanings.words.text()
    shown = [tile.number for strip in body.strips.values() for tile in strip.tiles]
    assert len(shown) == 24
    assert all(f"{number.name}: {number.meaning}" in said for number in shown)
    qtbot.mouseClick(page.session.meaning, Qt.MouseButton.LeftButton)
    assert body.panes.isVisible()


def long_record(session_id: str, hours: int):
    pen = Pen(session_id)
    pen.write(0.0, opening(session_id), PhaseChanged(Phase.PLANNED, Phase.BASELINE))
    for second in range(1, hours * 3600):
        pen.write(float(second), numerics(70 + second % 9, 98))
        if second % 300 == 0:
            pen.write(float(second), cuff(120 + second / 300 % 40, 80))
    return example_record(session_id, entries=pen.entries)


def test_opening_a_session_costs_no_more_than_its_length(page, backend):
    backend.records |= {"one": long_record("one", 1), "eight": long_record("eight", 8)}
    page.reload()

    def cost_s(session_id: str) -> float:
        began = time.process_time()
        page.show_session(session_id)
        page.grab()
        return time.process_time() - began

    one = min(cost_s("one") for _ in range(3))
    eight = min(cost_s("eight") for _ in range(3))
    assert eight < 12 * one
    assert page.session.body.strips["values"].tiles[1].number.value == "159"


def test_a_session_without_infusion_says_so():
    pen = Pen("w")
    pen.write(0.0, opening("w"))
    pen.write(60.0, cuff(120, 80))
    told = {number.name: number for number in numbers(statistics(pen.entries))}
    assert told["Given"].rest == "watched only"
    assert told["Peak SBP"].rest == "at 1:00"


def test_differences_have_a_sign_except_nothing():
    assert [signed(v) for v in (44.0, -3.0, 0.0, -0.4)] == ["+44", "−3", "0", "0"]


# ---- handed over


def test_a_session_is_handed_over_and_it_is_said_where(qtbot, page, backend, tmp_path):
    page.show_session("a")
    qtbot.mouseClick(page.session.export, Qt.MouseButton.LeftButton)
    page.session.handing_over.path.line.setText(str(tmp_path / "out.csv"))
    qtbot.mouseClick(page.session.handing_over.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.session.handing_over.isVisible())
    assert backend.exported == [("a", str(tmp_path / "out.csv"))]
    assert page.session.outcome.text() == say("export-done", tmp_path / "out.csv")


def test_all_that_the_list_is_narrowed_to_is_handed_over(qtbot, page, backend, tmp_path):
    assert page.list.take.text() == say("hand-over-these", len(backend.records))
    qtbot.mouseClick(page.list.take, Qt.MouseButton.LeftButton)
    assert page.many.title.text() == say("hand-over-many", len(backend.records))
    page.many.path.line.setText(str(tmp_path))
    qtbot.mouseClick(page.many.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.many.isVisible())
    assert sorted(one for one, _path in backend.exported) == sorted(backend.records)
    assert page.outcome.text() == say("hand-over-done-many", len(backend.records), tmp_path)


def test_what_cannot_be_read_of_a_session_is_said(page, backend):
    page.show_session("a")
    assert not page.session.missing.isVisible()
    sentence = "3 lines of this session cannot be read (between 10:31:02 and 10:31:05)."
    backend.records["a"] = replace(backend.records["a"], missing=sentence)
    page.show_session("a")
    assert page.session.missing.isVisible()
    assert page.session.missing.text() == sentence


def test_every_control_of_the_page_has_a_name(page):
    unnamed = [
        widget
        for kind in (QPushButton, QLineEdit)
        for widget in page.findChildren(kind)
        if not widget.accessibleName()
    ]
    assert unnamed == []


@pytest.mark.parametrize(("width", "height"), [(1024, 480), (1280, 560), (1920, 830)])
def test_everything_stays_inside_the_window(page, width, height):
    page.setGeometry(0, 0, width, height)
    page.show_session("a")
    page.grab()
    outside = [
        widget.accessibleName()
        for widget in page.findChildren(QPushButton)
        if widget.isVisible() and not within(page, widget)
    ]
    assert outside == []
    assert page.minimumSizeHint().width() <= width


def within(page: QWidget, widget: QWidget) -> bool:
    last = QPoint(widget.width() - 1, widget.height() - 1)
    return page.rect().contains(widget.mapTo(page, last))


# ---- one that goes on


def test_a_session_that_goes_on_is_not_corrected_here_and_says_where(qtbot, page, backend):
    going = example_record("going")
    going = replace(going, row=replace(going.row, ended=False, phase="treating"))
    backend.records["going"] = going
    page.reload()
    page.show_session("going")
    events = page.session.events
    assert events.correct.isHidden()
    assert events.addend.isHidden()
    assert events.held.text() == say("amend-running")
    assert events.held.isVisible()
    for ended in ("a", "cut"):
        page.show_session(ended)
        assert events.correct.isVisible(), ended
        assert events.addend.isVisible()
        assert events.held.isHidden()
