"""The record cannot be written in mid-session: judging goes on, it is said, nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from real_program import asked, needs_pty, simulated
from watched_program import Watched, wanted, watched

from monitor.commands import EndSession, StartInfusion, StopInfusion
from monitor.events import Numerics
from monitor.phases import Phase

pytestmark = needs_pty

HOLD = """
import sqlite3, sys
holder = sqlite3.connect(sys.argv[1], isolation_level=None)
holder.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
holder.execute("ROLLBACK")
"""


@contextmanager
def held_by_another_program(db: Path) -> Iterator[None]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(db)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as holder:  # fmt: skip
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        try:
            yield
        finally:
            holder.communicate("enough\n")


@contextmanager
def folder_gone(db: Path) -> Iterator[None]:
    """The disk was pulled out, and put in again."""
    away = db.parent.with_name("away")
    db.parent.rename(away)
    try:
        yield
    finally:
        away.rename(db.parent)


@pytest.mark.parametrize("trouble", [held_by_another_program, folder_gone])
def test_without_its_record_the_session_is_judged_and_nothing_is_lost(
    trouble: Callable[[Path], AbstractContextManager[None]], tmp_path: Path
) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    db = folder / "record.db"
    with watched(db) as seen, simulated("--pty", "--speed", 5) as (_, url):
        session = seen.program.open_session(wanted(url))
        seen.program.send(1, StartInfusion("AK"))
        seen.until(lambda: len(seen.events(Numerics)) >= 3)
        with trouble(db):
            seen.until(lambda: "sounding" in seen.alarms("store-failed"), what="store-failed")
            heard = len(seen.events(Numerics))
            seen.until(lambda: len(seen.events(Numerics)) >= heard + 5, what="values")
            assert seen.about_the_store
        seen.until(lambda: gone(seen), what="the end of store-failed")
        seen.program.send(1, StopInfusion("AK"))
        seen.program.send(1, EndSession("AK"))
        seen.until(lambda: seen.picture.phase is Phase.SIGNED)
        assert seen.program.flush()
        entries = seen.program.record(session).entries
    stored = [(entry.now_s, entry.what) for entry in entries if isinstance(entry.what, Numerics)]
    assert stored == seen.events(Numerics)
    assert [entry.seq for entry in entries] == list(range(len(entries)))
    assert asked("verify", "--db", db).code == 0


def gone(seen: Watched) -> bool:
    return any(state in {"latched", "cleared"} for state in seen.alarms("store-failed"))
