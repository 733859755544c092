"""The record opened for one question or one line, beside the store that writes its sessions.

Rule: what is written here is short and rare: a member of the staff, a line of a day. It waits
      for a commit of the store, and the store for it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from data import vault
from data.connection import Connection, storage_errors, transaction
from data.migrations import prepare


@contextlib.contextmanager
def reading(path: Path, key: bytes | None) -> Iterator[Connection]:
    """One look at the file: what is written meanwhile is not seen. Raises a `StoreError`."""
    connection = vault.connect(path, key, read_only=True)
    try:
        with storage_errors(path):
            prepare(connection, path, read_only=True)
            connection.execute("BEGIN")
            yield connection
            connection.execute("COMMIT")
    finally:
        connection.close()


@contextlib.contextmanager
def writing(path: Path, key: bytes | None) -> Iterator[Connection]:
    """What is written within is on the disk afterwards, or none of it. Raises a `StoreError`."""
    connection = vault.connect(path, key, read_only=False)
    try:
        with storage_errors(path):
            prepare(connection, path, key, read_only=False)
            with transaction(connection):
                yield connection
    finally:
        connection.close()
