"""The drug on the axis of the curve."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.page_examples import load_fonts
from ui.chair.trend_layout import XScale
from ui.review.dose_pane import DosePane
from ui.review.effect_site import DrugCourse
from ui.theme import DARK
from ui.words import say

X = XScale(0.0, 1000.0, 60.0, 500.0)
RUNS = DrugCourse(
    rates=((200.0, 61.5), (600.0, 0.0)),
    effect=((200.0, 0.0), (600.0, 150.0), (1000.0, 60.0)),
)


@pytest.fixture
def pane(qtbot: QtBot) -> DosePane:
    load_fonts()
    made = DosePane(DARK)
    qtbot.addWidget(made)
    made.resize(640, 64)
    made.follow(X, None, 12)
    return made


def column(pane: DosePane, at_s: float) -> set[str]:
    """The colours that stand over one moment."""
    image = pane.grab().toImage()
    x = round(X.px(at_s))
    return {image.pixelColor(x, y).name() for y in range(4, pane.height() - 3)}


def test_a_surface_stands_where_it_ran_and_only_there(pane: DosePane) -> None:
    pane.show_drug(DrugCourse(rates=RUNS.rates), 1000.0)
    assert DARK.infusion in column(pane, 400.0)
    assert DARK.infusion not in column(pane, 100.0)
    assert DARK.infusion not in column(pane, 800.0)


def test_the_estimate_is_drawn_where_it_reaches(pane: DosePane) -> None:
    pane.show_drug(RUNS, 1000.0)
    there = {len(column(pane, at_s)) for at_s in range(760, 860, 4)}
    assert max(there) > 1
    assert column(pane, 100.0) == {DARK.panel}
    assert pane.words() == ""


@pytest.mark.parametrize(
    ("drug", "words"),
    [
        (DrugCourse(), "dose-none"),
        (DrugCourse(doses=((300.0, 56.0),), why="effect-route"), "effect-route"),
        (DrugCourse(rates=RUNS.rates, why="effect-weight"), "effect-weight"),
    ],
)
def test_where_there_is_no_estimate_it_says_why(
    pane: DosePane, drug: DrugCourse, words: str
) -> None:
    pane.show_drug(drug, 1000.0)
    assert pane.words() == say(words)
    assert pane.accessibleDescription() == say(words)
    pane.grab()


def test_a_dose_at_once_is_a_stem_with_its_mass(pane: DosePane) -> None:
    pane.show_drug(DrugCourse(doses=((300.0, 56.0), (500.0, None)), why="effect-route"), 1000.0)
    assert column(pane, 300.0) != column(pane, 250.0)


def test_the_cursor_moves_over_the_same_picture(pane: DosePane) -> None:
    pane.show_drug(RUNS, 1000.0)
    pane.grab()
    before = column(pane, 900.0)
    pane.follow(X, 900.0, 12)
    assert column(pane, 900.0) != before
    pane.follow(X, None, 12)
    assert column(pane, 900.0) == before
