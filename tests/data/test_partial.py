"""A session whose rows or pages are damaged, read for review."""

from __future__ import annotations

from pathlib import Path

import pytest
from record_examples import course, start_anchor
from wave_examples import chunks

from data import vault
from data.errors import NoSuchSession, StoreDamaged
from data.partial import Hole, line_of, readable
from data.record_file import reading
from data.store import SessionStore
from monitor.entries import Entry

KEY = bytes(range(48))
PAGE = 4096
SECONDS = 400


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "record.db"
    with SessionStore.open(place, KEY) as store:
        for name in ("s-1", "s-2"):
            store.write(course(name, SECONDS), [start_anchor(name)])
    return place


def tear(path: Path, sql: str, *values: object) -> None:
    """As one could with the key and a program for SQL: the triggers that forbid it first."""
    connection = vault.connect(path, KEY, read_only=False)
    with connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in names.fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        assert connection.execute(sql, values).rowcount > 0
    connection.close()


def whole(path: Path, session_id: str = "s-1") -> list[Entry]:
    with SessionStore.open(path, KEY, read_only=True) as store:
        return list(store.entries(session_id, waves=False))


def test_of_an_unharmed_session_nothing_is_missing(path: Path) -> None:
    found = readable(path, KEY, "s-1")
    assert list(found.entries) == whole(path)
    assert found.holes == ()
    with SessionStore.open(path, KEY, read_only=True) as store:
        line = store.summary("s-1")
    told = line_of(found)
    for name in ("patient_id", "peak_sbp", "cuff_count", "duration_s", "opened_utc_s", "ended"):
        assert getattr(told, name) == getattr(line, name), name


def test_a_row_that_nobody_can_read_is_a_hole_between_its_neighbours(path: Path) -> None:
    before = whole(path)
    torn = before[200]
    tear(path, "UPDATE numerics SET layout = 99999 WHERE session = 1 AND seq = ?", torn.seq)
    with pytest.raises(StoreDamaged):
        whole(path)
    found = readable(path, KEY, "s-1")
    assert list(found.entries) == [one for one in before if one.seq != torn.seq]
    assert found.holes == (Hole(1, before[199].now_s, before[201].now_s),)
    assert list(readable(path, KEY, "s-2").entries) == whole(path, "s-2")


def test_lines_that_are_gone_at_the_end_are_a_hole_without_an_end(path: Path) -> None:
    before = whole(path)
    tear(path, "DELETE FROM numerics WHERE session = 1 AND seq > 300")
    found = readable(path, KEY, "s-1")
    missing = len(before) - len(found.entries)
    assert sum(hole.lines for hole in found.holes) == missing > 50


def test_a_damaged_page_takes_its_own_lines_and_no_others(path: Path) -> None:
    before = whole(path)
    with reading(path, KEY) as connection:
        rows = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'numerics'")
        root = rows.fetchall()[0][0]
    pages = path.stat().st_size // PAGE
    for page in range(root + 1, pages + 1):
        with path.open("r+b") as file:
            file.seek(PAGE * (page - 1) + 50)
            kept = file.read(100)
            file.seek(PAGE * (page - 1) + 50)
            file.write(bytes(100))
        found = readable(path, KEY, "s-1")
        if 0 < len(found.entries) < len(before):
            break
        with path.open("r+b") as file:
            file.seek(PAGE * (page - 1) + 50)
            file.write(kept)
    else:
        pytest.fail("no page held only some of the values")
    left = {one.seq for one in found.entries}
    assert list(found.entries) == [one for one in before if one.seq in left]
    assert sum(hole.lines for hole in found.holes) == len(before) - len(found.entries)


def test_waves_are_not_taken_for_missing_lines(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    entries = course("s-1", 60)
    after = entries[-1].seq + 1
    waves = [
        Entry("s-1", after + place, 60.0 + one.now_s, one.what)
        for place, one in enumerate(chunks(10))
    ]
    with SessionStore.open(path, KEY) as store:
        store.write([*entries, *waves], [start_anchor()])
    tear(path, "UPDATE numerics SET layout = 99999 WHERE session = 1 AND seq = 30")
    found = readable(path, KEY, "s-1")
    assert [hole.lines for hole in found.holes] == [1]


def test_a_session_that_left_no_trace_is_none(path: Path) -> None:
    with pytest.raises(NoSuchSession):
        readable(path, KEY, "s-9")
