"""Who sits in the running clinic, and the colleague who looked after them until the handover.

Rule 1: she does by the same commands what anybody would have done by hand: what is due, when it
        is due, and an answer to every alarm.
Rule 2: moments are seconds of the room; each guest's session is as old at the end of the past as
        his line says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from devices.simulated.scenario.scenario import scenario_named
from monitor.commands import (
    Acknowledge,
    Action,
    Command,
    ConfirmMonitor,
    Sedation,
    StartInfusion,
    StopInfusion,
)
from monitor.people import Course
from monitor.phases import Phase
from monitor.picture import ChairPicture
from monitor.treatment.commands import (
    AnswerQuestion,
    DrawDrug,
    PumpStopped,
    PumpVolume,
    Scale,
    Score,
)
from monitor.treatment.screening import QUESTIONS
from ui.demo_people import DEMO_STAFF
from ui.requests import DeviceRequest, SessionRequest

COLLEAGUE = next(iter(DEMO_STAFF))
MINUTE_S = 60.0
MG_PER_KG, MG_PER_ML, INFUSION_MIN = 0.5, 10.0, 40.0
BEGINS_S = 6 * MINUTE_S
"""From the opening of a session to the first drop: three readings at rest lie in between."""
SCORED_EVERY_S = 14 * MINUTE_S
"""A little before it is due: at the handover nothing is asked for but what the alarm is about."""
ALARMING_MIN = 30.0
"""The minute of its infusion at which the rising patient is measured far too high."""
ALARM_IN_S = 25.0
"""So soon after the handover that reading comes: time enough to look around, and no more."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Who sits where. `age_s` is the age of the session at the handover.

    `drip`: the infusion was begun.
    """

    chair: int
    monitor: str
    scenario: str
    born: int
    age_s: float
    course: Course
    drip: bool = True

    def request(self) -> SessionRequest:
        patient = scenario_named(self.scenario).patient
        port = f"sim:{self.monitor}#{self.chair}?scenario={self.scenario}&seed={self.chair}"
        return SessionRequest(
            chair=self.chair,
            patient_id=f"DEMO-{self.chair}",
            initials=patient.initials,
            birth_year=self.born,
            weight_kg=patient.weight_kg,
            mg_per_kg=MG_PER_KG,
            minutes=INFUSION_MIN,
            profile="adult-iv",
            nibp_interval_min=5.0,
            devices=(DeviceRequest(port, self.monitor),),
            by=COLLEAGUE,
            flow=True,
            course=self.course,
            concentration_mg_per_ml=MG_PER_ML,
        )

    @property
    def dose_mg(self) -> float:
        return MG_PER_KG * scenario_named(self.scenario).patient.weight_kg


RECOVERING = Guest(
    1, "ge-dash", "S1", 1981, BEGINS_S + (INFUSION_MIN + 7.0) * MINUTE_S, Course(4, 6)
)
RISING = Guest(
    2,
    "ivy-450c",
    "S4",
    1974,
    BEGINS_S + ALARMING_MIN * MINUTE_S - ALARM_IN_S,
    Course(2, 6),
)
WAITING = Guest(3, "ge-dash", "S2", 1990, BEGINS_S + MINUTE_S, Course(1, 6), drip=False)
GUESTS = (RECOVERING, RISING, WAITING)
PAST_S = max(guest.age_s for guest in GUESTS)


class Room(Protocol):
    """What she needs of the room."""

    def send(self, chair: int, command: Command) -> None: ...


@dataclass(slots=True)
class Colleague:
    """`look` is called every few seconds; `begin` opens the session of a guest."""

    room: Room
    begin: Callable[[Guest], None]
    _scored_s: dict[int, float] = field(default_factory=dict)
    _begun: set[int] = field(default_factory=set)

    def look(self, now_s: float, pictures: Mapping[int, ChairPicture]) -> None:
        for guest in GUESTS:
            at_s = now_s - (PAST_S - guest.age_s)
            if at_s >= 0.0 and guest.chair not in self._begun:
                self._receive(guest)
            elif guest.chair in pictures:
                self._look_after(guest, at_s, pictures[guest.chair])

    def _do(self, guest: Guest, command: Command) -> None:
        self.room.send(guest.chair, command)

    def _receive(self, guest: Guest) -> None:
        self._begun.add(guest.chair)
        self.begin(guest)
        for question in QUESTIONS.values():
            self._do(guest, AnswerQuestion(question.id, question.clear, COLLEAGUE))
        self._do(guest, DrawDrug(guest.dose_mg, "DEMO", "2030-01", COLLEAGUE))

    def _look_after(self, guest: Guest, at_s: float, picture: ChairPicture) -> None:
        if picture.question is not None:
            self._do(guest, ConfirmMonitor(picture.question.source, True, COLLEAGUE))
        for alarm in picture.alarms:
            if alarm.waits:
                self._do(guest, Acknowledge(alarm.key, COLLEAGUE, Action.REMEASURED))
        if guest.drip and at_s >= BEGINS_S:
            self._infuse(guest, at_s, picture)

    def _infuse(self, guest: Guest, at_s: float, picture: ChairPicture) -> None:
        if guest.chair not in self._scored_s:
            self._do(guest, StartInfusion(COLLEAGUE))
        if at_s - self._scored_s.get(guest.chair, -SCORED_EVERY_S) >= SCORED_EVERY_S:
            self._scored_s[guest.chair] = at_s
            self._do(guest, Sedation(5, COLLEAGUE))
            self._do(guest, Score(Scale.DISSOCIATION, 1, COLLEAGUE))
        giving = None if picture.treatment is None else picture.treatment.giving
        if giving is not None and giving.asks_pump:
            self._do(guest, PumpStopped(True, COLLEAGUE))
        if giving is not None and giving.asks_volume:
            self._do(guest, PumpVolume(guest.dose_mg / MG_PER_ML, COLLEAGUE))
        if picture.phase is Phase.TREATING and picture.infusion_ran_s >= INFUSION_MIN * MINUTE_S:
            self._do(guest, StopInfusion(COLLEAGUE))
