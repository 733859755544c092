"""The backup that a rescue takes by itself is one of the same record."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.backup import Order, make_backup
from data.mirror import load_mirror, renew
from data.store import SessionStore
from tests.data.record_examples import course, start_anchor
from ui.places import home, spill_folder
from ui.record_door import RecordDoor
from ui.rescue_backup import own_backup

PAGE = 4096


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    recorded(path, "s-1")
    return path


def recorded(path: Path, session_id: str) -> None:
    with SessionStore.open(path) as store:
        store.write(course(session_id, 600), [start_anchor(session_id)])
        renew(spill_folder(), path, None, store.heads())


def backed_up(db: Path) -> None:
    made = make_backup(db, None, home() / "backups", Order(spill=spill_folder()))
    assert made.verified


def test_without_a_backup_there_is_none(db: Path) -> None:
    assert own_backup(db, spill_folder(), None) is None


def test_the_newest_of_this_record_is_taken(db: Path) -> None:
    backed_up(db)
    found = own_backup(db, spill_folder(), None)
    assert found is not None
    assert found.parent == home() / "backups"


def test_one_of_another_record_of_the_same_name_is_not(db: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "record.db"
    other.parent.mkdir()
    recorded(other, "s-2")
    backed_up(other)
    assert own_backup(db, spill_folder(), None) is None


def test_what_a_damaged_record_has_lost_comes_from_its_backup(db: Path) -> None:
    backed_up(db)
    with db.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * (db.stat().st_size // 2))
    told: list[str] = []
    RecordDoor(db, spill_folder(), lambda note: told.append(note.text))
    with SessionStore.open(db, read_only=True) as store:
        assert list(store.entries("s-1")) == course("s-1", 600)
    assert len(told) == 1
    assert "none is missing" in told[0]
    assert load_mirror(spill_folder(), db, None) is not None
