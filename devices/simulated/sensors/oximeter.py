"""What the oximeter of a simulated monitor shows: late, averaged, and sometimes nothing.

Rule 1: a sample a second; what is shown is the mean of those of the averaging time.
Rule 2: a sample that the probe did not get is none, and what came before it is forgotten.
Rule 3: while the finger moves, numbers are shown and are doubtful; true samples go on below.

Facts: averaging over 4, 8 or 16 s; dropouts 4 an hour at rest and 10 while the patient moves, 5-20
s each; a cuff on the same arm takes the pulse away for 20-40 s at each inflation.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, replace
from random import Random

from devices.simulated.body.noise import Wander
from devices.simulated.body.patient import Vitals
from devices.simulated.scenario.artefacts import CLEAN, SPOILT_PERFUSION, Spoilt
from devices.simulated.scenario.parts import Noise
from devices.simulated.sensors.shown import Finger

DROPOUT_S = (5.0, 20.0)
MORE_DROPOUTS_MOVED = 2.5
UNDER_CUFF_S = (20.0, 40.0)
_ERROR_MEMORY_S = 20.0


@dataclass(frozen=True, slots=True)
class OximeterShown:
    """% and 1/min; None as `finger` says."""

    spo2: int | None
    pulse: int | None
    finger: Finger


class Oximeter:
    """`name` seeds what happens by chance."""

    def __init__(self, noise: Noise, average_s: int, name: str) -> None:
        random = Random(f"oximeter {name}")
        self._dropping = random
        self._arm = Random(f"arm {name}")
        """When a cuff inflates is up to a hand: it shifts nothing else that happens by chance."""
        self._spo2: deque[float] = deque(maxlen=average_s)
        self._pulse: deque[float] = deque(maxlen=average_s)
        self._bias = random.gauss(0.0, noise.bias_spo2) if noise.bias_spo2 else 0.0
        self._error = Wander(Random(f"pleth {name}"), noise.pleth_pulse, _ERROR_MEMORY_S)
        self._errs = noise.pleth_pulse > 0.0
        self._dropouts_per_s = noise.spo2_dropouts / 3600.0
        self._nothing_until_s = -math.inf
        self.shown = OximeterShown(None, None, Finger.OFF)

    def inflated(self, now: float) -> None:
        """The cuff on this arm was."""
        lasts_s = self._arm.uniform(*UNDER_CUFF_S)
        self._nothing_until_s = max(self._nothing_until_s, now + lasts_s)

    def take(self, now: float, vitals: Vitals, spoilt: Spoilt, *, restless: bool) -> None:
        """The sample of this second. `restless`: the patient cannot be expected to lie still."""
        if self._dropouts_per_s:
            self._drop_out(now, restless=restless)
        if self._errs:
            self._error.step()
        off = spoilt.probe_off
        if off or now < self._nothing_until_s:
            self._spo2.clear()
            self._pulse.clear()
            self.shown = OximeterShown(None, None, Finger.OFF if off else Finger.NO_PULSE)
            return
        self._spo2.append(vitals.spo2)
        self._pulse.append(vitals.pulse)
        self.shown = self._averaged(spoilt)

    def _drop_out(self, now: float, *, restless: bool) -> None:
        """Perhaps one begins; whether it does is drawn each second, so that nothing shifts."""
        per_s = self._dropouts_per_s * (MORE_DROPOUTS_MOVED if restless else 1.0)
        lasts_s = self._dropping.uniform(*DROPOUT_S)
        if self._dropping.random() < per_s and now >= self._nothing_until_s:
            self._nothing_until_s = now + lasts_s

    def _averaged(self, spoilt: Spoilt) -> OximeterShown:
        spo2 = sum(self._spo2) / len(self._spo2)
        pulse = sum(self._pulse) / len(self._pulse) + spoilt.hr
        if self._bias:
            spo2 = min(spo2 + self._bias, 100.0)
        if self._errs:
            pulse = max(pulse + self._error.value, 0.0)
        finger = Finger.ON
        if spoilt is not CLEAN:
            spo2 = spo2 if spoilt.spo2 is None else spoilt.spo2
            finger = _finger(spoilt)
        return OximeterShown(round(spo2), round(pulse), finger)


def _finger(spoilt: Spoilt) -> Finger:
    if spoilt.moving:
        return Finger.MOVING
    return Finger.COLD if spoilt.cold else Finger.ON


def found_by_the_probe(vitals: Vitals, finger: Finger) -> Vitals:
    """The truth with the perfusion that the probe finds."""
    if not finger.doubtful or vitals.perfusion <= SPOILT_PERFUSION:
        return vitals
    return replace(vitals, perfusion=SPOILT_PERFUSION)
