"""Whether the audit chain still says what was written, and whether the record agrees with it.

Rule 1: every line is hashed anew; the first that differs is named. Whoever does not know the key
        of the chain can neither change, remove, insert nor reorder one, nor cut off its end.
Rule 2: every session that a line tells of is there, or a line says who deleted it and why; it has
        all that it had then. Every row of a table that only grows has its line.
Rule 3: what the mirror outside the record knows is in the record: a record that was put back to an
        older state as a whole, or lost its last lines, is found by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data import audit, chain_keys, torn_rows
from data.audit import GROWING, AuditKind, AuditLine
from data.chain import digest
from data.chain_keys import NO_KEY
from data.connection import Connection, storage_errors
from data.errors import StoreDamaged
from data.mirror import Heads

_NAME = Path("the audit chain")
"""What is called damaged where one of its rows cannot be read."""
_HEADED = frozenset({AuditKind.ADOPTED, AuditKind.SESSION_SIGNED, AuditKind.RESCUED})


@dataclass(frozen=True, slots=True)
class Witness:
    """What a line, or the mirror, says of a session: after so many items its head was this."""

    items: int
    head: bytes
    told_by: str


@dataclass(slots=True)
class Told:
    """What the audit chain says of the sessions, by their ids."""

    keys: dict[int, bytes]
    key: bytes | None
    """That of the record."""
    audited: bool = False
    """The record is of a version that keeps an audit chain."""
    witnesses: dict[str, list[Witness]] = field(default_factory=dict)
    keyed: dict[str, int] = field(default_factory=dict)
    """The number of the key under which a session was opened."""
    gone: set[str] = field(default_factory=set)
    """Sessions that were deleted by a person who may."""
    captures: dict[str, str] = field(default_factory=dict)
    """SHA-256 of what is in the capture of a session, in hex."""
    growing: dict[tuple[str, int], str] = field(default_factory=dict)
    adopted: dict[str, int] = field(default_factory=dict)
    """How many items a session had that was there before the audit chain."""
    signed: dict[str, dict[int, tuple[str, str]]] = field(default_factory=dict)
    """Of each session, after so many items: head and SHA-256 of its manifest, in hex."""
    broken: bool = False
    """Lines that were not believed may have told of more."""

    def known(self) -> set[str]:
        return (set(self.keyed) | set(self.witnesses)) - self.gone

    def take(self, line: AuditLine) -> None:
        facts, session_id = line.facts, line.session_id
        if line.kind == AuditKind.RESCUED:
            # What was lost is said in this line; the chain that was made anew counts from here.
            self.witnesses.pop(session_id, None)
        if line.kind in _HEADED and session_id:
            witness = Witness(int(facts["items"]), bytes.fromhex(facts["head"]), f"line {line.n}")
            self.witnesses.setdefault(session_id, []).append(witness)
        match line.kind:
            case AuditKind.ADOPTED if session_id:
                self.keyed[session_id] = NO_KEY
                self.adopted[session_id] = int(facts["items"])
            case AuditKind.SESSION_SIGNED:
                said = (str(facts["head"]), str(facts["sha256"]))
                self.signed.setdefault(session_id, {})[int(facts["items"])] = said
            case AuditKind.SESSION_OPENED:
                self.keyed[session_id] = int(facts["keyed"])
            case AuditKind.SESSION_DELETED:
                self.gone.add(session_id)
            case AuditKind.CAPTURE_SEALED:
                self.captures[session_id] = str(facts["sha256"])
            case AuditKind.CAPTURE_DELETED:
                self.captures.pop(session_id, None)
            case _:
                pass
        if "table" in facts and "row" in facts:
            self.growing[str(facts["table"]), int(facts["row"])] = str(facts["sha256"])


def check(connection: Connection, told: Told) -> Iterator[str]:
    """What is wrong with the audit chain and the tables that only grow; fills `told`."""
    strange = chain_keys.strange(connection, told.keys)
    if strange:
        yield f"row {strange[0]} of chain_keys does not open with the key of this record"
    wrong = _check_lines(connection, told)
    if wrong is not None:
        told.broken = True
        yield wrong
    yield from _check_growing(connection, told)


def told_of(connection: Connection, key: bytes | None, *, audited: bool) -> Told:
    return Told(chain_keys.unsealed(connection, key), key, audited)


def _check_lines(connection: Connection, told: Told) -> str | None:
    """The first line that is not what was written; what is behind it is not believed."""
    try:
        with storage_errors(_NAME):
            return _check_each(connection, told)
    except StoreDamaged as error:
        n = torn_rows.first_row(connection, _NAME, "audit")
        which = "the audit chain" if n is None else f"line {n} of the audit chain"
        return f"{which} cannot be read: {error}"


def _check_each(connection: Connection, told: Told) -> str | None:
    head, n, number = audit.START, 0, NO_KEY
    for values, there in _oldest_first(connection):
        wrong = _misplaced(values, n, told)
        if wrong is not None:
            return wrong
        n, _utc_s, kind, *_said, number = values
        head = digest(told.keys.get(number), head + audit.canonical(values))
        if head != there:
            return f"line {n} of the audit chain ({kind}) was changed or inserted"
        try:
            told.take(_line(values, head))
        except (KeyError, TypeError, ValueError) as error:
            return f"line {n} of the audit chain cannot be read ({error!r})"
    return _check_end(connection, told, n, head, number)


def _misplaced(values: tuple[Any, ...], before: int, told: Told) -> str | None:
    """Why the line cannot be the one that follows line `before`."""
    n, number = values[0], values[-1]
    if n > before + 1:
        return f"line {before + 1} of the audit chain is missing"
    if n != before + 1:
        return f"line {n} of the audit chain was inserted"
    # In a record with a key, a line without one was made by somebody who has none.
    if (number == NO_KEY) != (told.key is None) or number not in {NO_KEY, *told.keys}:
        return f"the key of line {n} of the audit chain is not that of this record"
    return None


def _line(values: tuple[Any, ...], head: bytes) -> AuditLine:
    n, utc_s, kind, by, session_id, facts, number = values
    return AuditLine(n, utc_s, kind, by, session_id, audit.facts_in(n, facts), number, head)


def _check_end(connection: Connection, told: Told, n: int, head: bytes, number: int) -> str | None:
    ends = connection.execute("SELECT n, seal FROM audit_end").fetchall()
    if not n:
        gone = bool(ends) or bool(connection.execute("SELECT 1 FROM chain_keys").fetchall())
        return "line 1 of the audit chain is missing" if gone else None
    if ends != [(n, audit.end_seal(told.keys.get(number), n, head))]:
        return f"the audit chain was cut off: line {n + 1} is missing, or its end was changed"
    return None


def _oldest_first(connection: Connection) -> Iterator[tuple[tuple[Any, ...], bytes]]:
    """What the hash of each line is over, letter by letter, and its head."""
    rows = connection.execute(
        "SELECT n, utc, kind, by, session, facts, key, head FROM audit ORDER BY n"
    )
    for *values, head in rows:
        yield tuple(values), bytes(head)


def _check_growing(connection: Connection, told: Told) -> Iterator[str]:
    """The first row of each of these tables that is not what its line says."""
    if not told.audited:
        return
    for table in GROWING:
        wanted = {n: text for (name, n), text in told.growing.items() if name == table}
        there = {int(n) for (n,) in connection.execute(f"SELECT n FROM {table}").fetchall()}
        for n in sorted(wanted.keys() | there):
            if n not in there:
                yield f"row {n} of {table} is missing"
            elif n not in wanted:
                if told.broken:  # a line that is not believed may have told of it
                    continue
                yield f"row {n} of {table} was inserted"
            elif _row_hash(connection, table, n) != wanted[n]:
                yield f"row {n} of {table} was changed"
            else:
                continue
            break


def _row_hash(connection: Connection, table: str, n: int) -> str | None:
    try:
        with storage_errors(_NAME):
            return audit.row_hash(connection, table, n)
    except StoreDamaged:
        return None


def check_mirror(connection: Connection, told: Told, mirror: Heads) -> str | None:
    """What the mirror says of the audit chain; of sessions it becomes witnesses in `told`."""
    for session_id, (items, head) in mirror.sessions.items():
        if session_id not in told.gone:
            told.witnesses.setdefault(session_id, []).append(Witness(items, head, "the mirror"))
    n, head = mirror.audit
    if not n:
        return None
    found = connection.execute("SELECT head FROM audit WHERE n = ?", (n,)).fetchall()
    if not found:
        last, _ = audit.last(connection)
        return (
            f"line {last + 1} of the audit chain is missing: outside the record it reached line "
            f"{n} (was an older copy put back?)"
        )
    if bytes(found[0][0]) != head:
        return f"line {n} of the audit chain is not the one that the mirror outside has seen"
    return None
