"""The sound check's panel: what it asks, which tile stands out, and the help after a No."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from monitor.outcomes import Priority
from monitor.sound_check import STEPS, CheckKind
from ui.chair.sound_panel import HELP, SoundFace, SoundPanel
from ui.controls import Tile
from ui.ink import Scale
from ui.theme import DARK, load_fonts
from ui.words import say

FULL, SHORT = CheckKind.FULL, CheckKind.SHORT
HIGH, MEDIUM, LOW = Priority.HIGH, Priority.MEDIUM, Priority.LOW
SIZES = pytest.mark.parametrize(("width", "height", "unit"), [(1192, 792, 1.0), (789, 526, 0.667)])
FACES = [
    SoundFace(FULL, refused=say("sound-who-missing")),
    SoundFace(SHORT),
    SoundFace(),
    SoundFace(FULL, FULL, HIGH),
    SoundFace(FULL, FULL, MEDIUM, slow=True, refused=say("sound-check-alarm")),
    SoundFace(FULL, FULL, LOW, began=True),
    SoundFace(None, FULL, LOW, began=True, heard=True),
    SoundFace(None, SHORT, MEDIUM, began=True, heard=True),
    SoundFace(FULL, FULL, MEDIUM, heard=False),
]


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[SoundPanel]:
    load_fonts()
    window = QWidget()
    qtbot.addWidget(window)
    made = SoundPanel(DARK, window)
    made.resize(1192, 792)
    window.show()
    made.open()
    yield made
    window.close()


def words(panel: SoundPanel) -> str:
    return " ".join(label.text for label in panel.labels)


def offered(panel: SoundPanel) -> list[str]:
    return [tile.text() for tile in panel.tiles[1:] if tile.isVisible()]


def stands_out(tile: Tile) -> bool:
    return tile.look.fill == DARK.infusion


def test_the_check_that_is_due_is_named_and_stands_out(panel: SoundPanel) -> None:
    panel.show_face(SoundFace(SHORT))
    assert say("sound-due-short") in words(panel)
    assert [stands_out(panel.kinds[kind]) for kind in (FULL, SHORT)] == [False, True]
    panel.show_face(SoundFace(FULL))
    assert say("sound-due-full") in words(panel)
    assert [stands_out(panel.kinds[kind]) for kind in (FULL, SHORT)] == [True, False]
    panel.show_face(SoundFace())
    assert say("sound-due-none") in words(panel)


def test_who_listens_goes_with_the_check(panel: SoundPanel, qtbot: QtBot) -> None:
    panel.who.setText(" AK ")
    with qtbot.waitSignal(panel.begun) as begun:
        panel.kinds[SHORT].click()
    assert begun.args == [SHORT, "AK"]


def test_yes_can_be_pressed_from_the_moment_the_burst_began(panel: SoundPanel) -> None:
    panel.show_face(SoundFace(FULL, FULL, HIGH))
    assert offered(panel) == [say("sound-yes"), say("sound-no"), say("sound-again")]
    assert [tile.isEnabled() for tile in (panel.yes, panel.no, panel.play_again)] == [
        *(False, True, True)
    ]
    assert say("sound-plays", "high alarm") in words(panel)
    panel.show_face(SoundFace(FULL, FULL, HIGH, began=True))
    assert panel.yes.isEnabled()
    assert say("sound-asks", "high alarm") in words(panel)


def test_a_burst_that_does_not_begin_points_at_no(panel: SoundPanel) -> None:
    panel.show_face(SoundFace(FULL, FULL, HIGH, slow=True))
    assert say("sound-slow", "high alarm") in words(panel)
    assert stands_out(panel.no)
    assert not stands_out(panel.yes)


@pytest.mark.parametrize("kind", [FULL, SHORT])
def test_every_burst_of_the_check_is_named(panel: SoundPanel, kind: CheckKind) -> None:
    panel.show_face(SoundFace(kind, kind, STEPS[kind][0]))
    named = [say(f"sound-step-{step.word}") in words(panel) for step in (HIGH, MEDIUM, LOW)]
    assert named == [step in STEPS[kind] for step in (HIGH, MEDIUM, LOW)]


def test_after_a_no_there_is_help_and_the_check_can_be_done_again(
    panel: SoundPanel, qtbot: QtBot
) -> None:
    panel.who.setText("AK")
    panel.show_face(SoundFace(FULL, FULL, MEDIUM, heard=False))
    assert say("sound-not-heard", "medium alarm") in words(panel)
    for name in HELP:
        assert " ".join(say(f"sound-help-{name}").split()) in words(panel)
    assert say("alarm-sound-failed") in words(panel)
    assert offered(panel) == [say("sound-anew"), say("sound-done")]
    with qtbot.waitSignal(panel.begun) as begun:
        panel.anew.click()
    assert begun.args == [FULL, "AK"]


def test_after_a_yes_the_panel_can_only_be_left(panel: SoundPanel, qtbot: QtBot) -> None:
    panel.show_face(SoundFace(None, SHORT, MEDIUM, began=True, heard=True))
    assert say("sound-heard") in words(panel)
    assert offered(panel) == [say("sound-done")]
    with qtbot.waitSignal(panel.closed):
        panel.done.click()


@SIZES
@pytest.mark.parametrize("face", FACES)
def test_everything_has_its_place_in_a_small_window_too(
    panel: SoundPanel, face: SoundFace, width: int, height: int, unit: float
) -> None:
    panel.set_scale(Scale(unit))
    panel.resize(width, height)
    panel.show_face(face)
    tiles = [tile for tile in panel.tiles if tile.isVisible()]
    assert not [label.text for label in panel.labels if label.shortened]
    assert all(panel.rect().contains(tile.geometry()) for tile in tiles)
    assert max(label.baseline for label in panel.labels) < height
    assert all(tile.height() >= 57 for tile in tiles if tile is not panel.close_tile)
    assert not panel.grab().isNull()
