"""Where everything of the trend view goes: boxes, scales, ticks and labels that never overlap.

Pure arithmetic on pixels and seconds, so that it can be tested without a window.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

SMALLEST_PX, LARGEST_PX = 11, 32
TICK_MINUTES = (1, 2, 5, 10, 15, 20, 30, 60, 120, 240)


@dataclass(frozen=True, slots=True)
class XScale:
    """Session seconds to pixels."""

    from_s: float
    to_s: float
    left: float
    width: float

    def px(self, t_s: float) -> float:
        return self.left + (t_s - self.from_s) / (self.to_s - self.from_s) * self.width

    def seconds(self, px: float) -> float:
        return self.from_s + (px - self.left) / self.width * (self.to_s - self.from_s)

    def shows(self, t_s: float) -> bool:
        return self.from_s <= t_s <= self.to_s


@dataclass(frozen=True, slots=True)
class YScale:
    low: float
    high: float
    top: float
    height: float

    def px(self, value: float) -> float:
        return self.top + (self.high - value) / (self.high - self.low) * self.height


@dataclass(frozen=True, slots=True)
class Boxes:
    """`panels` are the rounded surfaces, `plots` the part of each in which values are drawn."""

    type_px: int
    panels: tuple[QRectF, ...]
    plots: tuple[QRectF, ...]
    lane: QRectF
    axis: QRectF

    @property
    def first(self) -> QRectF:
        return self.plots[0]


def lay_out(
    width: float,
    height: float,
    shares: Sequence[float],
    *,
    with_lane: bool = True,
    least_px: int = SMALLEST_PX,
) -> Boxes:
    """One panel for each share of the height, the lane (if it is wanted) and the axis below them.

    `least_px`: the type is not set smaller.
    """
    type_px = max(least_px, min(LARGEST_PX, round(height / 44)))
    gap = 8.0 if height >= 400 else 5.0
    left, right = round(type_px * 3.6), round(type_px * 7.2)
    lane_height, axis_height = lane_heights(type_px)[-1] if with_lane else 0.0, type_px * 1.7
    free = max(60.0, height - lane_height - axis_height - gap * len(shares))
    panels: list[QRectF] = []
    top = 0.0
    for share in shares:
        tall = round(free * share / sum(shares))
        panels.append(QRectF(0.0, top, width, tall))
        top += tall + gap
    plot_width = max(10.0, width - left - right)
    plots = tuple(QRectF(left, box.top(), plot_width, box.height()) for box in panels)
    lane = QRectF(0.0, top, width, lane_height)
    axis = QRectF(0.0, lane.bottom(), width, height - lane.bottom())
    return Boxes(type_px, tuple(panels), plots, lane, axis)


def lane_heights(type_px: int) -> tuple[float, float, float]:
    """Of the strip of alarms, of one row of words, and of the whole lane with its two rows."""
    alarms, row = round(type_px * 1.15), round(type_px * 1.35)
    return alarms, row, alarms + 2 * row + round(type_px * 0.5)


@dataclass(frozen=True, slots=True)
class Placed:
    """`width` is the room for the words from `left` on; 0 = only a tick fits."""

    left: float
    row: int
    width: float


def place_labels(
    lefts: Sequence[float], widths: Sequence[float], right: float, rows: int, least: float
) -> list[Placed]:
    """Put words that start at `lefts` (ascending) into rows without overlap.

    The newest are placed first; older ones are shortened to what room is left, and omitted when
    that is less than `least`.
    """
    ends = [right] * rows
    placed: list[Placed] = []
    for left, wanted in zip(reversed(lefts), reversed(widths), strict=True):
        rooms = [end - left for end in ends]
        row = next((row for row, room in enumerate(rooms) if room >= wanted), None)
        if row is None:
            row = rooms.index(max(rooms))
        width = min(wanted, rooms[row])
        if width < min(least, wanted):
            placed.append(Placed(left, row, 0.0))
            continue
        placed.append(Placed(left, row, width))
        ends[row] = left
    return placed[::-1]


def fit_between(
    left: float, wanted: float, placed: Sequence[Placed], right: float, rows: int, least: float
) -> Placed:
    """A row with room among words that already have their places; a bare tick if there is none."""
    for row in range(rows):
        others = [place for place in placed if place.row == row and place.width > 0]
        if any(place.left <= left < place.left + place.width for place in others):
            continue
        end = min((place.left for place in others if place.left > left), default=right)
        room = min(wanted, right - left, end - left)
        if room >= min(least, wanted):
            return Placed(left, row, room)
    return Placed(left, 0, 0.0)


def spread(wanted: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """Move ascending positions as little as needed so that neighbours are `apart`."""
    found: list[float] = []
    for position in wanted:
        found.append(max(position, found[-1] + apart if found else low))
    limit = high
    for index in range(len(found) - 1, -1, -1):
        found[index] = min(found[index], limit)
        limit = found[index] - apart
    return found


def x_ticks(scale: XScale, zero_s: float, least_px: float) -> list[float]:
    """Moments of whole minutes from zero, at least `least_px` apart."""
    per_px = (scale.to_s - scale.from_s) / scale.width
    fitting = (step for step in TICK_MINUTES if step * 60.0 >= least_px * per_px)
    step_s = next(fitting, TICK_MINUTES[-1]) * 60.0
    first = math.ceil((scale.from_s - zero_s) / step_s)
    last = math.floor((scale.to_s - zero_s) / step_s)
    return [zero_s + index * step_s for index in range(first, last + 1)]


def y_ticks(scale: YScale, steps: Sequence[float], least_px: float) -> list[float]:
    """Round values inside the scale, at least `least_px` apart, none on its very edge."""
    per_unit = scale.height / (scale.high - scale.low)
    step = next((step for step in steps if step * per_unit >= least_px), steps[-1])
    first, last = math.floor(scale.low / step) + 1, math.ceil(scale.high / step) - 1
    return [index * step for index in range(first, last + 1)]
