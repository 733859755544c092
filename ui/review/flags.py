"""Which flags stand over the curve, and where: what is too close together is one flag.

Rule 1: a flag stands at its moment. Flags of one row that would cover each other are one, which
        shows the most serious of them and how many they are; stretched time parts them again.
Rule 2: alarms have a row of their own, so that no note ever covers one.
Pure, no Qt.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from monitor.outcomes import Priority
from ui.chair.trend_layout import XScale
from ui.review.line import Kind, Line
from ui.trend_buffer import Floats

ALARMS, OTHERS = range(2)
"""The rows of the strip, from above."""
_RANK = {
    Kind.ALARM: 6,
    Kind.DRUG: 5,
    Kind.SCORE: 4,
    Kind.COURSE: 3,
    Kind.NOTE: 2,
    Kind.MEASURED: 1,
    Kind.SETTING: 0,
}


@dataclass(frozen=True, slots=True)
class Flag:
    """One or several lines at one place. `left` and `width` are pixels; `line` is its face."""

    row: int
    left: float
    width: float
    line: Line
    lines: tuple[Line, ...]

    @property
    def middle(self) -> float:
        return self.left + self.width / 2

    def next_after(self, at_s: float | None) -> Line:
        """The one to go to: behind the one at `at_s` if that is one of these, else the first."""
        places = [place for place, line in enumerate(self.lines) if line.at_s == at_s]
        return self.lines[(places[-1] + 1) % len(self.lines)] if places else self.lines[0]


class Stretches:
    """Times that lasted, of one kind."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = tuple(lines)
        self._from_s: Floats = np.array([line.at_s for line in lines], dtype=np.float64)
        self._to_s: Floats = np.array([line.until_s for line in lines], dtype=np.float64)

    def seen(self, x: XScale) -> list[tuple[float, float]]:
        """From where to where in pixels, as far as they are in sight; those that touch are one."""
        return touching(*self._edges(x))

    def columns(self, x: XScale, ratio: float, beyond_px: float) -> npt.NDArray[np.bool_]:
        """Which columns of `x` they cover, with `beyond_px` at both ends.

        `ratio`: columns of the screen in a pixel.
        """
        lefts, rights = self._edges(x)
        lefts, rights = lefts - beyond_px, np.maximum(rights, lefts + 1.0) + beyond_px
        wide = round(x.width * ratio)
        steps = np.zeros(wide + 1, dtype=np.int64)
        begins = np.clip(np.rint((lefts - x.left) * ratio).astype(np.int64), 0, max(0, wide - 1))
        ends = np.clip(np.rint((rights - x.left) * ratio).astype(np.int64), begins + 1, wide)
        np.add.at(steps, begins, 1)
        np.add.at(steps, ends, -1)
        covered: npt.NDArray[np.bool_] = np.cumsum(steps)[:wide] > 0
        return covered

    def _edges(self, x: XScale) -> tuple[Floats, Floats]:
        """Those in sight: from where to where, in pixels."""
        there = (self._from_s <= x.to_s) & (self._to_s >= x.from_s)
        scale = x.width / (x.to_s - x.from_s)
        edge = x.left + x.width
        lefts: Floats = np.clip(x.left + (self._from_s[there] - x.from_s) * scale, x.left, edge)
        rights: Floats = np.clip(x.left + (self._to_s[there] - x.from_s) * scale, x.left, edge)
        return lefts, rights


def touching(lefts: Floats, rights: Floats) -> list[tuple[float, float]]:
    """Stretches in the order in which they begin; those less than a pixel apart are one."""
    if not len(lefts):
        return []
    reach = np.maximum.accumulate(rights)
    begins = np.flatnonzero(np.append(True, lefts[1:] > reach[:-1] + 1.0))
    ends = np.append(begins[1:], len(lefts)) - 1
    return list(zip(lefts[begins].tolist(), reach[ends].tolist(), strict=True))


class _Row:
    """The lines of one row of the strip, with their moments and the widths of their signs."""

    def __init__(self, row: int, lines: Sequence[Line]) -> None:
        self.row = row
        self.lines = tuple(lines)
        self._at_s: Floats = np.array([line.at_s for line in lines], dtype=np.float64)
        self._widths: Floats = np.zeros(len(lines), dtype=np.float64)
        self._narrowest = 0.0
        self._ranks = np.array([_rank(line) for line in lines], dtype=np.int64)

    def measure(self, wide: Callable[[Line], float]) -> None:
        self._widths = np.array([wide(line) for line in self.lines], dtype=np.float64)
        self._narrowest = float(self._widths.min()) if self.lines else 0.0

    def seen(self, x: XScale) -> list[Flag]:
        """The flags in sight, those that would cover each other together."""
        first = int(np.searchsorted(self._at_s, x.from_s, side="left"))
        last = int(np.searchsorted(self._at_s, x.to_s, side="right"))
        at = x.left + (self._at_s[first:last] - x.from_s) * (x.width / (x.to_s - x.from_s))
        half = self._widths[first:last] / 2
        lefts, middles, halves = (at - half).tolist(), at.tolist(), half.tolist()
        begins: list[int] = []
        place, count = 0, last - first
        while place < count:
            begins.append(place)
            right = middles[place] + halves[place]
            # Nearer than half of the narrowest sign nothing is free: thousands need no look.
            place = bisect_left(middles, right + self._narrowest / 2 - 0.5, place + 1)
            while place < count and lefts[place] < right:
                place += 1
        return [
            self._flag(first + begin, first + end, middles[begin])
            for begin, end in pairwise([*begins, count])
        ]

    def _flag(self, begin: int, end: int, middle: float) -> Flag:
        place = begin if end - begin == 1 else begin + int(self._ranks[begin:end].argmax())
        width = float(self._widths[place])
        return Flag(self.row, middle - width / 2, width, self.lines[place], self.lines[begin:end])


class Flags:
    """The lines of one session, in order, ready to be cut to what is in sight."""

    def __init__(self, lines: Sequence[Line] = ()) -> None:
        ordered = sorted(lines, key=lambda line: line.at_s)
        self.marks = tuple(line for line in ordered if line.kind is not Kind.GAP)
        self._rows = tuple(
            _Row(row, [line for line in self.marks if (line.kind is Kind.ALARM) is of_alarms])
            for row, of_alarms in ((ALARMS, True), (OTHERS, False))
        )
        long = [line for line in ordered if line.until_s is not None]
        self.gaps = Stretches([line for line in long if line.kind is Kind.GAP])
        self.alarms = {
            priority: Stretches(
                [one for one in long if one.kind is Kind.ALARM and one.priority is priority]
            )
            for priority in Priority
        }
        """The times from onset to end."""

    def measure(self, wide: Callable[[Line], float]) -> None:
        """`wide` says how many pixels a line's own sign needs."""
        for row in self._rows:
            row.measure(wide)

    def seen(self, x: XScale) -> list[Flag]:
        """The flags in sight; measured before."""
        return [flag for row in self._rows for flag in row.seen(x)]

    def beside(self, at_s: float | None, step: int) -> Line | None:
        """The mark before or behind a moment; None = there is none."""
        moments = [line.at_s for line in self.marks]
        if at_s is None:
            return self.marks[0] if self.marks else None
        place = bisect_right(moments, at_s) if step > 0 else bisect_left(moments, at_s) - 1
        return self.marks[place] if 0 <= place < len(self.marks) else None


def _rank(line: Line) -> int:
    """How serious: alarms by priority; what was taken back comes last."""
    priority = 0 if line.priority is None else 1 + int(line.priority)
    return (0 if line.struck else 100) + 10 * _RANK.get(line.kind, 0) + priority
