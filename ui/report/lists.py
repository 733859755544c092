"""The lists of the one page: alarms with their answers, and what else happened. Lengths in mm."""

from __future__ import annotations

import itertools
import string
from collections.abc import Iterator, Sequence

from monitor.outcomes import Priority
from ui.paper import BLACK, GREY
from ui.report.ink import WHITE, Ink
from ui.report.parts import AlarmRow, EventRow, Report
from ui.words import say

TEXT, SMALL = 2.65, 2.4
ALARM_ROW, EVENT_ROW = 3.5, 3.5
HEADING, AFTER = 5.7, 1.4
GUTTER = 5.0


def letters() -> Iterator[str]:
    """A to Z, then AA, AB and so on."""
    for length in itertools.count(1):
        for one in itertools.product(string.ascii_uppercase, repeat=length):
            yield "".join(one)


def heights(alarms: int, events: int, more: tuple[bool, bool] = (False, False)) -> float:
    """What both lists take with so many lines; `more`: not all of them stand there."""
    first = ALARM_ROW * (alarms + more[0])
    second = EVENT_ROW * (-(-events // 2) + more[1])
    return 2 * (HEADING + AFTER) + max(first, 0.0) + second


def draw_alarms(
    ink: Ink, wide: float, y: float, report: Report, shown: Sequence[AlarmRow]
) -> float:
    y = ink.heading(0.0, wide, y, say("chart-alarms-title"), report.alarms_told)
    for mark, row in zip(letters(), shown, strict=False):
        y += ALARM_ROW
        _alarm(ink, wide, y, mark, row)
    hidden = len(report.alarms) - len(shown)
    if hidden:
        y += ALARM_ROW
        ink.write(5.0, y, say("chart-more", hidden), TEXT, bold=True)
    return y + AFTER


def _alarm(ink: Ink, wide: float, y: float, mark: str, row: AlarmRow) -> None:
    side = 1.35
    high = row.priority is Priority.HIGH
    square = [
        (0.2, y - side - 0.75),
        (0.2 + 2 * side, y - side - 0.75),
        (0.2 + 2 * side, y + side - 0.75),
        (0.2, y + side - 0.75),
    ]
    edge = 0.45 if row.priority is Priority.MEDIUM else 0.15
    ink.shape(square, BLACK if high else WHITE, edge)
    ink.middle(0.2 + side, y, mark, 2.1, bold=True, ink=WHITE if high else BLACK)
    ink.write(5.0, y, ink.fitted(row.clock, 9.0, TEXT), TEXT)
    priority = say(f"chart-priority-{row.priority.word}")
    ink.write(15.0, y, ink.fitted(priority, 13.0, SMALL, bold=high), SMALL, bold=high)
    title = ink.fitted(row.line.text, 46.0, TEXT, bold=True)
    ink.write(29.0, y, title, TEXT, bold=True)
    begins = 29.0 + max(18.0, ink.width(title, TEXT, bold=True)) + 2.5
    ink.write(begins, y, ink.fitted(row.line.detail, wide - begins, SMALL), SMALL)


def draw_events(
    ink: Ink, wide: float, y: float, report: Report, shown: Sequence[EventRow]
) -> float:
    """Two columns, read down."""
    y = ink.heading(0.0, wide, y, say("chart-events-title"))
    column = (wide - GUTTER) / 2.0
    rows = -(-len(shown) // 2)
    for place, row in enumerate(shown):
        left = (place // rows) * (column + GUTTER)
        base = y + EVENT_ROW * (place % rows + 1)
        _event(ink, left, left + column, base, place + 1, row)
    y += EVENT_ROW * rows
    hidden = len(report.events) - len(shown)
    if hidden:
        y += EVENT_ROW
        ink.write(5.0, y, say("chart-more", hidden), TEXT, bold=True)
    return y + AFTER


def _event(ink: Ink, left: float, right: float, y: float, number: int, row: EventRow) -> None:
    radius = 1.45
    ink.disc(left + radius + 0.2, y - 0.8, radius)
    ink.middle(left + radius + 0.2, y - 0.05, str(number), 2.0)
    ink.write(left + 5.0, y, ink.fitted(row.clock, 9.0, TEXT), TEXT)
    begins = left + 14.5
    text = ink.fitted(row.line.text, right - begins, TEXT, bold=True)
    ink.write(begins, y, text, TEXT, bold=True)
    wide = ink.width(text, TEXT, bold=True)
    if row.line.struck:
        ink.stroke([(begins, y - 0.9), (begins + wide, y - 0.9)], BLACK, 0.2)
    begins += wide + 2.0
    ink.write(begins, y, ink.fitted(row.line.detail, right - begins, SMALL), SMALL, ink=GREY)
