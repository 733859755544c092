"""One definition of how well is measured, for the monitor at the chair and for ten thousand."""

from __future__ import annotations

from devices.simulated.population.measured import USUAL_BURSTS, USUAL_ERRORS
from devices.simulated.scenario.parts import LIFELIKE, Noise


def test_a_monitor_and_the_model_of_many_measure_equally_well() -> None:
    noise = Noise()
    assert (USUAL_ERRORS.sbp, USUAL_ERRORS.dbp) == (noise.cuff_sbp, noise.cuff_dbp) == (5.0, 4.0)
    assert (USUAL_ERRORS.bias_sbp, USUAL_ERRORS.bias_dbp) == (noise.bias_sbp, noise.bias_dbp)
    assert USUAL_ERRORS.outliers == noise.cuff_outliers == 0.02
    assert USUAL_ERRORS.failures == noise.cuff_failures == 0.03
    assert (USUAL_BURSTS.hr_per_h, USUAL_BURSTS.spo2_per_h) == (LIFELIKE.motions, LIFELIKE.motions)


def test_what_a_written_scenario_does_not_ask_for_is_off() -> None:
    noise = Noise()
    off = (noise.ecg_hr, noise.pleth_pulse, noise.bias_spo2, noise.spo2_dropouts, noise.motions)
    assert off == (0.0, 0.0, 0.0, 0.0, 0.0)
    assert LIFELIKE.spo2_dropouts == 4.0
