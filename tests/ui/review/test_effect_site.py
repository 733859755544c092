"""The drug over time: what was entered, and the estimate of its effect site."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from devices.simulated.body.pharmacology import DrugInBody, kamp
from monitor.commands import PauseInfusion, ResumeInfusion, StartInfusion, StopInfusion
from monitor.events import Event
from monitor.outcomes import Outcome, PhaseChanged
from monitor.phases import Phase
from monitor.plan import Drug
from monitor.treatment.commands import ChangeRate, GiveDose
from monitor.treatment.retold import GivenRetold
from tests.ui.page_sessions import opening
from ui.review.effect_site import DrugCourse, drug_course

NURSE = "Nurse 1"
STARTED = (600.0, StartInfusion(NURSE)), (600.0, PhaseChanged(Phase.BASELINE, Phase.TREATING))


def given_by(*script: tuple[float, Event | Outcome], drug: Drug = Drug.KETAMINE) -> GivenRetold:
    given = GivenRetold()
    opened = opening()
    given.hear(replace(opened, plan=replace(opened.plan, drug=drug)), 0.0)
    for at_s, what in script:
        given.hear(what, at_s)
    return given


def course_of(
    *script: tuple[float, Event | Outcome], weight_kg: float | None = 82.0, until_s: float = 7200.0
) -> DrugCourse:
    return drug_course(given_by(*script), weight_kg, until_s)


def test_the_rates_are_those_that_were_entered_in_mg_per_hour() -> None:
    course = course_of(
        *STARTED,
        (1200.0, ChangeRate(0.5, NURSE)),
        (1500.0, PauseInfusion(NURSE)),
        (1800.0, ResumeInfusion(NURSE)),
        (3600.0, StopInfusion(NURSE)),
    )
    assert course.rates == (
        (600.0, pytest.approx(61.5)),
        (1200.0, 30.0),
        (1500.0, 0.0),
        (1800.0, 30.0),
        (3600.0, 0.0),
    )
    assert course.rate_at(599.0) is None
    assert course.rate_at(1600.0) == 0.0


def test_an_empty_syringe_gives_nothing_though_nobody_said_so() -> None:
    course = course_of(*STARTED)
    assert course.rates == ((600.0, pytest.approx(61.5)), (3000.0, 0.0))
    levels = dict(course.effect)
    assert levels[7200.0] < levels[3000.0]


def test_the_estimate_is_that_of_the_model_with_fine_steps() -> None:
    course = course_of(*STARTED, (3000.0, StopInfusion(NURSE)))
    body = DrugInBody(kamp(82.0), step_s=1.0)
    body.set_rate(41.0 / 40.0, 0.0)
    body.set_rate(0.0, 2400.0)
    body.advance(4800.0)
    assert course.effect_at(5400.0) == pytest.approx(body.effect_ng_per_ml, rel=1e-3)
    assert course.effect_at(599.0) is None
    assert course.effect_at(7300.0) is None


def test_the_estimate_rises_while_it_runs_and_falls_afterwards() -> None:
    course = course_of(*STARTED, (3000.0, StopInfusion(NURSE)))
    top_s = max(course.effect, key=lambda point: point[1])[0]
    assert 2990.0 <= top_s <= 3300.0
    assert course.highest_effect == pytest.approx(course.effect_at(top_s))


@pytest.mark.parametrize(
    ("course", "why"),
    [
        (course_of(*STARTED, weight_kg=None), "effect-weight"),
        (drug_course(given_by(*STARTED, drug=Drug.ESKETAMINE), 82.0, 7200.0), "effect-route"),
        (course_of((600.0, GiveDose(56.0, NURSE))), "effect-route"),
    ],
)
def test_where_there_is_no_estimate_the_reason_is_said(course: DrugCourse, why: str) -> None:
    assert course.why == why
    assert course.effect == ()
    assert course.anything


def test_nothing_given_is_nothing_to_show() -> None:
    assert course_of() == DrugCourse()
    assert not course_of().anything


def test_doses_stand_at_their_moments() -> None:
    course = course_of((600.0, GiveDose(28.0, NURSE)), (900.0, GiveDose(28.0, NURSE)))
    assert course.doses == ((600.0, 28.0), (900.0, 28.0))


@given(st.floats(30.0, 150.0), st.floats(700.0, 6000.0))
@settings(max_examples=20, deadline=None)
def test_an_estimate_is_never_below_nothing_and_ends_with_the_record(
    weight_kg: float, stopped_s: float
) -> None:
    course = course_of(*STARTED, (stopped_s, StopInfusion(NURSE)), weight_kg=weight_kg)
    assert all(level >= 0.0 for _at_s, level in course.effect)
    assert course.effect[-1][0] == 7200.0
    moments = [at_s for at_s, _level in course.effect]
    assert moments == sorted(moments)
