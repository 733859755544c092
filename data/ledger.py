"""The book of one session while it is written: its row, its chain and its tally.

A ledger lives in one transaction. `copy` it for the next; throw it away when the write fails.

Rule: what changes with every commit (where the chain stands) is written with every commit; the
      rest of the row, and with it the indexes over it, only when it has changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any

from data import queries
from data.audit import AuditKind, Fact
from data.chain import Chain, Link, seed
from data.chain_keys import NO_KEY
from data.connection import Connection
from data.errors import StoreDamaged
from data.queries import TALLY_COLUMNS, SessionFacts, StoredAnchor
from data.rows import Row, to_entry
from data.tally import Tally
from monitor.amendments import Addendum, Correct
from monitor.commands import EndSession
from monitor.entries import Anchor, Entry
from monitor.events import Resumed, SessionOpened

NOTHING_YET = -1
"""The last number of a session without an entry."""

_KIND_AT = 2
_REMEMBERED = frozenset(
    {
        *("cuff-result", "manual-cuff", "cuff-unconfirmed"),
        *("session-opened", "set-plan", "refused", "correct"),
    }
)
"""The kinds of events that peaks rest on, and the dose once it is corrected."""
_counts = attrgetter(*TALLY_COLUMNS)
_STANDING = ("last_seq", "last_ms", "head", "items", "tail", "seal")
_LINE = ("opened_utc", "offset_min", *TALLY_COLUMNS)
_NEW = ("id", "program", "created_utc", "keyed", *_STANDING, *_LINE)
_INSERT = (
    f"INSERT INTO sessions ({', '.join(_NEW)}) VALUES ({', '.join('?' * len(_NEW))}) RETURNING n"
)


def _update(names: tuple[str, ...]) -> str:
    return f"UPDATE sessions SET {', '.join(f'{name} = ?' for name in names)} WHERE n = ?"


_UPDATE_STANDING, _UPDATE_ALL = _update(_STANDING), _update((*_STANDING, *_LINE))


def save_all(connection: Connection, ledgers: Iterable[Ledger]) -> None:
    """Write what changed of these sessions, those of which only the chain went on at once."""
    standing = [row for row in [ledger.save() for ledger in ledgers] if row is not None]
    if standing:
        connection.executemany(_UPDATE_STANDING, standing)


@dataclass(frozen=True, slots=True)
class Beginning:
    """A session that is not known yet; `key` is that of its chain, None for none."""

    session_id: str
    utc_s: float
    program: str
    keyed: int = NO_KEY
    key: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something that the audit chain is told of; `by` empty = the program."""

    kind: AuditKind
    by: str
    facts: dict[str, Fact]


