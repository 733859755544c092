"""Another rate of the pump, a step at a time, before it is said: mL/h where that is known. Pure.

Rule: bounds and conversions are the plan's own; a step out of bounds changes nothing.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from monitor.plan import RATE_MG_PER_MIN
from monitor.treatment.dose import mg_per_min, ml_per_h
from ui.chair.plan_draft import number_text
from ui.words import say

COARSEST = 4.0
"""The coarse step is the power of ten that goes at least so often into the rate."""


@dataclass(frozen=True, slots=True)
class RateDraft:
    """`concentration_mg_per_ml` None = not known: the rate is in mg/min alone.

    `coarse` is the larger step, in mL/h or in mg/min; a tenth of it is the smaller one.
    """

    mg_per_min: float
    concentration_mg_per_ml: float | None = None
    coarse: float = 1.0

    @classmethod
    def of(cls, mg_per_min: float, concentration_mg_per_ml: float | None) -> RateDraft:
        """With steps that suit what it is set to."""
        made = cls(mg_per_min, concentration_mg_per_ml)
        shown = made.ml_per_h or mg_per_min
        power = math.floor(math.log10(shown / COARSEST)) if shown > 0 else 0
        return replace(made, coarse=10.0**power)

    @property
    def ml_per_h(self) -> float | None:
        """None without a concentration."""
        known = self.concentration_mg_per_ml
        return None if known is None else ml_per_h(self.mg_per_min, known)

    @property
    def steps(self) -> tuple[float, ...]:
        """What the four tiles add, in mL/h or in mg/min."""
        fine = self.coarse / 10
        return (-self.coarse, -fine, fine, self.coarse)

    @property
    def _decimals(self) -> int:
        """One more than the small step has: a rate of 61.5 stays one of 51.5 after a step."""
        return max(0, 2 - round(math.log10(self.coarse)))

    def stepped(self, by: float) -> RateDraft:
        """So much more or less; without what a computer leaves behind the last figure."""
        by_pump, known = self.ml_per_h, self.concentration_mg_per_ml
        if by_pump is None or known is None:
            return self.to(round(self.mg_per_min + by, self._decimals))
        return self.to(mg_per_min(round(by_pump + by, self._decimals), known))

    def halved(self) -> RateDraft:
        return self.to(self.mg_per_min / 2)

    def to(self, rate: float) -> RateDraft:
        low, high = RATE_MG_PER_MIN
        return replace(self, mg_per_min=rate) if low <= rate <= high else self

    def lines(self) -> tuple[str, str]:
        """As the pump shows it, and the same in the other unit."""
        by_min = say("rate-mg-min", number_text(self.mg_per_min, 3))
        by_pump = self.ml_per_h
        if by_pump is None:
            return by_min, say("rate-mg-h", number_text(self.mg_per_min * 60))
        return say("rate-ml-h", number_text(by_pump, self._decimals)), by_min


def step_text(step: float) -> str:
    return f"{'+' if step > 0 else '−'}{number_text(abs(step), 4)}"
