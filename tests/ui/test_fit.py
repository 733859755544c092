"""Nothing is clipped, shortened or laid over something else, from 1024 x 640 to 4K."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import alarm_examples
import device_line_examples as examples
import pictures
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QWidget
from recording_backend import RecordingBackend
from shared_window import emptied, shared_window

from monitor.commands import NoteKind
from monitor.phases import Step
from monitor.vitals import VitalSign, Wave, WaveChunk
from ui.app import application
from ui.chair.bottom_bar import SMALLEST_GAP_PX, SMALLEST_TILE_PX, Act
from ui.controls import Tile
from ui.ink import Board, Label, Weight, fitted
from ui.panels import Panel
from ui.window import MainWindow

EXAMPLES = pictures.EXAMPLES | alarm_examples.ALARMS
SIZES = [(1024, 640), (1280, 720), (1600, 900), (1920, 1080), (1920, 1200), (3840, 2160)]
MAIN_SIZES = [(1024, 640), (1280, 720), (1920, 1080)]
SIZED = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
MAINLY_SIZED = pytest.mark.parametrize("size", MAIN_SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
"""Nearest to the test, so that the window changes its size as seldom as can be."""
WIDER_THAN_LAID_OUT_PX = 1.0


@pytest.fixture(scope="module")
def built(qapp: QApplication) -> Iterator[MainWindow]:
    with shared_window(RecordingBackend(demo=True), 1_790_000_000.0) as made:
        yield made


@pytest.fixture
def window(built: MainWindow) -> MainWindow:
    return emptied(built)


def fill(window: MainWindow, name: str, size: tuple[int, int]) -> None:
    backend = window._backend
    assert isinstance(backend, RecordingBackend)
    backend.inbox.put(pictures.beginning(EXAMPLES[name]()))
    backend.publish(EXAMPLES[name]())
    window.resize(*size)
    window.show()
    window.turn()
    assert (window.shell.width(), window.shell.height()) == size


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
    parts += [
        shell.live.instruction,
        shell.live.cuff,
        shell.live.heart,
        shell.live.spo2,
        shell.live.ribbon,
    ]
    parts += list(shell.panels.by_name.values())
    seen = [pair for part in parts if part.isVisible() for pair in words_of(part)]
    assert len(seen) > 20
    for widget, label in seen:
        where = f"{type(widget).__name__} {label.text!r} at {shell.width()} x {shell.height()}"
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


@pytest.mark.parametrize("name", sorted(EXAMPLES))
@SIZED
def test_every_word_of_the_live_view_fits(
    window: MainWindow, name: str, size: tuple[int, int]
) -> None:
    shell = window.shell
    live = shell.live
    fill(window, name, size)
    assert_all_fits(window)
    boards = (shell.top, shell.bar, live.cuff, live.heart, live.spo2, live.ribbon)
    for board in (*boards, live.instruction):
        assert_words_lie_apart(board)


@pytest.mark.parametrize("name", ["asking", "equipment", "withdrawn"])
@SIZED
def test_every_word_of_the_answer_and_of_the_list_fits(
    window: MainWindow, name: str, size: tuple[int, int]
) -> None:
    fill(window, name, size)
    window._toggle_list()
    assert_all_fits(window)
    key = window.desk.asked_key()
    assert key is not None
    window.ask_answer(key)
    panel = window.shell.panels.answer
    assert_all_fits(window)
    assert_words_lie_apart(panel)
    boxes = [tile.geometry() for tile in panel.tiles if tile.isVisible()]
    assert all(box.height() >= SMALLEST_TILE_PX for box in boxes[1:])
    for one, other in itertools.combinations(boxes, 2):
        assert not one.intersects(other)
    panel.pauses[1].click()
    assert_all_fits(window)


@pytest.mark.parametrize("panel", Panel)
@SIZED
def test_every_word_of_a_panel_fits(
    window: MainWindow, panel: Panel, size: tuple[int, int]
) -> None:
    board = window.shell.panels.by_name[panel]
    fill(window, "medium", size)
    window.toggle(panel)
    assert board.isVisible()
    assert_all_fits(window)
    assert_words_lie_apart(board)


@SIZED
def test_every_word_of_the_limits_fits(window: MainWindow, size: tuple[int, int]) -> None:
    limits = window.shell.panels.limits
    fill(window, "medium", size)
    window.toggle(Panel.LIMITS)
    for tab in limits.tabs.values():
        tab.click()
        assert_all_fits(window)
        assert_words_lie_apart(limits)


@pytest.mark.parametrize("name", ["link-lost", "medium", "sensor-off"])
@pytest.mark.parametrize("waves", [{Wave.ECG, Wave.PLETH}, {Wave.PLETH}], ids=["both", "pleth"])
@MAINLY_SIZED
def test_every_word_fits_beside_waves(
    window: MainWindow, name: str, waves: set[Wave], size: tuple[int, int]
) -> None:
    window.state.show_waves(shown=True)
    fill(window, name, size)
    backend = window._backend
    assert isinstance(backend, RecordingBackend)
    picture = pictures.EXAMPLES[name]()
    for sign in (VitalSign.HR, VitalSign.SPO2, VitalSign.SBP):
        picture.numerals[sign] = replace(picture.numerals[sign], source="device:berry-pm6750")
    for wave in waves:
        chunk = WaveChunk(wave, 50.0, "", tuple(range(10)))
        backend.inbox.put(pictures.said(picture, chunk))
    window.turn()
    live = window.shell.live
    shown = {Wave.ECG: live.ecg.isVisible(), Wave.PLETH: live.pleth.isVisible()}
    assert {wave for wave in Wave if shown.get(wave)} == waves
    assert_all_fits(window)
    for board in (live.cuff, live.heart, live.spo2):
        assert_words_lie_apart(board)
        for label in board.labels:
            assert ink_box(label).bottom() <= board.height() - board.wave_px
    tallest = max(live.cuff.labels, key=lambda label: label.size_px)
    assert QFontMetricsF(tallest.font).capHeight() >= size[1] * 0.07 or size[1] < 700


@pytest.mark.parametrize("chosen", range(3))
@MAINLY_SIZED
def test_every_word_about_the_monitors_fits(
    window: MainWindow, chosen: int, size: tuple[int, int]
) -> None:
    backend = window._backend
    assert isinstance(backend, RecordingBackend)
    backend.lines = (examples.MONITOR, examples.CUFF_ALLOWED, examples.STRANGER)
    fill(window, "medium", size)
    window.toggle(Panel.DEVICES)
    panel = window.shell.panels.devices
    panel.choose(backend.lines[chosen].source)
    assert_all_fits(window)
    assert_words_lie_apart(panel)
    assert len(panel.tail.rows()) >= 3
    boxes = [tile.geometry() for tile in panel.tiles if tile.isVisible()]
    for one, other in itertools.combinations([*boxes, panel.tail.geometry()], 2):
        assert not one.intersects(other)
    for box in boxes:
        for label in panel.labels:
            assert not ink_box(label).intersects(QRectF(box)), label.text
    window.toggle(Panel.CUFF)
    assert window.shell.panels.cuff.starts
    assert_all_fits(window)


@SIZED
def test_question_list_and_toast_fit(window: MainWindow, size: tuple[int, int]) -> None:
    fill(window, "extreme", size)
    window.note(NoteKind.VISUAL_SIGN, "")
    window._toggle_list()
    for step in (Step.STOP, Step.END):
        window.shell.live.ask(step)
        assert_all_fits(window)


@SIZED
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
@example(text="ibA0", width=20, size=12)
def test_a_fitted_label_is_never_wider_than_its_room(text: str, width: int, size: int) -> None:
    application()
    label = fitted(Label(text, 0, 0, width, size, "#ffffff", Weight.Normal))
    assert label.text_width() <= width
    assert label.shortened == (label.text != text)
