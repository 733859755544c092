"""Does the record still say what was written? Names the first line of each session that does not.

Rule 1: nothing is believed that can be computed again: marks, chain, manifests, and the line of
        the session in the library are all made anew from the rows and compared.
Rule 2: a session that is being written, or was cut off, is checked as far as it goes.
Rule 3: one damaged session does not hide the others.
Rule 4: what only somebody with the key could have written (`data/chain.py`) is compared with what
        the audit chain, and the mirror outside the record, say of each session
        (`data/audit_check.py`): so are sessions that are gone, and ends that were cut off, found.

What it cannot find: what was done by somebody who has the key of the record and knows the program;
and, in a record in clear, what was done by anybody who knows the program.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from data import audit_check, queries, torn_rows, vault
from data.audit_check import Told, Witness
from data.chain import MARK_BYTES, Chain, Link, first_difference, group_of, mark, seed, split_marks
from data.chain_keys import NO_KEY
from data.connection import Connection, storage_errors
from data.errors import StoreDamaged
from data.ledger import NOTHING_YET
from data.migrations import TRUSTED, number, require_record
from data.mirror import Heads
from data.queries import Item, Manifest, SessionFacts
from data.rows import COLUMNS, READ_FAULTS, to_entry
from data.tally import Tally


@dataclass(frozen=True, slots=True)
class Defect:
    """The first thing wrong with a session. `seq` None = not one line, but the session itself.

    `session_id` empty = it is about the record as a whole.
    """

    session_id: str
    seq: int | None
    text: str


def verify(path: Path, key: bytes | None, mirror: Heads | None = None) -> list[Defect]:
    """The first defect of every session that has one. Raises a `StoreError` for the whole file.

    `mirror` is what is known of it outside the record.
    """
    encrypted = vault.is_encrypted(path)
    connection = vault.connect(path, key, read_only=True)
    try:
        with storage_errors(path):
            require_record(connection, path)
            # One look at the file: what is written meanwhile is no defect.
            connection.execute("BEGIN")
            found = list(_defects(connection, path, key if encrypted else None, mirror))
            connection.execute("COMMIT")
    finally:
        connection.close()
    return found


def _defects(
    connection: Connection, path: Path, key: bytes | None, mirror: Heads | None
) -> Iterator[Defect]:
    audited = number(connection, "user_version") >= TRUSTED
    told = audit_check.told_of(connection, key, audited=audited)
    for text in audit_check.check(connection, told):
        yield Defect("", None, text)
    if mirror is not None:
        text_of_mirror = audit_check.check_mirror(connection, told, mirror)
        if text_of_mirror is not None:
            yield Defect("", None, text_of_mirror)
    there = set()
    readable, torn = torn_rows.sessions(connection, path)
    for n in torn:
        yield Defect("", None, f"row {n} of sessions cannot be read")
    for facts in readable:
        there.add(facts.session_id)
        defect = _checked(connection, path, facts, told)
        if defect is not None:
            yield defect
    for session_id in sorted(told.known() - there):
        text = "this session is gone, and nobody is known to have deleted it"
        yield Defect(session_id, None, text)
    yield from _orphans(connection)


def _checked(connection: Connection, path: Path, facts: SessionFacts, told: Told) -> Defect | None:
    try:
        with storage_errors(path):
            return verify_session(connection, facts, told)
    except (StoreDamaged, *READ_FAULTS) as error:
        seq = torn_rows.first_line(connection, path, facts.n)
        return Defect(facts.session_id, seq, f"it cannot be read: {error}")


def verify_session(connection: Connection, facts: SessionFacts, told: Told) -> Defect | None:
    text = _check_key(facts, told)
    if text is not None:
        return Defect(facts.session_id, None, text)
    key = told.keys.get(facts.keyed)
    items = list(queries.items(connection, facts.n, facts.session_id))
    links = queries.links(connection, facts.n)
    sealed = _is_sealed(facts, key)
    expected = split_marks(b"".join(link.marks for link in links) + facts.chain.tail)
    difference = first_difference(expected, [mark(item.canonical, key) for item in items])
    # Where the lines are those of the head, it is the marks of the row that were changed.
    if difference is not None and (sealed or _head_of(facts, items, key) != facts.chain.head):
        return _named(facts, items, *difference)
    if not sealed:
        last = facts.last_seq
        text = f"its end was cut off or changed: what stands behind line {last} is not sealed"
        return Defect(facts.session_id, None, text)
    if any(len(link.marks) != group_of(key) * MARK_BYTES for link in links):
        return Defect(facts.session_id, None, "a link of its chain was changed")
    witnesses = told.witnesses.get(facts.session_id, ())
    return (
        _check_heads(connection, facts, items, key, witnesses)
        or _check_manifests(connection, facts, told)
        or _check_line(connection, facts, items)
    )


def _is_sealed(facts: SessionFacts, key: bytes | None) -> bool:
    if key is None:
        return True
    return replace(facts.chain, key=key).seal(facts.session_id, facts.last_seq) == facts.seal


def _head_of(facts: SessionFacts, items: list[Item], key: bytes | None) -> bytes:
    chain = Chain(seed(facts.session_id, facts.created_utc, facts.program, key), key=key)
    return chain.after(item.canonical for item in items)[0].head


def _check_key(facts: SessionFacts, told: Told) -> str | None:
    """The session is chained as the audit chain says that it was begun."""
    if facts.keyed != NO_KEY and facts.keyed not in told.keys:
        return "the key of its chain is gone"
    opened = told.keyed.get(facts.session_id)
    if opened is not None:
        same = opened == facts.keyed
        return None if same else "its chain is not under the key it was begun with"
    # One that was never opened has no line; but in a record with a key it has that.
    strange = facts.tally.opened_ms is not None or (facts.keyed == NO_KEY and told.key is not None)
    if strange and told.audited and not told.broken:
        return "it was inserted: the audit chain does not know it"
    return None


def _check_manifests(connection: Connection, facts: SessionFacts, told: Told) -> Defect | None:
    """Each time that a session was signed has its line in the audit chain, and its manifest."""
    if not told.audited:
        return None
    wanted = told.signed.get(facts.session_id, {})
    before = told.adopted.get(facts.session_id, -1)
    there = {one.items: one for one in queries.manifests(connection, facts.n)}
    for items in sorted({*wanted, *there}):
        one = there.get(items)
        if one is None:
            how = "is missing"
        elif items in wanted:
            same = ((one.head or b"").hex(), one.sha256.hex()) == wanted[items]
            how = "" if same else "was changed"
        else:
            how = "" if items <= before or told.broken else "was inserted"
        if how:
            return Defect(facts.session_id, None, f"its manifest of its first {items} lines {how}")
    return None


def _named(facts: SessionFacts, items: list[Item], place: int, how: str) -> Defect:
    before = items[place - 1] if place else None
    seq = _next_seq(items[:place])
    is_anchor = place < len(items) and items[place].seq is None
    if (how == "unclear" or (how == "changed" and is_anchor)) and _reached(items[place]) > seq:
        how = "missing"
    if how == "missing":
        after = "at its beginning" if before is None else f"after {before.name}"
        return Defect(facts.session_id, seq, f"a line is missing {after}: line {seq}")
    item = items[place]
    verb = "was inserted" if how == "inserted" else "was changed"
    return Defect(facts.session_id, item.seq, f"{item.name} {verb}")


def _reached(item: Item) -> int:
    """The number that its own line, or the first one behind it, has."""
    return int(item.row.values[1]) + 1 if item.seq is None else item.seq


def _next_seq(items: list[Item]) -> int:
    return next((item.seq + 1 for item in reversed(items) if item.seq is not None), 0)


def _check_heads(
    connection: Connection,
    facts: SessionFacts,
    items: list[Item],
    key: bytes | None,
    witnesses: Iterable[Witness],
) -> Defect | None:
    """The chain itself: every link, head and manifest, and what others have seen of it."""
    manifests = queries.manifests(connection, facts.n)
    wanted = _wanted_heads(queries.links(connection, facts.n), manifests, witnesses)
    hashes = {one.items: (one.last_seq, one.sha256) for one in manifests if one.head is not None}
    chain = Chain(seed(facts.session_id, facts.created_utc, facts.program, key), key=key)
    rows, last_seq = hashlib.sha256(), NOTHING_YET
    for item in items:
        chain, _link = chain.then(item.canonical)
        rows.update(item.canonical + b"\n")
        last_seq = last_seq if item.seq is None else item.seq
        for head, what in wanted.pop(chain.items, ()):
            if head != chain.head:
                text = f"its {what} differs from the lines up to {item.name}"
                return Defect(facts.session_id, item.seq, text)
        said = hashes.get(chain.items)
        if said is not None and said != (last_seq, rows.digest()):
            text = f"its manifest differs from the lines up to {item.name}"
            return Defect(facts.session_id, item.seq, text)
    return _check_ends(facts, chain, wanted, manifests)


_Heads = dict[int, list[tuple[bytes, str]]]
"""After so many items: the head that was there, and what says so."""


def _wanted_heads(
    links: list[Link], manifests: list[Manifest], witnesses: Iterable[Witness]
) -> _Heads:
    heads = [(link.items, link.head, "chain") for link in links]
    # Before schema 2.0 the manifest was the head itself.
    heads += [(one.items, one.head or one.sha256, "manifest") for one in manifests]
    heads += [(one.items, one.head, f"chain ({one.told_by})") for one in witnesses]
    wanted: _Heads = {}
    for items, head, what in heads:
        if items:
            wanted.setdefault(items, []).append((head, what))
    return wanted


def _check_ends(
    facts: SessionFacts, chain: Chain, wanted: _Heads, manifests: list[Manifest]
) -> Defect | None:
    if wanted:
        _head, what = wanted[max(wanted)][0]
        if "(" in what:
            seq = facts.last_seq + 1
            text = f"its end was cut off: line {seq} is missing, which its {what} has"
            return Defect(facts.session_id, seq, text)
        return Defect(facts.session_id, None, "its chain or manifest has a row too many")
    if chain != facts.chain:
        return Defect(facts.session_id, None, "the head of its chain differs from its lines")
    sealed = any((one.items, one.last_seq) == (chain.items, facts.last_seq) for one in manifests)
    if facts.tally.ended_ms is not None and not sealed:
        return Defect(facts.session_id, None, "it has ended, and its manifest is missing")
    return None


def _check_line(connection: Connection, facts: SessionFacts, items: list[Item]) -> Defect | None:
    """The line in the library against what the entries say."""
    tally, last_seq, last_ms = Tally(), NOTHING_YET, 0
    for item in items:
        if item.seq is not None:
            entry = to_entry(facts.session_id, item.row)
            t_ms = item.row.values[1]
            tally = tally.after(t_ms, entry.what, item.seq)
            last_seq, last_ms = item.seq, max(last_ms, t_ms)
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
        if name == "route" and facts.tally.route is None:
            continue  # written by a program that told none
        if getattr(tally, name) != getattr(facts.tally, name):
            return _line_defect(facts, name, getattr(facts.tally, name), getattr(tally, name))
    return None


def _line_defect(facts: SessionFacts, name: str, there: object, wanted: object) -> Defect:
    text = f"in the list of sessions {name} is {there!r}, its lines say {wanted!r}"
    return Defect(facts.session_id, None, text)


def _orphans(connection: Connection) -> list[Defect]:
    """Rows of a session that does not exist (any more)."""
    found: list[Defect] = []
    for table in (*COLUMNS, "anchors", "links", "manifests"):
        rows = connection.execute(
            f"SELECT session, count(*) FROM {table}"
            " WHERE session NOT IN (SELECT n FROM sessions) GROUP BY session"
        )
        for session, count in rows:
            text = f"{count} rows of {table} belong to session number {session}, which is gone"
            found.append(Defect("", None, text))
    unused = connection.execute(
        "SELECT n FROM layouts WHERE n NOT IN (SELECT layout FROM numerics) ORDER BY n LIMIT 1"
    ).fetchall()
    if unused:
        found.append(Defect("", None, f"row {unused[0][0]} of layouts belongs to no line"))
    return found
