"""What is pressed on the page of an emergency, and how the page comes to the screen and to paper.

Rule 1: the page is saved where the person's documents are, under a name that sorts by time; a
        file that exists is never replaced.
Rule 2: no dialog: what became of saving and printing is said on the page.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice

from data.clinic_file import Clinic
from ui.courses import Courses
from ui.desk import Desk
from ui.emergency_facts import sheet_of
from ui.emergency_sheet import paint
from ui.emergency_text import face_of
from ui.panels import Panels
from ui.paper import lay_out_page
from ui.paper_file import UnwritablePage, save_pdf
from ui.requests import Backend, Refusal
from ui.view_state import ChairView
from ui.words import say


class EmergencyDesk:
    """The page of the chair that is shown. `folder` None = the person's documents."""

    def __init__(
        self,
        backend: Backend,
        desk: Desk,
        panels: Panels,
        courses: Courses,
        folder: Path | None = None,
    ) -> None:
        self._backend, self._desk, self._courses = backend, desk, courses
        self._page, self._clinic_panel = panels.emergency, panels.clinic
        self._folder = folder
        self._clinic: Clinic | None = None
        self._message = ""
        page = self._page
        page.stamped.connect(desk.stamp)
        page.undo_asked.connect(desk.undo_stamp)
        page.answer_asked.connect(desk.answer_emergency)
        page.ring_asked.connect(desk.begin_emergency)
        page.end_asked.connect(desk.end_emergency)
        page.save_asked.connect(self.save)
        page.print_asked.connect(self.print)
        self._clinic_panel.kept.connect(self._keep)

    @property
    def clinic(self) -> Clinic:
        """Read from the disk once, and again after it was changed here."""
        if self._clinic is None:
            self._clinic = self._backend.clinic()
        return self._clinic

    def press(self) -> None:
        """The red button: the emergency begins, unless one goes on already."""
        view = self._desk.view
        going = view is not None and view.picture.emergency is not None
        if view is None or not going or not _goes_on(view):
            self._message = ""
            self._desk.begin_emergency()

    def show(self) -> None:
        """To be called with every picture; costs nothing while the page is closed."""
        view = self._desk.view
        if view is not None and not self._page.isHidden():
            self._page.show_face(face_of(view, self.clinic, self._message))

    def show_clinic(self) -> None:
        self._clinic_panel.show_clinic(self.clinic)

    def _keep(self, clinic: Clinic) -> None:
        try:
            self._backend.keep_clinic(clinic)
        except Refusal as refusal:
            self._clinic_panel.say_below(str(refusal))
            return
        self._clinic = None
        self._clinic_panel.show_clinic(self.clinic)
        self._clinic_panel.say_below(say("clinic-kept"))

    # ---- on paper

    def save(self) -> None:
        self._say(self._saved())

    def print(self) -> None:
        """On the usual printer; without one the page is saved instead."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415 -- it is rare

        usual = QPrinterInfo.defaultPrinter()
        if usual.isNull():
            self._say(say("page-no-printer", self._saved()))
            return
        printer = QPrinter(usual, QPrinter.PrinterMode.HighResolution)
        self._say(
            say("page-printed", usual.printerName())
            if self._paint(printer)
            else say("page-failed", usual.printerName())
        )

    def _saved(self) -> str:
        view = self._desk.view
        if view is None:
            return ""
        try:
            path = save_pdf(self._folder, _stem(view), say("sheet-title"), self._paint)
        except UnwritablePage as error:
            return say("page-failed", error.path)
        return say("page-saved", path)

    def _paint(self, device: QPagedPaintDevice) -> bool:
        view = self._desk.view
        if view is None:
            return False
        self._backend.want_print("emergency", view.picture.session_id)  # never refused
        lay_out_page(device)
        day = _day(view, "%Y-%m-%d")
        return paint(device, sheet_of(view, self._courses.of(view), self.clinic, day))

    def _say(self, message: str) -> None:
        self._message = message
        self.show()


def _goes_on(view: ChairView) -> bool:
    emergency = view.picture.emergency
    return emergency is not None and emergency.going


def _day(view: ChairView, form: str) -> str:
    return datetime.fromtimestamp(view.wall_s, tz=UTC).astimezone().strftime(form)


def _stem(view: ChairView) -> str:
    """A name by which the page is found again, and that says nothing of the patient."""
    return f"chairside-emergency-{_day(view, '%Y-%m-%d-%H%M')}-chair-{view.picture.chair}"
