"""One definition of how well is measured, for the monitor at the chair and for ten thousand."""

from __future__ import annotations

import math

from devices.simulated.population.measured import USUAL_BURSTS, USUAL_ERRORS
from devices.simulated.scenario import accuracy
from devices.simulated.scenario.parts import LIFELIKE, Noise


def test_a_monitor_and_the_model_of_many_measure_equally_well() -> None:
    noise = Noise()
    assert (USUAL_ERRORS.sbp, USUAL_ERRORS.dbp) == (noise.cuff_sbp, noise.cuff_dbp) == (5.0, 4.0)
    assert (USUAL_ERRORS.bias_sbp, USUAL_ERRORS.bias_dbp) == (noise.bias_sbp, noise.bias_dbp)
    assert USUAL_ERRORS.outliers == noise.cuff_outliers == 0.02
    assert USUAL_ERRORS.failures == noise.cuff_failures == 0.03
    assert (USUAL_BURSTS.hr_per_h, USUAL_BURSTS.spo2_per_h) == (LIFELIKE.motions, LIFELIKE.motions)


def test_the_sizes_are_those_of_the_clinical_basis() -> None:
    noise = Noise()
    assert (noise.cuff_sbp, noise.cuff_dbp, noise.cuff_map) == (5.0, 4.0, 3.0)
    assert (noise.bias_sbp, noise.bias_dbp) == (3.0, 2.0)
    assert accuracy.OUTLIER_MMHG == (20.0, 15.0)
    assert (accuracy.FAILURES, accuracy.FAILURES_MOVED, accuracy.FAILURES_AGAIN) == (
        0.03,
        0.1,
        0.25,
    )
    # by 1/min or 1 %, 3/min and 2 %, in nineteen of twenty
    assert (LIFELIKE.ecg_hr, LIFELIKE.pleth_pulse, LIFELIKE.bias_spo2) == (0.5, 1.5, 1.0)
    assert accuracy.OXIMETER_AVERAGE_S == 8
    memory_s = 1.0 / -math.log(accuracy.HR_KEEP)
    assert 4.0 <= memory_s <= 6.0


def test_what_a_written_scenario_does_not_ask_for_is_off() -> None:
    noise = Noise()
    off = (noise.ecg_hr, noise.pleth_pulse, noise.bias_spo2, noise.spo2_dropouts, noise.motions)
    assert off == (0.0, 0.0, 0.0, 0.0, 0.0)
    assert LIFELIKE.spo2_dropouts == 4.0
