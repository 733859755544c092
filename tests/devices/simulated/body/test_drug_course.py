"""All ways of giving act together in one patient, and nothing is lost between two seconds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.body.absorption import Way
from devices.simulated.body.drug_course import DrugCourse
from devices.simulated.body.pharmacology import DrugInBody, kamp, occupancy, typical_response
from monitor.plan import Drug


def course() -> DrugCourse:
    return DrugCourse(kamp(70.0), typical_response(45.0), 45.0)


def until(drug: DrugCourse, from_s: int, to_s: int) -> None:
    for second in range(from_s + 1, to_s + 1):
        drug.go_on(float(second))


def test_a_steady_pump_is_a_steady_infusion() -> None:
    drug, body = course(), DrugInBody(kamp(70.0))
    drug.pump.turn(1.0, 0.0)
    drug.pump.run(0.0)
    until(drug, 0, 900)
    body.set_rate(1.0, 0.0)
    body.advance(900.0)
    assert drug.plasma_ng_per_ml == pytest.approx(body.plasma_ng_per_ml)
    assert drug.effect == pytest.approx(occupancy(body.effect_ng_per_ml))


def test_what_is_given_together_acts_more_than_either() -> None:
    effects = []
    for pumped, sprayed in ((1.0, 0.0), (0.0, 56.0), (1.0, 56.0)):
        drug = course()
        drug.pump.turn(pumped, 0.0)
        drug.pump.run(0.0)
        if sprayed:
            drug.drug = Drug.ESKETAMINE
            drug.give(sprayed, Way.NOSE, 0.0)
            drug.drug = Drug.KETAMINE
        until(drug, 0, 1200)
        effects.append(drug.effect)
    assert effects[2] > max(effects[:2]) > min(effects[:2]) > 0.05


def test_the_spray_is_a_body_of_its_own() -> None:
    drug = course()
    drug.drug = Drug.ESKETAMINE
    drug.give(56.0, Way.NOSE, 0.0)
    until(drug, 0, 2400)
    assert drug.effect > 0.15
    assert drug.plasma_ng_per_ml == 0.0
    assert drug.by_hand_mg == 56.0


@given(st.lists(st.floats(0.01, 0.99), min_size=1, max_size=6))
def test_what_the_pump_gave_within_a_second_arrives_whatever_the_presses(
    presses: list[float],
) -> None:
    """On and off at these moments of the first second."""
    drug = course()
    drug.pump.turn(30.0, 0.0)
    for number, at_s in enumerate(sorted(presses)):
        (drug.pump.halt if number % 2 else drug.pump.run)(at_s)
    drug.pump.halt(1.0)
    until(drug, 0, 1)
    given_mg = drug.pump.given_mg
    even, body = DrugInBody(kamp(70.0)), drug.plasma_ng_per_ml
    even.set_rate(given_mg * 60.0, 0.0)
    even.advance(1.0)
    assert body == pytest.approx(even.plasma_ng_per_ml)
