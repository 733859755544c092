"""The record opened for one question or one line, while a store is writing it."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.errors import StoreForeign, StoreLocked, StoreMissing
from data.record_file import reading, writing
from data.store import SessionStore
from tests.data.record_examples import course

LINE = "INSERT INTO day_lines (day, kind, body, by, utc) VALUES ('2030-01-01', 'x', '{}', '', 0)"
COUNT = "SELECT count(*) FROM day_lines"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "record.db"
    SessionStore.open(place).close()
    return place


def lines(path: Path) -> int:
    with reading(path, None) as connection:
        return int(connection.execute(COUNT).fetchall()[0][0])


def test_a_line_is_there_afterwards_beside_the_sessions_of_an_open_store(path: Path) -> None:
    with SessionStore.open(path) as store:
        store.write(course())
        with writing(path, None) as connection:
            connection.execute(LINE)
        store.write(course("s-2"))
        assert len(store.sessions()) == 2
    assert lines(path) == 1


def test_a_fault_on_the_way_leaves_nothing_behind(path: Path) -> None:
    def write_half() -> None:
        with writing(path, None) as connection:
            connection.execute(LINE)
            raise ArithmeticError

    with pytest.raises(ArithmeticError):
        write_half()
    assert lines(path) == 0


def test_one_look_does_not_see_what_is_written_meanwhile(path: Path) -> None:
    with reading(path, None) as connection:
        connection.execute(COUNT).fetchall()
        with writing(path, None) as other:
            other.execute(LINE)
        assert connection.execute(COUNT).fetchall() == [(0,)]
    assert lines(path) == 1


def test_two_cannot_write_at_once_and_one_is_told(path: Path) -> None:
    def write_too() -> None:
        with writing(path, None):
            pass

    with writing(path, None), pytest.raises(StoreLocked, match=r"record\.db"):
        write_too()


def test_a_file_that_is_not_there_or_not_ours_is_a_store_error(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match=r"none\.db"), reading(tmp_path / "none.db", None):
        pass
    other = tmp_path / "other.db"
    other.write_text("milk, bread\n" * 100, encoding="utf-8")
    with pytest.raises(StoreForeign, match=r"other\.db"), writing(other, None):
        pass
