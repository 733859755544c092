"""What the record says of one treatment: read from its few human entries, never from its vitals.

Rule 1: a command that the core refused says nothing. `Refused` follows the command it answers,
        before the next one.
Rule 2: what was given is told again as everywhere (`monitor/treatment/retold.py`): by the core's
        own arithmetic, and by the pump's own figure once that was entered.
Rule 3: what was corrected afterwards counts as corrected (`monitor/corrected.py`).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, get_args

from data.codec import KINDS, What, decode
from data.connection import Connection
from data.errors import StoreDamaged
from monitor.amendments import Correct
from monitor.commands import (
    BeginEmergency,
    Command,
    PauseInfusion,
    ResumeInfusion,
    Sedation,
    StartInfusion,
    StopInfusion,
)
from monitor.corrected import entries_corrected
from monitor.entries import Entry
from monitor.events import SessionOpened
from monitor.infusion import InfusionClock
from monitor.outcomes import PhaseChanged, Refused
from monitor.plan import Drug, Plan
from monitor.routes import Route
from monitor.treatment.commands import (
    ChangeRate,
    DrawDrug,
    GiveDose,
    Mount,
    PumpVolume,
    Scale,
    Score,
    SetPlan,
    WasteDrug,
)
from monitor.treatment.mounting import merged
from monitor.treatment.retold import GivenRetold

_NAMES = {kind: name for name, kind in KINDS.items()}
_COMMANDS = tuple(_NAMES[kind] for kind in get_args(Command))


@dataclass(slots=True)
class TreatmentFacts:
    """Masses in mg. `started_seq` is the number of the entry that began it; None = nothing given.

    `given` is plan, route, doses and pump, as they were at the end.

    `scores` are the last total of each scale. A worst None = it was never asked.
    """

    opened: SessionOpened
    given: GivenRetold
    started_seq: int | None = None
    drawn: list[DrawDrug] = field(default_factory=list)
    wasted: list[WasteDrug] = field(default_factory=list)
    scores: dict[str, int] = field(default_factory=dict)
    worst_dissociation: int | None = None
    worst_sedation: int | None = None
    mount: Mount | None = None
    emergency: bool = False
    corrections: list[Correct] = field(default_factory=list)

    @property
    def plan(self) -> Plan:
        return self.given.plan

    @property
    def route(self) -> Route:
        return self.given.route

    @property
    def clock(self) -> InfusionClock:
        return self.given.clock

    @property
    def pump_ml(self) -> float | None:
        return self.given.pump_ml

    @property
    def treated(self) -> bool:
        return self.started_seq is not None

    @property
    def nasal_esketamine(self) -> bool:
        """A treatment for which there is a monitoring form."""
        nasal = self.route is Route.INTRANASAL and self.plan.drug is Drug.ESKETAMINE
        return nasal and self.treated

    @property
    def drawn_mg(self) -> float:
        return math.fsum(line.mg for line in self.drawn)

    @property
    def wasted_mg(self) -> float:
        return math.fsum(line.mg for line in self.wasted)

    def given_mg(self, until_s: float) -> float | None:
        """By the pump's own figure, else calculated; None = nobody knows."""
        return self.given.mg_given(until_s)


def treatment_facts(connection: Connection, session: int, last_seq: int) -> TreatmentFacts | None:
    """What was entered on one session; None for one that was never opened.

    Raises `StoreDamaged` for a line that cannot be read.
    """
    bodies, kinds = ", ".join("?" * len(_READ)), ", ".join("?" * len(_COMMANDS))
    rows = connection.execute(
        f"SELECT seq, t_ms, kind, CASE WHEN kind IN ({bodies}) THEN body END FROM events"
        " WHERE session = ? AND seq <= ?"
        f" AND kind IN ('session-opened', 'phase-changed', 'refused', 'correct', {kinds})"
        " ORDER BY seq",
        (*_READ, session, last_seq, *_COMMANDS),
    )
    said: list[tuple[int, float, What | None]] = []
    for seq, t_ms, kind, body in rows:
        if kind == _NAMES[Refused]:
            if said and not isinstance(said[-1][2], SessionOpened):
                said.pop()
            continue
        said.append((seq, t_ms / 1000, None if body is None else _decoded(seq, kind, body)))
    return _folded(_corrected(said))


def _corrected(
    said: list[tuple[int, float, What | None]],
) -> list[tuple[int, float, What | None]]:
    """As it counts; mostly nothing was corrected."""
    if not any(isinstance(what, Correct) for _seq, _now_s, what in said):
        return said
    read = [Entry("", seq, now_s, what) for seq, now_s, what in said if what is not None]
    now = {entry.seq: entry.what for entry in entries_corrected(read)}
    return [(seq, now_s, now.get(seq)) for seq, now_s, _what in said]


def _decoded(seq: int, kind: str, body: str) -> What:
    try:
        return decode(kind, body)
    except StoreDamaged as error:
        raise StoreDamaged(f"line {seq}: {error}") from error


def _folded(said: list[tuple[int, float, What | None]]) -> TreatmentFacts | None:
    facts: TreatmentFacts | None = None
    for seq, now_s, what in said:
        if isinstance(what, SessionOpened) and facts is None:
            facts = TreatmentFacts(what, GivenRetold())
        if facts is None or what is None:
            continue
        facts.given.hear(what, now_s)
        if facts.started_seq is None and facts.clock.started_at is not None:
            facts.started_seq = seq
        reader = _READERS.get(type(what))
        if reader is not None:
            reader(facts, what, now_s)
    return facts


def _draw(facts: TreatmentFacts, said: DrawDrug, _now_s: float) -> None:
    facts.drawn.append(said)


def _waste(facts: TreatmentFacts, said: WasteDrug, _now_s: float) -> None:
    facts.wasted.append(said)


def _score(facts: TreatmentFacts, said: Score, _now_s: float) -> None:
    if said.total is None:
        return
    facts.scores[said.scale.value] = said.total
    if said.scale is Scale.DISSOCIATION:
        facts.worst_dissociation = max(facts.worst_dissociation or 0, said.total)


def _sedation(facts: TreatmentFacts, said: Sedation, _now_s: float) -> None:
    worst = facts.worst_sedation
    facts.worst_sedation = said.score if worst is None else min(worst, said.score)


def _mount(facts: TreatmentFacts, said: Mount, _now_s: float) -> None:
    facts.mount = merged(facts.mount, said)


def _emergency(facts: TreatmentFacts, _said: BeginEmergency, _now_s: float) -> None:
    facts.emergency = True


def _correct(facts: TreatmentFacts, said: Correct, _now_s: float) -> None:
    facts.corrections.append(said)


_READERS: dict[type, Callable[[TreatmentFacts, Any, float], None]] = {
    Correct: _correct,
    DrawDrug: _draw,
    WasteDrug: _waste,
    Score: _score,
    Sedation: _sedation,
    Mount: _mount,
    BeginEmergency: _emergency,
}
_RETOLD = (
    SessionOpened,
    PhaseChanged,
    SetPlan,
    StartInfusion,
    PauseInfusion,
    ResumeInfusion,
    StopInfusion,
    ChangeRate,
    GiveDose,
    PumpVolume,
)
_READ = tuple(_NAMES[kind] for kind in (*_RETOLD, *_READERS))
