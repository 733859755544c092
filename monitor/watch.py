"""How long one row's condition has held: the delay before an alarm, the calm before its end.

Rule 1: UNKNOWN never fires and never clears. It stops the delay, which goes on with the next
        breach; it ends the calm, which must be unbroken.
Rule 2: a change bears the moment it was due, so it does not matter when anybody looks.
"""

from __future__ import annotations

from monitor.clock import whole_ms
from monitor.rules import Row, Verdict


class Watch:
    """The timers of one row. `holds` is True from the end of the delay to the end of the calm."""

    __slots__ = (
        "_breach_lasted_s",
        "_breach_since",
        "_within_since",
        "delay_s",
        "holds",
        "limit",
        "row",
        "value",
    )

    pending = False
    provisional = False
    asked_by = None
    """A row with a delay asks for nothing: it waits."""

    def __init__(self, row: Row, delay_s: float | None = None) -> None:
        self.row = row
        self.delay_s = row.delay_s if delay_s is None else delay_s
        self.holds = False
        self.value: float | None = None
        self.limit: float | None = None
        self._breach_since: float | None = None
        self._breach_lasted_s = 0.0
        self._within_since: float | None = None

    @property
    def rests(self) -> bool:
        """Nothing holds, and nothing will before the next breach is fed."""
        return not self.holds and self._breach_since is None

    def feed(
        self,
        verdict: Verdict,
        now: float,
        value: float | None = None,
        limit: float | None = None,
        since: float | None = None,
    ) -> None:
        """A judgement made at `now`; `since` says that a breach began earlier than it was seen."""
        if verdict is Verdict.BREACH:
            self._within_since = None
            self.value, self.limit = value, limit
            if since is not None:
                self._breach_since = since
            elif self._breach_since is None:
                self._breach_since = now - self._breach_lasted_s
        elif verdict is Verdict.WITHIN:
            if not self.holds:
                self.drop()
            elif self._within_since is None:
                self._within_since = now
        else:
            self._within_since = None
            if not self.holds and self._breach_since is not None:
                self._breach_lasted_s = now - self._breach_since
                self._breach_since = None
        self.pass_time(now)

    def drop(self) -> None:
        """The row is not judged any more, or its condition is over."""
        self.holds = False
        self._breach_since = self._within_since = None
        self._breach_lasted_s = 0.0

    def pass_time(self, now: float) -> None:
        due = self.due_at()
        if due is None or due > now:
            return
        if self.holds:
            self.drop()
        else:
            self.holds = True

    def due_at(self) -> float | None:
        """When `holds` changes by itself if nothing else is heard; None = it doesn't."""
        if self.holds:
            calm = self._within_since
            return None if calm is None else whole_ms(calm + self.row.clear_s)
        breach = self._breach_since
        return None if breach is None else whole_ms(breach + self.delay_s)
