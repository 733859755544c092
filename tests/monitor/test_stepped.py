"""The runner for simulated time: one script is one session, and time never stands still."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable
from dataclasses import replace

import pytest
from chairs import OPENED, UP, cuff, numerics

from monitor.chair import Chair
from monitor.commands import Acknowledge, EndSession, StartInfusion, StopInfusion
from monitor.entries import Entry, Published
from monitor.events import Event, Heard
from monitor.outcomes import AlarmChanged
from monitor.stepped import PULSE_S, StandsStill, SteppedRunner


class Script:
    """A device that says what it was given, at its moments."""

    def __init__(self, says: Iterable[tuple[float, Heard]]) -> None:
        self._says = sorted(says, key=lambda row: row[0], reverse=True)
        self.asked: list[float] = []

    def wake_at(self) -> float:
        return self._says[-1][0] if self._says else math.inf

    def advance(self, now: float) -> tuple[Heard, ...]:
        self.asked.append(now)
        heard: list[Heard] = []
        while self._says and self._says[-1][0] <= now:
            heard.append(self._says.pop()[1])
        return tuple(heard)


class Stuck(Script):
    def wake_at(self) -> float:
        return 3.0


class Stage:
    def __init__(self, *scripts: Script) -> None:
        self.entries: list[Entry] = []
        self.shown: list[Published] = []
        opened = replace(OPENED, technical_alarms=True, simulated=True)
        self.chair = Chair(opened, self.entries.append, self.shown.append)
        self.runner = SteppedRunner(self.chair, scripts)
        self.chair.begin()

    def said(self) -> list[tuple[float, str, str]]:
        return [
            (entry.now_s, entry.what.alarm, entry.what.state.value)
            for entry in self.entries
            if isinstance(entry.what, AlarmChanged)
        ]


def wandering(seed: int) -> Script:
    """Values at moments that no grid knows, as the baud rate of a line gives them."""
    chance = random.Random(seed)
    says: list[tuple[float, Heard]] = [(0.1, UP)]
    at = 0.0
    while at < 300.0:
        at += chance.uniform(0.2, 2.0)
        hr = chance.choice((80, 120, 140))
        says.append((at, numerics(hr=hr, spo2=chance.randint(84, 99))))
        if chance.random() < 0.01:
            says.append((at + 0.0001, cuff(chance.randint(110, 210), 80)))
    return Script(says)


def answer(chair: Chair) -> list[Event]:
    return [Acknowledge(v.key, "AK") for v in chair.core.judge.engine.views(chair.core.now)]


def play(seed: int, *, pieces: int = 1) -> Stage:
    stage = Stage(wandering(seed))
    stage.runner.plan(5.0, lambda _chair: [StartInfusion("AK")])
    stage.runner.plan(200.0, answer)
    for piece in range(pieces):
        stage.runner.run_until(400.0 * (piece + 1) / pieces)
    return stage


def test_the_same_seed_is_the_same_session() -> None:
    assert play(7).entries == play(7).entries
    assert play(7).entries != play(8).entries


def test_it_does_not_matter_in_how_many_pieces_it_is_run() -> None:
    assert play(7).entries == play(7, pieces=37).entries


@pytest.mark.parametrize("seed", range(3))
def test_no_instant_is_missed_or_run_on_the_spot(seed: int) -> None:
    """Moments off the grid of the record must not make a due instant unreachable."""
    stage = play(seed)
    assert stage.runner.now == 400.0
    own = stage.chair.wake_at()
    assert own is None or own > 400.0
    assert len(stage.shown) < len(stage.entries) + 400 / PULSE_S + 300


def test_a_chair_is_shown_once_a_second_when_nothing_happens() -> None:
    stage = Stage()
    stage.runner.run_until(9.5)
    assert [shown.now_s for shown in stage.shown] == [float(at) for at in range(10)]


def test_who_speaks_every_second_is_shown_no_more_often_and_who_falls_silent_soon_again() -> None:
    stage = Stage(Script([(at + 0.27, numerics(hr=80)) for at in range(5)]))
    stage.runner.run_until(8.5)
    spoken = [0.27, 1.27, 2.27, 3.27, 4.27]
    assert [shown.now_s for shown in stage.shown] == [0.0, *spoken, 6.0, 7.0, 8.0]


def test_what_is_due_is_said_at_its_own_instant() -> None:
    stage = Stage(Script([(0.25, UP), (1.2, numerics(spo2=84))]))
    stage.runner.plan(0.3, lambda _chair: [StartInfusion("AK")])
    stage.runner.run_until(20.0)
    assert stage.said() == [
        (1.2, "spo2-extreme", "sounding"),
        (11.2, "sensor-off", "sounding"),
    ]


def test_at_one_moment_the_device_speaks_before_the_hand_and_hands_in_their_order() -> None:
    stage = Stage(Script([(2.0, cuff(206, 90))]))
    stage.runner.plan(2.0, answer)
    stage.runner.plan(2.0, lambda _chair: [StartInfusion("AK")])
    stage.runner.run_until(2.0)
    kinds = [type(entry.what).__name__ for entry in stage.entries[2:]]
    assert kinds[:4] == ["CuffResult", "AlarmChanged", "Acknowledge", "AlarmChanged"]
    assert kinds[4] == "StartInfusion"


def test_devices_are_only_woken_when_they_have_something_to_say() -> None:
    early, late = Script([(1.0, UP)]), Script([(7.0, cuff(120, 76))])
    stage = Stage(early, late)
    stage.runner.run_until(30.0)
    assert (early.asked, late.asked) == ([1.0], [7.0])


def test_it_ends_with_the_session() -> None:
    stage = Stage(Script([(1.0, UP), (50.0, cuff(206, 90))]))
    stage.runner.plan(10.0, lambda _chair: [StartInfusion("AK"), StopInfusion("AK")])
    stage.runner.plan(20.0, lambda _chair: [EndSession("AK")])
    stage.runner.run_until(100.0)
    assert stage.chair.ended
    assert stage.entries[-1].now_s == 20.0


def test_it_stops_at_the_asked_moment_and_goes_on_from_there() -> None:
    stage = Stage(Script([(1.0, UP), (5.0, cuff(120, 76))]))
    stage.runner.run_until(4.999)
    assert stage.runner.now == 4.999
    before = len(stage.entries)
    stage.runner.run_until(5.0)
    assert len(stage.entries) == before + 1
    stage.runner.run_until(1.0)
    assert stage.runner.now == 5.0, "a moment that is over changes nothing"


def test_a_source_that_never_gets_past_a_moment_is_named_as_a_bug() -> None:
    stage = Stage(Stuck([]))
    with pytest.raises(StandsStill, match=r"Stuck at 3\.0 s"):
        stage.runner.run_until(10.0)
