"""Who comes, and the surge of an outlier.

That the population meets the published figures is in `test_population_figures.py`.
"""

from __future__ import annotations

from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.population.population import Surge, drawn


def test_the_old_are_old() -> None:
    old = [drawn(3, number, age=70.0) for number in range(60)]
    assert fmean(member.age for member in old) == pytest.approx(70, abs=2)


@given(st.floats(0, 200), st.floats(0.5, 20), st.floats(0.5, 20), st.floats(0.5, 20))
def test_a_surge_rises_stays_and_goes(
    minute: float, rise: float, hold: float, fall: float
) -> None:
    surge = Surge(10.0, rise, hold, fall, 60.0, 30.0)
    share = surge.share(minute)
    assert 0.0 <= share <= 1.0
    if minute <= 10.0 or minute >= 10.0 + rise + hold + fall + 1e-9:
        assert share == pytest.approx(0.0, abs=1e-6)
    assert surge.share(10.0 + rise + hold / 2) == 1.0
