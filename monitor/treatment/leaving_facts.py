"""What the record of one chair says about leaving, gathered from its parts.

Rule 1: a pressure is looked at standing when the patient is 65 or older, was given a drug for the
        pressure, was dizzy, or came with a low pressure. Of another drug the name is all that is
        known: only those of `NO_PRESSURE_DRUGS` are taken for none.
Rule 2: the rates are those of the last two minutes that were measured (their median), so that one
        artefact neither keeps nor lets go; a cuff's pulse stands in where nothing else gives one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monitor.chair_state import ChairState
from monitor.commands import NoteKind
from monitor.limits import Modifier
from monitor.outcomes import AlarmPhase, Priority
from monitor.people import Risk
from monitor.routes import Route
from monitor.treatment.leaving import LeavingFacts, Measured, Pressure
from monitor.treatment.screening import ESCORT, OXYGEN, SUICIDALITY_ASKED
from monitor.treatment.view import GivingView, ScoreView
from monitor.vitals import VitalSign

if TYPE_CHECKING:
    from monitor.core import MonitorCore
    from monitor.treatment.checks import Checks

LOW_BASELINE_SBP = 100.0
NO_PRESSURE_DRUGS = frozenset(
    {
        "acetaminophen",
        "dexamethasone",
        "glycopyrrolate",
        "granisetron",
        "ibuprofen",
        "ketorolac",
        "metoclopramide",
        "ondansetron",
        "oxygen",
        "paracetamol",
    }
)
NO_SYMPTOMS = frozenset({NoteKind.DRUG_GIVEN, NoteKind.FREE_TEXT})
_OVER = frozenset({AlarmPhase.WITHDRAWN, AlarmPhase.CLEARED, AlarmPhase.PENDING})


def gather(
    core: MonitorCore, checks: Checks, giving: GivingView, now: float
) -> LeavingFacts | None:
    """None = nothing was given yet."""
    state = core.state
    given_at = state.clock.started_at
    if given_at is None:
        return None
    route = state.profile.route
    done_at = _done_at(state, giving, route, given_at)
    escort = checks.answers.newest(ESCORT)
    heart, spo2 = _heart(state), _measured(state.settled.last_spo2())
    return LeavingFacts(
        now=now,
        route=route,
        baseline=state.baseline,
        given_at=given_at,
        done_at=done_at,
        cuffs=_pressures(state, done_at),
        heart=heart,
        spo2=spo2,
        has_heart=gives(state, VitalSign.HR, VitalSign.PULSE) or heart is not None,
        has_spo2=gives(state, VitalSign.SPO2),
        on_oxygen=_on_oxygen(state, checks),
        scores=tuple(one for one in checks.scores if done_at is not None and one.at_s >= done_at),
        stand_because=stand_because(core, checks),
        stood=checks.stood,
        suicidality=checks.suicidality(),
        escort=escort,
        alarms=_alarms(core, now),
        symptoms=_symptoms(state),
        drawn_mg=giving.drawn_mg,
        unaccounted_mg=giving.unaccounted_mg,
        pump_ml=giving.pump_ml,
    )


def gives(state: ChairState, *signs: VitalSign) -> bool:
    """A device of this chair measures one of these signs."""
    return any(sign in device.signs for device in state.opened.devices for sign in signs)


def _done_at(state: ChairState, giving: GivingView, route: Route, given_at: float) -> float | None:
    """When the drug ended: an infusion at its end, any other route with its last dose."""
    if route is Route.IV:
        return state.clock.ended_at
    return max((dose.at_s for dose in giving.doses), default=given_at)


def _pressures(state: ChairState, done_at: float | None) -> tuple[Pressure, ...]:
    """In the order of their moments: what was entered late stands where it was measured."""
    if done_at is None:
        return ()
    found = [
        Pressure(cuffed.at, cuffed.result.sbp, cuffed.result.dbp)
        for cuffed in (*state.latest.cuffs, *state.latest.late)
        if cuffed.judgeable and cuffed.at >= done_at
    ]
    return tuple(sorted(found, key=lambda one: one.at))


def _heart(state: ChairState) -> Measured | None:
    found = _measured(state.settled.last_heart())
    last = state.latest.last_cuff()
    if found is not None or gives(state, VitalSign.HR, VitalSign.PULSE) or last is None:
        return found
    pulse = last.result.pulse if last.judgeable else None
    return None if pulse is None else Measured(pulse, last.at)


def _measured(said: tuple[float, float] | None) -> Measured | None:
    return None if said is None else Measured(said[1], said[0])


def _on_oxygen(state: ChairState, checks: Checks) -> bool:
    answer = checks.answers.newest(OXYGEN)
    said = answer is not None and answer.answer == "yes"
    return said or Modifier.OXYGEN in state.profile.modifiers


def stand_because(core: MonitorCore, checks: Checks) -> tuple[str, ...]:
    """Why the pressure is looked at standing; empty = it need not be."""
    state = core.state
    sbp = None if state.baseline is None else state.baseline.sbp
    why = {
        "age": Risk.AGE_65 in state.opened.patient.risks,
        "drug": checks.pressure_drug or _pressure_drug(core),
        "dizzy": any(
            line.note.kind is NoteKind.DIZZINESS and not line.undone
            for line in state.notes.values()
        ),
        "low-baseline": sbp is not None and sbp < LOW_BASELINE_SBP,
    }
    return tuple(name for name, so in why.items() if so)


def _pressure_drug(core: MonitorCore) -> bool:
    drugs = core.treatment.duties.drugs
    return any(one.given.drug.strip().casefold() not in NO_PRESSURE_DRUGS for one in drugs)


def _alarms(core: MonitorCore, now: float) -> tuple[tuple[str, str], ...]:
    return tuple(
        (view.key, view.alarm)
        for view in core.judge.engine.views(now)
        if view.priority is Priority.HIGH and view.state not in _OVER
    )


def _symptoms(state: ChairState) -> tuple[tuple[str, str], ...]:
    return tuple(
        (note_id, line.note.kind.value)
        for note_id, line in state.notes.items()
        if line.note.kind not in NO_SYMPTOMS and not line.undone and line.ended_s is None
    )


def asked_suicidality(
    checks: Checks, results: tuple[ScoreView, ...]
) -> tuple[tuple[float, str], ...]:
    """Every answer about thoughts of suicide, of the screening or of a C-SSRS, oldest first."""
    answered = [(one.at_s, one.answer) for one in checks.answers.to(SUICIDALITY_ASKED)]
    return tuple(sorted([*answered, *((one.at_s, one.result) for one in results)]))
