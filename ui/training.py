"""A training room: a practice room with one lesson in it, from the first moment on its chair.

    room = TrainingRoom(db, scenario, learner="Nurse 1", seed=1, speed=10.0)
    room.start()
    room.stage(Surge(40, 20), "to see whether she measures again")   something befalls the patient
    room.end_staged(ProbeOn())                                       and is over
    room.note("talks to the patient first")                          the instructor's own words
    room.cue("cue-headache")                                         the patient says this
    room.truth(), room.picture()                                     how it is, and what is shown
    room.staged                                                      everything of this so far
    room.freeze(), room.unfreeze(), room.speed = 1.0                 as in any room; in the record
    room.finish("instructor"); room.debrief()                        the end, and what it was worth

Rule 1: everything is done by the learner: the patient is that of the scenario, without its nurse,
        and its course counts from the moment at which the treatment is begun.
Rule 2: whatever is done to the learner, and what she does at the bedside where no program sees
        it, is a line of the record (`monitor/training/staged.py`), and nothing is judged by it.
Rule 3: a lesson is in a database of its own: it is no patient's, and no patient's are in it.
Rule 4: what is asked here may be asked on any thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from devices.simulated.body.patient import Vitals
from devices.simulated.scenario.mishaps import Mishap
from devices.simulated.scenario.scenario import Scenario
from monitor.commands import EndSession, StopInfusion
from monitor.entries import Published
from monitor.outcomes import AlarmChanged, PhaseChanged, Priority
from monitor.phases import GIVING, Phase
from monitor.picture import ChairPicture
from monitor.rights import Role
from monitor.training.debrief import Debrief
from monitor.training.lesson import Cue, Deed
from monitor.training.moments import RAISED, is_moment, raises
from monitor.training.scoring import debrief_of
from monitor.training.staged import LessonBegun, Staged, StagedKind, TrueState
from ui.demo import DEMO_DRIVER
from ui.demo_people import DEMO_STAFF, StaffInMemory
from ui.gate import Gate
from ui.practice import PracticeBackend
from ui.practice_chair import PracticeChair, Ways
from ui.practice_pace import SLOWEST
from ui.requests import DeviceRequest, Refusal, SessionRequest
from ui.staged_text import staged_id, staged_text
from ui.training_hands import by_hand
from ui.words import say

CHAIR = 1
INSTRUCTOR = "instructor"
LESSON = "lesson"
"""The `by` of what the lesson itself does."""
TRUTH_EVERY_S = 10.0
PIN = "1111"
"""Nobody is kept out of a lesson."""


@dataclass(frozen=True, slots=True)
class StagedAt:
    """One staged line and the session second at which it was staged."""

    at_s: float
    staged: Staged


class TrainingRoom(PracticeBackend):
    """`Backend` of the learner's window; the instructor's panel and the command use the rest.

    `speed` None = the clock is moved by hand.
    """

    def __init__(
        self,
        db: Path,
        scenario: Scenario,
        *,
        learner: str,
        seed: int = 1,
        speed: float | None = None,
        sound: bool = False,
        instructor: bool = False,
        utc_s: float | None = None,
    ) -> None:
        """Raises `Refusal` where the scenario is no lesson, a `StoreError` for the record."""
        if scenario.lesson is None:
            raise Refusal(say("training-no-lesson", scenario.name))
        super().__init__(db, seed=seed, speed=speed, sound=sound, utc_s=utc_s)
        self.scenario, self.lesson, self.learner = scenario, scenario.lesson, learner
        self.finished = False
        """The lesson is over; what happened after that counts for nothing."""
        self.slows = False
        """Time goes as fast as on the wall from the first alarm that is heard on, or that the
        lesson waits for, so that a hand has the time that the protocol gives it."""
        self._heard = False
        self._staged: list[StagedAt] = []
        self._waiting = list(self.lesson.cue)
        """Cues whose moment has not come."""
        self._due: list[tuple[float, Cue]] = []
        """Cues whose moment has come, each with the session second at which it is said."""
        self._truth_due_s = 0.0
        self._began_s: float | None = None
        """When the treatment was begun; None = not yet."""
        self._watcher: Callable[[Published], None] | None = None
        self._paced = (self._speed, self._frozen)
        self.ways = Ways(self._writer.put, self._seen)
        self._staff = _staff_with(learner, self._gate)
        self._gate.sit(learner)
        self.session_id = self.open_session(_request(scenario, learner))
        self.here.take(
            LessonBegun(scenario.name, learner, seed, self.lesson, instructor, self._speed)
        )

    # ---- what the instructor sees

    @property
    def here(self) -> PracticeChair:
        """The chair of the lesson."""
        return self.chair(CHAIR)

    @property
    def staged(self) -> tuple[StagedAt, ...]:
        """What was staged, told, noted and done at the bedside, oldest first."""
        with self._clock:
            return tuple(self._staged)

    def truth(self) -> Vitals:
        """How the patient really is at this moment; the learner's window never shows it."""
        with self._clock:
            return self.here.patient.at(self.here.now)

    def picture(self) -> ChairPicture | None:
        """What the program shows the learner; None before its first picture."""
        with self._clock:
            return self.here.picture

    def watch(self, seen: Callable[[Published], None] | None) -> None:
        """Everything that the chair says is told to `seen` too, on any thread; None = no more."""
        with self._clock:
            self._watcher = seen

    # ---- what the instructor does

    def stage(self, mishap: Mishap, text: str = "", source: str = "") -> None:
        """It befalls the patient, its sensors or the wire now; `text` is the instructor's own."""
        self._stage(StagedKind.EVENT, mishap, text, source)

    def end_staged(self, mishap: Mishap, text: str = "", source: str = "") -> None:
        """The same for a mishap that ends another one: `ProbeOn`, `CableIn`."""
        self._stage(StagedKind.ENDED, mishap, text, source)

    def note(self, text: str, by: str = INSTRUCTOR) -> None:
        """For the debrief; an empty one is none."""
        if text.strip():
            self._say(Staged(StagedKind.NOTE, "", text.strip(), by))

    def cue(self, cue: str, text: str = "", by: str = INSTRUCTOR) -> None:
        """The learner is told what the patient says or shows: a sentence's id, or own words."""
        self._say(Staged(StagedKind.CUE, cue, text, by))

    def finish(self, by: str = INSTRUCTOR) -> None:
        """The lesson is over. Only the first time counts; the session is closed after it."""
        with self._clock:
            if self.finished:
                return
            self.unfreeze()
            self._say(Staged(StagedKind.FINISHED, by, "", by))
            self.finished = True
            chair = self.here
            if not chair.ended and chair.chair.core.state.phase in GIVING:
                chair.take(StopInfusion(LESSON))
            if not chair.ended:
                chair.take(EndSession(LESSON, reason=say("training-over")))
            self._write()

    def settle(self) -> None:
        """Everything so far is on the disk, unless the disk is in trouble."""
        with self._clock:
            self._write()

    def debrief(self) -> Debrief:
        """What the record is worth so far. Raises `Refusal` when it can't be read."""
        self.settle()
        return debrief_of(self.record(self.session_id).entries)

    # ---- what the learner does where no program sees it

    def hand(self, deed: Deed) -> str:
        """Done at the bedside now; the sentence of what is found there. Raises `Refusal`."""
        with self._clock:
            if self.frozen:
                raise Refusal(say("practice-frozen"))
            self._say(Staged(StagedKind.HAND, deed, "", self.learner))
            return by_hand(self, deed)

    # ---- how time goes

    def _pace_anew(self) -> None:
        """Frozen, going on, faster, slower: a line of the record."""
        with self._clock:
            super()._pace_anew()
            before, self._paced = self._paced, (self._speed, self._frozen)
            if before[1] != self._frozen:
                what = "frozen" if self._frozen else "unfrozen"
                self._say(Staged(StagedKind.PACE, what, "", INSTRUCTOR))
            if before[0] != self._speed:
                self._say(Staged(StagedKind.PACE, "speed", f"{self._speed:g}", INSTRUCTOR))

    def go_on(self, seconds: float) -> None:
        with self._clock:
            super().go_on(seconds)
            if not self._frozen and not self.finished:
                self._turn(self.here.now)

    def _turn(self, now: float) -> None:
        if self.here.ended:  # the learner signed it
            self.finished = True
            return
        if self.slows and self._heard:
            self.slows, self.speed = False, SLOWEST
        if now >= self._truth_due_s:
            self._truth_due_s += TRUTH_EVERY_S
            self.here.take(_true_state(self.truth()))
        for due in [one for one in self._due if one[0] <= now]:
            self._due.remove(due)
            self.cue(due[1].cue, by=LESSON)
            if due[1].given:
                self.here.give_by_another(due[1].given)
        began_s = 0.0 if self._began_s is None else self._began_s
        if now >= began_s + self.lesson.ends_after_s:
            self.finish("time")

    def _seen(self, published: Published) -> None:
        """Everything that the chair says, on its way to the window."""
        self.inbox.put(published)
        if self._watcher is not None:
            self._watcher(published)
        if published.chair != CHAIR:
            return
        lines = (published.event, *published.outcomes)
        for what in (one for one in lines if one is not None):
            for cue in [cue for cue in self._waiting if is_moment(cue.after, what)]:
                self._waiting.remove(cue)
                self._due.append((published.now_s + cue.after.plus_s, cue))
            begins = isinstance(what, PhaseChanged) and what.after is Phase.TREATING
            if begins and self._began_s is None:
                self._began_s = published.now_s
            if isinstance(what, AlarmChanged) and what.state in RAISED:
                taught = any(raises(one.after, what) for one in self.lesson.wanted)
                self._heard = self._heard or taught or what.priority > Priority.LOW

    def _say(self, staged: Staged) -> None:
        with self._clock:
            if not self.here.ended:
                self._staged.append(StagedAt(self.here.now, staged))
                self.here.take(staged)

    def _stage(self, kind: StagedKind, mishap: Mishap, text: str, source: str) -> None:
        with self._clock:
            if self.frozen:
                raise Refusal(say("practice-frozen"))
            said = " · ".join(one for one in (staged_text(mishap), text.strip()) if one)
            self._say(Staged(kind, staged_id(mishap), said, INSTRUCTOR))
            self.happen(CHAIR, mishap, source)


def _staff_with(learner: str, gate: Gate) -> StaffInMemory:
    return StaffInMemory({learner: (Role.NURSE, PIN), **DEMO_STAFF}, gate)


def _request(scenario: Scenario, learner: str) -> SessionRequest:
    """The session as the lesson opens it; in the patient's place stands who learns."""
    drivers = scenario.drivers or (DEMO_DRIVER,)
    patient = scenario.patient
    return SessionRequest(
        chair=CHAIR,
        patient_id=learner,
        initials=patient.initials,
        birth_year=None,
        weight_kg=patient.weight_kg,
        mg_per_kg=scenario.plan.mg_per_kg,
        minutes=scenario.plan.minutes,
        profile="adult-iv",
        nibp_interval_min=5.0,
        devices=tuple(
            DeviceRequest(f"sim:{driver}?scenario={scenario.name}", driver) for driver in drivers
        ),
        by=learner,
        flow=scenario.flow,
    )


def _true_state(true: Vitals) -> TrueState:
    return TrueState(
        sbp=round(true.sbp, 1),
        dbp=round(true.dbp, 1),
        hr=round(true.hr, 1),
        spo2=round(true.spo2, 1),
        rr=round(true.rr, 1),
        effect=round(true.effect, 3),
    )
