"""Covers numbers that may not be believed any more, and says what to watch instead."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from monitor.outcomes import Priority
from ui.icons import draw_alarm
from ui.ink import CENTRE, Board, Label, Weight, wrapped
from ui.theme import Theme, colour


class Cover(Board):
    """A technical alarm over everything: `title`, a sentence, and how long already."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.face = ("", "", "")
        super().__init__(theme, parent)
        self.hide()

    def show_words(self, title: str, sentence: str, since: str) -> None:
        if (title, sentence, since) != self.face:
            self.face = (title, sentence, since)
            self.relayout()
        if self.isHidden():
            self.show()
        self.raise_()

    def lay_out(self) -> list[Label]:
        title, sentence, since = self.face
        theme, size = self.theme, self.scale.type(52, 24)
        room = self.width() * 0.72
        left = self.width() * 0.14
        plain = Label("", left, 0, room, size, theme.text, Weight.DemiBold, CENTRE)
        lines = wrapped(sentence, room, size, Weight.DemiBold)
        step = size * 1.35
        base = self.height() / 2 - step * (len(lines) - 1) / 2
        made = [
            replace(plain, text=line, baseline=base + step * place)
            for place, line in enumerate(lines)
        ]
        head = replace(
            plain,
            text=title,
            size_px=self.scale.type(34, 18),
            colour=theme.medium,
            baseline=base - step * 1.5,
        )
        foot = replace(
            plain,
            text=since,
            size_px=self.scale.type(28, 15),
            colour=theme.text_2,
            weight=Weight.Normal,
            baseline=base + step * (len(lines) + 0.3),
        )
        return [head, *made, foot]

    def paint_under(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), colour(self.theme.background))
        thick = self.scale.px(10, 6)
        hue = colour(self.theme.medium)
        painter.fillRect(QRectF(0, 0, self.width(), thick), hue)
        painter.fillRect(QRectF(0, self.height() - thick, self.width(), thick), hue)
        if self.labels:
            side = self.scale.px(88, 48)
            top = self.labels[0].baseline - self.scale.px(70, 36) - side
            left = (self.width() - side * 1.55) / 2
            draw_alarm(painter, QRectF(left, top, side, side), Priority.MEDIUM, hue)
