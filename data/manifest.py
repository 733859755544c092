"""Does the record still say what was written? Names the first line of each session that does not.

Rule 1: nothing is believed that can be computed again: marks, chain, manifests, and the line of
        the session in the library are all made anew from the rows and compared.
Rule 2: a session that is being written, or was cut off, is checked as far as it goes.
Rule 3: one damaged session does not hide the others.

What it cannot find yet: a whole session that is gone, or a chain that somebody who knows the
program has computed anew (see `data/chain.py`).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from data import queries, vault
from data.chain import GROUP, MARK_BYTES, Chain, first_difference, mark, seed, split_marks
from data.connection import Connection, storage_errors
from data.errors import StoreDamaged
from data.ledger import NOTHING_YET
from data.migrations import require_record
from data.queries import SessionFacts
from data.rows import COLUMNS, READ_FAULTS, Row, to_entry
from data.tally import Tally

_LAST = 2**62
"""Above any number: rows behind the last one we wrote are looked for, too."""


@dataclass(frozen=True, slots=True)
class Defect:
    """The first thing wrong with a session. `seq` None = not one line, but the session itself."""

    session_id: str
    seq: int | None
    text: str


@dataclass(frozen=True, slots=True)
class _Item:
    """A line as it is found: `seq` None for an anchor."""

    seq: int | None
    row: Row
    canonical: bytes

    @property
    def name(self) -> str:
        where = f"line {self.seq}" if self.seq is not None else f"anchor {self.row.values[0]}"
        return f"{where} ({self.row.table})"


def verify(path: Path, key: bytes | None) -> list[Defect]:
    """The first defect of every session that has one. Raises a `StoreError` for the whole file."""
    connection = vault.connect(path, key, read_only=True)
    try:
        with storage_errors(path):
            require_record(connection, path)
            # One look at the file: what is written meanwhile is no defect.
            connection.execute("BEGIN")
            found = [_checked(connection, path, one) for one in queries.all_facts(connection)]
            found += _orphans(connection)
            connection.execute("COMMIT")
    finally:
        connection.close()
    return [defect for defect in found if defect is not None]


def _checked(connection: Connection, path: Path, facts: SessionFacts) -> Defect | None:
    try:
        with storage_errors(path):
            return verify_session(connection, facts)
    except (StoreDamaged, *READ_FAULTS) as error:
        return Defect(facts.session_id, None, f"it cannot be read: {error}")


def verify_session(connection: Connection, facts: SessionFacts) -> Defect | None:
    items = list(_items(connection, facts))
    links = queries.links(connection, facts.n)
    expected = split_marks(b"".join(link.marks for link in links) + facts.chain.tail)
    difference = first_difference(expected, [mark(item.canonical) for item in items])
    if difference is not None:
        return _named(facts, items, *difference)
    if any(len(link.marks) != GROUP * MARK_BYTES for link in links):
        return Defect(facts.session_id, None, "a link of its chain was changed")
    return _check_heads(connection, facts, items) or _check_line(connection, facts, items)


def _items(connection: Connection, facts: SessionFacts) -> Iterator[_Item]:
    """All lines in the order in which they were chained."""
    entries = (
        (row.values[0], -1, _Item(row.values[0], row, row.canonical))
        for row in queries.rows(connection, facts.n, _LAST, first_seq=-_LAST)
    )
    anchors = (
        (one.after_seq, one.n, _Item(None, one.row, one.row.canonical))
        for one in queries.anchors(connection, facts.n, facts.session_id)
    )
    for _seq, _n, item in heapq.merge(entries, anchors, key=lambda one: one[:2]):
        yield item


def _named(facts: SessionFacts, items: list[_Item], place: int, how: str) -> Defect:
    before = items[place - 1] if place else None
    seq = _next_seq(items[:place])
    if how == "unclear" and (items[place].seq or 0) > seq:
        how = "missing"
    if how == "missing":
        after = "at its beginning" if before is None else f"after {before.name}"
        return Defect(facts.session_id, seq, f"a line is missing {after}: line {seq}")
    item = items[place]
    verb = "was inserted" if how == "inserted" else "was changed"
    return Defect(facts.session_id, item.seq, f"{item.name} {verb}")


def _next_seq(items: list[_Item]) -> int:
    return next((item.seq + 1 for item in reversed(items) if item.seq is not None), 0)


def _check_heads(connection: Connection, facts: SessionFacts, items: list[_Item]) -> Defect | None:
    """The chain itself: every link, the head, and the manifest of a session that has ended."""
    wanted = {link.items: link.head for link in queries.links(connection, facts.n)}
    sealed = {number: head for number, _, head in queries.manifests(connection, facts.n)}
    chain = Chain(seed(facts.session_id, facts.created_utc, facts.program))
    for item in items:
        chain, _link = chain.then(item.canonical)
        for heads, what in ((wanted, "chain"), (sealed, "manifest")):
            if heads.pop(chain.items, chain.head) != chain.head:
                text = f"its {what} differs from the lines up to {item.name}"
                return Defect(facts.session_id, item.seq, text)
    if wanted or sealed:
        return Defect(facts.session_id, None, "its chain or manifest has a row too many")
    if chain != facts.chain:
        return Defect(facts.session_id, None, "the head of its chain differs from its lines")
    if facts.tally.ended_ms is not None and not _is_sealed(connection, facts):
        return Defect(facts.session_id, None, "it has ended, and its manifest is missing")
    return None


def _is_sealed(connection: Connection, facts: SessionFacts) -> bool:
    rows = queries.manifests(connection, facts.n)
    return any((items, seq) == (facts.chain.items, facts.last_seq) for items, seq, _ in rows)


def _check_line(connection: Connection, facts: SessionFacts, items: list[_Item]) -> Defect | None:
    """The line in the library against what the entries say."""
    tally, last_seq, last_ms = Tally(), NOTHING_YET, 0
    for item in items:
        if item.seq is not None:
            entry = to_entry(facts.session_id, item.row)
            t_ms = item.row.values[1]
            tally, last_seq, last_ms = tally.after(t_ms, entry.what), item.seq, max(last_ms, t_ms)
    anchors = queries.anchors(connection, facts.n, facts.session_id)
    first = anchors[0].anchor if anchors else None
    wanted = replace(
        facts,
        last_seq=last_seq,
        last_ms=last_ms,
        opened_utc=queries.opened_utc(facts.created_utc, tally, first),
        offset_min=facts.offset_min if first is None else first.offset_min,
    )
    for name in ("last_seq", "last_ms", "opened_utc", "offset_min"):
        if getattr(wanted, name) != getattr(facts, name):
            return _line_defect(facts, name, getattr(facts, name), getattr(wanted, name))
    for name in queries.TALLY_COLUMNS:
        if getattr(tally, name) != getattr(facts.tally, name):
            return _line_defect(facts, name, getattr(facts.tally, name), getattr(tally, name))
    return None


def _line_defect(facts: SessionFacts, name: str, there: object, wanted: object) -> Defect:
    text = f"in the list of sessions {name} is {there!r}, its lines say {wanted!r}"
    return Defect(facts.session_id, None, text)


def _orphans(connection: Connection) -> list[Defect | None]:
    """Rows of a session that does not exist (any more)."""
    found: list[Defect | None] = []
    for table in (*COLUMNS, "anchors", "links", "manifests"):
        rows = connection.execute(
            f"SELECT session, count(*) FROM {table}"
            " WHERE session NOT IN (SELECT n FROM sessions) GROUP BY session"
        )
        for session, count in rows:
            text = f"{count} rows of {table} belong to session number {session}, which is gone"
            found.append(Defect("", None, text))
    return found
