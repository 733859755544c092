"""The thread that writes the record, so that nobody else ever waits for the disk.

Rule 1: `put` never blocks. What was put is written in that order, in batches, at most 100 ms
        after it was put, and reported as `Committed` when it is on the disk.
Rule 2: when the place cannot be written everything stays in memory (see `data/backlog.py`) and is
        tried again every 0.5 s. The trouble is told once, and again when it changes.
Rule 3: a store that hangs is noticed by a second, tiny thread: more than 1 s behind is trouble.
Rule 4: an entry that the store cannot take because of a bug is set aside and said aloud; it
        keeps no other entry from being written, and nothing behind it in its own session is
        called committed.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data.backlog import Backlog, Put
from data.errors import StoreError, StoreUnwritable
from data.health import Health, Report
from data.store import SessionStore
from monitor.entries import Anchor, Committed, Entry

log = logging.getLogger(__name__)

GATHER_S = 0.05
"""How long a batch waits for company after its first item."""
RETRY_S = 0.5
BATCH = 2000
WATCH_S = 0.25
STOP_WAITS_S = 10.0


@dataclass(frozen=True, slots=True)
class _Flush:
    """`done` is set when everything before it is on the disk."""

    done: threading.Event


class _Stop:
    """The last thing in the queue."""


class StoreWriter:
    """`open_store` is called in the writer's thread, again after each trouble."""

    def __init__(self, open_store: Callable[[], SessionStore], report: Report) -> None:
        self._queue: queue.SimpleQueue[Put | _Flush | _Stop] = queue.SimpleQueue()
        self._report = report
        self._health = Health(report)
        self._desk = _Desk(open_store, report, self._health)
        self._stopped = threading.Event()
        self._writer = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._watcher = threading.Thread(target=self._watch, name="store-watch", daemon=True)

    def start(self) -> None:
        self._writer.start()
        self._watcher.start()

    def put(self, item: Entry | Anchor) -> None:
        """Never blocks. Put nothing after `stop`: it would not be written."""
        self._queue.put(Put(item, time.monotonic()))

    def flush(self, timeout_s: float) -> bool:
        """True when everything put before is on the disk; False when that took too long."""
        flush = _Flush(threading.Event())
        self._queue.put(flush)
        return flush.done.wait(timeout_s)

    def stop(self) -> None:
        """Write what is left, close the store, end the threads. Reports what could not be saved.

        Where nothing can be written it is tried once more, not for ever.
        """
        self._queue.put(_Stop())
        self._writer.join(STOP_WAITS_S)
        self._stopped.set()
        self._watcher.join()
        if self._writer.is_alive():
            text = "the disk does not answer; the last part of the record is not saved"
            self._health.trouble(text, for_good=True)

    def _watch(self) -> None:
        while not self._stopped.wait(WATCH_S):
            self._health.look(time.monotonic())

    def _run(self) -> None:
        try:
            self._work()
        except Exception as error:
            # The bottom of the thread. Only a bug gets here; nobody may think that we record.
            log.exception("the store writer has stopped")
            text = f"nothing is recorded any more because of a bug ({error!r})"
            self._health.trouble(text, for_good=True)
        finally:
            self._desk.close()

    def _work(self) -> None:
        desk = self._desk
        flushes: list[_Flush] = []
        while True:
            desk.write()
            if not len(desk.backlog):
                for flush in flushes:
                    flush.done.set()
                flushes = []
            for item in self._gather(desk.wait_s(time.monotonic())):
                if isinstance(item, Put):
                    desk.add(item)
                elif isinstance(item, _Flush):
                    flushes.append(item)
                else:
                    desk.finish()
                    return

    def _gather(self, wait_s: float | None) -> list[Put | _Flush | _Stop]:
        """Wait for something to do, then for what comes soon after it."""
        try:
            gathered = [self._queue.get(timeout=wait_s)]
        except queue.Empty:
            return []
        until = time.monotonic() + GATHER_S
        while isinstance(gathered[-1], Put) and len(gathered) < BATCH:
            try:
                gathered.append(self._queue.get(timeout=max(0.0, until - time.monotonic())))
            except queue.Empty:
                break
        return gathered


class _Desk:
    """What the writer's thread works with; nobody else touches it."""

    def __init__(
        self, open_store: Callable[[], SessionStore], report: Report, health: Health
    ) -> None:
        self.backlog = Backlog()
        self._open_store = open_store
        self._report = report
        self._health = health
        self._store: SessionStore | None = None
        self._retry_at: float | None = None
        self._broken: set[str] = set()

    def add(self, put: Put) -> None:
        self.backlog.add(put)
        self._health.waiting_since(self.backlog.oldest_at)

    def wait_s(self, now: float) -> float | None:
        """How long there is nothing to do unless something comes; None = for ever."""
        return None if self._retry_at is None else max(0.0, self._retry_at - now)

    def write(self, *, at_once: bool = False) -> None:
        """Write all that waits, unless the last trouble is too fresh."""
        if not at_once and self._retry_at is not None and time.monotonic() < self._retry_at:
            return
        try:
            self._write_all()
            self._retry_at = None
        except StoreError as error:
            self.close()
            self._retry_at = time.monotonic() + RETRY_S
            lost = "; memory is short, waves are no longer kept" if self.backlog.given_up else ""
            self._health.trouble(f"{error}{lost}")

    def finish(self) -> None:
        """The last attempt."""
        self.write(at_once=True)
        if len(self.backlog):
            text = f"the last {len(self.backlog)} lines of the record could not be saved"
            self._health.trouble(text, for_good=True)

    def close(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            try:
                store.close()
            except StoreError as error:
                log.warning("the record was not closed cleanly: %s", error)

    def _write_all(self) -> None:
        if self._store is not None and not self._store.path.exists():
            # An open file takes writing even when nobody can find it any more.
            raise StoreUnwritable(f"{self._store.path} is gone; put its disk or folder back")
        if self._store is None:
            self._store = self._open_store()
        while batch := self.backlog.first(BATCH):
            self._write_batch(self._store, batch)
            self.backlog.drop(len(batch))
            self._health.waiting_since(self.backlog.oldest_at)
            self._committed(batch)
        self._health.written(time.monotonic())

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
            text = f"an entry of session {session_id} cannot be stored because of a bug ({error})"
            self._health.trouble(text, for_good=True)

    def _committed(self, batch: Sequence[Put]) -> None:
        reached: dict[str, int] = {}
        for put in batch:
            if isinstance(put.what, Entry):
                session_id = put.what.session_id
                reached[session_id] = max(put.what.seq, reached.get(session_id, 0))
        for session_id, seq in reached.items():
            if session_id not in self._broken:
                self._report(Committed(session_id, seq))
