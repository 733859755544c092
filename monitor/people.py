"""Who is in the chair."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from monitor.routes import Route

WEIGHT_KG = (25.0, 350.0)
"""Bounds of a weight that is taken without doubt: the adults that have been treated."""


class Risk(enum.StrEnum):
    """What is known of the patient that asks for tighter limits or a provider's decision."""

    HYPERTENSION = "hypertension"
    CARDIOVASCULAR = "cardiovascular"
    AGE_65 = "age-65"
    STIMULANT = "stimulant"
    MAOI = "maoi"
    BENZODIAZEPINE = "benzodiazepine"
    OPIOID = "opioid"
    SLEEP_APNOEA = "sleep-apnoea"
    BMI_35 = "bmi-35"


class ImpossibleEntry(ValueError):
    """A person typed something that cannot be; `field`, `value` and the bounds say what."""

    def __init__(self, field: str, value: float, low: float, high: float, unit: str) -> None:
        super().__init__(f"{field} is {value:g} {unit}; expected {low:g} to {high:g} {unit}")
        self.field = field
        self.value = value
        self.low = low
        self.high = high
        self.unit = unit


@dataclass(frozen=True, slots=True)
class Patient:
    """`patient_id` is the clinic's own local number. `weight_kg` None = not weighed.

    Full name, birth date (ISO 8601) and sex are only needed for forms; empty = not given.

    Raises `ImpossibleEntry` for a weight outside `WEIGHT_KG`.
    """

    patient_id: str
    weight_kg: float | None
    initials: str = ""
    birth_year: int | None = None
    name: str = ""
    birth_date: str = ""
    sex: str = ""
    risks: frozenset[Risk] = frozenset()

    def __post_init__(self) -> None:
        low, high = WEIGHT_KG
        if self.weight_kg is not None and not low <= self.weight_kg <= high:
            raise ImpossibleEntry("weight", self.weight_kg, low, high, "kg")


@dataclass(frozen=True, slots=True)
class Course:
    """Where this session stands among those of the patient; None = not known, or the first.

    `number` of `of` (induction), `of` None = maintenance. Doses in mg, weight in kg.
    """

    number: int | None = None
    of: int | None = None
    last_mg: float | None = None
    last_weight_kg: float | None = None
    last_peak_sbp: float | None = None
    last_route: Route | None = None
