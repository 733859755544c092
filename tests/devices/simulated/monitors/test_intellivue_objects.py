"""The objects are searched for the bytes that the description wants in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from unchanging_patient import Unchanging, with_noise

from devices.simulated.monitors import intellivue_wire as wire
from devices.simulated.monitors.device_clock import DeviceClock
from devices.simulated.monitors.intellivue_objects import INVALID, QUESTIONABLE, alarms, numerics
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.sensors.shown import Chest, Finger, Shown
from monitor.vitals import CuffFailure

CLOCK = DeviceClock(datetime(2026, 1, 15, 10, 0, 0))  # noqa: DTZ001 (a monitor has no time zone)
SHOWN: Shown = Sensors(Unchanging(with_noise())).at(60.0)
SPO2, HR = 0x4BB8, 0x4182
PERCENT, PER_MINUTE = 0x0220, 0x0AA0


def others(shown: Shown) -> bytes:
    return b"".join(numerics(shown, CLOCK)[1])


def words(text: str) -> bytes:
    return text.encode("utf-16-be")


def test_a_number_that_is_well_measured_is_valid() -> None:
    assert wire.observed(SPO2, 0, PERCENT, SHOWN.spo2 or 0) in others(SHOWN)
    assert wire.observed(HR, 0, PER_MINUTE, SHOWN.hr or 0) in others(SHOWN)


@pytest.mark.parametrize(
    ("finger", "text"), [(Finger.MOVING, "NOISY SIGN."), (Finger.COLD, "LOW PERF")]
)
def test_a_doubtful_number_is_questionable_and_named(finger: Finger, text: str) -> None:
    doubtful = replace(SHOWN, finger=finger)
    assert wire.observed(SPO2, QUESTIONABLE, PERCENT, SHOWN.spo2 or 0) in others(doubtful)
    assert wire.observed(HR, 0, PER_MINUTE, SHOWN.hr or 0) in others(doubtful)
    assert words(text) in alarms(doubtful)


@pytest.mark.parametrize(
    ("finger", "text"), [(Finger.NO_PULSE, "NON-PULSAT."), (Finger.OFF, "NO SENSOR")]
)
def test_a_missing_number_is_invalid_and_its_reason_named(finger: Finger, text: str) -> None:
    missing = replace(SHOWN, spo2=None, pulse=None, finger=finger)
    assert wire.observed(SPO2, INVALID, PERCENT, wire.NOT_A_NUMBER) in others(missing)
    assert words(text) in alarms(missing)


def test_leads_that_are_off_leave_no_rate() -> None:
    off = replace(SHOWN, hr=None, rr=None, chest=Chest.OFF)
    assert wire.observed(HR, INVALID, PER_MINUTE, wire.NOT_A_NUMBER) in others(off)
    assert words("ECG LEADS OFF") in alarms(off)
    assert words("LEADS OFF") not in alarms(SHOWN)


def test_a_cuff_that_failed_has_no_pressures_and_is_named() -> None:
    failed = replace(SHOWN, cuff=replace(SHOWN.cuff, failure=CuffFailure.LEAK))
    cuff = b"".join(numerics(failed, CLOCK)[0])
    assert wire.observed(0x4A05, INVALID, 0x0F20, wire.NOT_A_NUMBER) in cuff
    assert words("NBP MEASURE FAILED") in alarms(failed)
