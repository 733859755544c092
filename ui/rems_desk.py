"""The monitoring form of one session: made from the record, saved, printed, noted as sent.

Rule 1: it is saved where the person's documents are; a file that exists is never replaced.
Rule 2: no dialog: what became of it is a sentence, for the place that asked.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice

from data.closing import form_item
from data.counted import happened
from monitor.treatment.commands import GiveDose
from ui.nameless import nameless_record
from ui.paper import lay_out_page
from ui.paper_file import UnwritablePage, save_pdf
from ui.reading_room import PRINTER
from ui.rems_form import Form, form_of
from ui.rems_sheet import paint_form
from ui.requests import Backend, Refusal, SessionRecord
from ui.words import say


class RemsDesk:
    """`folder` None = the person's documents."""

    def __init__(self, backend: Backend, folder: Path | None = None) -> None:
        self._backend, self._folder = backend, folder

    def form(self, record: SessionRecord) -> Form | None:
        """None = there is no form for this session. Raises `Refusal`."""
        if not any(isinstance(entry.what, GiveDose) for entry in happened(record.entries)):
            return None  # an infusion: there is no need to read all of it
        return form_of(record, self._backend.clinic().name)

    def do(self, what: str, session_id: str, by: str, *, nameless: bool = False) -> str:
        """``save``, ``print`` or ``sent``; what became of it, in a sentence."""
        try:
            if what == "sent":
                self._backend.day().tick(form_item(session_id), True, "", by)
                return say("form-kept-sent")
            form = self.form(self._backend.record(session_id))
            if form is not None and nameless:
                form = self._without_names(what, session_id)
            elif form is not None:
                self._backend.want_print("form", session_id)
        except Refusal as refusal:
            return str(refusal)
        if form is None:
            return ""
        return self.save(form) if what == "save" else self.print(form)

    def _without_names(self, what: str, session_id: str) -> Form | None:
        """Made of what leaves the building without names, and of nothing else."""
        to = PRINTER if what == "print" else "file"
        material = self._backend.material(session_id, "form", to, deidentify=True)
        return form_of(
            nameless_record(material, self._backend.record(session_id).row), "", nameless=True
        )

    def save(self, form: Form) -> str:
        def paint(device: QPagedPaintDevice) -> bool:
            lay_out_page(device)
            return paint_form(device, form)

        try:
            path = save_pdf(self._folder, form.stem, say("form-title"), paint)
        except UnwritablePage as error:
            return say("form-failed", error.path)
        return say("form-saved", path)

    def print(self, form: Form) -> str:
        """On the usual printer; without one the form is saved instead."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415 -- it is rare

        usual = QPrinterInfo.defaultPrinter()
        if usual.isNull():
            return say("form-no-printer", self.save(form))
        printer = QPrinter(usual, QPrinter.PrinterMode.HighResolution)
        lay_out_page(printer)
        done = paint_form(printer, form)
        return say("form-printed" if done else "form-not-printed", usual.printerName())
