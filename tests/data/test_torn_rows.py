"""A row that cannot be read is named, and hides no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from data import torn_rows
from data.errors import StoreDamaged
from data.manifest import verify
from data.record_file import reading
from data.store import SessionStore
from data.vault import connect
from tests.data.record_examples import course, start_anchor
from tests.data.tampering import KEY, intruding

NO_TEXT = "CAST(x'fffe' AS TEXT)"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with SessionStore.open(path, KEY) as store:
        for name in ("s-1", "s-2"):
            store.write(course(name, seconds=30), [start_anchor(name)])
    return path


def test_a_record_that_can_be_read_has_no_torn_row(path: Path) -> None:
    with reading(path, KEY) as connection:
        found, torn = torn_rows.sessions(connection, path)
        assert [one.session_id for one in found] == ["s-2", "s-1"]
        assert torn == []
        assert torn_rows.first_line(connection, path, 1) is None


def test_of_a_session_that_cannot_be_listed_the_row_is_named_and_the_others_are_read(
    path: Path,
) -> None:
    with intruding(path) as he:
        he.do(f"UPDATE sessions SET initials = {NO_TEXT} WHERE id = 's-1'")
    assert {(one.session_id, one.text) for one in verify(path, KEY)} == {
        ("", "row 1 of sessions cannot be read"),
        ("s-1", "this session is gone, and nobody is known to have deleted it"),
    }


def test_the_first_line_that_cannot_be_read_is_named(path: Path) -> None:
    with intruding(path) as he:
        he.do(f"UPDATE alarms SET text = {NO_TEXT} WHERE session = 2")
        he.do(f"UPDATE events SET body = {NO_TEXT} WHERE session = 2 AND seq = 2")
    (defect,) = verify(path, KEY)
    assert (defect.session_id, defect.seq) == ("s-2", 2)
    assert "cannot be read" in defect.text


def test_a_line_of_the_audit_chain_that_cannot_be_read_is_named_and_accuses_no_session(
    path: Path,
) -> None:
    with intruding(path) as he:
        he.do(f"UPDATE audit SET by = {NO_TEXT} WHERE n = 2")
    (defect,) = verify(path, KEY)
    assert defect.text.startswith("line 2 of the audit chain cannot be read")


def test_a_list_of_which_not_even_the_numbers_come_is_damage(path: Path) -> None:
    connection = connect(path, KEY, read_only=False)
    connection.execute("DROP TABLE sessions")
    with pytest.raises(StoreDamaged):
        torn_rows.sessions(connection, path)
    connection.close()
