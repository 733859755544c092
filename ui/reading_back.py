"""One session as it is in the record: whole, or what is left of it with what is missing said.

Rule: a damaged page or row costs the lines on it and nothing else. Nobody who wants to look back
      at a session is turned away because a part of it is gone; she is told which part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from data.errors import StoreDamaged
from data.export.moments import Moments
from data.partial import Hole, Partial, line_of, readable
from data.summaries import SessionSummary
from monitor.entries import Anchor, Entry
from ui.places import open_record
from ui.words import say


@dataclass(frozen=True, slots=True)
class AsItIs:
    """`entries` without waves; `head` and `sealed` as in `Material`; `missing` one sentence."""

    summary: SessionSummary
    entries: Sequence[Entry]
    anchors: tuple[Anchor, ...]
    head: str = ""
    sealed: str = ""
    missing: str = ""


def as_it_is(path: Path, key: bytes | None, wanted: str) -> AsItIs:
    """By its id, or a beginning that no other has. Raises a `StoreError`."""
    try:
        with open_record(path, read_only=True, key=key) as store:
            summary = store.summary(wanted)
            found = summary.session_id
            return AsItIs(
                summary,
                store.record(found),
                tuple(store.anchors(found)),
                store.heads([found]).sessions[found][1].hex(),
                store.sealed(found),
            )
    except StoreDamaged:
        left = readable(path, key, wanted)
        return AsItIs(line_of(left), left.entries, left.anchors, missing=missing_text(left))


def id_of(path: Path, key: bytes | None, wanted: str) -> str:
    """The whole id of a session, also of one whose line is torn. Raises a `StoreError`."""
    try:
        with open_record(path, read_only=True, key=key) as store:
            return store.summary(wanted).session_id
    except StoreDamaged:
        return readable(path, key, wanted).session_id


def missing_text(left: Partial) -> str:
    """Empty where it turns out that nothing of it is missing."""
    if not left.holes:
        return ""
    moments = Moments(left.anchors)
    lines = sum(hole.lines for hole in left.holes)
    where = ", ".join(_between(hole, moments) for hole in left.holes[:3])
    if len(left.holes) > 3:
        where = say("missing-and-more", where, len(left.holes) - 3)
    return say("missing-lines" if lines > 1 else "missing-line", lines, where)


def _between(hole: Hole, moments: Moments) -> str:
    since = _clock(hole.from_s, moments)
    if hole.to_s is None:
        return say("missing-from", since)
    return say("missing-between", since, _clock(hole.to_s, moments))


def _clock(at_s: float, moments: Moments) -> str:
    there = moments.local(at_s)
    return say("missing-second", f"{at_s:.0f}") if there is None else f"{there:%H:%M:%S}"
