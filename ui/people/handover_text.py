"""The summary of a chair for whoever takes it on, in words. Pure, no Qt.

Rule: what the core says is to be known (`monitor/treatment/handover.py`) is said, all of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from monitor.treatment.handover import CUFF, HandoverFacts, handover_summary
from ui.chair.alarm_text import alarm_words
from ui.chair.spans import age_text, minutes_text
from ui.view_state import ChairView
from ui.words import say, say_or


@dataclass(frozen=True, slots=True)
class HandoverFace:
    """One chair: who is in it, then two lines of what is to be known; `owner` has it now."""

    chair: int
    head: str
    course: str
    duties: str
    owner: str
    urgent: bool = False
    """Something is open that cannot wait for a second look."""


def handover_face(view: ChairView) -> HandoverFace:
    facts, now_s = handover_summary(view.picture), view.picture.now_s
    phase = say(f"phase-{facts.phase.value}")
    head = (say("chair", facts.chair), facts.initials, f"#{facts.patient_id}", phase)
    alarms = [alarm_words(alarm, view).headline for alarm in facts.alarms]
    open_now = say("handover-alarms", ", ".join(alarms)) if alarms else say("handover-no-alarm")
    course = (_dose(facts), _pressure(facts), open_now, _symptoms(facts))
    duties = (_next(facts, now_s), _overdue(facts), _away(facts, now_s), _distress(facts))
    return HandoverFace(
        chair=facts.chair,
        head=_joined(head),
        course=_joined(course),
        duties=_joined((*duties, _escort(facts), _nameless(facts))),
        owner=facts.owner or view.by,
        urgent=bool(facts.alarms or facts.symptoms),
    )


def _joined(parts: tuple[str, ...]) -> str:
    return " · ".join(part for part in parts if part)


def _dose(facts: HandoverFacts) -> str:
    given = facts.mg_given
    if not given:
        return say("handover-no-dose")
    if facts.dose_mg is None:
        return say("handover-given", f"{given:.1f}")
    return say("handover-dose", f"{given:.1f}", f"{facts.dose_mg:.0f}")


def _pressure(facts: HandoverFacts) -> str:
    if facts.sbp is None or facts.dbp is None:
        return say("handover-no-bp")
    age = say("why-age-unknown") if facts.bp_age_s is None else age_text(facts.bp_age_s)
    return say("handover-bp", f"{facts.sbp:.0f}", f"{facts.dbp:.0f}", age)


def _symptoms(facts: HandoverFacts) -> str:
    names = [line.note.text or say(f"note-{line.note.kind.value}") for line in facts.symptoms]
    return say("handover-symptoms", ", ".join(names)) if names else ""


def _next(facts: HandoverFacts, now_s: float) -> str:
    due = facts.next_due
    if due is None:
        return say("handover-no-next")
    left_s = due.due_s - now_s
    words = "handover-next" if left_s >= 0 else "handover-next-over"
    return say(words, _duty(due.what), minutes_text(abs(left_s)))


def _duty(what: str) -> str:
    return say("wall-do-cuff") if what == CUFF else say_or(f"wall-do-{what}", what)


def _overdue(facts: HandoverFacts) -> str:
    first = "" if facts.next_due is None else facts.next_due.what
    late = [_duty(one.kind.value) for one in facts.overdue if one.kind.value != first]
    return say("handover-overdue", ", ".join(dict.fromkeys(late))) if late else ""


def _away(facts: HandoverFacts, now_s: float) -> str:
    since = facts.off_monitor_since_s
    return "" if since is None else say("handover-off", minutes_text(now_s - since))


def _distress(facts: HandoverFacts) -> str:
    return "" if facts.distress_since_s is None else say("handover-distress")


def _escort(facts: HandoverFacts) -> str:
    if facts.escort is None:
        return say("handover-no-escort")
    answer = say_or(f"reply-{facts.escort.answer}", facts.escort.answer)
    return say("handover-escort", _joined((answer, facts.escort.text)))


def _nameless(facts: HandoverFacts) -> str:
    return say("handover-unclaimed", facts.unclaimed) if facts.unclaimed else ""
