"""The record of all sessions in one file.

Rule 1: one store is one connection of one thread.
Rule 2: a write is one transaction. What was written already (same session, same number, same
        content) is passed over, so that a write whose fate is unknown can simply be repeated.
Rule 3: an entry of a session that was never opened is kept all the same: nothing is lost because
        something else is wrong.
Rule 4: what a cut-off write had begun is forgotten whole, in the file and here.
"""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from data import queries, summaries, vault
from data.audit import AuditChain
from data.chain_keys import NO_KEY, unsealed
from data.connection import Connection, storage_errors, transaction
from data.errors import EntryConflict, StoreDamaged, StoreError
from data.ledger import Beginning, Ledger, save_all
from data.migrations import prepare
from data.mirror import Heads, heads_of
from data.narrowing import EVERYTHING, Narrowing
from data.queries import SessionFacts
from data.rows import COLUMNS, LAYOUT_AT, WAVES, Row, to_entry, to_row
from data.summaries import Found, Place, SessionSummary, Wanted
from monitor.entries import Anchor, Entry
from monitor.vitals import WaveChunk

_INSERT = {
    table: f"INSERT INTO {table} (session, seq, t_ms, {', '.join(columns)})"
    f" VALUES ({', '.join('?' * (len(columns) + 3))})"
    for table, columns in COLUMNS.items()
}


