"""The lines of one session from several places, in the order in which they are written again.

Rule: entries come by their numbers; an anchor comes behind the entry it came with, or, where that
      is not known, before the first entry of its moment. So a chain that is made anew is the same
      when nothing is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from monitor.entries import Anchor, Entry

BATCH = 2000


@dataclass(frozen=True, slots=True)
class Placed:
    """`after_seq` is the number of the entry before it, -1 = before all; None = unknown."""

    anchor: Anchor
    after_seq: int | None = None


def in_order(
    entries: Mapping[int, Entry], anchors: Sequence[Placed], batch: int = BATCH
) -> Iterator[tuple[list[Entry], list[Anchor]]]:
    """What `SessionStore.write` takes, part by part: entries first, then anchors."""
    numbers = sorted(entries)
    lines = [entries[seq] for seq in numbers]
    places = sorted(
        ((_place(one, numbers, lines), one.anchor.from_s, at) for at, one in enumerate(anchors)),
    )
    done = 0
    for place, _from_s, at in places:
        yield from _parts(lines[done:place], batch)
        yield [], [anchors[at].anchor]
        done = max(done, place)
    yield from _parts(lines[done:], batch)


def _place(placed: Placed, numbers: Sequence[int], lines: Sequence[Entry]) -> int:
    """How many of the entries come before it."""
    if placed.after_seq is not None:
        return sum(1 for seq in numbers if seq <= placed.after_seq)
    return sum(1 for line in lines if line.now_s < placed.anchor.from_s)


def _parts(lines: Sequence[Entry], batch: int) -> Iterator[tuple[list[Entry], list[Anchor]]]:
    for start in range(0, len(lines), batch):
        yield list(lines[start : start + batch]), []
