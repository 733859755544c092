"""How the numbers of a session are measured: the best value so far, and time beyond a limit."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from monitor.alarm_table import CUFF_ROWS, STREAM_ROWS
from monitor.limits import LimitProfile
from monitor.outcomes import BaselineAccepted
from monitor.patient_limits import effective_limit
from monitor.rules import Row, Verdict, judge
from monitor.vitals import VitalSign
from ui.trend_buffer import Floats

Flags = npt.NDArray[np.bool_]

_ROWS: dict[str, Row] = {row.id: row for row in (*CUFF_ROWS, *STREAM_ROWS)}


@dataclass(frozen=True, slots=True)
class Extreme:
    """A highest or lowest value, when it was, and how far from baseline (None without one)."""

    value: float
    at_s: float
    change: float | None


class Beyond:
    """Time spent beyond one or more rows of the table; each value stands for a while.

    The limits are kept until they change: they are asked for once a second of the session.
    """

    def __init__(self, *row_ids: str) -> None:
        self._rows = {_ROWS[row_id].sign: _ROWS[row_id] for row_id in row_ids}
        self._limits: dict[VitalSign | None, float | None] = {}
        self.total_s = 0.0
        self._since_s: float | None = None
        self._until_s = 0.0

    def follow(self, profile: LimitProfile, baseline: BaselineAccepted | None) -> None:
        for sign, row in self._rows.items():
            known = row.id in profile.own
            self._limits[sign] = effective_limit(row, profile, baseline) if known else None

    def breached(self, sign: VitalSign, value: float) -> bool:
        limit = self._limits.get(sign)
        if limit is None:
            return False
        return judge(self._rows[sign], value, limit, in_breach=False) is Verdict.BREACH

    def all_breached(self, sign: VitalSign, values: Floats) -> Flags:
        """The same of many values; each number is judged once."""
        return mapped(values, lambda value: self.breached(sign, value)) > 0.0

    def hear(self, now_s: float, in_breach: bool, stands_s: float) -> None:
        if self._since_s is not None:
            self.settle(now_s)
        if in_breach:
            self._since_s, self._until_s = now_s, now_s + stands_s

    def hear_all(self, now_s: Floats, in_breach: Flags, stands_s: Floats) -> None:
        """The same as `hear` for each of them, oldest first."""
        if not len(now_s):
            return
        self.hear(float(now_s[0]), False, 0.0)
        began, stood = now_s[:-1], stands_s[:-1]
        lasted = np.maximum(0.0, np.minimum(now_s[1:], began + stood) - began)[in_breach[:-1]]
        # Added one after the other, as seconds that come one by one are.
        self.total_s = float(np.add.accumulate(np.append(self.total_s, lasted))[-1])
        if in_breach[-1]:
            self._since_s, self._until_s = float(now_s[-1]), float(now_s[-1] + stands_s[-1])

    def settle(self, now_s: float) -> None:
        if self._since_s is not None:
            self.total_s += max(0.0, min(now_s, self._until_s) - self._since_s)
            self._since_s = None


@dataclass(slots=True)
class Best:
    """The first of the best values so far."""

    better: Callable[[float, float], bool]
    value: float | None = None
    at_s: float = 0.0

    def hear(self, value: float, at_s: float) -> None:
        if self.value is None or self.better(value, self.value):
            self.value, self.at_s = value, at_s

    def hear_all(self, values: Floats, at_s: Floats) -> None:
        """The same as `hear` for each of them, oldest first."""
        if len(values):
            place = int(values.argmax() if self.better is operator.gt else values.argmin())
            self.hear(float(values[place]), float(at_s[place]))

    def against(self, resting: float | None) -> Extreme | None:
        if self.value is None:
            return None
        change = None if resting is None else self.value - resting
        return Extreme(self.value, self.at_s, change)


def highest() -> Best:
    return Best(operator.gt)


def lowest() -> Best:
    return Best(operator.lt)


def mapped(values: Floats, of: Callable[[float], float]) -> Floats:
    """`of` each of the values; asked once for each number."""
    numbers, places = np.unique(values, return_inverse=True)
    found: Floats = np.array([of(float(one)) for one in numbers], np.float64)[places]
    return found
