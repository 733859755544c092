"""What did not come, what is off, what is gone: absence is an alarm."""

from __future__ import annotations

from dataclasses import replace

from chairs import DEVICE, SOURCE, UP, Bench, cuff, numerics

from monitor.commands import Acknowledge, ManualCuff, StartInfusion, StopInfusion
from monitor.core import MonitorCore
from monitor.events import (
    ClockJumped,
    LinkChanged,
    LinkReason,
    LinkState,
    Part,
    PartFailed,
    PartRecovered,
    Resumed,
)
from monitor.outcomes import AlarmChanged, AlarmPhase, Priority
from monitor.vitals import (
    DeviceNote,
    DeviceNoteKind,
    LostReason,
    Quality,
    SignalLost,
    VitalSign,
)

SILENT = LinkChanged(LinkState.SILENT, LinkReason.NO_DATA, SOURCE, 3.0)
DOWN = LinkChanged(LinkState.DOWN, LinkReason.PORT_BROKE, SOURCE, 0.5)


def test_a_lost_link_sounds_after_ten_seconds_and_loudly_after_a_minute_of_infusion() -> None:
    bench = Bench(technical=True)
    bench.feed(97.0, numerics(hr=80, spo2=98))
    bench.feed(100.0, SILENT)
    bench.wait(200.0)
    assert bench.alarms() == [
        (107.0, "link-lost", "medium", "sounding"),
        (157.0, "link-lost", "high", "escalated"),
    ]


def test_outside_the_window_a_lost_link_stays_medium() -> None:
    bench = Bench(technical=True, treating=False)
    bench.feed(50.0, DOWN)
    bench.wait(200.0)
    assert bench.alarms() == [(59.5, "link-lost", "medium", "sounding")]


def test_a_link_that_never_spoke_is_lost_too() -> None:
    bench = Bench(technical=True, treating=False)
    core = MonitorCore(bench.core.state.opened)
    core.handle(bench.core.state.opened, 0.0)
    said = core.tick(30.0)
    assert [
        (one.at, one.outcome.alarm) for one in said if isinstance(one.outcome, AlarmChanged)
    ] == [(10.0, "link-lost")]


def test_while_the_link_is_gone_nobody_speaks_of_sensors() -> None:
    bench = Bench(technical=True)
    bench.feed(97.0, numerics(hr=80, spo2=98))
    bench.feed(98.0, DOWN)
    bench.wait(290.0)
    bench.feed(290.0, UP)
    bench.stream(290.0, 300.0, hr=80, spo2=98)
    assert {alarm for _at, alarm, *_rest in bench.alarms()} == {"link-lost"}


def test_a_probe_that_fell_off_is_low_then_medium_in_the_window() -> None:
    bench = Bench(technical=True)
    bench.feed(100.0, numerics(hr=80, spo2=98))
    for at in range(101, 160):
        bench.feed(float(at), numerics(hr=80))
        if at == 101:
            bench.feed(101.0, SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, SOURCE))
    assert bench.alarms() == [
        (106.0, "sensor-off", "low", "sounding"),
        (131.0, "sensor-off", "medium", "escalated"),
    ]


def test_heart_rate_and_oxygen_lost_together_are_medium_at_once() -> None:
    bench = Bench(technical=True)
    bench.feed(100.0, numerics(pulse=80, spo2=98))
    bench.feed(
        101.0,
        SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, SOURCE),
        SignalLost(VitalSign.PULSE, LostReason.SENSOR_OFF, SOURCE),
    )
    bench.wait(110.0)
    assert bench.alarms() == [(106.0, "sensor-off", "medium", "sounding")]


def test_a_probe_that_was_never_on_is_not_off() -> None:
    bench = Bench(technical=True)
    bench.feed(100.0, SignalLost(VitalSign.SPO2, LostReason.NO_VALUE, SOURCE))
    bench.stream(100.0, 160.0, hr=80)
    assert bench.alarms() == []


def test_an_overdue_cuff_is_low_after_two_minutes_and_medium_after_five() -> None:
    bench = Bench(technical=True)
    bench.feed(60.0, cuff(124, 76))
    bench.stream(60.0, 700.0, hr=80)
    assert bench.alarms() == [
        (480.0, "bp-overdue", "low", "sounding"),
        (660.0, "bp-overdue", "medium", "escalated"),
    ]


