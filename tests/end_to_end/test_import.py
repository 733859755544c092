"""A session on its way to a new machine, and a recording of another program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from past_treatments import keep, opened
from real_program import asked, exported, one_sentence, values

from tests.data.past_treatments import iv_treatment

CSV = """t_seconds,hr,sbp,dbp,map,spo2
100,72,,,,98
101,73,121,75,92,98
102,74,121,75,92,97
200,80,142,84,101,96
"""


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "night.csv"
    path.write_text(CSV)
    return path


def test_a_session_moves_to_a_new_machine(tmp_path: Path) -> None:
    old, new, file = tmp_path / "old.db", tmp_path / "new.db", tmp_path / "session.json"
    keep(old, opened("s-1"), iv_treatment())
    assert asked("export", "s-1", "--format", "json", "--out", file, "--db", old).code == 0
    ran = asked("import", file, "--db", new)
    assert ran.code == 0, ran.err
    assert ran.last_line == "s-1"
    before, after = (
        json.loads(asked("sessions", "--json", "--db", db).out)[0] for db in (old, new)
    )
    assert before == after
    assert exported("s-1", old, tmp_path) == exported("s-1", new, tmp_path)
    assert asked("verify", "--db", new).code == 0
    again = asked("import", file, "--db", new)
    assert again.code == 1
    assert "already" in again.err
    assert one_sentence(again.err)


def test_a_recording_becomes_a_session_that_is_marked(recording: Path, tmp_path: Path) -> None:
    db = tmp_path / "record.db"
    ran = asked(
        "import", recording, "--patient", "20417", "--began", "2026-01-15T10:32+01:00", "--db", db
    )
    assert ran.code == 0, ran.err
    (row,) = json.loads(asked("sessions", "--json", "--db", db).out)
    assert (row["patient"], row["driver"], row["ended"]) == ("20417", "imported", True)
    assert row["opened"] == "2026-01-15T09:32:00Z"
    found = exported(row["id"], db, tmp_path)
    assert {one["source"] for one in found} == {"imported"}
    assert values(found, "hr") == [72, 73, 74, 80]
    assert values(found, "sbp") == [121, 142]
    assert [float(one["t_seconds"]) for one in found if one["sign"] == "sbp"] == [1.0, 100.0]
    assert asked("verify", "--db", db).code == 0
    assert asked("alarm-report", row["id"], "--db", db).code == 0


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ((), "Whose recording"),
        (("--patient", "20417"), "When did it begin"),
        (("--patient", "20417", "--began", "yesterday"), "is no time"),
    ],
)
def test_what_is_not_said_is_asked_for(
    options: tuple[str, ...], says: str, recording: Path, tmp_path: Path
) -> None:
    ran = asked("import", recording, *options, "--db", tmp_path / "record.db")
    assert ran.code == 2
    assert says in ran.err
    assert one_sentence(ran.err)


def test_any_other_file_is_refused(tmp_path: Path) -> None:
    strange = tmp_path / "strange.bin"
    strange.write_bytes(bytes(range(256)))
    ran = asked("import", strange, "--db", tmp_path / "record.db")
    assert ran.code == 2
    assert "neither" in ran.err
    assert one_sentence(ran.err)
