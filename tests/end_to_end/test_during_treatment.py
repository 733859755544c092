"""Everything that the panels of a running treatment say is taken by a real core, and shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from practice_window import PracticeWindow, practice_window
from test_practice_window import NURSE, asked

from monitor.commands import EMERGENCY_NOTES, NoteKind, StartInfusion
from monitor.phases import Phase
from monitor.treatment.commands import DrawDrug, MeasureBaseline, SignDecision
from monitor.treatment.view import PromptKind, TreatmentView
from ui.chair.bottom_bar import KEYS, Act
from ui.chair.pump_panel import Part
from ui.controls import Tile
from ui.panels import Panel


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[PracticeWindow]:
    with practice_window(tmp_path) as made:
        request = asked(1, "ivy-450c", "sim:ivy-450c")
        backend = made.backend
        backend.open_session(replace(request, flow=True, concentration_mg_per_ml=1.0))
        made.advance(5.0)
        backend.send(1, MeasureBaseline(NURSE))
        backend.send(1, SignDecision("Provider 1", "Known and stable", NURSE, "Nurse 2"))
        backend.send(1, DrawDrug(50.0, "A123", "2028-03", NURSE))
        backend.send(1, StartInfusion(NURSE))
        made.advance(10.0)
        made.window.show_chair(1)
        made.window.shell.panels.close_all()
        made.look()
        assert made.picture(1).phase is Phase.TREATING
        yield made


def treatment(seat: PracticeWindow) -> TreatmentView:
    found = seat.picture(1).treatment
    assert found is not None
    return found


def it_is_this_monitor(seat: PracticeWindow) -> None:
    """The question that comes with the first cuff stands before everything that is due."""
    strip = seat.window.shell.live.instruction
    seat.advance_until(lambda: seat.picture(1).question, 600.0, "the question")
    assert "is that on the monitor in front of you?" in strip.accessibleName()
    seat.click_on(strip.answers[0])
    seat.advance(1.0)
    assert seat.picture(1).question is None


def refusals(seat: PracticeWindow) -> list[str]:
    return list(seat.window.state.chairs[1].refusals)


def test_notes_begin_and_end_and_the_states_of_the_patient_come_and_go(
    seat: PracticeWindow,
) -> None:
    note = seat.window.shell.panels.note
    for _ in range(2):
        seat.press(KEYS[Act.NOTE])
        seat.click_on(note.taps[NoteKind.NAUSEA])
        if note.isVisible():
            seat.click_on(note.over)
        seat.advance(1.0)
    (line,) = seat.picture(1).notes
    assert line.ended_s is not None
    for tile in (note.distress, note.away):
        seat.press(KEYS[Act.NOTE])
        seat.click_on(tile)
        seat.advance(1.0)
    assert treatment(seat).distress_since_s is not None
    assert treatment(seat).off_monitor_since_s is not None
    strip = seat.window.shell.live.instruction
    seat.click_on(strip.answers[2])
    seat.advance(1.0)
    assert PromptKind.DISTRESS not in {one.kind for one in treatment(seat).prompts}
    seat.click_on(strip.answers[0])
    seat.advance(1.0)
    assert treatment(seat).off_monitor_since_s is None
    assert refusals(seat) == []


def test_a_late_symptom_is_asked_about_and_answered_with_one_tap(seat: PracticeWindow) -> None:
    seat.advance(1000.0, 20.0)
    kind = min(EMERGENCY_NOTES)
    seat.window.during.note(kind, "", 16 * 60.0)
    seat.advance(1.0)
    seat.window.shell.panels.close_all()
    strip = seat.window.shell.live.instruction
    assert "still there?" in strip.accessibleName()
    seat.click_on(strip.answers[1])
    seat.advance(1.0)
    (line,) = seat.picture(1).notes
    assert line.ended_s is not None
    assert refusals(seat) == []


def test_every_score_and_measurement_is_taken(seat: PracticeWindow) -> None:
    panels = seat.window.shell.panels
    during = seat.window.during
    for tile in (panels.scores.quick["moaa-s", "4"], panels.scores.quick["dissociation", "2"]):
        during.open(Panel.SCORES)
        seat.click_on(tile)
    for scale in ("aldrete", "padss", "phq-9", "gad-7"):
        during.open(Panel.SCORES)
        seat.click_on(panels.scores.names[scale])
        while not panels.scores.items.store.isEnabled():
            seat.click_on(panels.scores.items.answers[1])
        seat.click_on(panels.scores.items.store)
    for scale in ("pain", "c-ssrs"):
        during.open(Panel.SCORES)
        seat.click_on(panels.scores.names[scale])
        seat.click_on(panels.scores.single[1][1])
    for scale in ("madrs", "cadss"):
        during.open(Panel.SCORES)
        seat.click_on(panels.scores.names[scale])
        seat.enter("12")
        seat.click_on(panels.scores.total.store)
    during.open(Panel.BREATHS)
    seat.enter("14")
    seat.click_on(panels.breaths.store)
    seat.advance(1.0)
    assert refusals(seat) == []
    given = {one.scale: one.total for one in treatment(seat).checks.scores}
    assert given == {
        "moaa-s": 4, "dissociation": 2, "aldrete": 5, "padss": 5, "phq-9": 9, "gad-7": 7,
        "pain": 1, "c-ssrs": None, "madrs": 12, "cadss": 12,
    }  # fmt: skip


def test_another_drug_and_a_pressure_are_kept_with_their_moment(seat: PracticeWindow) -> None:
    panels = seat.window.shell.panels
    seat.advance(120.0, 20.0)
    seat.press(KEYS[Act.NOTE])
    seat.click_on(panels.note.drug)
    seat.click_on(panels.drug.name)
    seat.enter("Ondansetron 4 mg IV")
    seat.click_on(panels.drug.onward)
    seat.click_on(panels.drug.when.earlier)
    seat.click_on(panels.drug.store)
    seat.press(KEYS[Act.CUFF])
    seat.enter("12882")
    seat.click_on(panels.cuff.store)
    seat.advance(1.0)
    (drug,) = treatment(seat).drugs
    assert (drug.given.drug, drug.given.dose, drug.given.route) == ("Ondansetron", "4", "IV")
    assert drug.at_s == pytest.approx(seat.picture(1).now_s - 61.0, abs=2.0)
    assert refusals(seat) == []


def test_the_pump_from_another_rate_to_the_waste(seat: PracticeWindow) -> None:
    panels, during = seat.window.shell.panels, seat.window.during
    run = panels.pump.run
    it_is_this_monitor(seat)

    def press(act: str, *before: Tile) -> None:
        during.open(Panel.PUMP)
        for tile in before:
            seat.click_on(tile)
        seat.click_on(run.acts[act, 0])
        seat.advance(5.0)

    press("rate", run.half)
    assert treatment(seat).giving.set_mg_per_min == pytest.approx(0.5)
    press("pause")
    assert seat.picture(1).phase is Phase.PAUSED
    strip = seat.window.shell.live.instruction
    assert "Is the pump stopped?" in strip.accessibleName()
    seat.click_on(strip.answers[0])
    seat.advance(5.0)
    assert not treatment(seat).giving.asks_pump
    press("resume")
    assert seat.picture(1).phase is Phase.TREATING
    press("stop")
    assert seat.picture(1).phase is Phase.RECOVERY
    during.pump_seen(stands=True)
    seat.advance(1.0)
    during.open(Panel.PUMP)
    assert panels.pump.part is Part.VOLUME
    seat.enter("30")
    seat.click_on(panels.pump.volume.store)
    seat.advance(1.0)
    giving = treatment(seat).giving
    assert (giving.pump_ml, giving.mg_given) == (30.0, pytest.approx(30.0))
    assert panels.pump.part is Part.WASTE
    assert panels.pump.waste.pad.text == "20"
    seat.click_on(panels.pump.waste.store)
    seat.click("Nurse 2")
    seat.enter("2222")
    seat.click("OK")
    seat.advance(1.0)
    assert treatment(seat).giving.unaccounted_mg == 0.0
    assert refusals(seat) == []


def test_what_is_due_comes_to_the_line_by_itself_and_is_skipped_with_a_reason(
    seat: PracticeWindow,
) -> None:
    strip = seat.window.shell.live.instruction
    it_is_this_monitor(seat)
    seat.advance_until(lambda: "MOAA/S now" in strip.accessibleName(), 950.0, "the prompt", 10.0)
    seat.click_on(strip.skip)
    seat.click_on(seat.window.shell.panels.waiting.why.presets[0])
    seat.advance(5.0)
    assert "MOAA/S now" not in strip.accessibleName()
    assert refusals(seat) == []
