"""Runs the chairs on the wall clock: one thread owns all cores. The only impure file of the core.

Rule 1: everything reaches the thread through one queue, as frozen messages. What waits there is
        judged at the moments it was heard before time goes on: after a stall nothing is missing
        that is only late.
Rule 2: nobody is waited for: the store, the sound and the screen have queues of their own.
Rule 3: a chair that breaks is contained: it sounds, it is named, and the others go on.
"""

from __future__ import annotations

import logging
import math
import queue
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from monitor.chair import Chair
from monitor.clock import ClockWatch, whole_ms
from monitor.entries import (
    Anchor,
    AnchorReason,
    ChairBroken,
    Committed,
    StoreReport,
    StoreTrouble,
    StoreWell,
)
from monitor.events import ClockJumped, Event, Heard, Part, PartFailed, PartRecovered
from monitor.outcomes import Priority
from monitor.sounding import Sounding

log = logging.getLogger(__name__)

BEAT_S = 0.25
"""The station looks at the time, and shows every chair, at least this often."""
AT_ONCE = 5000
"""So many messages are taken before the time is looked at again."""
SCREEN_STALLED_AFTER_S = 2.0


def awake_clock() -> float:
    """Monotonic seconds that count sleep where the system has such a clock."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


def utc_offset_min(utc_s: float) -> int:
    """The local zone's offset from UTC at that moment, in minutes."""
    return (time.localtime(utc_s).tm_gmtoff or 0) // 60


@dataclass(frozen=True, slots=True)
class _Join:
    chair: Chair
    origin: float


@dataclass(frozen=True, slots=True)
class _Heard:
    chair: int
    at: float
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    event: PartFailed | PartRecovered


@dataclass(frozen=True, slots=True)
class _Stop:
    pass


_Message = _Join | _Heard | _Part | Committed | _Stop


