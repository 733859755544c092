"""What a lesson is worth: played through by a learner, and judged by what was done in it."""

from __future__ import annotations

from pathlib import Path

from monitor.commands import Action, NoteKind
from monitor.training.debrief import Debrief, Verdict
from monitor.training.lesson import Deed
from monitor.training.scoring import debrief_of
from tests.ui.training_examples import (
    PAUSE,
    RESTED_S,
    Acts,
    do,
    lesson_room,
    note,
    play,
)


def finished(folder: Path, name: str, acts: Acts, until_min: float) -> Debrief:
    with lesson_room(folder, name) as room:
        play(room, acts, until_min)
        room.finish("learner")
        return room.debrief()


def test_a_planned_fault_is_mended_by_the_hand_that_fits(tmp_path: Path) -> None:
    probe = finished(tmp_path, "S12", {22.8: (Deed.ASK_PATIENT, Deed.CHECK_PROBE)}, 26.0)
    assert {one.verdict for one in probe.findings[:1]} == {Verdict.MET}
    assert probe.alarms[0].ended_s is not None
    assert probe.alarms[0].ended_s < RESTED_S + 60.0 * 24


def test_an_untreated_emergency_costs_and_a_treated_one_does_not(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    nobody = finished(tmp_path / "a", "S5", {}, 34.0)
    assert nobody.score is not None
    assert nobody.score < 40
    assert "sbp-extreme" in [one.alarm for one in nobody.alarms]
    with lesson_room(tmp_path, "S5") as room:
        play(
            room,
            {
                27.9: (note(NoteKind.SEVERE_HEADACHE), Action.PROVIDER_CALLED, Deed.REMEASURE),
                28.9: (PAUSE, Action.PROVIDER_CALLED),
            },
            30.0,
        )
        do(room, Deed.OXYGEN)
        treated = debrief_of(room.record(room.session_id).entries)
    assert treated.earned > nobody.earned
