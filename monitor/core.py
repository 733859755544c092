"""One chair's judgement: events and moments in, outcomes out.

Rule 1: no clock. `now` is session seconds and never goes back; `handle` first works off every
        instant that was due before it, in order, and an outcome bears the instant it was due.
Rule 2: a fresh core that is fed the same events at the same moments says the same.
Rule 3: a command that does not fit is refused with a reason; nothing that a person measured is
        ever refused for its value.

How a value becomes an alarm: `handle` → `_numerics` or `_cuff` → `Judge` compares it with its rows
→ the `Watch` of a row holds → `AlarmEngine.settle` says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from monitor import baseline
from monitor.audio_pause import AudioPause
from monitor.chair_state import ChairState
from monitor.events import (
    Acknowledge,
    AlarmChanged,
    BeginDischarge,
    ChangeLimit,
    ClockJumped,
    EndSession,
    Event,
    LimitChanged,
    LinkChanged,
    LinkState,
    ManualCuff,
    Note,
    NoteKind,
    Numerics,
    Outcome,
    PartFailed,
    PartRecovered,
    PauseAudio,
    PauseInfusion,
    PhaseChanged,
    Priority,
    Refused,
    ResumeAudio,
    Resumed,
    ResumeInfusion,
    SessionOpened,
    SetBaseline,
    StartInfusion,
    StopInfusion,
    UndoNote,
)
from monitor.judging import BATTERY_ROW, CUFF_MODE_ROW, Judge
from monitor.latest import Cuffed
from monitor.limits import LimitRefused
from monitor.phases import TRANSITIONS, Phase, Step
from monitor.picture import NoteView
from monitor.rules import CLOCK_ROW, SYMPTOM_ROW
from monitor.schedule import window_ends_at
from monitor.vitals import (
    CuffFailed,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    SignalLost,
    WaveChunk,
)

EMERGENCY_NOTES = frozenset({NoteKind.CHEST_PAIN, NoteKind.VISUAL_SIGN})
"""At any pressure these are an alarm of their own."""

_STEPS: dict[type, Step] = {
    StartInfusion: Step.START,
    PauseInfusion: Step.PAUSE,
    ResumeInfusion: Step.RESUME,
    StopInfusion: Step.STOP,
    BeginDischarge: Step.DISCHARGE,
    EndSession: Step.END,
}


@dataclass(frozen=True, slots=True)
class Said:
    """An outcome and the session second at which it was due."""

    at: float
    outcome: Outcome


class TimeWentBack(AssertionError):
    """A bug in the runner: moments must not decrease."""


class MonitorCore:
    """Made from the first event of its session; then fed with all the others."""

    def __init__(self, opened: SessionOpened, now: float = 0.0) -> None:
        self.state = ChairState.of(opened, now)
        self.judge = Judge(self.state)
        self.pause = AudioPause()
        self._now = now
        self._wake: float | None = None
        self._stale = True

    @property
    def now(self) -> float:
        """The last moment that was judged."""
        return self._now

    # ---- time

    def handle(self, event: Event, now: float) -> list[Said]:
        """Take one event. Raises `TimeWentBack` when `now` is before the last moment."""
        said = self.tick(now)
        if isinstance(event, WaveChunk):  # many a second, and nothing is judged by them
            return said
        outcomes = _HANDLERS[type(event)](self, event, now)
        outcomes += self._settle(now)
        return said + [Said(now, outcome) for outcome in outcomes]

    def tick(self, now: float) -> list[Said]:
        """Only time went on: work off what was due, in order, each at its own instant."""
        if now < self._now:
            raise TimeWentBack(f"{now} s comes after {self._now} s")
        said: list[Said] = []
        while (due := self.wake_at()) is not None and due <= now:
            self._now = due
            said += [Said(due, outcome) for outcome in self._settle(due)]
        self._now = now
        return said

    def wake_at(self) -> float | None:
        """The next instant at which something happens by itself; None = nothing will."""
        if self._stale:
            self._wake = self._next_instant()
            self._stale = False
        return self._wake

    def _next_instant(self) -> float | None:
        moments = (
            self.judge.engine.wake_at(),
            self.state.latest.expires_at(),
            self.pause.ends_at(),
            self.state.cuff_due_at(),
            window_ends_at(self.state.clock),
        )
        return min((at for at in moments if at is not None and at > self._now), default=None)

    def _settle(self, now: float) -> list[Outcome]:
        state, engine = self.state, self.judge.engine
        self._stale = True
        self.pause.pass_time(now)
        for sign in state.latest.expire(now):
            self.judge.lost(sign, now)
        said: list[AlarmChanged] = []
        level = engine.level()
        state.pass_window(now, level)
        self.judge.absences(now)
        said += engine.settle(now)
        if engine.level() != level:  # an overdue cuff is due sooner while a medium alarm is open
            state.pass_window(now, engine.level())
            self.judge.absences(now)
            said += engine.settle(now)
        self.pause.hear(said)
        return list(said)

    # ---- what the devices say

    def _opened(self, _event: SessionOpened, now: float) -> list[Outcome]:
        return self._go(Step.MEASURE_BASELINE, now)

    def _numerics(self, event: Numerics, now: float) -> list[Outcome]:
        self.state.take(event, now)
        self.judge.streams(event.readings, now)
        return []

    def _cuff(self, event: CuffResult, now: float) -> list[Outcome]:
        state = self.state
        state.latest.take_cuff(event, now)
        state.measuring = False
        if state.latest.cuffs[-1].judgeable:
            state.failed_in_a_row = 0
        said = self.judge.cuff(Cuffed(event, now), now)
        self.pause.hear(said)
        return list(said)

    def _cuff_failed(self, _event: CuffFailed, now: float) -> list[Outcome]:
        self.state.measuring = False
        self.state.failed_in_a_row += 1
        self.judge.failed(self.state.failed_in_a_row, now)
        return []

    def _lost(self, event: SignalLost, now: float) -> list[Outcome]:
        self.state.latest.lose(event, now)
        self.judge.lost(event.sign, now)
        return []

    def _wave(self, _event: WaveChunk, _now: float) -> list[Outcome]:
        return []

    def _device_note(self, event: DeviceNote, now: float) -> list[Outcome]:
        match event.kind:
            case DeviceNoteKind.MEASURING:
                self.state.measuring = True
            case DeviceNoteKind.IDLE:
                self.state.measuring = False
            case DeviceNoteKind.BATTERY_LOW:
                self.judge.condition(BATTERY_ROW, now, true=True)
            case DeviceNoteKind.NEONATAL_MODE:
                self.judge.condition(CUFF_MODE_ROW, now, true=True)
            case _:
                pass
        return []

    def _link(self, event: LinkChanged, now: float) -> list[Outcome]:
        self.state.links.take(event, now)
        if event.state is LinkState.UP:
            self.state.latest.give_grace(event.source, now)
        elif event.state is LinkState.DOWN:
            self.state.measuring = False
            for sign in self.state.latest.lose_all(event.reason, now, event.source):
                self.judge.lost(sign, now)
        return []

    # ---- what the program notices about itself

    def _part_failed(self, event: PartFailed, now: float) -> list[Outcome]:
        self.judge.part(event.part, now, failed=True, text=event.text)
        return []

    def _part_recovered(self, event: PartRecovered, now: float) -> list[Outcome]:
        self.judge.part(event.part, now, failed=False)
        return []

    def _resumed(self, event: Resumed, now: float) -> list[Outcome]:
        state = self.state
        for sign in state.latest.lose_all("program-away", event.gap_from_s):
            self.judge.lost(sign, now)
        state.measuring = False
        state.links.away(event.gap_from_s)
        state.gaps.append((event.gap_from_s, now))
        return []

    def _clock_jumped(self, event: ClockJumped, now: float) -> list[Outcome]:
        return list(self.judge.moment(CLOCK_ROW, now, f"{event.seconds:+.0f}"))

    # ---- what a person says

    def _set_baseline(self, event: SetBaseline, now: float) -> list[Outcome]:
        self.state.baseline = baseline.given(event, self.state.baseline)
        self.judge.again(now)
        return [self.state.baseline]

    def _step(self, event: Event, now: float) -> list[Outcome]:
        return self._go(_STEPS[type(event)], now)

    def _go(self, step: Step, now: float) -> list[Outcome]:
        state = self.state
        before = state.phase
        after = TRANSITIONS[before].get(step)
        if after is None:
            return [Refused(step.value, "refused-in-this-phase", (step.value, before.value))]
        outcomes: list[Outcome] = [PhaseChanged(before, after)]
        if step is Step.START:
            outcomes += self._accept_baseline(now)
        self._run_clock(step, now)
        state.phase, state.phase_since = after, now
        if after is Phase.SIGNED:
            self.judge.end()
        return outcomes

    def _accept_baseline(self, now: float) -> list[Outcome]:
        state = self.state
        resting = state.resting.accept(state.latest.cuffs, now)
        accepted = baseline.filled(state.baseline, resting)
        if accepted == state.baseline:
            return []
        state.baseline = accepted
        return [accepted]

    def _run_clock(self, step: Step, now: float) -> None:
        clock = self.state.clock
        if step in {Step.START, Step.RESUME}:
            clock.run(now)
        elif step is Step.PAUSE:
            clock.hold(now)
        elif step is Step.STOP:
            clock.end(now)

    def _acknowledge(self, event: Acknowledge, now: float) -> list[Outcome]:
        said = self.judge.engine.acknowledge(event.key, now)
        if said is None:
            return [Refused("acknowledge", "nothing-to-acknowledge", (event.key,))]
        return list(said)

    def _pause_audio(self, event: PauseAudio, now: float) -> list[Outcome]:
        self.pause.begin(now, event.seconds, self.judge.engine.audible())
        return []

    def _resume_audio(self, _event: ResumeAudio, _now: float) -> list[Outcome]:
        self.pause.end()
        return []

    def _note(self, event: Note, now: float) -> list[Outcome]:
        self.state.notes[event.note_id] = NoteView(now, event, undone=False)
        if event.kind not in EMERGENCY_NOTES or self.state.phase is Phase.SIGNED:
            return []
        said = self.judge.moment(SYMPTOM_ROW, now, event.kind.value)
        self.pause.hear(said)
        return list(said)

    def _undo_note(self, event: UndoNote, _now: float) -> list[Outcome]:
        line = self.state.notes.get(event.note_id)
        if line is None or line.undone:
            return [Refused("undo", "nothing-to-undo", ())]
        self.state.notes[event.note_id] = replace(line, undone=True)
        return []

    def _manual_cuff(self, event: ManualCuff, now: float) -> list[Outcome]:
        return self._cuff(CuffResult(event.sbp, event.dbp, None, None, "manual"), now)

    def _change_limit(self, event: ChangeLimit, now: float) -> list[Outcome]:
        before = self.state.profile
        try:
            after = before.with_limit(event.rule, event.value)
        except LimitRefused as refusal:
            return [Refused("change-limit", refusal.reason, refusal.arguments)]
        self.state.profile = after
        self.judge.again(now)
        old, new = before.limit(event.rule), after.limit(event.rule)
        return [LimitChanged(event.rule, old, new, event.by)]

    # ---- what others may know

    def sound(self, now: float) -> Priority | None:
        """What is audible on this chair at `now`; None = silence."""
        if self.state.phase is Phase.SIGNED or self.pause.left_s(now) is not None:
            return None
        return self.judge.engine.audible()


_HANDLERS: dict[type, Callable[[MonitorCore, Any, float], list[Outcome]]] = {
    SessionOpened: MonitorCore._opened,
    Numerics: MonitorCore._numerics,
    CuffResult: MonitorCore._cuff,
    CuffFailed: MonitorCore._cuff_failed,
    SignalLost: MonitorCore._lost,
    WaveChunk: MonitorCore._wave,
    DeviceNote: MonitorCore._device_note,
    LinkChanged: MonitorCore._link,
    PartFailed: MonitorCore._part_failed,
    PartRecovered: MonitorCore._part_recovered,
    Resumed: MonitorCore._resumed,
    ClockJumped: MonitorCore._clock_jumped,
    SetBaseline: MonitorCore._set_baseline,
    Acknowledge: MonitorCore._acknowledge,
    PauseAudio: MonitorCore._pause_audio,
    ResumeAudio: MonitorCore._resume_audio,
    Note: MonitorCore._note,
    UndoNote: MonitorCore._undo_note,
    ManualCuff: MonitorCore._manual_cuff,
    ChangeLimit: MonitorCore._change_limit,
    **dict.fromkeys(_STEPS, MonitorCore._step),
}
"""Every event has one place; a test checks that none is missing."""
