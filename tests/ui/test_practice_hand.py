"""What is entered at a chair is what the simulated pump, syringe and spray do."""

from __future__ import annotations

import pytest
from practice_examples import asked

from devices.simulated.practice_patient import PracticePatient, calm_patient
from monitor.chair import Chair
from monitor.commands import Command, PauseInfusion, ResumeInfusion, StartInfusion, StopInfusion
from monitor.events import SessionOpened
from monitor.limits import PROFILES
from monitor.plan import Plan
from monitor.treatment.commands import ChangeRate, GiveDose, SetPlan
from ui.opening import opening
from ui.practice_hand import PracticeHand

BY = "Nurse 1"


class Bedside:
    """A chair, a patient, and the hands between them; no monitor."""

    def __init__(self, first: SessionOpened) -> None:
        self.patient = PracticePatient(calm_patient(1), 1)
        self.hand = PracticeHand(first, self.patient)
        self.chair = Chair(first, lambda _entry: None, self.hand.follow)
        self.chair.begin()

    def says(self, command: Command, now: float) -> None:
        self.chair.take(command, now)

    def given(self, now: float) -> float:
        return self.patient.given_mg(now)


def of_route(profile: str) -> SessionOpened:
    return opening(asked(1, "sim:dinamap", profile=profile), (), "s-1", simulated=True)


def test_an_infusion_is_what_was_pressed() -> None:
    bed = Bedside(of_route("adult-iv"))
    bed.says(StartInfusion(BY), 60.0)
    bed.says(ChangeRate(0.5, BY), 660.0)
    bed.says(PauseInfusion(BY), 1260.0)
    bed.says(ResumeInfusion(BY), 1560.0)
    bed.says(StopInfusion(BY), 1860.0)
    assert bed.given(660.0) == pytest.approx(10.0 + 5.0 + 2.5)
    assert bed.given(7200.0) == pytest.approx(17.5)
    assert bed.hand.began


def test_a_rate_that_was_raised_gives_more_than_the_plan() -> None:
    bed = Bedside(of_route("adult-iv"))
    bed.says(StartInfusion(BY), 0.0)
    bed.says(ChangeRate(2.0, BY), 600.0)
    assert bed.given(600.0 + 1800.0) == pytest.approx(10.0 + 60.0)


def test_what_is_refused_is_not_done() -> None:
    bed = Bedside(of_route("adult-iv"))
    bed.says(PauseInfusion(BY), 10.0)
    bed.says(StopInfusion(BY), 20.0)
    bed.says(ChangeRate(9.0, BY), 30.0)
    assert bed.given(600.0) == 0.0
    bed.says(StartInfusion(BY), 600.0)
    bed.says(SetPlan(Plan(1.0, 80.0, 20.0), BY), 610.0)
    assert bed.given(1200.0) == pytest.approx(10.0), "the plan was changed too late"


def test_a_plan_that_was_changed_in_time_is_the_one_that_is_given() -> None:
    bed = Bedside(of_route("adult-iv"))
    bed.says(SetPlan(Plan(1.0, 80.0, 40.0), BY), 10.0)
    bed.says(StartInfusion(BY), 60.0)
    assert bed.given(660.0) == pytest.approx(20.0)


@pytest.mark.parametrize("profile", ["im-sc", "intranasal", "oral"])
def test_doses_by_other_routes_are_given_by_hand(profile: str) -> None:
    bed = Bedside(of_route(profile))
    bed.says(GiveDose(28.0, BY), 60.0)
    bed.says(GiveDose(28.0, BY), 360.0)
    assert bed.given(400.0) == pytest.approx(56.0)
    assert bed.patient.at(2400.0).effect > 0.05


def test_the_route_is_that_of_the_last_plan() -> None:
    bed = Bedside(of_route("adult-iv"))
    bed.says(SetPlan(Plan(0.5, 80.0, 40.0), BY, profile=PROFILES["im-sc"]), 10.0)
    bed.says(GiveDose(40.0, BY), 60.0)
    assert bed.given(90.0) == pytest.approx(40.0)
