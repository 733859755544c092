"""The new record of a rescue: what the sources hold, written as if it had been recorded.

Rule 1: tables that only grow are copied as they are, chain keys and audit with them, so that the
        audit chain says itself where a line of it is missing.
Rule 2: the chain of a session is made anew. Where that gives the head it had, nothing of it was
        lost or changed; else a line of the audit says which head counts from now on.
Rule 3: a session that was deleted by intention does not come back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data import vault
from data.audit import Audit, AuditChain, AuditKind
from data.connection import Connection, storage_errors, transaction
from data.line_order import in_order
from data.migrations import prepare
from data.mirror import Head, Heads, heads_of
from data.rescue_sources import Kept, Sources
from data.rows import COLUMNS
from data.salvage import DamagedRecord
from data.store import SessionStore

_MADE_ANEW = frozenset({*COLUMNS, "sessions", "layouts", "anchors", "links", "manifests"})


@dataclass(frozen=True, slots=True)
class RescuedSession:
    """`missing` numbers below its last known one were found nowhere; `disagreed` in two ways.

    `head` is what the damaged record said of its chain; None = that could not be read.
    """

    session_id: str
    lines: int
    missing: int
    disagreed: int
    head: Head | None = None


def build(
    new: Path, key: bytes | None, sources: Sources, utc_s: float, aside: str
) -> tuple[tuple[RescuedSession, ...], Heads]:
    """Make the record at `new`; what became of each session, and its chains.

    `aside` is the name under which the damaged file is kept. Raises a `StoreError`.
    """
    connection = vault.connect(new, key, read_only=False)
    try:
        with storage_errors(new):
            prepare(connection, new, key, read_only=False)
            _copy_tables(connection, sources.records)
    finally:
        connection.close()
    sessions = tuple(_write_sessions(new, key, sources, utc_s))
    connection = vault.connect(new, key, read_only=False)
    try:
        with storage_errors(new):
            prepare(connection, new, key, read_only=False)
            with transaction(connection):
                _tell(AuditChain(connection, key), sessions, heads_of(connection), utc_s, aside)
            return sessions, heads_of(connection)
    finally:
        connection.close()


def _copy_tables(connection: Connection, records: Sequence[DamagedRecord]) -> None:
    """Everything but the sessions, row by row; from a later one what no earlier one has."""
    found = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        " AND name NOT LIKE '\\_%' ESCAPE '\\'"
    ).fetchall()
    for (table,) in found:
        if table not in _MADE_ANEW:
            wanted = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            for record in records:
                _copy_table(connection, record, table, wanted)


def _copy_table(
    connection: Connection, record: DamagedRecord, table: str, wanted: Sequence[str]
) -> None:
    there = set(record.columns(table)) if table in record.tables() else set()
    columns = [name for name in wanted if name in there]
    if columns:
        with transaction(connection):
            connection.executemany(
                f"INSERT OR IGNORE INTO {table} ({', '.join(columns)})"
                f" VALUES ({', '.join('?' * len(columns))})",
                record.rows(table, columns),
            )


def _write_sessions(
    new: Path, key: bytes | None, sources: Sources, now_utc_s: float
) -> Iterator[RescuedSession]:
    began = now_utc_s
    deleted = _deleted(new, key)
    with SessionStore.open(new, key, clock=lambda: began) as store:
        for session_id in sources.session_ids():
            if session_id in deleted:
                continue
            kept = sources.session(session_id)
            began = now_utc_s if kept.created_utc_s is None else kept.created_utc_s
            for entries, anchors in in_order(kept.entries, kept.anchors):
                store.write(entries, anchors)
            if kept.entries or kept.anchors:
                yield _what_became_of(session_id, kept)


def _what_became_of(session_id: str, kept: Kept) -> RescuedSession:
    last = max(kept.last_seq, max(kept.entries, default=-1))
    return RescuedSession(
        session_id,
        lines=len(kept.entries) + len(kept.anchors),
        missing=last + 1 - len(kept.entries),
        disagreed=kept.disagreed,
        head=kept.head,
    )


def _deleted(new: Path, key: bytes | None) -> set[str]:
    lines = Audit(new, key).lines()
    return {one.session_id for one in lines if one.kind == AuditKind.SESSION_DELETED}


def _tell(
    chain: AuditChain,
    sessions: Sequence[RescuedSession],
    heads: Heads,
    utc_s: float,
    aside: str,
) -> None:
    for one in sessions:
        items, head = heads.sessions[one.session_id]
        if one.head != (items, head):
            chain.append(
                AuditKind.RESCUED,
                "",
                utc_s,
                one.session_id,
                items=items,
                head=head.hex(),
                missing=one.missing,
                disagreed=one.disagreed,
            )
    chain.append(
        AuditKind.RESCUED,
        "",
        utc_s,
        sessions=len(sessions),
        lines=sum(one.lines for one in sessions),
        missing=sum(one.missing for one in sessions),
        disagreed=sum(one.disagreed for one in sessions),
        aside=aside,
    )
