"""Many sessions at the command line, each a file in a folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from helpers import wait_until
from past_treatments import iv_treatment, keep, opened
from real_program import asked, command_line, one_sentence

MANY = 5


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    for n in range(MANY):
        keep(path, opened(f"s-{n}"), iv_treatment())
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


def ids(many: int = MANY) -> list[str]:
    return [f"s-{n}" for n in range(many)]


def test_each_becomes_a_file_in_the_folder(db: Path, out: Path) -> None:
    ran = asked("export", *ids(), "--format", "csv", "--out", out, "--db", db)
    assert ran.code == 0, ran.err
    assert sorted(os.listdir(out)) == [f"s-{n}.csv" for n in range(MANY)]
    assert f"{MANY} sessions saved" in ran.out


def test_one_that_is_not_there_stops_no_other_and_is_named(db: Path, out: Path) -> None:
    ran = asked("export", "s-0", "s-9", "s-2", "--format", "csv", "--out", out, "--db", db)
    assert ran.code == 1
    assert sorted(os.listdir(out)) == ["s-0.csv", "s-2.csv"]
    assert "2 of 3 sessions saved" in ran.err
    assert "s-9" in ran.err


def test_without_names_the_files_have_none_either(db: Path, out: Path) -> None:
    ran = asked("export", *ids(2), "--format", "csv", "--deidentify", "--out", out, "--db", db)
    assert ran.code == 0, ran.err
    names = os.listdir(out)
    assert len(names) == 2
    assert not [name for name in names if name.startswith("s-")]


def test_several_need_a_folder(db: Path, tmp_path: Path) -> None:
    ran = asked("export", *ids(2), "--format", "csv", "--out", tmp_path / "nowhere", "--db", db)
    assert ran.code == 2
    assert one_sentence(ran.err)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal")
def test_cancelled_it_leaves_what_was_done_and_nothing_half(db: Path, out: Path) -> None:
    wanted = ids() * 200
    command = command_line(["export", *wanted, "--format", "csv", "--out", out, "--db", db])
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        wait_until(lambda: {f"s-{n}.csv" for n in range(MANY)} & set(os.listdir(out)), 60.0)
        process.send_signal(signal.SIGINT)
        _out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert b"Cancelled" in err
    assert b"Traceback" not in err
    names = os.listdir(out)
    assert names
    assert set(names) <= {f"s-{n}.csv" for n in range(MANY)}
