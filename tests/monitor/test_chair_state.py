"""What one chair knows: the window, the cuff that runs, what its monitor says about itself."""

from __future__ import annotations

import pytest
from chairs import DEVICE, SOURCE, Bench, cuff, numerics
from hypothesis import given
from hypothesis import strategies as st

from monitor.commands import PreferSource, StartInfusion, StopInfusion
from monitor.core import MonitorCore
from monitor.events import DeviceFacts, Event, LinkChanged, LinkReason, LinkState
from monitor.outcomes import Refused
from monitor.picture import Numeral
from monitor.viewing import picture
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    LostReason,
    Quality,
    SignalLost,
    VitalSign,
)

SPO2 = VitalSign.SPO2
SECOND = "device:second"
BEHIND = DeviceFacts(
    "second", SECOND, 5.0, 10.0, frozenset({VitalSign.SPO2, VitalSign.PULSE, VitalSign.SBP})
)
OFF = SignalLost(SPO2, LostReason.SENSOR_OFF, SOURCE)
BREAKS = LinkChanged(LinkState.DOWN, LinkReason.PORT_BROKE, SOURCE, 0.0)


def test_the_window_stays_open_while_a_medium_alarm_holds() -> None:
    bench = Bench(technical=True)
    bench.feed(100.0, StopInfusion("AK"))
    bench.feed(1800.0, cuff(170, 80), cuff(170, 80))
    bench.stream(1890.0, 1950.0, hr=80)
    assert bench.core.state.window_open
    bench.feed(1960.0, cuff(130, 80))
    assert not bench.core.state.window_open


def test_the_window_ends_at_its_instant_when_nothing_holds_it_open() -> None:
    bench = Bench(technical=True)
    bench.feed(100.0, StopInfusion("AK"))
    bench.wait(1899.999)
    assert bench.core.state.window_open
    bench.wait(1900.0)
    assert not bench.core.state.window_open
    bench.feed(1950.0, cuff(170, 80))
    assert not bench.core.state.window_open, "what is closed is not opened by an alarm"


@pytest.mark.parametrize(
    ("kind", "alarm", "priority"),
    [
        (DeviceNoteKind.BATTERY_LOW, "battery-low", "low"),
        (DeviceNoteKind.NEONATAL_MODE, "cuff-mode", "medium"),
    ],
)
def test_what_a_monitor_says_about_itself_may_be_an_alarm(
    kind: DeviceNoteKind, alarm: str, priority: str
) -> None:
    bench = Bench()
    bench.feed(100.0, DeviceNote(kind, "", SOURCE), DeviceNote(kind, "", SOURCE))
    assert bench.alarms() == [(100.0, alarm, priority, "sounding")]


def test_what_a_monitor_only_tells_is_no_alarm() -> None:
    bench = Bench()
    for kind in (DeviceNoteKind.INFO, DeviceNoteKind.ALARM_TEXT, DeviceNoteKind.DEMO_MODE):
        bench.feed(100.0, DeviceNote(kind, "* HR HIGH", SOURCE))
    assert bench.alarms() == []


def test_a_cuff_cycle_is_seen_from_its_begin_to_its_end() -> None:
    bench = Bench()
    ends: list[Event] = [
        DeviceNote(DeviceNoteKind.IDLE, "", SOURCE),
        cuff(120, 76),
        CuffFailed(CuffFailure.TIMEOUT, SOURCE),
        LinkChanged(LinkState.DOWN, LinkReason.PORT_BROKE, SOURCE, 0.0),
    ]
    for at, end in enumerate(ends, start=1):
        bench.feed(float(at), DeviceNote(DeviceNoteKind.MEASURING, "", SOURCE))
        assert bench.core.state.cuff_control.measuring
        bench.feed(float(at), end)
        assert not bench.core.state.cuff_control.measuring


def test_a_doubtful_result_does_not_end_a_row_of_failures() -> None:
    bench = Bench()
    bench.feed(100.0, CuffFailed(CuffFailure.LEAK, SOURCE))
    bench.feed(110.0, cuff(120, 76, Quality.POOR))
    bench.feed(120.0, CuffFailed(CuffFailure.LEAK, SOURCE))
    assert bench.alarms()[-1] == (120.0, "nibp-failed", "medium", "escalated")


def test_a_cuff_that_is_late_already_is_urgent_the_moment_an_alarm_makes_it_so() -> None:
    bench = Bench(technical=True)
    bench.stream(360.0, 370.0, hr=120)
    bench.wait(373.0)
    assert bench.alarms() == [
        (370.0, "hr-high", "medium", "sounding"),
        (370.0, "bp-overdue", "medium", "sounding"),
    ]


def test_a_good_result_between_two_failures_makes_the_second_a_first() -> None:
    bench = Bench()
    bench.feed(100.0, CuffFailed(CuffFailure.LEAK, SOURCE))
    bench.feed(110.0, cuff(120, 76))
    bench.feed(120.0, CuffFailed(CuffFailure.LEAK, SOURCE))
    assert bench.alarms()[-1] == (120.0, "nibp-failed", "low", "sounding")


# ---- several devices


def two(*, technical: bool = False, treating: bool = True) -> Bench:
    """A chair with two devices; SpO2 is taken from the first while that one has it."""
    bench = Bench(technical=technical, treating=treating, devices=(DEVICE, BEHIND))
    bench.feed(0.0, LinkChanged(LinkState.UP, LinkReason.CONNECTED, SECOND))
    return bench


