"""`chairside rems` lists the forms that are due; that somebody looked is in the audit trail."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from data.accounts import Accounts
from data.audit import Audit, AuditKind
from data.closing import form_item
from data.day_book import DayBook, Moment
from monitor.rights import Role
from tests.data.past_treatments import DAY_S, NURSE, PATIENT, keep, nasal_treatment, opened
from ui.cli import run


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    now_s = time.time()
    for name, days in (("s-late", 20), ("s-sent", 2), ("s-due", 1)):
        keep(path, opened(name, "intranasal"), nasal_treatment(), utc_s=now_s - days * DAY_S)
    DayBook(path, None).tick(form_item("s-sent"), True, "", NURSE, Moment(now_s, 0))
    return path


def told(capsys: pytest.CaptureFixture[str], *asked: str) -> str:
    capsys.readouterr()
    assert run(["rems", *asked]) == 0
    return capsys.readouterr().out


def test_what_is_late_comes_first_and_what_was_sent_last(
    capsys: pytest.CaptureFixture[str], db: Path
) -> None:
    lines = told(capsys, "--db", str(db)).splitlines()
    assert [line.split(" · ")[0] for line in lines] == ["s-late", "s-due", "s-sent"]
    assert "days late" in lines[0]
    assert "days left" in lines[1]
    assert f"sent by {NURSE}" in lines[2]
    assert PATIENT in lines[0]


def test_only_what_is_due_when_that_is_asked(capsys: pytest.CaptureFixture[str], db: Path) -> None:
    found = json.loads(told(capsys, "--db", str(db), "--due", "--json"))
    assert [(one["id"], one["sent_by"]) for one in found] == [("s-late", None), ("s-due", None)]
    assert found[0]["days_left"] < 0


def test_that_somebody_looked_is_in_the_trail(
    capsys: pytest.CaptureFixture[str], db: Path
) -> None:
    told(capsys, "--db", str(db))
    last = Audit(db, None).lines()[-1]
    assert (last.kind, last.facts["what"], last.facts["sessions"]) == (AuditKind.VIEW, "forms", 3)


def test_without_a_form_it_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    keep(path, opened("s-1"), [])
    assert told(capsys, "--db", str(path)) == "Every monitoring form was sent.\n"


def test_a_record_that_is_not_there_is_named_as_wrongly_given(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["rems", "--db", str(tmp_path / "none.db")]) == 2
    assert "none.db" in capsys.readouterr().err


def test_without_a_name_nothing_is_shown_where_staff_is_enlisted(
    capsys: pytest.CaptureFixture[str], db: Path
) -> None:
    Accounts(db, None).enlist("Nurse 1", Role.NURSE, "4711", "setup", time.time())
    capsys.readouterr()
    assert run(["rems", "--db", str(db)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "--by NAME" in said.err