class SessionStore:
    """Open one with `open`, use it in that thread, `close` it (or use it in a ``with``)."""

    def __init__(
        self,
        path: Path,
        connection: Connection,
        key: bytes | None,
        *,
        keep_waves: bool = True,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """`key` None = the file is in clear."""
        self.path = path
        self._key = key
        self._connection = connection
        self._chain_keys: dict[int, bytes] | None = None
        self._keep_waves = keep_waves
        self._clock = clock
        self._ledgers: dict[str, Ledger] = {}
        self._layouts: dict[str, int] = {}
        self._data_version = 0

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytes | None = None,
        *,
        read_only: bool = False,
        keep_waves: bool = True,
        clock: Callable[[], float] = time.time,
    ) -> SessionStore:
        """Open the record at `path`; make it if there is none and we may write.

        `key` comes from `vault.key_for`. Without `keep_waves` waves are not stored: they are then
        missing from the numbers of a session. Raises a `StoreError`.
        """
        connection = vault.connect(path, key, read_only=read_only)
        try:
            with storage_errors(path):
                prepare(connection, path, key, read_only=read_only)
        except BaseException:
            connection.close()
            raise
        return cls(
            path,
            connection,
            key if vault.is_encrypted(path) else None,
            keep_waves=keep_waves,
            clock=clock,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def encrypted(self) -> bool:
        return self._key is not None

    def close(self) -> None:
        with storage_errors(self.path):
            self._connection.close()

    def close_for_good(self) -> None:
        """Nothing more will be written: whoever only reads it then leaves nothing beside it."""
        with contextlib.suppress(StoreError), storage_errors(self.path):
            self._connection.execute("PRAGMA journal_mode = DELETE")
        self.close()

    def settle(self) -> None:
        """Take the write-ahead log into the file itself, as far as nobody else reads it."""
        with storage_errors(self.path):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    # ---- writing --------------------------------------------------------------------------------

    def write(self, entries: Sequence[Entry], anchors: Sequence[Anchor] = ()) -> None:
        """Store everything or nothing; when this returns it is on the disk.

        Raises a `StoreError`, or `EntryConflict` when another entry already has a number.
        """
        ledgers: dict[str, Ledger] = {}
        try:
            with storage_errors(self.path), transaction(self._connection):
                self._forget_what_others_changed()
                self._add_entries(ledgers, entries)
                for anchor in anchors:
                    self._ledger(ledgers, anchor.session_id).add_anchor(anchor)
                save_all(self._connection, ledgers.values())
                self._audit(ledgers.values())
        except BaseException:
            self._layouts.clear()
            self._ledgers.clear()
            self._chain_keys = None
            raise
        self._ledgers.update(ledgers)

    def _add_entries(self, ledgers: dict[str, Ledger], entries: Sequence[Entry]) -> None:
        rows: dict[str, list[tuple[object, ...]]] = {}
        for entry in entries:
            if isinstance(entry.what, WaveChunk) and not self._keep_waves:
                continue
            ledger = self._ledger(ledgers, entry.session_id)
            row = to_row(entry)
            if entry.seq <= ledger.last_seq:
                self._check_same(ledger, entry, row)
                continue
            ledger.add_entry(entry, row)
            rows.setdefault(row.table, []).append((ledger.n, *self._stored(row)))
        for table, many in rows.items():
            self._connection.executemany(_INSERT[table], many)

    def _stored(self, row: Row) -> tuple[object, ...]:
        """The values of a row as its table has them."""
        values = row.values
        if row.table != "numerics":
            return values
        return (*values[:LAYOUT_AT], self._layout(values[LAYOUT_AT]), *values[LAYOUT_AT + 1 :])

    def _layout(self, text: str) -> int:
        if text not in self._layouts:
            self._connection.execute(
                "INSERT INTO layouts (text) VALUES (?) ON CONFLICT DO NOTHING", (text,)
            )
            self._layouts = {known: n for n, known in queries.layouts(self._connection).items()}
        return self._layouts[text]

    def _forget_what_others_changed(self) -> None:
        """Who deletes a session takes layouts along that no line has any more.

        Who adds to a session that is over goes on with its chain (`data/afterwards.py`).
        """
        ((version,),) = self._connection.execute("PRAGMA data_version").fetchall()
        if version != self._data_version:
            self._data_version = int(version)
            self._layouts.clear()
            self._ledgers = {
                name: ledger for name, ledger in self._ledgers.items() if ledger.stands
            }

    def _audit(self, ledgers: Iterable[Ledger]) -> None:
        """Sessions that were opened, resumed or sealed by this write."""
        for ledger in ledgers:
            for milestone in ledger.milestones:
                AuditChain(self._connection, self._key).append(
                    milestone.kind,
                    milestone.by,
                    self._clock(),
                    ledger.session_id,
                    **milestone.facts,
                )

    def _ledger(self, ledgers: dict[str, Ledger], session_id: str) -> Ledger:
        if session_id not in ledgers:
            known = self._ledgers.get(session_id)
            ledgers[session_id] = known.copy() if known else self._open_ledger(session_id)
        return ledgers[session_id]

    def _open_ledger(self, session_id: str) -> Ledger:
        facts = queries.facts_of(self._connection, session_id)
        if facts is None:
            number, chain_key = self._chain_key()
            beginning = Beginning(session_id, self._clock(), program_version(), number, chain_key)
            return Ledger.begin(self._connection, beginning)
        chain_key = self._keys().get(facts.keyed)
        if chain_key is None and facts.keyed != NO_KEY:
            raise StoreDamaged(
                f"the key of the chain of session {session_id} in {self.path} is gone; "
                "`chairside rescue` makes a new record of what is there"
            )
        return Ledger.open(self._connection, facts, chain_key)

    def _chain_key(self) -> tuple[int, bytes | None]:
        """Of a new session: the newest there is, or none in clear."""
        if not self._keys() and self._key is not None:
            AuditChain(self._connection, self._key).want_key(self._clock())
            self._chain_keys = None
        number = max(self._keys(), default=NO_KEY)
        return number, self._keys().get(number)

    def _keys(self) -> dict[int, bytes]:
        if self._chain_keys is None:
            self._chain_keys = unsealed(self._connection, self._key)
        return self._chain_keys

    def _check_same(self, ledger: Ledger, entry: Entry, row: Row) -> None:
        for stored in queries.rows(self._connection, ledger.n, entry.seq, first_seq=entry.seq):
            if stored.canonical == row.canonical:
                return
        raise EntryConflict(
            f"number {entry.seq} of session {entry.session_id} is taken by another entry, or was "
            f"passed over; the last one written is {ledger.last_seq}"
        )

    def heads(self, session_ids: Collection[str] | None = None) -> Heads:
        """Where the chains have got to; those of some sessions only."""
        with storage_errors(self.path):
            return heads_of(self._connection, session_ids)

    def sealed(self, session_id: str) -> str:
        """The SHA-256, in hex, with which it was signed last; empty = it never was."""
        with self._reading():
            found = queries.manifests(
                self._connection, queries.find(self._connection, session_id).n
            )
            return found[-1].sha256.hex() if found else ""

    def reached(self) -> dict[str, int]:
        """The number of the last entry of every session."""
        with storage_errors(self.path):
            rows = self._connection.execute("SELECT id, last_seq FROM sessions")
            return {str(session_id): int(last_seq) for session_id, last_seq in rows}

    # ---- reading --------------------------------------------------------------------------------

    def sessions(
        self, limit: int | None = None, before: Place | None = None
    ) -> list[SessionSummary]:
        """Newest first, from the place `before` on; `limit` None = all of them."""
        with self._reading():
            return summaries.page(self._connection, limit, before)

    def count(self) -> int:
        """Of all sessions."""
        with self._reading():
            return summaries.count(self._connection)

    def search(
        self,
        wanted: Wanted | None,
        limit: int | None = None,
        narrowing: Narrowing = EVERYTHING,
    ) -> Found:
        """The newest of the sessions that are wanted, and how many there are."""
        with self._reading():
            return summaries.search(self._connection, wanted, limit, narrowing)

    def search_on(
        self,
        wanted: Wanted | None,
        limit: int,
        before: Place,
        narrowing: Narrowing = EVERYTHING,
    ) -> list[SessionSummary]:
        """More of the sessions that are wanted, from the place `before` on."""
        with self._reading():
            return summaries.search_on(self._connection, wanted, limit, before, narrowing)

    def days(
        self,
        first: date,
        last: date,
        wanted: Wanted | None = None,
        narrowing: Narrowing = EVERYTHING,
    ) -> dict[date, int]:
        """How many of the sessions that are wanted were opened on each of these local days."""
        with self._reading():
            return summaries.days(self._connection, first, last, wanted, narrowing)

    def unfinished(self) -> list[SessionSummary]:
        """Sessions without an end: running, or cut off. Newest first."""
        with self._reading():
            return summaries.unfinished(self._connection)

    def summary(self, session_id: str) -> SessionSummary:
        """By its id, or any beginning of it that no other session shares."""
        with self._reading():
            found = queries.find(self._connection, session_id)
            return summaries.summaries(self._connection, "WHERE n = ?", found.n)[0]

    def entries(self, session_id: str, *, waves: bool = True) -> Iterator[Entry]:
        """Everything that was committed of a session when this is called, in order.

        Without `waves` they are left out: they are most of the bytes, and few questions need them.
        """
        with self._reading():
            facts = queries.find(self._connection, session_id)
        tables = COLUMNS if waves else tuple(name for name in COLUMNS if name != WAVES)
        return self._entries(facts, tables, 0, facts.last_seq)

    def record(self, session_id: str) -> Sequence[Entry]:
        """The same as `entries` without waves, as `SessionEntries` if all of its rows fit that."""
        # Nobody reads a session at the start.
        from data import session_entries  # noqa: PLC0415

        with self._reading():
            facts = queries.find(self._connection, session_id)
            read = session_entries.read(self._connection, facts)
        return tuple(self.entries(session_id, waves=False)) if read is None else read

    def waves(
        self, session_id: str, from_s: float = -math.inf, to_s: float = math.inf
    ) -> Iterator[Entry]:
        """The chunks of waves that ended in these session seconds, in order."""
        with self._reading():
            facts = queries.find(self._connection, session_id)
            first, last = queries.waves_between(self._connection, facts, from_s, to_s)
        return self._entries(facts, (WAVES,), first, last)

    def _entries(
        self, facts: SessionFacts, tables: Collection[str], first_seq: int, last_seq: int
    ) -> Iterator[Entry]:
        with self._reading():
            for row in queries.rows(self._connection, facts.n, last_seq, first_seq, tables):
                yield to_entry(facts.session_id, row)

    def anchors(self, session_id: str) -> list[Anchor]:
        with self._reading():
            facts = queries.find(self._connection, session_id)
            stored = queries.anchors(self._connection, facts.n, facts.session_id)
            return [one.anchor for one in stored]

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            with storage_errors(self.path):
                yield
        except StoreDamaged as error:
            if str(self.path) in str(error):
                raise
            raise StoreDamaged(f"in {self.path}, {error}") from error


def program_version() -> str:
    """Of the program that writes; ``unpackaged`` where nobody installed it."""
    # Only a new session needs it, and it takes a twentieth of the time to the first window.
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("chairside")
    except PackageNotFoundError:
        return "unpackaged"
