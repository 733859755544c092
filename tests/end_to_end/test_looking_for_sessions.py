"""`chairside sessions` finds what somebody looks for, and no more than was asked."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from data.store import SessionStore
from monitor.entries import Entry
from monitor.people import Patient
from tests.data.record_examples import course, opening, start_anchor
from ui.cli import run

FEBRUARY_UTC_S = 1_770_100_000.0
"""2026-02-03 06:26 UTC."""
DAY_S = 86_400.0


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with SessionStore.open(path) as store:
        for number in range(5):
            name = f"s-{number}"
            patient = Patient(f"2041{number}", 82.0, "J. M.")
            anchor = start_anchor(name, FEBRUARY_UTC_S + number * DAY_S)
            entries = [Entry(name, 0, 0.0, replace(opening(name), patient=patient))]
            entries += course(name, ended=number != 2)[1:]
            store.write(entries, [anchor])
    return path


def found(capsys: pytest.CaptureFixture[str], db: Path, *asked: str) -> list[str]:
    capsys.readouterr()
    assert run(["sessions", "--db", str(db), "--json", *asked]) == 0
    return [line["id"] for line in json.loads(capsys.readouterr().out)]


def test_without_a_word_all_are_listed(capsys: pytest.CaptureFixture[str], db: Path) -> None:
    assert found(capsys, db) == ["s-4", "s-3", "s-2", "s-1", "s-0"]
    assert found(capsys, db, "--search", " ") == found(capsys, db)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("20413", ["s-3"]),
        ("3 Feb", ["s-0"]),
        ("2026-02-04 j.", ["s-1"]),
        ("CUT off", ["s-2"]),
        ("2041", ["s-4", "s-3", "s-2", "s-1", "s-0"]),
        ("%", []),
    ],
)
def test_every_word_has_to_stand_in_the_line(
    capsys: pytest.CaptureFixture[str], db: Path, wanted: str, expected: list[str]
) -> None:
    assert found(capsys, db, "--search", wanted) == expected


def test_the_newest_are_listed_first_and_no_more_than_asked(
    capsys: pytest.CaptureFixture[str], db: Path
) -> None:
    assert found(capsys, db, "--limit", "2") == ["s-4", "s-3"]
    assert found(capsys, db, "--limit", "2", "--search", "2041") == ["s-4", "s-3"]
    assert found(capsys, db, "--limit", "9") == found(capsys, db)


def test_when_nothing_fits_it_says_what_lists_all(
    capsys: pytest.CaptureFixture[str], db: Path
) -> None:
    assert run(["sessions", "--db", str(db), "--search", "zzz"]) == 0
    assert capsys.readouterr().out == "No session fits “zzz”; «chairside sessions» lists all.\n"
