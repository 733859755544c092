"""The page for the ambulance: one page, whatever happened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from ui.app import application
from ui.emergency_sheet import (
    FOOT_MM,
    MOST_LOG,
    MOST_VITALS,
    Sheet,
    VitalsLine,
    draw,
    paint,
)
from ui.emergency_text import StampLine
from ui.paper import HIGH_MM, WIDE_MM, lay_out_page


@pytest.fixture
def app() -> QApplication:
    return application()


def longest(*, practice: bool = False) -> Sheet:
    """Eleven facts, all the vitals and the log that a page takes, and more."""
    return Sheet(
        facts=tuple((f"Fact {number}", "value " * 40) for number in range(11)),
        vitals=(VitalsLine("14:00:00", "120/80", "80", "98"),) * MOST_VITALS,
        log=(StampLine("", "14:00:00", "0:10", "text " * 60, struck=True),) * MOST_LOG,
        made="Made just now",
        practice=practice,
        earlier=12,
    )


def drawn(sheet: Sheet) -> tuple[QImage, float]:
    image = QImage(540, round(540 * HIGH_MM / WIDE_MM), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    lowest = draw(painter, image.width(), sheet)
    painter.end()
    return image, lowest


def test_the_longest_page_ends_above_its_foot(app: QApplication) -> None:
    assert drawn(longest())[1] < HIGH_MM - FOOT_MM


def test_nothing_is_written_over_the_right_edge(app: QApplication) -> None:
    image, _ = drawn(longest())
    column = [image.pixelColor(image.width() - 1, y).lightness() for y in range(120, 380)]
    assert sum(dark < 128 for dark in column) <= 4, "only rules reach the edge"


def test_a_practice_is_marked_all_over_the_page(app: QApplication) -> None:
    plain, marked = drawn(longest())[0], drawn(longest(practice=True))[0]
    inked = sum(
        plain.pixel(x, y) != marked.pixel(x, y)
        for x in range(0, plain.width(), 6)
        for y in range(80, plain.height() - 60, 6)
    )
    assert inked > 300


def test_the_pdf_has_one_page(app: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    writer = QPdfWriter(str(path))
    lay_out_page(writer)
    assert paint(writer, longest())
    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    assert b"/Count 1" in content
