"""The course of single measurements: how long, how often in vain, and what stops them."""

from __future__ import annotations

import math
from random import Random

import pytest
from unchanging_patient import Unchanging, with_noise

from devices.simulated.scenario.parts import CuffSetting, ScriptedCuff
from devices.simulated.scenario.scenario import Scenario
from devices.simulated.sensors.cuff_plan import Cycle
from devices.simulated.sensors.cuff_unit import CuffUnit
from monitor.vitals import CuffFailure

MANY = 3000
SIGMAS = 4.5
APART_S = 600.0
"""So far apart that no measurement is soon after another."""


class ByHand:
    """A plan without a plan: START only."""

    next_s = math.inf

    def due(self, now: float) -> Cycle | None:  # noqa: ARG002
        return None


class Bedside:
    def __init__(self, scenario: Scenario, **vitals: float) -> None:
        self.patient = Unchanging(scenario)
        self.patient.change(**vitals)
        self.inflations: list[float] = []
        self.unit = CuffUnit(self.patient, ByHand(), Random("bed"), self.inflations.append)
        self.now = 0.0

    def press(self) -> None:
        """START, and what happens in the ten minutes after."""
        self.now += APART_S
        self.unit.start(self.now)

    def passes(self, seconds: int, *, moving: bool = False) -> float:
        """Until the measurement has ended or so many seconds went by; how long that was."""
        for second in range(1, seconds + 1):
            if moving:
                self.unit.moved(self.now + second - 1)
            self.unit.until(self.now + second, 70.0)
            if not self.unit.shown.measuring:
                return float(second)
        return float(seconds)

    def press_and_wait(self) -> float:
        """How long it took, to the second."""
        self.press()
        self.unit.until(self.now + APART_S - 1.0, 70.0)
        shown = self.unit.shown
        return 0.0 if shown.last is None else shown.last.ended_s - self.now


def share_of_failures(bedside: Bedside, *, twice: bool = False) -> float:
    """Of first attempts, or of those a minute after one that failed."""
    failed = tried = 0
    while tried < (MANY // 10 if twice else MANY):
        bedside.press()
        bedside.unit.until(bedside.now + 60.0, 70.0)
        if twice and bedside.unit.shown.failure is None:
            continue
        if twice:
            bedside.unit.start(bedside.now + 60.0)
            bedside.unit.until(bedside.now + 120.0, 70.0)
        tried += 1
        failed += bedside.unit.shown.failure is not None
    return failed / tried


def bound(share: float, count: int = MANY) -> float:
    return SIGMAS * math.sqrt(share * (1.0 - share) / count)


def test_a_measurement_at_rest_takes_25_to_45_seconds() -> None:
    bedside = Bedside(with_noise())
    lengths = [bedside.press_and_wait() for _ in range(400)]
    assert min(lengths) >= 25.0
    assert max(lengths) <= 45.0
    assert max(lengths) - min(lengths) > 17.0


def test_of_first_attempts_3_of_100_fail_at_rest() -> None:
    share = share_of_failures(Bedside(with_noise(cuff_failures=0.03)))
    assert share == pytest.approx(0.03, abs=bound(0.03))


def test_of_first_attempts_10_of_100_fail_in_the_dissociated() -> None:
    share = share_of_failures(Bedside(with_noise(cuff_failures=0.03), effect=0.4))
    assert share == pytest.approx(0.10, abs=bound(0.10))


def test_soon_after_a_failure_three_of_four_succeed() -> None:
    share = share_of_failures(Bedside(with_noise(cuff_failures=0.03)), twice=True)
    assert share == pytest.approx(0.25, abs=bound(0.25, MANY // 10))


def test_a_unit_that_tries_again_fails_a_quarter_as_often() -> None:
    once_more = CuffSetting(retries=True)
    bedside = Bedside(with_noise(once_more, cuff_failures=0.10))
    failed = 0
    for _ in range(MANY):
        bedside.press()
        bedside.unit.until(bedside.now + 120.0, 70.0)
        failed += bedside.unit.shown.failure is not None
    assert failed / MANY == pytest.approx(0.025, abs=bound(0.025))
    assert len(bedside.inflations) / MANY == pytest.approx(1.10, abs=bound(0.10))


def test_an_attempt_that_is_repeated_looks_like_one_long_measurement() -> None:
    bedside = Bedside(with_noise(CuffSetting(retries=True), cuff_failures=1.0))
    bedside.press()
    took_s = bedside.passes(200)
    assert 50.0 <= took_s <= 91.0
    assert len(bedside.inflations) == 2
    assert bedside.unit.shown.failure is CuffFailure.MOVEMENT


def test_what_is_wanted_to_fail_is_not_tried_again() -> None:
    bedside = Bedside(with_noise(CuffSetting(retries=True)))
    bedside.unit.coming.append(ScriptedCuff(0.0, failure=CuffFailure.LEAK))
    bedside.press()
    bedside.passes(60)
    assert bedside.unit.shown.failure is CuffFailure.LEAK
    assert len(bedside.inflations) == 1


def test_a_moment_of_movement_makes_it_longer_and_the_result_says_so() -> None:
    bedside = Bedside(with_noise())
    lengths = []
    for _ in range(60):
        bedside.press()
        bedside.passes(8, moving=True)
        bedside.now, began_s = bedside.now + 8.0, bedside.now
        bedside.passes(200)
        assert bedside.unit.shown.last is not None
        assert bedside.unit.shown.last.moved
        lengths.append(bedside.unit.shown.last.ended_s - began_s)
    assert min(lengths) >= 60.0
    assert max(lengths) <= 120.0


def test_somebody_who_never_lies_still_gets_no_value_and_it_is_given_up() -> None:
    bedside = Bedside(with_noise())
    for _ in range(40):
        bedside.press()
        took_s = bedside.passes(300, moving=True)
        assert 120.0 <= took_s <= 181.0
        assert bedside.unit.shown.failure is CuffFailure.MOVEMENT
    assert bedside.unit.shown.last is None


@pytest.mark.parametrize(
    "vitals", [{"hr": 36.0, "pulse": 36.0}, {"hr": 250.0, "pulse": 250.0}, {"hr": 168.0}]
)
def test_a_rhythm_in_which_nothing_can_be_found_brings_it_to_nothing(
    vitals: dict[str, float],
) -> None:
    bedside = Bedside(with_noise(), **{"pulse": 140.0, **vitals})
    bedside.press()
    bedside.passes(60)
    assert bedside.unit.shown.failure is CuffFailure.FAILED


def test_a_pressure_that_falls_fast_cannot_be_found() -> None:
    bedside = Bedside(with_noise(), sbp=150.0)
    bedside.press()
    bedside.patient.change(sbp=100.0)
    bedside.passes(60)
    assert bedside.unit.shown.failure is CuffFailure.FAILED
    bedside.press()
    bedside.passes(60)
    assert bedside.unit.shown.last is not None


def test_an_inflation_says_when_it_began_and_a_stopped_one_that_it_was_stopped() -> None:
    bedside = Bedside(with_noise())
    bedside.press()
    assert (bedside.unit.shown.measuring, bedside.unit.shown.began_s) == (True, APART_S)
    bedside.unit.cancel()
    shown = bedside.unit.shown
    assert (shown.measuring, shown.began_s) == (False, None)
    assert shown.failure is CuffFailure.CANCELLED
    bedside.unit.cancel()
    assert bedside.unit.shown is shown
