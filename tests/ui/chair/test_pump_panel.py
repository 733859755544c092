"""The pump's panel: what a person did at the pump is entered, and what it gave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import during_examples as examples
import pytest
from during_examples import OVER, VIAL
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from monitor.picture import ChairPicture
from monitor.treatment.view import PromptKind, ResumeView
from ui.chair.pump_panel import Part, PumpPanel
from ui.controls import Tile
from ui.theme import DARK


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[PumpPanel]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 540)
    made = PumpPanel(DARK, window)
    made.by = "Nurse 1"
    made.setGeometry(0, 0, 788, 524)
    window.show()
    qtbot.waitExposed(window)
    yield made
    window.hide()


def show(panel: PumpPanel, picture: ChairPicture) -> None:
    panel.open()
    panel.show_view(examples.view_of(picture))


def tap(qtbot: QtBot, tile: Tile) -> None:
    assert tile.isVisible()
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


def typed(panel: PumpPanel, qtbot: QtBot, name: str) -> None:
    """Nobody is enlisted: the name is typed."""
    qtbot.keyClicks(panel.who.line, name)
    qtbot.keyClick(panel.who.line, Qt.Key.Key_Return)


@pytest.mark.parametrize("minutes", [0, 1, 2])
@pytest.mark.parametrize("act", ["pause", "stop"])
def test_a_pause_and_a_stop_are_one_tap_now_or_minutes_ago(
    panel: PumpPanel, qtbot: QtBot, act: str, minutes: int
) -> None:
    show(panel, examples.picture())
    signal: SignalInstance = {"pause": panel.paused, "stop": panel.stopped}[act]
    with qtbot.waitSignal(signal) as said:
        tap(qtbot, panel.run.acts[act, minutes])
    assert said.args == [minutes]
    assert panel.isHidden()


def test_another_rate_is_stepped_and_then_set(panel: PumpPanel, qtbot: QtBot) -> None:
    show(panel, examples.picture())
    assert not panel.run.acts["rate", 0].isEnabled()
    tap(qtbot, panel.run.half)
    for _ in range(2):
        tap(qtbot, panel.run.steps[2])
    with qtbot.waitSignal(panel.rated) as rated:
        tap(qtbot, panel.run.acts["rate", 1])
    assert rated.args == [pytest.approx(0.5458, abs=0.001), 1]


def test_a_rate_that_is_being_stepped_survives_the_next_picture(
    panel: PumpPanel, qtbot: QtBot
) -> None:
    show(panel, examples.picture())
    tap(qtbot, panel.run.half)
    later = replace(examples.GIVING, mg_given=27.0)
    panel.show_view(examples.view_of(examples.picture(giving=later)))
    assert panel.run.draft is not None
    assert panel.run.draft.mg_per_min == pytest.approx(0.5125)
    tap(qtbot, panel.run.planned)
    assert not panel.run.acts["rate", 0].isEnabled()


def test_a_plain_pause_goes_on_with_one_tap(panel: PumpPanel, qtbot: QtBot) -> None:
    show(panel, examples.paused(ResumeView()))
    with qtbot.waitSignal(panel.resumed) as resumed:
        tap(qtbot, panel.run.acts["resume", 0])
    assert resumed.args == [0, "", ""]


def test_after_two_good_readings_the_provider_is_named(panel: PumpPanel, qtbot: QtBot) -> None:
    show(panel, examples.paused(ResumeView(needed=True, good=2)))
    tap(qtbot, panel.run.acts["resume", 1])
    with qtbot.waitSignal(panel.resumed) as resumed:
        typed(panel, qtbot, "Provider 1")
    assert resumed.args == [1, "Provider 1", ""]


def test_against_the_rules_it_wants_a_reason_and_a_provider(
    panel: PumpPanel, qtbot: QtBot
) -> None:
    show(panel, examples.paused())
    words = " ".join(label.text for label in panel.run.labels)
    assert "1 of 2; the next one counts from" in words
    tap(qtbot, panel.run.acts["resume", 0])
    assert not panel.run.isVisible()
    tap(qtbot, panel.why.presets[1])
    with qtbot.waitSignal(panel.resumed) as resumed:
        typed(panel, qtbot, "Provider 1")
    assert resumed.args == [0, "Provider 1", "Provider is at the chair"]


def test_without_a_reason_nothing_goes_on(panel: PumpPanel, qtbot: QtBot) -> None:
    heard: list[object] = []
    panel.resumed.connect(heard.append)
    show(panel, examples.paused())
    tap(qtbot, panel.run.acts["resume", 0])
    tap(qtbot, panel.why.back)
    assert panel.run.isVisible()
    assert heard == []


@pytest.mark.parametrize("stands", [True, False])
def test_whether_the_pump_stands_is_answered_here_too(
    panel: PumpPanel, qtbot: QtBot, stands: bool
) -> None:
    show(panel, examples.paused())
    with qtbot.waitSignal(panel.seen) as seen:
        tap(qtbot, panel.run.yes if stands else panel.run.no)
    assert seen.args == [stands]


def test_a_dose_offers_no_pause_but_the_call_for_the_provider(
    panel: PumpPanel, qtbot: QtBot
) -> None:
    show(panel, examples.by_dose(examples.prompt(PromptKind.CALL_PROVIDER, -1.0, "bp/high")))
    assert not any(tile.isVisible() for tile in panel.run.acts.values())
    assert "cannot be paused" in " ".join(label.text for label in panel.run.labels)
    with qtbot.waitSignal(panel.called) as called:
        tap(qtbot, panel.run.call)
    assert called.args == ["bp/high"]


def test_the_volume_is_asked_for_first_and_a_gap_is_said_before_it_is_stored(
    panel: PumpPanel, qtbot: QtBot
) -> None:
    show(panel, examples.over())
    assert panel.part is Part.VOLUME
    qtbot.keyClicks(panel, "44")
    assert "7 % more than the 41 mL" in " ".join(label.text for label in panel.volume.labels)
    with qtbot.waitSignal(panel.measured) as measured:
        tap(qtbot, panel.volume.store)
    assert measured.args == [44.0]


def test_what_is_left_is_wasted_before_a_witness_who_is_somebody_else(
    panel: PumpPanel, qtbot: QtBot
) -> None:
    show(panel, examples.over())
    tap(qtbot, panel.tabs[Part.WASTE])
    assert panel.waste.pad.text == "9"
    tap(qtbot, panel.waste.store)
    typed(panel, qtbot, "nurse 1")
    assert panel.asking_person
    panel.who.line.clear()
    with qtbot.waitSignal(panel.wasted) as wasted:
        typed(panel, qtbot, "Nurse 2")
    assert wasted.args == [9.0, "A123", "7", "Nurse 2"]


def test_of_several_vials_one_is_chosen(panel: PumpPanel, qtbot: QtBot) -> None:
    vials = (replace(VIAL, lot="B77", vial="8"), VIAL)
    show(panel, examples.over(replace(OVER, vials=vials)))
    panel.turn(Part.WASTE)
    assert panel.waste.chosen.lot == "A123"
    tap(qtbot, panel.waste.lots[1])
    assert panel.waste.chosen.lot == "B77"


def test_digits_do_nothing_where_nothing_is_typed(panel: PumpPanel, qtbot: QtBot) -> None:
    show(panel, examples.picture())
    qtbot.keyClicks(panel, "123")
    assert panel.volume.pad.text == ""
    assert panel.isVisible()


def test_opened_again_nothing_of_before_is_left(panel: PumpPanel, qtbot: QtBot) -> None:
    show(panel, examples.over())
    qtbot.keyClicks(panel, "44")
    panel.dismiss()
    show(panel, examples.over())
    assert panel.volume.pad.text == ""


@pytest.mark.parametrize(("left_mg", "open_at"), [(6.0, Part.WASTE), (0.0, None), (None, None)])
def test_once_the_volume_is_known_what_is_left_comes_next_or_the_panel_goes(
    panel: PumpPanel, qtbot: QtBot, left_mg: float | None, open_at: Part | None
) -> None:
    show(panel, examples.over())
    qtbot.keyClicks(panel, "44")
    tap(qtbot, panel.volume.store)
    known = replace(OVER, asks_volume=False, pump_ml=44.0, unaccounted_mg=left_mg)
    panel.show_view(examples.view_of(examples.over(known)))
    assert panel.isVisible() is (open_at is not None)
    if open_at is not None:
        assert (panel.part, panel.waste.pad.text) == (open_at, "6")
