"""A report as a PDF, or on a printer: the same strokes.

Rule 1: it works without a window. Where Qt was not begun yet, it is begun here, off screen.
Rule 2: how pages become a file is said once, in `ui/paper_file.py`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QFontDatabase, QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from data.export.material import Material
from ui.app import application
from ui.language import wanted
from ui.paper import put_page
from ui.paper_file import pdf_bytes
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
    return pdf_bytes(
        say("chart-file-title", report.session_id),
        lambda device: put(device, report, sheet, detail=detail),
        dpi=DPI,
        creator=report.program,
    )


def put(device: QPagedPaintDevice, report: Report, sheet: Sheet, *, detail: bool) -> bool:
    """The pages on a device; False when it cannot be written to."""
    device.setPageLayout(_layout(sheet))
    return put_page(
        device, lambda painter: _put_pages(painter, device, report, sheet, detail=detail)
    )


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
