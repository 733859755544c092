"""Readings without the seconds between have the mean and the spread of the full course."""

from __future__ import annotations

from dataclasses import replace
from statistics import fmean, pstdev

import pytest

from devices.simulated.body.pharmacology import DrugInBody, occupancy
from devices.simulated.population.course import INFUSION_MIN, MG_PER_KG, START_S, Course, course_of
from devices.simulated.population.measured import cuff_reading
from devices.simulated.population.population import Member, drawn
from devices.simulated.population.readings import (
    BELIEVED,
    MINUTES,
    effects_of,
    readings_of,
)

PEOPLE = 80


@pytest.fixture(scope="module")
def people() -> list[tuple[Member, Course]]:
    members = [drawn(4, number) for number in range(PEOPLE)]
    return [(member, course_of(member)) for member in members]


def test_a_long_step_of_the_drug_gives_the_effect_of_a_short_one() -> None:
    for number in range(30):
        member = drawn(8, number)
        drug = DrugInBody(member.body, member.response.ke0_per_min, step_s=1.0)
        drug.set_rate(MG_PER_KG * member.weight_kg / INFUSION_MIN, 0.0)
        drug.advance(40 * 60.0)
        exact = occupancy(drug.effect_ng_per_ml, member.response.ec50_ng_per_ml)
        assert effects_of(member)[MINUTES.index(40)] == pytest.approx(exact, rel=1e-4)
        drug.set_rate(0.0, 40 * 60.0)
        drug.advance(80 * 60.0)
        exact = occupancy(drug.effect_ng_per_ml, member.response.ec50_ng_per_ml)
        assert effects_of(member)[MINUTES.index(80)] == pytest.approx(exact, rel=1e-4)


@pytest.mark.parametrize("minute", [0, 20, 40, 90])
def test_the_readings_are_those_of_the_course(
    minute: int, people: list[tuple[Member, Course]]
) -> None:
    """Both have the same mean; they differ by two errors of a cuff, two biases, two wanderings."""
    at_s = START_S + minute * 60.0
    sbp, dbp, hr = [], [], []
    for member, course in people:
        lean = readings_of(member, effects_of(member))
        full = cuff_reading(member, course, at_s, BELIEVED)
        assert full is not None
        index = MINUTES.index(minute)
        sbp.append(lean.sbp[index] - full[0])
        dbp.append(lean.dbp[index] - full[1])
        hr.append(lean.hr[index] - course.hr[int(at_s)])
    for differences, each in ((sbp, 43.0), (dbp, 24.9), (hr, 9.1)):
        expected = (2.0 * each) ** 0.5
        assert abs(fmean(differences)) < 3.5 * expected / PEOPLE**0.5
        assert 0.75 * expected < pstdev(differences) < 1.25 * expected


def test_the_same_day_is_the_same_and_another_is_not() -> None:
    member = drawn(5, 7)
    effects = effects_of(member)
    assert readings_of(member, effects) == readings_of(member, effects)
    assert readings_of(drawn(5, 7, visit=1), effects) != readings_of(member, effects)
    assert effects_of(drawn(5, 7, visit=1)) == effects


def test_a_surge_is_read_where_it_is() -> None:
    member = drawn(5, 3, outliers=1.0)
    assert member.surge is not None
    effects = effects_of(member)
    calm = readings_of(replace(member, surge=None), effects)
    surged = readings_of(member, effects)
    raised = [one - other for one, other in zip(surged.sbp, calm.sbp, strict=True)]
    share = [member.surge.share(float(minute)) for minute in MINUTES]
    assert raised == pytest.approx([one * member.surge.sbp for one in share], abs=1.0)


def test_nothing_gross_is_among_the_readings(people: list[tuple[Member, Course]]) -> None:
    for member, _course in people:
        lean = readings_of(member, effects_of(member))
        assert len(lean.sbp) == len(lean.dbp) == len(lean.hr) == len(MINUTES)
        assert all(sbp >= dbp + 8 for sbp, dbp in zip(lean.sbp, lean.dbp, strict=True))
    assert (BELIEVED.outliers, BELIEVED.failures) == (0.0, 0.0)
