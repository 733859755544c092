"""A database copied while others write it, page by page, and the raw bytes of the sessions.

Rule 1: a copy is of one moment: the source stays within one look, which no writer waits for. Its
        write-ahead log grows meanwhile; so whoever copies slowly does so in small steps.
Rule 2: a copy opens with the key of its source; with a passphrase too, whose salt goes with it.
Rule 3: a copy lies in one file: it has no write-ahead log.
Rule 4: a page that fails its HMAC is copied as zeros, and nothing is said (SQLCipher 4): so every
        page of the source is read through its trees first.
Rule 5: a capture is copied when the file of the session is another one than at the last time
        (its time of change), and every row of the copy is compared.

Source: SQLite, "Using the SQLite Online Backup API".
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from data import capture_store, vault
from data.backup_check import table_hash, want_readable, want_whole
from data.backup_folder import CAPTURES, PART, put_in_place, remove, unwritable
from data.capture_seal import capture_path
from data.connection import Connection, storage_errors
from data.errors import BackupFailed, StoreError
from data.migrations import check_ours

_TABLES = ("runs", "pieces", "dropped")
_FAT_NS = 2_000_000_000
"""A FAT disk keeps times in steps of two seconds."""


@dataclass(frozen=True, slots=True)
class Pace:
    """So many pages at once, then `breathe` (which may wait, or raise to end it)."""

    pages: int = 1024
    breathe: Callable[[], None] = lambda: None


@dataclass(slots=True)
class Copied:
    """`files` were copied anew; `faults` name captures that cannot be read where they are."""

    files: int = 0
    size: int = 0
    faults: list[str] = field(default_factory=list)


def copy_database(
    source: Connection, path: Path, target: Path, key: bytes | None, pace: Pace
) -> None:
    """Copy the database at `path`, of which `source` has begun one look.

    Raises a `StoreError`; what has been written then is the caller's to remove.
    """
    want_readable(source, path)
    connection = vault.connect(target, key, read_only=False)
    try:
        with storage_errors(target):
            # It counts only when it is whole, so nothing need be undone in it.
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            source.backup(
                connection,
                pages=pace.pages,
                progress=lambda _status, _left, _all: pace.breathe(),
                sleep=0.0,
            )
            connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()


# ---- captures -----------------------------------------------------------------------------------


def copy_captures(
    record: Path, key: bytes | None, session_ids: Iterable[str], folder: Path, pace: Pace
) -> Copied:
    """Raises a `StoreError` when the folder fails; a capture that is damaged becomes a fault."""
    copied = Copied()
    for session_id in session_ids:
        source = capture_path(record, session_id)
        target = folder / CAPTURES / source.name
        touched = _touched(source)
        if touched is None or _is_there(target, touched):
            continue
        pace.breathe()
        try:
            with capture(source, key) as connection:
                copy_capture(connection, source, target, key, pace)
        except BackupFailed:
            raise
        except StoreError as error:
            if not _readable(source, key):
                copied.faults.append(str(error))
                continue
            raise
        with unwritable(folder):
            os.utime(target, ns=(touched, touched))
            copied.size += target.stat().st_size
        copied.files += 1
    return copied


def bytes_of_captures(record: Path, session_ids: Iterable[str], folder: Path) -> int:
    """Bytes that a copy will need."""
    need = 0
    for session_id in session_ids:
        source = capture_path(record, session_id)
        touched = _touched(source)
        if touched is not None and not _is_there(folder / CAPTURES / source.name, touched):
            with contextlib.suppress(OSError):
                need += source.stat().st_size
    return need


def copy_capture(
    source: Connection, path: Path, target: Path, key: bytes | None, pace: Pace
) -> None:
    """Copied, opened anew and compared, then put in its place. Raises a `StoreError`."""
    part = target.with_name(target.name + PART)
    with unwritable(target.parent):
        remove(part)
    wanted = rows_hash(source, path)
    try:
        copy_database(source, path, part, key, pace)
        with capture(part, key) as there:
            want_whole(there, part, encrypted=vault.is_encrypted(part))
            if rows_hash(there, part) != wanted:
                raise BackupFailed(
                    f"the copy {part} is not what was copied; it was thrown away: check the disk"
                )
        with unwritable(target.parent):
            put_in_place(part, target)
    finally:
        with contextlib.suppress(OSError):
            remove(part)


@contextlib.contextmanager
def capture(path: Path, key: bytes | None) -> Iterator[Connection]:
    """One look at a capture. Raises a `StoreError`."""
    connection = vault.connect(path, key, read_only=True)
    try:
        with storage_errors(path):
            check_ours(connection, path, capture_store.APPLICATION_ID, *capture_store.VERSION)
            connection.execute("BEGIN")
            yield connection
            connection.execute("COMMIT")
    finally:
        connection.close()


def rows_hash(connection: Connection, path: Path) -> bytes:
    with storage_errors(path):
        return b"".join(table_hash(connection, table) for table in _TABLES)


def _touched(path: Path) -> int | None:
    """When the file, or the log beside it, was last written, ns; None = there is no file."""
    times = []
    for one in (path, path.with_name(path.name + "-wal")):
        with contextlib.suppress(OSError):
            found = one.stat()
            if one == path or found.st_size:
                times.append(found.st_mtime_ns)
    return max(times) if path.is_file() and times else None


def _is_there(target: Path, touched: int) -> bool:
    try:
        there = target.stat().st_mtime_ns
    except OSError:
        return False
    return there == touched or (there % _FAT_NS == 0 and 0 <= touched - there < _FAT_NS)


def _readable(source: Path, key: bytes | None) -> bool:
    """It is not the source that is wrong, but where it was to go."""
    try:
        with capture(source, key) as connection:
            want_readable(connection, source)
            rows_hash(connection, source)
    except StoreError:
        return False
    return True
