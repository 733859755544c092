"""Other drugs: how soon they act, how much a dose does, how names and amounts are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.body.relief import NO_CHANGE, Change, Reliefs, milligrams, relief_of, share
from devices.simulated.body.relief_table import AS_GIVEN, DRUGS, Action

REMEDIES = st.sampled_from([words.partition("|")[0] for words in DRUGS])


def after(minutes: float, *drugs: tuple[str, str, str, str]) -> Change:
    reliefs = Reliefs()
    for drug in drugs:
        reliefs.give(*drug, at_s=0.0)
    return reliefs.at(minutes * 60.0)


def test_labetalol_lowers_pressure_and_heart_rate_within_ten_minutes() -> None:
    early, late = (after(minutes, ("Labetalol", "20", "mg", "IV")) for minutes in (1.0, 10.0))
    assert early == NO_CHANGE
    assert 168 * (1 - late.sbp) == pytest.approx(20.0, abs=4.0)
    assert late.hr < 0.95


def test_far_too_much_of_it_brings_88_over_50() -> None:
    change = after(12.0, ("labetalol", "100", "mg", "IV"))
    assert 168 * change.sbp == pytest.approx(88.0, abs=3.0)
    assert 102 * change.dbp == pytest.approx(50.0, abs=3.0)
    assert 83 * change.hr == pytest.approx(54.0, abs=3.0)


def test_it_wears_off() -> None:
    dose = ("esmolol", "40", "mg", "IV")
    assert after(2.0, dose).hr < 0.87
    assert after(60.0, dose).hr > 0.99


def test_a_tablet_takes_longer_than_the_vein() -> None:
    for drug in ("metoprolol", "diltiazem", "lorazepam", "hydralazine"):
        swallowed, injected = relief_of(drug, "PO"), relief_of(drug, "IV")
        assert swallowed is not None
        assert injected is not None
        assert swallowed.action.peak_min > 2.0 * injected.action.peak_min


def test_a_benzodiazepine_slows_the_breath_more_than_it_lowers_the_pressure() -> None:
    change = after(4.0, ("midazolam", "2", "mg", "IV"))
    assert change.rr == pytest.approx(-2.0)
    assert 0.93 < change.sbp < 1.0


@pytest.mark.parametrize("drug", ["Ondansetron", "paracetamol", "saline", ""])
def test_what_is_not_known_to_change_a_vital_sign_changes_none(drug: str) -> None:
    assert after(20.0, (drug, "4", "mg", "IV")) == NO_CHANGE


def test_a_drug_is_known_however_it_is_written() -> None:
    wanted = relief_of("metoprolol", "PO")
    assert wanted is not None
    assert relief_of(" Metoprolol tartrate ", "po") == wanted
    assert relief_of("Clonidin", "PO") == relief_of("clonidine", "PO") is not None
    assert relief_of("labetalol", "inhaled") == relief_of("labetalol", "IV")


@pytest.mark.parametrize(
    ("dose", "unit", "mg"),
    [
        ("10", "mg", 10.0),
        ("0,1", "mg", 0.1),
        ("150", "mcg", 0.15),
        ("5", "mL", None),
        ("", "mg", None),
    ],
)
def test_an_amount_is_read_as_it_was_written(dose: str, unit: str, mg: float | None) -> None:
    assert milligrams(dose, unit) == (None if mg is None else pytest.approx(mg))


def test_without_an_amount_it_is_the_usual_dose() -> None:
    assert after(10, ("labetalol", "", "", "")) == after(10, ("labetalol", "20", "mg", "IV"))


@given(REMEDIES, st.sampled_from(sorted(AS_GIVEN)), st.floats(0.0, 3000.0))
def test_every_drug_of_the_table_acts_between_nothing_and_its_peak(
    drug: str, route: str, minutes: float
) -> None:
    relief = relief_of(drug, route)
    assert relief is not None
    assert relief.usual_mg > 0.0
    assert relief.action.onset_min < relief.action.peak_min
    assert 0.0 <= share(relief.action, minutes) <= 1.0


def test_an_effect_rises_to_its_peak_and_halves_again() -> None:
    action = Action(2.0, 10.0, 30.0)
    assert share(action, 2.0) == 0.0
    assert share(action, 6.0) == pytest.approx(0.5)
    assert share(action, 10.0) == 1.0
    assert share(action, 40.0) == pytest.approx(0.5)


@given(st.lists(st.tuples(REMEDIES, st.floats(0.0, 100000.0)), max_size=5), st.floats(0.0, 600.0))
def test_whatever_is_given_the_pressure_stays_a_pressure(
    drugs: list[tuple[str, float]], minutes: float
) -> None:
    change = after(minutes, *((drug, f"{mg:.2f}", "mg", "IV") for drug, mg in drugs))
    assert change.sbp > 0.0
    assert change.dbp > 0.0
    assert change.hr > 0.0
