"""How virtual time goes in a practice room: the facts for a screen, and the thread that does it.

    room.pace()          a `Pace`, at any time and from any thread; takes no lock
    room.speed = 10.0    from 1 to 60 (`SPEEDS` are the buttons' ones); at once, also when frozen
    room.freeze()        time stands: nothing is measured, judged or heard, and nothing that is
                         sent is taken (`Refusal`); the chairs go on to show their last picture
    room.unfreeze()

A screen asks for the pace whenever it looks anyway; it never changes without one of these calls,
but for `utc_s` and `reached`.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

SPEEDS = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
SLOWEST, FASTEST = SPEEDS[0], SPEEDS[-1]
TURN_S = 0.04
SLICE_S = 1.0
"""All chairs come to a common moment at least this often, virtual seconds."""
MOST_OWED_S = 60.0
"""A computer that slept, or is too slow, does not catch up more than this at once."""
FROZEN_TURN_S = 0.4
"""A frozen room gives a sign of life so often; the sound process wants two in a second."""
BREATH_S = 0.001
"""Between two slices of one turn whoever waits for the room gets it."""
MEASURED_OVER_S = 3.0
"""Over so many seconds on the wall it is measured how fast time really goes."""
BEHIND = 0.9
"""Less than this share of what is wanted is said on the screen."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast time is wanted to go, how fast it really goes, and where it stands.

    `reached` None = not measured: just changed, frozen, or moved by hand. `utc_s` is the
    virtual time of day, Unix seconds.
    """

    speed: float
    reached: float | None
    frozen: bool
    utc_s: float

    @property
    def behind(self) -> bool:
        """The computer can't keep up with what is wanted."""
        return self.reached is not None and self.reached < BEHIND * self.speed


class Speedometer:
    """Virtual seconds per second on the wall, over the last few of these."""

    def __init__(self) -> None:
        self._marks: deque[tuple[float, float]] = deque()
        self.reached: float | None = None

    def forget(self) -> None:
        """Another speed is wanted from now on."""
        self._marks.clear()
        self.reached = None

    def mark(self, wall_s: float, virtual_s: float) -> None:
        """At this moment on the wall the room stood there."""
        marks = self._marks
        marks.append((wall_s, virtual_s))
        while len(marks) > 2 and marks[1][0] <= wall_s - MEASURED_OVER_S:
            marks.popleft()
        gone_s = wall_s - marks[0][0]
        if gone_s >= MEASURED_OVER_S / 2:
            self.reached = (virtual_s - marks[0][1]) / gone_s


class RoomPacer:
    """Calls `go_on` with virtual seconds, `speed` times as many as go by on the wall.

    `frozen`: it is called with 0 s instead, so that whoever watches sees that the room lives.
    `speed` and `frozen` may be set on any thread, and hold from the next slice on.
    """

    def __init__(self, go_on: Callable[[float], None], speed: float) -> None:
        self._go_on = go_on
        self._speed, self._frozen = speed, False
        self._meter = Speedometer()
        self._changed = False
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="practice clock", daemon=True)

    @property
    def reached(self) -> float | None:
        return None if self._changed else self._meter.reached

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        if self._thread.ident is not None:  # else it never began
            self._thread.join()

    def set(self, speed: float, *, frozen: bool) -> None:
        self._speed, self._frozen = speed, frozen
        self._changed = True

    def _run(self) -> None:
        last, gone_s = time.monotonic(), 0.0
        while not self._stopping.wait(FROZEN_TURN_S if self._frozen else TURN_S):
            now = time.monotonic()
            if self._changed:
                self._meter.forget()
                self._changed = False
                last = now
            if self._frozen:
                self._go_on(0.0)
            else:
                gone_s += self._let_go((now - last) * self._speed)
                self._meter.mark(time.monotonic(), gone_s)
            last = now

    def _let_go(self, wanted_s: float) -> float:
        """So much virtual time, in slices; how much of it really went by."""
        owed_s = min(wanted_s, MOST_OWED_S)
        gone_s = 0.0
        while owed_s > gone_s and not (self._stopping.is_set() or self._changed):
            step_s = min(SLICE_S, owed_s - gone_s)
            self._go_on(step_s)
            gone_s += step_s
            if gone_s < owed_s:
                self._stopping.wait(BREATH_S)
        return gone_s
