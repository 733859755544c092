"""The waves of every monitor that has some, as the program hears them: rate and height."""

from __future__ import annotations

from itertools import pairwise
from statistics import fmean

import pytest
from unchanging_patient import QUIET, Unchanging

from devices.registry import DRIVERS
from devices.simulated.monitors.catalogue import VIRTUAL_MONITORS
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.wire.stepped_link import SteppedLink
from monitor.events import Numerics
from monitor.vitals import VitalSign, Wave, WaveChunk

PLETH = (
    "ivy-450c",
    "philips-intellivue",
    "ge-s5",
    "berry-pm6750",
    "nonin-df2",
    "nonin-df7",
    "contec-cms50",
)
ECG = ("ivy-450c", "philips-intellivue", "ge-s5", "berry-pm6750")
FOUND_S, LASTS_S = 25.0, 60.0
"""After the first seconds a monitor has found its values; then it is listened to for a minute."""
WAVES = [(name, Wave.PLETH, VitalSign.PULSE) for name in PLETH]
WAVES += [(name, Wave.ECG, VitalSign.HR) for name in ECG]


def heard(name: str, wave: Wave, sign: VitalSign, **vitals: float) -> tuple[list[float], float]:
    """A minute of the wave, and the rate that is shown beside it."""
    patient = Unchanging(QUIET)
    patient.change(**vitals)
    link = SteppedLink(DRIVERS[name], VIRTUAL_MONITORS[name](Sensors(patient)))
    samples: list[float] = []
    rates: list[float] = []
    link.advance(FOUND_S)
    for what in link.advance(FOUND_S + LASTS_S):
        if isinstance(what, WaveChunk) and what.wave is wave:
            samples += what.samples
        elif isinstance(what, Numerics):
            rates += [one.value for one in what.readings if one.sign is sign]
    return samples, fmean(rates)


def swing(samples: list[float]) -> float:
    return max(samples) - min(samples)


def test_every_monitor_that_has_waves_is_in_the_lists() -> None:
    talking = set()
    for name in VIRTUAL_MONITORS:
        link = SteppedLink(DRIVERS[name], VIRTUAL_MONITORS[name](Sensors(Unchanging(QUIET))))
        said = [what for what in link.advance(FOUND_S) if isinstance(what, WaveChunk)]
        talking |= {(name, what.wave) for what in said if what.wave in {Wave.PLETH, Wave.ECG}}
    assert talking == {(name, wave) for name, wave, _sign in WAVES}


@pytest.mark.parametrize(("name", "wave", "sign"), WAVES)
@pytest.mark.parametrize("hr", [48.0, 71.0, 133.0])
def test_a_wave_beats_as_often_as_the_number_beside_it_says(
    name: str, wave: Wave, sign: VitalSign, hr: float
) -> None:
    samples, shown = heard(name, wave, sign, hr=hr, pulse=hr)
    middle = (min(samples) + max(samples)) / 2.0
    beats = sum(before < middle <= after for before, after in pairwise(samples))
    assert shown == pytest.approx(hr, abs=1.0)
    assert beats == pytest.approx(shown, abs=2.0)


@pytest.mark.parametrize("name", PLETH)
@pytest.mark.parametrize("share", [0.5, 0.8, 1.3])
def test_a_pulse_wave_is_as_high_as_the_perfusion(name: str, share: float) -> None:
    usual, _ = heard(name, Wave.PLETH, VitalSign.PULSE, perfusion=3.0)
    other, _ = heard(name, Wave.PLETH, VitalSign.PULSE, perfusion=3.0 * share)
    assert swing(other) / swing(usual) == pytest.approx(share, abs=0.06)
