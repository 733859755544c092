"""The note panel: one tap, symptoms apart from the rest, what is open, and the way elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

import during_examples as examples
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from monitor.commands import EMERGENCY_NOTES, NoteKind
from ui.chair.note_panel import EMERGENCIES, USUAL, NotePanel, Page
from ui.chair.notes_list import MOMENTS
from ui.controls import Tile
from ui.ink import Scale
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


def tap(qtbot: QtBot, tile: Tile) -> None:
    assert tile.isVisible()
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


def with_notes(panel: NotePanel) -> None:
    panel.show_view(examples.view_of(examples.picture()))


def test_every_kind_that_begins_and_ends_can_be_tapped_and_has_words(panel: NotePanel) -> None:
    assert set(panel.taps) == set(NoteKind) - MOMENTS
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


@pytest.mark.parametrize("kind", sorted(set(NoteKind) - MOMENTS))
def test_one_tap_notes_it_and_closes_the_panel(
    panel: NotePanel, qtbot: QtBot, kind: NoteKind
) -> None:
    with qtbot.waitSignal(panel.noted) as noted:
        tap(qtbot, panel.taps[kind])
    assert noted.args == [kind, "", 0.0]
    assert panel.isHidden()


def test_what_happened_earlier_is_chosen_before_the_tap(panel: NotePanel, qtbot: QtBot) -> None:
    for _ in range(3):
        tap(qtbot, panel.when.earlier)
    with qtbot.waitSignal(panel.noted) as noted:
        tap(qtbot, panel.taps[NoteKind.HEADACHE])
    assert noted.args == [NoteKind.HEADACHE, "", 300.0]
    panel.open()
    assert panel.when.ago_s == 0.0


def test_the_digits_press_the_usual_events_and_never_a_symptom(
    panel: NotePanel, qtbot: QtBot
) -> None:
    heard: list[NoteKind] = []
    panel.noted.connect(lambda kind, _text, _ago: heard.append(kind))
    for key in range(Qt.Key.Key_0, Qt.Key.Key_9 + 1):
        panel.open()
        qtbot.keyClick(panel, Qt.Key(key))
    assert heard == list(USUAL)


def test_a_kind_that_is_open_says_so_and_offers_its_end(panel: NotePanel, qtbot: QtBot) -> None:
    with_notes(panel)
    tile = panel.taps[NoteKind.NAUSEA]
    assert tile.detail.startswith("since ")
    tap(qtbot, tile)
    assert panel.page is Page.AGAIN
    tap(qtbot, panel.when.earlier)
    with qtbot.waitSignal(panel.ended) as ended:
        tap(qtbot, panel.over)
    assert ended.args == ["b", 60.0]


def test_it_can_have_happened_again_all_the_same(panel: NotePanel, qtbot: QtBot) -> None:
    with_notes(panel)
    tap(qtbot, panel.taps[NoteKind.NAUSEA])
    with qtbot.waitSignal(panel.noted) as noted:
        tap(qtbot, panel.again)
    assert noted.args == [NoteKind.NAUSEA, "", 0.0]


def test_the_list_of_what_is_open_is_one_tap_away(panel: NotePanel, qtbot: QtBot) -> None:
    assert not panel.all.isVisible()
    with_notes(panel)
    assert panel.all.text() == "Open · 2"
    tap(qtbot, panel.all)
    with qtbot.waitSignal(panel.ended) as ended:
        tap(qtbot, panel.list.tiles[0])
    assert ended.args == ["b", 0.0]


def test_digits_do_nothing_where_they_mean_nothing(panel: NotePanel, qtbot: QtBot) -> None:
    with_notes(panel)
    heard: list[object] = []
    panel.noted.connect(heard.append)
    tap(qtbot, panel.all)
    qtbot.keyClicks(panel, "123")
    assert heard == []
    assert panel.page is Page.LIST
    tap(qtbot, panel.back)
    assert panel.page is Page.EVENTS


def test_distress_and_the_walk_are_toggled_and_say_since_when(
    panel: NotePanel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.distressed) as begun:
        tap(qtbot, panel.distress)
    assert begun.args == [False]
    panel.open()
    panel.show_view(examples.view_of(examples.distressed()))
    assert panel.distress.text() == "Calm again"
    assert panel.away.detail.startswith("since ")
    with qtbot.waitSignal(panel.distressed) as over:
        tap(qtbot, panel.distress)
    assert over.args == [True]
    panel.open()
    with qtbot.waitSignal(panel.left_monitor) as back:
        tap(qtbot, panel.away)
    assert back.args == [True]


def test_scores_and_drugs_have_places_of_their_own(panel: NotePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.scores_asked):
        tap(qtbot, panel.scores)
    panel.open()
    with qtbot.waitSignal(panel.drug_asked):
        tap(qtbot, panel.drug)


def test_own_words_are_a_note_and_none_are_none(panel: NotePanel, qtbot: QtBot) -> None:
    tap(qtbot, panel.own)
    tap(qtbot, panel.save)
    assert panel.isVisible()
    qtbot.keyClicks(panel.words, "wants water 2")
    with qtbot.waitSignal(panel.noted) as noted:
        qtbot.keyClick(panel.words, Qt.Key.Key_Return)
    assert noted.args == [NoteKind.FREE_TEXT, "wants water 2", 0.0]


SIZES = {(1024, 640): (620, 458), (1280, 720): (788, 524), (1920, 1080): (1180, 800)}
"""What a window leaves to a panel."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", Page)
def test_no_tile_leaves_the_panel_or_lies_on_another(
    panel: NotePanel, size: tuple[int, int], page: Page
) -> None:
    with_notes(panel)
    panel.taps[NoteKind.NAUSEA].click()
    panel._turn(page)
    panel.set_scale(Scale.of(*size))
    panel.resize(*SIZES[size])
    shown = [*panel.tiles, panel.words, panel.when, panel.list]
    boxes = [tile.geometry() for tile in shown if tile.isVisible()]
    for place, box in enumerate(boxes):
        assert panel.rect().contains(box)
        assert not any(box.intersects(other) for other in boxes[place + 1 :])
