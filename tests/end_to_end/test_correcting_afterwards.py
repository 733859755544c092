"""Correcting a session that was cut off through the running program, its gate and its record."""

from __future__ import annotations

from pathlib import Path

import pytest
from watched_program import watched

from data.audit import Audit, AuditKind
from data.manifest import verify
from data.store import SessionStore
from monitor.amendments import Addendum, Correct, NewValue
from monitor.commands import ManualCuff
from monitor.entries import Entry
from tests.data.journal_examples import left_behind
from tests.data.record_examples import course, start_anchor
from ui.live_marks import LiveMarks
from ui.places import home, spill_folder
from ui.requests import Refusal

COURSE = course("s-1", seconds=30, ended=False)
LAST = COURSE[-1]
PRESSURE = Entry("s-1", LAST.seq + 1, LAST.now_s, ManualCuff(194.0, 96.0, "RN"))
LINES = [*COURSE, PRESSURE]
CORRECT = Correct(PRESSURE.seq, (NewValue("sbp", 149.0),), "typed wrong", "Nurse 1", 0.0)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with SessionStore.open(path) as store:
        store.write(LINES, [start_anchor()])
    return path


def test_a_session_that_was_cut_off_is_corrected_and_shown_as_it_counts(db: Path) -> None:
    with watched(db) as seat:
        seat.program.correct("s-1", CORRECT)
        seat.program.addend("s-1", Addendum("the other arm", "Nurse 1", 0.0, PRESSURE.seq))
        assert seat.program.library().rows[0].peak_sbp == 150.0
        assert [one.what for one in seat.program.review("s-1").entries][:-2] == [
            one.what for one in LINES
        ]
    kinds = [line.kind for line in Audit(db, None).lines()]
    assert kinds[-2:] == [AuditKind.CORRECTED, AuditKind.ADDENDUM]
    assert verify(db, None) == []


def test_a_session_that_another_process_records_is_not(db: Path) -> None:
    with watched(db) as seat:
        other = LiveMarks(home())
        assert other.hold("s-1")
        with pytest.raises(Refusal, match="goes on"):
            seat.program.correct("s-1", CORRECT)
        other.let_all_go()
        seat.program.correct("s-1", CORRECT)
    assert verify(db, None) == []


def test_what_only_the_second_place_has_is_in_the_record_before(db: Path) -> None:
    """It appeared there after the program had started: a stick that was put back."""
    more = [Entry("s-1", PRESSURE.seq + 1, LAST.now_s + 1.0, ManualCuff(150.0, 90.0, "RN"))]
    with watched(db) as seat:
        left_behind(spill_folder(), db, [*LINES, *more], key=None)
        seat.program.correct("s-1", CORRECT)
        entries = list(seat.program.review("s-1").entries)
    assert entries[:-1] == [*LINES, *more]
    assert isinstance(entries[-1].what, Correct)
    assert verify(db, None) == []
