"""What the pump's panel says, and what it asks for before an infusion goes on."""

from __future__ import annotations

from dataclasses import replace

import during_examples as examples
import pictures
import pytest
from during_examples import GIVING, NOW_S, OVER, VIAL, view_of
from hypothesis import given
from hypothesis import strategies as st

from monitor.phases import Phase
from monitor.treatment.view import PromptKind, ResumeView
from ui.chair.pump_faces import (
    Resume,
    State,
    VialLeft,
    balance_lines,
    gap_line,
    given_line,
    pump_face,
)


def test_while_it_runs_it_says_what_is_in_and_when_it_ends() -> None:
    face = pump_face(view_of(examples.picture()))
    assert face.state is State.RUNNING
    assert face.lines[:2] == (
        "Given 26.8 mg = 26.8 mL (calculated)",
        "Set to 61.5 mL/h = 1.025 mg/min",
    )
    assert face.lines[2].startswith("All of it is in at ")
    assert face.draft == face.planned


def test_without_a_concentration_there_are_no_millilitres() -> None:
    plan = replace(examples.PLAN, concentration_mg_per_ml=None)
    giving = replace(GIVING, plan=plan, ml_given=None, ml_calculated=None)
    face = pump_face(view_of(examples.picture(giving=giving)))
    assert not any("mL" in line for line in face.lines)


@pytest.mark.parametrize(
    ("rule", "asked"),
    [
        (ResumeView(), Resume.FREE),
        (ResumeView(needed=True), Resume.AGAINST),
        (examples.RULE, Resume.AGAINST),
        (ResumeView(needed=True, good=2), Resume.PROVIDER),
        (ResumeView(terminate=True), Resume.AGAINST),
        (ResumeView(needed=True, good=2, terminate=True), Resume.AGAINST),
    ],
)
def test_before_it_goes_on_as_much_is_asked_for_as_the_rules_want(
    rule: ResumeView, asked: Resume
) -> None:
    face = pump_face(view_of(examples.paused(rule)))
    assert face.state is State.PAUSED
    assert face.resume is asked
    assert bool(face.rules) is (asked is not Resume.FREE)
    assert face.asks == "Is the pump stopped?"


def test_a_dose_cannot_be_paused_and_names_the_alarm_to_call_for() -> None:
    call = examples.prompt(PromptKind.CALL_PROVIDER, -30.0, "bp/high")
    face = pump_face(view_of(examples.by_dose(call)))
    assert face.state is State.DOSES
    assert face.call == "bp/high"
    assert face.lines[1].startswith("41 mg at ")
    assert not face.volume


def test_after_the_end_the_volume_can_be_entered_and_the_gap_is_said() -> None:
    face = pump_face(view_of(examples.over()))
    assert face.state is State.OVER
    assert face.volume
    assert face.wants_volume
    told = replace(
        OVER, asks_volume=False, pump_ml=44.0, ml_given=44.0, pump_gap=3 / 41, pump_flagged=True
    )
    lines = pump_face(view_of(examples.over(told))).lines
    assert lines[0] == "Given 41 mg = 44 mL (the pump's figure)"
    assert lines[1] == "The pump says 44 mL: 7 % off the 41 mL calculated."


def test_before_the_drug_nothing_can_be_done() -> None:
    face = pump_face(view_of(replace(examples.picture(), phase=Phase.BASELINE)))
    assert face.state is State.NONE
    assert face.lines == ("Nothing runs yet: start the infusion first.",)
    assert pump_face(view_of(pictures.calm())).state is State.NONE


def test_what_is_not_known_is_not_said() -> None:
    assert given_line(replace(GIVING, mg_given=None, ml_given=None)) == ""


def test_the_ledger_adds_up_and_what_is_left_comes_last() -> None:
    assert balance_lines(OVER) == (
        "Drawn 50 mg",
        "Given 41 mg",
        "Wasted 0 mg",
        "Not accounted for: 9 mg",
    )
    assert len(balance_lines(GIVING)) == 3


def test_the_vials_are_named_newest_first_and_once() -> None:
    vials = (VIAL, replace(VIAL, lot="B77", vial="8"), VIAL, replace(VIAL, wasted=True))
    face = pump_face(view_of(examples.over(replace(OVER, vials=vials))))
    assert face.lots == (VialLeft("A123", "7"), VialLeft("B77", "8"))


@given(typed=st.floats(0.0, 500.0), calculated=st.floats(1.0, 500.0))
def test_a_gap_is_pointed_out_from_five_percent_on(typed: float, calculated: float) -> None:
    words, flagged = gap_line(typed, calculated)
    gap = abs(typed - calculated) / calculated
    if abs(gap - 0.05) > 1e-6:
        assert flagged is (gap > 0.05)
    assert ("look again" in words) is flagged


def test_without_a_number_the_calculated_one_stands_alone() -> None:
    assert gap_line(None, 41.0) == ("Calculated: 41 mL", False)
    assert gap_line(3.0, None) == ("Calculated: – mL", False)
    assert gap_line(3.0, 0.0)[1]


def test_the_moment_of_the_end_is_a_time_of_day() -> None:
    giving = replace(GIVING, runs_out_s=NOW_S)
    shown = view_of(examples.picture(giving=giving))
    assert pump_face(shown).lines[2].count(":") == 1
