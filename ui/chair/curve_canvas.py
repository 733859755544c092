"""The only file that knows pyqtgraph: linked boxes with at most one curve each.

Rule 1: x is in session seconds and float64; a NaN breaks the line (``connect="finite"``).
Rule 2: a curve is thinned to about one pair of extremes a pixel (`thinned`), so that hours stay
        quick; what is outside the box is not drawn.
Rule 3: live, the mouse moves nothing; in review it moves and stretches time, never a value.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsView, QStyleOptionGraphicsItem, QWidget

from ui.chair.thinned import share_of, thinned
from ui.trend_buffer import Floats

SHORTEST_S = 60.0
NOTHING: Floats = np.empty(0, dtype=np.float64)


class _Curve(QGraphicsItem):
    """One curve in pixels of the canvas: lines in scaled coordinates take three times as long."""

    def __init__(self, pen: QPen) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._pen = pen
        self._box = QRectF()
        self._seen, self._scale = (0.0, 1.0), (0.0, 1.0)
        self._points = (NOTHING, NOTHING)
        self._lines: Any = pg.Qt.internals.PrimitiveArray(QLineF, 4)
        self._stale = True

    def set_pen(self, pen: QPen) -> None:
        self._pen = pen
        self.update()

    def place(self, box: QRectF) -> None:
        self.prepareGeometryChange()
        self._box = QRectF(box)
        self._change()

    def set_scale(self, low: float, high: float) -> None:
        self._scale = (low, high)
        self._change()

    def show_points(self, x: Floats, y: Floats, seen: tuple[float, float]) -> None:
        """`seen`: the moments at the left and at the right edge of the box."""
        self._points, self._seen = (x, y), seen
        self._change()

    def _change(self) -> None:
        self._stale = True
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802 -- Qt's name
        return self._box

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        if self._stale:
            self._stale = False
            self._lay_lines()
        painter.setClipRect(self._box, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen)
        # One by one: as one shape a line wider than a pixel is stroked ten times slower.
        painter.drawLines(*self._lines.drawargs())

    def _lay_lines(self) -> None:
        (x, y), box = self._points, self._box
        (from_s, to_s), (low, high) = self._seen, self._scale
        across = box.left() + (x - from_s) * (box.width() / (to_s - from_s))
        down = box.top() + (high - y) * (box.height() / (high - low))
        drawn = np.isfinite(down)
        joined = drawn[:-1] & drawn[1:]
        self._lines.resize(int(np.count_nonzero(joined)))
        lines = self._lines.ndarray()
        lines[:, 0], lines[:, 1] = across[:-1][joined], down[:-1][joined]
        lines[:, 2], lines[:, 3] = across[1:][joined], down[1:][joined]


class CurveCanvas(QObject):
    """`colours` has one entry a box from top to bottom; None = a box without a curve."""

    range_changed = Signal(float, float)
    clicked = Signal(float)
    """A click without a drag, in pixels from the left."""

    def __init__(
        self, colours: Sequence[str | None], background: str, parent: QWidget, *, live: bool
    ) -> None:
        super().__init__(parent)
        self._view: Any = pg.GraphicsView(parent, background=background)
        self.widget: QGraphicsView = self._view
        self.widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.widget.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._colours = tuple(colours)
        self._width = 1.4
        self._boxes: list[Any] = []
        self._curves: list[_Curve | None] = []
        self._points: list[tuple[Floats, Floats] | None] = [None for _ in colours]
        self._shares: list[int] = [0 for _ in colours]
        """How many points share a pixel; 0 = the points are new."""
        self._thinned: list[tuple[Floats, Floats]] = [(NOTHING, NOTHING) for _ in colours]
        for colour in colours:
            self._add_box(colour, live=live)
        self._boxes[0].sigXRangeChanged.connect(self._say_range)
        if not live:
            self._view.scene().sigMouseClicked.connect(self._say_click)

    def _add_box(self, colour: str | None, *, live: bool) -> None:
        box = pg.ViewBox(enableMenu=False, defaultPadding=0.0)
        box.disableAutoRange()
        box.setMouseEnabled(x=not live, y=False)
        self._view.addItem(box)
        if self._boxes:
            box.setXLink(self._boxes[0])
        self._boxes.append(box)
        if colour is None:
            self._curves.append(None)
            return
        curve = _Curve(pg.mkPen(colour, width=self._width))
        self._view.addItem(curve)
        self._curves.append(curve)

    def add(self, item: QGraphicsItem) -> None:
        """An item in pixels of the whole canvas."""
        item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._view.addItem(item)

    def set_boxes(self, boxes: Sequence[QRectF]) -> None:
        for box, curve, place in zip(self._boxes, self._curves, boxes, strict=True):
            box.setGeometry(place)
            if curve is not None:
                curve.place(place)
        self._thin_all()

    def set_width(self, width_px: float) -> None:
        """How strong the curves are."""
        if width_px == self._width:
            return
        self._width = width_px
        for curve, colour in zip(self._curves, self._colours, strict=True):
            if curve is not None:
                curve.set_pen(pg.mkPen(colour, width=width_px))

    def set_y(self, index: int, low: float, high: float) -> None:
        self._boxes[index].setYRange(low, high, padding=0)
        curve = self._curves[index]
        if curve is not None:
            curve.set_scale(low, high)

    def set_x(self, from_s: float, to_s: float) -> None:
        self._boxes[0].setXRange(from_s, to_s, padding=0)

    def settle(self) -> None:
        """Put the curves in their places now: done while painting, it asks for a second one."""
        self._view.scene().prepareForPaint()

    def bound_x(self, from_s: float, to_s: float) -> None:
        """How far a person can move and stretch."""
        shortest = min(SHORTEST_S, to_s - from_s)
        for box in self._boxes:
            box.setLimits(xMin=from_s, xMax=to_s, minXRange=shortest, maxXRange=to_s - from_s)

    @property
    def x_range(self) -> tuple[float, float]:
        low, high = self._boxes[0].viewRange()[0]
        return float(low), float(high)

    def set_points(self, index: int, x: Floats, y: Floats) -> None:
        self._points[index] = (x, y)
        self._shares[index] = 0
        self._thin(index)

    def item_count(self) -> int:
        return len(self.widget.items())

    def _thin_all(self) -> None:
        for index, points in enumerate(self._points):
            if points is not None:
                self._thin(index)

    def _thin(self, index: int) -> None:
        """Give the curve what its box can show: thinned once, and cut to what is in sight."""
        points, curve = self._points[index], self._curves[index]
        if points is None or curve is None:
            return
        seen = self.x_range
        begin, end = np.searchsorted(points[0], seen)
        share = share_of(int(end - begin), float(self._boxes[index].width()))
        if share != self._shares[index]:
            self._shares[index] = share
            self._thinned[index] = thinned(*points, share)
        x, y = self._thinned[index]
        # Two on either side, so that the line leaves the box.
        first, last = (int(place) for place in np.searchsorted(x, seen))
        cut = slice(max(0, first - 2), last + 2)
        curve.show_points(x[cut], y[cut], seen)

    def _say_range(self, _box: object, seen: tuple[float, float]) -> None:
        self._thin_all()
        self.range_changed.emit(float(seen[0]), float(seen[1]))
        self.settle()

    def _say_click(self, event: Any) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(float(event.scenePos().x()))
