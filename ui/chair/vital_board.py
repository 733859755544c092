"""A continuous sign as a number: the heart rate (or the pulse), and SpO2.

Rule: the last digit always stands in the same place. Where a wave lies in the lowest part of the
      panel, the words move beside the digits, and the digits stay large.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from monitor.outcomes import Priority
from monitor.vitals import SIGNS
from ui.chair.faces import VitalFace
from ui.chair.numerals import WIDEST, NumeralBoard
from ui.ink import RIGHT, Label, Weight, cap_height, fitted, text_width
from ui.theme import Theme


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
        if self.wave_px:
            return self._beside_digits(face) if face.big else self._above_wave(face)
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

    def _beside_digits(self, face: VitalFace) -> list[Label]:
        """Above a wave there is less room: four lines of words, and the digits beside them."""
        theme, pad = self.theme, self.pad()
        hue = theme.sign(SIGNS[face.sign].colour_role)
        digits = self._digits(face, hue)
        room = self.width() - 2 * pad - 3 * text_width(WIDEST, digits[0].size_px, Weight.Bold)
        size, strong = self.scale.type(21, 12), self.scale.type(22, 12)
        top, high = self.top_line(), self.bottom_line() - self.top_line()
        title_px = self.scale.type(26, 15)
        title = Label(face.title, pad, top, room, title_px, hue, Weight.DemiBold)
        used = title.text_width() + self.scale.px(14, 7)
        unit = Label(face.unit, pad + used, top, room - used, size, theme.text_2)
        limits = Label(face.limits, pad, top + 0.38 * high, room, size, theme.text_2)
        change = Label(
            face.delta, pad, top + 0.69 * high, room, strong, theme.text, Weight.DemiBold
        )
        age = Label(face.age, pad, top + high, room, strong, theme.text_2)
        return [title, *(fitted(label, 10) for label in (unit, limits, change, age)), *digits]

    def _above_wave(self, face: VitalFace) -> list[Label]:
        """No digits: the reason between the first line of words and the last."""
        theme, pad, room = self.theme, self.pad(), self.width() - 2 * self.pad()
        top, bottom = self.top_line(), self.bottom_line()
        size, title_px = self.scale.type(21, 12), self.scale.type(26, 15)
        hue = theme.sign(SIGNS[face.sign].colour_role)
        title = Label(face.title, pad, top, room / 3, title_px, hue, Weight.DemiBold)
        taken = title.text_width() + self.scale.px(14, 7)
        limits = Label(
            face.limits, pad + taken, top, room - taken, size, theme.text_2, align=RIGHT
        )
        age = Label(face.age, pad, bottom, room, size, theme.text_2)
        below = bottom - cap_height(age.size_px) if face.age else bottom
        why_px = int(min(self.scale.type(38, 18), (below - top) * 0.62))
        base = (top + below + cap_height(why_px)) / 2
        why = Label(face.reason, pad, base, room, why_px, theme.text_2, Weight.Medium)
        return [title, fitted(limits, 10), fitted(why), fitted(age, 10)]

    def _digits(self, face: VitalFace, hue: str) -> list[Label]:
        """Right-aligned, so that the last digit always stands in the same place."""
        pad = self.pad()
        width = self.width() - 2 * pad
        top = self.top_line() - cap_height(self.scale.type(26, 15)) + self.scale.px(6)
        floor = self.bottom_line() - self.scale.type(24, 13) - self.scale.px(18, 5)
        if self.wave_px and face.big:
            top, floor = self.top_line() - cap_height(self.scale.type(26, 15)), self.bottom_line()
        if not face.big:
            size = self.scale.type(40, 18)
            base = (self.top_line() + floor + cap_height(size)) / 2 + self.scale.px(20, 8)
            words = Label(face.reason, pad, base, width, size, self.theme.text_2, Weight.Medium)
            return [fitted(words)]
        size = self.digits_size(floor - top, "888", width * 0.55, self.scale.unit * 100)
        base = (top + floor + cap_height(size, Weight.Bold)) / 2
        tint = self.theme.text_3 if face.aged else hue
        return [Label(face.big, pad, base, width, size, tint, Weight.Bold, RIGHT)]
