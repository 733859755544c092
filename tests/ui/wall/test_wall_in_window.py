"""The wall in the real window: how one gets there and away, and whom every press is about."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import alarm_examples
import pictures
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from rooms import example, on_chair, published, treated
from window_desk import WindowDesk

from monitor.commands import Acknowledge, BeginEmergency, PauseAudio, PauseInfusion
from monitor.entries import ChairBroken, Published
from monitor.outcomes import Priority, Refused
from monitor.phases import Phase
from monitor.picture import ChairPicture
from monitor.treatment.view import GivingView
from ui.chair.bottom_bar import Act
from ui.panels import Panel
from ui.theme import DARK
from ui.wall.faces import Use
from ui.words import say

KEY = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WindowDesk]:
    made = WindowDesk(qtbot)
    yield made
    made.close()


def fill(desk: WindowDesk, *shown: ChairPicture) -> None:
    """Each chair with a nurse of its own, so that a command tells whose it is."""
    for picture in shown:
        for message in published(picture, by=f"Nurse {picture.chair}"):
            desk.backend.inbox.put(message)
    desk.turn()


def full(desk: WindowDesk, chairs: int = 4) -> None:
    fill(desk, *(example(chair) for chair in range(1, chairs + 1)))


def page(desk: WindowDesk) -> str:
    shell = desk.window.shell
    shown = shell.pages.currentWidget()
    names = {"wall": shell.wall, "live": shell.live, "start": shell.start}
    return next(name for name, widget in names.items() if widget is shown)


# ---- getting there and away


def test_two_sessions_are_found_at_the_wall_and_one_at_its_chair(desk: WindowDesk) -> None:
    full(desk, 2)
    assert page(desk) == "wall"
    assert desk.window.desk.chair is None


def test_one_session_is_found_at_its_chair(desk: WindowDesk) -> None:
    fill(desk, example(3))
    assert (page(desk), desk.window.desk.chair) == ("live", 3)
    assert desk.window.shell.top.room.isHidden()


def test_nobody_is_taken_to_the_wall_while_working_at_a_chair(desk: WindowDesk) -> None:
    fill(desk, example(3))
    fill(desk, example(1))
    assert (page(desk), desk.window.desk.chair) == ("live", 3)
    assert desk.window.shell.top.room.isVisible()


def test_one_tap_goes_to_the_chair_and_one_back(desk: WindowDesk) -> None:
    full(desk)
    desk.tap(desk.window.shell.wall.tiles[3])
    desk.turn()
    assert (page(desk), desk.window.desk.chair) == ("live", 3)
    desk.tap(desk.window.shell.top.room)
    desk.turn()
    assert (page(desk), desk.window.desk.chair) == ("wall", None)


def test_a_digit_goes_to_the_chair_and_zero_to_the_wall(desk: WindowDesk) -> None:
    full(desk)
    desk.key(KEY.Key_2)
    desk.qtbot.waitUntil(lambda: page(desk) == "live")
    assert desk.window.desk.chair == 2
    desk.key(KEY.Key_0)
    desk.qtbot.waitUntil(lambda: page(desk) == "wall")
    assert desk.window.desk.chair is None


def test_the_menu_goes_to_the_wall_and_offers_nothing_of_a_chair_there(desk: WindowDesk) -> None:
    full(desk)
    desk.window.show_chair(1)
    desk.tap(desk.window.shell.top.menu)
    menu = desk.window.shell.panels.menu
    desk.tap(menu.choices["wall"])
    assert page(desk) == "wall"
    desk.tap(desk.window.shell.top.menu)
    for name in ("live", "devices", "waves", "end"):
        assert menu.choices[name].isHidden()


def test_a_free_chair_leads_to_a_session_on_it_and_cancel_leads_back(desk: WindowDesk) -> None:
    full(desk, 3)
    assert desk.window.shell.wall.tiles[4].face.use is Use.FREE
    desk.tap(desk.window.shell.wall.tiles[4])
    assert page(desk) == "start"
    assert desk.window.shell.start.typed().chair == 4
    desk.window.shell.start.cancelled.emit()
    assert page(desk) == "wall"


# ---- the bars of the room


def test_the_bar_shows_the_most_urgent_alarm_of_all_chairs_by_its_chair(desk: WindowDesk) -> None:
    full(desk)
    assert desk.words().startswith("Chair 2 SBP 186 ≥ 180")
    assert "Chair 3 · SBP 168 ≥ 160" in desk.window.shell.bar.more.accessibleName()
    assert desk.window.shell.bottom.tiles[Act.SILENCE].detail == "Chair 2"
    assert desk.window.shell.bottom.tiles[Act.ACKNOWLEDGE].detail == "Chair 2"


def test_the_bar_of_the_room_flashes(desk: WindowDesk) -> None:
    full(desk)
    bars = set()
    for _ in range(10):
        desk.turn(0.05)
        bars.add(desk.window.shell.bar.colours())
    assert len(bars) == 2


def test_a_calm_room_says_how_many_chairs_are_watched(desk: WindowDesk) -> None:
    silent = replace(pictures.link_lost(), alarms=())
    fill(desk, on_chair(1, pictures.calm()), on_chair(2, silent))
    assert desk.words() == "No alarms 2 chairs are watched · chair 2: monitor not connected"


def test_a_paused_sound_is_named_by_its_chair(desk: WindowDesk) -> None:
    fill(desk, on_chair(1, pictures.calm()), on_chair(2, alarm_examples.sound_off()))
    assert "Sound off: chair 2 1:43" in desk.words()
    assert desk.window.shell.bottom.tiles[Act.SILENCE].text() == "Sound on"


def test_at_a_chair_the_alarms_of_the_others_are_named_in_the_bar(desk: WindowDesk) -> None:
    full(desk)
    desk.window.show_chair(1)
    desk.turn()
    assert desk.words().startswith("No alarms on chair 1")
    more = desk.window.shell.bar.more
    assert "Chair 2 · SBP 186 ≥ 180" in more.accessibleName()
    assert more.look.edge == DARK.high
    marks = {chair: tile.text() for chair, tile in desk.window.shell.top.chair_tiles.items()}
    assert "!!!" in marks[2]


def test_a_broken_chair_is_said_in_its_tile_and_covers_no_other(desk: WindowDesk) -> None:
    full(desk)
    desk.backend.inbox.put(ChairBroken(3, "a bug"))
    desk.turn()
    shell = desk.window.shell
    assert shell.wall.tiles[3].face.use is Use.UNWATCHED
    assert shell.wall.tiles[1].face.use is Use.RUNNING
    assert not shell.broken.isVisible()
    assert desk.words().startswith("Chair 3 Technical This chair is not watched")


def test_one_silent_chair_covers_its_tile_and_all_silent_chairs_the_window(
    desk: WindowDesk,
) -> None:
    full(desk)
    for _ in range(9):
        for chair in (1, 2, 4):
            desk.backend.publish(example(chair))
        desk.turn()
    shell = desk.window.shell
    assert shell.wall.tiles[3].face.use is Use.UNWATCHED
    assert not shell.stalled.isVisible()
    desk.turn(3.0)
    assert shell.stalled.isVisible()


# ---- whom a press is about


def test_silence_pauses_the_chair_that_its_tile_names(desk: WindowDesk) -> None:
    full(desk)
    desk.key(KEY.Key_F2)
    assert desk.backend.sent == [(2, PauseAudio("Nurse 2"))]
    assert page(desk) == "wall"


def test_acknowledge_goes_to_the_chair_of_the_alarm_and_asks_there(desk: WindowDesk) -> None:
    full(desk)
    desk.key(KEY.Key_F3)
    desk.turn()
    assert (page(desk), desk.window.desk.chair) == ("live", 2)
    assert desk.backend.sent == []
    desk.tap(desk.window.shell.panels.answer.just)
    assert desk.backend.sent == [(2, Acknowledge("bp/high", "Nurse 2"))]


def test_the_list_of_the_room_answers_each_alarm_at_its_own_chair(desk: WindowDesk) -> None:
    full(desk)
    desk.tap(desk.window.shell.bar.more)
    rows = desk.window.shell.alarm_list.rows
    assert list(rows) == ["2/bp/high", "3/bp/high", "4/sensor-off"]
    desk.tap(rows["3/bp/high"].answer)
    desk.turn()
    assert desk.window.desk.chair == 3
    desk.tap(desk.window.shell.panels.answer.just)
    assert desk.backend.sent == [(3, Acknowledge("bp/high", "Nurse 3"))]


def test_at_a_chair_the_same_alarm_of_another_is_answered_there(desk: WindowDesk) -> None:
    full(desk)
    desk.window.show_chair(3)
    desk.turn()
    desk.tap(desk.window.shell.bar.more)
    rows = desk.window.shell.alarm_list.rows
    assert {"bp/high", "2/bp/high"} <= set(rows)
    desk.tap(rows["2/bp/high"].answer)
    desk.turn()
    desk.tap(desk.window.shell.panels.answer.just)
    assert desk.backend.sent == [(2, Acknowledge("bp/high", "Nurse 2"))]


@pytest.mark.parametrize(("act", "panel"), [(Act.CUFF, Panel.CUFF), (Act.NOTE, Panel.NOTE)])
def test_cuff_and_note_ask_which_chair_and_open_there(
    desk: WindowDesk, act: Act, panel: Panel
) -> None:
    full(desk)
    desk.tap(desk.window.shell.bottom.tiles[act])
    which = desk.window.shell.which
    assert list(which.choices) == [1, 2, 3, 4]
    desk.tap(which.choices[3])
    assert (page(desk), desk.window.desk.chair) == ("live", 3)
    assert desk.window.shell.panels.is_open(panel)
    assert not which.isVisible()


def test_a_digit_answers_which_chair_where_nothing_happens_by_it(desk: WindowDesk) -> None:
    full(desk)
    desk.key(KEY.Key_F5)
    desk.key(KEY.Key_4)
    assert desk.window.desk.chair == 4
    assert desk.window.shell.panels.is_open(Panel.NOTE)


def test_what_a_scanner_types_pauses_nothing(desk: WindowDesk) -> None:
    full(desk)
    desk.key(KEY.Key_F6)
    for key in (KEY.Key_1, KEY.Key_2, KEY.Key_Return, KEY.Key_Space):
        desk.key(key)
    assert desk.backend.sent == []
    assert desk.window.shell.which.isVisible()
    desk.key(KEY.Key_Escape)
    assert not desk.window.shell.which.isVisible()
    assert page(desk) == "wall"


def test_pause_offers_the_chairs_that_can_be_paused(desk: WindowDesk) -> None:
    giving = replace(GivingView(pictures.opened().plan), can_pause=False)
    nasal = treated(on_chair(2, pictures.calm(), profile="intranasal"), giving=giving)
    paused = on_chair(4, pictures.paused())
    fill(desk, example(1), nasal, on_chair(3, pictures.recovery()), paused)
    desk.key(KEY.Key_F6)
    choices = desk.window.shell.which.choices
    assert {chair: tile.isEnabled() for chair, tile in choices.items()} == {
        1: True,
        2: False,
        3: False,
        4: True,
    }
    assert "resume" in choices[4].detail
    desk.tap(choices[1])
    assert desk.backend.sent == [(1, PauseInfusion("Nurse 1"))]


def test_where_only_one_chair_can_be_meant_nobody_is_asked(desk: WindowDesk) -> None:
    fill(desk, example(1), on_chair(2, pictures.picture(phase=Phase.SIGNED)))
    desk.window.go("wall")
    desk.turn()
    desk.tap(desk.window.shell.bottom.tiles[Act.EMERGENCY])
    assert desk.backend.sent == [(1, BeginEmergency("Nurse 1"))]


def test_an_emergency_among_several_asks_which_chair(desk: WindowDesk) -> None:
    full(desk)
    desk.tap(desk.window.shell.bottom.tiles[Act.EMERGENCY])
    assert desk.backend.sent == []
    desk.tap(desk.window.shell.which.choices[4])
    assert desk.backend.sent == [(4, BeginEmergency("Nurse 4"))]
    assert desk.window.shell.panels.is_open(Panel.EMERGENCY)


def test_which_chair_follows_what_happens_meanwhile(desk: WindowDesk) -> None:
    full(desk)
    desk.key(KEY.Key_F4)
    desk.backend.publish(replace(example(4), phase=Phase.SIGNED))
    desk.turn()
    assert list(desk.window.shell.which.choices) == [1, 2, 3]


def test_asked_again_the_question_goes_away(desk: WindowDesk) -> None:
    full(desk)
    desk.tap(desk.window.shell.bottom.tiles[Act.CUFF])
    desk.tap(desk.window.shell.bottom.tiles[Act.CUFF])
    assert not desk.window.shell.which.isVisible()


def test_a_refusal_at_any_chair_is_said_with_its_chair(desk: WindowDesk) -> None:
    full(desk)
    refused = Refused("pause-audio", "refused-nothing-sounds", ())
    shown = example(2)
    desk.backend.inbox.put(Published(2, shown.now_s, None, (refused,), shown))
    desk.turn()
    toast = desk.window.shell.toast
    assert toast.isVisible()
    assert toast.text.startswith("Chair 2: ")
    desk.turn(11.0)
    assert not toast.isVisible()


def test_whatever_alarms_and_whatever_is_pressed_nothing_crosses(desk: WindowDesk) -> None:
    """Eight chairs, random alarms and presses: every command is of the chair that was named."""
    dice = random.Random(11)
    known = [alarm_examples.CONFIRMED, pictures.BP_EXTREME, pictures.HR_MEDIUM, pictures.LINK_LOST]
    sent = 0
    for _turn in range(60):
        shown = []
        for chair in range(1, 9):
            alarms = tuple(
                replace(alarm, key=f"{alarm.alarm}#{chair}")
                for alarm in dice.sample(known, dice.randint(0, 2))
            )
            sound = max((alarm.priority for alarm in alarms), default=None)
            paused_s = 90.0 if sound and dice.random() < 0.3 else None
            shown.append(
                on_chair(
                    chair,
                    pictures.picture(
                        alarms=alarms,
                        sound=None if paused_s else sound,
                        audio_pause_left_s=paused_s,
                    ),
                )
            )
        desk.window.shell.panels.close_all()
        desk.window.go("wall")
        fill(desk, *shown)
        before = len(desk.backend.sent)
        named = press(desk, dice)
        for chair, command in desk.backend.sent[before:]:
            sent += 1
            assert chair == named
            assert command.by == f"Nurse {chair}"
            assert getattr(command, "key", f"#{chair}").endswith(f"#{chair}")
    assert sent > 20
    assert Priority.HIGH in {alarm.priority for alarm in known}


def press(desk: WindowDesk, dice: random.Random) -> int | None:
    """Something is pressed on the wall; the chair that the screen named for it."""
    shell = desk.window.shell
    act = dice.choice(list(Act))
    tile = shell.bottom.tiles[act]
    if not tile.isEnabled():
        return None
    named = tile.detail.split(" · ")[0].removeprefix("Chair ")
    desk.tap(tile)
    if act is Act.SILENCE:
        return int(named)
    if act is Act.ACKNOWLEDGE:
        desk.turn()
        assert desk.window.desk.chair == int(named)
        assert f"Chair {named}" in {label.text for label in shell.top.labels}
        desk.tap(shell.panels.answer.just)
        return int(named)
    chair = dice.choice([chair for chair, one in shell.which.choices.items() if one.isEnabled()])
    desk.tap(shell.which.choices[chair])
    desk.turn()
    assert say("chair", chair) in {label.text for label in shell.top.labels}
    if act is Act.CUFF:
        desk.window.desk.cuff(120.0 + chair, 80.0)
    return chair
