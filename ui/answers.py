"""What every program behind a window answers about the record, the clinic and the known monitors.

Rule: whatever shows, takes along or changes anything of a patient or the clinic asks the gate.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from data.capture_window import CaptureWindow
from data.clinic_file import Clinic
from data.courses import PatientCourse
from data.export.material import Material
from data.narrowing import EVERYTHING, Narrowing
from monitor.amendments import Addendum, Correct
from monitor.entries import Entry
from monitor.rights import Right
from ui.amending import Amending, Surroundings
from ui.batch import Batch, Job
from ui.cables import known_driver
from ui.clinic import keep_clinic, known_clinic
from ui.device_choices import driver_choice, driver_choices
from ui.gate import Gate
from ui.library import Library
from ui.post_desk import PostDesk
from ui.reading_room import ReadingRoom
from ui.requests import DriverChoice, LibraryPage, SessionRecord, SessionRow

if TYPE_CHECKING:
    from data.overlays import Overlay
    from data.period import Period


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
        self._simulated = simulated
        self._reading = ReadingRoom(library, gate, running, simulated=simulated)
        self._going = running
        around = Surroundings(self._goes_on, self._settle, self._second_place)
        self._amending = Amending(library, gate, around)

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

    def overlay(self, patient_id: str, *, simulated: bool = False, about: str = "") -> Overlay:
        return self._reading.overlay(patient_id, simulated=simulated, about=about)

    def period(self, first: date, last: date) -> Period:
        return self._reading.period(first, last)

    def take_period(self, first: date, last: date, path: str) -> None:
        self._reading.take_period(first, last, path)

    def library(self, wanted: str = "", narrowing: Narrowing = EVERYTHING) -> LibraryPage:
        return self._reading.page(wanted, self._resumable(), narrowing)

    def library_after(
        self, last: SessionRow, wanted: str = "", narrowing: Narrowing = EVERYTHING
    ) -> tuple[SessionRow, ...]:
        return self._reading.page_after(last, wanted, self._resumable(), narrowing)

    def library_days(
        self, first: date, last: date, wanted: str = "", narrowing: Narrowing = EVERYTHING
    ) -> dict[date, int]:
        return self._reading.days(first, last, wanted, self._resumable(), narrowing)

    def _resumable(self) -> frozenset[str]:
        """A demo that was closed is not continued."""
        return frozenset()

    def record(self, session_id: str) -> SessionRecord:
        return self._reading.record(session_id)

    def review(self, session_id: str) -> SessionRecord:
        return self._reading.review(session_id)

    def want_print(self, what: str, session_id: str = "") -> None:
        self._reading.want_print(what, session_id)

    def correct(self, session_id: str, said: Correct) -> None:
        self._amending.amend(session_id, said)

    def addend(self, session_id: str, said: Addendum) -> None:
        self._amending.amend(session_id, said)

    def _goes_on(self, session_id: str) -> bool:
        """A living process records it."""
        return session_id in self._going()

    def _settle(self) -> bool:
        """Everything that was recorded is on the disk."""
        return True

    def _second_place(self) -> Path | None:
        """Where the journals are; a demo has none."""
        return None

    def waves(self, session_id: str, from_s: float, to_s: float) -> tuple[Entry, ...]:
        return self._reading.waves(session_id, from_s, to_s)

    def raw_bytes(self, session_id: str, from_s: float, to_s: float) -> CaptureWindow:
        return self._reading.raw_bytes(session_id, from_s, to_s)

    def material(
        self, session_id: str, kind: str, to: str, *, deidentify: bool = False
    ) -> Material:
        return self._reading.material(session_id, kind, to, deidentify=deidentify)

    def hand_over(
        self,
        jobs: Sequence[Job],
        kind: str,
        chosen: Collection[str] = (),
        *,
        deidentify: bool = False,
    ) -> Batch:
        return self._reading.hand_over(jobs, kind, chosen, deidentify=deidentify)

    def post(self) -> PostDesk:
        return PostDesk(self._gate, simulated=self._simulated)

    def export(self, session_id: str, kind: str, path: str, *, deidentify: bool = False) -> None:
        self._reading.export(session_id, kind, path, deidentify=deidentify)

    def record_place(self) -> str:
        return self._library.place()

    def _want_day(self, by: str) -> None:
        self._gate.want(Right.DAY, by, "day")
