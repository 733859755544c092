"""When an infusion that was paused at a very high pressure may go on."""

from __future__ import annotations

import pytest
from chairs import Bench, cuff, numerics
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st
from treatments import NURSE, at_the_chair, giving

from monitor.commands import Acknowledge, ManualCuff, PauseInfusion, StartInfusion
from monitor.limits import PROFILES
from monitor.outcomes import CuffUnconfirmed
from monitor.treatment.view import ResumeView
from monitor.vitals import CuffResult, Quality

PAUSED_AT = 1300.0


def paused(*before: CuffResult, hr: float | None = 88.0) -> Bench:
    """Paused, after these cuff results a minute apart."""
    bench = at_the_chair()
    bench.feed(0.0, StartInfusion(NURSE))
    for place, result in enumerate(before):
        bench.feed(1000.0 + 60.0 * place, result)
    if hr is not None:
        bench.feed(PAUSED_AT, numerics(hr=hr))
    bench.feed(PAUSED_AT, PauseInfusion(NURSE))
    return bench


def read(bench: Bench, at: float, sbp: float, dbp: float, hr: float | None = 88.0) -> ResumeView:
    if hr is not None:
        bench.feed(at, numerics(hr=hr))
    bench.feed(at, cuff(sbp, dbp))
    return giving(bench).resume


@pytest.mark.parametrize(
    ("results", "needed"),
    [
        ([], False),
        ([cuff(178, 108)], False),
        ([cuff(180, 90)], True),
        ([cuff(150, 110)], True),
        ([cuff(184, 112), cuff(150, 90)], False),
        ([cuff(184, 112), cuff(186, 112), cuff(178, 108)], True),  # within the hysteresis
        ([cuff(206, 124), cuff(207, 124), cuff(150, 90)], True),  # insists until answered
        ([cuff(190, 112, Quality.ARTEFACT)], False),
    ],
)
def test_it_binds_where_a_very_high_pressure_stood_at_the_pause(
    results: list[CuffResult], needed: bool
) -> None:
    assert giving(paused(*results)).resume.needed is needed


def test_an_answered_alarm_still_stands() -> None:
    bench = at_the_chair()
    bench.feed(0.0, StartInfusion(NURSE))
    bench.feed(1000.0, cuff(184, 112), cuff(186, 112), Acknowledge("bp/high", NURSE))
    bench.feed(1100.0, cuff(178, 108))
    bench.feed(1200.0, PauseInfusion(NURSE))
    assert giving(bench).resume.needed


def test_the_very_high_limit_is_the_active_one() -> None:
    lower = PROFILES["adult-iv"].with_limit("sbp-very-high", 170.0)
    bench = Bench(profile=lower, flow=False)
    bench.feed(1000.0, cuff(172, 90), PauseInfusion(NURSE))
    assert giving(bench).resume.needed


def test_one_that_is_measured_in_the_pause_binds_too() -> None:
    bench = paused(cuff(150, 90))
    assert not giving(bench).resume.needed
    assert read(bench, 1400.0, 184, 112) == ResumeView(needed=True)
    bench.feed(1410.0, ManualCuff(186.0, 114.0, NURSE))
    assert giving(bench).resume.needed


def test_one_that_a_repeat_contradicts_binds_no_more() -> None:
    bench = paused(cuff(150, 90))
    assert read(bench, 1400.0, 184, 112).needed
    read(bench, 1430.0, 142, 88)
    assert bench.of(CuffUnconfirmed) == [CuffUnconfirmed(1400.0)]
    assert not giving(bench).resume.needed


def test_two_good_readings_lie_five_minutes_apart() -> None:
    bench = paused(cuff(184, 112), cuff(186, 112))
    assert read(bench, 1400.0, 159, 99) == ResumeView(True, 1, 1700.0)
    assert read(bench, 1550.0, 150, 90) == ResumeView(True, 1, 1700.0)
    assert read(bench, 1700.0, 150, 90) == ResumeView(True, 2, 1700.0)
    assert giving(bench).resume.allowed


