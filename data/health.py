"""How the store is doing, said once per change, by whichever thread sees it first."""

from __future__ import annotations

import threading
from collections.abc import Callable

from monitor.entries import Committed, StoreTrouble, StoreWell

Report = Callable[[Committed | StoreTrouble | StoreWell], None]
"""Called from the threads of the writer; must not block."""

BEHIND_S = 1.0
_BEHIND = "the disk is slow: the record is more than 1 s behind and is kept in memory"


class Health:
    """Shared by the threads of one writer. Times are monotonic seconds."""

    def __init__(self, report: Report) -> None:
        self._report = report
        # Held while reporting, so that what is heard last is what holds.
        self._lock = threading.RLock()
        self._oldest: float | None = None
        self._said: str | None = None
        self._for_good = False

    def waiting_since(self, at: float | None) -> None:
        """When the oldest thing that is not yet written was put; None = all is written."""
        with self._lock:
            self._oldest = at

    def look(self, now: float) -> None:
        """Say that the store is behind, unless a better reason was said."""
        with self._lock:
            if self._said is None and self._lag_s(now) > BEHIND_S:
                self._say(_BEHIND)

    def trouble(self, text: str, *, for_good: bool = False) -> None:
        """`for_good`: something is lost, and no later success makes that well."""
        with self._lock:
            self._for_good = self._for_good or for_good
            if text != self._said:
                self._say(text)

    def written(self, now: float) -> None:
        """Something was written. It is well again when nothing older than 1 s waits."""
        with self._lock:
            if self._said is None or self._for_good or self._lag_s(now) > BEHIND_S:
                return
            self._said = None
            self._report(StoreWell())

    def _say(self, text: str) -> None:
        self._said = text
        self._report(StoreTrouble(text))

    def _lag_s(self, now: float) -> float:
        return 0.0 if self._oldest is None else max(0.0, now - self._oldest)
