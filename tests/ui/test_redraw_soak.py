"""Eight hours of one chair through the real window: memory stays flat while data arrive."""

from __future__ import annotations

import gc
import sys
from collections import deque

import psutil
import pytest
from pytestqt.qtbot import QtBot
from recording_backend import RecordingBackend, StillClock
from trend_examples import INFUSION_S, START_S, example_entries, opened

from monitor.chair import Chair
from monitor.commands import StartInfusion, StopInfusion
from monitor.entries import Entry
from monitor.events import Event, SessionOpened, is_event
from ui.app import application
from ui.theme import DARK
from ui.window import MainWindow

HOURS = 8.0
REDRAWS = 6000
SETTLED_AFTER = 2000
MAY_GROW_BYTES = 2 * 1024 * 1024


def events() -> list[tuple[float, Event]]:
    """The example session as it happened, without what the core concludes by itself."""
    length_s = HOURS * 3600.0
    course: list[tuple[float, Event]] = [
        (START_S, StartInfusion("AK")),
        (START_S + INFUSION_S, StopInfusion("AK")),
    ]
    course += [
        (at, what)
        for at, what in example_entries(length_s)
        if is_event(what) and not isinstance(what, SessionOpened)
    ]
    return sorted(course, key=lambda one: one[0])


def resident_bytes() -> int:
    gc.collect()
    return psutil.Process().memory_info().rss


@pytest.mark.soak
def test_memory_stays_flat_over_eight_hours_of_redraws(qtbot: QtBot) -> None:
    application()
    clock, backend = StillClock(), RecordingBackend()
    window = MainWindow(backend, DARK, clock=clock, wall=lambda: 1_790_000_000.0)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    stored: deque[Entry] = deque(maxlen=1)
    chair = Chair(opened(), stored.append, backend.inbox.put)
    chair.begin()
    course = events()  # kept to the end: what it holds must not look like what is lost or won
    coming, settled, nones = iter(course), 0, 0
    following = next(coming, None)
    for redraw in range(1, REDRAWS + 1):
        now_s = redraw * HOURS * 3600.0 / REDRAWS
        clock.now_s = 1000.0 + now_s
        while following is not None and following[0] <= now_s:
            chair.take(following[1], following[0])
            following = next(coming, None)
        chair.take(None, now_s)
        chair.committed(stored[-1].seq)
        window.turn()
        window.repaint()
        qtbot.wait(0)
        if redraw == SETTLED_AFTER:
            settled, nones = resident_bytes(), sys.getrefcount(None)
    grown, nones_now = resident_bytes() - settled, sys.getrefcount(None)
    assert following is None, "everything arrived"
    assert course
    window.close()
    assert grown <= MAY_GROW_BYTES, f"grown by {grown / 1024:.0f} kB"
    # Some builds of PySide6 lose references to None with every painted frame.
    assert nones_now >= nones - 100
