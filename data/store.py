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
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from data import queries, vault
from data.connection import Connection, storage_errors, transaction
from data.errors import EntryConflict, StoreDamaged
from data.ledger import Ledger
from data.migrations import prepare
from data.queries import SessionSummary
from data.rows import COLUMNS, LAYOUT_AT, Row, to_entry, to_row
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
        *,
        encrypted: bool,
        keep_waves: bool = True,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.path = path
        self.encrypted = encrypted
        self._connection = connection
        self._keep_waves = keep_waves
        self._clock = clock
        self._ledgers: dict[str, Ledger] = {}
        self._layouts: dict[str, int] = {}

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
                prepare(connection, path, read_only=read_only)
        except BaseException:
            connection.close()
            raise
        return cls(
            path,
            connection,
            encrypted=vault.is_encrypted(path),
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

    def close(self) -> None:
        with storage_errors(self.path):
            self._connection.close()

    # ---- writing --------------------------------------------------------------------------------

    def write(self, entries: Sequence[Entry], anchors: Sequence[Anchor] = ()) -> None:
        """Store everything or nothing; when this returns it is on the disk.

        Raises a `StoreError`, or `EntryConflict` when another entry already has a number.
        """
        ledgers: dict[str, Ledger] = {}
        try:
            with storage_errors(self.path), transaction(self._connection):
                self._add_entries(ledgers, entries)
                for anchor in anchors:
                    self._ledger(ledgers, anchor.session_id).add_anchor(anchor)
                for ledger in ledgers.values():
                    ledger.save()
        except BaseException:
            self._layouts.clear()
            self._ledgers.clear()
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

    def _ledger(self, ledgers: dict[str, Ledger], session_id: str) -> Ledger:
        if session_id not in ledgers:
            known = self._ledgers.get(session_id)
            ledgers[session_id] = (
                Ledger.open(self._connection, session_id, self._clock(), _program())
                if known is None
                else known.copy()
            )
        return ledgers[session_id]

    def _check_same(self, ledger: Ledger, entry: Entry, row: Row) -> None:
        for stored in queries.rows(self._connection, ledger.n, entry.seq, first_seq=entry.seq):
            if stored.canonical == row.canonical:
                return
        raise EntryConflict(
            f"number {entry.seq} of session {entry.session_id} is taken by another entry, or was "
            f"passed over; the last one written is {ledger.last_seq}"
        )

    # ---- reading --------------------------------------------------------------------------------

    def sessions(self) -> list[SessionSummary]:
        """All sessions, newest first."""
        return self._summaries("")

    def unfinished(self) -> list[SessionSummary]:
        """Sessions without an end: running, or cut off. Newest first."""
        return self._summaries("WHERE ended_ms IS NULL")

    def summary(self, session_id: str) -> SessionSummary:
        """By its id, or any beginning of it that no other session shares."""
        with self._reading():
            found = queries.find(self._connection, session_id)
            return queries.summaries(self._connection, "WHERE n = ?", found.n)[0]

    def entries(self, session_id: str) -> Iterator[Entry]:
        """Everything that was committed of a session when this is called, in order."""
        with self._reading():
            facts = queries.find(self._connection, session_id)
        return self._entries(facts.session_id, facts.n, facts.last_seq)

    def _entries(self, session_id: str, n: int, last_seq: int) -> Iterator[Entry]:
        with self._reading():
            for row in queries.rows(self._connection, n, last_seq):
                yield to_entry(session_id, row)

    def anchors(self, session_id: str) -> list[Anchor]:
        with self._reading():
            facts = queries.find(self._connection, session_id)
            stored = queries.anchors(self._connection, facts.n, facts.session_id)
            return [one.anchor for one in stored]

    def _summaries(self, where: str) -> list[SessionSummary]:
        with self._reading():
            return queries.summaries(self._connection, where)

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            with storage_errors(self.path):
                yield
        except StoreDamaged as error:
            if str(self.path) in str(error):
                raise
            raise StoreDamaged(f"in {self.path}, {error}") from error


def _program() -> str:
    # Only a new session needs it, and it takes a twentieth of the time to the first window.
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("chairside")
    except PackageNotFoundError:
        return "unpackaged"
