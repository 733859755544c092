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

from collections.abc import Sequence
from dataclasses import dataclass

from monitor import baseline
from monitor.alarm_table import OVERDUE_ROWS, SYMPTOM_ROW
from monitor.audio_pause import AudioPause
from monitor.chair_state import ChairState
from monitor.clock import whole_ms
from monitor.emergency import Emergency
from monitor.events import Event, Resumed, SessionOpened
from monitor.hearing import HEARD
from monitor.judging import Judge
from monitor.obeying import OBEYED
from monitor.outcomes import (
    AlarmChanged,
    AlarmPhase,
    CuffAsked,
    CuffUnconfirmed,
    Outcome,
    PhaseChanged,
    Priority,
    Refused,
)
from monitor.phases import TRANSITIONS, Phase, Step, wrong_order
from monitor.schedule import window_ends_at, window_starts_at
from monitor.sounding import Sounding, melody_of
from monitor.treatment.treatment import TREATED, Treatment
from monitor.unanswered import Unanswered
from monitor.vitals import WaveChunk

_SPEAKS = frozenset({AlarmPhase.SOUNDING, AlarmPhase.ESCALATED})


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
        self.treatment = Treatment(opened)
        self.pause = AudioPause()
        self.emergency = Emergency()
        self.unanswered = Unanswered()
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
        said = self.come_to(event, now)
        if isinstance(event, WaveChunk):  # many a second, and nothing is judged by them
            return said
        self.state.cuff_control.hear(event, now)
        outcomes = _HANDLERS[type(event)](self, event, now)
        self.treatment.hear(event, outcomes, now)
        outcomes += self._settle(now)
        return said + [Said(now, outcome) for outcome in outcomes]

    def come_to(self, event: Event | None, now: float) -> list[Said]:
        """What was due before this event (None: only time went on); it is not taken yet.

        In a gap nobody listened: that nothing was heard is then no sensor's fault.
        """
        said: list[Said] = []
        if isinstance(event, Resumed):
            said += self.tick(max(self._now, event.gap_from_s))
            self.state.links.away(event.gap_from_s)
            self._stale = True
        return said + self.tick(now)

    def tick(self, now: float) -> list[Said]:
        """Only time went on: work off what was due, in order, each at its own instant."""
        if now < self._now:
            raise TimeWentBack(f"{now} s comes after {self._now} s")
        said: list[Said] = []
        while (due := self.wake_at()) is not None and due <= now:
            self._now = due
            said += [Said(whole_ms(due), outcome) for outcome in self._settle(due)]
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
            self.unanswered.turns_at(),
            self.state.cuff_due_at(),
            window_starts_at(self.state.clock, self.state.profile.route),
            window_ends_at(self.state.clock, self.state.profile.route),
            self.state.clock.runs_out_at(),
            self.state.wishes.turns_at(self._now),
            self.state.may_ask_at(self._now, self.judge.cuffs.repeat_by()),
        )
        return min((at for at in moments if at is not None and at > self._now), default=None)

    def _settle(self, now: float) -> list[Outcome]:
        state, engine = self.state, self.judge.engine
        self._stale = True
        self.pause.pass_time(now)
        for sign in state.latest.expire(now):
            self.judge.lost(sign, now)
        over = self.treatment.giving.settle(self, now)
        said: list[AlarmChanged] = []
        self.judge.cuffs.wait_for(state.cuff_control.running_until(now), now)
        level = engine.level()
        state.pass_window(now, level)
        self.judge.conditions.absences(now)
        said += engine.settle(now)
        now_open = engine.level()
        if now_open != level:  # an overdue cuff is due sooner while a medium alarm is open
            state.pass_window(now, now_open)
            self.judge.conditions.absences(now)
            said += engine.settle(now)
            now_open = engine.level()
        if any(one.alarm == OVERDUE_ROWS[0].id and one.state in _SPEAKS for one in said):
            said += self.judge.cuffs.speak_again(now)
        self.pause.hear(said)
        self.unanswered.hear(self._alarm_heard(now), now)
        state.wishes.level(engine.level(without=SYMPTOM_ROW.key), now)
        self.treatment.duties.settle(self, now)
        return [*over, *said, *self._ask(now)]

    def _ask(self, now: float) -> list[CuffAsked]:
        """Start the cuff by ourselves, where a person allowed it and a result is wanted."""
        state = self.state
        if state.walk.away or state.wish(now, self.judge.cuffs.repeat_by()) is None:
            return []
        asked = state.cuff_control.ask(now) if state.cuff_control.allowed else None
        return [asked] if isinstance(asked, CuffAsked) else []

    def heard(self, said: Sequence[Outcome]) -> list[Outcome]:
        """A new alarm may end the audio pause; a result may not have been confirmed."""
        self.pause.hear([one for one in said if isinstance(one, AlarmChanged)])
        for one in said:
            if isinstance(one, CuffUnconfirmed):
                self.state.latest.doubt_cuff(one.at_s)
        return list(said)

    # ---- the course of the session

    def go(self, step: Step, now: float, at: float | None = None) -> list[Outcome]:
        """A step of the session. A refusal changes nothing.

        `at` is when the first dose really was given; None = now. What was measured after it is no
        resting value.
        """
        state = self.state
        before = state.phase
        after = TRANSITIONS[before].get(step)
        if after is None:
            reason = wrong_order(before, step)
            return [Refused(step.value, reason, (step.value, before.value))]
        if step is Step.START:
            checks, giving = self.treatment.checks, self.treatment.giving
            given_at = now if at is None else at
            refused = checks.start_refused(self, given_at) or giving.start_refused(step.value)
            if refused is not None:
                return [refused]
        outcomes: list[Outcome] = [PhaseChanged(before, after)]
        if step is Step.START:
            outcomes += self._accept_baseline(given_at)
        state.phase, state.phase_since = after, now
        if after is Phase.BASELINE:
            state.watched_from = now
        if after is Phase.SIGNED:
            self.judge.end()
        return outcomes

    def _accept_baseline(self, now: float) -> list[Outcome]:
        """With the first dose, at `now`: what was measured before it is the baseline."""
        state = self.state
        self.treatment.checks.started(self, now)
        cuffs = [cuffed for cuffed in state.resting_cuffs() if cuffed.at <= now]
        resting = state.resting.accept(cuffs, now)
        accepted = baseline.filled(state.baseline, resting)
        if accepted == state.baseline:
            return []
        state.rested_on |= state.resting.origins(state.baseline, cuffs, now)
        state.baseline = accepted
        return [accepted]

    # ---- what others may know

    def sound(self, now: float) -> Priority | None:
        """What is audible on this chair at `now`; None = silence."""
        wish = self.sounding(now)
        return None if wish is None else wish.priority

    def sounding(self, now: float) -> Sounding | None:
        """The same with the chair, the melody, and whether a quiet room hears it."""
        chair, loudest = self.state.opened.chair, self.judge.engine.loudest()
        if self.emergency.rings and self.state.phase is not Phase.SIGNED:
            return Sounding(chair, Priority.HIGH, everywhere=True)
        if self._alarm_heard(now) is None or loudest is None:
            return None
        priority, alarm = loudest
        everywhere = self.unanswered.lasts_s(now) is not None
        return Sounding(chair, priority, melody_of(alarm), everywhere)

    def _alarm_heard(self, now: float) -> Priority | None:
        """The most urgent alarm that is audible, an emergency apart; None = silence."""
        silent = self.state.phase is Phase.SIGNED or self.pause.left_s(now) is not None
        return None if silent else self.judge.engine.audible()


_HANDLERS = HEARD | OBEYED | TREATED
"""Every event has one place; a test checks that none is missing."""