def test_with_an_open_alarm_an_overdue_cuff_is_medium_after_one_minute() -> None:
    bench = Bench(technical=True)
    bench.feed(60.0, cuff(170, 76), cuff(170, 76))
    bench.stream(60.0, 450.0, hr=80)
    assert (420.0, "bp-overdue", "medium", "sounding") in bench.alarms()


def test_after_the_window_the_cuff_is_due_every_quarter_of_an_hour() -> None:
    bench = Bench(technical=True)
    bench.feed(100.0, StopInfusion("AK"))
    bench.feed(1950.0, cuff(124, 76))
    assert bench.core.state.cuff_due_at() == 1950.0 + 900.0


def test_parts_of_the_program_that_fail_are_alarms_that_end_with_them() -> None:
    bench = Bench()
    bench.feed(50.0, PartFailed(Part.STORE, "the disk is full"))
    bench.feed(60.0, PartRecovered(Part.STORE))
    assert bench.alarms() == [
        (50.0, "store-failed", "medium", "sounding"),
        (60.0, "store-failed", "medium", "latched"),
    ]


def test_a_stepped_clock_is_heard_for_a_minute_and_leaves_a_message() -> None:
    bench = Bench()
    bench.feed(50.0, ClockJumped(3600.0))
    assert bench.core.sound(109.9) is Priority.LOW
    bench.wait(110.0)
    assert bench.alarms() == [
        (50.0, "clock-jumped", "low", "sounding"),
        (110.0, "clock-jumped", "low", "latched"),
    ]
    assert bench.core.sound(110.0) is None


def test_a_stepped_clock_that_was_acknowledged_is_silent_and_over_after_the_minute() -> None:
    bench = Bench()
    bench.feed(50.0, ClockJumped(3600.0))
    bench.feed(60.0, Acknowledge("clock-jumped", "AK"))
    assert bench.core.sound(60.0) is None
    bench.wait(9000.0)
    assert bench.alarms()[1:] == [
        (60.0, "clock-jumped", "low", "acknowledged"),
        (110.0, "clock-jumped", "low", "cleared"),
    ]


def test_a_sign_that_only_stops_coming_is_off_five_seconds_after_it_went_blank() -> None:
    bench = Bench(technical=True)
    bench.feed(100.0, numerics(hr=80, spo2=98))
    bench.stream(101.0, 140.0, hr=80)
    assert bench.alarms() == [
        (110.0, "sensor-off", "low", "sounding"),
        (135.0, "sensor-off", "medium", "escalated"),
    ]


def test_a_slow_monitor_whose_line_dies_is_a_lost_link_and_no_sensor() -> None:
    """Its values go blank at the instant at which its silence is said, or a moment earlier."""
    slow = replace(DEVICE, fresh_for_s=25.0, link_lost_after_s=25.0)
    bench = Bench(technical=True, devices=(slow,))
    bench.feed(100.0, numerics(hr=80, spo2=98))
    bench.feed(125.004, LinkChanged(LinkState.SILENT, LinkReason.NO_DATA, SOURCE, 25.004))
    bench.wait(299.0)
    assert bench.alarms() == [
        (125.004, "link-lost", "medium", "sounding"),
        (160.0, "link-lost", "high", "escalated"),
    ]


def test_a_link_is_never_loud_before_it_is_lost() -> None:
    rare = replace(DEVICE, fresh_for_s=150.0, link_lost_after_s=150.0)
    bench = Bench(technical=True, devices=(rare,))
    bench.feed(10.0, replace(SILENT, quiet_s=0.0))
    bench.wait(159.9)
    assert bench.alarms() == []
    bench.wait(160.0)
    assert bench.alarms() == [(160.0, "link-lost", "high", "sounding")]


def test_an_off_sensor_outside_the_window_stays_low() -> None:
    bench = Bench(technical=True, treating=False)
    bench.feed(10.0, numerics(hr=80, spo2=98))
    bench.feed(11.0, SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, SOURCE))
    bench.stream(12.0, 90.0, hr=80)
    assert bench.alarms() == [(16.0, "sensor-off", "low", "sounding")]


