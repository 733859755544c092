"""A session's hash chain: what makes a changed, removed or inserted line visible.

    head 0 = H(seed)                      (session, when and by which program it was begun)
    head k = SHA-256(head k-1, H(item k))

H is HMAC-SHA256 under the key of the chain (`data/chain_keys.py`), which nobody has who only has
the rows; in a record in clear there is no key, and H is SHA-256.

Items are the rows of a session in the order they were written: entries by seq, each anchor after
the entry it came with. Every 32 items (64 with a key) a `Link` is kept: the head there, and of
each item two bytes of its hash, by which the item that differs can be named. What came after the
last link is in the session's own row (`head`, `tail`) and grows with every commit. With a key the
row is sealed: the head of a link, put there by somebody who cut off what followed, has no seal.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

GROUP, KEYED_GROUP = 32, 64
"""Items between two links, without and with a key."""
MARK_BYTES = 2


def digest(key: bytes | None, data: bytes) -> bytes:
    """32 bytes."""
    return hashlib.sha256(data).digest() if key is None else hmac.digest(key, data, "sha256")


def group_of(key: bytes | None) -> int:
    return GROUP if key is None else KEYED_GROUP


def seed(session_id: str, created_utc: float, program: str, key: bytes | None = None) -> bytes:
    text = json.dumps(["chairside-record-1", session_id, created_utc, program])
    return digest(key, text.encode())


@dataclass(frozen=True, slots=True)
class Link:
    """The chain after `items` items; `marks` are those of all since the link before."""

    items: int
    head: bytes
    marks: bytes


@dataclass(frozen=True, slots=True)
class Chain:
    """Where a chain has got to. `tail` are the marks since the last link."""

    head: bytes
    items: int = 0
    tail: bytes = b""
    key: bytes | None = field(default=None, repr=False, compare=False)

    def then(self, canonical: bytes) -> tuple[Chain, Link | None]:
        """The chain one item further, and the link that this item completes."""
        chain, links = self.after([canonical])
        return chain, links[0] if links else None

    def after(self, canonicals: Iterable[bytes]) -> tuple[Chain, list[Link]]:
        """The chain so many items further, and the links that they complete."""
        head, items, marks, key = self.head, self.items, self.tail, self.key
        full, links = group_of(key) * MARK_BYTES, []
        for canonical in canonicals:
            hashed = digest(key, canonical)
            # Without the key nobody knows the hash of an item: its head needs no key of its own.
            head = hashlib.sha256(head + hashed).digest()
            items += 1
            marks += hashed[:MARK_BYTES]
            if len(marks) >= full:
                links.append(Link(items, head, marks))
                marks = b""
        return Chain(head, items, marks, key), links

    def seal(self, session_id: str, last_seq: int) -> bytes:
        """Says that the chain really stood here once."""
        place = f"seal {session_id!r} {self.items} {last_seq} ".encode()
        return digest(self.key, place + self.head + self.tail)


def mark(canonical: bytes, key: bytes | None = None) -> bytes:
    return digest(key, canonical)[:MARK_BYTES]


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
