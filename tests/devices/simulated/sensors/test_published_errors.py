"""The errors of cuff and oximeter, one by one, as the clinical basis has them.

That they are what happens is tried beside each part, often against these very names; here is what
the names must say.
"""

from __future__ import annotations

from devices.simulated.scenario.artefacts import SPIKE_HR, SPIKE_S, SPOILT_PERFUSION
from devices.simulated.sensors import cuff_reading as cuff
from devices.simulated.sensors import cuff_unit as unit
from devices.simulated.sensors import oximeter


def test_beside_an_arterial_line_a_cuff_errs_as_was_found() -> None:
    assert cuff.ICU_SBP == (-10.8, 14.9)
    assert cuff.ICU_DBP == (3.6, 6.0)
    assert cuff.ICU_MAP == (-5.4, 7.1)


def test_it_reads_towards_the_middle_and_by_its_height() -> None:
    assert cuff.MIDDLE_MMHG == 111.0
    assert cuff.MMHG_PER_INCH == 0.75


def test_what_it_cannot_measure() -> None:
    assert (cuff.HR_LOWEST, cuff.HR_HIGHEST) == (40.0, 240.0)
    assert (cuff.FAST_MMHG, cuff.IRREGULAR_BEATS) == (40.0, 15.0)


def test_how_long_it_takes_and_when_a_failure_is_soon() -> None:
    assert unit.MOVED_S == (60.0, 120.0)
    assert unit.GIVEN_UP_S == (120.0, 180.0)
    assert unit.SOON_S == 180.0


def test_when_and_for_how_long_an_oximeter_shows_nothing() -> None:
    assert oximeter.DROPOUT_S == (5.0, 20.0)
    assert oximeter.UNDER_CUFF_S == (20.0, 40.0)
    assert 4.0 * oximeter.MORE_DROPOUTS_MOVED == 10.0


def test_a_burst_of_movement_is_that_of_the_scenario() -> None:
    assert (SPIKE_HR, SPIKE_S) == (40.0, 4.0)
    assert SPOILT_PERFUSION < 0.3
