from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from wave_examples import chunks, pleth

from data.export.tracks import wave_tracks
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
    assert (track.low, track.high) == (0.0, 2.0)


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
    assert sum(len(samples) for _from, samples in joined) == 50 * len(delays_s)
    assert np.concatenate([samples for _from, samples in joined]).tolist() == [
        float(number) for number in range(len(delays_s)) for _ in range(50)
    ]
