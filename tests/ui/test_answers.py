"""What every program answers a window about the record: a demo asks as the clinic does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from practice_examples import asked

from monitor.commands import ChangeLimit, EndSession, StartInfusion
from monitor.rights import Role
from ui.practice import PracticeBackend
from ui.requests import Refusal

NURSE, SUPERVISOR = "Nurse 1", "Supervisor 1"


@pytest.fixture
def practice(tmp_path: Path):
    made = PracticeBackend(tmp_path / "demo.db", utc_s=1_790_000_000.0)
    made.start()
    yield made
    made.close()


def begun(practice: PracticeBackend, by: str = NURSE) -> str:
    return practice.open_session(replace(asked(1, "sim:ge-dash"), by=by))


def test_in_a_demo_a_viewer_treats_nobody(practice: PracticeBackend) -> None:
    practice.staff().enlist("Viewer 1", Role.VIEWER, "5555", SUPERVISOR)
    with pytest.raises(Refusal, match="signed in as viewer"):
        begun(practice, "Viewer 1")
    begun(practice)
    practice.advance(5.0)
    for command in (StartInfusion("Viewer 1"), ChangeLimit("x", 1.0, "Viewer 1")):
        with pytest.raises(Refusal, match="signed in as viewer"):
            practice.send(1, command)
    with pytest.raises(Refusal, match="only a supervisor"):
        practice.staff().enlist("Nurse 9", Role.NURSE, "9999", "Viewer 1")


def test_in_a_demo_too_nothing_past_is_shown_to_nobody(practice: PracticeBackend) -> None:
    session = begun(practice)
    practice.advance(60.0)
    for asked_for in (practice.library, lambda: practice.review(session)):
        with pytest.raises(Refusal, match="Nobody is signed in"):
            asked_for()
    assert practice.record(session).row.session_id == session  # it runs here
    practice.send(1, EndSession(NURSE))
    practice.advance(5.0)
    with pytest.raises(Refusal, match="Nobody is signed in"):
        practice.record(session)
    practice.staff().sit(NURSE)
    assert practice.review(session).row.session_id == session
    assert practice.library().count == 1
    with pytest.raises(Refusal, match="only a supervisor"):
        practice.keep_clinic(practice.clinic())
