"""One wave as a bedside monitor draws it: ten seconds, written from left to right.

Rule 1: what is there is drawn, every sample of it, and nothing else: missing samples are a gap,
        and a wave of which nothing came for two seconds is blank, in words.
Rule 2: only the strip that changes is painted anew; a gap moves before the newest sample.
Rule 3: no numbers. A wave says whether there is a beat and what the signal is worth, not how much.

The line runs behind time by the length of one chunk. Monitors send waves in pieces of a fifth of a
second to a whole one: drawn as they come, the line would jump. A sample that has just come is
already as old as that piece is long, so no sample is seen later than the first of its piece is
anyway.
"""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from monitor.vitals import Wave
from ui.ink import Label, Scale, Weight, draw_label, fitted, middle, text_width
from ui.theme import Theme, colour
from ui.wave_buffer import WaveBuffer
from ui.wave_scale import WaveScale
from ui.words import say

SWEEP_S = 10.0
ERASE_S = 0.35
"""The gap before the newest sample."""
LAG_MARGIN_S = 0.15
"""What is left for the way from the port to the screen."""
LAG_AT_MOST_S = 1.2
BACK_S = 0.5
"""Further back than this the line does not wait for its old place: the wave began anew."""
BRUSH_PX = 3
"""The line reaches so far beyond its samples."""


