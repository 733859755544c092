"""The vital numbers: what they share, and the blood pressure, which is the largest of them.

Rule 1: digits stand in slots of their own width; a change never moves a digit sideways.
Rule 2: a limit in breach is an edge in the alarm's colour, never a coloured background.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from monitor.outcomes import Priority
from ui.chair.faces import CuffFace
from ui.ink import LEFT, RIGHT, Board, Label, Weight, cap_height, fill_round, fitted, text_width
from ui.theme import Theme
from ui.words import say

WIDEST = "0"
"""Figures are tabular: every digit is as wide as this one."""


def alarm_colour(theme: Theme, priority: Priority) -> str:
    return {Priority.HIGH: theme.high, Priority.MEDIUM: theme.medium, Priority.LOW: theme.low}[
        priority
    ]


class NumeralBoard(Board):
    """The panel, its pads and its edge; what the two kinds of numeral share."""

    wave_px = 0
    """The lowest part of the panel, which is left to a wave."""

    def leave_to_wave(self, px: int) -> None:
        if px != self.wave_px:
            self.wave_px = px
            self.relayout()

    def breach(self) -> Priority | None:
        return None

    def pad(self) -> int:
        return self.scale.px(26, 12)

    def paint_under(self, painter: QPainter) -> None:
        radius = self.scale.px(12, 6)
        fill_round(painter, QRectF(self.rect()), self.theme.panel, radius)
        breach = self.breach()
        if breach is not None:
            edge = QRectF(0, 0, self.scale.px(9, 5), self.height())
            fill_round(painter, edge, alarm_colour(self.theme, breach), edge.width() / 2)

    def corner(self, text: str, size: float, hue: str, *, right: bool = False) -> Label:
        """A line at the top of the panel."""
        pad, px = self.pad(), self.scale.type(size)
        return Label(
            text,
            pad,
            self.top_line(),
            self.width() - 2 * pad,
            px,
            hue,
            align=RIGHT if right else LEFT,
        )

    def top_line(self) -> float:
        return self.pad() + cap_height(self.scale.type(26, 15))

    def bottom_line(self) -> float:
        return self.height() - self.wave_px - self.pad()

    def digits_size(self, room: float, widest: str, width: float, wanted_cap: float) -> int:
        """The em size whose capitals fit into `room` and whose widest number into `width`."""
        probe = 100
        cap = cap_height(probe, Weight.Bold) / probe
        advance = text_width(widest, probe, Weight.Bold) / probe
        return max(24, int(min(wanted_cap / cap, room / cap, width / advance)))

    def bottom_labels(self, age: str, delta: str, gap: int) -> list[Label]:
        """Age at the left, change from baseline at the right; they share one line."""
        pad, size = self.pad(), self.scale.type(24, 13)
        room = self.width() - 2 * pad
        right = fitted(
            Label(
                delta, pad, self.bottom_line(), room * 0.5, size, self.theme.text, Weight.DemiBold
            )
        )
        taken = right.text_width() + gap if delta else 0
        left = Label(age, pad, self.bottom_line(), room - taken, size, self.theme.text_2)
        placed = Label(
            right.text,
            pad,
            right.baseline,
            room,
            right.size_px,
            right.colour,
            right.weight,
            RIGHT,
            right.shortened,
        )
        return [fitted(left), placed]


class CuffBoard(NumeralBoard):
    """NIBP: the largest thing on the screen, its age under it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.face: CuffFace | None = None
        super().__init__(theme, parent)

    def show_face(self, face: CuffFace) -> None:
        if face != self.face:
            self.face = face
            self.relayout()

    def breach(self) -> Priority | None:
        return None if self.face is None else self.face.breach

    def spoken(self) -> str:
        face = self.face
        if face is None:
            return say("nibp")
        value = f"{face.sbp}/{face.dbp}" if face.sbp else face.reason
        return " ".join(part for part in (say("nibp"), value, face.mean, face.age) if part)

    def lay_out(self) -> list[Label]:
        face = self.face
        if face is None:
            return []
        theme, pad = self.theme, self.pad()
        title = Label(
            say("nibp"),
            pad,
            self.top_line(),
            self.width() / 3,
            self.scale.type(26, 15),
            theme.nibp,
            Weight.DemiBold,
        )
        unit = self.corner(say("cuff-unit"), 20, theme.text_2, right=True)
        used = title.text_width() + self.scale.px(24)
        room = self.width() - 2 * pad - used - unit.text_width() - self.scale.px(24)
        limits = Label(
            face.limits, pad + used, self.top_line(), room, self.scale.type(20), theme.text_2
        )
        mean, source = self._mean_line(face)
        floor = mean.baseline - cap_height(mean.size_px) - self.scale.px(24, 8)
        return [
            title,
            fitted(limits),
            unit,
            mean,
            source,
            *self._big(face, self.top_line() + self.scale.px(24, 8), floor),
            *self.bottom_labels(face.age, face.delta, self.scale.px(20)),
        ]

    def _mean_line(self, face: CuffFace) -> tuple[Label, Label]:
        """The mean pressure, and which monitor all of it is from."""
        pad, base = self.pad(), self.bottom_line() - self.scale.px(46, 20)
        room, size, small = (
            self.width() - 2 * pad,
            self.scale.type(30, 15),
            self.scale.type(24, 13),
        )
        mean = Label(face.mean, pad, base, room, size, self.theme.text)
        source = Label(face.source, pad, base, room, small, self.theme.text_2, align=RIGHT)
        return mean, source

    def _big(self, face: CuffFace, top: float, floor: float) -> list[Label]:
        theme, pad = self.theme, self.pad()
        width = self.width() - 2 * pad
        if not face.sbp:
            size = self.scale.type(44, 20)
            base = (top + floor + cap_height(size)) / 2
            return [
                fitted(Label(face.reason, pad, base, width, size, theme.text_2, Weight.Medium))
            ]
        size = self.digits_size(floor - top, "888/888", width, self.scale.unit * 112)
        digit = text_width(WIDEST, size, Weight.Bold)
        slash = text_width("/", size, Weight.Bold)
        base = (top + floor + cap_height(size, Weight.Bold)) / 2
        left = pad - digit * 0.04
        hue = theme.text_3 if face.aged else theme.nibp

        def big(text: str, at: float, room: float, *, right: bool = False) -> Label:
            align = RIGHT if right else LEFT
            return Label(text, at, base, room, size, hue, Weight.Bold, align)

        return [
            big(face.sbp, left, 3 * digit, right=True),
            big("/", left + 3 * digit, slash),
            big(face.dbp, left + 3 * digit + slash, 3 * digit),
        ]
