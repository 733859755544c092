"""What lies in the second place when the key of a record changes: its journals and its mirror.

Rule 1: what only a journal has goes into the record first; then the journals are taken away: they
        are under the old key, and the record has every line of them.
Rule 2: the mirror goes over with what it knows, also where the record has less (`data/mirror.py`):
        a tail that was cut off is not forgotten. It lies ready before the record goes over, and
        takes its place right after.
"""

from __future__ import annotations

from pathlib import Path

from data.connection import Connection
from data.errors import StoreUnwritable, WrongKey
from data.journal_folder import any_living, segments
from data.merge import merge_back
from data.mirror import Head, Heads, heads_of, load_mirror, mirror_path, save_heads
from data.store import SessionStore

READY_SUFFIX = ".new-key"


def is_open(folder: Path, record: Path) -> bool:
    """A living program writes this record."""
    return any_living(folder, record)


def bring_back(store: SessionStore, folder: Path, key: bytes | None) -> None:
    """Rule 1. Raises a `StoreError`; also for a journal that no known key opens."""
    merged = merge_back(store, folder, key)
    if merged.unread:
        raise WrongKey(
            f"{merged.unread[0]} is under another key than the record, and would be lost; start "
            "Chairside with the passphrase it was written with, or move it away"
        )


def make_ready(
    record: Connection, path: Path, folder: Path, old: bytes | None, new: bytes
) -> None:
    """Lay the mirror under the new key beside the old one. Raises a `StoreError`."""
    if not folder.is_dir():
        return
    there = heads_of(record)
    known = load_mirror(folder, path, old) or there
    heads = Heads(
        {
            name: _further(known.sessions.get(name), there.sessions.get(name))
            for name in known.sessions.keys() | there.sessions.keys()
        },
        _further(known.audit, there.audit),
    )
    save_heads(_ready(folder, path), new, heads)


def put_in_place(path: Path, folder: Path) -> None:
    """The record has its new key: so has its mirror, and the journals go.

    Raises a `StoreError`.
    """
    try:
        if _ready(folder, path).is_file():
            _ready(folder, path).replace(mirror_path(folder, path))
        for segment in segments(folder, path):
            if segment.merged:
                segment.path.unlink()
    except OSError as error:
        raise StoreUnwritable(f"{folder} cannot be written: {error.strerror or error}") from error


def _further(known: Head | None, there: Head | None) -> Head:
    """Of two states of one chain, the one with more items."""
    return max((one for one in (there, known) if one is not None), key=lambda one: one[0])


def _ready(folder: Path, path: Path) -> Path:
    mirror = mirror_path(folder, path)
    return mirror.with_name(mirror.name + READY_SUFFIX)
