"""Somebody in front of the real window, over virtual time, with simulated patients behind it.

Rule 1: only what can be seen is operated: a click goes to the middle of a widget that is visible,
        enabled and not covered, and lands on whatever lies there. A key goes to the focus.
Rule 2: every click and every key is counted; scrolling, which a person does too, apart from them.
Rule 3: time stands still until `advance`: then all chairs come to the new moment, what they
        published is shown, and it is painted.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from helpers import ROOT, wait_until
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QWidget,
)

from monitor.picture import ChairPicture
from ui.app import application
from ui.practice import PracticeBackend
from ui.theme import DARK
from ui.window import MainWindow

MORNING_UTC_S = 1_790_000_000.0
"""The time of day at virtual second 0."""
LOOK_EVERY_S = 10.0
SIZE = (1600, 900)
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@dataclass(frozen=True, slots=True)
class Kept:
    """One session as a second process read it."""

    row: dict[str, Any]
    entries: list[tuple[int, float, str, dict[str, Any]]]
    program: str
    """Which version of the program wrote it."""
    head: str
    """Of its chain: the hash over everything, in hexadecimal."""
    defects: tuple[str, ...]
    """What is wrong with the chain; empty = it is whole."""

    def all(self, kind: str) -> list[dict[str, Any]]:
        """The bodies of one kind, in the order of the record."""
        return [body for _, _, name, body in self.entries if name == kind]

    def moments(self, kind: str) -> list[float]:
        return [now_s for _, now_s, name, _ in self.entries if name == kind]


@dataclass(slots=True)
class PracticeWindow:
    backend: PracticeBackend
    window: MainWindow
    db: Path
    shots: Path
    clicks: int = 0
    keys: int = 0
    scrolls: int = 0
    log: list[str] = field(default_factory=list)
    """What was pressed, in words, for a test that has to explain its count."""

    # ---- time

    def advance(self, seconds: float, look_every_s: float = LOOK_EVERY_S) -> None:
        end = self.backend.now_s + seconds
        while (left := end - self.backend.now_s) > 1e-9:
            self.backend.advance(min(look_every_s, left))
            self.look()

    def advance_until(
        self,
        holds: Callable[[], object],
        at_most_s: float,
        what: str = "it",
        look_every_s: float = 1.0,
    ) -> float:
        """Until this holds; how long that took. Fails after `at_most_s`."""
        began = self.backend.now_s
        while not holds():
            if self.backend.now_s - began >= at_most_s:
                pytest.fail(f"{what} did not happen within {at_most_s:g} virtual seconds")
            self.advance(look_every_s, look_every_s)
        return self.backend.now_s - began

    def look(self) -> None:
        """The window empties its inbox, and everything that waits to be painted is."""
        self.window.turn()
        QApplication.processEvents()

    def settle(self, holds: Callable[[], object], what: str = "it") -> None:
        """Let timers of the window go on until this holds; virtual time stands still."""

        def looked() -> bool:
            self.look()
            return bool(holds())

        wait_until(looked, timeout_s=10.0, what=what)

    # ---- what is seen

    def picture(self, chair: int) -> ChairPicture:
        """The newest of this chair that the window has."""
        return self.window.state.chairs[chair].picture

    def sees(self, words: str) -> bool:
        """Some visible widget has these words, or bears them as its accessible name."""
        return any(words in text for widget in self._visible(QWidget) for text in _texts(widget))

    def shot(self, name: str) -> Path:
        self.look()
        self.shots.mkdir(parents=True, exist_ok=True)
        path = self.shots / f"{name}.png"
        assert self.window.grab().save(str(path)), path
        return path

    def find(self, name: str, within: QWidget | None = None) -> QWidget:
        """The one thing of this name that can be operated. Fails, saying what there is instead."""
        found = self._named(name, within)
        if len(found) != 1:
            reach = sorted({_texts(w)[0] for w in self._operable(within) if _texts(w)})
            there = "several" if found else "nothing"
            pytest.fail(f"{there} called {name!r} can be operated; there is: {', '.join(reach)}")
        return found[0]

    # ---- what is done

    def click(self, name: str, within: QWidget | None = None) -> None:
        self.click_on(self.find(name, within), name)

    def click_on(self, widget: QWidget, name: str = "") -> None:
        """In its middle. Fails when it is hidden, disabled or covered."""
        name = name or (_texts(widget) or [type(widget).__name__])[0]
        if not widget.isVisible() or not widget.isEnabled():
            pytest.fail(f"{name!r} is {'disabled' if widget.isVisible() else 'not visible'}")
        self._bring_in_sight(widget)
        self._click_at(widget, widget.rect().center(), name)

    def choose(self, name: str, words: str) -> None:
        """One line of the list called `name`: the one with these words in it."""
        choices = self.find(name)
        assert isinstance(choices, QListWidget), name
        self.settle(choices.count, f"a line in {name}")
        rows = [choices.item(row) for row in range(choices.count())]
        (item,) = [row for row in rows if words in row.text()]
        self._bring_in_sight(choices)
        if not choices.viewport().rect().contains(choices.visualItemRect(item)):
            choices.scrollToItem(item)
            self.scrolls += 1
        place = choices.viewport().mapTo(choices, choices.visualItemRect(item).center())
        self._click_at(choices, place, f"{name}: {words}")

    def write(self, name: str, text: str) -> None:
        """Click into the field of this name, and type."""
        widget = self.find(name)
        assert isinstance(widget, QLineEdit), name
        self.click_on(widget, name)
        if widget.text():
            self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.enter(text)
        assert widget.text() == text, name

    def enter(self, text: str) -> None:
        QTest.keyClicks(self._focus(), text)
        self.keys += len(text)
        self.log.append(f"typed {text!r}")
        self.look()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self._focus(), key, held)
        self.keys += 1
        self.log.append(f"pressed {key.name}")
        self.look()

    def hold(self, key: Qt.Key, until: Callable[[], object]) -> None:
        """Press a key and keep it down until this holds."""
        QTest.keyPress(self._focus(), key)
        self.keys += 1
        self.log.append(f"held {key.name}")
        self.settle(until, f"holding {key.name}")
        QTest.keyRelease(self._focus(), key)
        self.look()

    # ---- what is left

    def read_back(self) -> dict[str, Kept]:
        """The record, by session, read by a second process."""
        done = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("reading_program.py")), str(self.db)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
        told = json.loads(done.stdout)
        return {
            session: Kept(
                one["row"],
                [tuple(entry) for entry in one["entries"]],
                one["program"],
                one["head"],
                tuple(one["defects"]),
            )
            for session, one in told.items()
        }

    # ---- how it is found

    def _visible(self, kind: type[QWidget]) -> Iterator[QWidget]:
        return (one for one in self.window.findChildren(kind) if one.isVisible())

    def _operable(self, within: QWidget | None) -> list[QWidget]:
        return [
            one
            for one in (within or self.window).findChildren(QWidget)
            if one.isVisible() and one.isEnabled() and not isinstance(one, QLabel)
        ]

    def _named(self, name: str, within: QWidget | None) -> list[QWidget]:
        """By the whole name, else a button or field by whole words of it.

        Of several, those that are not covered.
        """
        operable = [one for one in self._operable(within) if _texts(one)]
        buttons = [one for one in operable if isinstance(one, _OPERATED)]
        words = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        found = [one for one in buttons if name in _texts(one)]
        found = found or [one for one in operable if name in _texts(one)]
        found = found or [one for one in buttons if any(words.search(t) for t in _texts(one))]
        if len(found) > 1:
            found = [one for one in found if self._reached(one, one.rect().center())] or found
        return found

    def _reached(self, widget: QWidget, at: QPoint) -> bool:
        hit = self.window.childAt(widget.mapTo(self.window, at))
        return hit is widget or (hit is not None and widget.isAncestorOf(hit))

    def _bring_in_sight(self, widget: QWidget) -> None:
        """Scroll as a person would, in every area that holds it."""
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea) and above.widget() is not None:
                view = above.viewport()
                place = widget.mapTo(above, widget.rect().center())
                if not view.geometry().contains(place):
                    above.ensureWidgetVisible(widget)
                    self.scrolls += 1
                    self.look()
            above = above.parentWidget()

    def _click_at(self, widget: QWidget, at: QPoint, name: str) -> None:
        hit = self.window.childAt(widget.mapTo(self.window, at))
        if hit is None or not (hit is widget or widget.isAncestorOf(hit)):
            cover = "the edge of the window" if hit is None else type(hit).__name__
            pytest.fail(f"{name!r} is covered by {cover}")
        QTest.mouseClick(hit, LEFT, PLAIN, hit.mapFrom(widget, at))
        self.clicks += 1
        self.log.append(f"clicked {name!r}")
        self.look()

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window


_OPERATED = (QAbstractButton, QLineEdit, QListWidget)


def _texts(widget: QWidget) -> list[str]:
    """What it is called, first what a screen reader says, then what stands on it."""
    said = [widget.accessibleName()]
    if isinstance(widget, QAbstractButton | QLabel):
        said.append(widget.text().replace("&", ""))
    return [text for text in said if text]


@contextmanager
def practice_window(
    folder: Path,
    *,
    seed: int = 1,
    size: tuple[int, int] = SIZE,
    before: Callable[[PracticeBackend], object] | None = None,
) -> Iterator[PracticeWindow]:
    """A window and a room behind it, with a record of its own in this folder.

    `before` is done before the window opens: what is known of the day, or of earlier ones.
    """
    application()
    backend = PracticeBackend(folder / "practice.db", seed=seed, utc_s=MORNING_UTC_S)
    backend.start()
    with closing(backend):
        if before is not None:
            before(backend)
        window = MainWindow(backend, DARK, clock=lambda: 1000.0 + backend.now_s, wall=backend.utc)
        try:
            window.resize(*size)
            window.show()
            window.activateWindow()
            made = PracticeWindow(backend, window, backend.db, folder / "shots")
            made.settle(window.isActiveWindow, "the window is in front")
            yield made
        finally:
            window.go("quit")
            shiboken6.delete(window)
