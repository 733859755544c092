"""What a DRI record holds: displayed values, the cuff's time, waves or alarms.

Wave subrecord: samples u16, status u16 (bit 0 gap, 2 pacer, 3 lead off), label u16, samples i16.
Alarm subrecord (type 1): 10 bytes, 5 x {text[80], 18 bytes}, 10 bytes. Whether the enumerations in
it have 16 bits is not certain; with 32 each part is longer, which its length tells.

Rule 1: everything that can be wrong with a record is found here, before anything is said of it.
Rule 2: kinds that we do not ask for (trends, extensions, other main types) are let pass.
Rule 3: a sample of -32000 or less is no sample. What came before the last of them is left out,
        so that the samples of a chunk lie side by side; a wave with its lead off is none.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass

from devices.drivers.ge_s5.record import (
    ALARM,
    AUXILIARY,
    DISPLAYED,
    PHYSIOLOGICAL,
    PRESENT_ALARMS,
    REQUEST,
    WAVE,
    Record,
)
from devices.drivers.ge_s5.values import Displayed, is_basic, parse_values
from devices.errors import ContentError
from monitor.vitals import Wave, WaveChunk

_NO_SAMPLE_UP_TO = -32000
_LEAD_OFF = 1 << 3
_WAVE_HEAD = struct.Struct("<HHH")
_CUFF_TIME = struct.Struct("<I")
_WAVES = {
    1: (Wave.ECG, 300.0, "mV", 1000.0),
    4: (Wave.P1, 100.0, "mmHg", 100.0),
    5: (Wave.P2, 100.0, "mmHg", 100.0),
    8: (Wave.PLETH, 100.0, "%", 100.0),
    15: (Wave.RESP, 25.0, "", 1.0),
    39: (Wave.RESP, 100.0, "", 1.0),
}
"""By the type of its subrecord: wave, rate, unit, and what a sample is divided by."""

_ALARM_PARTS = 5
_TEXT = 80
_ALARM_PART = _TEXT + 18
_ALARM_TAIL = 10
_ALARM_SIZE = 10 + _ALARM_PARTS * _ALARM_PART + _ALARM_TAIL


@dataclass(frozen=True, slots=True)
class CuffTime:
    """When the cuff last measured, by the monitor's clock; 0 = not known."""

    time: int


@dataclass(frozen=True, slots=True)
class AlarmTexts:
    """The monitor's alarms in its own words, the gravest first."""

    texts: tuple[str, ...]


Content = Displayed | CuffTime | WaveChunk | AlarmTexts


def contents(record: Record) -> list[Content]:
    """Raises `ContentError` for a record that does not hold what its header says."""
    found: list[Content] = []
    for kind, subrecord in record.subrecords:
        if kind == REQUEST and record.main_type in {PHYSIOLOGICAL, WAVE, ALARM}:
            raise ContentError("our own request came back")
        content = _content(record.main_type, kind, subrecord)
        if content is not None:
            found.append(content)
    return found


def _content(main_type: int, kind: int, subrecord: bytes) -> Content | None:
    if main_type == WAVE:
        return _wave(kind, subrecord)
    parse = _PARSERS.get((main_type, kind))
    return None if parse is None else parse(subrecord)


def _displayed(subrecord: bytes) -> Displayed | None:
    return parse_values(subrecord) if is_basic(subrecord) else None


def _cuff_time(subrecord: bytes) -> CuffTime:
    if len(subrecord) < _CUFF_TIME.size:
        raise ContentError(f"auxiliary values of {len(subrecord)} bytes hold no time")
    return CuffTime(*_CUFF_TIME.unpack_from(subrecord))


def _wave(kind: int, subrecord: bytes) -> WaveChunk | None:
    if len(subrecord) < _WAVE_HEAD.size:
        raise ContentError(f"a wave of {len(subrecord)} bytes has no head")
    count, status, _ = _WAVE_HEAD.unpack_from(subrecord)
    end = _WAVE_HEAD.size + 2 * count
    if end > len(subrecord):
        raise ContentError(f"a wave of {count} samples in {len(subrecord)} bytes")
    if kind not in _WAVES or status & _LEAD_OFF or not count:
        return None
    samples = memoryview(subrecord)[_WAVE_HEAD.size : end]
    raw: tuple[int, ...] = struct.unpack(f"<{count}h", samples)
    if min(raw) <= _NO_SAMPLE_UP_TO:
        last = max(place for place, sample in enumerate(raw) if sample <= _NO_SAMPLE_UP_TO)
        raw = raw[last + 1 :]
    wave, rate_hz, unit, divisor = _WAVES[kind]
    if not raw:
        return None
    return WaveChunk(wave, rate_hz, unit, tuple([sample / divisor for sample in raw]))


def _alarms(subrecord: bytes) -> AlarmTexts:
    if len(subrecord) < _ALARM_SIZE:
        raise ContentError(f"alarms of {len(subrecord)} bytes; expected {_ALARM_SIZE}")
    step = (len(subrecord) - 2 * _ALARM_TAIL) // _ALARM_PARTS
    first = len(subrecord) - _ALARM_TAIL - _ALARM_PARTS * step
    texts = []
    for number in range(_ALARM_PARTS):
        begin = first + number * step
        text, _, _ = subrecord[begin : begin + _TEXT].partition(b"\x00")
        printable = "".join(c for c in text.decode("latin-1") if c.isprintable()).strip()
        if printable:
            texts.append(printable)
    return AlarmTexts(tuple(texts))


_PARSERS: dict[tuple[int, int], Callable[[bytes], Content | None]] = {
    (PHYSIOLOGICAL, DISPLAYED): _displayed,
    (PHYSIOLOGICAL, AUXILIARY): _cuff_time,
    (ALARM, PRESENT_ALARMS): _alarms,
}
"""By main type and type of the subrecord; waves have a table of their own."""
