"""A core that judges otherwise is noticed: the lists of the scenarios that rest on it break.

The stored scenarios are judged again by a core that was changed: one without the ladder, in which
each single reading counts, and ones whose limits are 20 higher or lower. Those that have nothing
to do with it must not break.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pytest
from _pytest.mark.structures import ParameterSet
from scenario_reaction import Reaction, alarms_of, differences

from monitor import confirm
from monitor.confirm import Answer, Rung
from monitor.core import MonitorCore
from monitor.entries import Entry
from monitor.events import SessionOpened, is_event
from monitor.limits import LimitProfile

Played = Callable[[str], Reaction]
SBP = ("sbp-high", "sbp-very-high", "sbp-extreme")
HR = ("hr-high", "hr-very-high", "hr-extreme")
EACH_COUNTS = {
    Answer.BELOW: Rung.REST,
    Answer.RAISED: Rung.MEDIUM,
    Answer.UPPER: Rung.MEDIUM,
    Answer.VERY_HIGH: Rung.HIGH,
    Answer.VERY_HIGH_AGAIN: Rung.HIGH,
    Answer.EXTREME: Rung.EXTREME_HELD,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """`limits` are moved by `by`; with `ladder` False each reading counts."""

    limits: tuple[str, ...] = ()
    by: float = 0.0
    ladder: bool = True
    breaks: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()

    def profile(self, own: LimitProfile) -> LimitProfile:
        moved = {rule: own.own[rule] + self.by for rule in self.limits}
        return replace(own, own={**own.own, **moved})


MUTANTS = {
    "no ladder": Mutant(
        ladder=False,
        breaks=("S3", "S4", "S9", "S15", "S21", "S22", "S23"),
        leaves=("S1", "S2", "S5", "S6", "S7", "S8", "S10", "S12", "S24"),
    ),
    "systolic limits 20 higher": Mutant(
        SBP,
        20.0,
        breaks=("S3", "S4", "S5", "S9", "S15", "S21", "S22"),
        leaves=("S1", "S2", "S6", "S7", "S8", "S10", "S11", "S12", "S14", "S16"),
    ),
    "systolic limits 20 lower": Mutant(
        SBP,
        -20.0,
        breaks=("S3", "S4", "S5", "S6", "S9", "S15", "S21", "S22"),
        leaves=("S1", "S2", "S7", "S8", "S12", "S14", "S16"),
    ),
    "heart rate limits 20 higher": Mutant(
        HR, 20.0, breaks=("S6", "S7"), leaves=("S1", "S3", "S5", "S8", "S12", "S15")
    ),
    "heart rate limits 20 lower": Mutant(
        HR, -20.0, breaks=("S4", "S5", "S6", "S7"), leaves=("S1", "S2", "S8", "S12", "S16")
    ),
}


@contextmanager
def changed(mutant: Mutant) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        if not mutant.ladder:
            for rung in Rung:
                patched.setitem(confirm.TRANSITIONS, rung, EACH_COUNTS)
        yield


def judged(played: Reaction, mutant: Mutant) -> list[str]:
    """What the changed core says otherwise than the file of the scenario."""
    opened = played.entries[0].what
    assert isinstance(opened, SessionOpened)
    with changed(mutant):
        core = MonitorCore(replace(opened, profile=mutant.profile(opened.profile)))
        said = [
            Entry(played.session_id, 0, one.at, one.outcome)
            for entry in played.entries
            if is_event(entry.what)
            for one in core.handle(entry.what, entry.now_s)
        ]
    return differences(played.scenario.expect, alarms_of(said))


@pytest.mark.parametrize("name", ["S15", "S7"])
def test_an_unchanged_core_breaks_no_scenario(name: str, played: Played) -> None:
    assert judged(played(name), Mutant()) == []


QUICK = frozenset({"S2", "S3", "S5", "S6", "S7", "S12", "S15", "S22"})
"""Judged again each time; all others in `make soak`."""


def cases(of: Callable[[Mutant], tuple[str, ...]]) -> list[ParameterSet]:
    return [
        pytest.param(what, name, marks=() if name in QUICK else pytest.mark.soak)
        for what, mutant in MUTANTS.items()
        for name in of(mutant)
    ]


@pytest.mark.parametrize(("what", "name"), cases(lambda mutant: mutant.breaks))
def test_a_changed_core_breaks_the_scenario_that_rests_on_it(
    what: str, name: str, played: Played
) -> None:
    assert judged(played(name), MUTANTS[what]) != []


@pytest.mark.parametrize(("what", "name"), cases(lambda mutant: mutant.leaves))
def test_a_changed_core_leaves_the_scenario_alone_that_has_nothing_to_do_with_it(
    what: str, name: str, played: Played
) -> None:
    assert judged(played(name), MUTANTS[what]) == []
