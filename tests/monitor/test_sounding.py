"""Who is heard, in which order, and with which melody."""

from __future__ import annotations

from collections import Counter

import pytest
from chairs import Bench, cuff, numerics
from hypothesis import given
from hypothesis import strategies as st

from monitor import alarm_table
from monitor.outcomes import Priority
from monitor.rules import Row
from monitor.sounding import (
    CARDIOVASCULAR_IDS,
    Melody,
    Sounding,
    melody_of,
    next_turn,
    turns,
)
from monitor.vitals import VitalSign

ROWS = {
    row.id: row
    for value in vars(alarm_table).values()
    for row in (value if isinstance(value, tuple) else (value,))
    if isinstance(row, Row)
}
HEART_AND_VESSELS = {VitalSign.SBP, VitalSign.DBP, VitalSign.MAP, VitalSign.HR}
WISHES = st.dictionaries(st.integers(1, 8), st.sampled_from(Priority)).map(
    lambda asked: [Sounding(chair, priority) for chair, priority in asked.items()]
)


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_pressure_and_heart_rate_have_a_melody_of_their_own(row: Row) -> None:
    cardiovascular = row.sign in HEART_AND_VESSELS
    wanted = Melody.CARDIOVASCULAR if cardiovascular else Melody.GENERAL
    assert melody_of(row.id) is wanted


def test_an_alarm_that_nobody_knows_is_general() -> None:
    assert melody_of("made-up") is Melody.GENERAL
    assert {melody_of(alarm) for alarm in CARDIOVASCULAR_IDS} == {Melody.CARDIOVASCULAR}


def test_the_most_urgent_take_turns_by_number_and_the_others_are_silent() -> None:
    high = [Sounding(chair, Priority.HIGH) for chair in (3, 1)]
    assert turns([Sounding(2, Priority.MEDIUM), *high]) == (high[1], high[0])
    assert turns([]) == ()


def test_who_was_not_heard_yet_is_next_then_who_waited_longest() -> None:
    first, second, third = (Sounding(chair, Priority.HIGH) for chair in (1, 2, 3))
    assert next_turn((first, second, third), (3, 1)) == second
    assert next_turn((first, second, third), (2, 3, 1)) == second
    assert next_turn((first,), (1,)) == first
    assert next_turn((), (1,)) is None


@given(WISHES)
def test_every_turn_is_as_urgent_as_the_most_urgent(wishes: list[Sounding]) -> None:
    heard = turns(wishes)
    assert bool(heard) == bool(wishes)
    assert all(wish.priority >= other.priority for wish in heard for other in wishes)
    assert set(heard) == {wish for wish in wishes if wish.priority is heard[0].priority}


@given(WISHES)
def test_turns_are_fair(wishes: list[Sounding]) -> None:
    taking = turns(wishes)
    heard: list[int] = []
    for _ in range(3 * len(taking)):
        wish = next_turn(taking, heard)
        assert wish is not None
        heard = [*(chair for chair in heard if chair != wish.chair), wish.chair]
        assert len(heard) == len(set(heard))
    order = []
    for _ in range(2 * len(taking)):
        wish = next_turn(taking, heard)
        assert wish is not None
        order.append(wish.chair)
        heard = [*(chair for chair in heard if chair != wish.chair), wish.chair]
    assert set(Counter(order).values()) <= {2}


# ---- what a chair asks for


def test_a_pressure_asks_in_its_melody_and_the_chairs_name() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 90))
    chair = bench.core.state.opened.chair
    assert bench.core.sounding(300.0) == Sounding(chair, Priority.HIGH, Melody.CARDIOVASCULAR)


def test_a_saturation_asks_in_the_general_melody() -> None:
    bench = Bench()
    for second in range(300, 330):
        bench.feed(float(second), numerics(spo2=82))
    wish = bench.core.sounding(329.0)
    assert wish is not None
    assert (wish.priority, wish.melody) == (Priority.HIGH, Melody.GENERAL)


def test_of_two_equally_urgent_alarms_the_newest_speaks() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 90))
    for second in range(301, 330):
        bench.feed(float(second), numerics(spo2=82))
    wish = bench.core.sounding(329.0)
    assert wish is not None
    assert wish.melody is Melody.GENERAL
