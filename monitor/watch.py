"""How long one row's condition has held: the delay before an alarm, the calm before its end.

Rule 1: UNKNOWN stops both clocks where they are told to stop: it never fires, it never clears.
Rule 2: a change bears the moment it was due, so it does not matter when anybody looks.
"""

from __future__ import annotations

from monitor.rules import Row, Verdict


class Watch:
    """The timers of one row. `holds` is True from the end of the delay to the end of the calm."""

    __slots__ = (
        "_breach_since",
        "_verdict",
        "_within_since",
        "delay_s",
        "holds",
        "limit",
        "row",
        "value",
    )

    def __init__(self, row: Row, delay_s: float | None = None) -> None:
        self.row = row
        self.delay_s = row.delay_s if delay_s is None else delay_s
        self.holds = False
        self.value: float | None = None
        self.limit: float | None = None
        self._breach_since: float | None = None
        self._within_since: float | None = None
        self._verdict = Verdict.UNKNOWN

    @property
    def in_breach(self) -> bool:
        """Hysteresis applies: the alarm holds and has not had its calm yet."""
        return self.holds

    def feed(
        self,
        verdict: Verdict,
        now: float,
        value: float | None = None,
        limit: float | None = None,
        since: float | None = None,
    ) -> None:
        """A judgement made at `now`; `since` says that a breach began earlier than it was seen."""
        self._verdict = verdict
        if verdict is Verdict.BREACH:
            self._within_since = None
            self.value, self.limit = value, limit
            if self._breach_since is None or since is not None:
                self._breach_since = now if since is None else since
        elif verdict is Verdict.WITHIN:
            if not self.holds:
                self._breach_since = None
            elif self._within_since is None:
                self._within_since = now
        else:
            self._within_since = None
        self.pass_time(now)

    def drop(self) -> None:
        """The row is not judged any more; what it said is over."""
        self.holds = False
        self._breach_since = self._within_since = None
        self._verdict = Verdict.UNKNOWN

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
        if not self.holds and self._verdict is Verdict.BREACH and self._breach_since is not None:
            return self._breach_since + self.delay_s
        if self.holds and self._within_since is not None:
            return self._within_since + self.row.clear_s
        return None
