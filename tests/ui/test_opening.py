"""From what was typed to the first event of a session."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.codec import decode, encode
from devices.registry import DRIVERS
from monitor.limits import PROFILES, Modifier
from monitor.people import WEIGHT_KG, Course, Risk
from monitor.plan import DOSE_MG_PER_KG, MINUTES, Drug
from ui.opening import checked, facts_of, new_session_id, opening
from ui.requests import DeviceRequest, SessionRequest, WrongEntry

TYPED = SessionRequest(
    1,
    " 4711 ",
    "EE",
    1980,
    82.0,
    0.5,
    40.0,
    "adult-iv",
    5.0,
    (DeviceRequest("/dev/x", "ivy-450c"),),
    "AK",
)
DRIVER = DRIVERS["ivy-450c"]


def test_what_was_typed_is_in_the_first_event() -> None:
    device = facts_of(DRIVER, DRIVER.source)
    opened = opening(TYPED, (device,), "s", simulated=False)
    assert (opened.patient.patient_id, opened.patient.weight_kg) == ("4711", 82.0)
    assert opened.plan.dose_mg == 41.0
    assert (opened.nibp_interval_s, opened.by, opened.devices) == (300.0, "AK", (device,))
    assert not opened.simulated


def test_what_is_known_of_the_patient_is_in_the_profile_and_in_no_other_one() -> None:
    asked = replace(TYPED, modifiers=frozenset({"sedatives", "oxygen"}))
    opened = opening(asked, (), "s", simulated=False)
    assert opened.profile.modifiers == {Modifier.SEDATIVES, Modifier.OXYGEN}
    assert PROFILES["adult-iv"].modifiers == frozenset()
    assert decode(*encode(opened)) == opened


def test_what_a_treatment_needs_is_in_the_first_event_too() -> None:
    asked = replace(
        TYPED, flow=True, course=Course(3, 6, 38.0, 81.0, 168.0), name=" J.  M. ", sex="f",
        birth_date="1980-05-31", risks=frozenset({"hypertension", "age-65"}), mg_per_kg=None,
        profile="intranasal", fixed_mg=84.0, concentration_mg_per_ml=140.0 / 2, drug="esketamine",
    )  # fmt: skip
    opened = opening(asked, (), "s", simulated=False)
    assert (opened.flow, opened.course) == (True, asked.course)
    patient, plan = opened.patient, opened.plan
    assert (patient.name, patient.birth_date, patient.sex) == ("J. M.", "1980-05-31", "f")
    assert patient.risks == {Risk.HYPERTENSION, Risk.AGE_65}
    assert (plan.dose_mg, plan.concentration_mg_per_ml, plan.drug) == (84.0, 70.0, Drug.ESKETAMINE)
    assert decode(*encode(opened)) == opened


def test_without_a_word_about_them_a_session_has_no_steps_and_no_risks() -> None:
    opened = opening(TYPED, (), "s", simulated=False)
    assert not opened.flow
    assert opened.course == Course()
    assert opened.patient.risks == frozenset()
    assert opened.plan.drug is Drug.KETAMINE


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"risks": frozenset({"age"})}, "no risk age; there are hypertension, "),
        ({"drug": "propofol"}, "no drug propofol; there are ketamine, esketamine"),
        ({"birth_date": "31.5.1980"}, "31.5.1980 is no date; expected for example 1980-05-31"),
        ({"fixed_mg": 5000.0}, "dose is 5000 mg"),
        ({"concentration_mg_per_ml": 0.0}, "concentration is 0 mg/mL"),
        ({"flow": True, "minutes": 0.5}, "duration is 0.5 min"),
        ({"flow": True, "profile": "intranasal", "fixed_mg": 600.0}, "expected 5 to 350 mg"),
        ({"patient_id": "  "}, "patient id"),
        ({"profile": "adult"}, "adult-iv"),
        ({"modifiers": frozenset({"fast"})}, "no modifier fast; there are sedatives, oxygen"),
        ({"weight_kg": 0.0}, "weight is 0 kg; expected 25 to 350 kg"),
        ({"weight_kg": 900.0}, "weight is 900 kg"),
        ({"mg_per_kg": 50.0}, "dose is 50 mg/kg; expected 0.05 to 2 mg/kg"),
        ({"minutes": 0.0}, "duration is 0 min"),
        ({"weight_kg": float("nan")}, "weight"),
        ({"mg_per_kg": float("inf")}, "dose"),
    ],
)
def test_a_wrong_entry_names_the_field_the_value_and_the_bounds(
    wrong: dict[str, object], words: str
) -> None:
    with pytest.raises(WrongEntry, match=words):
        checked(replace(TYPED, **wrong))  # type: ignore[arg-type]


@given(
    st.floats(*WEIGHT_KG) | st.none(),
    st.floats(*DOSE_MG_PER_KG) | st.none(),
    st.floats(*MINUTES),
)
def test_whatever_lies_within_its_bounds_is_taken(
    weight: float | None, dose: float | None, minutes: float
) -> None:
    patient, plan = checked(replace(TYPED, weight_kg=weight, mg_per_kg=dose, minutes=minutes))
    assert (patient.weight_kg, plan.mg_per_kg, plan.minutes) == (weight, dose, minutes)


def test_session_ids_sort_by_time_and_are_never_the_same() -> None:
    ids = [new_session_id() for _ in range(100)]
    assert len(set(ids)) == 100
    assert [one[:15] for one in ids] == sorted(one[:15] for one in ids)
