"""The last seconds of a wave: samples at their own times, gaps where they are missing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.vitals import Wave, WaveChunk
from ui.wave_buffer import KEPT_S, STALE_AFTER_S, ChairWaves, WaveBuffer

RATE = 100.0
LENGTH = 20
CHUNK_S = LENGTH / RATE


def chunk_of(number: int) -> tuple[float, ...]:
    """Twenty samples that count on from chunk to chunk."""
    return tuple(float(number * LENGTH + place) for place in range(LENGTH))


def filled(moments: list[float]) -> WaveBuffer:
    buffer = WaveBuffer(RATE, "mV")
    for number, now_s in enumerate(moments):
        buffer.put(now_s, chunk_of(number))
    return buffer


def seen(buffer: WaveBuffer, from_s: float, to_s: float) -> list[float]:
    return [float(one) for one in buffer.between(round(from_s * RATE), round(to_s * RATE))]


def test_chunks_that_follow_each_other_are_joined_without_a_seam() -> None:
    buffer = filled([CHUNK_S * (number + 1) for number in range(5)])
    assert seen(buffer, 0.0, 1.0) == [float(number) for number in range(100)]
    assert buffer.end_s == pytest.approx(1.0)


def test_a_sample_ends_at_the_moment_at_which_its_chunk_came() -> None:
    buffer = filled([7.0])
    assert seen(buffer, 6.8, 7.0) == list(chunk_of(0))
    assert all(np.isnan(seen(buffer, 6.0, 6.8)))
    assert all(np.isnan(seen(buffer, 7.0, 8.0)))


def test_chunks_that_come_a_little_unevenly_are_still_joined() -> None:
    uneven = [0.2, 0.43, 0.60, 0.85, 1.0, 1.22, 1.40]
    samples = seen(filled(uneven), 0.0, 1.4)
    assert not np.isnan(samples).any()
    assert max(np.diff(samples)) <= 1.0 + 1e-6


def test_a_lost_chunk_leaves_a_gap_of_its_length() -> None:
    buffer = filled([0.2, 0.4, 0.8])
    assert seen(buffer, 0.0, 0.4) == [float(number) for number in range(40)]
    assert all(np.isnan(seen(buffer, 0.4, 0.6)))
    assert seen(buffer, 0.6, 0.8) == list(chunk_of(2))


def test_chunks_that_come_together_after_a_stall_are_all_there_in_their_order() -> None:
    buffer = filled([0.2, 0.4, 0.9, 0.9, 0.9])
    samples = [one for one in seen(buffer, 0.0, 1.6) if not np.isnan(one)]
    assert samples == sorted(set(samples))
    assert len(samples) >= 98  # a sample or two are left out to fall back into our time


def test_after_two_silent_seconds_it_is_stale_and_begins_anew() -> None:
    buffer = filled([0.2, 0.4])
    assert not buffer.stale(0.4 + STALE_AFTER_S)
    assert buffer.stale(0.5 + STALE_AFTER_S)
    buffer.put(9.0, chunk_of(7))
    assert all(np.isnan(seen(buffer, 0.0, 8.8)))
    assert seen(buffer, 8.8, 9.0) == list(chunk_of(7))


@pytest.mark.parametrize("crystal", [0.999, 1.0, 1.001])
def test_a_crystal_that_runs_fast_or_slow_is_followed_for_an_hour(crystal: float) -> None:
    buffer = WaveBuffer(RATE, "")
    now_s = 0.0
    for _ in range(18_000):
        now_s += CHUNK_S * crystal
        buffer.put(now_s, chunk_of(0))
    assert buffer.end_s == pytest.approx(now_s, abs=0.1)
    assert not np.isnan(seen(buffer, now_s - 10.0, now_s - 0.2)).any()


@given(
    st.lists(
        st.tuples(st.floats(0.0, 6.0), st.lists(st.floats(-9, 9, width=32), min_size=1)),
        max_size=40,
    )
)
def test_whatever_comes_only_samples_that_came_are_seen(
    chunks: list[tuple[float, list[float]]],
) -> None:
    buffer = WaveBuffer(RATE, "")
    now_s, came = 0.0, set()
    for after_s, samples in chunks:
        now_s += after_s
        buffer.put(now_s, tuple(samples))
        came |= set(samples)
    held = buffer.between(round(RATE * (now_s - 30.0)), round(RATE * (now_s + 2.0)))
    assert len(held) <= RATE * KEPT_S
    assert {float(one) for one in held if not np.isnan(one)} <= came


def test_memory_is_bounded_over_hours() -> None:
    buffer = WaveBuffer(500.0, "mV")
    size = buffer._ring.nbytes
    for number in range(100_000):
        buffer.put(number * 0.256, (0.5,) * 128)
    assert buffer._ring.nbytes == size == 500 * KEPT_S * 4


# ---- the waves of a chair


def chunk(wave: Wave = Wave.PLETH, rate_hz: float = RATE, value: float = 1.0) -> WaveChunk:
    return WaveChunk(wave, rate_hz, "", (value,) * LENGTH)


def test_only_the_waves_that_are_drawn_are_kept() -> None:
    waves = ChairWaves()
    for wave in Wave:
        waves.take(1.0, chunk(wave))
    assert {wave for wave in Wave if waves.of(wave) is not None} == {Wave.ECG, Wave.PLETH}


@pytest.mark.parametrize("rate_hz", [0.0, -1.0, 1e9, float("nan"), float("inf")])
def test_a_rate_that_cannot_be_takes_no_memory(rate_hz: float) -> None:
    waves = ChairWaves()
    waves.take(1.0, chunk(rate_hz=rate_hz))
    assert waves.of(Wave.PLETH) is None


def test_a_second_monitor_is_not_mixed_into_the_wave_of_the_first() -> None:
    waves = ChairWaves()
    for step in range(10):
        now_s = step * CHUNK_S
        waves.take(now_s, chunk(value=1.0))
        waves.take(now_s, chunk(rate_hz=75.0, value=2.0))
    buffer = waves.of(Wave.PLETH)
    assert buffer is not None
    assert set(buffer.between(0, 1000)[~np.isnan(buffer.between(0, 1000))]) == {1.0}


def test_the_second_monitor_takes_over_when_the_first_falls_silent() -> None:
    waves = ChairWaves()
    waves.take(1.0, chunk(value=1.0))
    waves.take(1.0 + STALE_AFTER_S + 0.1, chunk(rate_hz=75.0, value=2.0))
    buffer = waves.of(Wave.PLETH)
    assert buffer is not None
    assert buffer.rate_hz == 75.0
