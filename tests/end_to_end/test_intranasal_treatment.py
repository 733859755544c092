"""A whole treatment with intranasal esketamine: two devices, five minutes apart, two hours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from practice_window import practice_window
from session_minimum import assert_minimum
from treatment_steps import NURSE, Expected, Nurse, here_before, size

from devices.simulated.scenario.mishaps import PressStart
from monitor.phases import Phase
from monitor.treatment.view import PromptKind
from ui.chair.bottom_bar import KEYS, Act
from ui.words import say

PATIENT = Expected("4712", "CD", "09:30", 1, "intranasal", "GE Dash", "sim:ge-dash")


@pytest.fixture
def nurse(tmp_path: Path) -> Iterator[Nurse]:
    here_before(tmp_path, PATIENT)
    with practice_window(
        tmp_path, size=size(), before=lambda backend: backend.day().plan(PATIENT.entry, NURSE)
    ) as seat:
        yield Nurse.of(seat, PATIENT)


def test_a_whole_intranasal_treatment(nurse: Nurse) -> None:
    seat = nurse.seat
    nurse.choose_patient()
    nurse.choose_monitor()
    nurse.open_session()
    nurse.screen()
    nurse.wait_for_baseline()
    seat.click("Plan")
    nurse.scan("S77;2028-01-31")
    seat.click("56 mg")
    nurse.keep_shot("plan")
    seat.click("Keep plan")
    seat.click("Yes")
    nurse.keep_shot("planned")
    seat.click("Device 1 of 2")
    nurse.keep_shot("first-device")
    seat.click("Given now")
    assert nurse.picture.phase is Phase.TREATING
    first_at_s = nurse.picture.now_s
    nurse.wait(300.0)
    nurse.keep_shot("second-device")
    seat.click("Given now")
    assert [dose.at_s - first_at_s for dose in nurse.treatment.giving.doses] == [0.0, 300.0]
    the_ride(nurse, first_at_s)
    nurse.leave()
    nurse.sign()
    assert seat.sees(say("form-save"))
    kept = nurse.kept()
    assert_minimum(kept, nurse.patient, weight_kg=80.0, mg=56.0, lots={"S77"})
    assert [one["mg"] for one in kept.all("give-dose")] == [28.0, 28.0]
    assert kept.all("set-plan")[-1]["plan"]["drug"] == "esketamine"
    assert nurse.seat.backend.chair(1).given_mg == pytest.approx(56.0, abs=0.01)


def the_ride(nurse: Nurse, first_at_s: float) -> None:
    """It cannot be paused, is measured at forty minutes, and nobody leaves for two hours."""
    seat = nurse.seat
    nurse.wait(600.0)
    nurse.score_due("5   Answers at once to the name, said normally")
    seat.press(KEYS[Act.PAUSE])
    nurse.keep_shot("no-pause")
    assert nurse.picture.phase is Phase.TREATING
    seat.click("Close")
    nurse.wait(first_at_s + 2390.0 - nurse.picture.now_s)
    assert PromptKind.BP_AT_40 in {one.kind for one in nurse.treatment.prompts}
    seat.backend.happen(1, PressStart())
    nurse.wait(60.0)
    assert PromptKind.BP_AT_40 not in {one.kind for one in nurse.treatment.prompts}
    seat.click(say("step-stop-dose"))
    nurse.keep_shot("nothing-more")
    seat.click(say("ask-stop-dose-yes"))
    assert nurse.picture.phase is Phase.RECOVERY
    nurse.score("MOAA/S 5")
    nurse.wait(first_at_s + 7170.0 - nurse.picture.now_s, 60.0)
    seat.backend.happen(1, PressStart())
    nurse.wait(50.0)
    nurse.score("MOAA/S 5")
    nurse.score("Dissociation 0")
