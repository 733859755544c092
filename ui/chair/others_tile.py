"""The alarms beside the one in the bar: how many, and the first two by name.

It is a dark tile in the bar, so that every alarm keeps its own colour and shape, whatever the
colour of the bar. A tap opens the list of all. Those of other chairs are among them, each named by
its chair; while one of them waits for a hand, the tile has an edge in its colour.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.chair.alarm_shapes import draw_shape, hue_of, shape_width
from ui.chair.alarm_text import AlarmWords, Manner
from ui.chair.numerals import alarm_colour
from ui.controls import Look, Tile
from ui.ink import Label, Weight, draw_label, fitted, middle, text_width
from ui.theme import Theme, colour
from ui.words import say

NAMED = 2
ROOM_FOR_WORDS_PX = 250
"""In a narrower tile the count stands alone, so that the names fit."""


LEAST_PX = 11


def _named(words: AlarmWords, room: float) -> str:
    """With its chair in words, or where that is too long, in figures."""
    fits = text_width(words.title, LEAST_PX, Weight.Medium) <= room
    return words.title if fits or not words.elsewhere else f"{words.number} · {words.headline}"


class OthersTile(Tile):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.others: tuple[AlarmWords, ...] = ()
        super().__init__(theme, say("bar-others"), parent)
        self.wear(self._look())

    def show_others(self, others: tuple[AlarmWords, ...]) -> None:
        if others != self.others:
            self.others = others
            names = ", ".join(words.title for words in others)
            self.say(say("bar-more", len(others)), detail=names)
            self.wear(self._look())
            self.update()

    def _look(self) -> Look:
        """An edge in its colour, while another chair has an alarm that nobody has answered."""
        theme = self.theme
        holding = (one for one in self.others if one.elsewhere and one.manner is Manner.OPEN)
        first = next(holding, None)
        if first is None:
            return Look(ink=theme.text, fill=theme.background, edge=theme.line, size=26)
        edge = alarm_colour(theme, first.priority)
        return Look(ink=theme.text, fill=theme.background, edge=edge, edge_px=4, size=26)

    def labels(self) -> list[Label]:
        count, rows = self._laid_out()
        return [count, *(label for _words, _box, label in rows)]

    def _laid_out(self) -> tuple[Label, list[tuple[AlarmWords, QRectF, Label]]]:
        """The count in words, or where a name would be cut for them, as a number."""
        count = self._count(short=False)
        rows = self._rows(count)
        if any(label.shortened for _words, _box, label in rows):
            count = self._count(short=True)
            rows = self._rows(count)
        return count, rows

    def _count(self, *, short: bool) -> Label:
        pad, size = self.scale.px(18, 9), self.scale.type(26, 14)
        base = middle(0, self.height(), size, Weight.DemiBold)
        in_words = self.width() >= ROOM_FOR_WORDS_PX and not short
        text = self.text() if in_words else f"+{len(self.others)}"
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
            fitted(Label(text, start, 0, room, size, self.theme.text, Weight.Medium), LEAST_PX)
            for text in (_named(words, room) for words in named)
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
        for words, box, label in self._laid_out()[1]:
            draw_shape(painter, box, words, colour(hue_of(self.theme, words)), self.theme.text)
            draw_label(painter, label)
