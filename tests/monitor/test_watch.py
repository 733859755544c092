"""How long a condition must hold, and how long it must be gone."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from monitor.outcomes import Priority
from monitor.rules import Compare, Row, Verdict
from monitor.vitals import VitalSign
from monitor.watch import Watch

ROW = Row(
    "hr-high",
    "hr/high",
    VitalSign.HR,
    Compare.ABOVE,
    Priority.MEDIUM,
    1,
    delay_s=10.0,
    clear_s=10.0,
)
B, W, U = Verdict.BREACH, Verdict.WITHIN, Verdict.UNKNOWN


def test_a_breach_holds_when_the_delay_is_over_and_not_before() -> None:
    watch = Watch(ROW)
    watch.feed(B, 100.0)
    assert watch.due_at() == 110.0
    watch.pass_time(109.999)
    assert not watch.holds
    watch.pass_time(110.0)
    assert watch.holds


def test_one_value_within_the_limit_starts_the_delay_again() -> None:
    watch = Watch(ROW)
    watch.feed(B, 100.0)
    watch.feed(W, 105.0)
    watch.feed(B, 106.0)
    assert watch.due_at() == 116.0


def test_the_calm_must_be_unbroken() -> None:
    watch = Watch(replace(ROW, delay_s=0.0))
    watch.feed(B, 0.0)
    assert watch.holds
    watch.feed(W, 1.0)
    watch.feed(B, 5.0)
    watch.feed(W, 6.0)
    watch.pass_time(15.9)
    assert watch.holds
    watch.pass_time(16.0)
    assert not watch.holds


def test_a_breach_may_have_begun_before_it_was_seen() -> None:
    watch = Watch(ROW)
    watch.feed(B, 100.0, since=95.0)
    assert watch.due_at() == 105.0


def test_the_delay_waits_while_nothing_is_known_and_then_goes_on() -> None:
    watch = Watch(ROW)
    watch.feed(B, 100.0)
    watch.feed(U, 103.0)
    watch.pass_time(3600.0)
    assert not watch.holds
    watch.feed(B, 3600.0)
    assert watch.due_at() == 3607.0


def test_a_value_within_the_limit_forgets_the_breach_before_it_was_unknown() -> None:
    watch = Watch(ROW)
    watch.feed(B, 100.0)
    watch.feed(U, 108.0)
    watch.feed(W, 109.0)
    watch.feed(B, 110.0)
    assert watch.due_at() == 120.0


def test_unknown_ends_the_calm() -> None:
    watch = Watch(replace(ROW, delay_s=0.0))
    watch.feed(B, 0.0)
    watch.feed(W, 1.0)
    watch.feed(U, 10.0)
    watch.feed(W, 11.0)
    assert watch.due_at() == 21.0


def test_a_row_that_is_not_judged_any_more_forgets_everything() -> None:
    watch = Watch(ROW)
    watch.feed(B, 0.0)
    watch.pass_time(10.0)
    watch.drop()
    assert watch.rests
    watch.feed(B, 20.0)
    assert watch.due_at() == 30.0


def test_a_watch_keeps_the_value_and_the_limit_of_its_last_breach() -> None:
    watch = Watch(ROW)
    watch.feed(B, 0.0, 120.0, 110.0)
    watch.feed(W, 1.0, 90.0, 110.0)
    assert (watch.value, watch.limit) == (120.0, 110.0)


def test_a_watch_may_have_a_delay_of_its_own() -> None:
    watch = Watch(ROW, 25.0)
    watch.feed(B, 0.0)
    assert watch.due_at() == 25.0


@given(st.integers(0, 50_000_000), st.sampled_from((0.0, 5.0, 10.0, 15.0, 60.0, 120.0)))
def test_what_is_due_lies_on_the_grid_of_the_record(begin_ms: int, delay_s: float) -> None:
    watch = Watch(ROW, delay_s)
    watch.feed(B, begin_ms / 1000)
    due = watch.due_at()
    assert watch.holds is (delay_s == 0.0)
    assert due is None or due == (begin_ms + round(delay_s * 1000)) / 1000


VERDICTS = st.lists(
    st.tuples(st.floats(0.1, 30.0, allow_nan=False), st.sampled_from(Verdict)), max_size=40
)


@given(VERDICTS)
def test_unknown_never_raises_and_never_clears(steps: list[tuple[float, Verdict]]) -> None:
    watch, now = Watch(ROW), 0.0
    for step, verdict in steps:
        now += step
        watch.feed(verdict, now)
        if verdict is U:
            held = watch.holds
            watch.pass_time(now + 1000.0)
            assert watch.holds is held
            assert watch.due_at() is None


@given(VERDICTS, st.integers(1, 5))
def test_it_does_not_matter_how_often_anybody_looks(
    steps: list[tuple[float, Verdict]], looks: int
) -> None:
    lazy, eager, now = Watch(ROW), Watch(ROW), 0.0
    for step, verdict in steps:
        for look in range(looks):
            eager.pass_time(now + step * look / looks)
        now += step
        lazy.pass_time(now)
        eager.pass_time(now)
        assert lazy.holds is eager.holds
        lazy.feed(verdict, now)
        eager.feed(verdict, now)
        assert lazy.holds is eager.holds
