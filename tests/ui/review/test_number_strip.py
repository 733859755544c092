"""A figure of a session in a low tile: what belongs to it stands beside it, or in part, or not."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.ink import cap_height
from ui.review.number_strip import LOW_TILE_PX, Number, NumberTile
from ui.theme import DARK, load_fonts

NUMBERS = (
    Number("Alarme", "0 hoch · 1 mittel", "0,5 pro h · 0 niedrig"),
    Number("Given", "41 of 41 mg", "calculated · 40:00"),
    Number("Baseline", "124/76", "HR 72 · SpO₂ 98"),
)


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number.name)
@pytest.mark.parametrize("wide", [90, 120, 160, 200, 260])
def test_nothing_in_a_low_tile_is_cut_or_lies_over_another_word(
    qtbot: QtBot, number: Number, wide: int
) -> None:
    load_fonts()
    tile = NumberTile(DARK)
    qtbot.addWidget(tile)
    tile.resize(wide, LOW_TILE_PX)
    tile.show_number(number)
    name, value, *rest = tile.labels()
    assert len(rest) <= 1
    for told in rest:
        assert not told.shortened
        assert number.rest.startswith(told.text)
        for word in (name, value):
            apart = abs(told.baseline - word.baseline) > cap_height(word.size_px, word.weight)
            assert apart or told.ink_left() > word.ink_left() + word.text_width()
    if wide == 260:
        assert [told.text for told in rest] == [number.rest]
