r"""A&D TM-2655 and TM-2657 waiting-room blood pressure monitors, "RB" records (2400 8N1).

The monitor talks, we listen. When a measurement has ended (UNCERTAIN: so a program expects it that
only listens), fields with RS (1E) between them:

    16 16 01 30 30   02   TM2657 RS 2601151032 RS . RS .. RS E00 RS S128 RS M096 RS D082 RS P071
                          RS L180 RS A03 RS   03   check

    01 two digits 02 = SOH, address, STX; 03 = ETX. [0] model, [1] YYMMDDhhmm, [4] E error,
    [5] S systolic, [6] M mean, [7] D diastolic mmHg, [8] P pulse 1/min, [9] L inflation,
    [10] amplitude. The check byte is the exclusive or of all bytes from 01 to 03.

    Commands have the same frame with two letters: ST start, SP stop, RB last result. The answer
    to one is 16 16 01 30 30 06 (NAK: 15).

    E00 measured; E11 E15 no pressure, E12 cannot pressurise, E13 pressurises too fast, E21 E22
    exhausts too slowly, too fast, E23 over-pressure, E24 too long, E42 insufficient, E43 no pulse,
    E44 motion, E45 E46 E48 no diastolic, mean, systolic, E61 no pulse rate, E63 out of range

What is not known for certain, and what is made of it:
* Fields [2] and [3], and whether they may be left out: an error that is not in its place is found
  by its form, before a field that begins with S; the values follow it, by their letters. A missing
  M or P is none.
* Whether a record bears SOH, address and check byte. One with them must have the right check; one
  that begins with STX is taken without, and whatever byte follows its ETX is passed over.
* What else stands behind [8], whether digits are padded with spaces: anything, and they may be.
* 9600 baud instead of 2400 is a setting of the monitor that some units have.
* A check byte of 10 for the command RP, as one source has it: by the rule it is 02.

Rule 1: the error is read before the numbers: an error with numbers in it gives none.
Rule 2: a result is new unless a record with the same time stamp and the same values was heard
        before. The stamp has no seconds; no two measurements can be made in a minute.
Rule 3: fields that may name a patient are not kept, and no error text quotes a record.
Rule 4: nothing is ever sent, ST and RB neither.

This device cannot tell us that it lives: it is silent between two measurements.

>>> from devices.decode import decode
>>> def record(*fields: bytes) -> bytes:
...     body = b"\x0100\x02" + b"\x1e".join(fields) + b"\x03"
...     return b"\x16\x16" + body + bytes([check_byte(body)])
>>> [check_byte(b"\x0100\x02" + letters + b"\x03") for letters in (b"ST", b"SP", b"RB", b"RP")]
[7, 3, 16, 2]
>>> records = (record(b"TM2657", b"2601151032", b"0", b"00", b"E00", b"S128", b"M096", b"D082",
...                   b"P071", b"L180", b"A03", b"")
...            + record(b"TM2657", b"2601151038", b"0", b"00", b"E44", b"S128", b"M096", b"D082",
...                     b"P071", b"L180", b"A03", b""))
>>> for row in decode(DRIVER, records):
...     print(row.offset, row.kind, row.sign, row.value, row.note, sep=",")
64,reading,sbp,128.0,
64,reading,dbp,82.0,
64,reading,map,96.0,
64,reading,nibp_pulse,71.0,
128,device,,None,info cuff error E44: motion
128,lost,sbp,None,movement

Sources: a Kotlin module that drives a TM-2655P, BaobabHealthTrust/app_vitals (a TM-2655), and an
independent reader of a TM-2657P that only listens; the error codes go back to the TM-2657's
manual. None of them is under a licence; facts only. No recording is public.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, replace
from datetime import datetime

from devices.conversation import cuff_result
from devices.errors import ChecksumError, ContentError, FramingError
from devices.framing import Cut
from devices.listener import Listener
from devices.session import DeviceEvent, Done, Driver, LineSettings, QualityRow
from monitor.vitals import (
    CUFF_SIGNS,
    CuffFailed,
    CuffFailure,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
)

SOH, RS = b"\x01", b"\x1e"
ACKNOWLEDGED = 4
"""The length of an acknowledgement; every record is longer."""
MAX_BODY = 160
MAX_FRAME = MAX_BODY + 6
MAX_JUNK = 4096
"""So many bytes that are no record are worth one error."""
REMEMBERED = 32
"""How many results are known again when they are repeated."""

_HEAD = rb"\x01[ -~]{2}"
_BODY = rb"\x02[\x1e\x20-\xff]{0,%d}" % MAX_BODY
_TOKEN = re.compile(
    rb"(?P<checked>%(h)b%(b)b\x03.)|(?P<bare>%(b)b\x03)|(?P<answer>%(h)b[\x06\x15])"
    rb"|(?P<filler>[\x16\r\n]+)" % {b"h": _HEAD, b"b": _BODY},
    re.DOTALL,
)
_BEGUN = re.compile(
    rb"(?:\x01[ -~]{0,2}|%(h)b%(b)b\x03?|%(b)b)\Z" % {b"h": _HEAD, b"b": _BODY}, re.DOTALL
)
"""What more bytes can make a token of."""
_CANDIDATE = re.compile(rb"[\x16\r\n]|\x01(?:[ -~]|\Z)|\x02(?:[\x03\x1e\x20-\xff]|\Z)")
"""Where in junk a token may begin."""

_ERROR = re.compile(rb"E\d\d")
_STAMP = re.compile(rb"\d{10}(?:\d\d)?")
_LETTERS = (b"S", b"M", b"D", b"P")
MEASURED = "E00"
USUAL_ERROR_AT = 4

_FAILURES = {
    "E11": (CuffFailure.LEAK, "no pressure"),
    "E15": (CuffFailure.LEAK, "no pressure"),
    "E12": (CuffFailure.LEAK, "cannot pressurise"),
    "E13": (CuffFailure.FAILED, "pressurises too fast"),
    "E21": (CuffFailure.FAILED, "exhausts too slowly"),
    "E22": (CuffFailure.LEAK, "exhausts too fast"),
    "E23": (CuffFailure.OVERPRESSURE, "over-pressure"),
    "E24": (CuffFailure.TIMEOUT, "too long"),
    "E42": (CuffFailure.FAILED, "insufficient"),
    "E43": (CuffFailure.FAILED, "no pulse"),
    "E44": (CuffFailure.MOVEMENT, "motion"),
    "E45": (CuffFailure.FAILED, "no diastolic"),
    "E46": (CuffFailure.FAILED, "no mean"),
    "E48": (CuffFailure.FAILED, "no systolic"),
    "E61": (CuffFailure.FAILED, "no pulse rate"),
    "E63": (CuffFailure.FAILED, "out of range"),
}


def check_byte(frame: bytes) -> int:
    """The byte behind a frame that runs from SOH to ETX."""
    check = 0
    for byte in frame:
        check ^= byte
    return check


class RecordFramer:
    """Cuts records and acknowledgements; what is neither is one error until the next of them.

    A record is cut with its SOH and check byte when it has them.
    """

    def __init__(self) -> None:
        self._buffer = b""
        self._junk = 0
        self._check_may_follow = False

    def reset(self) -> None:
        """Forget half a record."""
        self._buffer = b""
        self._junk = 0
        self._check_may_follow = False

    def feed(self, data: bytes) -> list[Cut]:
        # One long piece is taken in parts, so that memory stays bounded inside this call too.
        cuts: list[Cut] = []
        for begin in range(0, len(data), MAX_FRAME):
            self._buffer += data[begin : begin + MAX_FRAME]
            self._take(cuts)
        return cuts

    def _take(self, cuts: list[Cut]) -> None:
        buffer, at = self._buffer, 0
        while at < len(buffer):
            token = _TOKEN.match(buffer, at)
            if token is not None:
                at = token.end()
                if token.lastgroup != "filler":
                    cuts.append(token[0])
                    self._junk = 0
                    self._check_may_follow = token.lastgroup == "bare"
            elif _BEGUN.match(buffer, at):
                break
            else:
                candidate = _CANDIDATE.search(buffer, at + 1)
                end = len(buffer) if candidate is None else candidate.start()
                cuts += self._pass_over(buffer[at:end])
                at = end
        self._buffer = buffer[at:]

    def _pass_over(self, junk: bytes) -> list[Cut]:
        """One error at once, then one for each `MAX_JUNK` bytes."""
        if self._check_may_follow:
            self._check_may_follow = False
            junk = junk[1:]
        before = self._junk
        self._junk += len(junk)
        count = -(-self._junk // MAX_JUNK) + (-before // MAX_JUNK)
        return [
            FramingError(
                f"no record within {MAX_JUNK} bytes"
                if before or number
                else f"byte {junk[0]:02x} stands where a record should be"
            )
            for number in range(count)
        ]


@dataclass(frozen=True, slots=True)
class Measurement:
    """One record without what may name a patient; a value that is None was not there.

    Of an error only the code is kept.
    """

    device_time: str | None
    error: str
    sbp: int | None = None
    map: int | None = None
    dbp: int | None = None
    pulse: int | None = None


def parse(frame: bytes) -> Measurement:
    """Raises `ChecksumError` for a damaged record and `ContentError` for a strange one."""
    begin, end = 1, len(frame) - 1
    if frame[:1] == SOH:
        begin, end = 4, len(frame) - 2
        check = check_byte(frame[:-1])
        if check != frame[-1]:
            raise ChecksumError(f"a record with check byte {frame[-1]:02x} instead of {check:02x}")
    fields = [field.strip() for field in frame[begin:end].split(RS)]
    error_at = _error_at(fields)
    error, stamp = fields[error_at].decode("ascii"), _device_time(fields[1])
    if error != MEASURED:
        return Measurement(stamp, error)
    values = {field[:1]: field[1:] for field in reversed(fields[error_at + 1 :])}
    sbp, mean, dbp, pulse = (_number(values.get(letter, b"")) for letter in _LETTERS)
    return Measurement(stamp, error, sbp, mean, dbp, pulse)


def _error_at(fields: list[bytes]) -> int:
    """Where the error stands: in its usual place, or else wherever a systolic pressure follows."""
    places: list[int] = [USUAL_ERROR_AT, *range(2, len(fields))]
    for place in places:
        match fields[place : place + 2]:
            case [error, systolic] if _ERROR.fullmatch(error) and systolic.startswith(b"S"):
                return place
    raise ContentError(f"a record of {len(fields)} fields without error code and pressures")


def _number(digits: bytes) -> int | None:
    """None = not there, or dashes."""
    stripped = digits.replace(b" ", b"")
    if stripped.isdigit() and len(stripped) <= 3:
        return int(stripped)
    if stripped.strip(b"-"):
        raise ContentError(f"not a value: {digits!r}")
    return None


def _device_time(field: bytes) -> str | None:
    """None = there is no such moment."""
    if not _STAMP.fullmatch(field):
        return None
    digits = field.decode("ascii")
    stamp = f"20{digits[:2]}-{digits[2:4]}-{digits[4:6]}T{digits[6:8]}:{digits[8:10]}"
    try:
        datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return stamp


class AndSession(Listener):
    """One conversation with one TM-2657: it talks, we listen."""

    def __init__(self, source: str) -> None:
        super().__init__(RecordFramer())
        self._source = source
        self._heard: deque[Measurement] = deque(maxlen=REMEMBERED)

    def _understand(self, frame: bytes, at: float) -> list[DeviceEvent]:  # noqa: ARG002
        """Raises `ContentError` once for a new result that cannot be."""
        if len(frame) == ACKNOWLEDGED and frame[:1] == SOH:
            self._frames += 1
            return []
        measured = parse(frame)
        self._frames += 1
        if measured in self._heard:
            return []
        self._heard.append(measured)
        if measured.error != MEASURED:
            return self._failed(measured.error)
        return [self._result(measured)]

    def _failed(self, error: str) -> list[DeviceEvent]:
        reason, text = _FAILURES.get(error, (CuffFailure.FAILED, "unknown"))
        return [
            DeviceNote(DeviceNoteKind.INFO, f"cuff error {error}: {text}", self._source),
            CuffFailed(reason, self._source),
        ]

    def _result(self, measured: Measurement) -> CuffResult:
        if measured.sbp is None or measured.dbp is None:
            raise ContentError("a measurement without error and without a pressure")
        result = cuff_result(
            measured.sbp, measured.dbp, measured.map, measured.pulse, source=self._source
        )
        return replace(result, device_time=measured.device_time)


DRIVER = Driver(
    name="and-tm2657",
    title="A&D TM-2655 / TM-2657",
    line=LineSettings(2400),
    alternative_lines=(LineSettings(9600),),
    signs=frozenset(CUFF_SIGNS),
    # Nothing comes between two measurements: a cuff that is overdue is noticed by the schedule.
    interval_s=600.0,
    speaks_only_when_measured=True,
    # A record at once when a measurement has ended: the pace of that second, not of the day.
    bytes_per_s=65.0,
    open=AndSession,
    cable="RS-232 from the external I/O unit, 2400 8N1 (set the monitor to 2400 baud and to the "
    "RB format)",
    quality=(
        QualityRow("manual cited", Done.TODO, "the manual's protocol pages are not public"),
        QualityRow("facts verified", Done.TODO, "three programs, which differ in details"),
        QualityRow("real capture decoded", Done.TODO, "no recording is public"),
        QualityRow("contract tests", Done.DONE),
        QualityRow("units checked", Done.TODO, "taken for mmHg; a kPa setting is not known"),
        QualityRow("limits documented", Done.DONE, "see the head of and_tm2657.py"),
        QualityRow("tried on hardware", Done.TODO),
    ),
)
