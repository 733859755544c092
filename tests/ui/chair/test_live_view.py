"""Waves in the live view: hidden until asked for, under their numbers, from a real simulation."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pictures
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from devices.simulated.scenario.scenario import scenario_named
from monitor.entries import Published
from monitor.events import Event
from monitor.vitals import Wave, WaveChunk
from ui.demo import SimulatedChair

TURN_S = 0.04


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WindowDesk]:
    made = WindowDesk(qtbot)
    yield made
    made.close()


def show_waves(desk: WindowDesk) -> None:
    desk.tap(desk.window.shell.top.menu)
    desk.tap(desk.window.shell.panels.menu.choices["waves"])


def chunk(wave: Wave) -> WaveChunk:
    return WaveChunk(wave, 50.0, "", tuple(float(number % 20) for number in range(50)))


def publish(desk: WindowDesk, event: Event) -> None:
    desk.backend.inbox.put(pictures.said(pictures.calm(), event))
    desk.turn()


def test_waves_are_hidden_until_somebody_asks_for_them(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    live = desk.window.shell.live
    publish(desk, chunk(Wave.ECG))
    assert not live.has_waves
    show_waves(desk)
    publish(desk, chunk(Wave.ECG))
    assert live.ecg.isVisible()
    assert live.ecg.parent() is live.heart
    menu = desk.window.shell.panels.menu
    desk.tap(desk.window.shell.top.menu)
    assert menu.choices["waves"].text() == "Hide waves"
    desk.tap(menu.choices["waves"])
    desk.turn()
    assert not live.has_waves


def test_only_a_wave_that_the_monitor_has_is_given_room(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    live = desk.window.shell.live
    without = [board.geometry() for board in (live.cuff, live.heart, live.spo2)]
    show_waves(desk)
    desk.turn()
    assert [board.geometry() for board in (live.cuff, live.heart, live.spo2)] == without
    publish(desk, chunk(Wave.PLETH))
    assert live.pleth.isVisible()
    assert not live.ecg.isVisible()
    assert live.heart.wave_px == 0
    assert live.spo2.wave_px > 0
    assert live.spo2.rect().contains(live.pleth.geometry())


def test_another_chair_shows_its_own_waves(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    desk.backend.publish(pictures.picture(chair=3, session_id="another"))
    desk.turn()
    show_waves(desk)
    publish(desk, chunk(Wave.PLETH))
    assert desk.window.shell.live.pleth.isVisible()
    desk.window.show_chair(3)
    desk.turn()
    assert not desk.window.shell.live.has_waves
    desk.window.show_chair(2)
    desk.turn()
    assert desk.window.shell.live.pleth.isVisible()


class Paints(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_samples_of_waves_that_are_not_shown_repaint_nothing(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    desk.turn()
    picture = pictures.calm()
    desk.backend.publish(picture)
    desk.turn()
    QApplication.processEvents()
    live, paints = desk.window.shell.live, Paints()
    boards = (live.cuff, live.heart, live.spo2, live.ecg, live.pleth)
    for board in boards:
        board.installEventFilter(paints)
    for _ in range(50):
        desk.backend.inbox.put(pictures.said(picture, chunk(Wave.ECG)))
        desk.turn(TURN_S)
        QApplication.processEvents()
    assert paints.count <= len(boards), "a window that was just shown may paint each once more"


@pytest.mark.parametrize("driver", ["philips-intellivue", "ge-s5", "ivy-450c", "berry-pm6750"])
def test_the_waves_of_a_monitor_run_evenly_through_its_true_bytes(
    desk: WindowDesk, driver: str
) -> None:
    def show(said: Published) -> None:
        desk.backend.inbox.put(said)

    chair = SimulatedChair(
        scenario_named("S1"),
        seed=1,
        session_id=pictures.SESSION,
        store=lambda _entry: None,
        show=show,
        driver_name=driver,
    )
    desk.window.state.show_waves(shown=True)
    live = desk.window.shell.live
    heads: list[tuple[float, float]] = []
    for turn in range(1, round(16.0 / TURN_S)):
        now_s = turn * TURN_S
        chair.runner.run_until(now_s)
        desk.turn(TURN_S)
        if now_s > 12.0:
            assert live.ecg.head_s is not None
            assert live.pleth.head_s is not None
            heads.append((now_s, live.ecg.head_s))
    steps = [after[1] - before[1] for before, after in itertools.pairwise(heads)]
    assert min(steps) >= 0.0
    assert max(steps) <= 2.0 * TURN_S
    assert max(now_s - head_s for now_s, head_s in heads) <= 1.3


def test_a_demonstration_in_a_hurry_draws_no_flickering_wave(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    show_waves(desk)
    begun = pictures.calm()
    for second in range(40):
        picture = pictures.picture(now_s=begun.now_s + 10.0 * second)
        desk.backend.inbox.put(pictures.said(picture, chunk(Wave.PLETH)))
        desk.turn(1.0)
    assert desk.window.shell.live.pleth.words == "time runs too fast to draw the wave"
