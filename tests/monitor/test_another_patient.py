"""What another patient's monitor left behind: baseline, due time, what it said of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chairs import DEVICE, SOURCE, UP, Bench, cuff, numerics

from monitor.commands import ConfirmMonitor, SetBaseline, StartInfusion
from monitor.events import LinkChanged, LinkReason, LinkState
from monitor.outcomes import BaselineAccepted
from monitor.viewing import picture
from monitor.vitals import CuffResult, DeviceNote, DeviceNoteKind, Quality, VitalSign

NO = ConfirmMonitor(SOURCE, same=False, by="AK")
YES = ConfirmMonitor(SOURCE, same=True, by="AK")
NOTHING = BaselineAccepted(None, None, None, None)
OTHER = replace(DEVICE, name="other", source="device:other")
DOWN = LinkChanged(LinkState.DOWN, LinkReason.PORT_BROKE, SOURCE, 0.0)


def test_a_baseline_that_rests_on_the_readings_of_another_patient_is_dropped() -> None:
    bench = Bench(treating=False)
    bench.stream(0.0, 30.0, hr=120.0, spo2=97.0)
    bench.feed(30.0, cuff(150, 85), StartInfusion("AK"))
    assert bench.of(BaselineAccepted) == [BaselineAccepted(150.0, 85.0, 120.0, 97.0)]
    bench.feed(40.0, NO)
    assert bench.of(BaselineAccepted)[1:] == [NOTHING]
    assert picture(bench.core, 40.0).baseline is None
    bench.feed(50.0, YES)
    assert picture(bench.core, 50.0).baseline is None, "a new one is asked for"


def test_what_was_given_by_hand_or_by_another_device_stays_of_a_baseline() -> None:
    bench = Bench(treating=False, devices=(DEVICE, OTHER))
    bench.feed(10.0, SetBaseline(128.0, 80.0, None, None, "AK"))
    bench.feed(20.0, numerics(hr=120.0), numerics(Quality.GOOD, OTHER.source, spo2=97.0))
    bench.feed(30.0, cuff(150, 85), StartInfusion("AK"))
    assert bench.of(BaselineAccepted)[-1] == BaselineAccepted(128.0, 80.0, 120.0, 97.0)
    bench.feed(40.0, NO)
    left = BaselineAccepted(128.0, 80.0, None, 97.0)
    assert bench.of(BaselineAccepted)[-1] == bench.core.state.baseline == left


def test_a_value_that_was_given_by_hand_later_stays_too() -> None:
    bench = Bench(treating=False)
    bench.feed(30.0, numerics(hr=120.0), cuff(150, 85), StartInfusion("AK"))
    bench.feed(35.0, SetBaseline(None, None, 70.0, None, "AK"))
    bench.feed(40.0, NO)
    assert bench.core.state.baseline == BaselineAccepted(None, None, 70.0, None)


def test_a_baseline_of_before_the_gap_stays() -> None:
    bench = Bench(treating=False)
    bench.feed(30.0, numerics(hr=70.0), cuff(128, 79), YES)
    bench.feed(40.0, numerics(hr=70.0), cuff(130, 80), StartInfusion("AK"))
    before = bench.core.state.baseline
    bench.feed(400.0, DOWN)
    bench.feed(500.0, UP)
    bench.feed(630.0, cuff(170, 95), NO)
    assert bench.core.state.baseline == before == BaselineAccepted(129.0, 79.5, 70.0, None)


def test_a_limit_that_followed_the_dropped_baseline_follows_it_no_more() -> None:
    bench = Bench(treating=False)
    bench.feed(30.0, cuff(140, 94), StartInfusion("AK"))
    assert picture(bench.core, 30.0).numerals[VitalSign.DBP].high == 104.0
    bench.feed(40.0, NO)
    assert picture(bench.core, 40.0).numerals[VitalSign.DBP].high == 100.0


def test_a_result_of_another_patient_is_no_cuff_that_puts_off_the_next_one() -> None:
    bench = Bench(technical=True, devices=(DEVICE, OTHER))
    bench.feed(10.0, CuffResult(120, 78, None, None, OTHER.source))
    bench.feed(290.0, cuff(128, 79))
    assert picture(bench.core, 290.0).next_cuff_at_s == 590.0
    bench.feed(295.0, NO)
    assert picture(bench.core, 295.0).next_cuff_at_s == 310.0
    bench.wait(430.0)
    assert ("bp-overdue", "sounding") in [(one, state) for _, one, _, state in bench.alarms()]


@pytest.mark.parametrize("while_aside", [False, True])
@pytest.mark.parametrize(
    ("kind", "alarm"),
    [(DeviceNoteKind.BATTERY_LOW, "battery-low"), (DeviceNoteKind.NEONATAL_MODE, "cuff-mode")],
)
def test_what_the_device_said_of_itself_is_known_again(
    kind: DeviceNoteKind, alarm: str, while_aside: bool
) -> None:
    bench = Bench()
    note = DeviceNote(kind, "", SOURCE)
    bench.feed(30.0, cuff(128, 79), *([] if while_aside else [note]))
    bench.feed(40.0, NO, *([note] if while_aside else []))
    assert bench.core.sound(40.0) is None
    bench.feed(50.0, YES)
    assert (50.0, alarm, "sounding") in [(at, one, state) for at, one, _, state in bench.alarms()]
