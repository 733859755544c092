"""Runs the chairs on the wall clock: one thread owns all cores. The only impure file of the core.

Rule 1: everything reaches the thread through one queue, as frozen messages.
Rule 2: nobody is waited for: the store, the sound and the screen have queues of their own.
Rule 3: a chair that breaks is contained: it sounds, it is named, and the others go on.
"""

from __future__ import annotations

import logging
import queue
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from monitor.chair import Chair
from monitor.clock import ClockWatch
from monitor.entries import Anchor, AnchorReason, ChairBroken, Committed, StoreTrouble, StoreWell
from monitor.events import (
    ClockJumped,
    Event,
    Heard,
    Part,
    PartFailed,
    PartRecovered,
    Priority,
)

log = logging.getLogger(__name__)

BEAT_S = 0.25
"""The station looks at the time at least this often."""
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
    """A chair and the clock second at which its session second 0 was."""

    chair: Chair
    origin: float


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways out of the station; none of them may block."""

    anchor: Callable[[Anchor], None]
    sound: Callable[[Priority | None], None]
    beat: Callable[[], None]
    broken: Callable[[ChairBroken], None]


class Station:
    """Judges all chairs in a thread of its own. Call its public methods from any thread."""

    def __init__(self, ways: Ways, *, clock: Callable[[], float] = awake_clock) -> None:
        self._ways = ways
        self._clock = clock
        self._inbox: queue.SimpleQueue[_Message] = queue.SimpleQueue()
        self._seats: dict[int, _Seat] = {}
        self._parts: dict[Part, PartFailed] = {}
        self._broken = False
        self._screen_seen: float | None = None
        self._watch = ClockWatch(clock(), time.time())
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

    def stored(self, report: Committed | StoreTrouble | StoreWell) -> None:
        """From the store."""
        match report:
            case Committed():
                self._inbox.put(report)
            case StoreTrouble():
                self._inbox.put(_Part(PartFailed(Part.STORE, report.text)))
            case StoreWell():
                self._inbox.put(_Part(PartRecovered(Part.STORE)))

    def part(self, event: PartFailed | PartRecovered) -> None:
        self._inbox.put(_Part(event))

    def screen_beat(self) -> None:
        """From the window, whenever it has emptied its inbox."""
        self._screen_seen = self._clock()

    # ---- the thread

    def _run(self) -> None:
        while True:
            try:
                message = self._inbox.get(timeout=self._patience())
            except queue.Empty:
                message = None
            if isinstance(message, _Stop):
                return
            now = self._clock()
            if message is not None:
                self._take(message)
            self._look_around(now)
            for seat in list(self._seats.values()):
                due = seat.chair.wake_at()
                overdue = due is not None and due <= now - seat.origin
                if message is None or overdue:
                    self._guarded(seat, None, now)
            self._ways.sound(self._loudest())
            self._ways.beat()

    def _patience(self) -> float:
        now = self._clock()
        waits = [BEAT_S]
        for seat in self._seats.values():
            due = seat.chair.wake_at()
            if due is not None:
                waits.append(due + seat.origin - now)
        return max(0.001, min(waits))

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
                for seat in self._seats.values():
                    seat.chair.heard_committed(message)
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
            self._parts[event.part] = event
        elif self._parts.pop(event.part, None) is None:
            return
        for seat in list(self._seats.values()):
            self._guarded(seat, event, self._clock())

    def _guarded(self, seat: _Seat, event: Event | None, at: float) -> None:
        try:
            seat.chair.take(event, at - seat.origin)
        except Exception as bug:  # the bottom of the station's thread: contain, name, sound
            log.exception("chair %d stopped being judged", seat.chair.number)
            self._seats.pop(seat.chair.number, None)
            self._broken = True
            self._ways.broken(ChairBroken(seat.chair.number, f"{type(bug).__name__}: {bug}"))
            return
        if seat.chair.ended:
            self._seats.pop(seat.chair.number, None)

    def _look_around(self, now: float) -> None:
        """The screen and the clock of the day."""
        seen = self._screen_seen
        stalled = seen is not None and now - seen > SCREEN_STALLED_AFTER_S
        if stalled and Part.SCREEN not in self._parts:
            self._part(PartFailed(Part.SCREEN, f"{now - (seen or now):.0f}"))
        elif not stalled and Part.SCREEN in self._parts:
            self._part(PartRecovered(Part.SCREEN))
        step = self._watch.look(now, time.time())
        if step is not None:
            for seat in list(self._seats.values()):
                self._ways.anchor(self._anchor(seat, now))
                self._guarded(seat, ClockJumped(round(step.seconds, 3)), now)

    @staticmethod
    def _anchor(seat: _Seat, now: float) -> Anchor:
        utc_s = time.time()
        return Anchor(
            seat.chair.opened.session_id,
            round(now - seat.origin, 3),
            utc_s,
            utc_offset_min(utc_s),
            AnchorReason.CLOCK_STEP,
        )

    def _loudest(self) -> Priority | None:
        if self._broken:
            return Priority.HIGH
        sounds = [seat.chair.sound() for seat in self._seats.values()]
        return max((sound for sound in sounds if sound is not None), default=None)
