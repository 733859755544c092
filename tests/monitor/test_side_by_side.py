from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.alarm_spans import AlarmSpan, Rung
from monitor.outcomes import Priority
from monitor.side_by_side import Change, first_difference, pairs_of
from monitor.vitals import VitalSign

END_S = 1000.0


def span(
    began_s: float,
    ended_s: float | None,
    key: str = "bp/high",
    priority: Priority = Priority.MEDIUM,
    limit: float = 160.0,
) -> AlarmSpan:
    rung = Rung(began_s, "sbp-high", VitalSign.SBP, priority, 168.0, limit)
    return AlarmSpan(key, (rung,), ended_s)


@pytest.mark.parametrize(
    ("then", "change", "differs_s"),
    [
        (span(100.0, 200.0), Change.SAME, None),
        (span(100.0, 200.0, limit=165.0), Change.SAME, None),
        (span(80.0, 200.0), Change.EARLIER, 80.0),
        (span(120.0, 200.0), Change.LATER, 100.0),
        (span(100.0, 150.0), Change.ALTERED, 150.0),
        (span(100.0, None), Change.ALTERED, 200.0),
        (span(100.0, 200.0, priority=Priority.HIGH), Change.ALTERED, 100.0),
    ],
)
def test_how_an_alarm_differs(then: AlarmSpan, change: Change, differs_s: float | None) -> None:
    (pair,) = pairs_of([span(100.0, 200.0)], [then], END_S)
    assert pair.change is change
    assert pair.differs_s == differs_s


def test_what_has_no_partner_is_gone_or_new() -> None:
    pairs = pairs_of([span(100.0, 200.0)], [span(300.0, 400.0)], END_S)
    assert [pair.change for pair in pairs] == [Change.GONE, Change.NEW]
    assert first_difference(pairs) == 100.0


def test_alarms_of_another_key_are_no_partners() -> None:
    pairs = pairs_of([span(100.0, 200.0)], [span(100.0, 200.0, key="hr/high")], END_S)
    assert {pair.change for pair in pairs} == {Change.GONE, Change.NEW}


def test_of_several_the_one_that_shares_the_most_time_is_the_partner() -> None:
    was = [span(100.0, 400.0)]
    then = [span(100.0, 150.0), span(200.0, 400.0)]
    pairs = pairs_of(was, then, END_S)
    assert [pair.change for pair in pairs] == [Change.NEW, Change.LATER] or [
        (pair.change, pair.at_s) for pair in pairs
    ] == [(Change.LATER, 100.0), (Change.NEW, 100.0)]


SPANS = st.lists(
    st.tuples(st.integers(0, 900), st.integers(0, 100), st.sampled_from(("a", "b"))).map(
        lambda one: span(float(one[0]), float(one[0] + one[1]), key=one[2])
    ),
    max_size=12,
)


@given(SPANS, SPANS)
def test_every_alarm_stands_in_one_line(was: list[AlarmSpan], then: list[AlarmSpan]) -> None:
    pairs = pairs_of(was, then, END_S)
    assert sorted((p.was for p in pairs if p.was), key=repr) == sorted(was, key=repr)
    assert sorted((p.then for p in pairs if p.then), key=repr) == sorted(then, key=repr)
    assert [pair.at_s for pair in pairs] == sorted(pair.at_s for pair in pairs)


@given(SPANS)
def test_a_column_beside_itself_differs_nowhere(alarms: list[AlarmSpan]) -> None:
    """But for two of a key at once, which no record has."""
    single = {(alarm.key, alarm.began_s): alarm for alarm in alarms}
    apart = [
        one
        for one in single.values()
        if not any(
            other is not one and other.key == one.key and other.began_s <= one.until_s(END_S)
            and one.began_s <= other.until_s(END_S)
            for other in single.values()
        )
    ]  # fmt: skip
    assert first_difference(pairs_of(apart, apart, END_S)) is None
