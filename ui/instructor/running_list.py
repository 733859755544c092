"""What goes on because somebody let it happen: a line each, with a button that ends it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.chair.spans import minutes_text
from ui.controls import Look, Tile
from ui.ink import RIGHT, Board, Label, Scale, Weight, fill_round, fitted, middle
from ui.instructor.running import Running
from ui.instructor.trigger_text import trigger_name
from ui.theme import Theme
from ui.words import say

MOST = 4
"""The newest ones are seen; more than these at once nobody follows anyway."""


class RunningBoard(Board):
    """Emits the number of what is to be ended."""

    ended = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.running: tuple[Running, ...] = ()
        self._now_s = 0.0
        super().__init__(theme, parent)
        self.tiles = [Tile(theme, say("running-end"), self) for _ in range(MOST)]
        for place, tile in enumerate(self.tiles):
            tile.wear(Look(ink=theme.text, fill=theme.raised, size=18))
            tile.hide()
            tile.clicked.connect(lambda _checked=False, place=place: self._end(place))

    def show_running(self, running: tuple[Running, ...], now_s: float) -> None:
        now_s = float(int(now_s))
        if (running, now_s) != (self.running, self._now_s):
            self.running, self._now_s = running[:MOST], now_s
            self.relayout()

    def set_scale(self, scale: Scale) -> None:
        for tile in self.tiles:
            tile.set_scale(scale)
        super().set_scale(scale)

    def wanted_height(self) -> int:
        return self._head() + self._row() * max(1, len(self.running)) + self.scale.px(10, 6)

    def _end(self, place: int) -> None:
        if place < len(self.running):
            self.ended.emit(self.running[place].number)

    def lay_out(self) -> list[Label]:
        theme, scale, pad = self.theme, self.scale, self._pad()
        size = scale.type(20, 13)
        room = self.width() - 2 * pad
        base = middle(0, self._head(), size, Weight.DemiBold)
        title = say("running-title")
        made = [Label(title, pad, base, room, size, theme.text, Weight.DemiBold)]
        if not self.running:
            small = scale.type(17, 12)
            base = middle(self._head(), self._row(), small)
            nothing = Label(say("running-nothing"), pad, base, room, small, theme.text_2)
            made.append(fitted(nothing))
        for place, tile in enumerate(self.tiles):
            if place < len(self.running):
                made += self._line(self.running[place], tile, self._head() + place * self._row())
            tile.setVisible(place < len(self.running))
        return made

    def _line(self, one: Running, tile: Tile, top: int) -> list[Label]:
        theme, scale, pad = self.theme, self.scale, self._pad()
        size, small = scale.type(19, 13), scale.type(16, 12)
        high, wide = self._row(), scale.px(96, 64)
        tile.setGeometry(self.width() - pad - wide, top + 2, wide, high - scale.px(8, 4))
        name = trigger_name(one.name)
        tile.setAccessibleName(say("running-end-of", name))
        if one.readings is not None:
            left = say("running-readings", one.readings)
        elif one.until_s is None:
            left = say("running-until-ended", minutes_text(self._now_s - one.since_s))
        else:
            left = say("running-left", minutes_text(max(0.0, one.until_s - self._now_s)))
        room = tile.x() - scale.px(14, 8) - pad
        base = middle(top, high - scale.px(8, 4), size, Weight.Medium)
        when = Label(left, pad, base, room, small, theme.text_2, align=RIGHT)
        space = when.ink_left() - scale.px(10, 6) - pad
        what = Label(name, pad, base, space, size, theme.text, Weight.Medium)
        return [fitted(what), when]

    def paint_under(self, painter: QPainter) -> None:
        fill_round(painter, QRectF(self.rect()), self.theme.panel, self.scale.px(12, 6))

    def _pad(self) -> int:
        return self.scale.px(22, 12)

    def _head(self) -> int:
        return self.scale.px(48, 30)

    def _row(self) -> int:
        return self.scale.px(60, 50)
