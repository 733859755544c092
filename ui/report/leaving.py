"""The checklist of leaving, worked out again from a record. Pure, no Qt.

Rule 1: every line is judged by the rules of leaving (`monitor/treatment`), at the moment of each
        tick, of each override, and of the signature; here is only gathered what they ask for.
Rule 2: a core that is fed the record would say the same, two seconds later for a long session,
        and nothing of a record without its texts or without its first lines.
Rule 3: a text that was taken out of a record (`deidentified`) was there when it was said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from monitor.alarm_table import CUFF_ROWS
from monitor.baseline import RestingValues
from monitor.commands import (
    Acknowledge,
    Action,
    EndSession,
    ManualCuff,
    Note,
    NoteKind,
    Sedation,
    UndoNote,
)
from monitor.doubted import entries_marked
from monitor.entries import Entry
from monitor.events import Numerics, Recorded, SessionOpened
from monitor.limits import Modifier
from monitor.outcomes import (
    AlarmChanged,
    AlarmPhase,
    BaselineAccepted,
    PhaseChanged,
    Priority,
)
from monitor.people import Risk
from monitor.phases import AFTER_DRUG, Phase
from monitor.routes import Route
from monitor.rules import Compare
from monitor.taken import entries_taken
from monitor.treatment.checking import SITTING_S
from monitor.treatment.checklist import Checklist
from monitor.treatment.commands import (
    AnswerQuestion,
    DrawDrug,
    EndNote,
    GiveDrug,
    OverrideCriterion,
    Scale,
    Score,
    StandingCuff,
    StillPresent,
    TickCriterion,
    WasteDrug,
)
from monitor.treatment.late_entries import moment
from monitor.treatment.leaving import LeavingFacts, Line, Measured, Pressure, Stood
from monitor.treatment.leaving_by_hand import TEXT_NEEDED, lines
from monitor.treatment.leaving_facts import LOW_BASELINE_SBP, NO_PRESSURE_DRUGS, NO_SYMPTOMS
from monitor.treatment.retold import GivenRetold
from monitor.treatment.scales import MOAAS
from monitor.treatment.screening import ESCORT, OXYGEN, SUICIDALITY_ASKED
from monitor.treatment.vials import Vials
from monitor.treatment.view import AnswerView, CriterionView, Go, ScoreView
from monitor.vitals import JUDGED, CuffResult, Quality, VitalSign

_OVER = frozenset({AlarmPhase.WITHDRAWN, AlarmPhase.CLEARED, AlarmPhase.PENDING})
_TAKEN_OUT = "–"
_CUFF_ROWS = {row.id: row for row in CUFF_ROWS}


@dataclass(slots=True)
class LeavingRetold:
    """Feed it a record as it counts, in order. Moments are session seconds, masses mg."""

    given: GivenRetold = field(default_factory=GivenRetold)
    scores: list[ScoreView] = field(default_factory=list)
    vials: Vials = field(default_factory=Vials)
    _opened: SessionOpened | None = None
    _phase: Phase = Phase.PLANNED
    _baseline: BaselineAccepted | None = None
    _settled: RestingValues = field(default_factory=RestingValues)
    _cuffs: list[tuple[Pressure, float | None]] = field(default_factory=list)
    _stood: list[Stood] = field(default_factory=list)
    _answers: list[tuple[float, AnswerQuestion]] = field(default_factory=list)
    _alarms: dict[str, AlarmChanged] = field(default_factory=dict)
    _symptoms: dict[str, Note] = field(default_factory=dict)
    _dizzy: dict[str, None] = field(default_factory=dict)
    _drugs: list[str] = field(default_factory=list)
    _pressure_drug: bool = False
    _list: Checklist = field(default_factory=Checklist)
    _signing: EndSession | None = None

    def hear(self, what: Recorded, now: float) -> None:
        self.given.hear(what, now)
        handle = _HANDLERS.get(type(what))
        if handle is not None:
            handle(self, what, now)

    def criteria(self, now: float) -> tuple[CriterionView, ...]:
        """As it was signed, else as it stands; empty where there is no checklist."""
        if self._list.signed is not None:
            return self._list.signed
        return self._list.shown(self.lines(now))

    def lines(self, now: float) -> tuple[Line, ...]:
        facts = self.facts(now)
        return () if facts is None else lines(facts)

    def facts(self, now: float) -> LeavingFacts | None:
        """None = nothing was given yet, or the session was not taken through its steps."""
        opened, clock = self._opened, self.given.clock
        if opened is None or not opened.flow or clock.started_at is None:
            return None
        route = self.given.route
        done_at = clock.ended_at if route is Route.IV else clock.last_dose_at
        heart, spo2 = self._heart(), _measured(self._settled.last_spo2())
        return LeavingFacts(
            now=now,
            route=route,
            baseline=self._baseline,
            given_at=clock.started_at,
            done_at=done_at,
            cuffs=self._pressures(done_at),
            heart=heart,
            spo2=spo2,
            has_heart=self._gives(VitalSign.HR, VitalSign.PULSE) or heart is not None,
            has_spo2=self._gives(VitalSign.SPO2),
            on_oxygen=self._on_oxygen(),
            scores=tuple(
                one for one in self.scores if done_at is not None and one.at_s >= done_at
            ),
            stand_because=self._stand_because(),
            stood=tuple(self._stood),
            suicidality=self._suicidality(),
            escort=self._escort(),
            alarms=self._open_alarms(),
            symptoms=tuple((note, one.kind.value) for note, one in self._symptoms.items()),
            drawn_mg=self.vials.drawn_mg,
            unaccounted_mg=self.unaccounted_mg(now),
            pump_ml=self.given.pump_ml,
        )

    def unaccounted_mg(self, now: float) -> float | None:
        """None = not known, or not yet."""
        if self._phase in {Phase.TREATING, Phase.PAUSED} and self.given.route is Route.IV:
            return None
        return self.vials.unaccounted_mg(self.given.mg_given(now))

    # ---- what the rules ask for

    def _gives(self, *signs: VitalSign) -> bool:
        devices = () if self._opened is None else self._opened.devices
        return any(sign in device.signs for device in devices for sign in signs)

    def _pressures(self, done_at: float | None) -> tuple[Pressure, ...]:
        if done_at is None:
            return ()
        found = [one for one, _pulse in self._cuffs if one.at >= done_at]
        return tuple(sorted(found, key=lambda one: one.at))

    def _heart(self) -> Measured | None:
        found = _measured(self._settled.last_heart())
        if found is not None or self._gives(VitalSign.HR, VitalSign.PULSE) or not self._cuffs:
            return found
        last, pulse = self._cuffs[-1]
        return None if pulse is None else Measured(pulse, last.at)

    def _on_oxygen(self) -> bool:
        said = [one.answer for _at, one in self._answers if one.question == OXYGEN]
        profile = self.given.profile
        by_profile = profile is not None and Modifier.OXYGEN in profile.modifiers
        return said[-1:] == ["yes"] or by_profile

    def _stand_because(self) -> tuple[str, ...]:
        sbp = None if self._baseline is None else self._baseline.sbp
        risks = frozenset[Risk]() if self._opened is None else self._opened.patient.risks
        why = {
            "age": Risk.AGE_65 in risks,
            "drug": self._pressure_drug
            or any(drug.strip().casefold() not in NO_PRESSURE_DRUGS for drug in self._drugs),
            "dizzy": bool(self._dizzy),
            "low-baseline": sbp is not None and sbp < LOW_BASELINE_SBP,
        }
        return tuple(name for name, so in why.items() if so)

    def _suicidality(self) -> tuple[tuple[float, str], ...]:
        asked = [
            (at, one.answer) for at, one in self._answers if one.question == SUICIDALITY_ASKED
        ]
        results = [(one.at_s, one.result) for one in self.scores if one.scale == Scale.CSSRS]
        return tuple(sorted([*asked, *results]))

    def _escort(self) -> AnswerView | None:
        said = [(at, one) for at, one in self._answers if one.question == ESCORT]
        if not said:
            return None
        at, one = said[-1]
        return AnswerView(one.question, one.answer, one.text, one.by, at, Go.UNKNOWN)

    def _open_alarms(self) -> tuple[tuple[str, str], ...]:
        return tuple(
            (key, one.alarm)
            for key, one in self._alarms.items()
            if one.priority is Priority.HIGH and one.state not in _OVER
        )

    # ---- what was said

    def _began(self, what: SessionOpened, _now: float) -> None:
        self._opened = what

    def _phased(self, what: PhaseChanged, now: float) -> None:
        if what.after is Phase.SIGNED and self._signing is not None:
            said = self._signing
            reason = said.reason.strip() or _TAKEN_OUT
            self._list.sign(self.lines(now), said.by, reason, said.second)
        self._phase = what.after

    def _ended(self, what: EndSession, _now: float) -> None:
        self._signing = what

    def _rested(self, what: BaselineAccepted, _now: float) -> None:
        self._baseline = what

    def _cuffed(self, what: CuffResult, now: float) -> None:
        if what.quality in JUDGED and what.quality is not Quality.UNCONFIRMED:
            self._cuffs.append((Pressure(now, what.sbp, what.dbp), what.pulse))
            self._relieved(what.sbp, what.dbp)

    def _by_hand(self, what: ManualCuff, now: float) -> None:
        self._cuffs.append((Pressure(now, what.sbp, what.dbp), None))
        self._relieved(what.sbp, what.dbp)

    def _numbers(self, what: Numerics, now: float) -> None:
        if self._phase not in AFTER_DRUG:
            return
        found = {one.sign: one for one in what.readings if one.quality in JUDGED}
        heart = found.get(VitalSign.HR, found.get(VitalSign.PULSE))
        if heart is not None:
            self._settled.heart(heart.value, now, heart.source)
        if (spo2 := found.get(VitalSign.SPO2)) is not None:
            self._settled.spo2(spo2.value, now, spo2.source)

    def _scored(self, what: Score, now: float) -> None:
        at = moment(what.ago_s, now)
        self.scores.append(
            ScoreView(what.scale.value, at, what.total, what.items, what.result, what.by)
        )

    def _sedated(self, what: Sedation, now: float) -> None:
        self.scores.append(ScoreView(MOAAS, now, what.score, (), "", what.by))

    def _standing(self, what: StandingCuff, now: float) -> None:
        before = [one for one, _pulse in self._cuffs if now - one.at <= SITTING_S]
        self._stood.append(Stood(now, what, before[-1] if before else None))

    def _answered(self, what: AnswerQuestion, now: float) -> None:
        self._answers.append((now, what))

    def _alarm(self, what: AlarmChanged, _now: float) -> None:
        self._alarms[what.key] = what

    def _relieved(self, sbp: float, dbp: float) -> None:
        """A cuff value back within the limit of a high alarm leaves at most a lower tier of it.

        The core shows it so without saying it anew. What latches stays until it is answered.
        """
        values = {VitalSign.SBP: sbp, VitalSign.DBP: dbp}
        for key, one in list(self._alarms.items()):
            row = _CUFF_ROWS.get(one.alarm)
            if row is None or row.latching or one.sign is None or one.limit is None:
                continue
            value, limit = values.get(one.sign), one.limit
            if value is None or row.key != key:
                continue
            over = row.compare is not Compare.BELOW and value < limit - row.deadband
            under = row.compare is Compare.BELOW and value >= limit + row.deadband
            if over or under:
                self._alarms[key] = replace(one, priority=Priority.MEDIUM)

    def _acknowledged(self, what: Acknowledge, _now: float) -> None:
        about = self._alarms.get(what.key)
        of_pressure = about is not None and about.sign in {VitalSign.SBP, VitalSign.DBP}
        self._pressure_drug |= what.action is Action.DRUG_GIVEN and of_pressure

    def _noted(self, what: Note, _now: float) -> None:
        self._symptoms.pop(what.note_id, None)
        if what.kind not in NO_SYMPTOMS:
            self._symptoms[what.note_id] = what
        if what.kind is NoteKind.DIZZINESS:
            self._dizzy[what.note_id] = None

    def _undone(self, what: UndoNote, _now: float) -> None:
        self._symptoms.pop(what.note_id, None)
        self._dizzy.pop(what.note_id, None)

    def _over(self, what: EndNote, _now: float) -> None:
        self._symptoms.pop(what.note_id, None)

    def _still(self, what: StillPresent, _now: float) -> None:
        if not what.still:
            self._symptoms.pop(what.note_id, None)

    def _drugged(self, what: GiveDrug, _now: float) -> None:
        self._drugs.append(what.drug)

    def _drew(self, what: DrawDrug, now: float) -> None:
        self.vials.draw(what, now)

    def _wasted(self, what: WasteDrug, now: float) -> None:
        self.vials.waste(what, now)

    def _ticked(self, what: TickCriterion, now: float) -> None:
        said = what.text or (_TAKEN_OUT if what.criterion in TEXT_NEEDED else "")
        self._list.tick(replace(what, text=said), self.lines(now))

    def _let_go(self, what: OverrideCriterion, now: float) -> None:
        self._list.override(replace(what, reason=what.reason or _TAKEN_OUT), self.lines(now))


def retold(entries: Iterable[Entry]) -> LeavingRetold:
    """Everything in one pass over a record, in the order of what happened."""
    found = LeavingRetold()
    for entry in entries_taken(entries_marked(entries)):
        found.hear(entry.what, entry.now_s)
    return found


def _measured(said: tuple[float, float] | None) -> Measured | None:
    return None if said is None else Measured(said[1], said[0])


_HANDLERS: dict[type, Callable[[LeavingRetold, Any, float], None]] = {
    SessionOpened: LeavingRetold._began,
    PhaseChanged: LeavingRetold._phased,
    EndSession: LeavingRetold._ended,
    BaselineAccepted: LeavingRetold._rested,
    CuffResult: LeavingRetold._cuffed,
    ManualCuff: LeavingRetold._by_hand,
    Numerics: LeavingRetold._numbers,
    Score: LeavingRetold._scored,
    Sedation: LeavingRetold._sedated,
    StandingCuff: LeavingRetold._standing,
    AnswerQuestion: LeavingRetold._answered,
    AlarmChanged: LeavingRetold._alarm,
    Acknowledge: LeavingRetold._acknowledged,
    Note: LeavingRetold._noted,
    UndoNote: LeavingRetold._undone,
    EndNote: LeavingRetold._over,
    StillPresent: LeavingRetold._still,
    GiveDrug: LeavingRetold._drugged,
    DrawDrug: LeavingRetold._drew,
    WasteDrug: LeavingRetold._wasted,
    TickCriterion: LeavingRetold._ticked,
    OverrideCriterion: LeavingRetold._let_go,
}
