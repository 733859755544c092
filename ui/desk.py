"""From what a person pressed to the command that is sent. No Qt, no decisions about patients.

Every command says who gave it: whoever opened the session, until people sign in by themselves.
"""

from __future__ import annotations

import uuid

from monitor.events import (
    Acknowledge,
    ChangeLimit,
    Command,
    EndSession,
    ManualCuff,
    Note,
    NoteKind,
    PauseAudio,
    PauseInfusion,
    ResumeAudio,
    ResumeInfusion,
    StartInfusion,
    StopInfusion,
    UndoNote,
)
from monitor.phases import Phase, Step
from ui.requests import Backend
from ui.view_state import ChairView, ViewState, shown_alarm

STEPS: dict[Step, type[StartInfusion | StopInfusion | EndSession]] = {
    Step.START: StartInfusion,
    Step.STOP: StopInfusion,
    Step.END: EndSession,
}


class Desk:
    """Acts on one chair, the one that is shown."""

    def __init__(self, backend: Backend, state: ViewState) -> None:
        self._backend = backend
        self._state = state
        self.chair: int | None = None

    @property
    def view(self) -> ChairView | None:
        return None if self.chair is None else self._state.view(self.chair)

    @property
    def by(self) -> str:
        return "" if self.view is None else self.view.by

    def _send(self, command: Command) -> None:
        if self.chair is not None:
            self._backend.send(self.chair, command)

    def silence(self) -> None:
        """Pause the sound; while it is paused, turn it on again."""
        if self.view is None:
            return
        paused = self.view.picture.audio_pause_left_s is not None
        self._send(ResumeAudio(self.by) if paused else PauseAudio(self.by))

    def acknowledge_shown(self) -> None:
        """Answer the alarm that stands in the bar."""
        alarm = None if self.view is None else shown_alarm(self.view.picture.alarms)
        if alarm is not None and alarm.waits:
            self.acknowledge(alarm.key)

    def acknowledge(self, key: str) -> None:
        self._send(Acknowledge(key, self.by))

    def pause_or_resume(self) -> None:
        phase = None if self.view is None else self.view.picture.phase
        if phase is Phase.TREATING:
            self._send(PauseInfusion(self.by))
        elif phase is Phase.PAUSED:
            self._send(ResumeInfusion(self.by))

    def step(self, step: Step) -> None:
        self._send(STEPS[step](self.by))

    def note(self, kind: NoteKind, text: str) -> str:
        """Send a note; its id, by which it can be undone."""
        note_id = uuid.uuid4().hex
        self._send(Note(note_id, kind, text, self.by))
        return note_id

    def undo(self, note_id: str) -> None:
        self._send(UndoNote(note_id, self.by))

    def cuff(self, sbp: float, dbp: float) -> None:
        self._send(ManualCuff(sbp, dbp, self.by))

    def limit(self, rule: str, value: float | None) -> None:
        self._send(ChangeLimit(rule, value, self.by))
