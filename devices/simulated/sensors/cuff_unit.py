"""The cuff of a simulated monitor: inflates, takes its time, and gives a result or none.

Rule 1: the last result stays until the next measurement has ended; one that fails leaves its
        reason beside it.
Rule 2: a planned measurement that falls into a running one is left out.
Rule 3: what was wanted of a measurement is asked when it has ended; what is wanted comes to pass
        whatever the patient does.
Rule 4: without chance failures in the scenario's `[noise]` nothing fails by chance, but a patient
        who never lies still, or whose pressure cannot be found, still brings it to nothing.

Facts: 25-45 s at rest, 60-120 s with movement, given up after 120-180 s; 3 % of first attempts
fail, 10 % while the patient moves or is dissociated, and a quarter of those soon after a failure.
Assumed: dissociated is from 0.3 of the full effect on (about 150 ng/mL), soon is within 3 minutes.
"""

from __future__ import annotations

import enum
import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from devices.simulated.body.patient import SimulatedPatient, Vitals
from devices.simulated.scenario.accuracy import FAILURES, FAILURES_AGAIN, FAILURES_MOVED
from devices.simulated.scenario.parts import ScriptedCuff
from devices.simulated.sensors.cuff_plan import CuffPlan, Cycle
from devices.simulated.sensors.cuff_reading import Reader, measurable
from devices.simulated.sensors.shown import CuffShown
from monitor.vitals import CuffFailure

MOVED_S = (60.0, 120.0)
GIVEN_UP_S = (120.0, 180.0)
SOON_S = 180.0
DISSOCIATED = 0.3


