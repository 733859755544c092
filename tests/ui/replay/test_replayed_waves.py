from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.entries import Entry
from monitor.vitals import Wave, WaveChunk
from tests.monitor.chairs import numerics
from tests.ui.replay.test_player import Player, record_of, recorded
from ui.replay.waves import AHEAD_S, BEHIND_S, ReplayedWaves
from ui.requests import Refusal


class Kept:
    """A chunk of waves a quarter of a second, for an hour; keeps what was asked of it."""

    def __init__(self) -> None:
        self.asked: list[tuple[float, float]] = []

    def read(self, from_s: float, to_s: float) -> list[Entry]:
        self.asked.append((from_s, to_s))
        moments = (number / 4.0 for number in range(4 * 3600))
        return [chunk(at_s) for at_s in moments if from_s <= at_s <= to_s]


def chunk(at_s: float) -> Entry:
    samples = tuple(float(number) for number in range(31))
    return Entry("s-1", 0, at_s, WaveChunk(Wave.PLETH, 125.0, "", samples, "device:test"))


def test_playing_on_gives_every_chunk_once_in_order() -> None:
    kept = Kept()
    waves = ReplayedWaves(kept.read)
    come = [at for step in range(1, 1500) for at, _chunk in waves.come_to(step * 0.04)]
    assert come == [number / 4.0 for number in range(len(come))]
    assert come[-1] == pytest.approx(1499 * 0.04, abs=0.25)
    assert len(kept.asked) <= 60.0 / AHEAD_S + 2


def test_a_jump_fills_the_line_and_no_more() -> None:
    waves = ReplayedWaves(Kept().read)
    waves.come_to(10.0)
    come = [at for at, _chunk in waves.come_to(2000.0)]
    assert come[0] == 2000.0 - BEHIND_S
    assert come[-1] == 2000.0


def test_a_jump_back_gives_what_was_then() -> None:
    waves = ReplayedWaves(Kept().read)
    waves.come_to(500.0)
    assert [at for at, _chunk in waves.come_to(100.0)][-1] == 100.0


@given(st.lists(st.floats(0.0, 3000.0), max_size=25))
def test_wherever_one_goes_nothing_comes_from_the_future_or_twice(moments: list[float]) -> None:
    waves = ReplayedWaves(Kept().read)
    before = -1.0
    for now_s in moments:
        come = [at for at, _chunk in waves.come_to(now_s)]
        assert all(at <= now_s for at in come)
        assert all(one < other for one, other in itertools.pairwise(come))
        if come and now_s >= before and now_s - before <= AHEAD_S:
            assert come[0] > before or before < 0.0
        before = now_s


def test_what_is_not_a_wave_or_cannot_be_read_is_passed_over() -> None:
    def refused(_from_s: float, _to_s: float) -> list[Entry]:
        raise Refusal("it cannot be read")

    assert ReplayedWaves(refused).come_to(5.0) == []
    other = ReplayedWaves(lambda _from_s, _to_s: [Entry("s-1", 0, 1.0, numerics(hr=70.0))])
    assert other.come_to(5.0) == []


def test_waves_reach_the_chair_that_is_shown_and_change_no_picture() -> None:
    player = Player(record_of(recorded().entries))
    picture = player.view.picture
    player.take_waves(ReplayedWaves(Kept().read).come_to(0.0))
    assert player.view.picture is picture
    assert player.view.waves is not None
    assert player.view.waves.of(Wave.PLETH) is not None
