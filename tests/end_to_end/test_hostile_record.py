"""A record that somebody else made or changed, read by every command.

With SQL access to the file anything can stand in any column, and the file can bring programs of
its own (views, triggers, computed columns). Each command says one sentence, or does what it can.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from real_program import asked, one_sentence
from sqlcipher3 import dbapi2

from data.capture_store import CaptureFile
from data.capture_store import read as read_capture
from data.codec import LARGEST_BODY, decode
from data.connection import Connection
from data.errors import StoreDamaged, StoreError, StoreForeign
from data.store import SessionStore
from data.vault import connect
from monitor.entries import Entry
from monitor.outcomes import LimitChanged
from monitor.vitals import Wave, WaveChunk
from tests.data.record_examples import course, start_anchor

SESSION = "s-1"
HOSTILE: tuple[object, ...] = (
    2**62, -(2**62), 1e308, -1e308, float("inf"), 0, -1, None, "", "../../x", "é",
    "[", "[" * 50_000, '{"a":1e999}', "x" * 5_000_000, b"\xff" * 10,
)  # fmt: skip
Change = tuple[str, str, object]
"""Table, column, and what is put there."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "record.db"
    entries = course(SESSION, seconds=20)
    last = len(entries)
    entries += [
        Entry(SESSION, last, 60.0, WaveChunk(next(iter(Wave)), 50.0, "1", (1.0, 2.0), "x")),
        Entry(SESSION, last + 1, 61.0, LimitChanged("sbp-high", 160.0, 165.0, "RN")),
    ]
    with SessionStore.open(path) as store:
        store.write(entries, [start_anchor(SESSION)])
    return path


def changed(sound: Path, path: Path, change: Callable[[Connection], bool]) -> bool:
    """A copy of the sound record with a change in it; whether the record took the change."""
    shutil.copy(sound, path)
    connection = connect(path, None, read_only=False)
    try:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        return change(connection)
    finally:
        connection.close()


def columns_of(connection: Connection) -> Iterator[tuple[str, str]]:
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        " AND name NOT LIKE '_sqlite%'"
    ).fetchall()
    for (table,) in tables:
        for row in connection.execute(f"PRAGMA table_info({table})").fetchall():
            yield str(table), str(row[1])


def put(connection: Connection, change: Change) -> bool:
    """Into the last row; whether the table took it."""
    table, column, value = change
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})").fetchall()]
    order = next(name for name in ("seq", "items", "n", "one") if name in names)
    try:
        connection.execute(
            f"UPDATE {table} SET {column} = ? WHERE {order} = (SELECT max({order}) FROM {table})",
            (value,),
        )
    except dbapi2.IntegrityError:
        return False
    return True


def commands(path: Path) -> Iterator[tuple[object, ...]]:
    out = path.with_suffix(".csv")
    yield from (("sessions", "--db", path), ("sessions", "--json", "--db", path))
    yield from (("verify", "--db", path), ("alarm-report", "--db", path))
    yield ("replay", SESSION, "--db", path)
    export = ("export", SESSION, "--format", "csv", "--out", out, "--db", path)
    yield from (export, (*export, "--deidentify"))


def try_everything(path: Path) -> None:
    for command in commands(path):
        ran = asked(*command)
        assert ran.code in {0, 1, 2}, command
        assert not ran.err or one_sentence(ran.err), command


def every_change(sound: Path) -> list[Change]:
    connection = connect(sound, None, read_only=True)
    try:
        return [(*place, value) for place in columns_of(connection) for value in HOSTILE]
    finally:
        connection.close()


def walk(sound: Path, tmp_path: Path, changes: list[Change]) -> int:
    taken = 0
    for change in changes:
        path = tmp_path / "hostile.db"
        if changed(sound, path, partial(put, change=change)):
            taken += 1
            try_everything(path)
    return taken


def test_whatever_stands_in_an_anchor_is_a_sentence_and_no_crash(
    sound: Path, tmp_path: Path
) -> None:
    changes = [change for change in every_change(sound) if change[0] == "anchors"]
    assert walk(sound, tmp_path, random.Random(6).sample(changes, 40)) > 3