def stream(bench: Bench, begin: int, end: int, first: float | None, second: float | None) -> None:
    for at in range(begin, end):
        if first is not None:
            bench.feed(float(at), numerics(spo2=first))
        if second is not None:
            bench.feed(float(at), numerics(Quality.GOOD, SECOND, spo2=second))


def shown(bench: Bench, sign: VitalSign = SPO2) -> Numeral:
    return picture(bench.core, bench.core.now).numerals[sign]


def test_a_device_behind_another_is_neither_shown_nor_judged() -> None:
    bench = two()
    stream(bench, 0, 90, 98.0, 80.0)
    assert (shown(bench).value, shown(bench).source) == (98.0, SOURCE)
    assert bench.alarms() == []


def test_the_next_device_is_judged_from_the_moment_at_which_the_first_has_nothing() -> None:
    bench = two()
    stream(bench, 0, 20, 98.0, 80.0)
    bench.feed(20.0, OFF)
    assert (shown(bench).value, shown(bench).source) == (80.0, SECOND)
    assert bench.alarms() == [(20.0, "spo2-extreme", "high", "sounding")]


def test_a_break_of_the_line_behind_is_named_and_blanks_nothing() -> None:
    bench = two(technical=True)
    stream(bench, 0, 20, 98.0, 97.0)
    bench.feed(20.0, LinkChanged(LinkState.DOWN, LinkReason.PORT_BROKE, SECOND, 0.0))
    stream(bench, 20, 40, 98.0, None)
    assert shown(bench).value == 98.0
    assert bench.alarms() == [(30.0, "link-lost", "medium", "sounding")]
    (view,) = bench.core.judge.engine.views(40.0)
    assert view.text == "second"


def test_a_sensor_that_is_off_is_none_while_another_device_gives_its_sign() -> None:
    bench = two(technical=True)
    stream(bench, 0, 20, 98.0, 97.0)
    bench.feed(20.0, OFF)
    stream(bench, 20, 120, None, 97.0)
    assert "sensor-off" not in [alarm for _at, alarm, *_ in bench.alarms()]
    bench.feed(120.0, SignalLost(SPO2, LostReason.SENSOR_OFF, SECOND))
    bench.wait(240.0)
    assert "sensor-off" in [alarm for _at, alarm, *_ in bench.alarms()]


def test_the_resting_value_is_made_of_what_was_taken() -> None:
    bench = two(treating=False)
    stream(bench, 0, 20, 98.0, 90.0)
    bench.feed(20.0, StartInfusion("AK"))
    baseline = bench.core.state.baseline
    assert baseline is not None
    assert baseline.spo2 == 98.0


def test_a_person_may_prefer_another_device() -> None:
    bench = two()
    stream(bench, 0, 20, 98.0, 95.0)
    bench.feed(20.0, PreferSource(SPO2, SECOND, "AK"))
    assert (shown(bench).value, shown(bench).source) == (95.0, SECOND)
    stream(bench, 20, 30, 98.0, 94.0)
    assert shown(bench).value == 94.0


@pytest.mark.parametrize(
    ("sign", "source", "reason"),
    [
        (SPO2, "device:third", "prefer-no-device"),
        (VitalSign.HR, SECOND, "prefer-no-sign"),
        (VitalSign.SBP, SECOND, "prefer-cuff"),
    ],
)
def test_a_preference_that_cannot_be_is_refused_with_its_reason(
    sign: VitalSign, source: str, reason: str
) -> None:
    bench = two()
    stream(bench, 0, 5, 98.0, 95.0)
    bench.feed(5.0, PreferSource(sign, source, "AK"))
    (refused,) = bench.of(Refused)
    assert isinstance(refused, Refused)
    assert refused.reason == reason
    assert shown(bench).value == 98.0


def test_the_results_of_two_cuffs_are_both_judged() -> None:
    bench = two()
    bench.feed(10.0, cuff(120, 76))
    bench.feed(20.0, CuffResult(230, 130, None, None, SECOND))
    assert [alarm for _at, alarm, *_ in bench.alarms()] == ["sbp-extreme"]
    assert shown(bench, VitalSign.SBP).source == SECOND
    assert [cuffed.result.sbp for cuffed in bench.core.state.latest.cuffs] == [120, 230]


def test_the_source_is_told_only_of_signs_that_more_than_one_device_gives() -> None:
    bench = two()
    bench.feed(1.0, numerics(hr=80, spo2=98))
    assert (shown(bench, VitalSign.HR).source, shown(bench).source) == ("", SOURCE)


EVENTS = st.one_of(
    st.builds(
        lambda source, value: numerics(Quality.GOOD, source, spo2=value, pulse=value),
        st.sampled_from([SOURCE, SECOND]),
        st.integers(70, 100),
    ),
    st.sampled_from(
        [
            OFF,
            SignalLost(SPO2, LostReason.NO_PULSE, SECOND),
            BREAKS,
            LinkChanged(LinkState.UP, LinkReason.CONNECTED, SOURCE),
            PreferSource(SPO2, SECOND, "AK"),
            PreferSource(SPO2, SOURCE, "AK"),
        ]
    ),
)


@given(st.lists(st.tuples(st.integers(0, 8000), EVENTS), max_size=30))
def test_the_same_events_of_two_devices_make_the_same_session_again(
    steps: list[tuple[int, Event]],
) -> None:
    bench = two(technical=True)
    now = 0.0
    for wait_ms, event in steps:
        now = round(now + wait_ms / 1000, 3)
        bench.feed(now, event)
    again = MonitorCore(bench.core.state.opened)
    said = [(one.at, one.outcome) for at, event in bench.fed for one in again.handle(event, at)]
    assert said == bench.said
    assert picture(again, now) == picture(bench.core, now)
