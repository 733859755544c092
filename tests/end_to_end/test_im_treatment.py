"""A whole treatment with ketamine into the muscle: once, and it cannot be paused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from practice_window import practice_window
from session_minimum import assert_minimum
from treatment_steps import NURSE, Expected, Nurse, here_before, size

from monitor.phases import Phase
from ui.chair.bottom_bar import KEYS, Act

PATIENT = Expected("4713", "EF", "10:00", 1, "im-sc", "GE Dash", "sim:ge-dash")


@pytest.fixture
def nurse(tmp_path: Path) -> Iterator[Nurse]:
    here_before(tmp_path, PATIENT)
    with practice_window(
        tmp_path, size=size(), before=lambda backend: backend.day().plan(PATIENT.entry, NURSE)
    ) as seat:
        yield Nurse.of(seat, PATIENT)


def test_a_whole_im_treatment(nurse: Nurse) -> None:
    seat = nurse.seat
    nurse.choose_patient()
    nurse.choose_monitor()
    nurse.open_session()
    nurse.screen()
    nurse.wait_for_baseline()
    seat.click("Plan")
    nurse.scan("L88;2028-01-31")
    seat.click("50 mg/mL")
    nurse.keep_shot("plan")
    seat.click("Keep plan")
    seat.click("Yes")
    nurse.keep_shot("planned")
    seat.click("Give 40 mg")
    nurse.keep_shot("dose")
    seat.click("Given now")
    assert nurse.picture.phase is Phase.TREATING
    first_at_s = nurse.picture.now_s
    what_cannot_be_paused(nurse)
    nurse.wait(first_at_s + 3599.0 - nurse.picture.now_s)
    assert nurse.picture.phase is Phase.TREATING
    nurse.wait(1.0)
    assert nurse.picture.phase is Phase.RECOVERY  # an hour after the dose, to the second
    nurse.wait(3600.0, 60.0)
    nurse.score("MOAA/S 5")
    nurse.score("Dissociation 0")
    nurse.leave()
    nurse.sign()
    kept = nurse.kept()
    assert_minimum(kept, nurse.patient, weight_kg=80.0, mg=40.0, lots={"L88"})
    assert [one["mg"] for one in kept.all("give-dose")] == [40.0]
    assert kept.all("set-plan")[-1]["plan"]["concentration_mg_per_ml"] == 50.0
    (drug,) = kept.all("give-drug")
    assert (drug["drug"], drug["by"]) == ("Ondansetron", NURSE)
    assert nurse.seat.backend.chair(1).given_mg == pytest.approx(40.0, abs=0.01)


def what_cannot_be_paused(nurse: Nurse) -> None:
    """A very high pressure asks for the provider; the key of the pump says why it does nothing."""
    seat = nurse.seat
    nurse.wait(300.0)
    seat.press(KEYS[Act.PAUSE])
    nurse.keep_shot("no-pause")
    assert nurse.picture.phase is Phase.TREATING
    seat.click("Close")
    nurse.note("Vomiting")
    seat.press(KEYS[Act.NOTE])
    seat.click("Drug …")
    nurse.keep_shot("drug")
    seat.write("Name of the drug", "Ondansetron")
    seat.click("Go on")
    nurse.keep_shot("drug-dose")
    seat.click("Record it")
    nurse.note("Vomiting")
    seat.click("It is over")
