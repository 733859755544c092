"""The beats in the waves of virtual monitors are the rate that is shown beside them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import fmean, pstdev

import pytest

from devices.registry import driver_named
from devices.simulated.body.patient import Vitals
from devices.simulated.monitors.catalogue import VIRTUAL_MONITORS
from devices.simulated.monitors.heart import Heart
from devices.simulated.monitors.waves import ECG, PLETH, PLETH_BEHIND_S, PLETH_FOOT, Cycles
from devices.simulated.scenario.mishaps import FastRhythm
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.sensors.practice_patient import PracticePatient, calm_patient
from devices.simulated.wire.stepped_link import SteppedLink
from monitor.events import Heard, Numerics
from monitor.vitals import VitalSign, Wave, WaveChunk

RESTING = Vitals(0.0, 120.0, 75.0, 72.0, 72.0, 97.5, 15.0, 3.0, 0.0)


def tops(wave: Sequence[float], above: float) -> list[int]:
    """Where the wave rises through `above`."""
    return [i for i in range(1, len(wave)) if wave[i - 1] < above <= wave[i]]


def record(heart: Heart, truth: Vitals, seconds: int) -> tuple[bytes, bytes]:
    ecg = pleth = b""
    for _ in range(seconds):
        ecg += heart.ecg(truth, 200)
        pleth += heart.pleth(truth, 200)
        heart.advance(truth)
    return ecg, pleth


def spread(found: Sequence[int]) -> float:
    """Standard deviation of the intervals as a share of their mean."""
    gaps = [later - before for before, later in itertools.pairwise(found)]
    return pstdev(gaps) / fmean(gaps)


def test_a_regular_heart_beats_as_its_cycles() -> None:
    heart, cycles = Heart(), Cycles()
    for second in range(20):
        truth = replace(RESTING, hr=60.0 + second, pulse=60.0 + second)
        assert heart.ecg(truth, 200) == cycles.second(truth.hr, ECG, 200)
        assert heart.pleth(truth, 50) == cycles.second(truth.hr, PLETH, 50, PLETH_BEHIND_S)
        heart.advance(truth)
        cycles.advance(truth.hr)


@pytest.mark.parametrize(("hr", "pulse"), [(168.0, 140.0), (110.0, 90.0), (90.0, 84.0)])
def test_where_beats_get_lost_they_come_irregularly_and_so_many_arrive(
    hr: float, pulse: float
) -> None:
    ecg, pleth = record(Heart(), replace(RESTING, hr=hr, pulse=pulse), 240)
    beats, felt = tops(ecg, 130), tops(pleth, PLETH_FOOT + 40)
    assert len(beats) / 4.0 == pytest.approx(hr, abs=1.0)
    assert len(felt) / 4.0 == pytest.approx(pulse, abs=2.0)
    assert 0.13 <= spread(beats) <= 0.25
    assert spread(tops(record(Heart(), RESTING, 240)[0], 130)) < 0.02


def test_no_beat_is_torn_when_the_rhythm_changes() -> None:
    heart = Heart()
    ragged = replace(RESTING, hr=96.0, pulse=84.0)
    before = record(heart, replace(ragged, pulse=96.0), 7)[0]
    whole = before + record(heart, ragged, 9)[0] + record(heart, replace(ragged, pulse=96.0), 7)[0]
    gaps = [later - earlier for earlier, later in itertools.pairwise(tops(whole, 130))]
    mean = 200 * 60 / 96.0
    assert all(0.5 * mean < gap < 1.5 * mean for gap in gaps)
    assert len(gaps) + 1 == pytest.approx(23 * 96 / 60, abs=1)
    assert gaps[-1] == pytest.approx(mean, abs=2), "it goes on regularly"


def heard_of(patient: PracticePatient, monitor: str, until_s: float) -> Iterator[Heard]:
    """After the first seconds, in which a monitor finds its values."""
    driver = driver_named(monitor)
    link = SteppedLink(driver, VIRTUAL_MONITORS[monitor](Sensors(patient)))
    link.advance(20.0)
    return iter(link.advance(until_s))


@pytest.mark.parametrize(
    ("monitor", "wave", "sign"),
    [
        ("ivy-450c", Wave.ECG, VitalSign.HR),
        ("ivy-450c", Wave.PLETH, VitalSign.PULSE),
        ("contec-cms50", Wave.PLETH, VitalSign.PULSE),
        ("nonin-df7", Wave.PLETH, VitalSign.PULSE),
    ],
)
@pytest.mark.parametrize("fast", [False, True])
def test_the_beats_on_the_wire_are_the_rate_on_the_wire(
    monitor: str, wave: Wave, sign: VitalSign, fast: bool
) -> None:
    patient = PracticePatient(calm_patient(6), 6)
    if fast:
        patient.befall(FastRhythm(for_s=400.0), 1.0)
    samples: list[float] = []
    rates: list[float] = []
    per_s = 0.0
    for heard in heard_of(patient, monitor, 200.0):
        if isinstance(heard, WaveChunk) and heard.wave is wave:
            samples += heard.samples
            per_s = heard.rate_hz
        elif isinstance(heard, Numerics):
            rates += [one.value for one in heard.readings if one.sign is sign]
    middle = (min(samples) + max(samples)) / 2.0
    minutes = len(samples) / per_s / 60.0
    assert minutes > 2.5
    assert len(tops(samples, middle)) / minutes == pytest.approx(fmean(rates), abs=2.0)
