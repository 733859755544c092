"""The waves of a recorded session as a replay comes to them, read a little ahead.

Rule 1: only what is soon to be shown is in memory: waves are by far the most of a record.
Rule 2: what cannot be read is not shown; the replay goes on without.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from monitor.entries import Entry
from monitor.vitals import WaveChunk
from ui.requests import Refusal

BEHIND_S, AHEAD_S = 8.0, 12.0
"""What is read at once, session seconds: a jump fills the line, then so much at a time."""
Read = Callable[[float, float], Sequence[Entry]]
"""The chunks of waves between two session seconds. Raises `Refusal`."""


class ReplayedWaves:
    def __init__(self, read: Read) -> None:
        self._read = read
        self._waiting: deque[tuple[float, WaveChunk]] = deque()
        self._read_to_s: float | None = None
        self._shown_s = 0.0

    def come_to(self, now_s: float) -> list[tuple[float, WaveChunk]]:
        """What came since the last time, oldest first; after a jump, what the line holds."""
        jumped = now_s < self._shown_s or now_s > self._shown_s + AHEAD_S
        if self._read_to_s is None or jumped:
            self._waiting.clear()
            self._read_to_s = max(0.0, now_s - BEHIND_S)
        if now_s >= self._read_to_s:
            self._fetch(self._read_to_s, now_s + AHEAD_S)
        self._shown_s = now_s
        come: list[tuple[float, WaveChunk]] = []
        while self._waiting and self._waiting[0][0] <= now_s:
            come.append(self._waiting.popleft())
        return come

    def _fetch(self, from_s: float, to_s: float) -> None:
        self._read_to_s = to_s
        try:
            entries = self._read(from_s, to_s)
        except Refusal:
            return
        for entry in entries:
            if isinstance(entry.what, WaveChunk) and from_s <= entry.now_s < to_s:
                self._waiting.append((entry.now_s, entry.what))
