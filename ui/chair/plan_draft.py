"""What is being planned on the screen, before it is said: a step at a time, and whether it can be.

Rule 1: bounds are the plan's own (`monitor.plan`); there is no second copy of them.
Rule 2: there is no usual concentration: it is chosen from the label, each time.
Rule 3: a spray device holds 28 mg; the doses of the label are two and three of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from monitor.people import Course, ImpossibleEntry
from monitor.plan import Drug, Plan
from monitor.routes import Route
from monitor.treatment.dose import DoseLine, dose_line
from ui.words import figure, say

USUAL_MG_PER_KG = 0.5
USUAL_MINUTES = 40.0
MG_PER_KG_STEP = 0.05
MINUTES_STEP = 5.0
FIXED_STEP_MG = 10.0
FIRST_FIXED_MG = 100.0
"""Where the first tap on a dose in mg begins, when there was no last one."""
CONCENTRATIONS = (10.0, 50.0, 100.0)
DEVICE_MG = 28.0
NASAL_MG = (56.0, 84.0)
BY_WEIGHT = frozenset({Route.IV, Route.IM_SC})
IN_A_LIQUID = BY_WEIGHT
"""Routes for which the label's concentration makes mg into mL."""


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """`mg_per_kg` counts on routes by weight, `fixed_mg` on the others; None = not chosen."""

    route: Route
    weight_kg: float | None
    mg_per_kg: float | None = USUAL_MG_PER_KG
    fixed_mg: float | None = None
    minutes: float = USUAL_MINUTES
    concentration_mg_per_ml: float | None = None

    @classmethod
    def of(cls, plan: Plan, route: Route) -> PlanDraft:
        """What was planned so far, with the usual values where nothing was."""
        by_weight = route in BY_WEIGHT
        return cls(
            route,
            plan.weight_kg,
            (plan.dose_mg_per_kg if by_weight else None) or USUAL_MG_PER_KG,
            None if by_weight else plan.fixed_mg,
            plan.minutes,
            plan.concentration_mg_per_ml,
        )

    @property
    def by_weight(self) -> bool:
        return self.route in BY_WEIGHT

    @property
    def devices(self) -> int:
        """How many spray devices the dose is; 0 = none."""
        if self.route is not Route.INTRANASAL or self.fixed_mg is None:
            return 0
        return round(self.fixed_mg / DEVICE_MG)

    def by(self, route: Route) -> PlanDraft:
        """The same patient by another route; nothing of the old route's dose stays."""
        if route is self.route:
            return self
        return PlanDraft(route, self.weight_kg, minutes=self.minutes)

    def stepped(self, steps: int, course: Course) -> PlanDraft:
        """The dose so many steps up or down; a step out of bounds changes nothing."""
        if self.by_weight:
            wanted = round((self.mg_per_kg or 0.0) + steps * MG_PER_KG_STEP, 3)
            return self._if_possible(replace(self, mg_per_kg=wanted))
        if self.fixed_mg is None:
            return replace(self, fixed_mg=course.last_mg or FIRST_FIXED_MG)
        return self._if_possible(replace(self, fixed_mg=self.fixed_mg + steps * FIXED_STEP_MG))

    def lasting(self, steps: int) -> PlanDraft:
        """So many steps longer or shorter; a step out of bounds changes nothing."""
        return self._if_possible(replace(self, minutes=self.minutes + steps * MINUTES_STEP))

    def as_last(self, course: Course) -> PlanDraft:
        """The dose of last time: as much per kg where it goes by weight, else as many mg."""
        share = last_mg_per_kg(course, self.weight_kg)
        if not knows_last(course, self.route):
            return self
        if self.by_weight:
            return self if share is None else self._if_possible(replace(self, mg_per_kg=share))
        return self._if_possible(replace(self, fixed_mg=course.last_mg))

    def plan(self) -> Plan:
        """Raises `ImpossibleEntry`."""
        mg_per_kg, fixed_mg = (self.mg_per_kg, None) if self.by_weight else (None, self.fixed_mg)
        liquid = self.route in IN_A_LIQUID
        nasal = self.route is Route.INTRANASAL
        made = Plan(
            mg_per_kg,
            self.weight_kg,
            self.minutes,
            fixed_mg,
            self.concentration_mg_per_ml if liquid else None,
            Drug.ESKETAMINE if nasal else Drug.KETAMINE,
        )
        made.check(self.route)
        return made

    def missing(self) -> str:
        """What is to be chosen or put right, in one sentence; empty = it is a plan."""
        if self.by_weight and self.weight_kg is None:
            return say("plan-no-weight")
        if not self.by_weight and self.fixed_mg is None:
            return say("plan-no-dose")
        if self.route in IN_A_LIQUID and self.concentration_mg_per_ml is None:
            return say("plan-no-concentration")
        try:
            self.plan()
        except ImpossibleEntry as impossible:
            return say("entry-impossible", impossible)
        return ""

    def line(self, course: Course) -> DoseLine | None:
        """The dose in every unit; None while it is none."""
        try:
            return dose_line(self.plan(), course, self.route)
        except ImpossibleEntry:
            return None

    def _if_possible(self, wanted: PlanDraft) -> PlanDraft:
        try:
            wanted.plan()
        except ImpossibleEntry:
            return self
        return wanted


def knows_last(course: Course, route: Route) -> bool:
    """There was a last dose, and as far as is known it was by this route."""
    return course.last_mg is not None and course.last_route in {None, route}


def last_mg_per_kg(course: Course, weight_kg: float | None) -> float | None:
    """As much per kg as last time, by the weight of last time; None = not known."""
    weight = course.last_weight_kg or weight_kg
    if course.last_mg is None or not weight:
        return None
    return round(course.last_mg / weight, 2)


def number_text(value: float, digits: int = 1) -> str:
    """With so many decimals, and without those that are zeros."""
    return figure(f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}")


def line_text(line: DoseLine) -> str:
    """``0.5 mg/kg = 41 mg = 4.1 mL over 40 min · last time 38 mg``, as far as it is known."""
    parts = [
        None if line.mg_per_kg is None else say("plan-per-kg", number_text(line.mg_per_kg, 2)),
        say("plan-mg", number_text(line.mg)),
        None if line.ml is None else say("plan-ml", number_text(line.ml, 2)),
    ]
    whole = " = ".join(part for part in parts if part)
    if line.minutes is not None:
        whole = say("plan-over", whole, number_text(line.minutes))
    if line.last_mg is None:
        return whole
    return say("plan-last", whole, number_text(line.last_mg))


def rate_text(line: DoseLine) -> str:
    """What the pump is set to, as far as it is known, and the weight that it rests on."""
    parts = [
        None if line.mg_per_min is None else say("plan-mg-h", number_text(line.mg_per_min * 60)),
        None if line.ml_per_h is None else say("plan-ml-h", number_text(line.ml_per_h, 2)),
        None
        if line.weight_kg is None or line.weight_lb is None
        else say("plan-weight", number_text(line.weight_kg), number_text(line.weight_lb)),
    ]
    known = [part for part in parts if part]
    return say("plan-calculated", " · ".join(known)) if known else ""
