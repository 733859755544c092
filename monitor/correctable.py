"""What of a recorded line may be corrected afterwards: the one table, by the kind of the line.

Rule 1: only what a person entered has values that can be entered wrongly. What a monitor measured
        keeps its value for ever; a person may say that it is an artefact, or that it is none.
Rule 2: not here, on purpose: drug that was drawn or thrown away (a second person saw it), what the
        pump was told to do and when, answers, decisions, scores that were made of their items,
        limits, signatures. An addendum says what is to be said of those.
Rule 3: the drug that ran does not change because the scale was misread: a corrected weight keeps
        the milligrams, and changes what they are per kilogram.
Rule 4: bounds keep out slips of a digit, as they did when it was entered.

Units: mmHg, mg, mg/min, mL, kg, mg/mL, breaths/min; moments are session seconds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from monitor.amendments import LONGEST_TEXT
from monitor.clock import whole_ms
from monitor.commands import EmergencyStamp, ManualCuff, Note, Sedation
from monitor.entries import Entry
from monitor.events import Numerics, SessionOpened
from monitor.people import WEIGHT_KG, ImpossibleEntry
from monitor.plan import CONCENTRATION_MG_PER_ML, FIXED_MG, RATE_MG_PER_MIN, Plan
from monitor.treatment.commands import (
    ChangeRate,
    CountBreaths,
    GiveDose,
    GiveDrug,
    PumpVolume,
    Score,
    SetPlan,
    StandingCuff,
)
from monitor.treatment.late_entries import LONGEST_S, measured_at, moment
from monitor.treatment.scales import MOAAS_RANGE, SCALES
from monitor.vitals import SIGNS, CuffResult, Quality, VitalSign

Value = float | str
ARTEFACT = "artefact"
"""The part of a measured pressure, 1 = it is an artefact, 0 = it is none. Of one continuous sign:
``artefact-spo2``."""
AT = "at"
"""The part of an entry that says when it was, in session seconds."""
PRESSURE_MMHG = (0.0, 400.0)
"""What a keypad takes; a pressure that a person measured is never refused for its value."""
_PUMP_ML = (0.0, 1000.0)
_BREATHS = (0.0, 120.0)


@dataclass(frozen=True, slots=True)
class Part:
    """One value of a line. `low` and `high` None = it is a text.

    `read` gives what it is now, None = not known; `put` the same line with another one.
    """

    name: str
    read: Callable[[Entry], Value | None]
    put: Callable[[Entry, Any], Entry]
    low: float | None = None
    high: float | None = None
    unit: str = ""
    decimals: int = 0

    @property
    def is_text(self) -> bool:
        return self.low is None

    @property
    def is_mark(self) -> bool:
        """It says what a measured value is worth, not what it is."""
        return self.name.partition("-")[0] == ARTEFACT

    def fits(self, value: Value | None) -> bool:
        """It can be such a value; whether the whole line can then be is another question."""
        if self.is_text:
            return isinstance(value, str) and len(value) <= LONGEST_TEXT
        if value is None or isinstance(value, str) or self.low is None or self.high is None:
            return False
        inside = self.low <= value <= self.high
        return inside and (self.decimals > 0 or value == int(value))


def parts(entry: Entry) -> tuple[Part, ...]:
    """What of this line may be corrected; nothing of most."""
    what = entry.what
    if isinstance(what, Numerics):
        return tuple(_mark_of(reading.sign) for reading in what.readings)
    if isinstance(what, Score):
        return _score(what)
    if isinstance(what, SessionOpened | SetPlan):
        return _plan_parts(what)
    return _PARTS.get(type(what), ())


def part(entry: Entry, name: str) -> Part | None:
    return next((one for one in parts(entry) if one.name == name), None)


# ---- fields of a line ---------------------------------------------------------------------------


def _field(
    name: str,
    bounds: tuple[float, float] | None = None,
    unit: str = "",
    decimals: int = 0,
) -> Part:
    """A value that is a field of its line."""

    def read(entry: Entry) -> Value | None:
        value: Value | None = getattr(entry.what, name)
        return value

    def put(entry: Entry, value: Any) -> Entry:
        changed: Any = replace(entry.what, **{name: value})  # type of the line stays
        return replace(entry, what=changed)

    low, high = (None, None) if bounds is None else bounds
    return Part(name, read, put, low, high, unit, decimals)


def _moment() -> Part:
    """When it was: kept as how long before the entry, at most 12 h."""

    def read(entry: Entry) -> Value:
        what: Any = entry.what
        return moment(what.ago_s, entry.now_s)

    def put(entry: Entry, value: Any) -> Entry:
        changed: Any = entry.what
        ago_s = whole_ms(min(max(entry.now_s - value, 0.0), LONGEST_S))
        return replace(entry, what=replace(changed, ago_s=ago_s))

    return Part(AT, read, put, 0.0, float("inf"), "s", decimals=3)


# ---- marks --------------------------------------------------------------------------------------


def _mark() -> Part:
    return Part(ARTEFACT, _is_artefact, _marked, 0.0, 1.0)


def _is_artefact(entry: Entry) -> Value:
    return float(getattr(entry.what, "quality", Quality.GOOD) is Quality.ARTEFACT)


def _marked(entry: Entry, value: Any) -> Entry:
    """A pressure with another quality; one by hand becomes a result, where it was measured."""
    quality = Quality.ARTEFACT if value else Quality.GOOD
    what = entry.what
    if isinstance(what, ManualCuff):
        if not value:
            return entry
        made = CuffResult(what.sbp, what.dbp, None, None, "manual", quality)
        return replace(entry, now_s=measured_at(what, entry.now_s), what=made)
    if isinstance(what, CuffResult):
        return replace(entry, what=replace(what, quality=quality))
    return entry


def _mark_of(sign: VitalSign) -> Part:
    """Of one continuous sign; what is said of the other signs of that second stays."""

    def read(entry: Entry) -> Value | None:
        what = entry.what
        if not isinstance(what, Numerics):
            return None
        found = (one.quality for one in what.readings if one.sign is sign)
        return next((float(quality is Quality.ARTEFACT) for quality in found), None)

    def put(entry: Entry, value: Any) -> Entry:
        what = entry.what
        if not isinstance(what, Numerics):
            return entry
        quality = Quality.ARTEFACT if value else Quality.GOOD
        readings = (
            replace(one, quality=quality) if one.sign is sign else one for one in what.readings
        )
        return replace(entry, what=Numerics(tuple(readings)))

    return Part(f"{ARTEFACT}-{sign.value}", read, put, 0.0, 1.0)


MARKS = {f"{ARTEFACT}-{sign.value}": sign for sign in SIGNS}
"""The parts of continuous signs, by name."""


# ---- the plan -----------------------------------------------------------------------------------


def _plan_parts(what: SessionOpened | SetPlan) -> tuple[Part, ...]:
    weight = Part("weight_kg", _weight, _put_weight, *WEIGHT_KG, "kg", decimals=1)
    if not what.plan.planned:
        return (weight,)
    concentration = Part(
        "concentration_mg_per_ml",
        lambda entry: _plan(entry).concentration_mg_per_ml,
        lambda entry, value: _put_plan(entry, concentration_mg_per_ml=value),
        *CONCENTRATION_MG_PER_ML,
        "mg/mL",
        decimals=2,
    )
    dose = Part("dose_mg", lambda entry: _plan(entry).dose_mg, _put_dose, *FIXED_MG, "mg", 2)
    return (weight, dose, concentration)


def _plan(entry: Entry) -> Plan:
    what: Any = entry.what
    plan: Plan = what.plan
    return plan


def _put_plan(entry: Entry, **changes: float | None) -> Entry:
    what: Any = entry.what
    return replace(entry, what=replace(what, plan=replace(what.plan, **changes)))


def _weight(entry: Entry) -> Value | None:
    what = entry.what
    weight_kg = _plan(entry).weight_kg
    if weight_kg is None and isinstance(what, SessionOpened):
        return what.patient.weight_kg
    return weight_kg


def _put_weight(entry: Entry, value: Any) -> Entry:
    plan, what = _plan(entry), entry.what
    by_weight = plan.fixed_mg is None and plan.weight_kg is not None and plan.mg_per_kg is not None
    if by_weight and plan.dose_mg is not None:  # rule 3
        changed = _put_plan(entry, weight_kg=value, mg_per_kg=plan.dose_mg / value)
    else:
        changed = _put_plan(entry, weight_kg=value)
    if isinstance(what, SessionOpened) and isinstance(changed.what, SessionOpened):
        patient = replace(what.patient, weight_kg=value)
        changed = replace(changed, what=replace(changed.what, patient=patient))
    return changed


def _put_dose(entry: Entry, value: Any) -> Entry:
    plan = _plan(entry)
    if plan.fixed_mg is not None or plan.weight_kg is None:
        return _put_plan(entry, fixed_mg=value)
    return _put_plan(entry, mg_per_kg=value / plan.weight_kg)


# ---- scores -------------------------------------------------------------------------------------


def _score(what: Score) -> tuple[Part, ...]:
    """A total that was made of its items is corrected by nobody (rule 2)."""
    facts = SCALES[what.scale]
    if what.total is None or what.items:
        return (_moment(),)
    return (_whole("total", (float(facts.low), float(facts.high))), _moment())


def _whole(name: str, bounds: tuple[float, float]) -> Part:
    """A field that is a whole number."""
    plain = _field(name, bounds)
    return replace(plain, put=lambda entry, value: plain.put(entry, int(value)))


_PRESSURES = tuple(_field(name, PRESSURE_MMHG, "mmHg") for name in ("sbp", "dbp"))
_PARTS: dict[type, tuple[Part, ...]] = {
    CuffResult: (_mark(),),
    ManualCuff: (*_PRESSURES, _moment(), _mark()),
    StandingCuff: _PRESSURES,
    Note: (_field("text"), _moment()),
    EmergencyStamp: (_field("text"),),
    Sedation: (_whole("score", (float(MOAAS_RANGE[0]), float(MOAAS_RANGE[1]))),),
    CountBreaths: (_field("rr", _BREATHS, "/min"),),
    GiveDose: (_field("mg", (0.1, FIXED_MG[1]), "mg", decimals=2),),
    GiveDrug: (*(_field(name) for name in ("drug", "dose", "unit", "route")), _moment()),
    ChangeRate: (_field("mg_per_min", RATE_MG_PER_MIN, "mg/min", decimals=3),),
    PumpVolume: (_field("ml", _PUMP_ML, "mL", decimals=2),),
}


def put(entry: Entry, one: Part, value: Value | None) -> Entry | None:
    """The line with another value; None = there can be no such line."""
    if not one.fits(value):
        return None
    if one.read(entry) == value:
        return entry
    try:
        return one.put(entry, value)
    except (ImpossibleEntry, ArithmeticError):
        return None
