"""How soon each alarm was answered, as a bar against the protocol; what had no reason."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from monitor.training.debrief import Verdict
from ui.chair.spans import minutes_text
from ui.debrief.facts import AlarmRow, Words
from ui.debrief.marks import draw_verdict, priority_colour, verdict_colour
from ui.ink import RIGHT, Board, Label, Weight, fill_round, fitted, text_width, wrapped
from ui.theme import Theme, colour
from ui.words import say

SHOWN_TIMES = 2.0
"""A bar is so many times as long as what the protocol gives; longer answers fill it."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    row: AlarmRow
    disc: QRectF
    bar: QRectF


class AlarmsBoard(Board):
    def __init__(self, theme: Theme) -> None:
        self._words: Words | None = None
        self._drawn: list[_Drawn] = []
        super().__init__(theme)

    def show_words(self, words: Words) -> None:
        self._words = words
        self.relayout()

    def wanted_height(self, width: int) -> int:
        return round(self._all(width)[1])

    def lay_out(self) -> list[Label]:
        labels, _down, self._drawn = self._all(self.width())
        return labels

    def _all(self, width: int) -> tuple[list[Label], float, list[_Drawn]]:
        words, scale, theme = self._words, self.scale, self.theme
        if words is None:
            return [], 0.0, []
        pad, head, size = scale.px(26, 16), scale.type(24, 15), scale.type(21, 13)
        room, down = width - 2 * pad, pad + head * 0.9
        title = say("debrief-alarms")
        labels = [Label(title, pad, down, room, head, theme.text, Weight.DemiBold)]
        down += head * 0.5
        drawn: list[_Drawn] = []
        for row in words.alarms:
            down += size * 1.6
            disc = size * 1.6
            left = pad + disc + size * 0.6
            first = down
            if not self._fit_beside(row, width - pad - left):
                down += size * 1.4
            bar = QRectF(left, down + size * 0.55, width - pad - left, scale.px(12, 8))
            drawn.append(_Drawn(row, QRectF(pad, first - size * 1.0, disc, disc), bar))
            labels += self._row(row, left, (first, down), width - pad)
            down = bar.bottom() + scale.type(17, 12) * 1.5
        if not words.alarms:
            down += size * 1.7
            labels.append(Label(say("debrief-no-alarms"), pad, down, room, size, theme.text_2))
        labels, down = self._needless(words, labels, down, width)
        return labels, down + pad * 0.9, drawn

    def _needless(
        self, words: Words, labels: list[Label], down: float, width: int
    ) -> tuple[list[Label], float]:
        if not words.needless:
            return labels, down
        scale, theme = self.scale, self.theme
        pad, head, size = scale.px(26, 16), scale.type(24, 15), scale.type(20, 13)
        room = width - 2 * pad
        down += head * 2.0
        made = [Label(say("debrief-needless"), pad, down, room, head, theme.text, Weight.DemiBold)]
        for said in words.needless:
            down += size * 0.4
            for line in wrapped(said, room, size, Weight.Normal):
                down += size * 1.4
                made.append(Label(line, pad, down, room, size, theme.text))
        return [*labels, *made], down

    def _fit_beside(self, row: AlarmRow, room: float) -> bool:
        """Its name and how it was answered stand in one line."""
        size, small = self.scale.type(21, 13), self.scale.type(18, 12)
        name = text_width(_name(row), size, Weight.DemiBold)
        return name + text_width(row.timing, small, Weight.Medium) + size * 1.95 <= room

    def _row(
        self, row: AlarmRow, left: float, lines: tuple[float, float], right: float
    ) -> list[Label]:
        """`lines`: the baselines of its name and of how it was answered; often the same."""
        scale, theme = self.scale, self.theme
        size, small = scale.type(21, 13), scale.type(18, 12)
        (upper, lower), ink = lines, verdict_colour(theme, row.verdict)
        at = left + size * 0.95
        room = right - at
        beside = upper == lower
        timing = Label(row.timing, at, lower, room, small, ink, Weight.Medium)
        name = Label(_name(row), at, upper, room, size, theme.text, Weight.DemiBold)
        return [fitted(name, 11), fitted(replace(timing, align=RIGHT) if beside else timing, 11)]

    def paint_under(self, painter: QPainter) -> None:
        fill_round(painter, QRectF(self.rect()), self.theme.panel, 12)
        for one in self._drawn:
            draw_verdict(painter, self.theme, one.row.verdict, one.disc)
            self._draw_bar(painter, one)

    def _draw_bar(self, painter: QPainter, one: _Drawn) -> None:
        theme, row, bar = self.theme, one.row, one.bar
        size = self.scale.type(21, 13)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(priority_colour(theme, row.priority)))
        dot = size * 0.52
        top = one.disc.top() + size * 1.0 - size * 0.62
        painter.drawRoundedRect(QRectF(bar.left(), top, dot, dot), 2, 2)
        fill_round(painter, bar, theme.raised, bar.height() / 2)
        whole_s = row.allowed_s * SHOWN_TIMES
        missed = row.verdict is Verdict.MISSED
        took_s = whole_s if missed else (row.took_s or 0.0)
        if took_s > 0.0:
            share = min(1.0, took_s / whole_s)
            filled = QRectF(bar)
            filled.setWidth(max(bar.height(), bar.width() * share))
            fill_round(painter, filled, verdict_colour(theme, row.verdict), bar.height() / 2)
        at = bar.left() + bar.width() / SHOWN_TIMES
        painter.setPen(QPen(colour(theme.text), 2))
        painter.drawLine(QPointF(at, bar.top() - 2), QPointF(at, bar.bottom() + 4))
        small = self.scale.type(17, 12)
        allowed = Label(
            minutes_text(row.allowed_s), at + 6, bar.bottom() + small * 1.05, 200, small,
            theme.text_2,
        )  # fmt: skip
        painter.setFont(allowed.font)
        painter.setPen(colour(allowed.colour))
        painter.drawText(QPointF(allowed.left, allowed.baseline), allowed.text)


def _name(row: AlarmRow) -> str:
    return f"{row.began}  {row.alarm}"
