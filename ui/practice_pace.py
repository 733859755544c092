"""The paced clock of a practice room: a thread that lets virtual time go on."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

TURN_S = 0.04
SLICE_S = 1.0
"""All chairs come to a common moment at least this often, virtual seconds."""
MOST_OWED_S = 60.0
"""A computer that slept, or is too slow, does not catch up more than this at once."""


class RoomPacer:
    """Calls `go_on` with virtual seconds, `speed` times as many as go by on the wall."""

    def __init__(self, go_on: Callable[[float], None], speed: float) -> None:
        self._go_on, self._speed = go_on, speed
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="practice clock", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join()

    def _run(self) -> None:
        last = time.monotonic()
        while not self._stopping.wait(TURN_S):
            now = time.monotonic()
            owed_s = min((now - last) * self._speed, MOST_OWED_S)
            last = now
            while owed_s > 0.0 and not self._stopping.is_set():
                step_s = min(SLICE_S, owed_s)
                self._go_on(step_s)
                owed_s -= step_s
