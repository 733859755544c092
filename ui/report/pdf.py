"""A report as a PDF, or on a printer: the same strokes.

Rule 1: it works without a window. Where Qt was not begun yet, it is begun here, off screen.
Rule 2: the fonts go into the file; words stay words that can be found and copied.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF
from PySide6.QtGui import (
    QFontDatabase,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from data.export.material import Material
from ui.app import application
from ui.language import wanted
from ui.report.detail import detail_pages, draw_detail
from ui.report.facts import report_of
from ui.report.ink import Ink
from ui.report.page import draw_page
from ui.report.parts import Report
from ui.report.sheet import MARGIN_MM, Sheet
from ui.theme import FAMILY, load_fonts
from ui.words import say

DPI = 600
_PIECE = 65_536
_MEANINGS = re.compile(rb"\[(?: ?<[0-9A-F]{4,}>)+ ?\]")
"""What the shapes of a font mean, one behind the other."""
_SIZES = {Sheet.A4: QPageSize.PageSizeId.A4, Sheet.LETTER: QPageSize.PageSizeId.Letter}


def report_pdf(
    material: Material, sheet: Sheet = Sheet.A4, *, detail: bool = False
) -> Iterator[bytes]:
    """The file, piece by piece."""
    whole = pdf_of(report_of(material), sheet, detail=detail)
    for begin in range(0, len(whole), _PIECE):
        yield whole[begin : begin + _PIECE]


def pdf_of(report: Report, sheet: Sheet, *, detail: bool) -> bytes:
    begin_qt()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setTitle(say("chart-file-title", report.session_id))
    writer.setCreator(report.program)
    put(writer, report, sheet, detail=detail)
    buffer.close()
    del writer
    return with_spaces(bytes(content.data()))


def with_spaces(content: bytes) -> bytes:
    """The same file; a space between words is one for whoever copies or looks for them.

    Tab and space have one shape in the font, and Qt notes the first of both as its meaning. What
    is exchanged has the same length, so that all else in the file stays where it is.
    """
    return _MEANINGS.sub(lambda found: found[0].replace(b"<0009>", b"<0020>"), content)


def put(device: QPagedPaintDevice, report: Report, sheet: Sheet, *, detail: bool) -> bool:
    """The pages on a device; False when it cannot be written to."""
    device.setPageLayout(_layout(sheet))
    painter = QPainter()
    if not painter.begin(device):
        return False
    try:
        done = _put_pages(painter, device, report, sheet, detail=detail)
    finally:
        ended = painter.end()  # a device that is let go while it is painted on ends the process
    return done and ended


def _put_pages(
    painter: QPainter, device: QPagedPaintDevice, report: Report, sheet: Sheet, *, detail: bool
) -> bool:
    wide, high = sheet.inner_mm
    _to_mm(painter, device, sheet)
    further = detail_pages(Ink(painter, silent=True), wide, high, report) if detail else []
    whole = 1 + len(further)
    draw_page(Ink(painter), wide, high, report, 1, whole)
    for number, page in enumerate(further, start=2):
        if not device.newPage():
            return False
        draw_detail(Ink(painter), wide, high, report, page, number, whole)
    return True


def begin_qt() -> None:
    """Words on paper need a running Qt; it is left running."""
    if QCoreApplication.instance() is None:
        ways = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        if sys.platform == "linux" and not any(os.environ.get(way) for way in ways):
            os.environ["QT_QPA_PLATFORM"] = "offscreen"  # else Qt ends the process
        application(language=wanted(None))
    if FAMILY not in QFontDatabase.families():
        load_fonts()


def _to_mm(painter: QPainter, device: QPagedPaintDevice, sheet: Sheet) -> None:
    """A printer may keep wider margins of its own: then all is a little smaller."""
    wide, high = sheet.inner_mm
    inner = device.pageLayout().paintRect(QPageLayout.Unit.Millimeter)
    units = painter.viewport().width() / inner.width()
    smaller = min(1.0, inner.width() / wide, inner.height() / high)
    painter.scale(units * smaller, units * smaller)


def _layout(sheet: Sheet) -> QPageLayout:
    return QPageLayout(
        QPageSize(_SIZES[sheet]),
        QPageLayout.Orientation.Portrait,
        QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM),
        QPageLayout.Unit.Millimeter,
    )
