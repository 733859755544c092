"""Strokes on paper: words fit where they are cut, and no file is replaced."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage, QPainter

from ui.app import application
from ui.paper import WIDE_MM, Paper, free_pdf


def test_what_was_cut_fits() -> None:
    application()
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(400 / WIDE_MM, 400 / WIDE_MM)
    paper = Paper(painter)
    for room in (10.0, 40.0, 90.0):
        text = paper.cut("many words " * 30, room, 3.0)
        assert 0.8 * room < paper.width(text, 3.0) <= room
    assert paper.cut("short", 90.0, 3.0) == "short"
    painter.end()


def test_a_file_that_exists_is_never_replaced(tmp_path: Path) -> None:
    for name in ("a.pdf", "a-2.pdf", "a-3.pdf"):
        path = free_pdf(tmp_path, "a")
        assert path.name == name
        path.touch()
