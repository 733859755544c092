"""A session of which not everything can be read any more: what is there, and what is not.

Rule 1: asked only after reading it whole has failed: row by row takes its time.
Rule 2: what is missing is named by the time between the lines around it; a wave that is missing
        is not looked for, it is asked for only when somebody looks at that second.
Rule 3: nothing is put in the place of what is missing: a gap stays a gap, in every number too.
Rule 4: the file is only read. `chairside rescue` is what mends it.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from data.errors import NoSuchSession, StoreDamaged
from data.rows import COLUMNS, WAVES
from data.salvage import DamagedRecord
from data.store import SessionStore
from data.summaries import SessionSummary
from data.tally import Tally
from monitor.entries import Anchor, Entry

_TABLES = tuple(name for name in COLUMNS if name != WAVES)
_AS_COUNTED = (
    *("patient_id", "initials", "phase", "mg_per_kg", "weight_kg", "dose_mg", "profile", "driver"),
    *("peak_sbp", "peak_dbp", "alarms_high", "alarms_medium", "cuff_count", "notes", "route"),
)
"""Fields that mean the same in a count and in a line of the library."""


@dataclass(frozen=True, slots=True)
class Hole:
    """Lines that are missing: at most `lines`, between these two session seconds.

    Waves have numbers too, and some of those lines may be only waves. `to_s` None = up to an end
    that nobody knows.
    """

    lines: int
    from_s: float
    to_s: float | None


@dataclass(frozen=True, slots=True)
class Partial:
    """`entries` in order, without waves."""

    session_id: str
    entries: tuple[Entry, ...]
    anchors: tuple[Anchor, ...]
    holes: tuple[Hole, ...]


def readable(path: Path, key: bytes | None, session_id: str) -> Partial:
    """All of it that can be read, by its id or a beginning that no other has.

    Raises `NoSuchSession` when there is no trace of it.
    """
    with closing(DamagedRecord(path, key)) as record:
        number, session_id = _find(record.session_ids(), session_id)
        before = record.holes
        found = record.entries(number, session_id, _TABLES)
        anchors = tuple(one.anchor for one in record.anchors(number, session_id))
        torn = record.holes > before
        numbers = set(record.wave_numbers(number)) if torn else set()
        last_seq = record.last_seq(number)
    entries = tuple(found[seq] for seq in sorted(found))
    return Partial(session_id, entries, anchors, _holes(entries, numbers, last_seq))


def _find(ids: dict[int, str], wanted: str) -> tuple[int, str]:
    exact = [(n, name) for n, name in ids.items() if name == wanted]
    fitting = exact or [(n, name) for n, name in ids.items() if wanted and name.startswith(wanted)]
    if len(fitting) != 1:
        raise NoSuchSession(wanted, list(ids.values()))
    return fitting[0]


def _holes(entries: tuple[Entry, ...], waves: set[int], last_seq: int) -> tuple[Hole, ...]:
    holes = []
    first = entries[0] if entries else None
    if first is not None and (lines := _missing(-1, first.seq, waves)):
        holes.append(Hole(lines, 0.0, first.now_s))
    for one, after in pairwise(entries):
        if lines := _missing(one.seq, after.seq, waves):
            holes.append(Hole(lines, one.now_s, after.now_s))
    last_known, at_s = (entries[-1].seq, entries[-1].now_s) if entries else (-1, 0.0)
    if lines := _missing(last_known, last_seq + 1, waves):
        holes.append(Hole(lines, at_s, None))
    return tuple(holes)


def _missing(before: int, after: int, waves: set[int]) -> int:
    """How many numbers between these two nobody has."""
    between = after - before - 1
    if between <= 0:
        return 0
    return between - sum(1 for seq in range(before + 1, after) if seq in waves)


def listed(path: Path, key: bytes | None) -> list[SessionSummary]:
    """The line of every session, newest first, one that is torn counted from its session.

    Raises a `StoreError` when not even the sessions can be told.
    """
    with closing(DamagedRecord(path, key)) as record:
        ids = list(record.session_ids().values())
    lines = [_line(path, key, session_id) for session_id in ids]
    return sorted(lines, key=lambda line: (line.opened_utc_s, line.n), reverse=True)


def _line(path: Path, key: bytes | None, session_id: str) -> SessionSummary:
    try:
        with SessionStore.open(path, key, read_only=True) as store:
            return store.summary(session_id)
    except StoreDamaged:
        return line_of(readable(path, key, session_id))


def line_of(found: Partial) -> SessionSummary:
    """The line of the library, counted from what is left of the session."""
    tally = Tally()
    for entry in found.entries:
        tally = tally.after(round(entry.now_s * 1000), entry.what, entry.seq)
    last_s = max((entry.now_s for entry in found.entries), default=0.0)
    opened_s = (tally.opened_ms or 0) / 1000
    ended_s = last_s if tally.ended_ms is None else tally.ended_ms / 1000
    first = found.anchors[0] if found.anchors else None
    return SessionSummary(
        session_id=found.session_id,
        chair=tally.chair or 0,
        opened_utc_s=0.0 if first is None else first.utc_s - first.from_s + opened_s,
        offset_min=0 if first is None else first.offset_min,
        duration_s=max(0.0, ended_s - opened_s),
        last_s=last_s,
        ended=tally.ended_ms is not None,
        minutes=tally.minutes or 0.0,
        simulated=bool(tally.simulated),
        n=0,
        **{name: getattr(tally, name) for name in _AS_COUNTED},
    )
