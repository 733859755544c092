"""Nothing is clipped, shortened or laid over something else, from 1024 x 640 to 4K."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pictures
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from recording_backend import RecordingBackend, StillClock

from monitor.events import NoteKind
from monitor.phases import Step
from ui.app import application
from ui.chair.bottom_bar import SMALLEST_GAP_PX, SMALLEST_TILE_PX, Act
from ui.controls import Tile
from ui.ink import Board, Label, Weight, fitted
from ui.panels import Panel
from ui.theme import DARK
from ui.window import MainWindow

SIZES = [(1024, 640), (1280, 720), (1600, 900), (1920, 1080), (1920, 1200), (3840, 2160)]
WIDER_THAN_LAID_OUT_PX = 1.0


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    application()
    backend = RecordingBackend(demo=True)
    made = MainWindow(backend, DARK, clock=StillClock(), wall=lambda: 1_790_000_000.0)
    qtbot.addWidget(made)
    yield made
    made.close()


def fill(window: MainWindow, name: str, size: tuple[int, int]) -> None:
    backend = window._backend
    assert isinstance(backend, RecordingBackend)
    backend.inbox.put(pictures.story(pictures.EXAMPLES[name]())[0])
    backend.publish(pictures.EXAMPLES[name]())
    window.resize(*size)
    window.show()
    window.turn()


def words_of(part: QWidget) -> list[tuple[QWidget, Label]]:
    """Every label that is visible now, with its widget."""
    found: list[tuple[QWidget, Label]] = []
    for widget in (part, *part.findChildren(QWidget)):
        if widget.isVisible() and isinstance(widget, Board):
            found += [(widget, label) for label in widget.labels]
        elif widget.isVisible() and isinstance(widget, Tile):
            found += [(widget, label) for label in widget.labels()]
    return found


def ink_box(label: Label) -> QRectF:
    metrics = QFontMetricsF(label.font)
    drawn = metrics.tightBoundingRect(label.text)
    return drawn.translated(label.ink_left(), label.baseline)


def assert_all_fits(window: MainWindow) -> None:
    shell = window.shell
    parts = [shell.top, shell.bar, shell.bottom, shell.toast, shell.alarm_list]
    parts += [shell.live.cuff, shell.live.heart, shell.live.spo2, shell.live.ribbon]
    parts += list(shell.panels.by_name.values())
    seen = [pair for part in parts if part.isVisible() for pair in words_of(part)]
    assert len(seen) > 20
    for widget, label in seen:
        where = f"{type(widget).__name__} {label.text!r}"
        assert not label.shortened, where
        assert label.text_width() <= label.width + WIDER_THAN_LAID_OUT_PX, where
        box = ink_box(label)
        assert box.top() >= -1, where
        assert box.bottom() <= widget.height() + 1, where
        assert box.left() >= -1, where
        assert box.right() <= widget.width() + 1, where


def assert_words_lie_apart(board: Board) -> None:
    boxes = [(label.text, ink_box(label)) for label in board.labels]
    for place, (text, box) in enumerate(boxes):
        for other, further in boxes[place + 1 :]:
            if {text, other} & {"/"}:
                continue  # the stroke between the pressures leans towards both
            assert not box.intersects(further), f"{text!r} lies on {other!r}"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", sorted(pictures.EXAMPLES))
def test_every_word_of_the_live_view_fits(
    window: MainWindow, name: str, size: tuple[int, int]
) -> None:
    fill(window, name, size)
    assert_all_fits(window)
    shell = window.shell
    live = shell.live
    for board in (shell.top, shell.bar, live.cuff, live.heart, live.spo2, live.ribbon):
        assert_words_lie_apart(board)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("panel", Panel)
def test_every_word_of_a_panel_fits(
    window: MainWindow, panel: Panel, size: tuple[int, int]
) -> None:
    fill(window, "medium", size)
    window.toggle(panel)
    assert_all_fits(window)
    assert_words_lie_apart(window.shell.panels.by_name[panel])
    for group in ("dbp", "hr", "spo2", "rr"):
        window.shell.panels.limits.tabs[group].click()
        assert_all_fits(window)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_question_list_and_toast_fit(window: MainWindow, size: tuple[int, int]) -> None:
    fill(window, "extreme", size)
    window.note(NoteKind.VISUAL_SIGN, "")
    window._toggle_list()
    for step in (Step.STOP, Step.END):
        window.shell.live.ask(step)
        assert_all_fits(window)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_actions_are_large_enough_for_a_gloved_finger(
    window: MainWindow, size: tuple[int, int]
) -> None:
    fill(window, "calm", size)
    boxes = [window.shell.bottom.tiles[act].geometry() for act in Act]
    assert all(box.height() >= SMALLEST_TILE_PX for box in boxes)
    gaps = [right.left() - left.right() for left, right in itertools.pairwise(boxes)]
    assert min(gaps) >= SMALLEST_GAP_PX
    assert boxes == sorted(boxes, key=lambda box: box.left())


def test_blood_pressure_has_capitals_of_21_mm_on_a_24_inch_screen(window: MainWindow) -> None:
    fill(window, "calm", (1920, 1080))
    mm_per_px = 531.0 / 1920
    tallest = max(window.shell.live.cuff.labels, key=lambda label: label.size_px)
    assert QFontMetricsF(tallest.font).capHeight() * mm_per_px >= 21.0


def test_digits_do_not_move_sideways_when_they_change(window: MainWindow) -> None:
    def places() -> list[tuple[str, float]]:
        cuff, heart = window.shell.live.cuff, window.shell.live.heart
        slash = next(label for label in cuff.labels if label.text == "/")
        rate = max(heart.labels, key=lambda label: label.size_px)
        return [("slash", slash.ink_left()), ("rate", rate.left + rate.width)]

    fill(window, "medium", (1920, 1080))
    before = places()
    backend = window._backend
    assert isinstance(backend, RecordingBackend)
    backend.publish(pictures.picture(numerals=pictures.numerals(98, 51, 111, 100)))
    window.turn()
    assert places() == before


@given(
    text=st.text(st.characters(codec="latin-1", categories=("L", "N", "P")), max_size=80),
    width=st.integers(20, 600),
    size=st.integers(12, 60),
)
def test_a_fitted_label_is_never_wider_than_its_room(text: str, width: int, size: int) -> None:
    application()
    label = fitted(Label(text, 0, 0, width, size, "#ffffff", Weight.Normal))
    assert label.text_width() <= width
    assert label.shortened == (label.text != text)
