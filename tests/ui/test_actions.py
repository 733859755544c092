"""What is pressed in the window, and the commands that it sends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pictures
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from monitor.commands import (
    Acknowledge,
    ChangeLimit,
    EndSession,
    ManualCuff,
    Note,
    NoteKind,
    PauseAudio,
    PauseInfusion,
    ResumeAudio,
    ResumeInfusion,
    Sedation,
    StartInfusion,
    StopInfusion,
    UndoNote,
)
from monitor.entries import Entry
from monitor.outcomes import Refused
from monitor.phases import Phase
from monitor.treatment.commands import PumpStopped
from monitor.vitals import VitalSign
from ui.chair.bottom_bar import KEYS, Act
from ui.panels import Panel
from ui.words import say

KEY = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WindowDesk]:
    made = WindowDesk(qtbot)
    yield made
    made.close()


# ---- what is pressed


def test_acknowledge_answers_the_alarm_in_the_bar_and_no_other(desk: WindowDesk) -> None:
    desk.show(pictures.extreme())
    desk.key(KEY.Key_F3)
    assert desk.backend.sent == []
    desk.tap(desk.window.shell.panels.answer.just)
    assert desk.backend.sent == [(2, Acknowledge("bp/high", "Nurse AK"))]


def test_each_alarm_of_the_list_has_its_own_acknowledge(desk: WindowDesk) -> None:
    desk.show(pictures.extreme())
    desk.tap(desk.window.shell.bar.more)
    rows = desk.window.shell.alarm_list.rows
    assert list(rows) == ["bp/high", "hr/high"]
    desk.tap(rows["hr/high"].answer)
    assert not desk.window.shell.alarm_list.isVisible()
    desk.tap(desk.window.shell.panels.answer.just)
    assert desk.backend.commands == [Acknowledge("hr/high", "Nurse AK")]


def test_the_list_of_alarms_leaves_bar_and_numerals_free(desk: WindowDesk) -> None:
    desk.show(pictures.extreme())
    desk.tap(desk.window.shell.bar.more)
    shell = desk.window.shell
    box = shell.alarm_list.geometry()
    assert not box.intersects(shell.bar.geometry())
    assert box.left() > shell.live.cuff.geometry().right()


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Return, KEY.Key_Enter, KEY.Key_Escape])
@pytest.mark.parametrize("act", [Act.SILENCE, Act.ACKNOWLEDGE])
def test_space_enter_and_escape_never_silence_and_never_acknowledge(
    desk: WindowDesk, key: Qt.Key, act: Act
) -> None:
    desk.show(pictures.medium())
    desk.window.shell.bottom.tiles[act].setFocus()
    desk.key(key)
    desk.window.setFocus()
    desk.key(key)
    assert desk.backend.sent == []


def test_silence_pauses_the_sound_and_turns_it_on_again(desk: WindowDesk) -> None:
    desk.show(pictures.medium())
    desk.key(KEY.Key_F2)
    desk.show(pictures.extreme())
    desk.key(KEY.Key_F2)
    assert desk.backend.commands == [PauseAudio("Nurse AK"), ResumeAudio("Nurse AK")]


@pytest.mark.parametrize(
    ("act", "panel"), [(Act.CUFF, Panel.CUFF), (Act.NOTE, Panel.NOTE)], ids=["cuff", "note"]
)
def test_a_key_opens_its_panel_and_closes_it_again(
    desk: WindowDesk, act: Act, panel: Panel
) -> None:
    desk.show(pictures.calm())
    desk.key(KEYS[act])
    assert desk.window.shell.panels.is_open(panel)
    desk.key(KEYS[act])
    assert not desk.window.shell.panels.any_open


def test_panels_lie_over_the_curves_only(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    shell = desk.window.shell
    for panel in shell.panels.by_name.values():
        box = panel.geometry()
        assert not box.intersects(shell.bar.geometry())
        assert not box.intersects(shell.bottom.geometry())
        assert box.left() > shell.live.cuff.geometry().right()


def test_pause_becomes_resume_while_the_infusion_is_paused(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    desk.key(KEY.Key_F6)
    desk.show(pictures.paused())
    assert desk.window.shell.bottom.tiles[Act.PAUSE].text() == "Resume infusion"
    desk.key(KEY.Key_F6)
    assert desk.backend.commands == [PauseInfusion("Nurse AK"), ResumeInfusion("Nurse AK")]


def test_a_note_is_one_tap_and_can_be_undone_until_it_fades(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    desk.key(KEY.Key_F5)
    desk.key(KEY.Key_1)
    note = desk.backend.commands[0]
    assert isinstance(note, Note)
    assert note.kind is NoteKind.DISSOCIATION
    toast = desk.window.shell.toast
    assert toast.text == "Dissociation 26:10 · saving…"
    now_s = pictures.calm().now_s
    line = pictures.noted(note.kind, now_s + 0.2, note.note_id)
    desk.show(pictures.picture(now_s=now_s + 1, notes=(line,), recorded_at_s=now_s + 0.5))
    assert toast.text == "Dissociation 26:10 · saved"
    desk.tap(toast.undo)
    assert desk.backend.commands[1] == UndoNote(note.note_id, "Nurse AK")
    struck = replace(line, undone=True)
    desk.show(pictures.picture(now_s=now_s + 2, notes=(struck,), recorded_at_s=now_s + 2))
    assert "struck through" in toast.text
    assert not toast.undo.isVisible()
    for _ in range(8):
        desk.turn(1.5)
        desk.show(pictures.calm())
    assert not toast.isVisible()


def test_a_note_is_not_called_saved_before_the_store_has_it(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    desk.window.note(NoteKind.NAUSEA, "")
    note = desk.backend.commands[0]
    assert isinstance(note, Note)
    now_s = pictures.calm().now_s
    line = pictures.noted(note.kind, now_s + 0.2, note.note_id)
    desk.show(pictures.picture(now_s=now_s + 5, notes=(line,), recorded_at_s=now_s + 0.1))
    assert "saving" in desk.window.shell.toast.text


def test_own_words_are_a_note_too(desk: WindowDesk, qtbot: QtBot) -> None:
    desk.show(pictures.calm())
    desk.key(KEY.Key_F5)
    panel = desk.window.shell.panels.note
    desk.tap(panel.own)
    qtbot.keyClicks(panel.words, "sees colours 3")
    qtbot.keyClick(panel.words, KEY.Key_Return)
    note = desk.backend.commands[0]
    assert isinstance(note, Note)
    assert (note.kind, note.text) == (NoteKind.FREE_TEXT, "sees colours 3")
    assert len(desk.backend.sent) == 1


def test_a_pressure_by_hand_is_typed_and_stored_with_enter(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    desk.key(KEY.Key_F4)
    for key in (KEY.Key_1, KEY.Key_6, KEY.Key_8, KEY.Key_9, KEY.Key_5):
        desk.key(key)
    desk.key(KEY.Key_Return)
    assert desk.backend.commands == [ManualCuff(168.0, 95.0, "Nurse AK")]
    assert desk.window.shell.toast.text.startswith("BP 168/95 by hand")


def test_an_unusual_pressure_is_pointed_out_and_not_refused(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    desk.key(KEY.Key_F4)
    panel = desk.window.shell.panels.cuff
    for digit in "20024":
        desk.tap(panel.keys[digit])
    panel.mark(VitalSign.DBP)
    desk.tap(panel.keys["0"])
    assert panel.hint() == say("cuff-odd")
    desk.tap(panel.store)
    assert desk.backend.commands == []
    desk.tap(panel.store)
    assert desk.backend.commands == [ManualCuff(200.0, 240.0, "Nurse AK")]


def test_a_sedation_score_is_sent_and_said(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    desk.key(KEY.Key_F5)
    desk.tap(desk.window.shell.panels.note.scores)
    desk.tap(desk.window.shell.panels.scores.quick["moaa-s", "2"])
    assert desk.backend.commands == [Sedation(2, "Nurse AK")]
    assert "Sedation score 2" in " ".join(label.text for label in desk.window.shell.toast.labels)


def test_half_a_pressure_is_not_stored(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    desk.key(KEY.Key_F4)
    for digit in "168":
        desk.tap(desk.window.shell.panels.cuff.keys[digit])
    desk.key(KEY.Key_Return)
    assert desk.backend.sent == []
    assert desk.window.shell.panels.is_open(Panel.CUFF)


def test_a_limit_moves_in_three_taps_and_a_refusal_is_a_sentence(desk: WindowDesk) -> None:
    desk.show(pictures.medium())
    desk.tap(desk.window.shell.top.limits)
    panel = desk.window.shell.panels.limits
    desk.tap(panel.rows["sbp-high"].more)
    assert desk.backend.commands == [ChangeLimit("sbp-high", 170.0, "Nurse AK")]
    crossed = ("sbp-high", "180", "sbp-very-high", "180")
    refused = Refused("change-limit", "limit-crossed", crossed)
    desk.backend.inbox.put(pictures.said(pictures.medium(), None, (refused,)))
    desk.turn()
    assert panel.refusal.startswith("SBP high = 180 would cross SBP very high")
    assert panel.refusal in [label.text for label in panel.labels]
    desk.tap(panel.rows["sbp-high"].reset)
    assert desk.backend.commands[1] == ChangeLimit("sbp-high", None, "Nurse AK")


def test_a_step_of_saturation_is_one_and_of_pressure_five(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    desk.tap(desk.window.shell.top.limits)
    panel = desk.window.shell.panels.limits
    assert not panel.rows["dbp-high"].isVisible()
    desk.tap(panel.tabs["spo2"])
    desk.tap(panel.rows["spo2-low"].less)
    desk.tap(panel.tabs["dbp"])
    desk.tap(panel.rows["dbp-high"].less)
    assert desk.backend.commands == [
        ChangeLimit("spo2-low", 91.0, "Nurse AK"),
        ChangeLimit("dbp-high", 95.0, "Nurse AK"),
    ]


def test_any_other_refusal_is_shown_as_a_sentence(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    refused = Refused("start", "refused-in-this-phase", ("start", "treating"))
    desk.backend.inbox.put(pictures.said(pictures.calm(), None, (refused,)))
    desk.turn()
    assert "treating" in desk.window.shell.toast.text


def test_emergency_by_key_needs_to_be_held(desk: WindowDesk, qtbot: QtBot) -> None:
    desk.show(pictures.calm())
    qtbot.keyPress(desk.window, KEY.Key_F12)
    qtbot.keyRelease(desk.window, KEY.Key_F12)
    assert not desk.window._hold.isActive()
    qtbot.keyPress(desk.window, KEY.Key_F12)
    qtbot.waitUntil(lambda: desk.window.shell.panels.is_open(Panel.EMERGENCY), timeout=3000)
    qtbot.keyRelease(desk.window, KEY.Key_F12)
    assert len(desk.backend.sent) == 1


# ---- the next step


def test_baseline_is_followed_by_one_tap_to_start(desk: WindowDesk) -> None:
    desk.show(pictures.baseline())
    desk.tap(desk.window.shell.live.ribbon.next)
    assert desk.backend.commands == [StartInfusion("Nurse AK")]


def test_stopping_asks_for_the_pump_first(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    ribbon = desk.window.shell.live.ribbon
    desk.tap(ribbon.next)
    assert desk.backend.sent == []
    assert "Is the pump stopped?" in ribbon.accessibleName()
    desk.tap(ribbon.no)
    assert desk.backend.sent == []
    desk.tap(ribbon.next)
    desk.tap(ribbon.yes)
    assert desk.backend.commands == [StopInfusion("Nurse AK"), PumpStopped(True, "Nurse AK")]


def test_a_question_is_dropped_when_it_no_longer_fits(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    desk.tap(desk.window.shell.live.ribbon.next)
    desk.show(pictures.recovery())
    assert desk.window.shell.live.ribbon.asking is None


def test_recovery_ends_after_a_question_and_then_offers_the_review(desk: WindowDesk) -> None:
    desk.show(pictures.recovery())
    ribbon = desk.window.shell.live.ribbon
    desk.tap(ribbon.next)
    desk.tap(ribbon.yes)
    assert desk.backend.commands == [EndSession("Nurse AK")]
    desk.show(pictures.picture(phase=Phase.SIGNED))
    assert desk.words() == "Session ended"
    desk.tap(ribbon.next)
    assert desk.window.shell.pages.currentWidget() is desk.window.shell.review


def test_the_alarm_bar_and_the_actions_stay_on_every_page(desk: WindowDesk) -> None:
    desk.show(pictures.medium())
    shell = desk.window.shell
    for page in ("new", "review", "about", "live"):
        desk.window.go(page)
        desk.turn()
        desk.show(pictures.medium())
        assert shell.bar.isVisible()
        assert shell.bottom.isVisible()
        assert desk.words().startswith("Chair 2 BP 168/101")


def test_digits_select_the_chair(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    desk.backend.publish(
        pictures.picture(chair=1, session_id="other", alarms=(pictures.BP_MEDIUM,))
    )
    desk.turn()
    assert desk.window.shell.top.chair_tiles[1].text() == "Chair 1 !!"
    desk.key(KEY.Key_1)
    assert desk.window.desk.chair == 1
    desk.turn()
    assert desk.words().startswith("Chair 1 SBP 168 ≥ 160")
    desk.tap(desk.window.shell.top.chair_tiles[2])
    assert desk.window.desk.chair == 2


def test_a_session_that_was_running_before_the_window_is_looked_up(qtbot: QtBot) -> None:
    desk = WindowDesk(qtbot, demo=True)
    entry = Entry(pictures.SESSION, 0, 0.0, pictures.opened())
    desk.backend.entries = (entry,)
    desk.backend.publish(pictures.calm())
    desk.turn()
    assert desk.backend.looked_up == [pictures.SESSION]
    assert desk.window.desk.by == "Nurse AK"
    desk.window.close()
