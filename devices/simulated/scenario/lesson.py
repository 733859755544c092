"""The lesson of a scenario, as it stands in its file: `[lesson]` and the tables below it.

    [lesson]            cause: what hides behind it, an id; ends_after_s
    [[lesson.cue]]      what the patient says or shows, after a moment; over_by = the hand that
                        ends it, lasts_s = when it ends by itself
    [[lesson.wanted]]   deed, after = { alarm | phase | cue | befell, card,
                        plus_s }, within_s, weight, why; never = true for what
                        must not happen

Everything in it is counted from a moment of the session, never from its clock: when the treatment
begins is the learner's business. The shapes are `monitor/training/lesson.py`'s, because the lesson
goes into the record as it is.

Rule: a lesson that cannot be scored is found when its file is read, not at its end.
"""

from __future__ import annotations

from collections.abc import Iterator

from monitor.commands import NoteKind
from monitor.phases import Phase
from monitor.training.lesson import HANDS, HEAVIEST, LONGEST_S, Deed, Lesson, Moment, Wanted


def faults_of(lesson: Lesson) -> list[str]:
    """What of it cannot be, each as half a sentence; empty = nothing."""
    faults = [] if lesson.wanted else ["nothing is wanted in the lesson"]
    if not 60.0 <= lesson.ends_after_s <= LONGEST_S:
        faults.append(f"ends_after_s is {lesson.ends_after_s:g}; expected 60 to {LONGEST_S:g}")
    for cue in lesson.cue:
        faults += [f"cue {cue.cue!r}: {fault}" for fault in _of_moment(cue.after)]
        if cue.given and len(cue.given.split()) != 4:
            faults.append(f"cue {cue.cue!r}: {cue.given!r} is not drug, dose, unit and route")
        if cue.over_by is not None and cue.over_by not in HANDS:
            faults.append(f"cue {cue.cue!r}: {cue.over_by} is done by no hand at the bedside")
        if cue.lasts_s is not None and not 1.0 <= cue.lasts_s <= LONGEST_S:
            faults.append(f"cue {cue.cue!r}: lasts_s is {cue.lasts_s:g}")
    cues = {cue.cue for cue in lesson.cue}
    for wanted in lesson.wanted:
        found = [*_of_moment(wanted.after), *_of_wanted(wanted, cues)]
        faults += [f"{wanted.deed} ({wanted.why}): {fault}" for fault in found]
    return faults


def _of_wanted(wanted: Wanted, cues: set[str]) -> Iterator[str]:
    within_s = wanted.within_s
    if within_s is None and not wanted.never:
        yield "within_s is missing"
    if within_s is not None and not 1.0 <= within_s <= LONGEST_S:
        yield f"within_s is {within_s:g}; expected 1 to {LONGEST_S:g}"
    if not 1 <= wanted.weight <= HEAVIEST:
        yield f"weight is {wanted.weight}; expected 1 to {HEAVIEST}"
    if wanted.deed is Deed.ANSWER and not wanted.after.alarm:
        yield "an answer needs the alarm that it answers"
    if wanted.kind and (wanted.deed is not Deed.NOTE_SYMPTOM or wanted.kind not in set(NoteKind)):
        yield f"kind {wanted.kind!r} is no kind of note"
    if wanted.after.cue and wanted.after.cue not in cues:
        yield f"there is no cue {wanted.after.cue!r}"


def _of_moment(moment: Moment) -> Iterator[str]:
    named = [one for one in (moment.alarm, moment.phase, moment.cue, moment.befell) if one]
    if len(named) != 1:
        yield f"its moment names {len(named)} things; expected one"
    if moment.phase and moment.phase not in set(Phase):
        yield f"{moment.phase!r} is no phase"
    if not 0.0 <= moment.plus_s <= LONGEST_S:
        yield f"plus_s is {moment.plus_s:g}; expected 0 to {LONGEST_S:g}"
