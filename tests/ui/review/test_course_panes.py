"""The course from session to session in small panes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from data.overlays import overlay_of
from tests.data.course_examples import DISSOCIATION, MADRS, MG_PER_KG, PHQ9, keep_course
from tests.data.past_treatments import PATIENT
from tests.ui.page_examples import in_a_window
from ui.review.compared import Compared, compared
from ui.review.course_panes import CoursePanes, panes_of
from ui.theme import DARK


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> tuple[Compared, ...]:
    path = tmp_path_factory.mktemp("panes") / "record.db"
    keep_course(path, 6, step_s=60)
    return compared(overlay_of(path, None, PATIENT))


def test_each_pane_has_a_value_for_each_session(course: tuple[Compared, ...]) -> None:
    dose, peak, dissociation, mood = panes_of(course)
    assert dose.tops == pytest.approx(MG_PER_KG[:6])
    assert dissociation.tops == DISSOCIATION[:6]
    assert (mood.tops, mood.seconds) == (PHQ9[:6], MADRS[:6])
    assert peak.bottoms == (124.0,) * 6
    assert peak.tops[3] == 183.0


def test_the_chosen_session_is_told_in_figures(qtbot: QtBot, course: tuple[Compared, ...]) -> None:
    panes = CoursePanes(DARK)
    window = in_a_window(panes, 420, 330)
    qtbot.addWidget(window)
    panes.show_course(course, "s-4")
    assert [panes.told(pane) for pane in panes.panes] == ["0.60", "124 → 183", "3", "13 · 22"]
    panes.show_course(course, "somewhere else")
    assert [panes.told(pane) for pane in panes.panes] == [""] * 4
    panes.grab()
    window.hide()


def test_what_was_not_recorded_is_a_gap_and_no_zero(
    qtbot: QtBot, course: tuple[Compared, ...]
) -> None:
    bare = [replace(one, phq9=None, madrs=None, dissociation=None) for one in course]
    bare[2] = replace(course[2], phq9=None)
    watched = replace(course[0], session_id="w", number=None)
    panes = CoursePanes(DARK)
    window = in_a_window(panes, 420, 330)
    qtbot.addWidget(window)
    panes.show_course([*bare, watched], "s-3")
    mood = panes.panes[3]
    assert mood.tops == (None,) * 6
    assert panes.told(mood) == f"– · {MADRS[2]}"
    assert panes.panes[2].known == [2]
    panes.grab()
    panes.show_course([], "")
    assert all(not pane.known for pane in panes.panes)
    panes.grab()
    window.hide()


def test_thirty_sessions_fit(qtbot: QtBot, course: tuple[Compared, ...]) -> None:
    many = [
        replace(course[place % 6], session_id=f"m-{place}", number=place + 1)
        for place in range(30)
    ]
    panes = CoursePanes(DARK)
    window = in_a_window(panes, 420, 330)
    qtbot.addWidget(window)
    panes.show_course(many, "m-29")
    assert len(panes.panes[0].tops) == 30
    panes.grab()
    window.hide()
