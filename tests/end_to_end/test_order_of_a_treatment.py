"""What does not fit in order is said in one clear sentence in the window, and nothing happens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from practice_window import PracticeWindow, practice_window
from treatment_steps import NURSE, Expected, Nurse, size

from monitor.commands import BeginDischarge, Command, EndSession, StopInfusion
from monitor.phases import Phase
from ui.practice import PracticeBackend
from ui.words import say

FIRST = Expected("4714", "GH", "11:00", 1, "adult-iv", "DINAMAP", "sim:dinamap")
SECOND = Expected("4715", "IJ", "11:30", 1, "adult-iv", "Ivy", "sim:ivy-450c")


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[PracticeWindow]:
    def plan(backend: PracticeBackend) -> None:
        for patient in (FIRST, SECOND):
            backend.day().plan(patient.entry, NURSE)

    with practice_window(tmp_path, size=size(), before=plan) as made:
        yield made


def opened(seat: PracticeWindow) -> Nurse:
    nurse = Nurse.of(seat, FIRST)
    nurse.choose_patient()
    seat.write(say("start-weight"), "80")
    nurse.choose_monitor()
    nurse.open_session()
    return nurse


def test_a_second_session_on_a_chair_is_refused_where_it_was_asked_for(
    seat: PracticeWindow,
) -> None:
    first = opened(seat)
    session = first.picture.session_id
    seat.click("Menu")
    seat.click(say("menu-new"))
    second = Nurse.of(seat, SECOND)
    second.choose_patient()
    seat.write(say("start-weight"), "70")
    second.choose_monitor()
    seat.click(say("start-go"))
    assert seat.sees(say("chair-taken", 1))
    assert seat.window.shell.start.fields["patient_id"].text() == SECOND.patient_id
    assert first.picture.session_id == session


@pytest.mark.parametrize("command", [StopInfusion(NURSE), BeginDischarge(NURSE)])
def test_before_the_drug_nothing_is_stopped_and_nobody_discharged(
    seat: PracticeWindow, command: Command
) -> None:
    """From another seat, say: this window offers neither."""
    nurse = opened(seat)
    for words in ("Stop infusion", "Discharge"):
        with pytest.raises(pytest.fail.Exception, match="nothing called"):
            seat.find(words)
    seat.click("Close")
    seat.backend.send(1, command)
    seat.advance(1.0)
    (sentence,) = seat.window.state.chairs[1].refusals
    assert seat.sees(sentence)
    assert nurse.picture.phase is Phase.SCREENING


def test_nobody_signs_or_leaves_while_the_pump_runs(seat: PracticeWindow) -> None:
    nurse = opened(seat)
    nurse.screen()
    nurse.wait_for_baseline()
    seat.click("Plan")
    seat.click("10 mg/mL")
    seat.click("Keep plan")
    seat.click("Yes")
    seat.click("Start infusion")
    before = (nurse.picture.next_cuff_at_s, nurse.treatment.prompts)
    seat.click("Menu")
    for words in ("Discharge", say("menu-end"), say("signoff-sign-open")):
        with pytest.raises(pytest.fail.Exception, match="nothing called"):
            seat.find(words)
    seat.click("Close")
    seat.backend.send(1, EndSession(NURSE, "In a hurry", "Provider 1"))
    seat.advance(1.0)
    (sentence,) = seat.window.state.chairs[1].refusals
    assert seat.sees(sentence)
    assert nurse.picture.phase is Phase.TREATING
    assert (nurse.picture.next_cuff_at_s, nurse.treatment.prompts) == before
