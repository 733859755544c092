"""What the record of a chair says about leaving, gathered from its parts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chairs import DEVICE, cuff
from treated import BY, END_S, Treated, scores

from monitor.commands import (
    Acknowledge,
    Action,
    ManualCuff,
    Note,
    NoteKind,
    SetBaseline,
    StartInfusion,
    StopInfusion,
    UndoNote,
)
from monitor.limits import PROFILES, Modifier
from monitor.people import Risk
from monitor.plan import Plan
from monitor.treatment.commands import (
    DrawDrug,
    EndNote,
    GiveDose,
    GiveDrug,
    PumpVolume,
    Scale,
    Score,
    StandingCuff,
    WasteDrug,
)
from monitor.vitals import CuffResult, VitalSign


def test_what_was_measured_while_the_drug_ran_is_no_evidence() -> None:
    chair = Treated().started()
    chair.feed(END_S - 900.0, cuff(128, 78))
    chair.feed(END_S - 60.0, cuff(126, 77), *scores())
    chair.stream(END_S - 60.0, END_S - 30.0, hr=74, spo2=98)
    chair.feed(END_S, StopInfusion(BY))
    for name in ("bp", "hr", "spo2", "sedation", "dissociation", "aldrete-padss"):
        assert chair.line(name).met is None, name


def test_a_symptom_is_over_when_somebody_says_so_or_takes_it_back() -> None:
    chair = Treated().ended()
    chair.feed(END_S + 10.0, Note("n1", NoteKind.NAUSEA, "", BY))
    chair.feed(END_S + 11.0, Note("n2", NoteKind.HEADACHE, "", BY))
    assert chair.line("symptoms").met is False
    chair.feed(END_S + 20.0, EndNote("n1", BY), UndoNote("n2", BY))
    assert chair.line("symptoms").met is True


@pytest.mark.parametrize("why", ["age", "drug", "alarm", "dizzy", "low-baseline", "", "harmless"])
def test_standing_is_asked_for_where_it_matters(why: str) -> None:
    chair = Treated(*([Risk.AGE_65] if why == "age" else []))
    chair.all_clear()
    chair.rest(sbp=96.0 if why == "low-baseline" else 124.0)
    chair.feed(320.0, StartInfusion(BY))
    if why == "dizzy":
        chair.feed(400.0, Note("n1", NoteKind.DIZZINESS, "", BY))
    if why in {"drug", "harmless"}:
        name = "labetalol" if why == "drug" else "Ondansetron "
        chair.feed(400.0, GiveDrug(name, "10", "mg", "iv", "Provider 1", BY))
    if why == "alarm":
        chair.feed(400.0, cuff(205, 110))
        chair.feed(410.0, Acknowledge("bp/high", BY, Action.DRUG_GIVEN))
    chair.feed(END_S, StopInfusion(BY))
    asked = [one for one in chair.checks().leaving if one.id == "standing"]
    assert bool(asked) is (why not in {"", "harmless"})


def test_a_pressure_standing_is_compared_with_the_last_one_before() -> None:
    chair = Treated(Risk.AGE_65).ended()
    chair.feed(END_S + 3000.0, cuff(126, 78))
    chair.feed(END_S + 3060.0, StandingCuff(120, 76, 1, False, BY))
    chair.feed(END_S + 3180.0, StandingCuff(105, 70, 3, False, BY))
    assert chair.line("standing").met is False
    chair.feed(END_S + 3400.0, StandingCuff(110, 70, 3, False, BY))
    assert chair.line("standing").met is True


def test_drug_that_was_drawn_has_to_be_accounted_for() -> None:
    chair = Treated(plan=Plan(0.5, 80.0, 40.0, concentration_mg_per_ml=10.0))
    chair.feed(10.0, DrawDrug(50.0, "L1", "2031-05", BY))
    chair.ended()
    assert chair.line("pump-volume").met is None
    chair.feed(END_S + 10.0, PumpVolume(4.0, BY))
    assert chair.line("pump-volume").met is True
    assert chair.line("waste").met is False
    chair.feed(END_S + 20.0, WasteDrug(10.0, "L1", "Nurse 2", BY))
    assert chair.line("waste").met is True


def test_a_c_ssrs_is_an_answer_about_suicidality_too() -> None:
    chair = Treated().ended()
    assert chair.line("suicidality").met is None
    chair.feed(END_S + 3000.0, Score(Scale.CSSRS, None, BY, result="intent-or-plan"))
    assert chair.line("suicidality").met is True
    assert chair.line("provider-seen").met is None


def test_by_another_route_the_clock_counts_from_the_doses() -> None:
    nasal = Treated(profile=PROFILES["intranasal"], plan=Plan(None, 80.0, 40.0, fixed_mg=56.0))
    shot = Treated(profile=PROFILES["im-sc"], plan=Plan(None, 80.0, 40.0, fixed_mg=40.0))
    for chair in (nasal, shot):
        chair.all_clear()
        chair.rest()
        chair.feed(400.0, GiveDose(28.0, BY))
        chair.feed(700.0, GiveDose(28.0, BY))
    assert nasal.checks().leave_from_s == 400.0 + 7200.0
    assert shot.checks().leave_from_s == 700.0 + 3600.0


def test_the_pulse_of_the_cuff_stands_in_where_nothing_else_gives_a_rate() -> None:
    only_cuff = replace(DEVICE, signs=frozenset({VitalSign.SBP, VitalSign.DBP}))
    chair = Treated(devices=(only_cuff,))
    chair.all_clear()
    chair.feed(100.0, SetBaseline(124.0, 76.0, 72.0, 98.0, BY), StartInfusion(BY))
    chair.feed(END_S, StopInfusion(BY))
    assert (chair.line("hr").by_hand, chair.line("spo2").by_hand) == (True, True)
    chair.feed(END_S + 60.0, CuffResult(124.0, 76.0, None, 70.0, only_cuff.source))
    assert (chair.line("hr").met, chair.line("hr").by_hand) == (True, False)
    chair.feed(END_S + 90.0, CuffResult(124.0, 76.0, None, None, only_cuff.source))
    assert chair.line("hr").by_hand


def test_a_pressure_that_was_entered_late_stands_where_it_was_measured() -> None:
    chair = Treated().ended()
    chair.feed(END_S + 3600.0, cuff(126, 77), ManualCuff(128.0, 78.0, BY, ago_s=900.0))
    line = chair.line("bp")
    assert line.met is True
    assert [one[1] for one in line.evidence] == ["128/78", "126/77"]


@pytest.mark.parametrize("told", ["answer", "profile", ""])
def test_on_oxygen_a_saturation_below_the_baseline_is_not_enough(told: str) -> None:
    known = frozenset({Modifier.OXYGEN}) if told == "profile" else frozenset()
    chair = Treated(profile=replace(PROFILES["adult-iv"], modifiers=known)).ended()
    if told == "answer":
        chair.answer(END_S + 10.0, oxygen="yes")
    chair.stream(END_S + 20.0, END_S + 30.0, hr=72, spo2=95)
    assert chair.line("spo2").met is (not told)


def test_the_escort_that_was_named_is_shown() -> None:
    chair = Treated().ended()
    assert chair.line("escort").evidence[0][0] == "leave-escort-named"
