"""The page on which the sessions of one patient are laid over one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from data.overlays import Overlay, overlay_of
from monitor.people import Patient
from tests.data.course_examples import keep_course, session_of
from tests.data.past_treatments import DAY_S, NOON_UTC_S, PATIENT, iv_treatment, keep
from tests.ui.page_examples import RecordingBackend, in_a_window
from ui.review.compare_page import ComparePage
from ui.theme import DARK
from ui.words import say


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Overlay:
    path = tmp_path_factory.mktemp("compare") / "record.db"
    keep_course(path, 4, step_s=60)
    return overlay_of(path, None, PATIENT)


@pytest.fixture
def backend(course: Overlay) -> RecordingBackend:
    made = RecordingBackend()
    made.overlays[PATIENT, False] = course
    return made


@pytest.fixture
def page(qtbot: QtBot, backend: RecordingBackend) -> Iterator[ComparePage]:
    made = ComparePage(backend, DARK)
    window = in_a_window(made, 1280, 544)
    qtbot.addWidget(window)
    yield made
    window.hide()


def show(page: ComparePage, session_id: str = "s-2") -> None:
    page.show_patient(PATIENT, session_id, simulated=False)


def test_the_session_that_was_looked_at_is_strong(page: ComparePage) -> None:
    show(page)
    assert [line.session.session_id for line in page.overlay.lines if line.strong] == ["s-2"]
    assert page.table.currentIndex().row() == 1
    assert page.overlay.isVisible()
    assert page.table.isVisible()


def test_the_page_says_whose_sessions_these_are(page: ComparePage) -> None:
    show(page)
    assert page.who.text() == "J. M. · #P-20417"
    assert "Only sessions recorded under patient id P-20417: 4, of them 4" in page.guard.text()
    assert not page.doubt.isVisible()
    assert not page.simulated.isVisible()


def test_another_session_of_the_table_becomes_strong(qtbot: QtBot, page: ComparePage) -> None:
    show(page)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert [line.session.session_id for line in page.overlay.lines if line.strong] == ["s-3"]
    assert page.panes.told(page.panes.panes[1]).startswith("124 → ")


def test_signs_and_changes_are_a_press_away(qtbot: QtBot, page: ComparePage) -> None:
    show(page)
    for key, words in (("dbp", "DBP, mmHg"), ("hr", "HR, 1/min")):
        qtbot.mouseClick(page.sign.button(key), Qt.MouseButton.LeftButton)
        assert page.overlay.unit() == words
    qtbot.mouseClick(page.way.button("change"), Qt.MouseButton.LeftButton)
    assert page.overlay.unit() == "HR, 1/min, difference from baseline"


def test_simulated_sessions_say_so_and_are_asked_for_apart(
    page: ComparePage, backend: RecordingBackend, course: Overlay
) -> None:
    backend.overlays[PATIENT, True] = replace(course, sessions=course.sessions[:1])
    page.show_patient(PATIENT, "s-1", simulated=True)
    assert page.simulated.isVisible()
    assert len(page.sessions) == 1
    assert "Simulated sessions under patient id P-20417: 1" in page.guard.text()


def test_a_session_without_an_id_is_compared_with_nothing(page: ComparePage) -> None:
    show(page)
    page.show_patient("  ", "x", simulated=False)
    assert page.message.text() == say("compare-no-id")
    assert page.message.isVisible()
    assert page.sessions == ()
    assert page.who.text() == ""


def test_nothing_of_the_patient_before_stays(page: ComparePage) -> None:
    show(page)
    page.show_patient("P-9", "x", simulated=False)
    assert page.message.text() == say("compare-none", "P-9")
    assert not page.overlay.isVisible()
    assert "J. M." not in page.who.text()
    assert page.sessions == ()


def test_different_birth_years_are_a_reason_to_look(
    qtbot: QtBot, page: ComparePage, backend: RecordingBackend, tmp_path: Path
) -> None:
    del qtbot
    path = tmp_path / "record.db"
    for number, year in ((1, 1974), (2, 1947)):
        patient = Patient(PATIENT, 80.0, "J. M.", year)
        at = NOON_UTC_S + number * DAY_S
        keep(path, session_of(number, patient=patient), iv_treatment(), utc_s=at)
    found = replace(overlay_of(path, None, PATIENT), unreadable=("s-7",), older=12)
    backend.overlays[PATIENT, False] = found
    show(page)
    assert page.doubt.isVisible()
    assert "different birth years (1947, 1974)" in page.doubt.text()
    assert "12 older sessions are not shown." in page.doubt.text()
    assert "Not shown, because damaged: s-7." in page.doubt.text()
    assert backend.asked_about == ["s-2"]


def test_who_may_not_look_reads_why(page: ComparePage, backend: RecordingBackend) -> None:
    backend.forbids = "Nobody is signed in at this window."
    show(page)
    assert page.message.text() == backend.forbids
    assert not page.overlay.isVisible()


def test_escape_takes_the_cursor_away_and_then_leaves(qtbot: QtBot, page: ComparePage) -> None:
    show(page)
    page.overlay.setFocus()
    qtbot.keyClick(page.overlay, Qt.Key.Key_Right)
    with qtbot.assertNotEmitted(page.closed):
        qtbot.keyClick(page.overlay, Qt.Key.Key_Escape)
    assert page.overlay.cursor_s is None
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page.overlay, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.closed):
        qtbot.mouseClick(page.leave, Qt.MouseButton.LeftButton)


def test_every_control_is_reached_by_tab_and_has_a_name(qtbot: QtBot, page: ComparePage) -> None:
    show(page)
    controls = [
        page.sign.button("sbp"), page.way.button("value"), page.leave, page.overlay, page.table,
    ]  # fmt: skip
    seen = set()
    page.sign.button("sbp").setFocus()
    for _ in range(12):
        focused = page.window().focusWidget()
        seen.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert set(controls) <= seen
    assert all(control.accessibleName() for control in controls)
