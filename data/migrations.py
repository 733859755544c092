"""The shape of the record, as a list of steps that lead to it.

Rule 1: only a step makes or changes a table; every table is STRICT; a released step is never
        edited.
Rule 2: all steps of one opening happen in one transaction: a failed one leaves the file as it was.
Rule 3: `user_version` is major x 1000 + minor, and every step raises it: a file that has the
        version has the steps. A newer minor only adds (columns with defaults, tables), so we may
        write into it; a newer major is refused.
Rule 4: (session, seq) is the key of every table of entries; one entry is one row of one table.
        Times are whole milliseconds of the session (`t_ms`).
Rule 5: sqlite-utils, which takes longer to load than all the rest of the record, is loaded when a
        step has to be taken.
Rule 6: lines about people, days and the audit are only added: the file itself refuses to change
        or remove one, whoever asks.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from data.alone import load_sqlite_utils
from data.audit import adopt
from data.connection import Connection, storage_errors, transaction
from data.errors import StoreForeign, StoreNewer
from data.routes_said import routes_said
from data.shape import check_shape

if TYPE_CHECKING:
    from sqlite_utils import Database

MAJOR, MINOR = 2, 1
WAVE_SOURCES = 1001
"""From this version on a wave has its source."""
PEOPLE_AND_DAYS = 1002
"""From this version on the record knows who works here, and what was planned and ticked."""
TRUSTED = 2000
"""From this version on chains are keyed, and what is done with the record is audited. Major: an
older program would go on with a chain that it cannot continue."""
ROUTES = 2001
"""From this version on the list of sessions knows by which route each was given."""
APPLICATION_ID = 0x43685344
""""ChSD": tells our file from any other SQLite database."""

Step = Callable[[Connection], None]


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of one kind of file, in order; a step is known in the file by its name."""

    name: str
    each: tuple[tuple[str, Step], ...]


_SESSIONS = """
CREATE TABLE sessions (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    program TEXT NOT NULL,
    created_utc REAL NOT NULL,
    opened_utc REAL NOT NULL,
    offset_min INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    last_ms INTEGER NOT NULL,
    head BLOB NOT NULL,
    items INTEGER NOT NULL,
    tail BLOB NOT NULL,
    opened_ms INTEGER,
    ended_ms INTEGER,
    phase TEXT NOT NULL,
    chair INTEGER,
    patient_id TEXT NOT NULL,
    initials TEXT NOT NULL,
    profile TEXT NOT NULL,
    driver TEXT NOT NULL,
    simulated INTEGER NOT NULL,
    weight_kg REAL,
    mg_per_kg REAL,
    dose_mg REAL,
    minutes REAL,
    peak_sbp REAL,
    peak_dbp REAL,
    alarms_high INTEGER NOT NULL,
    alarms_medium INTEGER NOT NULL,
    cuff_count INTEGER NOT NULL,
    notes INTEGER NOT NULL
) STRICT
"""

_ENTRY_TABLES = {
    "numerics": """layout INTEGER NOT NULL REFERENCES layouts (n), device_time ANY,
        hr REAL, pulse REAL, spo2 REAL, rr REAL, abp_sys REAL, abp_dia REAL, abp_mean REAL,
        perfusion_x100 INTEGER, temp_x100 INTEGER""",
    "cuff_results": """sbp REAL NOT NULL, dbp REAL NOT NULL, map REAL, pulse REAL,
        source TEXT NOT NULL, quality TEXT NOT NULL, age_s REAL, device_time ANY""",
    "alarms": """key TEXT NOT NULL, alarm TEXT NOT NULL, sign TEXT, priority INTEGER NOT NULL,
        state TEXT NOT NULL, value REAL, threshold REAL, reasons TEXT NOT NULL,
        text TEXT NOT NULL""",
    "limit_changes": """rule TEXT NOT NULL, old_value REAL NOT NULL, new_value REAL NOT NULL,
        changed_by TEXT NOT NULL""",
    "wave_chunks": """wave TEXT NOT NULL, rate_hz REAL NOT NULL, unit TEXT NOT NULL,
        packing TEXT NOT NULL, samples BLOB NOT NULL""",
    "events": "kind TEXT NOT NULL, body TEXT NOT NULL",
}

_OTHER_TABLES = (
    "CREATE TABLE layouts (n INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT",
    """CREATE TABLE anchors (
        session INTEGER NOT NULL REFERENCES sessions (n), n INTEGER NOT NULL,
        after_seq INTEGER NOT NULL, from_s REAL NOT NULL, utc_s REAL NOT NULL,
        offset_min INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (session, n)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE links (
        session INTEGER NOT NULL REFERENCES sessions (n), items INTEGER NOT NULL,
        head BLOB NOT NULL, marks BLOB NOT NULL, PRIMARY KEY (session, items)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE manifests (
        session INTEGER NOT NULL REFERENCES sessions (n), items INTEGER NOT NULL,
        last_seq INTEGER NOT NULL, sha256 BLOB NOT NULL, PRIMARY KEY (session, items)
    ) STRICT, WITHOUT ROWID""",
)


