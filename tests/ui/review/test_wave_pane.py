"""The waves about the cursor: asked for when they are looked at, drawn with their gaps."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from monitor.entries import Entry
from monitor.vitals import Wave, WaveChunk
from tests.ui.page_examples import RecordingBackend, in_a_window
from tests.ui.page_sessions import IVY
from tests.ui.recording_backend import RecordingBackend as Refusing
from ui.page_growth import Growth
from ui.review.wave_pane import WavePane, runs_of, waves_seen
from ui.theme import DARK
from ui.words import say

RATE = 100.0


def chunk(ends_s: float, wave: Wave = Wave.PLETH, source: str = IVY) -> Entry:
    times = [ends_s - 1.0 + n / RATE for n in range(int(RATE))]
    samples = tuple(50.0 * math.sin(2 * math.pi * t) for t in times)
    return Entry("a", round(ends_s * 10), ends_s, WaveChunk(wave, RATE, "", samples, source))


def chunks(from_s: int, to_s: int, wave: Wave = Wave.PLETH) -> tuple[Entry, ...]:
    return tuple(chunk(float(at_s), wave) for at_s in range(from_s, to_s + 1))


@pytest.fixture
def backend() -> RecordingBackend:
    return RecordingBackend()


@pytest.fixture
def pane(qtbot: QtBot, backend: RecordingBackend) -> Iterator[WavePane]:
    made = WavePane(backend, DARK)
    window = in_a_window(made, 700, 200)
    qtbot.addWidget(window)
    made.show_session("a", 0.0)
    yield made
    window.hide()


def test_every_sample_of_the_window_is_there_at_its_own_time() -> None:
    (seen,) = waves_seen(chunks(90, 112), 100.0, 110.0)
    assert len(seen.samples) == 1000
    times = 100.0 + np.arange(1000) / RATE
    assert seen.samples == pytest.approx(50.0 * np.sin(2 * math.pi * times), abs=0.01)
    assert seen.low < -50.0
    assert seen.high > 50.0


def test_what_is_missing_is_a_gap_in_the_line() -> None:
    (seen,) = waves_seen(chunks(95, 103) + chunks(107, 112), 100.0, 110.0)
    runs = runs_of(seen, QRectF(0, 0, 1000, 60))
    assert len(runs) == 2
    assert runs[0].at(runs[0].size() - 1).x() == pytest.approx(300, abs=2)
    assert runs[1].at(0).x() == pytest.approx(600, abs=2)


def test_each_wave_has_its_row_in_a_fixed_order() -> None:
    both = chunks(98, 112) + chunks(98, 112, Wave.ECG)
    assert [one.wave for one in waves_seen(both, 100.0, 110.0)] == [Wave.ECG, Wave.PLETH]


def test_a_flat_or_empty_window_breaks_nothing() -> None:
    flat = Entry("a", 1, 105.0, WaveChunk(Wave.ECG, RATE, "mV", (0.0,) * 500, IVY))
    assert len(waves_seen((flat,), 100.0, 110.0)) == 1
    assert waves_seen((), 100.0, 110.0) == ()
    assert waves_seen(chunks(10, 12), 100.0, 110.0) == ()


def test_it_is_read_when_the_cursor_stands_still(
    qtbot: QtBot, pane: WavePane, backend: RecordingBackend
) -> None:
    backend.all_waves = list(chunks(90, 130))
    assert pane.words == say("waves-no-cursor")
    for at_s in (100.0, 101.0, 105.0):
        pane.put_cursor(at_s)
    qtbot.waitUntil(lambda: len(pane.seen) == 1)
    assert pane.words == ""
    pane.grab()
    pane.put_cursor(300.0)
    qtbot.waitUntil(lambda: pane.words == say("waves-none"))


def test_nothing_of_another_session_is_left(
    qtbot: QtBot, pane: WavePane, backend: RecordingBackend
) -> None:
    backend.all_waves = list(chunks(90, 130))
    pane.put_cursor(105.0)
    qtbot.waitUntil(lambda: bool(pane.seen))
    pane.show_session("b", 0.0)
    assert pane.seen == ()
    assert pane.words == say("waves-no-cursor")


def test_a_refusal_is_its_sentence(qtbot: QtBot, pane: WavePane) -> None:
    pane._backend = Refusing()
    pane.put_cursor(10.0)
    qtbot.waitUntil(lambda: "no waves of a" in pane.words)


def test_it_is_lower_where_there_is_little_room(pane: WavePane) -> None:
    pane.read("a", 105.0, 0.0)
    pane._show(waves_seen(chunks(90, 112), 100.0, 110.0), "")
    tall = pane.height()
    pane.be_low(True)
    assert pane.height() < tall
    pane.grow(Growth(1.5, 1.2, 1.2))
    pane.grab()
