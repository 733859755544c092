"""The tour in a real window: where it lies, what it leaves free, and what its keys do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pictures
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tour_stage import CHAIR, SIZES, TourStage
from window_desk import WindowDesk

from data.tour_file import FILE_NAME, tour_wanted
from ui.panels import Panel
from ui.tour.steps import STEPS
from ui.words import say


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[TourStage]:
    desk = WindowDesk(qtbot, demo=True)
    made = TourStage(desk, tmp_path)
    made.tour.begin()
    yield made
    desk.close()


def test_it_begins_at_the_wall_and_waits_for_the_chair(stage: TourStage) -> None:
    assert stage.shown
    assert stage.name == "room"
    assert f"Press {CHAIR}" in stage.words
    stage.press(Qt.Key.Key_2)
    stage.desk.qtbot.waitUntil(lambda: stage.window.desk.chair == CHAIR)
    stage.look()
    assert stage.name == "pressure"


def test_arrows_turn_its_pages(stage: TourStage) -> None:
    stage.to_step("pressure")
    stage.press(Qt.Key.Key_Right)
    assert stage.name == "alarm"
    stage.press(Qt.Key.Key_Left)
    assert stage.name == "pressure"


def test_its_buttons_do_the_same_by_mouse(stage: TourStage) -> None:
    stage.to_step("pressure")
    stage.desk.tap(stage.tour.bubble.next)
    assert stage.name == "alarm"
    stage.desk.tap(stage.tour.bubble.back)
    assert stage.name == "pressure"
    stage.desk.tap(stage.tour.bubble.skip)
    assert not stage.shown


def test_escape_space_and_enter_leave_it_alone_and_answer_nothing(stage: TourStage) -> None:
    stage.to_step("alarm")
    stage.show(pictures.medium())
    sent = list(stage.desk.backend.sent)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Return):
        stage.press(key)
    assert stage.shown
    assert stage.name == "alarm"
    assert stage.desk.backend.sent == sent


def test_an_alarm_is_asked_for_when_it_is_there(stage: TourStage) -> None:
    stage.to_step("alarm")
    assert stage.words == say("tour-alarm")
    stage.show(pictures.medium())
    assert stage.words == say("tour-alarm-now")
    stage.show(pictures.calm())
    assert stage.name == "actions"


def test_an_alarm_takes_whoever_reads_something_else_to_the_bar(stage: TourStage) -> None:
    stage.show(pictures.medium())
    assert stage.words == say("tour-room-now", CHAIR)
    stage.show(pictures.calm())
    stage.to_step("pressure")
    stage.show(pictures.medium())
    assert (stage.name, stage.words) == ("alarm", say("tour-alarm-now"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", [step.name for step in STEPS])
def test_it_lies_inside_the_window_and_over_nothing_that_matters(
    stage: TourStage, name: str, size: tuple[int, int]
) -> None:
    stage.window.resize(*size)
    stage.show(pictures.medium())
    if name != "room":
        stage.to_step(name)
    stage.look()
    assert stage.name == name
    shell, bubble = stage.shell, stage.tour.bubble
    box = bubble.geometry()
    assert stage.shown
    assert shell.rect().contains(box)
    for bar in (shell.top, shell.bar, shell.bottom):
        assert not box.intersects(stage.box(bar))
    if name != "room":
        live = shell.live
        for part in (live.cuff, live.heart, live.spo2, live.ribbon, live.instruction):
            assert part.isHidden() or not box.intersects(stage.box(part)), part
    assert not any(label.shortened for label in bubble.labels)
    inside = bubble.rect().adjusted(2, 2, -2, -2)
    for label in bubble.labels:
        assert inside.left() <= label.ink_left()
        assert label.ink_left() + label.text_width() <= inside.right()
    assert all(inside.contains(tile.geometry()) for tile in bubble.tiles if tile.isVisible())
    assert all(tile.height() >= 44 for tile in bubble.tiles if tile.isVisible())
    top_of_tiles = min(tile.y() for tile in bubble.tiles if tile.isVisible())
    assert max(label.baseline for label in bubble.labels) < top_of_tiles


def test_the_ring_takes_no_press_and_leaves_the_alarm_bar_free(stage: TourStage) -> None:
    stage.to_step("alarm")
    ring = stage.tour.ring
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    before = stage.shell.bar.grab().toImage()
    stage.tour.skip()
    assert stage.shell.bar.grab().toImage() == before
    bar = stage.box(stage.shell.bar).adjusted(0, 2, 0, -2)
    stage.tour.again()
    stage.to_step("alarm")
    with_tour = stage.shell.grab(bar).toImage()
    stage.tour.skip()
    assert stage.shell.grab(bar).toImage() == with_tour


def test_it_steps_aside_for_panels_and_comes_back(stage: TourStage) -> None:
    stage.to_step("pressure")
    stage.window.toggle(Panel.NOTE)
    stage.look()
    assert not stage.shown
    assert stage.tour.ring.isHidden()
    stage.press(Qt.Key.Key_Escape)
    assert stage.shown


def test_on_another_page_it_is_not_there_and_at_another_chair_it_says_how_to_come_back(
    stage: TourStage,
) -> None:
    stage.to_step("pressure")
    stage.window.show_chair(1)
    stage.look()
    assert stage.words == say("tour-away", CHAIR)
    stage.window.go("about")
    stage.look()
    assert not stage.shown
    stage.window.go("wall")
    stage.look()
    assert stage.words == say("tour-away", CHAIR)
    stage.press(Qt.Key.Key_2)
    # The page comes with the next events; until then there is nothing to point at.
    stage.desk.qtbot.waitUntil(lambda: stage.looked() == say("tour-pressure"))
    assert stage.window.desk.chair == CHAIR


def test_it_follows_the_window(stage: TourStage) -> None:
    stage.to_step("pressure")
    for size in ((1920, 1080), (1024, 640)):
        stage.window.resize(*size)
        stage.desk.qtbot.waitUntil(
            lambda: stage.tour.bubble.target == stage.box(stage.shell.live.cuff)
        )


def test_never_again_is_kept_and_about_brings_it_back(stage: TourStage, tmp_path: Path) -> None:
    stage.desk.tap(stage.tour.bubble.never)
    assert not stage.shown
    assert not tour_wanted(tmp_path / FILE_NAME)
    stage.tour.begin()
    assert not stage.shown
    stage.window.go("about")
    stage.desk.turn()
    stage.desk.tap(stage.shell.about.tour_begin)
    stage.look()
    assert stage.name == "room"
    assert stage.shown
    assert tour_wanted(tmp_path / FILE_NAME)


def test_where_it_cannot_be_kept_the_tour_says_so(stage: TourStage, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    stage.desk.tap(stage.tour.bubble.never)
    assert stage.shown
    assert str(tmp_path / FILE_NAME) in stage.words


def test_without_a_tour_about_offers_none(qtbot: QtBot) -> None:
    desk = WindowDesk(qtbot)
    desk.window.go("about")
    desk.turn()
    assert desk.window.shell.about.tour.isHidden()
    desk.close()
