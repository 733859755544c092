"""A session's hash chain: what makes a changed, removed or inserted line visible.

    head 0 = SHA-256 of the seed (session, when and by which program it was begun)
    head k = SHA-256 (head k-1, SHA-256 of item k)

Items are the rows of a session in the order they were written: entries by seq, each anchor after
the entry it came with. Every 32 items a `Link` is kept: the head there, and of each item two bytes
of its hash, by which the item that differs can be named. What came after the last link is in the
session's own row (`head`, `tail`) and grows with every commit. The head is therefore a SHA-256
over all rows so far; when the session has ended it is its manifest.

The chain finds what was changed without knowing the program. A person who can compute a new
chain is stopped only by a secret: a key will enter where `Chain.then` makes the next head.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

GROUP = 32
MARK_BYTES = 2


def seed(session_id: str, created_utc: float, program: str) -> bytes:
    text = json.dumps(["chairside-record-1", session_id, created_utc, program])
    return hashlib.sha256(text.encode()).digest()


@dataclass(frozen=True, slots=True)
class Link:
    """The chain after `items` items; `marks` are those of the last `GROUP` of them."""

    items: int
    head: bytes
    marks: bytes


@dataclass(frozen=True, slots=True)
class Chain:
    """Where a chain has got to. `tail` are the marks since the last link."""

    head: bytes
    items: int = 0
    tail: bytes = b""

    def then(self, canonical: bytes) -> tuple[Chain, Link | None]:
        """The chain one item further, and the link that this item completes."""
        hashed = hashlib.sha256(canonical).digest()
        head, items = hashlib.sha256(self.head + hashed).digest(), self.items + 1
        marks = self.tail + hashed[:MARK_BYTES]
        if len(marks) < GROUP * MARK_BYTES:
            return Chain(head, items, marks), None
        return Chain(head, items), Link(items, head, marks)


def mark(canonical: bytes) -> bytes:
    return hashlib.sha256(canonical).digest()[:MARK_BYTES]


def split_marks(marks: bytes) -> list[bytes]:
    return [marks[at : at + MARK_BYTES] for at in range(0, len(marks), MARK_BYTES)]


_SURE = 4
"""So many marks in a row agree by chance once in 2**64 times."""


def first_difference(expected: Sequence[bytes], found: Sequence[bytes]) -> tuple[int, str] | None:
    """Where two lists of marks part, and how.

    ``missing``, ``inserted`` or ``changed``, decided by where the lists agree again, or
    ``unclear``. The place counts in `found`; for ``missing`` it is where the line should have
    been.
    """
    ends = min(len(expected), len(found))
    place = next((at for at in range(ends) if expected[at] != found[at]), ends)
    wanted, there = expected[place:], found[place:]
    if not wanted and not there:
        return None
    if not wanted or not there:
        return place, "inserted" if there else "missing"
    if wanted[1 : 1 + _SURE] == there[1 : 1 + _SURE]:
        return place, "changed"
    for shift in range(1, max(len(wanted), len(there))):
        if wanted[shift : shift + _SURE] == there[:_SURE]:
            return place, "missing"
        if wanted[:_SURE] == there[shift : shift + _SURE]:
            return place, "inserted"
    return place, "unclear"
