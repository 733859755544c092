r"""A virtual Omron HBP-9030: one line of format 5 when a measurement of a patient has ended.

    2026,01,15,10,00,                    ,0,120,080,072,0\r\n
    year month day hour minute, identity (20), error, systolic, diastolic, pulse, movements

Written from the description of the format, independently of the driver. The first measurement
ends soon after it was switched on. A measurement that failed, or whose values the real one cannot
show (systolic 60-260, diastolic 30-215, pulse 40-180), has an error digit and blank values; what
the digits mean is not known: always 7 here. Its clock runs from 2026-01-15
10:00:30.
"""

from __future__ import annotations

from datetime import datetime

from devices.simulated.monitors.device_clock import DeviceClock
from devices.simulated.monitors.spot_cuff import Ended, SpotCuff
from devices.simulated.sensors.shown import CuffValues, Measuring

CLOCK_FROM = datetime(2026, 1, 15, 10, 0, 30)  # noqa: DTZ001 (the monitor has no time zone)
"""Its stamps have no seconds: the first two results shall not fall into one minute."""
_NOBODY = " " * 20
_FAILED = 7


class VirtualOmron:
    """Push only: what it is sent, it ignores."""

    def __init__(self, sensors: Measuring) -> None:
        self._cuff = SpotCuff(sensors)
        self.clock = DeviceClock(CLOCK_FROM)

    def receive(self, data: bytes, now: float) -> None:
        """There is nothing that this monitor could be told."""

    def attended(self, now: float) -> None:
        self._cuff.attended(now)

    def due(self, now: float) -> bytes:
        ended = self._cuff.ended(now)
        if ended is None:
            return b""
        return _line(ended, self.clock.at(ended.at_s)).encode("ascii")

    def wake_at(self) -> float:
        return self._cuff.wake_at()


def _line(ended: Ended, moment: datetime) -> str:
    head = f"{moment:%Y,%m,%d,%H,%M},{_NOBODY}"
    values = ended.values
    if values is None or not _can_show(values):
        return f"{head},{_FAILED},   ,   ,   ,0\r\n"
    movements = 1 if values.moved else 0
    return f"{head},0,{values.sbp:03d},{values.dbp:03d},{values.pulse:03d},{movements}\r\n"


def _can_show(values: CuffValues) -> bool:
    return 60 <= values.sbp <= 260 and 30 <= values.dbp <= 215 and 40 <= values.pulse <= 180
