"""A session exported for somebody who need not know whose it is, by the command."""

from __future__ import annotations

import csv
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from real_program import asked

from data.export.deidentify import MOST_DAYS
from data.store import SessionStore
from data.vault import PASSPHRASE_VARIABLE, key_for
from tests.data.record_examples import NAME, course, start_anchor

FIRST, SECOND = "20260115T103207-1a2b3c", "20260122T093000-4d5e6f"
WEEK_S = 7 * 86_400.0


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "a passphrase of a test")
    return made(tmp_path / "record.db")


def made(path: Path) -> Path:
    with SessionStore.open(path, key_for(path)) as store:
        store.write(course(FIRST, seconds=10), [start_anchor(FIRST, 1_768_473_127.25)])
        store.write(course(SECOND, seconds=10), [start_anchor(SECOND, 1_768_473_127.25 + WEEK_S)])
    return path


def rows(db: Path, session: str, *options: str) -> list[dict[str, str]]:
    out = db.with_name("out.csv")
    ran = asked("export", session, "--format", "csv", *options, "--out", out, "--db", db)
    assert ran.code == 0, ran.err
    assert NAME not in out.read_text(encoding="utf-8")
    with out.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def moved(db: Path, session: str) -> timedelta:
    """How far back the days went; the same for every line."""
    true, masked = rows(db, session), rows(db, session, "--deidentify")
    assert [{**row, "utc": ""} for row in true] == [{**row, "utc": ""} for row in masked]
    ways = {
        datetime.fromisoformat(one["utc"]) - datetime.fromisoformat(other["utc"])
        for one, other in zip(true, masked, strict=True)
    }
    assert len(ways) == 1
    return ways.pop()


def test_days_go_back_and_nothing_that_was_measured_changes(record: Path) -> None:
    way = moved(record, FIRST)
    assert timedelta(days=1) <= way <= timedelta(days=MOST_DAYS)
    assert way.seconds == way.microseconds == 0


def test_between_the_sessions_of_a_patient_the_days_stay_true(record: Path) -> None:
    assert moved(record, FIRST) == moved(record, SECOND)


def test_of_a_record_in_clear_no_two_exports_can_be_tied_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PASSPHRASE_VARIABLE, raising=False)
    db = made(tmp_path / "clear.db")
    ways = {moved(db, FIRST) for _ in range(6)}
    assert len(ways) > 1


def test_the_command_says_that_it_can(record: Path) -> None:
    said = asked("export", "--help").out
    assert "--deidentify" in said
    assert record.exists()
