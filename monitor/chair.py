"""One session under way: its core, its counter, and the way out to the record and the screen.

Rule 1: judge, then record, then show. Neither `store` nor `show` may block.
Rule 2: moments are rounded to the millisecond before they are judged, so the record replays.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from monitor.core import MonitorCore
from monitor.entries import Committed, Entry, Published
from monitor.events import Event, Outcome, Priority, SessionOpened, is_event
from monitor.phases import Phase
from monitor.picture import ChairPicture
from monitor.viewing import picture
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
        self._store = store
        self._show = show
        self._seq = 0
        self._now = 0.0
        self._uncommitted: deque[tuple[int, float]] = deque()
        self._picture: ChairPicture | None = None
        """The last one; samples of a wave change nothing in it."""

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

        What it concluded then is in the record already; only the events are fed.
        """
        for entry in past:
            if is_event(entry.what):
                self.core.handle(entry.what, entry.now_s)
            self._seq = entry.seq + 1
            self._now = max(self._now, entry.now_s)

    def take(self, event: Event | None, now: float) -> None:
        """Judge one event (None: only time went on), record it, show it."""
        now = max(self._now, round(now, 3))
        self._now = now
        said = self.core.tick(now)
        for one in said:
            self._record(one.at, one.outcome)
        if event is not None:
            self._record(now, event)
            answers = self.core.handle(event, now)
            for one in answers:
                self._record(one.at, one.outcome)
            said += answers
        outcomes = tuple(one.outcome for one in said)
        if self._picture is None or outcomes or not isinstance(event, WaveChunk):
            self._picture = picture(self.core, now, self._recorded_at())
        self._show(Published(self.number, now, event, outcomes, self._picture))

    def _record(self, now: float, what: Event | Outcome) -> None:
        self._store(Entry(self.opened.session_id, self._seq, now, what))
        self._uncommitted.append((self._seq, now))
        self._seq += 1

    def heard_committed(self, report: Committed) -> None:
        """The store says what is on the disk, of this session or another one."""
        if report.session_id == self.opened.session_id:
            self.committed(report.seq)

    def committed(self, seq: int) -> None:
        """Everything up to and including `seq` is on the disk."""
        while self._uncommitted and self._uncommitted[0][0] <= seq:
            self._uncommitted.popleft()

    def _recorded_at(self) -> float:
        """The moment up to which everything is on the disk."""
        return self._uncommitted[0][1] if self._uncommitted else self._now

    def wake_at(self) -> float | None:
        return self.core.wake_at()

    def sound(self) -> Priority | None:
        return self.core.sound(self._now)
