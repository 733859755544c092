"""The quiet room in the window: the menu, the panel, and the strip that never goes away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pictures
import pytest
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from ui.doors import QuietView
from ui.panels import Panel
from ui.requests import Refusal
from ui.words import say

CHOOSING = QuietView(outputs=("Speaker", "Headset"), usual=("Speaker",), known=True)
CHECKING = QuietView(checking=True, began=True, output="Headset", known=True)
ON = QuietView(on=True, output="Headset", known=True, here_left_s=12 * 60.0)


@dataclass
class Room:
    """What the program would answer, as a test sets it."""

    shown: QuietView = CHOOSING
    refuses: bool = False
    asked: list[str] = field(default_factory=list)

    def view(self) -> QuietView:
        return self.shown

    def look(self) -> None:
        self.asked.append("look")

    def try_output(self, output: str) -> None:
        if self.refuses:
            raise Refusal("It cannot be.")
        self.asked.append(f"try {output}")

    def answer(self, *, heard: bool, by: str) -> None:
        self.asked.append(f"{'heard' if heard else 'not heard'} {by}")

    def here(self) -> None:
        self.asked.append("here")

    def end(self, by: str) -> None:
        self.asked.append(f"end {by}")


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Iterator[WindowDesk]:
    made = WindowDesk(qtbot, quiet=room)
    made.show(pictures.calm())
    yield made
    made.close()


def opened(desk: WindowDesk) -> str:
    desk.window.go("quiet")
    desk.turn()
    assert desk.window.shell.panels.is_open(Panel.QUIET)
    return " ".join(label.text for label in desk.window.shell.panels.quiet.labels)


def test_only_a_loudspeaker_that_is_not_the_rooms_is_offered(desk: WindowDesk, room: Room) -> None:
    opened(desk)
    panel = desk.window.shell.panels.quiet
    assert [tile.text() for tile in panel.outputs if tile.isVisible()] == [
        say("quiet-try", "Headset")
    ]
    desk.tap(panel.outputs[0])
    assert room.asked == ["look", "try Headset"]


def test_with_one_loudspeaker_the_reason_is_said_and_nothing_offered(
    desk: WindowDesk, room: Room
) -> None:
    room.shown = QuietView(outputs=("Speaker",), usual=("Speaker",), known=True)
    assert "this computer has only one" in opened(desk)
    assert not any(tile.isVisible() for tile in desk.window.shell.panels.quiet.outputs)


def test_a_refusal_is_its_sentence(desk: WindowDesk, room: Room) -> None:
    opened(desk)
    room.refuses = True
    desk.tap(desk.window.shell.panels.quiet.outputs[0])
    assert "It cannot be." in desk.window.shell.panels.quiet.accessibleName()


def test_what_was_heard_is_answered_by_whoever_opened_the_session(
    desk: WindowDesk, room: Room
) -> None:
    room.shown = CHECKING
    opened(desk)
    panel = desk.window.shell.panels.quiet
    desk.tap(panel.heard)
    desk.tap(panel.not_heard)
    room.shown = QuietView(checking=True, output="Headset", known=True)
    desk.turn()
    assert not panel.heard.isEnabled()
    assert room.asked == ["look", "heard Nurse AK", "not heard Nurse AK"]


def test_while_it_is_on_the_strip_stays_on_every_page_and_takes_i_am_here(
    desk: WindowDesk, room: Room
) -> None:
    strip, pages = desk.window.shell.quiet, desk.window.shell.pages
    assert not strip.isVisible()
    room.shown = ON
    desk.turn()
    assert strip.text == "Sound at the nurses' desk only (Headset) · tap «I'm here» in 12 min"
    for page in ("live", "new", "about"):
        desk.window.go(page)
        desk.turn()
        assert strip.isVisible()
        assert not strip.geometry().intersects(pages.geometry())
        assert not strip.geometry().intersects(desk.window.shell.bar.geometry())
    desk.tap(strip.here)
    assert room.asked[-1] == "here"


def test_the_last_minutes_are_counted(desk: WindowDesk, room: Room) -> None:
    room.shown = QuietView(on=True, output="Headset", known=True, here_left_s=95.0)
    desk.turn()
    assert desk.window.shell.quiet.text.endswith("in 1:35")


def test_why_it_ended_stays_in_the_strip(desk: WindowDesk, room: Room) -> None:
    room.shown = ON
    desk.turn()
    room.shown = QuietView(known=True, why="quiet-nobody")
    desk.turn()
    strip = desk.window.shell.quiet
    assert strip.isVisible()
    assert "Sound is back in the room" in strip.text
    assert not strip.here.isVisible()
    room.shown = CHOOSING
    desk.turn()
    assert not strip.isVisible()


def test_it_is_ended_in_the_panel(desk: WindowDesk, room: Room) -> None:
    room.shown = ON
    opened(desk)
    desk.tap(desk.window.shell.panels.quiet.end)
    assert room.asked[-1] == "end Nurse AK"


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("shown", [CHOOSING, CHECKING, ON, QuietView()])
def test_nothing_is_shortened(
    desk: WindowDesk, room: Room, size: tuple[int, int], shown: QuietView
) -> None:
    desk.window.resize(*size)
    room.shown = shown
    opened(desk)
    shell = desk.window.shell
    for board in (shell.panels.quiet, shell.quiet):
        assert not [label.text for label in board.labels if label.shortened]
