"""A number with a tile to lower it and one to raise it; nothing is typed with gloves on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.controls import Look, Tile
from ui.ink import CENTRE, Board, Label, Scale, Weight, fill_round, fitted, middle
from ui.theme import Theme
from ui.words import say


class Stepper(Board):
    """Emits -1 or +1; what that means is for its panel to say."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        self.name, self.value = name, ""
        super().__init__(theme, parent)
        self.less, self.more = Tile(theme, "−", self), Tile(theme, "+", self)
        for tile, words, step in ((self.less, "step-less", -1), (self.more, "step-more", 1)):
            tile.wear(Look(ink=theme.text, fill=theme.raised, size=34))
            tile.setAccessibleName(say(words, name))
            tile.clicked.connect(lambda _checked=False, step=step: self.stepped.emit(step))

    def show_value(self, value: str) -> None:
        if value != self.value:
            self.value = value
            self.relayout()

    def set_scale(self, scale: Scale) -> None:
        for tile in (self.less, self.more):
            tile.set_scale(scale)
        super().set_scale(scale)

    def lay_out(self) -> list[Label]:
        high, side = self.height(), self.scale.px(100, 57)
        self.less.setGeometry(0, 0, side, high)
        self.more.setGeometry(self.width() - side, 0, side, high)
        room = self.width() - 2 * side
        size, small = self.scale.type(30, 17), self.scale.type(18, 11)
        value = Label(self.value, side, 0, room, size, self.theme.text, Weight.DemiBold, CENTRE)
        name = Label(self.name, side, 0, room, small, self.theme.text_2, align=CENTRE)
        return [
            _standing(fitted(value), high * 0.52),
            _standing(fitted(name, 10), middle(high * 0.58, high * 0.34, small)),
        ]

    def paint_under(self, painter: QPainter) -> None:
        box = QRectF(self.rect())
        fill_round(painter, box, self.theme.background, self.scale.px(12, 6))


def _standing(label: Label, baseline: float) -> Label:
    return replace(label, baseline=baseline)
