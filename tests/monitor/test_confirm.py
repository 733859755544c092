"""The repeat-reading ladder by itself: its two tables walked, its times, its comparisons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.clock import whole_ms
from monitor.confirm import (
    ANSWER_WITHIN_S,
    ASKING,
    MOVED,
    SLACK,
    TRANSITIONS,
    Answer,
    Ladder,
    Levels,
    Rung,
    Tier,
    reaches,
)
from monitor.repeat_time import just_after
from monitor.vitals import CuffResult

LEVELS = Levels(high=(160.0, 100.0), very_high=(180.0, 110.0), extreme=(200.0, 120.0))
TWO_LEVELS = frozenset({Rung.ASK, Rung.THIRD, Rung.EXTREME})
"""Where the answer has to come within 120 s."""

DRAWN = """
             BELOW RAISED UPPER  VERY_HIGH VERY_HIGH_AGAIN EXTREME      SILENCE      FAILED_TWICE SYMPTOM
REST         .     CARD   CARD   ASK       HIGH            EXTREME      .            .            .
CARD         REST  MEDIUM MEDIUM HIGH      HIGH            EXTREME      MEDIUM       .            .
ASK          REST  THIRD  THIRD  HIGH      HIGH            EXTREME      HIGH         HIGH         HIGH
THIRD        REST  MEDIUM UPHELD HIGH      HIGH            EXTREME      UPHELD       UPHELD       UPHELD
MEDIUM       REST  .      .      ASK       HIGH            EXTREME      .            .            .
UPHELD       REST  MEDIUM .      HIGH      HIGH            EXTREME      .            .            .
HIGH         REST  MEDIUM MEDIUM .         .               EXTREME      .            .            .
EXTREME      REST  MEDIUM MEDIUM HIGH      HIGH            EXTREME_HELD EXTREME_HELD .            .
EXTREME_HELD REST  MEDIUM MEDIUM HIGH      HIGH            .            .            .            .
"""  # noqa: E501 -- a table is read by its columns
DRAWN_MOVED = """
             BELOW RAISED UPPER  VERY_HIGH EXTREME
