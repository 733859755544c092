"""What the displayed values of an S/5 mean; the published reply and the real recording."""

from __future__ import annotations

from collections import Counter

import pytest
from ge_s5_bench import SOURCE, Bench
from ge_s5_wire import (
    CALIBRATING,
    ECG_SOURCE,
    FRAMES,
    INVALID,
    MEASURING,
    NOT_UPDATED,
    OVER,
    PLETH_SOURCE,
    UNCALIBRATED,
    UNDER,
    Screen,
    displayed,
)
from helpers import recording

from devices.decode import RowKind, decode
from devices.drivers.ge_s5 import DRIVER, GeS5Session
from devices.errors import ProtocolError
from devices.session import DeviceEvent
from monitor.vitals import (
    DeviceNote,
    DeviceNoteKind,
    LostReason,
    Quality,
    Reading,
    SignalLost,
    VitalSign,
)

THERE = 3
NO_OXIMETER = (THERE, INVALID, NOT_UPDATED, INVALID)


def heard(*frames: bytes) -> list[DeviceEvent]:
    bench = Bench(asks=False)
    return [e for number, data in enumerate(frames) for e in bench.hear(data, 5.0 * number)]


def seen(**changed: object) -> list[DeviceEvent]:
    return heard(displayed(Screen(**changed)))


def readings(events: list[DeviceEvent]) -> dict[VitalSign, float]:
    return {event.sign: event.value for event in events if isinstance(event, Reading)}


def quality(events: list[DeviceEvent], sign: VitalSign) -> Quality:
    return next(e.quality for e in events if isinstance(e, Reading) and e.sign is sign)


def losses(events: list[DeviceEvent]) -> dict[VitalSign, LostReason]:
    return {event.sign: event.reason for event in events if isinstance(event, SignalLost)}


def notes(events: list[DeviceEvent]) -> list[tuple[DeviceNoteKind, str]]:
    return [(event.kind, event.text) for event in events if isinstance(event, DeviceNote)]


def errors(events: list[DeviceEvent]) -> list[type[ProtocolError]]:
    return [type(event) for event in events if isinstance(event, ProtocolError)]


# ---- the displayed values -----------------------------------------------------------------------


def test_the_values_are_those_of_the_published_reply() -> None:
    assert readings(seen(ecg=(0x0B, 0x0200, 88, INVALID))) == {
        VitalSign.HR: 88.0,
        VitalSign.SPO2: 97.0,
        VitalSign.PULSE: 87.0,
        VitalSign.PERFUSION: 2.35,
    }


def test_every_value_carries_the_monitors_own_time() -> None:
    events = [event for event in seen() if isinstance(event, Reading)]
    assert {event.device_time for event in events} == {"2026-01-15T10:32:07"}
    clockless = [e for e in heard(displayed(time=0)) if isinstance(e, Reading)]
    assert {event.device_time for event in clockless} == {None}


@pytest.mark.parametrize(
    ("shown", "why"),
    [
        (INVALID, LostReason.NO_VALUE),
        (NOT_UPDATED, LostReason.NO_VALUE),
        (UNDER, LostReason.OUT_OF_RANGE),
        (OVER, LostReason.OUT_OF_RANGE),
        (UNCALIBRATED, LostReason.CALIBRATING),
        (-32001, LostReason.NO_VALUE),
        (0, LostReason.OUT_OF_RANGE),
        (-1, LostReason.OUT_OF_RANGE),
        (999, LostReason.OUT_OF_RANGE),
    ],
)
def test_what_is_no_value_is_one_loss_with_its_reason(shown: int, why: LostReason) -> None:
    bench = Bench(asks=False)
    screen = displayed(Screen(ecg=(THERE | ECG_SOURCE, 0, shown, 15)))
    first, second = bench.hear(screen, 0.0), bench.hear(screen, 5.0)
    assert losses(first)[VitalSign.HR] is why
    assert not losses(second)
    assert VitalSign.HR not in readings(first + second)


def test_a_probe_that_is_off_is_a_loss_of_saturation_and_pulse_and_no_number() -> None:
    events = heard(displayed(), displayed(Screen(spo2=NO_OXIMETER)))
    assert losses(events).items() >= {
        (VitalSign.SPO2, LostReason.NO_VALUE),
        (VitalSign.PULSE, LostReason.NO_VALUE),
    }


@pytest.mark.parametrize("status", [0, 1, 2])
def test_a_module_that_is_gone_or_does_not_measure_has_no_value(status: int) -> None:
    events = seen(spo2=(status, 9700, 87, 235))
    assert {VitalSign.SPO2, VitalSign.PULSE} <= losses(events).keys()
    assert VitalSign.SPO2 not in readings(events)


@pytest.mark.parametrize("source", [1, 9])
def test_a_rate_from_the_electrocardiogram_is_a_heart_rate(source: int) -> None:
    events = seen(ecg=(THERE | source << 3, 0, 64, 15))
    assert readings(events)[VitalSign.HR] == 64.0
    assert quality(events, VitalSign.HR) is Quality.GOOD


