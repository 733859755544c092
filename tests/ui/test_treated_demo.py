"""What is entered at a demo chair changes its patient, as at a chair to practise with."""

from __future__ import annotations

from dataclasses import replace

from devices.simulated.body.person import Person, person_of
from devices.simulated.population.drawn_person import drawn_person
from devices.simulated.scenario.scenario import Scenario, scenario_named
from devices.simulated.scenario.script import ScriptedAction, ScriptVerb
from monitor.commands import Command, PauseInfusion
from monitor.entries import Entry
from monitor.events import Numerics
from monitor.treatment.commands import ChangeRate, GiveDrug
from monitor.vitals import CuffResult, VitalSign
from ui.demo import SimulatedChair

BY = "Nurse 1"
START = ScriptedAction(600.0, ScriptVerb.START)


class Bedside:
    """A demo chair whose nurse does nothing but start, and whose cuff measures what is there."""

    def __init__(self, who: Scenario | Person, driver_name: str = "ivy-450c") -> None:
        person = who if isinstance(who, Person) else person_of(who)
        alone = replace(person.scenario, script=(START,), cuff=())
        self.entries: list[Entry] = []
        self.simulated = SimulatedChair(
            replace(person, scenario=alone),
            seed=1,
            session_id="s-1",
            store=self.entries.append,
            show=lambda _published: None,
            driver_name=driver_name,
        )

    def says(self, command: Command, minute: float) -> None:
        self.until(minute)
        self.simulated.take(command)

    def until(self, minute: float) -> None:
        self.simulated.run_until(600.0 + 60.0 * minute)

    def last_sbp(self) -> float:
        return [one.what.sbp for one in self.entries if isinstance(one.what, CuffResult)][-1]

    def least_spo2(self) -> float:
        return min(
            reading.value
            for entry in self.entries
            if isinstance(entry.what, Numerics)
            for reading in entry.what.readings
            if reading.sign is VitalSign.SPO2
        )


def drug(name: str, dose: str) -> GiveDrug:
    return GiveDrug(name, dose, "mg", "IV", "Provider 1", BY)


def test_slowing_pausing_and_a_drug_lower_the_pressure_of_a_demo_patient() -> None:
    alone, slowed, paused, treated = (Bedside(scenario_named("S3")) for _ in range(4))
    slowed.says(ChangeRate(0.2, BY), 10.0)
    paused.says(PauseInfusion(BY), 10.0)
    treated.says(drug("labetalol", "40"), 10.0)
    for bed in (alone, slowed, paused, treated):
        bed.until(30.8)
    assert alone.last_sbp() > 158
    assert slowed.last_sbp() < alone.last_sbp() - 8
    assert paused.last_sbp() < slowed.last_sbp()
    assert treated.last_sbp() < alone.last_sbp() - 15


def test_oxygen_helps_a_demo_patient() -> None:
    alone, helped = (Bedside(scenario_named("S10")) for _ in range(2))
    helped.says(drug("oxygen", "4"), 20.0)
    for bed in (alone, helped):
        bed.until(28.0)
    assert alone.least_spo2() < 87
    assert helped.least_spo2() > 90


def test_somebody_out_of_the_population_can_sit_in_a_demo_chair() -> None:
    person = drawn_person(5, 1)
    bed = Bedside(person)
    bed.until(2.0)
    assert bed.simulated.scenario.patient == person.scenario.patient
    assert abs(bed.last_sbp() - person.scenario.patient.sbp) < 35
