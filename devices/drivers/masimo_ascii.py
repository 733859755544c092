r"""Masimo Rad-8, Radical-7 and Rad-87 pulse oximeters, output "ASCII 1" over RS-232 (9600 8N1).

The oximeter talks, we listen. One line each second:

    02/24/18 04:48:53 SN=0000145838 SPO2=097% BPM=080 PI=04.96% SPCO=--.-% SPMET=--.-%
    DESAT=-- PIDELTA=+-- ALARM=0000 EXC=000800                                  (one line)

    MM/DD/YY hh:mm:ss by the oximeter's clock, then KEY=value in any order; other models have
    more keys, and no % after PI. A dash anywhere in a value = missing; 000 and 00.00 likewise.

    EXC   001 no sensor         002 defective sensor   020 sensor off   080 unrecognised sensor
          008 pulse search      010 interference       040 ambient light
          004 low perfusion     400 low signal IQ      800 SET is active (normal)

There is no checksum: SPO2 and BPM must have three characters, and SPO2, BPM and EXC must each be
there once.

Rule 1: the exceptions are read before the numbers. With any of the first two rows no value is
        taken, whatever stands in it; the sign is lost, and the exception says why.
Rule 2: with low perfusion or low signal IQ every value is of poor quality.
Rule 3: nothing is ever sent.

What this device cannot tell: the meaning of the ALARM bits is one author's experiment
(UNCERTAIN), so they are shown as they are. A date that does not exist (a clock never set) leaves
the values without a time stamp. Trend downloads ("ASCII 2": SpO2=, PR=) are memory, not the
present: their lines are refused.

>>> from devices.decode import decode
>>> lines = (b"02/24/18 04:48:53 SN=0000145838 SPO2=097% BPM=080 PI=04.96% SPCO=--.-% "
...          b"SPMET=--.-% DESAT=-- PIDELTA=+-- ALARM=0000 EXC=000800\r\n"
...          b"03/19/16 13:37:12 SN=0000093112 SPO2=---% BPM=---% DESAT=-- PIDELTA=+-- "
...          b"ALARM=0000 EXC=000001\r\n")
>>> for row in decode(DRIVER, lines):
...     print(row.offset, row.kind, row.sign, row.value, row.unit, row.note, sep=",")
126,reading,spo2,97.0,%,
126,reading,pulse,80.0,1/min,
126,reading,perfusion,4.96,%,
221,lost,spo2,None,,sensor-off
221,lost,pulse,None,,sensor-off
221,lost,perfusion,None,,sensor-off
221,device,,None,,info no sensor

Sources: Masimo's Rad-8 operator's manual (exception bits, quoted) and Radical-7 service manual (an
example line); lines of two real oximeters in nmenon/masimo-datacapture (BSD-2) and in
hansmuc/NellcorN560Seriell.
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

MAX_LINE = 512
"""The longest known line has 200 characters; a model with more parameters has more."""

_HEAD = re.compile(r"(\d\d)/(\d\d)/(\d\d) (\d\d:\d\d:\d\d) +(\S.*)")
_WHOLE = re.compile(r"\d{3}%?")
_DECIMAL = re.compile(r"\d{1,2}\.\d{1,2}%?")
_MISSING = re.compile(r"[+.\d-]*-[.\d-]*%?")
_FLAGS = re.compile(r"[0-9A-Fa-f]{3,8}")
_NEEDED = ("SPO2", "BPM", "EXC")
_WANTED = frozenset({*_NEEDED, "PI", "ALARM"})

_NO_VALUE_WITH = (
    (0x001, LostReason.SENSOR_OFF, "no sensor"),
    (0x002, LostReason.SENSOR_OFF, "defective sensor"),
    (0x020, LostReason.SENSOR_OFF, "sensor off"),
    (0x080, LostReason.SENSOR_OFF, "unrecognised sensor"),
    (0x010, LostReason.POOR_SIGNAL, "interference"),
    (0x040, LostReason.POOR_SIGNAL, "ambient light"),
    (0x008, LostReason.NO_PULSE, "pulse search"),
)
"""Exceptions in the presence of which no value is to be taken; the best reason first."""

_DOUBT_WITH = ((0x004, "low perfusion"), (0x400, "low signal IQ"))
_DOUBTS = sum(bit for bit, _ in _DOUBT_WITH)


@dataclass(frozen=True, slots=True)
class Shown:
    """One line; a value that is None is missing. `alarm` is as the oximeter writes it."""

    spo2: float | None
    pulse: float | None
    perfusion: float | None
    exceptions: int
    alarm: str
    device_time: str | None

    @property
    def quality(self) -> Quality:
        return Quality.POOR if self.exceptions & _DOUBTS else Quality.GOOD

    @property
    def lost(self) -> LostReason | None:
        """Why no value of this line is to be taken; None = they may be."""
        for bit, reason, _ in _NO_VALUE_WITH:
            if self.exceptions & bit:
                return reason
        return None

    @property
    def exception_text(self) -> str:
        named = (*((bit, text) for bit, _, text in _NO_VALUE_WITH), *_DOUBT_WITH)
        return "; ".join(text for bit, text in named if self.exceptions & bit)


def parse(line: str) -> Shown:
    """Raises `ContentError` for a line that is not "ASCII 1"."""
    match = _HEAD.fullmatch(line)
    if match is None:
        raise ContentError(f"not a line of ASCII 1: {line!r}")
    month, day, year, clock, rest = match.groups()
    fields = _fields(rest, line)
    exceptions = fields["EXC"]
    alarm = fields.get("ALARM", "0")
    if not _FLAGS.fullmatch(exceptions) or not alarm.isalnum():
        raise ContentError(f"the flags are not hexadecimal: {line!r}")
    return Shown(
        _number(fields["SPO2"], _WHOLE),
        _number(fields["BPM"], _WHOLE),
        _number(fields.get("PI", "-"), _DECIMAL),
        int(exceptions, 16),
        alarm if alarm.strip("0") else "",
        _device_time(f"20{year}-{month}-{day}T{clock}"),
    )


def _fields(rest: str, line: str) -> dict[str, str]:
    """The values by key. Words that are no KEY=value belong to a key that we don't read."""
    fields: dict[str, str] = {}
    for word in rest.split():
        key, equals, value = word.partition("=")
        if not equals or key not in _WANTED:
            continue
        if key in fields:
            raise ContentError(f"{key} stands twice in a line: {line!r}")
        fields[key] = value
    for key in _NEEDED:
        if key not in fields:
            raise ContentError(f"a line of ASCII 1 without {key}: {line!r}")
    return fields


