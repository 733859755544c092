"""From one unit to another, the dose as one line, and who has to look at it a second time.

Source: the clinic's rules on who and what is on a chair. Weight in kg and lb; always the whole
line, ``0.5 mg/kg = 41 mg = 4.1 mL over 40 min · last time 38 mg``; by IV more than 1 mg/kg, or
more than 1.5 x the last dose, wants a second person; a weight more than 7 % off last time wants a
confirm.

Rule: a bound is crossed by what is *more* than it; a rounding error of the computer crosses none.
"""

from __future__ import annotations

from dataclasses import dataclass

from monitor.people import Course
from monitor.plan import Plan
from monitor.routes import Route

KG_PER_LB = 0.45359237
SECOND_ABOVE_MG_PER_KG = 1.0
SECOND_ABOVE_LAST = 1.5
WEIGHT_OFF = 0.07
IV_ABOVE_1 = "iv-above-1"
ABOVE_LAST = "above-last"
WEIGHT_DIFFERS = "weight-differs"
_TINY = 1e-9


def lb_of_kg(kg: float) -> float:
    return kg / KG_PER_LB


def kg_of_lb(lb: float) -> float:
    return lb * KG_PER_LB


def ml_per_h(mg_per_min: float, mg_per_ml: float) -> float:
    """What a pump is set to for a rate of the drug."""
    return mg_per_min * 60.0 / mg_per_ml


def mg_per_min(rate_ml_per_h: float, mg_per_ml: float) -> float:
    """The rate of the drug that a pump gives which is set to so many mL/h."""
    return rate_ml_per_h * mg_per_ml / 60.0


@dataclass(frozen=True, slots=True)
class DoseLine:
    """The whole dose in every unit; a None is left out of the line.

    `minutes`, `mg_per_min` and `ml_per_h` only where it runs in over a time. `last_mg` is the dose
    of the last session.
    """

    mg: float
    mg_per_kg: float | None = None
    ml: float | None = None
    minutes: float | None = None
    last_mg: float | None = None
    mg_per_min: float | None = None
    ml_per_h: float | None = None
    weight_kg: float | None = None
    weight_lb: float | None = None


def dose_line(plan: Plan, course: Course, route: Route) -> DoseLine | None:
    """None without a dose, or without the weight that makes it one."""
    mg, weight_kg = plan.dose_mg, plan.weight_kg
    if mg is None:
        return None
    runs = route is Route.IV
    rate, concentration = plan.mg_per_min if runs else None, plan.concentration_mg_per_ml
    by_pump = None if rate is None or concentration is None else ml_per_h(rate, concentration)
    return DoseLine(
        mg=mg,
        mg_per_kg=plan.dose_mg_per_kg,
        ml=plan.volume_ml,
        minutes=plan.minutes if runs else None,
        last_mg=course.last_mg,
        mg_per_min=rate,
        ml_per_h=by_pump,
        weight_kg=weight_kg,
        weight_lb=None if weight_kg is None else lb_of_kg(weight_kg),
    )


def why_second(plan: Plan, course: Course, route: Route) -> tuple[str, ...]:
    """Why a second person is wanted for this dose; empty = none is."""
    why: list[str] = []
    per_kg, mg, last_mg = plan.dose_mg_per_kg, plan.dose_mg, course.last_mg
    if route is Route.IV and per_kg is not None and _more(per_kg, SECOND_ABOVE_MG_PER_KG):
        why.append(IV_ABOVE_1)
    if mg is not None and last_mg is not None and _more(mg, SECOND_ABOVE_LAST * last_mg):
        why.append(ABOVE_LAST)
    return tuple(why)


def why_confirm(weight_kg: float | None, course: Course) -> tuple[str, ...]:
    """What the screen asks "is that right?" about before it goes on; empty = nothing."""
    last_kg = course.last_weight_kg
    if weight_kg is None or last_kg is None:
        return ()
    return (WEIGHT_DIFFERS,) if _more(abs(weight_kg - last_kg), WEIGHT_OFF * last_kg) else ()


def _more(value: float, bound: float) -> bool:
    return value > bound * (1.0 + _TINY)
