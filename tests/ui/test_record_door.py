"""How a program comes to its record: whole, damaged, absent, locked, and brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from data.errors import StoreError, StoreForeign, StoreLocked, StoreUnwritable, WrongKey
from data.journal_file import Line
from data.mirror import renew
from data.store import SessionStore
from data.vault import connect, key_for
from monitor.entries import Anchor, Entry, StoreNote
from tests.data.journal_examples import left_behind
from tests.data.record_examples import course, start_anchor
from ui.library import Library
from ui.places import home
from ui.record_door import RecordDoor
from ui.requests import Refusal

LINES: list[Line] = [start_anchor(), *course(seconds=40, ended=False)]
KEY = bytes(range(32))
NOW = 1_760_000_100.0


@pytest.fixture
def spill(tmp_path: Path) -> Path:
    return tmp_path / "spill"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    (tmp_path / "disk").mkdir()
    return tmp_path / "disk" / "record.db"


class Told(list[str]):
    def __call__(self, note: StoreNote) -> None:
        self.append(note.text)


def recorded(db: Path, lines: Sequence[Line]) -> None:
    with SessionStore.open(db) as store:
        entries = [line for line in lines if isinstance(line, Entry)]
        store.write(entries, [line for line in lines if isinstance(line, Anchor)])


def entries_of(db: Path) -> list[Entry]:
    with SessionStore.open(db, read_only=True) as store:
        return list(store.entries("s-1"))


def door(db: Path, spill: Path, told: Told | None = None) -> RecordDoor:
    return RecordDoor(db, spill, Told() if told is None else told, lambda: NOW)


def test_a_record_that_is_whole_is_opened_and_nothing_is_said(db: Path, spill: Path) -> None:
    told = Told()
    recorded(db, LINES)
    door(db, spill, told).open().close()
    assert told == []


def test_what_had_not_reached_the_record_is_put_back_and_said(db: Path, spill: Path) -> None:
    told = Told()
    recorded(db, LINES[:10])
    left_behind(spill, db, LINES, key=None)
    door(db, spill, told)
    assert entries_of(db) == LINES[1:]
    assert told == [
        f"{len(LINES) - 10} lines that had not reached the record were put back from the second "
        f"place {spill}."
    ]


def test_one_line_is_one_line(db: Path, spill: Path) -> None:
    told = Told()
    recorded(db, LINES[:-1])
    left_behind(spill, db, LINES, key=None)
    door(db, spill, told)
    assert told[0].startswith("1 line that had not reached the record was put back")


def test_a_folder_that_is_gone_keeps_nobody_from_starting(db: Path, spill: Path) -> None:
    recorded(db, LINES)
    left_behind(spill, db, LINES, key=None)
    db.parent.rename(db.parent.with_name("away"))
    opened = door(db, spill)
    with pytest.raises(StoreUnwritable, match="does not exist"):
        opened.open()
    db.parent.with_name("away").rename(db.parent)
    opened.open().close()


def test_a_wrong_name_is_refused(tmp_path: Path, spill: Path) -> None:
    with pytest.raises(StoreUnwritable, match="nowhere"):
        door(tmp_path / "nowhere" / "record.db", spill)


def test_the_usual_place_is_never_a_wrong_name(spill: Path) -> None:
    usual = home() / "chairside.db"
    usual.with_name("chairside.db").mkdir()
    with pytest.raises(StoreUnwritable):
        door(usual, spill).open()


def test_a_record_that_is_locked_is_opened_later_with_what_waited(db: Path, spill: Path) -> None:
    told = Told()
    recorded(db, LINES[:10])
    left_behind(spill, db, LINES, key=None)
    holder = connect(db, None, read_only=False)
    holder.execute("BEGIN IMMEDIATE")
    opened = door(db, spill, told)
    with pytest.raises(StoreLocked):
        opened.open()
    holder.execute("ROLLBACK")
    holder.close()
    opened.open().close()
    assert entries_of(db) == LINES[1:]
    assert len(told) == 1
    opened.open().close()
    assert len(told) == 1


def test_a_session_is_continued_where_the_second_place_left_it(db: Path, spill: Path) -> None:
    recorded(db, LINES[:10])
    left_behind(spill, db, LINES, key=None)
    holder = connect(db, None, read_only=False)
    holder.execute("BEGIN IMMEDIATE")
    opened = door(db, spill)
    known = Library(db, None).record("s-1")
    assert list(known.entries) == LINES[1:10]
    assert list(opened.completed(known).entries) == LINES[1:]
    assert list(opened.completed(known).anchors) == LINES[:1]
    holder.execute("ROLLBACK")
    holder.close()
    opened.open().close()
    again = Library(db, None).record("s-1")
    assert opened.completed(again) is again


def test_a_session_that_has_ended_in_the_second_place_is_not_continued(
    db: Path, spill: Path
) -> None:
    recorded(db, LINES[:10])
    left_behind(spill, db, [start_anchor(), *course(seconds=40)], key=None)
    holder = connect(db, None, read_only=False)
    holder.execute("BEGIN IMMEDIATE")
    opened = door(db, spill)
    with pytest.raises(Refusal, match="has ended in the second place"):
        opened.completed(Library(db, None).record("s-1"))
    holder.execute("ROLLBACK")
    holder.close()


def test_a_damaged_record_is_rescued_by_itself_and_said(db: Path, spill: Path) -> None:
    told = Told()
    recorded(db, LINES)
    left_behind(spill, db, LINES, key=None)
    with db.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3000)
    door(db, spill, told)
    assert entries_of(db) == LINES[1:]
    assert [f"The record {db} was damaged" in one for one in told] == [True]
    assert f"{len(LINES)} lines of 1 sessions were saved, none is missing" in told[0]
    assert len(list(db.parent.glob("record.db.damaged-????????T??????"))) == 1


def test_a_rescue_that_was_cut_off_is_finished_and_said(db: Path, spill: Path) -> None:
    told = Told()
    recorded(db, LINES)
    db.rename(db.with_name("record.db.rescued"))
    door(db, spill, told)
    assert entries_of(db) == LINES[1:]
    assert told == [f"The record {db} was damaged; its rescue, begun earlier, is finished."]


def test_a_file_of_another_program_is_refused(db: Path, spill: Path) -> None:
    with closing(sqlite3.connect(db)) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
    before = db.read_bytes()
    with pytest.raises(StoreForeign):
        door(db, spill)
    assert db.read_bytes() == before


def test_a_wrong_key_is_refused_and_never_rescued(
    db: Path, spill: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    SessionStore.open(db, KEY).close()
    for passphrase in ("", "wrong horse"):
        monkeypatch.setenv("CHAIRSIDE_PASSPHRASE", passphrase)
        with pytest.raises(WrongKey):
            door(db, spill)
    assert [one.name for one in db.parent.iterdir()] == ["record.db"]


def test_the_key_of_a_record_that_is_gone_is_that_of_its_journal(
    db: Path, spill: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHAIRSIDE_PASSPHRASE", "correct horse")
    first = door(db, spill)
    left_behind(spill, db, LINES, key=first.key)
    assert first.key is not None
    db.parent.rename(db.parent.with_name("away"))
    second = door(db, spill)
    assert second.key == first.key
    db.parent.with_name("away").rename(db.parent)
    second.open().close()
    with SessionStore.open(db, first.key, read_only=True) as store:
        assert list(store.entries("s-1")) == LINES[1:]


def test_a_record_that_is_gone_from_its_folder_is_missed(db: Path, spill: Path) -> None:
    told = Told()
    recorded(db, LINES)
    with SessionStore.open(db) as store:
        renew(spill, db, None, store.heads())
    door(db, spill, told)
    assert told == []
    db.unlink()
    door(db, spill, told)
    assert told == [
        f"The record {db} with 1 sessions is gone, and a new one was begun; put the file back, or "
        "restore the last backup."
    ]


def test_parts_that_cannot_be_put_back_are_said(db: Path, spill: Path) -> None:
    told = Told()
    recorded(db, LINES[:1])
    (file,) = left_behind(spill, db, LINES, key=None)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    left_behind(spill, db, LINES[:3], key=KEY)
    door(db, spill, told)
    assert len(told) == 3
    assert "are damaged" in told[1]
    assert "1 files" in told[2]


def test_every_error_of_the_record_is_one_that_a_person_can_read() -> None:
    assert issubclass(StoreLocked, StoreError)


class Slower(RecordDoor):
    """Another program makes the record after this one has found the key for it."""

    def _find_key(self) -> bytes | None:
        key = super()._find_key()
        if not self._db.exists():
            SessionStore.open(self._db, key_for(self._db)).close()
        return key


def test_of_two_programs_that_make_a_record_at_once_the_slower_takes_the_key_of_the_faster(
    db: Path, spill: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHAIRSIDE_PASSPHRASE", "two programs, one phrase")
    slower = Slower(db, spill, Told(), lambda: NOW)
    slower.open().close()
    assert slower.key == key_for(db)


def test_a_wrong_passphrase_is_still_refused(
    db: Path, spill: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHAIRSIDE_PASSPHRASE", "the right one")
    RecordDoor(db, spill, Told(), lambda: NOW).open().close()
    monkeypatch.setenv("CHAIRSIDE_PASSPHRASE", "the wrong one")
    with pytest.raises(WrongKey):
        RecordDoor(db, spill, Told(), lambda: NOW)
