"""The sound check in the window: offered when it is due, gone through, and left at any time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pictures
import pytest
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from devices.sound_process import SoundReport
from devices.sounds import Sound
from monitor.commands import SoundChecked
from monitor.outcomes import Priority
from monitor.sound_check import CheckKind
from monitor.sounding import Sounding
from ui.chair.sound_panel import SoundPanel
from ui.panels import Panel
from ui.sound_check import SoundChecks, Sounds
from ui.words import say

HIGH, MEDIUM, LOW = Priority.HIGH, Priority.MEDIUM, Priority.LOW


@dataclass
class Seat:
    """A loudspeaker that may be dead, and the real checks that play on it."""

    path: Path
    dead: bool = False
    alarm: tuple[Sounding, ...] = ()
    played: list[Priority] = field(default_factory=list)
    told: list[SoundChecked] = field(default_factory=list)

    def __post_init__(self) -> None:
        sounds = Sounds(self.play, self.told.append, lambda: self.alarm)
        self.checks = SoundChecks(self.path, sounds, seat="desk")

    def play(self, priority: Priority) -> None:
        self.played.append(priority)
        if not self.dead:
            self.checks.hear(SoundReport("burst", Sound(priority).name, 1.0))


@pytest.fixture
def seat(tmp_path: Path) -> Seat:
    return Seat(tmp_path / "checks.json")


@pytest.fixture
def desk(qtbot: QtBot, seat: Seat) -> Iterator[WindowDesk]:
    made = WindowDesk(qtbot)
    made.backend.sounds = seat.checks
    made.backend.check_due = CheckKind.FULL
    made.turn()
    yield made
    made.close()


def opened(desk: WindowDesk) -> SoundPanel:
    """The panel, opened from the menu during a session."""
    desk.show(pictures.calm())
    desk.window.go("sound")
    desk.turn()
    assert desk.window.shell.panels.is_open(Panel.SOUND)
    return desk.window.shell.panels.sound


def words(panel: SoundPanel) -> str:
    return " ".join(label.text for label in panel.labels)


def test_a_check_that_is_due_is_a_card_on_the_start_page(desk: WindowDesk) -> None:
    card = desk.window.shell.start.sound
    assert card.isVisible()
    assert card.sentence.text() == say("sound-card-full")
    desk.backend.check_due = CheckKind.SHORT
    desk.turn()
    assert card.sentence.text() == say("sound-card-short")
    desk.backend.check_due = None
    desk.turn()
    assert not card.isVisible()


def test_the_card_leads_to_the_check_and_knows_who_was_typed(desk: WindowDesk, seat: Seat) -> None:
    start = desk.window.shell.start
    start.fields["by"].line.setText("NB")
    start.sound.check.click()
    desk.turn()
    panel = desk.window.shell.panels.sound
    assert panel.isVisible()
    assert panel.who.text() == "NB"
    desk.tap(panel.kinds[CheckKind.SHORT])
    desk.tap(panel.yes)
    assert seat.told == [SoundChecked("desk", full=False, heard=True, by="NB")]


def test_a_full_check_asks_for_each_burst_and_is_told_to_the_sessions(
    desk: WindowDesk, seat: Seat
) -> None:
    panel = opened(desk)
    assert panel.who.text() == "Nurse AK"
    desk.tap(panel.kinds[CheckKind.FULL])
    for step in (HIGH, MEDIUM, LOW):
        assert seat.played[-1] is step
        assert say("sound-asks", say(f"sound-step-{step.word}").lower()) in words(panel)
        desk.tap(panel.yes)
    assert say("sound-heard") in words(panel)
    assert seat.told == [SoundChecked("desk", full=True, heard=True, by="Nurse AK")]
    desk.tap(panel.done)
    assert not desk.window.shell.panels.any_open


def test_a_burst_that_was_not_heard_ends_the_check_with_help(desk: WindowDesk, seat: Seat) -> None:
    panel = opened(desk)
    desk.tap(panel.kinds[CheckKind.FULL])
    desk.tap(panel.yes)
    desk.tap(panel.no)
    assert say("sound-not-heard", "medium alarm") in words(panel)
    assert seat.told == [SoundChecked("desk", full=True, heard=False, by="Nurse AK")]
    desk.tap(panel.anew)
    assert seat.played == [HIGH, MEDIUM, HIGH]


def test_a_dead_loudspeaker_is_said_and_can_be_answered_with_no(
    desk: WindowDesk, seat: Seat
) -> None:
    seat.dead = True
    panel = opened(desk)
    desk.tap(panel.kinds[CheckKind.SHORT])
    assert say("sound-plays", "medium alarm") in words(panel)
    desk.turn(4.0)
    assert say("sound-slow", "medium alarm") in words(panel)
    assert not panel.yes.isEnabled()
    desk.tap(panel.play_again)
    assert seat.played == [MEDIUM, MEDIUM]
    desk.tap(panel.no)
    assert seat.told == [SoundChecked("desk", full=False, heard=False, by="Nurse AK")]


def test_nothing_is_played_before_somebody_says_who_listens(desk: WindowDesk, seat: Seat) -> None:
    panel = opened(desk)
    panel.who.clear()
    desk.tap(panel.kinds[CheckKind.FULL])
    assert say("sound-who-missing") in words(panel)
    assert panel.who.hasFocus()
    assert seat.played == []


def test_an_alarm_is_answered_first(desk: WindowDesk, seat: Seat) -> None:
    seat.alarm = (Sounding(2, HIGH),)
    panel = opened(desk)
    desk.tap(panel.kinds[CheckKind.FULL])
    assert say("sound-check-alarm") in words(panel)
    assert seat.played == []
    desk.tap(panel.no)
    assert say("sound-check-not-played") in words(panel)
    seat.alarm = ()
    desk.tap(panel.play_again)
    assert say("sound-asks", "high alarm") in words(panel)


def test_a_check_that_was_left_counts_for_nothing(desk: WindowDesk, seat: Seat) -> None:
    panel = opened(desk)
    desk.tap(panel.kinds[CheckKind.FULL])
    desk.tap(panel.close_tile)
    desk.window.go("sound")
    desk.turn()
    assert say("sound-due-full") in words(panel)
    assert seat.told == []


def test_the_menu_says_that_a_check_is_due_and_offers_it_at_any_time(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    tile = desk.window.shell.panels.menu.choices["sound"]
    for due, text in ((CheckKind.SHORT, "menu-sound-due"), (None, "menu-sound")):
        desk.backend.check_due = due
        desk.tap(desk.window.shell.top.menu)
        assert tile.isVisible()
        assert tile.text() == say(text)
        desk.window.shell.panels.close_all()


def test_a_program_without_sound_says_so(desk: WindowDesk) -> None:
    desk.backend.sounds = None
    panel = opened(desk)
    desk.tap(panel.kinds[CheckKind.SHORT])
    assert "no loudspeaker here" in words(panel)


def test_a_session_is_prepared_from_the_first_look_at_the_start_page(desk: WindowDesk) -> None:
    wall = desk.wall_s
    desk.turn()
    assert set(desk.backend.due_since) == {wall}
    desk.wall_s += 600.0
    desk.turn()
    assert desk.backend.due_since[-1] == wall
    desk.window.shell.start.opened.emit("20260101-0001", 2)
    desk.show(pictures.calm())
    desk.window.go("new")
    desk.turn()
    assert desk.backend.due_since[-1] == wall + 600.0


def test_a_demo_has_no_sound_to_check(qtbot: QtBot) -> None:
    demo = WindowDesk(qtbot, demo=True)
    demo.backend.check_due = CheckKind.FULL
    demo.show(pictures.calm())
    demo.window.go("new")
    demo.turn()
    assert not demo.window.shell.start.sound.isVisible()
    demo.tap(demo.window.shell.top.menu)
    assert not demo.window.shell.panels.menu.choices["sound"].isVisible()
    demo.close()
