"""An emergency in words: the code clock, the phone script, the stamps."""

from __future__ import annotations

from dataclasses import replace

import emergency_examples
import pictures
from pytestqt.qtbot import QtBot

from data.clinic_file import Clinic
from monitor.limits import PROFILES
from monitor.picture import ChairPicture, Shown
from monitor.vitals import VitalSign
from ui.emergency_text import EmergencyFace, face_of, script, unbroken
from ui.ink import Weight, wrapped
from ui.view_state import ChairView
from ui.words import say

CLINIC = emergency_examples.CLINIC


def view(picture: ChairPicture | None = None) -> ChairView:
    shown = picture or emergency_examples.emergency()
    return ChairView(shown, 0.0, 1_790_000_000.0, opened=pictures.opened())


def test_the_script_says_where_who_what_and_the_values_of_now() -> None:
    said = " ".join(script(view(), CLINIC))
    for part in (
        "Lakeside Clinic, 14 Harbour Street, Springfield",
        "about 52 years",
        "27 mg",
        "blood pressure 206 over 121",
        f"Call back at {unbroken('+41 55 123 45 67')}",
        "Way in: Yard entrance",
    ):
        assert part in said


def test_a_phone_number_is_never_broken_between_two_lines(qtbot: QtBot) -> None:
    sentence = say("script-send", unbroken("+41 55 123 45 67"))
    for width in range(120, 600, 40):
        lines = wrapped(sentence, width, 18, Weight.Normal)
        assert any(unbroken("+41 55 123 45 67") in line for line in lines)
        assert " ".join(lines) == sentence


def test_a_value_that_is_not_there_is_not_said() -> None:
    picture = emergency_examples.emergency()
    numerals = {
        sign: replace(numeral, shown=Shown.BLANK) for sign, numeral in picture.numerals.items()
    }
    said = " ".join(script(view(replace(picture, numerals=numerals)), CLINIC))
    assert "No values from the monitor now." in said
    assert "206" not in said


def test_the_pulse_stands_in_for_a_heart_rate_that_is_lost() -> None:
    picture = emergency_examples.emergency()
    lost = replace(picture.numerals[VitalSign.HR], shown=Shown.BLANK, value=None)
    pulse = replace(lost, sign=VitalSign.PULSE, shown=Shown.LIVE, value=61.0)
    numerals = {**picture.numerals, VitalSign.HR: lost, VitalSign.PULSE: pulse}
    assert "heart rate 61" in " ".join(script(view(replace(picture, numerals=numerals)), CLINIC))


def test_nothing_that_is_not_set_is_said_on_the_phone() -> None:
    said = script(view(), Clinic())
    assert said[0] == "Medical emergency. Say where you are."
    assert said[-1] == "Please send an ambulance."


def test_the_newest_stamp_comes_first_with_both_clocks() -> None:
    lines = face_of(view(), CLINIC).stamps
    assert [line.code for line in lines] == ["4:28", "3:52", "3:28", "0:22"]
    assert [line.undo for line in lines] == [True, False, False, False]
    assert [line.struck for line in lines] == [False, False, True, False]


def test_an_emergency_that_ended_says_how_long_it_took() -> None:
    face = face_of(view(emergency_examples.emergency(going=False)), CLINIC)
    assert not face.going
    assert face.code == "4:30"
    assert "ended after 4:30" in face.since


def test_without_an_emergency_the_page_is_empty() -> None:
    assert face_of(view(pictures.calm()), CLINIC) == EmergencyFace(practice=True)


def test_the_script_says_by_which_way_the_drug_was_given() -> None:
    said = {}
    for name in ("adult-iv", "im-sc", "intranasal", "oral"):
        picture = replace(emergency_examples.emergency(), profile=name)
        opened = replace(pictures.opened(), profile=PROFILES[name])
        shown = ChairView(picture, 0.0, 1_790_000_000.0, opened=opened)
        said[name] = next(line for line in script(shown, CLINIC) if "27 mg" in line)
    assert len(set(said.values())) == 4
    assert "nasal spray" in said["intranasal"]
