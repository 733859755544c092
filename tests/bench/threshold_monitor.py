"""What Chairside's alarms are measured against: a plain threshold monitor with the same limits.

It alarms at once on every value beyond a limit, without delay, repeat or hysteresis, and is calm
again with the first value back within. To be fair to it, its alarms are counted as ours are: one
for each sign and side (and one a side for the cuff), a worse tier being the same alarm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from monitor.alarm_table import ARTERIAL_ROWS, CONFIRMED_ROWS, CUFF_ROWS, STREAM_ROWS
from monitor.outcomes import Priority
from monitor.rules import Row, Verdict, judge
from monitor.vitals import VitalSign

LimitOf = Callable[[Row], float | None]
"""The limit of a row; None = it is not judged now."""
ROWS = (*CUFF_ROWS, *CONFIRMED_ROWS, *STREAM_ROWS)
"""Very high is high at once for it: there is nobody to ask for a repeat."""


@dataclass(frozen=True, slots=True)
class Sounded:
    """An alarm began (`escalated` False) or became worse."""

    at: float
    row: Row
    value: float
    limit: float
    escalated: bool


@dataclass(frozen=True, slots=True)
class Span:
    """So long a sign was beyond a limit without a break; `end` is the first value back within."""

    key: str
    row: Row
    begin: float
    end: float


class ThresholdMonitor:
    def __init__(self, rows: Iterable[Row] = ROWS) -> None:
        self._rows = tuple(rows)
        self.open: dict[str, Row] = {}
        """The worst row of each alarm that sounds now."""
        self.sounded: list[Sounded] = []
        self.spans: list[Span] = []
        self._since: dict[str, float] = {}

    @classmethod
    def arterial(cls) -> ThresholdMonitor:
        """For an arterial line: the same limits under keys of its own."""
        return cls((*ARTERIAL_ROWS, *STREAM_ROWS))

    def values(self, at: float, values: dict[VitalSign, float], limit_of: LimitOf) -> None:
        """Values that came together; a sign that is not among them stays as it was."""
        beyond: dict[str, list[tuple[Row, float, float]]] = {}
        for row in self._rows:
            if row.sign is None or row.sign not in values:
                continue
            found = beyond.setdefault(row.key, [])
            limit, value = limit_of(row), values[row.sign]
            breach = limit is not None and judge(row, value, limit, in_breach=False)
            if limit is not None and breach is Verdict.BREACH:
                found.append((row, value, limit))
        for key, found in beyond.items():
            self._settle(at, key, found)

    def _settle(self, at: float, key: str, found: list[tuple[Row, float, float]]) -> None:
        if not found:
            self._calm(at, key)
            return
        row, value, limit = max(found, key=lambda one: _badness(one[0]))
        before = self.open.get(key)
        if before is None or _badness(row) > _badness(before):
            self.sounded.append(Sounded(at, row, value, limit, before is not None))
        self._since.setdefault(key, at)
        self.open[key] = row

    def _calm(self, at: float, key: str) -> None:
        row = self.open.pop(key, None)
        if row is not None:
            self.spans.append(Span(key, row, self._since.pop(key), at))

    def end(self, at: float) -> None:
        """The recording ends here."""
        for key in tuple(self.open):
            self._calm(at, key)


def _badness(row: Row) -> tuple[Priority, int]:
    return row.priority, row.rank
