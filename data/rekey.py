"""One file under another key: copied, compared row by row, and put in the place of the old one.

Rule 1: while it is copied nobody else has the file: its write-ahead log is taken into it, and it
        stays locked until the new one is in its place.
Rule 2: what is not the same in every row of every table is never put in place.
Rule 3: the file has its old content or its new one, whenever the computer goes off. What a broken
        attempt leaves (`NAME.new-key`) is taken away by the next.
Rule 4: the old content is overwritten before its room is given back. On Windows it is not: a file
        that is held cannot be replaced. And a flash disk may keep what was overwritten.

Source: SQLCipher API, `sqlcipher_export` (which leaves the numbers in the header behind).
"""

from __future__ import annotations

import contextlib
import itertools
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from data import vault
from data.connection import Connection, storage_errors, transaction
from data.errors import StoreDamaged, StoreLocked, StoreMissing, StoreUnwritable
from data.migrations import number

COPY_SUFFIX = ".new-key"
_BESIDE = ("", "-journal", "-wal", "-shm")
_IN_HEADER = ("user_version", "application_id")
_BLOCK_ROWS = 2000
_BLOCK_BYTES = 1 << 20

InCopy = Callable[[Connection], None]
"""What is written into the copy, within a transaction, once it is known to be the same."""
Step = Callable[[Path, str], None]
"""Told how far it has got: the file, and ``begun``, ``copied`` or ``placed``."""


@contextlib.contextmanager
def alone_with(path: Path, key: bytes | None) -> Iterator[Connection]:
    """The file with its log taken in, locked against everybody else. Raises a `StoreError`."""
    if not path.is_file():
        raise StoreMissing(f"there is no record at {path}; give the right file with --db")
    connection = vault.connect(path, key, read_only=False)
    try:
        with storage_errors(path):
            connection.execute("PRAGMA main.locking_mode = EXCLUSIVE")
            ((mode,),) = connection.execute("PRAGMA main.journal_mode = DELETE").fetchall()
            if mode != "delete":
                raise StoreLocked(f"{path} is held by another program; close it there")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
        yield connection
    finally:
        connection.close()


def rekey(
    source: Connection,
    path: Path,
    new: bytes,
    in_copy: InCopy = lambda _copy: None,
    step: Step = lambda _path, _how: None,
) -> None:
    """Put the file that `source` is alone with under the key `new`. Raises a `StoreError`.

    `source` is of no use afterwards but to be closed.
    """
    forget_copy(path)
    copy = path.with_name(path.name + COPY_SUFFIX)
    vault.connect(copy, new, read_only=False).close()  # only its owner can read it from now on
    with storage_errors(path):
        _export(source, copy, new)
        target = vault.connect(copy, new, read_only=False)
        try:
            _want_same(source, target, path)
            with transaction(target):
                in_copy(target)
        finally:
            target.close()
    step(path, "copied")
    _put_in_place(source, copy, path, step)


def forget_copy(path: Path) -> None:
    """Take away what a broken attempt has left beside the file."""
    for beside in _BESIDE:
        path.with_name(path.name + COPY_SUFFIX + beside).unlink(missing_ok=True)


def _export(source: Connection, copy: Path, new: bytes) -> None:
    source.execute("ATTACH ? AS fresh KEY ?", (str(copy), f"x'{new.hex()}'"))
    try:
        source.execute("SELECT sqlcipher_export('fresh')").fetchall()
        for pragma in _IN_HEADER:
            source.execute(f"PRAGMA fresh.{pragma} = {number(source, pragma)}")
    finally:
        source.execute("DETACH fresh")


def _want_same(source: Connection, target: Connection, path: Path) -> None:
    """Every table, index and trigger, and every row in its order."""
    schema = "SELECT type, name, tbl_name, sql FROM main.sqlite_master ORDER BY type, name"
    before, after = (one.execute(schema).fetchall() for one in (source, target))
    same = before == after and all(
        number(source, pragma) == number(target, pragma) for pragma in _IN_HEADER
    )
    tables = [name for kind, name, _table, _sql in before if kind == "table"]
    if not same or not all(_same_rows(source, target, name) for name in tables):
        raise StoreDamaged(
            f"the copy of {path} under its new key is not the same; nothing was changed: check "
            "the disk, and keep the file as it is"
        )


def _same_rows(source: Connection, target: Connection, table: str) -> bool:
    query = f'SELECT * FROM main."{table}"'
    both = [_blocks(one, query) for one in (source, target)]
    return all(before == after for before, after in itertools.zip_longest(*both))


def _blocks(connection: Connection, query: str) -> Iterator[list[tuple[object, ...]]]:
    rows = iter(connection.execute(query))
    while block := list(itertools.islice(rows, _BLOCK_ROWS)):
        yield block


def _put_in_place(source: Connection, copy: Path, path: Path, step: Step) -> None:
    try:
        _flushed(copy)
        if sys.platform == "win32":
            source.close()
            copy.replace(path)
            step(path, "placed")
            return
        old = os.open(path, os.O_RDWR)
        try:
            copy.replace(path)
            _flushed(path.parent)
            step(path, "placed")
            source.close()
            _overwrite(old)
        finally:
            os.close(old)
    except OSError as error:
        raise StoreUnwritable(
            f"{path} cannot be replaced: {error.strerror or error}; check the folder and the disk"
        ) from error


def _flushed(path: Path) -> None:
    """A file or, where the system has that, the names in a folder: on the disk."""
    file = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def _overwrite(file: int) -> None:
    """Nothing of the old content is left in its place."""
    left = os.fstat(file).st_size
    os.lseek(file, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(file, bytes(min(left, _BLOCK_BYTES)))
    os.fsync(file)
