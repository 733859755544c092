"""Who asks at the command line: a name, a PIN and a role, once a record has staff and patients."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path

import pytest
from real_program import Ran, asked, one_sentence, simulated

from data.accounts import Accounts
from data.audit import Audit, AuditKind
from data.record_file import writing
from monitor.entries import Entry
from monitor.rights import Role
from tests.data.past_treatments import PATIENT, iv_treatment, keep
from tests.data.past_treatments import opened as session
from tests.data.record_examples import opening
from ui.places import open_record

PIN = "4711"
STAFF = {role: f"{role.value.title()} 1" for role in Role}
SHOWING = (
    ("sessions",),
    ("alarm-report",),
    ("alarm-report", "s-1"),
    ("replay", "s-1"),
    ("export", "s-1", "--format", "csv", "--out", "-"),
    ("audit",),
)
READING = SHOWING[:-2]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a record with a treatment and one member of each role. It is only copied."""
    folder = tmp_path_factory.mktemp("signing")
    path = folder / "record.db"
    keep(path, session("s-1"), iv_treatment())
    accounts = Accounts(path, None)
    for role, name in STAFF.items():
        accounts.enlist(name, role, PIN, "setup", 1_790_000_000.0)
    return folder


@pytest.fixture
def db(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "clinic") / "record.db"


@pytest.fixture
def ask(db: Path, monkeypatch: pytest.MonkeyPatch):
    def asking(*command: str, by: Role | str | None = None, pin: str = PIN) -> Ran:
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{pin}\n" if pin else ""))
        name = STAFF.get(by, by)
        who = () if name is None else ("--by", name, "--pin-stdin")
        return asked(*command, "--db", db, *who)

    return asking


def told(db: Path, kind: AuditKind) -> list[tuple[str, str, dict[str, object]]]:
    lines = Audit(db, None).lines()
    return [(one.by, one.session_id, one.facts) for one in lines if one.kind == kind]


@pytest.mark.parametrize("command", SHOWING, ids=" ".join)
def test_without_a_name_nothing_is_shown(ask, db: Path, command: tuple[str, ...]) -> None:
    ran = ask(*command)
    assert (ran.code, ran.out) == (2, "")
    assert one_sentence(ran.err)
    assert "--by NAME" in ran.err
    assert str(db) in ran.err
    assert not told(db, AuditKind.VIEW)


@pytest.mark.parametrize("command", SHOWING, ids=" ".join)
def test_a_wrong_pin_or_nobody_is_refused_and_kept(ask, db: Path, command) -> None:
    for by, pin in ((Role.SUPERVISOR, "0000"), ("Somebody", PIN)):
        ran = ask(*command, by=by, pin=pin)
        assert (ran.code, ran.out) == (1, "")
        assert one_sentence(ran.err)
    assert ask(*command, by=Role.SUPERVISOR, pin="").code == 2
    failed = [line.by for line in Audit(db, None).lines() if line.kind == "sign-in-failed"]
    assert failed == [STAFF[Role.SUPERVISOR]]


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_everybody_with_a_pin_looks_and_it_is_a_line(ask, db: Path, command) -> None:
    ran = ask(*command, by="viewer 1")
    assert (ran.code, ran.err) == (0, "")
    ((by, session_id, facts),) = told(db, AuditKind.VIEW)
    assert (by, session_id) == ("Viewer 1", "s-1" if "s-1" in command else "")
    assert facts["what"] in {"list", "alarm-report", "replay"}
    assert PATIENT not in json.dumps(facts)


def test_an_export_needs_its_right_and_is_a_line(ask, db: Path) -> None:
    command = ("export", "s-1", "--format", "csv", "--out", "-")
    refused = ask(*command, by=Role.VIEWER)
    assert (refused.code, refused.out) == (1, "")
    assert "only a nurse or provider or supervisor" in refused.err
    ((by, _session, facts),) = told(db, AuditKind.REFUSED)
    assert (by, facts["right"]) == ("Viewer 1", "export")
    assert ask(*command, by=Role.NURSE).out.startswith("t_seconds,")
    assert told(db, AuditKind.EXPORT) == [
        ("Nurse 1", "s-1", {"format": "csv", "deidentified": False, "to": "output"})
    ]
    assert ask(*command, "--deidentify", by=Role.VIEWER).code == 0
    assert told(db, AuditKind.EXPORT)[-1][2]["deidentified"] is True


