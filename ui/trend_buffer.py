"""One continuous sign as two float64 arrays that only grow at the end, for drawing.

Rule 1: a time without values is one NaN, so that no line is drawn across it. NaN means "nothing
        here" in this buffer alone, and never leaves it.
Rule 2: at most one value a second is kept (the latest of that second). Memory is bounded: past
        `limit` points the oldest quarter is given up, in place.
Rule 3: `view` copies nothing. The arrays it gives are valid until the next `put` or `gap`.
Rule 4: time only goes on; what claims to be older than the last point is not drawn.

x is float64 because seconds with float32 lose tenths after a few hours.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

FIRST_CAPACITY = 1024
LIMIT = 65_536
"""Points: more than 18 hours at one a second."""
GAPS_KEPT = 2_000
NO_DATA = "no-data"
"""The reason of a gap when values just stopped coming; any better reason replaces it."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A time without values. `to_s` None = it still lasts. `why` is an id of a reason."""

    from_s: float
    to_s: float | None
    why: str

    def lasts_s(self, now_s: float) -> float:
        return (now_s if self.to_s is None else self.to_s) - self.from_s


class TrendBuffer:
    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        first = min(FIRST_CAPACITY, limit)
        self._x: Floats = np.empty(first, dtype=np.float64)
        self._y: Floats = np.empty(first, dtype=np.float64)
        self._count = 0
        self._gaps: deque[Gap] = deque(maxlen=GAPS_KEPT)
        self.version = 0
        """Goes up with every change, so that a view can tell without comparing."""

    def __len__(self) -> int:
        return self._count

    @property
    def gaps(self) -> Sequence[Gap]:
        """Oldest first; only those that have a reason."""
        return self._gaps

    @property
    def last(self) -> tuple[float, float] | None:
        """The newest value and its moment; None before the first and inside a gap."""
        if self._count == 0 or math.isnan(self._y[self._count - 1]):
            return None
        return float(self._x[self._count - 1]), float(self._y[self._count - 1])

    def view(self) -> tuple[Floats, Floats]:
        return self._x[: self._count], self._y[: self._count]

    def put(self, t_s: float, value: float) -> None:
        if self._count and t_s < self._x[self._count - 1]:
            return
        self._close_gap(t_s)
        if self._same_second(t_s):
            self._x[self._count - 1] = t_s
            self._y[self._count - 1] = value
            self.version += 1
        else:
            self._append(t_s, value)

    def put_all(self, t_s: Floats, values: Floats, fresh_s: float) -> None:
        """The same as `put` for each, oldest first, where every silence above `fresh_s` is a gap.

        Such a gap is one without data; its line breaks at half of `fresh_s`.
        """
        if not len(t_s):
            return
        silent = np.diff(t_s) > fresh_s
        seconds = np.floor(t_s)
        kept = np.append(silent | (seconds[1:] != seconds[:-1]), True)
        before = np.flatnonzero(silent)
        places = np.cumsum(kept)[before]
        x = np.insert(t_s[kept], places, t_s[before] + fresh_s / 2)
        y = np.insert(values[kept], places, math.nan)
        older = self._count > 0 and t_s[0] < self._x[self._count - 1]
        if older or self._count + len(x) > self._limit:
            self._put_singly(t_s, values, fresh_s)
            return
        self._put_singly(t_s[:1], values[:1], fresh_s)
        self._count -= 1  # it is the first of these
        self._extend(x, y)
        for start in before.tolist():
            self._gaps.append(Gap(float(t_s[start]), float(t_s[start + 1]), NO_DATA))
        self.version += len(t_s)

    def gap(self, t_s: float, why: str) -> None:
        """No values from `t_s` on. An empty `why` breaks the line and is no gap to speak of."""
        broken = self._count == 0 or math.isnan(self._y[self._count - 1])
        start = t_s if self._count == 0 else float(self._x[self._count - 1])
        if not broken:
            self._append(max(t_s, start), math.nan)
        if not why:
            return
        if self._gaps and self._gaps[-1].to_s is None:
            if self._gaps[-1].why == NO_DATA != why:
                self._gaps[-1] = replace(self._gaps[-1], why=why)
                self.version += 1
            return
        self._gaps.append(Gap(start, None, why))
        self.version += 1

    def age(self, now_s: float, fresh_s: float) -> None:
        """Notice that values have stopped coming; each is one for `fresh_s`."""
        last = self.last
        if last is not None and now_s - last[0] > fresh_s:
            self.gap(last[0] + fresh_s / 2, NO_DATA)

    def near(self, t_s: float, within_s: float) -> float | None:
        """The latest value at or before `t_s`, if it is at most `within_s` older."""
        x, y = self.view()
        index = int(np.searchsorted(x, t_s, side="right")) - 1
        if index < 0 or math.isnan(y[index]) or t_s - x[index] > within_s:
            return None
        return float(y[index])

    def _same_second(self, t_s: float) -> bool:
        last = self.last
        return last is not None and math.floor(last[0]) == math.floor(t_s)

    def _close_gap(self, t_s: float) -> None:
        if self._gaps and self._gaps[-1].to_s is None:
            self._gaps[-1] = replace(self._gaps[-1], to_s=t_s)

    def _append(self, t_s: float, value: float) -> None:
        if self._count == len(self._x):
            self._make_room()
        self._x[self._count] = t_s
        self._y[self._count] = value
        self._count += 1
        self.version += 1

    def _put_singly(self, t_s: Floats, values: Floats, fresh_s: float) -> None:
        for at_s, value in zip(t_s.tolist(), values.tolist(), strict=True):
            self.age(at_s, fresh_s)
            self.put(at_s, value)

    def _extend(self, x: Floats, y: Floats) -> None:
        """What fits within the limit."""
        end = self._count + len(x)
        while end > len(self._x):
            self._grow()
        self._x[self._count : end] = x
        self._y[self._count : end] = y
        self._count = end

    def _make_room(self) -> None:
        if len(self._x) < self._limit:
            self._grow()
            return
        dropped = max(1, self._limit // 4)
        kept = self._count - dropped
        self._x[:kept] = self._x[dropped : self._count].copy()
        self._y[:kept] = self._y[dropped : self._count].copy()
        self._count = kept

    def _grow(self) -> None:
        more = np.empty(min(self._limit, len(self._x) * 2) - len(self._x))
        self._x = np.concatenate([self._x, more])
        self._y = np.concatenate([self._y, more])
