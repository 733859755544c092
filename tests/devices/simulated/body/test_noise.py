from random import Random
from statistics import fmean, pstdev

import pytest

from devices.simulated.body.noise import Drift, Wander


def test_a_wandering_value_has_the_size_and_the_memory_it_was_given() -> None:
    wander = Wander(Random(1), sd=3.0, memory=20.0)
    course = [wander.step() for _ in range(40_000)]
    pairs = zip(course, course[20:], strict=False)
    assert fmean(course) == pytest.approx(0.0, abs=0.4)
    assert pstdev(course) == pytest.approx(3.0, rel=0.1)
    assert fmean(a * b for a, b in pairs) / 9.0 == pytest.approx(0.37, abs=0.12)


def test_a_drift_has_the_size_it_was_given() -> None:
    drift = Drift(Random(2), sd=1.5)
    assert pstdev(drift.step() for _ in range(60_000)) == pytest.approx(1.5, rel=0.15)


def test_the_same_seed_gives_the_same_course() -> None:
    one, other = Drift(Random(3), 1.0), Drift(Random(3), 1.0)
    assert [one.step() for _ in range(50)] == [other.step() for _ in range(50)]
