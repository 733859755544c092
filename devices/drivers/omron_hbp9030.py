r"""Omron HBP-9030 / HBP-9031C kiosk blood pressure monitors, output format 5 (USB CDC, 9600 8N1).

The monitor talks, we listen. One line, 53 characters and CR LF, when a measurement has ended:

    2026,07,11,09,05,12345678901234567890,0,120,080,072,0
    year month day hour minute            |  |   |   |  |
    identity, 20 characters, may be blank-'  |   |   |  movement count
    0 = measured, else the error's digit ----'   |   |
    systolic, diastolic, pulse ------------------'---'   blank when there is an error

There is no mean pressure and no checksum: a line is known by the places of its commas, by a date
that exists, and by values that this monitor can show (systolic 60-260, diastolic 30-215 mmHg).

Rule 1: the error digit is read before the numbers: an error with numbers in it gives none.
Rule 2: a result is new unless a line with the same time stamp and the same values was heard
        before. The stamp has no seconds: two measurements that agree in everything within one
        minute cannot be told apart; no two can be made in a minute.
Rule 3: the identity may name a patient. It is not kept, and no error text quotes a line.
Rule 4: measured while the arm moved (movement count above 0) is of poor quality.
Rule 5: nothing is ever sent.

What this device cannot tell: that a measurement runs, that it lives (it is silent in between),
and how old a line is that a serial server kept back for us. The meaning of the error digits is
not known (UNCERTAIN). A pulse outside 40-180/min is left out.

>>> from devices.decode import decode
>>> lines = (b"2026,07,11,09,05,12345678901234567890,0,120,080,072,0\r\n"
...          b"2026,07,11,09,05,12345678901234567890,7,   ,   ,   ,0\r\n"
...          b"2026,07,11,09,08,12345678901234567890,0,131,082,075,1\r\n")
>>> for row in decode(DRIVER, lines):
...     print(row.kind, row.sign, row.value, row.note, sep=",")
reading,sbp,120.0,
reading,dbp,80.0,
reading,nibp_pulse,72.0,
device,,None,info cuff error 7
lost,sbp,None,failed
reading,sbp,131.0,poor
reading,dbp,82.0,poor
reading,nibp_pulse,75.0,poor

Sources: leon80148/BP_checker (MIT) and its tests, OMRON manual 2873643-0F page 20 for the choice
of the format (menu item 32), and an independent reader with the same field positions.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, replace
from datetime import datetime

from devices.conversation import cuff_result
from devices.errors import ContentError
from devices.framing import LineFramer
from devices.listener import Listener
from devices.session import DeviceEvent, Done, Driver, LineSettings, QualityRow
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    Quality,
    VitalSign,
)

MAX_LINE = 96
"""Lines of the other formats are not much longer than ours."""
REMEMBERED = 32
"""How many results are known again when they are repeated."""

SYSTOLIC = range(60, 261)
DIASTOLIC = range(30, 216)
PULSE = range(40, 181)

_LINE = re.compile(
    rb"(\d{4}),(\d\d),(\d\d),(\d\d),(\d\d),.{20},(\d),([\d -]{3}),([\d -]{3}),([\d -]{3}),(\d)",
    re.DOTALL,
)
_NO_NUMBER = re.compile(rb"[ -]+")
_OTHER_FORMATS = (b"MMBP203N", b"ID", b"bp,")


@dataclass(frozen=True, slots=True)
class Measurement:
    """One line without its identity; a value that is None stood there blank."""

    device_time: str
    error: int
    sbp: int | None
    dbp: int | None
    pulse: int | None
    movements: int


def parse(line: bytes) -> Measurement:
    """Raises `ContentError` for a line that is not of format 5."""
    match = _LINE.fullmatch(line)
    if match is None:
        if line.startswith(_OTHER_FORMATS):
            raise ContentError("a line of another output format; set menu item 32 to format 5")
        raise ContentError(f"a line of {len(line)} characters is not of format 5")
    error = int(match[6])
    sbp, dbp, pulse = (_number(field, damaged=not error) for field in match.group(7, 8, 9))
    return Measurement(_device_time(match), error, sbp, dbp, pulse, int(match[10]))


def _device_time(match: re.Match[bytes]) -> str:
    year, month, day, hour, minute = (match[place].decode("ascii") for place in range(1, 6))
    stamp = f"{year}-{month}-{day}T{hour}:{minute}"
    try:
        datetime.fromisoformat(stamp)
    except ValueError:
        raise ContentError(f"there is no moment {stamp}") from None
    return stamp


def _number(field: bytes, *, damaged: bool) -> int | None:
    """None = blank. Beside an error nobody reads the numbers, so they may be anything."""
    if field.isdigit():
        return int(field)
    if damaged and not _NO_NUMBER.fullmatch(field):
        raise ContentError(f"not a value: {field!r}")
    return None


class OmronSession(Listener):
    """One conversation with one HBP-9030: it talks, we listen."""

    def __init__(self, source: str) -> None:
        super().__init__(LineFramer(ends=b"\r\n", max_frame=MAX_LINE))
        self._source = source
        self._heard: deque[Measurement] = deque(maxlen=REMEMBERED)

    def _understand(self, frame: bytes, at: float) -> list[DeviceEvent]:  # noqa: ARG002
        return self._hear(parse(frame))

    def _hear(self, measured: Measurement) -> list[DeviceEvent]:
        """Raises `ContentError` once for a new result that cannot be."""
        self._frames += 1
        if measured in self._heard:
            return []
        self._heard.append(measured)
        if measured.error:
            text = f"cuff error {measured.error}"
            return [
                DeviceNote(DeviceNoteKind.INFO, text, self._source),
                CuffFailed(CuffFailure.FAILED, self._source),
            ]
        return [self._result(measured)]

    def _result(self, measured: Measurement) -> CuffResult:
        sbp, dbp, pulse = measured.sbp, measured.dbp, measured.pulse
        if sbp is None or dbp is None:
            raise ContentError("a measurement without error and without a pressure")
        if sbp not in SYSTOLIC or dbp not in DIASTOLIC:
            raise ContentError(f"cuff result {sbp}/{dbp}: this monitor cannot measure that")
        result = cuff_result(
            sbp,
            dbp,
            None,
            pulse if pulse in PULSE else None,
            source=self._source,
            quality=Quality.POOR if measured.movements else Quality.GOOD,
        )
        return replace(result, device_time=measured.device_time)


DRIVER = Driver(
    name="omron-hbp9030",
    title="Omron HBP-9030 / HBP-9031C",
    line=LineSettings(9600),
    signs=frozenset({VitalSign.SBP, VitalSign.DBP, VitalSign.NIBP_PULSE}),
    # Nothing comes between two measurements: a cuff that is overdue is noticed by the schedule.
    interval_s=600.0,
    speaks_only_when_measured=True,
    # A line at once when a measurement has ended: the pace of that second, not of the day.
    bytes_per_s=55.0,
    open=OmronSession,
    cable="USB (virtual serial port, 9600 8N1); on the monitor choose output format 5 (menu item "
    "32)",
    quality=(
        QualityRow("manual cited", Done.DONE, "OMRON 2873643-0F for the choice of the format"),
        QualityRow("facts verified", Done.DONE, "two independent readers agree on the places"),
        QualityRow("real capture decoded", Done.TODO, "no recording is public"),
        QualityRow("contract tests", Done.DONE),
        QualityRow("units checked", Done.DONE, "mmHg and 1/min"),
        QualityRow("limits documented", Done.DONE, "see the head of omron_hbp9030.py"),
        QualityRow("tried on hardware", Done.TODO),
    ),
)
