"""Conditions that compare no value with a limit: signals, time, devices, people."""

from __future__ import annotations

import pytest
from chairs import SOURCE, Bench, cuff, numerics

from monitor.alarm_table import SEDATION_ROW, SYMPTOM_ROW
from monitor.commands import (
    EMERGENCY_NOTES,
    Acknowledge,
    EndSession,
    Note,
    NoteKind,
    PauseInfusion,
    Sedation,
    StopInfusion,
)
from monitor.events import ClockJumped, Part, PartFailed, PartRecovered
from monitor.outcomes import AlarmChanged, Priority
from monitor.plan import Plan
from monitor.vitals import DeviceNote, DeviceNoteKind, LostReason, Quality, SignalLost, VitalSign


def poor(bench: Bench, begin: float, end: float, **values: float) -> None:
    at = begin
    while at < end:
        bench.feed(at, numerics(Quality.POOR, **values))
        at += 1.0


def of(bench: Bench, alarm: str) -> list[tuple[float, str, str]]:
    return [(at, how, state) for at, one, how, state in bench.alarms() if one == alarm]


def texts(bench: Bench, alarm: str) -> list[str]:
    changes = [one for one in bench.of(AlarmChanged) if isinstance(one, AlarmChanged)]
    return [change.text for change in changes if change.alarm == alarm]


# ---- signal-poor


def test_a_poor_signal_is_an_alarm_after_twenty_seconds() -> None:
    bench = Bench()
    poor(bench, 100.0, 120.0, spo2=90.0)
    assert of(bench, "signal-poor") == []
    bench.feed(120.0, numerics(Quality.POOR, spo2=90.0))
    assert of(bench, "signal-poor") == [(120.0, "low", "sounding")]
    assert texts(bench, "signal-poor") == ["spo2"]


def test_it_names_every_sign_that_is_poor() -> None:
    bench = Bench()
    poor(bench, 100.0, 121.0, spo2=90.0, hr=70.0)
    assert texts(bench, "signal-poor") == ["hr spo2"]


def test_a_good_value_before_the_twenty_seconds_are_over_starts_them_again() -> None:
    bench = Bench()
    poor(bench, 100.0, 119.0, spo2=90.0)
    bench.feed(119.0, numerics(spo2=97.0))
    poor(bench, 120.0, 139.0, spo2=90.0)
    assert of(bench, "signal-poor") == []


def test_a_good_value_ends_it() -> None:
    bench = Bench()
    poor(bench, 100.0, 125.0, spo2=90.0)
    bench.feed(125.0, numerics(spo2=97.0))
    assert of(bench, "signal-poor")[-1][2] in {"cleared", "latched"}
    assert bench.core.sound(125.0) is None


def test_a_value_that_is_gone_is_no_poor_signal() -> None:
    """That a probe is off is an alarm of its own."""
    bench = Bench()
    poor(bench, 100.0, 110.0, spo2=90.0)
    bench.feed(110.0, SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, SOURCE))
    bench.wait(200.0)
    assert of(bench, "signal-poor") == []


def test_a_poor_value_is_never_judged() -> None:
    bench = Bench()
    poor(bench, 100.0, 160.0, spo2=70.0, hr=180.0)
    assert {alarm for _, alarm, _, _ in bench.alarms()} == {"signal-poor"}


# ---- hr-pulse-mismatch


@pytest.mark.parametrize(("pulse", "mismatch"), [(95.0, False), (95.5, True), (64.5, True)])
def test_rates_that_differ_by_more_than_fifteen_for_ten_seconds_are_noted(
    pulse: float, mismatch: bool
) -> None:
    bench = Bench()
    bench.stream(100.0, 110.0, hr=80.0, pulse=pulse)
    assert of(bench, "hr-pulse-mismatch") == []
    bench.feed(110.0, numerics(hr=80.0, pulse=pulse))
    noted = [(110.0, "low", "sounding")] if mismatch else []
    assert of(bench, "hr-pulse-mismatch") == noted


def test_a_mismatch_is_seen_and_never_heard() -> None:
    bench = Bench()
    bench.stream(100.0, 160.0, hr=80.0, pulse=110.0)
    assert [view.alarm for view in bench.core.judge.engine.views(160.0)] == ["hr-pulse-mismatch"]
    assert bench.core.sound(160.0) is None
    assert bench.core.judge.engine.level() == 0


def test_a_pulse_that_is_not_trusted_makes_no_mismatch() -> None:
    bench = Bench()
    for second in range(15):
        bench.feed(100.0 + second, numerics(hr=80.0))
        bench.feed(100.0 + second, numerics(Quality.POOR, pulse=120.0))
    assert of(bench, "hr-pulse-mismatch") == []


def test_rates_that_agree_again_end_it() -> None:
    bench = Bench()
    bench.stream(100.0, 115.0, hr=80.0, pulse=110.0)
    bench.feed(115.0, numerics(hr=80.0, pulse=82.0))
    assert of(bench, "hr-pulse-mismatch")[-1][2] in {"cleared", "latched"}


# ---- dose-time


def test_the_planned_time_that_is_over_is_seen_and_not_heard() -> None:
    bench = Bench(technical=True, devices=())
    bench.wait(2459.9)
    assert of(bench, "dose-time") == []
    bench.wait(2460.0)
    assert of(bench, "dose-time") == [(2460.0, "low", "sounding")]
    bench.feed(2460.0, Acknowledge("bp-overdue", "AK"))
    assert bench.core.judge.engine.loudest() is None


def test_a_pause_puts_it_off() -> None:
    bench = Bench(technical=True, devices=())
    bench.feed(1000.0, PauseInfusion("AK"))
    bench.wait(4000.0)
    assert of(bench, "dose-time") == []


