"""What is to be given: the dose, its bounds by route, its volume and its rate.

Rule: units never mix: masses are mg, volumes mL, rates mg/min, weights kg. What goes from one unit
      to another is in `treatment/dose.py`; what has been given so far in `infusion.py`.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from monitor.people import WEIGHT_KG, ImpossibleEntry
from monitor.routes import Route

DOSE_MG_PER_KG = (0.05, 2.0)
"""Sub-anaesthetic doses, of whatever route; above 1 mg/kg a second person is asked for."""
FIXED_MG = (1.0, 700.0)
MINUTES = (1.0, 240.0)
CONCENTRATION_MG_PER_ML = (0.01, 100.0)
RATE_MG_PER_MIN = (0.001, 50.0)
"""What a pump can be set to here."""
ROUTE_MG_PER_KG: dict[Route, tuple[float, float]] = {
    Route.IV: (0.05, 2.0),
    Route.IM_SC: (0.05, 1.5),
    Route.INTRANASAL: (0.05, 1.5),
    Route.ORAL: (0.1, 2.0),
}
ROUTE_MG: dict[Route, tuple[float, float]] = {
    Route.IV: (1.0, 700.0),
    Route.IM_SC: (1.0, 350.0),
    Route.INTRANASAL: (5.0, 350.0),
    Route.ORAL: (5.0, 700.0),
}
"""Of the whole dose. The figures keep out slips of a digit; they are no advice."""


class Drug(enum.StrEnum):
    KETAMINE = "ketamine"
    ESKETAMINE = "esketamine"


def within(field: str, value: float, bounds: tuple[float, float], unit: str) -> None:
    """Raises `ImpossibleEntry` for what is outside its bounds, or no number."""
    low, high = bounds
    if not low <= value <= high:
        raise ImpossibleEntry(field, value, low, high, unit)


@dataclass(frozen=True, slots=True)
class Plan:
    """A dose. None = not known; with neither dose a session only watches.

    `fixed_mg` is a dose in mg, whatever the weight; it goes before `mg_per_kg`. `minutes` is how
    long an infusion takes and means nothing for another route.

    Raises `ImpossibleEntry` for what can be by no route; `check` asks for one.
    """

    mg_per_kg: float | None
    weight_kg: float | None
    minutes: float
    fixed_mg: float | None = None
    concentration_mg_per_ml: float | None = None
    drug: Drug = Drug.KETAMINE

    def __post_init__(self) -> None:
        if self.mg_per_kg is not None:
            within("dose", self.mg_per_kg, DOSE_MG_PER_KG, "mg/kg")
        within("duration", self.minutes, MINUTES, "min")
        if self.fixed_mg is not None:
            within("dose", self.fixed_mg, FIXED_MG, "mg")
        if self.concentration_mg_per_ml is not None:
            bounds = CONCENTRATION_MG_PER_ML
            within("concentration", self.concentration_mg_per_ml, bounds, "mg/mL")

    def check(self, route: Route) -> None:
        """Raises `ImpossibleEntry` for a dose or a rate that cannot be by this route."""
        if self.weight_kg is not None:
            within("weight", self.weight_kg, WEIGHT_KG, "kg")
        if self.mg_per_kg is not None and self.fixed_mg is None:
            within("dose", self.mg_per_kg, ROUTE_MG_PER_KG[route], "mg/kg")
        if self.dose_mg is not None:
            within("dose", self.dose_mg, ROUTE_MG[route], "mg")
        if route is Route.IV and self.mg_per_min is not None:
            within("rate", self.mg_per_min, RATE_MG_PER_MIN, "mg/min")

    @property
    def planned(self) -> bool:
        """Something is to be given, even where the weight is missing that makes it mg."""
        return self.mg_per_kg is not None or self.fixed_mg is not None

    @property
    def dose_mg(self) -> float | None:
        """The whole dose in mg; None without dose or weight."""
        if self.fixed_mg is not None:
            return self.fixed_mg
        if self.mg_per_kg is None or self.weight_kg is None:
            return None
        return self.mg_per_kg * self.weight_kg

    @property
    def dose_mg_per_kg(self) -> float | None:
        """The whole dose by weight; None without dose or weight."""
        if self.fixed_mg is None:
            return self.mg_per_kg
        return None if self.weight_kg is None else self.fixed_mg / self.weight_kg

    @property
    def mg_per_min(self) -> float | None:
        """The rate that brings the dose in its time."""
        return None if self.dose_mg is None else self.dose_mg / self.minutes

    @property
    def volume_ml(self) -> float | None:
        """The whole dose in mL; None without dose or concentration."""
        return self.ml_of(self.dose_mg)

    def ml_of(self, mg: float | None) -> float | None:
        """The volume of a mass of this drug; None where one of both is not known."""
        if mg is None or self.concentration_mg_per_ml is None:
            return None
        return mg / self.concentration_mg_per_ml
