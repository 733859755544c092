"""The downtime sheet on paper: one page, to be written on by hand.

Rule 1: `DowntimeSheet` has the words; here they are put in their places. It is one page for every
        patient, whatever is known of her.
Rule 2: that this program is no medical device stands on every page.
Lengths are in millimetres of an A4 page within its margins.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPagedPaintDevice, QPageLayout, QPainter

from ui.clinic_day.downtime_text import DowntimeSheet
from ui.icons import draw_watermark
from ui.paper import GREY, HIGH_MM, WIDE_MM, Paper, paper_font, put_page
from ui.words import say

FOOT_MM = 9.0
ROW_MM, LINE_MM = 4.9, 6.0
TEXT, SMALL, BOX = 3.1, 2.8, 2.6
FACTS_A_LINE = 3
LEAVING_COLUMNS = 2
COLUMNS = (0.0, 18.0, 34.0, 60.0, 76.0, 92.0, 110.0)
"""The left edges of: when, clock, BP, HR, SpO2, MOAA/S, notes."""
HEADS = ("min", "time", "bp", "hr", "spo2", "moaa-s", "notes")
FAINT = QColor(0, 0, 0, 26)


def paint_sheets(device: QPagedPaintDevice, sheets: Sequence[DowntimeSheet]) -> bool:
    """A page for each; False when the device cannot be written to."""
    return put_page(device, lambda painter: _drawn(painter, device, sheets))


def _drawn(painter: QPainter, device: QPagedPaintDevice, sheets: Sequence[DowntimeSheet]) -> bool:
    for number, sheet in enumerate(sheets):
        if number and not device.newPage():
            return False
        painter.save()
        draw(painter, _width(device, painter), sheet)
        painter.restore()
    return True


def _width(device: QPagedPaintDevice, painter: QPainter) -> float:
    """Between the margins, in units of the painter."""
    inner = device.pageLayout().paintRect(QPageLayout.Unit.Millimeter).width()
    whole = painter.viewport().width()
    return whole * min(1.0, WIDE_MM / inner) if inner else whole


def draw(painter: QPainter, width: float, sheet: DowntimeSheet) -> float:
    """The page from the painter's corner, `width` units wide; where its last line is, in mm."""
    painter.scale(width / WIDE_MM, width / WIDE_MM)
    return _Page(painter, sheet).paint()


