"""What a device says of itself, and what is known of one that is silent by its nature."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chairs import DEVICE, SOURCE, UP, Bench, cuff

from monitor.commands import ConfirmMonitor
from monitor.events import LinkChanged, LinkReason, LinkState, Resumed
from monitor.viewing import picture
from monitor.vitals import DeviceNote, DeviceNoteKind

RARE = replace(DEVICE, link_lost_after_s=None)
OTHER = "device:other"
DOWN = LinkChanged(LinkState.DOWN, LinkReason.PORT_BROKE, SOURCE, 200.0)
CONDITIONS = pytest.mark.parametrize(
    ("begins", "ends", "alarm"),
    [
        (DeviceNoteKind.BATTERY_LOW, DeviceNoteKind.BATTERY_OK, "battery-low"),
        (DeviceNoteKind.NEONATAL_MODE, DeviceNoteKind.ADULT_MODE, "cuff-mode"),
    ],
)


def states(bench: Bench, alarm: str) -> list[tuple[float, str]]:
    return [(at, state) for at, name, _, state in bench.alarms() if name == alarm]


@CONDITIONS
def test_a_condition_ends_when_the_device_says_so(
    begins: DeviceNoteKind, ends: DeviceNoteKind, alarm: str
) -> None:
    bench = Bench()
    bench.feed(100.0, DeviceNote(begins, "", SOURCE))
    bench.feed(200.0, DeviceNote(ends, "", SOURCE))
    assert states(bench, alarm) == [(100.0, "sounding"), (200.0, "latched")]
    assert bench.core.sound(200.0) is None


@CONDITIONS
def test_a_device_that_is_well_says_nothing_for_another(
    begins: DeviceNoteKind, ends: DeviceNoteKind, alarm: str
) -> None:
    bench = Bench()
    bench.feed(100.0, DeviceNote(begins, "", SOURCE), DeviceNote(ends, "", OTHER))
    assert states(bench, alarm) == [(100.0, "sounding")]
    bench.feed(110.0, DeviceNote(begins, "", OTHER))
    bench.feed(120.0, DeviceNote(ends, "", SOURCE))
    assert bench.core.sound(120.0) is not None
    bench.feed(130.0, DeviceNote(ends, "", OTHER))
    assert bench.core.sound(130.0) is None


@CONDITIONS
def test_after_the_program_was_away_a_device_must_say_it_again(
    begins: DeviceNoteKind, ends: DeviceNoteKind, alarm: str
) -> None:
    bench = Bench()
    bench.feed(100.0, DeviceNote(begins, "", SOURCE))
    bench.feed(300.0, Resumed(110.0))
    assert bench.core.sound(300.0) is None
    bench.feed(301.0, DeviceNote(begins, "", SOURCE))
    assert bench.core.sound(301.0) is not None
    bench.feed(302.0, DeviceNote(ends, "", SOURCE))
    assert states(bench, alarm)[-1] == (302.0, "latched")


def bedside(kind: DeviceNoteKind, text: str = "", source: str = SOURCE) -> DeviceNote:
    return DeviceNote(kind, text, source)


OFF, ON = DeviceNoteKind.BEDSIDE_ALARM_OFF, DeviceNoteKind.BEDSIDE_ALARM_ON


def test_a_bedside_alarm_that_is_off_is_shown_until_it_is_on_and_is_no_alarm() -> None:
    bench = Bench()
    assert picture(bench.core, 99.0).bedside_alarm_off == ""
    bench.feed(100.0, bedside(OFF, "alarms silenced"))
    assert picture(bench.core, 100.0).bedside_alarm_off == "alarms silenced"
    bench.feed(110.0, bedside(OFF, "alarms off"))
    assert picture(bench.core, 600.0).bedside_alarm_off == "alarms off"
    bench.feed(700.0, bedside(ON))
    assert picture(bench.core, 700.0).bedside_alarm_off == ""
    assert bench.alarms() == []


def test_one_monitor_that_sounds_does_not_hide_another_that_is_off() -> None:
    bench = Bench()
    bench.feed(100.0, bedside(OFF, "alarms off"), bedside(ON, source=OTHER))
    assert picture(bench.core, 100.0).bedside_alarm_off == "alarms off"


def test_after_the_program_was_away_a_bedside_alarm_is_not_known() -> None:
    bench = Bench()
    bench.feed(100.0, bedside(OFF, "alarms off"))
    bench.feed(300.0, Resumed(110.0))
    assert picture(bench.core, 300.0).bedside_alarm_off == ""


def test_the_bedside_alarm_of_a_monitor_that_was_put_aside_is_not_this_chairs() -> None:
    bench = Bench()
    bench.feed(100.0, bedside(OFF, "alarms off"))
    bench.feed(110.0, ConfirmMonitor(SOURCE, same=False, by="AK"))
    assert picture(bench.core, 110.0).bedside_alarm_off == ""
    bench.feed(120.0, ConfirmMonitor(SOURCE, same=True, by="AK"))
    assert picture(bench.core, 120.0).bedside_alarm_off == "alarms off"


def test_a_device_that_speaks_only_when_it_measured_may_be_silent_from_the_beginning() -> None:
    bench = Bench(technical=True, devices=(RARE,), nibp_interval_s=7200.0)
    bench.wait(7000.0)
    assert states(bench, "link-lost") == []


def test_its_silence_is_no_lost_link_even_if_its_link_should_say_so() -> None:
    bench = Bench(technical=True, devices=(RARE,), nibp_interval_s=7200.0)
    bench.feed(10.0, cuff(120, 80))
    bench.feed(600.0, LinkChanged(LinkState.SILENT, LinkReason.NO_DATA, SOURCE, 590.0))
    bench.feed(1000.0, Resumed(700.0))
    bench.wait(3000.0)
    assert states(bench, "link-lost") == []


def test_its_port_that_fails_is_a_lost_link_until_the_port_is_back() -> None:
    bench = Bench(technical=True, devices=(RARE,), nibp_interval_s=7200.0)
    bench.feed(300.0, replace(DOWN, quiet_s=0.0))
    bench.feed(350.0, UP)
    assert states(bench, "link-lost") == [(310.0, "sounding"), (350.0, "latched")]


def test_how_long_it_was_quiet_before_its_port_failed_makes_nothing_worse() -> None:
    bench = Bench(technical=True, devices=(RARE,), nibp_interval_s=7200.0)
    bench.feed(300.0, DOWN)
    bench.wait(370.0)
    assert bench.alarms() == [
        (310.0, "link-lost", "medium", "sounding"),
        (360.0, "link-lost", "high", "escalated"),
    ]


def test_a_session_on_the_demonstration_data_of_a_monitor_is_marked_for_good() -> None:
    bench = Bench()
    assert not picture(bench.core, 1.0).demo_data
    bench.feed(2.0, DeviceNote(DeviceNoteKind.DEMO_MODE, "demonstration mode", SOURCE))
    assert picture(bench.core, 2.0).demo_data
    bench.feed(3.0, DeviceNote(DeviceNoteKind.DEMO_MODE, "", SOURCE))
    assert picture(bench.core, 3.0).demo_data
