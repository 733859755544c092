"""What comes out of the player, sample by sample; time is counted in frames."""

from __future__ import annotations

from array import array
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.sound_player import (
    FADE_FRAMES,
    NOBODY,
    BurstBegan,
    SoundPlayer,
    Trial,
    Wish,
    prepare,
)
from devices.sounds import RATE_HZ, Sound, burst, rest_s, shortest_rest_s, ticks
from monitor.outcomes import Priority
from monitor.sounding import Melody, Sounding

HIGH, MEDIUM, LOW = (Sounding(1, p) for p in (Priority.HIGH, Priority.MEDIUM, Priority.LOW))
OTHER_HIGH = Sounding(2, Priority.HIGH, Melody.CARDIOVASCULAR)
PIECE = 441


class Ear:
    """A player and what it played."""

    def __init__(self) -> None:
        self.bursts: list[BurstBegan] = []
        self.player = SoundPlayer(self.bursts.append)
        self.frames = 0

    def want(self, *asked: Sounding, trial: Trial | None = None) -> None:
        self.player.want(Wish(asked, trial))

    def play(self, frames: int, piece: int = PIECE) -> array[int]:
        heard = array("h")
        while len(heard) < frames:
            count = min(piece, frames - len(heard))
            heard.extend(self.player.render(count, self.frames / RATE_HZ))
            self.frames += count
        return heard

    def listen(self, seconds: float) -> array[int]:
        return self.play(round(seconds * RATE_HZ), 4410)

    @property
    def chairs(self) -> list[int]:
        return [began.chair for began in self.bursts]


def samples_of(wish: Sounding) -> array[int]:
    return burst(Sound.of(wish))


def silence(frames: int) -> array[int]:
    return array("h", bytes(2 * frames))


def rest_of(priority: Priority) -> int:
    return round(rest_s(priority) * RATE_HZ)


def steepness(samples: array[int]) -> int:
    """The largest step between two samples: a click is steeper than any tone."""
    return int(np.abs(np.diff(np.asarray(samples, np.int64))).max())


def test_without_an_alarm_there_is_silence() -> None:
    ear = Ear()
    assert ear.play(1000) == silence(1000)
    assert ear.bursts == []


def test_a_burst_begins_with_the_next_frame() -> None:
    ear = Ear()
    ear.play(1000)
    ear.want(HIGH)
    assert ear.play(5000) == samples_of(HIGH)[:5000]
    assert [(began.sound, began.chair) for began in ear.bursts] == [(Sound(Priority.HIGH), 1)]
    assert ear.bursts[0].at == pytest.approx(1001 / RATE_HZ)


@pytest.mark.parametrize("melody", [Melody.GENERAL, Melody.CARDIOVASCULAR])
@pytest.mark.parametrize("priority", [Priority.HIGH, Priority.LOW])
def test_what_is_asked_for_is_played_in_its_melody(priority: Priority, melody: Melody) -> None:
    ear, wish = Ear(), Sounding(3, priority, melody)
    ear.want(wish)
    assert ear.play(len(samples_of(wish))) == samples_of(wish)


def test_a_high_repeats_after_its_rest() -> None:
    ear = Ear()
    ear.want(HIGH)
    one = len(samples_of(HIGH))
    rest = rest_of(Priority.HIGH)
    assert ear.play(one + rest) == samples_of(HIGH) + silence(rest)
    assert ear.play(one) == samples_of(HIGH)
    assert len(ear.bursts) == 2


ASKED = [(LOW,), (MEDIUM, OTHER_HIGH), (replace(MEDIUM, chair=2), MEDIUM), (HIGH, OTHER_HIGH)]


@given(st.lists(st.integers(1, 90_000), min_size=1, max_size=12), st.sampled_from(ASKED))
def test_the_size_of_the_pieces_does_not_matter(
    pieces: list[int], asked: tuple[Sounding, ...]
) -> None:
    ear, total = Ear(), sum(pieces)
    ear.want(*asked)
    heard = array("h")
    for piece in pieces:
        heard.extend(ear.play(piece, piece))
    whole = Ear()
    whole.want(*asked)
    assert heard == whole.play(total, total)
    assert ear.chairs == whole.chairs


@given(st.lists(st.tuples(st.sampled_from([(), *ASKED]), st.integers(1, 60_000)), max_size=12))
def test_whatever_changes_a_burst_is_whole_or_faded_and_silence_follows(
    changes: list[tuple[tuple[Sounding, ...], int]],
) -> None:
    ear, heard = Ear(), array("h")
    for asked, frames in changes:
        ear.want(*asked)
        heard.extend(ear.play(frames))
    ear.want()
    heard.extend(ear.play(2 * FADE_FRAMES))
    assert heard[-FADE_FRAMES:] == silence(FADE_FRAMES)
    assert steepness(heard) <= 2 * steepness(samples_of(OTHER_HIGH))


