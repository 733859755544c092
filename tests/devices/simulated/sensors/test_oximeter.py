"""What the oximeter shows of a known finger: bounds are those of the sampling error."""

from __future__ import annotations

import math
import statistics
from dataclasses import replace

import pytest
from unchanging_patient import SILENT, Unchanging, with_noise

from devices.simulated.scenario.artefacts import CLEAN, SPOILT_PERFUSION, Spoilt
from devices.simulated.scenario.parts import Noise
from devices.simulated.sensors.oximeter import (
    DROPOUT_S,
    UNDER_CUFF_S,
    Oximeter,
    OximeterShown,
    found_by_the_probe,
)
from devices.simulated.sensors.shown import Finger

VITALS = replace(Unchanging(with_noise()).vitals, spo2=97.0, pulse=72.0, perfusion=3.0)
SIGMAS = 4.5


def oximeter(noise: Noise = SILENT, average_s: int = 8, name: str = "x") -> Oximeter:
    made = Oximeter(noise, average_s, name)
    made.take(0.0, VITALS, CLEAN, restless=False)
    return made


@pytest.mark.parametrize("average_s", [4, 8, 16])
def test_a_fall_is_seen_whole_only_after_the_averaging_time(average_s: int) -> None:
    made = oximeter(average_s=average_s)
    for second in range(1, 20):
        made.take(float(second), VITALS, CLEAN, restless=False)
    low, seen = replace(VITALS, spo2=89.0), []
    for second in range(20, 20 + average_s):
        made.take(float(second), low, CLEAN, restless=False)
        seen.append(made.shown.spo2)
    assert seen == [round(97.0 - 8.0 * (n + 1) / average_s) for n in range(average_s)]


def dropouts(per_h: float, hours: int, *, restless: bool) -> list[int]:
    """How long each was, s."""
    made = oximeter(replace(SILENT, spo2_dropouts=per_h), name=f"{restless}")
    lengths, since = list[int](), 0
    for second in range(1, hours * 3600):
        made.take(float(second), VITALS, CLEAN, restless=restless)
        if made.shown.finger is Finger.NO_PULSE:
            since += 1
        elif since:
            lengths.append(since)
            since = 0
    return lengths


@pytest.mark.parametrize(("restless", "per_h"), [(False, 4.0), (True, 10.0)])
def test_dropouts_are_four_an_hour_at_rest_and_ten_when_restless(
    restless: bool, per_h: float
) -> None:
    hours = 100
    found = dropouts(4.0, hours, restless=restless)
    away = per_h * sum(DROPOUT_S) / 2.0 / 3600.0
    assert len(found) / hours == pytest.approx(
        per_h * (1.0 - away), abs=SIGMAS * math.sqrt(per_h / hours)
    )
    assert min(found) >= DROPOUT_S[0]
    alone = [lasts for lasts in found if lasts <= DROPOUT_S[1] + 1]
    assert len(alone) >= 0.95 * len(found), "seldom does one begin when another ends"
    spread = (DROPOUT_S[1] - DROPOUT_S[0]) / math.sqrt(12.0 * len(alone))
    middle = sum(DROPOUT_S) / 2.0
    assert statistics.fmean(alone) == pytest.approx(middle, abs=0.6 + SIGMAS * spread)


def test_a_session_reads_high_or_low_as_a_whole_and_never_above_100() -> None:
    low = replace(VITALS, spo2=85.0)
    found = []
    for number in range(2000):
        made = Oximeter(replace(SILENT, bias_spo2=2.0), 8, f"session {number}")
        made.take(0.0, low, CLEAN, restless=False)
        found.append(made.shown.spo2 or 0)
    assert statistics.fmean(found) == pytest.approx(85.0, abs=SIGMAS * 2.0 / math.sqrt(2000))
    assert statistics.stdev(found) == pytest.approx(2.0, rel=0.1)
    top = [oximeter(replace(SILENT, bias_spo2=9.0), name=f"{n}").shown.spo2 for n in range(50)]
    assert max(value or 0 for value in top) == 100


def test_a_pulse_rate_errs_by_three_at_most_nineteen_times_in_twenty() -> None:
    made = oximeter(replace(SILENT, pleth_pulse=1.5))
    found = []
    for second in range(1, 40_000):
        made.take(float(second), VITALS, CLEAN, restless=False)
        found.append((made.shown.pulse or 0) - 72)
    assert statistics.stdev(found) == pytest.approx(1.5, abs=0.2)
    assert sum(abs(error) > 3 for error in found) / len(found) < 0.05


def test_a_cuff_on_the_same_arm_takes_the_pulse_away_for_20_to_40_seconds() -> None:
    made, lengths = oximeter(), []
    for start in range(100, 20_000, 100):
        made.inflated(float(start))
        lost = 0
        for second in range(start, start + 100):
            made.take(float(second), VITALS, CLEAN, restless=False)
            lost += made.shown.finger is Finger.NO_PULSE
        lengths.append(lost)
    assert min(lengths) >= UNDER_CUFF_S[0]
    assert max(lengths) <= UNDER_CUFF_S[1] + 1
    assert max(lengths) - min(lengths) > 15


def test_a_probe_that_is_off_or_finds_no_pulse_shows_nothing_and_begins_anew() -> None:
    made = oximeter()
    made.take(1.0, VITALS, Spoilt(probe_off=True), restless=False)
    assert (made.shown.spo2, made.shown.pulse, made.shown.finger) == (None, None, Finger.OFF)
    made.take(2.0, replace(VITALS, spo2=90.0), CLEAN, restless=False)
    assert (made.shown.spo2, made.shown.finger) == (90, Finger.ON)


def test_a_moving_finger_shows_false_numbers_and_true_ones_when_it_is_still() -> None:
    made = oximeter()
    made.take(1.0, VITALS, Spoilt(moving=True, spo2=83.0, hr=40.0), restless=True)
    assert (made.shown.spo2, made.shown.pulse) == (83, 112)
    assert made.shown.finger is Finger.MOVING
    made.take(2.0, VITALS, CLEAN, restless=False)
    assert (made.shown.spo2, made.shown.pulse, made.shown.finger) == (97, 72, Finger.ON)


def test_hardly_a_pulse_wave_is_found_in_a_finger_that_moves_or_is_cold() -> None:
    made = oximeter()
    made.take(1.0, VITALS, Spoilt(cold=True), restless=False)
    assert (made.shown.spo2, made.shown.finger) == (97, Finger.COLD)
    for finger in (Finger.MOVING, Finger.COLD):
        assert found_by_the_probe(VITALS, finger).perfusion == SPOILT_PERFUSION < 0.3
    assert found_by_the_probe(VITALS, Finger.ON) is VITALS


def test_a_cuff_on_this_arm_shifts_no_dropout_and_no_error() -> None:
    """When somebody presses START is nothing that chance may depend on."""

    def shown(*, inflated: bool) -> list[OximeterShown]:
        made = oximeter(Noise(spo2_dropouts=60.0, pleth_pulse=1.5))
        if inflated:
            made.inflated(1.0)
        seen: list[OximeterShown] = []
        for second in range(1, 1800):
            made.take(float(second), VITALS, CLEAN, restless=False)
            seen.append(made.shown)
        return seen[100:]

    without, beside = shown(inflated=False), shown(inflated=True)
    assert beside == without
    assert Finger.NO_PULSE in {one.finger for one in without}
