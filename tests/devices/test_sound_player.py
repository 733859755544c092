from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.sound_player import FADE_FRAMES, BurstBegan, SoundPlayer, prepare
from devices.sounds import PROGRAM_STOPPED, RATE_HZ, Sound, burst, rest_s
from monitor.events import Priority

HIGH, MEDIUM, LOW = (Sound(p) for p in (Priority.HIGH, Priority.MEDIUM, Priority.LOW))


class Ear:
    """A player and what it played; time is counted in frames."""

    def __init__(self) -> None:
        self.bursts: list[BurstBegan] = []
        self.player = SoundPlayer(self.bursts.append)
        self.frames = 0

    def play(self, frames: int, piece: int = 441) -> array[int]:
        heard = array("h")
        while len(heard) < frames:
            count = min(piece, frames - len(heard))
            heard.extend(self.player.render(count, self.frames / RATE_HZ))
            self.frames += count
        return heard


def silence(frames: int) -> array[int]:
    return array("h", bytes(2 * frames))


def test_without_an_alarm_there_is_silence() -> None:
    ear = Ear()
    assert ear.play(1000) == silence(1000)
    assert ear.bursts == []


def test_a_burst_begins_with_the_next_frame() -> None:
    ear = Ear()
    ear.play(1000)
    ear.player.want(HIGH)
    assert ear.play(5000) == burst(HIGH)[:5000]
    assert [began.sound for began in ear.bursts] == [HIGH]
    assert ear.bursts[0].at == pytest.approx(1001 / RATE_HZ)


def test_a_high_repeats_after_its_rest() -> None:
    ear = Ear()
    ear.player.want(HIGH)
    one = len(burst(HIGH))
    pause = round(rest_s(Priority.HIGH) * RATE_HZ)
    assert ear.play(one + pause) == burst(HIGH) + silence(pause)
    assert ear.play(one) == burst(HIGH)
    assert len(ear.bursts) == 2


@given(st.lists(st.integers(1, 5000), min_size=1, max_size=40))
def test_the_size_of_the_pieces_does_not_matter(pieces: list[int]) -> None:
    ear, total = Ear(), sum(pieces)
    ear.player.want(LOW)
    heard = array("h")
    for piece in pieces:
        heard.extend(ear.play(piece, piece))
    whole = Ear()
    whole.player.want(LOW)
    assert heard == whole.play(total, total)


def test_silence_comes_at_once_and_without_a_click() -> None:
    ear = Ear()
    ear.player.want(HIGH)
    ear.play(3000)
    ear.player.want(None)
    after = ear.play(2000)
    assert after[FADE_FRAMES:] == silence(2000 - FADE_FRAMES)
    full = burst(HIGH)[3000 : 3000 + FADE_FRAMES]
    assert all(abs(a) <= abs(b) for a, b in zip(after, full, strict=False))
    assert after[0] == full[0]


def test_a_worse_alarm_cuts_in() -> None:
    ear = Ear()
    ear.player.want(LOW)
    ear.play(3000)
    ear.player.want(HIGH)
    assert ear.play(5000)[FADE_FRAMES:] == burst(HIGH)[: 5000 - FADE_FRAMES]


def test_asking_again_for_the_same_does_not_start_again() -> None:
    ear = Ear()
    for _ in range(20):
        ear.player.want(HIGH)
        ear.play(441)
    assert len(ear.bursts) == 1


def loudness_of_bursts(ear: Ear, seconds: int) -> list[int]:
    heard = ear.play(seconds * RATE_HZ, 4410)
    began = [round(burst_began.at * RATE_HZ) for burst_began in ear.bursts]
    start = ear.frames - len(heard)
    length = len(burst(MEDIUM))
    return [max(heard[at - start : at - start + length]) for at in began if at >= start]


def test_a_medium_begins_soft_and_is_at_full_loudness_after_half_a_minute() -> None:
    ear = Ear()
    ear.player.want(MEDIUM)
    levels = loudness_of_bursts(ear, 50)
    assert levels == sorted(levels)
    assert levels[0] < 0.5 * max(burst(MEDIUM))
    assert levels[-1] == max(burst(MEDIUM))


def test_a_medium_that_was_a_high_is_not_soft_again() -> None:
    ear = Ear()
    ear.player.want(HIGH)
    ear.play(RATE_HZ)
    ear.player.want(MEDIUM)
    assert loudness_of_bursts(ear, 5)[0] == max(burst(MEDIUM))


def test_the_usual_bursts_can_be_prepared() -> None:
    prepare()
    ear = Ear()
    ear.player.want(PROGRAM_STOPPED)
    assert any(ear.play(1000))