def test_it_is_over_when_somebody_says_that_the_infusion_ended() -> None:
    bench = Bench(technical=True, devices=())
    bench.wait(2470.0)
    bench.feed(2480.0, StopInfusion("AK"))
    assert of(bench, "dose-time")[-1] == (2480.0, "low", "cleared")


def test_an_infusion_that_is_ended_in_time_is_nothing_to_be_seen() -> None:
    bench = Bench(technical=True, devices=())
    bench.feed(2459.0, StopInfusion("AK"))
    assert of(bench, "dose-time") == []


def test_who_gives_no_infusion_has_no_planned_time() -> None:
    bench = Bench(technical=True, devices=(), plan=Plan(None, None, 40.0))
    bench.wait(3000.0)
    assert of(bench, "dose-time") == []


# ---- what people see


@pytest.mark.parametrize("kind", sorted(EMERGENCY_NOTES))
def test_every_emergency_symptom_sounds_high_at_once_at_any_pressure(kind: NoteKind) -> None:
    bench = Bench()
    bench.feed(100.0, Note("n", kind, "", "AK"))
    assert of(bench, "symptom-emergency")[0] == (100.0, "high", "sounding")
    assert texts(bench, "symptom-emergency")[0] == kind.value
    bench.wait(160.0)
    assert bench.core.sound(160.0) is Priority.HIGH
    bench.feed(161.0, Acknowledge(SYMPTOM_ROW.key, "AK"))
    assert bench.core.sound(161.0) is None


@pytest.mark.parametrize("kind", sorted(set(NoteKind) - EMERGENCY_NOTES))
def test_no_other_note_is_an_alarm(kind: NoteKind) -> None:
    bench = Bench()
    bench.feed(100.0, Note("n", kind, "", "AK"))
    assert bench.alarms() == []


@pytest.mark.parametrize("score", range(6))
def test_a_sedation_score_of_two_or_less_sounds_high_at_once(score: int) -> None:
    bench = Bench()
    bench.feed(100.0, Sedation(score, "AK"))
    expected = [(100.0, "high", "sounding")] if score <= 2 else []
    assert of(bench, "sedation-deep") == expected


def test_a_better_score_silences_it_and_the_message_keeps_the_score_that_raised_it() -> None:
    bench = Bench()
    bench.feed(100.0, Sedation(1, "AK"))
    bench.feed(160.0, Sedation(4, "AK"))
    assert bench.core.sound(160.0) is None
    assert set(texts(bench, "sedation-deep")) == {"1"}


def test_a_worse_score_of_an_acknowledged_alarm_is_said() -> None:
    bench = Bench()
    bench.feed(100.0, Sedation(2, "AK"), Acknowledge(SEDATION_ROW.key, "AK"))
    bench.feed(110.0, Sedation(0, "AK"))
    (view,) = bench.core.judge.engine.views(110.0)
    assert view.text == "0"


# ---- devices and parts of the program


@pytest.mark.parametrize(
    ("kind", "alarm", "priority"),
    [
        (DeviceNoteKind.BATTERY_LOW, "battery-low", "low"),
        (DeviceNoteKind.NEONATAL_MODE, "cuff-mode", "medium"),
    ],
)
def test_what_a_device_says_of_itself_is_an_alarm(
    kind: DeviceNoteKind, alarm: str, priority: str
) -> None:
    bench = Bench()
    bench.feed(10.0, DeviceNote(kind, "", SOURCE))
    assert of(bench, alarm) == [(10.0, priority, "sounding")]


@pytest.mark.parametrize(
    ("part", "alarm", "priority", "heard"),
    [
        (Part.STORE, "store-failed", "medium", True),
        (Part.SOUND, "sound-failed", "medium", True),
        (Part.SCREEN, "screen-stalled", "medium", True),
        (Part.AWAKE, "awake-failed", "low", False),
    ],
)
def test_a_part_of_the_program_that_fails_is_an_alarm_until_it_works_again(
    part: Part, alarm: str, priority: str, heard: bool
) -> None:
    bench = Bench()
    bench.feed(10.0, PartFailed(part, "why"))
    assert of(bench, alarm) == [(10.0, priority, "sounding")]
    assert texts(bench, alarm) == ["why"]
    assert (bench.core.sound(10.0) is not None) is heard
    bench.feed(20.0, PartRecovered(part))
    assert bench.core.sound(20.0) is None


def test_a_clock_that_was_stepped_is_said_with_its_seconds() -> None:
    bench = Bench()
    bench.feed(10.0, ClockJumped(-3600.0))
    assert texts(bench, "clock-jumped")[0] == "-3600"


def test_after_the_end_nothing_is_an_alarm_any_more() -> None:
    bench = Bench()
    bench.feed(100.0, StopInfusion("AK"), EndSession("AK"))
    bench.feed(110.0, Sedation(0, "AK"), Note("n", NoteKind.SEIZURE, "", "AK"))
    bench.feed(110.0, PartFailed(Part.STORE, "full"))
    bench.feed(110.0, DeviceNote(DeviceNoteKind.BATTERY_LOW, "", SOURCE))
    assert bench.alarms() == []


def test_an_emergency_symptom_is_an_open_alarm_until_it_is_answered() -> None:
    bench = Bench(technical=True)
    bench.feed(10.0, cuff(124, 76), Note("n1", NoteKind.CHEST_PAIN, "", "AK"))
    assert bench.core.judge.engine.level() == 3
    bench.wait(371.0)
    assert (370.0, "bp-overdue", "medium", "sounding") in bench.alarms()
    bench.feed(372.0, Acknowledge("symptom-emergency", "AK"))
    assert bench.core.judge.engine.level() == 0
