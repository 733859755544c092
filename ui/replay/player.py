"""A recorded session in motion: its events go through a fresh core at their own session seconds.

Rule 1: nothing leaves: no record, no audit line, no device, no command. What the core answers is
        shown and forgotten.
Rule 2: no clock and no Qt. Whoever plays says how much time went by.
Rule 3: to jump ahead is to judge what lies between without showing it; to jump back is to begin
        anew. A jump is worked off in pieces, so that a window stays alive meanwhile.
Rule 4: it ends where the session was signed, or where its record ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.outside import LONGEST_TIME_S
from monitor.alarm_spans import AlarmSpan, alarm_spans
from monitor.core import MonitorCore, Said
from monitor.entries import Entry, Published
from monitor.events import Event, SessionOpened, is_event
from monitor.outcomes import PhaseChanged
from monitor.phases import Phase
from monitor.sounding import Sounding
from monitor.station import utc_offset_min
from monitor.viewing import Viewer
from monitor.vitals import WaveChunk
from ui.courses import new_course
from ui.requests import Refusal, SessionRecord
from ui.review.moments import moment_at
from ui.view_state import ChairView, ViewState
from ui.words import say

SPEEDS = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
JUDGED_AT_ONCE = 150
"""Entries of one piece of a jump: some hundredths of a second."""
LEAD_S = 10.0
"""A jump to an alarm shows what came before it, too."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One phase of the session, in session seconds."""

    phase: Phase
    from_s: float
    to_s: float


def playable(record: SessionRecord) -> tuple[SessionOpened, tuple[Entry, ...]]:
    """How it was opened, and all its entries. Raises `Refusal` when it cannot be judged anew."""
    entries = tuple(record.entries)  # read once: seconds become entries when they are asked for
    opened = entries[0].what if entries else None
    if not isinstance(opened, SessionOpened):
        raise Refusal(say("session-not-opened", record.row.session_id))
    moments = [entry.now_s for entry in entries]
    if moments != sorted(moments) or moments[-1] - moments[0] > LONGEST_TIME_S:
        raise Refusal(say("session-out-of-time", record.row.session_id))
    return opened, entries


class Player:
    """Stands at `now_s`; on the way to `target_s` while it jumps. Raises `Refusal`."""

    def __init__(self, record: SessionRecord) -> None:
        self.opened, self._past = playable(record)
        self._record = record
        self.begin_s = self._past[0].now_s
        self.stretches = stretches(self._past)
        self.end_s = self.stretches[-1].to_s
        self.alarms: tuple[AlarmSpan, ...] = alarm_spans(self._past)
        """As they were recorded: the marks of the scrub bar."""
        self.speed = 1.0
        self.playing = False
        self.target_s = self.begin_s
        self._begin()

    def _begin(self) -> None:
        """At the first moment, with everything forgotten."""
        self._core = MonitorCore(self.opened, self.begin_s)
        self._viewer = Viewer(self._core)
        self._place = 0
        self.state = ViewState()
        self.state.show_waves(shown=True)
        self.model = new_course()
        self._feed(len(self._past), self.begin_s)
        self._show(self.opened)

    # ---- where it is

    @property
    def now_s(self) -> float:
        return self._core.now

    @property
    def jumping(self) -> bool:
        """It is not yet where it is to be."""
        return self.now_s < self.target_s

    @property
    def over(self) -> bool:
        return self.now_s >= self.end_s

    @property
    def view(self) -> ChairView:
        return self.state.chairs[self.opened.chair]

    def wall_s(self, at_s: float) -> float:
        """What a clock of this computer must say to show the time of day of the record."""
        moment = moment_at(at_s, self._record.anchors, self._record.row)
        there, utc_s = moment.utcoffset(), moment.timestamp()
        here_s = utc_offset_min(utc_s) * 60.0
        return utc_s if there is None else utc_s + there.total_seconds() - here_s

    def sounding(self) -> Sounding | None:
        """What the chair asked for at this moment; None = silence."""
        return self._core.sounding(self.now_s)

    def next_alarm(self, step: int) -> float | None:
        """Just before the next (`step` 1) or an earlier (-1) alarm began; None = there is none."""
        begins = sorted({max(self.begin_s, alarm.began_s - LEAD_S) for alarm in self.alarms})
        if step > 0:
            return next((at_s for at_s in begins if at_s > self.target_s), None)
        before = [at_s for at_s in begins if at_s < self.target_s - LEAD_S]
        return before[-1] if before else None

    # ---- how it moves

    def go_to(self, at_s: float) -> None:
        """Jump; `turn` works it off."""
        self.target_s = min(max(at_s, self.begin_s), self.end_s)
        if self.target_s < self.now_s:
            self._begin()

    def turn(self, seconds: float) -> None:
        """So much time went by for who watches: play on, or work off a piece of a jump."""
        if self.playing and not self.jumping:
            self.target_s = min(self.target_s + seconds * self.speed, self.end_s)
            if self.over:
                self.playing = False
        if self.jumping and self._feed(JUDGED_AT_ONCE, self.target_s):
            self._tell(self._core.tick(self.target_s))
            self._show(None)

    def take_waves(self, come: Iterable[tuple[float, WaveChunk]]) -> None:
        """Chunks of waves up to this moment; nothing is judged by them."""
        picture = self.view.picture
        for at_s, chunk in come:
            shown = Published(self.opened.chair, at_s, chunk, (), picture)
            self.state.absorb(shown, at_s, self.wall_s(at_s))

    def _feed(self, most: int, until_s: float) -> bool:
        """Judge up to `most` entries; whether none up to `until_s` is left."""
        for _count in range(most):
            if self._place == len(self._past):
                return True
            entry = self._past[self._place]
            if entry.now_s > until_s:
                return True
            self._place += 1
            if is_event(entry.what):
                self._tell(self._core.come_to(entry.what, entry.now_s))
                self.model.absorb(entry.now_s, entry.what)
                self._tell(self._core.handle(entry.what, entry.now_s))
        return False

    def _tell(self, said: Sequence[Said]) -> None:
        for one in said:
            self.model.absorb(one.at, one.outcome)

    def _show(self, event: Event | None) -> None:
        now_s = self.now_s
        picture = self._viewer.picture(now_s, now_s)
        shown = Published(self.opened.chair, now_s, event, (), picture)
        self.state.absorb(shown, now_s, self.wall_s(now_s))


def stretches(entries: Sequence[Entry]) -> tuple[Stretch, ...]:
    """The phases of a session up to its end; never empty."""
    found: list[Stretch] = []
    phase, since_s = Phase.PLANNED, entries[0].now_s
    for entry in entries:
        what = entry.what
        if isinstance(what, PhaseChanged):
            if entry.now_s > since_s:
                found.append(Stretch(phase, since_s, entry.now_s))
            phase, since_s = what.after, entry.now_s
            if phase is Phase.SIGNED and found:
                return tuple(found)
    return (*found, Stretch(phase, since_s, entries[-1].now_s))
