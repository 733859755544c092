"""The library: one line of each session, newest first, page by page, and what is looked for in it.

Rule 1: what is asked for is read, and no more: a page costs the same with ten sessions and with
        ten thousand. A search looks at each line once, inside the database.
Rule 2: a page ends at a place, not at a count: sessions that come or go meanwhile neither repeat
        nor hide a line.
Rule 3: how a line reads, and so what is found in it, is said by whoever shows it (`Wanted`).
Rule 4: a torn line is found whatever is looked for, so that reading it says that it is torn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from data.connection import Connection
from data.errors import StoreDamaged
from data.narrowing import DAY_S, EVERYTHING, LOCAL_S, Narrowing, day_of
from data.outside import FIRST_UTC_S, FURTHEST_ZONE_MIN, LAST_UTC_S, on_calendar

_NEVER_NULL = 8
"""So many columns at the front of a line always have a value."""
_OPENED = slice(4, 6)
_ENDED, _SIMULATED = 8, 16
"""Where a line has its two truths (SQLite has only numbers)."""
Place = tuple[float, int]
"""Where a session stands in the list: when it was opened, Unix seconds, and its number."""


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One line of the library.

    `opened_utc_s` is Unix seconds and `offset_min` the local zone's offset then; without an
    anchor, by the clock of the computer that wrote the first entry. `last_s` is the session
    second of the last entry, `duration_s` the time from the opening to the end (or to the last
    entry, while there is no end). Doses, weight and minutes are those of the plan; None = no
    infusion planned. Peaks are mmHg, None = no cuff result. `n` is its number in the record.
    `route` is a name of `monitor.routes.Route`, None = the record does not tell it.
    """

    session_id: str
    chair: int
    patient_id: str
    initials: str
    opened_utc_s: float
    offset_min: int
    duration_s: float
    last_s: float
    ended: bool
    phase: str
    mg_per_kg: float | None
    weight_kg: float | None
    dose_mg: float | None
    minutes: float
    profile: str
    driver: str
    simulated: bool
    peak_sbp: float | None
    peak_dbp: float | None
    alarms_high: int
    alarms_medium: int
    cuff_count: int
    notes: int
    n: int
    route: str | None = None

    @property
    def place(self) -> Place:
        return self.opened_utc_s, self.n


Searched = tuple[
    bytes, int, int, str, float, int, str, str, str,
    float | None, float | None, float, float | None, float | None, str,
]  # fmt: skip
"""What can be looked for in one line of the library.

First the head of its chain: as long as that is the same, nothing of the line has changed, but for
what the person at the screen calls it. Then `ended` and `simulated`. Then its
id, `opened_utc_s`, `offset_min`, `patient_id`, `initials`, `driver`, `mg_per_kg`, `dose_mg`,
`minutes`, `peak_sbp`, `peak_dbp` and `route` (empty = not told). A bare
tuple, because one is made of every session of the record while somebody types.
"""
Wanted = Callable[[Searched], bool]
"""True for a line that is looked for."""


@dataclass(frozen=True, slots=True)
class Found:
    """The first lines of those that were looked for, and how many there are in all."""

    lines: list[SessionSummary]
    count: int


_LINE = """
SELECT id, coalesce(chair, 0), patient_id, initials, opened_utc, offset_min,
    max(0, coalesce(ended_ms, last_ms) - coalesce(opened_ms, 0)) / 1000.0, last_ms / 1000.0,
    ended_ms IS NOT NULL, phase, mg_per_kg, weight_kg, dose_mg, coalesce(minutes, 0.0),
    profile, driver, simulated,
    peak_sbp, peak_dbp, alarms_high, alarms_medium, cuff_count, notes, n, route
FROM sessions {where} ORDER BY opened_utc DESC, n DESC {limit}
"""
"""The fields of `SessionSummary`, in their order: a clinic has thousands of sessions to list."""
_SEARCHED = len(get_args(Searched))
_ALL = -1
"""SQLite's word for no limit."""
_BEFORE = "(opened_utc, n) < (?, ?)"
_TORN = f"""(patient_id IS NULL OR initials IS NULL OR opened_utc IS NULL OR offset_min IS NULL
    OR opened_utc < {FIRST_UTC_S} OR opened_utc >= {LAST_UTC_S}
    OR offset_min < -{FURTHEST_ZONE_MIN} OR offset_min > {FURTHEST_ZONE_MIN})"""
_WANTED = """wanted(head, ended_ms IS NOT NULL, simulated, id, opened_utc, offset_min, patient_id,
        initials, coalesce(driver, ''), mg_per_kg, dose_mg, coalesce(minutes, 0.0), peak_sbp,
        peak_dbp, coalesce(route, ''))"""
