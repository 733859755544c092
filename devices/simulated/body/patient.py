"""The simulated patient: one physiological state, second by second.

Rule 1: time and everything that is given or done are handed in: the pump, doses by hand, other
        drugs, oxygen, a voice and a hand, and what befalls it. Nothing here knows what the nurse's
        plan was.
Rule 2: the state changes on whole seconds and does not depend on how often it is looked at: the
        same scenario, seed and hands give the same values.
Rule 3: who looks late, because nobody asked, sees what was then (`seen_at`), whatever others have
        seen since.
Rule 4: pressures are the true means of that second; what a cuff makes of them is
        `measurement.py`'s business. A heart rate is that of the present beat.

The course is: resting value + what drug, fear and hour do (`physiology.py`) + the scenario's
overlays and what befell it, times what other drugs do (`relief.py`), + `wandering.py`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import itemgetter
from random import Random

from devices.simulated.body.absorption import USUAL_WAYS, Way
from devices.simulated.body.breathing import (
    BAGGED_PER_MIN,
    OXYGEN_NAMES,
    USUAL_L_PER_MIN,
    Oxygen,
    with_oxygen,
)
from devices.simulated.body.drug_course import DrugCourse
from devices.simulated.body.laid_over import LaidOver
from devices.simulated.body.person import Person, person_of
from devices.simulated.body.physiology import (
    USUAL_PEAK,
    day_share,
    nervous,
    pulse_wave,
    raised,
)
from devices.simulated.body.pump import SyringePump
from devices.simulated.body.relief import Reliefs, number_in
from devices.simulated.body.wandering import Wandering
from devices.simulated.scenario.mishaps import PatientMishap, Subsides
from devices.simulated.scenario.scenario import Scenario
from monitor.plan import Drug
from monitor.routes import Route
from monitor.vitals import VitalSign

KEPT_S = 1800
"""So long it is known how the patient was."""
_LEAST_HR, _LEAST_SBP, _LEAST_PULSE_PRESSURE = 15.0, 35.0, 8.0
_MOST_SBP, _MOST_DBP = 260.0, 160.0
"""However much befalls a body at the same time, its pressures are not higher than this."""


@dataclass(frozen=True, slots=True)
class Vitals:
    """The truth at one second: mmHg, 1/min, %. `effect` is the share of the full drug effect."""

    at_s: float
    sbp: float
    dbp: float
    hr: float
    pulse: float
    spo2: float
    rr: float
    perfusion: float
    effect: float


Hand = Callable[["SimulatedPatient", float], None]
"""Something that is done to the patient at a moment."""


def _turned(mg_per_min: float) -> Hand:
    return lambda patient, now: patient.set_rate(mg_per_min, now)


class SimulatedPatient:
    """One body in one session.

    `rates` are (session second, mg/min) that the pump is set to by itself, as in `Scenario.rates`,
    `hands` what else is done by itself; leave them out when everything is done from outside. With
    `waits`, what a scenario describes for minutes of the infusion counts from `begin`, and waits
    for it; else from the scenario's own start.
    """

    def __init__(
        self,
        who: Scenario | Person,
        seed: int,
        rates: Iterable[tuple[float, float]] = (),
        *,
        hands: Iterable[tuple[float, Hand]] = (),
        waits: bool = False,
    ) -> None:
        person = who if isinstance(who, Person) else person_of(who)
        self.person = person
        self.scenario = scenario = person.scenario
        self.seed = seed
        self._waits = waits
        self._began_s: float | None = None
        done = [(at_s, _turned(mg_per_min)) for at_s, mg_per_min in rates] + list(hands)
        self._hands = sorted(done, key=itemgetter(0), reverse=True)
        self._drug = DrugCourse(person.body, person.response, scenario.patient.age)
        self._reliefs = Reliefs()
        self._oxygen = Oxygen()
        self._laid = LaidOver(scenario.overlay)
        random = Random(f"patient {scenario.name} {seed}")
        self._wanders = Wandering(scenario.noise, random)
        self._second = 0
        self._vitals = self._observe()
        self._seen = deque((self._vitals,), maxlen=KEPT_S)
        """The state at each of the last seconds, the present one last."""

    # ---- what others know of it

    @property
    def rate_mg_per_min(self) -> float:
        """What the pump gives now."""
        return self._drug.pump.mg_per_min

    @property
    def plasma_ng_per_ml(self) -> float:
        """Racemic ketamine."""
        return self._drug.plasma_ng_per_ml

    @property
    def woken_s(self) -> float | None:
        """When a voice, a hand or a bag woke it last; None = nobody did."""
        return self._laid.woken_s

    def given_mg(self, now: float) -> float:
        """Everything that left the pump, the syringe or the spray."""
        return self.pump(now).given_mg + self._drug.by_hand_mg

    def at(self, now: float) -> Vitals:
        """The state at the last whole second up to `now`, a time that never goes back."""
        while self._second + 1 <= now:
            self._second += 1
            if self._hands:
                self._follow(float(self._second))
            self._drug.go_on(float(self._second))
            self._vitals = self._observe()
            self._seen.append(self._vitals)
        if self._hands:
            self._follow(now)
        return self._vitals

    def seen_at(self, now: float) -> Vitals:
        """The same for somebody who may be late: the state at `now`, at most `KEPT_S` ago."""
        late = self._second - int(now)
        if late <= 0:
            return self.at(now)
        return self._seen[-min(late + 1, len(self._seen))]

    def script_s(self, now: float) -> float:
        """The same moment in the scenario's file; who waits stands at its start till then."""
        if not self._waits:
            return now
        start_s = self.scenario.start_s
        if self._began_s is None or now < self._began_s:
            return min(now, start_s - 1.0)
        return start_s + now - self._began_s

    # ---- what is done to it

    def begin(self, now: float) -> None:
        """The treatment begins; only the first time counts."""
        self.at(now)
        if self._began_s is None:
            self._began_s = now

    def draw(self, drug: Drug, now: float) -> None:
        """What pump, syringes and sprays hold from now on."""
        self.at(now)
        self._drug.drug = drug

    def pump(self, now: float) -> SyringePump:
        """The pump, for a hand that presses one of its buttons at `now`."""
        self.at(now)
        self._drug.pump.advance(now)
        return self._drug.pump

    def set_rate(self, mg_per_min: float, now: float) -> None:
        """From `now` on the pump gives this much, out of a syringe that does not end."""
        pump = self.pump(now)
        pump.turn(mg_per_min, now)
        pump.run(now)

    def give(self, mg: float, way: Way | Route, now: float) -> None:
        """A dose by hand; a route is taken for its commoner way."""
        self.at(now)
        self._drug.give(mg, USUAL_WAYS[way] if isinstance(way, Route) else way, now)

    def medicate(self, drug: str, dose: str, unit: str, route: str, now: float) -> None:
        """Another drug, or oxygen, in the words in which it is recorded; see `relief.py`."""
        self.at(now)
        if drug.strip().casefold().startswith(OXYGEN_NAMES):
            said = number_in(dose)
            self._oxygen.turn(USUAL_L_PER_MIN if said is None else said)
        else:
            self._reliefs.give(drug, dose, unit, route, now)

    def oxygen(self, l_per_min: float, now: float) -> None:
        """So much flows through prongs from now on; 0 = none."""
        self.at(now)
        self._oxygen.turn(l_per_min)

    def mask(self, now: float, *, on: bool = True) -> None:
        """A mask with a bag of oxygen is put on, or taken off."""
        self.at(now)
        self._oxygen.mask(on=on)

    def bag(self, now: float, *, on: bool = True) -> None:
        """Somebody breathes for it with a bag and oxygen, or no longer."""
        self.at(now)
        self._oxygen.bag(on=on)
        if on:
            self.stimulate(now)

    def stimulate(self, now: float) -> None:
        """It is spoken to and touched, its jaw lifted: it wakes and breathes."""
        self.at(now)
        self._laid.wake(now, self._script_minute(now))

    def befall(self, mishap: PatientMishap | Subsides, now: float) -> None:
        self.at(now)
        if isinstance(mishap, Subsides):
            self._laid.subside(mishap, now)
        else:
            self._laid.befall(mishap, now)

    # ---- one second

    def _follow(self, now: float) -> None:
        while self._hands and self._hands[-1][0] <= now:
            at_s, does = self._hands.pop()
            does(self, at_s)

    def _observe(self) -> Vitals:
        """The state at this second; takes one step of every wandering."""
        rest, person, now = self.scenario.patient, self.person, float(self._second)
        wanders = self._wanders
        minute = self._script_minute(now)
        effect, relief = self._drug.effect, self._reliefs.at(now)
        usual = effect / USUAL_PEAK
        fear = nervous(person.anticipation, minute * 60.0)
        day = day_share(person.hour, minute * 60.0)
        more_sbp, more_dbp, more_hr = raised(person.response, effect, fear, day)

        laid_over = self._laid.value
        rr = laid_over(VitalSign.RR, rest.rr - usual, now, minute) + relief.rr + wanders.rr.step()
        if self._oxygen.bagged:
            rr = max(rr, BAGGED_PER_MIN)
        sbp = laid_over(VitalSign.SBP, rest.sbp + more_sbp, now, minute) * relief.sbp
        dbp = laid_over(VitalSign.DBP, rest.dbp + more_dbp, now, minute) * relief.dbp
        hr = laid_over(VitalSign.HR, rest.hr + more_hr, now, minute) * relief.hr
        hr += wanders.hr_step(rr, effect)
        spo2 = laid_over(VitalSign.SPO2, rest.spo2 - person.dip * usual, now, minute) + relief.spo2
        spo2 = with_oxygen(spo2 + wanders.spo2.step(), self._oxygen.step(), rr)
        sbp = min(max(sbp + wanders.sbp.step(), _LEAST_SBP), _MOST_SBP)
        dbp = min(dbp + wanders.dbp.step(), sbp - _LEAST_PULSE_PRESSURE, _MOST_DBP)
        return Vitals(
            at_s=now,
            sbp=sbp,
            dbp=dbp,
            hr=max(hr, _LEAST_HR),
            pulse=max(laid_over(VitalSign.PULSE, hr, now, minute), _LEAST_HR),
            spo2=min(max(spo2, 30.0), 100.0),
            rr=max(rr, 0.0),
            perfusion=rest.perfusion * pulse_wave(usual, (sbp - dbp) / (rest.sbp - rest.dbp)),
            effect=effect,
        )

    def _script_minute(self, now: float) -> float:
        """The infusion minute by the scenario."""
        return (self.script_s(now) - self.scenario.start_s) / 60.0
