"""Everything that was so at one moment of a session, as (what, value) in words. Pure, no Qt.

Rule 1: a value that was not there is a dash with its reason, never the one before it.
Rule 2: a cuff value says how old it is and, where it does not count, why.
"""

from __future__ import annotations

from collections.abc import Callable

from monitor.vitals import Quality, VitalSign
from ui.chair.spans import minutes_text, span_text
from ui.review.course_facts import CourseFacts
from ui.review.line import Kind
from ui.trend_cuffs import Cuff
from ui.trend_model import TrendModel
from ui.words import figure, say, say_or, sign_label

NOW_S = 15.0
"""A cuff value so near to the cursor is that of the cursor."""
Fact = tuple[str, str]


def values_at(
    at_s: float, model: TrendModel, facts: CourseFacts, clock: Callable[[float], str]
) -> tuple[Fact, ...]:
    """In the order in which they are read; the first is the moment itself."""
    found: list[Fact] = [("", say("cursor-at", minutes_text(at_s - model.zero_s), clock(at_s)))]
    phase = facts.phase_at(at_s)
    if phase:
        found.append((say("cursor-phase"), say(f"phase-{phase}")))
    found.append((say("nibp"), _cuff_text(model, at_s)))
    rate = model.signals.rate.sign
    found += [(sign_label(sign), _value(model, sign, at_s)) for sign in (rate, VitalSign.SPO2)]
    found += [(say("cursor-alarm"), line.text) for line in facts.during(Kind.ALARM, at_s)]
    found += [(say("cursor-gap"), line.text) for line in facts.during(Kind.GAP, at_s)]
    found += _drug(at_s, model, facts)
    score = facts.score_before(at_s)
    if score is not None:
        ago = span_text(at_s - score.at_s)
        found.append(("", say("cursor-score-ago", score.text, ago)))
    return tuple(found)


def _cuff_text(model: TrendModel, at_s: float) -> str:
    cuff = model.cuffs.before(at_s + NOW_S)
    if cuff is None:
        return say("stat-none")
    text = say("cursor-cuff-now", f"{cuff.sbp:g}", f"{cuff.dbp:g}")
    if at_s - cuff.at_s > NOW_S:
        text = say("cursor-cuff", f"{cuff.sbp:g}", f"{cuff.dbp:g}", span_text(at_s - cuff.at_s))
    why = _why(cuff)
    return say("cursor-cuff-why", text, why) if why else text


def _why(cuff: Cuff) -> str:
    """Why this reading is in no number; empty = it is."""
    return "" if cuff.quality is Quality.GOOD else say(f"why-{cuff.quality.value}")


def _value(model: TrendModel, sign: VitalSign, at_s: float) -> str:
    value = model.reading_at(sign, at_s)
    if value is not None:
        return f"{value:.0f}"
    why = model.gap_at(sign, at_s)
    return say("cursor-none-of", say_or(f"why-{why}", why)) if why else say("stat-none")


def _drug(at_s: float, model: TrendModel, facts: CourseFacts) -> list[Fact]:
    """What was given by then, at which rate, and the estimate of the effect site."""
    started_s = model.started_s
    if started_s is None or at_s < started_s:
        return []
    found: list[Fact] = []
    mg, rate = model.given.clock.mg_given(at_s), facts.drug.rate_at(at_s)
    if mg is not None:
        given = figure(f"{mg:.1f}")
        text = say("cursor-given-mg", given)
        if rate:
            text = say("cursor-given-at", given, figure(f"{rate:.3g}"))
        found.append((say("cursor-given"), text))
    level = facts.drug.effect_at(at_s)
    if level is not None:
        found.append((say("cursor-effect"), say("cursor-effect-value", f"{level:.0f}")))
    return found
