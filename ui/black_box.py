"""Files of raw bytes: the black box of a session with all its devices, or what one monitor said.

Rule 1: a capture names who said what by its source, in order of priority, at its beginning.
Rule 2: a raw file has neither times nor names: it is paced as its monitor sends, and somebody has
        to say which monitor that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.capture_file import read as read_capture
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
_BEHIND_THE_NAME = re.compile(r"#\d+$")


@dataclass(frozen=True, slots=True)
class Wire:
    """What went over the wire of one device, in its order."""

    driver: Driver
    source: str
    records: tuple[CapturedBytes, ...]


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
        return (Wire(driver, driver.source, tuple(_paced(raw_bytes(path), driver.bytes_per_s))),)
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
        return path.read_bytes()
    except OSError as error:
        raise CaptureError(f"{path} cannot be read: {error.strerror}; check the path") from error


def _wire(tag: str, name: str, records: list[CapturedBytes]) -> Wire:
    driver = driver_named(name)
    source = tag if tag.startswith("device:") and driver_of(tag) == name else driver.source
    return Wire(driver, source, tuple(records))


def _by_tag(path: Path) -> dict[str, list[CapturedBytes]]:
    tagged: dict[str, list[CapturedBytes]] = {}
    for at, tag, way, data in read_capture(path, key_for(path)):
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


def _paced(data: bytes, bytes_per_s: float) -> Iterator[CapturedBytes]:
    for start in range(0, len(data), RAW_PIECE):
        piece = data[start : start + RAW_PIECE]
        yield CapturedBytes((start + len(piece)) / bytes_per_s, Direction.RX, piece)
