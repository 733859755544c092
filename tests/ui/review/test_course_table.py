"""The course as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data.overlays import overlay_of
from monitor.commands import Action
from tests.data.course_examples import keep_course
from tests.data.past_treatments import PATIENT
from tests.ui.page_examples import in_a_window
from ui.page_growth import Growth
from ui.review.compared import Compared, Sign, compared
from ui.review.course_table import COLUMNS, CourseTable
from ui.theme import DARK
from ui.words import say


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> tuple[Compared, ...]:
    path = tmp_path_factory.mktemp("table") / "record.db"
    keep_course(path, 4, step_s=60)
    return compared(overlay_of(path, None, PATIENT))


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[CourseTable]:
    made = CourseTable(DARK)
    window = in_a_window(made, 1240, 220)
    qtbot.addWidget(window)
    yield made
    window.hide()


def line(table: CourseTable, row: int) -> list[str]:
    model = table.course
    return [str(model.data(model.index(row, place))) for place in range(len(COLUMNS))]


def test_a_line_has_dose_peaks_changes_and_scores(
    table: CourseTable, course: tuple[Compared, ...]
) -> None:
    table.show_course(course, "s-4")
    assert table.course.rowCount() == 4
    assert line(table, 3) == [
        "4", "2026-09-30", "IV", "48", "0.60", "124/76", "183  +59", "108  +32", "99  +27",
        "3", "13", "22", "labetalol 10 mg",
    ]  # fmt: skip
    heads = [
        table.course.headerData(place, Qt.Orientation.Horizontal) for place in range(len(COLUMNS))
    ]
    assert heads[:3] == ["No.", "Date", "Route"]


def test_what_is_not_known_is_a_dash(table: CourseTable, course: tuple[Compared, ...]) -> None:
    nothing = dict.fromkeys(Sign)
    bare = replace(
        course[0], number=None, route=None, mg=None, mg_per_kg=None, resting=nothing,
        peaks=nothing, dissociation=None, phq9=None, madrs=None, for_pressure=(),
    )  # fmt: skip
    peak = course[0].peaks[Sign.SBP]
    assert peak is not None
    loose = replace(course[1], peaks={**nothing, Sign.SBP: replace(peak, change=None)})
    answered = replace(course[2], for_pressure=(Action.PAUSED, Action.RATE_LOWERED, "x"))
    table.show_course([bare, loose, answered], "s-1")
    assert line(table, 0) == ["–", "2026-09-21", "watched only", *["–"] * 10]
    assert line(table, 1)[6] == f"{peak.value:.0f}"
    assert line(table, 2)[-1] == "infusion paused · rate lowered · x"


def test_the_session_that_was_looked_at_is_marked_and_asks_for_nothing(
    qtbot: QtBot, table: CourseTable, course: tuple[Compared, ...]
) -> None:
    with qtbot.assertNotEmitted(table.chosen):
        table.show_course(course, "s-2")
    assert table.currentIndex().row() == 1


def test_arrow_keys_and_presses_choose_a_session(
    qtbot: QtBot, table: CourseTable, course: tuple[Compared, ...]
) -> None:
    table.show_course(course, "s-2")
    table.setFocus()
    with qtbot.waitSignal(table.chosen) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert asked.args == ["s-3"]
    spot = table.visualRect(table.course.index(0, 1)).center()
    with qtbot.waitSignal(table.chosen) as asked:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert asked.args == ["s-1"]


def test_a_screen_reader_hears_what_a_cell_is(
    table: CourseTable, course: tuple[Compared, ...]
) -> None:
    table.show_course(course, "s-1")
    cell = table.course.index(0, 6)
    spoken = table.course.data(cell, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{say('compare-column-sbp')} {line(table, 0)[6]}"
    assert table.course.data(cell, Qt.ItemDataRole.ToolTipRole) is None


def test_lines_grow_with_the_page(table: CourseTable, course: tuple[Compared, ...]) -> None:
    table.show_course(course, "s-1")
    before = table.rowHeight(0)
    table.grow(Growth(1.28, 1.17, 1.14))
    assert table.rowHeight(0) > before
