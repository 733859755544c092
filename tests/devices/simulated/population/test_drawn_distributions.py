"""Who is drawn: the distribution of each thing, as the clinical basis has it.

Bounds are five standard errors of what is looked at, from `MANY` people of one seed.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist, correlation, fmean, linear_regression, stdev

import pytest

from devices.simulated.body.pharmacology import EMAX_HR, chronotropic_share, kamp, pressor_share
from devices.simulated.population.population import Member, drawn

MANY = 6000
ERRORS = 5.0
PEOPLE = [drawn(11, number) for number in range(MANY)]
AGAIN = [drawn(11, number, visit=1) for number in range(MANY)]
Drawn = Callable[[Member], float]


@dataclass(frozen=True, slots=True)
class Spread:
    what: str
    of: Drawn
    mean: float
    sd: float
    log: bool = False
    """The median and the coefficient of variation of a log-normal factor."""


def _resting_sbp(one: Member) -> float:
    return one.rest_sbp - 0.30 * (one.age - 45.0) - 8.0 * one.hypertension


def _resting_dbp(one: Member) -> float:
    return one.rest_dbp - 0.05 * (one.age - 45.0) - 4.0 * one.hypertension


def _of_body(part: str) -> Drawn:
    return lambda one: getattr(one.body, part) / getattr(kamp(one.weight_kg), part)


def _pressor(one: Member, full: float, emax: float) -> float:
    return emax / full / pressor_share(one.age, hypertension=one.hypertension)


def _sbp(one: Member) -> float:
    return _pressor(one, 32.0, one.response.emax_sbp)


def _dbp(one: Member) -> float:
    return _pressor(one, 20.0, one.response.emax_dbp)


def _log_sbp(one: Member) -> float:
    return math.log(_sbp(one))


def _log_dbp(one: Member) -> float:
    return math.log(_dbp(one))


def _hr(one: Member) -> float:
    slowed = chronotropic_share(hypertension=one.hypertension, beta_blocker=one.beta_blocker)
    return one.response.emax_hr / slowed


BETWEEN, WITHIN = 0.42, 0.25
"""CV of the pressor effect between patients and between their days."""
BOTH = math.sqrt((1.0 + BETWEEN**2) * (1.0 + WITHIN**2) - 1.0)
MIDDLE = 1.0 / math.sqrt(1.0 + BOTH**2)
"""The median of a log-normal factor whose mean is 1."""

SPREADS = (
    Spread("resting SBP", _resting_sbp, 120.0, math.hypot(10.0, 6.0)),
    Spread("resting DBP", _resting_dbp, 76.0, math.hypot(6.5, 4.0)),
    Spread(
        "resting HR",
        lambda one: one.rest_hr + 0.08 * (one.age - 45.0),
        74.0,
        math.hypot(10.0, 5.0),
    ),
    Spread("breaths", lambda one: one.rest_rr, 15.0, 1.97),
    Spread("dip of SpO2", lambda one: one.dip, 0.5, 0.7),
    Spread("V1", _of_body("v1_l"), 1.0, 0.30, log=True),
    Spread("V2", _of_body("v2_l"), 1.0, 0.30, log=True),
    Spread("V3", _of_body("v3_l"), 1.0, 0.35, log=True),
    Spread("CL", _of_body("cl_l_per_min"), 1.0, 0.25, log=True),
    Spread("Q2", _of_body("q2_l_per_min"), 1.0, 0.30, log=True),
    Spread("Q3", _of_body("q3_l_per_min"), 1.0, 0.30, log=True),
    Spread("EC50", lambda one: one.response.ec50_ng_per_ml / 250.0, 1.0, 0.30, log=True),
    Spread("ke0", lambda one: one.response.ke0_per_min * 5.0 / math.log(2.0), 1.0, 0.35, log=True),
    Spread("effect on SBP", _sbp, MIDDLE, BOTH, log=True),
    Spread("effect on DBP", _dbp, MIDDLE, BOTH, log=True),
    Spread("effect on HR", _hr, EMAX_HR, math.hypot(12.0, 6.0)),
)


def is_spread(values: list[float], mean: float, sd: float) -> None:
    error = sd / math.sqrt(len(values))
    assert fmean(values) == pytest.approx(mean, abs=ERRORS * error)
    assert stdev(values) == pytest.approx(sd, abs=ERRORS * error / math.sqrt(2.0))


@pytest.mark.parametrize("spread", SPREADS, ids=[one.what for one in SPREADS])
def test_what_is_drawn_has_its_middle_and_its_spread(spread: Spread) -> None:
    values = [spread.of(one) for one in PEOPLE]
    if spread.log:
        sd = math.sqrt(math.log(1.0 + spread.sd**2))
        is_spread([math.log(value) for value in values], math.log(spread.mean), sd)
    else:
        is_spread(values, spread.mean, spread.sd)


@pytest.mark.parametrize(
    ("of", "sd"),
    [
        (_resting_sbp, 6.0),
        (_resting_dbp, 4.0),
        (lambda one: one.rest_hr, 5.0),
        (_hr, 6.0),
        (_log_sbp, math.sqrt(math.log(1.0 + WITHIN**2))),
    ],
    ids=["SBP", "DBP", "HR", "effect on HR", "effect on SBP"],
)
def test_from_day_to_day_they_differ_by_as_much_as_is_said(of: Drawn, sd: float) -> None:
    apart = [of(one) - of(other) for one, other in zip(PEOPLE, AGAIN, strict=True)]
    is_spread(apart, 0.0, sd * math.sqrt(2.0))


def test_on_one_day_both_pressures_answer_more_or_less_together() -> None:
    for one, other in zip(PEOPLE, AGAIN, strict=True):
        day = other.response.emax_sbp / one.response.emax_sbp
        assert other.response.emax_dbp / one.response.emax_dbp == pytest.approx(day)


def _between(first: Drawn, second: Drawn) -> float:
    return correlation([first(one) for one in PEOPLE], [second(one) for one in PEOPLE])


def test_the_effects_of_one_person_go_together_as_is_said() -> None:
    error = ERRORS / math.sqrt(MANY)
    person = math.log(1.0 + BETWEEN**2) / math.log(1.0 + BOTH**2)
    pressures = _between(_log_sbp, _log_dbp)
    assert pressures == pytest.approx(0.7 * person + (1.0 - person), abs=error)
    heart = 0.3 * math.sqrt(person) * 12.0 / math.hypot(12.0, 6.0)
    assert _between(_log_sbp, _hr) == pytest.approx(heart, abs=error)
    assert _between(_log_dbp, _hr) == pytest.approx(heart, abs=error)


def test_resting_pressures_go_together_as_is_said() -> None:
    shared = 0.6 * 10.0 * 6.5 / (math.hypot(10.0, 6.0) * math.hypot(6.5, 4.0))
    error = ERRORS / math.sqrt(MANY)
    assert _between(_resting_sbp, _resting_dbp) == pytest.approx(shared, abs=error)


def test_the_clipped_ones_are_clipped_where_is_said() -> None:
    ages, weights = [one.age for one in PEOPLE], [one.weight_kg for one in PEOPLE]
    assert (min(ages), max(ages)) == (18.0, 80.0)
    assert (min(weights), max(weights)) == (45.0, 140.0)
    for values, mean, sd, low, high in (
        (ages, 45.0, 13.0, 18.0, 80.0),
        (weights, 80.0, 18.0, 45.0, 140.0),
    ):
        usual, error = NormalDist(mean, sd), 0.5 / math.sqrt(MANY)
        for value in (low, mean - sd, mean, mean + sd):
            share = sum(one <= value for one in values) / MANY
            assert share == pytest.approx(usual.cdf(value), abs=ERRORS * error)
        assert sum(one >= high for one in values) / MANY == pytest.approx(
            1.0 - usual.cdf(high), abs=ERRORS * error
        )
    anticipations = [one.anticipation for one in PEOPLE]
    assert min(anticipations) == 0.0
    # max(0, N(3, 3)): 3 (Phi(1) + phi(1)) on average, and nobody nervous in 1 - Phi(1)
    norm = NormalDist()
    assert fmean(anticipations) == pytest.approx(3.0 * (norm.cdf(1.0) + norm.pdf(1.0)), abs=0.2)
    none = sum(one == 0.0 for one in anticipations) / MANY
    assert none == pytest.approx(1.0 - norm.cdf(1.0), abs=0.025)
    rested = [one.rest_spo2 for one in PEOPLE]
    assert sum(one <= 97.5 for one in rested) / MANY == pytest.approx(0.5, abs=0.033)
    assert sum(one <= 96.5 for one in rested) / MANY == pytest.approx(norm.cdf(-1.0), abs=0.025)


@pytest.mark.parametrize(
    ("of", "a_year"),
    [
        (lambda one: one.rest_sbp - 8.0 * one.hypertension, 0.30),
        (lambda one: one.rest_dbp - 4.0 * one.hypertension, 0.05),
        (lambda one: one.rest_hr, -0.08),
    ],
    ids=["SBP", "DBP", "HR"],
)
def test_a_year_changes_the_resting_values_by_as_much_as_is_said(of: Drawn, a_year: float) -> None:
    ages, values = [one.age for one in PEOPLE], [of(one) for one in PEOPLE]
    found = linear_regression(ages, values)
    left = [value - found.slope * age for age, value in zip(ages, values, strict=True)]
    error = stdev(left) / (stdev(ages) * math.sqrt(MANY))
    assert ERRORS * error < max(0.06, abs(a_year) / 2.0)
    assert found.slope == pytest.approx(a_year, abs=ERRORS * error)


@pytest.mark.parametrize(
    ("of", "more"),
    [
        (lambda one: one.rest_sbp - 0.3 * one.age, 8.0),
        (lambda one: one.rest_dbp - 0.05 * one.age, 4.0),
    ],
    ids=["SBP", "DBP"],
)
def test_hypertension_raises_the_resting_pressure_by_as_much_as_is_said(
    of: Drawn, more: float
) -> None:
    those = [of(one) for one in PEOPLE if one.hypertension]
    others = [of(one) for one in PEOPLE if not one.hypertension]
    error = math.hypot(
        stdev(those) / math.sqrt(len(those)), stdev(others) / math.sqrt(len(others))
    )
    assert fmean(those) - fmean(others) == pytest.approx(more, abs=ERRORS * error)


def test_hypertension_comes_with_age() -> None:
    for low, high in ((18.0, 38.0), (38.0, 52.0), (52.0, 80.0)):
        those = [one for one in PEOPLE if low < one.age <= high]
        wanted = fmean(max(0.0, 0.22 + 0.008 * (one.age - 45.0)) for one in those)
        had = fmean(float(one.hypertension) for one in those)
        assert had == pytest.approx(wanted, abs=ERRORS * 0.45 / math.sqrt(len(those)))
