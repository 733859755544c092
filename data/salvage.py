"""Reading what can be read of a damaged record, table by table, around what cannot.

Rule 1: the file is only read.
Rule 2: rows are asked for by rising key; behind a page that does not open the next key that can
        be read is looked for in doubling steps, then halved down to the first.
Rule 3: after a page that does not open, SQLCipher gives nothing more: the file is opened anew.
Rule 4: where the list of its tables is damaged SQLite finds none of them; then nothing of the file
        can be read, and journals and backups are what is left.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from data import vault
from data.connection import Connection, storage_errors
from data.errors import StoreDamaged, StoreError
from data.queries import StoredAnchor
from data.rows import COLUMNS, LAYOUT_AT, READ_FAULTS, WAVES, Row, to_entry
from monitor.entries import Anchor, AnchorReason, Entry

_LAST = 2**62
_FIRST = 0
_Row = tuple[Any, ...]
_READ_ERRORS = (StoreDamaged, *READ_FAULTS)


class DamagedRecord:
    """A record of which every question may fail, and none of them more than itself."""

    def __init__(self, path: Path, key: bytes | None) -> None:
        self.path = path
        self.holes = 0
        """How often something could not be read."""
        self._key = key
        self._connection: Connection | None = None
        self._layouts: dict[int, str] | None = None
        self._columns: dict[str, list[str]] = {}

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(StoreError), storage_errors(self.path):
                connection.close()

    # ---- what there is

    def tables(self) -> set[str]:
        rows = self._try("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {str(name) for (name,) in rows}

    def columns(self, table: str) -> list[str]:
        if table not in self._columns:
            rows = self._try(f"PRAGMA table_info({table})")
            if not rows:
                return []  # it may be known at the next time
            self._columns[table] = [str(row[1]) for row in rows]
        return self._columns[table]

    def session_ids(self) -> dict[int, str]:
        """The number and id of every session, also of one whose own row cannot be read."""
        found = {
            int(n): str(session_id)
            for n, session_id in self._around(
                "SELECT n, id FROM sessions WHERE n BETWEEN ? AND ? ORDER BY n"
            )
            if session_id
        }
        for n in self._numbers():
            if n not in found:
                found[n] = self._id_by_entries(n)
        return found

    def created(self, n: int) -> float | None:
        """When the row of the session was made, Unix seconds; None = unknown."""
        rows = self._try("SELECT created_utc FROM sessions WHERE n = ?", n)
        return float(rows[0][0]) if rows and isinstance(rows[0][0], float) else None

    def head(self, n: int) -> tuple[int, bytes] | None:
        """Items and head of the session's chain by its own row; None = unreadable."""
        rows = self._try("SELECT items, head FROM sessions WHERE n = ?", n)
        try:
            return (int(rows[0][0]), bytes(rows[0][1])) if rows else None
        except (TypeError, ValueError):
            return None

    def last_seq(self, n: int) -> int:
        """The number of the last entry by the session's own row; -1 when it cannot be read."""
        rows = self._try("SELECT last_seq FROM sessions WHERE n = ?", n)
        return int(rows[0][0]) if rows and isinstance(rows[0][0], int) else -1

    def entries(
        self, n: int, session_id: str, tables: Iterable[str] = COLUMNS
    ) -> dict[int, Entry]:
        """By their numbers, all that can be read of these tables."""
        found: dict[int, Entry] = {}
        for table in tables:
            for row in self._entry_rows(table, n):
                try:
                    found[int(row.values[0])] = to_entry(session_id, row)
                except _READ_ERRORS:
                    self.holes += 1
        return found

    def wave_numbers(self, n: int) -> Iterator[int]:
        """The numbers of the chunks of waves that can be read, unpacked or not."""
        sql = f"SELECT seq FROM {WAVES} WHERE session = ? AND seq BETWEEN ? AND ? ORDER BY seq"
        return (int(seq) for (seq,) in self._around(sql, n))

    def anchors(self, n: int, session_id: str) -> list[StoredAnchor]:
        found = []
        for row in self._around(
            "SELECT n, after_seq, from_s, utc_s, offset_min, reason FROM anchors"
            " WHERE session = ? AND n BETWEEN ? AND ? ORDER BY n",
            n,
        ):
            number, after_seq, from_s, utc_s, offset_min, reason = row
            try:
                anchor = Anchor(session_id, from_s, utc_s, offset_min, AnchorReason(reason))
            except ValueError:
                self.holes += 1
            else:
                found.append(StoredAnchor(number, after_seq, anchor))
        return found

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[_Row]:
        """All that can be read of a table with whole-number keys, those columns, by rowid."""
        names = ", ".join(columns)
        for row in self._around(
            f"SELECT rowid, {names} FROM {table} WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
        ):
            yield row[1:]

    # ---- how it is read

    def _entry_rows(self, table: str, n: int) -> Iterator[Row]:
        there = set(self.columns(table)) or set(COLUMNS[table])
        names = ", ".join(name if name in there else f"NULL AS {name}" for name in COLUMNS[table])
        sql = (
            f"SELECT seq, t_ms, {names} FROM {table}"
            " WHERE session = ? AND seq BETWEEN ? AND ? ORDER BY seq"
        )
        # Asked first: a question that fails ends every other one (rule 3).
        texts = self.layouts() if table == "numerics" else {}
        for values in self._around(sql, n):
            if table == "numerics":
                text = texts.get(values[LAYOUT_AT], "")
                yield Row(table, (*values[:LAYOUT_AT], text, *values[LAYOUT_AT + 1 :]))
            else:
                yield Row(table, values)

    def layouts(self) -> dict[int, str]:
        """What the numbers of layouts stand for; without it a row of values means nothing."""
        if self._layouts is None:
            rows = self._around("SELECT n, text FROM layouts WHERE n BETWEEN ? AND ? ORDER BY n")
            self._layouts = {int(n): str(text) for n, text in rows}
        return self._layouts

    def learn_layouts(self, known: Mapping[int, str]) -> None:
        """From a backup of the same record: a number never changes what it stands for."""
        self._layouts = {**known, **self.layouts()}

    def _numbers(self) -> set[int]:
        """The numbers of sessions that have entries or anchors."""
        found: set[int] = set()
        for table in (*COLUMNS, "anchors"):
            sql = (
                f"SELECT session FROM {table} WHERE session BETWEEN ? AND ?"
                " ORDER BY session LIMIT 1"
            )
            at = 0
            while (nearest := next(self._around(sql, first=at), None)) is not None:
                at = int(nearest[0]) + 1
                found.add(at - 1)
        return found

    def _id_by_entries(self, n: int) -> str:
        """A session says its id in the entry that opens it."""
        for row in self._entry_rows("events", n):
            with contextlib.suppress(*_READ_ERRORS):
                opened = to_entry("", row).what
                session_id = getattr(opened, "session_id", "")
                if session_id:
                    return str(session_id)
        return f"rescued-{n}"

    def _around(self, sql: str, *fixed: object, first: int = _FIRST) -> Iterator[_Row]:
        """Rows by rising key, which is their first column; those that do not open are left out.

        The last two places of `sql` are the bounds of the key.
        """
        at = first
        while at <= _LAST:
            try:
                for row in self._ask(sql, *fixed, at, _LAST):
                    if not isinstance(row[0], int):
                        raise StoreDamaged("a key is no number")
                    at = row[0] + 1
                    yield row
            except _READ_ERRORS:
                self.holes += 1
                at = self._behind(sql, fixed, at)
            else:
                return

    def _behind(self, sql: str, fixed: tuple[object, ...], at: int) -> int:
        """The first key above `at` from which something can be read; beyond all = nothing."""
        low, step = at, 1
        while not self._opens(sql, fixed, at + step):
            low, step = at + step, step * 2
            if low > _LAST:
                return low
        high = at + step
        while high - low > 1:
            middle = (low + high) // 2
            if self._opens(sql, fixed, middle):
                high = middle
            else:
                low = middle
        return high

    def _opens(self, sql: str, fixed: tuple[object, ...], at: int) -> bool:
        if at > _LAST:
            return False
        try:
            next(self._ask(sql, *fixed, at, _LAST), None)
        except _READ_ERRORS:
            return False
        return True

    def _try(self, sql: str, *values: object) -> list[_Row]:
        try:
            return list(self._ask(sql, *values))
        except _READ_ERRORS:
            self.holes += 1
            return []

    def _ask(self, sql: str, *values: object) -> Iterator[_Row]:
        """Raises one of `_READ_ERRORS`."""
        try:
            with storage_errors(self.path):
                if self._connection is None:
                    self._connection = vault.connect(self.path, self._key, read_only=True)
                yield from self._connection.execute(sql, values)
        except StoreError as error:
            self.close()  # rule 3
            raise StoreDamaged(str(error)) from error
