"""One session on one page: who, the drug, the numbers, the curve, alarms, leaving, signatures.

Rule 1: one page is one page. What stands above and below the lists is measured first; the curve
        and the lists share what is left. Of a list the most important stands, and how many more
        there are; nothing is clipped, nothing lies on another thing.
Rule 2: what is not usual about the record stands in white on black across the head of the page,
        and that this is no medical device at its foot.

Lengths in mm; the page begins at its margins.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from monitor.outcomes import Priority
from ui.paper import BLACK, GREY
from ui.report.curve import Mark, draw_curve
from ui.report.happened import chosen_alarms, chosen_events
from ui.report.head import draw_foot, draw_head
from ui.report.ink import WHITE, Ink
from ui.report.lists import draw_alarms, draw_events, heights, letters
from ui.report.parts import Criterion, Fact, Met, Report
from ui.words import say

TEXT, SMALL = 2.75, 2.45
ROW = 3.7
GUTTER = 6.0
NAME = 20.0
SIDE = 27.0
"""Where the parts below the lists begin, beside their names."""
CURVE = (52.0, 118.0)
"""The least and the most height of the curve."""
CURVE_WITH_ALL = 62.0
"""Above this the lists may take from it."""
ALARMS_KEPT, EVENTS_KEPT = 12, 6
LEAST_LISTS = heights(1, 1, (True, True))


@dataclass(frozen=True, slots=True)
class _Room:
    """How many lines the parts around the lists may take."""

    fact_lines: int
    facts: int
    exceptions: int
    scores: int


_ROOMS = (_Room(2, 8, 8, 4), _Room(1, 8, 5, 3), _Room(1, 6, 3, 2), _Room(1, 5, 1, 1))
"""Tried in this order until the curve and the lists have theirs."""


def draw_page(ink: Ink, wide: float, high: float, report: Report, number: int, of: int) -> None:
    for room in _ROOMS:
        page = _Page(ink, wide, high, report, room)
        if page.free >= CURVE[0] + LEAST_LISTS or room is _ROOMS[-1]:
            page.draw(number, of)
            return


class _Page:
    def __init__(self, ink: Ink, wide: float, high: float, report: Report, room: _Room) -> None:
        self._ink, self._wide, self._high = ink, wide, high
        self._report, self._room = report, room
        hushed = ink.hushed()
        self._above = self._upper(hushed)
        self._below = self._lower(hushed, 0.0)
        self._foot = draw_foot(hushed, wide, high, report, 1, 1)
        self.free = self._foot - self._below - self._above - 2.0

    def draw(self, number: int, of: int) -> None:
        report = self._report
        self._upper(self._ink)
        curve, alarm_lines, event_lines = self._shared()
        alarms = chosen_alarms(report.alarms, alarm_lines)
        events = chosen_events(report.events, event_lines)
        marks = [
            Mark(row.line.at_s, mark, row.line.priority or Priority.LOW)
            for mark, row in zip(letters(), alarms, strict=False)
        ]
        marks += [Mark(row.line.at_s, str(n)) for n, row in enumerate(events, start=1)]
        box = QRectF(0.0, self._above, self._wide, curve)
        draw_curve(self._ink, box, report.course, marks, report.clock)
        y = draw_alarms(self._ink, self._wide, self._above + curve, report, alarms)
        draw_events(self._ink, self._wide, y, report, events)
        self._lower(self._ink, self._foot - self._below)
        draw_foot(self._ink, self._wide, self._high, report, number, of)

    def _shared(self) -> tuple[float, int, int]:
        """The height of the curve, and how many alarms and events are told.

        The curve makes room first, then the events down to a few, then both.
        """
        alarms, events = len(self._report.alarms), len(self._report.events)
        for least, kept_alarms, kept_events in (
            (CURVE_WITH_ALL, alarms, EVENTS_KEPT),
            (CURVE[0], ALARMS_KEPT, EVENTS_KEPT),
            (CURVE[0], 0, 0),
        ):
            while self.free - self._height(alarms, events) < least:
                if events > max(kept_events, alarms // 2):
                    events -= 1
                elif alarms > kept_alarms:
                    alarms -= 1
                elif events > kept_events:
                    events -= 1
                else:
                    break
        return min(CURVE[1], self.free - self._height(alarms, events)), alarms, events

    def _height(self, alarms: int, events: int) -> float:
        report = self._report
        more = (alarms < len(report.alarms), events < len(report.events))
        return heights(alarms, events, more)

    # ---- above the curve

    def _upper(self, ink: Ink) -> float:
        y = draw_head(ink, self._wide, self._report)
        split = self._wide * 0.57
        left = self._facts(ink, 0.0, split - GUTTER, y, self._report.drug)
        right = self._facts(ink, split, self._wide, y, self._report.setting)
        y = max(left, right) + 1.0
        left = self._signs(ink, split - GUTTER, y)
        right = self._measures(ink, split, self._wide, y)
        return max(left, right) + 2.0

    def _facts(
        self, ink: Ink, left: float, right: float, y: float, facts: Sequence[Fact]
    ) -> float:
        for fact in facts[: self._room.facts]:
            y += 0.4
            name = ink.fitted(fact.name, NAME - 2.0, SMALL)
            ink.write(left, y + 3.1, name, SMALL, ink=GREY)
            room = right - left - NAME
            lines = ink.wrapped(fact.value, room, TEXT, self._room.fact_lines, bold=fact.loud)
            for line in lines or ("",):
                ink.write(left + NAME, y + 3.1, line, TEXT, bold=fact.loud)
                y += ROW - 0.15
        return y

    def _signs(self, ink: Ink, right: float, y: float) -> float:
        """A small table: at rest, the peak (of SpO2 the lowest), at the end."""
        edges = (0.0, 18.0, 34.0, 51.0, right - 19.5, right - 8.5, right + 1.0)
        heads = ("", "chart-at-rest", "chart-extreme", "chart-change", "chart-end", "")
        cells = list(itertools.pairwise(edges))
        y += 3.4
        for (left, end), head in zip(cells, heads, strict=True):
            if head:
                text = ink.fitted(say(head), end - left - 1.0, SMALL)
                ink.write(left, y, text, SMALL, ink=GREY)
        y += 1.2
        ink.rule(0.0, right, y)
        sizes = ((TEXT, True), (3.5, False), (3.9, True), (TEXT, False), (3.5, False))
        for row in self._report.signs:
            y += 5.3
            texts = (row.name, row.baseline, row.extreme, row.when, row.end)
            for (left, end), text, (size, bold) in zip(cells, texts, sizes, strict=False):
                ink.write(
                    left, y, ink.fitted(text, end - left - 1.0, size, bold=bold), size, bold=bold
                )
            left, end = cells[-1]
            ink.write(left, y, ink.fitted(row.end_at, end - left - 1.0, SMALL), SMALL, ink=GREY)
            y += 1.2
            ink.rule(0.0, right, y)
        return y

    def _measures(self, ink: Ink, left: float, right: float, y: float) -> float:
        for fact in self._report.measures:
            ink.write(left, y + 3.4, ink.fitted(fact.name, 28.0, SMALL), SMALL, ink=GREY)
            room = right - left - 30.0
            ink.write(left + 30.0, y + 3.4, ink.fitted(fact.value, room, TEXT), TEXT)
            y += ROW
        return y

    # ---- below the lists

    def _lower(self, ink: Ink, y: float) -> float:
        y = self._leaving(ink, y)
        y = self._scores(ink, y)
        return self._signatures(ink, y)

    def _side(self, ink: Ink, y: float, name: str, told: str = "") -> float:
        """A rule, and the name of a part at the left; where its first line stands."""
        ink.rule(0.0, self._wide, y)
        ink.write(0.0, y + 3.9, ink.fitted(name, SIDE - 1.5, 2.9, bold=True), 2.9, bold=True)
        for place, line in enumerate(ink.wrapped(told, SIDE - 1.5, SMALL, 2)):
            ink.write(0.0, y + 7.3 + 3.2 * place, line, SMALL, ink=GREY)
        return y + 3.9

    def _leaving(self, ink: Ink, y: float) -> float:
        criteria = self._report.criteria
        if not criteria:
            return y
        least = y + 12.0
        base = self._side(ink, y, say("chart-leaving"), self._report.criteria_told)
        loud = [one for one in criteria if one.met is not Met.YES][: self._room.exceptions]
        for one in loud:
            _tick(ink, SIDE, base, one)
            text = ink.fitted(f"{one.name}: {_state(one)}", 62.0, TEXT, bold=True)
            ink.write(SIDE + 3.6, base, text, TEXT, bold=True)
            begins = SIDE + 3.6 + ink.width(text, TEXT, bold=True) + 2.5
            ink.write(begins, base, ink.fitted(one.told, self._wide - begins, SMALL), SMALL)
            base += ROW
        return max(least, self._flow(ink, base, [one for one in criteria if one not in loud]))

    def _flow(self, ink: Ink, base: float, criteria: Sequence[Criterion]) -> float:
        """One behind the other, in as many lines as they need."""
        x = SIDE
        for one in criteria:
            name = ink.fitted(one.name, self._wide - SIDE - 4.0, SMALL)
            wide = 3.4 + ink.width(name, SMALL)
            if x > SIDE and x + wide > self._wide:
                x, base = SIDE, base + ROW
            _tick(ink, x, base, one)
            ink.write(x + 3.4, base, name, SMALL)
            x += wide + 3.4
        return base + 1.8

    def _scores(self, ink: Ink, y: float) -> float:
        scores = self._report.scores
        if not scores:
            return y
        base, x = self._side(ink, y, say("chart-scores")), SIDE
        lines = 1
        for fact in scores:
            name = ink.fitted(fact.name, 24.0, SMALL)
            value = ink.fitted(fact.value, self._wide - SIDE - 30.0, TEXT)
            begins = ink.width(name, SMALL) + 1.8
            wide = begins + ink.width(value, TEXT)
            if x > SIDE and x + wide > self._wide:
                if lines == self._room.scores:
                    break
                x, base, lines = SIDE, base + ROW, lines + 1
            ink.write(x, base, name, SMALL, ink=GREY)
            ink.write(x + begins, base, value, TEXT)
            x += wide + 5.0
        return base + 1.8

    def _signatures(self, ink: Ink, y: float) -> float:
        """Who signed in the program, and room for whoever signs the paper."""
        base = self._side(ink, y, say("chart-signatures"))
        for text in self._report.signed:
            for line in ink.wrapped(text, self._wide - SIDE, TEXT, 2, bold=True):
                ink.write(SIDE, base, line, TEXT, bold=True)
                base += ROW
        base += 3.6
        third = (self._wide - SIDE - 2 * GUTTER) / 3.0
        for place, word in enumerate(("chart-by-nurse", "chart-by-provider", "chart-by-date")):
            left = SIDE + place * (third + GUTTER)
            ink.rule(left, left + third, base)
            ink.write(left, base + 2.6, say(word), 2.2, ink=GREY)
        return base + 3.3


def _state(one: Criterion) -> str:
    return say(f"state-{one.met.value}")


def _tick(ink: Ink, left: float, y: float, one: Criterion) -> None:
    """A box: ticked, crossed, empty, or (let go) with a bar."""
    side = 2.3
    top = y - side + 0.2
    ink.shape(
        [(left, top), (left + side, top), (left + side, top + side), (left, top + side)], WHITE
    )
    inner = 0.5
    match one.met:
        case Met.YES:
            points = [(left + 0.4, top + 1.2), (left + 0.95, top + 1.8), (left + 2.0, top + 0.4)]
            ink.stroke(points, BLACK, 0.4)
        case Met.NO:
            far = side - inner
            ink.stroke([(left + inner, top + inner), (left + far, top + far)], BLACK, 0.4)
            ink.stroke([(left + inner, top + far), (left + far, top + inner)], BLACK, 0.4)
        case Met.LET_GO:
            middle = top + side / 2.0
            ink.stroke([(left + inner, middle), (left + side - inner, middle)], BLACK, 0.5)
        case _:
            return
