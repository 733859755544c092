"""Whether a copy of a record is the record: restored, opened anew, and compared.

Rule 1: what is compared was read in the same look at the record that was copied; what is written
        meanwhile is no difference.
Rule 2: every page of the copy is checked (its HMAC, the trees), the rows of every table counted,
        and the small tables (all but the lines of the sessions) compared row by row.
Rule 3: sessions are checked line by line as `chairside verify` does it: those that changed since
        the last backup that counted, and each day one in thirty of the others; all of them when
        it is asked for. A record in clear has no HMACs: all its rows are compared each time.
Rule 4: a difference is a failure of the backup. A defect that the record itself has is none: the
        copy is true, and says so in its name.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from data import audit_check, manifest, queries
from data.connection import Connection, storage_errors
from data.errors import BackupFailed, StoreDamaged
from data.manifest import Defect
from data.migrations import TRUSTED, number
from data.mirror import Heads, heads_of
from data.rows import COLUMNS, READ_FAULTS

LARGE = frozenset({*COLUMNS, "anchors", "links"})
"""Tables that grow with every second of a session."""
ROUND_DAYS = 30
_IN_HEADER = ("user_version", "application_id", "page_count")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one look at a record has found; `hashes` of the tables that were compared whole."""

    heads: Heads
    header: tuple[int, ...]
    schema: bytes
    counts: dict[str, int]
    hashes: dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is looked at. `known` = the heads when it was last looked at (None: never)."""

    every_row: bool = False
    every_session: bool = False
    known: Heads | None = None
    utc_s: float = 0.0


@dataclass(slots=True)
class Checked:
    sessions: int = 0
    defects: list[Defect] = field(default_factory=list)


def snapshot(connection: Connection, *, every_row: bool) -> Snapshot:
    """Within a transaction of reading. Raises a `StoreError`."""
    heads = heads_of(connection)
    rows = connection.execute(
        "SELECT type, name, tbl_name, sql FROM main.sqlite_master ORDER BY type, name"
    ).fetchall()
    tables = [str(name) for kind, name, _table, _sql in rows if kind == "table"]
    return Snapshot(
        heads,
        tuple(number(connection, f"main.{pragma}") for pragma in _IN_HEADER),
        hashlib.sha256(repr(rows).encode()).digest(),
        {name: _count(connection, name) for name in tables},
        {name: table_hash(connection, name) for name in tables if every_row or name not in LARGE},
    )


def _count(connection: Connection, table: str) -> int:
    return int(connection.execute(f'SELECT count(*) FROM main."{table}"').fetchall()[0][0])


def table_hash(connection: Connection, table: str) -> bytes:
    """Over all rows in the order in which they lie."""
    said = hashlib.sha256()
    for row in connection.execute(f'SELECT * FROM main."{table}"'):
        said.update(repr(row).encode("utf-8", "surrogatepass"))
    return said.digest()


def want_whole(connection: Connection, path: Path, *, encrypted: bool) -> None:
    """Every page is what was written, and every tree is one. Raises `StoreDamaged`."""
    _want_no_answer(connection, path, "cipher_integrity_check" if encrypted else "")
    _want_no_answer(connection, path, "integrity_check(1)")


def want_readable(connection: Connection, path: Path) -> None:
    """Every page that is used can be read, also while others write. Raises `StoreDamaged`."""
    _want_no_answer(connection, path, "quick_check(1)")


def _want_no_answer(connection: Connection, path: Path, pragma: str) -> None:
    with storage_errors(path):
        rows = connection.execute(f"PRAGMA {pragma}").fetchall() if pragma else []
    said = [str(text).splitlines()[-1] for (text,) in rows if text != "ok"]
    if said:
        raise StoreDamaged(
            f"{path} is damaged ({said[0]}); keep it as it is, and restore the last backup"
        )


def want_same(connection: Connection, path: Path, wanted: Snapshot, *, every_row: bool) -> None:
    """Raises `BackupFailed` naming what differs."""
    there = snapshot(connection, every_row=every_row)
    for what, one, other in _parts(there, wanted):
        if one != other:
            raise BackupFailed(
                f"the copy {path} is not what was copied ({what} differ); it was thrown away: "
                "check the disk, or choose another folder"
            )


def _parts(there: Snapshot, wanted: Snapshot) -> list[tuple[str, object, object]]:
    parts: list[tuple[str, object, object]] = [
        ("the heads of the chains", there.heads, wanted.heads),
        ("version and size", there.header, wanted.header),
        ("the tables", there.schema, wanted.schema),
    ]
    for name in sorted({*there.counts, *wanted.counts}):
        rows = f"the rows of {name}"
        parts.append((rows, there.counts.get(name), wanted.counts.get(name)))
        parts.append((rows, there.hashes.get(name), wanted.hashes.get(name)))
    return parts


def check_sessions(
    connection: Connection,
    path: Path,
    key: bytes | None,
    extent: Extent,
    breathe: Callable[[], None],
) -> Checked:
    """What `chairside verify` would find, as far as it is looked. `key` None = in clear."""
    audited = number(connection, "user_version") >= TRUSTED
    told = audit_check.told_of(connection, key, audited=audited)
    checked = Checked()
    with storage_errors(path):
        checked.defects += [Defect("", None, text) for text in audit_check.check(connection, told)]
        there = set()
        for facts in queries.all_facts(connection):
            there.add(facts.session_id)
            head = (facts.chain.items, facts.chain.head)
            if not is_due(facts.session_id, head, extent):
                continue
            breathe()
            checked.sessions += 1
            try:
                defect = manifest.verify_session(connection, facts, told)
            except (StoreDamaged, *READ_FAULTS) as error:
                defect = Defect(facts.session_id, None, f"it cannot be read: {error}")
            if defect is not None:
                checked.defects.append(defect)
    for session_id in sorted(told.known() - there):
        checked.defects.append(Defect(session_id, None, "this session is gone"))
    return checked


def is_due(session_id: str, head: tuple[int, bytes], extent: Extent) -> bool:
    """Whether a session is looked at line by line this time."""
    if extent.every_session or extent.known is None:
        return True
    turn = int(extent.utc_s // 86_400) % ROUND_DAYS
    return (
        extent.known.sessions.get(session_id) != head
        or zlib.crc32(session_id.encode("utf-8", "surrogatepass")) % ROUND_DAYS == turn
    )
