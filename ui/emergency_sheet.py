"""One page for the ambulance: who, what was given, the last 30 minutes, what was done when.

Rule 1: it is one page, whatever happened. What does not fit is the oldest, and that is said.
Rule 2: `sheet_of` gathers words without Qt's help; `paint` puts them on paper, PDF or printer.
Rule 3: a practice is marked all over the page.

Lengths are in millimetres of an A4 page within its margins; they shrink on narrower paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPagedPaintDevice, QPainter

from ui.emergency_text import StampLine
from ui.icons import draw_watermark
from ui.paper import BLACK, GREY, HIGH_MM, WIDE_MM, Paper, paper_font, put_page
from ui.words import say

ROW_MM = 4.6
FACT_MM = 48.0
FOOT_MM = 11.0
MOST_VITALS = 14
MOST_LOG = 17
"""With these even the longest page ends above its foot."""
FAINT = QColor(0, 0, 0, 26)


@dataclass(frozen=True, slots=True)
class VitalsLine:
    """Values as they are printed; empty = none."""

    clock: str
    bp: str
    hr: str
    spo2: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """`earlier` lines of the log did not fit."""

    facts: tuple[tuple[str, str], ...]
    vitals: tuple[VitalsLine, ...]
    log: tuple[StampLine, ...]
    made: str
    practice: bool
    earlier: int = 0


def paint(device: QPagedPaintDevice, sheet: Sheet) -> bool:
    """Put the page on the device; False when it cannot be written to."""
    return put_page(device, lambda painter: _drawn(painter, sheet))


def _drawn(painter: QPainter, sheet: Sheet) -> bool:
    draw(painter, painter.viewport().width(), sheet)
    return True


def draw(painter: QPainter, width: float, sheet: Sheet) -> float:
    """The page from the painter's corner, `width` units wide; where its last line is, in mm."""
    painter.scale(width / WIDE_MM, width / WIDE_MM)
    return _Page(painter, sheet).paint()


class _Page:
    def __init__(self, painter: QPainter, sheet: Sheet) -> None:
        self._paper = Paper(painter)
        self._sheet = sheet
        self._y = 0.0

    def paint(self) -> float:
        if self._sheet.practice:
            painter = self._paper.painter
            painter.setFont(paper_font(bold=True))
            box = QRectF(0, 0, WIDE_MM, HIGH_MM)
            draw_watermark(painter, box, say("practice"), FAINT)
        self._title()
        self._facts()
        self._vitals()
        self._log()
        lowest = self._y
        self._foot()
        return lowest

    def _title(self) -> None:
        self._y = 8.0
        self._write(0, say("sheet-title"), 7.0, bold=True)
        if self._sheet.practice:
            self._write(WIDE_MM - 40, say("practice"), 7.0, bold=True)
            mark = say("simulated")
            left = WIDE_MM - 42 - self._paper.width(mark, 2.8, bold=True)
            self._write(left, mark, 2.8, bold=True)
        self._y += 4
        self._rule()

    def _facts(self) -> None:
        for name, value in self._sheet.facts:
            self._y += ROW_MM + 0.6
            self._write(0, name, 3.3, ink=GREY)
            self._write(FACT_MM, self._cut(value, WIDE_MM - FACT_MM, 3.8), 3.8, bold=True)
        self._y += 3

    def _vitals(self) -> None:
        self._heading(say("sheet-vitals"))
        columns = (0.0, 30.0, 78.0, 108.0)
        heads = ("sheet-time", "sheet-bp", "sheet-hr", "sheet-spo2")
        self._row(columns, tuple(say(head) for head in heads), ink=GREY)
        for line in self._sheet.vitals[:MOST_VITALS]:
            self._row(columns, (line.clock, line.bp, line.hr, line.spo2))
        self._y += 3

    def _log(self) -> None:
        self._heading(say("sheet-log"))
        columns = (0.0, 30.0, 52.0)
        heads = ("sheet-time", "sheet-code", "sheet-what")
        self._row(columns, tuple(say(head) for head in heads), ink=GREY)
        for line in self._sheet.log:
            text = self._cut(line.text, WIDE_MM - 52, 3.8)
            self._row(columns, (line.clock, line.code, text), ink=GREY if line.struck else BLACK)
            if line.struck:
                self._strike(52.0, text)
        if self._sheet.earlier:
            self._row((52.0,), (say("sheet-more", self._sheet.earlier),), ink=GREY)

    def _foot(self) -> None:
        self._y = HIGH_MM - FOOT_MM
        self._rule()
        self._y += 4.5
        self._write(0, self._sheet.made, 3.0, ink=GREY)
        self._y += 4.2
        self._write(0, say("disclaimer"), 2.8, ink=GREY)

    # ---- strokes

    def _heading(self, text: str) -> None:
        self._y += 6.5
        self._write(0, text, 4.6, bold=True)
        self._y += 1.8
        self._rule()

    def _row(
        self, columns: tuple[float, ...], texts: tuple[str, ...], ink: QColor = BLACK
    ) -> None:
        self._y += ROW_MM
        for left, text in zip(columns, texts, strict=True):
            self._write(left, text, 3.8, ink=ink)

    def _write(
        self, left: float, text: str, size: float, *, bold: bool = False, ink: QColor = BLACK
    ) -> None:
        self._paper.write(left, self._y, text, size, bold=bold, ink=ink)

    def _cut(self, text: str, width: float, size: float) -> str:
        """Shortened to what fits."""
        return self._paper.cut(text, width, size, bold=True)

    def _strike(self, left: float, text: str) -> None:
        self._paper.line(left, left + self._paper.width(text, 3.8), self._y - 1.2)

    def _rule(self) -> None:
        self._paper.line(0, WIDE_MM, self._y)