@pytest.mark.parametrize("source", [2, 3, 4, 5, 6, 7, 8, 10, 12, 15])
def test_a_rate_from_elsewhere_is_no_heart_rate(source: int) -> None:
    events = seen(ecg=(THERE | source << 3, 0, 64, 15))
    assert VitalSign.HR in losses(events)
    assert readings(events)[VitalSign.PULSE] == 87.0


@pytest.mark.parametrize(("source", "pulse"), [(6, 64.0), (12, 64.0), (2, None), (1, None)])
def test_a_rate_from_an_oximeter_is_a_pulse_when_that_has_no_other(
    source: int, pulse: float | None
) -> None:
    events = seen(ecg=(THERE | source << 3, 0, 64, 15), spo2=NO_OXIMETER)
    assert readings(events).get(VitalSign.PULSE) == pulse


def test_a_rate_of_no_stated_source_is_shown_and_not_judged() -> None:
    events = seen(ecg=(THERE, 0, 64, 15))
    assert readings(events)[VitalSign.HR] == 64.0
    assert quality(events, VitalSign.HR) is Quality.POOR


@pytest.mark.parametrize("bit", [7, 8, 9])
def test_noise_artefact_and_learning_are_poor_quality(bit: int) -> None:
    events = seen(ecg=(THERE | ECG_SOURCE | 1 << bit, 0, 64, 15))
    assert quality(events, VitalSign.HR) is Quality.POOR


@pytest.mark.parametrize("bit", [10, 12, 13])
def test_a_pacer_and_a_channel_that_is_off_leave_a_good_rate(bit: int) -> None:
    events = seen(ecg=(THERE | ECG_SOURCE | 1 << bit, 0, 64, 15))
    assert quality(events, VitalSign.HR) is Quality.GOOD


def test_a_lead_that_is_off_is_why_there_is_no_heart_rate() -> None:
    events = seen(ecg=(THERE | PLETH_SOURCE | 1 << 11, 0, 64, INVALID))
    assert losses(events)[VitalSign.HR] is LostReason.SENSOR_OFF
    invalid = seen(ecg=(THERE | ECG_SOURCE | 1 << 11, 0, INVALID, INVALID))
    assert losses(invalid)[VitalSign.HR] is LostReason.SENSOR_OFF


def test_asystole_is_a_lost_pulse_and_an_alarm_whatever_number_stands_there() -> None:
    asystole = displayed(Screen(ecg=(THERE | ECG_SOURCE | 4, 0, 78, 15)))
    events = heard(displayed(), asystole, asystole, displayed())
    assert losses(events)[VitalSign.HR] is LostReason.NO_PULSE
    assert [e.value for e in events if isinstance(e, Reading) and e.sign is VitalSign.HR] == (
        [88.0, 88.0]
    )
    assert notes(events) == [
        (DeviceNoteKind.ALARM_TEXT, "asystole"),
        (DeviceNoteKind.ALARM_TEXT, ""),
    ]


def test_respiration_comes_from_the_chest_or_else_from_the_gas() -> None:
    chest = (THERE | ECG_SOURCE, 0, 88, 15)
    assert readings(seen(ecg=chest, co2=(THERE, 12)))[VitalSign.RR] == 15.0
    no_chest = (THERE | ECG_SOURCE, 0, 88, INVALID)
    assert readings(seen(ecg=no_chest, co2=(THERE, 12)))[VitalSign.RR] == 12.0
    leak = seen(ecg=no_chest, co2=(THERE | 1 << 6, 12))
    assert quality(leak, VitalSign.RR) is Quality.POOR


def test_no_breath_is_apnoea_only_after_a_breath() -> None:
    no_chest = (THERE | ECG_SOURCE, 0, 88, INVALID)
    flat = displayed(Screen(ecg=no_chest, co2=(THERE | 4, 0)))
    breathing = displayed(Screen(ecg=no_chest, co2=(THERE, 12)))
    assert losses(heard(flat))[VitalSign.RR] is LostReason.NO_VALUE
    rates = [e.value for e in heard(flat, breathing, flat)
             if isinstance(e, Reading) and e.sign is VitalSign.RR]  # fmt: skip
    assert rates == [12.0, 0.0]


def test_a_temperature_is_that_of_the_body() -> None:
    skin, room, core = (THERE, 7, 3310), (THERE, 9, 2240), (THERE, 15, 3690)
    assert readings(seen(temperatures=(skin, room, core)))[VitalSign.TEMP] == 36.9
    assert VitalSign.TEMP not in readings(seen(temperatures=(skin, room)))
    off = (THERE, 11, UNDER)
    assert losses(seen(temperatures=(off,)))[VitalSign.TEMP] is LostReason.OUT_OF_RANGE
    assert readings(seen(temperatures=(off, core)))[VitalSign.TEMP] == 36.9


