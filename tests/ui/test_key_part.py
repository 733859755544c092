"""The recovery code on the page: asked for, seen once, gone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.key_part import KeyPart
from ui.requests import Refusal

CODE = "7KQ2M-VX0RD-7KQ2M-VX0RD-7KQ2M-VX0RD"


class Door:
    def __init__(self, printed: bool | None, refuses: str = "") -> None:
        self.printed, self.refuses, self.made = printed, refuses, 0

    def note(self) -> str:
        return ""

    def code_printed(self) -> bool | None:
        return self.printed

    def print_code(self) -> str:
        if self.refuses:
            raise Refusal(self.refuses)
        self.printed = True
        self.made += 1
        return CODE


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    page.resize(600, 300)
    qtbot.addWidget(page)
    return page


def shown(page: QWidget, door: Door) -> KeyPart:
    part = KeyPart(door)
    part.setParent(page)
    part.resize(600, 300)
    page.show()
    return part


def press(qtbot: QtBot, part: KeyPart) -> None:
    qtbot.mouseClick(part.ask, Qt.MouseButton.LeftButton)


def test_a_code_is_shown_once(qtbot: QtBot, page: QWidget) -> None:
    door = Door(printed=False)
    part = shown(page, door)
    assert not part.code.isVisible()
    press(qtbot, part)
    assert part.code.isVisible()
    assert part.code.text() == CODE
    qtbot.mouseClick(part.done, Qt.MouseButton.LeftButton)
    assert not part.code.isVisible()
    assert CODE not in part.code.text()


def test_a_code_is_gone_when_the_page_is_left(qtbot: QtBot, page: QWidget) -> None:
    part = shown(page, Door(printed=False))
    press(qtbot, part)
    part.hide()
    part.show()
    assert part.code.text() == ""


def test_a_second_code_is_asked_about_first(qtbot: QtBot, page: QWidget) -> None:
    door = Door(printed=True)
    part = shown(page, door)
    press(qtbot, part)
    assert door.made == 0
    assert "will open nothing any more" in part.state.text()
    press(qtbot, part)
    assert door.made == 1
    assert part.code.text() == CODE


def test_who_may_not_reads_why(qtbot: QtBot, page: QWidget) -> None:
    part = shown(page, Door(printed=False, refuses="only a supervisor can do this"))
    press(qtbot, part)
    assert part.state.text() == "only a supervisor can do this"
    assert not part.code.isVisible()


@pytest.mark.parametrize("printed", [True, False])
def test_the_page_says_whether_there_is_one(qtbot: QtBot, page: QWidget, printed: bool) -> None:
    part = shown(page, Door(printed=printed))
    assert ("No recovery code" in part.state.text()) is not printed


def test_without_a_key_there_is_nothing_to_press(qtbot: QtBot, page: QWidget) -> None:
    part = shown(page, Door(printed=None))
    assert not part.ask.isVisible()
    assert not part.state.isVisible()
