"""How the drug is given, and what follows from it: when it acts, and how often the cuff is due.

The figures are those of the clinic's rules: an infusion acts from its start to 30 min after its
end, pauses included; a dose by another route for a fixed time from the first dose.
"""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass

_MIN_S = 60.0


class Route(enum.StrEnum):
    IV = "iv"
    IM_SC = "im-sc"
    INTRANASAL = "intranasal"
    ORAL = "oral"


@dataclass(frozen=True, slots=True)
class Course:
    """How long the drug acts, and the rhythm of the cuff; seconds.

    It acts from `acts_from_s` after the first dose to `acts_until_s` after it, or, where that is
    None, to `acts_after_end_s` after the end of the infusion.
    `least_s` are pairs: after this time after the first dose, the interval is at least so long.
    `each_dose_anew`: a further dose is a new one, and the time of the drug counts from the last;
    else it is a part of the first, as the devices of one nasal dose are.
    `exactly_at_s`: the cuff is due at this time after the first dose, whatever the rhythm; None =
    at no such time.
    """

    acts_from_s: float = 0.0
    acts_until_s: float | None = None
    acts_after_end_s: float = 30 * _MIN_S
    least_s: tuple[tuple[float, float], ...] = ()
    exactly_at_s: float | None = None
    each_dose_anew: bool = False

    def least_interval_s(self, since_dose_s: float) -> float:
        """The shortest interval this long after the first dose; 0 = the session's own."""
        found = 0.0
        for from_s, interval_s in self.least_s:
            if since_dose_s > from_s:
                found = interval_s
        return found


COURSES: dict[Route, Course] = {
    Route.IV: Course(),
    Route.IM_SC: Course(
        acts_until_s=60 * _MIN_S,
        least_s=((30 * _MIN_S, 10 * _MIN_S),),
        each_dose_anew=True,
    ),
    Route.INTRANASAL: Course(
        acts_until_s=90 * _MIN_S,
        least_s=((-math.inf, 10 * _MIN_S), (60 * _MIN_S, 15 * _MIN_S)),
        exactly_at_s=40 * _MIN_S,
    ),
    Route.ORAL: Course(
        acts_from_s=15 * _MIN_S,
        acts_until_s=120 * _MIN_S,
        least_s=((-math.inf, 15 * _MIN_S),),
    ),
}
