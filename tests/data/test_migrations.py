import subprocess
import sys

import pytest
from helpers import ROOT

from data.connection import transaction
from data.errors import RecordBug, StoreForeign, StoreNewer
from data.migrations import (
    APPLICATION_ID,
    MAJOR,
    MINOR,
    Steps,
    bring_up_to_date,
    database,
    number,
    record_steps,
)
from data.record_file import writing
from data.rows import COLUMNS
from data.store import SessionStore
from data.vault import connect
from tests.data.record_examples import course

RECORD = record_steps()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "record.db"


def set_version(path, version):
    connection = connect(path, None, read_only=False)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


def step(statement):
    return lambda connection: connection.execute(statement)


def never(_connection):
    raise AssertionError("the step was taken a second time")


def dump(connection):
    return connection.execute("SELECT * FROM sqlite_master").fetchall()


def test_every_table_is_strict_and_has_the_columns_that_the_rows_need(path):
    SessionStore.open(path).close()
    connection = connect(path, None, read_only=True)
    db = database(connection)
    ours = [table for table in db.tables if not table.name.startswith("_")]
    assert {table.name for table in ours} == {
        *COLUMNS, "sessions", "layouts", "anchors", "links", "manifests",
        "staff", "sign_ins", "day_lines", "audit", "audit_end", "chain_keys",
    }  # fmt: skip
    assert all(table.strict for table in ours)
    for name, columns in COLUMNS.items():
        assert [one.name for one in db.table(name).columns] == ["session", "seq", "t_ms", *columns]
    assert number(connection, "user_version") == MAJOR * 1000 + MINOR
    assert number(connection, "application_id") == APPLICATION_ID
    connection.close()


def test_a_newer_minor_version_is_read_and_written(path):
    SessionStore.open(path).close()
    connection = connect(path, None, read_only=False)
    connection.execute("ALTER TABLE events ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")
    connection.execute("CREATE TABLE later (n INTEGER PRIMARY KEY) STRICT")
    connection.close()
    set_version(path, MAJOR * 1000 + MINOR + 7)
    with SessionStore.open(path) as store:
        store.write(course())
        assert list(store.entries("s-1")) == course()
    connection = connect(path, None, read_only=True)
    assert number(connection, "user_version") == MAJOR * 1000 + MINOR + 7
    connection.close()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_newer_major_version_is_refused_in_one_sentence_and_not_touched(path, read_only):
    with SessionStore.open(path) as store:
        store.write(course())
    set_version(path, (MAJOR + 1) * 1000)
    before = path.read_bytes()
    with pytest.raises(StoreNewer, match=rf"{path.name}.*schema {MAJOR + 1}\.0.*update"):
        SessionStore.open(path, read_only=read_only)
    assert path.read_bytes() == before


def test_a_step_that_fails_leaves_the_file_as_it_was(path):
    with SessionStore.open(path) as store:
        store.write(course())
    good = step("CREATE TABLE good (n INTEGER) STRICT")
    bad = step("CREATE TABLE events (n INTEGER) STRICT")
    steps = Steps(RECORD.name, (*RECORD.each, ("good", good), ("bad", bad)))
    before = path.read_bytes()
    connection = connect(path, None, read_only=False)
    # The schema's own complaint comes through as it is: a bad step is a bug, not a bad file.
    with pytest.raises(Exception, match="events already exists"):
        bring_up_to_date(connection, path, steps, (MAJOR, MINOR + 1))
    assert not database(connection).table("good").exists()
    assert number(connection, "user_version") == MAJOR * 1000 + MINOR
    connection.close()
    assert path.read_bytes() == before


def test_the_first_opening_makes_all_of_the_schema_or_nothing(path):
    path.touch()
    good, bad = step("CREATE TABLE good (n INTEGER) STRICT"), step("nonsense")
    steps = Steps(RECORD.name, (("good", good), ("bad", bad)))
    connection = connect(path, None, read_only=False)
    with pytest.raises(Exception, match="nonsense"):
        bring_up_to_date(connection, path, steps)
    connection.close()
    SessionStore.open(path).close()


def test_opening_again_applies_nothing(path):
    SessionStore.open(path).close()
    connection = connect(path, None, read_only=False)
    before = dump(connection)
    bring_up_to_date(connection, path, Steps(RECORD.name, (("first_record", never),)))
    assert dump(connection) == before
    connection.close()


def test_a_file_that_is_up_to_date_is_opened_without_loading_sqlite_utils(path):
    SessionStore.open(path).close()
    check = (
        "import pathlib, sys; from data.store import SessionStore; "
        "SessionStore.open(pathlib.Path(sys.argv[1])).close(); "
        "sys.exit('sqlite_utils' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", check, path], cwd=ROOT, check=False).returncode == 0
    )


def test_a_database_of_somebody_else_is_never_brought_up_to_date(path):
    connection = connect(path, None, read_only=False)
    with transaction(connection):
        connection.execute("CREATE TABLE sessions (n INTEGER)")
    with pytest.raises(StoreForeign):
        bring_up_to_date(connection, path, RECORD)
    connection.close()


@pytest.mark.parametrize("table", ["staff", "sign_ins", "day_lines", "audit"])
@pytest.mark.parametrize("change", ["UPDATE {0} SET n = 9", "DELETE FROM {0}"])
def test_the_file_itself_refuses_to_change_what_is_only_added(path, table, change):
    SessionStore.open(path).close()
    with writing(path, None) as connection:
        columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
        values = ["x'00'" if kind == "BLOB" else "1" for _, _, kind, *_ in columns]
        connection.execute(f"INSERT INTO {table} VALUES ({', '.join(values)})")
    with (
        pytest.raises(RecordBug, match=f"lines of {table} are only added"),
        writing(path, None) as connection,
    ):
        connection.execute(change.format(table))
