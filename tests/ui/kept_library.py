"""A library of real sessions in a real record, and a program behind the pages that reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from data.narrowing import EVERYTHING, Narrowing
from data.store import SessionStore
from monitor.commands import EndSession
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.events import Event
from monitor.limits import PROFILES
from monitor.outcomes import AlarmChanged, AlarmPhase, Outcome, PhaseChanged, Priority
from monitor.people import Patient
from monitor.phases import Phase
from monitor.plan import Drug, Plan
from monitor.vitals import VitalSign
from tests.ui.page_examples import RecordingBackend
from tests.ui.page_sessions import cuff, opening
from ui.library import Library
from ui.requests import LibraryPage, SessionRecord, SessionRow

OFFSET_MIN = 120


@dataclass(frozen=True, slots=True)
class Kept:
    """A session as the library shows it. `day` and `hour` are local. None = there is none."""

    name: str
    day: date
    patient_id: str = "20417"
    profile: str = "adult-iv"
    mg_per_kg: float | None = 0.5
    fixed_mg: float | None = None
    peak: float | None = 150.0
    high: int = 0
    medium: int = 0
    signed: bool = True
    hour: int = 9
    drug: Drug = Drug.KETAMINE

    @property
    def utc_s(self) -> float:
        local = datetime(self.day.year, self.day.month, self.day.day, self.hour, tzinfo=UTC)
        return local.timestamp() - OFFSET_MIN * 60.0


def entries_of(one: Kept) -> Iterator[Entry]:
    plan = Plan(one.mg_per_kg, 82.0, 40.0, one.fixed_mg, None, one.drug)
    opened = replace(
        opening(one.name),
        patient=Patient(one.patient_id, 82.0, "J. M."),
        profile=PROFILES[one.profile],
        plan=plan,
    )
    whats: list[Event | Outcome] = [opened]
    if one.peak is not None:
        whats.append(cuff(one.peak, 90.0))
    for priority, count in ((Priority.HIGH, one.high), (Priority.MEDIUM, one.medium)):
        sounding = AlarmPhase.SOUNDING
        alarm = AlarmChanged(
            "bp/high", "sbp-high", VitalSign.SBP, priority, sounding, 168.0, 160.0, ("sbp-high",)
        )
        whats += [alarm] * count
    if one.signed:
        whats += [EndSession("Nurse 1"), PhaseChanged(Phase.RECOVERY, Phase.SIGNED)]
    for number, what in enumerate(whats):
        yield Entry(one.name, number, 60.0 * number, what)


def keep(path: Path, sessions: Sequence[Kept], key: bytes | None = None) -> None:
    with SessionStore.open(path, key) as store:
        for one in sessions:
            anchor = Anchor(one.name, 0.0, one.utc_s, OFFSET_MIN, AnchorReason.START)
            store.write(list(entries_of(one)), [anchor])


class LibraryBackend(RecordingBackend):
    """The record at `path` is read for real; whatever else is asked, is answered by hand."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.kept = Library(path, None)

    def library(self, wanted: str = "", narrowing: Narrowing = EVERYTHING) -> LibraryPage:
        self._maybe_refuse()
        return self.kept.page(wanted, frozenset(), narrowing)

    def library_after(
        self, last: SessionRow, wanted: str = "", narrowing: Narrowing = EVERYTHING
    ) -> tuple[SessionRow, ...]:
        return self.kept.page_after(last, wanted, frozenset(), narrowing)

    def library_days(
        self, first: date, last: date, wanted: str = "", narrowing: Narrowing = EVERYTHING
    ) -> dict[date, int]:
        self._maybe_refuse()
        return self.kept.days(first, last, wanted, frozenset(), narrowing)

    def record(self, session_id: str) -> SessionRecord:
        return self.kept.record(session_id)
