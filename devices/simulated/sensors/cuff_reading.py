"""What a cuff makes of the true pressures: its errors, and whether it can measure at all.

Rule 1: the random numbers are drawn in one order, whatever they are used for.

Facts: a reading bears a random error of 5/4/3 mmHg (SBP, DBP, MAP) and one of the session of 3/2
mmHg; 2 % are gross outliers, N(20, 15) mmHg too high; a cuff an inch above the heart reads 0.75
mmHg low; beside arterial lines in intensive care the cuff read SBP 10.8 +- 14.9 low, MAP 5.4 +-
7.1 low and DBP 3.6 +- 6.0 high; it reads too high below 111 mmHg and too low above. Not
measurable: a heart rate below 40 or above 240, an irregular rhythm, a pressure that changes fast.
Assumed: fast is more than 40 mmHg within one measurement; irregular is a rhythm of which 15 beats
a minute do not arrive at the finger.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from devices.simulated.body.patient import Vitals
from devices.simulated.scenario.accuracy import LEAST_PULSE_PRESSURE, OUTLIER_MMHG
from devices.simulated.scenario.parts import CuffSetting, Noise, ScriptedCuff
from devices.simulated.sensors.shown import CuffValues

MMHG_PER_INCH = 0.75
MIDDLE_MMHG = 111.0
ICU_SBP, ICU_DBP, ICU_MAP = (-10.8, 14.9), (3.6, 6.0), (-5.4, 7.1)
HR_LOWEST, HR_HIGHEST = 40.0, 240.0
FAST_MMHG = 40.0
IRREGULAR_BEATS = 15.0


@dataclass(frozen=True, slots=True)
class Reader:
    """A cuff with its errors of this session, `bias_*`, mmHg."""

    noise: Noise
    setting: CuffSetting
    bias_sbp: float
    bias_dbp: float

    def read(
        self, truth: Vitals, pulse: float, random: Random, wanted: ScriptedCuff | None
    ) -> CuffValues:
        """Of a measurement that ends now; what `wanted` leaves open is measured."""
        sbp, dbp, map_error = self._measured(truth, random)
        if wanted is None and random.random() < self.noise.cuff_outliers:
            sbp += random.gauss(*OUTLIER_MMHG)
        if wanted is not None:
            sbp = sbp if wanted.sbp is None else wanted.sbp
            dbp = dbp if wanted.dbp is None else wanted.dbp
            pulse = pulse if wanted.pulse is None else wanted.pulse
        dbp = min(dbp, sbp - LEAST_PULSE_PRESSURE)
        mean = min(max(dbp + (sbp - dbp) / 3.0 + map_error, dbp + 1.0), sbp - 1.0)
        return CuffValues(round(sbp), round(dbp), round(mean), round(pulse), truth.at_s)

    def _measured(self, truth: Vitals, random: Random) -> tuple[float, float, float]:
        """SBP, DBP, and by how much the mean differs from that of the two."""
        noise, setting = self.noise, self.setting
        low = MMHG_PER_INCH * setting.height_in
        true_sbp = truth.sbp + setting.to_the_middle * (MIDDLE_MMHG - truth.sbp) - low
        true_dbp = truth.dbp - low
        if setting.icu_like:
            sbp, dbp = true_sbp + random.gauss(*ICU_SBP), true_dbp + random.gauss(*ICU_DBP)
            mean = true_dbp + (true_sbp - true_dbp) / 3.0 + random.gauss(*ICU_MAP)
            return sbp, dbp, mean - (dbp + (sbp - dbp) / 3.0)
        sbp = true_sbp + self.bias_sbp + random.gauss(0.0, noise.cuff_sbp)
        dbp = true_dbp + self.bias_dbp + random.gauss(0.0, noise.cuff_dbp)
        return sbp, dbp, random.gauss(0.0, noise.cuff_map)


def measurable(before: Vitals, after: Vitals) -> bool:
    """Whether a cuff that began at one and ends at the other can find the pressures."""
    if not HR_LOWEST <= after.hr <= HR_HIGHEST or after.hr - after.pulse >= IRREGULAR_BEATS:
        return False
    return max(abs(after.sbp - before.sbp), abs(after.dbp - before.dbp)) <= FAST_MMHG
