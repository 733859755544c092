from __future__ import annotations

from dataclasses import replace

import pytest
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from monitor.alarm_report import report_of
from monitor.amendments import Addendum
from monitor.commands import Acknowledge, ChangeLimit, EndSession, Note, NoteKind, StopInfusion
from monitor.entries import Entry
from monitor.limits import PROFILES, LimitRefused, Modifier
from monitor.outcomes import AlarmChanged, Priority
from monitor.routes import Route
from monitor.side_by_side import Change
from monitor.what_if import (
    AS_IT_WAS,
    Comparing,
    Limits,
    NotOpened,
    Rejudging,
    what_if,
)
from tests.monitor.chairs import cuff
from tests.monitor.judged_record import STEPS, Recorder, Steps, played

WIDER = {
    "sbp-high": 175.0,
    "sbp-very-high": 195.0,
    "dbp-high": 108.0,
    "sbp-low": 85.0,
    "hr-high": 125.0,
    "hr-low": 45.0,
    "spo2-low": 89.0,
    "hr-very-high": 145.0,
}


def alarm_lines(entries: list[Entry]) -> list[tuple[float, AlarmChanged]]:
    return [(one.now_s, one.what) for one in entries if isinstance(one.what, AlarmChanged)]


def judged(entries: list[Entry], limits: Limits = AS_IT_WAS) -> list[Entry]:
    anew = Rejudging(entries, limits)
    assert anew.go_on(len(entries))
    return anew.entries


def hypertensive() -> Recorder:
    """Two alarms: a pressure from 168 to 186, confirmed, and a fast heart."""
    made = Recorder().treating()
    made.at(300.0, cuff(168, 101)).at(400.0, cuff(169, 102)).at(420.0, Acknowledge("bp/high", "N"))
    made.at(600.0, cuff(186, 112)).at(690.0, cuff(187, 113)).at(900.0, cuff(140, 84))
    made.stream(930.0, hr=118.0).at(931.0, Acknowledge("hr/high", "N")).stream(1000.0, hr=84.0)
    return made.at(1100.0)


# ---- the same limits


@share_of_examples(1)
@given(STEPS, st.booleans())
def test_the_same_limits_give_the_alarms_that_were_stored(steps: Steps, technical: bool) -> None:
    entries = played(steps, technical=technical)
    found = what_if(entries, AS_IT_WAS)
    assert found.faithful
    assert alarm_lines(judged(entries)) == alarm_lines(entries)
    assert found.first_s is None
    assert {pair.change for pair in found.pairs} <= {Change.SAME}
    assert not found.dropped
    assert not found.overruled


@share_of_examples(0.3)
@given(STEPS)
def test_the_same_question_has_the_same_answer(steps: Steps) -> None:
    entries, limits = played(steps), Limits(single={"sbp-high": 170.0, "hr-high": 100.0})
    assert what_if(entries, limits) == what_if(entries, limits)


@share_of_examples(0.3)
@given(STEPS, st.integers(1, 7))
def test_judging_in_pieces_gives_the_same_as_at_once(steps: Steps, most: int) -> None:
    entries, limits = played(steps), Limits(single={"sbp-very-high": 190.0})
    comparing = Comparing(entries, limits)
    shares = [comparing.share]
    while not comparing.go_on(most):
        shares.append(comparing.share)
    assert shares == sorted(shares)
    assert comparing.share == 1.0
    assert comparing.comparison() == what_if(entries, limits)


# ---- wider limits


@share_of_examples(0.5)
@given(STEPS, st.sampled_from(sorted(WIDER)))
def test_a_wider_limit_never_holds_where_the_narrower_one_did_not(steps: Steps, rule: str) -> None:
    """Where the row is true under the wider limit, it was true under its own, at that moment."""
    entries = [one for one in played(steps) if not isinstance(one.what, ChangeLimit)]
    wider = held(entries, rule, Limits(single={rule: WIDER[rule]}))
    narrow = held(entries, rule, AS_IT_WAS)
    for begin_s, end_s in wider:
        assert any(one[0] <= begin_s and end_s <= one[1] for one in narrow), (begin_s, end_s)


def held(entries: list[Entry], rule: str, limits: Limits) -> list[tuple[float, float]]:
    """From when to when the watches of this row were true and confirmed."""
    anew = Rejudging(entries, limits)
    spans: list[tuple[float, float]] = []
    since: float | None = None
    while True:
        over = anew.go_on(1)
        now = anew._core.now
        rows = {
            watch.row.id
            for slot in anew._core.judge.engine._slots.values()
            for watch in slot.holding()
        }
        if rule in rows and since is None:
            since = now
        elif rule not in rows and since is not None:
            spans.append((since, now))
            since = None
        if over:
            return spans if since is None else [*spans, (since, now)]


def test_a_limit_above_every_value_silences_its_row() -> None:
    found = what_if(hypertensive().entries, Limits(single={"hr-high": 125.0}))
    (gone,) = [pair for pair in found.pairs if pair.change is not Change.SAME]
    assert gone.change is Change.GONE
    assert gone.was is not None
    assert gone.was.key == "hr/high"
    assert found.first_s == gone.was.began_s
    assert found.then.report.physiological[Priority.MEDIUM] == 0


