"""The real program with staff enlisted: what it refuses below any window, and what it keeps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from real_program import simulated
from watched_program import Watched, wanted, watched

from data.accounts import Accounts
from data.audit import Audit, AuditKind
from data.clinic_file import Clinic
from data.manifest import verify
from monitor.commands import BeginEmergency, ChangeLimit, EndSession, Note, NoteKind
from monitor.outcomes import LimitChanged
from monitor.phases import Phase
from monitor.rights import Role
from monitor.treatment.commands import UNCLAIMED
from ui.gate import Glass
from ui.places import open_record
from ui.requests import Refusal

PIN = "4711"
NURSE, VIEWER, SUPERVISOR = "Nurse 1", "Viewer 1", "Supervisor 1"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    open_record(path).close()
    accounts = Accounts(path, None)
    for role in Role:
        accounts.enlist(f"{role.value.title()} 1", role, PIN, "setup", 1_790_000_000.0)
    return path


@pytest.fixture
def seen(db: Path) -> Iterator[Watched]:
    with watched(db) as one:
        yield one


def come(seen: Watched, name: str, *, sits: bool = True) -> None:
    seen.program.staff().check(name, PIN)
    if sits:
        seen.program.staff().sit(name)


def kept(db: Path) -> list[tuple[str, str, str]]:
    """What the trail says of people after the staff was enlisted: kind, who, session."""
    of_itself = {"record-made", "session-opened", "session-signed", "capture-sealed"}
    return [
        (one.kind, one.by, one.session_id)
        for one in Audit(db, None).lines()
        if one.kind not in {*of_itself, "staff", "sign-in"}
    ]


def test_a_session_is_begun_by_somebody_with_a_pin_and_the_right(seen: Watched) -> None:
    with simulated("--tcp", 0) as (_monitor, url):
        for name, sentence in ((NURSE, "not signed in"), (VIEWER, "signed in as viewer")):
            if name == VIEWER:
                come(seen, VIEWER)
            with pytest.raises(Refusal, match=sentence):
                seen.program.open_session(replace(wanted(url), by=name))
        assert seen.program.unfinished() == []


def test_the_program_refuses_what_the_window_did_not_and_keeps_it(db: Path) -> None:
    with simulated("--tcp", 0) as (_monitor, url), watched(db) as seen:
        program = seen.program
        come(seen, NURSE)
        session = program.open_session(replace(wanted(url), by=NURSE))
        come(seen, VIEWER, sits=False)
        with pytest.raises(Refusal, match="signed in as viewer"):
            program.send(1, ChangeLimit("sbp-high", 150.0, VIEWER))
        program.send(1, ChangeLimit("sbp-high", 150.0, NURSE))
        seen.until(lambda: any(isinstance(one, LimitChanged) for one in seen.outcomes))
        assert sum(isinstance(one, LimitChanged) for one in seen.outcomes) == 1
        # An emergency is never refused: under a name without a PIN it is to be claimed.
        program.send(1, BeginEmergency("Provider 1"))
        seen.until(lambda: seen.events(BeginEmergency))
        assert [what.by for _at, what in seen.events(BeginEmergency)] == [UNCLAIMED]
        program.review(session)
        program.staff().lock()
        with pytest.raises(Refusal, match="Nobody is signed in"):
            program.review(session)
        with pytest.raises(Refusal, match="Nobody is signed in"):
            program.send(1, EndSession(UNCLAIMED))
        program.send(1, Note("n-1", NoteKind.NAUSEA, "", UNCLAIMED))
        program.staff().break_glass(Glass("Somebody", "patient"))
        program.review(session)
        come(seen, NURSE)
        program.send(1, EndSession(NURSE))
        seen.until(lambda: seen.picture.phase is Phase.SIGNED)
    assert kept(db) == [
        (AuditKind.REFUSED, VIEWER, session),
        (AuditKind.VIEW, NURSE, session),
        (AuditKind.LOCKED, NURSE, ""),
        (AuditKind.REFUSED, "", session),
        (AuditKind.REFUSED, "", session),
        (AuditKind.BREAK_GLASS, "Somebody", ""),
        (AuditKind.VIEW, "Somebody", session),
        (AuditKind.LOCKED, NURSE, ""),  # the program was closed
    ]
    assert verify(db, None) == []


def test_settings_are_lines_with_what_they_were(seen: Watched, db: Path) -> None:
    come(seen, NURSE)
    with pytest.raises(Refusal, match="only a supervisor"):
        seen.program.keep_clinic(Clinic(name="Clinic 1"))
    come(seen, SUPERVISOR)
    seen.program.keep_clinic(Clinic(name="Clinic 1", drugs=("A", "B")))
    seen.program.keep_clinic(Clinic(name="Clinic 2", drugs=("A", "B")))
    seen.program.staff().keep_lock_after(7, SUPERVISOR)
    seen.program.close()
    told = [one.facts for one in Audit(db, None).lines() if one.kind == AuditKind.SETTING]
    assert told[:3] == [
        {"what": "clinic-name", "old": "", "new": "Clinic 1"},
        {"what": "clinic-drugs", "old": "", "new": "A, B"},
        {"what": "clinic-name", "old": "Clinic 1", "new": "Clinic 2"},
    ]
    assert (told[3]["what"], told[3]["new"]) == ("lock-after-min", 7)


def test_staff_that_cannot_be_read_any_more_keeps_nobody_out(seen: Watched, db: Path) -> None:
    come(seen, NURSE)
    with simulated("--tcp", 0) as (_monitor, url):
        seen.program.open_session(replace(wanted(url), by=NURSE))
        assert seen.program.flush()
        with open_record(db):
            pass
        for part in db.parent.glob("record.db*"):
            part.rename(part.with_name(f"away-{part.name}"))
        with pytest.raises(Refusal):
            seen.program.staff().members()
        seen.program.send(1, ChangeLimit("sbp-high", 150.0, NURSE))
        seen.until(lambda: any(isinstance(one, LimitChanged) for one in seen.outcomes))
        for part in db.parent.glob("away-record.db*"):
            part.rename(part.with_name(part.name.removeprefix("away-")))
