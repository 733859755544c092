"""The day of a clinic: today's list, what was ticked at opening and closing, what is unfinished.

Rule 1: lines are only added. Of two about one patient, or about one item, the newer one counts.
Rule 2: a day is the local calendar day; the moment and the local zone come as an argument.
Rule 3: what may stand in a line is decided before it comes here (`data/day_list.py`).
"""

from __future__ import annotations

import enum
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from data.audit import AuditChain, AuditKind
from data.connection import Connection
from data.errors import StoreDamaged
from data.record_file import reading, writing


@dataclass(frozen=True, slots=True)
class TodayEntry:
    """A patient who is expected.

    `at` is HH:MM or empty; `chair` None = any; `profile` empty = open.
    """

    patient_id: str
    initials: str = ""
    at: str = ""
    chair: int | None = None
    profile: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DayTick:
    """`item` is an id of the checklist of the day; `done` False = taken back, or not in order."""

    item: str
    done: bool
    text: str
    by: str
    utc_s: float


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One lot over all patients of the day, mg."""

    lot: str
    vial: str
    drawn_mg: float
    given_mg: float
    wasted_mg: float

    @property
    def missing_mg(self) -> float:
        return self.drawn_mg - self.given_mg - self.wasted_mg


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Something of one session that is not done; `what` is an id of the screen."""

    session_id: str
    patient_id: str
    what: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class PumpLine:
    """One infusion of the day, mL. `pump_ml` None = nobody entered what the pump says."""

    session_id: str
    patient_id: str
    calculated_ml: float | None
    pump_ml: float | None


@dataclass(frozen=True, slots=True)
class ClosingView:
    """Unsigned and unclaimed sessions, forms that are due; the vials; the pumps, newest first."""

    unfinished: tuple[Unfinished, ...] = ()
    ledger: tuple[LedgerLine, ...] = ()
    pumps: tuple[PumpLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """Unix seconds, and the minutes by which local time is ahead of UTC."""

    utc_s: float
    offset_min: int

    @property
    def day(self) -> date:
        """The local calendar day."""
        return (
            datetime.fromtimestamp(self.utc_s, UTC) + timedelta(minutes=self.offset_min)
        ).date()


class LineKind(enum.StrEnum):
    """What a line says; the names are on the disk."""

    PLAN = "plan"
    DROP = "drop"
    TICK = "tick"


class DayBook:
    """The days in one record. Every question and every line may raise a `StoreError`."""

    def __init__(self, path: Path, key: bytes | None) -> None:
        self._path = path
        self._key = key

    def today(self, now: Moment) -> tuple[TodayEntry, ...]:
        """In the order of their times; those without one last, as they were put in."""
        found: dict[str, TodayEntry] = {}
        for kind, body, _by, _utc_s in self._lines(now, LineKind.PLAN, LineKind.DROP):
            if kind is LineKind.PLAN:
                entry = _entry(body)
                found[entry.patient_id] = entry
            else:
                found.pop(str(body.get("patient_id")), None)
        return tuple(sorted(found.values(), key=lambda entry: entry.at or "~"))

    def plan(self, entries: Iterable[TodayEntry], by: str, now: Moment) -> None:
        """All of them, or none when the record does not take them."""
        self._add(now, by, [(LineKind.PLAN, asdict(entry)) for entry in entries])

    def drop(self, patient_id: str, by: str, now: Moment) -> None:
        self._add(now, by, [(LineKind.DROP, {"patient_id": patient_id})])

    def ticks(self, now: Moment) -> tuple[DayTick, ...]:
        """Those of this day, oldest first; an item that was ticked twice comes twice."""
        return tuple(_tick(*line[1:]) for line in self._lines(now, LineKind.TICK))

    def tick(self, item: str, done: bool, text: str, by: str, now: Moment) -> None:
        self._add(now, by, [(LineKind.TICK, {"item": item, "done": done, "text": text})])

    def _lines(self, now: Moment, *kinds: LineKind) -> list[_Line]:
        with reading(self._path, self._key) as connection:
            return _read(connection, now.day, now.day, *kinds)

    def _add(self, now: Moment, by: str, bodies: list[tuple[LineKind, dict[str, Any]]]) -> None:
        day = now.day.isoformat()
        with writing(self._path, self._key) as connection:
            chain = AuditChain(connection, self._key)
            for kind, body in bodies:
                text = json.dumps(body, separators=(",", ":"))
                line = {"day": day, "kind": kind.value, "body": text, "by": by, "utc": now.utc_s}
                chain.add_row(AuditKind.DAY, by, now.utc_s, "day_lines", **line)


_CHAIR = frozenset({int, type(None)})
_Line = tuple[LineKind, dict[str, Any], str, float]
"""Kind, body, by whom, when."""


def ticked(
    connection: Connection, first: date, last: date, beginning: str = ""
) -> dict[str, DayTick]:
    """The newest tick of each item on these days, of items only that begin so."""
    lines = _read(connection, first, last, LineKind.TICK, holding=beginning)
    ticks = (_tick(*line[1:]) for line in lines)
    return {tick.item: tick for tick in ticks if tick.item.startswith(beginning)}


def _read(
    connection: Connection, first: date, last: date, *kinds: LineKind, holding: str = ""
) -> list[_Line]:
    """`holding`: only those lines in whose text this stands."""
    wanted = ", ".join("?" * len(kinds))
    rows = connection.execute(
        "SELECT kind, body, by, utc FROM day_lines"
        f" WHERE day BETWEEN ? AND ? AND kind IN ({wanted}) AND instr(body, ?) ORDER BY n",
        (first.isoformat(), last.isoformat(), *kinds, holding),
    )
    return [(LineKind(kind), _body(body), by, utc_s) for kind, body, by, utc_s in rows]


def _body(text: str) -> dict[str, Any]:
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict):
        raise StoreDamaged("a line of a day cannot be read; restore the last backup")
    return body


def _entry(body: dict[str, Any]) -> TodayEntry:
    """What a newer version adds is passed over."""
    known = {field.name for field in fields(TodayEntry)}
    try:
        entry = TodayEntry(**{name: value for name, value in body.items() if name in known})
    except TypeError as error:
        raise StoreDamaged(
            f"a line of today's list cannot be read ({error}); restore the last backup"
        ) from error
    texts = (entry.patient_id, entry.initials, entry.at, entry.profile, entry.note)
    if not all(isinstance(text, str) for text in texts) or type(entry.chair) not in _CHAIR:
        raise StoreDamaged("a line of today's list is torn; restore the last backup")
    return entry


def _tick(body: dict[str, Any], by: str, utc_s: float) -> DayTick:
    text = str(body.get("text", ""))
    return DayTick(str(body.get("item")), bool(body.get("done")), text, by, utc_s)
