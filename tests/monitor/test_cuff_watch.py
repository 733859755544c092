"""The watches of the cuff rows: a second reading instead of a delay, and the ladder's rows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.alarm_table import CONFIRMED_ROWS, EXTREME_ROWS, HIGH_ROWS, VERY_HIGH_ROWS
from monitor.confirm import Answer, Levels, Rung, Tier
from monitor.cuff_watch import LadderSteps, RepeatWatch
from monitor.outcomes import Priority
from monitor.repeat_time import just_after
from monitor.rules import Compare, Row, Verdict
from monitor.vitals import CuffResult, VitalSign

ONCE = Row("once", "x/low", VitalSign.SBP, Compare.BELOW, Priority.HIGH, 1)
TWICE = replace(ONCE, id="twice", repeats=True)
BREACH, WITHIN = Verdict.BREACH, Verdict.WITHIN

TIERS = (
    *((row, Tier.HIGH) for row in HIGH_ROWS),
    *((row, Tier.VERY_HIGH) for row in (*VERY_HIGH_ROWS, *CONFIRMED_ROWS)),
    *((row, Tier.EXTREME) for row in EXTREME_ROWS),
)
LEVELS = Levels(high=(160.0, 100.0), very_high=(180.0, 110.0), extreme=(200.0, 120.0))


def result(sbp: float, dbp: float) -> CuffResult:
    return CuffResult(sbp, dbp, None, None, "device:test")


class Steps:
    """The ladder with its rows, fed with readings one minute apart."""

    def __init__(self) -> None:
        self.steps = LadderSteps(TIERS)
        self.now = 0.0

    def take(self, sbp: float, dbp: float, *, again: bool = False, cards: bool = True) -> bool:
        self.now += 60.0
        return self.steps.take(
            result(sbp, dbp), LEVELS, self.now, self.now + 360.0, again=again, cards=cards
        )

    def holding(self) -> list[tuple[str, str]]:
        held = [watch.row for watch in self.steps.watches if watch.holds]
        return sorted((row.id, row.priority.word) for row in held)

    def pending(self) -> list[str]:
        return sorted(watch.row.id for watch in self.steps.watches if watch.pending)


# ---- one row


def test_a_row_without_a_repeat_holds_at_once() -> None:
    watch = RepeatWatch(ONCE)
    assert not watch.take(BREACH, 78.0, 80.0, 160.0)
    assert (watch.holds, watch.pending, watch.asked_by) == (True, False, None)
    assert (watch.value, watch.limit) == (78.0, 80.0)


def test_a_row_with_a_repeat_is_pending_until_a_second_reading_agrees() -> None:
    watch = RepeatWatch(TWICE)
    assert watch.rests
    assert not watch.take(BREACH, 78.0, 80.0, 160.0)
    assert (watch.holds, watch.pending, watch.rests) == (False, True, False)
    assert watch.asked_by == watch.due_at() == just_after(160.0)
    assert not watch.take(BREACH, 77.0, 80.0, 220.0)
    assert (watch.holds, watch.pending, watch.due_at(), watch.value) == (True, False, None, 77.0)


def test_silence_agrees_just_after_its_last_moment() -> None:
    watch = RepeatWatch(TWICE)
    watch.take(BREACH, 78.0, 80.0, 160.0)
    watch.pass_time(160.0)
    assert watch.pending
    watch.pass_time(160.001)
    assert (watch.holds, watch.pending, watch.due_at()) == (True, False, None)


def test_only_a_reading_that_contradicts_a_pending_one_takes_it_back() -> None:
    watch = RepeatWatch(TWICE)
    assert not watch.take(WITHIN, 90.0, 80.0, 160.0)
    watch.take(BREACH, 78.0, 80.0, 160.0)
    assert watch.take(WITHIN, 90.0, 80.0, 220.0)
    assert watch.rests
    watch.take(BREACH, 78.0, 80.0, 280.0)
    watch.take(BREACH, 78.0, 80.0, 340.0)
    assert not watch.take(WITHIN, 90.0, 80.0, 400.0), "it was confirmed: it is over, not wrong"
    assert watch.rests


def test_a_moved_limit_asks_and_ends_but_confirms_nothing() -> None:
    watch = RepeatWatch(TWICE)
    watch.move(BREACH, 78.0, 80.0, 160.0)
    assert watch.pending
    watch.move(BREACH, 78.0, 79.0, 999.0)
    assert (watch.pending, watch.limit, watch.asked_by) == (True, 79.0, just_after(160.0))
    watch.move(WITHIN, 78.0, 70.0, 160.0)
    assert watch.rests


@given(st.lists(st.tuples(st.sampled_from((BREACH, WITHIN)), st.booleans()), max_size=30))
def test_a_row_holds_after_two_in_a_row_or_one_and_silence(
    steps: list[tuple[Verdict, bool]],
) -> None:
    watch, now, in_a_row = RepeatWatch(TWICE), 0.0, 0
    for verdict, waits in steps:
        now += 10.0
        watch.take(verdict, 1.0, 2.0, now + 60.0)
        in_a_row = in_a_row + 1 if verdict is BREACH else 0
        if waits:
            now += 61.0
            watch.pass_time(now)
            in_a_row = 2 if in_a_row else 0
        assert watch.holds is (in_a_row >= 2)
        assert watch.pending is (in_a_row == 1)
        assert (watch.due_at() is None) is not watch.pending


# ---- the rows of the ladder


def test_on_a_card_the_high_rows_are_pending_and_nothing_holds() -> None:
    steps = Steps()
    steps.take(165, 102)
    assert (steps.holding(), steps.pending()) == ([], ["dbp-high", "sbp-high"])
    assert all(watch.asked_by == just_after(420.0) for watch in steps.steps.watches)
    assert not any(watch.rests for watch in steps.steps.watches)


def test_a_very_high_value_is_medium_until_it_is_confirmed() -> None:
    steps = Steps()
    steps.take(185, 90)
    assert steps.holding() == [("sbp-high", "medium"), ("sbp-very-high", "medium")]
    steps.take(184, 90)
    assert steps.holding() == [("sbp-high", "medium"), ("sbp-very-high", "high")]


def test_an_extreme_value_holds_on_every_tier_and_is_provisional_once() -> None:
    steps = Steps()
    steps.take(206, 124)
    assert steps.holding() == [
        ("dbp-extreme", "high"),
        ("dbp-high", "medium"),
        ("dbp-very-high", "high"),
        ("sbp-extreme", "high"),
        ("sbp-high", "medium"),
        ("sbp-very-high", "high"),
    ]
    assert all(watch.provisional for watch in steps.steps.watches)
    steps.take(205, 124)
    assert not any(watch.provisional for watch in steps.steps.watches)


@pytest.mark.parametrize(
    ("third", "value", "limit"),
    [((172, 90), 172, 170), ((185, 90), 185, 180), ((166, 106), 106, 105)],
)
def test_what_made_it_high_stands_beside_it(
    third: tuple[int, int], value: float, limit: float
) -> None:
    """A third reading is compared with half-way, and that is the limit that is shown."""
    steps = Steps()
    for reading in ((185, 90), (165, 90), third):
        steps.take(*reading)
    [high] = [
        watch
        for watch in steps.steps.watches
        if watch.holds and watch.row.priority is Priority.HIGH
    ]
    assert (high.value, high.limit) == (value, limit)


def test_high_by_silence_after_an_answer_in_between_still_has_a_row_that_holds() -> None:
    steps = Steps()
    steps.take(185, 90)
    steps.take(165, 90)
    steps.steps.pass_time(240.001)
    assert ("sbp-very-high", "high") in steps.holding()
    assert steps.steps.ladder.rung is Rung.UPHELD


@pytest.mark.parametrize("answer", [Answer.SYMPTOM, Answer.FAILED_TWICE])
def test_what_is_heard_beside_readings_moves_the_rows(answer: Answer) -> None:
    steps = Steps()
    steps.take(185, 90)
    steps.steps.hear(answer, 100.0)
    assert ("sbp-very-high", "high") in steps.holding()


def test_before_treating_a_merely_high_value_neither_asks_nor_holds() -> None:
    steps = Steps()
    assert not steps.take(165, 102, cards=False)
    assert (steps.holding(), steps.pending()) == ([], [])
    steps.take(185, 90, cards=False)
    steps.take(165, 90, cards=False)
    assert steps.holding() == [("sbp-high", "medium")], "a third reading is asked for"
    steps.take(165, 90, cards=False)
    assert steps.holding() == []


def test_limits_that_move_before_the_first_reading_move_nothing() -> None:
    steps = Steps()
    steps.steps.move(LEVELS, 0.0, 360.0, cards=True)
    assert all(watch.rests for watch in steps.steps.watches)


def test_limits_that_move_judge_the_last_reading_anew() -> None:
    steps = Steps()
    steps.take(165, 90)
    steps.steps.move(replace(LEVELS, high=(166.0, 100.0)), 70.0, 430.0, cards=True)
    assert (steps.holding(), steps.pending()) == ([], [])
    steps.steps.move(replace(LEVELS, very_high=(164.0, 110.0)), 80.0, 440.0, cards=True)
    assert ("sbp-very-high", "medium") in steps.holding()
    steps.steps.watches[0].drop()
    assert all(watch.rests and watch.due_at() is None for watch in steps.steps.watches)


@given(
    st.lists(st.tuples(st.integers(100, 220), st.integers(60, 130), st.booleans()), max_size=20)
)
def test_a_rung_that_sounds_has_a_row_that_says_so(steps: list[tuple[int, int, bool]]) -> None:
    bench = Steps()
    for sbp, dbp, waits in steps:
        bench.take(sbp, dbp)
        if waits:
            bench.now += 361.0
            bench.steps.pass_time(bench.now)
        rung = bench.steps.ladder.rung
        loud = rung in {Rung.UPHELD, Rung.HIGH, Rung.EXTREME, Rung.EXTREME_HELD}
        assert bool(bench.holding()) is (rung not in {Rung.REST, Rung.CARD})
        assert any(priority == "high" for _row, priority in bench.holding()) is loud
        assert bool(bench.pending()) is (rung is Rung.CARD)
