"""What is entered at a chair is what the simulated pump, syringe and spray do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from practice_examples import asked

from devices.simulated.body.absorption import Way
from devices.simulated.scenario.mishaps import Apnoea, Desaturation
from devices.simulated.sensors.practice_patient import PracticePatient, calm_patient
from monitor.chair import Chair
from monitor.commands import (
    BeginEmergency,
    Command,
    EmergencyStamp,
    Note,
    NoteKind,
    PauseInfusion,
    ResumeInfusion,
    Sedation,
    StampKind,
    StartInfusion,
    StopInfusion,
    UndoStamp,
)
from monitor.events import SessionOpened
from monitor.limits import PROFILES, Modifier
from monitor.plan import Drug, Plan
from monitor.treatment.commands import AnswerQuestion, ChangeRate, GiveDose, GiveDrug, SetPlan
from monitor.treatment.screening import OXYGEN
from ui.opening import opening
from ui.practice_hand import PracticeHand

BY = "Nurse 1"


class Bedside:
    """A chair, a patient, and the hands between them; no monitor."""

    def __init__(self, first: SessionOpened, way: Way | None = None) -> None:
        self.patient = PracticePatient(calm_patient(1), 1)
        self.hand = PracticeHand(first, self.patient, way)
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


def drug(name: str, dose: str = "", unit: str = "mg", route: str = "IV") -> GiveDrug:
    return GiveDrug(name, dose, unit, route, "Provider 1", BY)


def test_a_recorded_drug_acts_and_words_in_a_note_do_not() -> None:
    treated, noted, alone = (Bedside(of_route("adult-iv")) for _ in range(3))
    for bed in (treated, noted, alone):
        bed.says(StartInfusion(BY), 60.0)
    treated.says(drug("Labetalol", "40"), 600.0)
    noted.says(Note("n-1", NoteKind.DRUG_GIVEN, "labetalol 40 mg IV", BY), 600.0)
    assert treated.patient.at(1500.0).sbp < alone.patient.at(1500.0).sbp - 20
    assert noted.patient.at(1500.0) == alone.patient.at(1500.0)


def test_what_another_gave_is_given_once_however_it_is_entered() -> None:
    entered, silent = (Bedside(of_route("adult-iv")) for _ in range(2))
    for bed in (entered, silent):
        bed.says(StartInfusion(BY), 60.0)
        bed.hand.give_by_another("labetalol", "40", "mg", "iv", 600.0)
    entered.says(drug("Labetalol", "40"), 620.0)
    assert entered.patient.at(1500.0) == silent.patient.at(1500.0)
    entered.says(drug("Labetalol", "40"), 1500.0)
    assert entered.patient.at(2400.0).sbp < silent.patient.at(2400.0).sbp - 5


OXYGENS: list[Command] = [
    drug("Oxygen", "4", "L/min", "inhaled"),
    drug("O2"),
    AnswerQuestion(OXYGEN, "yes", BY),
]


@pytest.mark.parametrize("command", OXYGENS)
def test_oxygen_is_heard_of_and_turned_off_again(command: Command) -> None:
    bed = Bedside(of_route("adult-iv"))
    bed.patient.befall(Desaturation(85.0, hold_s=2000.0), 10.0)
    assert bed.patient.at(100.0).spo2 < 87
    bed.says(command, 100.0)
    assert bed.patient.at(260.0).spo2 > 93
    bed.says(drug("oxygen", "0"), 260.0)
    assert bed.patient.at(500.0).spo2 < 87


def test_limits_for_somebody_on_oxygen_put_oxygen_on() -> None:
    first = of_route("adult-iv")
    profile = replace(first.profile, modifiers=frozenset({Modifier.OXYGEN}))
    bed = Bedside(replace(first, profile=profile))
    bed.patient.befall(Desaturation(85.0, hold_s=2000.0), 10.0)
    assert bed.patient.at(260.0).spo2 > 93


def test_what_is_stamped_in_an_emergency_is_done_and_undone() -> None:
    bed = Bedside(of_route("adult-iv"))
    bed.says(StartInfusion(BY), 60.0)
    bed.says(BeginEmergency(BY), 100.0)
    bed.patient.befall(Apnoea(for_s=120.0, spo2=80.0), 100.0)
    bed.says(EmergencyStamp("s-1", StampKind.BAG_MASK, "", BY), 140.0)
    assert bed.patient.at(145.0).rr >= 12.0
    assert bed.patient.at(200.0).spo2 > 90.0
    undone = Bedside(of_route("adult-iv"))
    undone.says(StartInfusion(BY), 60.0)
    undone.says(BeginEmergency(BY), 100.0)
    undone.says(EmergencyStamp("s-1", StampKind.OXYGEN, "", BY), 110.0)
    undone.says(UndoStamp("s-1", BY), 112.0)
    undone.patient.befall(Desaturation(85.0, hold_s=2000.0), 120.0)
    assert undone.patient.at(400.0).spo2 < 87


def test_who_scores_sedation_wakes_the_patient() -> None:
    bed = Bedside(of_route("adult-iv"))
    bed.patient.befall(Desaturation(84.0, hold_s=600.0), 100.0)
    assert bed.patient.at(160.0).spo2 < 86
    bed.says(Sedation(3, BY), 160.0)
    assert bed.patient.at(240.0).spo2 > 94


def test_esketamine_of_the_plan_is_what_is_sprayed() -> None:
    racemic, nasal = Bedside(of_route("intranasal")), Bedside(of_route("intranasal"))
    nasal.says(SetPlan(Plan(None, 80.0, 40.0, 84.0, drug=Drug.ESKETAMINE), BY), 10.0)
    for bed in (racemic, nasal):
        bed.says(GiveDose(28.0, BY), 60.0)
        bed.patient.at(2460.0)
    assert nasal.patient.plasma_ng_per_ml == 0.0
    assert racemic.patient.plasma_ng_per_ml > 20.0


def test_a_dose_goes_the_way_that_was_said_where_it_fits_the_route() -> None:
    muscle, skin = Bedside(of_route("im-sc")), Bedside(of_route("im-sc"), Way.SKIN)
    unfit = Bedside(of_route("im-sc"), Way.TONGUE)
    for bed in (muscle, skin, unfit):
        bed.says(GiveDose(40.0, BY), 60.0)
    effects = [bed.patient.at(1000.0).effect for bed in (muscle, skin, unfit)]
    assert effects[1] < effects[0] == effects[2]
