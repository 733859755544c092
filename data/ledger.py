"""The book of one session while it is written: its row, its chain and its tally.

A ledger lives in one transaction. `copy` it for the next; throw it away when the write fails.
"""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import UTC, datetime
from operator import attrgetter

from data import queries
from data.chain import Chain, Link, seed
from data.connection import Connection
from data.errors import StoreDamaged
from data.queries import TALLY_COLUMNS, SessionFacts, StoredAnchor
from data.rows import Row, to_entry
from data.tally import Measured, Tally
from monitor.entries import Anchor, Entry

NOTHING_YET = -1
"""The last number of a session without an entry."""

_KIND_AT = 2
_OF_PRESSURE = frozenset({"cuff-result", "manual-cuff", "cuff-unconfirmed"})
"""The kinds of events that peaks rest on."""
_counts = attrgetter(*TALLY_COLUMNS)
_UPDATED = (
    "opened_utc",
    "offset_min",
    "last_seq",
    "last_ms",
    "head",
    "items",
    "tail",
    *TALLY_COLUMNS,
)
_UPDATE = f"UPDATE sessions SET {', '.join(f'{name} = ?' for name in _UPDATED)} WHERE n = ?"
_NEW = ("id", "program", "created_utc", *_UPDATED)
_INSERT = (
    f"INSERT INTO sessions ({', '.join(_NEW)}) VALUES ({', '.join('?' * len(_NEW))}) RETURNING n"
)


class Ledger:
    def __init__(
        self, connection: Connection, facts: SessionFacts, first_anchor: Anchor | None
    ) -> None:
        self.n = facts.n
        self.session_id = facts.session_id
        self.last_seq = facts.last_seq
        self._last_ms = facts.last_ms
        self._connection = connection
        self._facts = facts
        self._first_anchor = first_anchor
        self._chain = facts.chain
        self._tally = replace(facts.tally, measured=_measured(connection, facts))
        self._links: list[Link] = []
        self._changed = False

    @classmethod
    def open(cls, connection: Connection, session_id: str, utc_s: float, program: str) -> Ledger:
        """The ledger of a session; a row is made for one that is not known yet."""
        facts = queries.facts_of(connection, session_id)
        if facts is None:
            return cls(connection, _begin(connection, session_id, utc_s, program), None)
        anchors = queries.anchors(connection, facts.n, session_id)
        return cls(connection, facts, anchors[0].anchor if anchors else None)

    def copy(self) -> Ledger:
        ledger = copy.copy(self)
        ledger._links = []
        ledger._changed = False
        return ledger

    def add_entry(self, entry: Entry, row: Row) -> None:
        t_ms = row.values[1]
        self.last_seq = entry.seq
        self._last_ms = max(self._last_ms, t_ms)
        self._tally = self._tally.after(t_ms, entry.what)
        self._extend(row)

    def add_anchor(self, anchor: Anchor) -> None:
        """Store an anchor, unless it is there already."""
        stored = queries.anchors(self._connection, self.n, self.session_id)
        if any(one.anchor == anchor for one in stored):
            return
        row = StoredAnchor(len(stored), self.last_seq, anchor).row
        self._connection.execute(
            "INSERT INTO anchors (session, n, after_seq, from_s, utc_s, offset_min, reason)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (self.n, *row.values),
        )
        if self._first_anchor is None:
            self._first_anchor = anchor
        self._extend(row)

    def save(self) -> None:
        """Write what changed: the session's row, full links and, at the end, the manifest."""
        if not self._changed:
            return
        self._connection.execute(_UPDATE, (*self._columns(), self.n))
        if self._links:
            self._connection.executemany(
                "INSERT INTO links (session, items, head, marks) VALUES (?, ?, ?, ?)",
                [(self.n, link.items, link.head, link.marks) for link in self._links],
            )
        if self._tally.ended_ms is not None:
            self._connection.execute(
                "INSERT INTO manifests (session, items, last_seq, sha256) VALUES (?, ?, ?, ?)",
                (self.n, self._chain.items, self.last_seq, self._chain.head),
            )

    def _extend(self, row: Row) -> None:
        self._chain, link = self._chain.then(row.canonical)
        if link is not None:
            self._links.append(link)
        self._changed = True

    def _columns(self) -> tuple[object, ...]:
        tally, chain, first = self._tally, self._chain, self._first_anchor
        return (
            queries.opened_utc(self._facts.created_utc, tally, first),
            self._facts.offset_min if first is None else first.offset_min,
            *(self.last_seq, self._last_ms, chain.head, chain.items, chain.tail),
            *_counts(tally),
        )


def _begin(connection: Connection, session_id: str, utc_s: float, program: str) -> SessionFacts:
    """The row of a new session, dated by the computer's clock until an anchor says more."""
    zone = datetime.fromtimestamp(utc_s, UTC).astimezone().utcoffset()
    offset_min = 0 if zone is None else int(zone.total_seconds() // 60)
    chain, tally = Chain(seed(session_id, utc_s, program)), Tally()
    values = (
        *(session_id, program, utc_s, utc_s, offset_min, NOTHING_YET, 0),
        *(chain.head, chain.items, chain.tail),
        *_counts(tally),
    )
    n = int(connection.execute(_INSERT, values).fetchall()[0][0])
    return SessionFacts(
        n, session_id, program, utc_s, utc_s, offset_min, NOTHING_YET, 0, chain, tally
    )


def _measured(connection: Connection, facts: SessionFacts) -> tuple[Measured, ...]:
    """The pressures that count so far; a row that cannot be read must not stop the recording."""
    tally = Tally()
    for row in queries.rows(
        connection, facts.n, facts.last_seq, tables=("cuff_results", "events")
    ):
        if row.table == "events" and row.values[_KIND_AT] not in _OF_PRESSURE:
            continue
        try:
            tally = tally.after(row.values[1], to_entry(facts.session_id, row).what)
        except StoreDamaged:
            continue
    return tally.measured