def test_a_narrower_limit_speaks_earlier() -> None:
    entries = Recorder().treating().at(200.0, cuff(152, 90)).at(290.0, cuff(153, 91))
    entries.at(500.0, cuff(166, 95)).at(590.0, cuff(166, 95)).at(700.0)
    found = what_if(entries.entries, Limits(single={"sbp-high": 150.0, "dbp-high": 105.0}))
    (pair,) = found.pairs
    assert pair.change is Change.EARLIER
    assert pair.was is not None
    assert pair.then is not None
    assert (pair.then.began_s, pair.was.began_s) == (290.0, 590.0)


# ---- what people said


def test_an_answer_to_an_alarm_that_is_not_there_is_dropped_and_named() -> None:
    found = what_if(hypertensive().entries, Limits(single={"hr-high": 125.0}))
    assert [type(entry.what) for entry in found.dropped] == [Acknowledge]
    assert found.dropped[0].now_s == 931.0


def test_an_answer_that_was_refused_then_does_not_answer_a_new_alarm() -> None:
    made = Recorder().treating().at(200.0, cuff(152, 90)).at(290.0, cuff(153, 91))
    made.at(300.0, Acknowledge("bp/high", "N")).at(400.0)
    found = what_if(made.entries, Limits(single={"sbp-high": 150.0}))
    assert not found.dropped
    (pair,) = found.pairs
    assert pair.change is Change.NEW
    assert found.then.report.acknowledge_s == ()


def test_a_limit_moved_at_the_chair_is_overruled_by_what_is_asked_for() -> None:
    made = Recorder().treating().at(100.0, ChangeLimit("hr-high", 125.0, "N"))
    made.at(110.0, ChangeLimit("sbp-high", 170.0, "N")).stream(160.0, hr=118.0)
    found = what_if(made.entries, Limits(single={"hr-high": 112.0}))
    assert [entry.now_s for entry in found.overruled] == [100.0]
    assert [pair.change for pair in found.pairs] == [Change.NEW]


def test_another_profile_overrules_everything_that_was_moved() -> None:
    made = Recorder().treating().at(100.0, ChangeLimit("hr-high", 125.0, "N"))
    made.at(110.0, ChangeLimit("sbp-high", 170.0, "N")).at(200.0)
    found = what_if(made.entries, Limits(PROFILES["elderly-iv"]))
    assert len(found.overruled) == 2


def test_route_and_what_is_known_of_the_patient_stay() -> None:
    own = replace(PROFILES["im-sc"], modifiers=frozenset({Modifier.SEDATIVES}))
    made = Limits(PROFILES["elderly-iv"]).of(own)
    assert made.route is Route.IM_SC
    assert made.modifiers == {Modifier.SEDATIVES}
    assert made.limit("sbp-rise") == 25


# ---- which limits may be asked for


@pytest.mark.parametrize(
    ("single", "reason"),
    [
        ({"sbp-tall": 160.0}, "limit-unknown"),
        ({"sbp-high": 250.0}, "limit-out-of-bounds"),
        ({"sbp-high": 185.0}, "limit-crossed"),
    ],
)
def test_limits_that_may_not_be_are_refused(single: dict[str, float], reason: str) -> None:
    with pytest.raises(LimitRefused) as refused:
        what_if(hypertensive().entries, Limits(single=single))
    assert refused.value.reason == reason


def test_several_limits_are_checked_together_and_not_one_by_one() -> None:
    both = {"sbp-high": 185.0, "sbp-very-high": 195.0}
    assert Limits(single=both).of(PROFILES["adult-iv"]).limit("sbp-high") == 185.0


# ---- the ends of a record


def test_a_record_without_its_opening_cannot_be_judged() -> None:
    with pytest.raises(NotOpened):
        what_if(hypertensive().entries[1:], AS_IT_WAS)
    with pytest.raises(NotOpened):
        what_if([], AS_IT_WAS)


def test_an_opening_alone_is_a_calm_session() -> None:
    found = what_if(Recorder().entries[:1], Limits(single={"hr-high": 100.0}))
    assert found.pairs == ()
    assert found.first_s is None


def test_what_was_added_after_the_signature_judges_nothing() -> None:
    made = hypertensive().at(1200.0, StopInfusion("N"), EndSession("N", "goes home early"))
    assert made.chair.ended
    last = made.entries[-1]
    later = [
        *made.entries,
        Entry("s-1", last.seq + 1, 90_000.0, Note("n1", NoteKind.CHEST_PAIN, "", "N")),
        Entry("s-1", last.seq + 2, 90_000.0, Addendum("late", "N", 0.0)),
    ]
    assert what_if(later, AS_IT_WAS) == what_if(made.entries, AS_IT_WAS)


def test_a_record_that_was_judged_by_other_rules_says_so() -> None:
    entries = [
        replace(one, what=replace(one.what, priority=Priority.LOW))
        if isinstance(one.what, AlarmChanged)
        else one
        for one in hypertensive().entries
    ]
    assert not what_if(entries, AS_IT_WAS).faithful


@share_of_examples(0.3)
@given(STEPS)
def test_the_counts_are_those_of_the_alarm_report(steps: Steps) -> None:
    entries = played(steps, technical=True)
    found = what_if(entries, Limits(single={"sbp-high": 150.0}))
    assert found.was.report.physiological == report_of(judged(entries)).physiological
    for side in (found.was, found.then):
        counted = side.report.physiological.total() + side.report.technical.total()
        assert counted == len(side.alarms)
