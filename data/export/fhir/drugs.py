"""What was given.

Rule 1: an infusion is one administration for each time at one rate: its pauses are the gaps
        between them. Masses are those of `monitor/infusion.py`, calculated from what was entered
        about the pump; the pump's own volume, where it was entered, is an observation of its own
        and goes before it in the total.
Rule 2: a dose by another route is one administration each; so is any other drug, with its dose as
        it was said.
Rule 3: the last piece says how it ended: `in-progress` and `on-hold` at the end of a record that
        was cut off, `stopped` for less than was planned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.export.fhir.codes import (
    LOCAL,
    Json,
    category,
    own,
    words,
)
from data.export.fhir.frame import Frame, note, people, plain, quantity, ref
from data.export.fhir.orders import Order, drug_concept, requests, route_concept
from monitor.entries import Entry
from monitor.events import SessionOpened
from monitor.infusion import InfusionClock
from monitor.treatment.commands import GiveDrug, SetPlan
from monitor.treatment.late_entries import moment
from monitor.treatment.retold import GivenRetold

_ENOUGH = 0.99
"""Of the plan: what is given by the volume of a syringe is never exactly it."""
_UNITS = {"mg": "mg", "g": "g", "ug": "ug", "µg": "ug", "μg": "ug", "mcg": "ug", "ml": "mL"}


class Drugs:
    """`entries` are those of the whole session, as they count."""

    def __init__(self, frame: Frame, entries: Sequence[Entry]) -> None:
        self._frame = frame
        self._entries = entries
        self._given = GivenRetold()
        self._orders: list[Order] = []
        for entry in entries:
            self._hear(entry)
        self._until_s = frame.material.last_s

    def _hear(self, entry: Entry) -> None:
        what = entry.what
        self._given.hear(what, entry.now_s)
        if isinstance(what, SessionOpened):
            self._orders.append(Order(entry, what.plan, what.by, "", self._given.route))
        elif isinstance(what, SetPlan):
            self._orders.append(Order(entry, what.plan, what.by, what.second, self._given.route))

    @property
    def clock(self) -> InfusionClock:
        return self._given.clock

    @property
    def given(self) -> tuple[float, float] | None:
        """From when to when something was given, session seconds; None = nothing was."""
        ends = [to_s for _from_s, to_s, _rate in self.clock.rates(self._until_s)]
        ends += [at_s for at_s, _mg in self.clock.doses]
        started = self.clock.started_at
        return None if started is None else (started, max(ends, default=started))

    def told(self) -> Iterator[Json]:
        planned = [one for one in self._orders if one.plan.planned]
        yield from requests(self._frame, planned, self._order_status())
        request = planned[-1].ref(self._frame) if planned else {}
        yield from self._infusion(request)
        yield from self._doses(request)
        yield from self._totals()
        for entry in self._entries:
            if isinstance(entry.what, GiveDrug):
                yield self._other(entry, entry.what)

    # ---- how it ended

    def _order_status(self) -> str:
        if self.clock.ended_at is None:
            return "active" if not self.clock.doses else "completed"
        return "completed" if self._enough() else "stopped"

    def _enough(self) -> bool:
        planned = self.clock.plan.dose_mg
        mg = self._given.mg_given(self._until_s)
        return planned is None or mg is None or mg >= _ENOUGH * planned

    # ---- what was given

    def _administration(self, *name: object, **elements: object) -> Json:
        clock = self.clock
        return self._frame.resource(
            "MedicationAdministration",
            *name,
            medicationCodeableConcept=drug_concept(clock.plan.drug, self._given.route),
            subject=self._frame.subject(),
            context=self._frame.encounter(),
            partOf=[ref(self._frame.id_of("Procedure"))],
            **elements,
        )

    def _infusion(self, request: Json) -> Iterator[Json]:
        clock = self.clock
        pieces = clock.rates(self._until_s)
        for place, (from_s, to_s, rate) in enumerate(pieces):
            last = place == len(pieces) - 1
            runs = last and clock.running
            before, after = clock.mg_given(from_s), clock.mg_given(to_s)
            mg = None if before is None or after is None else after - before
            yield self._administration(
                "rate",
                place,
                status=self._status(runs=runs) if last else "completed",
                effectivePeriod=self._frame.period(from_s, None if runs else to_s),
                request=request,
                dosage=self._dosage(_calculated(mg), quantity(rate, "mg/min")),
                note=note("" if mg is not None else "The rate is not known."),
            )

    def _status(self, *, runs: bool) -> str:
        """Of the last piece."""
        if runs:
            return "in-progress"
        if self.clock.ended_at is None:
            return "on-hold"
        return "completed" if self._enough() else "stopped"

    def _doses(self, request: Json) -> Iterator[Json]:
        for place, (at_s, mg) in enumerate(self.clock.doses):
            yield self._administration(
                "dose",
                place,
                status="completed",
                effectivePeriod=self._frame.period(at_s, at_s),
                request=request,
                dosage=self._dosage(quantity(mg, "mg"), None),
                note=note("" if mg is not None else "How much was given is not known."),
            )

    def _dosage(self, dose: Json | None, rate: Json | None) -> Json | None:
        """FHIR wants a dose or a rate in it; with neither there is none."""
        if dose is None and rate is None:
            return None
        return {
            "route": route_concept(self._frame, self._given.route),
            "dose": dose,
            "rateQuantity": rate,
        }

    def _totals(self) -> Iterator[Json]:
        given = self.given
        if given is None:
            return
        mg, pump_ml = self._given.mg_given(self._until_s), self._given.pump_ml
        by_pump = pump_ml is not None and self.clock.plan.concentration_mg_per_ml is not None
        shared: Json = {"effectivePeriod": self._frame.period(*given)}
        shared["category"] = category("therapy")
        if mg is not None:
            method = "by the pump's volume" if by_pump else "calculated from what was entered"
            yield self._frame.observation(
                "mg-given",
                code=own("observation", "mass-given"),
                valueQuantity=_calculated(mg),
                method={"text": method},
                **shared,
            )
        if pump_ml is not None:
            yield self._frame.observation(
                "ml-given",
                code=own("observation", "volume-given-by-pump"),
                valueQuantity=quantity(pump_ml, "mL"),
                method={"text": "read off the pump by a person"},
                **shared,
            )

    def _other(self, entry: Entry, drug: GiveDrug) -> Json:
        at_s = moment(drug.ago_s, entry.now_s)
        said = plain(f"{drug.dose} {drug.unit} {words(drug.route)}")
        dose = _said_dose(drug)
        ordered = f"Ordered by {plain(drug.ordered_by)}." if drug.ordered_by.strip() else ""
        dosage = (
            None if dose is None else {"text": said, "route": _plain_route(drug), "dose": dose}
        )
        return self._frame.resource(
            "MedicationAdministration",
            entry.seq,
            "other",
            status="completed",
            medicationCodeableConcept={"text": plain(drug.drug) or "another drug, not named"},
            subject=self._frame.subject(),
            context=self._frame.encounter(),
            effectivePeriod=self._frame.period(at_s, at_s),
            performer=[{"actor": one} for one in people(drug.by)],
            dosage=dosage,
            note=note(f"Given: {said}." if dose is None and said else "", ordered),
            identifier=[{"system": f"{LOCAL}entry", "value": str(entry.seq)}],
        )


def _calculated(mg: float | None) -> Json | None:
    """To the microgram: more digits would say that somebody knows them."""
    return None if mg is None else quantity(round(mg, 3), "mg")


def _said_dose(drug: GiveDrug) -> Json | None:
    """Its dose as an amount; None = it is not one, and stays as it was said."""
    try:
        value = float(drug.dose.strip().replace(",", "."))
    except ValueError:
        return None
    unit = drug.unit.strip()
    ucum = _UNITS.get(unit.lower())
    if ucum is not None:
        return quantity(value, ucum, plain(unit))
    bare = quantity(value, "1", plain(unit))
    return None if bare is None else {"value": bare["value"], "unit": plain(unit)}


def _plain_route(drug: GiveDrug) -> Json | None:
    route = plain(words(drug.route))
    return {"text": route} if route else None
