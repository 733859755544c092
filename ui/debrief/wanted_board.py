"""What was wanted, line by line: done in time, late, not at all, and why it was wanted."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.debrief.facts import WantedRow, Words
from ui.debrief.marks import draw_verdict, verdict_colour
from ui.ink import RIGHT, Board, Label, Weight, fill_round, fitted, text_width, wrapped
from ui.theme import Theme
from ui.words import say


class WantedBoard(Board):
    def __init__(self, theme: Theme) -> None:
        self._words: Words | None = None
        self._discs: list[tuple[WantedRow, QRectF]] = []
        super().__init__(theme)

    def show_words(self, words: Words) -> None:
        self._words = words
        self.relayout()

    def wanted_height(self, width: int) -> int:
        return round(self._rows(width)[1])

    def lay_out(self) -> list[Label]:
        labels, _down, self._discs = self._rows(self.width())
        return labels

    def _rows(self, width: int) -> tuple[list[Label], float, list[tuple[WantedRow, QRectF]]]:
        words, scale, theme = self._words, self.scale, self.theme
        if words is None:
            return [], 0.0, []
        pad, head, size = scale.px(26, 16), scale.type(24, 15), scale.type(23, 14)
        down = pad + head * 0.9
        title = say("debrief-wanted")
        labels = [Label(title, pad, down, width - 2 * pad, head, theme.text, Weight.DemiBold)]
        down += head * 0.5
        discs: list[tuple[WantedRow, QRectF]] = []
        if not words.wanted:
            down += size * 1.8
            none = say("debrief-no-wanted")
            labels.append(Label(none, pad, down, width - 2 * pad, size, theme.text_2))
        for row in words.wanted:
            down += size * 1.5
            disc = size * 1.5
            discs.append((row, QRectF(pad, down - size * 1.06, disc, disc)))
            labels += self._row(row, pad + disc + size * 0.6, down, width - pad)
            lines = len(self._why(row, pad + disc + size * 0.6, width - pad))
            down += lines * scale.type(19, 12) * 1.4 + size * 0.35
        return labels, down + pad * 0.8, discs

    def _row(self, row: WantedRow, left: float, down: float, right: float) -> list[Label]:
        scale, theme = self.scale, self.theme
        size, small = scale.type(23, 14), scale.type(19, 12)
        room = right - left
        told = Label(
            row.timing, left, down, room, small, verdict_colour(theme, row.verdict),
            Weight.Medium, RIGHT,
        )  # fmt: skip
        name = room - text_width(row.timing, small, Weight.Medium) - size
        labels = [
            fitted(Label(row.deed, left, down, name, size, theme.text, Weight.DemiBold), 11),
            told,
        ]
        for line in self._why(row, left, right):
            down += small * 1.4
            labels.append(Label(line, left, down, room, small, theme.text_2))
        if row.worth:
            base = labels[2].baseline if len(labels) > 2 else down
            labels.append(Label(row.worth, left, base, room, small, theme.text_2, align=RIGHT))
        return labels

    def _why(self, row: WantedRow, left: float, right: float) -> list[str]:
        small = self.scale.type(19, 12)
        beside = text_width(row.worth, small) + small if row.worth else 0.0
        return wrapped(row.why, right - left - beside, small, Weight.Normal)

    def paint_under(self, painter: QPainter) -> None:
        fill_round(painter, QRectF(self.rect()), self.theme.panel, 12)
        for row, box in self._discs:
            draw_verdict(painter, self.theme, row.verdict, box)
