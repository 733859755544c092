"""Scores: one tap for the usual ones, items or totals for the long ones."""

from __future__ import annotations

from collections.abc import Iterator

import during_examples as examples
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from monitor.alarm_table import DEEP_AT_MOST
from monitor.treatment.commands import Scale
from monitor.treatment.scales import MOAAS
from ui.chair.scores_panel import OVERVIEW, ScoresPanel
from ui.controls import Tile
from ui.theme import DARK


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[ScoresPanel]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 540)
    made = ScoresPanel(DARK, window)
    made.setGeometry(0, 0, 788, 524)
    window.show()
    qtbot.waitExposed(window)
    made.open()
    yield made
    window.hide()


def tap(qtbot: QtBot, tile: Tile) -> None:
    assert tile.isVisible()
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


def test_a_moaas_is_one_tap_and_its_word_stands_below_the_number(
    panel: ScoresPanel, qtbot: QtBot
) -> None:
    tile = panel.quick[MOAAS, "5"]
    assert tile.detail == "Awake"
    with qtbot.waitSignal(panel.sedated) as sedated:
        tap(qtbot, tile)
    assert sedated.args == [5]
    assert panel.isHidden()


def test_the_scores_that_sound_have_an_edge(panel: ScoresPanel) -> None:
    edged = {
        int(mark)
        for (scale, mark), tile in panel.quick.items()
        if scale == MOAAS and tile.look.edge is not None
    }
    assert edged == set(range(DEEP_AT_MOST + 1))


def test_a_score_is_chosen_by_its_whole_sentence_too(panel: ScoresPanel, qtbot: QtBot) -> None:
    tap(qtbot, panel.names[MOAAS])
    assert [choice.total for choice, _tile in panel.single] == [5, 4, 3, 2, 1, 0]
    tops = [tile.y() for _choice, tile in panel.single]
    assert tops == sorted(tops)
    with qtbot.waitSignal(panel.sedated) as sedated:
        tap(qtbot, panel.single[3][1])
    assert sedated.args == [2]


@pytest.mark.parametrize("scale", [Scale.DISSOCIATION, Scale.NAUSEA])
def test_the_other_quick_scores_are_one_tap(
    panel: ScoresPanel, qtbot: QtBot, scale: Scale
) -> None:
    with qtbot.waitSignal(panel.scored) as scored:
        tap(qtbot, panel.quick[scale.value, "2"])
    assert scored.args == [scale, 2, (), ""]


def test_aldrete_is_five_taps_and_a_store(panel: ScoresPanel, qtbot: QtBot) -> None:
    tap(qtbot, panel.names[Scale.ALDRETE])
    for _ in range(5):
        assert not panel.items.store.isEnabled()
        tap(qtbot, panel.items.answers[0])
    assert "10 · Fit to leave" in panel.items.result()
    with qtbot.waitSignal(panel.scored) as scored:
        tap(qtbot, panel.items.store)
    assert scored.args == [Scale.ALDRETE, 10, (2, 2, 2, 2, 2), ""]


def test_a_phq_by_items_says_response_when_the_course_is_known(
    panel: ScoresPanel, qtbot: QtBot
) -> None:
    panel.first = {"phq-9": 20}.get
    tap(qtbot, panel.names[Scale.PHQ9])
    for _ in range(9):
        tap(qtbot, panel.items.answers[1])
    assert panel.items.result() == "9 · Mild · response (first 20)"
    tap(qtbot, panel.items.items[8])
    tap(qtbot, panel.items.answers[0])
    with qtbot.waitSignal(panel.scored) as scored:
        tap(qtbot, panel.items.store)
    assert scored.args == [Scale.PHQ9, 8, (1,) * 8 + (0,), ""]


def test_the_total_of_a_phq_alone_wants_item_9_as_well(panel: ScoresPanel, qtbot: QtBot) -> None:
    tap(qtbot, panel.names[Scale.PHQ9])
    tap(qtbot, panel.items.only)
    for key in "17":
        tap(qtbot, panel.total.pad.keys[key])
    assert not panel.total.store.isEnabled()
    tap(qtbot, panel.total.ninths[1])
    with qtbot.waitSignal(panel.scored) as scored:
        tap(qtbot, panel.total.store)
    assert scored.args == [Scale.PHQ9, 17, (1,), ""]


def test_a_total_out_of_bounds_is_said_and_not_stored(panel: ScoresPanel, qtbot: QtBot) -> None:
    tap(qtbot, panel.names[Scale.MADRS])
    qtbot.keyClicks(panel, "61")
    assert panel.total.message() == "MADRS is 61; expected 0 to 60."
    assert not panel.total.store.isEnabled()
    qtbot.keyClick(panel, Qt.Key.Key_Backspace)
    assert panel.total.message() == "None · Remission"
    with qtbot.waitSignal(panel.scored) as scored:
        tap(qtbot, panel.total.store)
    assert scored.args == [Scale.MADRS, 6, (), ""]


def test_a_c_ssrs_is_a_result_in_words(panel: ScoresPanel, qtbot: QtBot) -> None:
    tap(qtbot, panel.names[Scale.CSSRS])
    with qtbot.waitSignal(panel.scored) as scored:
        tap(qtbot, panel.single[1][1])
    assert scored.args == [Scale.CSSRS, None, (), "ideation"]


def test_digits_choose_no_score(panel: ScoresPanel, qtbot: QtBot) -> None:
    """A barcode scanner types digits."""
    heard: list[object] = []
    panel.sedated.connect(heard.append)
    panel.scored.connect(heard.append)
    for page in (OVERVIEW, MOAAS, Scale.ALDRETE.value):
        panel.turn(page)
        qtbot.keyClicks(panel, "2100")
    assert heard == []
    assert panel.isVisible()


def test_what_was_given_last_stands_beside_each_scale(panel: ScoresPanel) -> None:
    panel.show_view(examples.view_of(examples.picture()))
    assert panel.names[MOAAS].detail.startswith("5 · ")
    assert panel.names[Scale.PHQ9].detail.startswith("17 · ")
    assert panel.names[Scale.PAIN].detail == ""


def test_back_leads_to_all_scores_from_every_page(panel: ScoresPanel, qtbot: QtBot) -> None:
    for page, back in (
        (MOAAS, panel.back),
        (Scale.PADSS.value, panel.items.back),
        (Scale.CADSS.value, panel.total.back),
    ):
        panel.turn(page)
        tap(qtbot, back)
        assert panel.page == OVERVIEW
        assert panel.quick[MOAAS, "5"].isVisible()
