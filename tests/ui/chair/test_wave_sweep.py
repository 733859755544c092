"""The sweep: every sample, true gaps, one moving strip, and words when there is no wave."""

from __future__ import annotations

import itertools
import math

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from monitor.vitals import Wave
from ui.app import application
from ui.chair.wave_sweep import ERASE_S, SWEEP_S, WaveSweep
from ui.theme import DARK
from ui.wave_buffer import WaveBuffer
from ui.words import say

RATE = 100.0
CHUNK = 20
CHUNK_S = CHUNK / RATE
TURN_S = 0.04


class Stage:
    """A sweep on a screen, fed as a monitor feeds it."""

    def __init__(self, qtbot: QtBot) -> None:
        application()
        self.sweep = WaveSweep(DARK, Wave.PLETH)
        qtbot.addWidget(self.sweep)
        self.sweep.resize(700, 80)
        self.sweep.show()
        qtbot.waitExposed(self.sweep)
        self.buffer = WaveBuffer(RATE, "")
        self.now_s = 0.0
        self._came_s = 0.0

    def play(self, seconds: float, *, lost: bool = False) -> None:
        """Time goes on; with `lost`, nothing comes."""
        for _ in range(round(seconds / TURN_S)):
            self.now_s += TURN_S
            while self._came_s + CHUNK_S <= self.now_s:
                self._came_s += CHUNK_S
                if not lost:
                    self.buffer.put(self._came_s, self.samples(self._came_s))
            self.show()

    @staticmethod
    def samples(end_s: float) -> tuple[float, ...]:
        times = (end_s - (CHUNK - place) / RATE for place in range(CHUNK))
        return tuple(100.0 * math.sin(math.tau * 1.2 * t) for t in times)

    def show(self, *, too_fast: bool = False) -> None:
        self.sweep.show_wave(self.buffer, self.now_s, too_fast=too_fast)
        QApplication.processEvents()

    def image(self) -> QImage:
        """What is on the screen, as it was painted bit by bit."""
        QApplication.processEvents()
        return self.sweep.screen().grabWindow(self.sweep.winId()).toImage()

    def inked(self) -> list[bool]:
        """For each column of the line's box, whether the line is in it."""
        image, box = self.image(), self.sweep.line_box()
        paper = QColor(DARK.panel).rgb()
        return [
            any(image.pixel(x, y) != paper for y in range(0, image.height(), 1))
            for x in range(box.left(), box.right() + 1)
        ]

    def column(self, at_s: float) -> int:
        box = self.sweep.line_box()
        return int(at_s % SWEEP_S / SWEEP_S * box.width())


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(qtbot)


class Paints(QObject):
    """Keeps the width of everything that is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.widths: list[int] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        if isinstance(event, QPaintEvent):
            self.widths.append(event.rect().width())
        return False


def test_it_says_that_there_is_no_wave_before_the_first(stage: Stage) -> None:
    stage.sweep.show_wave(None, 0.0, too_fast=False)
    assert stage.sweep.words == say("wave-none")
    assert say("wave-none") in stage.sweep.accessibleName()


def test_the_line_fills_ten_seconds_but_for_the_gap_before_its_head(stage: Stage) -> None:
    stage.play(14.0)
    inked = stage.inked()
    head_s = stage.sweep.head_s
    assert head_s is not None
    begin, end = stage.column(head_s) + 3, stage.column(head_s + ERASE_S) - 1
    assert not any(inked[begin:end])
    assert all(inked[: begin - 4])
    assert all(inked[end + 3 : -1])


def test_the_head_follows_evenly_a_chunk_behind(stage: Stage) -> None:
    stage.play(3.0)
    heads = []
    for _ in range(100):
        stage.play(TURN_S)
        heads.append(stage.sweep.head_s or 0.0)
        assert 0.0 <= stage.now_s - heads[-1] <= 0.5
    steps = [late - early for early, late in itertools.pairwise(heads)]
    assert min(steps) >= TURN_S / 2
    assert max(steps) <= TURN_S * 2


def test_lost_samples_are_a_gap_and_never_a_line(stage: Stage) -> None:
    stage.play(11.2)
    stage.play(1.2, lost=True)
    stage.play(2.0)
    inked = stage.inked()
    assert not any(inked[stage.column(11.35) : stage.column(12.1)])
    assert all(inked[stage.column(12.6) : stage.column(13.6)])


def test_a_wave_that_stopped_two_seconds_ago_is_blank_and_says_so(stage: Stage) -> None:
    stage.play(6.0)
    stage.play(1.6, lost=True)
    assert stage.sweep.words == ""
    stage.play(0.8, lost=True)
    assert stage.sweep.words == say("wave-none")
    assert stage.sweep.head_s is None
    stage.play(1.0)
    assert stage.sweep.words == ""


def test_time_that_runs_too_fast_is_not_drawn(stage: Stage) -> None:
    stage.play(3.0)
    stage.show(too_fast=True)
    assert stage.sweep.words == say("wave-too-fast")
    stage.play(0.4)
    assert stage.sweep.words == ""


def test_what_is_painted_bit_by_bit_is_what_is_painted_at_once(stage: Stage) -> None:
    stage.play(23.0)
    by_bits = stage.image()
    assert any(stage.inked())
    stage.sweep.repaint()
    assert stage.image() == by_bits


def test_a_turn_paints_only_the_strip_that_changes(stage: Stage) -> None:
    stage.play(11.0)
    paints = Paints()
    stage.sweep.installEventFilter(paints)
    stage.play(8.0)
    assert len(paints.widths) > 100
    assert sorted(paints.widths)[len(paints.widths) // 2] < 60
    assert sum(width > 60 for width in paints.widths) <= 2


def test_a_wave_that_does_not_change_is_not_painted(stage: Stage) -> None:
    stage.play(5.0)
    paints = Paints()
    stage.sweep.installEventFilter(paints)
    for _ in range(20):
        stage.show()
    assert paints.widths == []


def test_samples_that_are_no_numbers_are_a_gap(stage: Stage) -> None:
    stage.play(5.0)
    stage.buffer.put(stage.now_s + CHUNK_S, (math.nan, math.inf, -math.inf, 1e38) * 5)
    stage.now_s += 0.6
    stage.show()
    assert not stage.image().isNull()
