"""What was ordered, and how a drug and a route are told.

Rule: a plan that was changed before anything was given is a cancelled order that the next one
      replaces.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.export.fhir.codes import DRUGS, NASAL_ESKETAMINE, ROUTES, Json, concept
from data.export.fhir.frame import Frame, decimal, filled, note, people, quantity, ref
from monitor.entries import Entry
from monitor.plan import Drug, Plan
from monitor.routes import Route


@dataclass(frozen=True, slots=True)
class Order:
    """A plan, with the line that said it, who did, and the route it was for."""

    entry: Entry
    plan: Plan
    by: str
    second: str
    route: Route

    def ref(self, frame: Frame) -> Json:
        return ref(frame.id_of("MedicationRequest", self.entry.seq))


def requests(frame: Frame, orders: Sequence[Order], status: str) -> Iterator[Json]:
    """`status` is that of the last one."""
    for place, order in enumerate(orders):
        before = orders[place - 1].ref(frame) if place else None
        last = place == len(orders) - 1
        yield _request(frame, order, before, status if last else "cancelled")


def _request(frame: Frame, order: Order, before: Json | None, status: str) -> Json:
    plan, route = order.plan, order.route
    dose = quantity(plan.dose_mg, "mg")
    rate = quantity(plan.mg_per_min, "mg/min") if route is Route.IV else None
    weight = quantity(plan.mg_per_kg, "mg/kg") if dose is None else None
    lasts = {"repeat": {"duration": decimal(plan.minutes), "durationUnit": "min"}}
    amount = filled({"doseQuantity": dose or weight, "rateQuantity": rate})
    return frame.resource(
        "MedicationRequest",
        order.entry.seq,
        status=status,
        intent="order",
        medicationCodeableConcept=drug_concept(plan.drug, route),
        subject=frame.subject(),
        encounter=frame.encounter(),
        requester=next(iter(people(order.by)), None),
        dosageInstruction=[
            {
                "route": route_concept(frame, route),
                "timing": lasts if route is Route.IV else None,
                "doseAndRate": [amount] if amount else [],
            }
        ],
        priorPrescription=before,
        note=note(f"Second person: {order.second}." if order.second.strip() else ""),
        **frame.at("authoredOn", order.entry.now_s),
    )


def drug_concept(drug: Drug, route: Route) -> Json:
    codings = DRUGS[drug]
    if drug is Drug.ESKETAMINE and route is Route.INTRANASAL:
        codings = (codings[0], NASAL_ESKETAMINE)
    return concept(*codings, text=str(drug))


def route_concept(frame: Frame, route: Route) -> Json:
    text, snomed = ROUTES[route]
    return concept(*frame.snomed_codings(snomed, text), text=text)
