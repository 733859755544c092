"""What the writer's thread works with: the store, what waits for it, and the journal's news.

Nobody but the writer's thread touches it, until that thread has ended.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from data.backlog import Backlog, Put
from data.errors import StoreError, StoreUnwritable
from data.health import Health, Report
from data.journal import Journal, is_urgent
from data.mirror import EVERY_S
from data.store import SessionStore
from monitor.entries import Anchor, Committed, Entry

log = logging.getLogger(__name__)

RETRY_S = 0.5
BATCH = 2000
JOURNAL_FIRST_S = 0.5
"""No longer does the record wait for the second place."""


class WriterDesk:
    def __init__(
        self,
        open_store: Callable[[], SessionStore],
        report: Report,
        health: Health,
        journal: Journal | None,
    ) -> None:
        self.backlog = Backlog()
        self._open_store = open_store
        self._report = report
        self._health = health
        self._journal = journal
        self._store: SessionStore | None = None
        self._file: tuple[int, int] | None = None
        self._retry_at: float | None = None
        self._broken: set[str] = set()
        self._moved: set[str] = set()
        """Sessions whose chains went on since the journal was told their heads."""
        self._heads_at = 0.0

    def add(self, put: Put) -> None:
        self.backlog.add(put)
        self._health.waiting_since(self.backlog.oldest_at)

    def wait_s(self, now: float) -> float | None:
        """How long there is nothing to do unless something comes; None = for ever."""
        waits = [self._retry_at] if self._retry_at is not None else []
        if self._moved:
            waits.append(self._heads_at + EVERY_S)
        return max(0.0, min(waits) - now) if waits else None

    def write(self, *, last: bool = False) -> None:
        """Write all that waits, unless the last trouble is too fresh. `last`: try it anyway."""
        if not last and self._retry_at is not None and time.monotonic() < self._retry_at:
            return
        try:
            self._write_all()
            self._tell_heads(at_once=last)
            self._retry_at = None
        except StoreError as error:
            self.close()
            self._retry_at = time.monotonic() + RETRY_S
            lost = "; memory is short, waves are no longer kept" if self.backlog.given_up else ""
            self._health.trouble(f"{error}{lost}", time.monotonic())

    def close(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            try:
                store.close()
            except StoreError as error:
                log.warning("the record was not closed cleanly: %s", error)

    def _write_all(self) -> None:
        if self._store is not None:
            self._want_there(self._store.path)
        if self._store is None:
            self._store = self._open_store()
            self._file = _file_at(self._store.path)
            if self._journal is not None:
                self._journal.heads(self._store.heads(), opening=True)
        while batch := self.backlog.first(BATCH):
            self._let_journal_go_first(batch)
            self._write_batch(self._store, batch)
            self.backlog.drop(len(batch))
            self._health.waiting_since(self.backlog.oldest_at)
            self._committed(batch)
        self._health.written(time.monotonic())

    def _want_there(self, path: Path) -> None:
        """An open file takes writing even when nobody can find it any more."""
        there = _file_at(path)
        if there is None:
            raise StoreUnwritable(f"{path} is gone; put its disk or folder back")
        if there != self._file:
            raise StoreUnwritable(f"{path} was replaced by another file; it goes on with that")

    def _let_journal_go_first(self, batch: Sequence[Put]) -> None:
        """What a person did is in the second place before the record can call it saved."""
        if self._journal is not None and any(is_urgent(put) for put in batch):
            self._journal.wait(JOURNAL_FIRST_S)

    def _write_batch(self, store: SessionStore, batch: Sequence[Put]) -> None:
        try:
            store.write(
                [put.what for put in batch if isinstance(put.what, Entry)],
                [put.what for put in batch if isinstance(put.what, Anchor)],
            )
        except StoreError:
            raise
        except Exception as error:
            # The bottom for one entry: its bug must not keep the others from being written.
            if len(batch) > 1:
                for put in batch:
                    self._write_batch(store, [put])
                return
            session_id = batch[0].what.session_id
            log.exception("an entry of session %s cannot be stored", session_id)
            self._broken.add(session_id)
            self._health.lost(
                f"an entry of session {session_id} cannot be stored because of a bug ({error})"
            )

    def _committed(self, batch: Sequence[Put]) -> None:
        reached: dict[str, int] = {}
        for put in batch:
            self._moved.add(put.what.session_id)
            if isinstance(put.what, Entry):
                session_id = put.what.session_id
                reached[session_id] = max(put.what.seq, reached.get(session_id, 0))
        for session_id, seq in reached.items():
            if session_id not in self._broken:
                committed = Committed(session_id, seq)
                self._report(committed)
                if self._journal is not None:
                    self._journal.committed(committed)

    def _tell_heads(self, *, at_once: bool) -> None:
        """Every few seconds, and at the end, the journal keeps where the chains have got to."""
        now = time.monotonic()
        if self._journal is None or self._store is None:
            self._moved.clear()
        elif self._moved and (at_once or now - self._heads_at >= EVERY_S):
            self._journal.heads(self._store.heads(self._moved))
            self._moved.clear()
            self._heads_at = now


def _file_at(path: Path) -> tuple[int, int] | None:
    """Which file is there, asked without opening it; None = none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
