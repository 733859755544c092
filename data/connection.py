"""What we use of a database connection, and what becomes of its complaints.

Rule 1: what SQLite says becomes a `StoreError` here, in one sentence, and nowhere else. (The
        errors of sqlcipher3 are not those of `sqlite3`.)
Rule 2: connections are in autocommit mode; whoever writes says `transaction`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from sqlcipher3 import dbapi2

from data.errors import RecordBug, StoreDamaged, StoreLocked, StoreUnwritable


class Cursor(Protocol):
    def __iter__(self) -> Iterator[tuple[Any, ...]]: ...
    def fetchall(self) -> list[tuple[Any, ...]]: ...


class Connection(Protocol):
    """What we use of a DB-API connection."""

    @property
    def in_transaction(self) -> bool: ...
    def execute(self, sql: str, parameters: Sequence[object] = ()) -> Cursor: ...
    def executemany(self, sql: str, rows: Iterable[Sequence[object]]) -> Cursor: ...
    def create_function(
        self, name: str, arguments: int, function: Callable[..., object], /
    ) -> None: ...
    def backup(
        self,
        target: Any,
        *,
        pages: int = -1,
        progress: Callable[[int, int, int], object] | None = None,
        sleep: float = 0.25,
    ) -> None: ...
    def close(self) -> None: ...


@contextlib.contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a `StoreError` about the file at `path`."""
    try:
        yield
    except dbapi2.IntegrityError as error:
        raise RecordBug(f"{path} refuses what breaks its own rules: {error}") from error
    except dbapi2.DatabaseError as error:
        raise _translated(path, error) from error
    except UnicodeDecodeError as error:
        # sqlcipher3 cannot even say what is wrong with a torn schema.
        raise _damaged(path, error) from error


def primary_code(error: Exception) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _translated(path: Path, error: Exception) -> Exception:
    code = primary_code(error)
    if code in {dbapi2.SQLITE_BUSY, dbapi2.SQLITE_LOCKED}:
        return StoreLocked(f"{path} is held by another program; close it there")
    if code == dbapi2.SQLITE_FULL:
        return StoreUnwritable(f"{path} cannot be written: the disk is full; free some space")
    if code in {
        dbapi2.SQLITE_READONLY,
        dbapi2.SQLITE_CANTOPEN,
        dbapi2.SQLITE_PERM,
        dbapi2.SQLITE_IOERR,
    }:
        return StoreUnwritable(
            f"{path} cannot be opened or written ({error}); "
            "check the folder, its permissions and the disk"
        )
    torn = str(error).startswith(("Could not decode", "no such column", "no such table"))
    if torn or code in {dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB}:
        return _damaged(path, error)
    return error


def _damaged(path: Path, error: Exception) -> StoreDamaged:
    return StoreDamaged(
        f"{path} is damaged ({error}); keep it as it is, and restore the last backup"
    )


@contextlib.contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All or nothing. The lock for writing is taken at once, so nothing fails half-way."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may already have ended it.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
