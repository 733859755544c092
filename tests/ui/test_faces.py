"""What a numeral says: a value that is not live never looks live."""

from __future__ import annotations

from dataclasses import replace

import pictures
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.events import LinkReason
from monitor.phases import Phase
from monitor.picture import ChairPicture, Shown
from monitor.vitals import CUFF_SIGNS, CuffFailure, LostReason, Quality
from ui.chair.faces import DASHES, cuff_face, heart_numeral, numeral_of, vital_face
from ui.chair.spans import clock_text, minutes_text
from ui.view_state import ChairView, ViewState
from ui.words import SENTENCES

V = pictures.V


def view_of(picture: ChairPicture) -> ChairView:
    state = ViewState()
    for message in (pictures.beginning(picture), pictures.said(picture)):
        state.absorb(message, 0.0, 1_790_000_000.0)
    return state.chairs[picture.chair]


def test_a_live_pressure_says_its_age_its_next_and_its_change() -> None:
    face = cuff_face(view_of(pictures.medium()))
    assert (face.sbp, face.dbp, face.mean) == ("168", "101", "MAP 123")
    assert face.age == "1 min ago · next in 1:40"
    assert face.delta == "+44 / +25 from 124/76"
    assert face.limits == "limits 90–160 / 50–100"
    assert not face.aged


def test_an_aged_pressure_is_shown_grey_with_how_long_it_is_due() -> None:
    face = cuff_face(view_of(pictures.link_lost()))
    assert face.aged
    assert face.sbp == "142"
    assert face.age == "6 min ago · due for 1:40"


def test_dashes_keep_the_last_value_small_beside_its_time() -> None:
    face = cuff_face(view_of(pictures.sensor_off()))
    assert not any(digit in face.sbp + face.dbp for digit in "0123456789")
    assert face.age.startswith("last 142/86, 11 min ago")
    assert face.mean == ""


def test_after_the_end_no_digit_is_large_and_no_age_stands_still() -> None:
    left = pictures.medium()
    numerals = {
        sign: replace(
            one,
            shown=Shown.DASHES if sign in CUFF_SIGNS else Shown.BLANK,
            value=one.value if sign in CUFF_SIGNS else None,
            age_s=90.0 if sign in CUFF_SIGNS else None,
            why="session-over",
        )
        for sign, one in left.numerals.items()
    }
    over = replace(left, phase=Phase.SIGNED, numerals=numerals, next_cuff_at_s=None)
    view = view_of(over)
    cuff, heart = cuff_face(view), vital_face(heart_numeral(view), view)
    at = clock_text(view.wall_of(over.now_s - 90.0))
    assert (cuff.sbp, cuff.mean, cuff.delta) == (DASHES, "", "")
    assert cuff.age == f"last 168/101, {at} · session over"
    assert (heart.big, heart.reason, heart.age) == ("", "session over", "")


def test_a_lost_sign_shows_no_digit_and_says_why() -> None:
    view = view_of(pictures.sensor_off())
    face = vital_face(numeral_of(view, V.SPO2), view)
    assert face.big == ""
    assert face.reason == "probe off"
    assert face.age == "30 s ago"


def test_a_sign_that_was_never_measured_says_so() -> None:
    view = view_of(pictures.picture(numerals={}))
    assert cuff_face(view).reason == "not measured yet"
    assert vital_face(numeral_of(view, V.SPO2), view).reason == "not measured yet"


def test_a_sign_that_the_monitor_does_not_have_says_so() -> None:
    view = view_of(pictures.calm())
    assert vital_face(numeral_of(view, V.RR), view).reason == "not on this monitor"


def test_a_reading_from_before_the_session_is_grey_and_says_so() -> None:
    shown = pictures.numerals(131, 79, 70, 98)
    for sign in (V.SBP, V.DBP, V.MAP):
        shown[sign] = replace(
            shown[sign], shown=Shown.AGED, why=Quality.BEFORE_SESSION.value, delta=None
        )
    face = cuff_face(view_of(pictures.picture(numerals=shown)))
    assert face.aged
    assert face.age.startswith("from before this session")
    assert face.delta == ""


def test_a_poor_value_says_that_it_is_poor() -> None:
    poor = pictures.numeral(V.HR, 84, why=Quality.POOR.value)
    view = view_of(pictures.picture(numerals={V.HR: poor}))
    assert vital_face(poor, view).age == "now · poor signal"


def test_a_number_says_from_which_monitor_it_is_only_where_there_are_several() -> None:
    shown = pictures.numerals(142, 86, 84, 97)
    assert "from" not in vital_face(shown[V.HR], view_of(pictures.calm())).age
    for sign, source in ((V.SPO2, "device:nonin-df7#2"), (V.SBP, "device:dinamap")):
        shown[sign] = replace(shown[sign], source=source)
    view = view_of(pictures.picture(numerals=shown))
    assert vital_face(shown[V.SPO2], view).age == "now · from Nonin 2"
    assert cuff_face(view).source == "from DINAMAP"
    assert cuff_face(view_of(pictures.calm())).source == ""


def test_pulse_stands_in_where_there_is_no_heart_rate() -> None:
    shown = pictures.numerals(142, 86, 84, 97)
    shown[V.HR] = pictures.numeral(V.HR, None, shown=Shown.NEVER, age_s=None)
    shown[V.PULSE] = pictures.numeral(V.PULSE, 82)
    view = view_of(pictures.picture(numerals=shown))
    face = vital_face(heart_numeral(view), view)
    assert (face.title, face.big) == ("Pulse", "82")
    assert "oximeter" in face.unit


def test_a_running_cuff_is_said_instead_of_the_next_one() -> None:
    assert cuff_face(view_of(pictures.paused())).age == "1 min ago · measuring"


@pytest.mark.parametrize(
    "why", [*LostReason, *LinkReason, *CuffFailure, *(q for q in Quality if q is not Quality.GOOD)]
)
def test_every_reason_has_words(why: str) -> None:
    assert SENTENCES[f"why-{why}"]


@given(
    shown=st.sampled_from([Shown.DASHES, Shown.BLANK, Shown.NEVER]),
    value=st.one_of(st.none(), st.integers(20, 250).map(float)),
    why=st.sampled_from(["", "sensor-off", "no-data"]),
)
def test_whatever_is_not_live_or_aged_is_never_a_big_number(
    shown: Shown, value: float | None, why: str
) -> None:
    numeral = pictures.numeral(V.HR, value, shown=shown, why=why)
    face = vital_face(numeral, view_of(pictures.picture(numerals={V.HR: numeral})))
    assert not any(digit in face.big for digit in "0123456789")
    assert face.aged
    assert face.reason


@given(st.integers(-100_000, 100_000))
def test_a_length_of_time_reads_back(seconds: int) -> None:
    text = minutes_text(seconds)
    whole = 0
    for part in text.lstrip("−").split(":"):
        whole = whole * 60 + int(part)
    assert whole == abs(seconds)
    assert text.startswith("−") == (seconds < 0)
