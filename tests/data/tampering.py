"""An insider with the record open in a program for SQL: what he finds and writes, who is named.

He has a connection to the decrypted file and knows this program; he does not have the bytes of the
key. What forbids him to change lines (triggers) is taken away before, and put back behind him.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from data import vault
from data.accounts import AccountRefused, Accounts
from data.afterwards import Place, amend
from data.audit import GROWING, Audit, AuditKind
from data.connection import Connection
from data.day_book import DayBook, Moment, TodayEntry
from data.manifest import Defect
from data.mirror import Heads
from data.rows import COLUMNS
from data.store import SessionStore
from monitor.amendments import Addendum, Correct, NewValue
from monitor.commands import Note
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.events import Numerics
from monitor.outcomes import LimitChanged
from monitor.rights import Role
from monitor.vitals import Reading, VitalSign, Wave, WaveChunk
from tests.data.record_examples import SOURCE, course, start_anchor

KEY = bytes(range(48))
ENTRIES = tuple(COLUMNS)
OF_SESSIONS = (*ENTRIES, "anchors", "links", "manifests")
"""Tables whose rows belong to a session."""
COVERED = frozenset({
    *OF_SESSIONS, "sessions", "layouts", *GROWING, "audit", "audit_end", "chain_keys",
})  # fmt: skip
EXEMPT = frozenset({"_sqlite_migrations"})
"""Which steps made the tables: it says nothing of a patient, and nothing that is read rests on it
(`user_version` does)."""

Row = dict[str, Any]


def genuine_record(path: Path) -> Heads:
    """Signed and added to, signed twice, cut off and corrected; staff, sign-ins, days, audit.

    Gives where its chains end.
    """
    staff, days = Accounts(path, KEY), DayBook(path, KEY)
    for n, role in enumerate((Role.SUPERVISOR, Role.NURSE, Role.PROVIDER)):
        staff.enlist(f"{role.value.capitalize()} 1", role, "314159", "", 10.0 + n)
    for n in range(4):
        with suppress(AccountRefused):
            staff.check("Nurse 1", "314159" if n % 2 else "271828", 1000.0 * n)
    days.plan([TodayEntry("20417"), TodayEntry("20418")], "Nurse 1", Moment(20.0, 60))
    days.tick("oxygen", True, "", "Nurse 1", Moment(21.0, 60))
    with SessionStore.open(path, KEY, clock=lambda: 1_760_000_000.0) as store:
        for name in ("s-1", "s-2"):
            store.write(_with_every_table(course(name, seconds=170)), [start_anchor(name)])
            store.write([], [Anchor(name, 50.0, 1_760_000_050.5, 60, AnchorReason.CLOCK_STEP)])
        store.write(_more("s-2", list(store.entries("s-2"))[-1].seq))
        Audit(path, KEY).note(AuditKind.VIEW, "Nurse 1", 30.0, "s-1")
        third = _with_every_table(course("s-3", seconds=150, ended=False))
        store.write(third[:80], [start_anchor("s-3")])
        store.write([], [Anchor("s-3", 60.0, 1_760_000_060.5, 60, AnchorReason.CLOCK_STEP)])
        store.write(third[80:])
        Audit(path, KEY).note(AuditKind.EXPORT, "Provider 1", 31.0, "s-2", format="csv", lines=7)
        _amended(path, next(one.seq for one in third if isinstance(one.what, Note)))
        return store.heads()


def _amended(path: Path, note: int) -> None:
    """A line of the session that was cut off is corrected, the signed one is added to."""
    place = Place(path, KEY, lambda _session: False)
    corrected = (NewValue("text", None, "feels well"),)
    amend(place, "s-3", Correct(note, corrected, "misheard", "Nurse 1", 32.0))
    amend(place, "s-1", Addendum("the cuff sat on the left arm", "Nurse 1", 33.0, about=note))


def _with_every_table(entries: list[Entry]) -> list[Entry]:
    """The course, and among it what it lacks: limits, waves, another layout."""
    added: list[Any] = []
    for n, entry in enumerate(entries):
        added.append((entry.now_s, entry.what))
        if n % 40 == 10:
            stamped = Reading(VitalSign.HR, 70.5, SOURCE, device_time="2026-01-02T03:04:05")
            added += [
                (entry.now_s, LimitChanged("sbp-high", 160.0, 165.0 + n, "RN")),
                (entry.now_s, WaveChunk(Wave.ECG, 100.0, "mV", (0.1, 0.2, n / 10), SOURCE)),
                (entry.now_s, Numerics((stamped,))),
            ]
    name = entries[0].session_id
    return [Entry(name, seq, now_s, what) for seq, (now_s, what) in enumerate(added)]


def _more(session_id: str, last_seq: int) -> list[Entry]:
    """A session that goes on after its end is sealed a second time."""
    late = course(session_id, seconds=170)[-3:]
    return [Entry(session_id, last_seq + 1 + n, 180.0 + n, one.what) for n, one in enumerate(late)]


# ---- the intruder -------------------------------------------------------------------------------


class Impossible(Exception):
    """The attack cannot be made here: draw another."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a defect has to name: one of these sessions (and the line), or one of these words."""

    sessions: frozenset[str] = frozenset()
    seq: int | None = None
    words: tuple[str, ...] = ()

    def is_named(self, found: Iterable[Defect]) -> bool:
        return any(self._fits(defect) for defect in found)

    def _fits(self, defect: Defect) -> bool:
        if defect.session_id in self.sessions:
            return self.seq is None or self.seq == defect.seq
        return any(re.search(word, defect.text) for word in self.words)