_ZONE_S = FURTHEST_ZONE_MIN * 60


def summaries(
    connection: Connection, where: str = "", *values: object, limit: int | None = None
) -> list[SessionSummary]:
    """Lines of the library, newest first; at most `limit` of them, None = all."""
    lines = []
    asked = (*values, _ALL if limit is None else limit)
    for row in connection.execute(_LINE.format(where=where, limit="LIMIT ?"), asked):
        if None in row[:_NEVER_NULL] or not on_calendar(*row[_OPENED]):
            raise StoreDamaged(f"the line of session {row[0]} is torn; restore the last backup")
        line = list(row)
        line[_ENDED], line[_SIMULATED] = bool(line[_ENDED]), bool(line[_SIMULATED])
        lines.append(SessionSummary(*line))
    return lines


def page(
    connection: Connection, limit: int | None, before: Place | None = None
) -> list[SessionSummary]:
    """The lines after this place, None = from the newest on."""
    if before is None:
        return summaries(connection, limit=limit)
    return summaries(connection, f"WHERE {_BEFORE}", *before, limit=limit)


def count(connection: Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM sessions").fetchall()[0][0])


def search(
    connection: Connection,
    wanted: Wanted | None,
    limit: int | None,
    narrowing: Narrowing = EVERYTHING,
) -> Found:
    """The first page of what is looked for, and how much there is of it.

    `wanted` None = whatever its line says; `limit` None = all of it.
    """
    where, values = _looked_for(connection, wanted, narrowing)
    if limit is None:
        lines = summaries(connection, f"WHERE {where}", *values)
        return Found(lines, len(lines))
    if wanted is None:
        ((found,),) = connection.execute(f"SELECT count(*) FROM sessions WHERE {where}", values)
        return Found(summaries(connection, f"WHERE {where}", *values, limit=limit), int(found))
    # Asking about each line is what takes long: it is done once.
    numbers = [
        int(n)
        for (n,) in connection.execute(
            f"SELECT n FROM sessions WHERE {where} ORDER BY opened_utc DESC, n DESC", values
        )
    ]
    marks = ", ".join("?" * len(numbers[:limit]))
    lines = summaries(connection, f"WHERE n IN ({marks})", *numbers[:limit])
    return Found(lines, len(numbers))


def search_on(
    connection: Connection,
    wanted: Wanted | None,
    limit: int,
    before: Place,
    narrowing: Narrowing = EVERYTHING,
) -> list[SessionSummary]:
    """The next page of what is looked for."""
    where, values = _looked_for(connection, wanted, narrowing)
    where = f"WHERE {_BEFORE} AND {where}"
    return summaries(connection, where, *before, *values, limit=limit)


def days(
    connection: Connection,
    first: date,
    last: date,
    wanted: Wanted | None = None,
    narrowing: Narrowing = EVERYTHING,
) -> dict[date, int]:
    """How many sessions were opened on each of these local days; a day without one is left out.

    Of those only that are looked for, whatever days `narrowing` names.
    """
    narrowing = replace(narrowing, first=first, last=last)
    conditions, values = _conditions(connection, wanted, narrowing)
    # In whatever zone: the index by time gives few more than are counted.
    begin_s = (first.toordinal() - date(1970, 1, 1).toordinal()) * DAY_S - _ZONE_S
    end_s = begin_s + ((last - first).days + 1) * DAY_S + 2 * _ZONE_S
    rows = connection.execute(
        f"SELECT CAST({LOCAL_S} / {DAY_S} AS INTEGER), count(*) FROM sessions"
        f" WHERE opened_utc >= ? AND opened_utc < ? AND NOT {_TORN} AND {conditions} GROUP BY 1",
        (begin_s, end_s, *values),
    )
    return {day_of(int(number)): int(found) for number, found in rows}


def _looked_for(
    connection: Connection, wanted: Wanted | None, narrowing: Narrowing
) -> tuple[str, tuple[object, ...]]:
    text, values = _conditions(connection, wanted, narrowing)
    return f"({_TORN} OR ({text}))", values


def _conditions(
    connection: Connection, wanted: Wanted | None, narrowing: Narrowing
) -> tuple[str, tuple[object, ...]]:
    """A condition on a whole line, with its values."""
    text, values = narrowing.sql()
    if wanted is not None:
        connection.create_function("wanted", _SEARCHED, lambda *line: wanted(line))
        text = f"{text} AND {_WANTED}" if text else _WANTED
    return text or "TRUE", values


def unfinished(connection: Connection) -> list[SessionSummary]:
    """Sessions without an end, by an index of their own."""
    return summaries(connection, "WHERE ended_ms IS NULL")