def test_silence_comes_at_once_and_without_a_click() -> None:
    ear = Ear()
    ear.want(HIGH)
    ear.play(3000)
    ear.want()
    after = ear.play(2000)
    assert after[FADE_FRAMES:] == silence(2000 - FADE_FRAMES)
    full = samples_of(HIGH)[3000 : 3000 + FADE_FRAMES]
    assert all(abs(a) <= abs(b) for a, b in zip(after, full, strict=False))
    assert after[0] == full[0]


def test_a_tick_is_faded_too() -> None:
    ear = Ear()
    ear.want(HIGH, OTHER_HIGH)
    told = samples_of(HIGH) + ticks(Priority.HIGH, 1)
    heard = ear.play(len(told) - 600)
    assert heard[-1] != 0, "in the middle of the tick"
    ear.want()
    heard.extend(ear.play(FADE_FRAMES))
    assert steepness(heard[-2 * FADE_FRAMES :]) <= 1.1 * steepness(ticks(Priority.HIGH, 1))


@pytest.mark.parametrize("lesser", [LOW, MEDIUM])
def test_a_worse_alarm_of_any_chair_cuts_in(lesser: Sounding) -> None:
    for worse in (HIGH, OTHER_HIGH):
        ear = Ear()
        ear.want(lesser)
        ear.play(3000)
        asked = {wish.chair: wish for wish in (lesser, worse)}
        ear.want(*asked.values())
        assert ear.play(5000)[FADE_FRAMES:] == samples_of(worse)[: 5000 - FADE_FRAMES]


def test_asking_again_for_the_same_does_not_start_again() -> None:
    ear = Ear()
    for _ in range(20):
        ear.want(HIGH)
        ear.play(PIECE)
    assert len(ear.bursts) == 1


def test_another_alarm_of_the_chair_lets_the_burst_end_and_is_the_next_one() -> None:
    ear = Ear()
    ear.want(HIGH)
    heard = ear.play(3000)
    ear.want(replace(HIGH, melody=Melody.CARDIOVASCULAR))
    heard.extend(ear.play(len(samples_of(HIGH)) - 3000))
    assert heard == samples_of(HIGH)
    ear.listen(rest_s(Priority.HIGH) + 0.1)
    assert [began.sound.melody for began in ear.bursts] == ["general", "cardiovascular"]


# ---- several chairs


def test_several_highs_take_turns_and_each_is_followed_by_its_chairs_number() -> None:
    ear = Ear()
    chairs = [replace(HIGH, chair=chair) for chair in (4, 1, 3)]
    ear.want(*chairs)
    heard = ear.listen(50)
    assert ear.chairs[:7] == [1, 3, 4, 1, 3, 4, 1]
    for began in ear.bursts[:6]:
        place = round(began.at * RATE_HZ) - 1
        told = samples_of(HIGH) + ticks(Priority.HIGH, began.chair)
        told.extend(silence(round(0.05 * RATE_HZ)))
        assert heard[place : place + len(told)] == told


def test_while_several_take_turns_the_silence_stays_that_of_a_high() -> None:
    ear = Ear()
    ear.want(HIGH, OTHER_HIGH)
    ear.listen(60)
    gaps = [after.at - before.at for before, after in pairwise(ear.bursts)]
    length = len(samples_of(HIGH)) / RATE_HZ
    assert gaps[0] == pytest.approx(length + shortest_rest_s(Priority.HIGH), abs=0.01)
    assert gaps[1:] == pytest.approx([length + rest_s(Priority.HIGH)] * len(gaps[1:]), abs=0.01)


def test_a_chair_that_joins_is_heard_next_and_soon() -> None:
    ear = Ear()
    ear.want(HIGH, replace(HIGH, chair=3))
    ear.listen(20)
    began, joined_at = len(ear.bursts), ear.frames / RATE_HZ
    ear.want(HIGH, OTHER_HIGH, replace(HIGH, chair=3))
    ear.listen(20)
    assert ear.chairs[began] == 2
    longest_wait_s = len(samples_of(HIGH)) / RATE_HZ + shortest_rest_s(Priority.HIGH)
    assert ear.bursts[began].at - joined_at <= longest_wait_s + 0.1


def test_a_lesser_alarm_waits_in_silence_and_is_numbered_away() -> None:
    ear = Ear()
    ear.want(MEDIUM, OTHER_HIGH)
    heard = ear.listen(6)
    assert set(ear.chairs) == {2}
    told = samples_of(OTHER_HIGH) + ticks(Priority.HIGH, 2)
    assert heard[: len(told)] == told
    ear.want(MEDIUM)
    ear.listen(1)
    assert ear.chairs[-1] == 1


