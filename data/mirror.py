"""Where the chains of a record had got to, kept outside it: a cut-off tail cannot be hidden.

    heads-<record>.jsonl, one line per change:   <HMAC in hex> {id: [items, head, held?], ...}

Rule 1: each line's HMAC is over the one before it and the line; a torn last line is passed over.
        A record in clear has SHA-256 instead.
Rule 2: it is written after the commit it tells of, at most every 5 s, so it is never ahead of an
        honest record. One that is found behind it when it is opened stays behind for good: what
        was known of that session is held, until `renew` says with whose knowledge it changed.
Rule 3: two programs may record into one database: each reads what the other has added before it
        adds its own, under a lock, and a chain that the other knows further stays there.
Rule 4: a file that cannot be believed is set aside and named by every later `load_mirror`; it is
        never simply replaced.
"""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Collection
from pathlib import Path

from data import audit
from data.connection import Connection
from data.errors import StoreDamaged, StoreUnwritable
from data.journal_folder import make, record_mark
from data.live_mark import take as take_mark
from data.mirror_file import NO_AUDIT, Head, Heads, Known

__all__ = ["NO_AUDIT", "Head", "Heads", "Mirror", "heads_of", "load_mirror", "mirror_path",
           "read_heads", "renew", "save_heads"]  # fmt: skip

log = logging.getLogger(__name__)

EVERY_S = 5.0


def heads_of(connection: Connection, session_ids: Collection[str] | None = None) -> Heads:
    """The heads of an open record; those of some sessions only."""
    select = "SELECT id, items, head FROM sessions"
    if session_ids is None:
        rows = connection.execute(select).fetchall()
    else:
        rows = [
            row
            for one in session_ids
            for row in connection.execute(f"{select} WHERE id = ?", (one,)).fetchall()
        ]
    sessions = {str(name): (int(items), bytes(head)) for name, items, head in rows}
    return Heads(sessions, audit.last(connection))


def mirror_path(folder: Path, record: Path) -> Path:
    return folder / f"heads-{record_mark(record)}.jsonl"


def load_mirror(folder: Path, record: Path, key: bytes | None) -> Heads | None:
    """What was last kept of this record; None = nothing was.

    Raises `StoreDamaged` for a file that was changed, or that another key made.
    """
    path = mirror_path(folder, record)
    aside = sorted(folder.glob(f"{path.name}.unreadable-*"))
    if aside:
        raise StoreDamaged(
            f"{aside[0]} was changed, or another key made it, and was set aside; "
            "find out how, then take it away"
        )
    return read_heads(path, key)


def read_heads(path: Path, key: bytes | None) -> Heads | None:
    """What one file says, beside a backup too; None = there is none. Raises a `StoreError`."""
    known = Known(key)
    try:
        there = known.read(path)
    except OSError as error:
        raise StoreUnwritable(f"{path} cannot be read: {error.strerror or error}") from error
    return Heads(known.sessions, known.audit) if there else None


def renew(folder: Path, record: Path, key: bytes | None, heads: Heads) -> None:
    """Keep exactly this from now on: after a restoring, rescue, deletion or change of the key.

    Whoever calls it has said so in the audit chain. Raises a `StoreError`.
    """
    try:
        make(folder)
    except OSError as error:
        raise StoreUnwritable(f"{folder} cannot be written: {error.strerror or error}") from error
    save_heads(mirror_path(folder, record), key, heads)


def save_heads(path: Path, key: bytes | None, heads: Heads) -> None:
    """One file that says exactly this, also one beside a backup. Raises a `StoreError`."""
    known = Known(key)
    known.take(heads)
    try:
        known.rewrite(path)
    except OSError as error:
        raise StoreUnwritable(f"{path} cannot be written: {error.strerror or error}") from error


class Mirror:
    """Written by one thread. Times are monotonic seconds."""

    def __init__(self, folder: Path, record: Path, key: bytes | None) -> None:
        self._path, self._key = mirror_path(folder, record), key
        self._known: Known | None = None
        self._seen: dict[str, Head] = {}
        """What was kept before the record was opened: an honest one has at least that."""
        self._taken: list[tuple[Heads, bool]] = []
        self._not_before = 0.0

    def look(self) -> None:
        """To be called before the record is opened. Never raises."""
        known = Known(self._key)
        with contextlib.suppress(OSError, StoreDamaged):
            known.read(self._path)
            self._seen = known.heads

    def take(self, heads: Heads, *, opening: bool) -> None:
        """`opening`: these are all that a record just opened has; else those that changed."""
        self._taken.append((heads, opening))

    def wait_s(self, now: float) -> float | None:
        """How long there is nothing to do; None = for ever."""
        return max(0.0, self._not_before - now) if self._taken else None

    def write(self, now: float, *, at_once: bool = False) -> None:
        """Never raises: what cannot be written waits for the next time."""
        if not self._taken or (now < self._not_before and not at_once):
            return
        try:
            make(self._path.parent)
            if self._write():
                self._not_before = now + EVERY_S
        except OSError as error:
            self._known, self._not_before = None, now + EVERY_S
            # The journal, which lies in the same folder, tells a person.
            log.info("the heads of the chains cannot be kept: %s", error)

    def _write(self) -> bool:
        """False when there was nothing new."""
        lock = take_mark(self._path.with_name(self._path.name + ".live"))
        if lock is None:
            return True  # the other one is at it; in a few seconds again
        try:
            if self._known is None or self._known.was_changed(self._path):
                self._known = _known_or_aside(self._path, self._key)
            for heads, opening in self._taken:
                self._known.take(heads, self._seen if opening else None)
            saved = self._known.save(self._path)
            self._taken = []
            self._seen = self._known.heads
            return saved
        finally:
            lock.drop()


def _known_or_aside(path: Path, key: bytes | None) -> Known:
    known = Known(key)
    try:
        known.read(path)
    except StoreDamaged as error:
        log.warning("%s", error)
        path.replace(path.with_name(f"{path.name}.unreadable-{int(time.time())}"))
        return Known(key)
    return known
