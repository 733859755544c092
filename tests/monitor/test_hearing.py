"""What the devices and the program itself say to a chair: one place an event."""

from __future__ import annotations

from typing import get_args

import pytest
from chairs import BASELINE, OPENED, SOURCE, UP, Bench, cuff, numerics

from monitor.commands import Command, ConfirmMonitor, StartInfusion
from monitor.core import MonitorCore
from monitor.events import (
    ClockJumped,
    Event,
    LinkChanged,
    LinkReason,
    LinkState,
    Part,
    PartFailed,
    PartRecovered,
    Resumed,
)
from monitor.hearing import HEARD
from monitor.obeying import OBEYED
from monitor.outcomes import BaselineAccepted, CuffUnconfirmed
from monitor.phases import Phase
from monitor.picture import Shown
from monitor.viewing import picture
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    LostReason,
    Quality,
    SignalLost,
    VitalSign,
    WaveChunk,
)

DOWN = LinkChanged(LinkState.DOWN, LinkReason.PORT_BROKE, SOURCE, 0.0)


def test_every_event_that_is_no_command_has_exactly_one_place() -> None:
    assert set(HEARD) == set(get_args(Event)) - set(get_args(Command)) - {WaveChunk}
    assert not set(HEARD) & set(OBEYED)


def test_a_session_begins_with_its_baseline() -> None:
    core = MonitorCore(OPENED)
    core.handle(OPENED, 0.0)
    assert core.state.phase is Phase.BASELINE


def test_numerics_without_a_reading_are_nothing() -> None:
    bench = Bench()
    heard = len(bench.said)
    bench.feed(10.0, numerics())
    assert len(bench.said) == heard


def test_a_valid_result_ends_a_row_of_failures_and_one_that_is_not_judged_does_not() -> None:
    bench = Bench()
    bench.feed(10.0, CuffFailed(CuffFailure.LEAK, SOURCE), CuffFailed(CuffFailure.LEAK, SOURCE))
    bench.feed(20.0, cuff(120, 80, Quality.ARTEFACT))
    assert bench.core.state.failed_in_a_row == 2
    bench.feed(30.0, cuff(120, 80))
    assert bench.core.state.failed_in_a_row == 0


def test_one_failed_cuff_is_low_and_the_second_in_a_row_medium() -> None:
    bench = Bench()
    bench.feed(10.0, CuffFailed(CuffFailure.MOVEMENT, SOURCE))
    bench.feed(70.0, CuffFailed(CuffFailure.MOVEMENT, SOURCE))
    failed = [(at, how, state) for at, alarm, how, state in bench.alarms()]
    assert failed == [(10.0, "low", "sounding"), (70.0, "medium", "escalated")]


def test_a_sign_that_is_lost_is_not_judged_any_more() -> None:
    bench = Bench()
    bench.stream(0.0, 8.0, spo2=90.0)
    bench.feed(8.0, SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, SOURCE))
    bench.wait(60.0)
    assert bench.alarms() == []


def test_a_line_that_goes_takes_its_values_with_it() -> None:
    bench = Bench()
    bench.feed(10.0, numerics(hr=70.0, spo2=97.0))
    bench.feed(11.0, DOWN)
    shown = picture(bench.core, 11.0).numerals
    assert (shown[VitalSign.HR].shown, shown[VitalSign.HR].why) == (Shown.BLANK, "port-broke")


def test_a_silent_line_keeps_the_values_until_they_are_too_old() -> None:
    bench = Bench()
    bench.feed(10.0, numerics(hr=70.0))
    bench.feed(13.0, LinkChanged(LinkState.SILENT, LinkReason.NO_DATA, SOURCE, 3.0))
    assert picture(bench.core, 13.0).numerals[VitalSign.HR].shown is Shown.LIVE
    bench.wait(15.0)
    assert picture(bench.core, 15.0).numerals[VitalSign.HR].shown is Shown.BLANK


def test_a_program_that_was_away_knows_no_values_and_says_so_in_the_picture() -> None:
    bench = Bench()
    bench.feed(10.0, numerics(hr=70.0))
    bench.feed(14.0, Resumed(11.0))
    shown = picture(bench.core, 14.0)
    assert shown.gaps == ((11.0, 14.0),)
    assert shown.numerals[VitalSign.HR].why == "program-away"


def test_a_part_that_failed_before_the_program_was_away_is_well_until_it_fails_again() -> None:
    bench = Bench()
    bench.feed(10.0, PartFailed(Part.STORE, "full"))
    bench.feed(100.0, Resumed(11.0))
    assert bench.core.sound(100.0) is None
    bench.feed(101.0, PartFailed(Part.STORE, "full"), PartRecovered(Part.STORE))
    assert [alarm for _, alarm, _, state in bench.alarms() if state == "sounding"] == [
        "store-failed",
        "store-failed",
    ]


@pytest.mark.parametrize(("seconds", "text"), [(3600.0, "+3600"), (-90.0, "-90")])
def test_a_stepped_clock_is_announced_with_its_sign(seconds: float, text: str) -> None:
    bench = Bench()
    said = bench.core.handle(ClockJumped(seconds), 10.0)
    texts = {getattr(one.outcome, "text", "") for one in said}
    assert text in texts


# ---- the baseline takes nothing that was not confirmed


def test_a_reading_that_was_not_confirmed_is_no_part_of_the_baseline() -> None:
    bench = Bench(treating=False)
    bench.feed(60.0, cuff(124, 76))
    bench.feed(120.0, cuff(206, 124))
    bench.feed(180.0, cuff(128, 80))
    assert bench.of(CuffUnconfirmed) == [CuffUnconfirmed(120.0)]
    bench.feed(200.0, StartInfusion("AK"))
    (accepted,) = bench.of(BaselineAccepted)
    assert accepted == BaselineAccepted(126.0, 78.0, None, None)


def test_a_reading_of_another_patients_monitor_is_no_part_of_the_baseline() -> None:
    bench = Bench(treating=False)
    bench.feed(60.0, cuff(150, 95), ConfirmMonitor(SOURCE, same=False, by="AK"))
    bench.feed(200.0, StartInfusion("AK"))
    assert bench.of(BaselineAccepted) == [BaselineAccepted(None, None, None, None)]


def test_of_two_results_of_one_moment_the_first_is_the_one_that_is_doubted() -> None:
    bench = Bench(treating=False)
    bench.feed(120.0, cuff(206, 124), cuff(128, 80))
    assert [cuffed.doubted for cuffed in bench.core.state.latest.cuffs] == [True, False]
    bench.feed(200.0, StartInfusion("AK"))
    assert bench.of(BaselineAccepted) == [BaselineAccepted(128.0, 80.0, None, None)]


def test_a_device_that_comes_back_has_time_to_find_its_sensors() -> None:
    bench = Bench(technical=True)
    bench.feed(0.0, BASELINE)
    bench.feed(10.0, numerics(hr=70.0, spo2=97.0))
    bench.feed(12.0, DOWN)
    bench.feed(40.0, UP)
    bench.wait(44.9)
    assert "sensor-off" not in {alarm for _, alarm, _, _ in bench.alarms()}
