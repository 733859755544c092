r"""Ivy Biomedical 450C bedside monitors, "ANSAR-B" output over RS-232 (9600 8N1).

The monitor talks, we listen. One frame each second:

    FF "ANSAR-B "     9 bytes
    ECG             200 bytes   200 Hz, (byte - 100) x 0.02 mV
    RESP             50 bytes    50 Hz, no unit known
    PLETH            50 bytes    50 Hz, byte - 86, no unit
    P1               50 bytes    50 Hz, mmHg: in the recording its lowest and highest byte are the
                                 diastolic and systolic value of the P1 line
    P2               50 bytes    50 Hz, as P1
    lines           ASCII, each ended by CR; an empty field is a missing value
    FE

    HR=status;1/min;lead;alarm                   RR=status;1/min;label;alarm
    ETCO2=status;value;label;alarm               SPO2=status;%;PR=1/min ;alarm
    NIBP=status;SYS;DIA;MEAN;pulse;label;alarm   P1=status;SYS;DIA;MEAN;label;alarm (and P2)
    T1=status;value;label;alarm (and T2)

FE is looked for after byte 409 only: it may be a wave byte. There is no checksum: a frame is known
by its head and by the strict form of its lines, and one line out of form refuses the frame.
So does a line that the frame before still had: lost bytes can melt two lines into one.

What this device cannot tell:
* The status digit is the same with and without a value, so it is not a validity flag (UNCERTAIN).
* NIBP has no time stamp. A result is new when its line changes, or when its line was empty in
  between: two identical results in a row without an empty line cannot be told apart.
* A result that is on the line when we first look, or that changed while nobody looked for more
  than 60 s, has an unknown age.
* Why a cuff measurement failed. That it did (UNCERTAIN) is taken from an NIBP line without
  pressures and with an alarm; the text itself is passed on and never parsed. Two failures in a
  row without a line between them that says neither cannot be told apart.
* Whether P1 is an arterial pressure (UNCERTAIN: the recording's label is empty). It is taken for
  one; it is shown and stored as such.
* The unit of T1 (UNCERTAIN): taken for degrees Celsius; a Fahrenheit value is out of range.
* "APNEA: 20 SEC" is the label of RR, the setting of the apnoea delay, and not an alarm.

>>> from devices.decode import decode
>>> frame = (b"\xffANSAR-B " + bytes([100] * 200 + [86] * 100 + [80] * 50 + [251] * 50)
...          + b"HR=1;80;ECG-II-DIAG;\rRR=1;35;APNEA: 20 SEC;\rETCO2=1;;;\rSPO2=1;100;PR=80 ;\r"
...          + b"NIBP=4;121;75;92;80;;\rP1=3;111;73;88;;\rP2=3;;;;NO TRANSDUCER;\r"
...          + b"T1=1;;;\rT2=1;;;\r\xfe")
>>> for row in decode(DRIVER, frame):
...     print(row.kind, row.sign, row.value, row.unit, row.note, sep=",")
reading,hr,80.0,1/min,
reading,rr,35.0,1/min,
reading,spo2,100.0,%,
reading,abp_sys,111.0,mmHg,
reading,abp_dia,73.0,mmHg,
reading,abp_mean,88.0,mmHg,
lost,temp,None,,no-value
reading,pulse,80.0,1/min,
reading,sbp,121.0,mmHg,age-unknown
reading,dbp,75.0,mmHg,age-unknown
reading,map,92.0,mmHg,age-unknown
reading,nibp_pulse,80.0,1/min,age-unknown

Sources: OpenICE (mdpnp/mdpnp, BSD-2) and its recording of a real 450C, of which
all frames we have decode. No manual of the output is public.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from devices.conversation import NO_PRESSURES, CuffLine, CuffWatch, Notes, Signs
from devices.errors import ContentError, ProtocolError
from devices.framing import MarkedFramer
from devices.listener import Listener
from devices.session import DeviceEvent, Done, Driver, LineSettings, QualityRow
from monitor.vitals import (
    CUFF_SIGNS,
    CuffFailed,
    CuffFailure,
    DeviceNoteKind,
    Observation,
    VitalSign,
    Wave,
    WaveChunk,
)

HEAD = b"\xffANSAR-B "
END = b"\xfe"
TEXT_FROM = 409
MAX_FRAME = 1024
UNWATCHED_AFTER_S = 60.0

_FIELDS = {
    "HR": 4,
    "RR": 4,
    "ETCO2": 4,
    "SPO2": 4,
    "NIBP": 7,
    "P1": 6,
    "P2": 6,
    "T1": 4,
    "T2": 4,
}
"""How many fields each line has, the alarm text last."""

_VALUES = (
    (VitalSign.HR, "HR", 1),
    (VitalSign.RR, "RR", 1),
    (VitalSign.SPO2, "SPO2", 1),
    (VitalSign.ABP_SYS, "P1", 1),
    (VitalSign.ABP_DIA, "P1", 2),
    (VitalSign.ABP_MEAN, "P1", 3),
    (VitalSign.TEMP, "T1", 1),
)
"""Which field of which line holds a continuous sign."""

_TEXT = re.compile(r"[ -~\r]*\r")
_LINE = re.compile(r"([A-Z][A-Z0-9]*)=(\d+;.*)")
_NUMBER = re.compile(r"-?\d{1,4}(?:\.\d{1,3})?")
_NO_NUMBER = re.compile(r"-*")

_ECG_MV = tuple(round((byte - 100) * 0.02, 2) for byte in range(256))
_PLETH = tuple(float(byte - 86) for byte in range(256))
_AS_IT_IS = tuple(float(byte) for byte in range(256))
_WAVES = (
    (Wave.ECG, 200.0, "mV", 9, 209, _ECG_MV, None),
    (Wave.RESP, 50.0, "", 209, 259, _AS_IT_IS, None),
    (Wave.PLETH, 50.0, "", 259, 309, _PLETH, None),
    (Wave.P1, 50.0, "mmHg", 309, 359, _AS_IT_IS, "P1"),
    (Wave.P2, 50.0, "mmHg", 359, 409, _AS_IT_IS, "P2"),
)
"""Wave, rate, unit, first byte, byte after the last, table; the line that must have a value."""

Lines = dict[str, list[str]]


def parse_lines(text: str) -> Lines:
    """The fields of each line that we know. Raises `ContentError` for a line out of form."""
    if not _TEXT.fullmatch(text):
        raise ContentError(f"not lines of printable text: {text!r}")
    lines: Lines = {}
    for line in text[:-1].split("\r"):
        match = _LINE.fullmatch(line)
        if match is None:
            raise ContentError(f"not a line of an Ivy frame: {line!r}")
        name, fields = match[1], match[2].split(";")
        if name not in _FIELDS:
            continue
        if len(fields) == _FIELDS[name] + 1 and not fields[-1]:
            fields.pop()
        if len(fields) != _FIELDS[name] or name in lines:
            raise ContentError(f"not the {name} line of an Ivy frame: {line!r}")
        lines[name] = fields
    if not lines:
        raise ContentError("a frame without any line that we know")
    return lines


def number(field: str) -> float | None:
    """The number of a field; None = empty. Raises `ContentError` for anything else."""
    stripped = field.strip()
    if _NO_NUMBER.fullmatch(stripped):
        return None
    if not _NUMBER.fullmatch(stripped):
        raise ContentError(f"not a value: {field!r}")
    return float(stripped)


def numerics(lines: Lines) -> list[tuple[VitalSign, float | None]]:
    """The continuous signs of one frame. Raises `ContentError` for what is not a number."""
    values = [(sign, number(lines[name][index])) for sign, name, index in _VALUES if name in lines]
    if "SPO2" in lines:
        label = lines["SPO2"][2]
        rate = number(label.removeprefix("PR=")) if label.startswith("PR=") else None
        values.append((VitalSign.PULSE, rate))
    return values


def cuff_line(lines: Lines) -> CuffLine | None:
    """SYS, DIA, MEAN and pulse of the NIBP line; None = there is no such line."""
    fields = lines.get("NIBP")
    if fields is None:
        return None
    return (number(fields[1]), number(fields[2]), number(fields[3]), number(fields[4]))


def waves(frame: bytes, lines: Lines, source: str) -> Iterator[WaveChunk]:
    """The waves of one frame; a pressure without a value has none."""
    for wave, rate_hz, unit, begin, end, table, line in _WAVES:
        if line is None or any(lines.get(line, ())[1:4]):
            samples = tuple(map(table.__getitem__, frame[begin:end]))
            yield WaveChunk(wave, rate_hz, unit, samples, source)


def alarm_text(lines: Lines) -> str:
    """The monitor's own alarms, as it words them."""
    alarms = ((name, fields[-1].strip()) for name, fields in lines.items())
    return "; ".join(f"{name}: {text}" for name, text in alarms if text)


