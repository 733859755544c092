"""Panels inside the window: they lie over the curves, never over the alarm bar or the numerals.

Esc and the Close tile close a panel; neither does anything else.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.controls import Look, Tile
from ui.ink import Board, Label, Scale, Weight, fitted, middle, wrapped
from ui.theme import Theme, colour
from ui.words import say

LEAST_TILE_PX = 57
"""What a gloved finger hits; choices that have no room for it stand in two columns."""


class SidePanel(Board):
    """A title, a Close tile, and `content_box` for whatever a panel is for."""

    closed = Signal()
    opening = Signal()
    """It will be seen: the last moment to give it its place."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        self.title = title
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tiles: list[Tile] = []
        self.close_tile = self.tile(say("close"), Look(ink=theme.text, fill=theme.raised, size=22))
        self.close_tile.clicked.connect(self.dismiss)

    def tile(self, text: str, look: Look | None = None) -> Tile:
        """A new tile of this panel."""
        made = Tile(self.theme, text, self)
        made.wear(look or Look(ink=self.theme.text, fill=self.theme.raised, size=26))
        made.set_scale(self.scale)
        self.tiles.append(made)
        return made

    def open(self) -> None:
        self.opening.emit()
        self.show()
        self.raise_()
        self.setFocus()

    def dismiss(self) -> None:
        self.hide()
        self.closed.emit()

    def set_scale(self, scale: Scale) -> None:
        for tile in self.tiles:
            tile.set_scale(scale)
        super().set_scale(scale)

    def pad(self) -> int:
        return self.scale.px(28, 12)

    def head_height(self) -> int:
        return self.scale.px(88, 60)

    def content_box(self) -> QRect:
        pad = self.pad()
        top = self.head_height()
        return QRect(pad, top, self.width() - 2 * pad, self.height() - top - pad)

    def lay_out(self) -> list[Label]:
        pad, wide = self.pad(), self.scale.px(130, 84)
        high = self.scale.px(60, 44)
        top = (self.head_height() - high) // 2
        self.close_tile.setGeometry(self.width() - pad - wide, top, wide, high)
        size = self.scale.type(32, 18)
        base = middle(0, self.head_height(), size, Weight.DemiBold)
        room = self.width() - 3 * pad - wide
        title = Label(self.title, pad, base, room, size, self.theme.text, Weight.DemiBold)
        return [fitted(title), *self.lay_out_content()]

    def lay_out_content(self) -> list[Label]:
        """Place the tiles of the panel and give its words."""
        return []

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def paint_under(self, painter: QPainter) -> None:
        painter.setBrush(colour(self.theme.panel))
        painter.setPen(QPen(colour(self.theme.line), 2))
        radius = self.scale.px(12, 6)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


def grid(
    tiles: Sequence[QWidget], box: QRect, columns: int, gap: int, tallest: int = 10_000
) -> int:
    """Put the widgets in rows of equal cells, left to right; the bottom of the last row."""
    rows = -(-len(tiles) // columns)
    wide = (box.width() - gap * (columns - 1)) / columns
    high = min(tallest, int((box.height() - gap * (rows - 1)) / rows))
    for place, tile in enumerate(tiles):
        row, column = divmod(place, columns)
        left = box.left() + round(column * (wide + gap))
        right = box.left() + round(column * (wide + gap) + wide)
        tile.setGeometry(left, box.top() + row * (high + gap), right - left, high)
    return box.top() + rows * high + (rows - 1) * gap


class ChoicePanel(SidePanel):
    """A sentence and a few tiles: the menu, the question before closing.

    Emits the name of the tile that was pressed.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        sentence: str,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        self.sentence = sentence
        self.choices: dict[str, Tile] = {}
        super().__init__(theme, title, parent)
        for name, text in choices:
            tile = self.tile(text)
            tile.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            self.choices[name] = tile

    def lay_out_content(self) -> list[Label]:
        box, gap = self.content_box(), self.scale.px(16, 8)
        labels: list[Label] = []
        top: float = box.top()
        if self.sentence:
            size = self.scale.type(34, 18)
            for line in wrapped(self.sentence, box.width(), size, Weight.Normal):
                top += size * 1.4
                labels.append(Label(line, box.left(), top, box.width(), size, self.theme.text))
            top += self.scale.px(40, 16)
        shown = [tile for tile in self.choices.values() if not tile.isHidden()]
        if shown:
            rest = QRect(box.left(), int(top), box.width(), box.bottom() - int(top))
            columns = 1 if len(shown) * (LEAST_TILE_PX + gap) - gap <= rest.height() else 2
            grid(shown, rest, columns, gap, self.scale.px(84, LEAST_TILE_PX))
        return labels

    def offer(self, name: str, *, offered: bool) -> None:
        tile = self.choices[name]
        if tile.isHidden() == offered:
            tile.setVisible(offered)
            self.relayout()