@pytest.mark.parametrize(
    ("sbp", "dbp", "hr"), [(160, 90, 88), (150, 100, 88), (150, 90, 110), (150, 90, None)]
)
def test_a_bad_reading_begins_the_counting_anew(sbp: float, dbp: float, hr: float | None) -> None:
    bench = paused(cuff(184, 112), cuff(186, 112))
    read(bench, 1400.0, 150, 90)
    bench.wait(1450.0)  # the heart rate that was told then is not fresh any more
    read(bench, 1500.0, sbp, dbp, hr)
    assert read(bench, 1550.0, sbp, dbp, hr) == ResumeView(needed=True)
    assert read(bench, 1700.0, 150, 90) == ResumeView(True, 1, 2000.0)


def test_one_that_the_next_contradicts_is_no_reading() -> None:
    bench = paused(cuff(184, 112), cuff(186, 112))
    read(bench, 1400.0, 150, 90)
    assert read(bench, 1550.0, 164, 90).good == 0
    assert read(bench, 1600.0, 150, 90) == ResumeView(True, 1, 1700.0)


def test_where_no_monitor_tells_a_rate_the_cuffs_own_pulse_is_taken() -> None:
    bench = paused(cuff(184, 112), cuff(186, 112), hr=None)
    low = CuffResult(150.0, 90.0, None, 84.0, "device:test")
    bench.feed(1400.0, low)
    assert giving(bench).resume.good == 1
    bench.feed(1450.0, cuff(150, 90))  # without a pulse
    assert giving(bench).resume.good == 0


def test_a_reading_by_hand_counts() -> None:
    bench = paused(cuff(184, 112), cuff(186, 112))
    for at in (1400.0, 1700.0):
        bench.feed(at, numerics(hr=88.0), ManualCuff(150.0, 90.0, NURSE))
    assert giving(bench).resume.allowed


def test_a_high_pressure_that_was_entered_late_counts_from_when_it_was_measured() -> None:
    bench = paused(cuff(184, 112), cuff(186, 112))
    read(bench, 1400.0, 150, 90)
    read(bench, 1700.0, 150, 90)
    assert giving(bench).resume.allowed
    bench.feed(1710.0, ManualCuff(150.0, 90.0, NURSE, ago_s=400.0))
    assert giving(bench).resume.allowed
    bench.feed(1720.0, ManualCuff(166.0, 90.0, NURSE, ago_s=120.0))
    assert giving(bench).resume == ResumeView(True, 1, 2000.0)


def test_what_was_measured_before_the_pause_does_not_count() -> None:
    bench = at_the_chair()
    bench.feed(0.0, StartInfusion(NURSE))
    bench.feed(1000.0, cuff(184, 112), cuff(186, 112), numerics(hr=88.0))
    bench.feed(1001.0, cuff(178, 108))
    bench.feed(1002.0, PauseInfusion(NURSE))
    assert giving(bench).resume == ResumeView(needed=True)


READINGS = st.lists(
    st.tuples(
        st.integers(1, 400),
        st.integers(120, 178),
        st.integers(70, 108),
        st.integers(60, 130),
    ),
    max_size=10,
)


@share_of_examples(0.5)
@given(READINGS)
def test_allowed_is_what_a_person_with_a_pencil_would_say(
    readings: list[tuple[int, int, int, int]],
) -> None:
    bench, at = paused(cuff(184, 112), cuff(186, 112)), PAUSED_AT
    good_at: dict[float, bool] = {}
    for wait_s, sbp, dbp, hr in readings:
        at += wait_s
        read(bench, at, sbp, dbp, hr)
        good_at[at] = sbp < 160 and dbp < 100 and hr < 110
    believed = [one.at for one in bench.core.state.latest.cuffs if one.judgeable]
    run: list[float] = []
    for moment in believed:
        if moment in good_at:
            run = [*run, moment] if good_at[moment] else []
    view = giving(bench).resume
    assert view.needed
    assert view.allowed is bool(run and run[-1] - run[0] >= 300.0)
    assert view.next_from_s == (run[0] + 300.0 if run else None)