class _Page:
    def __init__(self, painter: QPainter, sheet: DowntimeSheet) -> None:
        self._paper, self._sheet = Paper(painter), sheet
        self._y = 0.0

    def paint(self) -> float:
        if self._sheet.practice:
            self._paper.painter.setFont(paper_font(bold=True))
            box = QRectF(0, 0, WIDE_MM, HIGH_MM)
            draw_watermark(self._paper.painter, box, say("simulated"), FAINT)
        self._title()
        self._facts()
        self._plan()
        self._screening()
        self._table()
        self._drug()
        self._leaving()
        lowest = self._y
        self._foot()
        return lowest

    def _title(self) -> None:
        paper, sheet = self._paper, self._sheet
        self._y = 6.0
        paper.write(0, self._y, say("downtime-title"), 6.0, bold=True)
        room = 70.0
        clinic = paper.cut(sheet.clinic, room, TEXT)
        paper.write(WIDE_MM - paper.width(clinic, TEXT), self._y, clinic, TEXT)
        self._y += 4.6
        paper.write(0, self._y, say("downtime-why"), SMALL, ink=GREY)
        self._y += 1.6
        paper.line(0, WIDE_MM, self._y, heavy=True)

    def _facts(self) -> None:
        wide = WIDE_MM / FACTS_A_LINE
        for number, (name, value) in enumerate(self._sheet.facts):
            column = number % FACTS_A_LINE
            if column == 0:
                self._y += LINE_MM
            self._fact(column * wide, wide - 4, name, value)
        self._y += 1.0

    def _fact(self, left: float, wide: float, name: str, value: str) -> None:
        paper = self._paper
        paper.write(left, self._y, name, SMALL, ink=GREY)
        begins = left + paper.width(name, SMALL) + 2
        room = left + wide - begins
        paper.write(begins, self._y, paper.cut(value, room, TEXT, bold=True), TEXT, bold=True)
        paper.line(begins, left + wide, self._y + 1.0)

    def _plan(self) -> None:
        for name, value in self._sheet.plan:
            self._y += LINE_MM
            self._fact(0, WIDE_MM, name, value)
        self._line(say("downtime-dose-blank"))
        self._line(say("downtime-concentration"))

    def _screening(self) -> None:
        self._heading(say("downtime-screening"))
        for word, names in (
            ("downtime-screen-stop", self._sheet.stops),
            ("downtime-screen-ask", self._sheet.asks),
        ):
            self._flow(say(word), names)
        self._line(say("downtime-screen-text"))

    def _flow(self, name: str, texts: Sequence[str]) -> None:
        """Boxes with their words, one behind the other, in as many lines as they need."""
        paper = self._paper
        self._y += ROW_MM
        paper.write(0, self._y, name, SMALL, bold=True)
        left = begins = 27.0
        for text in texts:
            wide = BOX + 1.4 + paper.width(text, SMALL) + 4
            if left > begins and left + wide > WIDE_MM:
                self._y += ROW_MM
                left = begins
            paper.box(left, self._y, BOX)
            paper.write(left + BOX + 1.4, self._y, text, SMALL)
            left += wide

    def _table(self) -> None:
        paper = self._paper
        self._heading(say("downtime-table"))
        top = self._y
        self._y += ROW_MM
        for left, head in zip(COLUMNS, HEADS, strict=True):
            paper.write(left + 1, self._y - 1.4, say(f"downtime-{head}"), SMALL, ink=GREY)
        paper.line(0, WIDE_MM, self._y)
        for when in self._sheet.times:
            self._y += ROW_MM
            paper.write(COLUMNS[0] + 1, self._y - 1.4, when, SMALL)
            paper.line(0, WIDE_MM, self._y)
        for x in (*COLUMNS, WIDE_MM):
            paper.upright(x, top, self._y)
        self._y += 4.0
        paper.write(0, self._y, say("downtime-call"), SMALL, bold=True)

    def _drug(self) -> None:
        self._heading(say("downtime-drug"))
        for word in ("downtime-vial", "downtime-given"):
            self._line(say(word))

    def _leaving(self) -> None:
        self._heading(say("downtime-leaving"))
        paper, wide = self._paper, WIDE_MM / LEAVING_COLUMNS
        texts = self._sheet.leaving
        rows = -(-len(texts) // LEAVING_COLUMNS)
        top = self._y
        for number, text in enumerate(texts):
            column, row = divmod(number, rows)
            left, y = column * wide, top + (row + 1) * (ROW_MM - 0.5)
            paper.box(left, y, BOX)
            room = wide - BOX - 4
            paper.write(left + BOX + 1.4, y, paper.cut(text, room, SMALL), SMALL)
        self._y = top + rows * (ROW_MM - 0.5) + 0.8
        self._line(say("downtime-signed"))

    def _foot(self) -> None:
        paper = self._paper
        self._y = HIGH_MM - FOOT_MM
        paper.line(0, WIDE_MM, self._y)
        self._y += 3.8
        paper.write(0, self._y, self._sheet.made, 2.5, ink=GREY)
        self._y += 3.6
        paper.write(0, self._y, say("disclaimer"), 2.5, ink=GREY)

    def _heading(self, text: str) -> None:
        self._y += 5.4
        self._paper.write(0, self._y, text, 3.7, bold=True)
        self._y += 1.3
        self._paper.line(0, WIDE_MM, self._y, heavy=True)

    def _line(self, text: str) -> None:
        """Words with blanks in them: `__` is a rule to write on, `□` a box to tick."""
        self._y += LINE_MM - 0.4
        left = 0.0
        for part in _parts(text):
            if part == "□":
                self._paper.box(left, self._y, BOX)
                left += BOX
            elif part.startswith("_"):
                wide = 2.3 * len(part)
                self._paper.line(left, left + wide, self._y + 0.6)
                left += wide
            else:
                self._paper.write(left, self._y, part, TEXT)
                left += self._paper.width(part, TEXT)


def _parts(text: str) -> list[str]:
    """The text cut where a blank or a box begins or ends."""
    parts: list[str] = []
    for character in text:
        same = parts and character == "_" and parts[-1].startswith("_")
        plain = parts and character not in "_□" and parts[-1][0] not in "_□"
        if same or plain:
            parts[-1] += character
        else:
            parts.append(character)
    return parts
