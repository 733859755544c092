"""The panel of the monitors in the real window: what it shows, what it asks, when it looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pictures
import pytest
from device_line_examples import CUFF, CUFF_ALLOWED, MONITOR, OXIMETER, STRANGER
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from monitor.commands import AllowCuff, ManualCuff, PreferSource, StartCuff
from monitor.outcomes import Refused
from monitor.vitals import VitalSign
from ui.chair.monitors_panel import MonitorsPanel
from ui.chair.raw_tail import RawTail
from ui.panels import Panel
from ui.requests import DeviceLine
from ui.theme import DARK
from ui.words import SENTENCES


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WindowDesk]:
    made = WindowDesk(qtbot)
    made.show(pictures.calm())
    yield made
    made.close()


def opened(desk: WindowDesk, *lines: DeviceLine) -> MonitorsPanel:
    """The panel, opened by the word in the top line."""
    desk.backend.lines = lines
    desk.tap(desk.window.shell.top.devices)
    return desk.window.shell.panels.devices


def words(panel: MonitorsPanel) -> str:
    return " ".join(label.text for label in panel.labels)


def test_it_opens_from_the_top_line_and_from_the_menu(desk: WindowDesk) -> None:
    panel = opened(desk, MONITOR)
    assert panel.isVisible()
    desk.key(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    desk.tap(desk.window.shell.top.menu)
    desk.tap(desk.window.shell.panels.menu.choices["devices"])
    assert panel.isVisible()


def test_the_word_in_the_top_line_says_how_many_and_whether_they_are_there(
    desk: WindowDesk,
) -> None:
    tile = desk.window.shell.top.devices
    assert tile.text() == "● Monitor"
    assert tile.accessibleName() == "Monitor: connected"
    desk.show(pictures.link_lost())
    assert tile.text() == "○ Monitor"
    assert tile.accessibleName() == "Monitor: not connected"


def test_one_monitor_is_shown_whole_without_tabs(desk: WindowDesk) -> None:
    panel = opened(desk, MONITOR)
    said = words(panel)
    for part in ("Philips IntelliVue MP/MX", "on /dev/ttyUSB0", "42 ms", "2 min 10 s behind"):
        assert part in said
    assert "checksum is 0x12ab" in said
    assert not any(tab.isVisible() for tab in panel.tabs)
    assert not any(tile.isVisible() for tile in panel.takes.values())
    assert not panel.start.isVisible()


def test_a_chair_without_a_monitor_says_so(desk: WindowDesk) -> None:
    panel = opened(desk)
    assert "No monitor belongs to this chair." in words(panel)


def test_it_asks_the_links_twice_a_second_and_only_while_it_is_open(desk: WindowDesk) -> None:
    for _ in range(10):
        desk.turn(0.3)
    assert desk.backend.lines_asked == 0
    opened(desk, MONITOR)
    before = desk.backend.lines_asked
    for _ in range(100):
        desk.turn(0.1)
    assert 15 <= desk.backend.lines_asked - before <= 21
    desk.key(Qt.Key.Key_Escape)
    asked = desk.backend.lines_asked
    desk.turn(3.0)
    assert desk.backend.lines_asked == asked


def test_it_shows_what_the_links_count_next(desk: WindowDesk) -> None:
    panel = opened(desk, MONITOR)
    desk.backend.lines = (replace(MONITOR, errors=17),)
    desk.turn(0.6)
    assert "17" in words(panel)


def test_several_monitors_have_tabs_and_a_sign_can_be_taken_from_another(
    desk: WindowDesk,
) -> None:
    panel = opened(desk, MONITOR, OXIMETER)
    assert [tab.text() for tab in panel.tabs] == ["IntelliVue", "Nonin"]
    desk.tap(panel.takes[VitalSign.SPO2])
    assert desk.backend.commands == [
        PreferSource(VitalSign.SPO2, "device:philips-intellivue", "Nurse AK")
    ]
    desk.tap(panel.tabs[1])
    assert "Nonin oximeter, data format 7" in words(panel)
    assert not panel.takes[VitalSign.SPO2].isVisible()


def test_the_chosen_tab_stays_while_its_figures_change(desk: WindowDesk) -> None:
    panel = opened(desk, MONITOR, OXIMETER)
    desk.tap(panel.tabs[1])
    desk.backend.lines = (MONITOR, replace(OXIMETER, frames=9_999))
    desk.turn(0.6)
    assert "9\u202f999" in words(panel)


def test_the_cuff_is_allowed_first_and_started_then(desk: WindowDesk) -> None:
    panel = opened(desk, CUFF)
    assert "Chairside may not start this cuff." in words(panel)
    assert not panel.start.isVisible()
    desk.tap(panel.allow)
    desk.backend.lines = (CUFF_ALLOWED,)
    desk.turn(0.6)
    assert "Chairside may start this cuff" in words(panel)
    desk.tap(panel.start)
    desk.tap(panel.allow)
    assert desk.backend.commands == [
        AllowCuff("device:dinamap", True, "Nurse AK"),
        StartCuff("device:dinamap", "Nurse AK"),
        AllowCuff("device:dinamap", False, "Nurse AK"),
    ]


def test_a_stranger_is_let_in_by_a_person_alone(desk: WindowDesk) -> None:
    panel = opened(desk, MONITOR, STRANGER)
    assert not panel.stranger.isVisible()
    desk.tap(panel.tabs[1])
    assert "Is this the same monitor?" in words(panel)
    assert desk.backend.accepted == []
    desk.tap(panel.stranger)
    assert desk.backend.accepted == [(2, "device:nonin-df7")]


def test_the_cuff_panel_offers_to_start_only_what_was_allowed(desk: WindowDesk) -> None:
    desk.backend.lines = (MONITOR, CUFF)
    desk.window.toggle(Panel.CUFF)
    panel = desk.window.shell.panels.cuff
    assert panel.starts == {}
    desk.backend.lines = (MONITOR, CUFF_ALLOWED)
    desk.turn(0.6)
    tile = panel.starts["device:dinamap"]
    assert tile.text() == "Start cuff on DINAMAP"
    desk.tap(tile)
    assert desk.backend.commands == [StartCuff("device:dinamap", "Nurse AK")]
    assert not panel.isVisible()


def test_beside_it_a_pressure_is_still_typed_by_hand(desk: WindowDesk) -> None:
    desk.backend.lines = (CUFF_ALLOWED,)
    desk.window.toggle(Panel.CUFF)
    for digit in "12880":
        desk.key(Qt.Key(ord(digit)))
    desk.key(Qt.Key.Key_Return)
    assert desk.backend.commands == [ManualCuff(128.0, 80.0, "Nurse AK")]


def test_a_refused_start_is_told_in_the_toast(desk: WindowDesk) -> None:
    panel = opened(desk, CUFF_ALLOWED)
    desk.tap(panel.start)
    refused = Refused("start-cuff", "cuff-too-soon", ("75",))
    picture = pictures.calm()
    desk.backend.inbox.put(pictures.said(picture, None, (refused,)))
    desk.turn()
    assert desk.window.shell.toast.isVisible()
    assert desk.window.shell.toast.text == SENTENCES["cuff-too-soon"].format("75")


def test_raw_bytes_show_as_many_rows_as_there_is_room_for(qtbot: QtBot) -> None:
    tail = RawTail(DARK)
    qtbot.addWidget(tail)
    tail.resize(1100, 60)
    tail.show_tail(OXIMETER.tail)
    assert len(tail.rows()) == tail.room_for() < 8
    tail.resize(1100, 400)
    assert len(tail.rows()) == 8
    _, pairs, signs = tail.columns()
    assert signs[-1] < 1080
    assert pairs == sorted(pairs)
    assert not tail.grab().toImage().isNull()
