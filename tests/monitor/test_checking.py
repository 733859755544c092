"""What a person asks, scores, counts and signs: taken, or refused with one sentence."""

from __future__ import annotations

import pytest
from chairs import Bench, numerics
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st
from treated import BY, END_S, Treated, replayed

from monitor.commands import (
    AnswerEmergency,
    BeginDischarge,
    BeginEmergency,
    EmergencyStamp,
    EndEmergency,
    EndSession,
    Sedation,
    StampKind,
    StopInfusion,
)
from monitor.events import Event
from monitor.outcomes import Priority
from monitor.phases import Phase
from monitor.picture import Shown
from monitor.treatment.checking import CHECKED
from monitor.treatment.commands import (
    UNCLAIMED,
    AnswerQuestion,
    CountBreaths,
    CuffSize,
    MeasureBaseline,
    Mount,
    OverrideCriterion,
    Scale,
    Score,
    Side,
    SignDecision,
    StandingCuff,
    TickCriterion,
)
from monitor.treatment.screening import QUESTIONS
from monitor.treatment.view import SignedView
from monitor.viewing import picture
from monitor.vitals import VitalSign

OURS: tuple[Event, ...] = (
    Mount(CuffSize.ADULT, Side.LEFT, None, None, BY),
    AnswerQuestion("fasting", "yes", BY),
    MeasureBaseline(BY),
    SignDecision("Provider 1", "discussed", BY, "Nurse 2"),
    Score(Scale.PAIN, 2, BY),
    CountBreaths(14.0, BY),
    StandingCuff(120.0, 76.0, 1, False, BY),
    TickCriterion("escort", True, BY),
    OverrideCriterion("time", "discussed", BY),
)


def test_each_of_our_commands_has_its_place() -> None:
    assert {type(one) for one in OURS} == set(CHECKED)


def test_after_the_end_nothing_is_entered_any_more() -> None:
    chair = Treated().ended()
    chair.end(END_S + 10.0, "against advice")
    before = chair.checks()
    for event in OURS:
        chair.feed(END_S + 20.0, event)
    assert chair.refused() == ["session-over"] * len(OURS)
    assert chair.checks() == before


# ---- scores


def test_a_score_bears_when_it_was_given() -> None:
    chair = Treated().started()
    chair.feed(1000.0, Score(Scale.DISSOCIATION, 3, BY, ago_s=120.0))
    assert [one.at_s for one in chair.checks().scores] == [880.0]


def test_a_score_that_cannot_be_is_refused_with_its_bounds() -> None:
    chair = Treated().started()
    chair.feed(1000.0, Score(Scale.PAIN, 11, BY), Score(Scale.PAIN, 5, BY, ago_s=2000.0))
    assert chair.refused() == ["score-out-of-range", "late-before-session"]
    assert chair.checks().scores == ()


@pytest.mark.parametrize("score", [-1, 6])
def test_a_sedation_score_has_its_bounds_and_raises_nothing_outside_them(score: int) -> None:
    chair = Treated().started()
    chair.feed(1000.0, Sedation(score, BY))
    assert chair.refused() == ["score-out-of-range"]
    assert not [one for one in chair.alarms() if one[1] == "sedation-deep"]


# ---- breaths


@pytest.mark.parametrize(
    ("rr", "alarm"), [(6.0, ("rr-low", "high")), (32.0, ("rr-high", "medium")), (8.0, None)]
)
def test_counted_breaths_alarm_at_once(rr: float, alarm: tuple[str, str] | None) -> None:
    chair = Treated().started()
    chair.feed(1000.0, CountBreaths(rr, BY))
    found = [one[1:3] for one in chair.alarms() if one[0] == 1000.0 and one[3] == "sounding"]
    assert found == ([] if alarm is None else [alarm])


def test_an_alarm_by_counted_breaths_stands_until_they_are_counted_again() -> None:
    chair = Treated().started()
    chair.feed(1000.0, CountBreaths(6.0, BY))
    chair.wait(1300.0)
    assert chair.core.sound(1300.0) is Priority.HIGH, "nobody knows that it is better"
    chair.feed(1300.0, CountBreaths(12.0, BY))
    chair.wait(1311.0)
    assert chair.core.sound(1311.0) is None


def test_counted_breaths_are_shown_for_a_minute() -> None:
    chair = Treated().started()
    chair.feed(1000.0, CountBreaths(14.0, BY))
    chair.wait(1059.0)
    shown = picture(chair.core, 1059.0).numerals[VitalSign.RR]
    assert (shown.shown, shown.value) == (Shown.LIVE, 14.0)
    chair.wait(1060.0)
    assert picture(chair.core, 1060.0).numerals[VitalSign.RR].shown is Shown.BLANK


def test_before_the_baseline_nothing_is_judged() -> None:
    chair = Treated()
    chair.feed(10.0, CountBreaths(6.0, BY))
    assert chair.alarms() == []


@pytest.mark.parametrize("rr", [-1.0, 151.0])
def test_so_many_breaths_cannot_be(rr: float) -> None:
    chair = Treated().started()
    chair.feed(1000.0, CountBreaths(rr, BY))
    assert chair.refused() == ["breaths-impossible"]
    assert chair.core.treatment.checks.breaths is None


# ---- standing


