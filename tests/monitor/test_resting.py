"""What a chair has measured of the patient at rest, before the drug."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chairs import DEVICE, Bench, cuff, numerics
from treated import BY, Treated, replayed

from monitor.commands import SetBaseline, StartInfusion
from monitor.outcomes import BaselineAccepted
from monitor.treatment.commands import CountBreaths
from monitor.treatment.resting import COUNTED_S, rested
from monitor.treatment.view import Go
from monitor.vitals import CuffResult, Quality, VitalSign

ONLY_CUFF = replace(DEVICE, signs=frozenset({VitalSign.SBP, VitalSign.DBP, VitalSign.NIBP_PULSE}))


def at_rest(chair: Bench, now: float, breaths: tuple[float, float] | None = None):
    return rested(chair.core.state, None, breaths, now)


def test_the_pressure_is_the_mean_of_the_last_two_of_three() -> None:
    chair = Treated()
    for n, sbp in enumerate((170, 130, 121)):
        chair.feed(10.0 + n, cuff(sbp, 76))
    found = at_rest(chair, 20.0)
    assert (found.sbp, found.readings, found.agree) == (125.5, 3, True)


@pytest.mark.parametrize(
    ("first", "second", "agree"),
    [((130, 80), (115, 80), True), ((130, 80), (114, 80), False), ((130, 80), (130, 96), False)],
)
def test_two_readings_agree_within_15(
    first: tuple[float, float], second: tuple[float, float], agree: bool
) -> None:
    chair = Treated()
    chair.all_clear(5.0)
    chair.feed(10.0, cuff(124, 76), cuff(*first), cuff(*second))
    assert at_rest(chair, 20.0).agree is agree
    assert chair.checks().baseline_anew is not agree


def test_a_doubtful_reading_is_none() -> None:
    chair = Treated()
    chair.feed(10.0, cuff(124, 76), cuff(190, 99, Quality.AGE_UNKNOWN))
    found = at_rest(chair, 20.0)
    assert (found.sbp, found.readings) == (124.0, 1)


def test_signs_that_have_a_source_are_wanted() -> None:
    assert at_rest(Treated(), 10.0).wanted == {"hr", "spo2"}
    assert at_rest(Treated(devices=(ONLY_CUFF,)), 10.0).wanted == frozenset()


def test_the_pulse_of_the_cuff_stands_in_where_nothing_else_gives_a_rate() -> None:
    chair = Treated(devices=(ONLY_CUFF,))
    for n, pulse in enumerate((90.0, 70.0, 74.0)):
        chair.feed(10.0 + n, CuffResult(124.0, 76.0, None, pulse, ONLY_CUFF.source))
    assert at_rest(chair, 20.0).hr == 72.0
    with_heart = Treated()
    with_heart.feed(10.0, CuffResult(124.0, 76.0, None, 72.0, DEVICE.source))
    assert at_rest(with_heart, 20.0).hr is None


def test_counted_breaths_stand_in_for_a_while() -> None:
    chair = Treated()
    assert at_rest(chair, 100.0, (90.0, 26.0)).rr == 26.0
    assert at_rest(chair, 100.0 + COUNTED_S, (90.0, 26.0)).rr is None
    chair.feed(100.0, numerics(rr=14))
    assert at_rest(chair, 100.0, (90.0, 26.0)).rr == 14.0


def test_counted_breaths_decide_with_the_rest() -> None:
    chair = Treated()
    chair.all_clear()
    chair.rest()
    chair.feed(315.0, CountBreaths(26.0, BY), StartInfusion(BY))
    assert chair.checks().decision.go is Go.NO_GO
    assert chair.refused() == ["start-no-go"]


def test_a_pressure_by_hand_needs_no_readings() -> None:
    chair = Treated()
    chair.feed(10.0, SetBaseline(124.0, 76.0, None, None, BY))
    found = at_rest(chair, 20.0)
    assert (found.sbp, found.by_hand, found.missing()) == (124.0, True, ("hr", "spo2"))
    half = Treated()
    half.feed(10.0, SetBaseline(124.0, None, None, None, BY))
    assert "baseline-readings" in at_rest(half, 20.0).missing()


# ---- a start that is entered late


def test_what_came_after_a_moment_says_nothing_of_the_rest_before_it() -> None:
    chair = Treated()
    chair.rest()
    chair.feed(400.0, cuff(168, 98))
    chair.stream(410.0, 500.0, hr=121, spo2=93)
    then, now = at_rest(chair, 330.0, (450.0, 26.0)), at_rest(chair, 499.0, (450.0, 26.0))
    assert (then.sbp, then.hr, then.spo2, then.rr, then.readings) == (124.0, 72.0, 98.0, None, 3)
    assert (now.sbp, now.hr, now.spo2, now.rr, now.readings) == (146.0, 121.0, 93.0, 26.0, 4)


@pytest.mark.parametrize("ago_s", [400.0, 890.0])
def test_a_start_that_is_entered_late_is_decided_by_what_was_known_then(ago_s: float) -> None:
    chair = Treated()
    chair.all_clear()
    chair.rest()
    entered_at = 320.0 + ago_s
    chair.stream(330.0, entered_at, hr=121, spo2=98)
    chair.feed(entered_at, StartInfusion(BY))
    assert chair.refused() == ["start-no-go"]
    chair.feed(entered_at, StartInfusion(BY, ago_s=ago_s))
    assert chair.checks().decision.go is Go.GO
    assert chair.core.state.baseline == BaselineAccepted(124.0, 76.0, 72.0, 98.0)
    fresh, _said = replayed(chair)
    assert fresh.state.baseline == chair.core.state.baseline
