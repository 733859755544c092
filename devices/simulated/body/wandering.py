"""What moves in a patient for no reason that anybody knows, and the waves in the heart rate.

Rule: one step of each a second, always in the same order, because all come from one `Random`.

Facts: respiratory arrhythmia 3-4/min at the breathing rate, 40 % less at the usual peak (the drug
is vagolytic); Mayer wave 0.1 Hz. What breathing (4-6 mmHg) and the Mayer wave (2 mmHg) do to the
pressure from beat to beat is not here: nothing but a cuff measures it, and there it is part of the
error of a reading.
"""

from __future__ import annotations

import math
from random import Random

from devices.simulated.body.noise import Drift, Wander
from devices.simulated.body.physiology import TEN_MINUTES_S, USUAL_PEAK
from devices.simulated.scenario.parts import Noise

MAYER_HZ = 0.1


class Wandering:
    def __init__(self, noise: Noise, random: Random) -> None:
        self._noise = noise
        self.sbp = Wander(random, noise.sbp, TEN_MINUTES_S)
        self.dbp = Wander(random, noise.dbp, TEN_MINUTES_S)
        self._hr = Wander(random, noise.hr, TEN_MINUTES_S)
        self._drift = Drift(random, noise.drift_hr)
        self.spo2 = Wander(random, noise.spo2, 30.0)
        self.rr = Wander(random, noise.rr, 60.0)
        self._breath = random.random()
        self._mayer = random.random()

    def hr_step(self, rr: float, effect: float) -> float:
        """All that is added to the heart rate this second, at so many breaths a minute."""
        self._breath += max(rr, 0.0) / 60.0
        self._mayer += MAYER_HZ
        noise = self._noise
        breath = noise.breath_hr * (1.0 - 0.4 * min(effect / USUAL_PEAK, 1.0))
        waves = breath * math.sin(math.tau * self._breath)
        waves += noise.mayer_hr * math.sin(math.tau * self._mayer)
        return self._hr.step() + self._drift.step() + waves
