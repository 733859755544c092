"""Recorded sessions behind the gate, on a real record: what is shown, and the line it leaves."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import wait_until
from noted_trail import STAFF, Noted, NotedTrail, staffed

from data.audit import AuditKind
from data.capture_store import CaptureFile, Piece
from monitor.entries import Entry
from tests.data.past_treatments import PATIENT, iv_treatment, keep
from tests.data.past_treatments import opened as session
from tests.data.record_examples import opening
from ui.batch import Job
from ui.gate import Glass
from ui.library import Library
from ui.places import capture_path, open_record
from ui.reading_room import PRINTER, ReadingRoom
from ui.requests import Refusal

NURSE, PROVIDER, SUPERVISOR, VIEWER = (one.name for one in STAFF)


class Room:
    """A record with a treatment, one that runs here, and a simulated one."""

    def __init__(self, folder: Path, *proved: str) -> None:
        path = folder / "record.db"
        keep(path, session("s-1"), iv_treatment())
        with open_record(path) as store:
            store.write([Entry("here", 0, 0.0, opening("here", simulated=False))])
            store.write([Entry("demo", 0, 0.0, opening("demo", simulated=True))])
        self.folder = folder
        self.trail = NotedTrail()
        self.gate = staffed(self.trail, *proved)
        self.running = {"here"}
        self.reading = ReadingRoom(Library(path, None), self.gate, lambda: self.running)

    def ends(self) -> None:
        """The session that runs here is over."""
        self.running.clear()

    def sit(self, name: str) -> None:
        self.gate.prove(name)
        self.gate.sit(name)


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def line(kind: AuditKind, by: str, session_id: str, **facts: object) -> Noted:
    return Noted(kind, by, session_id, dict(facts))


def test_with_nobody_here_nothing_of_the_record_is_shown(room: Room) -> None:
    out = room.folder / "s.csv"
    for asked in (
        lambda: room.reading.page(""),
        lambda: room.reading.record("s-1"),
        lambda: room.reading.review("s-1"),
        lambda: room.reading.review("here"),
        lambda: room.reading.course(PATIENT),
        lambda: room.reading.export("s-1", "csv", str(out)),
        lambda: room.reading.want_print("form", "s-1"),
    ):
        with pytest.raises(Refusal, match="Nobody is signed in at this window"):
            asked()
    assert room.trail.kinds == [AuditKind.REFUSED] * 6  # the program itself is nobody
    assert not out.exists()


def test_the_program_itself_reads_what_runs_here(room: Room) -> None:
    assert room.reading.record("here").row.session_id == "here"
    assert not room.trail.lines


def test_a_session_that_is_opened_is_a_line_and_a_list_is_none(room: Room) -> None:
    room.sit(VIEWER)
    assert room.reading.page("").count == 3
    room.reading.record("s-1")
    assert not room.trail.lines
    room.reading.review("s-1")
    room.reading.review("s-1")
    room.reading.review("demo")  # of no patient
    assert room.trail.lines == [line(AuditKind.VIEW, VIEWER, "s-1", what="session")]


def test_the_course_of_a_patient_is_a_line_without_the_patient(room: Room) -> None:
    room.sit(NURSE)
    assert room.reading.course("nobody").sessions == ()
    assert not room.trail.lines
    sessions = len(room.reading.course(PATIENT).sessions)
    assert room.trail.lines == [
        line(AuditKind.VIEW, NURSE, "s-1", what="course", sessions=sessions)
    ]
    assert PATIENT not in repr(room.trail.lines)


def test_an_export_is_a_line_before_the_file_is_there(room: Room) -> None:
    room.sit(NURSE)
    room.reading.export("s-1", "csv", str(room.folder / "s.csv"))
    assert (room.folder / "s.csv").read_text(encoding="utf-8").startswith("t_seconds,")
    expected = line(AuditKind.EXPORT, NURSE, "s-1", format="csv", deidentified=False, to="file")
    assert room.trail.lines == [expected]
    with pytest.raises(Refusal, match="cannot be written"):
        room.reading.export("s-1", "csv", str(room.folder))
    assert room.trail.lines == [expected, expected]  # it was tried


def test_a_viewer_takes_nothing_along(room: Room) -> None:
    room.sit(VIEWER)
    with pytest.raises(Refusal, match="signed in as viewer"):
        room.reading.export("s-1", "csv", str(room.folder / "s.csv"))
    with pytest.raises(Refusal, match="signed in as viewer"):
        room.reading.want_print("form", "s-1")
    assert room.trail.kinds == [AuditKind.REFUSED] * 2


def test_paper_is_a_line_and_that_of_an_emergency_is_never_refused(room: Room) -> None:
    room.reading.want_print("emergency", "here")
    room.gate.break_glass(Glass("Somebody", "staff"))
    room.reading.want_print("emergency", "here")
    room.sit(NURSE)
    room.reading.want_print("form", "s-1")
    printed = [one for one in room.trail.lines if one.kind is AuditKind.PRINT]
    assert [(one.by, one.facts["what"]) for one in printed] == [
        ("", "emergency"),
        ("Somebody", "emergency"),
        (NURSE, "form"),
    ]


def test_a_report_on_paper_is_a_line_of_printing_and_none_of_taking_along(room: Room) -> None:
    with pytest.raises(Refusal):
        room.reading.material("s-1", "pdf", PRINTER, deidentify=False)
    room.sit(NURSE)
    assert room.reading.material("s-1", "pdf", PRINTER, deidentify=False).session_id == "s-1"
    lines = [one for one in room.trail.lines if one.kind in {AuditKind.PRINT, AuditKind.EXPORT}]
    assert lines == [line(AuditKind.PRINT, NURSE, "s-1", what="pdf")]


def test_in_the_emergency_view_only_what_runs_here_is_opened(room: Room) -> None:
    room.gate.break_glass(Glass("Somebody", "patient"))
    assert room.reading.review("here").row.session_id == "here"
    assert room.trail.last == line(
        AuditKind.VIEW, "Somebody", "here", what="session", emergency=True
    )
    for asked in (lambda: room.reading.review("s-1"), lambda: room.reading.page("")):
        with pytest.raises(Refusal):
            asked()


def test_many_are_handed_over_only_when_no_session_runs_here(room: Room) -> None:
    room.sit(NURSE)
    two = [Job("s-1", room.folder / "1.csv"), Job("demo", room.folder / "2.csv")]
    with pytest.raises(Refusal, match="when it is over"):
        room.reading.hand_over(two, "csv")
    room.ends()
    batch = room.reading.hand_over(two, "csv", deidentify=True)
    wait_until(lambda: batch.state().over)
    batch.close()
    assert batch.state().done == 2
    noted = line(AuditKind.EXPORT, NURSE, "s-1", format="csv", deidentified=True, to="file")
    assert room.trail.lines == [noted]  # the other one is of no patient


def test_who_locks_the_window_in_the_middle_takes_nothing_more(room: Room) -> None:
    room.sit(NURSE)
    batch = room.reading.hand_over([Job("s-1", room.folder / "1.csv")], "csv")
    room.gate.lock()
    wait_until(lambda: batch.state().over)
    batch.close()
    assert [one for one, _why in batch.state().failed] == ["s-1"]
    assert not (room.folder / "1.csv").exists()


def test_a_viewer_takes_along_only_what_names_nobody(room: Room) -> None:
    room.sit(VIEWER)
    job = [Job("s-1", room.folder / "1.csv")]
    with pytest.raises(Refusal, match="signed in as viewer"):
        room.reading.hand_over(job, "csv")
    room.reading.hand_over(job, "csv", deidentify=True).close()


def test_raw_bytes_are_shown_to_whoever_may_look_at_the_session(room: Room) -> None:
    path = room.folder / "record.db"
    with pytest.raises(Refusal, match="Nobody is signed in at this window"):
        room.reading.raw_bytes("s-1", 0.0, 10.0)
    room.sit(NURSE)
    with pytest.raises(Refusal, match="were not kept on this computer"):
        room.reading.raw_bytes("s-1", 0.0, 10.0)
    capture = CaptureFile.open(capture_path(path, "s-1"))
    capture.add([Piece(5.0, "ivy-450c", "rx", b"$HR"), Piece(25.0, "ivy-450c", "tx", b"?")])
    capture.close()
    found = room.reading.raw_bytes("s-1", 0.0, 10.0)
    assert [one.piece.data for one in found.pieces] == [b"$HR"]
    assert found.total == 4
    with pytest.raises(Refusal):
        room.reading.raw_bytes("nowhere", 0.0, 10.0)


def test_raw_bytes_that_cannot_be_read_are_a_sentence(room: Room) -> None:
    room.sit(NURSE)
    capture_path(room.folder / "record.db", "s-1").write_bytes(b"not a capture" * 100)
    with pytest.raises(Refusal):
        room.reading.raw_bytes("s-1", 0.0, 10.0)