class _Stage(enum.Enum):
    USUAL = enum.auto()
    LONGER = enum.auto()
    """It goes on, because the arm moved."""
    LAST = enum.auto()
    """It is given up at its end if the arm still moves."""


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One inflation; `failure` is how it will end, `before` the patient when it began."""

    cycle: Cycle
    before: Vitals
    stage: _Stage = _Stage.USUAL
    failure: CuffFailure | None = None
    first: bool = True


class CuffUnit:
    """`inflated` is told each time that the cuff takes the pulse away from its arm."""

    def __init__(
        self,
        patient: SimulatedPatient,
        plan: CuffPlan,
        random: Random,
        inflated: Callable[[float], None],
    ) -> None:
        scenario = patient.scenario
        self._patient = patient
        self._plan = plan
        self._random = random
        self._chance = Random(f"cuff unit {scenario.name} {patient.seed}")
        self._noise, self._setting = scenario.noise, scenario.cuff_unit
        bias_sbp = random.gauss(0.0, self._noise.bias_sbp)
        bias_dbp = random.gauss(0.0, self._noise.bias_dbp)
        self._reader = Reader(self._noise, self._setting, bias_sbp, bias_dbp)
        self._inflated = inflated
        self._running: _Attempt | None = None
        self._ends_s = math.inf
        self._wakes_s = 0.0
        """Nothing happens before this."""
        self._free_s = 0.0
        self._moved_s = -math.inf
        self._failed_s = -math.inf
        self.shown = CuffShown()
        self.coming: deque[ScriptedCuff] = deque()
        """What the next measurements must give, whatever their moments say."""
        self.always: ScriptedCuff | None = None
        """What each of the others must give; None = whatever is measured."""

    def moved(self, now: float) -> None:
        """The arm moves in this second."""
        self._moved_s = now

    def until(self, now: float, pulse: float) -> None:
        """Work off what happened up to `now`, in its order. `pulse`: what it counts, 1/min."""
        if now < self._wakes_s:
            return
        self._end_until(now, pulse)
        while self._plan.next_s <= now:
            cycle = self._plan.due(now)
            if cycle is not None and self._running is None and cycle.starts_s >= self._free_s:
                self._begin(cycle)
                self._end_until(now, pulse)
        self._wakes_s = min(self._ends_s, self._plan.next_s)

    def start(self, now: float) -> None:
        """START was pressed; without meaning while a measurement runs."""
        if self._running is None:
            self._begin(Cycle(now, now + self._random.uniform(*self._setting.cycle_s)))

    def cancel(self) -> None:
        if self._running is not None:
            self._stand(replace(self.shown, failure=CuffFailure.CANCELLED))

    # ---- one measurement

    def _begin(self, cycle: Cycle, *, first: bool = True) -> None:
        self._run(_Attempt(cycle, self._patient.seen_at(cycle.starts_s), first=first))
        self.shown = replace(self.shown, measuring=True, began_s=cycle.starts_s)
        self._inflated(cycle.starts_s)

    def _run(self, attempt: _Attempt) -> None:
        self._running = attempt
        self._ends_s = self._free_s = attempt.cycle.ends_s
        self._wakes_s = min(self._wakes_s, self._ends_s)

    def _stand(self, shown: CuffShown) -> None:
        self._running, self._ends_s = None, math.inf
        self.shown = replace(shown, measuring=False, began_s=None)

    def _end_until(self, now: float, pulse: float) -> None:
        while self._running is not None and self._ends_s <= now:
            self._end(self._running, pulse)

    def _end(self, attempt: _Attempt, pulse: float) -> None:
        wanted = self._wanted(attempt.cycle)
        if wanted is not None:
            self._finish(attempt, wanted.failure, wanted, pulse)
            return
        attempt = self._judged(attempt)
        longer = self._longer(attempt)
        if longer is not None:
            self._run(longer)
            return
        if attempt.failure is not None:
            self._failed_s = attempt.cycle.ends_s
        if attempt.failure is not None and self._setting.retries and attempt.first:
            starts_s, takes_s = attempt.cycle.ends_s, self._chance.uniform(*self._setting.cycle_s)
            self._begin(Cycle(starts_s, starts_s + takes_s), first=False)
        else:
            self._finish(attempt, attempt.failure, None, pulse)

    def _finish(
        self,
        attempt: _Attempt,
        failure: CuffFailure | None,
        wanted: ScriptedCuff | None,
        pulse: float,
    ) -> None:
        if failure is not None:
            self._stand(replace(self.shown, failure=failure))
            return
        ended_s = attempt.cycle.ends_s
        found = self._reader.read(self._patient.seen_at(ended_s), pulse, self._random, wanted)
        last = replace(found, ended_s=ended_s, moved=self._moved_in(attempt))
        self._stand(CuffShown(last=last))

    def _wanted(self, cycle: Cycle) -> ScriptedCuff | None:
        if self.coming:
            return self.coming.popleft()
        return self.always if cycle.scripted is None else cycle.scripted

    # ---- of which nothing is wanted

    def _judged(self, attempt: _Attempt) -> _Attempt:
        """It knows how it will end."""
        if attempt.stage is _Stage.USUAL:
            return replace(attempt, failure=self._verdict(attempt))
        if attempt.stage is _Stage.LAST and self._moves(attempt) and attempt.failure is None:
            return replace(attempt, failure=CuffFailure.MOVEMENT)
        return attempt

    def _verdict(self, attempt: _Attempt) -> CuffFailure | None:
        truth = self._patient.seen_at(attempt.cycle.ends_s)
        share = self._noise.cuff_failures
        if share and (self._moved_in(attempt) or truth.effect >= DISSOCIATED):
            share *= FAILURES_MOVED / FAILURES
        if share and attempt.cycle.starts_s - self._failed_s <= SOON_S:
            share = max(share, FAILURES_AGAIN)
        if self._random.random() < share:
            return CuffFailure.MOVEMENT
        return None if measurable(attempt.before, truth) else CuffFailure.FAILED

    def _longer(self, attempt: _Attempt) -> _Attempt | None:
        """The same, going on; None = this is its end."""
        if attempt.stage is _Stage.USUAL and self._moved_in(attempt):
            stage = _Stage.LONGER if attempt.failure is None else _Stage.LAST
        elif attempt.stage is _Stage.LONGER and self._moves(attempt):
            stage = _Stage.LAST
        else:
            return None
        cycle = attempt.cycle
        takes_s = self._chance.uniform(*(MOVED_S if stage is _Stage.LONGER else GIVEN_UP_S))
        ends_s = max(cycle.ends_s + 1.0, cycle.starts_s + takes_s)
        return replace(attempt, cycle=replace(cycle, ends_s=ends_s), stage=stage)

    def _moved_in(self, attempt: _Attempt) -> bool:
        return self._moved_s >= attempt.cycle.starts_s

    def _moves(self, attempt: _Attempt) -> bool:
        """At the moment at which it would end."""
        return self._moved_s >= attempt.cycle.ends_s - 1.0