def test_whatever_stands_in_a_column_is_a_sentence_and_no_crash(
    sound: Path, tmp_path: Path
) -> None:
    changes = every_change(sound)
    assert walk(sound, tmp_path, random.Random(5).sample(changes, 60)) > 10


@pytest.mark.soak
def test_every_hostile_value_in_every_column_is_a_sentence_and_no_crash(
    sound: Path, tmp_path: Path
) -> None:
    assert walk(sound, tmp_path, random.Random(7).sample(every_change(sound), 900)) > 200


PROGRAMS = {
    "view": "ALTER TABLE cuff_results RENAME TO kept; CREATE VIEW cuff_results AS WITH RECURSIVE"
    " n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS session, x AS seq FROM n",
    "trigger": "CREATE TRIGGER quiet AFTER INSERT ON events BEGIN DELETE FROM alarms; END",
    "trigger-like-ours": "CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit"
    " BEGIN SELECT RAISE(IGNORE); END",
    "computed": "ALTER TABLE alarms ADD COLUMN more TEXT AS (hex(zeroblob(400000000)))",
    "virtual": "CREATE VIRTUAL TABLE found USING fts5(x)",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_record_that_brings_a_program_of_its_own_is_refused(
    sound: Path, tmp_path: Path, name: str
) -> None:
    def add(connection: Connection) -> bool:
        for statement in PROGRAMS[name].split("; "):
            if "END" in PROGRAMS[name]:
                connection.execute(PROGRAMS[name])
                return True
            connection.execute(statement)
        return True

    path = tmp_path / "hostile.db"
    changed(sound, path, add)
    for command in commands(path):
        ran = asked(*command)
        assert ran.code == 1
        assert one_sentence(ran.err)
        assert str(path) in ran.err
    with pytest.raises(StoreForeign):
        SessionStore.open(path)


def test_a_capture_that_brings_a_program_of_its_own_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "hostile.capture"
    CaptureFile.open(path).close()
    connection = connect(path, None, read_only=False)
    connection.execute("ALTER TABLE pieces RENAME TO kept")
    connection.execute(
        "CREATE VIEW pieces AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
        " SELECT x AS n, zeroblob(100) AS packed FROM n"
    )
    connection.close()
    with pytest.raises(StoreForeign, match="view"):
        list(read_capture(path))


def test_a_session_of_a_strange_name_is_exported_and_stays_where_it_belongs(
    tmp_path: Path,
) -> None:
    path, strange = tmp_path / "record.db", "../../../tmp/x"
    with SessionStore.open(path) as store:
        store.write(course(strange, seconds=5), [start_anchor(strange)])
    out = tmp_path / "out.csv"
    assert asked("export", strange, "--format", "csv", "--out", out, "--db", path).code == 0
    assert {one.name.partition(".")[0] for one in tmp_path.iterdir()} == {"out", "record"}


def test_a_body_that_is_too_long_or_too_deep_is_damage() -> None:
    long = '{"by": "' + "x" * LARGEST_BODY + '"}'
    for body in (long, "[" * 100_000, '{"by": ' + "[" * 100_000, "1" * 5000, "{}"):
        with pytest.raises(StoreDamaged, match="claim"):
            decode("claim", body)


def test_a_session_whose_entries_lie_years_apart_is_not_replayed(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    entries = course(SESSION, seconds=5, ended=False)
    with SessionStore.open(path) as store:
        store.write([*entries, Entry(SESSION, len(entries), 9e8, entries[-1].what)])
    ran = asked("replay", SESSION, "--db", path)
    assert (ran.code, one_sentence(ran.err)) == (1, True)
    assert "a month apart" in ran.err


def test_a_record_that_cannot_be_read_is_never_anything_but_a_store_error(
    sound: Path, tmp_path: Path
) -> None:
    dice = random.Random(11)
    whole = sound.read_bytes()
    for _ in range(30):
        torn = bytearray(whole)
        for _ in range(dice.randrange(1, 30)):
            torn[dice.randrange(100, len(torn))] = dice.randrange(256)
        path = tmp_path / "torn.db"
        path.write_bytes(torn)
        try:
            with SessionStore.open(path, read_only=True) as store:
                list(store.entries(SESSION))
        except StoreError as error:
            assert str(path) in str(error) or SESSION in str(error)  # noqa: PT017 -- or none
