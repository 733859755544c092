"""What is compared, and which sessions are looked at line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from backup_examples import DAY_S, KEY, add_session, clinic
from hypothesis import given
from hypothesis import strategies as st

from data import vault
from data.backup_check import (
    ROUND_DAYS,
    Extent,
    check_sessions,
    is_due,
    snapshot,
    table_hash,
    want_readable,
    want_same,
    want_whole,
)
from data.connection import Connection
from data.errors import BackupFailed, StoreDamaged
from data.mirror import Heads, heads_of
from data.record_file import reading

HEAD = (7, b"h" * 32)


def nothing() -> None:
    """Nobody waits."""


@given(st.text(max_size=12))
def test_every_session_has_its_turn_within_a_month(session_id: str) -> None:
    known = Heads({session_id: HEAD})
    turns = [
        is_due(session_id, HEAD, Extent(known=known, utc_s=day * DAY_S))
        for day in range(ROUND_DAYS)
    ]
    assert turns.count(True) == 1


def test_what_changed_or_was_never_looked_at_is_due() -> None:
    day = next(d for d in range(30) if not is_due("s", HEAD, known_at(d)))
    assert is_due("s", (8, HEAD[1]), known_at(day))
    assert is_due("s", (7, b"x" * 32), known_at(day))
    assert is_due("new", HEAD, known_at(day))
    assert is_due("s", HEAD, Extent(known=None))
    assert is_due("s", HEAD, Extent(every_session=True, known=Heads({"s": HEAD})))


def known_at(day: int) -> Extent:
    return Extent(known=Heads({"s": HEAD}), utc_s=day * DAY_S)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE sessions SET initials = 'XX' WHERE n = 1",
        "DELETE FROM numerics WHERE session = 1 AND seq = 9",
        "DELETE FROM layouts",
        "UPDATE audit_end SET n = n + 1",
        "CREATE TABLE more (n INTEGER PRIMARY KEY) STRICT",
        "PRAGMA user_version = 2999",
        "PRAGMA application_id = 7",
    ],
)
def test_any_other_table_row_count_or_version_is_a_difference(tmp_path: Path, change: str) -> None:
    record = clinic(tmp_path, sessions=1)
    connection = vault.connect(record, KEY, read_only=False)
    try:
        wanted = snapshot(connection, every_row=False)
        want_same(connection, record, wanted, every_row=False)
        connection.execute(change)
        with pytest.raises(BackupFailed, match="differ"):
            want_same(connection, record, wanted, every_row=False)
    finally:
        connection.close()


def test_a_value_of_a_session_is_a_difference_where_every_row_is_compared(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=1)
    connection = vault.connect(record, KEY, read_only=False)
    try:
        wanted = snapshot(connection, every_row=True)
        connection.execute("UPDATE cuff_results SET sbp = sbp + 1")
        with pytest.raises(BackupFailed, match="rows of cuff_results"):
            want_same(connection, record, wanted, every_row=True)
    finally:
        connection.close()


def test_a_changed_line_is_found_in_what_is_looked_at(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=2)
    with reading(record, KEY) as connection:
        known = heads_of(connection)
    add_session(record, KEY, "s-new")
    change(record, "UPDATE cuff_results SET sbp = 1.0 WHERE session = 3")
    day = next(
        d
        for d in range(ROUND_DAYS)
        if not any(
            is_due(s, known.sessions[s], Extent(known=known, utc_s=d * DAY_S))
            for s in known.sessions
        )
    )
    with reading(record, KEY) as connection:
        extent = Extent(known=known, utc_s=day * DAY_S)
        checked = check_sessions(connection, record, KEY, extent, nothing)
    assert checked.sessions == 1
    assert [one.session_id for one in checked.defects] == ["s-new"]


def test_a_session_that_is_gone_is_named(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=1)
    change(record, "DELETE FROM sessions")
    with reading(record, KEY) as connection:
        checked = check_sessions(connection, record, KEY, Extent(), nothing)
    assert [one.session_id for one in checked.defects] == ["s-0"]


def change(record: Path, statement: str) -> None:
    connection = vault.connect(record, KEY, read_only=False)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(statement)
    connection.close()


def test_a_damaged_page_is_one_sentence(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=2)
    data = bytearray(record.read_bytes())
    data[len(data) - 2000] ^= 1
    record.write_bytes(data)
    connection: Connection = vault.connect(record, KEY, read_only=True)
    try:
        with pytest.raises(StoreDamaged) as error:
            want_whole(connection, record, encrypted=True)
        assert "\n" not in str(error.value)
        with pytest.raises(StoreDamaged):
            want_readable(connection, record)
    finally:
        connection.close()


def test_the_hash_of_a_table_is_over_its_rows(tmp_path: Path) -> None:
    record = clinic(tmp_path, sessions=1)
    with reading(record, KEY) as connection:
        first = table_hash(connection, "numerics")
        assert first == table_hash(connection, "numerics")
        assert first != table_hash(connection, "cuff_results")
