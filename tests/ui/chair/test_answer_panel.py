"""The answer to an alarm: two taps, the right alarm, and no key that does it by mistake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import alarm_examples
import pictures
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from monitor.commands import Acknowledge, Action, Note, PauseInfusion
from monitor.outcomes import Priority
from monitor.phases import Phase
from monitor.picture import ChairPicture
from ui.chair.answer_panel import AnswerPanel
from ui.chair.bottom_bar import Act
from ui.panels import Panel

KEY = Qt.Key
BY = "Nurse AK"


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WindowDesk]:
    made = WindowDesk(qtbot)
    yield made
    made.close()


def asked(desk: WindowDesk, picture: ChairPicture) -> AnswerPanel:
    """The panel as Acknowledge opens it."""
    desk.show(picture)
    desk.tap(desk.window.shell.bottom.tiles[Act.ACKNOWLEDGE])
    assert desk.window.shell.panels.is_open(Panel.ANSWER)
    return desk.window.shell.panels.answer


def words(panel: AnswerPanel) -> str:
    return " ".join(label.text for label in panel.labels)


@pytest.mark.parametrize("action", [one for one in Action if one is not Action.PAUSED])
def test_every_verb_is_two_taps(desk: WindowDesk, action: Action) -> None:
    panel = asked(desk, alarm_examples.confirmed())
    desk.tap(panel.verbs[action])
    assert desk.backend.commands == [Acknowledge("bp/high", BY, action)]
    assert not desk.window.shell.panels.any_open
    assert desk.window.shell.toast.isVisible()


def test_only_acknowledged_is_two_taps_too(desk: WindowDesk) -> None:
    panel = asked(desk, alarm_examples.confirmed())
    desk.tap(panel.just)
    assert desk.backend.commands == [Acknowledge("bp/high", BY)]


def test_paused_on_the_pump_is_sent_at_once_and_offers_to_pause_here_too(
    desk: WindowDesk,
) -> None:
    panel = asked(desk, alarm_examples.confirmed())
    desk.tap(panel.pauses[0])
    assert desk.backend.commands == [Acknowledge("bp/high", BY, Action.PAUSED)]
    assert "Pause the infusion here too" in words(panel)
    desk.tap(panel.pump_yes)
    assert desk.backend.commands[1:] == [PauseInfusion(BY)]
    assert not desk.window.shell.panels.any_open


def test_a_pump_paused_before_is_noted_with_its_time(desk: WindowDesk) -> None:
    panel = asked(desk, alarm_examples.confirmed())
    desk.tap(panel.pauses[2])
    desk.tap(panel.pump_no)
    acknowledged, note = desk.backend.commands
    assert acknowledged == Acknowledge("bp/high", BY, Action.PAUSED)
    assert isinstance(note, Note)
    assert note.text == "Pump paused 2 min ago"


def test_where_no_infusion_runs_nothing_more_is_asked(desk: WindowDesk) -> None:
    paused = replace(alarm_examples.confirmed(), phase=Phase.PAUSED, infusion_running=False)
    panel = asked(desk, paused)
    desk.tap(panel.pauses[0])
    assert not desk.window.shell.panels.any_open


@pytest.mark.parametrize(
    "key", [KEY.Key_Space, KEY.Key_Return, KEY.Key_Enter, KEY.Key_1, KEY.Key_6, KEY.Key_Escape]
)
def test_no_key_and_no_scanner_answers(desk: WindowDesk, key: Qt.Key) -> None:
    panel = asked(desk, alarm_examples.confirmed())
    desk.key(key)
    for tile in panel.tiles:
        if tile is not panel.close_tile and tile.isVisible():
            tile.setFocus()
            desk.key(key)
    assert desk.backend.sent == []
    assert desk.window.desk.chair == 2


def test_escape_and_the_same_key_again_close_it(desk: WindowDesk) -> None:
    asked(desk, alarm_examples.confirmed())
    desk.key(KEY.Key_Escape)
    assert not desk.window.shell.panels.any_open
    desk.key(KEY.Key_F3)
    assert desk.window.shell.panels.is_open(Panel.ANSWER)
    desk.key(KEY.Key_F3)
    assert not desk.window.shell.panels.any_open
    assert desk.backend.sent == []


def test_it_stays_with_its_alarm_when_a_worse_one_comes(desk: WindowDesk) -> None:
    panel = asked(desk, pictures.picture(alarms=(pictures.HR_MEDIUM,)))
    assert "HR 118 > 110" in words(panel)
    desk.show(alarm_examples.extreme())
    assert "HR 118 > 110" in words(panel)
    desk.tap(panel.just)
    assert desk.backend.commands == [Acknowledge("hr/high", BY)]


def test_an_alarm_that_needs_no_answer_any_more_takes_none(desk: WindowDesk) -> None:
    panel = asked(desk, alarm_examples.confirmed())
    desk.show(pictures.calm())
    assert "needs no answer any more" in words(panel)
    assert not any(tile.isVisible() for tile in (*panel.verbs.values(), panel.just))


def mismatch() -> ChairPicture:
    """It is seen and not heard."""
    [alarm] = pictures.sensor_off().alarms
    silent = replace(alarm, key="hr-pulse-mismatch", alarm="hr-pulse-mismatch")
    return replace(pictures.sensor_off(), alarms=(silent,), sound=None)


@pytest.mark.parametrize(
    ("picture", "told"),
    [
        (alarm_examples.confirmed(), "Silent for 3 min, until "),
        (alarm_examples.asking(), "Silent for 5 min, until "),
        (alarm_examples.confirmed(), "as an artefact for 2 min"),
        (alarm_examples.withdrawn(), "It is over"),
        (alarm_examples.latched(), "It is over"),
        (pictures.sensor_off(), "Silent for 10 min, until "),
        (mismatch(), "Silent as long as it lasts."),
    ],
)
def test_it_says_until_when_it_is_silent(
    desk: WindowDesk, picture: ChairPicture, told: str
) -> None:
    assert told in words(asked(desk, picture))


def test_an_artefact_asks_for_a_repeat_only_of_a_cuff(desk: WindowDesk) -> None:
    panel = asked(desk, alarm_examples.confirmed())
    assert panel.verbs[Action.ARTEFACT].detail == "asks for a repeat"
    desk.key(KEY.Key_Escape)
    heart = replace(pictures.HR_MEDIUM, priority=Priority.HIGH)
    panel = asked(desk, pictures.picture(alarms=(heart,)))
    assert panel.verbs[Action.ARTEFACT].detail == "the value was not real"
    assert "artefact" not in words(panel)
