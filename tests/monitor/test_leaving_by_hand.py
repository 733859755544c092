"""The criteria of leaving that rest on what people said, asked and put away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from leaving_examples import ENDED, MIN

from monitor.routes import Route
from monitor.treatment.leaving import LeavingFacts
from monitor.treatment.leaving_by_hand import (
    CRITERIA,
    TEXT_NEEDED,
    alarms,
    escort,
    lines,
    provider_seen,
    pump_volume,
    suicidality,
    symptoms,
    waste,
)
from monitor.treatment.view import AnswerView, Go

ALWAYS = {
    "time",
    "bp",
    "hr",
    "spo2",
    "sedation",
    "dissociation",
    "aldrete-padss",
    "suicidality",
    "symptoms",
    "alarms",
    "escort",
    "no-driving",
    "instructions",
    "next-date",
}


def asked(facts: LeavingFacts) -> set[str]:
    return {line.id for line in lines(facts)}


def test_each_time_that_intent_is_said_the_provider_has_to_come_again() -> None:
    said = ((0.0, "none"), (60 * MIN, "intent-or-plan"))
    again = (*said, (90 * MIN, "intent-or-plan"))
    first, second = (provider_seen(replace(ENDED, suicidality=one)).about for one in (said, again))
    assert first < second
    assert provider_seen(ENDED).about == frozenset()


def test_an_escort_who_did_not_come_after_all_is_not_the_one_that_was_ticked() -> None:
    told = [AnswerView("escort", one, "", "Nurse 1", 5.0, Go.GO) for one in ("named", "none")]
    named, nobody = (escort(replace(ENDED, escort=one)).about for one in told)
    assert named == frozenset() < nobody


def test_every_line_bears_its_own_id() -> None:
    everything = replace(
        ENDED,
        stand_because=("age",),
        suicidality=((0.0, "intent-or-plan"),),
        drawn_mg=50.0,
    )
    assert [line.id for line in lines(everything)] == list(CRITERIA)
    assert set(CRITERIA) >= TEXT_NEEDED


@pytest.mark.parametrize(
    ("changes", "more"),
    [
        ({}, {"iv-removed"}),
        ({"route": Route.IM_SC}, set()),
        ({"route": Route.INTRANASAL, "drawn_mg": 84.0}, {"waste"}),
        ({"drawn_mg": 50.0}, {"iv-removed", "pump-volume", "waste"}),
        ({"stand_because": ("dizzy",)}, {"iv-removed", "standing"}),
        ({"suicidality": ((0.0, "intent-or-plan"),)}, {"iv-removed", "provider-seen"}),
        ({"suicidality": ((0.0, "intent-or-plan"), (7000.0, "none"))}, {"iv-removed"}),
    ],
)
def test_what_is_asked_for_depends_on_the_session(
    changes: dict[str, object], more: set[str]
) -> None:
    assert asked(replace(ENDED, **changes)) == ALWAYS | more


@pytest.mark.parametrize(
    ("answers", "met"),
    [
        ([], False),
        ([(5, "none")], None),
        ([(5, "none"), (119, "none")], True),
        ([(5, "ideation"), (119, "intent-or-plan")], True),
        ([(119, "none")], False),
        ([(5, "none"), (30, "none")], None),
        ([(5, "none"), (51, "none")], None),
    ],
    ids=["never", "before", "both", "result", "exit only", "during", "too early"],
)
def test_suicidality_is_asked_before_and_at_exit(
    answers: list[tuple[float, str]], met: bool | None
) -> None:
    facts = replace(ENDED, suicidality=tuple((minute * MIN, said) for minute, said in answers))
    assert suicidality(facts).met is met


def test_a_symptom_that_is_not_over_is_named_once() -> None:
    line = symptoms(
        replace(ENDED, symptoms=(("n1", "nausea"), ("n2", "nausea"), ("n3", "anxiety")))
    )
    assert line.met is False
    assert line.evidence == (
        ("leave-symptom", "note-nausea"),
        ("leave-symptom", "note-anxiety"),
    )
    assert line.about == {"n1", "n2", "n3"}
    assert symptoms(ENDED).met is True


def test_an_open_high_alarm_keeps_the_patient() -> None:
    line = alarms(replace(ENDED, alarms=(("bp/high", "sbp-extreme"),)))
    assert (line.met, line.about) == (False, {"bp/high"})
    assert alarms(ENDED).met is True


@pytest.mark.parametrize(
    ("drawn", "left", "met"),
    [
        (50.0, None, None),
        (50.0, 0.0, True),
        (50.0, 2.5, True),
        (50.0, 2.6, False),
        (50.0, -2.6, False),
        (10.0, 1.0, True),
        (10.0, 1.1, False),
    ],
)
def test_what_was_drawn_is_given_or_wasted(drawn: float, left: float | None, met: bool) -> None:
    assert waste(replace(ENDED, drawn_mg=drawn, unaccounted_mg=left)).met is met


def test_the_pump_has_the_last_word() -> None:
    assert pump_volume(ENDED).met is None
    assert pump_volume(replace(ENDED, pump_ml=4.1)).met is True


@pytest.mark.parametrize(
    ("answer", "evidence"),
    [
        (None, ("leave-escort-not-asked",)),
        ("named", ("leave-escort-named", "sister, 555")),
        ("none", ("leave-escort-none",)),
    ],
)
def test_the_escort_who_was_named_has_to_come(
    answer: str | None, evidence: tuple[str, ...]
) -> None:
    said = answer and AnswerView("escort", answer, "sister, 555", "Nurse 1", 0.0, Go.GO)
    line = escort(replace(ENDED, escort=said))
    assert (line.met, line.by_hand, line.evidence) == (None, True, (evidence,))
