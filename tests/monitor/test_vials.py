"""The ledger: what was drawn, given and wasted has to add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.outcomes import Refused
from monitor.treatment.commands import UNCLAIMED, DrawDrug, WasteDrug
from monitor.treatment.vials import Vials


def draw(mg: float) -> DrawDrug:
    return DrawDrug(mg, "L1", "2027-03", "Nurse 1", "V7")


def waste(mg: float, witness: str = "Nurse 2") -> WasteDrug:
    return WasteDrug(mg, "L1", witness, "Nurse 1", "V7")


def test_drawn_is_given_and_wasted_and_nothing_is_left_over() -> None:
    vials = Vials()
    assert vials.draw(draw(50.0), 10.0) is None
    assert vials.waste(waste(9.0), 3000.0) is None
    assert (vials.drawn_mg, vials.wasted_mg) == (50.0, 9.0)
    assert vials.unaccounted_mg(41.0) == 0.0
    assert vials.unaccounted_mg(39.5) == 1.5
    first, second = vials.lines
    assert (first.at_s, first.lot, first.vial, first.expiry) == (10.0, "L1", "V7", "2027-03")
    assert (second.wasted, second.witness, second.by) == (True, "Nurse 2", "Nurse 1")


def test_a_vial_that_was_forgotten_shows_as_less_than_nothing() -> None:
    vials = Vials()
    vials.draw(draw(30.0), 0.0)
    assert vials.unaccounted_mg(41.0) == -11.0


def test_nothing_is_left_over_of_nothing_or_of_what_nobody_knows() -> None:
    vials = Vials()
    assert vials.unaccounted_mg(41.0) is None
    vials.draw(draw(50.0), 0.0)
    assert vials.unaccounted_mg(None) is None


@pytest.mark.parametrize("witness", ["", "  ", "Nurse 1", " nurse 1 "])
def test_waste_wants_a_witness_who_is_somebody_else(witness: str) -> None:
    vials = Vials()
    refused = vials.waste(waste(9.0, witness), 0.0)
    assert isinstance(refused, Refused)
    assert refused.reason == ("waste-own-witness" if witness.strip() else "waste-no-witness")
    assert vials.lines == ()


@pytest.mark.parametrize("mg", [0.0, -1.0, float("nan"), float("inf"), 10_001.0])
def test_what_is_no_mass_is_in_no_ledger(mg: float) -> None:
    vials = Vials()
    assert vials.draw(draw(mg), 0.0) is not None
    assert vials.waste(waste(mg), 0.0) is not None
    assert vials.lines == ()


@given(
    st.lists(st.integers(1, 100_000)), st.lists(st.integers(1, 100_000)), st.integers(0, 50_000)
)
def test_the_ledger_adds_up_to_the_hundredth(
    drawn: list[int], wasted: list[int], in_hundredths: int
) -> None:
    vials = Vials()
    for mg in drawn:
        vials.draw(draw(mg / 100), 0.0)
    for mg in wasted:
        vials.waste(waste(mg / 100), 0.0)
    left = vials.unaccounted_mg(in_hundredths / 100)
    if not drawn:
        assert left is None
    else:
        assert left == (sum(drawn) - in_hundredths - sum(wasted)) / 100


def test_nobody_in_particular_is_no_witness() -> None:
    refused = Vials().waste(waste(5.0, UNCLAIMED), 10.0)
    assert refused is not None
    assert refused.reason == "waste-no-witness"
