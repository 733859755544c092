"""What the one who takes a chair on has to know, from what a screen is shown of it. Pure.

Rule: dose, last pressure with its age, open alarms, what is due next, the escort; and the symptoms
      that are not over. Nothing is left out because it was acknowledged.
"""

from __future__ import annotations

from dataclasses import dataclass

from monitor.phases import Phase
from monitor.picture import AlarmView, ChairPicture, NoteView, Numeral
from monitor.treatment import late_entries
from monitor.treatment.screening import ESCORT
from monitor.treatment.view import AnswerView, PromptKind, PromptView, TreatmentView
from monitor.vitals import VitalSign

CUFF = "cuff"
"""What is due next, where it is no prompt."""


@dataclass(frozen=True, slots=True)
class NextDue:
    """`what` is `CUFF` or a `PromptKind`; `due_s` may be over, session seconds."""

    what: str
    due_s: float


@dataclass(frozen=True, slots=True)
class HandoverFacts:
    """Of one chair. `mg_given` is calculated, or the pump's figure; mg, mmHg, seconds.

    `sbp` and `dbp` are the last cuff result, None = there was none. `bp_age_s` None = nobody knows
    how old it is. `escort` None = nobody was asked.
    """

    chair: int
    patient_id: str
    initials: str
    phase: Phase
    mg_given: float | None
    dose_mg: float | None
    sbp: float | None
    dbp: float | None
    bp_age_s: float | None
    alarms: tuple[AlarmView, ...]
    symptoms: tuple[NoteView, ...]
    """Emergency symptoms that stand, or of which it is asked whether they do."""
    next_due: NextDue | None
    overdue: tuple[PromptView, ...]
    escort: AnswerView | None
    owner: str
    unclaimed: int
    off_monitor_since_s: float | None
    distress_since_s: float | None


def handover_summary(picture: ChairPicture) -> HandoverFacts:
    treatment = picture.treatment
    prompts = () if treatment is None else treatment.prompts
    sbp, dbp = (picture.numerals.get(sign) for sign in (VitalSign.SBP, VitalSign.DBP))
    return HandoverFacts(
        chair=picture.chair,
        patient_id=picture.patient_id,
        initials=picture.initials,
        phase=picture.phase,
        mg_given=picture.mg_given if treatment is None else treatment.giving.mg_given,
        dose_mg=picture.dose_mg,
        sbp=_value(sbp),
        dbp=_value(dbp),
        bp_age_s=None if sbp is None else sbp.age_s,
        alarms=picture.alarms,
        symptoms=tuple(
            line for line in picture.notes if line.asks or late_entries.stands(line, picture.now_s)
        ),
        next_due=_next_due(picture, prompts),
        overdue=tuple(one for one in prompts if one.due_s <= picture.now_s),
        escort=_escort(treatment),
        owner="" if treatment is None else treatment.people.owner,
        unclaimed=0 if treatment is None else treatment.people.unclaimed,
        off_monitor_since_s=None if treatment is None else treatment.off_monitor_since_s,
        distress_since_s=None if treatment is None else treatment.distress_since_s,
    )


def _value(numeral: Numeral | None) -> float | None:
    return None if numeral is None else numeral.value


def _next_due(picture: ChairPicture, prompts: tuple[PromptView, ...]) -> NextDue | None:
    """The soonest of the next cuff and the next thing asked for; None = nothing is due."""
    due = [NextDue(one.kind.value, one.due_s) for one in prompts if not _is_cuff(one)]
    if picture.next_cuff_at_s is not None:
        due.append(NextDue(CUFF, picture.next_cuff_at_s))
    return min(due, key=lambda one: one.due_s, default=None)


def _is_cuff(prompt: PromptView) -> bool:
    """The schedule asks for it already."""
    return prompt.kind is PromptKind.BP_AT_40


def _escort(treatment: TreatmentView | None) -> AnswerView | None:
    """The newest answer."""
    answers = () if treatment is None else treatment.checks.answers
    return next((one for one in reversed(answers) if one.question == ESCORT), None)
