"""The checklist before leaving in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monitor.phases import Phase
from monitor.treatment.leaving_by_hand import CRITERIA
from monitor.treatment.view import CriterionView, SignedView
from tests.ui.chair.leaving_pictures import (
    BY,
    DATE,
    ESCORT,
    LET_GO,
    PRESSURE,
    SEDATION,
    TIME,
    leaving_view,
)
from ui.chair.leaving_faces import (
    GROUPS,
    Does,
    LineFace,
    LineState,
    has_checklist,
    leaving_face,
    leaving_words,
)


def face_of(one: CriterionView, **more: object) -> LineFace:
    line = leaving_face(leaving_view(one, **more)).line(one.id)  # type: ignore[arg-type]
    assert line is not None
    return line


def test_every_criterion_has_its_place() -> None:
    placed = [line for lines in GROUPS.values() for line in lines]
    assert sorted(placed) == sorted(CRITERIA)


def test_a_time_that_is_not_over_is_not_yet_and_not_a_failure() -> None:
    assert face_of(TIME).state is LineState.NOT_YET
    assert face_of(replace(PRESSURE, met=False)).state is LineState.NOT_MET


def test_what_was_let_go_says_why_and_by_whom() -> None:
    line = face_of(LET_GO)
    assert line.state is LineState.LET_GO
    assert line.done
    assert "“known” (Nurse 1, Nurse 2)" in line.told


def test_a_pressure_stands_beside_the_baseline() -> None:
    assert face_of(PRESSURE).told.endswith("· baseline 124/78")


@pytest.mark.parametrize(
    ("one", "does"),
    [
        (SEDATION, Does.SCORE),
        (PRESSURE, Does.NOTHING),
        (replace(PRESSURE, met=None), Does.CUFF),
        (ESCORT, Does.TICK),
        (replace(ESCORT, met=True), Does.UNTICK),
        (DATE, Does.DATE),
        (TIME, Does.NOTHING),
    ],
)
def test_one_tap_brings_a_line_forward(one: CriterionView, does: Does) -> None:
    assert face_of(one).does is does


def test_an_escort_who_was_not_named_is_asked_for() -> None:
    assert face_of(ESCORT).text == "Escort 1"
    assert face_of(ESCORT, answers=()).does is Does.TICK_WITH


def test_after_the_signature_nothing_can_be_done() -> None:
    line = face_of(ESCORT, signed=SignedView(BY, 7100.0), phase=Phase.SIGNED)
    assert line.does is Does.NOTHING


def test_only_what_is_about_the_patient_or_the_drug_wants_two() -> None:
    assert face_of(PRESSURE).wants_second
    assert not face_of(DATE).wants_second


def test_the_summary_says_how_much_is_open_and_until_when() -> None:
    view = leaving_view(TIME, PRESSURE, SEDATION)
    face = leaving_face(view)
    assert face.summary.startswith("2 of 3 lines are open · not before ")
    assert leaving_words(view).startswith("2 open · from ")
    assert (face.open_in("body"), face.open_in("asked"), face.open_in("home")) == (1, 1, 0)
    assert face.first_open == "body"
    assert not face.may_leave
    assert leaving_words(leaving_view(PRESSURE)) == "may leave"


def test_without_the_drug_there_is_no_checklist() -> None:
    early = leaving_view(phase=Phase.BASELINE)
    assert not has_checklist(early)
    assert leaving_face(early).summary == "The checklist begins with the first dose."
    assert has_checklist(leaving_view(TIME, phase=Phase.TREATING))