REST         .     CARD   CARD   ASK       EXTREME
CARD         REST  .      .      ASK       EXTREME
ASK          REST  CARD   CARD   .         EXTREME
THIRD        REST  .      .      ASK       EXTREME
MEDIUM       REST  .      .      ASK       EXTREME
UPHELD       REST  MEDIUM .      HIGH      EXTREME
HIGH         REST  MEDIUM MEDIUM .         EXTREME
EXTREME      REST  CARD   CARD   ASK       .
EXTREME_HELD REST  MEDIUM MEDIUM HIGH      .
"""


def drawn(table: str) -> list[tuple[Rung, Answer, Rung]]:
    """What a drawn table says: on this rung, after this answer, that rung; `.` = the same."""
    head, *lines = table.split("\n")[1:-1]
    answers = [Answer[name] for name in head.split()]
    steps = []
    for line in lines:
        name, *after = line.split()
        rung = Rung[name]
        for answer, where in zip(answers, after, strict=True):
            steps.append((rung, answer, rung if where == "." else Rung[where]))
    return steps


def on(rung: Rung, deadline: float | None = None) -> Ladder:
    ladder = Ladder()
    ladder.rung = rung
    if deadline is not None:
        ladder.time.ask(deadline)
    return ladder


def result(sbp: float, dbp: float) -> CuffResult:
    return CuffResult(sbp, dbp, None, None, "device:test")


def test_the_drawn_tables_are_whole() -> None:
    assert len(drawn(DRAWN)) == len(Rung) * len(Answer)
    assert {rung for rung, *_rest in drawn(DRAWN_MOVED)} == set(MOVED) == set(Rung)


@pytest.mark.parametrize(("before", "answer", "after"), drawn(DRAWN))
def test_every_answer_on_every_rung_leads_where_it_is_drawn(
    before: Rung, answer: Answer, after: Rung
) -> None:
    ladder = on(before, 999.0 if before in ASKING else None)
    ladder.take(answer, 100.0, 460.0)
    assert ladder.rung is after
    assert TRANSITIONS[before].get(answer, before) is after


@pytest.mark.parametrize(("before", "answer", "after"), drawn(DRAWN))
def test_an_answer_is_waited_for_exactly_where_one_is_asked_for(
    before: Rung, answer: Answer, after: Rung
) -> None:
    ladder = on(before, 999.0 if before in ASKING else None)
    ladder.take(answer, 100.0, 460.0)
    if after not in ASKING:
        assert ladder.deadline is None
    elif after is before:
        assert ladder.deadline == just_after(999.0), "it is asked for still"
    else:
        assert ladder.deadline == just_after(220.0 if after in TWO_LEVELS else 460.0)


@pytest.mark.parametrize(("before", "answer", "after"), drawn(DRAWN_MOVED))
def test_a_moved_limit_leads_where_it_is_drawn(before: Rung, answer: Answer, after: Rung) -> None:
    ladder = on(before, 999.0 if before in ASKING else None)
    ladder.move(Answer.EXTREME, answer, 100.0, 460.0, cards=True)
    assert ladder.rung is after
    if after is before and after in ASKING:
        assert ladder.deadline == just_after(999.0), "what was asked for is asked for still"
    else:
        assert (ladder.deadline is None) is (after not in ASKING)


@pytest.mark.parametrize("answer", [Answer.RAISED, Answer.UPPER])
@pytest.mark.parametrize("before", [Answer.RAISED, Answer.UPPER, Answer.VERY_HIGH])
def test_a_high_that_a_third_reading_made_falls_only_when_a_limit_went_away(
    before: Answer, answer: Answer
) -> None:
    ladder = on(Rung.HIGH)
    ladder.move(before, answer, 100.0, 460.0, cards=True)
    assert (ladder.rung is Rung.HIGH) is (answer.value >= before.value)


def test_where_merely_high_values_are_no_alarm_none_is_asked_about() -> None:
    ladder = Ladder()
    assert not ladder.take(Answer.RAISED, 100.0, 460.0, cards=False)
    assert (ladder.rung, ladder.deadline) == (Rung.REST, None)
    ladder.move(Answer.BELOW, Answer.UPPER, 100.0, 460.0, cards=False)
    assert (ladder.rung, ladder.deadline) == (Rung.REST, None)
    ladder.take(Answer.VERY_HIGH, 100.0, 460.0, cards=False)
    assert ladder.rung is Rung.ASK


def test_only_what_rests_on_one_reading_is_taken_back() -> None:
    takes_back = {rung for rung in Rung if on(rung).take(Answer.BELOW, 0.0, 0.0)}
    assert takes_back == {Rung.CARD, Rung.ASK, Rung.EXTREME}
    for rung, answer, _after in drawn(DRAWN):
        if answer is not Answer.BELOW:
            assert not on(rung).take(answer, 0.0, 0.0)


# ---- time


@pytest.mark.parametrize(
    ("rung", "after"),
    [
        (Rung.CARD, Rung.MEDIUM),
        (Rung.ASK, Rung.HIGH),
        (Rung.THIRD, Rung.UPHELD),
        (Rung.EXTREME, Rung.EXTREME_HELD),
    ],
)
def test_silence_agrees_just_after_the_last_moment(rung: Rung, after: Rung) -> None:
    ladder = on(rung, just_after(220.0))
    ladder.pass_time(220.0)
    assert ladder.rung is rung, "an answer would still be in time"
    ladder.pass_time(220.001)
    assert (ladder.rung, ladder.deadline) == (after, None)
    ladder.pass_time(9999.0)
    assert ladder.rung is after


@given(st.integers(0, 40_000_000))
def test_just_after_is_later_and_bears_the_same_millisecond(ms: int) -> None:
    at = ms / 1000
    assert at < just_after(at) < (ms + 1) / 1000
    assert whole_ms(just_after(at)) == at


def test_a_third_reading_has_its_own_time() -> None:
    ladder = Ladder()
    ladder.take(Answer.VERY_HIGH, 100.0, 460.0)
    ladder.take(Answer.RAISED, 200.0, 560.0)
    assert ladder.deadline == just_after(200.0 + ANSWER_WITHIN_S)


@given(st.lists(st.tuples(st.floats(0.0, 600.0), st.sampled_from(Answer)), max_size=40))
def test_what_is_asked_is_never_asked_for_ever(steps: list[tuple[float, Answer]]) -> None:
    ladder, now = Ladder(), 0.0
    for step, answer in steps:
        now += step
        ladder.pass_time(now)
        ladder.take(answer, now, now + 360.0)
        asks = ladder.rung in ASKING
        assert (ladder.deadline is not None) is asks
        assert ladder.deadline is None or now < ladder.deadline <= now + 360.01
    ladder.pass_time(now + 361.0)
    assert ladder.rung not in ASKING, "no answer counts as agreement"


# ---- what a reading says


@pytest.mark.parametrize(
    ("sbp", "dbp", "answer"),
    [
        (159, 99, Answer.BELOW),
        (160, 80, Answer.RAISED),
        (120, 100, Answer.RAISED),
        (169, 104, Answer.RAISED),
        (170, 80, Answer.UPPER),
        (120, 105, Answer.UPPER),
        (179, 109, Answer.UPPER),
        (180, 80, Answer.VERY_HIGH),
        (120, 110, Answer.VERY_HIGH),
        (199, 119, Answer.VERY_HIGH),
        (200, 80, Answer.EXTREME),
        (120, 120, Answer.EXTREME),
    ],
)
def test_at_or_above_is_true_of_either_pressure_and_below_of_both(
    sbp: float, dbp: float, answer: Answer
) -> None:
    assert Ladder().answer(result(sbp, dbp), LEVELS, again=False) is answer
    assert Ladder().answer(result(sbp, dbp), LEVELS, again=True) is (
        Answer.VERY_HIGH_AGAIN if answer is Answer.VERY_HIGH else answer
    )


def test_half_way_follows_the_active_limits() -> None:
    moved = Levels(high=(165.0, 105.0), very_high=(190.0, 110.0), extreme=(200.0, 120.0))
    assert (LEVELS.half_way, moved.half_way) == ((170.0, 105.0), (177.5, 107.5))
    assert Ladder().answer(result(177, 80), moved, again=False) is Answer.RAISED
    assert [moved.of(tier) for tier in Tier] == [moved.high, moved.very_high, moved.extreme]


@pytest.mark.parametrize("rung", [Rung.REST, Rung.CARD, Rung.ASK, Rung.THIRD, Rung.EXTREME])
@pytest.mark.parametrize("tier", Tier)
def test_while_a_repeat_is_asked_for_it_is_compared_exactly(rung: Rung, tier: Tier) -> None:
    assert on(rung).slack(tier) == 0.0


@pytest.mark.parametrize(
    ("rung", "slacks"),
    [
        (Rung.MEDIUM, (SLACK, 0.0, 0.0)),
        (Rung.UPHELD, (SLACK, SLACK, 0.0)),
        (Rung.HIGH, (SLACK, SLACK, 0.0)),
        (Rung.EXTREME_HELD, (SLACK, SLACK, SLACK)),
    ],
)
def test_what_is_confirmed_holds_until_a_reading_is_three_below(
    rung: Rung, slacks: tuple[float, ...]
) -> None:
    assert tuple(on(rung).slack(tier) for tier in Tier) == slacks


def test_a_confirmed_pressure_at_its_limit_does_not_come_and_go() -> None:
    held = on(Rung.MEDIUM)
    assert held.answer(result(157, 80), LEVELS, again=False) is Answer.RAISED
    assert held.answer(result(156.9, 96.9), LEVELS, again=False) is Answer.BELOW
    high = on(Rung.HIGH)
    assert high.answer(result(177, 80), LEVELS, again=False) is Answer.VERY_HIGH
    assert high.answer(result(176, 80), LEVELS, again=False) is Answer.UPPER


def test_what_a_third_reading_half_way_made_high_holds_until_three_below_half_way() -> None:
    upheld = on(Rung.UPHELD)
    assert upheld.answer(result(167, 80), LEVELS, again=True) is Answer.UPPER
    assert upheld.answer(result(120, 102), LEVELS, again=True) is Answer.UPPER
    assert upheld.answer(result(166.9, 101.9), LEVELS, again=True) is Answer.RAISED
    assert on(Rung.HIGH).answer(result(169, 80), LEVELS, again=True) is Answer.RAISED


@given(st.floats(30, 260), st.floats(20, 160), st.floats(100, 200), st.floats(60, 130))
def test_a_level_is_reached_by_either_pressure(
    sbp: float, dbp: float, high: float, low: float
) -> None:
    assert reaches(result(sbp, dbp), (high, low)) is not (sbp < high and dbp < low)
    assert reaches(result(sbp, dbp), (high, low), SLACK) is not (
        sbp < high - SLACK and dbp < low - SLACK
    )
