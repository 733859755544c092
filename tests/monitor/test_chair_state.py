"""What one chair knows: the window, the cuff that runs, what its monitor says about itself."""

from __future__ import annotations

import pytest
from chairs import SOURCE, Bench, cuff

from monitor.events import Event, LinkChanged, LinkReason, LinkState, StopInfusion
from monitor.vitals import CuffFailed, CuffFailure, DeviceNote, DeviceNoteKind, Quality


def test_the_window_stays_open_while_a_medium_alarm_holds() -> None:
    bench = Bench(technical=True)
    bench.feed(100.0, StopInfusion("AK"))
    bench.feed(1800.0, cuff(170, 80))
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
        assert bench.core.state.measuring
        bench.feed(float(at), end)
        assert not bench.core.state.measuring


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
