"""The tour in German: German words are longer, and its bubble may hide nothing that matters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pictures
import pytest
from pytestqt.qtbot import QtBot
from spoken import language
from tour_stage import TourStage
from window_desk import WindowDesk

from ui.tour.steps import STEPS
from ui.words import say

SMALL = [(1024, 640), (1280, 720)]


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[TourStage]:
    with language("de"):
        desk = WindowDesk(qtbot, demo=True)
        made = TourStage(desk, tmp_path)
        made.tour.begin()
        yield made
        desk.close()


@pytest.mark.parametrize("size", SMALL, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", [step.name for step in STEPS])
def test_every_german_word_of_the_tour_fits_and_covers_no_number(
    stage: TourStage, name: str, size: tuple[int, int]
) -> None:
    assert say("tour-name") == "Rundgang"
    stage.window.resize(*size)
    stage.show(pictures.medium())
    if name != "room":
        stage.to_step(name)
    stage.look()
    bubble, live = stage.tour.bubble, stage.shell.live
    inside = bubble.rect().adjusted(2, 2, -2, -2)
    assert stage.shell.rect().contains(bubble.geometry())
    for label in bubble.labels:
        assert not label.shortened, label.text
        assert inside.left() <= label.ink_left()
        assert label.ink_left() + label.text_width() <= inside.right(), label.text
    tiles = [tile for tile in bubble.tiles if tile.isVisible()]
    assert all(inside.contains(tile.geometry()) for tile in tiles)
    assert max(label.baseline for label in bubble.labels) < min(tile.y() for tile in tiles)
    if name != "room":
        for part in (live.cuff, live.heart, live.spo2, live.ribbon, live.instruction):
            assert part.isHidden() or not bubble.geometry().intersects(stage.box(part)), part
