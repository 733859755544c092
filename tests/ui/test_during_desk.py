"""What is pressed while a treatment runs, and the commands that it sends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import during_examples as examples
import pictures
import pytest
from day_examples import example_course
from during_examples import BY, prompt
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from data.clinic_file import Clinic
from monitor.commands import (
    Acknowledge,
    Action,
    ManualCuff,
    Note,
    NoteKind,
    PauseInfusion,
    ResumeInfusion,
    StopInfusion,
)
from monitor.treatment.commands import (
    ChangeRate,
    CountBreaths,
    Distress,
    EndNote,
    GiveDrug,
    OffMonitor,
    PumpStopped,
    PumpVolume,
    Scale,
    Score,
    SkipPrompt,
    StandingCuff,
    StillPresent,
    WasteDrug,
)
from monitor.treatment.view import PromptKind, ResumeView
from ui.chair.bottom_bar import KEYS, Act
from ui.chair.prompt_item import Does, Place, items
from ui.chair.pump_panel import Part
from ui.panels import MENU_CHOICES, Panel


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WindowDesk]:
    made = WindowDesk(qtbot)
    made.show(examples.picture())
    yield made
    made.close()


def toast(desk: WindowDesk) -> str:
    return desk.window.shell.toast.text


def test_an_event_is_two_taps_from_the_live_view(desk: WindowDesk) -> None:
    desk.tap(desk.window.shell.bottom.tiles[Act.NOTE])
    desk.tap(desk.window.shell.panels.note.taps[NoteKind.VOMITING])
    (note,) = desk.backend.commands
    assert isinstance(note, Note)
    assert (note.kind, note.ago_s, note.by) == (NoteKind.VOMITING, 0.0, BY)
    assert "Vomiting" in toast(desk)
    desk.tap(desk.window.shell.toast.undo)
    assert len(desk.backend.commands) == 2


def test_what_is_over_is_sent_with_its_moment(desk: WindowDesk) -> None:
    desk.key(KEYS[Act.NOTE])
    desk.turn()
    panel = desk.window.shell.panels.note
    desk.tap(panel.taps[NoteKind.NAUSEA])
    desk.tap(panel.when.earlier)
    desk.tap(panel.over)
    assert desk.backend.commands == [EndNote("b", BY, 60.0)]
    assert "Nausea is over" in toast(desk)


def test_distress_and_the_walk_begin_and_end(desk: WindowDesk) -> None:
    panel = desk.window.shell.panels.note
    for tile in (panel.distress, panel.away):
        desk.key(KEYS[Act.NOTE])
        desk.tap(tile)
    desk.show(examples.distressed())
    for tile in (panel.distress, panel.away):
        desk.key(KEYS[Act.NOTE])
        desk.turn()
        desk.tap(tile)
    assert desk.backend.commands == [
        Distress(BY),
        OffMonitor(BY),
        Distress(BY, over=True),
        OffMonitor(BY, back=True),
    ]


def test_after_distress_each_answer_is_one_tap(desk: WindowDesk) -> None:
    desk.show(examples.distressed())
    strip = desk.window.shell.live.instruction
    for place in range(3):
        desk.tap(strip.answers[place])
    first, second, third = desk.backend.commands
    assert isinstance(first, Note)
    assert isinstance(second, Note)
    assert (first.kind, second.kind) == (NoteKind.CHEST_PAIN, NoteKind.DYSPNOEA)
    assert third == SkipPrompt("distress@-30.0", "Neither", BY)


def test_a_drug_of_the_clinics_list_is_recorded(desk: WindowDesk) -> None:
    desk.backend.known_clinic = Clinic(drugs=("Ondansetron 4 mg IV",))
    desk.key(KEYS[Act.NOTE])
    desk.tap(desk.window.shell.panels.note.drug)
    panel = desk.window.shell.panels.drug
    desk.tap(panel.presets["Ondansetron 4 mg IV"])
    desk.tap(panel.store)
    assert desk.backend.commands == [GiveDrug("Ondansetron", "4", "mg", "IV", "", BY, 0.0)]
    assert "Ondansetron 4 mg given" in toast(desk)


def test_that_a_drug_was_given_can_only_be_noted(desk: WindowDesk) -> None:
    desk.window.during.open(Panel.DRUG)
    desk.tap(desk.window.shell.panels.drug.only)
    (note,) = desk.backend.commands
    assert isinstance(note, Note)
    assert note.kind is NoteKind.DRUG_GIVEN


def test_a_pressure_is_stored_with_one_key_five_digits_and_enter(desk: WindowDesk) -> None:
    desk.key(KEYS[Act.CUFF])
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_8, Qt.Key.Key_8, Qt.Key.Key_2):
        desk.key(key)
    desk.key(Qt.Key.Key_Return)
    assert desk.backend.commands == [ManualCuff(128.0, 82.0, BY)]


def test_standing_pressures_are_asked_for_one_after_the_other(desk: WindowDesk) -> None:
    shown = examples.picture(prompt(PromptKind.STANDING, -10.0))
    for minute in (1, 3):
        desk.show(shown)
        desk.tap(desk.window.shell.live.instruction.answers[0])
        panel = desk.window.shell.panels.cuff
        assert panel.minute == minute
        for digit in "11070":
            desk.tap(panel.keys[digit])
        desk.tap(panel.answers[minute == 3])
        desk.tap(panel.store)
    assert desk.backend.commands == [
        StandingCuff(110.0, 70.0, 1, False, BY),
        StandingCuff(110.0, 70.0, 3, True, BY),
    ]


def test_breaths_are_counted_from_the_line(desk: WindowDesk) -> None:
    desk.show(examples.picture(prompt(PromptKind.BREATHS, -10.0)))
    desk.tap(desk.window.shell.live.instruction.answers[0])
    panel = desk.window.shell.panels.breaths
    for key in "14":
        desk.tap(panel.keypad.keys[key])
    desk.tap(panel.store)
    assert desk.backend.commands == [CountBreaths(14.0, BY)]


def test_a_score_is_sent_as_it_was_given(desk: WindowDesk) -> None:
    desk.window.go("scores")
    panel = desk.window.shell.panels.scores
    desk.tap(panel.quick["dissociation", "3"])
    assert desk.backend.commands == [Score(Scale.DISSOCIATION, 3, BY)]
    assert "Dissociation: 3" in toast(desk)


def test_response_is_measured_against_the_first_session(desk: WindowDesk) -> None:
    assert desk.window.during.first_total("phq-9") is None
    desk.backend.courses["20417"] = example_course()
    assert desk.window.during.first_total("phq-9") == 15
    assert desk.window.during.first_total("madrs") is None


def test_an_old_symptom_is_answered_with_one_tap(desk: WindowDesk) -> None:
    desk.show(examples.picture(prompt(PromptKind.STILL_PRESENT, -5.0, "b", can_skip=False)))
    for place in range(2):
        desk.tap(desk.window.shell.live.instruction.answers[place])
    assert desk.backend.commands == [
        StillPresent("b", still=True, by=BY),
        StillPresent("b", still=False, by=BY),
    ]


def test_the_call_for_the_provider_answers_its_alarm(desk: WindowDesk) -> None:
    desk.show(examples.by_dose(prompt(PromptKind.CALL_PROVIDER, -5.0, "bp/high")))
    desk.tap(desk.window.shell.live.instruction.answers[0])
    assert desk.backend.commands == [Acknowledge("bp/high", BY, Action.PROVIDER_CALLED)]


def test_the_pump_is_seen_standing_or_running(desk: WindowDesk) -> None:
    desk.show(examples.paused())
    strip = desk.window.shell.live.instruction
    desk.tap(strip.answers[1])
    desk.tap(strip.answers[0])
    assert desk.backend.commands == [
        PumpStopped(stopped=False, by=BY),
        PumpStopped(stopped=True, by=BY),
    ]


def test_the_volume_and_the_waste_are_entered_after_the_end(desk: WindowDesk) -> None:
    desk.show(examples.over())
    desk.tap(desk.window.shell.live.instruction.answers[0])
    pump = desk.window.shell.panels.pump
    assert pump.part is Part.VOLUME
    for key in "44":
        desk.tap(pump.volume.pad.keys[key])
    desk.tap(pump.volume.store)
    known = replace(examples.OVER, asks_volume=False, pump_ml=44.0, unaccounted_mg=6.0)
    desk.show(examples.over(known))
    assert (pump.part, pump.waste.pad.text) == (Part.WASTE, "6")
    desk.tap(pump.waste.store)
    desk.qtbot.keyClicks(pump.who.line, "Nurse 2")
    desk.qtbot.keyClick(pump.who.line, Qt.Key.Key_Return)
    assert desk.backend.commands == [
        PumpVolume(44.0, BY),
        WasteDrug(6.0, "A123", "Nurse 2", BY, "7"),
    ]


def test_rate_pause_and_stop_carry_how_long_ago(desk: WindowDesk) -> None:
    pump = desk.window.shell.panels.pump
    for tile in (pump.run.acts["pause", 2], pump.run.acts["stop", 1]):
        desk.window.go("pump")
        desk.tap(tile)
    desk.window.go("pump")
    desk.tap(pump.run.half)
    desk.tap(pump.run.acts["rate", 0])
    pause, stop, rate = desk.backend.commands
    assert (pause, stop) == (PauseInfusion(BY, 120.0), StopInfusion(BY, 60.0))
    assert isinstance(rate, ChangeRate)
    assert rate.mg_per_min == pytest.approx(0.5125)


def test_the_key_of_the_pump_pauses_and_goes_on_where_nothing_is_against_it(
    desk: WindowDesk,
) -> None:
    desk.key(KEYS[Act.PAUSE])
    desk.show(examples.paused(ResumeView()))
    desk.key(KEYS[Act.PAUSE])
    assert desk.backend.commands == [PauseInfusion(BY), ResumeInfusion(BY)]


def test_where_the_rules_want_more_the_key_opens_the_pump(desk: WindowDesk) -> None:
    desk.show(examples.paused())
    desk.key(KEYS[Act.PAUSE])
    assert desk.backend.commands == []
    assert desk.window.shell.panels.is_open(Panel.PUMP)


def test_a_dose_that_cannot_be_paused_says_so_instead(desk: WindowDesk) -> None:
    desk.show(examples.by_dose())
    assert desk.window.shell.bottom.tiles[Act.PAUSE].text() == "Call provider"
    desk.key(KEYS[Act.PAUSE])
    panel = desk.window.shell.panels.pump
    desk.tap(panel.run.call)
    (note,) = desk.backend.commands
    assert isinstance(note, Note)
    assert note.text == "Provider called"


@pytest.mark.parametrize("place", Place)
def test_every_place_can_be_reached(desk: WindowDesk, place: Place) -> None:
    desk.show(examples.over())
    desk.window.during.go(place)
    assert desk.window.shell.panels.any_open
    desk.window.during.go(place)
    assert desk.window.shell.panels.any_open


def test_every_answer_that_waits_does_something(desk: WindowDesk) -> None:
    asked = replace(examples.everything(), question=None)
    view = examples.view_of(asked)
    for item in items(view):
        for answer in item.answers:
            before = len(desk.backend.commands)
            desk.show(asked)
            desk.window.during.answer(answer)
            opened = desk.window.shell.panels.any_open
            assert opened or len(desk.backend.commands) == before + 1
            assert opened is (answer.does is Does.OPEN)
            desk.window.shell.panels.close_all()


def test_scores_and_pump_are_in_the_menu_too() -> None:
    assert {"scores", "pump"} <= set(MENU_CHOICES)


def test_leaving_for_another_chair_closes_what_was_begun_here(desk: WindowDesk) -> None:
    other = replace(examples.picture(), chair=3)
    desk.backend.inbox.put(pictures.beginning(other))
    desk.backend.publish(other)
    desk.turn()
    desk.window.show_chair(2)
    desk.key(KEYS[Act.CUFF])
    for digit in "12882":
        desk.window.shell.panels.cuff.type(digit)
    desk.window.show_chair(3)
    assert not desk.window.shell.panels.any_open
    desk.key(KEYS[Act.CUFF])
    assert set(desk.window.shell.panels.cuff.typed.values()) == {""}


def test_nothing_is_said_to_be_entered_that_was_not_sent(desk: WindowDesk) -> None:
    desk.window.desk.seat.held = True
    desk.window.during._done("nothing")
    assert not desk.window.shell.toast.isVisible()


def test_a_pump_that_was_paused_before_is_paused_as_of_then(desk: WindowDesk) -> None:
    alarmed = replace(examples.picture(), alarms=pictures.extreme().alarms)
    desk.show(alarmed)
    desk.key(KEYS[Act.ACKNOWLEDGE])
    panel = desk.window.shell.panels.answer
    desk.tap(panel.pauses[2])
    desk.tap(panel.pump_yes)
    assert desk.backend.commands[-1] == PauseInfusion(BY, 120.0)
