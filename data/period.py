"""All sessions of some days, as figures of the clinic: nothing in them says whose they are.

Rule 1: of a session only its line, its human entries, its alarms and its pressures are read, never
        its seconds: a quarter with six hundred sessions is there at once. How long a value lay
        beyond a limit is therefore not among the figures (`chairside alarm-report` has it).
Rule 2: a session belongs to the day on which it was opened, by the clock of its own place.
Rule 3: simulated sessions and real ones are never counted together.
Rule 4: what was given is told by `data/treatment_facts.py`, what the alarms were worth by
        `monitor/alarm_report.py`, peaks by the tally of the record; here nothing is counted anew.
Rule 5: a session that cannot be read is counted as that.
Rule 6: figures that were read are good as long as the head of the session's chain is the same.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from data import queries
from data.codec import KINDS
from data.connection import Connection
from data.errors import StoreDamaged
from data.queries import SessionFacts
from data.record_file import reading
from data.rows import Row, to_entry
from data.treatment_facts import TreatmentFacts, treatment_facts
from monitor.alarm_report import AlarmReport, report_of
from monitor.commands import Acknowledge, ManualCuff
from monitor.entries import Entry
from monitor.events import Numerics, Resumed
from monitor.outcomes import AlarmPhase, BaselineAccepted, PhaseChanged
from monitor.routes import Route

DAY_S = 86_400.0
_NAMES = {kind: name for name, kind in KINDS.items()}
_REPORTED = tuple(
    _NAMES[kind] for kind in (Acknowledge, ManualCuff, PhaseChanged, Resumed, BaselineAccepted)
)
"""What the alarm report and the resting values are made of, besides alarms and cuff results."""


@dataclass(frozen=True, slots=True)
class SessionFigures:
    """One session. Pressures mmHg, times s; None = not known, or there is no such value.

    `route` None = nothing was given. `rise_sbp` is the peak less the accepted resting value;
    `leaving_s` the time from the end of the drug (the last dose, by another route) to the end of
    the session; `given_mg_per_kg` what was given, by the weight it was planned for. `report` is
    without times beyond limits.
    """

    route: Route | None
    peak_sbp: float | None
    rise_sbp: float | None
    lasted_s: float | None
    leaving_s: float | None
    given_mg_per_kg: float | None
    report: AlarmReport


@dataclass(frozen=True, slots=True)
class Period:
    """`first` and `last` are its days, both within it. `unreadable` is a number of sessions."""

    first: date
    last: date
    sessions: tuple[SessionFigures, ...] = ()
    unreadable: int = 0


Known = dict[int, tuple[bytes, SessionFigures]]
"""Figures by the number of their session, each with the head of the chain that they are of."""
MOST_KNOWN = 10_000


def period_of(
    path: Path,
    key: bytes | None,
    first: date,
    last: date,
    *,
    simulated: bool = False,
    known: Known | None = None,
) -> Period:
    """The sessions of these days, either the simulated ones or the real. Raises a `StoreError`.

    `known` is what was read of this record before; what is read now is added to it.
    """
    known = {} if known is None else known
    sessions: list[SessionFigures] = []
    unreadable = 0
    with reading(path, key) as connection:
        for facts in _facts_between(connection, first, last, simulated=simulated):
            try:
                sessions.append(_read(connection, facts, known))
            except StoreDamaged:
                unreadable += 1
    return Period(first, last, tuple(sessions), unreadable)


def _read(connection: Connection, facts: SessionFacts, known: Known) -> SessionFigures:
    head, figures = known.get(facts.n, (b"", None))
    if figures is None or head != facts.chain.head:
        figures = _figures(connection, facts)
        if len(known) >= MOST_KNOWN:
            known.clear()
        known[facts.n] = facts.chain.head, figures
    return figures


def _facts_between(
    connection: Connection, first: date, last: date, *, simulated: bool
) -> list[SessionFacts]:
    from_s, to_s = _midnight_s(first), _midnight_s(last) + DAY_S
    return queries.all_facts(
        connection,
        "WHERE opened_utc >= ? AND opened_utc < ? AND simulated = ?"
        " AND opened_utc + offset_min * 60 >= ? AND opened_utc + offset_min * 60 < ?",
        *(from_s - DAY_S, to_s + DAY_S),  # no zone is further away; an index finds these
        *(int(simulated), from_s, to_s),
    )


def _midnight_s(day: date) -> float:
    """Unix seconds of a local midnight, as if it were that of UTC."""
    return (datetime.combine(day, datetime.min.time(), UTC) - _EPOCH) / timedelta(seconds=1)


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _figures(connection: Connection, facts: SessionFacts) -> SessionFigures:
    treatment = treatment_facts(connection, facts.n, facts.last_seq)
    entries = tuple(_reported(connection, facts))
    rests = [one.what.sbp for one in entries if isinstance(one.what, BaselineAccepted)]
    tally = facts.tally
    peak, rest = tally.peak_sbp, rests[-1] if rests else None
    given = treatment if treatment is not None and treatment.treated else None
    lasted_ms = None if tally.ended_ms is None else tally.ended_ms - (tally.opened_ms or 0)
    return SessionFigures(
        route=None if given is None else given.route,
        peak_sbp=peak,
        rise_sbp=None if peak is None or rest is None else peak - rest,
        lasted_s=None if lasted_ms is None else lasted_ms / 1000,
        leaving_s=_leaving_s(given, tally.ended_ms),
        given_mg_per_kg=_by_weight(given, facts.last_ms / 1000),
        report=report_of(entries, breach=False),
    )


def _leaving_s(given: TreatmentFacts | None, ended_ms: int | None) -> float | None:
    if given is None or ended_ms is None:
        return None
    clock = given.clock
    done_s = clock.ended_at if clock.last_dose_at is None else clock.last_dose_at
    return None if done_s is None else max(0.0, ended_ms / 1000 - done_s)


def _by_weight(given: TreatmentFacts | None, until_s: float) -> float | None:
    if given is None:
        return None
    mg = given.given_mg(until_s)
    weight = given.plan.weight_kg or given.opened.patient.weight_kg
    return None if mg is None or not weight else mg / weight


def _reported(connection: Connection, facts: SessionFacts) -> Iterator[Entry]:
    """What the alarm report is made of, between the first and the last moment of the session."""
    session_id, opened_s = facts.session_id, (facts.tally.opened_ms or 0) / 1000
    yield Entry(session_id, -1, opened_s, Numerics(()))
    for row in heapq.merge(*(_rows(connection, facts, table) for table in _ASKED), key=_seq):
        yield to_entry(session_id, row)
    yield Entry(session_id, facts.last_seq + 1, facts.last_ms / 1000, Numerics(()))


def _rows(connection: Connection, facts: SessionFacts, table: str) -> Iterator[Row]:
    asked, more = _ASKED[table]
    for values in connection.execute(asked, (facts.n, facts.last_seq, *more)):
        yield Row(table, values)


def _seq(row: Row) -> int:
    return int(row.values[0])


_IN_ORDER = "WHERE session = ? AND seq <= ? {0} ORDER BY seq"
_ASKED: dict[str, tuple[str, tuple[str, ...]]] = {
    # Of an alarm, what was measured and said does not count for the report, and costs most.
    "alarms": (
        "SELECT seq, t_ms, key, alarm, NULL, priority, state, NULL, NULL, '[]', '' FROM alarms "
        + _IN_ORDER.format(f"AND state <> '{AlarmPhase.REMINDED.value}'"),
        (),
    ),
    "cuff_results": (
        "SELECT seq, t_ms, sbp, dbp, NULL, NULL, '', quality, age_s, NULL FROM cuff_results "
        + _IN_ORDER.format(""),
        (),
    ),
    "events": (
        "SELECT seq, t_ms, kind, body FROM events "
        + _IN_ORDER.format(f"AND kind IN ({', '.join('?' * len(_REPORTED))})"),
        _REPORTED,
    ),
}
