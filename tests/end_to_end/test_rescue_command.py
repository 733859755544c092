"""`chairside rescue`, and a program that starts on a record that cannot be written."""

from __future__ import annotations

from pathlib import Path

import pytest
from real_program import asked, needs_pty, one_sentence, simulated
from watched_program import wanted, watched

from data.journal_folder import segments
from data.mirror import Heads, renew
from data.store import SessionStore
from data.vault import connect, key_for
from monitor.commands import EndSession
from monitor.entries import StoreTrouble
from monitor.events import Numerics
from monitor.phases import Phase
from tests.data.journal_examples import left_behind
from tests.data.record_examples import course, start_anchor
from ui.places import spill_folder

PAGE = 4096


def recorded(db: Path) -> None:
    with SessionStore.open(db, key_for(db)) as store:
        for number in range(3):
            name = f"s-{number}"
            store.write(course(name, 300), [start_anchor(name)])


def damage(db: Path, page: int) -> None:
    with db.open("r+b") as file:
        file.seek(PAGE * page)
        file.write(b"\xff" * PAGE)


def test_a_whole_record_needs_no_rescue(tmp_path: Path) -> None:
    db = tmp_path / "record.db"
    recorded(db)
    before = db.read_bytes()
    ran = asked("rescue", "--db", db)
    assert (ran.code, ran.err) == (0, "")
    assert "is whole; nothing was rescued" in ran.out
    assert db.read_bytes() == before


def test_a_damaged_record_is_saved_session_by_session(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHAIRSIDE_PASSPHRASE", "correct horse")
    db = tmp_path / "record.db"
    recorded(db)
    damage(db, db.stat().st_size // PAGE // 2)
    ran = asked("rescue", "--db", db)
    assert ran.code == 0
    assert one_sentence(ran.err), ran.err
    assert [line.split(":")[0] for line in ran.out.splitlines()[:3]] == ["s-0", "s-1", "s-2"]
    assert f"The record {db} was damaged" in ran.out.splitlines()[3]
    assert asked("verify", "--db", db).code == 0
    assert "is whole" in asked("rescue", "--db", db).out


def test_the_first_page_may_be_damaged_when_something_outside_proves_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHAIRSIDE_PASSPHRASE", "correct horse")
    db = tmp_path / "record.db"
    recorded(db)
    key = key_for(db)
    damage(db, 0)
    assert asked("rescue", "--db", db).code == 1
    left_behind(spill_folder(), db, [start_anchor(), *course("s-1", 20)], key=key)
    renew(spill_folder(), db, key, Heads())
    ran = asked("rescue", "--db", db)
    assert ran.code == 0
    with SessionStore.open(db, key_for(db), read_only=True) as store:
        assert list(store.entries("s-1")) == course("s-1", 20)


def test_a_record_that_is_not_there_is_named(tmp_path: Path) -> None:
    ran = asked("rescue", "--db", tmp_path / "none.db")
    assert ran.code == 2
    assert "none.db" in ran.err


@needs_pty
def test_a_program_starts_and_monitors_while_its_record_is_locked(tmp_path: Path) -> None:
    db = tmp_path / "record.db"
    recorded(db)
    holder = connect(db, None, read_only=False)
    holder.execute("BEGIN IMMEDIATE")
    with simulated("--pty", "--speed", 5) as (_, url), watched(db) as seen:
        session = seen.program.open_session(wanted(url))
        seen.until(lambda: "sounding" in seen.alarms("store-failed"), what="store-failed")
        seen.until(lambda: len(seen.events(Numerics)) >= 5, what="values")
        told = [one.text for one in seen.about_the_store if isinstance(one, StoreTrouble)]
        assert "everything is kept in the second place" in told[-1]
        assert [one.merged for one in segments(spill_folder(), db)] == [False]
        holder.execute("ROLLBACK")
        holder.close()
        seen.until(lambda: seen.alarms("store-failed")[-1] in {"latched", "cleared"})
        seen.program.send(1, EndSession("AK"))
        seen.until(lambda: seen.picture.phase is Phase.SIGNED)
        assert seen.program.flush()
    with SessionStore.open(db, None, read_only=True) as store:
        entries = list(store.entries(session))
    assert [entry.seq for entry in entries] == list(range(len(entries)))
    assert all(one.merged for one in segments(spill_folder(), db))
    assert asked("verify", "--db", db).code == 0