def test_the_audit_trail_is_for_a_supervisor(ask, db: Path) -> None:
    for role in (Role.NURSE, Role.PROVIDER, Role.VIEWER):
        assert "only a supervisor" in ask("audit", by=role).err
    ran = ask("audit", "--json", by=Role.SUPERVISOR)
    lines = json.loads(ran.out)
    assert [line["n"] for line in lines] == sorted(line["n"] for line in lines)
    assert [line["by"] for line in lines if line["kind"] == "refused"] == [
        "Nurse 1",
        "Provider 1",
        "Viewer 1",
    ]
    assert told(db, AuditKind.VIEW)[-1] == ("Supervisor 1", "", {"what": "audit"})


def test_a_line_of_the_trail_is_a_line(ask, db: Path) -> None:
    trick = "Nurse 1\n2026-01-01T00:00:00Z · Supervisor 1 · export"
    Audit(db, None).note(AuditKind.SETTING, trick, 1_790_000_000.0, "s-1", what="a\nb", new=5)
    ran = ask("audit", "--session", "s-1", "--limit", "1", by=Role.SUPERVISOR)
    (line,) = ran.out.splitlines()
    assert line.startswith('2026-09-21T14:13:20Z · "Nurse 1\\n2026')
    assert line.endswith('· setting · s-1 · new=5 what="a\\nb"')
    assert ask("audit", "--session", "nothing", by=Role.SUPERVISOR).code == 2


def test_records_without_staff_or_without_patients_ask_for_nobody(tmp_path: Path) -> None:
    alone, demo = tmp_path / "alone.db", tmp_path / "demo.db"
    keep(alone, session("s-1"), iv_treatment())
    with open_record(demo) as store:
        store.write([Entry("s-1", 0, 0.0, opening("s-1", simulated=True))])
    Accounts(demo, None).enlist("Nurse 1", Role.NURSE, PIN, "setup", 1_790_000_000.0)
    for path in (alone, demo):
        for command in SHOWING:
            ran = asked(*command, "--db", path)
            assert (ran.code, ran.err) == (0, "")
    assert {by for by, _, _ in told(alone, AuditKind.VIEW)} == {"command line"}
    assert told(alone, AuditKind.EXPORT)[0][:2] == ("command line", "s-1")
    # Of simulated sessions nothing is kept but that somebody read the trail itself.
    assert [facts for _, _, facts in told(demo, AuditKind.VIEW)] == [{"what": "audit"}]
    assert not told(demo, AuditKind.EXPORT)


def test_where_the_line_cannot_be_written_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    keep(path, session("s-1"), iv_treatment())
    with writing(path, None):  # somebody else does, and takes long
        ran = asked("sessions", "--db", path)
    assert ran.code == 0
    assert "s-1" in ran.out
    assert "could not be written into the audit trail" in ran.err


def test_recording_wants_a_name_as_soon_as_staff_is_enlisted(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "record.db"
    open_record(path).close()
    Accounts(path, None).enlist("Nurse 1", Role.NURSE, PIN, "setup", 1_790_000_000.0)
    Accounts(path, None).enlist("Viewer 1", Role.VIEWER, PIN, "setup", 1_790_000_000.0)
    with simulated("--tcp", 0) as (_monitor, url):
        command = ("record", "--port", url, "--driver", "ivy-450c", "--db", path)
        assert asked(*command, "--seconds", 1).code == 2
        for name, code in (("Viewer 1", 1), ("Nurse 1", 0)):
            monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PIN}\n"))
            ran = asked(*command, "--seconds", 1, "--by", name, "--pin-stdin")
            assert ran.code == code, ran.err
    session_id = ran.last_line
    with open_record(path, read_only=True) as store:
        assert [one.session_id for one in store.sessions()] == [session_id]
        said = [entry.what for entry in store.entries(session_id)]
    assert said[0].by == "Nurse 1"
    assert [what.by for what in said if type(what).__name__ == "EndSession"] == ["Nurse 1"]
