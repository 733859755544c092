"""The height of a wave: calm, robust to spikes, and honest about a flat line."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from ui.wave_scale import SETTLES_IN, Samples, WaveScale

RATE = 125


def beats(height: float = 1.0, *, noise: float = 0.0) -> Samples:
    """Ten seconds of something that beats, between 0 and `height`."""
    t = np.arange(10 * RATE) / RATE
    return np.asarray(
        height * np.abs(np.sin(np.pi * t * 1.2)) ** 15 + noise * np.sin(17 * t), dtype=np.float32
    )


def settled(samples: Samples, unit: str = "mV") -> WaveScale:
    scale = WaveScale(unit)
    for second in range(SETTLES_IN + 2):
        scale.look(samples, begins=second == 0)
    return scale


def test_nothing_is_known_before_there_are_samples() -> None:
    scale = WaveScale("mV")
    assert not scale.look(np.full(50, np.nan, dtype=np.float32), begins=True)
    assert not scale.known


def test_a_wave_stands_between_bottom_and_top_with_a_margin() -> None:
    scale = settled(beats())
    assert scale.low < 0.0
    assert scale.high > 1.0
    assert 0.6 < 1.0 / (scale.high - scale.low) < 0.9


def test_a_short_spike_does_not_make_the_beats_small() -> None:
    spiked = beats()
    spiked[500:504] = 40.0
    scale = settled(spiked)
    assert scale.high < 2.0


def test_small_changes_from_beat_to_beat_never_move_it() -> None:
    scale = settled(beats())
    before = (scale.low, scale.high)
    for second in range(100):
        scale.look(beats(1.0 + 0.05 * (second % 3)), begins=second % 10 == 0)
    assert (scale.low, scale.high) == before


def test_a_taller_wave_is_taken_in_when_a_sweep_begins_and_not_before() -> None:
    scale = settled(beats())
    taller = beats(1.25)
    assert not scale.look(taller, begins=False)
    assert scale.look(taller, begins=True)
    assert scale.high > 1.25


def test_a_wave_that_would_be_cut_off_is_taken_in_at_once() -> None:
    scale = settled(beats())
    assert scale.look(beats(4.0), begins=False)
    assert scale.high > 4.0


def test_a_wave_that_becomes_flat_is_not_blown_up_to_noise() -> None:
    scale = settled(beats())
    flat = beats(0.0, noise=0.01)
    spans = []
    for sweep in range(40):
        for second in range(10):
            scale.look(flat, begins=second == 0)
        spans.append(scale.high - scale.low)
        if sweep == 0:
            assert spans[0] > 0.6
    assert spans[-1] >= 0.5


def test_a_flat_line_of_a_wave_without_a_unit_stays_flat_too() -> None:
    scale = settled(np.asarray([100.0, 101.0] * 600, dtype=np.float32), "")
    assert scale.high - scale.low >= 12.0


@given(
    arrays.arrays(np.float32, st.integers(0, 300), elements=st.floats(width=32)),
    st.booleans(),
    st.sampled_from(["mV", "%", ""]),
)
def test_whatever_a_wave_is_its_scale_is_a_height(
    samples: Samples, begins: bool, unit: str
) -> None:
    scale = WaveScale(unit)
    for _ in range(3):
        scale.look(samples, begins=begins)
    assert np.isfinite(scale.low)
    assert np.isfinite(scale.high)
    assert scale.high >= scale.low
    assert scale.known == bool(np.isfinite(samples).any()) or scale.high == pytest.approx(
        scale.low
    )
