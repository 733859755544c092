"""The clocks of a program that is made to suffer: moved while it runs, before anybody reads them.

Import it before anything of the program: it takes the place of `time.time`, and of the clock that
counts sleep.
"""

from __future__ import annotations

import os
import time

_time, _gettime = time.time, time.clock_gettime
_BOOT = getattr(time, "CLOCK_BOOTTIME", None)


class Clocks:
    """Seconds by which the clocks of this process differ from those of the computer."""

    def __init__(self) -> None:
        began = os.environ.get("CLOCK_AT")
        self.stepped = float(began) - _time() if began else 0.0
        """The time of day alone."""
        self.slept = 0.0
        """The time of day, and the clock that counts sleep."""

    def time(self) -> float:
        return _time() + self.stepped + self.slept

    def gettime(self, which: int) -> float:
        return _gettime(which) + (self.slept if which == _BOOT else 0.0)


CLOCKS = Clocks()
time.time = CLOCKS.time
time.clock_gettime = CLOCKS.gettime
