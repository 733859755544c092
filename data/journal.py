"""The journal: a second place to which every line of a session goes at once, beside the record.

Rule 1: a thread of its own writes it, values at most 250 ms after `put`, waves left out and
        everything else at once: a slow or dead record never delays it, nor it the record.
Rule 2: one file per 16 MB (`data/journal_file.py`), in a run of this process alone, mode 0600.
Rule 3: where nothing can be written it is tried again every second and told once; of what waits,
        what the record has meanwhile is let go, so memory is bounded by the record's own backlog.
Rule 4: a frame that was cut off is written again at the same place with the same bytes; a file
        that has vanished is followed by a new one.
Rule 5: a run whose lines are all in the record is marked as merged when the program ends.
Rule 6: the heads of the chains (`data/mirror.py`) are written by this thread too: they lie in the
        same folder, and no disk but the record's own may hold up the record.

`fsync` is what SQLite uses as well; on macOS that leaves the drive's own cache to the drive.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data.backlog import Backlog, Put
from data.journal_file import Line, Sealer, frame_text
from data.journal_folder import live_path, make, mark_merged, new_run, segment_path
from data.journal_segment import SegmentFile
from data.live_mark import LiveMark, take
from data.mirror import Heads, Mirror
from monitor.entries import Committed, Entry
from monitor.events import Numerics
from monitor.vitals import WaveChunk

log = logging.getLogger(__name__)

GATHER_S = 0.1
RETRY_S = 1.0
BATCH = 2000
SEGMENT_BYTES = 16 << 20
STOP_WAITS_S = 5.0
LATE_S = 1.0


class _Stop:
    """The last thing in the queue."""


@dataclass(frozen=True, slots=True)
class _Heads:
    heads: Heads
    opening: bool


_Item = Put | Committed | _Heads | _Stop


class Journal:
    """The journal of one run of the program; how it does is asked of it, from any thread."""

    def __init__(
        self,
        folder: Path,
        record: Path,
        key: bytes | None,
        *,
        utc: Callable[[], float] = time.time,
        segment_bytes: int = SEGMENT_BYTES,
    ) -> None:
        self.folder = folder
        self.run = new_run(record, utc())
        self.trouble: str | None = None
        """Why nothing can be written there; None = it is written, or nothing was put yet."""
        self._queue: queue.SimpleQueue[_Item] = queue.SimpleQueue()
        self._desk = _Desk(folder, self.run, key, segment_bytes)
        self._mirror = Mirror(folder, record, key)
        self._oldest: float | None = None
        self._done = threading.Condition()
        self._given = self._written = 0
        """So many urgent lines were put, and so many were written as well as can be."""
        self._thread = threading.Thread(target=self._work_safely, name="journal", daemon=True)

    @property
    def waiting(self) -> int:
        """So many lines are in memory and not on its disk yet."""
        return len(self._desk)

    @property
    def place(self) -> str:
        return str(self.folder)

    def start(self) -> None:
        """Before the record is opened."""
        self._mirror.look()
        self._thread.start()

    def put(self, item: Put) -> None:
        """Never blocks."""
        if not _is_wave(item.what):
            with self._done:
                self._given += is_urgent(item)
            self._queue.put(item)

    def wait(self, timeout_s: float) -> None:
        """Until all that is urgent is on its disk; not at all while it is not well."""
        with self._done:
            given = self._given
            if self.keeps(time.monotonic()):
                self._done.wait_for(lambda: self._written >= given, timeout_s)

    def committed(self, report: Committed) -> None:
        """The record has it; the journal need not hold it in memory any more."""
        self._queue.put(report)

    def heads(self, heads: Heads, *, opening: bool = False) -> None:
        """Where the chains of the record have got to; `opening`: all chains of one just opened."""
        self._queue.put(_Heads(heads, opening))

    def keeps(self, now: float) -> bool:
        """It can be relied upon: what was put more than a second ago is on its disk."""
        oldest = self._oldest
        alive = self._thread.is_alive() or self._thread.ident is None
        return alive and self.trouble is None and (oldest is None or now - oldest <= LATE_S)

    def stop(self, *, all_recorded: bool) -> bool:
        """Write what is left and end; False when that failed.

        `all_recorded`: the record has every line, so that nobody need read this run again.
        """
        self._queue.put(_Stop())
        self._thread.join(STOP_WAITS_S)
        if self._thread.is_alive():
            return False
        self._desk.close(merged=all_recorded)
        return self.trouble is None

    # ---- the thread

    def _work_safely(self) -> None:
        try:
            self._work()
        except Exception as error:
            # The bottom of the thread; the record itself does not depend on it.
            log.exception("the journal has stopped")
            self._say(f"it has stopped because of a bug ({type(error).__name__})")

    def _work(self) -> None:
        self._mark()
        going = True
        while going:
            items = self._gather()
            for item in items:
                self._take(item)
            going = not (items and isinstance(items[-1], _Stop))
            self._write(at_once=not going)
            with self._done:
                self._written += sum(is_urgent(item) for item in items)
                self._done.notify_all()
            self._mirror.write(time.monotonic(), at_once=not going)

    def _mark(self) -> None:
        """From the first moment on others know that the record is open here."""
        try:
            self._desk.mark()
        except OSError as error:
            log.info("the run cannot be marked as living yet: %s", error)

    def _gather(self) -> list[_Item]:
        """Wait for something to do, then for what comes soon after it."""
        now = time.monotonic()
        waits = [
            one for one in (self._desk.wait_s(now), self._mirror.wait_s(now)) if one is not None
        ]
        try:
            gathered = [self._queue.get(timeout=min(waits, default=None))]
        except queue.Empty:
            return []
        until = time.monotonic() + GATHER_S
        while not isinstance(gathered[-1], _Stop) and len(gathered) < BATCH:
            if is_urgent(gathered[-1]):
                until = 0.0
            try:
                gathered.append(self._queue.get(timeout=max(0.0, until - time.monotonic())))
            except queue.Empty:
                break
        return gathered

    def _take(self, item: _Item) -> None:
        if isinstance(item, Put):
            self._desk.add(item)
        elif isinstance(item, Committed):
            self._desk.let_go(item)
        elif isinstance(item, _Heads):
            self._mirror.take(item.heads, opening=item.opening)

    def _write(self, *, at_once: bool) -> None:
        self._oldest = self._desk.oldest_at
        try:
            if self._desk.write(time.monotonic(), at_once=at_once):
                self._say(None)
        except OSError as error:
            self._say(error.strerror or str(error))
        self._oldest = self._desk.oldest_at

    def _say(self, trouble: str | None) -> None:
        self.trouble = trouble


class _Desk:
    """What waits to be written, and the file that is written."""

    def __init__(self, folder: Path, run: str, key: bytes | None, segment_bytes: int) -> None:
        self._folder, self._run, self._key = folder, run, key
        self._segment_bytes = segment_bytes
        self._backlog = Backlog()
        self._reached: dict[str, int] = {}
        self._batch: list[Put] = []
        self._file: SegmentFile | None = None
        self._number = 0
        self._made: list[Path] = []
        self._mark: LiveMark | None = None
        self._retry_at: float | None = None

    def __len__(self) -> int:
        return len(self._batch) + len(self._backlog)

    @property
    def oldest_at(self) -> float | None:
        return self._batch[0].at if self._batch else self._backlog.oldest_at

    def add(self, put: Put) -> None:
        self._backlog.add(put)

    def let_go(self, report: Committed) -> None:
        self._reached[report.session_id] = report.seq

    def wait_s(self, now: float) -> float | None:
        return None if self._retry_at is None else max(0.0, self._retry_at - now)

    def write(self, now: float, *, at_once: bool) -> bool:
        """Write all that waits; False = not tried yet, or nothing waits. Raises `OSError`."""
        if not at_once and self._retry_at is not None and now < self._retry_at:
            return False
        tried = False
        self._retry_at = now + RETRY_S
        self._forget_recorded()
        while self._batch or len(self._backlog):
            tried = True
            if not self._batch:
                self._batch = self._backlog.first(BATCH)
                self._backlog.drop(len(self._batch))
            self._write_batch()
            self._batch = []
        self._retry_at = None
        return tried

    def _forget_recorded(self) -> None:
        """After trouble: what the record has need not come here any more."""
        if self._batch:
            self._backlog.forget(self._is_recorded)

    def _is_recorded(self, what: Line) -> bool:
        return isinstance(what, Entry) and what.seq <= self._reached.get(what.session_id, -1)

    def _write_batch(self) -> None:
        file = self._wanted_file()
        try:
            file.append([put.what for put in self._batch])
        except OSError:
            raise
        except Exception:
            # The bottom for one line: its bug must not keep the others from being kept.
            log.exception("a line of the journal is passed over")
            self._batch = [put for put in self._batch if _can_be_kept(put.what)]
            file.append([put.what for put in self._batch])

    def mark(self) -> None:
        """Raises `OSError`."""
        make(self._folder)
        if self._mark is None:
            self._mark = take(live_path(self._folder, self._run))

    def _wanted_file(self) -> SegmentFile:
        if self._file is not None and (
            self._file.size >= self._segment_bytes or not self._file.is_there()
        ):
            self._close_file()
        if self._file is None:
            self.mark()
            path = segment_path(self._folder, self._run, self._number)
            self._file = SegmentFile(path, Sealer(self._key, self._number))
            self._number += 1
            self._made.append(path)
        return self._file

    def _close_file(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            file.close()

    def close(self, *, merged: bool) -> None:
        """After the thread has ended."""
        self._close_file()
        try:
            for path in self._made if merged and not self._batch else ():
                if path.exists():
                    mark_merged(path)
            mark, self._mark = self._mark, None
            if mark is not None:
                mark.drop()
        except OSError as error:
            log.warning("the journal was not closed cleanly: %s", error)


def is_urgent(item: object) -> bool:
    """Everything but values and waves: above all what a person did."""
    if not isinstance(item, Put):
        return False
    return not (isinstance(item.what, Entry) and isinstance(item.what.what, Numerics | WaveChunk))


def _can_be_kept(line: Line) -> bool:
    try:
        frame_text([line])
    except Exception:
        log.exception("a line of session %s cannot be journaled", line.session_id)
        return False
    return True


def _is_wave(what: Line) -> bool:
    return isinstance(what, Entry) and isinstance(what.what, WaveChunk)
