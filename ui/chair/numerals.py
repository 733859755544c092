"""The vital numbers: blood pressure largest, then heart rate and SpO2.

Rule 1: digits stand in slots of their own width; a change never moves a digit sideways.
Rule 2: a limit in breach is an edge in the alarm's colour, never a coloured background.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from monitor.events import Priority
from monitor.vitals import SIGNS
from ui.chair.faces import CuffFace, VitalFace
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
        return self.height() - self.pad()

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
        mean_base = self.bottom_line() - self.scale.px(46, 20)
        mean = Label(
            face.mean, pad, mean_base, self.width() - 2 * pad, self.scale.type(30, 15), theme.text
        )
        floor = mean_base - cap_height(mean.size_px) - self.scale.px(24, 8)
        return [
            title,
            fitted(limits),
            unit,
            mean,
            *self._big(face, self.top_line() + self.scale.px(24, 8), floor),
            *self.bottom_labels(face.age, face.delta, self.scale.px(20)),
        ]

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


class VitalBoard(NumeralBoard):
    """HR (or pulse) and SpO2."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.face: VitalFace | None = None
        super().__init__(theme, parent)

    def show_face(self, face: VitalFace) -> None:
        if face != self.face:
            self.face = face
            self.relayout()

    def breach(self) -> Priority | None:
        return None if self.face is None else self.face.breach

    def spoken(self) -> str:
        face = self.face
        if face is None:
            return ""
        return " ".join(part for part in (face.title, face.big or face.reason, face.age) if part)

    def lay_out(self) -> list[Label]:
        face = self.face
        if face is None:
            return []
        theme, pad = self.theme, self.pad()
        hue = theme.sign(SIGNS[face.sign].colour_role)
        room = self.width() - 2 * pad
        digits = self._digits(face, hue)
        words = room - (3 * text_width(WIDEST, digits[0].size_px, Weight.Bold) if face.big else 0)
        size, step = self.scale.type(21, 12), self.scale.px(36, 18)
        line = self.top_line() + step * 1.1
        title = Label(
            face.title, pad, self.top_line(), words, self.scale.type(26, 15), hue, Weight.DemiBold
        )
        unit = Label(face.unit, pad, line, words, size, theme.text_2)
        limits = Label(face.limits, pad, line + step, words, size, theme.text_2)
        if not face.big:
            unit = replace(unit, baseline=self.top_line(), left=pad, width=room, align=RIGHT)
            limits = replace(limits, baseline=line, width=room, align=RIGHT)
        return [
            title,
            fitted(unit, 11),
            fitted(limits, 11),
            *digits,
            *self.bottom_labels(face.age, face.delta, self.scale.px(20)),
        ]

    def _digits(self, face: VitalFace, hue: str) -> list[Label]:
        """Right-aligned, so that the last digit always stands in the same place."""
        pad = self.pad()
        width = self.width() - 2 * pad
        top = self.top_line() - cap_height(self.scale.type(26, 15)) + self.scale.px(6)
        floor = self.bottom_line() - self.scale.type(24, 13) - self.scale.px(18, 5)
        if not face.big:
            size = self.scale.type(40, 18)
            base = (self.top_line() + floor + cap_height(size)) / 2 + self.scale.px(20, 8)
            words = Label(face.reason, pad, base, width, size, self.theme.text_2, Weight.Medium)
            return [fitted(words)]
        size = self.digits_size(floor - top, "888", width * 0.55, self.scale.unit * 100)
        base = (top + floor + cap_height(size, Weight.Bold)) / 2
        tint = self.theme.text_3 if face.aged else hue
        return [Label(face.big, pad, base, width, size, tint, Weight.Bold, RIGHT)]
