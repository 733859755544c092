"""Keeping what goes over the wires, in a thread, so that a link never waits for the disk.

How it lies in the file: `data/capture_store.py`.

Rule 1: `put` of a sink never blocks. What was put is on the disk within a second.
Rule 2: a capture is not the record: when it cannot be written it waits in `HOLD_BYTES` of memory,
        then the oldest goes (counted), and nobody else is disturbed. The trouble is told once.
"""

from __future__ import annotations

import contextlib
import enum
import queue
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data.capture_store import CAP_BYTES, CaptureFile, Piece, read
from data.errors import StoreError

__all__ = ["CaptureFile", "CaptureSink", "CaptureWriter", "Piece", "read"]

GATHER_S = 0.5
RETRY_S = 1.0
HOLD_BYTES = 16 * 1024 * 1024
STOP_WAITS_S = 10.0

Trouble = Callable[[str | None], None]
"""Told one sentence when the capture cannot be written, and None when it can again."""


class CaptureSink:
    """Takes the bytes of one device, from any one thread. Neither blocks nor raises."""

    def __init__(self, device: str, origin: float, put: Callable[[Piece], None]) -> None:
        self._device = device
        self._origin = origin
        self._put = put

    def put(self, at: float, direction: str | enum.Enum, data: bytes) -> None:
        word = direction.value if isinstance(direction, enum.Enum) else direction
        self._put(Piece(at - self._origin, self._device, str(word), bytes(data)))


@dataclass(frozen=True, slots=True)
class _Flush:
    done: threading.Event


class _Stop:
    """The last thing in the queue."""


class CaptureWriter:
    """Writes the file at `path` from its making to `close`.

    `origin` is the moment, of the clock of the sinks, that is written as 0. The file is opened
    in the writer's thread, and again after each trouble.
    """

    def __init__(
        self,
        path: Path,
        key: bytes | None = None,
        *,
        origin: float = 0.0,
        trouble: Trouble = lambda _text: None,
        cap_bytes: int = CAP_BYTES,
    ) -> None:
        self.path = path
        self.lost_bytes = 0
        self._key = key
        self._origin = origin
        self._cap_bytes = cap_bytes
        self._trouble = trouble
        self._said: str | None = None
        self._queue: queue.SimpleQueue[Piece | _Flush | _Stop] = queue.SimpleQueue()
        self._wanted_now = threading.Event()
        """Somebody waits for what is in the queue."""
        self._waiting: deque[Piece] = deque()
        self._waiting_bytes = 0
        self._file: CaptureFile | None = None
        self._retry_at = float("-inf")
        self._thread = threading.Thread(target=self._run, name="capture-writer", daemon=True)
        self._thread.start()

    def sink(self, device: str) -> CaptureSink:
        return CaptureSink(device, self._origin, self._queue.put)

    def flush(self, timeout_s: float) -> bool:
        """True when everything put before is on the disk."""
        flush = _Flush(threading.Event())
        self._put_now(flush)
        return flush.done.wait(timeout_s)

    def close(self) -> None:
        """Write what is left, close the file, end the thread."""
        self._put_now(_Stop())
        self._thread.join(STOP_WAITS_S)

    def _put_now(self, item: _Flush | _Stop) -> None:
        self._queue.put(item)
        self._wanted_now.set()

    def _run(self) -> None:
        ended = False
        try:
            self._work()
            ended = True
        finally:
            # A bug goes on to the hook of threads that failed. The record goes on without us.
            if not ended:
                self._say("the bytes of the wires are no longer kept because of a bug")
            self._close()

    def _work(self) -> None:
        flushes: list[_Flush] = []
        while True:
            for item in self._gather():
                if isinstance(item, Piece):
                    self._hold(item)
                elif isinstance(item, _Flush):
                    flushes.append(item)
                else:
                    self._write(at_once=True)
                    return
            self._write(at_once=bool(flushes))
            if not self._waiting:
                for flush in flushes:
                    flush.done.set()
                flushes = []

    def _gather(self) -> list[Piece | _Flush | _Stop]:
        """Half a second of pieces at a time: waking for each would disturb the other threads."""
        try:
            gathered = [self._queue.get(timeout=RETRY_S if self._waiting else None)]
        except queue.Empty:
            return []
        self._wanted_now.wait(GATHER_S)
        self._wanted_now.clear()
        with contextlib.suppress(queue.Empty):
            while True:
                gathered.append(self._queue.get_nowait())
        return gathered

    def _hold(self, piece: Piece) -> None:
        self._waiting.append(piece)
        self._waiting_bytes += len(piece.data)
        while self._waiting_bytes > HOLD_BYTES:
            lost = len(self._waiting.popleft().data)
            self._waiting_bytes -= lost
            self.lost_bytes += lost

    def _write(self, *, at_once: bool) -> None:
        if not self._waiting or (not at_once and time.monotonic() < self._retry_at):
            return
        try:
            if self._file is None:
                self._file = CaptureFile.open(self.path, self._key, self._cap_bytes)
            self._file.add(list(self._waiting))
        except StoreError as error:
            self._close()
            self._retry_at = time.monotonic() + RETRY_S
            self._say(str(error))
        else:
            self._waiting.clear()
            self._waiting_bytes = 0
            self._say(None)

    def _say(self, text: str | None) -> None:
        if text != self._said:
            self._said = text
            self._trouble(text)

    def _close(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            # What is not packed is still there, row by row.
            with contextlib.suppress(StoreError):
                file.close()
