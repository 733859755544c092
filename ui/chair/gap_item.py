"""The reasons written where a continuous sign has no values; in review on a hatched ground."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from ui.chair.hatching import Hatching
from ui.chair.painted import Painted
from ui.chair.trend_layout import XScale, place_labels
from ui.theme import Theme, colour, font
from ui.trend_buffer import Gap
from ui.trend_text import duration
from ui.words import say

SHORTEST_S = 10.0
"""Shorter gaps are seen, but not worth words."""
HATCH_PX = 9.0
WORDS_KEPT = 4_000
DOWN = 0.845
"""Share of the height: below where values usually are, above the lowest limit."""


@dataclass(frozen=True, slots=True)
class GapText:
    left: float
    width: float
    text: str


class GapItem(Painted):
    def __init__(self, theme: Theme, *, hatched: bool = False) -> None:
        super().__init__(z=5)
        self._theme = theme
        self._hatched = hatched
        self._hatching = Hatching(colour(theme.text_3, 0.45), HATCH_PX)
        self._words = GapWords(1)
        self.spans: tuple[tuple[float, float], ...] = ()
        """From where to where it is hatched, in pixels."""
        self._type_px = 1
        self.texts: tuple[GapText, ...] = ()

    def show_gaps(
        self, gaps: Sequence[Gap], now_s: float, x: XScale, box: QRectF, type_px: int
    ) -> None:
        if self._words.type_px != type_px:
            self._words = GapWords(type_px)
        # On a narrower hatching no words will stand.
        narrowest = float(type_px) if self._hatched else 0.0
        texts = gap_texts(gaps, now_s, x, type_px, self._words, narrowest)
        spans: tuple[tuple[float, float], ...] = ()
        if self._hatched:
            spans = gap_spans(gaps, now_s, x)
            texts = inside(texts, spans, type_px) if box.height() > 2.5 * type_px else ()
        fresh = (texts, spans, type_px)
        if fresh != (self.texts, self.spans, self._type_px) or box != self.box:
            self.texts, self.spans, self._type_px = fresh
            self.set_box(box)
            self.changed()

    def draw(self, painter: QPainter) -> None:
        self._hatching.paint(painter, self.box, self.spans)
        set_in = font(self._type_px)
        metrics = QFontMetricsF(set_in)
        painter.setFont(set_in)
        middle = self.box.top() + self.box.height() * DOWN
        for text in self.texts:
            words = metrics.elidedText(text.text, Qt.TextElideMode.ElideRight, text.width)
            if self.spans:
                self._clear_behind(painter, text, metrics.horizontalAdvance(words), middle)
            painter.setPen(colour(self._theme.text_2))
            painter.drawText(QPointF(text.left, middle + metrics.capHeight() / 2), words)

    def _clear_behind(self, painter: QPainter, text: GapText, wide: float, middle: float) -> None:
        """So that the reason can be read on the hatching."""
        tall = self._type_px * 1.4
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._theme.panel, 0.92))
        painter.drawRoundedRect(QRectF(text.left - 4, middle - tall / 2, wide + 8, tall), 3, 3)


def gap_spans(gaps: Sequence[Gap], now_s: float, x: XScale) -> tuple[tuple[float, float], ...]:
    """The gaps that last, as far as they are in sight, in pixels."""
    edge = x.left + x.width
    ends = ((gap.from_s, gap.from_s + gap.lasts_s(now_s)) for gap in gaps)
    return tuple(
        (max(x.left, x.px(from_s)), min(edge, x.px(to_s)))
        for from_s, to_s in ends
        if to_s - from_s >= SHORTEST_S and to_s >= x.from_s and from_s <= x.to_s
    )


def inside(
    texts: Sequence[GapText], spans: Sequence[tuple[float, float]], type_px: int
) -> tuple[GapText, ...]:
    """The words that fit on the hatching of their gap; the others would cover values."""
    return tuple(
        text
        for text in texts
        if any(
            left - type_px <= text.left and text.left + text.width <= right + type_px
            for left, right in spans
        )
    )


class GapWords:
    """The words of gaps and how wide they are in one type; each is measured once."""

    def __init__(self, type_px: int) -> None:
        self.type_px = type_px
        self._metrics = QFontMetricsF(font(type_px))
        self._known: dict[tuple[str, str], tuple[str, float]] = {}

    def of(self, why: str, lasts: str) -> tuple[str, float]:
        known = self._known.get((why, lasts))
        if known is None:
            if len(self._known) > WORDS_KEPT:
                self._known.clear()
            text = say("trend-gap", say(f"why-{why}"), lasts)
            known = self._known[why, lasts] = text, self._metrics.horizontalAdvance(text) + 1.0
        return known


def gap_texts(
    gaps: Sequence[Gap],
    now_s: float,
    x: XScale,
    type_px: int,
    words: GapWords | None = None,
    narrowest: float = 0.0,
) -> tuple[GapText, ...]:
    """Words for the gaps that last, centred in their gap, beside each other without overlap.

    `words`: those measured before; None = there are none yet. What is narrower in sight than
    `narrowest` pixels has none.
    """
    words = words or GapWords(type_px)
    edge = x.left + x.width
    found: list[tuple[float, float, float, str]] = []
    for gap in gaps:
        lasts_s = gap.lasts_s(now_s)
        end_s = gap.from_s + lasts_s
        if lasts_s < SHORTEST_S or end_s < x.from_s or gap.from_s > x.to_s:
            continue
        begin, end = max(x.left, x.px(gap.from_s)), min(edge, x.px(end_s))
        if end - begin < narrowest:
            continue
        text, wide = words.of(gap.why, duration(lasts_s))
        centre = (begin + end) / 2
        left = min(max(x.left + 4.0, centre - wide / 2), max(x.left + 4.0, edge - wide))
        found.append((left, wide + type_px, min(edge - wide, x.px(end_s) + type_px), text))
    lefts, widths = _moved_apart(found), [one[1] for one in found]
    placed = place_labels(lefts, widths, edge + type_px, rows=1, least=type_px * 4.0)
    return tuple(
        GapText(place.left, place.width - type_px, one[3])
        for place, one in zip(placed, found, strict=True)
        if place.width > type_px
    )


def _moved_apart(found: Sequence[tuple[float, float, float, str]]) -> list[float]:
    """Where the words start: to the right of the words before, but never far from their gap."""
    lefts: list[float] = []
    free = -math.inf
    for left, wide, furthest, _ in found:
        lefts.append(max(left, min(free, furthest)))
        free = lefts[-1] + wide
    return lefts