def test_a_pressure_standing_is_taken_after_one_and_three_minutes() -> None:
    chair = Treated().ended()
    chair.feed(END_S + 10.0, StandingCuff(120, 76, 2, False, BY))
    assert chair.refused() == ["standing-minute-unknown"]
    assert chair.core.treatment.checks.stood == []


def test_a_low_pressure_standing_is_no_value_of_the_cuff() -> None:
    chair = Treated().ended()
    chair.feed(END_S + 10.0, StandingCuff(70, 40, 1, True, BY))
    assert not [one for one in chair.alarms() if one[1].startswith("sbp")]
    assert picture(chair.core, END_S + 10.0).numerals[VitalSign.SBP].value != 70.0


# ---- the end


def test_leaving_before_the_drug_has_ended_says_which_step_is_missing() -> None:
    chair = Treated()
    chair.feed(10.0, BeginDischarge(BY))
    chair.started()
    chair.feed(400.0, BeginDischarge(BY), EndSession(BY, "in a hurry"))
    chair.feed(END_S, StopInfusion(BY), BeginDischarge(BY), BeginDischarge(BY))
    assert chair.refused() == [
        "discharge-before-drug",
        "discharge-while-giving",
        "end-while-giving",
        "discharge-under-way",
    ]
    assert chair.phase is Phase.DISCHARGE


def test_what_is_not_met_is_named_and_signed_with_a_reason() -> None:
    chair = Treated().ended()
    chair.end(END_S + 10.0)
    assert chair.refused() == ["end-unmet-more"]
    assert chair.phase is Phase.RECOVERY
    assert chair.checks().signed is None
    chair.end(END_S + 20.0, "to the ward")
    assert chair.phase is Phase.SIGNED
    assert chair.checks().signed == SignedView(BY, END_S + 20.0, "to the ward")


def test_a_session_in_which_all_is_met_is_signed_without_a_reason() -> None:
    chair = Treated().ticked()
    chair.end(END_S + 3700.0)
    assert (chair.phase, chair.refused()) == (Phase.SIGNED, [])


def test_where_nothing_was_given_the_reason_is_why() -> None:
    for chair in (Treated(), Treated()):
        chair.end(30.0)
        assert chair.refused() == ["end-wants-why-nothing"]
        chair.end(40.0, "blood pressure too high")
        assert chair.phase is Phase.SIGNED
        assert chair.checks().leaving == ()


def test_a_session_does_not_end_while_an_emergency_goes_on() -> None:
    chair = Treated().ticked()
    at = END_S + 3700.0
    chair.feed(at, BeginEmergency(BY))
    chair.end(at + 1.0, "the ambulance is here")
    chair.feed(at + 2.0, AnswerEmergency(BY), EndSession(BY))
    assert chair.refused() == ["end-in-emergency"] * 2
    chair.feed(at + 3.0, EmergencyStamp("s", StampKind.TEAM, "", BY), EndEmergency(BY))
    chair.end(at + 4.0)
    assert chair.phase is Phase.SIGNED


def test_nobody_is_her_own_second_person() -> None:
    chair = Treated().ended()
    chair.feed(END_S + 10.0, OverrideCriterion("bp", "discussed", BY, f" {BY.lower()} "))
    chair.feed(END_S + 20.0, EndSession(BY, "to the ward", BY))
    assert chair.refused() == ["second-is-self"] * 2
    chair.feed(END_S + 30.0, EndSession(BY, "to the ward", "Nurse 2"))
    assert chair.phase is Phase.SIGNED


def test_other_sessions_end_as_they_always_did() -> None:
    plain = Bench(treating=False)
    plain.feed(10.0, EndSession(BY))
    assert plain.core.state.phase is Phase.SIGNED


def test_nobody_signs_without_a_name() -> None:
    chair = Treated()
    chair.all_clear()
    chair.rest(sbp=150.0)
    chair.feed(320.0, SignDecision("Provider 1", "", UNCLAIMED))
    assert not chair.checks().decision.open
    done = Treated().ended()
    done.feed(END_S + 10.0, OverrideCriterion("time", "discussed", UNCLAIMED))
    done.feed(END_S + 20.0, EndSession(UNCLAIMED, "to the ward"))
    assert chair.refused() + done.refused() == ["signature-needs-name"] * 3
    assert done.phase is Phase.RECOVERY


# ---- any order of commands

moments = st.lists(st.floats(0.0, 900.0), min_size=1, max_size=30)
sayings = st.sampled_from(
    [
        *OURS,
        *(AnswerQuestion(q.id, said, BY) for q in QUESTIONS.values() for said in q.answers),
        AnswerQuestion("no-such", "yes", BY),
        Score(Scale.PHQ9, 12, BY, (3,)),
        Sedation(2, BY),
        EndSession(BY),
        EndSession(BY, "discussed"),
        BeginDischarge(BY),
        StopInfusion(BY),
        numerics(hr=120, spo2=91),
    ]
)


@share_of_examples(0.4)
@given(st.lists(sayings, max_size=40), moments)
def test_any_order_is_replayed_the_same_and_shows_the_same(events, times) -> None:
    chair = Treated()
    times = sorted(times)
    for n, event in enumerate(events):
        chair.feed(times[n * len(times) // max(1, len(events))], event)
    fresh, said = replayed(chair)
    assert said == chair.said
    assert fresh.treatment.view(fresh, 900.0) == chair.core.treatment.view(chair.core, 900.0)