def _number(field: str, form: re.Pattern[str]) -> float | None:
    """None = missing; so is 0, which the oximeter writes where it has nothing to show."""
    if form.fullmatch(field):
        return float(field.rstrip("%")) or None
    if _MISSING.fullmatch(field):
        return None
    raise ContentError(f"not a value: {field!r}")


def _device_time(stamp: str) -> str | None:
    try:
        datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return stamp


class MasimoSession(Listener):
    """One conversation with one oximeter: it talks, we listen."""

    def __init__(self, source: str) -> None:
        super().__init__(LineFramer(ends=b"\r\n", max_frame=MAX_LINE))
        self._signs = Signs(source)
        self._notes = Notes(source)

    def _reopened(self) -> None:
        self._signs.reopened()

    def _understand(self, frame: bytes, at: float) -> list[DeviceEvent]:  # noqa: ARG002
        return self._hear(parse(frame.decode("latin-1").strip()))

    def _hear(self, shown: Shown) -> list[DeviceEvent]:
        self._frames += 1
        lost, quality, stamp = shown.lost, shown.quality, shown.device_time
        events: list[DeviceEvent] = []
        for sign, value in (
            (VitalSign.SPO2, shown.spo2),
            (VitalSign.PULSE, shown.pulse),
            (VitalSign.PERFUSION, shown.perfusion),
        ):
            if lost is not None:
                events += self._signs.hear(sign, None, lost)
            else:
                events += self._signs.hear(sign, value, quality=quality, device_time=stamp)
        alarm = f"alarm bits {shown.alarm}" if shown.alarm else ""
        events += self._notes.hear(DeviceNoteKind.INFO, shown.exception_text)
        events += self._notes.hear(DeviceNoteKind.ALARM_TEXT, alarm)
        return events


DRIVER = Driver(
    name="masimo-ascii",
    title="Masimo Rad-8 / Radical-7 / Rad-87 (ASCII 1)",
    line=LineSettings(9600),
    signs=frozenset({VitalSign.SPO2, VitalSign.PULSE, VitalSign.PERFUSION}),
    interval_s=1.0,
    bytes_per_s=130.0,
    open=MasimoSession,
    cable="RS-232 from the oximeter's serial output (9 pins), 9600 8N1, output mode ASCII 1",
    quality=(
        QualityRow("manual cited", Done.DONE, "Rad-8 operator's, Radical-7 service manual"),
        QualityRow("facts verified", Done.DONE, "against lines of two real models"),
        QualityRow("real capture decoded", Done.DONE, "eight lines of Rad-8 and Radical-7"),
        QualityRow("contract tests", Done.DONE),
        QualityRow("units checked", Done.DONE, "%, 1/min, perfusion index in %"),
        QualityRow("limits documented", Done.DONE, "see the head of masimo_ascii.py"),
        QualityRow("tried on hardware", Done.TODO),
    ),
)
