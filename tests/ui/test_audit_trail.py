"""The audit trail of a running program, on a real record that is there, held or gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import wait_until

from data.audit import Audit, AuditKind
from data.record_file import writing
from ui import audit_trail
from ui.audit_trail import AuditTrail
from ui.places import open_record


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    open_record(path).close()
    return path


@pytest.fixture
def told() -> list[str]:
    return []


def kept(db: Path) -> list[tuple[str, str, float]]:
    lines = Audit(db, None).lines()
    return [(one.kind, one.by, one.utc_s) for one in lines if one.by]


def test_lines_are_written_in_their_order_with_their_moments(db: Path, told: list[str]) -> None:
    moments = iter((10.5, 11.5, 12.5))
    trail = AuditTrail(db, None, told.append, lambda: next(moments))
    trail.start()
    for who in ("Nurse 1", "Nurse 2", "Nurse 3"):
        trail.note(AuditKind.VIEW, who, "s-1", what="session")
    trail.close()
    assert kept(db) == [
        ("view", "Nurse 1", 10.5),
        ("view", "Nurse 2", 11.5),
        ("view", "Nurse 3", 12.5),
    ]
    assert told == []


def test_what_was_noted_before_the_start_is_written_too(db: Path, told: list[str]) -> None:
    trail = AuditTrail(db, None, told.append)
    trail.note(AuditKind.LOCKED, "Nurse 1")
    trail.close()
    assert [kind for kind, _by, _at in kept(db)] == ["locked"]


def test_a_record_that_is_away_is_waited_for_and_both_is_told(
    db: Path,
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(audit_trail, "AGAIN_S", 0.02)
    away = db.rename(db.with_name("away.db"))
    db.mkdir()  # nothing can be written there now
    trail = AuditTrail(db, None, told.append)
    trail.start()
    trail.note(AuditKind.BREAK_GLASS, "Somebody", reason="patient")
    trail.note(AuditKind.VIEW, "Somebody", "s-1")
    wait_until(lambda: told, what="the word that it waits")
    assert "cannot be written now" in told[0]
    db.rmdir()
    away.rename(db)
    wait_until(lambda: len(told) == 2, what="the word that it is written")
    trail.close()
    assert [kind for kind, _by, _at in kept(db)] == ["break-glass", "view"]
    assert "is written again" in told[1]
    assert len(caplog.records) == 1
    assert "Somebody" not in caplog.text


def test_at_the_end_what_is_lost_is_counted_and_told(
    tmp_path: Path, told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    nowhere = tmp_path / "record.db"
    nowhere.mkdir()
    trail = AuditTrail(nowhere, None, told.append)
    for _line in range(3):
        trail.note(AuditKind.VIEW, "Nurse 1", "s-1")
    trail.close()
    assert len(told) == 1
    assert "lacks 3 lines" in told[0]
    assert "3 lines of the audit trail are lost" in caplog.text


def test_a_line_waits_for_whoever_writes_and_stops_nobody(db: Path, told: list[str]) -> None:
    trail = AuditTrail(db, None, told.append)
    trail.start()
    with writing(db, None):
        trail.note(AuditKind.VIEW, "Nurse 1", "s-1")  # returns at once
        assert kept(db) == []
    trail.close()
    assert len(kept(db)) == 1
