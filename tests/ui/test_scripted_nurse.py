"""The nurse of a scenario: each verb of a script is what it says, at its moment."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from devices.simulated.scenario.scenario import scenario_named
from devices.simulated.scenario.script import ScriptedAction, ScriptVerb, wrong
from monitor.commands import (
    BeginEmergency,
    ChangeLimit,
    EmergencyStamp,
    ManualCuff,
    Note,
    Sedation,
    SetBaseline,
    StampKind,
    StartCuff,
)
from monitor.entries import Entry
from monitor.outcomes import CuffAsked, Refused
from monitor.treatment.commands import (
    AnswerQuestion,
    ChangeRate,
    Distress,
    GiveDrug,
    OffMonitor,
    Scale,
    Score,
    SignDecision,
)
from ui.demo import SOURCE, SimulatedChair
from ui.scripted_nurse import NURSE

V = ScriptVerb
AT_S = 20.0


def said(
    *actions: ScriptedAction, driver: str = "ivy-450c", until_s: float = 30.0
) -> list[object]:
    """What the record holds of people and of answers, in its order."""
    entries: list[Entry] = []
    played = SimulatedChair(
        replace(scenario_named("S1"), script=actions),
        seed=1,
        session_id="s-1",
        store=entries.append,
        show=lambda _published: None,
        driver_name=driver,
    )
    played.run_until(until_s)
    return [one.what for one in entries]


def action(verb: ScriptVerb, **more: Any) -> ScriptedAction:
    return replace(ScriptedAction(AT_S, verb), **more)


@pytest.mark.parametrize(
    ("scripted", "command"),
    [
        (action(V.BASELINE, sbp=120.0, dbp=80.0), SetBaseline(120.0, 80.0, None, None, NURSE)),
        (action(V.RATE, value=0.5), ChangeRate(0.5, NURSE)),
        (
            action(V.GIVE_DRUG, text="labetalol 20 mg iv", provider="Provider 1"),
            GiveDrug("labetalol", "20", "mg", "iv", "Provider 1", NURSE),
        ),
        (action(V.MANUAL_CUFF, sbp=150.0, dbp=90.0), ManualCuff(150.0, 90.0, NURSE)),
        (
            action(V.CHANGE_LIMIT, kind="sbp-high", value=165.0, by="Supervisor 1"),
            ChangeLimit("sbp-high", 165.0, "Supervisor 1"),
        ),
        (action(V.SCORE, kind="dissociation", value=2.0), Score(Scale.DISSOCIATION, 2, NURSE)),
        (action(V.SEDATION, value=4.0), Sedation(4, NURSE)),
        (action(V.DISTRESS), Distress(NURSE)),
        (action(V.CALM), Distress(NURSE, over=True)),
        (action(V.OFF_MONITOR), OffMonitor(NURSE)),
        (action(V.BACK), OffMonitor(NURSE, back=True)),
        (action(V.EMERGENCY), BeginEmergency(NURSE)),
        (action(V.STAMP, kind="oxygen"), EmergencyStamp("demo-20", StampKind.OXYGEN, "", NURSE)),
        (
            action(V.SIGN, provider="Provider 1", reason="why"),
            SignDecision("Provider 1", "why", NURSE),
        ),
        (action(V.ANSWER, kind="consent", text="yes"), AnswerQuestion("consent", "yes", NURSE)),
    ],
    ids=lambda one: one.action.value if isinstance(one, ScriptedAction) else "",
)
def test_a_verb_is_one_command(scripted: ScriptedAction, command: object) -> None:
    assert wrong(scripted) is None
    assert command in said(scripted)


def test_all_clear_leaves_no_question_open() -> None:
    answers = [one for one in said(action(V.SCREEN)) if isinstance(one, AnswerQuestion)]
    assert len({one.question for one in answers}) == len(answers) > 10
    assert ("escort", "named", "escort") in {(x.question, x.answer, x.text) for x in answers}


def test_she_starts_the_cuff_where_the_program_may() -> None:
    allowed = replace(action(V.ALLOW_CUFF), at_s=1.0)
    heard = said(allowed, replace(action(V.START_CUFF), at_s=2.0), driver="dinamap")
    assert StartCuff(SOURCE, NURSE) in heard
    assert CuffAsked(SOURCE) in heard
    assert not any(isinstance(one, Refused) for one in heard)


def test_of_a_monitor_whose_cuff_cannot_be_started_she_asks_nothing() -> None:
    assert StartCuff(SOURCE, NURSE) not in said(action(V.START_CUFF))


def test_what_her_hands_do_at_the_patient_stands_in_a_note() -> None:
    notes = [one for one in said(action(V.STIMULATE, text="spoken to")) if isinstance(one, Note)]
    assert [note.text for note in notes] == ["spoken to"]


@pytest.mark.parametrize(
    ("scripted", "word"),
    [
        (action(V.RATE), "value"),
        (action(V.START, value=2.0), "knows no value"),
        (action(V.NOTE, kind="hiccups"), "none of"),
        (action(V.CHANGE_LIMIT, kind="sbp-huge"), "none of"),
        (action(V.GIVE_DRUG, text="labetalol", provider="Provider 1"), "drug, dose"),
        (action(V.CRASH), "value"),
    ],
)
def test_what_nobody_can_do_is_named(scripted: ScriptedAction, word: str) -> None:
    why = wrong(scripted)
    assert why is not None
    assert word in why
    assert scripted.action.value in why
    assert "20 s" in why
