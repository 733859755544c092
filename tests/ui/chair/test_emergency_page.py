"""The page of an emergency: what it shows, and what is pressed on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import emergency_examples
import pictures
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from data.clinic_file import Clinic
from monitor.commands import (
    AnswerEmergency,
    BeginEmergency,
    EmergencyStamp,
    EndEmergency,
    StampKind,
    UndoStamp,
)
from ui.chair.bottom_bar import Act
from ui.chair.emergency_page import KINDS, EmergencyPage
from ui.panels import Panel
from ui.words import say

KEY = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WindowDesk]:
    made = WindowDesk(qtbot)
    made.backend.known_clinic = emergency_examples.CLINIC
    yield made
    made.close()


def opened(desk: WindowDesk, **changes: object) -> EmergencyPage:
    desk.show(emergency_examples.emergency(**changes))  # type: ignore[arg-type]
    desk.tap(desk.window.shell.bottom.tiles[Act.EMERGENCY])
    desk.turn()
    return desk.window.shell.panels.emergency


def words(page: EmergencyPage) -> str:
    said = " ".join(label.text for label in page.labels)
    return said.replace("\N{NO-BREAK SPACE}", " ")


def test_one_press_begins_it_and_opens_the_page(desk: WindowDesk) -> None:
    desk.show(pictures.calm())
    desk.tap(desk.window.shell.bottom.tiles[Act.EMERGENCY])
    assert desk.backend.commands == [BeginEmergency("Nurse AK")]
    assert desk.window.shell.panels.is_open(Panel.EMERGENCY)


def test_a_press_while_it_goes_on_only_opens_the_page(desk: WindowDesk) -> None:
    opened(desk)
    assert desk.backend.commands == []
    assert desk.window.shell.panels.is_open(Panel.EMERGENCY)


def test_after_one_that_ended_a_press_begins_another(desk: WindowDesk) -> None:
    opened(desk, going=False)
    assert desk.backend.commands == [BeginEmergency("Nurse AK")]


def test_the_page_shows_the_code_clock_the_address_and_what_to_say(desk: WindowDesk) -> None:
    said = words(opened(desk))
    for part in ("4:32", "112", "14 Harbour Street", "+41 55 123 45 67", "206 over 121", "27 mg"):
        assert part in said


def test_what_is_not_set_is_said_with_the_way_to_set_it(desk: WindowDesk) -> None:
    desk.backend.known_clinic = Clinic()
    said = words(opened(desk))
    assert said.count("set it in Menu › Clinic") >= 2


def test_a_practice_is_said_and_a_real_one_is_not(desk: WindowDesk) -> None:
    assert say("practice-no-call") in words(opened(desk, simulated=True))
    desk.show(emergency_examples.emergency(simulated=False))
    assert say("practice-no-call") not in words(desk.window.shell.panels.emergency)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not StampKind.DRUG])
def test_each_stamp_is_one_tap(desk: WindowDesk, kind: StampKind) -> None:
    page = opened(desk)
    desk.tap(page.stamps[kind])
    [sent] = desk.backend.commands
    assert isinstance(sent, EmergencyStamp)
    assert (sent.kind, sent.text, sent.by) == (kind, "", "Nurse AK")


def test_the_digits_stamp_and_do_not_change_the_chair(desk: WindowDesk) -> None:
    opened(desk)
    desk.key(KEY.Key_2)
    [sent] = desk.backend.commands
    assert isinstance(sent, EmergencyStamp)
    assert sent.kind is StampKind.OXYGEN


def test_a_drug_is_named_with_one_more_tap(desk: WindowDesk) -> None:
    page = opened(desk)
    desk.tap(page.stamps[StampKind.DRUG])
    assert desk.backend.commands == []
    assert not page.ring.isVisible()
    desk.tap(page.drugs[0])
    [sent] = desk.backend.commands
    assert isinstance(sent, EmergencyStamp)
    assert (sent.kind, sent.text) == (StampKind.DRUG, "Adrenaline 0.5 mg")
    assert page.stamps[StampKind.DRUG].isVisible()


def test_a_drug_can_be_typed_and_left_out(desk: WindowDesk, qtbot: QtBot) -> None:
    page = opened(desk)
    desk.tap(page.stamps[StampKind.DRUG])
    qtbot.keyClicks(page.words, "Atropine 0.5 mg")
    qtbot.keyClick(page.words, KEY.Key_Return)
    desk.tap(page.stamps[StampKind.DRUG])
    desk.tap(page.other)
    desk.tap(page.stamps[StampKind.DRUG])
    desk.tap(page.back)
    texts = [sent.text for sent in desk.backend.commands if isinstance(sent, EmergencyStamp)]
    assert texts == ["Atropine 0.5 mg", ""]


def test_only_the_newest_stamp_of_the_last_10_s_offers_undo(desk: WindowDesk) -> None:
    page = opened(desk)
    desk.tap(page.undo)
    assert desk.backend.commands == [UndoStamp("s4", "Nurse AK")]
    late = emergency_examples.emergency()
    assert late.emergency is not None
    older = replace(late.emergency, stamps=late.emergency.stamps[:3])
    desk.show(replace(late, emergency=older))
    assert not page.undo.isVisible()


def test_the_ringing_is_answered_and_rung_again(desk: WindowDesk) -> None:
    page = opened(desk)
    desk.tap(page.ring)
    desk.show(emergency_examples.emergency(rings=False))
    desk.tap(page.ring)
    assert desk.backend.commands == [AnswerEmergency("Nurse AK"), BeginEmergency("Nurse AK")]


def test_it_ends_with_the_second_tap(desk: WindowDesk) -> None:
    page = opened(desk)
    desk.tap(page.end)
    assert desk.backend.commands == []
    assert page.end.text() == say("code-end-sure")
    desk.tap(page.end)
    assert desk.backend.commands == [EndEmergency("Nurse AK")]


def test_close_leaves_it_going_and_the_bar_says_so(desk: WindowDesk) -> None:
    page = opened(desk, audio_pause_left_s=None)
    desk.tap(page.close_tile)
    assert desk.backend.commands == []
    assert "Emergency 4:32" in desk.words()


@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
def test_nothing_is_shortened_and_nothing_overlaps(
    desk: WindowDesk, size: tuple[int, int]
) -> None:
    desk.window.resize(*size)
    page = opened(desk)
    assert not [label.text for label in page.labels if label.shortened]
    tiles = [tile for tile in page.tiles if tile.isVisible()]
    for tile in tiles:
        assert page.rect().contains(tile.geometry())
        others = [other for other in tiles if other is not tile]
        assert not any(tile.geometry().intersects(other.geometry()) for other in others)
    assert min(page.stamps[kind].height() for kind in KINDS) >= 57
