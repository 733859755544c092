import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.limits import PROFILES, Modifier
from monitor.people import Risk
from monitor.proposal import (
    SEDATED,
    TIGHTER,
    USUAL_PROFILE,
    is_old,
    proposed_modifiers,
    proposed_profile,
    warns_of_peak,
)
from monitor.routes import Route

RISKS = st.frozensets(st.sampled_from(list(Risk)))


@given(st.sampled_from(list(Route)), RISKS)
def test_what_is_proposed_is_a_profile_of_ours_for_this_route(route, risks):
    assert PROFILES[proposed_profile(route, risks)].route is route


@pytest.mark.parametrize("risk", list(Risk))
def test_age_pressure_and_heart_propose_the_tighter_infusion(risk):
    assert (proposed_profile(Route.IV, {risk}) == "elderly-iv") is (risk in TIGHTER)
    assert proposed_profile(Route.ORAL, {risk}) == USUAL_PROFILE[Route.ORAL]


@given(RISKS)
def test_sedatives_are_proposed_with_what_sedates_and_nothing_else_ever(risks):
    wanted = {Modifier.SEDATIVES} if risks & set(SEDATED) else set()
    assert proposed_modifiers(risks) == wanted


def test_a_risk_is_known_by_its_name_too():
    assert proposed_profile(Route.IV, ["age-65"]) == "elderly-iv"
    assert proposed_modifiers(["opioid"]) == {Modifier.SEDATIVES}


@pytest.mark.parametrize(
    ("born", "old"), [(1960, True), (1961, True), (1962, False), (None, False)]
)
def test_who_turns_65_this_year_is_old(born, old):
    assert is_old(born, 2026) is old


@pytest.mark.parametrize(("peak", "warns"), [(None, False), (159.9, False), (160.0, True)])
def test_a_last_peak_of_160_warns(peak, warns):
    assert warns_of_peak(peak) is warns
