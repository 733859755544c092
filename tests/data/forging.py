"""What can be computed without the key of the record: an intruder does it behind himself."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from data import queries
from data.chain import Chain, seed
from data.errors import StoreDamaged
from data.ledger import NOTHING_YET
from data.queries import TALLY_COLUMNS
from data.rows import to_entry
from data.tally import Tally
from tests.data.tampering import Intruder, Row


def library_line(he: Intruder, session: int) -> None:
    """The session's line in the library, and its last line, as the rows say now."""
    tally, last_seq, last_ms = Tally(), NOTHING_YET, 0
    for item in queries.items(he.connection, session, he.ids[session]):
        if item.seq is None:
            continue
        t_ms = int(item.row.values[1] or 0)
        last_seq, last_ms = item.seq, max(last_ms, t_ms)
        try:
            tally = tally.after(t_ms, to_entry(he.ids[session], item.row).what, item.seq)
        except StoreDamaged:
            continue
    counted: dict[str, Any] = {name: getattr(tally, name) for name in TALLY_COLUMNS}
    said = counted | {"last_seq": last_seq, "last_ms": last_ms}
    names = ", ".join(f"{name} = ?" for name in said)
    he.do(f"UPDATE sessions SET {names} WHERE n = ?", *said.values(), session)


def manifest_hashes(he: Intruder, session: int) -> dict[int, tuple[int, bytes]]:
    """After so many items: the last number, and the SHA-256 that a manifest there would have."""
    rows, found, last_seq = hashlib.sha256(), {}, NOTHING_YET
    for count, item in enumerate(queries.items(he.connection, session, he.ids[session]), start=1):
        rows.update(item.canonical + b"\n")
        last_seq = last_seq if item.seq is None else item.seq
        found[count] = (last_seq, rows.digest())
    return found


def move_marks(he: Intruder, session: int, links: Sequence[Row]) -> None:
    """The marks of links that are gone, into the session's own row."""
    ((tail,),) = he.ask("SELECT tail FROM sessions WHERE n = ?", session)
    marks = b"".join(link["marks"] for link in links) + tail
    he.do("UPDATE sessions SET tail = ? WHERE n = ?", marks, session)


def rechain(he: Intruder, session: int, *, keyed: bool) -> None:
    """The whole chain anew, as a record without a key has it; `keyed`: it says it has one."""
    ((name, created, program),) = he.ask(
        "SELECT id, created_utc, program FROM sessions WHERE n = ?", session
    )
    chain, links = Chain(seed(name, created, program)), []
    items = list(queries.items(he.connection, session, name))
    chain, links = chain.after(item.canonical for item in items)
    he.do("DELETE FROM links WHERE session = ?", session)
    for link in links:
        he.do("INSERT INTO links VALUES (?, ?, ?, ?)", session, *_values(link))
    he.do(
        "UPDATE sessions SET head = ?, items = ?, tail = ? WHERE n = ?",
        *(chain.head, chain.items, chain.tail, session),
    )
    if not keyed:
        he.do("UPDATE sessions SET keyed = 0, seal = NULL WHERE n = ?", session)
    _remake_manifests(
        he, session, [item.canonical for item in items], Chain(seed(name, created, program))
    )


def _values(link: Any) -> tuple[int, bytes, bytes]:
    return link.items, link.head, link.marks


def _remake_manifests(
    he: Intruder, session: int, canonicals: Sequence[bytes], chain: Chain
) -> None:
    hashes = manifest_hashes(he, session)
    for (items,) in he.ask("SELECT items FROM manifests WHERE session = ?", session):
        if items not in hashes:
            continue
        there, _links = chain.after(canonicals[:items])
        he.do(
            "UPDATE manifests SET sha256 = ?, head = ?, last_seq = ?"
            " WHERE session = ? AND items = ?",
            *(hashes[items][1], there.head, hashes[items][0], session, items),
        )
