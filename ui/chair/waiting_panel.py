"""All that waits at this chair, one row each: done in one tap, or skipped with a reason."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from ui.chair.prompt_item import Answer, Item, items
from ui.chair.reason_pad import ReasonPad
from ui.chair.side_panel import SidePanel
from ui.controls import Look, Tile
from ui.ink import Board, Label, Scale, Weight, fill_round, fitted, middle, text_width
from ui.theme import Theme
from ui.view_state import ChairView
from ui.words import say

SKIPS = ("not-possible", "just-done", "declined", "provider-said")
"""Usual reasons for not doing what was asked for, in words of the screen."""
MOST_ROWS = 9
"""What has no room is counted below; nothing is more urgent than what is above it."""


class WaitingRow(Board):
    answered = Signal(object)
    skip_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.item: Item | None = None
        self.tiles: list[Tile] = []
        super().__init__(theme, parent)
        for place in range(3):
            tile = Tile(theme, say("wait-skip"), self)
            tile.wear(Look(ink=theme.text, fill=theme.raised, edge=theme.line, size=23))
            tile.clicked.connect(lambda _checked=False, place=place: self._answer(place))
            self.tiles.append(tile)
        self.skip = Tile(theme, say("wait-skip"), self)
        self.skip.wear(Look(ink=theme.text_2, fill=theme.raised, size=20))
        self.skip.clicked.connect(self._skip)

    def show_item(self, item: Item | None) -> None:
        if item != self.item:
            self.item = item
            self.relayout()

    def _answer(self, place: int) -> None:
        if self.item is not None and place < len(self.item.answers):
            self.answered.emit(self.item.answers[place])

    def _skip(self) -> None:
        if self.item is not None:
            self.skip_asked.emit(self.item.skip)

    def set_scale(self, scale: Scale) -> None:
        for tile in (*self.tiles, self.skip):
            tile.set_scale(scale)
        super().set_scale(scale)

    def lay_out(self) -> list[Label]:
        item = self.item
        if item is None:
            return []
        gap, high, right = self.scale.px(10, 5), self.height(), self.width()
        self.skip.setVisible(bool(item.skip))
        for place, tile in enumerate(self.tiles):
            tile.setVisible(place < len(item.answers))
        for tile, answer in zip(self.tiles, item.answers, strict=False):
            tile.say(answer.words)
        for tile in (self.skip, *reversed(self.tiles)):
            if not tile.isHidden():
                size = self.scale.type(tile.look.size, 13)
                words = text_width(tile.text(), size, tile.look.weight)
                wide = max(self.scale.px(110, 64), round(words) + 2 * self.scale.px(20, 9))
                right -= wide
                tile.setGeometry(right, 0, wide, high)
                right -= gap
        pad = self.scale.px(22, 12)
        room = right - pad
        size, small = self.scale.type(25, 14), self.scale.type(20, 11)
        base = middle(0, high * (0.62 if item.detail else 1.0), size, Weight.DemiBold)
        below = middle(high * 0.52, high * 0.4, small)
        theme = self.theme
        return [
            fitted(Label(item.text, pad, base, room, size, theme.text, Weight.DemiBold), 10),
            fitted(Label(item.detail, pad, below, room, small, theme.text_2), 9),
        ]

    def paint_under(self, painter: QPainter) -> None:
        theme = self.theme
        fill_round(painter, QRectF(self.rect()), theme.background, self.scale.px(10, 5))
        if self.item is not None and self.item.urgent:
            edge = QRectF(0, 0, self.scale.px(8, 5), self.height())
            fill_round(painter, edge, theme.caution, edge.width() / 2)


class WaitingPanel(SidePanel):
    """`answered` carries the `Answer`, `skipped` (prompt, reason)."""

    answered = Signal(object)
    skipped = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.items: tuple[Item, ...] = ()
        self.rows: list[WaitingRow] = []
        self._skipping = ""
        super().__init__(theme, say("waiting-title"), parent)
        for _place in range(MOST_ROWS):
            row = WaitingRow(theme, self)
            row.answered.connect(self._answer)
            row.skip_asked.connect(self.ask_skip)
            self.rows.append(row)
        self.why = ReasonPad(theme, self)
        self.why.given.connect(self._skip)
        self.why.left.connect(self.relayout)

    def open(self) -> None:
        self.why.hide()
        super().open()

    def dismiss(self) -> None:
        self.why.hide()
        super().dismiss()

    def show_view(self, view: ChairView) -> None:
        if self.isHidden():
            return
        found = items(view)
        if found != self.items:
            self.items = found
            self.relayout()

    def ask_skip(self, prompt: str) -> None:
        """Why this is not done this time."""
        self._skipping = prompt
        item = next((one for one in self.items if one.skip == prompt), None)
        self.why.setGeometry(self.content_box())
        presets = [say(f"skip-{name}") for name in SKIPS]
        what = "" if item is None else item.text
        self.why.ask(say("skip-title"), what, presets)
        self.relayout()

    def _skip(self, reason: str) -> None:
        self.skipped.emit(self._skipping, reason)
        self.dismiss()

    def _answer(self, answer: Answer) -> None:
        self.dismiss()
        self.answered.emit(answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if event.text().isdigit() or event.key() == Qt.Key.Key_Space:
            event.accept()
            return
        super().keyPressEvent(event)

    # ---- layout

    def set_scale(self, scale: Scale) -> None:
        for row in self.rows:
            row.set_scale(scale)
        self.why.set_scale(scale)
        super().set_scale(scale)

    def lay_out_content(self) -> list[Label]:
        box, gap = self.content_box(), self.scale.px(12, 6)
        asking = not self.why.isHidden()
        self.why.setGeometry(box)
        high, size = self.scale.px(92, 57), self.scale.type(24, 13)
        room = max(1, (box.height() - round(size * 1.8) + gap) // (high + gap))
        shown = () if asking else self.items[: min(room, MOST_ROWS)]
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(shown))
            if place < len(shown):
                top = box.top() + place * (high + gap)
                row.setGeometry(QRect(box.left(), top, box.width(), high))
                row.show_item(shown[place])
        if asking:
            return []
        left = len(self.items) - len(shown)
        words = say("waiting-none") if not self.items else say("wait-more-below", left)
        if self.items and not left:
            return []
        base = box.top() + len(shown) * (high + gap) + size * 1.2
        return [fitted(Label(words, box.left(), base, box.width(), size, self.theme.text_2))]
