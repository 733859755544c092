"""What wanders: its size is as it is said, and the same seed gives the same course."""

from __future__ import annotations

from random import Random
from statistics import fmean, pstdev

import pytest

from devices.simulated.body.physiology import USUAL_PEAK
from devices.simulated.body.wandering import Wandering
from devices.simulated.scenario.parts import Noise

WAVES_ONLY = Noise(hr=0, drift_hr=0)


def hearts(noise: Noise, effect: float, seconds: int = 3600) -> list[float]:
    wandering = Wandering(noise, Random("heart"))
    return [wandering.hr_step(15.3, effect) for _ in range(seconds)]


def test_the_waves_in_the_heart_rate_have_their_published_size() -> None:
    breath = hearts(Noise(hr=0, drift_hr=0, mayer_hr=0, breath_hr=3.5), 0.0)
    mayer = hearts(Noise(hr=0, drift_hr=0, mayer_hr=2.0, breath_hr=0), 0.0)
    assert max(breath) == pytest.approx(3.5, abs=0.1)
    assert max(mayer) == pytest.approx(2.0, abs=0.2)
    assert fmean(breath) == pytest.approx(0.0, abs=0.1)


def test_under_the_drug_breathing_moves_the_heart_two_fifths_less() -> None:
    noise = Noise(hr=0, drift_hr=0, mayer_hr=0)
    resting, dosed = hearts(noise, 0.0), hearts(noise, USUAL_PEAK)
    assert pstdev(dosed) == pytest.approx(0.6 * pstdev(resting), rel=0.01)


def test_without_breath_only_the_mayer_wave_is_left() -> None:
    wandering = Wandering(WAVES_ONLY, Random("still"))
    course = [wandering.hr_step(0.0, 0.0) for _ in range(100)]
    assert course[:10] == pytest.approx(course[10:20], abs=1e-6)


def test_the_same_random_gives_the_same_course() -> None:
    assert hearts(Noise(), 0.2, 60) == hearts(Noise(), 0.2, 60)
