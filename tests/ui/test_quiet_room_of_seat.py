"""The quiet room of a seat, from the window's questions to the orders for the sound process."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from devices.sound_process import SoundReport
from monitor.commands import QuietRoom
from monitor.quiet_room import HERE_EVERY_S
from ui.doors import QuietView
from ui.quiet_room import NoQuietRoom, QuietRoomOfSeat, QuietWays
from ui.requests import Refusal

TWO = SoundReport("outputs", None, 1.0, outputs=(("Speaker", True), ("Headset", False)))
ONE = SoundReport("outputs", None, 1.0, outputs=(("Speaker", True),))
BURST = SoundReport("burst", "medium-general", 2.0, desk=True)
LOST = SoundReport("desk-failed", "Headset", 3.0)


@dataclass
class Desk:
    now: float = 1000.0
    alarm: bool = False
    looked: int = 0
    tried: list[str] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)
    refuses: bool = False
    orders: list[tuple[str, bool]] = field(default_factory=list)
    told: list[QuietRoom] = field(default_factory=list)
    room: QuietRoomOfSeat = field(init=False)

    def __post_init__(self) -> None:
        ways = QuietWays(
            self._look,
            self.tried.append,
            lambda output, quiet: self.orders.append((output, quiet)),
            self.told.append,
            lambda: self.alarm,
            self._want,
        )
        self.room = QuietRoomOfSeat(ways, lambda: self.now)

    def _want(self, by: str) -> None:
        self.wanted.append(by)
        if self.refuses:
            raise Refusal(f"{by} may not")

    def _look(self) -> None:
        self.looked += 1

    def quiet(self) -> None:
        self.room.hear(TWO)
        self.room.try_output("Headset")
        self.room.hear(BURST)
        self.room.answer(heard=True, by="AK")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_loudspeakers_are_known_after_they_were_asked_for(desk: Desk) -> None:
    assert not desk.room.view().known
    desk.room.look()
    assert desk.looked == 1
    desk.room.hear(TWO)
    view = desk.room.view()
    assert (view.outputs, view.usual, view.known) == (("Speaker", "Headset"), ("Speaker",), True)


def test_with_one_loudspeaker_it_is_refused_with_the_reason(desk: Desk) -> None:
    desk.room.hear(ONE)
    with pytest.raises(Refusal, match="has only one"):
        desk.room.try_output("Speaker")
    assert desk.tried == []


def test_the_rooms_own_loudspeaker_is_refused_with_the_reason(desk: Desk) -> None:
    desk.room.hear(TWO)
    with pytest.raises(Refusal, match="Speaker is the loudspeaker of the room"):
        desk.room.try_output("Speaker")


def test_no_burst_is_played_while_an_alarm_sounds(desk: Desk) -> None:
    desk.room.hear(TWO)
    desk.alarm = True
    with pytest.raises(Refusal, match="An alarm is sounding"):
        desk.room.try_output("Headset")


def test_a_burst_that_did_not_begin_cannot_have_been_heard(desk: Desk) -> None:
    desk.room.hear(TWO)
    desk.room.try_output("Headset")
    with pytest.raises(Refusal):
        desk.room.answer(heard=True, by="AK")
    assert desk.orders == []
    assert not desk.room.view().on


def test_a_burst_that_was_heard_makes_the_room_quiet_and_every_session_knows(desk: Desk) -> None:
    desk.quiet()
    assert desk.orders == [("Headset", True)]
    assert desk.told == [QuietRoom(on=True, output="Headset", by="AK")]
    assert desk.room.standing() == (desk.told[0],)
    assert desk.room.view().here_left_s == HERE_EVERY_S


def test_a_burst_that_was_not_heard_changes_nothing_and_says_so(desk: Desk) -> None:
    desk.room.hear(TWO)
    desk.room.try_output("Headset")
    desk.room.hear(BURST)
    desk.room.answer(heard=False, by="AK")
    assert desk.orders == [("", False)]
    assert desk.told == []
    assert desk.room.view().why == "quiet-not-heard"


def test_without_i_am_here_the_room_is_heard_again_and_the_record_says_why(desk: Desk) -> None:
    desk.quiet()
    desk.now += HERE_EVERY_S - 1.0
    desk.room.tick()
    desk.room.here()
    desk.now += HERE_EVERY_S - 1.0
    desk.room.tick()
    assert desk.room.view().on
    desk.now += 1.0
    desk.room.tick()
    desk.room.tick()
    assert desk.orders[-1] == ("", False)
    assert desk.told[1:] == [QuietRoom(on=False, output="", by="", why="quiet-nobody")]


def test_a_loudspeaker_that_fails_ends_it(desk: Desk) -> None:
    desk.quiet()
    desk.room.hear(LOST)
    assert desk.told[-1] == QuietRoom(on=False, output="", by="", why="quiet-lost")
    assert desk.room.standing() == ()


def test_a_person_ends_it(desk: Desk) -> None:
    desk.quiet()
    desk.room.end("NB")
    desk.room.end("NB")
    assert desk.told[1:] == [QuietRoom(on=False, output="", by="NB")]


def test_where_there_is_none_every_question_has_an_answer() -> None:
    room = NoQuietRoom("no sound here")
    room.look()
    room.here()
    room.end("AK")
    assert room.view() == QuietView(known=True)
    with pytest.raises(Refusal, match="no sound here"):
        room.try_output("Headset")
    with pytest.raises(Refusal, match="no sound here"):
        room.answer(heard=True, by="AK")


def test_only_who_may_makes_the_room_quiet_and_anybody_ends_it(desk: Desk) -> None:
    desk.refuses = True
    with pytest.raises(Refusal, match="AK may not"):
        desk.quiet()
    assert not desk.room.view().on
    desk.refuses = False
    desk.room.answer(heard=True, by="AK")
    assert desk.room.view().on
    desk.refuses = True
    desk.room.end("Viewer 1")
    assert not desk.room.view().on
