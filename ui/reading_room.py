"""The recorded sessions behind the gate: who may look, take along or print, and that she did.

Rule 1: what belongs to a session that runs at this seat is the program's own business: its curve
        needs its past whoever sits there. Everything else needs somebody who may.
Rule 2: a line of the audit trail is queued before anything is shown or written.
Rule 3: what is of no patient (a simulated session) leaves no line.
Rule 4: a sheet for an emergency is printed whoever asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from data.audit import AuditKind
from data.courses import PatientCourse
from data.export.material import Material
from monitor.entries import Entry
from monitor.rights import Right
from ui.gate import Gate
from ui.library import Library
from ui.requests import LibraryPage, Refusal, SessionRecord, SessionRow
from ui.words import say

EMERGENCY_SHEET = "emergency"


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

    def page(self, wanted: str, cut_off: frozenset[str] = frozenset()) -> LibraryPage:
        """Raises `Refusal`."""
        self._gate.want(Right.VIEW_RECORD, about="library")
        return self._library.page(wanted, cut_off)

    def page_after(
        self, last: SessionRow, wanted: str, cut_off: frozenset[str] = frozenset()
    ) -> tuple[SessionRow, ...]:
        """Raises `Refusal`."""
        self._gate.want(Right.VIEW_RECORD, about="library")
        return self._library.page_after(last, wanted, cut_off)

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

    def waves(self, session_id: str, from_s: float, to_s: float) -> tuple[Entry, ...]:
        """Of a session that was opened for review. Raises `Refusal`."""
        self._gate.look(session_id, running=session_id in self._running())
        return self._library.waves(session_id, from_s, to_s)

    def material(self, session_id: str, kind: str, to: str, *, deidentify: bool) -> Material:
        """What goes out as `kind` is made of, once she may and it is noted.

        `to` says where it goes: ``file``, ``clipboard``, ``network``. Raises `Refusal`.
        """
        right = Right.DEIDENTIFIED_EXPORT if deidentify else Right.EXPORT
        who = self._gate.want(right, about=kind, at=session_id)
        made = self._library.material(session_id, deidentify=deidentify)
        if not made.simulated:
            self._gate.trail.note(
                AuditKind.EXPORT, who, session_id, format=kind, deidentified=deidentify, to=to
            )
        return made

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
