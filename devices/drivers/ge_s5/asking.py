"""Asks a DRI monitor once for everything it is to send by itself, and again for what dries up.

Rule 1: one request at a time, with a pause between two: an old monitor may miss the second.
Rule 2: a stream that flows is left alone. One that was not heard for its time is asked for again,
        because a monitor forgets its streams when it is switched off or when the line was blocked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

PAUSE_S = 0.3


@dataclass(frozen=True, slots=True)
class Stream:
    """`again_s`: asked for again when nothing of it came for so long."""

    name: str
    request: bytes
    again_s: float


class Asking:
    def __init__(self, streams: Iterable[Stream]) -> None:
        self._streams = {stream.name: stream for stream in streams}
        self._next_at: dict[str, float] = {}
        self._free_at = 0.0
        self._wake_at: float | None = None

    def opened(self, at: float) -> None:
        self._next_at = dict.fromkeys(self._streams, at)
        self._free_at = at
        self._plan()

    def add(self, stream: Stream, at: float) -> None:
        """One more, if it is not there yet; before the line was opened there is nobody to ask."""
        if self._next_at and stream.name not in self._streams:
            self._streams[stream.name] = stream
            self._next_at[stream.name] = at
            self._plan()

    def heard(self, name: str, at: float) -> None:
        if name in self._next_at:
            self._next_at[name] = at + self._streams[name].again_s
            self._plan()

    def wake_at(self) -> float | None:
        """When `due` next has something to say; None = the line was never opened."""
        return self._wake_at

    def due(self, now: float) -> Stream | None:
        if self._wake_at is None or now < self._wake_at:
            return None
        name = min(self._next_at, key=self._next_at.__getitem__)
        self._next_at[name] = now + self._streams[name].again_s
        self._free_at = now + PAUSE_S
        self._plan()
        return self._streams[name]

    def _plan(self) -> None:
        self._wake_at = max(self._free_at, min(self._next_at.values()))
