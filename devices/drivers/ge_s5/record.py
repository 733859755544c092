"""One DRI record: out of its frame, into its header and subrecords; and the requests we send.

Rule 1: a record is believed when its check byte fits and its own length says the same as the line.
Rule 2: a subrecord ends where the next one begins; what it means is not decided here.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import UTC, datetime

from devices.errors import ChecksumError, ContentError, FramingError

FLAG = b"\x7e"
MAX_FRAME = 4096
"""A header of 40, data of 1450 and a check byte, nearly all of them escaped, and some room."""

PHYSIOLOGICAL, WAVE, ALARM = 0, 1, 4
"""Main types of a record."""
REQUEST = 0
"""The subrecord type of what a host sends: a monitor never says it."""
DISPLAYED, AUXILIARY = 1, 4
"""Physiological subrecords that are read; 2 and 3 are trends."""
PRESENT_ALARMS = 1
"""The alarm subrecord that is read."""
_END_OF_LIST = 0xFF
_HEADER = 40
_HEAD = struct.Struct("<hBBHIBBHh")
_PLACES = struct.Struct("<hB")
_PLACES_AT = 16


@dataclass(frozen=True, slots=True)
class Record:
    """`time` is the monitor's clock in Unix seconds; each subrecord is (type, bytes)."""

    level: int
    time: int
    main_type: int
    subrecords: tuple[tuple[int, bytes], ...]


def unframed(cut: bytes) -> bytes:
    """The record between two flags. Raises `ProtocolError` when it was damaged on its way."""
    plain = cut
    if b"\x7d" in cut:
        first, *escaped = cut.split(b"\x7d")
        # An escape before a flag, or before another escape, has lost the byte it stood for.
        if not all(escaped):
            raise FramingError("an escape stands for nothing")
        plain = first + b"".join(bytes((part[0] | 0x20,)) + part[1:] for part in escaped)
    record = plain[:-1]
    if sum(record) & 0xFF != plain[-1]:
        raise ChecksumError(f"damaged record of {len(record)} bytes")
    return record


def parse_record(record: bytes) -> Record:
    """Raises `ContentError` for a record that contradicts itself."""
    if len(record) < _HEADER:
        raise ContentError(f"a record of {len(record)} bytes has no header")
    length, _, level, _, time, _, _, _, main_type = _HEAD.unpack_from(record)
    if length != len(record):
        raise ContentError(f"a record of {len(record)} bytes says that it has {length}")
    places = []
    for offset, kind in _PLACES.iter_unpack(record[_PLACES_AT:_HEADER]):
        if kind == _END_OF_LIST:
            break
        places.append((_HEADER + offset, kind))
    subrecords: list[tuple[int, bytes]] = []
    end = length
    for begin, kind in reversed(places):
        if not _HEADER <= begin <= end:
            raise ContentError(f"a subrecord from byte {begin} to {end} of {length}")
        subrecords.append((kind, record[begin:end]))
        end = begin
    return Record(level, time, main_type, tuple(reversed(subrecords)))


def iso_time(seconds: int) -> str | None:
    """A moment of the monitor's clock; None = it has no time."""
    if not seconds:
        return None
    return datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None).isoformat()


def framed(record: bytes) -> bytes:
    """The record as it goes over the line: checked, escaped and between flags."""
    checked = record + bytes((sum(record) & 0xFF,))
    escaped = checked.replace(b"\x7d", b"\x7d\x5d").replace(b"\x7e", b"\x7d\x5e")
    return FLAG + escaped + FLAG


def _request(main_type: int, body: bytes) -> bytes:
    head = _HEAD.pack(_HEADER + len(body), 0, 0, 0, 0, 0, 0, 0, main_type)
    place = _PLACES.pack(0, REQUEST) + _PLACES.pack(0, _END_OF_LIST)
    return framed((head + place).ljust(_HEADER, b"\x00") + body)


def values_request(kind: int, every_s: int, classes: int = 0) -> bytes:
    """Physiological values: 0 s stops them, -1 s is once; class 0 is basic and nothing else."""
    return _request(PHYSIOLOGICAL, struct.pack("<BhIh", kind, every_s, classes, 0))


def waves_request(*waves: int) -> bytes:
    """Start these waves, eight at most."""
    types = bytes(waves) + bytes((_END_OF_LIST,))
    return _request(WAVE, struct.pack("<hh8s20x", 0, 0, types))


def alarms_request() -> bytes:
    """The present alarms, once."""
    return _request(ALARM, bytes(12))
