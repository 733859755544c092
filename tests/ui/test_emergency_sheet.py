"""The page for the ambulance: one page, whatever happened."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from paper_words import by_pdftotext, by_pypdf
from pypdf import PdfReader
from PySide6.QtGui import QImage, QPagedPaintDevice, QPainter
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
from ui.paper_file import pdf_bytes
from ui.words import say


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


def in_a_file(sheet: Sheet) -> bytes:
    def put(device: QPagedPaintDevice) -> bool:
        lay_out_page(device)
        return paint(device, sheet)

    return pdf_bytes(say("sheet-title"), put)


def test_the_pdf_has_one_page(app: QApplication) -> None:
    assert len(PdfReader(io.BytesIO(in_a_file(longest()))).pages) == 1


@pytest.mark.parametrize("read", [by_pypdf, by_pdftotext])
def test_its_words_are_found_with_their_spaces(
    app: QApplication, read: Callable[[bytes], str]
) -> None:
    sheet = Sheet(
        facts=(("Ketamine given", "21 mg of 42 mg, calculated"),),
        vitals=(VitalsLine("14:00:00", "201/118", "80", "98"),),
        log=(StampLine("", "14:00:10", "0:10", "Oxygen by mask, Nurse 1", struck=False),),
        made="Made just now",
        practice=False,
    )
    found = read(in_a_file(sheet))
    said = (sheet.facts[0], ("201/118", sheet.log[0].text, sheet.made, say("disclaimer")))
    titles = (say("sheet-title"), say("sheet-vitals"), say("sheet-log"))
    for words in (*said[0], *said[1], *titles):
        assert words in found
