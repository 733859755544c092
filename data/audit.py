"""The audit chain: who looked, changed, exported, signed in; append-only, each line chained.

    head n = H(head n-1, line n)            H as in `data/chain.py`
    end    = H("end", n, head n)            kept once; a chain that was cut short has none

Rule 1: what is an entry of a session (limits, acknowledgements, notes) is in that session's own
        chain; everything else that a person or the program does with the record is a line here.
Rule 2: lines are only added, in the transaction that does what they tell of.
Rule 3: a row of a table that only grows (staff, sign-ins, days) has a line with its hash, so that
        these tables cannot say anything else than they did.
Rule 4: a line holds no name, id or note of a patient; sessions are named by their ids.

Sources: 45 CFR 164.312(b) (what is to be audited), 21 CFR 11.10(e).
"""

from __future__ import annotations

import enum
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data import chain_keys
from data.chain import digest
from data.chain_keys import NO_KEY
from data.connection import Connection
from data.errors import StoreDamaged

Fact = str | int | float | bool | None
START = b"chairside-audit-1"
GROWING = ("staff", "sign_ins", "day_lines")


class AuditKind(enum.StrEnum):
    """What a line tells of; the names are on the disk."""

    RECORD_MADE = "record-made"
    ADOPTED = "adopted"
    """Something that was there before the audit chain."""
    KEY_LOST = "key-lost"
    """The key of the chain could not be read any more; it goes on under another."""
    KEY_CHANGED = "key-changed"
    RECOVERY_CODE = "recovery-code"
    SIGN_IN = "sign-in"
    SIGN_IN_FAILED = "sign-in-failed"
    LOCKED = "locked"
    STAFF = "staff"
    DAY = "day"
    SETTING = "setting"
    VIEW = "view"
    BREAK_GLASS = "break-glass"
    EXPORT = "export"
    IMPORTED = "imported"
    """A session that was recorded elsewhere was taken in."""
    PRINT = "print"
    REFUSED = "refused"
    """Somebody asked for what her role may not."""
    SESSION_OPENED = "session-opened"
    SESSION_RESUMED = "session-resumed"
    SESSION_SIGNED = "session-signed"
    CORRECTED = "corrected"
    """A line of a session that is over was corrected; nothing was taken away."""
    ADDENDUM = "addendum"
    SESSION_DELETED = "session-deleted"
    CAPTURE_SEALED = "capture-sealed"
    CAPTURE_DELETED = "capture-deleted"
    RETENTION = "retention"
    BACKUP = "backup"
    RESTORED = "restored"
    MERGED = "merged"
    RESCUED = "rescued"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True)
class AuditLine:
    """`by` empty = the program itself; `session_id` empty = about no session."""

    n: int
    utc_s: float
    kind: str
    by: str
    session_id: str
    facts: dict[str, Any]
    key: int
    head: bytes


class AuditChain:
    """The end of the chain of an open record. Every method belongs into a transaction."""

    def __init__(self, connection: Connection, key: bytes | None) -> None:
        """`key` is that of the record; None for one in clear."""
        self._connection = connection
        self._record_key = key
        keys = chain_keys.unsealed(connection, key)
        self.number = max(keys, default=NO_KEY)
        self.key = keys.get(self.number)

    def append(
        self, kind: AuditKind, by: str, utc_s: float, session_id: str = "", **facts: Fact
    ) -> int:
        """One line more; its number."""
        self.want_key(utc_s)
        return self._append(kind, by, utc_s, session_id, facts)

    def add_row(
        self, kind: AuditKind, who: str, utc_s: float, table: str, /, **columns: Fact
    ) -> None:
        """A row of a table that only grows, and the line that vouches for it."""
        ((n,),) = self._connection.execute(
            f"INSERT INTO {table} ({', '.join(columns)})"
            f" VALUES ({', '.join('?' * len(columns))}) RETURNING n",
            tuple(columns.values()),
        ).fetchall()
        self.vouch(kind, who, utc_s, table, int(n))

    def vouch(self, kind: AuditKind, by: str, utc_s: float, table: str, n: int) -> int:
        """A line with the hash of row `n` of a table that only grows."""
        self.want_key(utc_s)
        hashed = row_hash(self._connection, table, n)
        facts: dict[str, Fact] = {"table": table, "row": n, "sha256": hashed}
        return self._append(kind, by, utc_s, "", facts)

    def want_key(self, utc_s: float) -> None:
        """A record with a key has a chain key; where it was taken away, that is said."""
        if self.number != NO_KEY or self._record_key is None:
            return
        first = self._connection.execute("SELECT count(*) FROM audit").fetchall() == [(0,)]
        self.number, self.key = chain_keys.add(self._connection, self._record_key, utc_s)
        kind = AuditKind.RECORD_MADE if first else AuditKind.KEY_LOST
        self._append(kind, "", utc_s, "", {})

    def _append(
        self, kind: AuditKind, by: str, utc_s: float, session_id: str, facts: dict[str, Fact]
    ) -> int:
        before = last(self._connection)
        n = before[0] + 1
        values = (n, float(utc_s), kind.value, by, session_id, text_of(facts), self.number)
        head = digest(self.key, before[1] + canonical(values))
        self._connection.execute(
            "INSERT INTO audit (n, utc, kind, by, session, facts, key, head)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, head),
        )
        self._connection.execute(
            "INSERT INTO audit_end (one, n, seal) VALUES (1, ?, ?)"
            " ON CONFLICT (one) DO UPDATE SET n = excluded.n, seal = excluded.seal",
            (n, end_seal(self.key, n, head)),
        )
        return n