class WaveSweep(QWidget):
    def __init__(self, theme: Theme, wave: Wave, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ink = {Wave.ECG: theme.hr, Wave.PLETH: theme.spo2}.get(wave, theme.text)
        self._name = say(f"wave-{wave.value}")
        self.scale = Scale()
        self._left = self._name_room()
        self.words = ""
        """What stands in the place of the line; empty while it is drawn."""
        self._buffer: WaveBuffer | None = None
        self._envelope = WaveScale("")
        self._head: int | None = None
        self._looked: int | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._say(say("wave-none"))

    def set_scale(self, scale: Scale) -> None:
        if scale != self.scale:
            self.scale = scale
            self._left = self._name_room()
            self.update()

    # ---- what is shown

    @property
    def head_s(self) -> float | None:
        """The session second of the newest sample that is drawn; None while it is blank."""
        if self._head is None or self._buffer is None:
            return None
        return self._head / self._buffer.rate_hz

    def show_wave(self, buffer: WaveBuffer | None, now_s: float, *, too_fast: bool) -> None:
        """`now_s` is the present session second. `too_fast`: time is run faster than eyes are."""
        if too_fast:
            self._blank(say("wave-too-fast"))
        elif buffer is None or buffer.end_s is None or buffer.stale(now_s):
            self._blank(say("wave-none"))
        else:
            self._advance(buffer, now_s)

    def _say(self, words: str) -> None:
        self.words = words
        self.setAccessibleName(", ".join(part for part in (self._name, words) if part))

    def _blank(self, words: str) -> None:
        self._head = None
        if words != self.words:
            self._say(words)
            self.update()

    def _advance(self, buffer: WaveBuffer, now_s: float) -> None:
        if buffer is not self._buffer:
            self._buffer, self._envelope = buffer, WaveScale(buffer.unit)
            self._head = None
        before, rate = self._head, buffer.rate_hz
        lag_s = min(buffer.chunk_s + LAG_MARGIN_S, LAG_AT_MOST_S)
        end = round((buffer.end_s or 0.0) * rate)
        head = min(int((now_s - lag_s) * rate), end)
        if before is not None and head > before - BACK_S * rate:
            head = max(head, before)
        self._head = head
        if self.words or before is None:
            self._say("")
            self.update()
        elif not 0 <= head - before < (SWEEP_S - 2 * ERASE_S) * rate:
            self.update()
        elif head > before:
            self._update_strip(before, head)
        self._look(buffer, head)

    def _look(self, buffer: WaveBuffer, head: int) -> None:
        """Once a second of the wave, see whether it is as tall as the strip still."""
        second = math.floor(head / buffer.rate_hz)
        if second == self._looked:
            return
        self._looked = second
        seen = buffer.between(head - round(SWEEP_S * buffer.rate_hz), head)
        if self._envelope.look(seen, begins=second % SWEEP_S == 0):
            self.update()

    # ---- places

    def line_box(self) -> QRect:
        """Where the line is written; the name of the wave stands left of it."""
        return self.rect().adjusted(self._left, 0, 0, 0)

    def _name_room(self) -> int:
        named = text_width(self._name, self._name_px(), Weight.Medium)
        return round(named) + self.scale.px(16, 8)

    def _name_px(self) -> int:
        return self.scale.type(20)

    def _x_of(self, number: float, box: QRect, rate_hz: float) -> float:
        return box.left() + (number / rate_hz % SWEEP_S) / SWEEP_S * box.width()

    def _update_strip(self, before: int, head: int) -> None:
        if self._buffer is None:
            return
        box = self.line_box()
        erase = ERASE_S / SWEEP_S * box.width()
        first = self._x_of(before, box, self._buffer.rate_hz) - BRUSH_PX
        last = self._x_of(head, box, self._buffer.rate_hz) + erase + BRUSH_PX
        edge = box.left() + box.width()
        if last <= first:  # the head came round the edge between the two
            last += box.width()
        self._update_columns(first, min(last, edge))
        if last > edge:
            self._update_columns(box.left(), last - box.width())

    def _update_columns(self, first: float, last: float) -> None:
        left = math.floor(first)
        self.update(left, 0, math.ceil(last) - left, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        super().resizeEvent(event)
        self.update()

    # ---- paint

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour(self._theme.panel))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.line_box()
        if event.rect().left() < box.left():
            self._paint_name(painter, box)
        if self.words:
            self._paint_words(painter, box)
        elif self._buffer is not None and self._head is not None and self._envelope.known:
            painter.setPen(QPen(colour(self._ink), max(1.4, self.scale.unit * 2.0)))
            self._paint_line(painter, box, event.rect() & box, self._buffer, self._head)
        painter.end()

    def _paint_name(self, painter: QPainter, box: QRect) -> None:
        size = self._name_px()
        base = middle(0, self.height(), size, Weight.Medium)
        room = box.left()
        draw_label(
            painter, Label(self._name, 0, base, room, size, self._theme.text_2, Weight.Medium)
        )

    def _paint_words(self, painter: QPainter, box: QRect) -> None:
        size = self.scale.type(20)
        base = middle(0, self.height(), size)
        words = Label(self.words, box.left(), base, box.width(), size, self._theme.text_2)
        draw_label(painter, fitted(words))

    def _paint_line(
        self, painter: QPainter, box: QRect, dirty: QRect, buffer: WaveBuffer, head: int
    ) -> None:
        """The sweep up to its head, and what is left of the one before it after the gap."""
        around = SWEEP_S * buffer.rate_hz
        begun = math.floor(head / around) * around
        head_x = self._x_of(head, box, buffer.rate_hz)
        erase = ERASE_S / SWEEP_S * box.width()
        edge = box.left() + box.width()
        newest = QRectF(box.left(), 0, head_x - box.left() + BRUSH_PX, self.height())
        newest.setLeft(max(box.left(), head_x + erase - box.width()))
        older = QRectF(head_x + erase, 0, edge - head_x - erase, self.height())
        for part, start, last in ((newest, begun, head), (older, begun - around, begun)):
            seen = part & QRectF(dirty)
            if seen.isEmpty():
                continue
            px = box.width() / around
            begin = math.floor(start + (seen.left() - box.left() - BRUSH_PX) / px)
            end = math.ceil(start + (seen.right() - box.left() + BRUSH_PX) / px) + 1
            begin, end = max(begin, math.ceil(start)), min(end, math.floor(last) + 1)
            painter.setClipRect(seen)
            self._paint_samples(painter, buffer, begin, end, box.left() - start * px, px)

    def _paint_samples(
        self, painter: QPainter, buffer: WaveBuffer, begin: int, end: int, left: float, px: float
    ) -> None:
        """Samples number `begin` up to `end`, each `px` wide; sample 0 would stand at `left`."""
        samples = buffer.between(begin, end)
        if not len(samples):
            return
        pad = self.scale.px(4, 2)
        room = max(1, self.height() - 2 * pad)
        heights = (samples - self._envelope.low) / (self._envelope.high - self._envelope.low)
        ys = pad + room * (1.0 - heights)
        xs = left + px * np.arange(end - len(samples), end)
        broken = np.flatnonzero(~np.isfinite(ys))
        for xs_run, ys_run in zip(np.split(xs, broken), np.split(ys, broken), strict=True):
            points = [
                QPointF(x, y)
                for x, y in zip(xs_run.tolist(), ys_run.tolist(), strict=True)
                if math.isfinite(y)
            ]
            if len(points) == 1:
                painter.drawPoint(points[0])
            elif points:
                painter.drawPolyline(points)
