"""The learner's strip: no word of it is cut, whatever the window and the language."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from spoken import language

from monitor.training.lesson import Deed
from ui.ink import Scale
from ui.theme import DARK, load_fonts
from ui.training_strip import HIGH_PX, LEAST_PX, OVER_LEAST_PX, OVER_PX, TrainingStrip
from ui.words import SENTENCES, say

SIZES = [(1920, 1080), (1280, 720), (1024, 640)]


def strip_in(qtbot: QtBot, size: tuple[int, int], *, over: bool = False) -> TrainingStrip:
    load_fonts()
    scale = Scale.of(*size)
    strip = TrainingStrip(DARK, say("lesson-strip", "S4", "Nurse 1"))
    qtbot.addWidget(strip)
    strip.set_scale(scale)
    if over:
        strip.show_over()
    high = scale.px(OVER_PX, OVER_LEAST_PX) if over else scale.px(HIGH_PX, LEAST_PX)
    strip.resize(size[0], high)
    strip.show()
    return strip


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("spoken", ["en", "de"])
def test_every_hand_is_read_whole_and_said_in_full(
    qtbot: QtBot, size: tuple[int, int], spoken: str
) -> None:
    with language(spoken):
        strip = strip_in(qtbot, size)
        for deed, tile in strip.hands.items():
            assert not [label.text for label in tile.labels() if label.shortened], tile.text()
            assert tile.accessibleName() == say(f"hand-{deed}")
        tiles = [*strip.hands.values(), strip.finish]
        for place, tile in enumerate(tiles):
            assert strip.rect().contains(tile.geometry())
            assert not any(tile.geometry().intersects(other.geometry()) for other in tiles[:place])


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("spoken", ["en", "de"])
def test_after_the_end_the_way_to_the_debrief_is_read_whole(
    qtbot: QtBot, size: tuple[int, int], spoken: str
) -> None:
    with language(spoken):
        strip = strip_in(qtbot, size, over=True)
        assert strip.finish.text() == say("lesson-debrief")
        assert not [label.text for label in strip.finish.labels() if label.shortened]
        assert strip.rect().contains(strip.finish.geometry())


def test_the_hands_have_short_names_only_where_the_long_ones_are_too_long(qtbot: QtBot) -> None:
    with language("de"):
        wide, narrow = strip_in(qtbot, SIZES[0]), strip_in(qtbot, SIZES[-1])
        for deed in Deed.ASK_PATIENT, Deed.CHECK_CUFF:
            assert wide.hands[deed].text() == say(f"hand-{deed}")
            assert narrow.hands[deed].text() == say(f"trigger-hand-{deed}")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("spoken", ["en", "de"])
def test_what_a_patient_says_and_what_a_hand_finds_is_read_whole(
    qtbot: QtBot, size: tuple[int, int], spoken: str
) -> None:
    with language(spoken):
        strip = strip_in(qtbot, size)
        for name in (one for one in SENTENCES if one.startswith(("cue-", "hand-found-"))):
            strip.tell(say("lesson-patient"), say(name))
            assert not [label.text for label in strip.lay_out() if label.shortened]
