"""Burden, return and answers as tiles for a `NumberStrip`, and what was left out as a sentence.

Rule: every number says its meaning; what cannot be said is a dash, never a zero. No Qt.
"""

from __future__ import annotations

from collections.abc import Mapping

from monitor.burden import Burden
from monitor.outcomes import Priority
from monitor.vitals import Quality
from ui.chair.spans import span_text
from ui.review.burdens import Answers, Burdens, LeftOut, Returned
from ui.review.number_strip import Number
from ui.words import say

_ORDER = (
    Quality.ARTEFACT,
    Quality.UNCONFIRMED,
    Quality.POOR,
    Quality.BEFORE_SESSION,
    Quality.AGE_UNKNOWN,
    Quality.DEMO,
)
_ANSWERED = {
    Priority.HIGH: "burden-answered-high",
    Priority.MEDIUM: "burden-answered-medium",
    Priority.LOW: "burden-answered-low",
}


def burden_numbers(known: Burdens, alarms: Mapping[Priority, int]) -> list[Number]:
    """What the strip says, in its order; `alarms`: how many there were of each priority."""
    return [
        *(_over(limit, found) for limit, found in known.over),
        _active(known),
        _returned(known.returned),
        *(
            _answered(priority, known.answers.get(priority), alarms[priority])
            for priority in _ANSWERED
        ),
    ]


def _over(limit: float, found: Burden | None) -> Number:
    name, meaning = say("burden-above", f"{limit:.0f}"), say("mean-burden", f"{limit:.0f}")
    if found is None:
        return Number(name, say("stat-none"), role="nibp", meaning=meaning)
    area = f"{found.area:.0f}"
    rest = ""
    if 0 < found.longest_s < found.above_s:
        rest = say("burden-area-longest", area, span_text(found.longest_s))
    elif found.above_s:
        rest = say("burden-area", area)
    return Number(name, span_text(found.above_s), rest, "nibp", meaning=meaning)


def _active(known: Burdens) -> Number:
    name, meaning, active = say("burden-active"), say("mean-active"), known.active
    if active is None:
        return Number(name, say("stat-none"), role="nibp", meaning=meaning)
    areas = say("burden-areas", f"{active.sbp_area:.0f}", f"{active.dbp_area:.0f}")
    rest = areas if active.lasted_s else ""
    return Number(name, span_text(active.lasted_s), rest, "nibp", meaning=meaning)


def _returned(found: Returned | None) -> Number:
    name, meaning = say("burden-return"), say("mean-return")
    if found is None:
        return Number(name, say("stat-none"), role="nibp", meaning=meaning)
    if found.at_s is None or found.after_s is None:
        rest = say("burden-return-not" if found.never_left else "burden-return-never")
        return Number(name, say("stat-none"), rest, "nibp", meaning=meaning)
    value = span_text(found.after_s)
    return Number(name, value, say("burden-after-peak"), "nibp", found.at_s, meaning=meaning)


def _answered(priority: Priority, found: Answers | None, alarms: int) -> Number:
    name, meaning = say(_ANSWERED[priority]), say("mean-answered")
    if found is None:
        rest = say("burden-nobody" if alarms else "burden-no-alarm")
        return Number(name, say("stat-none"), rest, meaning=meaning)
    rest = say("burden-worst", span_text(found.worst_s), found.count)
    return Number(name, span_text(found.median_s), rest, meaning=meaning)


def left_out_text(found: LeftOut) -> str:
    """``Not in the numbers: 2 artefact, 1 unconfirmed``; empty = nothing was left out."""
    parts = [
        say(f"left-out-{quality.value}", found.cuffs[quality])
        for quality in _ORDER
        if found.cuffs[quality]
    ]
    if found.poor_s:
        parts.append(say("left-out-seconds", span_text(found.poor_s)))
    return say("left-out", ", ".join(parts)) if parts else ""
