"""The hatching of stretches: drawn once, only on them, and standing still below them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.chair.hatching import Hatching

BOX = QRectF(10, 5, 200, 40)
EMPTY = QColor("black").rgb()


def painted(*spans: tuple[float, float], ratio: float = 1.0) -> QImage:
    image = QImage(round(240 * ratio), round(50 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("black"))
    painter = QPainter(image)
    Hatching(QColor("white"), 9.0).paint(painter, BOX, spans)
    painter.end()
    return image


def columns(image: QImage) -> set[int]:
    seen = range(image.height())
    return {x for x in range(image.width()) if any(image.pixel(x, y) != EMPTY for y in seen)}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_it_is_hatched_where_the_stretches_are(qtbot: QtBot, ratio: float) -> None:
    inked = columns(painted((20, 60), (100, 101), ratio=ratio))
    assert inked == {
        *range(round(20 * ratio), round(60 * ratio)),
        *range(round(100 * ratio), round(101 * ratio)),
    }


def test_the_lines_stand_still_wherever_a_stretch_begins(qtbot: QtBot) -> None:
    one, other = painted((20, 90)), painted((33.2, 90))
    assert one.copy(40, 0, 50, 50) == other.copy(40, 0, 50, 50)


def test_what_overlaps_is_hatched_once(qtbot: QtBot) -> None:
    assert painted((20, 60), (40, 90), (50, 55)) == painted((20, 90))


def test_nothing_is_hatched_where_there_is_no_stretch(qtbot: QtBot) -> None:
    assert not columns(painted())
    assert not columns(painted((30.1, 30.3)))