class Audit:
    """The audit chain of the record at `path`, opened for one line or one look."""

    def __init__(self, path: Path, key: bytes | None) -> None:
        self._path = path
        self._key = key

    def note(
        self, kind: AuditKind, by: str, utc_s: float, session_id: str = "", **facts: Fact
    ) -> None:
        """On the disk when this returns. Raises a `StoreError`."""
        from data.record_file import writing  # noqa: PLC0415 -- it audits what it writes

        with writing(self._path, self._key) as connection:
            AuditChain(connection, self._key).append(kind, by, utc_s, session_id, **facts)

    def lines(self, limit: int | None = None, session_id: str = "") -> list[AuditLine]:
        """The newest `limit` lines, oldest of them first; those about one session only."""
        from data.record_file import reading  # noqa: PLC0415 -- see above

        with reading(self._path, self._key) as connection:
            where = "WHERE session = ?" if session_id else "WHERE ? = ''"
            return list(lines(connection, where, session_id, limit=limit))[::-1]


def last(connection: Connection) -> tuple[int, bytes]:
    """Number and head of the last line; of a chain without a line, 0 and its start."""
    found = connection.execute("SELECT n, head FROM audit ORDER BY n DESC LIMIT 1").fetchall()
    return (int(found[0][0]), bytes(found[0][1])) if found else (0, START)


def lines(
    connection: Connection, where: str = "", *values: object, limit: int | None = None
) -> Iterator[AuditLine]:
    """Newest first."""
    rows = connection.execute(
        f"SELECT n, utc, kind, by, session, facts, key, head FROM audit {where}"
        " ORDER BY n DESC LIMIT ?",
        (*values, -1 if limit is None else limit),
    )
    for n, utc_s, kind, by, session_id, facts, key, head in rows:
        yield AuditLine(n, utc_s, kind, by, session_id, facts_in(n, facts), key, bytes(head))


def canonical(values: tuple[object, ...]) -> bytes:
    """What the hash of a line is over: all of its columns but the head."""
    return json.dumps(values, separators=(",", ":")).encode()


def end_seal(key: bytes | None, n: int, head: bytes) -> bytes:
    return digest(key, b"end" + str(n).encode() + head)


def row_hash(connection: Connection, table: str, n: int) -> str:
    """SHA-256 over all columns of one row, in hex. Raises `StoreDamaged` when it is not there."""
    rows = connection.execute(f"SELECT * FROM {table} WHERE n = ?", (n,)).fetchall()
    if not rows:
        raise StoreDamaged(f"row {n} of {table} is gone; `chairside verify` says more")
    return digest(None, canonical((table, *rows[0]))).hex()


def adopt(connection: Connection, key: bytes | None, utc_s: float) -> None:
    """Take what is there already into the chain; within the step that makes its table."""
    chain = AuditChain(connection, key)
    there = connection.execute("SELECT id, items, head FROM sessions ORDER BY n").fetchall()
    for session_id, items, head in there:
        facts: dict[str, Fact] = {"items": items, "head": bytes(head).hex()}
        chain.append(AuditKind.ADOPTED, "", utc_s, session_id, **facts)
    for table in GROWING:
        for (n,) in connection.execute(f"SELECT n FROM {table} ORDER BY n").fetchall():
            chain.vouch(AuditKind.ADOPTED, "", utc_s, table, n)


def text_of(facts: dict[str, Fact]) -> str:
    """As it is kept: the same facts always have the same text."""
    return json.dumps(facts, separators=(",", ":"), sort_keys=True)


def facts_in(n: int, text: str) -> dict[str, Any]:
    """The facts of line `n`. Raises `StoreDamaged`."""
    try:
        facts = json.loads(text)
    except (ValueError, RecursionError):
        facts = None
    if not isinstance(facts, dict):
        raise StoreDamaged(f"line {n} of the audit chain cannot be read; restore the last backup")
    return facts
