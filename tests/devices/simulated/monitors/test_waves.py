import itertools

from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.monitors.waves import (
    ECG,
    PLETH,
    PLETH_BEHIND_S,
    PLETH_FOOT,
    RESP,
    SHAPE_STEPS,
    USUAL_PERFUSION,
    Cycles,
    pleth_strength,
)


def beats(wave: bytes, above: int) -> list[int]:
    """Where the wave rises through `above`."""
    return [i for i in range(1, len(wave)) if wave[i - 1] < above <= wave[i]]


def record(per_min: float, shape: bytes, rate_hz: int, seconds: int) -> bytes:
    cycles, wave = Cycles(), b""
    for _ in range(seconds):
        wave += cycles.second(per_min, shape, rate_hz)
        cycles.advance(per_min)
    return wave


def test_the_shapes_keep_away_from_the_bytes_that_protocols_frame_with() -> None:
    for shape in (ECG, PLETH, RESP):
        assert len(shape) == SHAPE_STEPS
        assert max(shape) <= 0xFB


def test_the_r_waves_come_as_often_as_the_heart_beats() -> None:
    for rate in (38.0, 72.0, 168.0):
        assert abs(len(beats(record(rate, ECG, 200, 60), 130)) - rate) <= 1.5


def test_no_beat_is_torn_at_the_seam_of_two_seconds() -> None:
    found = beats(record(77.0, ECG, 200, 30), 130)
    gaps = {b - a for a, b in itertools.pairwise(found)}
    assert max(gaps) - min(gaps) <= 2


def test_a_changing_rate_does_not_tear_a_beat() -> None:
    cycles, wave = Cycles(), b""
    for second in range(30):
        rate = 60.0 + 2.0 * second
        wave += cycles.second(rate, ECG, 200)
        cycles.advance(rate)
    found = beats(wave, 130)
    gaps = [b - a for a, b in itertools.pairwise(found)]
    assert all(95 <= gap <= 205 for gap in gaps)


def test_the_pulse_comes_after_the_beat() -> None:
    cycles = Cycles()
    ecg = cycles.second(60.0, ECG, 200)
    pleth = cycles.second(60.0, PLETH, 50, PLETH_BEHIND_S)
    r_wave_s = ecg.index(max(ecg)) / 200
    crest_s = pleth.index(max(pleth)) / 50
    assert 0.0 < crest_s - r_wave_s < 0.4


@given(st.floats(0.0, 20.0))
def test_the_pleth_wave_is_as_high_as_the_perfusion(perfusion: float) -> None:
    table = pleth_strength(perfusion)
    wave = record(72.0, PLETH, 50, 5)
    shown = wave.translate(table)
    assert max(table) <= 0xFB
    wanted = (max(wave) - PLETH_FOOT) * perfusion / USUAL_PERFUSION
    assert abs(max(shown) - PLETH_FOOT - min(wanted, 0xFB - PLETH_FOOT)) <= 1.0
