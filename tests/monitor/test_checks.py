"""The decision before the drug, and the checklist after it, in a whole session."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chairs import Bench, cuff, numerics
from treated import BY, END_S, Treated, replayed, ticks

from monitor.commands import (
    Note,
    NoteKind,
    Sedation,
    SetBaseline,
    StartInfusion,
    StopInfusion,
)
from monitor.limits import PROFILES
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.treatment.commands import (
    GiveDose,
    OverrideCriterion,
    Scale,
    Score,
    SignDecision,
)
from monitor.treatment.view import ChecksView, Go, worst_of

SIGN = SignDecision("Provider 1", "", BY)


# ---- before the drug


def test_a_go_starts_without_a_signature() -> None:
    chair = Treated().started()
    assert chair.checks().decision.go is Go.GO
    assert chair.refused() == []


@pytest.mark.parametrize(
    ("sbp", "why"), [(150.0, "start-caution"), (165.0, "start-no-go"), (85.0, "start-no-go")]
)
def test_what_is_no_go_is_not_started_until_somebody_takes_it_on(sbp: float, why: str) -> None:
    chair = Treated()
    chair.all_clear()
    chair.rest(sbp=sbp)
    chair.feed(320.0, StartInfusion(BY))
    assert chair.refused() == [why]
    assert chair.phase is Phase.BASELINE
    chair.feed(330.0, replace(SIGN, reason="white coat", second="Nurse 2"), StartInfusion(BY))
    assert chair.phase is Phase.TREATING
    made = chair.checks().decision
    assert (made.signed_by, made.provider, made.second) == (BY, "Provider 1", "Nurse 2")
    assert made.signed_at_s == 330.0


def test_the_refusal_names_the_worst_reason() -> None:
    chair = Treated()
    chair.all_clear()
    chair.rest(sbp=150.0)
    chair.answer(315.0, consent="no")
    chair.feed(320.0, StartInfusion(BY))
    [refused] = [one for one in chair.of(type(chair.said[-1][1])) if one == chair.said[-1][1]]
    assert refused.arguments == ("reason-consent", "reply-no")  # type: ignore[union-attr]


def test_a_dose_by_another_route_is_refused_in_the_same_way() -> None:
    chair = Treated(profile=PROFILES["intranasal"], plan=Plan(None, 80.0, 40.0, fixed_mg=56.0))
    chair.all_clear()
    chair.rest(sbp=150.0)
    chair.feed(320.0, GiveDose(28.0, BY))
    assert chair.refused() == ["start-caution"]
    chair.feed(330.0, SIGN, GiveDose(28.0, BY))
    assert chair.phase is Phase.TREATING


def test_with_questions_open_it_starts_only_with_a_reason() -> None:
    chair = Treated()
    chair.all_clear()
    chair.feed(100.0, cuff(124, 76), StartInfusion(BY), SIGN)
    assert chair.refused() == ["start-unknown", "decision-wants-reason"]
    chair.feed(110.0, replace(SIGN, reason="needle is in"), StartInfusion(BY))
    assert chair.phase is Phase.TREATING


def test_what_gets_worse_after_the_signature_is_not_signed() -> None:
    chair = Treated()
    chair.all_clear()
    chair.rest(sbp=150.0)
    chair.feed(320.0, SIGN)
    assert chair.checks().decision.open
    chair.answer(325.0, kidney_disease="yes")
    assert not chair.checks().decision.open
    chair.feed(330.0, StartInfusion(BY))
    assert chair.refused() == ["start-caution"]
    chair.answer(335.0, kidney_disease="no")
    assert chair.checks().decision.open, "what was signed is all there is again"


def test_nothing_is_signed_that_needs_no_signature_or_comes_too_late() -> None:
    chair = Treated()
    chair.all_clear()
    chair.rest()
    chair.feed(310.0, SIGN)
    chair.feed(320.0, StartInfusion(BY), SIGN)
    plain = Bench(treating=False)
    plain.feed(10.0, SIGN)
    assert chair.refused() == ["decision-wants-nothing", "decision-too-late"]
    assert [one.reason for one in plain.of(type(plain.said[-1][1]))[-1:]] == ["decision-none"]  # type: ignore[union-attr]


def test_somebody_drowsy_before_the_drug_is_a_no_go() -> None:
    chair = Treated()
    chair.all_clear()
    chair.rest()
    chair.feed(310.0, Sedation(4, BY))
    assert chair.checks().decision.go is Go.NO_GO
    chair.feed(311.0, Sedation(5, BY))
    assert chair.checks().decision.go is Go.GO


def test_with_the_drug_the_decision_is_what_it_was() -> None:
    chair = Treated()
    chair.all_clear()
    chair.rest(sbp=150.0)
    chair.feed(320.0, SIGN, StartInfusion(BY))
    before = chair.checks().decision
    chair.answer(400.0, consent="no", suicidality="intent-or-plan")
    chair.feed(410.0, cuff(180, 110))
    assert chair.checks().decision == before
    assert chair.checks().baseline_readings == 3


def test_a_session_without_all_its_steps_has_no_decision_and_is_never_stopped() -> None:
    chair = Treated(flow=False)
    chair.feed(10.0, StartInfusion(BY))
    assert chair.phase is Phase.TREATING
    chair.feed(20.0, Score(Scale.PAIN, 3, BY), StopInfusion(BY))
    seen = chair.checks()
    assert seen == ChecksView(scores=seen.scores)
    assert [one.total for one in seen.scores] == [3]
    chair.end(30.0)
    assert (chair.phase, chair.refused()) == (Phase.SIGNED, [])


# ---- after the drug


def test_there_is_no_checklist_before_the_drug() -> None:
    chair = Treated()
    chair.all_clear()
    chair.rest()
    assert chair.checks().leaving == ()
    assert chair.checks().leave_from_s is None
    assert not chair.checks().may_leave


def test_a_normal_session_may_leave_an_hour_after_its_end() -> None:
    chair = Treated().ticked()
    assert chair.checks().leave_from_s == END_S + 3600.0
    assert [one.id for one in chair.checks().leaving if not one.done] == []
    assert chair.checks().may_leave
    assert not chair.checks(END_S + 3599.0).may_leave


@pytest.mark.parametrize(
    ("line", "worse"),
    [
        ("bp", (cuff(170, 90),)),
        ("hr", (numerics(hr=130),) * 400),
        ("spo2", (numerics(spo2=88),) * 400),
        ("sedation", (Sedation(4, BY),)),
        ("dissociation", (Score(Scale.DISSOCIATION, 2, BY),)),
        ("aldrete-padss", (Score(Scale.PADSS, 8, BY),)),
        ("symptoms", (Note("n1", NoteKind.NAUSEA, "", BY),)),
        ("alarms", (Note("n1", NoteKind.CHEST_PAIN, "", BY),)),
    ],
)
def test_each_thing_that_gets_worse_keeps_the_patient(
    line: str, worse: tuple[object, ...]
) -> None:
    chair = Treated().ticked()
    chair.feed(END_S + 3610.0, *worse)
    assert chair.line(line).met is False
    assert not chair.checks().may_leave


def test_a_line_can_be_let_go_and_the_list_stays_as_it_was_signed() -> None:
    chair = Treated().ended()
    chair.feed(END_S + 60.0, OverrideCriterion("time", "provider's order", BY))
    assert chair.line("time").done
    chair.end(END_S + 120.0, "against advice")
    signed = chair.checks().leaving
    assert chair.phase is Phase.SIGNED
    assert all(one.done for one in signed)
    assert {one.override for one in signed if one.met is not True} == {
        "provider's order",
        "against advice",
    }
    assert chair.checks(END_S + 9000.0).leaving == signed


def test_the_worst_score_of_a_session_can_be_seen() -> None:
    chair = Treated().started()
    for at, total in ((900.0, 2), (1500.0, 4), (2000.0, 1)):
        chair.feed(at, Score(Scale.DISSOCIATION, total, BY))
    chair.feed(2100.0, Sedation(4, BY))
    assert worst_of(chair.checks().scores, Scale.DISSOCIATION) == 4
    assert [one.scale for one in chair.checks().scores][-1] == "moaa-s"


def test_the_same_events_give_the_same_checks() -> None:
    chair = Treated().ticked()
    chair.feed(END_S + 3610.0, OverrideCriterion("next-date", "", BY), *ticks())
    chair.end(END_S + 3700.0)
    fresh, said = replayed(chair)
    assert said == chair.said
    assert fresh.treatment.view(fresh, fresh.now).checks == chair.checks()


def test_a_baseline_by_hand_decides_as_a_measured_one() -> None:
    chair = Treated()
    chair.all_clear()
    chair.feed(100.0, SetBaseline(124.0, 76.0, 72.0, 98.0, BY), StartInfusion(BY))
    assert chair.phase is Phase.TREATING
    high = Treated()
    high.all_clear()
    high.feed(100.0, SetBaseline(165.0, 76.0, 72.0, 98.0, BY), StartInfusion(BY))
    assert high.refused() == ["start-no-go"]
