"""How much has been given: arithmetic on what people said about the pump, and about other doses.

The pump is not read. Everything here is *calculated* from the plan and from start, rate, pause,
resume and stop as they were entered, each at the moment at which it really happened.

Rule 1: masses are mg, rates mg/min, moments session seconds.
Rule 2: the syringe holds what the plan says. More than that counts as given only after a person
        set a rate above the plan's own.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from monitor.clock import whole_ms
from monitor.plan import Plan


@dataclass(frozen=True, slots=True)
class RateStep:
    """From `at` on it runs at `mg_per_min`: 0 = it stands, None = at a rate nobody knows.

    `holds_mg`: it can give no more than that in all; None = as far as is known, it can.
    """

    at: float
    mg_per_min: float | None
    holds_mg: float | None

    @property
    def runs(self) -> bool:
        return self.mg_per_min is None or self.mg_per_min > 0.0


class InfusionClock:
    """What was entered about the pump, and the doses by other routes; and what follows from it.

    Every moment handed in is the true one, and not before the last (`last_at`).
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.started_at: float | None = None
        """The first dose, or the start of the infusion; None = nothing was given."""
        self.ended_at: float | None = None
        self.set_mg_per_min = plan.mg_per_min
        """What the pump is set to, also while it stands; None = nobody knows."""
        self._steps: list[RateStep] = []
        self._doses: list[tuple[float, float | None]] = []
        self._holds_mg = plan.dose_mg
        self._runs_out_at: float | None = None

    # ---- what was entered

    def run(self, at: float) -> None:
        """Start, or go on at the last rate."""
        self._begin(at)
        self._step(at, self.set_mg_per_min)

    def change(self, at: float, mg_per_min: float) -> None:
        """It runs at another rate from `at` on."""
        own = self.plan.mg_per_min
        if own is None or mg_per_min > own:
            self._holds_mg = None
        self.set_mg_per_min = mg_per_min
        self._step(at, mg_per_min)

    def hold(self, at: float) -> None:
        if self.running:
            self._step(at, 0.0)

    def end(self, at: float) -> None:
        self.hold(at)
        self.ended_at = at

    def dose(self, at: float, mg: float | None) -> None:
        """A whole dose at once, mg; None = nobody knows how much."""
        self._begin(at)
        self._doses.append((at, mg))
        self._runs_out_at = self._empty_at()

    def _begin(self, at: float) -> None:
        if self.started_at is None:
            self.started_at = at

    def _step(self, at: float, mg_per_min: float | None) -> None:
        self._steps.append(RateStep(at, mg_per_min, self._holds_mg))
        self._runs_out_at = self._empty_at()

    # ---- what follows

    @property
    def running(self) -> bool:
        return bool(self._steps) and self._steps[-1].runs

    @property
    def under_way(self) -> bool:
        """An infusion was started and is not over, though it may stand."""
        return bool(self._steps) and self.ended_at is None

    @property
    def runs(self) -> list[tuple[float, float | None]]:
        """From when to when it ran, at whatever rate; to None = it runs still."""
        found: list[tuple[float, float | None]] = []
        for step, after in zip_longest(self._steps, self._steps[1:]):
            if not step.runs:
                continue
            until = None if after is None else after.at
            if found and found[-1][1] == step.at:
                found[-1] = (found[-1][0], until)
            else:
                found.append((step.at, until))
        return found

    def rates(self, until: float) -> list[tuple[float, float, float | None]]:
        """From when to when it ran at which rate, up to `until`; a rate None = nobody knows it.

        The last may be of no length: it was set just then.
        """
        found: list[tuple[float, float, float | None]] = []
        for step, lasted in self._pieces(until):
            if not step.runs or (lasted <= 0.0 and step is not self._steps[-1]):
                continue
            if found and found[-1][1:] == (step.at, step.mg_per_min):
                found[-1] = (found[-1][0], step.at + lasted, step.mg_per_min)
            else:
                found.append((step.at, step.at + lasted, step.mg_per_min))
        return found

    @property
    def last_at(self) -> float | None:
        """The moment of the last thing that was entered; None = nothing was."""
        moments = [step.at for step in self._steps[-1:]] + [at for at, _mg in self._doses[-1:]]
        moments += [] if self.ended_at is None else [self.ended_at]
        return max(moments, default=None)

    @property
    def steps(self) -> Sequence[RateStep]:
        """Every rate that was set, in the order of time."""
        return self._steps

    @property
    def doses(self) -> Sequence[tuple[float, float | None]]:
        """When each whole dose was given, and its mg; None = nobody knows how much."""
        return self._doses

    @property
    def last_dose_at(self) -> float | None:
        return self._doses[-1][0] if self._doses else None

    @property
    def pauses(self) -> int:
        """How often it was held; the end is no pause."""
        return sum(not step.runs and step.at != self.ended_at for step in self._steps)

    def ran_s(self, now: float) -> float:
        return math.fsum(lasted for step, lasted in self._pieces(now) if step.runs)

    def paused_s(self, now: float) -> float:
        """Of all pauses together."""
        until = now if self.ended_at is None else min(now, self.ended_at)
        return math.fsum(lasted for step, lasted in self._pieces(until) if not step.runs)

    def mg_given(self, now: float) -> float | None:
        """Calculated; None where a rate or a dose is not known."""
        if self.started_at is None:
            return None if self.plan.dose_mg is None else 0.0
        if any(mg is None for at, mg in self._doses if at <= now):
            return None
        total = math.fsum(mg for at, mg in self._doses if mg is not None and at <= now)
        last = self._steps[-1] if self._steps else None
        for step, lasted in self._pieces(now):
            if step.mg_per_min is None:
                if lasted > 0.0 or step is last:
                    return None
                continue
            more = total + step.mg_per_min * lasted / 60.0
            total = more if step.holds_mg is None else max(total, min(step.holds_mg, more))
        return total

    def runs_out_at(self) -> float | None:
        """When all that was planned is given if nothing changes; None while it does not run."""
        return self._runs_out_at

    def _empty_at(self) -> float | None:
        if not self.running:
            return None
        step, dose_mg = self._steps[-1], self.plan.dose_mg
        given_mg = self.mg_given(step.at)
        if step.mg_per_min is None or dose_mg is None or given_mg is None:
            return whole_ms(step.at + max(0.0, self.plan.minutes * 60.0 - self.ran_s(step.at)))
        return whole_ms(step.at + max(0.0, dose_mg - given_mg) / step.mg_per_min * 60.0)

    def _pieces(self, until: float) -> Iterator[tuple[RateStep, float]]:
        """Each step and how long it lasted, up to `until`."""
        for step, after in zip_longest(self._steps, self._steps[1:]):
            end = until if after is None else min(after.at, until)
            yield step, max(0.0, end - step.at)
