"""The two lines of a tile: apart from each other and inside it, however low it is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ui.app import application
from ui.controls import Look, Tile
from ui.ink import Scale, cap_height
from ui.theme import DARK

APART_PX = 3.0


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("window", "high"),
    [((1024, 640), 36), ((1280, 720), 36), ((1600, 900), 36), ((1920, 1080), 46)]
    + [((1280, 720), high) for high in (44, 57, 80, 120)],
)
def test_two_lines_stand_apart_and_inside_the_tile(window: tuple[int, int], high: int) -> None:
    """Beginning with those of the clock of a demo, which are the lowest."""
    assert isinstance(application(), QApplication)
    tile = Tile(DARK, "")
    tile.set_scale(Scale.of(*window))
    tile.wear(Look(ink=DARK.text, fill=DARK.raised, size=24))
    tile.say("02:56", detail="×1")
    tile.resize(140, high)
    first, second = tile.labels()
    assert first.baseline - cap_height(first.size_px, first.weight) >= 1.0
    assert second.baseline <= high - 1.0
    gap = second.baseline - cap_height(second.size_px, second.weight) - first.baseline
    assert gap >= APART_PX
