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


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (["--from", "2026-02-06"], ["s-4", "s-3"]),
        (["--from", "2026-02-04", "--to", "2026-02-04"], ["s-1"]),
        (["--patient", "20413"], ["s-3"]),
        (["--patient", "2041"], []),
        (["--unsigned"], ["s-2"]),
        (["--route", "iv", "--route", "oral", "--to", "2026-02-03"], ["s-0"]),
        (["--route", "intranasal"], []),
        (
            ["--dose-from", "0.5", "--dose-to", "0.5", "--dose-unit", "mg/kg", "--limit", "1"],
            ["s-4"],
        ),
        (["--dose-from", "42"], []),
        (["--search", "cut off", "--from", "2026-02-05"], ["s-2"]),
    ],
    ids=" ".join,
)
def test_options_narrow_the_list_down(
    capsys: pytest.CaptureFixture[str], db: Path, asked: list[str], expected: list[str]
) -> None:
    assert found(capsys, db, *asked) == expected


def test_alarms_and_peaks_narrow_it_too(capsys: pytest.CaptureFixture[str], db: Path) -> None:
    capsys.readouterr()
    assert run(["sessions", "--db", str(db), "--json"]) == 0
    lines = json.loads(capsys.readouterr().out)
    peaks = sorted({line["peak_sbp"] for line in lines})
    high = {line["id"] for line in lines if line["alarms_high"]}
    assert set(found(capsys, db, "--alarms", "high")) == high
    assert set(found(capsys, db, "--peak", str(peaks[-1]))) == {
        line["id"] for line in lines if line["peak_sbp"] == peaks[-1]
    }
    assert {line["route"] for line in lines} == {"iv"}


def test_when_nothing_is_left_it_says_so(capsys: pytest.CaptureFixture[str], db: Path) -> None:
    assert run(["sessions", "--db", str(db), "--route", "oral"]) == 0
    said = "No session is left by these options; «chairside sessions» lists all.\n"
    assert capsys.readouterr().out == said


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        (["--from", "3 Feb"], "3 Feb"),
        (["--from", "2026-02-05", "--to", "2026-02-04"], "2026-02-04"),
        (["--dose-from", "50", "--dose-to", "40"], "40"),
        (["--route", "rectal"], "rectal"),
        (["--peak", "-1"], "-1"),
    ],
    ids=" ".join,
)
def test_an_option_that_cannot_be_is_refused(
    capsys: pytest.CaptureFixture[str], db: Path, asked: list[str], named: str
) -> None:
    assert run(["sessions", "--db", str(db), *asked]) == 2
    said = capsys.readouterr()
    assert named in said.err
    assert said.out == ""
