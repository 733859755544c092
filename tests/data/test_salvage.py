"""What can still be asked of a damaged record."""

import random

import pytest

from data.record_file import reading
from data.salvage import DamagedRecord
from data.store import SessionStore
from tests.data.journal_examples import KEY
from tests.data.record_examples import course, start_anchor

PAGE = 4096


@pytest.fixture
def path(tmp_path):
    place = tmp_path / "record.db"
    with SessionStore.open(place, KEY) as store:
        for number in range(2):
            store.write(course(f"s-{number}", 400), [start_anchor(f"s-{number}")])
    return place


@pytest.fixture
def damaged(path):
    made = DamagedRecord(path, KEY)
    yield made
    made.close()


def root_of(path, table):
    with reading(path, KEY) as connection:
        rows = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,))
        return rows.fetchall()[0][0]


def wreck(path, page):
    with path.open("r+b") as file:
        file.seek(PAGE * (page - 1) + 50)
        file.write(b"\x00" * 500)


def test_a_session_whose_own_row_is_gone_is_known_by_its_entries(path, damaged):
    wreck(path, root_of(path, "sessions"))
    names = damaged.session_ids()
    assert sorted(names.values()) == ["s-0", "s-1"]
    for n, name in names.items():
        assert list(damaged.entries(n, name).values())
        assert damaged.last_seq(n) == -1
        assert damaged.head(n) is None
        assert damaged.created(n) is None
    assert damaged.holes


def test_a_session_of_which_only_values_are_left_gets_a_name(path, damaged):
    for table in ("sessions", "events"):
        wreck(path, root_of(path, table))
    names = damaged.session_ids()
    assert list(names.values()) == ["rescued-1", "rescued-2"]
    assert damaged.entries(1, "rescued-1")


def test_without_the_words_of_their_layouts_values_are_holes(path, damaged):
    whole = DamagedRecord(path, KEY)
    count = len(whole.entries(1, "s-0"))
    whole.close()
    wreck(path, root_of(path, "layouts"))
    left = damaged.entries(1, "s-0")
    assert 0 < len(left) < count
    assert damaged.holes


def test_a_backup_knows_what_the_layouts_were(path, damaged, tmp_path):
    backup = tmp_path / "backup.db"
    backup.write_bytes(path.read_bytes())
    wreck(path, root_of(path, "layouts"))
    older = DamagedRecord(backup, KEY)
    damaged.learn_layouts(older.layouts())
    assert damaged.entries(1, "s-0") == older.entries(1, "s-0")
    older.close()


def test_rows_behind_a_damaged_page_are_found(path):
    everything = {one.seq: one for one in course("s-0", 400)}
    dice = random.Random(3)
    pages = path.stat().st_size // PAGE
    before = path.read_bytes()
    ways = {root_of(path, "numerics"), root_of(path, "layouts")}
    for page in dice.sample(range(2, pages + 1), 8):
        path.write_bytes(before)
        wreck(path, page)
        damaged = DamagedRecord(path, KEY)
        found = damaged.entries(1, "s-0")
        assert found.items() <= everything.items()
        # Without the list of tables, or one of these roots, there is no way to the values.
        if damaged.tables() and page not in ways:
            assert len(found) >= len(everything) // 3
        damaged.close()


def test_of_a_file_that_is_no_database_nothing_is_read(path, damaged):
    path.write_bytes(random.Random(1).randbytes(10 * PAGE))
    assert damaged.session_ids() == {}
    assert damaged.tables() == set()
    assert damaged.entries(1, "s-0") == {}
    assert damaged.anchors(1, "s-0") == []
    assert list(damaged.rows("staff", ["name"])) == []


def test_of_a_file_that_is_not_there_nothing_is_read(tmp_path):
    absent = DamagedRecord(tmp_path / "none.db", KEY)
    assert absent.session_ids() == {}
    assert not (tmp_path / "none.db").exists()
