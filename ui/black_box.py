"""Files of raw bytes: the black box of a session with all its devices, or what one monitor said.

Rule 1: a capture names who said what by its source, in order of priority, at its beginning.
Rule 2: a raw file has neither times nor names: it is paced as its monitor sends, and somebody has
        to say which monitor that is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import overload

from data.capture_file import read as read_capture
from data.outside import TooLarge, read_at_most
from data.vault import key_for
from devices.capture import CapturedBytes, Direction
from devices.errors import CaptureError
from devices.registry import driver_named
from devices.session import Driver
from ui.places import CAPTURE_SUFFIX
from ui.requests import WrongEntry
from ui.words import say

RAW_PIECE = 64
"""Bytes of a raw file that are taken to have come together."""
LARGEST_RAW = 100_000_000
LARGEST_CAPTURE = 400_000_000
"""Bytes: more than two hours, and ten, of the fastest serial line that a monitor has."""
_PIECE_WEIGHT = 200
"""Bytes of memory that a piece costs beside its own."""
_WAYS = frozenset(way.value for way in Direction)
_BEHIND_THE_NAME = re.compile(r"#\d+$")


@dataclass(frozen=True, slots=True)
class Wire:
    """What went over the wire of one device, in its order."""

    driver: Driver
    source: str
    records: Sequence[CapturedBytes]


def label_of(source: str) -> str:
    """What a device is called among others: the second of a kind is NAME#2."""
    return source.removeprefix("device:")


def driver_of(tag: str) -> str:
    """The name of the driver behind the tag of a piece: a source, or the bare name."""
    return _BEHIND_THE_NAME.sub("", label_of(tag))


def wires_in(path: Path, driver_name: str | None) -> tuple[Wire, ...]:
    """Every device of a capture, or the one whose raw bytes these are; preferred ones first.

    `driver_name` chooses the devices of that kind. Raises `WrongEntry` when it has to be given,
    or fits none of several, `UnknownDriver`, and `CaptureError` for a file that cannot be read.
    """
    if path.suffix != CAPTURE_SUFFIX:
        if driver_name is None:
            raise WrongEntry(say("raw-needs-driver", path))
        driver = driver_named(driver_name)
        return (Wire(driver, driver.source, _Paced(raw_bytes(path), driver.bytes_per_s)),)
    tagged = _chosen(path, _by_tag(path), driver_name)
    return tuple(
        _wire(tag, driver_name or driver_of(tag), records) for tag, records in tagged.items()
    )


def raw_bytes(path: Path, driver_name: str | None = None) -> bytes:
    """Everything that was received, without its times; of several devices that of one kind.

    Raises `CaptureError` when the file cannot be read, and `WrongEntry` as `wires_in` does.
    """
    if path.suffix == CAPTURE_SUFFIX:
        tagged = _chosen(path, _by_tag(path), driver_name).values()
        records = (record for records in tagged for record in records)
        return b"".join(one.data for one in records if one.direction is Direction.RX)
    try:
        return read_at_most(path, LARGEST_RAW)
    except TooLarge as error:
        raise CaptureError(
            f"{path} has more than {LARGEST_RAW // 1_000_000} MB; cut it into shorter files"
        ) from error
    except OSError as error:
        raise CaptureError(f"{path} cannot be read: {error.strerror}; check the path") from error


def _wire(tag: str, name: str, records: list[CapturedBytes]) -> Wire:
    driver = driver_named(name)
    source = tag if tag.startswith("device:") and driver_of(tag) == name else driver.source
    return Wire(driver, source, tuple(records))


def _by_tag(path: Path) -> dict[str, list[CapturedBytes]]:
    tagged: dict[str, list[CapturedBytes]] = {}
    weight = 0
    for at, tag, way, data in read_capture(path, key_for(path)):
        weight += len(data) + _PIECE_WEIGHT
        if weight > LARGEST_CAPTURE:
            raise CaptureError(
                f"{path} unpacks to more than {LARGEST_CAPTURE // 1_000_000} MB; that is more "
                "than is looked at at once"
            )
        if way not in _WAYS:
            raise CaptureError(f"{path} has a piece that went «{way[:20]}»; expected rx or tx")
        tagged.setdefault(tag, []).append(CapturedBytes(at, Direction(way), data))
    return tagged


def _chosen(
    path: Path, tagged: dict[str, list[CapturedBytes]], driver_name: str | None
) -> dict[str, list[CapturedBytes]]:
    """The devices of this kind. Of a single device anybody may try what another driver makes."""
    if driver_name is None or len(tagged) < 2:
        return tagged
    chosen = {tag: records for tag, records in tagged.items() if driver_of(tag) == driver_name}
    if not chosen:
        names = ", ".join(driver_of(tag) for tag in tagged)
        raise WrongEntry(say("capture-without-driver", path, driver_name, names))
    return chosen


class _Paced(Sequence[CapturedBytes]):
    """Raw bytes in pieces, each made when it is looked at: a long file has a million of them."""

    def __init__(self, data: bytes, bytes_per_s: float) -> None:
        self._data = data
        self._bytes_per_s = bytes_per_s

    def __len__(self) -> int:
        return len(range(0, len(self._data), RAW_PIECE))

    @overload
    def __getitem__(self, at: int) -> CapturedBytes: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[CapturedBytes, ...]: ...
    def __getitem__(self, at: int | slice) -> CapturedBytes | tuple[CapturedBytes, ...]:
        if isinstance(at, slice):
            return tuple(self[one] for one in range(len(self))[at])
        start = range(len(self))[at] * RAW_PIECE
        piece = self._data[start : start + RAW_PIECE]
        return CapturedBytes((start + len(piece)) / self._bytes_per_s, Direction.RX, piece)
