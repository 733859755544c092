"""Some figures in a row: a name, the figure, and what belongs to it below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.ink import Label, Weight, draw_label, fill_round, fitted
from ui.theme import Theme

HIGH_PX, GAP, PAD = 76.0, 10.0, 16.0


@dataclass(frozen=True, slots=True)
class Figure:
    name: str
    value: str
    rest: str = ""


class FigureRow(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._growth = 1.0
        self.figures: tuple[Figure, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def grow(self, growth: float) -> None:
        self._growth = growth
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(600, round(HIGH_PX * self._growth))

    def show_figures(self, figures: Sequence[Figure]) -> None:
        self.figures = tuple(figures)
        told = (", ".join(part for part in (f.name, f.value, f.rest) if part) for f in figures)
        self.setAccessibleName(". ".join(told))
        self.update()

    def labels(self) -> list[Label]:
        """Where the words are painted, in the measures of the code."""
        t, made = self._theme, []
        for place, figure in enumerate(self.figures):
            box = self._box(place)
            left, width = box.left() + PAD, box.width() - 2 * PAD
            made += [
                fitted(Label(figure.name, left, 21, width, 13, t.text_2), 11),
                fitted(Label(figure.value, left, 47, width, 22, t.text, Weight.DemiBold), 14),
                fitted(Label(figure.rest, left, 67, width, 13, t.text_2), 11),
            ]
        return made

    def _box(self, place: int) -> QRectF:
        many = max(1, len(self.figures))
        wide = (self.width() / self._growth - GAP * (many - 1)) / many
        return QRectF(place * (wide + GAP), 0, wide, HIGH_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._growth, self._growth)
        for place in range(len(self.figures)):
            fill_round(painter, self._box(place), self._theme.panel, 10)
        for label in self.labels():
            draw_label(painter, label)
        painter.end()
