"""What a cuff reads of a known pressure: bounds are those of the sampling error."""

from __future__ import annotations

import math
import statistics
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unchanging_patient import SILENT, Unchanging, with_noise

from devices.simulated.body.patient import Vitals
from devices.simulated.scenario.parts import CuffSetting, Noise, ScriptedCuff
from devices.simulated.sensors.cuff_reading import ICU_DBP, ICU_MAP, ICU_SBP, Reader, measurable
from devices.simulated.sensors.shown import CuffValues

MANY = 4000
SIGMAS = 4.5
VITALS = replace(Unchanging(with_noise()).vitals, sbp=140.0, dbp=80.0)
PERFECT = CuffSetting()


def readings(noise: Noise, setting: CuffSetting = PERFECT, sbp: float = 140.0) -> list[CuffValues]:
    reader, random = Reader(noise, setting, 0.0, 0.0), Random("readings")
    truth = replace(VITALS, sbp=sbp)
    return [reader.read(truth, 70.0, random, None) for _ in range(MANY)]


def assert_spread(values: list[float], mean: float, sd: float) -> None:
    """Rounding to whole numbers adds a variance of 1/12."""
    wide = math.sqrt(sd * sd + 1.0 / 12.0)
    assert statistics.fmean(values) == pytest.approx(mean, abs=SIGMAS * wide / math.sqrt(MANY))
    assert statistics.stdev(values) == pytest.approx(wide, rel=SIGMAS / math.sqrt(2.0 * MANY))


def test_without_errors_it_reads_the_truth() -> None:
    (found,) = set(readings(SILENT))
    assert (found.sbp, found.dbp, found.map, found.pulse) == (140, 80, 100, 70)


def test_a_reading_errs_by_five_and_four_and_its_mean_by_three() -> None:
    found = readings(replace(SILENT, cuff_sbp=5.0, cuff_dbp=4.0, cuff_map=3.0))
    assert_spread([one.sbp for one in found], 140.0, 5.0)
    assert_spread([one.dbp for one in found], 80.0, 4.0)
    beside = [one.map - (one.dbp + (one.sbp - one.dbp) / 3.0) for one in found]
    assert statistics.stdev(beside) == pytest.approx(3.0, abs=0.25)


def test_one_in_fifty_is_far_too_high() -> None:
    found = [one.sbp - 140 for one in readings(replace(SILENT, cuff_outliers=0.02))]
    wrong = [error for error in found if error]
    bound = SIGMAS * math.sqrt(0.02 * 0.98 / MANY)
    assert len(wrong) / MANY == pytest.approx(0.02, abs=bound + 0.001)
    assert statistics.fmean(wrong) == pytest.approx(
        20.0, abs=SIGMAS * 15.0 / math.sqrt(len(wrong))
    )


def test_each_session_has_an_error_of_its_own() -> None:
    reader = Reader(SILENT, PERFECT, 4.0, -3.0)
    found = reader.read(VITALS, 70.0, Random(1), None)
    assert (found.sbp, found.dbp) == (144, 77)


@pytest.mark.parametrize(("inches", "low"), [(8.0, 6), (-4.0, -3)])
def test_a_cuff_above_the_heart_reads_low_and_below_it_high(inches: float, low: int) -> None:
    found = readings(SILENT, CuffSetting(height_in=inches))[0]
    assert (found.sbp, found.dbp, found.map) == (140 - low, 80 - low, 100 - low)


@pytest.mark.parametrize(("sbp", "shown"), [(181.0, 174), (111.0, 111), (91.0, 93)])
def test_it_can_read_nearer_to_the_middle_than_it_is(sbp: float, shown: int) -> None:
    assert readings(SILENT, CuffSetting(to_the_middle=0.1), sbp)[0].sbp == shown


def test_an_icu_like_cuff_errs_as_found_beside_arterial_lines() -> None:
    """A pulse pressure wide enough that none of the three errors meets another."""
    found = readings(Noise(cuff_outliers=0.0), CuffSetting(icu_like=True), 260.0)
    assert_spread([one.sbp - 260.0 for one in found], *ICU_SBP)
    assert_spread([one.dbp - 80.0 for one in found], *ICU_DBP)
    assert_spread([one.map - 140.0 for one in found], *ICU_MAP)


def test_what_is_wanted_of_a_reading_it_gives_and_the_rest_is_measured() -> None:
    reader = Reader(Noise(), PERFECT, 3.0, 3.0)
    found = reader.read(VITALS, 70.0, Random(1), ScriptedCuff(5.0, sbp=206.0, dbp=124.0))
    assert (found.sbp, found.dbp, found.pulse) == (206, 124, 70)


@given(
    seed=st.integers(0, 999),
    sbp=st.floats(60.0, 250.0),
    narrow=st.floats(2.0, 120.0),
    icu=st.booleans(),
)
def test_the_mean_lies_between_the_others_whatever_the_errors(
    seed: int, sbp: float, narrow: float, icu: bool
) -> None:
    reader = Reader(Noise(), CuffSetting(icu_like=icu), 3.0, -2.0)
    truth = replace(VITALS, sbp=sbp, dbp=sbp - narrow)
    found = reader.read(truth, 70.0, Random(seed), None)
    assert found.dbp < found.map < found.sbp


@pytest.mark.parametrize(
    ("after", "can"),
    [
        ({}, True),
        ({"hr": 40.0, "pulse": 40.0}, True),
        ({"hr": 39.9, "pulse": 39.9}, False),
        ({"hr": 240.5, "pulse": 240.5}, False),
        ({"hr": 168.0, "pulse": 140.0}, False),
        ({"sbp": 175.0}, True),
        ({"sbp": 181.0}, False),
        ({"dbp": 125.0}, False),
    ],
)
def test_what_cannot_be_measured(after: dict[str, float], can: bool) -> None:
    before: Vitals = replace(VITALS, hr=70.0, pulse=70.0)
    assert measurable(before, replace(before, **after)) is can
