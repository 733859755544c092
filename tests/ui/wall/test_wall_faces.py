"""What a tile says: who, where in the session, what else is true, and numbers as at the chair."""

from __future__ import annotations

from dataclasses import replace

import pictures
import pytest
from rooms import AT, example, full_room, on_chair, state_of, treated

from monitor.emergency import EmergencyView
from monitor.entries import ChairBroken
from monitor.phases import Phase
from monitor.picture import ChairPicture
from monitor.treatment.view import GivingView, PeopleView, ResumeView
from monitor.vitals import VitalSign
from ui.chair.faces import cuff_face, numeral_of, vital_face
from ui.view_state import ChairView, ViewState
from ui.wall.course_text import patient_text, people_text, phase_text
from ui.wall.faces import TileFace, Use, room_face, spoken
from ui.wall.states import states_of

START_S = pictures.START_S
NOW_S = pictures.calm().now_s
RECOVERY = {"phase": Phase.RECOVERY, "phase_since_s": NOW_S - 2890.0}
PAUSED = {"phase": Phase.PAUSED, "phase_since_s": NOW_S - 90.0}


def face(state: ViewState, chair: int) -> TileFace:
    return next(tile for tile in room_face(state, AT).tiles if tile.chair == chair)


def view_of(picture: ChairPicture, profile: str = "adult-iv") -> ChairView:
    return state_of(on_chair(1, picture, profile=profile)).chairs[1]


# ---- where the session is


@pytest.mark.parametrize(
    ("profile", "changes", "text"),
    [
        ("adult-iv", {}, "Infusion 26 of 40 min"),
        ("im-sc", {}, "26 min after the dose"),
        ("oral", {}, "26 min after the dose"),
        ("intranasal", {}, "26 min after first device"),
        ("adult-iv", RECOVERY, "Recovery 48 min"),
        ("adult-iv", PAUSED, "Paused 1:30 · 26 of 40 min"),
        ("intranasal", RECOVERY, "26 min after first device"),
        ("adult-iv", {"dose_mg": None}, "Infusion 26 min"),
        ("adult-iv", {"phase": Phase.SCREENING, "infusion_started_s": None}, "Screening 26 min"),
    ],
)
def test_the_phase_and_its_clock_in_whole_minutes(
    profile: str, changes: dict[str, object], text: str
) -> None:
    assert phase_text(view_of(pictures.picture(**changes), profile)) == text


def test_the_patient_is_named_with_route_and_place_in_the_course() -> None:
    assert patient_text(view_of(pictures.calm())) == (
        "K. L. · IV · session 3 of 6",
        "K. L. · IV",
        "K. L. · IV",
        "K. L.",
    )
    nasal = view_of(pictures.picture(dose_mg=84.0), "intranasal")
    assert patient_text(nasal)[0] == "K. L. · intranasal 84 mg · session 3 of 6"
    assert "watching only" in patient_text(view_of(pictures.picture(dose_mg=None)))[0]


def test_a_cover_is_named_beside_the_owner_with_the_time_that_is_left() -> None:
    people = PeopleView("Nurse 1", "Nurse 2", NOW_S + 500.0)
    covered = people_text(view_of(treated(pictures.calm(), people=people)))
    assert covered[0] == "Nurse 1 · Nurse 2 covers 8:20"
    assert people_text(view_of(pictures.calm())) == ("Nurse 1",)


# ---- what else is true


def test_what_else_is_true_of_a_chair_is_said_in_words() -> None:
    giving = GivingView(pictures.opened().plan, resume=ResumeView(needed=True, good=1))
    shown = treated(
        pictures.picture(
            audio_pause_left_s=103.0,
            bedside_alarm_off="off",
            put_aside=frozenset({"device:dinamap"}),
            emergency=EmergencyView(NOW_S - 200.0, "Nurse 1"),
        ),
        off_monitor_since_s=NOW_S - 130.0,
        distress_since_s=NOW_S - 5.0,
        giving=giving,
        people=PeopleView("Nurse 1", unclaimed=2),
    )
    said = states_of(view_of(shown))
    assert said[:4] == (
        "Emergency 3:20",
        "Off monitor 2:10",
        "Distress",
        "No resume yet",
    )
    assert {"Sound off 1:43", "Bedside alarm OFF", "2 entries unclaimed"} <= set(said)
    assert any("put aside" in text for text in said)
    assert states_of(view_of(replace(shown, phase=Phase.SIGNED))) == ()


def test_a_pause_that_lasted_too_long_says_stop() -> None:
    giving = GivingView(pictures.opened().plan, resume=ResumeView(needed=True, terminate=True))
    assert states_of(view_of(treated(pictures.paused(), giving=giving))) == (
        "Pause too long: stop",
    )


# ---- the numbers


@pytest.mark.parametrize("chair", range(1, 9))
def test_a_number_is_drawn_as_at_its_chair(chair: int) -> None:
    state = full_room()
    view, tile = state.chairs[chair], face(state, chair)
    spo2 = vital_face(numeral_of(view, VitalSign.SPO2), view)
    assert tile.cuff == cuff_face(view)
    assert tile.spo2 is not None
    assert (tile.spo2.big, tile.spo2.aged, tile.spo2.breach) == (spo2.big, spo2.aged, spo2.breach)
    assert bool(tile.spo2.reason) == bool(spo2.reason)


def test_a_number_that_is_not_shown_has_no_change_from_baseline() -> None:
    assert face(full_room(), 4).delta == ()
    assert face(full_room(), 1).delta[0] == "+18 / +10 from baseline"


def test_a_chair_without_a_session_is_free_and_an_ended_one_too() -> None:
    state = state_of(example(1), on_chair(2, pictures.picture(phase=Phase.SIGNED)))
    assert face(state, 3).use is Use.FREE
    ended = face(state, 2)
    assert ended.use is Use.ENDED
    assert ended.patient[0].startswith("Ended · J. M.")
    assert "Begin a session" in spoken(ended)


def test_the_numbers_of_a_chair_that_is_not_watched_are_not_shown() -> None:
    state = full_room()
    state.absorb(ChairBroken(1, "a bug"), AT, 0.0)
    tile = face(state, 1)
    assert tile.use is Use.UNWATCHED
    assert (tile.cuff, tile.heart, tile.spo2) == (None, None, None)
    assert "Watch the bedside monitor" in tile.unwatched


def test_simulated_is_said_on_every_tile_that_is() -> None:
    real = on_chair(2, pictures.picture(simulated=False))
    state = state_of(example(1), real)
    assert (face(state, 1).mark, face(state, 2).mark) == ("SIMULATED", "")


def test_a_screen_reader_hears_chair_patient_alarm_and_numbers() -> None:
    words = spoken(face(full_room(), 2))
    for part in (
        "Chair 2",
        "J. M.",
        "SBP 186 ≥ 180",
        "NIBP 186/97",
        "HR 88",
        "SpO₂ 97",
        "cuff now",
    ):
        assert part in words
    assert "SpO₂ probe off" in spoken(face(full_room(), 4))