class Ivy450CSession(Listener):
    """One conversation with one Ivy 450C: it talks, we listen."""

    def __init__(self, source: str) -> None:
        super().__init__(
            MarkedFramer(start=HEAD, stop=END, body_from=TEXT_FROM, max_frame=MAX_FRAME)
        )
        self._signs = Signs(source)
        self._notes = Notes(source)
        self._cuff = CuffWatch(source)
        self._cuff_failed = False
        self._source = source
        self._usual_lines: frozenset[str] = frozenset()
        self._last_frame_at: float | None = None

    def _reopened(self) -> None:
        self._signs.reopened()

    def _understand(self, frame: bytes, at: float) -> Iterator[DeviceEvent]:
        """Everything that can be wrong is found before anything is said or remembered."""
        lines = parse_lines(frame[TEXT_FROM:-1].decode("latin-1"))
        self._miss(lines)
        values, cuff = numerics(lines), cuff_line(lines)
        self._frames += 1
        if self._last_frame_at is not None and at - self._last_frame_at > UNWATCHED_AFTER_S:
            self._cuff.unwatched()
        self._last_frame_at = at
        for sign, value in values:
            yield from self._signs.hear(sign, value)
        if cuff is not None:
            yield from self._hear_cuff(cuff, alarm=bool(lines["NIBP"][-1].strip()))
        yield from self._notes.hear(DeviceNoteKind.ALARM_TEXT, alarm_text(lines))
        yield from waves(frame, lines, self._source)

    def _miss(self, lines: Lines) -> None:
        missing = self._usual_lines - lines.keys()
        self._usual_lines = frozenset(lines)
        if missing:
            raise ContentError(f"a frame that lost its lines {', '.join(sorted(missing))}")

    def _hear_cuff(self, line: CuffLine, *, alarm: bool) -> list[Observation | ProtocolError]:
        failed_before, self._cuff_failed = self._cuff_failed, alarm and line == NO_PRESSURES
        if self._cuff_failed and not failed_before:
            self._cuff.hear(line)
            return [CuffFailed(CuffFailure.FAILED, self._source)]
        try:
            return [*self._cuff.hear(line)]
        except ContentError as error:
            return [error]


DRIVER = Driver(
    name="ivy-450c",
    title="Ivy Biomedical 450C",
    line=LineSettings(9600),
    signs=frozenset({VitalSign.PULSE, *CUFF_SIGNS} | {sign for sign, _, _ in _VALUES}),
    interval_s=1.0,
    bytes_per_s=562.0,
    open=Ivy450CSession,
    cable="RS-232 from the monitor's serial output, set to ANSAR-B; null modem, 9600 8N1",
    quality=(
        QualityRow("manual cited", Done.EXEMPT, "no manual of this output is public"),
        QualityRow("facts verified", Done.DONE, "against a real recording"),
        QualityRow("real capture decoded", Done.DONE, "a 450C fed by a patient simulator"),
        QualityRow("contract tests", Done.DONE),
        QualityRow("units checked", Done.TODO, "temperature and the arterial label are guesses"),
        QualityRow("limits documented", Done.DONE, "see the head of ivy_450c.py"),
        QualityRow("tried on hardware", Done.TODO),
    ),
)
