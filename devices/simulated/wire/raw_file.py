"""A recorded file put on the wire at the pace of the monitor it came from, then silence.

The port stays open when the recording is over, as a monitor's does whose patient left.
"""

from __future__ import annotations

import math

PIECE_S = 0.05


class RawFileMonitor:
    """`bytes_per_s` is the driver's: what a real unit puts on the wire in normal use."""

    def __init__(self, data: bytes, bytes_per_s: float) -> None:
        self._data = data
        self._bytes_per_s = bytes_per_s
        self._sent = 0

    def receive(self, data: bytes, now: float) -> None:
        """A recording answers nobody."""

    def due(self, now: float) -> bytes:
        # The small addition makes a piece whole at the very moment `wake_at` promised it.
        until = min(int(now * self._bytes_per_s + 1e-6), len(self._data))
        piece = self._data[self._sent : until]
        self._sent = max(self._sent, until)
        return piece

    def wake_at(self) -> float:
        """The end of the next piece; infinity when all is said."""
        left = len(self._data) - self._sent
        if not left:
            return math.inf
        piece = min(max(int(PIECE_S * self._bytes_per_s), 1), left)
        return (self._sent + piece) / self._bytes_per_s
