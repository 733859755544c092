from __future__ import annotations

from collections.abc import Iterable

from monitor.outcomes import Priority
from monitor.sounding import Sounding
from ui.replay.sound import ReplaySound

HIGH = Sounding(1, Priority.HIGH)


class Keeping:
    """A loudspeaker that keeps what was asked of it."""

    def __init__(self) -> None:
        self.asked: list[Sounding | None] = []
        self.did: list[str] = []

    def start(self) -> None:
        self.did.append("start")

    def turn(self, wishes: Iterable[Sounding | None]) -> None:
        self.asked += wishes

    def note(self) -> str:
        return "session runs"

    def rest(self) -> None:
        self.did.append("rest")

    def close(self) -> None:
        self.did.append("close")


class Seat:
    def __init__(self) -> None:
        self.made: list[Keeping] = []
        self.sound = ReplaySound(self._make)

    def _make(self) -> Keeping:
        self.made.append(Keeping())
        return self.made[-1]


def test_nothing_is_opened_before_somebody_asks_for_it() -> None:
    seat = Seat()
    seat.sound.turn(HIGH, speed=1.0, playing=True)
    assert not seat.sound.on
    assert not seat.made
    assert seat.sound.note() == ""


def test_it_is_heard_at_the_speed_at_which_it_happened_only() -> None:
    seat = Seat()
    seat.sound.switch(on=True)
    for speed, playing in ((1.0, True), (2.0, True), (60.0, True), (1.0, False)):
        seat.sound.turn(HIGH, speed=speed, playing=playing)
    assert seat.made[0].asked == [HIGH, None, None, None]


def test_switched_off_it_lets_the_loudspeaker_go() -> None:
    seat = Seat()
    for on in (True, True, False, False):
        seat.sound.switch(on=on)
    assert len(seat.made) == 1
    assert seat.made[0].did == ["start", "rest", "close"]


def test_a_session_on_this_computer_is_named_as_what_keeps_it_silent() -> None:
    seat = Seat()
    seat.sound.switch(on=True)
    assert seat.sound.note() == "session runs"


def test_the_real_loudspeaker_comes_and_goes() -> None:
    sound = ReplaySound()
    sound.switch(on=True)
    sound.turn(None, speed=1.0, playing=True)
    sound.switch(on=False)
    assert not sound.on
