"""What the top line says when there is a session, and when there is none."""

from __future__ import annotations

from dataclasses import replace

import pictures
import pytest
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from monitor.entries import StoreNote
from monitor.people import Course
from ui.bar_face import top_face
from ui.chair.top_line import TopFace
from ui.view_state import ViewState
from ui.wall.bars import room_top

NOT_A_PATIENT = "SIMULATED – NOT A PATIENT"


def face_of(course: Course) -> TopFace:
    state = ViewState()
    opened = replace(pictures.opened(), course=course)
    state.absorb(pictures.said(pictures.calm(), opened), 0.0, 0.0)
    return top_face(state, state.chairs[2], "14:31")


@pytest.mark.parametrize(
    ("course", "words"),
    [
        (Course(3, 6), "session 3 of 6"),
        (Course(9, None), "session 9"),
        (Course(), ""),
    ],
)
def test_which_session_of_the_course_it_is_is_said_as_far_as_it_is_known(
    course: Course, words: str
) -> None:
    assert face_of(course).course == words


def test_a_second_place_that_cannot_be_written_stands_on_every_page() -> None:
    state = ViewState()
    state.absorb(StoreNote("it cannot be written", second_place=False), 0.0, 0.0)
    assert top_face(state, None, "14:31", "Started without sound").warnings == (
        "Started without sound",
        "Second copy off",
    )
    assert room_top(state, (), "14:31", "", on_wall=True).warnings == ("Second copy off",)
    state.absorb(pictures.said(pictures.calm(), pictures.opened()), 0.0, 0.0)
    assert "Second copy off" in top_face(state, state.chairs[2], "14:31").warnings


@pytest.mark.parametrize("demo", [True, False])
def test_in_a_demo_no_moment_is_without_the_word_that_nobody_is_a_patient(demo: bool) -> None:
    state = ViewState(demo=demo)
    wanted = NOT_A_PATIENT if demo else ""
    assert top_face(state, None, "14:31").simulated == wanted
    assert room_top(state, (), "14:31", "", on_wall=True).simulated == wanted


def test_the_first_page_of_a_demo_bears_it_in_the_window(qtbot: QtBot) -> None:
    desk = WindowDesk(qtbot, demo=True)
    desk.turn()
    top = desk.window.shell.top
    assert NOT_A_PATIENT in [label.text for label in top.labels]
    desk.close()
