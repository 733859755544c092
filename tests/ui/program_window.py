"""The real window of a program that runs, as `make_window` makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import shiboken6
from pytestqt.qtbot import QtBot

from ui.app import application, make_window
from ui.requests import Backend
from ui.window import MainWindow


@contextmanager
def window_of(program: Backend, wall: Callable[[], float], qtbot: QtBot) -> Iterator[MainWindow]:
    """Shown; `wall` is its clock (UTC, seconds)."""
    application()
    made = make_window(program, wall=wall)
    made.resize(1280, 720)
    made.show()
    qtbot.waitExposed(made)
    yield made
    shiboken6.delete(made)
