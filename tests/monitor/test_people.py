"""Who is in the chair, and what nobody can weigh."""

from __future__ import annotations

import pytest

from monitor.people import WEIGHT_KG, ImpossibleEntry, Patient


@pytest.mark.parametrize("weight", [None, *WEIGHT_KG, 80.0])
def test_a_weight_within_its_bounds_or_none_is_taken(weight: float | None) -> None:
    assert Patient("20417", weight).weight_kg == weight


@pytest.mark.parametrize("weight", [0.0, -80.0, 24.9, 350.1, 800.0, float("nan")])
def test_an_impossible_weight_is_refused_with_its_bounds(weight: float) -> None:
    with pytest.raises(ImpossibleEntry) as refused:
        Patient("20417", weight)
    low, high = WEIGHT_KG
    assert (refused.value.field, refused.value.low, refused.value.high) == ("weight", low, high)
    assert str(refused.value) == f"weight is {weight:g} kg; expected {low:g} to {high:g} kg"


def test_a_patient_can_not_be_changed() -> None:
    with pytest.raises(AttributeError):
        Patient("20417", 80.0).weight_kg = 81.0  # type: ignore[misc]
