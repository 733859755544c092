"""The published table with few people: every band is widened by three of its own standard errors.

The bench asks the same of many more people, without any allowance.
"""

from __future__ import annotations

import math

import pytest
from population_groups import COHORT_741, META_ANALYSIS, PUBLISHED, comparison, mean_curve
from population_table import ROWS, Cohort, Row, cohort_of

PEOPLE, OLD_PEOPLE = 1500, 600
ERRORS_ALLOWED = 3.0


@pytest.fixture(scope="module")
def everybody() -> Cohort:
    return cohort_of(3, PEOPLE)


@pytest.fixture(scope="module")
def the_old() -> Cohort:
    return cohort_of(3, OLD_PEOPLE, 70.0)


@pytest.mark.parametrize("row", ROWS, ids=[row.what for row in ROWS])
def test_a_row_of_the_published_table_is_met(row: Row, everybody: Cohort, the_old: Cohort) -> None:
    cohort = the_old if row.old else everybody
    error = row.error(cohort)
    assert math.isfinite(error)
    assert row.met(row.value(cohort), ERRORS_ALLOWED * error), f"{row.value(cohort)} ± {error}"


def test_what_is_allowed_for_the_few_is_less_than_what_the_rows_would_notice(
    everybody: Cohort, the_old: Cohort
) -> None:
    """With the bands so wide that anything met them, the quick test would prove nothing."""
    for row in ROWS:
        if math.isinf(row.low) or math.isinf(row.high):
            continue
        error = row.error(the_old if row.old else everybody)
        assert ERRORS_ALLOWED * error < row.high - row.low, row.what


def test_the_mean_course_lies_between_the_published_groups(everybody: Cohort) -> None:
    curve = mean_curve(everybody)
    assert COHORT_741.sbp < max(curve.sbp) < 16.0 + 1.0
    assert curve.sbp[0] == curve.dbp[0] == curve.hr[0] == 0.0
    assert 30 <= curve.peak_min <= 45
    assert len(curve.errors(META_ANALYSIS)) == 3
    assert all(len(curve.errors(group)) in {2, 3} for group in PUBLISHED)


def test_the_comparison_says_of_how_few_points_it_is(everybody: Cohort) -> None:
    lines = comparison(mean_curve(everybody))
    assert sum("of 3 points" in line for line in lines) == 2
    assert sum("of 2 points" in line for line in lines) == 2
    assert "of 6 points" in lines[-1]
