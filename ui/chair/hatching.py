"""Slanting lines over stretches of a box: nothing was measured there.

Rule 1: the lines stand still on the canvas and the stretches move over them. So they are drawn
        once for a box, and a stretch costs a copy, however many there are.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap


class Hatching:
    def __init__(self, ink: QColor, apart_px: float) -> None:
        """`apart_px`: from line to line along the bottom of the box."""
        self._pen = QPen(ink, 1.0)
        self._apart_px = apart_px
        self._box = QRectF()
        self._lines: QPixmap | None = None

    def paint(self, painter: QPainter, box: QRectF, spans: Iterable[tuple[float, float]]) -> None:
        """`spans`: from where to where in pixels, in the order in which they begin."""
        ratio = painter.device().devicePixelRatioF()
        place = QRectF(box.toAlignedRect())
        done = begin = round(place.left() * ratio)
        for left, right in spans:
            first, last = max(done, round(left * ratio)), round(right * ratio)
            if last <= first:
                continue
            lines = self._of(box, ratio)
            target = QPointF(first / ratio, place.top())
            source = QRectF(first - begin, 0, last - first, lines.height())
            size = source.size() / ratio
            painter.drawPixmap(QRectF(target, size), lines, source)
            done = last

    def _of(self, box: QRectF, ratio: float) -> QPixmap:
        """The whole box, hatched."""
        lines = self._lines
        if lines is None or box != self._box or lines.devicePixelRatioF() != ratio:
            self._box = QRectF(box)
            lines = self._lines = self._drawn(box, ratio)
        return lines

    def _drawn(self, box: QRectF, ratio: float) -> QPixmap:
        place = QRectF(box.toAlignedRect())
        picture = QPixmap((place.size() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-place.topLeft())
        painter.setClipRect(box)
        painter.setPen(self._pen)
        tall, apart = box.height(), self._apart_px
        first = box.left() - tall - (box.left() - tall) % apart
        lefts = (first + apart * at for at in range(int((box.right() - first) / apart) + 1))
        painter.drawLines([QLineF(x, box.bottom(), x + tall, box.top()) for x in lefts])
        painter.end()
        return picture
