"""Reading: every question that is asked of an open record.

Rule 1: what is read of a session is bounded by the number of its last entry at the first look, so
        a reader sees whole commits while writing goes on.
Rule 2: rows come in the order of their number, whatever table they lie in.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from operator import itemgetter
from typing import Any

from data.chain import Chain, Link
from data.connection import Connection
from data.errors import NoSuchSession, StoreDamaged
from data.outside import LATEST_S, on_calendar, quoted
from data.rows import COLUMNS, LAYOUT_AT, Row
from data.tally import MEMORY, Tally
from monitor.entries import Anchor, AnchorReason

TALLY_COLUMNS = tuple(field.name for field in fields(Tally) if MEMORY not in field.metadata)
_NEVER_NULL = 8
"""So many columns at the front of a session's row always have a value."""
_LAST = 2**62
"""Above any number: rows behind the last one we wrote are looked for, too."""
_LONG = frozenset({"body", "reasons", "text", "samples"})
_LONGEST = 4_000_000
"""Bytes. What is longer is none of ours, and is cut, so that its reader finds it unreadable."""


def _column(name: str) -> str:
    return f"iif(octet_length({name}) > {_LONGEST}, '', {name})" if name in _LONG else name


_SELECT = {
    table: f"SELECT seq, t_ms, {', '.join(map(_column, columns))} FROM {table}"
    " WHERE session = ? AND seq BETWEEN ? AND ? ORDER BY seq"
    for table, columns in COLUMNS.items()
}


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """The row of one session.

    `keyed` is the number of the key of its chain (0 = none); `chain` comes without that key.
    """

    n: int
    session_id: str
    program: str
    created_utc: float
    opened_utc: float
    offset_min: int
    last_seq: int
    last_ms: int
    keyed: int
    seal: bytes | None
    chain: Chain
    tally: Tally


def all_facts(connection: Connection, where: str = "", *values: object) -> list[SessionFacts]:
    """The rows of sessions, newest first."""
    return [
        _facts(row)
        for row in connection.execute(
            "SELECT n, id, program, created_utc, opened_utc, offset_min, last_seq, last_ms,"
            f" keyed, seal, head, items, tail, {', '.join(TALLY_COLUMNS)} FROM sessions {where}"
            " ORDER BY opened_utc DESC, n DESC",
            values,
        )
    ]


def _facts(row: tuple[Any, ...]) -> SessionFacts:
    n, session_id, program, created_utc, opened_utc, offset_min, last_seq, last_ms, *rest = row
    keyed, seal, head, items, tail, *tally = rest
    if None in (*row[:_NEVER_NULL], keyed, head, items, tail):
        raise StoreDamaged(f"row {n} of the list of sessions is torn; restore the last backup")
    return SessionFacts(
        n=n,
        session_id=session_id,
        program=program,
        created_utc=created_utc,
        opened_utc=opened_utc,
        offset_min=offset_min,
        last_seq=last_seq,
        last_ms=last_ms,
        keyed=keyed,
        seal=seal,
        chain=Chain(head, items, tail),
        tally=Tally(*tally),
    )


def facts_of(connection: Connection, session_id: str) -> SessionFacts | None:
    found = all_facts(connection, "WHERE id = ?", session_id)
    return found[0] if found else None


def find(connection: Connection, wanted: str) -> SessionFacts:
    """By id, or by a beginning that only one id has. Raises `NoSuchSession`."""
    exact = facts_of(connection, wanted)
    if exact is not None:
        return exact
    fitting = (
        all_facts(connection, "WHERE substr(id, 1, ?) = ?", len(wanted), wanted) if wanted else []
    )
    if len(fitting) != 1:
        ids = connection.execute("SELECT id FROM sessions ORDER BY opened_utc DESC")
        raise NoSuchSession(wanted, [str(one) for (one,) in ids])
    return fitting[0]


def layouts(connection: Connection) -> dict[int, str]:
    return {int(n): str(text) for n, text in connection.execute("SELECT n, text FROM layouts")}


def rows(
    connection: Connection,
    session: int,
    last_seq: int,
    first_seq: int = 0,
    tables: Iterable[str] = COLUMNS,
) -> Iterator[Row]:
    """The entries of one session up to `last_seq`, in order; those of some tables only."""
    texts = layouts(connection)
    bounds = (session, first_seq, last_seq)
    streams = [_rows_of(connection, table, bounds, texts) for table in tables]
    for _seq, table, values in heapq.merge(*streams, key=itemgetter(0)):
        yield Row(table, values)


def seconds(connection: Connection, session: int, last_seq: int) -> list[tuple[Any, ...]]:
    """The rows of `numerics` up to `last_seq` as they are, with the numbers of their layouts."""
    return connection.execute(_SELECT["numerics"], (session, 0, last_seq)).fetchall()


