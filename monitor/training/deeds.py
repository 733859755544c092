"""What was done in a session, as its record shows it. Pure.

Rule 1: what was refused was not done, and what was undone neither.
Rule 2: something is done when it was entered: the simulated pump obeys at that moment, whatever
        was said of earlier.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from monitor.commands import (
    Acknowledge,
    Action,
    BeginEmergency,
    EmergencyStamp,
    ManualCuff,
    Note,
    NoteKind,
    Sedation,
    StampKind,
    UndoNote,
    UndoStamp,
)
from monitor.entries import Entry
from monitor.events import Recorded, SessionOpened
from monitor.outcomes import PhaseChanged
from monitor.phases import AFTER_DRUG, BEFORE_DRUG, Phase
from monitor.taken import accepted
from monitor.training.lesson import Deed
from monitor.training.staged import Staged, StagedKind
from monitor.treatment.commands import (
    ChangeRate,
    CountBreaths,
    Distress,
    GiveDrug,
    OverrideCriterion,
    SetPlan,
    SignDecision,
)
from monitor.treatment.late_entries import is_current
from monitor.vitals import JUDGED, CuffResult

END_EARLY_S = 120.0
"""The pump is stopped so long before the planned end at the most."""
OXYGEN = frozenset({"oxygen", "o2", "sauerstoff"})
"""Names under which oxygen is given among the other drugs."""

_PHASES: dict[tuple[Phase, Phase], Deed] = {
    (Phase.BASELINE, Phase.TREATING): Deed.START,
    (Phase.PAUSED, Phase.TREATING): Deed.RESUME,
    (Phase.TREATING, Phase.PAUSED): Deed.PAUSE,
    (Phase.TREATING, Phase.RECOVERY): Deed.STOP,
    (Phase.PAUSED, Phase.RECOVERY): Deed.STOP,
    **{(before, Phase.SIGNED): Deed.DISCHARGE for before in AFTER_DRUG},
    **{(before, Phase.SIGNED): Deed.CALL_OFF for before in BEFORE_DRUG},
}
_ALWAYS: dict[type, Deed] = {
    BeginEmergency: Deed.EMERGENCY,
    Sedation: Deed.SCORE_SEDATION,
    CountBreaths: Deed.COUNT_BREATHS,
}
_ANSWERS: dict[Action, Deed] = {
    Action.PROVIDER_CALLED: Deed.CALL_PROVIDER,
    Action.ARTEFACT: Deed.MARK_ARTEFACT,
    Action.DRUG_GIVEN: Deed.RECORD_DRUG,
}
_STAMPS: dict[StampKind, tuple[Deed, ...]] = {
    StampKind.OXYGEN: (Deed.OXYGEN,),
    StampKind.BAG_MASK: (Deed.OXYGEN, Deed.STIMULATE),
    StampKind.CALL: (Deed.CALL_PROVIDER,),
    StampKind.DRUG: (Deed.RECORD_DRUG,),
}
"""Who breathes for somebody with a bag has opened the airway, and gives oxygen."""


@dataclass(frozen=True, slots=True)
class Done:
    """`key` is the alarm of an answer; `kind` what kind of note it is; else empty.

    `planned`: the infusion was stopped because its time was over.
    """

    deed: Deed
    at_s: float
    key: str = ""
    kind: str = ""
    planned: bool = False


def deeds_of(entries: Iterable[Entry]) -> tuple[Done, ...]:
    """Everything that was done, in the order of the record."""
    kept = list(accepted(entries))
    undone = {what.note_id for what in _said(kept) if isinstance(what, UndoNote)}
    undone |= {what.stamp_id for what in _said(kept) if isinstance(what, UndoStamp)}
    pump = _Pump()
    return tuple(
        pump.marked(done)
        for entry in kept
        if _name(entry.what) not in undone
        for done in (*_done(entry.what, entry.now_s), *pump.take(entry.what, entry.now_s))
    )


def _said(entries: Iterable[Entry]) -> Iterator[Recorded]:
    return (entry.what for entry in entries)


def _name(what: Recorded) -> str | None:
    match what:
        case Note(note_id=name) | EmergencyStamp(stamp_id=name):
            return name
        case _:
            return None


def _done(what: Recorded, now: float) -> Iterator[Done]:
    match what:
        case PhaseChanged(before, after) if (before, after) in _PHASES:
            yield Done(_PHASES[before, after], now)
        case Acknowledge(key=key, action=action):
            yield Done(Deed.ANSWER, now, key)
            if action in _ANSWERS:
                yield Done(_ANSWERS[action], now, key)
        case Note(kind=kind):
            yield from _noted(kind, now)
        case Distress(over=False):
            yield from _noted(NoteKind.ANXIETY, now)
        case EmergencyStamp(kind=stamp) if stamp in _STAMPS:
            yield from (Done(stamped, now) for stamped in _STAMPS[stamp])
        case Staged(StagedKind.HAND, hand) if hand in set(Deed) and hand != Deed.REMEASURE:
            yield Done(Deed(hand), now)
        case _:
            deed = _plain(what, now)
            if deed is not None:
                yield Done(deed, now)


def _plain(what: Recorded, now: float) -> Deed | None:
    """What is one deed, whatever it says."""
    match what:
        case CuffResult(quality=quality) if quality in JUDGED:
            return Deed.REMEASURE
        case ManualCuff() if is_current(what, now, None):
            return Deed.REMEASURE
        case GiveDrug(drug=drug):
            return Deed.OXYGEN if drug.strip().casefold() in OXYGEN else Deed.RECORD_DRUG
        case SignDecision(reason=reason) | OverrideCriterion(reason=reason) if reason:
            return Deed.OVERRIDE
        case _:
            return _ALWAYS.get(type(what))


def _noted(kind: NoteKind, now: float) -> Iterator[Done]:
    if kind is NoteKind.DRUG_GIVEN:
        yield Done(Deed.RECORD_DRUG, now)
    elif kind is not NoteKind.FREE_TEXT:
        yield Done(Deed.NOTE_SYMPTOM, now, kind=kind)


class _Pump:
    """Whether it was turned down, and whether its time was over: only what was before tells."""

    def __init__(self) -> None:
        self._mg_per_min: float | None = None
        self._planned_s = 0.0
        self._ran_s = 0.0
        self._since_s: float | None = None
        """When it was started; None = it stands."""

    def take(self, what: Recorded, now: float) -> Iterator[Done]:
        if isinstance(what, SessionOpened | SetPlan):
            self._mg_per_min = what.plan.mg_per_min
            self._planned_s = 60.0 * what.plan.minutes
        if isinstance(what, ChangeRate):
            if self._mg_per_min is not None and what.mg_per_min < self._mg_per_min:
                yield Done(Deed.LOWER_RATE, now)
            self._mg_per_min = what.mg_per_min

    def marked(self, done: Done) -> Done:
        if done.deed in {Deed.START, Deed.RESUME}:
            self._since_s = done.at_s
        elif done.deed in {Deed.PAUSE, Deed.STOP}:
            if self._since_s is not None:
                self._ran_s += done.at_s - self._since_s
            self._since_s = None
        over = self._ran_s >= self._planned_s - END_EARLY_S
        return replace(done, planned=True) if done.deed is Deed.STOP and over else done
