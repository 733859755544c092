"""The recorded sessions behind the gate: who may look, take along or print, and that she did.

Rule 1: what belongs to a session that runs at this seat is the program's own business: its curve
        needs its past whoever sits there. Everything else needs somebody who may.
Rule 2: a line of the audit trail is queued before anything is shown or written.
Rule 3: what is of no patient (a simulated session) leaves no line.
Rule 4: a sheet for an emergency is printed whoever asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from data.audit import AuditKind, Fact
from data.capture_window import CaptureWindow
from data.courses import PatientCourse
from data.export.material import Material
from data.narrowing import EVERYTHING, Narrowing
from data.outgoing import write_whole
from monitor.entries import Entry
from monitor.rights import Right
from ui.batch import Batch, Job
from ui.gate import Gate
from ui.library import Library
from ui.requests import LibraryPage, Refusal, SessionRecord, SessionRow
from ui.words import say

if TYPE_CHECKING:
    from data.overlays import Overlay
    from data.period import Period

EMERGENCY_SHEET = "emergency"
PRINTER = "printer"


class ReadingRoom:
    """`running` gives the ids of the sessions that go on at this seat."""

    def __init__(
        self,
        library: Library,
        gate: Gate,
        running: Callable[[], Collection[str]],
        *,
        simulated: bool = False,
    ) -> None:
        """`simulated`: this is a demo, in which every session is."""
        self._library = library
        self._gate = gate
        self._running = running
        self._simulated = simulated

    def page(
        self,
        wanted: str,
        cut_off: frozenset[str] = frozenset(),
        narrowing: Narrowing = EVERYTHING,
    ) -> LibraryPage:
        """Raises `Refusal`."""
        self._gate.want(Right.VIEW_RECORD, about="library")
        return self._library.page(wanted, cut_off, narrowing)

    def page_after(
        self,
        last: SessionRow,
        wanted: str,
        cut_off: frozenset[str] = frozenset(),
        narrowing: Narrowing = EVERYTHING,
    ) -> tuple[SessionRow, ...]:
        """Raises `Refusal`."""
        self._gate.want(Right.VIEW_RECORD, about="library")
        return self._library.page_after(last, wanted, cut_off, narrowing)

    def days(
        self,
        first: date,
        last: date,
        wanted: str,
        cut_off: frozenset[str] = frozenset(),
        narrowing: Narrowing = EVERYTHING,
    ) -> dict[date, int]:
        """Raises `Refusal`."""
        self._gate.want(Right.VIEW_RECORD, about="library")
        return self._library.days(first, last, wanted, cut_off, narrowing)

    def record(self, session_id: str) -> SessionRecord:
        """For the program, or for a page on which it is only named. Raises `Refusal`."""
        nobody = self._gate.enlisted and not self._gate.seated
        if nobody and session_id not in self._running():
            raise Refusal(say("right-nobody-here"))  # nobody asked: it is no line
        return self._library.record(session_id)

    def review(self, session_id: str) -> SessionRecord:
        """Opened by a person. Raises `Refusal`."""
        running = session_id in self._running()
        who = self._gate.look(session_id, running=running)
        record = self._library.record(session_id)
        if not record.row.simulated:
            self._gate.viewed(who, record.row.session_id, "session")
        return record

    def course(self, patient_id: str) -> PatientCourse:
        """Raises `Refusal`."""
        who = self._gate.want(Right.VIEW_RECORD, about="course")
        course = self._library.course(patient_id, simulated=self._simulated)
        if course.sessions and not self._simulated:
            # A line names no patient: the newest session says whose course it was.
            newest = course.sessions[-1].session_id
            self._gate.viewed(who, newest, "course", sessions=len(course.sessions))
        return course

    def overlay(self, patient_id: str, *, simulated: bool, about: str = "") -> Overlay:
        """Raises `Refusal`."""
        who = self._gate.want(Right.VIEW_RECORD, about="compare")
        found = self._library.overlay(patient_id, simulated=simulated, about=about)
        if found.sessions and not simulated:
            # A line names no patient: the newest session says whose they were.
            newest = found.sessions[-1].session_id
            self._gate.viewed(who, newest, "compare", sessions=len(found.sessions))
        return found

    def period(self, first: date, last: date) -> Period:
        """Raises `Refusal`."""
        who = self._gate.want(Right.VIEW_RECORD, about="clinic")
        return self._period(who, AuditKind.VIEW, first, last)

    def take_period(self, first: date, last: date, path: str) -> None:
        """Raises `Refusal`."""
        from ui.review.clinic_figures import table_lines  # noqa: PLC0415 (not at the start)

        who = self._gate.want(Right.EXPORT, about="clinic")
        found = self._period(who, AuditKind.EXPORT, first, last)
        try:
            lines = table_lines(found, simulated=self._simulated)
            write_whole(Path(path).expanduser(), (line.encode() for line in lines))
        except OSError as error:
            raise Refusal(say("export-failed", path, error.strerror or str(error))) from error

    def _period(self, who: str, kind: AuditKind, first: date, last: date) -> Period:
        found = self._library.period(first, last, simulated=self._simulated)
        if found.sessions and not self._simulated:
            days, many = f"{first} {last}", len(found.sessions)
            self._gate.trail.note(kind, who, what="clinic", days=days, sessions=many)
        return found

    def waves(self, session_id: str, from_s: float, to_s: float) -> tuple[Entry, ...]:
        """Of a session that was opened for review. Raises `Refusal`."""
        self._gate.look(session_id, running=session_id in self._running())
        return self._library.waves(session_id, from_s, to_s)

    def raw_bytes(self, session_id: str, from_s: float, to_s: float) -> CaptureWindow:
        """Of a session that was opened for review. Raises `Refusal`."""
        self._gate.look(session_id, running=session_id in self._running())
        return self._library.raw_bytes(session_id, from_s, to_s)

    def material(self, session_id: str, kind: str, to: str, *, deidentify: bool) -> Material:
        """What goes out as `kind` is made of, once she may and it is noted.

        `to` says where it goes: ``file``, ``clipboard``, ``network``, or on paper (`PRINTER`),
        which is the right to print. Raises `Refusal`.
        """
        if to == PRINTER:
            self.want_print(kind, session_id)
            return self._library.material(session_id, deidentify=deidentify)
        right = Right.DEIDENTIFIED_EXPORT if deidentify else Right.EXPORT
        who = self._gate.want(right, about=kind, at=session_id)
        made = self._library.material(session_id, deidentify=deidentify)
        if not made.simulated:
            self._gate.trail.note(
                AuditKind.EXPORT, who, session_id, format=kind, deidentified=deidentify, to=to
            )
        return made

    def hand_over(
        self,
        jobs: Sequence[Job],
        kind: str,
        chosen: Collection[str] = (),
        *,
        deidentify: bool = False,
    ) -> Batch:
        """Many sessions in one format, beside the window. Raises `Refusal`.

        While a session runs at this seat only a single one: what makes files takes the time of
        what watches.
        """
        from ui.handing_over import hand_over  # noqa: PLC0415 (nobody hands over at the start)

        right = Right.DEIDENTIFIED_EXPORT if deidentify else Right.EXPORT
        if len(jobs) > 1 and self._running():
            raise Refusal(say("batch-running"))
        self._gate.want(right, about=kind)

        def permit(session_id: str) -> None:
            who = self._gate.want(right, about=kind, at=session_id)
            if not self._simulated and not self._library.is_simulated(session_id):
                facts: dict[str, Fact] = {"format": kind, "deidentified": deidentify, "to": "file"}
                self._gate.trail.note(AuditKind.EXPORT, who, session_id, **facts)

        return Batch(
            jobs,
            permit,
            lambda session_id: self._library.material(session_id, deidentify=deidentify),
            lambda made, path, through: hand_over(made, kind, path, chosen, through),
        )

    def export(self, session_id: str, kind: str, path: str, *, deidentify: bool = False) -> None:
        """Write the session in the format `kind` (`ui/handing_over.py`). Raises `Refusal`."""
        from ui.handing_over import hand_over  # noqa: PLC0415 (nobody hands over at the start)

        hand_over(self.material(session_id, kind, "file", deidentify=deidentify), kind, Path(path))

    def want_print(self, what: str, session_id: str) -> None:
        """Something is about to be put on paper, or into a PDF. Raises `Refusal`."""
        gate = self._gate
        if what == EMERGENCY_SHEET:
            who = gate.seated or (gate.glass.name if gate.glass else "")
        else:
            who = gate.want(Right.PRINT, about=what, at=session_id)
        if not self._simulated:
            gate.trail.note(AuditKind.PRINT, who, session_id, what=what)
