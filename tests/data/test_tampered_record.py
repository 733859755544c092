"""Attacks on a record as a whole: put back, taken apart, made older, added to by a stranger.

Where the file alone cannot tell, the test says so too: it is for that that the mirror is there.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from data import vault
from data.audit import Audit, AuditKind
from data.errors import StoreForeign
from data.manifest import Defect, verify
from data.mirror import Heads
from data.store import SessionStore
from monitor.commands import Note, NoteKind
from monitor.entries import Entry
from tests.data.forging import library_line, rechain
from tests.data.tampering import ENTRIES, KEY, OF_SESSIONS, Intruder, genuine_record, intruding

LATER = 20
"""So many lines came into the session that was cut off, after the intruder had copied the file."""


@dataclass(frozen=True, slots=True)
class Known:
    """`older` is what the intruder kept of the record; `heads` is what the mirror knows now."""

    path: Path
    older: Path
    heads: Heads


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Known:
    folder = tmp_path_factory.mktemp("made")
    path, older = folder / "record.db", folder / "older.db"
    genuine_record(path)
    shutil.copy(path, older)
    with SessionStore.open(path, KEY, clock=lambda: 1_760_000_500.0) as store:
        last = list(store.entries("s-3"))[-1]
        more = [
            Entry(
                "s-3", last.seq + n, last.now_s + n, Note(f"m{n}", NoteKind.FREE_TEXT, "x", "RN")
            )
            for n in range(1, LATER + 1)
        ]
        store.write(more)
        Audit(path, KEY).note(AuditKind.EXPORT, "Nurse 1", 1_760_000_600.0, "s-1", format="csv")
        heads = store.heads()
    return Known(path, older, heads)


@pytest.fixture
def record(made: Known, tmp_path: Path) -> Known:
    path = tmp_path / "record.db"
    shutil.copy(made.path, path)
    return Known(path, made.older, made.heads)


def seen_alone_and_with_the_mirror(record: Known) -> tuple[list[Defect], list[Defect]]:
    return verify(record.path, KEY), verify(record.path, KEY, record.heads)


@contextlib.contextmanager
def reading_older(record: Known) -> Iterator[Intruder]:
    connection = vault.connect(record.older, KEY, read_only=True)
    try:
        yield Intruder(connection)
    finally:
        connection.close()


def test_the_genuine_record_agrees_with_its_mirror(record: Known) -> None:
    assert seen_alone_and_with_the_mirror(record) == ([], [])


def test_an_older_copy_that_was_put_back_is_found_by_the_mirror(record: Known) -> None:
    shutil.copy(record.older, record.path)
    alone, mirrored = seen_alone_and_with_the_mirror(record)
    assert alone == []  # it is a whole and genuine record, only not the newest
    told = {one.session_id: one for one in mirrored}
    assert set(told) == {"", "s-3"}
    assert "was an older copy put back?" in told[""].text
    assert "its end was cut off" in told["s-3"].text
    assert told["s-3"].seq is not None


def test_one_session_that_was_set_back_to_an_older_state_is_found_by_the_mirror(
    record: Known,
) -> None:
    with reading_older(record) as older, intruding(record.path) as he:
        (was,) = older.rows("sessions", "WHERE id = ?", "s-3")
        set_back(he, was)
    alone, mirrored = seen_alone_and_with_the_mirror(record)
    assert alone == []
    assert [(one.session_id, one.seq) for one in mirrored] == [("s-3", was["last_seq"] + 1)]


def set_back(he: Intruder, was: dict[str, object]) -> None:
    """With the seal of then: what a copy of the file is good for."""
    for table in ENTRIES:
        he.do(f"DELETE FROM {table} WHERE session = ? AND seq > ?", was["n"], was["last_seq"])
    he.do("DELETE FROM links WHERE session = ? AND items > ?", was["n"], was["items"])
    (row,) = he.rows("sessions", "WHERE n = ?", was["n"])
    he.set("sessions", row, **{name: value for name, value in was.items() if name != "n"})


def test_audit_lines_that_were_cut_off_with_the_end_of_then_are_found_by_the_mirror(
    record: Known,
) -> None:
    with reading_older(record) as older, intruding(record.path) as he:
        (end,) = older.rows("audit_end")
        he.do("DELETE FROM audit WHERE n > ?", end["n"])
        he.do("UPDATE audit_end SET n = ?, seal = ?", end["n"], end["seal"])
    alone, mirrored = seen_alone_and_with_the_mirror(record)
    assert alone == []
    assert [one.text.partition(":")[0] for one in mirrored] == [
        f"line {end['n'] + 1} of the audit chain is missing"
    ]


def test_a_session_that_was_taken_out_with_all_its_audit_lines_is_found(record: Known) -> None:
    with intruding(record.path) as he:
        for table in OF_SESSIONS:
            he.do(f"DELETE FROM {table} WHERE session = 2")
        he.do("DELETE FROM sessions WHERE n = 2")
        ((first,),) = he.ask("SELECT min(n) FROM audit WHERE session = 's-2'")
        he.do("DELETE FROM audit WHERE n >= ?", first)
        he.do("UPDATE audit_end SET n = ?", first - 1)
    alone, mirrored = seen_alone_and_with_the_mirror(record)
    assert f"the audit chain was cut off: line {first} is missing" in alone[0].text
    assert "s-2" in {one.session_id for one in mirrored}


def test_a_session_that_was_taken_out_alone_is_missed(record: Known) -> None:
    with intruding(record.path) as he:
        for table in OF_SESSIONS:
            he.do(f"DELETE FROM {table} WHERE session = 1")
        he.do("DELETE FROM sessions WHERE n = 1")
    assert [one.session_id for one in verify(record.path, KEY)] == ["s-1"]


@pytest.mark.parametrize("opened", [True, False])
@pytest.mark.parametrize("keyed", [True, False])
def test_a_session_that_a_stranger_added_is_found(
    record: Known, opened: bool, keyed: bool
) -> None:
    with intruding(record.path) as he:
        (row,) = he.rows("sessions", "WHERE n = 1")
        he.insert("sessions", {**row, "n": 9, "id": "s-9", "keyed": int(keyed)})
        he.ids[9] = "s-9"
        for table in ENTRIES:
            for line in he.rows(table, "WHERE session = 1"):
                if opened or table != "events":
                    he.insert(table, {**line, "session": 9})
        library_line(he, 9)
        rechain(he, 9, keyed=keyed)
    assert [one.session_id for one in verify(record.path, KEY)] == ["s-9"]


@pytest.mark.parametrize("session", ["s-1", "s-3"])
def test_a_session_whose_chain_was_made_anew_without_a_key_is_found(
    record: Known, session: str
) -> None:
    with intruding(record.path) as he:
        n = next(n for n, name in he.ids.items() if name == session)
        he.do("UPDATE cuff_results SET sbp = 120 WHERE session = ?", n)
        library_line(he, n)
        rechain(he, n, keyed=False)
    found = verify(record.path, KEY)
    assert [one.session_id for one in found] == [session]
    assert "not under the key it was begun with" in found[0].text


def test_a_record_that_was_made_one_of_an_older_version_is_found_by_the_mirror(
    record: Known,
) -> None:
    with intruding(record.path) as he:
        forge_everything(he)
        he.connection.execute("PRAGMA user_version = 1002")
    found = verify(record.path, KEY, record.heads)
    assert {"", "s-1", "s-2", "s-3"} <= {one.session_id for one in found}


def test_a_record_that_was_put_there_in_clear_is_found_by_the_mirror(record: Known) -> None:
    plain = record.path.with_name("plain.db")
    with intruding(record.path) as he:
        forge_everything(he)
    connection = vault.connect(record.path, KEY, read_only=False)
    connection.execute(f"ATTACH DATABASE '{plain}' AS plain KEY ''")
    connection.execute("SELECT sqlcipher_export('plain')")
    connection.execute("PRAGMA plain.user_version = 2000")
    connection.execute("PRAGMA plain.application_id = 0x43685344")
    connection.execute("DETACH DATABASE plain")
    connection.close()
    for side in ("-wal", "-shm"):
        record.path.with_name(record.path.name + side).unlink(missing_ok=True)
    plain.replace(record.path)
    found = verify(record.path, KEY, record.heads)
    assert {"", "s-1", "s-2", "s-3"} <= {one.session_id for one in found}


def forge_everything(he: Intruder) -> None:
    """A blood pressure is another one, and nothing needs a key any more."""
    he.do("UPDATE cuff_results SET sbp = 120 WHERE session = 1")
    for n in he.ids:
        library_line(he, n)
        rechain(he, n, keyed=False)
    he.do("DELETE FROM audit")
    he.do("DELETE FROM audit_end")
    he.do("DELETE FROM chain_keys")


def test_a_trap_that_would_change_lines_while_they_are_written_is_found(record: Known) -> None:
    with intruding(record.path) as he:
        he.do(
            "CREATE TRIGGER trap AFTER INSERT ON numerics BEGIN UPDATE numerics SET hr = 60"
            " WHERE session = NEW.session AND seq = NEW.seq; END"
        )
    with pytest.raises(StoreForeign, match="has a trigger 'trap'"):
        verify(record.path, KEY)
    with pytest.raises(StoreForeign, match="has a trigger 'trap'"):
        SessionStore.open(record.path, KEY)
