"""What a module sees of its cuff: that a measurement began, the pressure, that it ended.

The sensors say whether the cuff measures now and since when it is inflated; a module that reports
the course of a measurement looks at them often and remembers. Up within 6 s, to 40 mmHg above the
last systolic pressure (160 mmHg when there is none); down by 5 mmHg a second, and held above 30
mmHg until the result is found. One that finds none goes up once more after 48 s, and so on; one
that tries again begins anew.

Facts: 160 mmHg at first and 40 above the last result are usual; the speeds are assumed.
"""

from __future__ import annotations

from devices.simulated.sensors.shown import CuffShown

FIRST_TARGET_MMHG = 160
ABOVE_LAST_MMHG = 40
HIGHEST_MMHG = 280
INFLATES_S = 6.0
DEFLATES_MMHG_PER_S = 5.0
HELD_MMHG = 30
AGAIN_AFTER_S = 48.0


class CuffCourse:
    def __init__(self) -> None:
        self._since: float | None = None
        self._target = FIRST_TARGET_MMHG

    def look(self, cuff: CuffShown, now: float) -> bool:
        """What the sensors show now; true when a measurement has ended since the last look."""
        if cuff.measuring:
            if self._since is None:
                self._since = now
                last = FIRST_TARGET_MMHG if cuff.last is None else cuff.last.sbp + ABOVE_LAST_MMHG
                self._target = min(last, HIGHEST_MMHG)
            if cuff.began_s is not None:
                self._since = cuff.began_s
            return False
        ended, self._since = self._since is not None, None
        return ended

    def pressure(self, now: float) -> int:
        """In the cuff, mmHg; 0 while nothing is measured."""
        if self._since is None:
            return 0
        since_s = (now - self._since) % AGAIN_AFTER_S
        if since_s < INFLATES_S:
            return round(self._target * since_s / INFLATES_S)
        falling = self._target - DEFLATES_MMHG_PER_S * (since_s - INFLATES_S)
        return max(round(falling), HELD_MMHG)
