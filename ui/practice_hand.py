"""The hands at a simulated patient: what is entered is what happens to the patient.

Rule 1: they do it when it is entered; what is entered as having happened earlier happens now.
Rule 2: what the chair refused was not done, and what is struck through never happened.
Rule 3: what was written in words only (a note) changes nothing. Oxygen is a drug, a stamp of the
        emergency page, an answer of the screening or a limit profile "on oxygen".
Rule 4: what somebody else gave is given; who enters it then gives no second dose.
Rule 5: who scores sedation speaks to the patient and shakes a shoulder, which wakes.
"""

from __future__ import annotations

from devices.simulated.body.absorption import ROUTE_OF, Way
from devices.simulated.body.breathing import USUAL_L_PER_MIN
from devices.simulated.body.patient import SimulatedPatient
from monitor.commands import EmergencyStamp, Sedation, StampKind, StartInfusion, UndoStamp
from monitor.entries import Published
from monitor.events import Event, SessionOpened
from monitor.limits import LimitProfile, Modifier
from monitor.outcomes import PhaseChanged, Refused
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.routes import Route
from monitor.treatment.commands import AnswerQuestion, ChangeRate, GiveDose, GiveDrug, SetPlan
from monitor.treatment.screening import OXYGEN

GIVEN = frozenset({Phase.TREATING, Phase.PAUSED, Phase.RECOVERY, Phase.DISCHARGE})
_FLOW = {"yes": USUAL_L_PER_MIN, "no": 0.0}
"""L/min after the answer whether the patient is on oxygen."""


class PracticeHand:
    """Follows what one chair publishes. `began`: the treatment has begun.

    `way`: how a dose by hand goes in, where its route has more than one; None = the commoner one.
    """

    def __init__(
        self, opened: SessionOpened, patient: SimulatedPatient, way: Way | None = None
    ) -> None:
        self._patient = patient
        self._way = way
        self._plan: Plan = opened.plan
        self._route: Route = opened.profile.route
        self._whole_at_once = not opened.flow
        self._stamps: dict[str, StampKind] = {}
        self._by_others: list[str] = []
        self.began = False
        patient.draw(opened.plan.drug, 0.0)
        self._look_at(opened.profile, 0.0)

    def give_by_another(self, drug: str, dose: str, unit: str, route: str, now: float) -> None:
        """It is given now, beside whatever is entered."""
        self._patient.medicate(drug, dose, unit, route, now)
        self._by_others.append(drug.casefold())

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
            case SetPlan():
                self._prepare(event, now)
            case ChangeRate(mg_per_min):
                pump = self._patient.pump(now)
                if mg_per_min > pump.set_mg_per_min:
                    pump.left_mg = None  # who raises the rate enters another volume, too
                pump.turn(mg_per_min, now)
            case GiveDose(mg):
                self._give(mg, now)
            case StartInfusion() if self._route is not Route.IV and self._whole_at_once:
                self._give(self._plan.dose_mg or 0.0, now)
            case GiveDrug(drug) if drug.casefold() in self._by_others:
                self._by_others.remove(drug.casefold())
            case GiveDrug(drug, dose, unit, route):
                self._patient.medicate(drug, dose, unit, route, now)
            case _:
                self._tend(event, now)

    def _tend(self, event: Event, now: float) -> None:
        """What is done to the patient without a drug."""
        match event:
            case EmergencyStamp(stamp_id, kind):
                self._stamps[stamp_id] = kind
                self._stamp(kind, now, on=True)
            case UndoStamp(stamp_id) if stamp_id in self._stamps:
                self._stamp(self._stamps.pop(stamp_id), now, on=False)
            case AnswerQuestion(question, answer) if question == OXYGEN and answer in _FLOW:
                self._patient.oxygen(_FLOW[answer], now)
            case Sedation():
                self._patient.stimulate(now)
            case _:
                pass

    # ---- ketamine

    def _prepare(self, said: SetPlan, now: float) -> None:
        self._plan = said.plan
        self._patient.draw(said.plan.drug, now)
        if said.profile is not None:
            self._route = said.profile.route
            self._look_at(said.profile, now)

    def _give(self, mg: float, now: float) -> None:
        way = self._way
        fits = way is not None and ROUTE_OF[way] is self._route
        self._patient.give(mg, way if way is not None and fits else self._route, now)

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

    # ---- everything else

    def _stamp(self, kind: StampKind, now: float, *, on: bool) -> None:
        if kind is StampKind.BAG_MASK:
            self._patient.bag(now, on=on)
        elif kind is StampKind.OXYGEN:
            self._patient.mask(now, on=on)

    def _look_at(self, profile: LimitProfile, now: float) -> None:
        """Limits for somebody on oxygen belong to somebody on oxygen."""
        if Modifier.OXYGEN in profile.modifiers:
            self._patient.oxygen(USUAL_L_PER_MIN, now)
