"""What a row of the alarm table is, and the judgement of one value against one row.

Rule 1: comparators are as the clinic's rules write them (at least, above, below).
Rule 2: UNKNOWN is never "fine": it neither raises nor clears.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

from monitor.outcomes import Priority
from monitor.vitals import VitalSign


class Verdict(enum.Enum):
    WITHIN = enum.auto()
    BREACH = enum.auto()
    UNKNOWN = enum.auto()


class Compare(enum.Enum):
    AT_LEAST = enum.auto()
    ABOVE = enum.auto()
    BELOW = enum.auto()


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One line of the alarm table; a row is equal to itself only.

    The condition must hold for `delay_s` to be an alarm, and be gone (by `deadband`) for
    `clear_s` to be over. `latching`: it sounds until somebody acknowledges it, even when the
    condition is over. `relative`: there is no such row without a baseline. `rank` orders the rows
    of one key. `colour_only_before_treating`: the go / no-go decision judges it until then.
    """

    id: str
    key: str
    sign: VitalSign | None
    compare: Compare | None
    priority: Priority
    rank: int
    delay_s: float = 0.0
    deadband: float = 0.0
    clear_s: float = 0.0
    latching: bool = False
    relative: bool = False
    colour_only_before_treating: bool = False
    audible: bool = True
    repeats: bool = False
    """A cuff row of which a second reading decides (see `cuff_watch.py`)."""
    repeat_within_s: float | None = None
    """How long the second reading may take; None = as the next cuff is due."""

    @property
    def badness(self) -> tuple[Priority, int]:
        """Orders the rows of one key."""
        return self.priority, self.rank

    def of_source(self, source: str) -> Row:
        """The same row for one of several devices."""
        return replace(self, key=f"{self.key}/{source}")


def judge(row: Row, value: float, limit: float, *, in_breach: bool) -> Verdict:
    """Compare; once in breach the value must be `deadband` inside the limit to be within."""
    slack = row.deadband if in_breach else 0.0
    match row.compare:
        case Compare.AT_LEAST:
            breach = value >= limit - slack
        case Compare.ABOVE:
            breach = value > limit - slack
        case Compare.BELOW:
            breach = value < limit + slack
        case None:
            raise AssertionError(f"{row.id} compares nothing")
    return Verdict.BREACH if breach else Verdict.WITHIN
