"""When the cuff of a simulated monitor measures: by its own cycle, and when START is pressed.

Rule 1: a plan is told by the moments at which results *end*, because people count those: three
        at rest within six minutes, one just before the infusion, then one every five minutes
        after the first drop.
Rule 2: a scripted measurement replaces the automatic one that would fall beside it.

Facts: in the drug-effect window (infusion and 30 minutes after) a cuff is due every 5 minutes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Protocol

from devices.simulated.scenario.parts import ScriptedCuff
from devices.simulated.scenario.scenario import Scenario

RESTING_S = (40.0, 160.0, 280.0)
BEFORE_START_S = 25.0
IN_WINDOW_EVERY_S = 300.0
WINDOW_AFTER_END_S = 1800.0
USUAL_CYCLE_S = 35.0
FAILING_CYCLE_S = 90.0
BESIDE_S = 75.0
"""An automatic measurement this near to a scripted one is left out."""


class CuffPlan(Protocol):
    """When measurements begin by themselves."""

    @property
    def next_s(self) -> float:
        """No measurement begins before this."""
        ...

    def due(self, now: float) -> Cycle | None:
        """The next one that begins by `now`, once; whoever measures already leaves it out."""
        ...


@dataclass(frozen=True, slots=True)
class Cycle:
    """One inflation; `scripted` says what it must give, None = whatever is measured."""

    starts_s: float
    ends_s: float
    scripted: ScriptedCuff | None = None


class ScriptedPlan:
    """All goes by the scenario: the treatment begins when it says."""

    def __init__(self, scenario: Scenario, random: Random) -> None:
        self._cycles = cuff_cycles(scenario, random)
        self._next = next(self._cycles)

    @property
    def next_s(self) -> float:
        return self._next.starts_s

    def due(self, now: float) -> Cycle | None:
        if self._next.starts_s > now:
            return None
        due, self._next = self._next, next(self._cycles)
        return due


def cuff_cycles(scenario: Scenario, random: Random) -> Iterator[Cycle]:
    """All measurements in the order of time, for as long as the monitor is on."""
    scripted = sorted(scenario.cuff, key=lambda cuff: cuff.at_s, reverse=True)
    for at_s in _automatic(scenario):
        while scripted and scripted[-1].at_s < at_s + BESIDE_S:
            cuff = scripted.pop()
            yield Cycle(begins_s(cuff), cuff.at_s, cuff)
        if all(abs(beside.at_s - at_s) > BESIDE_S for beside in scenario.cuff):
            starts_s = at_s - USUAL_CYCLE_S
            yield Cycle(starts_s, starts_s + random.uniform(*scenario.cuff_unit.cycle_s))


def begins_s(cuff: ScriptedCuff) -> float:
    """When it is inflated, so that it ends as scripted; one that fails takes longer."""
    return cuff.at_s - (USUAL_CYCLE_S if cuff.failure is None else FAILING_CYCLE_S)


def _automatic(scenario: Scenario) -> Iterator[float]:
    """When automatic results are due."""
    start_s = scenario.start_s
    before_start_s = start_s - BEFORE_START_S
    yield from (at_s for at_s in RESTING_S if at_s < before_start_s - BESIDE_S)
    yield before_start_s
    window_ends_s = start_s + scenario.plan.minutes * 60.0 + WINDOW_AFTER_END_S
    at_s = start_s
    while True:
        at_s += IN_WINDOW_EVERY_S if at_s < window_ends_s else scenario.cuff_every_s
        yield at_s
