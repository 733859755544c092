"""What every program behind a window answers about the record, the clinic and the known monitors.

Rule: whatever shows, takes along or changes anything of a patient or the clinic asks the gate.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from data.clinic_file import Clinic
from data.courses import PatientCourse
from data.export.material import Material
from monitor.entries import Entry
from monitor.rights import Right
from ui.cables import known_driver
from ui.clinic import keep_clinic, known_clinic
from ui.device_choices import driver_choice, driver_choices
from ui.gate import Gate
from ui.library import Library
from ui.reading_room import ReadingRoom
from ui.requests import DriverChoice, LibraryPage, SessionRecord, SessionRow


class Answers:
    """Part of a `Backend`."""

    def __init__(
        self,
        library: Library,
        gate: Gate,
        running: Callable[[], Collection[str]] = tuple,
        *,
        simulated: bool = False,
    ) -> None:
        """`running`: the ids of the sessions that go on here. `simulated`: this is a demo."""
        self._library = library
        self._gate = gate
        self._reading = ReadingRoom(library, gate, running, simulated=simulated)

    def drivers(self) -> list[DriverChoice]:
        return driver_choices()

    def driver(self, name: str) -> DriverChoice:
        """Raises `WrongEntry` for an unknown driver or a wrong description."""
        return driver_choice(known_driver(name))

    def clinic(self) -> Clinic:
        """In a demo the real one: an emergency is practised where it would be."""
        return known_clinic()

    def keep_clinic(self, clinic: Clinic) -> None:
        """Raises `Refusal`."""
        keep_clinic(clinic, self._gate)

    def course(self, patient_id: str) -> PatientCourse:
        return self._reading.course(patient_id)

    def library(self, wanted: str = "") -> LibraryPage:
        return self._reading.page(wanted, self._resumable())

    def library_after(self, last: SessionRow, wanted: str = "") -> tuple[SessionRow, ...]:
        return self._reading.page_after(last, wanted, self._resumable())

    def _resumable(self) -> frozenset[str]:
        """A demo that was closed is not continued."""
        return frozenset()

    def record(self, session_id: str) -> SessionRecord:
        return self._reading.record(session_id)

    def review(self, session_id: str) -> SessionRecord:
        return self._reading.review(session_id)

    def want_print(self, what: str, session_id: str = "") -> None:
        self._reading.want_print(what, session_id)

    def waves(self, session_id: str, from_s: float, to_s: float) -> tuple[Entry, ...]:
        return self._reading.waves(session_id, from_s, to_s)

    def material(
        self, session_id: str, kind: str, to: str, *, deidentify: bool = False
    ) -> Material:
        return self._reading.material(session_id, kind, to, deidentify=deidentify)

    def export(self, session_id: str, kind: str, path: str, *, deidentify: bool = False) -> None:
        self._reading.export(session_id, kind, path, deidentify=deidentify)

    def record_place(self) -> str:
        return self._library.place()

    def _want_day(self, by: str) -> None:
        self._gate.want(Right.DAY, by, "day")
