from __future__ import annotations

import pytest

from devices.errors import ContentError
from devices.wave_samples import WaveSamples
from monitor.vitals import Wave, WaveChunk

SOURCE = "device:test"


def pleth() -> WaveSamples:
    return WaveSamples(Wave.PLETH, 50.0, SOURCE, place=4, middle=100)


def test_samples_come_in_chunks_of_a_fifth_of_a_second() -> None:
    samples = pleth()
    said = [samples.hear(bytes([0, 0, 0, 0, byte, 0])) for byte in range(90, 110)]
    chunks = [chunk for chunk in said if chunk is not None]
    assert chunks == [
        WaveChunk(Wave.PLETH, 50.0, "", tuple(float(value) for value in range(-10, 0)), SOURCE),
        WaveChunk(Wave.PLETH, 50.0, "", tuple(float(value) for value in range(10)), SOURCE),
    ]


def test_half_a_chunk_is_forgotten() -> None:
    samples = pleth()
    for _ in range(9):
        samples.hear(bytes(6))
    samples.clear()
    assert samples.hear(bytes(6)) is None


def test_a_frame_without_its_sample_is_an_error() -> None:
    with pytest.raises(ContentError):
        pleth().hear(bytes(5))
