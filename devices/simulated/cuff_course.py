"""What a module sees of its cuff: that a measurement began, the pressure, that it ended.

The sensors say whether the cuff measures now; a module that reports the course of a measurement
looks at them often and remembers. Up to 160 mmHg in 6 s, down by 5 mmHg a second, and held above
30 mmHg until the result is found.
"""

from __future__ import annotations

from devices.simulated.measurement import CuffShown

TARGET_MMHG = 160
INFLATES_S = 6.0
DEFLATES_MMHG_PER_S = 5.0
HELD_MMHG = 30


class CuffCourse:
    def __init__(self) -> None:
        self._since: float | None = None

    def look(self, cuff: CuffShown, now: float) -> bool:
        """What the sensors show now; true when a measurement has ended since the last look."""
        if cuff.measuring:
            if self._since is None:
                self._since = now
            return False
        ended, self._since = self._since is not None, None
        return ended

    def pressure(self, now: float) -> int:
        """In the cuff, mmHg; 0 while nothing is measured."""
        if self._since is None:
            return 0
        since_s = now - self._since
        if since_s < INFLATES_S:
            return round(TARGET_MMHG * since_s / INFLATES_S)
        falling = TARGET_MMHG - DEFLATES_MMHG_PER_S * (since_s - INFLATES_S)
        return max(round(falling), HELD_MMHG)
