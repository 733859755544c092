r"""A virtual Nellcor N-560: its real-time format about a simulated patient, a line every 2 s.

    N-560    VERSION 1.61.00    CRC:XXXX  SpO2 Limit: 85-100%    PR Limit: 40-170BPM
                                 ADULT            0SAT-S
    TIME                 %SpO2   BPM     PA     Status
    15-Jan-26 10:00:02    97      80      60

The heading stands before the first line and before every 25 of them. Written from the
description of the format and lines of a real N-560, independently of the driver. A probe that is
off leaves dashes and SO, one that finds no pulse dashes and PS; motion brings MO, and so does a
perfusion below 0.3 %; an empty battery brings LB. Values outside the
limits bear a star, and PH, PL, SH or SL. Its clock runs from 2026-01-15 10:00.
"""

from __future__ import annotations

from datetime import datetime

from devices.simulated.monitors.device_clock import DeviceClock
from devices.simulated.sensors.shown import Measuring, Shown

CLOCK_FROM = datetime(2026, 1, 15, 10, 0, 0)  # noqa: DTZ001 (the monitor has no time zone)
LINE_EVERY_S = 2.0
LINES_BELOW_HEADING = 25
POOR_PERFUSION = 0.3
SPO2_LOW, PULSE_LOW, PULSE_HIGH = 85, 40, 170
_LARGEST_AMPLITUDE = 254
_AMPLITUDE_PER_PERFUSION = 20.0
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HEADING = (
    f"N-560    VERSION 1.61.00    CRC:XXXX  SpO2 Limit: {SPO2_LOW}-100%"
    f"    PR Limit: {PULSE_LOW}-{PULSE_HIGH}BPM\r\n"
    "                             ADULT            0SAT-S \r\n"
    "TIME                 %SpO2   BPM     PA     Status\r\n"
)


class VirtualNellcor:
    """Push only: what it is sent, it ignores."""

    def __init__(self, sensors: Measuring) -> None:
        self._sensors = sensors
        self._next_s = LINE_EVERY_S
        self._lines = 0
        self.clock = DeviceClock(CLOCK_FROM)
        self.battery_low = False

    def receive(self, data: bytes, now: float) -> None:
        """Its interactive mode is not part of this."""

    def due(self, now: float) -> bytes:
        """The line of the last 2 s, once; an older one that was missed is not sent."""
        said = ""
        while self._next_s <= now:
            heading = "" if self._lines % LINES_BELOW_HEADING else _HEADING
            moment = self.clock.at(self._next_s)
            said = heading + _line(self._sensors.at(self._next_s), moment, low=self.battery_low)
            self._lines += 1
            self._next_s += LINE_EVERY_S
        return said.encode("ascii")

    def wake_at(self) -> float:
        return self._next_s


def _line(shown: Shown, moment: datetime, *, low: bool = False) -> str:
    # Month names by hand: those of strftime follow the language of the computer.
    stamp = f"{moment:%d}-{_MONTHS[moment.month - 1]}-{moment:%y %H:%M:%S}"
    if shown.spo2 is None or shown.pulse is None:
        why = "PS" if shown.searching else "SO"
        return f"{stamp}   ---     ---     ---    {why}{'  LB' if low else ''}\r\n"
    codes = _codes(shown, shown.spo2, shown.pulse)
    spo2 = f"{shown.spo2:3d}{'*' if 'SL' in codes else ' '}"
    pulse = f"{shown.pulse:3d}{'*' if {'PL', 'PH'} & set(codes) else ' '}"
    amplitude = min(round(_AMPLITUDE_PER_PERFUSION * shown.truth.perfusion), _LARGEST_AMPLITUDE)
    status = "  ".join([*codes, "LB"] if low else codes)
    return f"{stamp}   {spo2}    {pulse}    {amplitude:3d}    {status}".rstrip() + "\r\n"


def _codes(shown: Shown, spo2: int, pulse: int) -> list[str]:
    said = (
        ("MO", shown.finger.doubtful or shown.truth.perfusion < POOR_PERFUSION),
        ("SL", spo2 < SPO2_LOW),
        ("PL", pulse < PULSE_LOW),
        ("PH", pulse > PULSE_HIGH),
    )
    return [code for code, holds in said if holds]
