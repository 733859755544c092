"""The monitoring form on one page of paper: PDF or printer. What is missing is boxed.

Rule 1: it says that it is not the official form.
Rule 2: a practice is marked all over the page.

Lengths are in millimetres of an A4 page within its margins; they shrink on narrower paper.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPainter, QPen

from ui.icons import draw_watermark
from ui.paper import BLACK, GREY, HIGH_MM, WIDE_MM, Paper, paper_font, put_page
from ui.rems_form import Field, Form
from ui.words import say

NAME_MM = 52.0
ROW_MM = 5.3
VALUE, NAME, HEADING, TITLE, SMALL = 3.7, 3.3, 4.3, 6.4, 3.0
"""Heights of the type."""
FAINT = QColor(0, 0, 0, 26)


def paint_form(device: QPagedPaintDevice, form: Form) -> bool:
    """Put the page on the device; False when it cannot be written to."""
    return put_page(device, lambda painter: _drawn(painter, form))


def _drawn(painter: QPainter, form: Form) -> bool:
    draw_form(painter, painter.viewport().width(), form)
    return True


def draw_form(painter: QPainter, width: float, form: Form) -> float:
    """The page from the painter's corner, `width` units wide; where its last line is, in mm."""
    painter.scale(width / WIDE_MM, width / WIDE_MM)
    return _Page(Paper(painter)).paint(form)


class _Page:
    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._y = 0.0

    def paint(self, form: Form) -> float:
        paper = self._paper
        if form.practice:
            paper.painter.setFont(paper_font(bold=True))
            page = QRectF(0, 0, WIDE_MM, HIGH_MM)
            draw_watermark(paper.painter, page, say("simulated"), FAINT)
        paper.write(0, 7.0, say("form-title"), TITLE, bold=True)
        if form.nameless:
            mark = say("chart-deidentified")
            left = WIDE_MM - paper.width(mark, NAME, bold=True)
            paper.write(left, 13.0, mark, NAME, bold=True)
        paper.write(0, 13.0, say("form-not-official"), NAME, ink=GREY)
        self._y = 14.5
        for part in form.parts:
            self._heading(part.heading)
            for one in part.fields:
                self._field(one)
        foot = HIGH_MM - 10.0
        paper.line(0, WIDE_MM, foot)
        made = form.made if form.nameless else f"{form.made} {say('form-due', form.due)}"
        paper.write(0, foot + 4.5, made, SMALL, ink=GREY)
        paper.write(0, foot + 8.7, say("disclaimer"), 2.8, ink=GREY)
        return self._y

    def _heading(self, text: str) -> None:
        self._y += 7.2
        self._paper.write(0, self._y, text, HEADING, bold=True)
        self._y += 1.6
        self._paper.line(0, WIDE_MM, self._y)
        self._y += 0.6

    def _field(self, one: Field) -> None:
        self._y += ROW_MM
        paper, room = self._paper, WIDE_MM - NAME_MM
        paper.write(0, self._y, one.name, NAME, ink=GREY)
        if one.value:
            value = paper.cut(one.value, room, VALUE, bold=True)
            paper.write(NAME_MM, self._y, value, VALUE, bold=True)
            return
        paper.painter.setPen(QPen(BLACK, 0.3))
        paper.painter.setBrush(Qt.BrushStyle.NoBrush)
        paper.painter.drawRect(QRectF(NAME_MM, self._y - 3.7, room, 4.7))
        paper.write(WIDE_MM - 16, self._y, say("form-gap"), SMALL, ink=GREY)
