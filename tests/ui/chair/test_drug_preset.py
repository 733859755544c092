"""A drug as the clinic wrote it on its list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.chair.drug_preset import ROUTES, UNITS, Preset, preset


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ondansetron 4 mg IV", Preset("Ondansetron", "4", "mg", "IV")),
        ("Glycopyrrolate 0,2 mg iv", Preset("Glycopyrrolate", "0.2", "mg", "IV")),
        ("Fentanyl 50µg", Preset("Fentanyl", "50", "mcg")),
        ("Fentanyl 50 µg", Preset("Fentanyl", "50", "mcg")),
        ("Saline 250 ml IV", Preset("Saline", "250", "mL", "IV")),
        ("Vitamin B 12", Preset("Vitamin B 12")),
        ("Salbutamol inhaled", Preset("Salbutamol", route="inhaled")),
        ("Labetalol", Preset("Labetalol")),
        ("  Labetalol   10 mg ", Preset("Labetalol", "10", "mg")),
        ("4 mg", Preset("4 mg")),
        ("IV", Preset("IV")),
        ("", Preset("")),
    ],
)
def test_name_dose_and_route_are_taken_apart(written: str, meant: Preset) -> None:
    assert preset(written) == meant


@given(
    drug=st.from_regex(r"\A[A-Z][a-z]{2,12}( [A-Z][a-z]{2,8})?\Z"),
    dose=st.decimals("0.01", "999", places=2).map(lambda one: f"{one.normalize():f}"),
    unit=st.sampled_from(UNITS),
    route=st.sampled_from(ROUTES),
)
def test_what_is_written_in_full_comes_back_whole(
    drug: str, dose: str, unit: str, route: str
) -> None:
    assert preset(f"{drug} {dose} {unit} {route}") == Preset(drug, dose, unit, route)


@given(st.text(max_size=60))
def test_nothing_that_was_written_is_lost(written: str) -> None:
    one = preset(written)
    if not one.dose and not one.route:
        assert one.drug.split() == written.split()
    assert bool(one.drug) is bool(written.split())
    assert one.unit in {"", *UNITS}
    assert one.route in {"", *ROUTES}
