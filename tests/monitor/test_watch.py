"""How long a condition must hold, and how long it must be gone."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from monitor.events import Priority
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
