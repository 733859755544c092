"""A supervisor says where sessions are sent, by TLS unless she says otherwise, and stops it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from data.mllp import Receiver
from tests.ui.clinic_day.sending_examples import (
    NURSE,
    THERE,
    Posting,
    day_page,
    receive,
    wait,
)
from ui.clinic_day.day_page import DayPage, Part
from ui.clinic_day.receiver_card import CLEAR, TLS
from ui.post import known_receiver
from ui.words import say

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def backend() -> Posting:
    return Posting()


@pytest.fixture
def page(qtbot: QtBot, backend: Posting) -> Iterator[DayPage]:
    with day_page(qtbot, backend) as made:
        made.show_part(Part.CLOSING)
        yield made


def press(qtbot: QtBot, button: QAbstractButton) -> None:
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, LEFT)


def test_closed_it_is_one_sentence_and_one_button(page: DayPage) -> None:
    card = page.closing.receiver
    assert card.isVisible()
    assert card.state.text() == say("post-nowhere")
    assert card.change.text() == say("post-choose")
    assert not card.form.isVisible()


def test_a_host_is_typed_and_kept_with_the_keyboard(qtbot: QtBot, page: DayPage) -> None:
    card = page.closing.receiver
    card.change.setFocus()
    qtbot.keyClick(card.change, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is card.where.line
    qtbot.keyClicks(card.where.line, "hl7.clinic.example:2575")
    qtbot.keyClick(card.where.line, Qt.Key.Key_Return)
    assert known_receiver() is None  # a scanner sends Return, too
    card.keep.setFocus()
    qtbot.keyClick(card.keep, Qt.Key.Key_Space)
    assert known_receiver() == THERE
    assert page.message.text() == card.state.text() == say("post-receiver", THERE.name)
    assert not card.form.isVisible()
    assert page.parts.button("sending").isVisible()


def test_tls_is_chosen_already_and_without_it_is_said_what_that_means(
    qtbot: QtBot, page: DayPage
) -> None:
    card = page.closing.receiver
    press(qtbot, card.change)
    assert card.way.key() == TLS
    assert card.means.text() == say("post-tls-does")
    assert card.authority.isVisible()
    card.where.line.setText("hl7.clinic.example")
    press(qtbot, card.way.button(CLEAR))
    assert "everybody on the way can read it" in card.means.text()
    assert card.means.property("tone") == "caution"
    assert not card.authority.isVisible()
    press(qtbot, card.keep)
    assert known_receiver() == Receiver("hl7.clinic.example", 2575, tls=False)
    assert "IN CLEAR" in card.state.text()
    assert card.state.property("tone") == "caution"
    assert "IN CLEAR" in page.message.text()


def test_the_next_time_the_fields_say_what_is_so(qtbot: QtBot, page: DayPage) -> None:
    receive(Receiver("fe80::1", 2577, tls=False))
    page.reload()
    card = page.closing.receiver
    press(qtbot, card.change)
    assert card.where.text() == "[fe80::1]:2577"
    assert card.way.key() == CLEAR
    press(qtbot, card.keep)
    assert known_receiver() == Receiver("fe80::1", 2577, tls=False)


def test_what_is_no_host_and_what_is_no_authority_is_refused_at_its_field(
    qtbot: QtBot, page: DayPage, tmp_path: Path
) -> None:
    card = page.closing.receiver
    press(qtbot, card.change)
    card.where.line.setText("two words")
    press(qtbot, card.keep)
    assert card.where.message() == say("post-receiver-wrong", "two words")
    card.where.line.setText("hl7.clinic.example")
    for name in ("gone.pem", "empty.pem"):
        path = tmp_path / name
        if name == "empty.pem":
            path.write_text("nothing\n", encoding="utf-8")
        card.authority.line.setText(str(path))
        press(qtbot, card.keep)
        assert f"{path} cannot vouch for a host" in card.authority.message()
        assert known_receiver() is None


def test_only_a_supervisor_does_it_and_what_was_typed_stays(
    qtbot: QtBot, page: DayPage, backend: Posting
) -> None:
    backend.sits(NURSE)
    card = page.closing.receiver
    press(qtbot, card.change)
    card.where.line.setText("hl7.clinic.example")
    press(qtbot, card.keep)
    assert known_receiver() is None
    assert "only a supervisor" in page.message.text()
    assert card.where.text() == "hl7.clinic.example"
    assert card.form.isVisible()


def test_nothing_is_sent_any_more_after_a_second_press(qtbot: QtBot, page: DayPage) -> None:
    receive()
    page.reload()
    card = page.closing.receiver
    press(qtbot, card.change)
    press(qtbot, card.stop)
    assert known_receiver() == THERE
    assert card.stop.text() == say("post-stop-sure") == card.stop.accessibleName()
    press(qtbot, card.stop)
    assert known_receiver() is None
    assert page.message.text() == say("post-receiver-gone")
    assert card.state.text() == say("post-nowhere")


def test_what_is_left_behind_is_said_before(qtbot: QtBot, page: DayPage) -> None:
    receive()
    page.reload()
    card = page.closing.receiver
    press(qtbot, card.change)
    card.where.line.clear()
    qtbot.keyClicks(card.where.line, "new.example")
    assert not card.left_behind.isVisible()  # nothing waits
    wait("s-1")
    page.show_looks([], sound_due=None)
    assert card.left_behind.text() == say("post-left-behind", THERE.name)
    assert card.left_behind.isVisible()
    assert card.where.text() == "new.example"


def test_what_was_begun_is_given_up(qtbot: QtBot, page: DayPage) -> None:
    card = page.closing.receiver
    press(qtbot, card.change)
    card.where.line.setText("hl7.clinic.example")
    press(qtbot, card.not_now)
    assert not card.form.isVisible()
    assert known_receiver() is None
    press(qtbot, card.change)
    assert card.where.text() == ""


def test_the_fields_come_into_sight(qtbot: QtBot, page: DayPage) -> None:
    card = page.closing.receiver
    press(qtbot, card.change)

    def in_sight() -> bool:
        area = page._areas[Part.CLOSING].viewport()
        top = card.where.mapTo(area, card.where.rect().topLeft()).y()
        return 0 <= top < area.height()

    qtbot.waitUntil(in_sight)
