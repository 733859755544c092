"""A whole infusion through the window, tap by tap, counted, and its record read back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from practice_window import practice_window
from session_minimum import assert_minimum
from treatment_steps import NURSE, OTHER_NURSE, Expected, Nurse, here_before, size

from monitor.phases import Phase

PATIENT = Expected("4711", "AB", "09:00", 1, "adult-iv", "DINAMAP", "sim:dinamap")
VIAL = "L123;2028-03-31"
MOST_PRESSES = 40


@pytest.fixture
def nurse(tmp_path: Path) -> Iterator[Nurse]:
    here_before(tmp_path, PATIENT)
    with practice_window(
        tmp_path, size=size(), before=lambda backend: backend.day().plan(PATIENT.entry, NURSE)
    ) as seat:
        yield Nurse.of(seat, PATIENT)


def test_a_whole_infusion_in_forty_presses(nurse: Nurse) -> None:
    before_the_drug(nurse)
    the_infusion(nurse)
    after_the_drug(nurse)
    nurse.leave()
    nurse.sign()
    assert nurse.picture.phase is Phase.SIGNED
    assert nurse.presses <= MOST_PRESSES, "\n".join(nurse.seat.log)
    assert nurse.seat.backend.chair(1).given_mg == pytest.approx(40.0, abs=0.01)
    kept = nurse.kept()
    assert_minimum(kept, nurse.patient, weight_kg=80.0, mg=40.0, lots={"L123"})
    (plan,) = kept.all("set-plan")
    assert (plan["plan"]["concentration_mg_per_ml"], plan["plan"]["minutes"]) == (10.0, 40.0)
    assert kept.moments("stop-infusion")[0] - kept.moments("start-infusion")[0] == 2400.0
    (waste,) = kept.all("waste-drug")
    assert (waste["mg"], waste["witness"], waste["lot"]) == (10.0, OTHER_NURSE, "L123")
    (pump,) = kept.all("pump-volume")
    assert pump["ml"] == 4.0
    assert kept.row["dose_mg"] == 40.0


def before_the_drug(nurse: Nurse) -> None:
    seat = nurse.seat
    nurse.choose_patient()
    nurse.choose_monitor()
    nurse.open_session()
    nurse.screen()
    nurse.wait_for_baseline()
    seat.click("Plan")
    nurse.scan(VIAL)
    seat.click("10 mg/mL")
    seat.click("Raise: drawn")
    seat.click("Raise: drawn")
    nurse.keep_shot("plan")
    seat.click("Keep plan")
    nurse.keep_shot("planned")
    seat.click("Yes")


def the_infusion(nurse: Nurse) -> None:
    """A note within two presses, its end within three."""
    seat = nurse.seat
    seat.click("Start infusion")
    assert nurse.picture.phase is Phase.TREATING
    nurse.wait(600.0)
    nurse.keep_shot("infusion")
    presses = nurse.presses
    nurse.note("Nausea")
    assert nurse.presses - presses <= 2
    nurse.wait(305.0)
    nurse.keep_shot("score-due")
    nurse.score_due("5   Answers at once to the name, said normally")
    nurse.wait(595.0)
    nurse.note("Nausea")
    nurse.keep_shot("note-again")
    seat.click("It is over")
    nurse.wait(900.0)
    nurse.keep_shot("planned-time-over")
    seat.click("Stop infusion")
    nurse.keep_shot("is-it-stopped")
    seat.click("Yes, stopped")
    assert nurse.picture.phase is Phase.RECOVERY
    assert not nurse.treatment.giving.asks_pump


def after_the_drug(nurse: Nurse) -> None:
    """Scored, the pump's own volume, what is left of the vial, and an hour of rest."""
    seat = nurse.seat
    nurse.keep_shot("recovery")
    nurse.score("MOAA/S 5")
    nurse.score("Dissociation 1")
    seat.click("Enter …")
    seat.click("Digit 4")
    nurse.keep_shot("volume")
    seat.click("Store")
    nurse.keep_shot("waste")
    seat.click("Before a witness …")
    nurse.keep_shot("witness")
    with nurse.not_hers("witness"):
        nurse.sign_as(OTHER_NURSE)
    nurse.wait(3600.0, 60.0)
    nurse.score("MOAA/S 5")
    nurse.score("Dissociation 0")
    nurse.keep_shot("recovered")
