"""The sessions that were recorded, for the window: list, one whole session, its CSV.

Rule: the list is read page by page, the newest first; nothing here grows with the record.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from data.capture_window import CaptureWindow, window
from data.courses import PatientCourse, course_of
from data.errors import StoreDamaged, StoreError
from data.export.material import Material
from data.narrowing import EVERYTHING, Narrowing
from data.partial import listed
from data.store import SessionStore
from data.summaries import SessionSummary
from data.vault import key_for
from monitor.amendments import Amendment
from monitor.entries import Entry
from monitor.phases import Phase
from ui.places import capture_path, kept_how, open_record
from ui.reading_back import as_it_is
from ui.requests import LibraryPage, Refusal, SessionRecord, SessionRow
from ui.review.session_line import LineTexts, Search
from ui.words import say

if TYPE_CHECKING:
    from data.overlays import Overlay
    from data.period import Known, Period

PAGE = 100
"""Sessions that are read at a time: more than a screen shows, and there in a few milliseconds."""


class Library:
    """Reads a database that somebody else may be writing at the same time."""

    def __init__(self, path: Path, key: bytes | None) -> None:
        self.path = path
        self._key = key
        self._texts = LineTexts()
        self._figures: Known = {}

    @contextlib.contextmanager
    def _open(self) -> Iterator[SessionStore]:
        """Raises `Refusal` when the record, or what is asked of it, cannot be read."""
        try:
            with open_record(self.path, read_only=True, key=self._key) as store:
                yield store
        except StoreError as error:
            raise Refusal(str(error)) from error

    def page(
        self,
        wanted: str = "",
        cut_off: frozenset[str] = frozenset(),
        narrowing: Narrowing = EVERYTHING,
    ) -> LibraryPage:
        """The newest of the sessions in whose line all that was typed stands. Raises `Refusal`.

        `cut_off` are those that are called so. Empty before the first session.
        """
        if not self.path.exists():
            return LibraryPage()
        try:
            with open_record(self.path, read_only=True, key=self._key) as store:
                count = store.count()
                if wanted.split() or narrowing:
                    found = store.search(self._search(wanted, cut_off), PAGE, narrowing)
                    return LibraryPage(_rows_of(found.lines), found.count, count, cut_off)
                return LibraryPage(_rows_of(store.sessions(PAGE)), count, count, cut_off)
        except StoreDamaged:
            return self._torn_list(cut_off)
        except StoreError as error:
            raise Refusal(str(error)) from error

    def _torn_list(self, cut_off: frozenset[str]) -> LibraryPage:
        """All sessions, whatever is looked for: of a damaged list nothing is hidden."""
        try:
            rows = _rows_of(listed(self.path, self._key))
        except StoreError as error:
            raise Refusal(str(error)) from error
        return LibraryPage(rows, len(rows), len(rows), cut_off, say("library-torn"))

    def page_after(
        self,
        last: SessionRow,
        wanted: str = "",
        cut_off: frozenset[str] = frozenset(),
        narrowing: Narrowing = EVERYTHING,
    ) -> tuple[SessionRow, ...]:
        """The page behind this session. Raises `Refusal`."""
        place = (last.opened_utc_s, last.n)
        with self._open() as store:
            if wanted.split() or narrowing:
                search = self._search(wanted, cut_off)
                return _rows_of(store.search_on(search, PAGE, place, narrowing))
            return _rows_of(store.sessions(PAGE, place))

    def days(
        self,
        first: date,
        last: date,
        wanted: str = "",
        cut_off: frozenset[str] = frozenset(),
        narrowing: Narrowing = EVERYTHING,
    ) -> dict[date, int]:
        """How many of these sessions were opened on each day. Raises `Refusal`."""
        if not self.path.exists():
            return {}
        with self._open() as store:
            return store.days(first, last, self._search(wanted, cut_off), narrowing)

    def _search(self, wanted: str, cut_off: frozenset[str]) -> Search | None:
        """None when nothing was typed."""
        return Search(wanted, cut_off, self._texts) if wanted.split() else None

    def unfinished(self) -> list[SessionRow]:
        """Sessions without an end, newest first. Raises `Refusal`."""
        if not self.path.exists():
            return []
        with self._open() as store:
            return list(_rows_of(store.unfinished()))

    def record(self, session_id: str) -> SessionRecord:
        """All but its waves, as far as it can be read. Raises `Refusal` where there is none."""
        try:
            there = as_it_is(self.path, self._key, session_id)
        except StoreError as error:
            raise Refusal(str(error)) from error
        return SessionRecord(row_of(there.summary), there.entries, there.anchors, there.missing)

    def to_go_on(self, session_id: str) -> SessionRecord:
        """All of it, waves too: whoever goes on has to know every number that is taken.

        Raises `Refusal`, also when only a part of it can be read.
        """
        with self._open() as store:
            summary = store.summary(session_id)
            entries = tuple(store.entries(summary.session_id))
            return SessionRecord(row_of(summary), entries, store.anchors(summary.session_id))

    def is_simulated(self, session_id: str) -> bool:
        """Raises `Refusal`."""
        with self._open() as store:
            return store.summary(session_id).simulated

    def course(self, patient_id: str, *, simulated: bool = False) -> PatientCourse:
        """The earlier sessions of this patient. Raises `Refusal`.

        `simulated`: this is the record of the demo, in which every session is.
        """
        if not self.path.exists():
            return PatientCourse(patient_id.strip())
        try:
            return course_of(self.path, self._key, patient_id, simulated=simulated)
        except StoreError as error:
            raise Refusal(str(error)) from error

    def overlay(self, patient_id: str, *, simulated: bool = False, about: str = "") -> Overlay:
        """The newest sessions of this patient, and the one `about`. Raises `Refusal`."""
        from data.overlays import Overlay, overlay_of  # noqa: PLC0415 (not at the start)

        if not self.path.exists():
            return Overlay(patient_id)
        try:
            return overlay_of(self.path, self._key, patient_id, simulated=simulated, about=about)
        except StoreError as error:
            raise Refusal(str(error)) from error

    def period(self, first: date, last: date, *, simulated: bool = False) -> Period:
        """All sessions of these days, as figures. Raises `Refusal`."""
        from data.period import Period, period_of  # noqa: PLC0415 (not at the start)

        if not self.path.exists():
            return Period(first, last)
        try:
            known = self._figures
            return period_of(self.path, self._key, first, last, simulated=simulated, known=known)
        except StoreError as error:
            raise Refusal(str(error)) from error

    def material(self, session_id: str, *, deidentify: bool = False) -> Material:
        """What the formats of this session are made of. Raises `Refusal`."""
        from ui.handing_over import material_of  # noqa: PLC0415 (nobody hands over at the start)

        try:
            return material_of(self.path, self._key, session_id, deidentify=deidentify)
        except StoreError as error:
            raise Refusal(str(error)) from error

    def amend(
        self,
        session_id: str,
        said: Amendment,
        running: Callable[[str], bool],
        spill: Path | None = None,
    ) -> None:
        """Add to a session that is over (`data/afterwards.py`). Raises a `StoreError`."""
        from data.afterwards import Place, amend  # noqa: PLC0415 (nobody corrects at the start)

        amend(Place(self.path, self._key or key_for(self.path), running, spill), session_id, said)

    def waves(self, session_id: str, from_s: float, to_s: float) -> tuple[Entry, ...]:
        """The chunks of waves that ended in these session seconds. Raises `Refusal`."""
        with self._open() as store:
            return tuple(store.waves(session_id, from_s, to_s))

    def raw_bytes(self, session_id: str, from_s: float, to_s: float) -> CaptureWindow:
        """What went over the wires in these session seconds. Raises `Refusal`."""
        with self._open() as store:
            known = store.summary(session_id).session_id
        path = capture_path(self.path, known)
        if not path.exists():
            raise Refusal(say("bytes-no-file"))
        try:
            return window(path, self._key or key_for(self.path), from_s, to_s)
        except StoreError as error:
            raise Refusal(str(error)) from error

    def place(self) -> str:
        """Where the record is and whether it is encrypted, in one sentence."""
        return say("record-encrypted" if kept_how(self.path) else "record-plain", self.path)


def _rows_of(lines: Iterable[SessionSummary]) -> tuple[SessionRow, ...]:
    return tuple(row_of(line) for line in lines)


def row_of(summary: SessionSummary) -> SessionRow:
    return SessionRow(
        session_id=summary.session_id,
        patient_id=summary.patient_id,
        initials=summary.initials,
        opened_utc_s=summary.opened_utc_s,
        offset_min=summary.offset_min,
        duration_s=summary.duration_s,
        ended=summary.ended,
        phase=summary.phase,
        dose_mg=summary.dose_mg,
        mg_per_kg=summary.mg_per_kg,
        minutes=summary.minutes,
        peak_sbp=summary.peak_sbp,
        peak_dbp=summary.peak_dbp,
        alarms_high=summary.alarms_high,
        alarms_medium=summary.alarms_medium,
        cuff_count=summary.cuff_count,
        driver=summary.driver,
        simulated=summary.simulated,
        signed=summary.phase == Phase.SIGNED.value,
        profile=summary.profile,
        n=summary.n,
        route=summary.route or "",
    )
