"""Courses of scenarios as they are stated: treated, untreated, and beside each other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from scenario_reaction import play

from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.scenario.scenario import scenario_named
from devices.simulated.scenario.script import ScriptVerb
from monitor.entries import Published
from monitor.outcomes import Priority
from monitor.vitals import CuffResult
from ui.demo import SimulatedChair
from ui.view_state import ViewState
from ui.wall.room import alarms_of_room

STATED = {5: 182, 10: 172, 15: 162, 20: 156, 30: 149}
"""Minutes after the pause, mmHg."""
PAUSED_MIN = 30.5
WITHIN_MMHG = 4.0
STEPS = frozenset({ScriptVerb.START, ScriptVerb.STOP, ScriptVerb.END})


def test_a_treated_severe_scenario_falls_as_stated() -> None:
    scenario = scenario_named("S4")
    patient = SimulatedPatient(scenario, 1, scenario.rates)
    seen = {
        minute: patient.at(scenario.start_s + 60.0 * (PAUSED_MIN + minute)).sbp
        for minute in STATED
    }
    assert seen == {minute: pytest.approx(sbp, abs=WITHIN_MMHG) for minute, sbp in STATED.items()}


def test_what_the_cuff_of_the_severe_scenario_measures_falls_as_stated(tmp_path: Path) -> None:
    scenario = scenario_named("S4")
    own = replace(
        scenario,
        cuff=tuple(replace(cuff, sbp=None, dbp=None) for cuff in scenario.cuff),
        script=tuple(one for one in scenario.script if one.action is not ScriptVerb.ACKNOWLEDGE),
    )
    played = play(own, tmp_path / "record.db", "s-4")
    measured = {round(played.minute(at), 1): cuff.sbp for at, cuff in played.of(CuffResult)}
    for minute, sbp in STATED.items():
        assert measured[PAUSED_MIN + minute] == pytest.approx(sbp, abs=WITHIN_MMHG)


@pytest.mark.parametrize("ends_min", [70.0, pytest.param(110.0, marks=pytest.mark.soak)])
def test_an_untreated_emergency_scenario_keeps_alarming(ends_min: float) -> None:
    """Nobody notes, answers or silences anything: the alarm is heard until the session ends.

    That is half an hour after the drip, when the pressure is falling; in `make soak`, where its
    script ends.
    """
    scenario = scenario_named("S5")
    ends_s = scenario.start_s + 60.0 * ends_min
    alone = [one for one in scenario.script if one.action in STEPS]
    emergency = replace(
        scenario, script=tuple(replace(one, at_s=min(one.at_s, ends_s)) for one in alone)
    )
    shown: list[Published] = []
    played = SimulatedChair(
        emergency,
        seed=1,
        session_id="s-5",
        store=lambda _entry: None,
        show=shown.append,
    )
    raised_s = emergency.start_s + 28 * 60.0 + 2.0
    played.run_until(emergency.ends_at_s - 1.0)
    late = [one for one in shown if one.now_s >= raised_s]
    assert {one.picture.sound for one in late} == {Priority.HIGH}
    assert all("sbp-extreme" in {alarm.alarm for alarm in one.picture.alarms} for one in late)
    minute_later = [one for one in late if one.now_s >= raised_s + 60.0]
    assert all(one.picture.unanswered_s is not None for one in minute_later)
    played.run_until(emergency.ends_at_s + 1.0)
    assert played.ended


def test_the_alarms_of_two_scenarios_are_seen_together_the_most_urgent_first() -> None:
    here = scenario_named("S22")
    beside = scenario_named(here.beside[0])
    state = ViewState(demo=True)
    chairs = [
        SimulatedChair(
            scenario,
            seed=1,
            session_id=f"s-{number}",
            store=lambda _entry: None,
            show=lambda said: state.absorb(said, said.now_s, said.now_s),
            number=number,
        )
        for number, scenario in enumerate((beside, here), start=1)
    ]
    seen = {}
    for minute in (22.4, 23.0, 24.1, 24.9):
        now = here.start_s + 60.0 * minute
        for chair in chairs:
            chair.run_until(now)
        found = alarms_of_room(state, now)
        seen[minute] = [(one.number, one.priority.word, one.waits) for one in found]
    assert seen == {
        22.4: [(2, "medium", True), (1, "low", True)],
        23.0: [(1, "medium", True), (2, "medium", True)],
        # S12 was acknowledged at 24
        24.1: [(2, "high", True), (1, "medium", False)],
        24.9: [(2, "high", False), (1, "medium", False)],
    }
