"""What is not finished when a day closes, and where the drug of the day went.

Rule 1: looked at are the sessions that were opened on this local day and on the seven before;
        forms are looked for longer, so that one that is late does not vanish.
Rule 2: a REMS-style form is due seven days after an intranasal treatment with esketamine. Who sent
        it ticks ``form:<session>``. `data/forms.py` knows those of all days.
Rule 3: what a session gave comes from its lots in the order in which they were drawn, from each at
        most what was drawn and not wasted; what is left over comes from the last one.
Rule 4: simulated sessions count only where all are (the demo), which nobody backs up.
Rule 5: a backup is done when one that was begun today was verified; nobody ticks it by hand.

Unfinished are, by `what`: ``unsigned``, ``unclaimed`` (how many entries), ``form`` and
``form-late`` (the day it is, or was, due), ``pump`` (its volume was not entered), ``waste`` (so
many mg of what was drawn are neither given nor thrown away), ``unreadable`` and ``backup``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from data import queries
from data.audit import AuditKind, facts_in
from data.connection import Connection
from data.day_book import ClosingView, LedgerLine, Moment, PumpLine, Unfinished, ticked
from data.errors import StoreDamaged
from data.queries import SessionFacts
from data.record_file import reading
from data.treatment_facts import TreatmentFacts, treatment_facts
from monitor.phases import Phase
from monitor.routes import Route
from monitor.treatment.commands import UNCLAIMED

LOOKED_AT_DAYS = 7
FORM_DAYS = 7
FORMS_LOOKED_FOR_DAYS = 30
LEFT_OVER_MG = 0.5
"""Less than that in a syringe is what cannot be read off its scale."""
BACKUP, CLOSED = "backup", "closed"
_LEAST_MG = 0.005
_OVER = frozenset({Phase.RECOVERY.value, Phase.DISCHARGE.value, Phase.SIGNED.value})


def form_item(session_id: str) -> str:
    """The item that is ticked when the form of this session was sent."""
    return f"form:{session_id}"


def closing(path: Path, key: bytes | None, now: Moment, *, simulated: bool = False) -> ClosingView:
    """Newest session first; the backup last. Raises a `StoreError`."""
    today = now.day
    with reading(path, key) as connection:
        sent = ticked(connection, today - timedelta(days=FORMS_LOOKED_FOR_DAYS), today)
        unfinished: list[Unfinished] = []
        drugs: list[_Drug] = []
        pumps: list[PumpLine] = []
        since = now.utc_s - (FORMS_LOOKED_FOR_DAYS + 1) * 86400.0
        for facts in queries.all_facts(
            connection, "WHERE opened_utc >= ? AND (NOT simulated OR ?)", since, simulated
        ):
            day = _day_of(facts)
            try:
                treatment = treatment_facts(connection, facts.n, facts.last_seq)
            except StoreDamaged:
                unfinished.append(_named(facts, "unreadable"))
                continue
            if treatment is None:
                continue
            if (today - day).days <= LOOKED_AT_DAYS:
                unfinished += _open_ends(connection, facts, treatment)
            tick = sent.get(form_item(facts.session_id))
            if tick is None or not tick.done:
                unfinished += _form(facts, treatment, day, today)
            if day == today:
                drugs.append(_Drug(treatment, treatment.given_mg(facts.last_ms / 1000) or 0.0))
                pumps += _pump(facts, treatment)
        if not simulated and not backed_up(connection, now):
            unfinished.append(Unfinished("", "", BACKUP))
    return ClosingView(tuple(unfinished), ledger_of(drugs), tuple(pumps))


def backed_up(connection: Connection, now: Moment) -> bool:
    """A backup that was begun today counted."""
    rows = connection.execute(
        "SELECT facts FROM audit WHERE kind = ? AND utc >= ? ORDER BY n DESC",
        (AuditKind.BACKUP, now.utc_s - 2 * 86400.0),
    )
    for (text,) in rows:
        said = facts_in(0, text)
        if said.get("verified") is True:
            return Moment(float(said.get("at", 0.0)), now.offset_min).day == now.day
    return False


def _pump(facts: SessionFacts, treatment: TreatmentFacts) -> Iterator[PumpLine]:
    if treatment.route is not Route.IV or not treatment.treated:
        return
    mg = treatment.clock.mg_given(facts.last_ms / 1000)
    concentration = treatment.plan.concentration_mg_per_ml
    ml = None if mg is None or concentration is None else round(mg / concentration, 2)
    yield PumpLine(facts.session_id, facts.tally.patient_id, ml, treatment.pump_ml)


def _day_of(facts: SessionFacts) -> date:
    return Moment(facts.opened_utc, facts.offset_min).day


def _named(facts: SessionFacts, what: str, text: str = "") -> Unfinished:
    return Unfinished(facts.session_id, facts.tally.patient_id, what, text)


def _open_ends(
    connection: Connection, facts: SessionFacts, treatment: TreatmentFacts
) -> Iterator[Unfinished]:
    if facts.tally.ended_ms is None:
        yield _named(facts, "unsigned")
    unclaimed = unclaimed_of(connection, facts)
    if unclaimed:
        yield _named(facts, "unclaimed", str(unclaimed))
    over = facts.tally.ended_ms is not None or facts.tally.phase in _OVER
    if not treatment.drawn or not over:
        return
    if treatment.route is Route.IV and treatment.treated and treatment.pump_ml is None:
        yield _named(facts, "pump")
    given_mg = (treatment.given_mg(facts.last_ms / 1000) or 0.0) if treatment.treated else 0.0
    left_mg = treatment.drawn_mg - treatment.wasted_mg - given_mg
    if abs(left_mg) >= LEFT_OVER_MG:
        yield _named(facts, "waste", f"{left_mg:.1f}")


def unclaimed_of(connection: Connection, facts: SessionFacts) -> int:
    """How many entries of the session nobody has claimed."""
    nobody = f'%"by":"{UNCLAIMED}"%'
    rows = connection.execute(
        "SELECT count(*) FROM events WHERE session = ? AND seq > coalesce((SELECT max(seq)"
        " FROM events WHERE session = ? AND kind = 'claim' AND body NOT LIKE ?), -1)"
        " AND seq <= ? AND body LIKE ?",
        (facts.n, facts.n, nobody, facts.last_seq, nobody),
    )
    return int(rows.fetchall()[0][0])


def _form(
    facts: SessionFacts, treatment: TreatmentFacts, day: date, today: date
) -> Iterator[Unfinished]:
    due = day + timedelta(days=FORM_DAYS)
    if treatment.nasal_esketamine:
        yield _named(facts, "form" if today <= due else "form-late", due.isoformat())


@dataclass(frozen=True, slots=True)
class _Drug:
    treatment: TreatmentFacts
    given_mg: float


def ledger_of(drugs: list[_Drug]) -> tuple[LedgerLine, ...]:
    """One line a lot and vial, in order of their names."""
    found: dict[tuple[str, str], list[float]] = {}
    for drug in drugs:
        for vial, masses in _by_vial(drug).items():
            sums = found.setdefault(vial, [0.0, 0.0, 0.0])
            found[vial] = [one + other for one, other in zip(sums, masses, strict=True)]
    return tuple(LedgerLine(*vial, *map(_mg, found[vial])) for vial in sorted(found))


def _by_vial(drug: _Drug) -> dict[tuple[str, str], list[float]]:
    """Drawn, given and wasted of each vial in one session."""
    vials: dict[tuple[str, str], list[float]] = {}
    for drawn in drug.treatment.drawn:
        vials.setdefault((drawn.lot, drawn.vial), [0.0, 0.0, 0.0])[0] += drawn.mg
    for wasted in drug.treatment.wasted:
        vials.setdefault((wasted.lot, wasted.vial), [0.0, 0.0, 0.0])[2] += wasted.mg
    left_mg = drug.given_mg
    for masses in vials.values():
        masses[1] = min(left_mg, max(0.0, masses[0] - masses[2]))
        left_mg -= masses[1]
    if vials and left_mg > _LEAST_MG:
        list(vials.values())[-1][1] += left_mg
    return vials


def _mg(mass: float) -> float:
    return round(mass, 2) + 0.0
