"""The second loudspeaker: what it plays, and that its end brings the sound back."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from helpers import wait_until

from devices.alarm_sound import AlarmSound
from devices.desk_sound import DeskSound
from devices.errors import AudioFailed
from devices.sound_duty import Desk, DeskTrial, SoundDuty, understand
from devices.sound_player import BurstBegan, SoundPlayer, Trial, Wish
from devices.sound_process import SoundReport
from devices.sounds import Sound
from monitor.outcomes import Priority
from monitor.sounding import Sounding

HIGH = Sounding(1, Priority.HIGH)
RING = Sounding(2, Priority.HIGH, everywhere=True)
QUIET = Desk("Headset", quiet=True)


# ---- what is heard where


def duty(*messages: Desk | DeskTrial) -> SoundDuty:
    made = SoundDuty(0.0)
    for message in messages:
        made.take(message)
    return made


def ask(made: SoundDuty, *asked: Sounding) -> None:
    understood = understand(_line(asked))
    assert understood is not None
    made.take(understood)  # type: ignore[arg-type]


def _line(asked: tuple[Sounding, ...]) -> bytes:
    items = ", ".join(
        f'[{one.chair}, "{one.priority.word}", "{one.melody}", {str(one.everywhere).lower()}]'
        for one in asked
    )
    return f'{{"do": "sound", "asked": [{items}]}}'.encode()


def test_without_a_quiet_room_the_room_hears_everything() -> None:
    made = duty()
    ask(made, HIGH, RING)
    assert made.wish == Wish((HIGH, RING))


def test_a_quiet_room_hears_only_what_is_heard_everywhere() -> None:
    made = duty(QUIET)
    ask(made, HIGH)
    assert (made.wish, made.desk_wish) == (Wish(), Wish((HIGH,)))
    ask(made, HIGH, RING)
    assert (made.wish, made.desk_wish) == (Wish((RING,)), Wish((HIGH, RING)))


def test_when_the_desk_fails_the_room_hears_everything_at_once() -> None:
    made = duty(QUIET)
    ask(made, HIGH)
    made.lose_desk()
    assert made.output is None
    assert made.wish == Wish((HIGH,))


def test_a_program_that_stopped_is_announced_everywhere() -> None:
    made = duty(QUIET)
    ask(made, HIGH)
    made.hang_up()
    assert made.wish == made.desk_wish
    assert made.wish.asked[0].melody == "program-stopped"


def test_the_burst_of_the_check_is_played_at_the_desk_only() -> None:
    trial = Trial(1, Sound(Priority.MEDIUM))
    made = duty(Desk("Headset", quiet=False), DeskTrial(trial))
    assert (made.wish, made.desk_wish) == (Wish(), Wish((), trial))


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        (b'{"do": "desk", "output": "Headset", "quiet": true}', QUIET),
        (b'{"do": "desk", "output": null, "quiet": true}', Desk(None, quiet=False)),
        (b'{"do": "desk", "output": 7, "quiet": true}', Desk(None, quiet=False)),
        (b'{"do": "desk", "output": "Headset", "quiet": 1}', Desk("Headset", quiet=False)),
    ],
)
def test_a_room_is_quiet_only_where_that_was_said_plainly(line: bytes, meaning: Desk) -> None:
    assert understand(line) == meaning


# ---- opening and losing it


class Bench:
    """A desk whose speakers are there, or not, or stall."""

    def __init__(self) -> None:
        self.duty = SoundDuty(0.0)
        self.there = True
        self.open = 0
        self.stalls = False
        self.said: list[tuple[str, str]] = []
        self.bursts: list[BurstBegan] = []
        self.desk = DeskSound(
            self.duty,
            self._opened,
            self.bursts.append,
            lambda said, output: self.said.append((said, output)),
        )

    def _opened(self, _player: SoundPlayer, _output: str) -> Bench:
        if not self.there:
            raise AudioFailed("no such loudspeaker")
        self.open += 1
        return self

    def stalled(self, _now: float) -> bool:
        return self.stalls

    def close(self) -> None:
        self.open -= 1


def test_it_is_opened_when_it_is_wanted_and_closed_when_it_is_not() -> None:
    bench = Bench()
    bench.duty.take(QUIET)
    bench.desk.follow(0.0)
    bench.desk.follow(0.1)
    assert (bench.open, bench.said) == (1, [("desk-ready", "Headset")])
    bench.duty.take(Desk(None, quiet=False))
    bench.desk.follow(0.2)
    assert bench.open == 0


@pytest.mark.parametrize("there", [True, False])
def test_a_desk_that_cannot_be_opened_or_stalls_gives_the_sound_back(there: bool) -> None:
    bench = Bench()
    bench.there, bench.stalls = there, True
    bench.duty.take(QUIET)
    bench.desk.follow(0.0)
    assert bench.said[-1] == ("desk-failed", "Headset")
    assert bench.duty.output is None
    bench.desk.follow(0.1)
    assert bench.open == 0


# ---- the whole way through the sound process


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[AlarmSound, list[SoundReport]]]:
    monkeypatch.setenv("CHAIRSIDE_SOUND", "null,null")
    heard: list[SoundReport] = []
    sound = AlarmSound(lambda _text: None, lambda: None, heard.append)
    sound.start()
    yield sound, heard
    sound.rest()
    sound.close()


def bursts(heard: list[SoundReport], since: float = 0.0) -> set[tuple[int, bool]]:
    return {(one.chair, one.desk) for one in heard if one.said == "burst" and one.at > since}


def test_a_quiet_room_through_the_sound_process(
    reports: tuple[AlarmSound, list[SoundReport]],
) -> None:
    sound, heard = reports
    sound.ask_outputs()
    wait_until(lambda: any(one.said == "outputs" for one in heard), what="the outputs")
    [listed] = [one.outputs for one in heard if one.said == "outputs"]
    assert listed == (("Void 1", True), ("Void 2", False))
    sound.try_desk("Void 2")
    wait_until(lambda: bursts(heard) == {(0, True)}, what="the burst of the check")
    sound.desk("Void 2", quiet=True)
    began = time.monotonic()
    sound.sound((HIGH,))
    wait_until(lambda: bursts(heard, began) == {(1, True)}, what="the alarm at the desk")
    began = time.monotonic()
    sound.sound((RING,))
    wait_until(
        lambda: bursts(heard, began) >= {(2, True), (2, False)}, what="the ringing everywhere"
    )
    began = time.monotonic()
    sound.desk("No such loudspeaker", quiet=True)
    sound.sound((HIGH,))
    wait_until(lambda: any(one.said == "desk-failed" for one in heard), what="its failure")
    wait_until(lambda: (1, False) in bursts(heard, began), what="the alarm in the room")
