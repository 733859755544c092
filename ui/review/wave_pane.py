"""The waves about the cursor: the few seconds that were recorded around it, one row a wave.

Rule 1: what is there is drawn, and nothing else: missing samples are a gap.
Rule 2: it is read when it is looked at and kept for nothing (`cursor_pane.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF

from monitor.entries import Entry
from monitor.vitals import Wave, WaveChunk
from ui.chair.spans import minutes_text
from ui.ink import RIGHT, Label, draw_label, fill_round
from ui.page_growth import Growth
from ui.requests import Backend, Refusal
from ui.review.cursor_pane import CursorPane
from ui.theme import Theme, colour
from ui.wave_buffer import Samples, WaveBuffer
from ui.wave_scale import WaveScale
from ui.words import say

ABOUT_S = 5.0
LONGEST_CHUNK_S = 1.5
"""A chunk is kept under the moment at which it ended."""
HIGH_PX, LOW_PX, AXIS_PX, WORDS_PX = 50, 32, 18, 30
LEFT_PX, RIGHT_PX = 70, 12
ORDER = tuple(Wave)


@dataclass(frozen=True, slots=True)
class Seen:
    """One wave of the window: its samples on an even grid, NaN where there was none."""

    wave: Wave
    rate_hz: float
    samples: Samples
    low: float
    high: float


class WavePane(CursorPane):
    def __init__(self, backend: Backend, theme: Theme) -> None:
        super().__init__()
        self._backend = backend
        self._theme = theme
        self._growth = 1.0
        self._from_s = 0.0
        self._row_px = HIGH_PX
        self.words = say("waves-no-cursor")
        self.seen: tuple[Seen, ...] = ()
        self._fit()

    def grow(self, growth: Growth) -> None:
        self._growth = growth.type
        self._fit()

    def be_low(self, low: bool) -> None:
        """Where there is little room the waves are drawn lower."""
        if (row_px := LOW_PX if low else HIGH_PX) != self._row_px:
            self._row_px = row_px
            self._fit()

    def _fit(self) -> None:
        high = self._row_px * len(self.seen) + AXIS_PX if self.seen else WORDS_PX
        self.setFixedHeight(round(high * self._growth))
        self.setAccessibleName(say("waves-name"))
        drawn = ", ".join(say(f"wave-{one.wave.value}") for one in self.seen)
        self.setAccessibleDescription(self.words or drawn)
        self.update()

    def empty_out(self) -> None:
        self._show((), say("waves-no-cursor"))

    def read(self, session_id: str, at_s: float, zero_s: float) -> None:
        self._from_s = at_s - ABOUT_S - zero_s
        try:
            chunks = self._backend.waves(
                session_id, at_s - ABOUT_S, at_s + ABOUT_S + LONGEST_CHUNK_S
            )
        except Refusal as refusal:
            self._show((), str(refusal))
            return
        seen = waves_seen(chunks, at_s - ABOUT_S, at_s + ABOUT_S)
        self._show(seen, "" if seen else say("waves-none"))

    def _show(self, seen: tuple[Seen, ...], words: str) -> None:
        self.seen, self.words = seen, words
        self._fit()

    # ---- painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        t = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_round(painter, QRectF(self.rect()), t.panel, 8)
        painter.scale(self._growth, self._growth)
        width = self.width() / self._growth
        if self.words:
            draw_label(painter, Label(self.words, 12, 20, width - 24, 14, t.text_2))
        for place, one in enumerate(self.seen):
            self._paint_wave(painter, one, QRectF(0, place * self._row_px, width, self._row_px))
        if self.seen:
            self._paint_axis(painter, width, self._row_px * len(self.seen))
        painter.end()

    def _paint_wave(self, painter: QPainter, one: Seen, row: QRectF) -> None:
        t = self._theme
        ink = {Wave.ECG: t.hr, Wave.PLETH: t.spo2}.get(one.wave, t.text)
        plot = row.adjusted(LEFT_PX, 5, -RIGHT_PX, -3)
        name = say(f"wave-{one.wave.value}")
        draw_label(painter, Label(name, 12, row.top() + 22, LEFT_PX - 14, 14, ink))
        painter.setPen(QPen(colour(ink), 1.3))
        for run in runs_of(one, plot):
            painter.drawPolyline(run)

    def _paint_axis(self, painter: QPainter, width: float, top: float) -> None:
        """The moments at both ends, and the cursor through all of them."""
        t, right = self._theme, width - RIGHT_PX
        middle = (LEFT_PX + right) / 2
        painter.setPen(QPen(colour(t.text, 0.4), 1.0, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(middle, 4, middle, top))
        base = top + AXIS_PX - 6
        begin, end = (minutes_text(self._from_s + share * ABOUT_S) for share in (0, 2))
        draw_label(painter, Label(begin, LEFT_PX, base, 60, 12, t.text_2))
        draw_label(painter, Label(end, right - 60, base, 60, 12, t.text_2, align=RIGHT))


def waves_seen(chunks: tuple[Entry, ...], from_s: float, to_s: float) -> tuple[Seen, ...]:
    """The waves of a window, each on the grid of its own rate."""
    by_form: dict[tuple[Wave, float, str], list[tuple[float, WaveChunk]]] = {}
    for entry in chunks:
        if isinstance(entry.what, WaveChunk) and entry.what.samples and entry.what.rate_hz > 0:
            form = (entry.what.wave, entry.what.rate_hz, entry.what.source)
            by_form.setdefault(form, []).append((entry.now_s, entry.what))
    found = [_seen(several, from_s, to_s) for several in by_form.values()]
    kept = [one for one in found if one is not None]
    return tuple(sorted(kept, key=lambda one: ORDER.index(one.wave)))


def _seen(several: list[tuple[float, WaveChunk]], from_s: float, to_s: float) -> Seen | None:
    first = several[0][1]
    edges = round(from_s * first.rate_hz), round(to_s * first.rate_hz)
    samples: Samples = np.full(edges[1] - edges[0], np.nan, dtype=np.float32)
    for buffer in _stretches(several):
        found = buffer.between(*edges)
        there = np.isfinite(found)
        samples[there] = found[there]
    scale = WaveScale(first.unit)
    if not np.isfinite(samples).any() or not scale.look(samples, begins=True):
        return None
    return Seen(first.wave, first.rate_hz, samples, scale.low, scale.high)


def _stretches(several: list[tuple[float, WaveChunk]]) -> Iterator[WaveBuffer]:
    """A buffer begins anew where nothing came for long; so each such stretch has its own."""
    buffer: WaveBuffer | None = None
    for at_s, chunk in several:
        if buffer is None or buffer.stale(at_s):
            if buffer is not None:
                yield buffer
            buffer = WaveBuffer(chunk.rate_hz, chunk.unit, chunk.source)
        buffer.put(at_s, chunk.samples)
    if buffer is not None:
        yield buffer


def runs_of(one: Seen, plot: QRectF) -> list[QPolygonF]:
    """The line, broken where samples are missing."""
    x = np.linspace(plot.left(), plot.right(), len(one.samples))
    share = (one.samples - one.low) / (one.high - one.low)
    y = np.clip(plot.bottom() - share * plot.height(), plot.top(), plot.bottom())
    finite = np.isfinite(one.samples)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], finite, [False])).astype(np.int8)))
    return [
        QPolygonF([QPointF(float(a), float(b)) for a, b in zip(x[i:j], y[i:j], strict=True)])
        for i, j in zip(edges[::2], edges[1::2], strict=True)
    ]
