"""The criteria of leaving that rest on what people said, asked, gave and put away.

Rule: the rules of `leaving.py` hold. What no record shows is ticked by a person; a date, and the
      name of a provider who came, go with the tick.
"""

from __future__ import annotations

from collections.abc import Callable

from monitor.routes import Route
from monitor.treatment.leaving import (
    LeavingFacts,
    Line,
    heart,
    oxygen,
    pressure,
    waited,
)
from monitor.treatment.leaving_scores import dissociation, fitness, sedation, standing
from monitor.treatment.scales import SUICIDALITY

INTENT = SUICIDALITY[-1]
NEXT_DATE = "next-date"
PROVIDER_SEEN = "provider-seen"
TEXT_NEEDED = frozenset({NEXT_DATE, PROVIDER_SEEN})
"""A tick of these without a text says nothing."""
SECOND_WANTED = frozenset(
    {
        "time",
        "bp",
        "hr",
        "spo2",
        "sedation",
        "standing",
        "suicidality",
        PROVIDER_SEEN,
        "symptoms",
        "alarms",
        "waste",
    }
)
"""Who lets one of these go wants a second person: they are about the patient, or the drug."""
WASTE_WITHIN_MG = 1.0
WASTE_WITHIN_SHARE = 0.05
"""So much of what was drawn may stay in the line, whichever is more."""


def suicidality(facts: LeavingFacts) -> Line:
    """It was asked before the drug, and again before leaving."""
    before = [result for at, result in facts.suicidality if at <= facts.given_at]
    after = [result for at, result in facts.suicidality if facts.fresh(at) and at > facts.given_at]
    evidence = tuple(
        (f"leave-suicidality-{when}", f"reply-{found[-1]}") if found else (missing,)
        for when, found, missing in (
            ("before", before, "leave-suicidality-not-before"),
            ("exit", after, "leave-suicidality-not-exit"),
        )
    )
    if not before:
        return Line("suicidality", False, evidence)
    return Line("suicidality", True if after else None, evidence)


def symptoms(facts: LeavingFacts) -> Line:
    named = dict.fromkeys(kind for _note, kind in facts.symptoms)
    return Line(
        "symptoms",
        not facts.symptoms,
        tuple(("leave-symptom", f"note-{kind}") for kind in named),
        about=frozenset(note for note, _kind in facts.symptoms),
    )


def alarms(facts: LeavingFacts) -> Line:
    return Line(
        "alarms",
        not facts.alarms,
        tuple(("leave-alarm", f"alarm-{alarm}") for _key, alarm in facts.alarms),
        about=frozenset(key for key, _alarm in facts.alarms),
    )


def pump_volume(facts: LeavingFacts) -> Line:
    if facts.pump_ml is None:
        return Line("pump-volume", None, (("leave-pump-missing",),))
    return Line("pump-volume", True, (("leave-pump-is", f"{facts.pump_ml:g}"),))


def waste(facts: LeavingFacts) -> Line:
    left = facts.unaccounted_mg
    if left is None:
        return Line("waste", None, (("leave-waste-unknown",),))
    within = max(WASTE_WITHIN_MG, WASTE_WITHIN_SHARE * facts.drawn_mg)
    if abs(left) <= within:
        return Line("waste", True, (("leave-waste-done", f"{facts.drawn_mg:g}"),))
    return Line("waste", False, (("leave-waste-left", f"{left:.1f}"),))


def escort(facts: LeavingFacts) -> Line:
    told = facts.escort
    if told is None:
        return Line("escort", None, (("leave-escort-not-asked",),), by_hand=True)
    named = told.answer == "named"
    evidence = ("leave-escort-named", told.text or "–") if named else ("leave-escort-none",)
    against = frozenset() if named else frozenset({f"escort@{told.at_s:.3f}"})
    return Line("escort", None, (evidence,), by_hand=True, about=against)


def provider_seen(facts: LeavingFacts) -> Line:
    """Each time that intent or a plan was said, the provider has to see the patient after it."""
    said = frozenset(f"{INTENT}@{at:.3f}" for at, result in facts.suicidality if result == INTENT)
    return Line(PROVIDER_SEEN, None, by_hand=True, about=said)


def _ticked(name: str) -> Callable[[LeavingFacts], Line]:
    def line(_facts: LeavingFacts) -> Line:
        return Line(name, None, by_hand=True)

    return line


def _always(_facts: LeavingFacts) -> bool:
    return True


def _intent(facts: LeavingFacts) -> bool:
    return bool(facts.suicidality) and facts.suicidality[-1][1] == INTENT


def _drawn(facts: LeavingFacts) -> bool:
    return facts.drawn_mg > 0


def _infused(facts: LeavingFacts) -> bool:
    return facts.route is Route.IV


_Row = tuple[Callable[[LeavingFacts], bool], Callable[[LeavingFacts], Line]]
CRITERIA: dict[str, _Row] = {
    "time": (_always, waited),
    "bp": (_always, pressure),
    "hr": (_always, heart),
    "spo2": (_always, oxygen),
    "sedation": (_always, sedation),
    "dissociation": (_always, dissociation),
    "aldrete-padss": (_always, fitness),
    "standing": (lambda facts: bool(facts.stand_because), standing),
    "suicidality": (_always, suicidality),
    PROVIDER_SEEN: (_intent, provider_seen),
    "symptoms": (_always, symptoms),
    "alarms": (_always, alarms),
    "iv-removed": (_infused, _ticked("iv-removed")),
    "pump-volume": (lambda facts: _infused(facts) and _drawn(facts), pump_volume),
    "waste": (_drawn, waste),
    "escort": (_always, escort),
    "no-driving": (_always, _ticked("no-driving")),
    "instructions": (_always, _ticked("instructions")),
    NEXT_DATE: (_always, _ticked(NEXT_DATE)),
}
"""Each line by its id, in the order of the screen: when it is asked for, and how it stands."""


def lines(facts: LeavingFacts) -> tuple[Line, ...]:
    return tuple(line(facts) for wanted, line in CRITERIA.values() if wanted(facts))
