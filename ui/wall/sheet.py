"""The ground on which one tile is laid out: its measures, and the words and boxes put on it.

Rule 1: the rows are the same in every tile of a room, so that the eye finds a number without
        looking for it. Heights are given for a tile that is 350 px high, and scale with it.
Rule 2: no word is cut: a wording that is too long gives way to a shorter one, or is set smaller.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF

from monitor.outcomes import Priority
from ui.ink import LEFT, RIGHT, Label, Scale, Weight, cap_height, fitted, text_width
from ui.theme import Theme
from ui.wall.faces import TileFace

WIDE_FROM = 720
"""In a window of 1920 x 1080: from this width on, the numbers stand beside the pressure."""
HEIGHT = 350
LEAST_PX = 11
PROBE_PX = 100


class Sheet:
    """`edges` mark numbers in breach, with their priority; `shape` is where the alarm's stands."""

    def __init__(
        self, face: TileFace, width: int, height: int, scale: Scale, theme: Theme
    ) -> None:
        self.face, self.scale, self.theme = face, scale, theme
        self.width, self.height = width, height
        self.pad = scale.px(24, 10)
        self.right = width - self.pad
        self.room = width - 2 * self.pad
        self.wide = width >= WIDE_FROM * scale.unit
        self.labels: list[Label] = []
        self.edges: list[tuple[QRectF, Priority]] = []
        self.shape: QRectF | None = None

    def y(self, wide: float, narrow: float | None = None) -> float:
        """A height in a tile of 350 px, in this one; narrow tiles may have another."""
        chosen_y = wide if self.wide or narrow is None else narrow
        return self.height * chosen_y / HEIGHT

    def put(
        self,
        text: str,
        baseline: float,
        size: int,
        hue: str,
        *,
        left: float | None = None,
        room: float | None = None,
        weight: Weight = Weight.Normal,
        right: bool = False,
    ) -> Label:
        """A line of words; at the left edge and as wide as the tile, unless told otherwise."""
        start = self.pad if left is None else left
        width = self.right - start if room is None else room
        align = RIGHT if right else LEFT
        label = fitted(Label(text, start, baseline, width, size, hue, weight, align), LEAST_PX)
        if text:
            self.labels.append(label)
        return label

    def edge(self, top: float, floor: float, left: float, priority: Priority) -> None:
        """A mark at the left of a number; `left` 0 = at the edge of the tile."""
        self.edges.append((QRectF(left, top, self.scale.px(7, 4), floor - top), priority))


def chosen(
    wordings: tuple[str, ...], room: float, size: int, weight: Weight = Weight.Normal
) -> str:
    """The longest wording that fits; the shortest when none does."""
    fits = (text for text in wordings if text_width(text, size, weight) <= room)
    return next(fits, wordings[-1] if wordings else "")


def digits_px(cap: float, room: float, widest: str) -> int:
    """The em size whose capitals are `cap` high at most, and `widest` as wide as `room`."""
    high = cap_height(PROBE_PX, Weight.Bold) / PROBE_PX
    wide = text_width(widest, PROBE_PX, Weight.Bold) / PROBE_PX
    return max(LEAST_PX, int(min(cap / high, room / wide)))
