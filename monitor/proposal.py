"""What is proposed for a patient before anybody has decided: limits by what is known of her.

Rule: a proposal is shown and can be changed with one tap; nothing is ever changed silently.
"""

from __future__ import annotations

from collections.abc import Collection

from monitor.limits import Modifier
from monitor.people import Risk
from monitor.routes import Route

USUAL_PROFILE: dict[Route, str] = {
    Route.IV: "adult-iv",
    Route.IM_SC: "im-sc",
    Route.INTRANASAL: "intranasal",
    Route.ORAL: "oral",
}
TIGHTER = (Risk.AGE_65, Risk.HYPERTENSION, Risk.CARDIOVASCULAR)
"""With one of these the rise over the baseline is judged earlier, where there is an infusion."""
SEDATED = (Risk.BENZODIAZEPINE, Risk.OPIOID, Risk.SLEEP_APNOEA)
"""With one of these the oxygen saturation is judged earlier."""
OLD_YEARS = 65
PEAK_SBP = 160.0
"""A patient whose last peak was so high, mmHg, comes with a warning."""


def proposed_profile(route: Route, risks: Collection[str]) -> str:
    """The name of a profile of ours."""
    if route is Route.IV and any(risk in risks for risk in TIGHTER):
        return "elderly-iv"
    return USUAL_PROFILE[route]


def proposed_modifiers(risks: Collection[str]) -> frozenset[Modifier]:
    """What is on oxygen, or has a raised baseline, is seen at the chair and not known before."""
    if any(risk in risks for risk in SEDATED):
        return frozenset({Modifier.SEDATIVES})
    return frozenset()


def is_old(birth_year: int | None, year: int) -> bool:
    """65 or older, or so in the course of this year; None = not known."""
    return birth_year is not None and year - birth_year >= OLD_YEARS


def warns_of_peak(last_peak_sbp: float | None) -> bool:
    """mmHg; None = not known."""
    return last_peak_sbp is not None and last_peak_sbp >= PEAK_SBP
