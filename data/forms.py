"""Which monitoring forms of intranasal esketamine are due, late or sent, over all days.

Rule 1: a form is due seven days after the treatment, and stays open until somebody says that it
        was sent, however long ago that was. The newest tick of ``form:<session>`` counts.
Rule 2: what was sent of late is there too, with who said so and when.
Rule 3: only sessions are read that can have a form and have none sent: the list knows the route,
        and the database looks which of them names the drug before anything is worked out.
Rule 4: a session that cannot be read is open: better one form too many is asked for.
Rule 5: simulated sessions count only where all are (the demo).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from data import queries
from data.closing import FORM_DAYS, form_item
from data.connection import Connection
from data.day_book import DayTick, Moment, ticked
from data.errors import StoreDamaged
from data.queries import SessionFacts
from data.record_file import reading
from data.treatment_facts import treatment_facts
from monitor.plan import Drug
from monitor.routes import Route

SENT_SHOWN_DAYS = 30
_FORM = form_item("")
_CAN_HAVE_ONE = """WHERE (route = ? OR route IS NULL) AND (NOT simulated OR ?)
    AND id NOT IN (SELECT value FROM json_each(?))
    AND EXISTS (SELECT 1 FROM events WHERE session = sessions.n
        AND kind IN ('session-opened', 'set-plan') AND instr(body, ?))"""


@dataclass(frozen=True, slots=True)
class FormOf:
    """`day` is that of the treatment, `left_days` until it is due, below 0 = it is late.

    `sent` None = nobody said that it was sent.
    """

    session_id: str
    patient_id: str
    day: date
    due: date
    left_days: int
    sent: DayTick | None = None

    @property
    def late(self) -> bool:
        return self.sent is None and self.left_days < 0


def forms(
    path: Path, key: bytes | None, now: Moment, *, simulated: bool = False
) -> tuple[FormOf, ...]:
    """Open ones first, by the day they are due; then what was sent, the latest first.

    Raises a `StoreError`.
    """
    with reading(path, key) as connection:
        ticks = ticked(connection, date.min, date.max, _FORM)
        made = list(_forms(connection, ticks, now, simulated))
    waiting = sorted((one for one in made if one.sent is None), key=lambda one: one.due)
    sent = [(one.sent.utc_s, one) for one in made if one.sent is not None]
    return (*waiting, *(one for _at, one in sorted(sent, key=lambda pair: -pair[0])))


def _forms(
    connection: Connection, ticks: dict[str, DayTick], now: Moment, simulated: bool
) -> Iterator[FormOf]:
    since_s = now.utc_s - SENT_SHOWN_DAYS * 86400.0
    sent = {item.removeprefix(_FORM): tick for item, tick in ticks.items() if tick.done}
    long_sent = [session_id for session_id, tick in sent.items() if tick.utc_s < since_s]
    for facts in queries.all_facts(
        connection,
        _CAN_HAVE_ONE,
        Route.INTRANASAL.value,
        simulated,
        json.dumps(long_sent),
        f'"{Drug.ESKETAMINE.value}"',
    ):
        tick = sent.get(facts.session_id)
        if tick is not None or _wants_form(connection, facts):
            yield _form(facts, now, tick)


def _form(facts: SessionFacts, now: Moment, sent: DayTick | None) -> FormOf:
    day = Moment(facts.opened_utc, facts.offset_min).day
    due = day + timedelta(days=FORM_DAYS)
    left_days = (due - now.day).days
    return FormOf(facts.session_id, facts.tally.patient_id, day, due, left_days, sent)


def _wants_form(connection: Connection, facts: SessionFacts) -> bool:
    try:
        treatment = treatment_facts(connection, facts.n, facts.last_seq)
    except StoreDamaged:
        return True
    return treatment is not None and treatment.nasal_esketamine
