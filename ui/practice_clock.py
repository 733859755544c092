"""The virtual clock of a room: moved by hand or by itself, faster or slower, or standing still.

Rule: whoever moves it or asks a chair something holds `_clock`, a lock; the pace alone is told
without it (`ui/practice_pace.py`).
"""

from __future__ import annotations

import threading
import time
from pathlib import Path

from data.day_book import Moment
from monitor.station import utc_offset_min
from ui.demo_backend import DemoBackend
from ui.practice_pace import FASTEST, SLOWEST, Pace, RoomPacer


class RoomClock(DemoBackend):
    """`speed` None = moved by hand; `utc_s` is the time of day at virtual second 0, None = now."""

    def __init__(self, db: Path, *, speed: float | None, utc_s: float | None) -> None:
        super().__init__(db)
        self._utc_s = time.time() if utc_s is None else utc_s
        self._now_s = 0.0
        self._clock = threading.RLock()
        self._speed, self._frozen = speed or SLOWEST, False
        self._pacer = None if speed is None else RoomPacer(self.go_on, speed)

    def go_on(self, seconds: float) -> None:
        """One step of everything to a common moment; frozen, a sign of life and no more."""
        raise NotImplementedError

    @property
    def now_s(self) -> float:
        """Virtual seconds since the room was opened."""
        return self._now_s

    def utc(self) -> float:
        """The virtual time of day, Unix seconds."""
        return self._utc_s + self._now_s

    def _moment(self) -> Moment:
        return Moment(self.utc(), utc_offset_min(self.utc()))

    # ---- how it goes

    @property
    def speed(self) -> float:
        """Virtual seconds per second on the wall; only kept where the clock is moved by hand."""
        return self._speed

    @speed.setter
    def speed(self, times: float) -> None:
        """Raises `ValueError` outside of 1 to 60."""
        if not SLOWEST <= times <= FASTEST:
            raise ValueError(f"speed is {times:g}; expected {SLOWEST:g} to {FASTEST:g}")
        self._speed = times
        self._pace_anew()

    @property
    def frozen(self) -> bool:
        return self._frozen

    def freeze(self) -> None:
        """When this returns, time stands."""
        with self._clock:
            self._frozen = True
            self._pace_anew()

    def unfreeze(self) -> None:
        with self._clock:
            self._frozen = False
            self._pace_anew()

    def _pace_anew(self) -> None:
        if self._pacer is not None:
            self._pacer.set(self._speed, frozen=self._frozen)

    def pace(self) -> Pace:
        """How time goes now; without waiting for the room, from any thread."""
        reached = None if self._frozen or self._pacer is None else self._pacer.reached
        return Pace(self._speed, reached, self._frozen, self.utc())
