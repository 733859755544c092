"""The report of a recorded session taken out of the window: saved, printed, copied as text.

Rule 1: it is saved where the person's documents are, under a name that sorts by time and says
        nothing of the patient; a file that exists is never replaced.
Rule 2: whether somebody may have it is asked each time, and noted, before anything is written.
Rule 3: no dialog: what became of it is a sentence, for the place that asked.
Rule 4: what makes a report is loaded when one is made; no start waits for it.
"""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_documents_path
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from data.outside import name_in_folder
from ui.paper import free_pdf
from ui.reading_room import PRINTER
from ui.report.sheet import Sheet
from ui.requests import Backend, Refusal, SessionRow
from ui.review.moments import date_text, opened_text
from ui.words import say

CLIPBOARD = "clipboard"
_LETTER_COUNTRIES = frozenset(
    {
        QLocale.Country.UnitedStates,
        QLocale.Country.Canada,
        QLocale.Country.Mexico,
        QLocale.Country.Philippines,
        QLocale.Country.Chile,
        QLocale.Country.Colombia,
        QLocale.Country.PuertoRico,
    }
)


def usual_sheet() -> Sheet:
    """The paper of the country that this computer is set to."""
    here = QLocale.system().territory()
    return Sheet.LETTER if here in _LETTER_COUNTRIES else Sheet.A4


class ReportDesk:
    """`folder` None = the person's documents."""

    def __init__(self, backend: Backend, folder: Path | None = None) -> None:
        self._backend, self._folder = backend, folder

    def save(self, row: SessionRow, sheet: Sheet, *, detail: bool) -> str:
        """The PDF in a file of its own; what became of it, in a sentence."""
        from ui.handing_over import hand_over  # noqa: PLC0415 -- rule 4

        folder = user_documents_path() if self._folder is None else self._folder
        path = free_pdf(folder, _stem(row))
        asked = {"letter": sheet is Sheet.LETTER, "detail": detail}
        chosen = [name for name, wanted in asked.items() if wanted]
        try:
            material = self._backend.material(row.session_id, "pdf", "file")
            folder.mkdir(parents=True, exist_ok=True)
            hand_over(material, "pdf", path, chosen)
        except Refusal as refusal:
            return str(refusal)
        except OSError:
            return say("chart-failed", path)
        return say("chart-saved", path)

    def print(self, row: SessionRow, sheet: Sheet, *, detail: bool) -> str:
        """On the usual printer; without one it is saved instead."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415 -- it is rare

        from ui.report.facts import report_of  # noqa: PLC0415 -- rule 4
        from ui.report.pdf import put  # noqa: PLC0415

        usual = QPrinterInfo.defaultPrinter()
        if usual.isNull():
            return say("chart-no-printer", self.save(row, sheet, detail=detail))
        try:
            material = self._backend.material(row.session_id, "pdf", PRINTER)
        except Refusal as refusal:
            return str(refusal)
        printer = QPrinter(usual, QPrinter.PrinterMode.HighResolution)
        done = put(printer, report_of(material), sheet, detail=detail)
        return say("chart-printed" if done else "chart-not-printed", usual.printerName())

    def copy(self, row: SessionRow) -> str:
        """The text into the clipboard."""
        from ui.report.text import report_text  # noqa: PLC0415 -- rule 4

        try:
            text = report_text(self._backend.material(row.session_id, "text", CLIPBOARD))
        except Refusal as refusal:
            return str(refusal)
        QGuiApplication.clipboard().setText(text)
        return say("chart-copied", len(text))


def _stem(row: SessionRow) -> str:
    when = f"{date_text(row)}-{opened_text(row).replace(':', '')}"
    return f"chairside-report-{when}-{name_in_folder(row.session_id)}"
