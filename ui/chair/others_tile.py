"""The alarms beside the one in the bar: how many, and the first two by name.

It is a dark tile in the bar, so that every alarm keeps its own colour and shape, whatever the
colour of the bar. A tap opens the list of all.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.chair.alarm_shapes import draw_shape, hue_of, shape_width
from ui.chair.alarm_text import AlarmWords
from ui.controls import Look, Tile
from ui.ink import Label, Weight, draw_label, fitted, middle
from ui.theme import Theme, colour
from ui.words import say

NAMED = 2
ROOM_FOR_WORDS_PX = 250
"""In a narrower tile the count stands alone, so that the names fit."""


class OthersTile(Tile):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.others: tuple[AlarmWords, ...] = ()
        super().__init__(theme, say("bar-others"), parent)
        self.wear(Look(ink=theme.text, fill=theme.background, edge=theme.line, size=26))

    def show_others(self, others: tuple[AlarmWords, ...]) -> None:
        if others != self.others:
            self.others = others
            names = ", ".join(words.headline for words in others)
            self.say(say("bar-more", len(others)), detail=names)
            self.update()

    def labels(self) -> list[Label]:
        count = self._count()
        return [count, *(label for _words, _box, label in self._rows(count))]

    def _count(self) -> Label:
        pad, size = self.scale.px(18, 9), self.scale.type(26, 14)
        base = middle(0, self.height(), size, Weight.DemiBold)
        text = self.text() if self.width() >= ROOM_FOR_WORDS_PX else f"+{len(self.others)}"
        label = Label(text, pad, base, 0, size, self.theme.text, Weight.DemiBold)
        return Label(
            label.text, pad, base, label.text_width() + 1, size, label.colour, label.weight
        )

    def _rows(self, count: Label) -> list[tuple[AlarmWords, QRectF, Label]]:
        """Each named alarm with the box of its shape and its words."""
        named = self.others[:NAMED]
        size, pad = self.scale.type(22, 12), self.scale.px(18, 9)
        left = pad + count.width + pad
        high = self.height() * 0.84 / max(1, len(named))
        side = size * 0.82
        start = left + max((shape_width(words, side) for words in named), default=0.0) + pad * 0.5
        room = self.width() - pad * 0.7 - start
        made = [
            fitted(Label(words.headline, start, 0, room, size, self.theme.text, Weight.Medium), 11)
            for words in named
        ]
        size = min((label.size_px for label in made), default=size)
        rows: list[tuple[AlarmWords, QRectF, Label]] = []
        for place, (words, label) in enumerate(zip(named, made, strict=True)):
            top = self.height() * 0.08 + place * high
            box = QRectF(left, top + (high - side) / 2, side, side)
            base = middle(top, high, size, Weight.Medium)
            rows.append((words, box, replace(label, baseline=base, size_px=size)))
        return rows

    def paint_over(self, painter: QPainter) -> None:
        for words, box, label in self._rows(self._count()):
            draw_shape(painter, box, words, colour(hue_of(self.theme, words)), self.theme.text)
            draw_label(painter, label)