def first_record(connection: Connection) -> None:
    connection.execute(_SESSIONS)
    for statement in _OTHER_TABLES:
        connection.execute(statement)
    for name, columns in _ENTRY_TABLES.items():
        connection.execute(
            f"CREATE TABLE {name} (session INTEGER NOT NULL REFERENCES sessions (n),"
            f" seq INTEGER NOT NULL, t_ms INTEGER NOT NULL, {columns},"
            " PRIMARY KEY (session, seq)) STRICT, WITHOUT ROWID"
        )


def wave_sources(connection: Connection) -> None:
    """Which device a wave is of; null in what was written before."""
    connection.execute("ALTER TABLE wave_chunks ADD COLUMN source TEXT")


_LINES = {
    "staff": """name TEXT NOT NULL, role TEXT NOT NULL, pin TEXT NOT NULL,
        enlisted INTEGER NOT NULL, by TEXT NOT NULL, utc REAL NOT NULL""",
    "sign_ins": "name TEXT NOT NULL, good INTEGER NOT NULL, utc REAL NOT NULL",
    "day_lines": """day TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
        by TEXT NOT NULL, utc REAL NOT NULL""",
}
"""Tables that only grow. `pin` is an Argon2id hash with its salt and parameters, empty for one
who left; `day` is the local calendar day, ISO 8601; `body` is JSON."""


def people_and_days(connection: Connection) -> None:
    """Who works here, who signed in, the days of the clinic; and the sessions of one patient."""
    for name, columns in _LINES.items():
        _make_growing(connection, name, columns)
    connection.execute("CREATE INDEX sign_ins_by_name ON sign_ins (name)")
    connection.execute("CREATE INDEX day_lines_by_day ON day_lines (day)")
    connection.execute("CREATE INDEX sessions_by_patient ON sessions (patient_id)")


def _make_growing(connection: Connection, name: str, columns: str) -> None:
    connection.execute(f"CREATE TABLE {name} (n INTEGER PRIMARY KEY, {columns}) STRICT")
    for verb in ("UPDATE", "DELETE"):
        connection.execute(
            f"CREATE TRIGGER {name}_no_{verb.lower()} BEFORE {verb} ON {name}"
            f" BEGIN SELECT RAISE(ABORT, 'lines of {name} are only added'); END"
        )


_AUDIT = """utc REAL NOT NULL, kind TEXT NOT NULL, by TEXT NOT NULL, session TEXT NOT NULL,
    facts TEXT NOT NULL, key INTEGER NOT NULL, head BLOB NOT NULL"""
_OF_TRUST = {
    "chain_keys": "n INTEGER PRIMARY KEY, sealed BLOB NOT NULL, utc REAL NOT NULL",
    "audit_end": "one INTEGER PRIMARY KEY CHECK (one = 1), n INTEGER NOT NULL, seal BLOB NOT NULL",
}
_NEW_IN_SESSIONS = {"keyed": "INTEGER NOT NULL DEFAULT 0", "seal": "BLOB"}
"""The number of the key of its chain, and the seal of its row (null where there is no key)."""


def trusted_record(connection: Connection, key: bytes | None = None) -> None:
    """Keyed chains, and the audit chain, into which all that is there is taken."""
    _make_growing(connection, "audit", _AUDIT)
    for name, columns in _OF_TRUST.items():
        connection.execute(f"CREATE TABLE {name} ({columns}) STRICT")
    for name, kind in _NEW_IN_SESSIONS.items():
        connection.execute(f"ALTER TABLE sessions ADD COLUMN {name} {kind}")
    connection.execute("ALTER TABLE manifests ADD COLUMN head BLOB")
    connection.execute("CREATE INDEX sessions_by_time ON sessions (opened_utc DESC, n DESC)")
    connection.execute(
        "CREATE INDEX sessions_unfinished ON sessions (opened_utc DESC, n DESC)"
        " WHERE ended_ms IS NULL"
    )
    adopt(connection, key, time.time())


def routes(connection: Connection) -> None:
    """The route of each session, as its own lines say it; null where they cannot be read."""
    connection.execute("ALTER TABLE sessions ADD COLUMN route TEXT")
    found = routes_said(connection)
    connection.executemany(
        "UPDATE sessions SET route = ? WHERE n = ?", [(route, n) for n, route in found.items()]
    )


