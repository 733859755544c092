"""A debrief on paper: black on white, with «simulated» across its head and over its page.

Rule 1: nothing is told by colour alone: a verdict is a word and a sign.
Rule 2: a page that is full goes on on the next one; nothing is cut, nothing overlaps.
        «Simulated» is put last, over everything that is filled, and everything is read through it.
Rule 3: how pages become a file is said once, in `ui/paper_file.py`. Lengths in mm.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPagedPaintDevice, QPainter

from ui.debrief.course import course_of
from ui.debrief.course_chart import CourseChart
from ui.debrief.facts import AlarmRow, WantedRow, Words
from ui.debrief.past import Past
from ui.debrief.text import SIGNS
from ui.icons import draw_watermark
from ui.ink import draw_label
from ui.paper import BLACK, GREY, HIGH_MM, WIDE_MM, lay_out_page, paper_font, put_page
from ui.paper_file import UnwritablePage, save_pdf
from ui.report.ink import PALE, WHITE, Ink
from ui.theme import LIGHT
from ui.words import say

TEXT, SMALL, SCORE = 3.1, 2.7, 13.0
SIGN_MM, ROW_MM = 7.0, 4.2
HEAD_MM, FOOT_MM = 8.0, 10.0
BAR_MM, BAR_HIGH_MM = 58.0, 2.2
MOST_LINES = 8
CHART_PX = (1000, 440)
"""The chart is laid out so large and set as wide as the page."""
FAINT = QColor(0, 0, 0, 26)
Row = TypeVar("Row")


def save_debrief(past: Past, folder: Path | None = None) -> str:
    """In a file of its own, None = among the person's documents; what became of it."""
    stem = f"training-{past.debrief.session_id}"
    try:
        path = save_pdf(folder, stem, say("debrief-title"), lambda device: paint(device, past))
    except UnwritablePage as error:
        return say("chart-failed", error.path)
    return say("chart-saved", path)


def paint(device: QPagedPaintDevice, past: Past) -> bool:
    """All pages on the device; False when it cannot be written to."""
    lay_out_page(device)
    return put_page(device, lambda painter: _Pages(painter, device, past).put())


