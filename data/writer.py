"""The thread that writes the record, so that nobody else ever waits for the disk.

Rule 1: `put` never blocks. What was put is written in that order, in batches, at most 100 ms
        after it was put, and reported as `Committed` when it is on the disk.
Rule 2: when the place cannot be written everything stays in memory (see `data/backlog.py`) and is
        tried again every 0.5 s. The trouble is told once, and again when it changes.
Rule 3: a store that hangs is noticed by a second, tiny thread: more than 1 s behind is trouble.
Rule 4: an entry that the store cannot take because of a bug is set aside and said aloud; it
        keeps no other entry from being written, and nothing behind it in its own session is
        called committed.
Rule 5: with a journal everything goes there too, at once and whatever the record does; what could
        not be recorded when the program ends goes back from there at the next start.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from data.backlog import Put
from data.health import Health, Report
from data.journal import Journal
from data.store import SessionStore
from data.writer_desk import BATCH, WriterDesk
from monitor.entries import Anchor, Entry

log = logging.getLogger(__name__)

GATHER_S = 0.05
"""How long a batch waits for company after its first item."""
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

    def __init__(
        self,
        open_store: Callable[[], SessionStore],
        report: Report,
        journal: Journal | None = None,
    ) -> None:
        """`journal`, not started yet, is the second place; None = there is none."""
        self._queue: queue.SimpleQueue[Put | _Flush | _Stop] = queue.SimpleQueue()
        self._journal = journal
        self._health = Health(report, journal)
        self._desk = WriterDesk(open_store, report, self._health, journal)
        self._stopped = threading.Event()
        self._broken = False
        self._writer = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._watcher = threading.Thread(target=self._watch, name="store-watch", daemon=True)

    def start(self) -> None:
        if self._journal is not None:
            self._journal.start()
        self._writer.start()
        self._watcher.start()

    def put(self, item: Entry | Anchor) -> None:
        """Never blocks. Put nothing after `stop`: it would not be written."""
        put = Put(item, time.monotonic())
        if self._journal is not None:
            self._journal.put(put)
        self._queue.put(put)

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
        left = self._left()
        kept = self._journal is not None and self._journal.stop(all_recorded=not left)
        if left and self._journal is not None and kept:
            place = self._journal.place
            self._health.lost(f"{left}; it is in the second place {place} for the next start")
        elif left:
            self._health.lost(left)

    def _left(self) -> str:
        """What is not in the record at the end; empty = nothing."""
        if self._broken:
            return "the last part of the record is not saved because of a bug"
        if self._writer.is_alive():
            return "the disk does not answer; the last part of the record is not saved"
        if len(self._desk.backlog):
            return f"the last {len(self._desk.backlog)} lines of the record could not be saved"
        return ""

    def _watch(self) -> None:
        while not self._stopped.wait(WATCH_S):
            self._health.look(time.monotonic())

    def _run(self) -> None:
        try:
            self._work()
        except Exception as error:
            # The bottom of the thread. Only a bug gets here; nobody may think that we record.
            log.exception("the store writer has stopped")
            self._broken = True
            text = f"nothing is recorded any more because of a bug ({type(error).__name__})"
            if self._journal is not None:
                text += f"; everything is kept in the second place {self._journal.place}"
            self._health.lost(text)
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
                    desk.write(last=True)
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
