"""The only file that knows pyqtgraph: linked boxes with at most one curve each.

Rule 1: x is in session seconds and float64; a NaN breaks the line (``connect="finite"``).
Rule 2: a curve is thinned to about one pair of extremes a pixel, so that hours stay quick and no
        peak is lost; what is outside the box is not drawn.
Rule 3: live, the mouse moves nothing; in review it moves and stretches time, never a value.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtWidgets import QGraphicsItem, QGraphicsView, QWidget

from ui.trend_buffer import Floats

SHORTEST_S = 60.0


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
        self._curves: list[Any] = []
        self._points: list[tuple[Floats, Floats] | None] = [None for _ in colours]
        self._thinned: list[int] = [1 for _ in colours]
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
        curve = pg.PlotDataItem(
            pen=pg.mkPen(colour, width=self._width),
            connect="finite",
            antialias=True,
            clipToView=True,
            downsampleMethod="peak",
        )
        # A polyline wider than a pixel is stroked as one shape, ten times slower than its pieces.
        curve.curve.setSegmentedLineMode("on")
        box.addItem(curve, ignoreBounds=True)
        self._curves.append(curve)

    def add(self, item: QGraphicsItem) -> None:
        """An item in pixels of the whole canvas."""
        item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._view.addItem(item)

    def set_boxes(self, boxes: Sequence[QRectF]) -> None:
        for box, place in zip(self._boxes, boxes, strict=True):
            box.setGeometry(place)
        self._thin_all()

    def set_width(self, width_px: float) -> None:
        """How strong the curves are."""
        if width_px == self._width:
            return
        self._width = width_px
        for curve, colour in zip(self._curves, self._colours, strict=True):
            if curve is not None:
                curve.setPen(pg.mkPen(colour, width=width_px))

    def set_y(self, index: int, low: float, high: float) -> None:
        self._boxes[index].setYRange(low, high, padding=0)

    def set_x(self, from_s: float, to_s: float) -> None:
        self._boxes[0].setXRange(from_s, to_s, padding=0)
        self.settle()

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
        self._thin(index)
        self._curves[index].setData(x, y)

    def item_count(self) -> int:
        return len(self.widget.items())

    def _thin_all(self) -> None:
        for index, points in enumerate(self._points):
            if points is not None:
                self._thin(index)

    def _thin(self, index: int) -> None:
        """Say how many points share a pixel. Powers of two, so that panning does not shimmer."""
        points = self._points[index]
        if points is None:
            return
        low, high = self.x_range
        inside = int(np.searchsorted(points[0], high)) - int(np.searchsorted(points[0], low))
        per_px = inside / max(1.0, float(self._boxes[index].width()))
        share = 1 << max(0, round(math.log2(max(1.0, per_px))))
        if share != self._thinned[index]:
            self._thinned[index] = share
            self._curves[index].setDownsampling(ds=share, auto=False, method="peak")

    def _say_range(self, _box: object, seen: tuple[float, float]) -> None:
        self._thin_all()
        self.range_changed.emit(float(seen[0]), float(seen[1]))

    def _say_click(self, event: Any) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(float(event.scenePos().x()))