@dataclass(slots=True)
class _Seat:
    """A chair and the clock second at which its session second 0 was.

    `due` and `shown` are clock seconds: when it wants to be woken, when it was last shown.
    """

    chair: Chair
    origin: float
    due: float = math.inf
    shown: float = -math.inf
    sounding: Sounding | None = None


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways out of the station; none of them may block or raise."""

    anchor: Callable[[Anchor], None]
    sound: Callable[[tuple[Sounding, ...]], None]
    """All that the chairs ask for now."""
    beat: Callable[[], None]
    broken: Callable[[ChairBroken], None]


class Station:
    """Judges all chairs in a thread of its own. Call its public methods from any thread."""

    def __init__(
        self,
        ways: Ways,
        *,
        clock: Callable[[], float] = awake_clock,
        utc: Callable[[], float] = time.time,
    ) -> None:
        self._ways = ways
        self._clock = clock
        self._utc = utc
        self._inbox: queue.SimpleQueue[_Message] = queue.SimpleQueue()
        self._seats: dict[int, _Seat] = {}
        self._parts: dict[Part, PartFailed] = {}
        self._broken: set[int] = set()
        self._screen_seen: float | None = None
        self._watch = ClockWatch(clock(), utc())
        self._thread = threading.Thread(target=self._run, name="station", daemon=True)

    # ---- from other threads

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Finish what is queued, then end."""
        self._inbox.put(_Stop())
        self._thread.join()

    def join(self, chair: Chair, origin: float) -> None:
        """Seat a session whose second 0 was at clock second `origin`."""
        self._inbox.put(_Join(chair, origin))

    def hear(self, chair: int, at: float, events: tuple[Heard, ...]) -> None:
        """From a link: what was heard at clock second `at`."""
        self._inbox.put(_Heard(chair, at, events))

    def send(self, chair: int, event: Event) -> None:
        """From a person."""
        self._inbox.put(_Heard(chair, self._clock(), (event,)))

    def stored(self, report: StoreReport) -> None:
        """From the store."""
        match report:
            case Committed():
                self._inbox.put(report)
            case StoreTrouble():
                self._inbox.put(_Part(PartFailed(Part.STORE, report.text)))
            case StoreWell():
                self._inbox.put(_Part(PartRecovered(Part.STORE)))
            case _:
                pass  # what is only to be known is for the screen

    def part(self, event: PartFailed | PartRecovered) -> None:
        self._inbox.put(_Part(event))

    def screen_beat(self) -> None:
        """From the window, whenever it has emptied its inbox; one number, so not worth a queue."""
        self._screen_seen = self._clock()

    # ---- the thread

    def _run(self) -> None:
        going = True
        while going:
            messages = self._waiting()
            now = self._clock()
            for message in messages:
                self._take(message)
            self._look_around(now)
            for seat in list(self._seats.values()):
                if min(seat.due, seat.shown + BEAT_S) <= now:
                    self._guarded(seat, None, now)
            self._ways.sound(self._asked())
            self._ways.beat()
            going = not any(isinstance(message, _Stop) for message in messages)

    def _waiting(self) -> list[_Message]:
        """Everything that is in the queue now; waits for it until there is something to do."""
        try:
            messages = [self._inbox.get(timeout=self._patience())]
        except queue.Empty:
            return []
        while len(messages) < AT_ONCE and not self._inbox.empty():
            messages.append(self._inbox.get())
        return messages

    def _patience(self) -> float:
        now = self._clock()
        next_at = min((seat.due for seat in self._seats.values()), default=math.inf)
        return min(max(next_at - now, 0.001), BEAT_S)

    def _take(self, message: _Message) -> None:
        match message:
            case _Join(chair, origin):
                self._seat(chair, origin)
            case _Heard(number, at, events):
                seat = self._seats.get(number)
                if seat is not None:
                    for event in events:
                        self._guarded(seat, event, at)
            case _Part(event):
                self._part(event)
            case Committed():
                for seat in list(self._seats.values()):
                    self._guarded(seat, message, self._clock())
            case _Stop():
                pass

    def _seat(self, chair: Chair, origin: float) -> None:
        seat = _Seat(chair, origin)
        self._seats[chair.number] = seat
        for failed in self._parts.values():
            self._guarded(seat, failed, self._clock())

    def _part(self, event: PartFailed | PartRecovered) -> None:
        """A part concerns every chair; a chair that comes later hears of it too."""
        if isinstance(event, PartFailed):
            if self._parts.get(event.part) == event:
                return
            self._parts[event.part] = event
        elif self._parts.pop(event.part, None) is None:
            return
        for seat in list(self._seats.values()):
            self._guarded(seat, event, self._clock())

    def _guarded(self, seat: _Seat, what: Event | Committed | None, at: float) -> None:
        """Everything that a chair does, it does in here."""
        chair = seat.chair
        if self._seats.get(chair.number) is not seat:
            return  # it broke, or ended, at something that was heard together with this
        if chair.ended and not isinstance(what, Committed):
            return  # nothing is judged any more; it only waits for its last line to be on the disk
        try:
            self._step(seat, what, at)
        except Exception as bug:  # the bottom of the station's thread: contain, name, sound
            log.exception("chair %d stopped being judged", chair.number)
            self._seats.pop(chair.number, None)
            self._broken.add(chair.number)
            self._ways.broken(ChairBroken(chair.number, f"{type(bug).__name__}: {bug}"))
            return
        if chair.ended and chair.all_recorded:
            self._seats.pop(chair.number, None)

    @staticmethod
    def _step(seat: _Seat, what: Event | Committed | None, at: float) -> None:
        chair = seat.chair
        if isinstance(what, Committed):
            chair.heard_committed(what)
            return
        chair.take(what, at - seat.origin)
        due = None if chair.ended else chair.wake_at()
        seat.due = math.inf if due is None else due + seat.origin
        seat.sounding = chair.sounding()
        seat.shown = at

    def _look_around(self, now: float) -> None:
        """The screen and the clock of the day."""
        seen = self._screen_seen
        stalled = seen is not None and now - seen > SCREEN_STALLED_AFTER_S
        if stalled and Part.SCREEN not in self._parts:
            self._part(PartFailed(Part.SCREEN, f"{now - (seen or now):.0f}"))
        elif not stalled and Part.SCREEN in self._parts:
            self._part(PartRecovered(Part.SCREEN))
        step = self._watch.look(self._clock(), self._utc())  # read together, or a stall is a step
        if step is not None:
            for seat in list(self._seats.values()):
                self._ways.anchor(self._anchor(seat, now))
                self._guarded(seat, ClockJumped(round(step.seconds, 3)), now)

    def _anchor(self, seat: _Seat, now: float) -> Anchor:
        utc_s = self._utc()
        return Anchor(
            seat.chair.opened.session_id,
            whole_ms(now - seat.origin),
            utc_s,
            utc_offset_min(utc_s),
            AnchorReason.CLOCK_STEP,
        )

    def _asked(self) -> tuple[Sounding, ...]:
        """A chair that broke sounds until the program is started again, whoever sits there."""
        wishes = [seat.sounding for seat in self._seats.values() if seat.sounding is not None]
        broken = [Sounding(number, Priority.HIGH) for number in sorted(self._broken)]
        return (*broken, *(wish for wish in wishes if wish.chair not in self._broken))
