"""Who is in the chair."""

from __future__ import annotations

from dataclasses import dataclass

WEIGHT_KG = (25.0, 350.0)
"""Bounds of a weight that is taken without doubt: the adults that have been treated."""


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

    Raises `ImpossibleEntry` for a weight outside `WEIGHT_KG`.
    """

    patient_id: str
    weight_kg: float | None
    initials: str = ""
    birth_year: int | None = None

    def __post_init__(self) -> None:
        low, high = WEIGHT_KG
        if self.weight_kg is not None and not low <= self.weight_kg <= high:
            raise ImpossibleEntry("weight", self.weight_kg, low, high, "kg")
