from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot
from recording_backend import StillClock

from monitor.alarm_spans import alarm_spans
from tests.monitor.judged_record import Recorder
from tests.ui.page_examples import in_a_window
from tests.ui.page_sessions import example_record
from tests.ui.replay.test_player import recorded
from tests.ui.replay.test_replayed_waves import Kept
from ui.ink import Scale
from ui.replay.replay_page import ReplayPage
from ui.requests import Refusal
from ui.theme import DARK
from ui.words import say


class Stage:
    def __init__(self, qtbot: QtBot, width: int = 1280, height: int = 543) -> None:
        self.qtbot, self.clock = qtbot, StillClock()
        self.page = ReplayPage(DARK, self.clock)
        self.page.set_scale(Scale.of(width, 720 if width == 1280 else 1080))
        self.closed: list[bool] = []
        self.page.closed.connect(lambda: self.closed.append(True))
        self.page.open(example_record("s-1", entries=recorded().entries))
        self.window = in_a_window(self.page, width, height)
        qtbot.addWidget(self.window)
        self.page._timer.stop()  # time goes on by hand

    @property
    def player(self):
        assert self.page.player is not None
        return self.page.player

    def turn(self, seconds: float) -> None:
        self.clock.now_s += seconds
        self.page.turn()

    def to(self, at_s: float) -> None:
        self.page.go_to(at_s)
        while self.player.jumping:
            self.turn(0.0)
        self.turn(0.0)

    def press(self, button: QAbstractButton) -> None:
        assert button.isVisible()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def bar_words(self) -> str:
        return " ".join(label.text for label in self.page.bar.labels)


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(qtbot)
    yield made
    made.page.hide()
    made.window.hide()


# ---- nobody takes it for a chair


def test_it_says_replay_beside_the_bar_and_over_the_curves(stage: Stage) -> None:
    assert stage.page.mark.labels[0].text == say("replay-mark")
    assert stage.page.live.watermark.accessibleName() == say("replay-not-now")
    stage.turn(0.1)
    assert stage.page.live.watermark.accessibleName() == say("replay-not-now")


def test_a_replayed_alarm_stands_in_its_bar_and_does_not_flash(stage: Stage) -> None:
    stage.to(695.0)
    assert "187/113" in stage.bar_words()
    for _turn in range(8):
        stage.turn(0.13)
        assert stage.page.bar.bright


def test_nothing_of_the_chair_can_be_pressed(stage: Stage) -> None:
    stage.to(900.0)
    live = stage.page.live
    for part in (live.ribbon, live.instruction, stage.page.bar):
        assert part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        tiles = [tile for tile in part.findChildren(QAbstractButton) if tile.isVisible()]
        assert all(tile.focusPolicy() is Qt.FocusPolicy.NoFocus for tile in tiles)
    assert live.ribbon.face.step is None
    assert not live.instruction.face.answers


# ---- how it is steered


def test_it_plays_at_once_and_pauses_at_a_press(stage: Stage) -> None:
    stage.turn(0.4)
    assert stage.player.now_s == pytest.approx(4.0)
    stage.press(stage.page.controls.play)
    stage.turn(0.4)
    assert stage.player.now_s == pytest.approx(4.0)
    assert stage.page.controls.play.text() == say("replay-play")


def test_another_speed_takes_effect_at_once(stage: Stage) -> None:
    stage.press(stage.page.controls.speeds.button("60"))
    stage.turn(0.5)
    assert stage.player.now_s == pytest.approx(30.0)


def test_time_in_which_the_window_stood_still_is_not_played_over(stage: Stage) -> None:
    stage.turn(300.0)
    assert stage.player.now_s <= 5.0


def test_at_the_end_play_begins_anew(stage: Stage) -> None:
    stage.page.play_or_pause()
    stage.to(99_999.0)
    assert stage.page.controls.play.text() == say("replay-again")
    stage.press(stage.page.controls.play)
    assert stage.player.target_s == 0.0
    assert stage.player.playing


def test_the_buttons_lead_from_alarm_to_alarm(stage: Stage) -> None:
    stage.page.play_or_pause()
    (alarm,) = alarm_spans(recorded().entries)
    stage.press(stage.page.controls.later)
    while stage.player.jumping:
        stage.turn(0.0)
    stage.turn(0.0)
    assert stage.player.now_s == alarm.began_s - 10.0
    assert not stage.page.controls.later.isEnabled()


def test_space_plays_and_pauses(stage: Stage) -> None:
    stage.page.setFocus()
    stage.qtbot.keyClick(stage.page, Qt.Key.Key_Space)
    assert not stage.player.playing


def test_waves_are_shown_at_a_speed_at_which_they_can_be_seen(stage: Stage) -> None:
    page = stage.page
    page.open(example_record("s-1", entries=recorded().entries), Kept().read)
    assert page.live.pleth.isHidden()  # at ×10 none has come yet
    stage.press(page.controls.speeds.button("1"))
    stage.turn(0.4)
    assert page.live.pleth.isVisible()
    assert page.live.ecg.isHidden()


def test_without_waves_in_the_record_there_is_no_place_for_any(stage: Stage) -> None:
    stage.press(stage.page.controls.speeds.button("1"))
    stage.turn(0.4)
    assert stage.page.live.pleth.isHidden()


# ---- how it is left


def test_escape_and_back_leave_it(stage: Stage) -> None:
    stage.qtbot.keyClick(stage.page, Qt.Key.Key_Escape)
    stage.press(stage.page.leave)
    assert len(stage.closed) == 2


def test_out_of_sight_it_stands_still_and_is_silent(stage: Stage) -> None:
    stage.page.hide()
    assert not stage.player.playing
    assert not stage.page.sound.on
    assert not stage.page._timer.isActive()


def test_it_is_left_at_once_when_a_patient_needs_the_screen(stage: Stage) -> None:
    stage.page.in_the_way = lambda: True
    before = stage.player.now_s
    stage.turn(0.5)
    assert stage.closed
    assert stage.player.now_s == before


def test_a_record_that_cannot_be_judged_is_refused(qtbot: QtBot) -> None:
    page = ReplayPage(DARK)
    qtbot.addWidget(page)
    with pytest.raises(Refusal):
        page.open(example_record("s-1", entries=Recorder().entries[1:]))


# ---- what fits


@pytest.mark.parametrize(("width", "height"), [(1920, 824), (1280, 543)])
def test_every_word_has_its_place(qtbot: QtBot, width: int, height: int) -> None:
    stage = Stage(qtbot, width, height)
    stage.to(695.0)
    page = stage.page
    for board in (page.mark, page.bar, page.controls.scrub, page.live.ribbon):
        assert not [label.text for label in board.labels if label.shortened]
    parts: list[QWidget] = [page.mark, page.bar, page.live, page.controls]
    for part in parts:
        assert page.rect().contains(part.geometry())
    for one, other in ((page.mark, page.bar), (page.bar, page.leave), (page.live, page.controls)):
        assert not one.geometry().intersects(other.geometry())
    page.hide()
    stage.window.hide()
