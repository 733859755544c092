"""Why? A few usual reasons in one tap each, or own words. For what is done against a rule."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from ui.chair.side_panel import grid
from ui.chair.text_line import TextLine
from ui.controls import Look, Tile
from ui.ink import Board, Label, Scale, Weight, fitted
from ui.theme import Theme, colour, font
from ui.words import say

COLUMNS = 2
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ReasonPad(Board):
    """`given` carries the reason in words; `left` that there was none."""

    given = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.title = self.sentence = ""
        self.presets: list[Tile] = []
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.line = TextLine(theme, say("because-own"), say("because-own-hint"), self)
        self.line.returnPressed.connect(self._own_words)
        self.ok = self._tile(say("because-ok"))
        self.ok.clicked.connect(self._own_words)
        self.back = self._tile(say("pin-back"))
        self.back.clicked.connect(self.go_back)
        self.hide()

    def _tile(self, text: str) -> Tile:
        tile = Tile(self.theme, text, self)
        tile.wear(Look(ink=self.theme.text, fill=self.theme.raised, size=25))
        tile.set_scale(self.scale)
        return tile

    def ask(self, title: str, sentence: str, presets: Sequence[str]) -> None:
        self.title, self.sentence = title, sentence
        for tile in self.presets:
            tile.hide()
            tile.deleteLater()
        self.presets = [self._preset(words) for words in presets]
        self.line.clear()
        self.show()
        self.raise_()
        self.setFocus()
        self.relayout()

    def _preset(self, words: str) -> Tile:
        tile = self._tile(words)
        tile.clicked.connect(lambda: self._give(words))
        tile.show()
        return tile

    def _own_words(self) -> None:
        words = self.line.text().strip()
        if words:
            self._give(words)
        else:
            self.line.setFocus()

    def _give(self, words: str) -> None:
        self.hide()
        self.given.emit(words)

    def go_back(self) -> None:
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Whoever just types means the line of own words."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif event.key() in ENTER and self.line.text().strip():
            self._own_words()
        elif event.text() and event.text().isprintable():
            self.line.setFocus()
            self.line.insert(event.text())
        else:
            super().keyPressEvent(event)

    def set_scale(self, scale: Scale) -> None:
        for tile in (*self.presets, self.ok, self.back):
            tile.set_scale(scale)
        super().set_scale(scale)

    def lay_out(self) -> list[Label]:
        theme, width, gap = self.theme, self.width(), self.scale.px(16, 8)
        size, small = self.scale.type(30, 17), self.scale.type(23, 13)
        base, below = size * 1.1, size * 1.1 + small * 1.7
        foot, line = self.scale.px(76, 57), self.scale.px(76, 48)
        wide = self.scale.px(230, 120)
        self.back.setGeometry(0, self.height() - foot, wide, foot)
        top = self.height() - foot - gap - line
        self.line.setFont(font(self.scale.type(25, 14)))
        self.line.setGeometry(0, top, width - wide - gap, line)
        self.ok.setGeometry(width - wide, top, wide, line)
        above = round(below + small)
        room = QRect(0, above, width, top - gap - above)
        if self.presets:
            grid(self.presets, room, COLUMNS, gap, self.scale.px(104, 57))
        return [
            fitted(Label(self.title, 0, base, width, size, theme.text, Weight.DemiBold)),
            fitted(Label(self.sentence, 0, below, width, small, theme.text_2)),
        ]

    def paint_under(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), colour(self.theme.panel))