class Intruder:
    """Writes what he likes; `said` is the SQL of it."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.said: list[str] = []
        self.ids = dict(self.ask("SELECT n, id FROM sessions"))

    def ask(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        return self.connection.execute(sql, values).fetchall()

    def do(self, sql: str, *values: object) -> None:
        self.said.append(f"{sql} {list(values)}" if values else sql)
        try:
            self.connection.execute(sql, values)
        except dbapi2.DatabaseError as error:
            raise Impossible(str(error)) from error

    # ---- rows

    def columns(self, table: str) -> list[str]:
        return [str(one[1]) for one in self.ask(f"PRAGMA table_info({table})")]

    def keys(self, table: str) -> list[str]:
        """Of its primary key."""
        return [str(one[1]) for one in self.ask(f"PRAGMA table_info({table})") if one[5]]

    def rows(self, table: str, where: str = "", *values: object) -> list[Row]:
        names = self.columns(table)
        order = ", ".join(self.keys(table))
        found = self.ask(f"SELECT * FROM {table} {where} ORDER BY {order}", *values)
        if not found:
            raise Impossible(f"no row of {table} {where}")
        return [dict(zip(names, row, strict=True)) for row in found]

    def at(self, table: str, row: Row) -> tuple[str, list[Any]]:
        names = self.keys(table)
        return " AND ".join(f"{name} = ?" for name in names), [row[name] for name in names]

    def set(self, table: str, row: Row, **changed: object) -> None:
        where, which = self.at(table, row)
        said = ", ".join(f"{name} = ?" for name in changed)
        self.do(f"UPDATE {table} SET {said} WHERE {where}", *changed.values(), *which)

    def delete(self, table: str, row: Row) -> None:
        where, which = self.at(table, row)
        self.do(f"DELETE FROM {table} WHERE {where}", *which)

    def insert(self, table: str, row: Row) -> None:
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        self.do(f"INSERT INTO {table} ({names}) VALUES ({marks})", *row.values())

    # ---- whom he hit

    def target(self, table: str, *rows: Row) -> Target:
        """Who is to be named when these rows are not what they were."""
        if table in ENTRIES:
            first = min(rows, key=lambda row: int(row["seq"]))
            return Target(frozenset({self.ids[int(first["session"])]}), int(first["seq"]))
        if table in OF_SESSIONS:
            hit = {int(row["session"]) for row in rows}
            return Target(frozenset(self.ids[n] for n in hit if n in self.ids))
        if table == "sessions":
            names = frozenset(str(row["id"]) for row in rows)
            return Target(names, None, tuple(f"session number {row['n']}," for row in rows))
        if table == "layouts":
            return self._of_layouts(rows)
        if table in {"audit", *GROWING}:
            n = min(int(row["n"]) for row in rows)
            what = rf"line {n}\b.*audit|audit.*line {n}\b" if table == "audit" else ""
            return Target(words=(what or rf"row {n} of {table}\b",))
        return Target(words=("audit chain", "chain_keys"))

    def _of_layouts(self, rows: Sequence[Row]) -> Target:
        numbers = ", ".join(str(int(row["n"])) for row in rows)
        hit = self.ask(
            f"SELECT session, min(seq) FROM numerics WHERE layout IN ({numbers}) GROUP BY session"
        )
        return Target(
            frozenset(self.ids[session] for session, _seq in hit), words=(r"layout(s| \d)",)
        )

    def state(self) -> set[str]:
        """Everything in the tables that are covered."""
        return {
            f"{table} {row!r}" for table in COVERED for row in self.ask(f"SELECT * FROM {table}")
        }


def tables_of(connection: Connection) -> set[str]:
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'"
        " ESCAPE '\\'"
    )
    return {str(name) for (name,) in rows.fetchall()}


@contextmanager
def intruding(path: Path) -> Iterator[Intruder]:
    """What he did is in the file afterwards, and nothing in it says that he was there."""
    connection = vault.connect(path, KEY, read_only=False)
    # He writes what is no text, too, and reads on.
    connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    try:
        guards = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        connection.execute("BEGIN")
        for name, _sql in guards:
            connection.execute(f"DROP TRIGGER {name}")
        yield Intruder(connection)
        for _name, sql in guards:
            connection.execute(sql)
        connection.execute("COMMIT")
    finally:
        connection.close()