def test_the_window_makes_what_is_already_gone_worse_at_once() -> None:
    bench = Bench(technical=True, treating=False)
    bench.feed(10.0, DOWN)
    bench.feed(100.0, StartInfusion("AK"))
    assert bench.alarms() == [
        (19.5, "link-lost", "medium", "sounding"),
        (100.0, "link-lost", "high", "escalated"),
    ]


def test_a_sensor_that_is_back_ends_its_alarm() -> None:
    bench = Bench(technical=True)
    bench.feed(100.0, numerics(hr=80, spo2=98))
    bench.feed(101.0, SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, SOURCE))
    bench.stream(101.0, 110.0, hr=80)
    [sounding] = bench.of(AlarmChanged)
    assert isinstance(sounding, AlarmChanged)
    assert sounding.text == "spo2"
    bench.feed(110.0, numerics(hr=80, spo2=97))
    assert bench.alarms()[-1] == (110.0, "sensor-off", "low", "latched")


def test_an_off_sensor_is_not_cleared_by_a_line_that_breaks() -> None:
    bench = Bench(technical=True, treating=False)
    bench.feed(10.0, numerics(hr=80, spo2=98))
    bench.feed(11.0, SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, SOURCE))
    bench.stream(12.0, 20.0, hr=80)
    bench.feed(20.0, DOWN)
    bench.wait(25.0)
    bench.feed(26.0, UP)
    bench.stream(26.0, 40.0, hr=80)
    assert {state for _at, alarm, _p, state in bench.alarms() if alarm == "sensor-off"} == {
        "sounding"
    }


def test_after_an_outage_the_sensors_have_their_five_seconds_again() -> None:
    bench = Bench(technical=True, treating=False)
    bench.feed(10.0, numerics(hr=80, spo2=98))
    bench.feed(11.0, DOWN)
    bench.feed(18.0, UP)
    bench.stream(18.0, 40.0, hr=80)
    assert bench.alarms() == [(23.0, "sensor-off", "low", "sounding")]


# ---- two devices

OTHER = replace(DEVICE, name="other", source="device:other")
OTHER_DOWN = replace(DOWN, source=OTHER.source)
OTHER_UP = replace(UP, source=OTHER.source)


def two(*, treating: bool = True) -> Bench:
    """A chair whose oximeter is a device of its own."""
    bench = Bench(technical=True, treating=treating, devices=(DEVICE, OTHER))
    bench.feed(0.0, OTHER_UP)
    bench.feed(1.0, numerics(hr=80), numerics(Quality.GOOD, OTHER.source, spo2=98))
    return bench


def test_a_line_that_breaks_leaves_the_other_device_alone() -> None:
    bench = two()
    bench.feed(2.0, OTHER_DOWN)
    assert set(bench.core.state.latest.held) == {VitalSign.HR}
    bench.stream(2.0, 100.0, hr=80)
    assert bench.alarms() == [
        (11.5, "link-lost", "medium", "sounding"),
        (61.5, "link-lost", "high", "escalated"),
    ]
    [first, *_] = bench.of(AlarmChanged)
    assert isinstance(first, AlarmChanged)
    assert (first.key, first.text) == ("link-lost/device:other", "other")


def test_each_lost_link_is_an_alarm_of_its_own() -> None:
    bench = two(treating=False)
    bench.feed(2.0, OTHER_DOWN, DOWN)
    bench.wait(20.0)
    bench.feed(20.0, UP)
    assert [(alarm, state) for _at, alarm, _p, state in bench.alarms()] == [
        ("link-lost", "sounding"),
        ("link-lost", "sounding"),
        ("link-lost", "latched"),
    ]


def test_a_flapping_line_does_not_keep_another_device_s_sensor_quiet() -> None:
    bench = two(treating=False)
    bench.feed(2.0, SignalLost(VitalSign.HR, LostReason.SENSOR_OFF, SOURCE))
    for at in range(3, 12):
        bench.feed(float(at), OTHER_DOWN, OTHER_UP)
        bench.feed(float(at), numerics(Quality.GOOD, OTHER.source, spo2=98))
    assert (7.0, "sensor-off", "low", "sounding") in bench.alarms()


