"""Many sessions at once behind the gate, on a real record: what is shown, what is noted."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from noted_trail import STAFF, Noted, NotedTrail, staffed

from data.audit import AuditKind
from data.export.material import NO_PATIENT
from tests.data.past_treatments import PATIENT, iv_treatment, keep, opened
from ui.library import Library
from ui.reading_room import ReadingRoom
from ui.requests import Refusal

NURSE, PROVIDER, SUPERVISOR, VIEWER = (one.name for one in STAFF)
DAYS = (date(2026, 9, 1), date(2026, 9, 30))


class Room:
    """A record with a treatment and a simulated one."""

    def __init__(self, folder: Path, *, simulated: bool = False) -> None:
        self.path = folder / "record.db"
        keep(self.path, opened("s-1"), iv_treatment())
        keep(self.path, opened("demo", simulated=True), iv_treatment())
        self.trail = NotedTrail()
        self.gate = staffed(self.trail)
        library = Library(self.path, None)
        self.reading = ReadingRoom(library, self.gate, set, simulated=simulated)

    def sit(self, name: str) -> None:
        self.gate.prove(name)
        self.gate.sit(name)


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def test_with_nobody_here_nothing_is_shown_or_written(room: Room, tmp_path: Path) -> None:
    out = tmp_path / "clinic.csv"
    for asked in (
        lambda: room.reading.overlay(PATIENT, simulated=False),
        lambda: room.reading.period(*DAYS),
        lambda: room.reading.take_period(*DAYS, str(out)),
    ):
        with pytest.raises(Refusal, match="Nobody is signed in at this window"):
            asked()
    assert room.trail.kinds == [AuditKind.REFUSED] * 3
    assert not out.exists()


def test_a_comparison_is_a_line_without_the_patient(room: Room) -> None:
    room.sit(NURSE)
    assert room.reading.overlay("nobody", simulated=False).sessions == ()
    assert len(room.reading.overlay(PATIENT, simulated=True).sessions) == 1
    assert not room.trail.lines
    assert len(room.reading.overlay(PATIENT, simulated=False).sessions) == 1
    facts = {"what": "compare", "sessions": 1}
    assert room.trail.lines == [Noted(AuditKind.VIEW, NURSE, "s-1", facts)]
    assert PATIENT not in repr(room.trail.lines)


def test_the_figures_of_the_clinic_are_a_line_of_no_session(room: Room) -> None:
    room.sit(VIEWER)
    assert len(room.reading.period(*DAYS).sessions) == 1
    facts = {"what": "clinic", "days": "2026-09-01 2026-09-30", "sessions": 1}
    assert room.trail.lines == [Noted(AuditKind.VIEW, VIEWER, "", facts)]
    assert not room.reading.period(date(2020, 1, 1), date(2020, 1, 2)).sessions
    assert len(room.trail.lines) == 1  # there was nothing to look at


def test_a_viewer_takes_no_numbers_along_and_a_nurse_does(room: Room, tmp_path: Path) -> None:
    out = tmp_path / "clinic.csv"
    room.sit(VIEWER)
    with pytest.raises(Refusal, match="signed in as viewer"):
        room.reading.take_period(*DAYS, str(out))
    room.sit(NURSE)
    room.reading.take_period(*DAYS, str(out))
    assert out.read_text(encoding="utf-8").startswith("first_day,")
    facts = {"what": "clinic", "days": "2026-09-01 2026-09-30", "sessions": 1}
    assert room.trail.last == Noted(AuditKind.EXPORT, NURSE, "", facts)


def test_the_figures_of_a_demo_say_in_every_line_that_they_are_simulated(tmp_path: Path) -> None:
    room = Room(tmp_path, simulated=True)
    room.sit(NURSE)
    out = tmp_path / "clinic.csv"
    room.reading.take_period(*DAYS, str(out))
    head, *lines = csv.reader(out.read_text(encoding="utf-8").splitlines())
    assert head[-1] == NO_PATIENT
    assert len(lines) > 5
    assert {line[-1] for line in lines} == {"simulated"}
    assert {len(line) for line in lines} == {len(head)}


def test_a_place_that_cannot_be_written_is_a_sentence(room: Room, tmp_path: Path) -> None:
    room.sit(NURSE)
    with pytest.raises(Refusal, match="cannot be written"):
        room.reading.take_period(*DAYS, str(tmp_path))
    assert not list(tmp_path.parent.glob(".*.part"))


def test_in_a_demo_the_sessions_are_the_simulated_ones_and_leave_no_line(tmp_path: Path) -> None:
    room = Room(tmp_path, simulated=True)
    room.sit(NURSE)
    assert len(room.reading.period(*DAYS).sessions) == 1
    assert not room.trail.lines


def test_before_the_first_session_there_is_nothing(tmp_path: Path) -> None:
    library = Library(tmp_path / "none.db", None)
    assert library.overlay(PATIENT).sessions == ()
    assert library.period(*DAYS).sessions == ()


def test_a_record_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.write_bytes(b"no database" * 400)
    library = Library(path, None)
    with pytest.raises(Refusal, match=r"record\.db"):
        library.overlay(PATIENT)
    with pytest.raises(Refusal, match=r"record\.db"):
        library.period(*DAYS)
