"""Head and foot of every page of a report. Lengths in mm; the page begins at its margins."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from ui.paper import BLACK, GREY
from ui.report.ink import WHITE, Ink
from ui.report.parts import Report
from ui.words import say

TEXT = 3.1


def draw_head(ink: Ink, wide: float, report: Report) -> float:
    """The head of the first page; where what follows may begin."""
    clinic = ink.fitted(report.clinic, wide * 0.42, 3.3, bold=True)
    ink.right(wide, 3.6, clinic, 3.3, bold=True)
    room = wide - ink.width(clinic, 3.3, bold=True) - 4.0
    ink.write(0.0, 3.6, ink.fitted(report.title, room, 3.6, bold=True), 3.6, bold=True)
    y = 10.6
    when = ink.fitted(report.when, wide * 0.5, 3.3)
    ink.right(wide, y, when, 3.3)
    room = wide - ink.width(when, 3.3) - 5.0
    ink.write(0.0, y, ink.fitted(report.who, room, 5.4, bold=True), 5.4, bold=True)
    y += 4.9
    ink.write(0.0, y, ink.fitted(report.about, wide, TEXT), TEXT, ink=GREY)
    y += 1.9
    ink.rule(0.0, wide, y, heavy=True)
    return _marked(ink, wide, y + 0.9, report)


def draw_running_head(ink: Ink, wide: float, report: Report) -> float:
    """The head of every further page: whose it is, and when."""
    when = ink.fitted(report.when, wide * 0.5, TEXT)
    ink.right(wide, 3.8, when, TEXT)
    room = wide - ink.width(when, TEXT) - 5.0
    ink.write(0.0, 3.8, ink.fitted(report.who, room, 3.8, bold=True), 3.8, bold=True)
    ink.write(0.0, 7.8, ink.fitted(report.about, wide * 0.6, 2.6), 2.6, ink=GREY)
    ink.right(wide, 7.8, ink.fitted(report.title, wide * 0.38, 2.6), 2.6, ink=GREY)
    ink.rule(0.0, wide, 9.6, heavy=True)
    return _marked(ink, wide, 10.5, report)


def _marked(ink: Ink, wide: float, y: float, report: Report) -> float:
    """What is not usual about the record, in white on black; a colour is not needed to see it."""
    if report.marks:
        ink.area(QRectF(0.0, y, wide, 5.6), BLACK)
        text = ink.fitted("   ·   ".join(report.marks), wide - 4.0, 3.4, bold=True)
        ink.middle(wide / 2.0, y + 4.0, text, 3.4, bold=True, ink=WHITE)
        y += 6.4
    for line in ink.wrapped(report.missing, wide, 2.8, 2, bold=True):
        ink.write(0.0, y + 2.9, line, 2.8, bold=True)
        y += 3.7
    return y


def draw_foot(ink: Ink, wide: float, high: float, report: Report, number: int, of: int) -> float:
    """What the record is held together by, and what this program is not; where the foot begins."""
    size, step = 2.1, 2.8
    top = high - 9.6 - step * len(report.audit)
    y = top
    ink.rule(0.0, wide, y, heavy=True)
    for fact in report.audit:
        y += step
        ink.write(0.0, y, ink.fitted(fact.name, 24.0, size), size, ink=GREY)
        ink.write(27.0, y, ink.fitted(fact.value, wide - 27.0, size), size)
    y += 3.4
    pages = say("chart-page", number, of)
    ink.right(wide, y, pages, 2.6, bold=True)
    room = wide - ink.width(pages, 2.6, bold=True) - 4.0
    ink.write(0.0, y, ink.fitted(report.program, room, 2.4), 2.4)
    for line in ink.wrapped(say("disclaimer"), wide, 2.4, 2, bold=True):
        y += 3.0
        ink.write(0.0, y, line, 2.4, bold=True)
    return top - 1.0