def waves_between(
    connection: Connection, facts: SessionFacts, from_s: float, to_s: float
) -> tuple[int, int]:
    """The numbers between which the waves of these session seconds lie.

    They are found by halving, so that it takes no longer in a longer session. With none between
    them the first is above the last.
    """
    first = _first_wave_at(connection, facts, from_s)
    return first, _first_wave_at(connection, facts, math.nextafter(to_s, math.inf)) - 1


def _first_wave_at(connection: Connection, facts: SessionFacts, at_s: float) -> int:
    """The number of the first wave that ended at `at_s` or later, else behind the last.

    Numbers grow with time.
    """
    low, high = 0, facts.last_seq + 1
    while low < high:
        middle = (low + high) // 2
        found = connection.execute(
            "SELECT seq, t_ms FROM wave_chunks WHERE session = ? AND seq BETWEEN ? AND ?"
            " ORDER BY seq LIMIT 1",
            (facts.n, middle, high),
        ).fetchall()
        if not found or found[0][1] / 1000 >= at_s:
            high = middle
        else:
            low = found[0][0] + 1
    return low


def _rows_of(
    connection: Connection, table: str, bounds: tuple[int, int, int], texts: dict[int, str]
) -> Iterator[tuple[int, str, tuple[Any, ...]]]:
    for values in connection.execute(_SELECT[table], bounds):
        if values[0] is None:
            raise StoreDamaged(f"a row of {table} is torn; restore the last backup")
        if table == "numerics":
            number = values[LAYOUT_AT]
            # A number that stands for nothing becomes a layout that nobody can read.
            text = texts.get(number, f"layout {number}")
            yield values[0], table, (*values[:LAYOUT_AT], text, *values[LAYOUT_AT + 1 :])
        else:
            yield values[0], table, values


@dataclass(frozen=True, slots=True)
class StoredAnchor:
    """An anchor and its place among the entries: after the one numbered `after_seq`."""

    n: int
    after_seq: int
    anchor: Anchor

    @property
    def row(self) -> Row:
        one = self.anchor
        times = (float(one.from_s) + 0.0, float(one.utc_s))
        return Row("anchors", (self.n, self.after_seq, *times, one.offset_min, one.reason.value))


def anchors(connection: Connection, session: int, session_id: str) -> list[StoredAnchor]:
    stored = connection.execute(
        "SELECT n, after_seq, from_s, utc_s, offset_min, reason FROM anchors"
        " WHERE session = ? ORDER BY n",
        (session,),
    ).fetchall()
    try:
        return [
            StoredAnchor(n, after_seq, Anchor(session_id, *_moment(*moment), AnchorReason(reason)))
            for n, after_seq, *moment, reason in stored
        ]
    except ValueError as error:
        raise StoreDamaged(
            f"a time anchor of session {quoted(session_id)} cannot be read ({quoted(error)}); "
            "`chairside verify` shows what is changed"
        ) from error


def _moment(from_s: float, utc_s: float, offset_min: int) -> tuple[float, float, int]:
    if not on_calendar(utc_s, offset_min) or not abs(from_s) < LATEST_S:
        raise ValueError(f"{from_s:g} s at {utc_s:g} is no moment")
    return from_s, utc_s, offset_min


def opened_utc(created_utc: float, tally: Tally, first: Anchor | None) -> float:
    """When the session was opened: by its first anchor, else by the computer's clock."""
    if first is None:
        return created_utc
    return float(first.utc_s) - first.from_s + (tally.opened_ms or 0) / 1000


def links(connection: Connection, session: int) -> list[Link]:
    return [
        Link(*row)
        for row in connection.execute(
            "SELECT items, head, marks FROM links WHERE session = ? ORDER BY items", (session,)
        )
    ]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a session was when it was signed.

    `sha256` is over the canonical texts of its items, each with a line feed, so that anybody can
    compute it; before schema 2.0 it was the head of the chain, and `head` None.
    """

    items: int
    last_seq: int
    sha256: bytes
    head: bytes | None


def manifests(connection: Connection, session: int) -> list[Manifest]:
    """One for each time that the session was sealed."""
    return [
        Manifest(*row)
        for row in connection.execute(
            "SELECT items, last_seq, sha256, head FROM manifests WHERE session = ? ORDER BY items",
            (session,),
        )
    ]


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a session as it is found: `seq` None for an anchor."""

    seq: int | None
    row: Row
    canonical: bytes

    @property
    def name(self) -> str:
        where = f"line {self.seq}" if self.seq is not None else f"anchor {self.row.values[0]}"
        return f"{where} ({self.row.table})"


def items(connection: Connection, session: int, session_id: str) -> Iterator[Item]:
    """All lines in the order in which they were chained, those that nobody wrote, too."""
    entries = (
        (row.values[0], -1, Item(row.values[0], row, row.canonical))
        for row in rows(connection, session, _LAST, first_seq=-_LAST)
    )
    times = (
        (one.after_seq, one.n, Item(None, one.row, one.row.canonical))
        for one in anchors(connection, session, session_id)
    )
    for _seq, _n, item in heapq.merge(entries, times, key=lambda one: one[:2]):
        yield item
