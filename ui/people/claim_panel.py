"""Whose were they? Entries made behind the lock, asked about at the next sign-in and at the end.

Rule 1: nobody is given entries that she did not tap as hers, or sign for with her PIN.
Rule 2: the end of a session asks too, because nobody can claim its entries afterwards; it can be
        ended without a name, and the closing of the day says so.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.chair.asking_panel import AskingPanel
from ui.chair.side_panel import grid
from ui.controls import Look
from ui.ink import Label, Weight, fill_round, fitted, middle, wrapped
from ui.people.faces import Unclaimed, count_text
from ui.theme import Theme
from ui.words import say


class ClaimPanel(AskingPanel):
    """`mine` they are hers; `others` they are somebody else's; `left` as they are."""

    mine = Signal()
    others = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.lines: tuple[Unclaimed, ...] = ()
        self.ending: int | None = None
        """The chair whose session is about to end; None = somebody has just signed in."""
        self._rows: list[QRectF] = []
        super().__init__(theme, say("claim-title"), parent)
        main = Look(ink=theme.text, fill=theme.infusion, size=26)
        self.mine_tile = self.tile(say("claim-mine"), main)
        self.other_tile = self.tile(say("claim-other"))
        self.left_tile = self.tile(say("claim-not-mine"))
        self.mine_tile.clicked.connect(self.mine)
        self.other_tile.clicked.connect(self.others)
        self.left_tile.clicked.connect(self.left)

    def show_lines(self, lines: tuple[Unclaimed, ...], ending: int | None) -> None:
        if (lines, ending) != (self.lines, self.ending):
            self.lines, self.ending = lines, ending
            self.left_tile.say(say("claim-not-mine" if ending is None else "claim-end"))
            self.relayout()

    @property
    def sentence(self) -> str:
        if self.ending is None:
            return say("claim-while-locked")
        return say("claim-before-end", self.ending)

    def lay_out_content(self) -> list[Label]:
        answers = (self.mine_tile, self.other_tile, self.left_tile)
        for tile in answers:
            tile.setVisible(not self.asking_person)
        self._rows = []
        if self.asking_person:
            return []
        box, gap, theme = self.content_box(), self.scale.px(16, 8), self.theme
        high, size = self.scale.px(96, 60), self.scale.type(28, 16)
        grid(answers, QRect(box.left(), box.bottom() + 1 - high, box.width(), high), 3, gap)
        labels, top = [], float(box.top())
        for words in wrapped(self.sentence, box.width(), size, Weight.Normal):
            top += size * 1.35
            labels.append(fitted(Label(words, box.left(), top, box.width(), size, theme.text)))
        room = QRectF(box.left(), top + size, box.width(), box.bottom() - high - gap - top - size)
        return [*labels, *self._lay_out_rows(room, gap)]

    def _lay_out_rows(self, room: QRectF, gap: int) -> list[Label]:
        """One line for each chair."""
        theme, small, pad = self.theme, self.scale.type(22, 12), self.scale.px(22, 12)
        row = min(float(self.scale.px(92, 57)), room.height() / max(1, len(self.lines)))
        labels = []
        for at, line in enumerate(self.lines):
            frame = QRectF(room.left(), room.top() + at * row, room.width(), row - gap / 2)
            self._rows.append(frame)
            base = middle(frame.top(), frame.height(), small, Weight.DemiBold)
            left, half = frame.left() + pad, frame.width() / 2
            text = say("claim-row", line.chair, count_text(line.count))
            head = fitted(Label(text, left, base, half, small, theme.text, Weight.DemiBold))
            start = left + head.text_width() + 2 * pad
            wide = frame.right() - pad - start
            labels += [head, fitted(Label(line.what, start, base, wide, small, theme.text_2), 9)]
        return labels

    def paint_under(self, painter: QPainter) -> None:
        super().paint_under(painter)
        for frame in self._rows:
            fill_round(painter, frame, self.theme.background, self.scale.px(10, 5))
