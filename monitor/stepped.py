"""The runner for simulated time: one virtual clock, no threads, nothing waits for anything.

The same cores, drivers and store as with real ports; bytes are handed over at the moments their
baud rate gives, so the same seed gives the same session.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from monitor.chair import Chair
from monitor.events import Event, Heard

PULSE_S = 1.0
"""On each whole virtual second a chair is shown that was not drawn for so long."""


class Source(Protocol):
    """A device on a virtual line. Moments are session seconds."""

    def wake_at(self) -> float: ...

    def advance(self, now: float) -> tuple[Heard, ...]:
        """Everything that was heard up to `now`; after it `wake_at` lies later than `now`."""
        ...


Act = Callable[[Chair], Iterable[Event]]
"""What happens at a planned moment, as far as the chair then makes it possible."""


class StandsStill(AssertionError):
    """A bug in a source: it wants to be woken again at a moment that is over."""


class SteppedRunner:
    """Steps one chair with its sources and with what is planned beforehand."""

    def __init__(self, chair: Chair, sources: Sequence[Source]) -> None:
        self.chair = chair
        self.now = 0.0
        self._sources = list(sources)
        self._planned: list[tuple[float, int, Act]] = []
        self._order = itertools.count()
        self._next_pulse = 0.0

    def plan(self, at: float, act: Act) -> None:
        """Something that will happen at `at`: a scripted hand, a part that fails."""
        heapq.heappush(self._planned, (at, next(self._order), act))

    def exchange(self, old: Source, new: Source) -> None:
        """From now on this device is in the place of that one."""
        self._sources[self._sources.index(old)] = new

    def run_until(self, end: float) -> None:
        """Go on to `end`, or to the end of the session if that is sooner."""
        while not self.chair.ended:
            wakes = [source.wake_at() for source in self._sources]
            at = self._next_moment(wakes)
            if at > end:
                break
            self._step(at, wakes)
        self.now = max(self.now, end)

    def _next_moment(self, wakes: Sequence[float]) -> float:
        moment = min((self._next_pulse, *wakes))
        if self._planned:
            moment = min(moment, self._planned[0][0])
        own = self.chair.wake_at()
        if own is not None:
            moment = min(moment, own)
        return max(self.now, moment)

    def _step(self, now: float, wakes: Sequence[float]) -> None:
        """`wakes`: when each source wanted to be woken, before this step."""
        self.now = now
        for source, wake_at in zip(self._sources, wakes, strict=True):
            if wake_at <= now:
                for heard in source.advance(now):
                    self.chair.take(heard, now)
                if source.wake_at() <= now:
                    raise StandsStill(f"{type(source).__name__} at {now} s")
        while self._planned and self._planned[0][0] <= now:
            for event in heapq.heappop(self._planned)[2](self.chair):
                self.chair.take(event, now)
        pulse = now >= self._next_pulse
        if pulse:
            self._next_pulse = max(self._next_pulse, now) + PULSE_S
        own = self.chair.wake_at()
        if (own is not None and own <= now) or (pulse and self._undrawn(now)):
            self.chair.take(None, now)

    def _undrawn(self, now: float) -> bool:
        """Who speaks every second is drawn by it, and needs no pulse beside it."""
        return now - self.chair.drawn_at >= PULSE_S
