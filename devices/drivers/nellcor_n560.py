r"""Nellcor N-560, N-595, NPB-290 and NPB-295 pulse oximeters, real-time format (RS-232, 9600 8N1).

The oximeter talks, we listen. A line every 2 s; three lines of heading before every 25 of them,
and when something in the heading changes:

    N-560    VERSION 1.61.00    CRC:XXXX  SpO2 Limit: 95-100%    PR Limit: 59-148BPM
                                 ADULT           25SAT-S
    TIME                 %SpO2   BPM     PA     Status
    07-Jan-04 11:24:54   100     102      36    MO             AO

    date and time by the oximeter's clock, SpO2 %, pulse 1/min, pulse amplitude (no unit; not the
    perfusion index, not used), status codes. --- = missing, * behind a value = outside its limit.

    SD sensor disconnected   SO sensor off            no value is taken
    LP loss of pulse   LM the same with interference   PS pulse search: no value is taken
    MO motion or interference: values are of poor quality
    PH PL SH SL pulse, SpO2 high, low   AO alarms off   AS alarms silenced   LB battery low

There is no checksum and, as far as is known, no fixed width: a line is known by its form. Flow
control characters (XON, XOFF) may stand anywhere.

Rule 1: the status is read before the numbers.
Rule 2: a printout of the memory has lines of the same form. Its heading says TREND and has no
        column Status, its end is "Output Complete" (so the NPB-290; of the others UNCERTAIN).
        What stands in between is not the present and is not reported.
Rule 3: nothing is ever sent. (A monitor that XOFF has stopped needs an XON or to be switched off
        and on. The interactive mode behind Ctrl-C Ctrl-C exists and is not used.)

What this device cannot tell: a digit lost on the line looks like a smaller number. Status codes
that are not listed above are shown and not understood. Whether values can stand beside PS, LP or
LM, and what they are then, is not known (UNCERTAIN): none is taken.

>>> from devices.decode import decode
>>> lines = (b"07-Jan-04 11:24:52   100     104      23                   AO\r\n"
...          b"07-Jan-04 11:24:54   100     102      36    MO             AO\r\n"
...          b"07-Jan-04 11:24:56   ---     ---     ---    SO\r\n")
>>> for row in decode(DRIVER, lines):
...     print(row.offset, row.kind, row.sign, row.value, row.unit, row.note, sep=",")
62,reading,spo2,100.0,%,
62,reading,pulse,104.0,1/min,
62,device,,None,,info alarms off
62,device,,None,,bedside-alarm-off alarms off
125,reading,spo2,100.0,%,poor
125,reading,pulse,102.0,1/min,poor
125,device,,None,,info motion or interference; alarms off
173,lost,spo2,None,,sensor-off
173,lost,pulse,None,,sensor-off
173,device,,None,,info
173,device,,None,,alarm-text sensor off
173,device,,None,,bedside-alarm-on

Sources: lines of a real N-560 in hansmuc/NellcorN560Seriell; pages of the operator's manuals of
the N-560, NPB-290 and NPB-295 (headings, columns, rhythm, flow control, printout of the memory).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from devices.conversation import Notes, Signs
from devices.errors import ContentError
from devices.framing import LineFramer
from devices.listener import Listener
from devices.session import DeviceEvent, Done, Driver, LineSettings, QualityRow
from monitor.vitals import DeviceNoteKind, LostReason, Quality, VitalSign

MAX_LINE = 256
FLOW_CONTROL = b"\x11\x13"
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
FIRST_YEAR = 90
"""The oldest of these models; a smaller year is one of this century."""

_VALUE = r" +(\d{1,3}|-{1,3})\*?"
_DATA = re.compile(
    r"(\d\d)-([A-Za-z]{3})-(\d\d) +(\d\d:\d\d:\d\d)" + _VALUE * 3 + r"((?:[ /,]+[A-Z]{2})*)"
)
_MODEL = re.compile(r"N(?:PB)?-?\d{3}\w*\s+VERSION\b.*")
_LIMITS = re.compile(r"SpO2 Limit: *(\d+ *- *\d+)%? +PR Limit: *(\d+ *- *\d+)", re.IGNORECASE)
_MODE = re.compile(r"(ADULT|NEO\w*|PED\w*)\b.*", re.IGNORECASE)
_COLUMNS = re.compile(r"TIME\s+%SpO2\s+BPM\s+PA(?:\s+(STATUS))?", re.IGNORECASE)
_PRINTED = "Output Complete"
_TREND = re.compile(r"\bTREND\b", re.IGNORECASE)

_LOST_WITH = {
    "SD": LostReason.SENSOR_OFF,
    "SO": LostReason.SENSOR_OFF,
    "LP": LostReason.NO_PULSE,
    "LM": LostReason.NO_PULSE,
    "PS": LostReason.NO_PULSE,
}
"""The best reason first."""

_ALARMS = {
    "SD": "sensor disconnected",
    "SO": "sensor off",
    "LP": "loss of pulse",
    "LM": "loss of pulse with interference",
    "SH": "SpO2 high",
    "SL": "SpO2 low",
    "PH": "pulse rate high",
    "PL": "pulse rate low",
}
_STATES = {
    "MO": "motion or interference",
    "PS": "pulse search",
    "AO": "alarms off",
    "AS": "alarms silenced",
}
_MOTION, _BATTERY = "MO", "LB"
_ALARM_OFF = ("AO", "AS")
"""Its own alarm makes no sound; what lasts longer stands first."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of values; None = missing."""

    spo2: float | None
    pulse: float | None
    codes: tuple[str, ...]
    device_time: str | None

    @property
    def quality(self) -> Quality:
        return Quality.POOR if _MOTION in self.codes else Quality.GOOD

    @property
    def lost(self) -> LostReason | None:
        """Why no value of this line is to be taken; None = they may be."""
        for code, reason in _LOST_WITH.items():
            if code in self.codes:
                return reason
        return None

    @property
    def alarm_text(self) -> str:
        return "; ".join(_ALARMS[code] for code in self.codes if code in _ALARMS)

    @property
    def alarm_off(self) -> str:
        """Why its own alarm makes no sound; empty = it does."""
        return next((_STATES[code] for code in _ALARM_OFF if code in self.codes), "")

    @property
    def state_text(self) -> str:
        """Everything that is no alarm; a code that we don't know stands for itself."""
        rest = (code for code in self.codes if code not in _ALARMS and code != _BATTERY)
        return "; ".join(_STATES.get(code, code) for code in rest)