def test_heart_and_oxygen_lost_on_two_devices_are_lost_together() -> None:
    bench = two()
    bench.feed(
        2.0,
        SignalLost(VitalSign.HR, LostReason.SENSOR_OFF, SOURCE),
        SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, OTHER.source),
    )
    bench.wait(20.0)
    assert bench.alarms() == [(7.0, "sensor-off", "medium", "sounding")]


def test_the_second_sensor_to_go_makes_it_medium_five_seconds_later() -> None:
    bench = two()
    bench.feed(2.0, SignalLost(VitalSign.HR, LostReason.SENSOR_OFF, SOURCE))
    bench.feed(6.0, numerics(Quality.GOOD, OTHER.source, spo2=98))
    bench.feed(10.0, SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, OTHER.source))
    bench.wait(30.0)
    assert bench.alarms() == [
        (7.0, "sensor-off", "low", "sounding"),
        (15.0, "sensor-off", "medium", "escalated"),
    ]


# ---- who may be silent


def test_an_overdue_cuff_is_less_urgent_again_when_the_pressure_alarm_is_over() -> None:
    bench = Bench(technical=True)
    bench.feed(60.0, cuff(124, 76))
    bench.stream(60.0, 436.0, hr=120)
    assert bench.alarms()[-1] == (420.0, "bp-overdue", "medium", "sounding")
    bench.stream(436.0, 470.0, hr=80)
    assert all(alarm != "bp-overdue" for alarm in _open(bench)), "not two minutes late yet"
    bench.stream(470.0, 481.0, hr=80)
    assert bench.alarms()[-1] == (480.0, "bp-overdue", "low", "sounding")


def _open(bench: Bench) -> list[str]:
    return [
        view.alarm
        for view in bench.core.judge.engine.views(bench.core.now)
        if view.state is AlarmPhase.SOUNDING
    ]


def test_a_new_result_ends_what_was_overdue() -> None:
    bench = Bench(technical=True)
    bench.wait(430.0)
    bench.feed(430.0, ManualCuff(124, 76, "AK"))
    assert bench.alarms()[-1][1::2] == ("bp-overdue", "latched")
    assert bench.core.state.cuff_due_at() == 730.0


def test_a_recording_without_a_device_misses_nothing() -> None:
    bench = Bench(technical=False)
    bench.feed(10.0, numerics(hr=80, spo2=98), DOWN)
    bench.wait(5000.0)
    assert bench.alarms() == []


def test_after_a_gap_of_the_program_the_line_counts_as_silent_since_then() -> None:
    bench = Bench(technical=True, treating=False)
    bench.feed(95.0, numerics(hr=80, spo2=98))
    bench.feed(95.0, DeviceNote(DeviceNoteKind.MEASURING, "", SOURCE))
    bench.feed(104.0, Resumed(96.0))
    assert not bench.core.state.cuff_control.measuring
    bench.wait(106.5)
    assert bench.alarms() == [(106.0, "link-lost", "medium", "sounding")]
    bench.feed(107.0, UP)
    assert bench.alarms()[-1] == (107.0, "link-lost", "medium", "latched")


def test_a_line_is_lost_since_its_last_frame_however_often_it_is_said() -> None:
    bench = Bench(technical=True, treating=False)
    bench.feed(100.0, SILENT)
    bench.feed(105.0, replace(DOWN, quiet_s=None))
    bench.wait(120.0)
    assert bench.alarms() == [(107.0, "link-lost", "medium", "sounding")]


def test_after_a_gap_of_the_program_nothing_is_known_of_the_line() -> None:
    bench = Bench(technical=True)
    assert bench.core.state.links.last
    bench.feed(104.0, Resumed(96.0))
    assert bench.core.state.links.last == {}


def test_a_computer_that_may_fall_asleep_is_a_message_without_a_sound() -> None:
    bench = Bench()
    bench.feed(50.0, PartFailed(Part.AWAKE, "no inhibitor"))
    assert bench.alarms() == [(50.0, "awake-failed", "low", "sounding")]
    assert bench.core.sound(50.0) is None