def test_one_chair_alone_has_no_number() -> None:
    ear = Ear()
    ear.want(OTHER_HIGH)
    one = len(samples_of(OTHER_HIGH))
    assert ear.play(one + rest_of(Priority.HIGH))[one:] == silence(rest_of(Priority.HIGH))


def test_a_chair_that_stops_asking_leaves_its_turn_to_the_others() -> None:
    ear = Ear()
    ear.want(HIGH, OTHER_HIGH)
    ear.play(3000)
    ear.want(OTHER_HIGH)
    ear.play(3000)
    assert ear.chairs == [1, 2]


# ---- loudness


def loudness_of_bursts(ear: Ear, seconds: int, chair: int = 1) -> list[int]:
    start = ear.frames
    heard = ear.listen(seconds)
    began = [round(one.at * RATE_HZ) for one in ear.bursts if one.chair == chair]
    length = len(samples_of(MEDIUM))
    return [max(heard[at - start : at - start + length]) for at in began if at >= start]


def test_a_medium_begins_soft_and_is_at_full_loudness_after_half_a_minute() -> None:
    ear = Ear()
    ear.want(MEDIUM)
    levels = loudness_of_bursts(ear, 50)
    assert levels == sorted(levels)
    assert levels[0] < 0.5 * max(samples_of(MEDIUM))
    assert levels[-1] == max(samples_of(MEDIUM))


def test_a_high_is_never_soft() -> None:
    ear = Ear()
    ear.want(MEDIUM)
    ear.listen(1)
    ear.want(HIGH)
    assert max(ear.listen(3)) == max(samples_of(HIGH))


def test_a_medium_that_was_a_high_is_not_soft_again() -> None:
    ear = Ear()
    ear.want(HIGH)
    ear.listen(1)
    ear.want(MEDIUM)
    assert loudness_of_bursts(ear, 5)[0] == max(samples_of(MEDIUM))


def test_the_medium_of_each_chair_grows_by_itself() -> None:
    ear = Ear()
    ear.want(MEDIUM)
    ear.listen(40)
    ear.want(MEDIUM, replace(MEDIUM, chair=2))
    assert loudness_of_bursts(ear, 20, chair=2)[0] < 0.5 * max(samples_of(MEDIUM))


def test_a_medium_that_a_high_kept_waiting_has_grown_meanwhile() -> None:
    ear = Ear()
    ear.want(MEDIUM, OTHER_HIGH)
    ear.listen(31)
    ear.want(MEDIUM)
    assert loudness_of_bursts(ear, 3)[0] == max(samples_of(MEDIUM))


def test_a_medium_that_was_silenced_begins_soft_again() -> None:
    ear = Ear()
    ear.want(MEDIUM)
    ear.listen(40)
    ear.want()
    ear.listen(1)
    ear.want(MEDIUM)
    assert loudness_of_bursts(ear, 3)[0] < 0.5 * max(samples_of(MEDIUM))


# ---- sound checks


def test_a_burst_of_a_sound_check_is_played_once_and_at_full_loudness() -> None:
    ear = Ear()
    ear.want(trial=Trial(1, Sound(Priority.MEDIUM)))
    heard = ear.listen(60)
    assert heard[: len(samples_of(MEDIUM))] == samples_of(MEDIUM)
    assert ear.chairs == [NOBODY]


def test_the_next_burst_of_a_check_needs_no_rest() -> None:
    ear = Ear()
    ear.want(trial=Trial(1, Sound(Priority.MEDIUM)))
    ear.play(len(samples_of(MEDIUM)))
    ear.want(trial=Trial(2, Sound(Priority.LOW)))
    assert ear.play(1000) == samples_of(LOW)[:1000]


def test_an_alarm_cuts_a_sound_check_off_for_good() -> None:
    ear = Ear()
    trial = Trial(1, Sound(Priority.LOW))
    ear.want(trial=trial)
    ear.play(3000)
    ear.want(HIGH, trial=trial)
    assert ear.play(3000)[FADE_FRAMES:] == samples_of(HIGH)[: 3000 - FADE_FRAMES]
    ear.want(trial=trial)
    ear.listen(5)
    assert ear.chairs == [NOBODY, 1]


def test_a_sound_check_that_was_asked_for_during_an_alarm_is_not_played_later() -> None:
    ear = Ear()
    ear.want(HIGH)
    ear.play(3000)
    trial = Trial(1, Sound(Priority.LOW))
    ear.want(HIGH, trial=trial)
    ear.play(3000)
    ear.want(trial=trial)
    ear.listen(5)
    assert ear.chairs == [1]


def test_everything_can_be_prepared() -> None:
    prepare()
    ear = Ear()
    ear.want(Sounding(NOBODY, Priority.HIGH, Melody.PROGRAM_STOPPED))
    assert any(ear.play(1000))