@dataclass(frozen=True, slots=True)
class Heading:
    """One line that is no values. `limits` and `mode` are "" where it does not give them.

    `trend` None = the line does not say whether values of the memory follow.
    """

    limits: str = ""
    mode: str = ""
    trend: bool | None = None


def parse(line: str) -> Shown | Heading:
    """Raises `ContentError` for a line that is neither."""
    match = _DATA.fullmatch(line)
    if match is not None:
        day, month, year, clock, spo2, pulse, _, codes = match.groups()
        stamp = _device_time(day, month, year, clock)
        return Shown(_number(spo2), _number(pulse), tuple(re.findall("[A-Z]+", codes)), stamp)
    if _MODEL.fullmatch(line):
        found = _LIMITS.search(line)
        limits = f"SpO2 limits {found[1]}%, pulse limits {found[2]}" if found else ""
        return Heading(limits=limits, trend=_TREND.search(line) is not None)
    if mode := _MODE.fullmatch(line):
        return Heading(mode=f"{mode[1].lower()} mode")
    if columns := _COLUMNS.fullmatch(line):
        return Heading(trend=columns[1] is None)
    if line == _PRINTED:
        return Heading(trend=False)
    raise ContentError(f"not a line of the real-time format: {line!r}")


def _number(field: str) -> float | None:
    return float(field) if field.isdecimal() else None


def _device_time(day: str, month: str, year: str, clock: str) -> str | None:
    """None = there is no such moment."""
    if month.upper() not in MONTHS:
        return None
    century = "19" if int(year) >= FIRST_YEAR else "20"
    stamp = f"{century}{year}-{MONTHS.index(month.upper()) + 1:02d}-{day}T{clock}"
    try:
        datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return stamp


class NellcorSession(Listener):
    """One conversation with one oximeter: it talks, we listen."""

    def __init__(self, source: str) -> None:
        super().__init__(LineFramer(ends=b"\r\n", max_frame=MAX_LINE))
        self._source = source
        self._signs = Signs(source)
        self._notes = Notes(source)
        self._limits = Notes(source)
        self._mode = Notes(source)
        self._trend = False

    def _reopened(self) -> None:
        self._signs.reopened()

    def receive(self, data: bytes, at: float) -> list[DeviceEvent]:
        return super().receive(data.translate(None, FLOW_CONTROL), at)

    def _understand(self, frame: bytes, at: float) -> list[DeviceEvent]:  # noqa: ARG002
        line = frame.decode("latin-1").strip()
        if not line:
            return []
        said = parse(line)
        self._frames += 1
        if isinstance(said, Heading):
            return self._hear_heading(said)
        return [] if self._trend else self._hear_values(said)

    def _hear_heading(self, heading: Heading) -> list[DeviceEvent]:
        events: list[DeviceEvent] = []
        if heading.trend is not None:
            self._trend = heading.trend
        if heading.limits and not self._trend:
            events += self._limits.hear(DeviceNoteKind.INFO, heading.limits)
        if heading.mode:
            events += self._mode.hear(DeviceNoteKind.INFO, heading.mode)
        return events

    def _hear_values(self, shown: Shown) -> list[DeviceEvent]:
        lost, quality, stamp = shown.lost, shown.quality, shown.device_time
        events: list[DeviceEvent] = []
        for sign, value in ((VitalSign.SPO2, shown.spo2), (VitalSign.PULSE, shown.pulse)):
            if lost is not None:
                events += self._signs.hear(sign, None, lost)
            else:
                events += self._signs.hear(sign, value, quality=quality, device_time=stamp)
        events += self._notes.hear(DeviceNoteKind.INFO, shown.state_text)
        events += self._notes.hear(DeviceNoteKind.ALARM_TEXT, shown.alarm_text)
        events += self._notes.battery(low=_BATTERY in shown.codes)
        events += self._notes.bedside_alarm(shown.alarm_off)
        return events


DRIVER = Driver(
    name="nellcor-n560",
    title="Nellcor N-560 / N-595 / NPB-290 / NPB-295",
    line=LineSettings(9600),
    signs=frozenset({VitalSign.SPO2, VitalSign.PULSE}),
    interval_s=2.0,
    bytes_per_s=35.0,
    open=NellcorSession,
    cable="RS-232 from the oximeter's 15-pin data port (pins 2, 3 and 5), 9600 8N1; the NPB-290 "
    "says nothing while it runs on its battery",
    quality=(
        QualityRow("manual cited", Done.DONE, "operator's manuals of N-560 and NPB-290/295"),
        QualityRow("facts verified", Done.DONE, "against lines of a real N-560"),
        QualityRow("real capture decoded", Done.DONE, "eight lines of an N-560"),
        QualityRow("contract tests", Done.DONE),
        QualityRow("units checked", Done.DONE, "% and 1/min by the column heading"),
        QualityRow("limits documented", Done.DONE, "see the head of nellcor_n560.py"),
        QualityRow("tried on hardware", Done.TODO),
    ),
)
