"""What enters and leaves the core: a closed union, and how readings are put together."""

from __future__ import annotations

import itertools
from dataclasses import fields
from typing import get_args

import pytest
from chairs import SOURCE, cuff
from hypothesis import given
from hypothesis import strategies as st

from monitor.commands import PauseAudio
from monitor.events import Event, Numerics, gather, is_event
from monitor.outcomes import Outcome, Priority, Refused
from monitor.vitals import (
    LostReason,
    Observation,
    Reading,
    SignalLost,
    VitalSign,
    WaveChunk,
)

READINGS = st.builds(
    Reading, st.sampled_from(VitalSign), st.integers(1, 300).map(float), st.just(SOURCE)
)
OTHERS: st.SearchStrategy[Observation] = st.one_of(
    st.builds(cuff, st.integers(90, 200), st.integers(40, 89)),
    st.builds(
        SignalLost, st.sampled_from(VitalSign), st.sampled_from(LostReason), st.just(SOURCE)
    ),
)


@given(st.lists(READINGS | OTHERS))
def test_gathering_keeps_everything_in_its_order(observations: list[Observation]) -> None:
    apart: list[object] = []
    for heard in gather(observations):
        apart += heard.readings if isinstance(heard, Numerics) else [heard]
    assert apart == observations


@given(st.lists(READINGS | OTHERS))
def test_what_arrived_together_is_one_event_with_each_sign_once(
    observations: list[Observation],
) -> None:
    heard = list(gather(observations))
    signs = [
        [reading.sign for reading in one.readings] if isinstance(one, Numerics) else []
        for one in heard
    ]
    assert all(len(set(row)) == len(row) for row in signs)
    assert all(row for one, row in zip(heard, signs, strict=True) if isinstance(one, Numerics))
    for before, after in itertools.pairwise(signs):
        if before and after:
            assert after[0] in before, "two events without need"


def test_events_and_outcomes_are_told_apart() -> None:
    events, outcomes = set(get_args(Event)), set(get_args(Outcome))
    assert WaveChunk in events
    assert not events & outcomes
    assert is_event(PauseAudio("AK"))
    assert not is_event(Refused("undo", "nothing-to-undo"))


def test_priorities_are_ordered_and_named() -> None:
    assert sorted(Priority) == [Priority.LOW, Priority.MEDIUM, Priority.HIGH]
    assert [priority.word for priority in Priority] == ["low", "medium", "high"]


@pytest.mark.parametrize(
    "kind", [*get_args(Event), *get_args(Outcome)], ids=lambda kind: kind.__name__
)
def test_what_crosses_a_thread_is_frozen_and_has_no_clock(kind: type) -> None:
    assert "__slots__" in vars(kind)
    assert vars(kind)["__dataclass_params__"].frozen
    names = {one.name for one in fields(kind)}
    assert not {"at", "now", "now_s", "utc"} & names
