"""From what a person pressed to the command that is sent. No Qt, no decisions about patients.

Every command says who gave it: who is signed in at this seat; with nobody enlisted, whoever
opened the session. What has to wait for a PIN or a name is not sent (`ui/seat.py`).
"""

from __future__ import annotations

import copy
import uuid

from monitor.commands import (
    Acknowledge,
    Action,
    AllowCuff,
    AnswerEmergency,
    BeginDischarge,
    BeginEmergency,
    ChangeLimit,
    Command,
    ConfirmMonitor,
    EmergencyStamp,
    EndEmergency,
    EndSession,
    ManualCuff,
    Note,
    NoteKind,
    PauseAudio,
    PauseInfusion,
    PreferSource,
    ResumeAudio,
    ResumeInfusion,
    Sedation,
    StampKind,
    StartCuff,
    StartInfusion,
    StopInfusion,
    UndoNote,
    UndoStamp,
)
from monitor.phases import Phase, Step
from monitor.treatment.commands import Claim, Cover, HandOver, TreatmentCommand
from monitor.treatment.staffing import COVER_AT_MOST_S
from monitor.vitals import VitalSign
from ui.requests import Backend, DeviceLine, Refusal
from ui.seat import Seat
from ui.view_state import ChairView, ViewState, asked_alarm

STEPS: dict[Step, type[StartInfusion | StopInfusion | BeginDischarge | EndSession]] = {
    Step.START: StartInfusion,
    Step.STOP: StopInfusion,
    Step.DISCHARGE: BeginDischarge,
    Step.END: EndSession,
}