class _Pages:
    """`y` is the baseline of the line written last."""

    def __init__(self, painter: QPainter, device: QPagedPaintDevice, past: Past) -> None:
        self._painter, self._device = painter, device
        self._words: Words = past.words
        self._chart = course_of(past.debrief, past.entries)
        wide = painter.viewport().width()
        painter.scale(wide / WIDE_MM, wide / WIDE_MM)
        self._ink = Ink(painter)
        self._y, self._going = 0.0, True

    def put(self) -> bool:
        self._begin_page()
        self._score()
        self._course()
        self._part(say("debrief-wanted"), self._words.wanted, self._wanted)
        self._part(say("debrief-alarms"), self._words.alarms, self._alarm)
        if self._words.needless:
            self._part(say("debrief-needless"), self._words.needless, self._needless)
        self._end_page()
        return self._going

    def _begin_page(self) -> None:
        ink = self._ink
        ink.area(QRectF(0, 0, WIDE_MM, HEAD_MM), BLACK)
        ink.write(2.5, 5.4, say("debrief-title"), 4.0, bold=True, ink=WHITE)
        ink.right(WIDE_MM - 2.5, 5.3, say("simulated"), 3.4, bold=True, ink=WHITE)
        foot = HIGH_MM - 3.0
        ink.rule(0, WIDE_MM, foot - 4.0)
        ink.write(0, foot, say("debrief-not-counted"), SMALL, ink=GREY)
        self._y = HEAD_MM + 2.0

    def _end_page(self) -> None:
        self._painter.setFont(paper_font(bold=True))
        page = QRectF(0, HEAD_MM, WIDE_MM, HIGH_MM - HEAD_MM - FOOT_MM)
        draw_watermark(self._painter, page, say("simulated"), FAINT)

    def _room(self, needed: float) -> None:
        """A new page where so much does not fit on this one."""
        if self._y + needed > HIGH_MM - FOOT_MM and self._going:
            self._end_page()
            self._going = self._device.newPage()
            self._begin_page()

    def _lines(self, text: str, left: float, size: float, *, bold: bool = False) -> None:
        for line in self._ink.wrapped(text, WIDE_MM - left, size, MOST_LINES, bold=bold):
            self._room(ROW_MM)
            self._y += size * 1.4
            self._ink.write(left, self._y, line, size, bold=bold)

    def _score(self) -> None:
        words, ink = self._words, self._ink
        self._lines(" · ".join(words.head), 0, TEXT)
        self._y += 14.0
        number = "–" if words.score is None else str(words.score)
        ink.write(0, self._y, number, SCORE, bold=True)
        beside = ink.width(number, SCORE, bold=True) + 3.0
        ink.write(beside, self._y - 5.0, say("debrief-of-100"), TEXT, ink=GREY)
        ink.write(beside, self._y, words.sum, TEXT)
        for note in words.notes:
            self._lines(note, 0, SMALL)
        self._y = ink.heading(0, WIDE_MM, self._y + 3.0, say("debrief-cause"))
        self._lines(words.cause, 0, TEXT)

    def _course(self) -> None:
        """The same chart as on the page, in ink for white paper."""
        chart = CourseChart(LIGHT)
        chart.resize(*CHART_PX)
        chart.show_course(self._chart)
        mm_px = WIDE_MM / CHART_PX[0]
        high = CHART_PX[1] * mm_px
        self._room(high + 4.0)
        painter = self._painter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0.0, self._y + 3.0)
        painter.scale(mm_px, mm_px)
        chart.paint_under(painter)
        for words in chart.labels:
            draw_label(painter, words)
        painter.restore()
        self._y += high + 4.0

    def _part(self, title: str, rows: tuple[Row, ...], put: Callable[[Row], None]) -> None:
        self._room(24.0)
        self._y = self._ink.heading(0, WIDE_MM, self._y + 3.0, title)
        for row in rows:
            put(row)
        if not rows:
            self._lines("–", 0, TEXT)

    def _wanted(self, row: WantedRow) -> None:
        self._room(4 * ROW_MM)
        self._y += ROW_MM + 1.0
        self._ink.write(0, self._y, SIGNS[row.verdict], TEXT, bold=True)
        self._ink.write(SIGN_MM, self._y, row.deed, TEXT, bold=True)
        told = " · ".join(one for one in (row.timing, row.worth) if one)
        self._ink.right(WIDE_MM, self._y, told, SMALL)
        self._lines(row.why, SIGN_MM, SMALL)

    def _alarm(self, row: AlarmRow) -> None:
        self._room(3 * ROW_MM)
        self._y += ROW_MM + 1.0
        self._ink.write(0, self._y, SIGNS[row.verdict], TEXT, bold=True)
        name = f"{row.began}  {row.alarm} ({say(f'debrief-priority-{row.priority.word}')})"
        self._ink.write(SIGN_MM, self._y, name, TEXT, bold=True)
        told = " · ".join(one for one in (row.timing, row.worth) if one)
        self._ink.right(WIDE_MM, self._y, told, SMALL)
        self._y += BAR_HIGH_MM + 1.2
        top = self._y - BAR_HIGH_MM
        self._ink.area(QRectF(SIGN_MM, top, BAR_MM, BAR_HIGH_MM), PALE)
        share = min(1.0, (row.took_s or 0.0) / (2.0 * row.allowed_s))
        self._ink.area(QRectF(SIGN_MM, top, BAR_MM * share, BAR_HIGH_MM), GREY)
        half = SIGN_MM + BAR_MM / 2.0
        self._ink.stroke([(half, top - 0.6), (half, self._y + 0.6)], BLACK, 0.4)

    def _needless(self, said: str) -> None:
        self._lines(said, 0, TEXT)
