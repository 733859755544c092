"""The whole window, fed through its inbox; what it sends is what was pressed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pictures
import pytest
from pytestqt.qtbot import QtBot
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from recording_backend import RecordingBackend, StillClock

from monitor.entries import ChairBroken, Entry
from monitor.events import (
    Acknowledge,
    AlarmPhase,
    ChangeLimit,
    EndSession,
    ManualCuff,
    Note,
    NoteKind,
    PauseAudio,
    PauseInfusion,
    Refused,
    ResumeAudio,
    ResumeInfusion,
    StartInfusion,
    StopInfusion,
    UndoNote,
)
from monitor.phases import Phase
from monitor.picture import ChairPicture
from ui.app import application
from ui.chair.bottom_bar import KEYS, Act
from ui.panels import Panel
from ui.theme import DARK
from ui.window import MainWindow
from ui.words import say

KEY = Qt.Key


class Desk:
    """A window on a still clock, and the program behind it."""

    def __init__(self, qtbot: QtBot, *, demo: bool = False) -> None:
        application()
        self.qtbot = qtbot
        self.clock = StillClock()
        self.backend = RecordingBackend(demo=demo)
        self.window = MainWindow(
            self.backend, DARK, clock=self.clock, wall=lambda: 1_790_000_000.0
        )
        self.window.resize(1280, 720)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def show(self, picture: ChairPicture) -> None:
        if not self.window.state.chairs:
            self.backend.inbox.put(pictures.story(picture)[0])
        self.backend.publish(picture)
        self.turn()

    def turn(self, seconds: float = 0.3) -> None:
        self.clock.now_s += seconds
        self.window.turn()

    def key(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key)

    def tap(self, tile: QAbstractButton) -> None:
        assert tile.isVisible()
        self.qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)

    def words(self) -> str:
        return " ".join(label.text for label in self.window.shell.bar.labels)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.window._may_close = True
    made.window.close()


# ---- what is shown


def test_without_a_session_the_window_offers_to_start_one(desk: Desk) -> None:
    assert desk.window.shell.pages.currentWidget() is desk.window.shell.start
    assert desk.words() == "No session is running"


def test_the_first_picture_opens_the_live_view(desk: Desk) -> None:
    desk.show(pictures.calm())
    assert desk.window.shell.pages.currentWidget() is desk.window.shell.live
    assert desk.words() == "No alarms monitor connected"


def test_the_window_says_that_it_lives_every_time_it_empties_its_inbox(desk: Desk) -> None:
    before = desk.backend.beats
    desk.turn()
    assert desk.backend.beats == before + 1


def test_the_bar_shows_the_most_urgent_alarm_and_counts_the_others(desk: Desk) -> None:
    desk.show(pictures.extreme())
    assert desk.words().startswith("BP 206/121")
    assert "SBP ≥ 200 · DBP ≥ 120" in desk.words()
    assert desk.window.shell.bar.more.text() == "+1 more"
    assert "Audio paused 1:47" in desk.words()


def test_a_high_alarm_flashes_between_two_readable_bars(desk: Desk) -> None:
    desk.show(replace(pictures.extreme(), audio_pause_left_s=None))
    bars = set()
    for _ in range(10):
        desk.turn(0.05)
        bars.add(desk.window.shell.bar.colours())
    assert len(bars) == 2
    assert {words for _, words in bars} == {DARK.on_high}


def test_an_acknowledged_alarm_stays_as_a_dark_bar_that_does_not_flash(desk: Desk) -> None:
    desk.show(pictures.paused())
    bar = desk.window.shell.bar
    assert "acknowledged" in desk.words()
    assert not bar.full
    assert bar.colours() == (DARK.panel, DARK.text)
    assert not desk.window.shell.bottom.tiles[Act.ACKNOWLEDGE].isEnabled()


def test_simulated_is_said_in_the_top_line_and_over_the_curves(desk: Desk) -> None:
    desk.show(pictures.calm())
    assert say("simulated") in [label.text for label in desk.window.shell.top.labels]
    assert desk.window.shell.live.watermark.isVisible()
    desk.show(pictures.picture(simulated=False))
    assert say("simulated") not in [label.text for label in desk.window.shell.top.labels]
    assert not desk.window.shell.live.watermark.isVisible()


def test_the_top_line_names_patient_deviation_record_and_nurse(desk: Desk) -> None:
    desk.show(pictures.medium())
    texts = [label.text for label in desk.window.shell.top.labels]
    assert "Chair 2" in texts
    assert "J. M. · 1974 · #20417" in texts
    assert "recorded 1 s ago" in texts
    assert "Nurse AK" in texts
    assert desk.window.shell.top.limits.text() == "Adult IV · SBP high 165 ≠ 160"


def test_a_station_that_stopped_answering_covers_everything_until_it_answers(desk: Desk) -> None:
    desk.show(pictures.calm())
    desk.turn(2.5)
    cover = desk.window.shell.stalled
    assert cover.isVisible()
    assert cover.geometry() == desk.window.shell.rect()
    assert "Watch the bedside monitor." in cover.accessibleName()
    desk.show(pictures.calm())
    assert not cover.isVisible()


def test_a_broken_chair_covers_its_numbers_but_not_the_alarm_bar(desk: Desk) -> None:
    desk.show(pictures.calm())
    desk.backend.inbox.put(ChairBroken(2, "a bug"))
    desk.turn()
    cover = desk.window.shell.broken
    assert cover.isVisible()
    assert not cover.geometry().intersects(desk.window.shell.bar.geometry())


class PaintCounter(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_a_picture_that_says_nothing_new_repaints_nothing(desk: Desk, qtbot: QtBot) -> None:
    shell = desk.window.shell
    desk.show(pictures.calm())
    qtbot.waitUntil(lambda: not shell.live.watermark.isHidden())
    desk.window.repaint()
    counter = PaintCounter()
    boards = (shell.top, shell.bar, shell.live.cuff, shell.live.heart, shell.live.ribbon)
    for board in boards:
        board.installEventFilter(counter)
    for _ in range(50):
        desk.backend.publish(pictures.calm())
        desk.turn(0.04)
        application().processEvents()
    assert counter.count == 0
    desk.show(pictures.medium())
    qtbot.waitUntil(lambda: counter.count > 0)


# ---- what is pressed


def test_acknowledge_answers_the_alarm_in_the_bar_and_no_other(desk: Desk) -> None:
    desk.show(pictures.extreme())
    desk.key(KEY.Key_F3)
    assert desk.backend.sent == [(2, Acknowledge("bp/high", "Nurse AK"))]


def test_each_alarm_of_the_list_has_its_own_acknowledge(desk: Desk) -> None:
    desk.show(pictures.extreme())
    desk.tap(desk.window.shell.bar.more)
    rows = desk.window.shell.alarm_list.rows
    assert list(rows) == ["bp/high", "hr/high"]
    desk.tap(rows["hr/high"].answer)
    assert desk.backend.commands == [Acknowledge("hr/high", "Nurse AK")]


def test_the_list_of_alarms_leaves_bar_and_numerals_free(desk: Desk) -> None:
    desk.show(pictures.extreme())
    desk.tap(desk.window.shell.bar.more)
    shell = desk.window.shell
    box = shell.alarm_list.geometry()
    assert not box.intersects(shell.bar.geometry())
    assert box.left() > shell.live.cuff.geometry().right()


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Return, KEY.Key_Enter, KEY.Key_Escape])
@pytest.mark.parametrize("act", [Act.SILENCE, Act.ACKNOWLEDGE])
def test_space_enter_and_escape_never_silence_and_never_acknowledge(
    desk: Desk, key: Qt.Key, act: Act
) -> None:
    desk.show(pictures.medium())
    desk.window.shell.bottom.tiles[act].setFocus()
    desk.key(key)
    desk.window.setFocus()
    desk.key(key)
    assert desk.backend.sent == []


def test_silence_pauses_the_sound_and_turns_it_on_again(desk: Desk) -> None:
    desk.show(pictures.medium())
    desk.key(KEY.Key_F2)
    desk.show(pictures.extreme())
    desk.key(KEY.Key_F2)
    assert desk.backend.commands == [PauseAudio("Nurse AK"), ResumeAudio("Nurse AK")]


@pytest.mark.parametrize(
    ("act", "panel"), [(Act.CUFF, Panel.CUFF), (Act.NOTE, Panel.NOTE)], ids=["cuff", "note"]
)
def test_a_key_opens_its_panel_and_closes_it_again(desk: Desk, act: Act, panel: Panel) -> None:
    desk.show(pictures.calm())
    desk.key(KEYS[act])
    assert desk.window.shell.panels.is_open(panel)
    desk.key(KEYS[act])
    assert not desk.window.shell.panels.any_open


def test_panels_lie_over_the_curves_only(desk: Desk) -> None:
    desk.show(pictures.calm())
    shell = desk.window.shell
    for panel in shell.panels.by_name.values():
        box = panel.geometry()
        assert not box.intersects(shell.bar.geometry())
        assert not box.intersects(shell.bottom.geometry())
        assert box.left() > shell.live.cuff.geometry().right()


def test_pause_becomes_resume_while_the_infusion_is_paused(desk: Desk) -> None:
    desk.show(pictures.calm())
    desk.key(KEY.Key_F6)
    desk.show(pictures.paused())
    assert desk.window.shell.bottom.tiles[Act.PAUSE].text() == "Resume infusion"
    desk.key(KEY.Key_F6)
    assert desk.backend.commands == [PauseInfusion("Nurse AK"), ResumeInfusion("Nurse AK")]


def test_a_note_is_one_tap_and_can_be_undone_until_it_fades(desk: Desk) -> None:
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


def test_a_note_is_not_called_saved_before_the_store_has_it(desk: Desk) -> None:
    desk.show(pictures.calm())
    desk.window.note(NoteKind.NAUSEA, "")
    note = desk.backend.commands[0]
    assert isinstance(note, Note)
    now_s = pictures.calm().now_s
    line = pictures.noted(note.kind, now_s + 0.2, note.note_id)
    desk.show(pictures.picture(now_s=now_s + 5, notes=(line,), recorded_at_s=now_s + 0.1))
    assert "saving" in desk.window.shell.toast.text


def test_own_words_are_a_note_too(desk: Desk, qtbot: QtBot) -> None:
    desk.show(pictures.calm())
    desk.key(KEY.Key_F5)
    panel = desk.window.shell.panels.note
    panel.words.setFocus()
    qtbot.keyClicks(panel.words, "sees colours 3")
    qtbot.keyClick(panel.words, KEY.Key_Return)
    note = desk.backend.commands[0]
    assert isinstance(note, Note)
    assert (note.kind, note.text) == (NoteKind.FREE_TEXT, "sees colours 3")
    assert len(desk.backend.sent) == 1


def test_a_pressure_by_hand_is_typed_and_stored_with_enter(desk: Desk) -> None:
    desk.show(pictures.calm())
    desk.key(KEY.Key_F4)
    for key in (KEY.Key_1, KEY.Key_6, KEY.Key_8, KEY.Key_9, KEY.Key_5):
        desk.key(key)
    desk.key(KEY.Key_Return)
    assert desk.backend.commands == [ManualCuff(168.0, 95.0, "Nurse AK")]
    assert desk.window.shell.toast.text.startswith("BP 168/95 by hand")


def test_an_unusual_pressure_is_pointed_out_and_not_refused(desk: Desk) -> None:
    desk.show(pictures.calm())
    desk.key(KEY.Key_F4)
    panel = desk.window.shell.panels.cuff
    for digit in "400":
        desk.tap(panel.keys[digit])
    for digit in "20":
        desk.tap(panel.keys[digit])
    assert panel.hint() == say("cuff-odd")
    desk.tap(panel.store)
    assert desk.backend.commands == [ManualCuff(400.0, 20.0, "Nurse AK")]


def test_half_a_pressure_is_not_stored(desk: Desk) -> None:
    desk.show(pictures.calm())
    desk.key(KEY.Key_F4)
    for digit in "168":
        desk.tap(desk.window.shell.panels.cuff.keys[digit])
    desk.key(KEY.Key_Return)
    assert desk.backend.sent == []
    assert desk.window.shell.panels.is_open(Panel.CUFF)


def test_a_limit_moves_in_three_taps_and_a_refusal_is_a_sentence(desk: Desk) -> None:
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


def test_a_step_of_saturation_is_one_and_of_pressure_five(desk: Desk) -> None:
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


def test_any_other_refusal_is_shown_as_a_sentence(desk: Desk) -> None:
    desk.show(pictures.calm())
    refused = Refused("start", "refused-in-this-phase", ("start", "treating"))
    desk.backend.inbox.put(pictures.said(pictures.calm(), None, (refused,)))
    desk.turn()
    assert "treating" in desk.window.shell.toast.text


def test_emergency_says_what_to_do_and_notes_the_moment(desk: Desk) -> None:
    desk.show(pictures.calm())
    desk.tap(desk.window.shell.bottom.tiles[Act.EMERGENCY])
    note = desk.backend.commands[0]
    assert isinstance(note, Note)
    assert note.text == "Emergency pressed"
    assert desk.window.shell.panels.is_open(Panel.EMERGENCY)
    line = replace(pictures.noted(note.kind, pictures.calm().now_s, note.note_id), note=note)
    desk.show(pictures.picture(notes=(line,)))
    assert "Emergency noted 26:10" in desk.words()


def test_emergency_by_key_needs_to_be_held(desk: Desk, qtbot: QtBot) -> None:
    desk.show(pictures.calm())
    qtbot.keyPress(desk.window, KEY.Key_F12)
    qtbot.keyRelease(desk.window, KEY.Key_F12)
    assert not desk.window._hold.isActive()
    qtbot.keyPress(desk.window, KEY.Key_F12)
    qtbot.waitUntil(lambda: desk.window.shell.panels.is_open(Panel.EMERGENCY), timeout=3000)
    qtbot.keyRelease(desk.window, KEY.Key_F12)
    assert len(desk.backend.sent) == 1


# ---- the next step


def test_baseline_is_followed_by_one_tap_to_start(desk: Desk) -> None:
    desk.show(pictures.baseline())
    desk.tap(desk.window.shell.live.ribbon.next)
    assert desk.backend.commands == [StartInfusion("Nurse AK")]


def test_stopping_asks_for_the_pump_first(desk: Desk) -> None:
    desk.show(pictures.calm())
    ribbon = desk.window.shell.live.ribbon
    desk.tap(ribbon.next)
    assert desk.backend.sent == []
    assert "Is the pump stopped?" in ribbon.accessibleName()
    desk.tap(ribbon.no)
    assert desk.backend.sent == []
    desk.tap(ribbon.next)
    desk.tap(ribbon.yes)
    assert desk.backend.commands == [StopInfusion("Nurse AK")]


def test_a_question_is_dropped_when_it_no_longer_fits(desk: Desk) -> None:
    desk.show(pictures.calm())
    desk.tap(desk.window.shell.live.ribbon.next)
    desk.show(pictures.recovery())
    assert desk.window.shell.live.ribbon.asking is None


def test_recovery_ends_after_a_question_and_then_offers_the_review(desk: Desk) -> None:
    desk.show(pictures.recovery())
    ribbon = desk.window.shell.live.ribbon
    desk.tap(ribbon.next)
    desk.tap(ribbon.yes)
    assert desk.backend.commands == [EndSession("Nurse AK")]
    desk.show(pictures.picture(phase=Phase.SIGNED))
    assert desk.words() == "Session ended"
    desk.tap(ribbon.next)
    assert desk.window.shell.pages.currentWidget() is desk.window.shell.review


def test_the_alarm_bar_and_the_actions_stay_on_every_page(desk: Desk) -> None:
    desk.show(pictures.medium())
    shell = desk.window.shell
    for page in ("new", "review", "about", "live"):
        desk.window.go(page)
        desk.turn()
        desk.show(pictures.medium())
        assert shell.bar.isVisible()
        assert shell.bottom.isVisible()
        assert desk.words().startswith("BP 168/101")


def test_digits_select_the_chair(desk: Desk) -> None:
    desk.show(pictures.calm())
    desk.backend.publish(
        pictures.picture(chair=1, session_id="other", alarms=(pictures.BP_MEDIUM,))
    )
    desk.turn()
    assert desk.window.shell.top.chair_tiles[1].text() == "Chair 1 !!"
    desk.key(KEY.Key_1)
    assert desk.window.desk.chair == 1
    desk.turn()
    assert desk.words().startswith("SBP 168")
    desk.tap(desk.window.shell.top.chair_tiles[2])
    assert desk.window.desk.chair == 2


def test_a_session_that_was_running_before_the_window_is_looked_up(qtbot: QtBot) -> None:
    desk = Desk(qtbot, demo=True)
    entry = Entry(pictures.SESSION, 0, 0.0, pictures.opened())
    desk.backend.entries = (entry,)
    desk.backend.publish(pictures.calm())
    desk.turn()
    assert desk.backend.looked_up == [pictures.SESSION]
    assert desk.window.desk.by == "Nurse AK"
    desk.window.close()


# ---- closing


def test_closing_asks_in_the_page_while_a_session_runs(desk: Desk) -> None:
    desk.show(pictures.calm())
    assert not desk.window.close()
    assert desk.window.shell.panels.is_open(Panel.CLOSE)
    desk.tap(desk.window.shell.panels.close_question.choices["stay"])
    assert desk.window.isVisible()
    assert not desk.window.close()
    desk.tap(desk.window.shell.panels.close_question.choices["quit"])
    assert not desk.window.isVisible()


def test_closing_does_not_ask_after_the_session(desk: Desk) -> None:
    desk.show(pictures.picture(phase=Phase.SIGNED))
    assert desk.window.close()


# ---- for everybody


@pytest.mark.parametrize("name", sorted(pictures.EXAMPLES))
def test_every_control_of_the_chair_has_a_name_and_is_reached_by_keyboard(
    desk: Desk, name: str
) -> None:
    desk.show(pictures.EXAMPLES[name]())
    shell = desk.window.shell
    places: list[QWidget] = [shell.top, shell.bar, shell.bottom, shell.live, shell.toast]
    places += list(shell.panels.by_name.values())
    buttons = [button for place in places for button in place.findChildren(QAbstractButton)]
    assert len(buttons) > 40
    for button in buttons:
        assert button.accessibleName(), button.text()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_latched_alarm_waits_in_a_steady_bar(desk: Desk) -> None:
    desk.show(pictures.recovery())
    bars = set()
    for _ in range(8):
        desk.turn(0.25)
        desk.show(pictures.recovery())
        bars.add(desk.window.shell.bar.colours())
    assert bars == {(DARK.medium, DARK.on_medium)}
    assert pictures.recovery().alarms[0].state is AlarmPhase.LATCHED
