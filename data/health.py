"""How the store is doing, said once per change, by whichever thread sees it first.

What is said of trouble is one sentence: what happened, and where everything is kept meanwhile.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

from monitor.entries import StoreNote, StoreReport, StoreTrouble, StoreWell

Report = Callable[[StoreReport], None]
"""Called from the threads of the writer; must not block."""

BEHIND_S = 1.0
_BEHIND = "the disk is slow: the record is more than 1 s behind"


class SecondPlace(Protocol):
    """What is asked of the journal."""

    @property
    def place(self) -> str: ...

    @property
    def trouble(self) -> str | None:
        """Why nothing can be written there; None = it can."""
        ...

    def keeps(self, now: float) -> bool:
        """What was put is on its disk."""
        ...


class Health:
    """Shared by the threads of one writer. Times are monotonic seconds."""

    def __init__(self, report: Report, second: SecondPlace | None = None) -> None:
        self._report = report
        self._second = second
        # Held while reporting, so that what is heard last is what holds.
        self._lock = threading.RLock()
        self._oldest: float | None = None
        self._trouble: str | None = None
        self._said: str | None = None
        self._noted: str | None = None
        self._for_good = False

    def waiting_since(self, at: float | None) -> None:
        """When the oldest thing that is not yet written was put; None = all is written."""
        with self._lock:
            self._oldest = at

    def look(self, now: float) -> None:
        """Say that the store is behind, unless a better reason was said; mind the journal."""
        with self._lock:
            if self._trouble is None and self._lag_s(now) > BEHIND_S:
                self._trouble = _BEHIND
            self._say(now)

    def trouble(self, text: str, now: float) -> None:
        """Nothing can be written at the moment; where everything is kept is added."""
        with self._lock:
            if not self._for_good:
                self._trouble = text
            self._say(now)

    def lost(self, text: str) -> None:
        """Something is not in the record for good: no later success makes that well."""
        with self._lock:
            self._for_good = True
            self._trouble = self._said = text
            self._report(StoreTrouble(text))

    def written(self, now: float) -> None:
        """Something was written. It is well again when nothing older than 1 s waits."""
        with self._lock:
            if self._trouble is None or self._for_good or self._lag_s(now) > BEHIND_S:
                return
            self._trouble = self._said = None
            self._report(StoreWell())
            self._say(now)

    def _say(self, now: float) -> None:
        if self._trouble is None:
            self._note()
            return
        text = self._trouble if self._for_good else self._trouble + self._kept(now)
        if text != self._said:
            self._said = text
            self._report(StoreTrouble(text))

    def _kept(self, now: float) -> str:
        """Where everything is that is not in the record."""
        if self._second is None:
            return "; everything is kept in memory"
        place = self._second.place
        if self._second.keeps(now):
            return f"; everything is kept in the second place {place} and goes back by itself"
        why = self._second.trouble or "it does not answer"
        return (
            f"; everything is kept in memory only, because the second place {place} "
            f"cannot be written either ({why})"
        )

    def _note(self) -> None:
        """Say it when the record is well and the second place is not, or is again."""
        trouble = None if self._second is None else self._second.trouble
        if trouble == self._noted or self._second is None:
            return
        self._noted = trouble
        place = self._second.place
        if trouble is None:
            self._report(
                StoreNote(f"the second place {place} is written again", second_place=True)
            )
        else:
            self._report(
                StoreNote(
                    f"the second place {place} cannot be written ({trouble}); "
                    "the record itself is written, and nothing is lost",
                    second_place=False,
                )
            )

    def _lag_s(self, now: float) -> float:
        return 0.0 if self._oldest is None else max(0.0, now - self._oldest)
