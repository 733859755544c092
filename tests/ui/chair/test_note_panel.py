"""The note panel: symptoms apart from the rest, sedation by plain words, own words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from monitor.alarm_table import DEEP_AT_MOST
from monitor.commands import EMERGENCY_NOTES, NoteKind
from ui.chair.note_panel import EMERGENCIES, SCORES, USUAL, NotePanel
from ui.theme import DARK
from ui.words import say


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[NotePanel]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 820)
    made = NotePanel(DARK, window)
    made.setGeometry(0, 0, 788, 524)
    window.show()
    qtbot.waitExposed(window)
    made.open()
    yield made
    window.hide()


def test_every_kind_of_note_can_be_tapped_and_has_words(panel: NotePanel) -> None:
    assert {*panel.taps, NoteKind.FREE_TEXT} == set(NoteKind)
    assert set(EMERGENCIES) == EMERGENCY_NOTES
    for kind, tile in panel.taps.items():
        assert tile.isVisible()
        assert tile.text() == say(f"note-{kind.value}")


def test_symptoms_stand_in_one_group_that_says_that_they_sound(panel: NotePanel) -> None:
    words = [label.text for label in panel.labels]
    assert say("note-emergencies") in words
    lowest = max(panel.taps[kind].geometry().bottom() for kind in EMERGENCIES)
    assert lowest < min(panel.taps[kind].y() for kind in USUAL)
    edges = {kind: panel.taps[kind].look.edge for kind in panel.taps}
    assert {kind for kind, edge in edges.items() if edge is not None} == EMERGENCY_NOTES


@pytest.mark.parametrize("kind", sorted(set(NoteKind) - {NoteKind.FREE_TEXT}))
def test_one_tap_notes_it_and_closes_the_panel(
    panel: NotePanel, qtbot: QtBot, kind: NoteKind
) -> None:
    with qtbot.waitSignal(panel.noted) as noted:
        qtbot.mouseClick(panel.taps[kind], Qt.MouseButton.LeftButton)
    assert noted.args == [kind, ""]
    assert panel.isHidden()


def test_the_digits_press_the_usual_events_and_never_a_symptom(
    panel: NotePanel, qtbot: QtBot
) -> None:
    heard: list[NoteKind] = []
    panel.noted.connect(lambda kind, _text: heard.append(kind))
    for key in range(Qt.Key.Key_0, Qt.Key.Key_9 + 1):
        panel.open()
        qtbot.keyClick(panel, Qt.Key(key))
    assert heard == list(USUAL)


def test_a_sedation_score_is_chosen_by_its_words_in_two_taps(
    panel: NotePanel, qtbot: QtBot
) -> None:
    qtbot.mouseClick(panel.sedation, Qt.MouseButton.LeftButton)
    assert not any(tile.isVisible() for tile in panel.taps.values())
    tops = [panel.scores[score].y() for score in SCORES]
    assert tops == sorted(tops)
    for score, tile in panel.scores.items():
        assert tile.text() == f"{score}   {say(f'sedation-{score}')}"
        assert (tile.look.edge is not None) is (score <= DEEP_AT_MOST)
    with qtbot.waitSignal(panel.sedated) as sedated:
        qtbot.mouseClick(panel.scores[2], Qt.MouseButton.LeftButton)
    assert sedated.args == [2]
    assert panel.isHidden()


def test_back_leads_from_the_scores_to_the_events_and_opening_begins_there(
    panel: NotePanel, qtbot: QtBot
) -> None:
    qtbot.mouseClick(panel.sedation, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.back, Qt.MouseButton.LeftButton)
    assert panel.taps[NoteKind.NAUSEA].isVisible()
    qtbot.mouseClick(panel.sedation, Qt.MouseButton.LeftButton)
    panel.dismiss()
    panel.open()
    assert panel.taps[NoteKind.NAUSEA].isVisible()
    assert not panel.back.isVisible()


def test_digits_choose_no_score(panel: NotePanel, qtbot: QtBot) -> None:
    """A barcode scanner types digits."""
    heard: list[int] = []
    panel.sedated.connect(heard.append)
    qtbot.mouseClick(panel.sedation, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(panel, "210")
    assert heard == []
    assert panel.isVisible()


def test_own_words_are_a_note_and_none_are_none(panel: NotePanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    assert panel.isVisible()
    panel.words.setText("  wants water ")
    with qtbot.waitSignal(panel.noted) as noted:
        qtbot.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    assert noted.args == [NoteKind.FREE_TEXT, "wants water"]


@pytest.mark.parametrize("size", [(620, 470), (788, 524), (1180, 800)])
@pytest.mark.parametrize("scoring", [False, True])
def test_no_tile_leaves_the_panel_or_lies_on_another(
    panel: NotePanel, size: tuple[int, int], scoring: bool
) -> None:
    panel.resize(*size)
    if scoring:
        panel.sedation.click()
    shown = [*panel.tiles, panel.words]
    boxes = [tile.geometry() for tile in shown if tile.isVisible()]
    for place, box in enumerate(boxes):
        assert panel.rect().contains(box)
        assert not any(box.intersects(other) for other in boxes[place + 1 :])
