"""What was given, read back from a record without a core."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chairs import OPENED

from monitor.commands import PauseInfusion, StartInfusion, StopInfusion
from monitor.events import Event
from monitor.limits import PROFILES
from monitor.outcomes import LimitChanged, Outcome, PhaseChanged, Refused
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.routes import Route
from monitor.treatment.commands import ChangeRate, GiveDose, PumpVolume, SetPlan
from monitor.treatment.retold import GivenRetold

NURSE = "Nurse 1"
BEGUN = PhaseChanged(Phase.BASELINE, Phase.TREATING)
OVER = PhaseChanged(Phase.TREATING, Phase.RECOVERY)


def told(*entries: tuple[float, Event | Outcome]) -> GivenRetold:
    retold = GivenRetold()
    retold.hear(OPENED, 0.0)
    for now, what in entries:
        retold.hear(what, now)
    return retold


def test_before_anything_is_told_nothing_was_given() -> None:
    assert GivenRetold().mg_given(10.0) is None
    assert told().mg_given(10.0) == 0.0


def test_an_infusion_with_late_entries() -> None:
    retold = told(
        (100.0, StartInfusion(NURSE, 40.0)),
        (100.0, BEGUN),
        (660.0, ChangeRate(0.5, NURSE)),
        (1300.0, StopInfusion(NURSE, 40.0)),
        (1300.0, OVER),
    )
    assert (retold.clock.started_at, retold.clock.ended_at) == (60.0, 1260.0)
    assert retold.mg_given(9999.0) == pytest.approx(10.0 + 5.0)


def test_what_was_refused_did_not_happen() -> None:
    retold = told(
        (100.0, StartInfusion(NURSE)),
        (100.0, BEGUN),
        (160.0, ChangeRate(3.0, NURSE)),
        (160.0, Refused("change-rate", "rate-while-paused")),
        (220.0, PauseInfusion(NURSE, 9999.0)),
        (220.0, Refused("pause", "given-late-bounds")),
    )
    assert retold.mg_given(220.0) == pytest.approx(2.0)


def test_a_record_without_the_commands_is_read_by_its_phases() -> None:
    retold = told(
        (100.0, BEGUN),
        (160.0, PhaseChanged(Phase.TREATING, Phase.PAUSED)),
        (200.0, PhaseChanged(Phase.PAUSED, Phase.TREATING)),
        (260.0, OVER),
        (300.0, PhaseChanged(Phase.RECOVERY, Phase.SIGNED)),
    )
    assert retold.mg_given(999.0) == pytest.approx(2.0)
    assert retold.clock.runs == [(100.0, 160.0), (200.0, 260.0)]
    assert retold.clock.ended_at == 260.0


def test_a_new_plan_brings_its_route_and_its_doses() -> None:
    plan = Plan(None, 80.0, 40.0, fixed_mg=56.0)
    retold = told(
        (10.0, SetPlan(plan, NURSE, PROFILES["intranasal"])),
        (100.0, GiveDose(28.0, NURSE, 30.0)),
        (100.0, BEGUN),
        (400.0, GiveDose(28.0, NURSE)),
        (6000.0, OVER),
    )
    assert retold.route is Route.INTRANASAL
    assert retold.plan is plan
    assert retold.mg_given(9999.0) == 56.0
    assert (retold.clock.started_at, retold.clock.ended_at) == (70.0, 400.0)


def test_a_start_by_another_route_was_the_whole_dose() -> None:
    retold = GivenRetold()
    retold.hear(replace(OPENED, profile=PROFILES["im-sc"]), 0.0)
    retold.hear(StartInfusion(NURSE), 10.0)
    retold.hear(BEGUN, 10.0)
    assert retold.mg_given(10.0) == 40.0


def test_the_pumps_figure_is_the_record_where_it_makes_mg() -> None:
    entries = ((0.0, StartInfusion(NURSE)), (0.0, BEGUN), (2400.0, StopInfusion(NURSE)))
    volume = (2460.0, PumpVolume(3.8, NURSE))
    assert told(*entries, volume).mg_given(2460.0) == pytest.approx(40.0), "no concentration"
    strong = SetPlan(Plan(0.5, 80.0, 40.0, concentration_mg_per_ml=10.0), NURSE)
    retold = told((0.0, strong), *entries, volume)
    assert retold.mg_given(2460.0) == pytest.approx(38.0)
    assert retold.pump_ml == 3.8


def test_limits_go_with_the_plan_and_are_said_when_they_are_others() -> None:
    retold = GivenRetold()
    assert retold.hear(OPENED, 0.0)
    assert retold.hear(LimitChanged("sbp-high", 160.0, 150.0, NURSE), 5.0)
    assert retold.profile is not None
    assert retold.profile.limit("sbp-high") == 150.0
    plan = SetPlan(Plan(0.4, 80.0, 40.0), NURSE, PROFILES["elderly-iv"])
    assert not retold.hear(plan, 10.0), "it may still be refused"
    assert retold.hear(LimitChanged("sbp-rise", 30.0, 25.0, NURSE), 10.0)
    assert retold.profile == PROFILES["elderly-iv"]
    assert not retold.hear(PumpVolume(1.0, NURSE), 20.0)


def test_limits_of_a_plan_that_was_refused_stay_away() -> None:
    retold = told((10.0, SetPlan(Plan(0.4, 80.0, 40.0), NURSE, PROFILES["im-sc"])))
    assert not GivenRetold().hear(BEGUN, 0.0)
    refused = told(
        (10.0, SetPlan(Plan(0.4, 80.0, 40.0), NURSE, PROFILES["im-sc"])),
        (10.0, Refused("set-plan", "second-is-self", (NURSE,))),
    )
    assert (retold.route, refused.route) == (Route.IM_SC, Route.IV)
    assert refused.plan is OPENED.plan
