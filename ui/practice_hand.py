"""The hands at a simulated patient: what the nurse enters is what the pump and the syringe do.

Rule 1: they do it when it is entered; what is entered as having happened earlier happens now.
Rule 2: what the chair refused was not done.
"""

from __future__ import annotations

from devices.simulated.practice_patient import PracticePatient
from monitor.commands import StartInfusion
from monitor.entries import Published
from monitor.events import Event, SessionOpened
from monitor.outcomes import PhaseChanged, Refused
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.routes import Route
from monitor.treatment.commands import ChangeRate, GiveDose, SetPlan

GIVEN = frozenset({Phase.TREATING, Phase.PAUSED, Phase.RECOVERY, Phase.DISCHARGE})


class PracticeHand:
    """Follows what one chair publishes. `began`: the treatment has begun."""

    def __init__(self, opened: SessionOpened, patient: PracticePatient) -> None:
        self._patient = patient
        self._plan: Plan = opened.plan
        self._route: Route = opened.profile.route
        self._whole_at_once = not opened.flow
        self.began = False

    def follow(self, published: Published) -> None:
        now = published.now_s
        refused = any(isinstance(outcome, Refused) for outcome in published.outcomes)
        if published.event is not None and not refused:
            self._hear(published.event, now)
        for outcome in published.outcomes:
            if isinstance(outcome, PhaseChanged):
                self._go(outcome.after, now)

    def _hear(self, event: Event, now: float) -> None:
        match event:
            case SetPlan(plan, profile=profile):
                self._plan = plan
                self._route = self._route if profile is None else profile.route
            case ChangeRate(mg_per_min):
                pump = self._patient.pump(now)
                if mg_per_min > pump.set_mg_per_min:
                    pump.left_mg = None  # who raises the rate enters another volume, too
                pump.turn(mg_per_min, now)
            case GiveDose(mg):
                self._patient.give(mg, self._route, now)
            case StartInfusion() if self._route is not Route.IV and self._whole_at_once:
                self._patient.give(self._plan.dose_mg or 0.0, self._route, now)
            case _:
                pass

    def _go(self, phase: Phase, now: float) -> None:
        if phase in GIVEN and not self.began:
            self.began = True
            self._patient.begin(now)
            if self._route is Route.IV:
                self._load(now)
        pump = self._patient.pump(now)
        if phase is Phase.TREATING:
            pump.run(now)
        else:
            pump.halt(now)

    def _load(self, now: float) -> None:
        dose_mg, rate = self._plan.dose_mg, self._plan.mg_per_min
        if dose_mg is not None and rate is not None:
            self._patient.pump(now).load(dose_mg, rate, now)
