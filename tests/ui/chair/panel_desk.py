"""A panel by itself in a window of its own, as wide as the curves of a small screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from ui.chair.side_panel import SidePanel
from ui.ink import Board, Scale
from ui.theme import load_fonts

SCALE = Scale.of(1280, 720)
BOX = (790, 530)


@contextmanager
def in_its_place(qtbot: QtBot, part: Board) -> Iterator[None]:
    """`part` must have no parent yet; it is shown at the size of a small screen."""
    load_fonts()
    window = QWidget()
    window.resize(*BOX)
    part.setParent(window)
    part.setGeometry(0, 0, *BOX)
    part.set_scale(SCALE)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    if not isinstance(part, SidePanel):
        part.show()
    yield
    window.close()


def tap(qtbot: QtBot, tile: QAbstractButton) -> None:
    assert tile.isVisible(), tile.accessibleName()
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


def words(part: Board) -> str:
    return " ".join(label.text for label in part.labels)
