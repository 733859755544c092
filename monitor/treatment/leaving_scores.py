"""The criteria of leaving that are scored at the chair, or measured standing.

Rule 1: the rules of `leaving.py` hold. Of several scores the newest counts, of Aldrete and PADSS
        together too.
Rule 2: standing, the newest pressure of each minute counts. It fails where it is 20 systolic or 10
        diastolic below the one before getting up, below 90, or with symptoms.
"""

from __future__ import annotations

from monitor.treatment.commands import Scale
from monitor.treatment.leaving import LOW_SBP, Evidence, LeavingFacts, Line, Stood, moment
from monitor.treatment.scales import AWAKE, MOAAS

DISSOCIATED_AT_MOST = 1
FIT_AT_LEAST = 9
STANDING_FALL = (20.0, 10.0)
STANDING_MINUTES = (1, 3)


def sedation(facts: LeavingFacts) -> Line:
    return _score(facts, "sedation", (MOAAS,), AWAKE, AWAKE)


def dissociation(facts: LeavingFacts) -> Line:
    return _score(facts, "dissociation", (Scale.DISSOCIATION,), 0, DISSOCIATED_AT_MOST)


def fitness(facts: LeavingFacts) -> Line:
    return _score(facts, "aldrete-padss", (Scale.ALDRETE, Scale.PADSS), FIT_AT_LEAST, 10)


def _score(facts: LeavingFacts, name: str, scales: tuple[str, ...], low: int, high: int) -> Line:
    """The newest score of any of these scales."""
    given = [one for one in facts.scores if one.scale in scales and one.total is not None]
    if not given:
        return Line(name, None, (("leave-no-score",),))
    last = max(given, key=lambda one: one.at_s)
    total = last.total or 0
    told: tuple[Evidence, ...] = ((f"leave-score-{last.scale}", str(total), moment(last.at_s)),)
    met = low <= total <= high
    if met and not facts.fresh(last.at_s):
        return Line(name, None, (*told, ("leave-too-old",)))
    return Line(name, met, told)


# ---- standing -----------------------------------------------------------------------------------


def standing(facts: LeavingFacts) -> Line:
    """Pressures at 1 and at 3 min after getting up, the newest of each."""
    why: tuple[Evidence, ...] = tuple((f"leave-stand-{one}",) for one in facts.stand_because)
    found = {one.said.minute: one for one in facts.stood}
    told = [
        (
            "leave-stood",
            str(minute),
            f"{found[minute].said.sbp:g}/{found[minute].said.dbp:g}",
            moment(found[minute].at),
        )
        for minute in STANDING_MINUTES
        if minute in found
    ]
    bad = [text for minute in STANDING_MINUTES if minute in found for text in _fell(found[minute])]
    evidence = (*why, *told, *((text,) for text in dict.fromkeys(bad)))
    if bad:
        return Line("standing", False, evidence)
    missing = [minute for minute in STANDING_MINUTES if minute not in found]
    if missing:
        wanted = ("leave-stand-missing", " + ".join(str(minute) for minute in missing))
        return Line("standing", None, (*evidence, wanted))
    if not all(facts.fresh(one.at) for one in found.values()):
        return Line("standing", None, (*evidence, ("leave-too-old",)))
    return Line("standing", True, evidence)


def _fell(stood: Stood) -> list[str]:
    """The ids of what is wrong with a standing pressure."""
    said, sitting = stood.said, stood.sitting
    found = list[str]()
    if sitting is not None and (
        sitting.sbp - said.sbp >= STANDING_FALL[0] or sitting.dbp - said.dbp >= STANDING_FALL[1]
    ):
        found.append("leave-stand-fell")
    if said.sbp < LOW_SBP:
        found.append("leave-stand-low")
    if said.symptoms:
        found.append("leave-stand-symptoms")
    return found
