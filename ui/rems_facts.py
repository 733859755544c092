"""What the record of one session says for the monitoring form. Pure, no Qt, no words.

Rule 1: a command that the core refused says nothing (`monitor/taken.py`).
Rule 2: what was entered late stands where it happened.
Rule 3: whether a value is acceptable is asked of the rules of leaving (`monitor/treatment`), and
        before the dose of the label: at most 140/90.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from monitor.commands import (
    EMERGENCY_NOTES,
    BeginEmergency,
    EndSession,
    ManualCuff,
    Note,
    Sedation,
    UndoNote,
)
from monitor.doubted import entries_marked
from monitor.entries import Entry
from monitor.events import Numerics, SessionOpened
from monitor.outcomes import BaselineAccepted
from monitor.plan import Drug, Plan
from monitor.routes import Route
from monitor.taken import entries_taken
from monitor.treatment.commands import (
    AnswerQuestion,
    DrawDrug,
    GiveDose,
    Scale,
    Score,
    SetPlan,
)
from monitor.treatment.late_entries import moment
from monitor.treatment.leaving import Pressure, low_enough
from monitor.treatment.leaving_scores import DISSOCIATED_AT_MOST
from monitor.treatment.scales import AWAKE
from monitor.treatment.screening import INTERACTING
from monitor.vitals import JUDGED, CuffResult, VitalSign

BEFORE_AT_MOST = (140.0, 90.0)
MONITORED_S = 120 * 60.0
AT_40_S, NEAR_40_S = 40 * 60.0, 15 * 60.0


@dataclass(slots=True)
class RemsFacts:
    """Moments are session seconds; None = the record does not say."""

    opened: SessionOpened | None = None
    plan: Plan | None = None
    route: Route = Route.IV
    baseline: BaselineAccepted | None = None
    doses: list[tuple[float, float]] = field(default_factory=list)
    lots: list[str] = field(default_factory=list)
    cuffs: list[Pressure] = field(default_factory=list)
    sedation: list[tuple[float, int]] = field(default_factory=list)
    dissociation: list[tuple[float, int]] = field(default_factory=list)
    notes: dict[str, tuple[float, Note]] = field(default_factory=dict)
    emergencies: list[float] = field(default_factory=list)
    interacting: AnswerQuestion | None = None
    ended: tuple[float, EndSession] | None = None
    hr: float | None = None
    spo2: float | None = None
    """The last ones of the session."""
    last_s: float = 0.0

    @property
    def nasal(self) -> bool:
        """A treatment for which there is a form."""
        esketamine = self.plan is not None and self.plan.drug is Drug.ESKETAMINE
        return self.route is Route.INTRANASAL and esketamine and bool(self.doses)

    @property
    def first_s(self) -> float | None:
        return min((at for at, _mg in self.doses), default=None)

    @property
    def until_s(self) -> float:
        """The end of the monitoring, or the newest moment of the record."""
        return self.last_s if self.ended is None else self.ended[0]

    @property
    def before(self) -> Pressure | None:
        """The last pressure before the first dose; else the baseline."""
        first_s = self.first_s
        earlier = [one for one in self.cuffs if first_s is None or one.at <= first_s]
        if earlier:
            return earlier[-1]
        rest = self.baseline
        if rest is None or rest.sbp is None or rest.dbp is None:
            return None
        return Pressure(0.0, rest.sbp, rest.dbp)

    @property
    def after_40(self) -> Pressure | None:
        """The pressure nearest to 40 min after the first dose."""
        first_s = self.first_s
        if first_s is None:
            return None
        due = first_s + AT_40_S
        near = [one for one in self.cuffs if abs(one.at - due) <= NEAR_40_S]
        return min(near, key=lambda one: abs(one.at - due), default=None)

    @property
    def at_end(self) -> Pressure | None:
        first_s = self.first_s
        after = [one for one in self.cuffs if first_s is not None and one.at > first_s]
        return after[-1] if after else None

    def symptoms(self) -> list[tuple[float, Note]]:
        """Emergency symptoms that nobody took back, oldest first."""
        found = [one for one in self.notes.values() if one[1].kind in EMERGENCY_NOTES]
        return sorted(found, key=lambda one: one[0])

    def ready_s(self) -> float | None:
        """From when on everything was as it has to be, until the end; None = it never was."""
        last_dose_s = max((at for at, _mg in self.doses), default=None)
        if last_dose_s is None:
            return None
        told: list[tuple[float, str, bool]] = [
            *((at, "sedation", total >= AWAKE) for at, total in self.sedation),
            *(
                (at, "dissociation", total <= DISSOCIATED_AT_MOST)
                for at, total in self.dissociation
            ),
            *((one.at, "bp", low_enough(one, self.baseline)) for one in self.cuffs),
        ]
        now_so = dict.fromkeys(("sedation", "dissociation", "bp"), False)
        since: float | None = None
        for at, what, good in sorted(one for one in told if one[0] > last_dose_s):
            now_so[what] = good
            if not all(now_so.values()):
                since = None
            elif since is None:
                since = at
        return since


def rems_facts(entries: Sequence[Entry]) -> RemsFacts:
    facts = RemsFacts()
    for entry in entries_taken(entries_marked(entries)):
        facts.last_s = max(facts.last_s, entry.now_s)
        handle = _HANDLERS.get(type(entry.what))
        if handle is not None:
            handle(facts, entry.now_s, entry.what)
    return facts


def _opened(facts: RemsFacts, _at: float, what: SessionOpened) -> None:
    facts.opened, facts.plan, facts.route = what, what.plan, what.profile.route


def _planned(facts: RemsFacts, _at: float, what: SetPlan) -> None:
    facts.plan = what.plan
    if what.profile is not None:
        facts.route = what.profile.route


def _dosed(facts: RemsFacts, at: float, what: GiveDose) -> None:
    facts.doses.append((moment(what.ago_s, at), what.mg))


def _drawn(facts: RemsFacts, _at: float, what: DrawDrug) -> None:
    if what.lot not in facts.lots:
        facts.lots.append(what.lot)


def _cuff(facts: RemsFacts, at: float, what: CuffResult | ManualCuff) -> None:
    if isinstance(what, CuffResult):
        if what.quality not in JUDGED:
            return
        at -= what.age_s or 0.0
    facts.cuffs.append(Pressure(at, what.sbp, what.dbp))


def _numerics(facts: RemsFacts, _at: float, what: Numerics) -> None:
    for reading in what.readings:
        if reading.quality not in JUDGED:
            continue
        if reading.sign is VitalSign.SPO2:
            facts.spo2 = reading.value
        elif reading.sign in {VitalSign.HR, VitalSign.PULSE}:
            facts.hr = reading.value


def _rested(facts: RemsFacts, _at: float, what: BaselineAccepted) -> None:
    facts.baseline = what


def _sedated(facts: RemsFacts, at: float, what: Sedation) -> None:
    facts.sedation.append((at, what.score))


def _scored(facts: RemsFacts, at: float, what: Score) -> None:
    if what.scale is Scale.DISSOCIATION and what.total is not None:
        facts.dissociation.append((moment(what.ago_s, at), what.total))


def _noted(facts: RemsFacts, at: float, what: Note) -> None:
    facts.notes[what.note_id] = (at, what)


def _undone(facts: RemsFacts, _at: float, what: UndoNote) -> None:
    facts.notes.pop(what.note_id, None)


def _emergency(facts: RemsFacts, at: float, _what: BeginEmergency) -> None:
    facts.emergencies.append(at)


def _answered(facts: RemsFacts, _at: float, what: AnswerQuestion) -> None:
    if what.question == INTERACTING:
        facts.interacting = what


def _ended(facts: RemsFacts, at: float, what: EndSession) -> None:
    facts.ended = (at, what)


_HANDLERS: dict[type, Callable[[RemsFacts, float, Any], None]] = {
    SessionOpened: _opened,
    SetPlan: _planned,
    GiveDose: _dosed,
    DrawDrug: _drawn,
    CuffResult: _cuff,
    ManualCuff: _cuff,
    Numerics: _numerics,
    BaselineAccepted: _rested,
    Sedation: _sedated,
    Score: _scored,
    Note: _noted,
    UndoNote: _undone,
    BeginEmergency: _emergency,
    AnswerQuestion: _answered,
    EndSession: _ended,
}
