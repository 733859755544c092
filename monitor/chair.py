"""One session under way: its core, its counter, and the way out to the record and the screen.

Rule 1: judge, then record, then show. Neither `store` nor `show` may block.
Rule 2: moments are rounded to the millisecond before they are judged, so the record replays.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterable

from monitor.amendments import Amendment
from monitor.clock import ms_after, whole_ms
from monitor.core import MonitorCore, Said
from monitor.entries import Committed, Entry, Published
from monitor.events import Event, SessionOpened, is_event
from monitor.outcomes import Outcome
from monitor.phases import Phase
from monitor.picture import ChairPicture
from monitor.sounding import Sounding
from monitor.viewing import Viewer
from monitor.vitals import WaveChunk


class Chair:
    """`store` takes every `Entry`, `show` every `Published`."""

    def __init__(
        self,
        opened: SessionOpened,
        store: Callable[[Entry], None],
        show: Callable[[Published], None],
    ) -> None:
        self.opened = opened
        self.core = MonitorCore(opened)
        self._viewer = Viewer(self.core)
        self._store = store
        self._show = show
        self._seq = 0
        self._now = 0.0
        self._uncommitted: deque[tuple[int, float]] = deque()
        self._picture: ChairPicture | None = None
        """The last one; samples of a wave change nothing in it."""
        self.drawn_at = -math.inf
        """The moment of that picture; while nobody watches, the last one that had one."""
        self.watched = True
        """Somebody sees what is shown. False: no picture is made, and what is published bears the
        last one; `look` makes one. What is judged and recorded is the same."""
        self._wakes: tuple[float | None, float | None] = (None, None)
        """When the core wakes, and the moment of the grid for that."""

    @property
    def number(self) -> int:
        return self.opened.chair

    @property
    def ended(self) -> bool:
        return self.core.state.phase is Phase.SIGNED

    def begin(self) -> None:
        """Say the first event of a new session."""
        self.take(self.opened, 0.0)

    def relive(self, past: Iterable[Entry]) -> None:
        """Bring the core to where the record of a session that was cut off ends.

        What it concluded then is in the record already, but for the last of it, if the record
        was cut off between an event and what followed from it: that is recorded now.
        """
        said: list[Said] = []
        recorded: list[Event | Outcome] = []
        for entry in past:
            if isinstance(entry.what, Amendment):
                pass  # it was said afterwards: nothing was judged by it
            elif is_event(entry.what):
                said += self.core.handle(entry.what, entry.now_s)
            else:
                said += self.core.tick(entry.now_s)
                recorded.append(entry.what)
            self._seq = entry.seq + 1
            self._now = entry.now_s
        if len(recorded) > len(said):  # what followed from silence, just after its last moment
            self._now = whole_ms(self._now + 0.001)
            said += self.core.tick(self._now)
        known = len(recorded)
        if recorded == [one.outcome for one in said[:known]]:  # else: judged by other rules then
            for one in said[known:]:
                self._record(one.at, one.outcome)

    def take(self, event: Event | None, now: float) -> None:
        """Judge one event (None: only time went on), record it, show it."""
        now = max(self._now, whole_ms(now))
        self._now = now
        said = self.core.come_to(event, now)
        for one in said:
            self._record(one.at, one.outcome)
        if event is not None:
            self._record(now, event)
            answers = self.core.handle(event, now)
            for one in answers:
                self._record(one.at, one.outcome)
            said += answers
        outcomes = tuple(one.outcome for one in said)
        picture = self._picture
        if picture is None or outcomes or not isinstance(event, WaveChunk):
            self.drawn_at = now
            if picture is None or self.watched:
                picture = self.look()
        self._show(Published(self.number, now, event, outcomes, picture))

    def look(self) -> ChairPicture:
        """The picture of this moment."""
        self._picture = self._viewer.picture(self._now, self._recorded_at())
        return self._picture

    def _record(self, now: float, what: Event | Outcome) -> None:
        self._store(Entry(self.opened.session_id, self._seq, now, what))
        self._uncommitted.append((self._seq, now))
        self._seq += 1

    def heard_committed(self, report: Committed) -> None:
        """The store says what is on the disk, of this session or another one."""
        if report.session_id != self.opened.session_id:
            return
        self.committed(report.seq)
        if self.ended and self.all_recorded:
            self.take(None, self._now)  # the last picture says that everything is kept

    @property
    def all_recorded(self) -> bool:
        return not self._uncommitted

    def committed(self, seq: int) -> None:
        """Everything up to and including `seq` is on the disk."""
        while self._uncommitted and self._uncommitted[0][0] <= seq:
            self._uncommitted.popleft()

    def _recorded_at(self) -> float | None:
        """The moment up to which everything is on the disk, just before the first that is not."""
        if not self._uncommitted:
            return self._now
        just_before = whole_ms(self._uncommitted[0][1] - 0.001)
        return just_before if just_before >= 0.0 else None

    def wake_at(self) -> float | None:
        """When time alone changes something; None = it does not."""
        at = self.core.wake_at()
        if at != self._wakes[0]:  # it is asked far more often than it changes
            self._wakes = at, None if at is None else ms_after(at)
        return self._wakes[1]

    def sounding(self) -> Sounding | None:
        """What this chair asks to be heard; None = silence."""
        return self.core.sounding(self._now)
