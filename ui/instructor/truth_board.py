"""The truth as a table: how it is, what the monitor shows, what the learner's screen shows.

Rule: the truth is the largest; what the learner sees is dull, and brown where it is far from it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.ink import RIGHT, Board, Label, Weight, fill_round, fitted, middle
from ui.instructor.truth_rows import TruthRow
from ui.theme import Theme, colour
from ui.words import say


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns of numbers end, as shares of the width."""

    patient: float = 0.51
    monitor: float = 0.755
    program: float = 1.0


COLUMNS = _Columns()


class TruthBoard(Board):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.rows: tuple[TruthRow, ...] = ()
        super().__init__(theme, parent)

    def show_rows(self, rows: tuple[TruthRow, ...]) -> None:
        if rows != self.rows:
            self.rows = rows
            self.relayout()

    def spoken(self) -> str:
        heads = [say(f"truth-{name}") for name in ("patient", "monitor", "program")]
        told = (
            f"{row.name}: {heads[0]} {row.truth}, {heads[1]} {row.monitor}, "
            f"{heads[2]} {row.program}"
            for row in self.rows
        )
        return ". ".join((say("truth-title"), *told))

    def lay_out(self) -> list[Label]:
        theme, pad = self.theme, self.pad()
        size, head = self.scale.type(22, 14), self.head()
        base = middle(0, head, size, Weight.DemiBold)
        title = Label(
            say("truth-title"), pad, base, self.width() * 0.3, size, theme.text, Weight.DemiBold
        )
        made = [fitted(title)]
        small = self.scale.type(17, 12)
        for name, share in (
            ("patient", COLUMNS.patient),
            ("monitor", COLUMNS.monitor),
            ("program", COLUMNS.program),
        ):
            box = self._column(share)
            made.append(
                fitted(
                    Label(say(f"truth-{name}"), *_at(box, base), small, theme.text_2, align=RIGHT)
                )
            )
        for place, row in enumerate(self.rows):
            made += self._row(row, self.top_of(place), self._high())
        return made

    def _row(self, row: TruthRow, top: float, high: float) -> list[Label]:
        theme, hue = self.theme, self.theme.sign(row.role)
        big, usual, small = (self.scale.type(one, least) for one, least in _SIZES)
        pad, side = self.pad(), self.width() * 0.2
        upper = middle(top, high * 0.68, usual, Weight.DemiBold)
        lower = middle(top + high * 0.56, high * 0.4, small)
        base = middle(top, high, big, Weight.DemiBold)
        patient, monitor, program = (
            _at(self._column(share), base)
            for share in (COLUMNS.patient, COLUMNS.monitor, COLUMNS.program)
        )
        ink = theme.caution if row.far else theme.text
        weight = Weight.DemiBold if row.far else Weight.Normal
        made = (
            Label(row.name, pad, upper, side, usual, hue, Weight.DemiBold),
            Label(row.unit, pad, lower, side, small, theme.text_3),
            Label(row.truth, *patient, big, hue, Weight.DemiBold, RIGHT),
            Label(row.monitor, *monitor, usual, theme.text_2, align=RIGHT),
            Label(row.program, *program, usual, ink, weight, RIGHT),
        )
        return [fitted(one) for one in made]

    def pad(self) -> int:
        return self.scale.px(22, 12)

    def head(self) -> int:
        return self.scale.px(52, 34)

    def top_of(self, place: int) -> float:
        return self.head() + place * self._high()

    def _high(self) -> float:
        rows = max(1, len(self.rows))
        return (self.height() - self.head() - self.scale.px(8, 4)) / rows

    def _column(self, share: float) -> tuple[float, float]:
        """(left, width) of the numbers that end at this share of the width."""
        whole = self.width() - 2 * self.pad()
        wide = whole * (0.34 if share == COLUMNS.patient else 0.22)
        return self.pad() + whole * share - wide, wide

    def paint_under(self, painter: QPainter) -> None:
        fill_round(painter, QRectF(self.rect()), self.theme.panel, self.scale.px(12, 6))
        painter.setPen(colour(self.theme.line))
        for place in range(len(self.rows)):
            top = round(self.top_of(place))
            painter.drawLine(self.pad(), top, self.width() - self.pad(), top)


_SIZES = ((42, 25), (24, 15), (15, 11))
"""Of the truth, of everything else, of a unit: as wanted, and at least."""


def _at(box: tuple[float, float], base: float) -> tuple[float, float, float]:
    """Left, baseline and width of a label in this column."""
    left, wide = box
    return left, base, wide
