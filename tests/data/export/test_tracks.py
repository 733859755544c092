from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from wave_examples import chunks, pleth

from data.export.tracks import HOLE_S, wave_tracks
from monitor.entries import Entry
from monitor.vitals import Wave, WaveChunk


def test_chunks_that_follow_each_other_are_laid_end_to_end() -> None:
    (track, ecg) = wave_tracks(chunks(30))
    assert (track.wave, ecg.wave) == (Wave.PLETH, Wave.ECG)
    ((from_s, samples),) = track.joined()
    assert from_s == 0.0
    assert samples.tolist() == [one for second in range(30) for one in pleth(second)]


def test_a_missing_chunk_is_a_hole() -> None:
    track = wave_tracks(chunks(30, frozenset({9})))[0]
    assert [round(from_s, 3) for from_s, _samples in track.joined()] == [0.0, 10.0]


def test_what_is_no_number_is_drawn_as_nothing_and_not_as_infinity() -> None:
    chunk = WaveChunk(Wave.PLETH, 4.0, "", (1.0, float("inf"), float("nan"), 2.0), "d")
    (track,) = wave_tracks([Entry("s-1", 0, 1.0, chunk)])
    assert (track.low, track.high) == (1.0, 2.0)
    ((_from_s, samples),) = track.joined()
    assert np.isnan(samples).tolist() == [False, True, True, False]


@given(st.lists(st.floats(0.0, 2.0), min_size=1, max_size=30))
def test_stretches_never_overlap(delays_s: list[float]) -> None:
    end_s, told = 0.0, []
    for number, delay_s in enumerate(delays_s):
        end_s += delay_s
        samples = (float(number),) * 50
        told.append(Entry("s-1", number, end_s, WaveChunk(Wave.PLETH, 50.0, "", samples, "d")))
    (track,) = wave_tracks(told)
    joined = list(track.joined())
    for (from_s, samples), (after_s, _more) in itertools.pairwise(joined):
        assert after_s >= from_s + len(samples) / 50.0 - 1e-9
    came_s = list(itertools.accumulate(delays_s))
    in_order = np.concatenate([samples for _from, samples in joined]).tolist()
    assert in_order == sorted(in_order)
    for from_s, samples in joined:
        for place, number in enumerate(samples.tolist(), start=1):
            assert from_s + place / 50.0 <= came_s[int(number)] + HOLE_S + 1e-6


def test_chunks_that_were_held_up_and_come_together_lie_where_they_belong() -> None:
    there = [one for one in chunks(30, jitter_s=0.0) if one.what.wave is Wave.PLETH]
    held_up = [replace(one, now_s=14.0) if 10 < one.now_s < 14 else one for one in there]
    told = list(wave_tracks(held_up)[0].joined())
    assert [(from_s, samples.tolist()) for from_s, samples in told] == [
        (0.0, [one for second in range(10) for one in pleth(second)]),
        (10.0, [one for second in range(10, 30) for one in pleth(second)]),
    ]


def test_the_wave_of_a_monitor_that_runs_too_fast_stays_beside_its_values() -> None:
    """One second and a hundredth each second: after ten minutes it would be six seconds late."""
    told = [
        Entry("s-1", n, n + 1.0, WaveChunk(Wave.PLETH, 100.0, "", (float(n),) * 101, "d"))
        for n in range(600)
    ]
    (track,) = wave_tracks(told)
    assert abs(track.end_s - 600.0) < 2 * HOLE_S


@pytest.mark.parametrize("rate_hz", [0.0, -1.0, float("inf"), float("nan"), 1e12, 1e-9])
def test_a_rate_that_no_wave_has_is_no_wave(rate_hz: float) -> None:
    chunk = WaveChunk(Wave.PLETH, rate_hz, "", (1.0, 2.0), "d")
    assert wave_tracks([Entry("s-1", 0, 1.0, chunk)]) == []