class Ledger:
    def __init__(
        self, connection: Connection, facts: SessionFacts, first_anchor: Anchor | None
    ) -> None:
        """The chain of `facts` has its key."""
        self.n = facts.n
        self.session_id = facts.session_id
        self.last_seq = facts.last_seq
        self.milestones: list[Milestone] = []
        self._last_ms = facts.last_ms
        self._connection = connection
        self._facts = facts
        self._first_anchor = first_anchor
        self._chain = facts.chain
        self._tally = replace(facts.tally, **_remembered(connection, facts))
        self._links: list[Link] = []
        self._new: list[bytes] = []
        """Canonical texts of what was added and is not chained yet."""
        self._saved = (self._tally, self._first_anchor)
        """What the line of the library was made of when it was written."""
        self._hash: Any = None if facts.chain.items else hashlib.sha256()
        """Over all items so far; None = to be made from the rows when it is needed."""
        self._ended_by = ""

    @classmethod
    def open(cls, connection: Connection, facts: SessionFacts, key: bytes | None) -> Ledger:
        """The ledger of a session that goes on."""
        anchors = queries.anchors(connection, facts.n, facts.session_id)
        keyed = replace(facts, chain=replace(facts.chain, key=key))
        return cls(connection, keyed, anchors[0].anchor if anchors else None)

    @classmethod
    def begin(cls, connection: Connection, beginning: Beginning) -> Ledger:
        """Makes the row of a new session, too."""
        return cls(connection, _begin(connection, beginning), None)

    @property
    def stands(self) -> bool:
        """The record says of this chain what was written here last."""
        found = self._connection.execute("SELECT items FROM sessions WHERE n = ?", (self.n,))
        return found.fetchall() == [(self._chain.items,)]

    def copy(self) -> Ledger:
        ledger = Ledger.__new__(Ledger)
        ledger.__dict__.update(self.__dict__)
        ledger._links = []
        ledger._new = []
        ledger.milestones = []
        ledger._hash = None if self._hash is None else self._hash.copy()
        return ledger

    def add_entry(self, entry: Entry, row: Row) -> None:
        t_ms = row.values[1]
        self.last_seq = entry.seq
        self._last_ms = max(self._last_ms, t_ms)
        self._tally = self._tally.after(t_ms, entry.what, entry.seq)
        self._new.append(row.canonical)
        match entry.what:
            case SessionOpened(by=by):
                self._pass(AuditKind.SESSION_OPENED, by, keyed=self._facts.keyed)
            case Resumed():
                self._pass(AuditKind.SESSION_RESUMED, "", line=entry.seq)
            case EndSession(by=by):
                self._ended_by = by
            case Correct(by=by, line=line):
                self._amended(AuditKind.CORRECTED, by, entry.seq, line)
            case Addendum(by=by, about=about):
                self._amended(AuditKind.ADDENDUM, by, entry.seq, about)
            case _:
                pass

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
        self._new.append(row.canonical)

    def save(self) -> tuple[object, ...] | None:
        """Write what changed: the session's line, full links and, at the end, the manifest.

        Gives back the values for `save_all`, or None when everything is written.
        """
        if not self._new:
            return None
        self._extend()
        standing = _standing(self.session_id, self.last_seq, self._last_ms, self._chain)
        tally, anchor = self._saved
        as_before = self._tally is tally and self._first_anchor is anchor
        if not as_before:
            values = (*standing, *self._line_now(), self.n)
            self._connection.execute(_UPDATE_ALL, values)
            self._saved = (self._tally, self._first_anchor)
        if self._links:
            self._connection.executemany(
                "INSERT INTO links (session, items, head, marks) VALUES (?, ?, ?, ?)",
                [(self.n, link.items, link.head, link.marks) for link in self._links],
            )
        if self._tally.ended_ms is not None:
            self._sign()
        return (*standing, self.n) if as_before else None

    def _sign(self) -> None:
        chain = self._chain
        if self._hash is None:
            self._hash = hashlib.sha256()
            for item in queries.items(self._connection, self.n, self.session_id):
                self._hash.update(item.canonical + b"\n")
        sha256 = self._hash.digest()
        self._connection.execute(
            "INSERT INTO manifests (session, items, last_seq, sha256, head)"
            " VALUES (?, ?, ?, ?, ?)",
            (self.n, chain.items, self.last_seq, sha256, chain.head),
        )
        self._pass(
            AuditKind.SESSION_SIGNED,
            self._ended_by,
            items=chain.items,
            head=chain.head.hex(),
            sha256=sha256.hex(),
        )

    def _amended(self, kind: AuditKind, by: str, line: int, about: int | None) -> None:
        """A session that has ended is sealed anew, by whoever added to it."""
        self._pass(kind, by, line=line, about=about)
        self._ended_by = by

    def _pass(self, kind: AuditKind, by: str, **facts: Fact) -> None:
        self.milestones.append(Milestone(kind, by, facts))

    def _extend(self) -> None:
        self._chain, self._links = self._chain.after(self._new)
        if self._hash is not None:
            self._hash.update(b"\n".join((*self._new, b"")))

    def _line_now(self) -> tuple[object, ...]:
        first = self._first_anchor
        return (
            queries.opened_utc(self._facts.created_utc, self._tally, first),
            self._facts.offset_min if first is None else first.offset_min,
            *_counts(self._tally),
        )


def _standing(session_id: str, last_seq: int, last_ms: int, chain: Chain) -> tuple[object, ...]:
    """The values of `_STANDING`."""
    seal = None if chain.key is None else chain.seal(session_id, last_seq)
    return (last_seq, last_ms, chain.head, chain.items, chain.tail, seal)


def _begin(connection: Connection, new: Beginning) -> SessionFacts:
    """The row of a new session, dated by the computer's clock until an anchor says more."""
    zone = datetime.fromtimestamp(new.utc_s, UTC).astimezone().utcoffset()
    offset_min = 0 if zone is None else int(zone.total_seconds() // 60)
    start = seed(new.session_id, new.utc_s, new.program, new.key)
    chain, tally = Chain(start, key=new.key), Tally()
    standing = _standing(new.session_id, NOTHING_YET, 0, chain)
    values = (
        *(new.session_id, new.program, new.utc_s, new.keyed, *standing),
        *(new.utc_s, offset_min, *_counts(tally)),
    )
    n = int(connection.execute(_INSERT, values).fetchall()[0][0])
    return SessionFacts(
        n=n,
        session_id=new.session_id,
        program=new.program,
        created_utc=new.utc_s,
        opened_utc=new.utc_s,
        offset_min=offset_min,
        last_seq=NOTHING_YET,
        last_ms=0,
        keyed=new.keyed,
        seal=None,
        chain=chain,
        tally=tally,
    )


def _remembered(connection: Connection, facts: SessionFacts) -> dict[str, Any]:
    """What the library's line does not say; an unreadable row must not stop the recording."""
    tally = Tally()
    for row in queries.rows(
        connection, facts.n, facts.last_seq, tables=("cuff_results", "events")
    ):
        if row.table == "events" and row.values[_KIND_AT] not in _REMEMBERED:
            continue
        try:
            what = to_entry(facts.session_id, row).what
        except StoreDamaged:
            continue
        tally = tally.after(row.values[1], what, row.values[0])
    return tally.remembered()
