r"""A virtual Masimo Rad-8: "ASCII 1" about a simulated patient, one line a second.

    01/15/26 10:00:01 SN=0000145838 SPO2=097% BPM=080 PI=04.96% SPCO=--.-% SPMET=--.-% DESAT=--
    PIDELTA=+-- ALARM=0000 EXC=000800                                       (one line, CR LF)

Written from the description of the output and lines of a real Rad-8, independently of the
driver. A probe that is off leaves dashes and exception 020, one that finds no pulse dashes and
008; a perfusion below 0.3 %, as it is found while the finger moves or is cold, is an exception too
(004 low perfusion, 400 low signal IQ). Its clock runs from 2026-01-15 10:00.
"""

from __future__ import annotations

from datetime import datetime

from devices.simulated.monitors.device_clock import DeviceClock
from devices.simulated.sensors.shown import Measuring, Shown

CLOCK_FROM = datetime(2026, 1, 15, 10, 0, 0)  # noqa: DTZ001 (the monitor has no time zone)
LINE_EVERY_S = 1.0
LOW_PERFUSION = 0.3
_SERIAL_NUMBER = "0000000001"
_SET_ACTIVE, _SENSOR_OFF, _PULSE_SEARCH = 0x800, 0x020, 0x008
_LOW_PERFUSION, _LOW_SIGNAL_IQ = 0x004, 0x400


class VirtualMasimo:
    """Push only: what it is sent, it ignores."""

    def __init__(self, sensors: Measuring) -> None:
        self._sensors = sensors
        self._next_s = LINE_EVERY_S
        self.clock = DeviceClock(CLOCK_FROM)

    def receive(self, data: bytes, now: float) -> None:
        """There is nothing that this monitor could be told."""

    def due(self, now: float) -> bytes:
        """The line of the last whole second, once; an older one that was missed is not sent."""
        line = ""
        while self._next_s <= now:
            line = _line(self._sensors.at(self._next_s), self.clock.at(self._next_s))
            self._next_s += LINE_EVERY_S
        return line.encode("ascii")

    def wake_at(self) -> float:
        return self._next_s


def _line(shown: Shown, moment: datetime) -> str:
    exceptions = _SET_ACTIVE
    spo2 = bpm = "---"
    perfusion = "--.--"
    if shown.spo2 is None or shown.pulse is None:
        exceptions |= _PULSE_SEARCH if shown.searching else _SENSOR_OFF
    else:
        spo2, bpm = f"{shown.spo2:03d}", f"{shown.pulse:03d}"
        perfusion = f"{shown.truth.perfusion:05.2f}"
        if shown.truth.perfusion < LOW_PERFUSION:
            exceptions |= _LOW_PERFUSION | _LOW_SIGNAL_IQ
    return (
        f"{moment:%m/%d/%y %H:%M:%S} SN={_SERIAL_NUMBER} SPO2={spo2}% BPM={bpm} PI={perfusion}% "
        f"SPCO=--.-% SPMET=--.-% DESAT=-- PIDELTA=+-- ALARM=0000 EXC={exceptions:06X}\r\n"
    )