class Desk:
    """Acts on one chair, the one that is shown."""

    def __init__(self, backend: Backend, state: ViewState, seat: Seat | None = None) -> None:
        """`seat` None = a window at which nobody signs in."""
        self._backend = backend
        self._state = state
        self.seat = Seat() if seat is None else seat
        self.chair: int | None = None
        self._signature: tuple[int | None, EndSession] | None = None
        """Of which chair, and how: it may have to wait until other entries have a name."""

    def at(self, chair: int) -> Desk:
        """The same hand at this chair, whichever is shown."""
        other = copy.copy(self)
        other.chair = chair
        return other

    @property
    def view(self) -> ChairView | None:
        return None if self.chair is None else self._state.view(self.chair)

    @property
    def by(self) -> str:
        return self.seat.by("" if self.view is None else self.view.by)

    @property
    def nameless(self) -> int:
        """How many entries of this chair bear no name yet."""
        treatment = None if self.view is None else self.view.picture.treatment
        return 0 if treatment is None else treatment.people.unclaimed

    def _send(self, command: Command) -> None:
        if self.chair is not None and self.seat.admit(self.chair, command, self.nameless):
            self._give(self.chair, command)

    def _give(self, chair: int, command: Command) -> None:
        """What the program refuses is said where the chair's own refusals are."""
        try:
            self._backend.send(chair, command)
        except Refusal as refusal:
            self.seat.held = True
            self._state.refuse(chair, str(refusal))

    def sound_note(self) -> str:
        """What must always stand on the screen about the sound; empty = nothing."""
        return self._backend.sound_note()

    def record_note(self) -> str:
        """What must always stand on the screen about the record; empty = nothing."""
        return self._backend.keys().note()

    def treat(self, command: TreatmentCommand) -> None:
        """Something of the treatment; its panels make the command."""
        self._send(command)

    def silence(self) -> None:
        """Pause the sound; while it is paused, turn it on again."""
        if self.view is None:
            return
        paused = self.view.picture.audio_pause_left_s is not None
        self._send(ResumeAudio(self.by) if paused else PauseAudio(self.by))

    def asked_key(self) -> str | None:
        """The alarm that Acknowledge is about; None = nothing waits for an answer."""
        alarm = None if self.view is None else asked_alarm(self.view.picture.alarms)
        return None if alarm is None else alarm.key

    def acknowledge(self, key: str, action: Action | None = None) -> None:
        self._send(Acknowledge(key, self.by, action))

    def confirm_monitor(self, source: str, *, same: bool) -> None:
        """Whether this device is the monitor in front of the nurse."""
        self._send(ConfirmMonitor(source, same, self.by))

    def pause(self, ago_s: float = 0.0) -> None:
        """Pause the infusion, if it runs; `ago_s` is how long ago it was paused."""
        if self.view is not None and self.view.picture.phase is Phase.TREATING:
            self._send(PauseInfusion(self.by, ago_s))

    def resume(self, provider: str, reason: str, ago_s: float) -> None:
        """Who allowed it, and why against the rules; empty = neither was needed."""
        self._send(ResumeInfusion(self.by, provider, reason, ago_s))

    def stop(self, ago_s: float) -> None:
        self._send(StopInfusion(self.by, ago_s))

    def pause_or_resume(self) -> None:
        phase = None if self.view is None else self.view.picture.phase
        if phase is Phase.TREATING:
            self.pause()
        elif phase is Phase.PAUSED:
            self._send(ResumeInfusion(self.by))

    def step(self, step: Step) -> None:
        self._send(STEPS[step](self.by))

    def sign(self, by: str, reason: str, second: str) -> None:
        """End the session, signed by `by`; why, and with whom, as far as that was asked."""
        said = EndSession(by, reason, second)
        self._signature = (self.chair, said)
        self._send(said)

    def end_unnamed(self) -> None:
        """End the session although entries of it bear no name; the closing of the day says so."""
        chair, said = self._signature or (None, None)
        if said is None or chair != self.chair:
            said = EndSession(self.by)
        if self.chair is not None and self.seat.admit(self.chair, said, 0):
            self._give(self.chair, said)

    # ---- whose chair it is

    def claim(self, by: str) -> None:
        """What was entered here behind the lock was entered by `by`."""
        self._send(Claim(by))
        if self.chair is not None and not self.seat.held:
            self.seat.named(self.chair)

    def cover(self, by: str, seconds: float = COVER_AT_MOST_S) -> None:
        """0 s end a cover."""
        self._send(Cover(by, seconds))

    def hand_over(self, to: str) -> None:
        self._send(HandOver(to, self.by))

    def note(self, kind: NoteKind, text: str, ago_s: float = 0.0) -> str:
        """Send a note; its id, by which it can be undone."""
        note_id = uuid.uuid4().hex
        self._send(Note(note_id, kind, text, self.by, ago_s))
        return note_id

    def undo(self, note_id: str) -> None:
        self._send(UndoNote(note_id, self.by))

    def cuff(self, sbp: float, dbp: float, ago_s: float = 0.0) -> None:
        self._send(ManualCuff(sbp, dbp, self.by, ago_s))

    def sedation(self, score: int) -> None:
        """A MOAA/S score that somebody gave just now."""
        self._send(Sedation(score, self.by))

    def limit(self, rule: str, value: float | None) -> None:
        self._send(ChangeLimit(rule, value, self.by))

    # ---- an emergency

    def begin_emergency(self) -> None:
        """Also while one goes on: every seat rings again."""
        self._send(BeginEmergency(self.by))

    def answer_emergency(self) -> None:
        self._send(AnswerEmergency(self.by))

    def end_emergency(self) -> None:
        self._send(EndEmergency(self.by))

    def stamp(self, kind: StampKind, text: str) -> None:
        self._send(EmergencyStamp(uuid.uuid4().hex, kind, text, self.by))

    def undo_stamp(self, stamp_id: str) -> None:
        self._send(UndoStamp(stamp_id, self.by))

    # ---- the monitors

    def device_lines(self) -> tuple[DeviceLine, ...]:
        return () if self.chair is None else self._backend.device_lines(self.chair)

    def prefer(self, sign: VitalSign, source: str) -> None:
        self._send(PreferSource(sign, source, self.by))

    def allow_cuff(self, source: str, *, allowed: bool) -> None:
        self._send(AllowCuff(source, allowed, self.by))

    def start_cuff(self, source: str) -> None:
        self._send(StartCuff(source, self.by))

    def accept_device(self, source: str) -> None:
        """The other unit on this device's port is the same monitor."""
        if self.chair is None:
            return
        try:
            self._backend.accept_device(self.chair, source)
        except Refusal as refusal:
            self._state.refuse(self.chair, str(refusal))
