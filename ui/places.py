"""Where the files are, and how the record is opened.

Rule 1: `CHAIRSIDE_HOME` moves everything; without it, the system's place for a user's data.
Rule 2: demo data have a database of their own and never meet a patient's.
Rule 3: the raw bytes of a session lie beside its database, in a file named after the session.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import platformdirs

from data.capture_file import read as read_capture
from data.store import SessionStore
from data.vault import is_encrypted, key_for
from devices.capture import CapturedBytes, Direction
from devices.errors import CaptureError
from devices.session import Driver

HOME_VARIABLE = "CHAIRSIDE_HOME"
CAPTURE_SUFFIX = ".capture"
RAW_PIECE = 64
"""Bytes of a raw file that are taken to have come together."""


def home() -> Path:
    """The folder of everything this program keeps; made when it is not there."""
    moved = os.environ.get(HOME_VARIABLE, "")
    place = Path(moved) if moved else platformdirs.user_data_path("chairside", appauthor=False)
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def record_path(given: Path | None, *, demo: bool = False) -> Path:
    """The database: the one that was named, else the usual one."""
    return given or home() / ("demo.db" if demo else "chairside.db")


def open_record(path: Path, *, read_only: bool = False, key: bytes | None = None) -> SessionStore:
    """Raises a `data.errors.StoreError` with one sentence."""
    return SessionStore.open(path, key or key_for(path), read_only=read_only)


def capture_path(db: Path, session_id: str) -> Path:
    return db.with_name(f"{session_id}{CAPTURE_SUFFIX}")


def capture_records(path: Path, driver: Driver) -> Iterator[CapturedBytes]:
    """The bytes of a capture file, or of a raw file at the pace of its monitor.

    Raises `CaptureError` when the file cannot be read.
    """
    if path.suffix == CAPTURE_SUFFIX:
        kept = read_capture(path, key_for(path))
        return (CapturedBytes(at, Direction(way), data) for at, _device, way, data in kept)
    return _raw(raw_bytes(path), driver.bytes_per_s)


def raw_bytes(path: Path) -> bytes:
    """Everything that was received, without its times."""
    try:
        if path.suffix == CAPTURE_SUFFIX:
            kept = read_capture(path, key_for(path))
            return b"".join(data for _at, _device, way, data in kept if way == Direction.RX)
        return path.read_bytes()
    except OSError as error:
        raise CaptureError(f"{path} cannot be read: {error.strerror}; check the path") from error


def _raw(data: bytes, bytes_per_s: float) -> Iterator[CapturedBytes]:
    for start in range(0, len(data), RAW_PIECE):
        piece = data[start : start + RAW_PIECE]
        yield CapturedBytes((start + len(piece)) / bytes_per_s, Direction.RX, piece)


def kept_how(path: Path) -> bool:
    """True when the record at `path` is, or will be, encrypted."""
    return is_encrypted(path) if path.exists() else key_for(path) is not None
