"""Reading: every question that is asked of an open record.

Rule 1: what is read of a session is bounded by the number of its last entry at the first look, so
        a reader sees whole commits while writing goes on.
Rule 2: rows come in the order of their number, whatever table they lie in.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from operator import itemgetter
from typing import Any

from data.chain import Chain, Link
from data.connection import Connection
from data.errors import NoSuchSession, StoreDamaged
from data.rows import COLUMNS, LAYOUT_AT, Row
from data.tally import MEMORY, Tally
from monitor.entries import Anchor, AnchorReason

TALLY_COLUMNS = tuple(field.name for field in fields(Tally) if MEMORY not in field.metadata)
_NEVER_NULL = 11
"""So many columns at the front of a session's row always have a value."""
_NEVER_NULL_IN_SUMMARY = 8
_ENDED, _SIMULATED = 8, 16
"""Where a line of the library has its two truths (SQLite has only numbers)."""
_SELECT = {
    table: f"SELECT seq, t_ms, {', '.join(columns)} FROM {table}"
    " WHERE session = ? AND seq BETWEEN ? AND ? ORDER BY seq"
    for table, columns in COLUMNS.items()
}


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One line of the library.

    `opened_utc_s` is Unix seconds and `offset_min` the local zone's offset then; without an
    anchor, by the clock of the computer that wrote the first entry. `last_s` is the session
    second of the last entry, `duration_s` the time from the opening to the end (or to the last
    entry, while there is no end). Doses, weight and minutes are those of the plan; None = no
    infusion planned. Peaks are mmHg, None = no cuff result.
    """

    session_id: str
    chair: int
    patient_id: str
    initials: str
    opened_utc_s: float
    offset_min: int
    duration_s: float
    last_s: float
    ended: bool
    phase: str
    mg_per_kg: float | None
    weight_kg: float | None
    dose_mg: float | None
    minutes: float
    profile: str
    driver: str
    simulated: bool
    peak_sbp: float | None
    peak_dbp: float | None
    alarms_high: int
    alarms_medium: int
    cuff_count: int
    notes: int


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """The row of one session."""

    n: int
    session_id: str
    program: str
    created_utc: float
    opened_utc: float
    offset_min: int
    last_seq: int
    last_ms: int
    chain: Chain
    tally: Tally


_SUMMARY = """
SELECT id, coalesce(chair, 0), patient_id, initials, opened_utc, offset_min,
    max(0, coalesce(ended_ms, last_ms) - coalesce(opened_ms, 0)) / 1000.0, last_ms / 1000.0,
    ended_ms IS NOT NULL, phase, mg_per_kg, weight_kg, dose_mg, coalesce(minutes, 0.0),
    profile, driver, simulated,
    peak_sbp, peak_dbp, alarms_high, alarms_medium, cuff_count, notes
FROM sessions {where} ORDER BY opened_utc DESC, n DESC
"""
"""The fields of `SessionSummary`, in their order: a clinic has thousands of sessions to list."""


def summaries(connection: Connection, where: str = "", *values: object) -> list[SessionSummary]:
    """The lines of the library, newest first."""
    found = []
    for row in connection.execute(_SUMMARY.format(where=where), values):
        if None in row[:_NEVER_NULL_IN_SUMMARY]:
            raise StoreDamaged(f"the line of session {row[0]} is torn; restore the last backup")
        line = list(row)
        line[_ENDED], line[_SIMULATED] = bool(line[_ENDED]), bool(line[_SIMULATED])
        found.append(SessionSummary(*line))
    return found


def all_facts(connection: Connection, where: str = "", *values: object) -> list[SessionFacts]:
    """The rows of sessions, newest first."""
    return [
        _facts(row)
        for row in connection.execute(
            "SELECT n, id, program, created_utc, opened_utc, offset_min, last_seq, last_ms,"
            f" head, items, tail, {', '.join(TALLY_COLUMNS)} FROM sessions {where}"
            " ORDER BY opened_utc DESC, n DESC",
            values,
        )
    ]


def _facts(row: tuple[Any, ...]) -> SessionFacts:
    n, session_id, program, created_utc, opened_utc, offset_min, last_seq, last_ms, *rest = row
    if None in row[:_NEVER_NULL]:
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
        chain=Chain(*rest[:3]),
        tally=Tally(*rest[3:]),
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
            StoredAnchor(
                n, after_seq, Anchor(session_id, from_s, utc_s, offset_min, AnchorReason(reason))
            )
            for n, after_seq, from_s, utc_s, offset_min, reason in stored
        ]
    except ValueError as error:
        raise StoreDamaged(
            f"a time anchor of session {session_id} cannot be read ({error}); "
            "`chairside verify` shows what is changed"
        ) from error


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


def manifests(connection: Connection, session: int) -> list[tuple[int, int, bytes]]:
    """Items, last number and SHA-256 of each time that the session was sealed."""
    return [
        (items, last_seq, sha256)
        for items, last_seq, sha256 in connection.execute(
            "SELECT items, last_seq, sha256 FROM manifests WHERE session = ? ORDER BY items",
            (session,),
        )
    ]