def record_steps(key: bytes | None = None) -> Steps:
    """The steps of a record; `key` is that of the file, None for one in clear."""
    return Steps(
        "chairside-record",
        (
            ("first_record", first_record),
            ("wave_sources", wave_sources),
            ("people_and_days", people_and_days),
            ("trusted_record", lambda connection: trusted_record(connection, key)),
            ("routes", routes),
        ),
    )


def number(connection: Connection, pragma: str) -> int:
    """The value of a pragma that is one number."""
    return int(connection.execute(f"PRAGMA {pragma}").fetchall()[0][0])


def check_ours(
    connection: Connection, path: Path, application_id: int, major: int, minor: int
) -> bool:
    """True for a file that is still empty. Raises `StoreForeign` or `StoreNewer`."""
    found = number(connection, "user_version")
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    if tables == [(0,)] and not found:
        return True
    if number(connection, "application_id") != application_id:
        raise StoreForeign(
            f"{path} is a database, but not a record of Chairside; give the right file with --db"
        )
    if found // 1000 > major:
        raise StoreNewer(
            f"{path} was written by a newer Chairside (schema {found // 1000}.{found % 1000}, "
            f"this one knows {major}.{minor}); update Chairside, or give another file with --db"
        )
    check_shape(connection, path)
    return False


def require_record(connection: Connection, path: Path) -> None:
    """Raises a `StoreError` unless this is a record that we can read."""
    if check_ours(connection, path, APPLICATION_ID, MAJOR, MINOR):
        raise StoreForeign(f"{path} is empty: no session was ever recorded in it")
    _add_what_it_lacks(connection, number(connection, "user_version"))


def _add_what_it_lacks(connection: Connection, version: int) -> None:
    """An older file is not changed by reading it: what it lacks is shown as missing."""
    if version < WAVE_SOURCES:
        _show(connection, "wave_chunks", "NULL AS source")
    if version < PEOPLE_AND_DAYS:
        for name, columns in _LINES.items():
            connection.execute(f"CREATE TEMP TABLE {name} (n INTEGER PRIMARY KEY, {columns})")
    if version < TRUSTED:
        _show(connection, "sessions", "0 AS keyed, NULL AS seal, NULL AS route")
        _show(connection, "manifests", "NULL AS head")
        connection.execute(f"CREATE TEMP TABLE audit (n INTEGER PRIMARY KEY, {_AUDIT})")
        for name, columns in _OF_TRUST.items():
            connection.execute(f"CREATE TEMP TABLE {name} ({columns})")
    elif version < ROUTES:
        _show(connection, "sessions", "NULL AS route")


def _show(connection: Connection, table: str, missing: str) -> None:
    connection.execute(f"CREATE TEMP VIEW {table} AS SELECT *, {missing} FROM main.{table}")


def prepare(
    connection: Connection, path: Path, key: bytes | None = None, *, read_only: bool
) -> None:
    """Make a new connection fit for our tables. Raises a `StoreError`.

    `key` is that of the file, None for one in clear.
    """
    if read_only:
        require_record(connection, path)
        return
    connection.execute("PRAGMA foreign_keys = ON")
    # Refuse a stranger before the first change to its file.
    check_ours(connection, path, APPLICATION_ID, MAJOR, MINOR)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    bring_up_to_date(connection, path, record_steps(key))


def bring_up_to_date(
    connection: Connection,
    path: Path,
    steps: Steps,
    version: tuple[int, int] = (MAJOR, MINOR),
    application_id: int = APPLICATION_ID,
) -> None:
    """Make or complete the tables; all of it or nothing."""
    major, minor = version
    wanted = major * 1000 + minor
    with storage_errors(path):
        check_ours(connection, path, application_id, major, minor)
        if number(connection, "user_version") >= wanted:
            return
        with transaction(connection):
            # Whoever waited for the lock may find the work done.
            _apply(steps, connection)
            if number(connection, "user_version") < wanted:
                connection.execute(f"PRAGMA user_version = {wanted}")
            connection.execute(f"PRAGMA application_id = {application_id}")


def database(connection: Connection) -> Database:
    """The same connection with the conveniences of sqlite-utils; it asks no plugin in."""
    load_sqlite_utils()
    from sqlite_utils import Database  # noqa: PLC0415 -- rule 5

    return Database(cast(Any, connection), execute_plugins=False)


def _apply(steps: Steps, connection: Connection) -> None:
    load_sqlite_utils()
    from sqlite_utils.migrations import Migrations  # noqa: PLC0415 -- rule 5

    migrations = Migrations(steps.name)
    for name, step in steps.each:
        migrations(name=name)(lambda _db, step=step: step(connection))
    apply: Callable[[Database], None] = migrations.apply
    apply(database(connection))
