"""What was put and is not yet on the disk, in order, and what is given up when memory is short.

At about 1 kB each, `HOLD` entries are 8 chairs at 1 Hz for 12 h. Beyond `HOLD_WAVES` waves are
given up, beyond `HOLD` the continuous values too; cuff results, alarms and whatever a person did
are kept always.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from monitor.entries import Anchor, Entry
from monitor.events import Numerics
from monitor.vitals import WaveChunk

HOLD_WAVES = 20_000
HOLD = 400_000


@dataclass(frozen=True, slots=True)
class Put:
    """Something to be stored, and the monotonic second at which it was handed over."""

    what: Entry | Anchor
    at: float


class Backlog:
    def __init__(self, hold: int = HOLD, hold_waves: int = HOLD_WAVES) -> None:
        self.given_up = 0
        self._hold = hold
        self._hold_waves = hold_waves
        self._waiting: deque[Put] = deque()

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def oldest_at(self) -> float | None:
        return self._waiting[0].at if self._waiting else None

    def add(self, put: Put) -> None:
        if self._has_room(put.what):
            self._waiting.append(put)
        else:
            self.given_up += 1

    def first(self, count: int) -> list[Put]:
        return list(itertools.islice(self._waiting, count))

    def drop(self, count: int) -> None:
        for _ in range(count):
            self._waiting.popleft()

    def forget(self, known: Callable[[Entry | Anchor], bool]) -> None:
        """Let go of everything that is kept elsewhere."""
        self._waiting = deque(put for put in self._waiting if not known(put.what))

    def _has_room(self, what: Entry | Anchor) -> bool:
        if isinstance(what, Anchor):
            return True
        if isinstance(what.what, WaveChunk):
            return len(self._waiting) < self._hold_waves
        return not isinstance(what.what, Numerics) or len(self._waiting) < self._hold