@pytest.mark.parametrize("label", [1, 8])
def test_a_pressure_labelled_arterial_is_arterial(label: int) -> None:
    venous = (THERE, 2, 1200, 300, 700)
    events = seen(pressures=(venous, (THERE, label, 12050, 7000, 8800)))
    assert readings(events).items() >= {
        (VitalSign.ABP_SYS, 120.5),
        (VitalSign.ABP_DIA, 70.0),
        (VitalSign.ABP_MEAN, 88.0),
    }


@pytest.mark.parametrize("label", [2, 3, 4, 7, 9, 14])
def test_any_other_pressure_is_never_taken_for_an_arterial_one(label: int) -> None:
    events = seen(pressures=((THERE, label, 12000, 7000, 8800),))
    assert VitalSign.ABP_SYS not in readings(events)
    assert VitalSign.ABP_SYS not in losses(events)


def test_an_arterial_line_that_is_zeroed_or_pulled_is_a_loss() -> None:
    line, pulled = (THERE, 1, 12000, 7000, 8800), (0, 1, 12000, 7000, 8800)
    zeroed = (THERE | 4, 1, 0, 0, 0)
    events = heard(displayed(Screen(pressures=(line,))), displayed(Screen(pressures=(zeroed,))))
    assert losses(events)[VitalSign.ABP_MEAN] is LostReason.CALIBRATING
    events = heard(displayed(Screen(pressures=(line,))), displayed(Screen(pressures=(pulled,))))
    assert losses(events)[VitalSign.ABP_MEAN] is LostReason.NO_VALUE


def test_the_arterial_line_that_measures_is_taken_before_one_that_does_not() -> None:
    idle, line = (1, 1, INVALID, INVALID, INVALID), (THERE, 8, 12000, 7000, 8800)
    assert readings(seen(pressures=(idle, line)))[VitalSign.ABP_SYS] == 120.0
    assert losses(seen(pressures=(idle,)))[VitalSign.ABP_SYS] is LostReason.NO_VALUE


def test_measuring_and_calibrating_are_said_when_they_change() -> None:
    busy = displayed(Screen(cuff=(MEASURING, INVALID, INVALID, INVALID, INVALID)))
    calibrating = displayed(Screen(cuff=(CALIBRATING, 15000, 9000, 11000, 80)))
    assert notes(heard(busy, busy, calibrating, displayed())) == [
        (DeviceNoteKind.MEASURING, ""),
        (DeviceNoteKind.IDLE, ""),
        (DeviceNoteKind.INFO, "the cuff is being calibrated"),
        (DeviceNoteKind.INFO, ""),
    ]


def test_what_is_still_lost_is_said_once_more_when_the_line_was_reopened() -> None:
    bench = Bench(asks=False)
    screen = displayed(Screen(spo2=NO_OXIMETER))
    first = losses(bench.hear(screen, 0.0))
    bench.session.opened(10.0)
    assert losses(bench.hear(screen, 11.0)) == first


# ---- real and published bytes -------------------------------------------------------------------


def test_the_published_reply_gives_its_values() -> None:
    published = recording("ge_dri_s5", "request_frames.hex.txt").decode().splitlines()[-1]
    rows = list(decode(DRIVER, bytes.fromhex(published.rpartition(" : ")[2])))
    assert {row.sign: row.value for row in rows if row.kind == "reading"} == {
        "hr": 88.0, "spo2": 97.0, "pulse": 87.0, "perfusion": 2.35,
        "sbp": 128.0, "dbp": 79.0, "map": 95.0, "nibp_pulse": 86.0,
    }  # fmt: skip


def test_the_recording_of_a_real_monitor_is_understood() -> None:
    """Damaged records are counted; everything else is HR 78, and nothing else has a value."""
    data = recording("ge_dri_s5", "AS3Rawoutput1.raw")
    rows = list(decode(DRIVER, data))
    kinds = Counter(row.kind for row in rows)
    damaged = 1 if len(data) < 100_000 else 2
    assert kinds[RowKind.PROTOCOL_ERROR] == damaged
    assert Counter((row.sign, row.value) for row in rows if row.kind == "reading") == {
        ("hr", 78.0): 61 if len(data) == 54_000 else 123
    }
    bad = next(row.offset for row in rows if row.kind == RowKind.PROTOCOL_ERROR)
    assert bad == 26_314 + 114
    lost = {row.sign for row in rows if row.kind == "lost"}
    assert {"spo2", "pulse"} <= lost
    assert "sbp" not in lost
    first = next(event for event in heard(data) if isinstance(event, Reading))
    assert first.device_time == "2021-07-03T03:14:19"


def test_its_frames_are_counted() -> None:
    session = GeS5Session(SOURCE)
    session.receive(b"".join(FRAMES) + b"\x7e\x00\x7e" + FRAMES[0], 0.0)
    assert session.frames == len(FRAMES) + 1
