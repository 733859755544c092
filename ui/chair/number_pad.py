"""A number by ten large keys: what is typed stands above them, with its unit.

Rule 1: what cannot be read as a number is none; there is no value that means "no value".
Rule 2: keys of the keyboard are the same keys; what is no key here is left to the panel.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from ui.chair.side_panel import grid
from ui.controls import Look, Tile
from ui.ink import CENTRE, Board, Label, Scale, Weight, fill_round, fitted, middle
from ui.theme import Theme
from ui.words import figure, say

POINT = "."
EMPTY = "–"


class NumberPad(Board):
    """`digits` is how many can be typed, a point not counted; `decimal` offers the point."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        parent: QWidget | None = None,
        *,
        digits: int = 3,
        decimal: bool = False,
    ) -> None:
        self.name, self.unit, self.text = name, "", ""
        self.digits, self.decimal = digits, decimal
        self.keys: dict[str, Tile] = {}
        super().__init__(theme, parent)
        for key in "1234567890" + (POINT if decimal else ""):
            tile = Tile(theme, figure(key), self)
            tile.wear(Look(ink=theme.text, fill=theme.raised, size=32))
            tile.setAccessibleName(say("pad-point" if key == POINT else "cuff-digit", key))
            tile.clicked.connect(lambda _checked=False, key=key: self.type(key))
            self.keys[key] = tile
        self.back = Tile(theme, say("cuff-back"), self)
        self.back.wear(Look(ink=theme.text, fill=theme.raised, size=24))
        self.back.clicked.connect(self.delete)

    @property
    def value(self) -> float | None:
        """None = nothing that is a number stands there."""
        return float(self.text) if self.text.strip(POINT) else None

    def show_number(self, text: str, unit: str | None = None) -> None:
        """What stands there from now on; `unit` None = as it was."""
        self.text = text.replace(",", POINT)
        self.unit = self.unit if unit is None else unit
        self.relayout()

    def type(self, key: str) -> None:
        whole = len(self.text.replace(POINT, ""))
        if (POINT in self.text) if key == POINT else whole >= self.digits:
            return
        text = (self.text + key).lstrip("0") or "0"
        self.text = f"0{text}" if text.startswith(POINT) else text
        self.relayout()
        self.changed.emit()

    def delete(self) -> None:
        self.text = self.text[:-1]
        self.relayout()
        self.changed.emit()

    def take(self, event: QKeyEvent) -> bool:
        """Whether this key of the keyboard was one of these keys."""
        typed = event.text().replace(",", POINT)
        if typed in self.keys:
            self.type(typed)
        elif event.key() == Qt.Key.Key_Backspace:
            self.delete()
        else:
            return False
        return True

    # ---- layout

    def set_scale(self, scale: Scale) -> None:
        for tile in (*self.keys.values(), self.back):
            tile.set_scale(scale)
        super().set_scale(scale)

    def field_height(self) -> int:
        return self.scale.px(100, 50)

    def lay_out(self) -> list[Label]:
        gap, high, width = self.scale.px(12, 6), self.field_height(), self.width()
        pad = QRect(0, high + gap, width, self.height() - high - gap)
        last = [self.keys[POINT]] if self.decimal else []
        order = [*(self.keys[key] for key in "123456789"), *last, self.keys["0"], self.back]
        if not self.decimal:
            order = [*order[:9], self.back, self.keys["0"]]
        grid(order, pad, 3, gap, self.scale.px(104, 400))
        size, small = self.scale.type(52, 26), self.scale.type(21, 12)
        value = Label(
            figure(self.text) or EMPTY, 0, 0, width, size, self.theme.text, Weight.DemiBold, CENTRE
        )
        base = middle(0, high * 0.74, size, Weight.DemiBold)
        name = " · ".join(part for part in (self.name, self.unit) if part)
        below = Label(name, 0, high * 0.9, width, small, self.theme.text_2, align=CENTRE)
        return [fitted(replace(value, baseline=base)), fitted(below, 10)]

    def spoken(self) -> str:
        return say("pad-spoken", self.name, figure(self.text) or EMPTY, self.unit)

    def paint_under(self, painter: QPainter) -> None:
        box = QRectF(0, 0, self.width(), self.field_height())
        fill_round(painter, box, self.theme.background, self.scale.px(12, 6))
