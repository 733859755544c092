"""What was given, told again from the record of a session: for who reads it and runs no core.

Rule 1: feed every entry in its order. A command counts as soon as something other than its refusal
        follows, or when it is asked about.
Rule 2: limits go with the plan: `profile` is the one in force, with what was moved at the chair.
        A limit that is back at the profile's own number counts as never moved.
Rule 3: where a record has the change of a phase and not the command that made it, the moment of
        the change is taken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from monitor.commands import PauseInfusion, ResumeInfusion, StartInfusion, StopInfusion
from monitor.events import Recorded, SessionOpened
from monitor.infusion import InfusionClock
from monitor.limits import LimitProfile
from monitor.outcomes import LimitChanged, PhaseChanged, Refused
from monitor.phases import AFTER_DRUG, Phase
from monitor.plan import MINUTES, Plan
from monitor.routes import Route
from monitor.treatment.commands import ChangeRate, GiveDose, PumpVolume, SetPlan
from monitor.treatment.dosing import profile_after
from monitor.treatment.late_entries import moment


class GivenRetold:
    """Moments are session seconds, masses mg, volumes mL; None = not known."""

    def __init__(self) -> None:
        self._clock = InfusionClock(Plan(None, None, MINUTES[0]))
        self._profile: LimitProfile | None = None
        self._told: LimitProfile | None = None
        self._pump_ml: float | None = None
        self._waiting: tuple[Any, float] | None = None
        """A command of which it is not known yet whether it was refused, and its moment."""

    def hear(self, what: Recorded, now: float) -> bool:
        """One entry; whether other limits are in force than when that was last said."""
        if isinstance(what, Refused):
            self._waiting = None
        self._follow()
        if type(what) in _FOLLOWED:
            self._waiting = (what, now)
        elif isinstance(what, SessionOpened):
            self._clock, self._profile = InfusionClock(what.plan), what.profile
        elif isinstance(what, PhaseChanged):
            self._phase(what.after, now)
        elif isinstance(what, LimitChanged):
            self._moved(what)
        before, self._told = self._told, self._profile
        return self._profile is not before

    @property
    def clock(self) -> InfusionClock:
        self._follow()
        return self._clock

    @property
    def plan(self) -> Plan:
        """The newest."""
        return self.clock.plan

    @property
    def profile(self) -> LimitProfile | None:
        """None = nothing was told yet."""
        self._follow()
        return self._profile

    @property
    def route(self) -> Route:
        return Route.IV if self.profile is None else self.profile.route

    @property
    def pump_ml(self) -> float | None:
        """What the pump says that it gave; None = nobody entered it."""
        self._follow()
        return self._pump_ml

    def mg_given(self, now: float) -> float | None:
        """The record: by the pump's volume where that and the concentration are known."""
        pump_ml, concentration = self.pump_ml, self.plan.concentration_mg_per_ml
        if pump_ml is not None and concentration is not None:
            return pump_ml * concentration
        return self._clock.mg_given(now)

    def _follow(self) -> None:
        """What was waiting was not refused."""
        if self._waiting is not None:
            (what, now), self._waiting = self._waiting, None
            _FOLLOWED[type(what)](self, what, now)

    def _phase(self, after: Phase, now: float) -> None:
        clock = self._clock
        if after is Phase.TREATING and clock.last_dose_at is None and not clock.running:
            self._run(now)
        elif after is Phase.PAUSED:
            clock.hold(now)
        elif after in AFTER_DRUG | {Phase.SIGNED} and clock.started_at is not None:
            self._end(now)

    def _moved(self, change: LimitChanged) -> None:
        if self._profile is not None:
            moved = {**self._profile.changed, change.rule: change.after}
            own = self._profile.own
            changed = {rule: value for rule, value in moved.items() if own.get(rule) != value}
            self._profile = replace(self._profile, changed=changed)

    def _run(self, at: float) -> None:
        if self._profile is None or self._profile.route is Route.IV:
            self._clock.run(at)
        else:
            self._clock.dose(at, self._clock.plan.dose_mg)

    def _end(self, at: float) -> None:
        dose_at = self._clock.last_dose_at
        if self._clock.ended_at is None:
            self._clock.end(at if dose_at is None else dose_at)

    # ---- the commands

    def _started(self, what: StartInfusion | ResumeInfusion, now: float) -> None:
        self._run(moment(what.ago_s, now))

    def _held(self, what: PauseInfusion, now: float) -> None:
        self._clock.hold(moment(what.ago_s, now))

    def _stopped(self, what: StopInfusion, now: float) -> None:
        self._end(moment(what.ago_s, now))

    def _dosed(self, what: GiveDose, now: float) -> None:
        self._clock.dose(moment(what.ago_s, now), what.mg)

    def _changed(self, what: ChangeRate, now: float) -> None:
        self._clock.change(moment(what.ago_s, now), what.mg_per_min)

    def _planned(self, what: SetPlan, _now: float) -> None:
        self._clock = InfusionClock(what.plan)
        if what.profile is not None and self._profile is not None:
            self._profile = profile_after(self._profile, what.profile)

    def _pumped(self, what: PumpVolume, _now: float) -> None:
        self._pump_ml = what.ml


_FOLLOWED: dict[type, Callable[[GivenRetold, Any, float], None]] = {
    StartInfusion: GivenRetold._started,
    ResumeInfusion: GivenRetold._started,
    PauseInfusion: GivenRetold._held,
    StopInfusion: GivenRetold._stopped,
    GiveDose: GivenRetold._dosed,
    ChangeRate: GivenRetold._changed,
    SetPlan: GivenRetold._planned,
    PumpVolume: GivenRetold._pumped,
}
