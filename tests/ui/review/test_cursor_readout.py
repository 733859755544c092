"""The line of values at the cursor, and of what a number means."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.page_growth import Growth
from ui.review.cursor_readout import CursorReadout
from ui.review_words import REVIEW_SENTENCES
from ui.theme import DARK, load_fonts
from ui.words import say

FACTS = (
    ("", "21:40 · 16:45"),
    ("Phase", "Infusion"),
    ("NIBP", "168/100, 40 s before"),
    ("HR", "89"),
    ("SpO₂", "95"),
    ("Alarm", "SBP 168"),
    ("Given", "22.2 mg, 61.5 mg/h"),
    ("Effect site (estimate)", "172 ng/mL"),
    ("", "Dissociation: 3, 4 min before"),
)


@pytest.fixture
def readout(qtbot: QtBot) -> CursorReadout:
    load_fonts()
    made = CursorReadout(DARK)
    qtbot.addWidget(made)
    made.resize(480, made.height())
    return made


def words(readout: CursorReadout) -> str:
    return " ".join(label.text for label in readout.labels)


def test_without_a_cursor_it_says_how_to_get_one(readout: CursorReadout) -> None:
    assert words(readout) == say("cursor-none")


def test_all_values_have_room_in_a_small_window(readout: CursorReadout) -> None:
    readout.show_values(FACTS)
    for name, value in FACTS:
        assert name in words(readout)
        assert value in words(readout)
    bottoms = [label.baseline for label in readout.labels]
    rights = [label.left + label.text_width() for label in readout.labels]
    assert max(bottoms) <= readout.height()
    assert max(rights) <= readout.width()
    assert "Phase Infusion" in readout.accessibleDescription()


def test_a_meaning_takes_their_place_and_gives_it_back(readout: CursorReadout) -> None:
    readout.show_values(FACTS)
    before = words(readout)
    readout.explain("Baseline: the resting values that were accepted last.")
    assert words(readout).startswith("Baseline:")
    assert readout.text.startswith("Baseline:")
    readout.explain("")
    assert words(readout) == before
    readout.explain("Baseline: the resting values.")
    readout.show_values(FACTS[:2])
    assert words(readout).startswith("Baseline:")
    readout.explain("")
    assert words(readout) == "21:40 · 16:45 Phase Infusion"


@pytest.mark.parametrize("growth", [1.0, 1.28, 2.0])
def test_every_meaning_fits_into_the_room_there_is(readout: CursorReadout, growth: float) -> None:
    readout.grow(Growth(growth, growth, growth))
    readout.resize(round(460 * growth), readout.height())
    for name, sentence in REVIEW_SENTENCES.items():
        if name.startswith("mean-"):
            readout.explain(f"Above the limits: {sentence}")
            assert max(label.baseline for label in readout.labels) <= 48
            assert sentence.rsplit(" ", maxsplit=1)[-1] in words(readout)
    readout.grab()
