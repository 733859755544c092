"""The audit trail of a running program: lines are written by a thread of its own, in their order.

Rule 1: whoever notes a line never waits for the disk; the line is queued before what it tells of
        is shown.
Rule 2: a line that cannot be written is tried again until it is; that it waits is told once, and
        so is that it is written.
Rule 3: at the end what waits gets a last try. What is lost then is told, and counted in the log.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from data.audit import Audit, AuditKind, Fact
from data.errors import StoreError
from ui.words import say

logger = logging.getLogger(__name__)

AGAIN_S = 2.0
CLOSE_WITHIN_S = 10.0


@dataclass(frozen=True, slots=True)
class _Line:
    """As `Audit.note` takes it; `utc_s` is when it happened."""

    kind: AuditKind
    by: str
    utc_s: float
    session_id: str
    facts: dict[str, Fact]


class AuditTrail:
    """`Trail` of the record at `path`. `start` it once, `close` it in the end."""

    def __init__(
        self,
        path: Path,
        key: bytes | None,
        tell: Callable[[str], None],
        clock: Callable[[], float] = time.time,
    ) -> None:
        """`tell` hears one sentence, on the trail's thread. `clock` is Unix seconds."""
        self._audit = Audit(path, key)
        self._tell = tell
        self._clock = clock
        self._queue: SimpleQueue[_Line | None] = SimpleQueue()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="audit")
        self._waiting = False

    def note(self, kind: AuditKind, by: str, session_id: str = "", **facts: Fact) -> None:
        """From any thread."""
        self._queue.put(_Line(kind, by, self._clock(), session_id, facts))

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """What was noted is on the disk afterwards, or it was told that it is not."""
        self._closing.set()
        self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join(CLOSE_WITHIN_S)
        else:
            self._run()

    def _run(self) -> None:
        try:
            self._write_all()
        except Exception:
            # The bottom of this thread: the record goes on, and that its trail does not is said.
            logger.exception("the audit trail stopped")
            self._tell(say("audit-lost", self._queue.qsize() + 1, "it stopped"))

    def _write_all(self) -> None:
        lost, why = 0, ""
        while (line := self._queue.get()) is not None:
            if lost:
                lost += 1  # the last try failed just now; each try may take seconds
                continue
            why = self._write(line)
            lost += bool(why)
        if lost:
            logger.error("%s lines of the audit trail are lost: %s", lost, why)
            self._tell(say("audit-lost", lost, why))

    def _write(self, line: _Line) -> str:
        """Until it is written; at the end of the program, why it is not."""
        while True:
            last = self._closing.is_set()
            try:
                self._audit.note(line.kind, line.by, line.utc_s, line.session_id, **line.facts)
            except StoreError as error:
                if last:
                    return str(error)
                self._wait(error)
            else:
                if self._waiting:
                    self._waiting = False
                    self._tell(say("audit-caught-up"))
                return ""

    def _wait(self, error: StoreError) -> None:
        if not self._waiting:
            self._waiting = True
            logger.warning("the audit trail waits: %s", error)
            self._tell(say("audit-waits", error))
        self._closing.wait(AGAIN_S)
