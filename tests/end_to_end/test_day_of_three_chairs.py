"""A day with three chairs and everything that happens on such a day, through the window.

Chair 1 has intranasal esketamine and a fright, chair 2 an infusion with a severe rise of a raised
pressure and a pause, chair 3 a dose into the muscle, a cuff that fails, a walk and an emergency.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from practice_window import PracticeWindow, practice_window
from treatment_steps import NURSE, OTHER_NURSE, PROVIDER, Expected, Nurse, here_before, size

from devices.simulated.scenario.mishaps import CuffFails, Panic, ProbeOff, ProbeOn, Surge
from monitor.phases import Phase
from monitor.vitals import VitalSign
from ui.chair.bottom_bar import KEYS, Act
from ui.clinic_day.closing_list import CLOSED
from ui.practice import PracticeBackend
from ui.words import say

NASAL = Expected("5001", "AA", "08:30", 1, "intranasal", "DINAMAP", "sim:dinamap")
DRIP = Expected("5002", "BB", "09:00", 2, "adult-iv", "Ivy", "sim:ivy-450c")
MUSCLE = Expected("5003", "CC", "09:30", 3, "im-sc", "GE Dash", "sim:ge-dash")
ALL = (NASAL, DRIP, MUSCLE)
LOOK_S = 5.0
"""Virtual seconds between two looks at a window that waits for something: each is painted."""


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[PracticeWindow]:
    def plan(backend: PracticeBackend) -> None:
        for patient in ALL:
            backend.day().plan(patient.entry, NURSE)

    here_before(tmp_path, *ALL)
    with practice_window(tmp_path, size=size(), before=plan) as made:
        yield made


def test_a_day(seat: PracticeWindow) -> None:
    nasal, drip, muscle = (Nurse.of(seat, patient) for patient in ALL)
    for nurse in (nasal, drip, muscle):
        arrive(nurse)
    seat.advance_until(
        lambda: all(one.treatment.checks.baseline_readings >= 3 for one in (nasal, drip, muscle)),
        600.0,
        "the baselines",
        LOOK_S,
    )
    begin_nasal(nasal)
    begin_drip(drip)
    begin_muscle(muscle)
    a_severe_rise(drip)
    a_cuff_that_fails(muscle)
    a_walk(muscle)
    a_fright(nasal)
    a_cover_and_a_handover(nasal, (nasal, drip, muscle))
    an_emergency(muscle)
    for nurse in (nasal, drip, muscle):
        leave_early(nurse, OTHER_NURSE)
    the_closing(nasal)
    the_record(seat, (nasal, drip, muscle))


def arrive(nurse: Nurse) -> None:
    seat = nurse.seat
    if seat.window.state.chairs:
        seat.click(say("menu"))
        nurse.keep_shot("menu")
        seat.click(say("menu-new"))
    nurse.choose_patient()
    nurse.choose_monitor()
    if nurse.patient is DRIP:
        seat.click("Known of the patient: Hypertension")
    nurse.open_session()
    nurse.screen()


def plan(nurse: Nurse, lot: str, *taps: str) -> None:
    seat = nurse.seat
    nurse.show_chair()
    nurse.keep_shot("back")
    seat.click("Plan")
    nurse.scan(f"{lot};2028-12-31")
    for tap in taps:
        seat.click(tap)
    seat.click("Keep plan")
    seat.click("Yes")


def begin_nasal(nurse: Nurse) -> None:
    plan(nurse, "S1", "56 mg")
    nurse.seat.click("Device 1 of 2")
    nurse.seat.click("Given now")
    nurse.seat.click("Close")


def begin_drip(nurse: Nurse) -> None:
    plan(nurse, "K1", "10 mg/mL")
    nurse.seat.click("Start infusion")


def begin_muscle(nurse: Nurse) -> None:
    plan(nurse, "K2", "50 mg/mL")
    nurse.seat.click("Give 40 mg")
    nurse.seat.click("Given now")


def a_severe_rise(nurse: Nurse) -> None:
    """Answered with what was done, in two presses; the pump is seen standing."""
    seat = nurse.seat
    seat.backend.happen(2, Surge(72.0, 36.0, hold_s=900.0))
    seat.advance_until(lambda: nurse.picture.alarms, 600.0, "the alarm")
    nurse.keep_shot("alarm-elsewhere")
    assert seat.sees("Chair 2 · BP")
    nurse.show_chair()
    presses = nurse.presses
    seat.press(KEYS[Act.ACKNOWLEDGE])
    nurse.keep_shot("answer")
    seat.click("Paused on pump, now")
    assert nurse.presses - presses <= 2
    seat.click(say("answer-pump-yes"))
    assert nurse.picture.phase is Phase.PAUSED
    nurse.keep_shot("paused")
    seat.click("Yes")
    presses = nurse.presses
    seat.click("Limits: Elderly IV · default limits")
    nurse.keep_shot("limits")
    seat.click("Raise SBP very high")
    assert nurse.presses - presses <= 3
    assert [moved[0] for moved in nurse.picture.deviations] == ["sbp-very-high"]
    seat.click("Close")


def a_cuff_that_fails(nurse: Nurse) -> None:
    """A pressure measured by hand takes its place."""
    seat = nurse.seat
    nurse.show_chair()
    seat.backend.happen(3, CuffFails(times=2))
    seat.advance_until(
        lambda: "nibp-failed" in {one.alarm for one in nurse.picture.alarms},
        700.0,
        "the cuff",
        LOOK_S,
    )
    nurse.keep_shot("cuff-failed")
    seat.press(KEYS[Act.CUFF])
    for digit in "12478":
        seat.click(f"Digit {digit}")
    nurse.keep_shot("by-hand")
    seat.click("Store")
    assert nurse.picture.numerals[VitalSign.SBP].value == 124.0


def a_walk(nurse: Nurse) -> None:
    """Away from the monitor nothing that is lost sounds; it is asked for the return."""
    seat = nurse.seat
    seat.press(KEYS[Act.NOTE])
    seat.click("Off monitor")
    seat.backend.happen(3, ProbeOff())
    nurse.wait(240.0)
    nurse.keep_shot("off-monitor")
    assert "sensor-off" not in {alarm.alarm for alarm in nurse.picture.alarms}
    seat.backend.happen(3, ProbeOn())
    seat.press(KEYS[Act.NOTE])
    seat.click("Back at the chair")
    assert nurse.treatment.off_monitor_since_s is None


def a_fright(nurse: Nurse) -> None:
    """It is asked for chest pain and breath, and is over again."""
    seat = nurse.seat
    nurse.show_chair()
    seat.backend.happen(1, Panic(for_s=120.0))
    nurse.wait(60.0)
    seat.press(KEYS[Act.NOTE])
    seat.click("Distress")
    nurse.wait(5.0)
    nurse.keep_shot("distress")
    assert "hr-high" in {alarm.alarm for alarm in nurse.picture.alarms}
    seat.click("Neither")
    nurse.wait(240.0)
    seat.press(KEYS[Act.NOTE])
    nurse.keep_shot("calm-again")
    seat.click("Calm again")
    assert nurse.treatment.distress_since_s is None
    seat.click("Device 2 of 2")
    seat.click("Given now")


def a_cover_and_a_handover(nurse: Nurse, everybody: tuple[Nurse, ...]) -> None:
    """The owner stays the same in a cover; all chairs are handed over in one action."""
    seat = nurse.seat
    seat.click("Who is here")
    nurse.keep_shot("people")
    seat.click("Somebody covers me")
    nurse.sign_as(OTHER_NURSE)
    nurse.wait(1.0)
    nurse.keep_shot("covered")
    people = nurse.treatment.people
    assert (people.owner, people.cover) == (NURSE, OTHER_NURSE)
    seat.click("Who is here")
    seat.click("Hand over")
    nurse.keep_shot("handover")
    seat.click("Hand over to …")
    nurse.sign_as(OTHER_NURSE)
    nurse.wait(1.0)
    nurse.keep_shot("handed-over")
    assert {one.treatment.people.owner for one in everybody} == {OTHER_NURSE}


def an_emergency(nurse: Nurse) -> None:
    """The red key, held; what is done is stamped; at the end it is over."""
    seat = nurse.seat
    nurse.show_chair()
    seat.hold(KEYS[Act.EMERGENCY], lambda: nurse.picture.emergency is not None)
    nurse.wait(5.0)
    nurse.keep_shot("emergency")
    seat.click(say("stamp-oxygen"))
    seat.click(say("code-end"))
    seat.click(say("code-end-sure"))
    nurse.wait(1.0)
    nurse.keep_shot("emergency-over")
    seat.click("Close")


def leave_early(nurse: Nurse, signer: str) -> None:
    """Signed with a reason and a second person, although lines are open."""
    seat = nurse.seat
    nurse.show_chair()
    if nurse.patient is DRIP:
        seat.click("Stop infusion")
        seat.click("Yes, stopped")
    elif nurse.picture.phase is Phase.TREATING:
        seat.click(say("step-stop-dose"))
        seat.click(say("ask-stop-dose-yes"))
    seat.click("Menu")
    seat.click(say("menu-end"))
    nurse.keep_shot("signature-open")
    seat.click(say("signoff-sign-open"))
    seat.click(say("signoff-why-provider"))
    nurse.keep_shot("who-signs")
    nurse.give_pin(signer)
    nurse.keep_shot("second")
    nurse.sign_as(PROVIDER)
    nurse.wait(1.0)
    nurse.keep_shot("signed")
    assert nurse.picture.phase is Phase.SIGNED


def the_closing(nurse: Nurse) -> None:
    seat = nurse.seat
    seat.click("Menu")
    seat.click(say("menu-day"))
    seat.click("Closing")
    nurse.keep_shot("closing")
    for open_still in ("the pump's volume", "35.0 mg of what was drawn", "the monitoring form"):
        assert seat.sees(open_still)
    seat.click("The day is closed")
    (closed,) = [one for one in seat.backend.day().ticks() if one.item == CLOSED]
    assert (closed.done, closed.by) == (True, OTHER_NURSE)
    nurse.keep_shot("day-closed")


def the_record(seat: PracticeWindow, everybody: tuple[Nurse, ...]) -> None:
    """What happened stands in the record of its chair, and in no other."""
    kept = seat.read_back()
    nasal, drip, muscle = (kept[one.picture.session_id] for one in everybody)
    for one in (nasal, drip, muscle):
        assert not one.defects
        assert one.row["phase"] == "signed"
        (over,) = one.all("hand-over")
        assert (over["to"], one.all("session-opened")[0]["by"]) == (OTHER_NURSE, NURSE)
        (end,) = one.all("end-session")
        assert (end["by"], end["second"]) == (OTHER_NURSE, PROVIDER)
        assert end["reason"] == say("signoff-why-provider")
    assert [one["over"] for one in nasal.all("distress")] == [False, True]
    assert [one["by"] for one in nasal.all("cover")] == [OTHER_NURSE]
    assert [one["mg"] for one in nasal.all("give-dose")] == [28.0, 28.0]
    assert drip.row["peak_sbp"] >= 180.0
    assert "hypertension" in drip.all("session-opened")[0]["patient"]["risks"]
    assert {one["action"] for one in drip.all("acknowledge")} >= {"paused"}
    assert len(drip.all("pause-infusion")) == 1
    (moved,) = drip.all("change-limit")
    assert moved["rule"] == "sbp-very-high"
    assert [(one["sbp"], one["dbp"]) for one in muscle.all("manual-cuff")] == [(124.0, 78.0)]
    assert len(muscle.all("cuff-failed")) >= 2
    assert [one["back"] for one in muscle.all("off-monitor")] == [False, True]
    assert len(muscle.all("begin-emergency")) == 1
    assert [one["kind"] for one in muscle.all("emergency-stamp")] == ["oxygen"]
    assert len(muscle.all("end-emergency")) == 1
    for kind in ("distress", "cover"):
        assert not drip.all(kind) + muscle.all(kind)
    for kind in ("begin-emergency", "off-monitor", "manual-cuff"):
        assert not nasal.all(kind) + drip.all(kind)
