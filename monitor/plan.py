"""What is to be given, and how much has been: arithmetic on what people said about the pump.

The pump is not read. Everything here is *calculated* from the plan and from start, pause,
resume and stop as they were entered; the pump's own volume is the record.
"""

from __future__ import annotations

from dataclasses import dataclass

from monitor.people import ImpossibleEntry

DOSE_MG_PER_KG = (0.05, 2.0)
"""Sub-anaesthetic doses; above 1 mg/kg a second person is asked for."""
MINUTES = (1.0, 240.0)


@dataclass(frozen=True, slots=True)
class Plan:
    """An intravenous dose. None = a session that only watches, with no infusion planned.

    Raises `ImpossibleEntry` for a dose or a duration outside its bounds.
    """

    mg_per_kg: float | None
    weight_kg: float | None
    minutes: float

    def __post_init__(self) -> None:
        if self.mg_per_kg is not None:
            low, high = DOSE_MG_PER_KG
            if not low <= self.mg_per_kg <= high:
                raise ImpossibleEntry("dose", self.mg_per_kg, low, high, "mg/kg")
        low, high = MINUTES
        if not low <= self.minutes <= high:
            raise ImpossibleEntry("duration", self.minutes, low, high, "min")

    @property
    def dose_mg(self) -> float | None:
        """The whole dose in mg; None without dose or weight."""
        if self.mg_per_kg is None or self.weight_kg is None:
            return None
        return self.mg_per_kg * self.weight_kg

    @property
    def mg_per_min(self) -> float | None:
        return None if self.dose_mg is None else self.dose_mg / self.minutes


class InfusionClock:
    """Seconds of running infusion, and the mg that go with them. Times in session seconds."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._ran_s = 0.0
        self._running_since: float | None = None
        self.started_at: float | None = None
        self.ended_at: float | None = None

    @property
    def running(self) -> bool:
        return self._running_since is not None

    def run(self, now: float) -> None:
        if self.started_at is None:
            self.started_at = now
        self._running_since = now

    def hold(self, now: float) -> None:
        if self._running_since is not None:
            self._ran_s += now - self._running_since
            self._running_since = None

    def end(self, now: float) -> None:
        self.hold(now)
        self.ended_at = now

    def ran_s(self, now: float) -> float:
        since = self._running_since
        return self._ran_s if since is None else self._ran_s + now - since

    def mg_given(self, now: float) -> float | None:
        """Calculated, never more than the plan's dose; None without a dose."""
        rate, dose = self._plan.mg_per_min, self._plan.dose_mg
        if rate is None or dose is None:
            return None
        return min(dose, rate * self.ran_s(now) / 60.0)

    def runs_out_at(self) -> float | None:
        """When the planned time is over if nothing changes; None while it does not run."""
        if self._running_since is None:
            return None
        return self._running_since + self._plan.minutes * 60.0 - self._ran_s
