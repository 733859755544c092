"""The canvas of the curves: moved by a person it is painted once, and draws what it was given."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.chair.curve_canvas import CurveCanvas

INK, GROUND = "#00ff00", "#000000"
BOX = QRectF(50, 20, 400, 200)


class Paints(QObject):
    """How often a widget was painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[CurveCanvas]:
    window = QWidget()
    made = CurveCanvas((INK,), GROUND, window, live=False)
    qtbot.addWidget(window)
    window.resize(500, 240)
    made.widget.setGeometry(0, 0, 500, 240)
    made.set_boxes([BOX])
    made.set_y(0, 0.0, 100.0)
    made.bound_x(0.0, 4000.0)
    made.set_x(0.0, 400.0)
    with qtbot.waitExposed(window):
        window.show()
    yield made
    window.hide()


def inked(image: QImage) -> list[tuple[int, int]]:
    wide, high = range(image.width()), range(image.height())
    return [(x, y) for x in wide for y in high if QColor(image.pixel(x, y)).green() > 128]


def test_a_value_is_drawn_at_its_moment_and_its_height(canvas: CurveCanvas) -> None:
    canvas.set_points(0, np.array([100.0, 300.0]), np.array([25.0, 25.0]))
    places = inked(canvas.widget.grab().toImage())
    assert {y for _x, y in places} <= {169, 170, 171}
    assert min(x for x, _y in places) == pytest.approx(150, abs=1)
    assert max(x for x, _y in places) == pytest.approx(350, abs=1)


def test_nothing_is_drawn_outside_the_box_nor_across_a_gap(canvas: CurveCanvas) -> None:
    x = np.arange(0.0, 4000.0)
    y = np.where((x > 200) & (x < 260), np.nan, 50.0)
    canvas.set_points(0, x, y)
    columns = {x for x, _y in inked(canvas.widget.grab().toImage())}
    assert columns == {*range(50, 250), *range(310, 450)} | (columns & {250, 251, 308, 309})


def test_when_a_person_stretches_time_it_is_painted_once(
    qtbot: QtBot, canvas: CurveCanvas
) -> None:
    canvas.set_points(0, np.arange(0.0, 4000.0), np.full(4000, 50.0))
    canvas.range_changed.connect(lambda *_range: canvas.widget.viewport().update())
    view = canvas.widget.viewport()
    for _ in range(3):
        QApplication.processEvents()
    paints, before = Paints(view), canvas.x_range
    at, none = QPointF(250, 100), Qt.KeyboardModifier.NoModifier
    turned = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, none,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, turned)
    for _ in range(5):
        QApplication.processEvents()
    assert canvas.x_range != before
    assert paints.count == 1
