"""A panel that is closed costs nothing; opened, it has the place and the size of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pictures
import pytest
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from ui.ink import Scale
from ui.panels import Panel


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WindowDesk]:
    made = WindowDesk(qtbot)
    made.show(pictures.calm())
    yield made
    made.close()


def test_a_closed_panel_has_its_place_and_is_laid_out_for_the_window_when_it_is_opened(
    desk: WindowDesk,
) -> None:
    shell = desk.window.shell
    panel = shell.panels.by_name[Panel.LIMITS]
    desk.window.resize(1600, 900)
    desk.qtbot.waitUntil(lambda: shell.width() == 1600)
    assert panel.geometry() == shell.panels.by_name[Panel.MENU].geometry()
    assert panel.scale == Scale()
    desk.window.resize(1024, 640)
    desk.qtbot.waitUntil(lambda: shell.width() == 1024)
    desk.window.toggle(Panel.LIMITS)
    assert panel.scale == shell.scale == Scale.of(1024, 640)
    assert {tile.scale for tile in panel.tiles} == {shell.scale}


def test_an_open_panel_grows_with_the_window(desk: WindowDesk) -> None:
    shell = desk.window.shell
    desk.window.toggle(Panel.NOTE)
    desk.window.resize(1600, 900)
    desk.qtbot.waitUntil(lambda: shell.width() == 1600)
    assert shell.panels.by_name[Panel.NOTE].scale == shell.scale == Scale.of(1600, 900)


def test_who_takes_it_on_is_made_when_it_is_asked_for_and_in_the_size_of_its_panel(
    desk: WindowDesk,
) -> None:
    panel = desk.window.shell.panels.claim
    assert not panel.asking_person
    desk.window.resize(1600, 900)
    desk.qtbot.waitUntil(lambda: desk.window.shell.width() == 1600)
    panel.open()
    assert panel.who.isHidden()
    assert panel.who.scale == panel.scale == Scale.of(1600, 900)
    assert panel.who is panel.who
