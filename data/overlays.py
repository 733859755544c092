"""The sessions of one patient, to be laid over one another: all that was said of them, no seconds.

Rule 1: only sessions of that very patient id. Sessions without an id belong to nobody, and are
        compared with nothing.
Rule 2: simulated sessions and real ones are never given together.
Rule 3: a heart rate is a mean and a maximum over `SLOT_S`, counted inside the database: eight
        sessions are there at once, however long they are. Of several devices the core's own choice
        is taken (`monitor/taken.py`), slot by slot.
Rule 4: of a long course the newest `MOST` sessions are read, and the one that it is asked about:
        a window must never stand still for long. The number of the others is told.
Rule 5: a session that cannot be read hides none of the others; they say that it is missing.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from data import queries
from data.connection import Connection
from data.errors import StoreDamaged
from data.packing import layout_of
from data.queries import SessionFacts
from data.record_file import reading
from data.rows import COLUMNS, WAVES, to_entry
from monitor.amendments import Correct
from monitor.corrected import artefacts
from monitor.entries import Entry
from monitor.events import Numerics, SessionOpened
from monitor.taken import entries_taken
from monitor.vitals import JUDGED, Quality, Reading, VitalSign

SLOT_S = 15.0
MOST = 40
SAID = tuple(table for table in COLUMNS if table not in {WAVES, "numerics"})
"""The tables of what was said and done, and of the pressures."""


@dataclass(frozen=True, slots=True)
class HeartSlot:
    """The heart rate over `SLOT_S` about session second `at_s`, 1/min."""

    at_s: float
    mean: float
    highest: float


@dataclass(frozen=True, slots=True)
class Outline:
    """One session: its entries without seconds and waves, and its heart rate slot by slot."""

    session_id: str
    opened_utc_s: float
    offset_min: int
    ended: bool
    entries: tuple[Entry, ...]
    heart: tuple[HeartSlot, ...]

    @property
    def opened(self) -> SessionOpened | None:
        """None = it has no opening."""
        return next((e.what for e in self.entries if isinstance(e.what, SessionOpened)), None)


@dataclass(frozen=True, slots=True)
class Overlay:
    """Oldest first. `unreadable` are the ids of sessions that are missing here.

    `older` is how many there are besides.
    """

    patient_id: str
    sessions: tuple[Outline, ...] = ()
    unreadable: tuple[str, ...] = ()
    older: int = 0


def overlay_of(
    path: Path, key: bytes | None, patient_id: str, *, simulated: bool = False, about: str = ""
) -> Overlay:
    """The sessions of this patient, the simulated ones or the real. Raises a `StoreError`.

    `about` is the id of a session that is among them whatever its age; empty = none.
    """
    if not patient_id.strip():
        return Overlay(patient_id)
    sessions: list[Outline] = []
    unreadable: list[str] = []
    with reading(path, key) as connection:
        every = queries.all_facts(
            connection, "WHERE patient_id = ? AND simulated = ?", patient_id, int(simulated)
        )
        found = [*every[:MOST], *(one for one in every[MOST:] if one.session_id == about)]
        hearts = _heart_layouts(connection)
        for facts in reversed(found):
            try:
                sessions.append(_outline(connection, facts, hearts))
            except StoreDamaged:
                unreadable.append(facts.session_id)
    return Overlay(patient_id, tuple(sessions), tuple(unreadable), len(every) - len(found))


def _outline(connection: Connection, facts: SessionFacts, hearts: _Layouts) -> Outline:
    rows = queries.rows(connection, facts.n, facts.last_seq, tables=SAID)
    entries = tuple(to_entry(facts.session_id, row) for row in rows)
    return Outline(
        facts.session_id,
        facts.opened_utc,
        facts.offset_min,
        facts.tally.ended_ms is not None,
        entries,
        _heart(entries, tuple(_slots(connection, facts, hearts, entries))),
    )


# ---- the heart rate -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _HeartLayout:
    """Whose readings they are, and the quality of each heart rate in them that may be judged."""

    source: str
    signs: tuple[tuple[VitalSign, Quality], ...]


@dataclass(frozen=True, slots=True)
class _Slot:
    """What one device said in one slot: (mean, highest) of each heart rate."""

    entry: Entry
    highest: dict[VitalSign, float]


_Layouts = dict[int, _HeartLayout]
_HEARTS = (VitalSign.HR, VitalSign.PULSE)


def _heart_layouts(connection: Connection) -> _Layouts:
    found: _Layouts = {}
    for number, text in queries.layouts(connection).items():
        try:
            layout = layout_of(text)
        except ValueError:
            continue  # `verify` names it; its rows count for nothing here
        signs = tuple(one for one in layout.signs if one[0] in _HEARTS and one[1] in JUDGED)
        if signs:
            found[number] = _HeartLayout(layout.source, signs)
    return found


def _slots(
    connection: Connection, facts: SessionFacts, layouts: _Layouts, entries: Iterable[Entry]
) -> Iterator[_Slot]:
    """In order of time; each device's own. What was said to be an artefact is left out."""
    said = [entry.what for entry in entries if isinstance(entry.what, Correct)]
    values = [_value(sign, artefacts(said, sign)) for sign in _HEARTS]
    rows = connection.execute(
        f"SELECT t_ms / {round(SLOT_S * 1000)} AS slot, layout,"
        f" {', '.join(f'avg({value}), max({value})' for value in values)}"
        " FROM numerics WHERE session = ? AND seq <= ?"
        f" AND layout IN ({', '.join(map(str, layouts))})"
        " GROUP BY slot, layout ORDER BY slot, min(seq)",
        (facts.n, facts.last_seq),
    )
    for place, (slot, number, *found) in enumerate(rows):
        layout = layouts[number]
        measured = {VitalSign.HR: found[:2], VitalSign.PULSE: found[2:]}
        readings = tuple(
            Reading(sign, measured[sign][0], layout.source, quality)
            for sign, quality in layout.signs
            if measured[sign][0] is not None
        )
        # No number of a line of the record: no correction is about a slot.
        what, at_s = Numerics(readings), (slot + 0.5) * SLOT_S
        entry = Entry(facts.session_id, -1 - place, at_s, what)
        yield _Slot(entry, {sign: pair[1] for sign, pair in measured.items()})


def _value(sign: VitalSign, struck: set[int]) -> str:
    """The column of a heart rate, without the lines that are struck."""
    if not struck:
        return sign.value
    return f"CASE WHEN seq NOT IN ({', '.join(map(str, struck))}) THEN {sign.value} END"


def _heart(entries: Iterable[Entry], slots: tuple[_Slot, ...]) -> tuple[HeartSlot, ...]:
    """Of the ECG, or of the oximeter in a session without a rate from the ECG."""
    highest = {slot.entry.seq: slot.highest for slot in slots}
    # Before what was said at the same moment, so that a refusal follows what it answers.
    merged = heapq.merge((slot.entry for slot in slots), entries, key=attrgetter("now_s"))
    taken: dict[VitalSign, dict[float, HeartSlot]] = {sign: {} for sign in _HEARTS}
    for entry in entries_taken(merged):
        if not isinstance(entry.what, Numerics) or entry.seq not in highest:
            continue
        for one in entry.what.readings:
            best = highest[entry.seq][one.sign]
            # A preferred device takes the place of another one in the same slot.
            taken[one.sign][entry.now_s] = HeartSlot(entry.now_s, one.value, best)
    return tuple((taken[VitalSign.HR] or taken[VitalSign.PULSE]).values())
