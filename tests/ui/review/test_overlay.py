"""The curves of several sessions laid over one another: what is drawn, labelled and read off."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from data.overlays import overlay_of
from tests.data.course_examples import keep_course
from tests.data.past_treatments import PATIENT
from tests.ui.page_examples import in_a_window
from ui.review.compared import Compared, Sign, compared
from ui.review.overlay import Overlay
from ui.theme import DARK
from ui.words import say

MANY = 8


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> tuple[Compared, ...]:
    path: Path = tmp_path_factory.mktemp("course") / "record.db"
    keep_course(path, MANY, step_s=30)
    return compared(overlay_of(path, None, PATIENT))


@pytest.fixture
def overlay(qtbot: QtBot, course: tuple[Compared, ...]) -> Iterator[Overlay]:
    made = Overlay(DARK)
    window = in_a_window(made, 900, 420)
    qtbot.addWidget(window)
    made.show_course(course, "s-6", Sign.SBP, change=False)
    yield made
    window.hide()


def test_every_session_is_a_line_with_number_and_day_and_one_is_strong(overlay: Overlay) -> None:
    assert sorted(line.name for line in overlay.lines)[:2] == [
        "1 · 2026-09-21",
        "2 · 2026-09-24",
    ]
    assert len(overlay.lines) == MANY
    assert [line.session.number for line in overlay.lines if line.strong] == [6]
    assert overlay.lines[-1].strong  # it lies on top
    assert overlay.lines[-1].ink == DARK.nibp


def test_the_older_a_light_line_the_lighter_it_is(overlay: Overlay) -> None:
    def brightness(ink: str) -> int:
        return sum(int(ink[place : place + 2], 16) for place in (1, 3, 5))

    light = sorted(overlay.lines[:-1], key=lambda line: line.session.number or 0)
    shades = [brightness(line.ink) for line in light]
    assert shades == sorted(shades)
    assert shades[0] < shades[-1] < brightness(overlay.lines[-1].ink)


def test_labels_never_lie_over_one_another(overlay: Overlay) -> None:
    box, _x, y = overlay.axes()
    bases = [base for _line, base in overlay.label_bases(box, y)]
    assert len(bases) == MANY
    assert all(after - before >= 14 for before, after in itertools.pairwise(bases))
    assert bases[-1] <= box.bottom() + 5


def test_with_more_sessions_than_room_the_older_ones_have_no_label(
    overlay: Overlay, course: tuple[Compared, ...]
) -> None:
    many = [
        replace(course[place % MANY], session_id=f"m-{place}", number=place + 1)
        for place in range(40)
    ]
    overlay.show_course(many, "m-2", Sign.SBP, change=False)
    box, _x, y = overlay.axes()
    bases = overlay.label_bases(box, y)
    apart = [after - before for (_l, before), (_r, after) in itertools.pairwise(bases)]
    assert min(apart) >= 14
    numbers = {line.session.number or 0 for line, _base in bases}
    assert 3 in numbers  # the strong one
    assert numbers - {3} == set(range(40 - len(bases) + 2, 41))
    assert len(overlay.lines) == 40
    overlay.grab()


def test_a_change_counts_from_baseline_and_shows_the_zero(
    overlay: Overlay, course: tuple[Compared, ...]
) -> None:
    overlay.show_course(course, "s-6", Sign.SBP, change=True)
    assert overlay.unit() == "SBP, mmHg, difference from baseline"
    values = [value for line in overlay.lines for _at, value in line.points]
    assert max(values) < 70
    _box, _x, y = overlay.axes()
    assert y.low < 0 < y.high


def test_a_heart_rate_has_its_own_colour(overlay: Overlay, course: tuple[Compared, ...]) -> None:
    overlay.show_course(course, "s-1", Sign.HR, change=False)
    assert overlay.lines[-1].ink == DARK.hr
    assert overlay.unit() == "HR, 1/min"


def test_nothing_is_drawn_across_a_time_without_values(
    overlay: Overlay, course: tuple[Compared, ...]
) -> None:
    gap = ((0.0, 120.0), (300.0, 130.0), (300.0 + 1201.0, 140.0))
    one = replace(course[0], curves={**course[0].curves, Sign.SBP: gap})
    overlay.show_course([one], "s-1", Sign.SBP, change=False)
    assert [len(run) for run in overlay.lines[0].runs] == [2, 1]


def test_what_came_long_before_or_after_the_drug_does_not_stretch_the_axis(
    overlay: Overlay, course: tuple[Compared, ...]
) -> None:
    far = ((-7200.0, 120.0), (0.0, 130.0), (40_000.0, 140.0))
    one = replace(course[0], curves={**course[0].curves, Sign.SBP: far})
    overlay.show_course([one], "s-1", Sign.SBP, change=False)
    assert overlay.lines[0].points == ((0.0, 130.0),)
    assert overlay.span()[0] >= -900.0


def test_with_nothing_to_draw_it_says_why(overlay: Overlay, course: tuple[Compared, ...]) -> None:
    overlay.show_course((), "", Sign.SBP, change=False)
    assert overlay.words() == say("compare-no-curve")
    without = [replace(one, resting=dict.fromkeys(Sign)) for one in course]
    overlay.show_course(without, "s-6", Sign.SBP, change=True)
    assert overlay.words() == say("compare-no-baseline")
    overlay.grab()


def test_arrow_keys_move_a_cursor_and_the_labels_carry_its_values(
    qtbot: QtBot, overlay: Overlay
) -> None:
    overlay.setFocus()
    strong = overlay.lines[-1]
    assert overlay.text_of(strong) == "6 · 2026-10-06"
    qtbot.keyClick(overlay, Qt.Key.Key_Right)
    assert overlay.cursor_s == 0.0
    for _ in range(25):
        qtbot.keyClick(overlay, Qt.Key.Key_Right)
    assert overlay.cursor_s == 1500.0
    value = strong.session.value_at(Sign.SBP, 1500.0, change=False)
    assert overlay.text_of(strong) == f"6 · 2026-10-06   {value:.0f}"
    assert "At 25 min:" in overlay.accessibleName()
    assert f"session 6: {value:.0f}" in overlay.accessibleName()
    qtbot.keyClick(overlay, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert overlay.cursor_s == 600.0
    qtbot.keyClick(overlay, Qt.Key.Key_End)
    assert overlay.cursor_s == overlay.span()[1]
    qtbot.keyClick(overlay, Qt.Key.Key_Home)
    assert overlay.cursor_s == overlay.span()[0]


def test_a_press_sets_the_cursor_and_one_beside_the_curves_takes_it_away(
    qtbot: QtBot, overlay: Overlay
) -> None:
    box, x, _y = overlay.axes()
    spot = QPoint(round(x.px(1200.0)), round(box.center().y()))
    qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=spot)
    assert overlay.cursor_s == pytest.approx(1200.0, abs=20.0)
    beside = QPoint(round(box.right() + 60), round(box.center().y()))
    qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=beside)
    assert overlay.cursor_s is None


def test_without_lines_no_key_moves_anything(qtbot: QtBot, overlay: Overlay) -> None:
    overlay.show_course((), "", Sign.SBP, change=False)
    qtbot.keyClick(overlay, Qt.Key.Key_Right)
    qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton)
    assert overlay.cursor_s is None
