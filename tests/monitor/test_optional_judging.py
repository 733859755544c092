"""Computed values as alarms, where a profile has switched them on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chairs import OPENED, SOURCE, Bench, cuff, numerics

from monitor.commands import ChangeLimit
from monitor.limits import Modifier
from monitor.optional_rows import OPTIONAL, Z_HIGH
from monitor.outcomes import AlarmChanged, BaselineAccepted, CuffUnconfirmed
from monitor.patient_limits import effective_limit
from monitor.vitals import CuffResult, LostReason, SignalLost, VitalSign

ADULT = OPENED.profile
ALL = frozenset(OPTIONAL)


def switched(*rules: str) -> Bench:
    return Bench(profile=ADULT.switch_on(rules))


def said(bench: Bench, *ids: str) -> list[tuple[float, str, str, str]]:
    return [one for one in bench.alarms() if one[1] in ids]


def measured(sbp: float, dbp: float, mean: float) -> CuffResult:
    return CuffResult(sbp, dbp, mean, None, SOURCE)


def test_nothing_of_it_speaks_while_nothing_is_switched_on() -> None:
    bench = Bench()
    for at, pressures in ((0, (98, 50)), (60, (96, 50)), (120, (230, 150)), (180, (80, 40))):
        bench.feed(at, cuff(*pressures))
        bench.stream(at + 1, at + 30, hr=128.0, spo2=97.0, rr=26.0)
    assert not {alarm for _at, alarm, _priority, _state in bench.alarms()} & ALL


def test_switching_rows_on_leaves_every_other_alarm_as_it_was() -> None:
    benches = Bench(), switched(*(ALL - {"map-low", "map-high", "sbp-z-high", "sbp-trend-high"}))
    for bench in benches:
        for at, pressures in ((0, (150, 96)), (60, (182, 104)), (120, (184, 90)), (300, (88, 49))):
            bench.feed(at, cuff(*pressures))
            bench.stream(at + 1, at + 50, hr=122.0, spo2=91.0)
    assert [one for one in benches[1].alarms() if one[1] not in ALL] == benches[0].alarms()


# ---- mean pressure


def test_a_low_mean_pressure_asks_for_a_repeat_that_confirms_it() -> None:
    bench = switched("map-low")
    bench.feed(60, measured(96, 52, 58))
    assert bench.alarms() == [(60, "map-low", "medium", "pending")]
    assert bench.core.judge.cuffs.repeat_by() is not None
    bench.feed(120, measured(97, 52, 59))
    assert bench.alarms()[1:] == [(120, "map-low", "medium", "sounding")]
    change = bench.of(AlarmChanged)[-1]
    assert isinstance(change, AlarmChanged)
    assert (change.sign, change.value, change.limit) == (VitalSign.MAP, 59, 60)


def test_a_repeat_that_differs_takes_it_back() -> None:
    bench = switched("map-low")
    bench.feed(60, measured(96, 52, 58))
    bench.feed(120, measured(110, 66, 80))
    assert bench.alarms()[1:] == [(120, "map-low", "medium", "withdrawn")]
    assert bench.of(CuffUnconfirmed) == [CuffUnconfirmed(60)]


def test_without_a_repeat_in_time_it_holds() -> None:
    bench = switched("map-low")
    bench.feed(60, measured(96, 52, 58))
    bench.wait(1200)
    assert (bench.alarms()[1][1], bench.alarms()[1][3]) == ("map-low", "sounding")


def test_a_mean_that_the_monitor_does_not_give_is_computed_in_whole_mmhg() -> None:
    bench = switched("map-low")
    bench.feed(60, cuff(90, 50))  # 63.3
    assert bench.alarms() == []
    bench.feed(120, cuff(91, 50), cuff(90, 44.6))  # 59.7, shown and judged as 60
    assert said(bench, "map-low") == []


def test_a_mean_is_one_reason_of_the_alarm_of_its_side_and_never_the_first() -> None:
    bench = switched("map-high", "sbp-z-high")
    for at in (60, 120):
        bench.feed(at, measured(170, 106, 127))
    change = bench.of(AlarmChanged)[-1]
    assert isinstance(change, AlarmChanged)
    assert (change.alarm, change.reasons[0]) == ("sbp-high", "sbp-high")
    assert {"map-high", "sbp-z-high"} <= set(change.reasons)


def test_a_high_mean_is_colour_only_before_the_treatment() -> None:
    bench = Bench(treating=False, profile=ADULT.switch_on({"map-high"}))
    bench.feed(60, measured(158, 96, 130))
    bench.feed(120, measured(158, 96, 130))
    assert bench.alarms() == []


def test_a_moved_limit_judges_the_mean_that_stands() -> None:
    bench = switched("map-low")
    bench.feed(60, measured(104, 60, 68))
    bench.feed(70, ChangeLimit("map-low", 70, "AK"))
    assert bench.alarms() == [(70, "map-low", "medium", "pending")]


def test_the_mean_of_an_arterial_line_waits_ten_seconds() -> None:
    bench = Bench(profile=ADULT.switch_on({"map-low"}), arterial_judged=True)
    bench.stream(10, 40, abp_sys=101.0, abp_dia=52.0, abp_mean=58.0)
    assert bench.alarms() == [(20, "map-low", "medium", "sounding")]


# ---- the distance from one's own pressure


@pytest.mark.parametrize(("resting", "limit"), [(None, None), (100, 150), (130, 154), (150, 174)])
def test_the_z_score_counts_from_the_resting_value_and_from_150_on(
    resting: float | None, limit: float | None
) -> None:
    profile = ADULT.switch_on({"sbp-z-high"})
    baseline = BaselineAccepted(resting, 76.0, 72.0, 98.0)
    assert effective_limit(Z_HIGH, profile, baseline) == limit


# ---- a steady rise


def test_a_steep_rise_speaks_before_the_very_high_limit_is_met() -> None:
    bench = switched("sbp-trend-high")
    for place, sbp in enumerate((122, 131, 141, 150, 159)):
        bench.feed(60 + 300.0 * place, cuff(sbp, 80))
    assert said(bench, "sbp-trend-high") == []
    bench = switched("sbp-trend-high")
    for place, sbp in enumerate((120, 126, 138, 148, 158)):
        bench.feed(60 + 240.0 * place, cuff(sbp, 80))
    assert said(bench, "sbp-trend-high") == []
    bench = switched("sbp-trend-high")
    for place, sbp in enumerate((104, 122, 140, 158)):
        bench.feed(60 + 180.0 * place, cuff(sbp, 80))
    assert said(bench, "sbp-trend-high") == [(600, "sbp-trend-high", "low", "sounding")]
    bench.feed(900, cuff(140, 80))
    assert said(bench, "sbp-trend-high")[-1][3] in {"latched", "cleared"}


def test_a_gentle_rise_is_no_matter() -> None:
    bench = switched("sbp-trend-high")
    for place, sbp in enumerate((150, 152, 154, 156, 158)):
        bench.feed(60 + 300.0 * place, cuff(sbp, 80))
    assert said(bench, "sbp-trend-high") == []


# ---- rate and pressure


def test_the_work_of_the_heart_needs_ten_seconds_and_grows_worse() -> None:
    bench = switched("rpp-high", "rpp-very-high")
    bench.feed(0, cuff(155, 80))
    bench.stream(10, 30, hr=98.0)
    assert bench.alarms() == [(20, "rpp-high", "low", "sounding")]
    bench.feed(30, cuff(159, 80))
    bench.stream(31, 60, hr=109.0)
    assert len(bench.alarms()) == 1
    bench.feed(60, ChangeLimit("rpp-very-high", 17_000, "AK"))
    bench.stream(61, 80, hr=109.0)
    assert bench.alarms()[1] == (70, "rpp-very-high", "medium", "escalated")
    change = bench.of(AlarmChanged)[1]
    assert isinstance(change, AlarmChanged)
    assert (change.sign, change.value, change.limit) == (None, 159 * 109, 17_000)


def test_an_old_pressure_raises_nothing_and_clears_nothing() -> None:
    bench = switched("rpp-high")
    bench.feed(0, cuff(155, 80))
    bench.stream(200, 240, hr=108.0)
    assert said(bench, "rpp-high") == []
    bench.feed(240, cuff(155, 80))
    bench.stream(241, 260, hr=108.0)
    bench.stream(430, 470, hr=60.0)
    assert [state for *_rest, state in said(bench, "rpp-high")] == ["sounding"]
    bench.feed(470, cuff(120, 80))
    bench.stream(471, 490, hr=60.0)
    assert [state for *_rest, state in said(bench, "rpp-high")][1:] in (["latched"], ["cleared"])


def test_a_lost_rate_clears_nothing() -> None:
    bench = switched("shock-index-high")
    bench.feed(0, cuff(95, 55))
    bench.stream(1, 20, hr=104.0)
    assert bench.alarms() == [(11, "shock-index-high", "medium", "sounding")]
    bench.feed(20, SignalLost(VitalSign.HR, LostReason.SENSOR_OFF, SOURCE))
    bench.wait(100)
    assert len(bench.alarms()) == 1


# ---- NEWS2


def test_a_partial_score_is_enough_for_an_alarm_and_makes_no_sound() -> None:
    bench = switched("news2-high", "news2-single")
    bench.feed(0, cuff(99, 60))
    bench.stream(1, 30, hr=120.0, spo2=95.0)
    assert said(bench, "news2-high") == [(16, "news2-high", "low", "sounding")]
    assert said(bench, "news2-single") == []
    assert bench.core.judge.engine.loudest() == (2, "hr-high")


def test_a_score_that_lost_a_sign_does_not_end_its_alarm() -> None:
    bench = switched("news2-high")
    bench.feed(0, cuff(99, 60))
    bench.stream(1, 30, hr=109.0, spo2=93.0)
    assert [one[3] for one in said(bench, "news2-high")] == ["sounding"]
    bench.feed(30, SignalLost(VitalSign.SPO2, LostReason.NO_PULSE, SOURCE))
    bench.stream(31, 60, hr=109.0)
    assert [one[3] for one in said(bench, "news2-high")] == ["sounding"]
    bench.stream(60, 90, hr=72.0, spo2=98.0)
    assert said(bench, "news2-high")[-1][3] == "cleared"


def test_oxygen_counts_two_points() -> None:
    profile = replace(ADULT, modifiers=frozenset({Modifier.OXYGEN})).switch_on({"news2-high"})
    for known, expected in ((profile, 1), (ADULT.switch_on({"news2-high"}), 0)):
        bench = Bench(profile=known)
        bench.feed(0, cuff(99, 60))
        bench.stream(1, 30, hr=95.0, spo2=97.0)
        assert len(said(bench, "news2-high")) == expected


def test_a_replay_of_what_was_fed_says_the_same() -> None:
    bench = switched(*ALL)
    for at, pressures in ((0, (150, 96)), (200, (166, 104)), (400, (175, 120)), (600, (92, 40))):
        bench.feed(at, cuff(*pressures), numerics(hr=118.0, spo2=94.0, rr=22.0))
        bench.stream(at + 1, at + 40, hr=118.0, spo2=94.0, rr=22.0)
    again = Bench(profile=ADULT.switch_on(ALL))
    for moment, event in bench.fed[4:]:
        again.feed(moment, event)
    assert again.alarms() == bench.alarms()
    assert {alarm for _at, alarm, *_rest in bench.alarms()} & ALL
