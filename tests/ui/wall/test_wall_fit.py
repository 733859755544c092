"""Around the wall nothing is cut or laid over something else, with eight chairs, at every size."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import alarm_examples
import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from recording_backend import RecordingBackend
from rooms import example, on_chair, published
from shared_window import SharedDesk, shared_window

from monitor.picture import ChairPicture
from ui.chair.bottom_bar import Act
from ui.controls import Tile
from ui.ink import Board, Label, cap_height
from ui.window import MainWindow

SIZES = [(1024, 640), (1280, 720), (1600, 900), (1920, 1080)]
SIZED = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture(scope="module")
def built(qapp: QApplication) -> Iterator[MainWindow]:
    with shared_window(RecordingBackend(), 1_790_000_000.0) as made:
        made.show()
        yield made


@pytest.fixture
def desk(built: MainWindow, qtbot: QtBot) -> SharedDesk:
    return SharedDesk(built, qtbot)


def fill(desk: SharedDesk, size: tuple[int, int], *shown: ChairPicture) -> None:
    desk.window.resize(*size)
    for picture in shown:
        for message in published(picture):
            desk.backend.inbox.put(message)
    desk.turn()
    desk.turn()


def full(desk: SharedDesk, size: tuple[int, int]) -> None:
    fill(desk, size, *(example(chair) for chair in range(1, 9)))


def words_of(part: QWidget) -> list[Label]:
    found: list[Label] = []
    for widget in (part, *part.findChildren(QWidget)):
        if widget.isVisible() and isinstance(widget, Board):
            found += widget.labels
        elif widget.isVisible() and isinstance(widget, Tile):
            found += widget.labels()
    return found


def assert_whole(*parts: QWidget) -> None:
    for part in parts:
        for label in words_of(part):
            assert not label.shortened, label.text
            assert label.text_width() <= label.width + 1.5, label.text


def assert_tiles_lie_apart(desk: SharedDesk) -> None:
    """The tiles of the top line, and the words between them."""
    top = desk.window.shell.top
    boxes = [tile.geometry() for tile in top.findChildren(Tile) if tile.isVisible()]
    for label in top.labels:
        high = cap_height(label.size_px, label.weight)
        upper = int(label.baseline - high)
        boxes.append(QRect(int(label.ink_left()), upper, int(label.text_width()), int(high)))
    for one, other in itertools.combinations(boxes, 2):
        assert not one.intersects(other)


@SIZED
def test_the_bars_around_the_wall_fit(desk: SharedDesk, size: tuple[int, int]) -> None:
    full(desk, size)
    shell = desk.window.shell
    assert shell.pages.currentWidget() is shell.wall
    assert_whole(shell.top, shell.bar, shell.bottom)
    assert_tiles_lie_apart(desk)


@SIZED
def test_which_chair_fits_and_lies_between_the_bars(
    desk: SharedDesk, size: tuple[int, int]
) -> None:
    full(desk, size)
    desk.tap(desk.window.shell.bottom.tiles[Act.PAUSE])
    shell = desk.window.shell
    assert_whole(shell.which)
    for tile in shell.which.choices.values():
        assert tile.height() >= 57
        assert tile.width() >= 57
    assert not shell.which.geometry().intersects(shell.bar.geometry())
    assert not shell.which.geometry().intersects(shell.bottom.geometry())


@SIZED
def test_beside_seven_others_a_chair_still_has_room(
    desk: SharedDesk, size: tuple[int, int]
) -> None:
    full(desk, size)
    shell = desk.window.shell
    for chair in (1, 2, 3, 7):
        desk.window.show_chair(chair)
        desk.turn()
        assert desk.window.desk.chair == chair
        assert_whole(shell.top, shell.bar)
        assert_tiles_lie_apart(desk)
        assert shell.top.room.isVisible()
        named = {int(tile.text().split()[0]) for tile in shell.top.chair_tiles.values()}
        urgent = {2} - {chair}
        assert urgent <= named or not named


@SIZED
def test_several_silenced_chairs_and_an_emergency_fit_the_bar(
    desk: SharedDesk, size: tuple[int, int]
) -> None:
    paused = [on_chair(chair, alarm_examples.sound_off()) for chair in range(1, 9)]
    fill(desk, size, *(replace(one, audio_pause_left_s=70.0) for one in paused))
    assert "Sound off: 8 chairs" in desk.words()
    assert_whole(desk.window.shell.bar)
