"""What was not taken cannot be missed on the page of the day, and is sent again or taken away."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from data.mllp import Receiver
from data.outbox import Fate
from tests.ui.clinic_day.sending_examples import (
    NURSE,
    REFUSED,
    THERE,
    VIEWER,
    Posting,
    day_page,
    receive,
    refuse,
    take,
    wait,
)
from ui.clinic_day.day_page import DayPage, Part
from ui.clinic_day.sending_part import MOST_ROWS
from ui.post import usual_outbox
from ui.words import say

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def backend() -> Posting:
    return Posting()


@pytest.fixture
def page(qtbot: QtBot, backend: Posting) -> Iterator[DayPage]:
    with day_page(qtbot, backend) as made:
        yield made


def shown(page: DayPage) -> list[str]:
    """The sessions in both lists, from the top down."""
    rows = [*page.sending.open.shown, *page.sending.sent.shown]
    return [row.letter.session_id for row in rows if row.letter is not None]


def press(qtbot: QtBot, button: QAbstractButton) -> None:
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, LEFT)


def fates() -> dict[str, Fate]:
    return {one.session_id: one.fate for one in usual_outbox().letters()}


def test_without_a_receiver_and_a_letter_there_is_no_such_part(page: DayPage) -> None:
    button = page.parts.button("sending")
    assert not button.isVisible()
    receive()
    page.show_looks([], sound_due=None)
    assert button.isVisible()
    assert button.text() == "Sending"


def test_what_was_refused_stands_on_the_button_of_the_part_while_another_one_is_shown(
    page: DayPage,
) -> None:
    receive()
    wait("s-1")
    refuse("s-2")
    page.show_looks([], sound_due=None)
    assert page.part is Part.OPENING
    assert page.parts.button("sending").isVisible()
    assert page.parts.button("sending").text() == "Sending · 1 refused"
    assert page.parts.button("sending").accessibleName() == "Sending · 1 refused"


def test_a_letter_that_is_left_over_is_shown_although_nothing_is_sent_any_more(
    page: DayPage,
) -> None:
    refuse("s-2")
    page.show_looks([], sound_due=None)
    assert page.parts.button("sending").isVisible()
    assert page.sending.where.text() == say("post-nowhere")


def test_everybody_sees_what_was_refused_with_the_sentence_what_waits_and_what_was_sent(
    page: DayPage, backend: Posting
) -> None:
    receive()
    wait("s-1")
    refuse("s-2")
    take("s-3")
    backend.sits(VIEWER)
    page.reload()
    page.show_part(Part.SENDING)
    assert shown(page) == ["s-2", "s-1", "s-3"]
    assert REFUSED in page.sending.open.shown[0].state.text()
    assert page.sending.where.text() == f"Sessions are sent to {THERE.name} by TLS."


def test_what_is_tried_again_waits(qtbot: QtBot, page: DayPage, backend: Posting) -> None:
    receive()
    refuse("s-2")
    backend.sits(NURSE)
    page.show_part(Part.SENDING)
    page.reload()
    press(qtbot, page.sending.open.shown[0].again)
    assert fates() == {"s-2": Fate.WAITING}
    assert page.message.text() == say("post-queued", "s-2", THERE.name)
    assert page.parts.button("sending").text() == "Sending · 1 waiting"


def test_what_was_for_another_receiver_goes_to_the_one_of_now(
    qtbot: QtBot, page: DayPage, backend: Posting
) -> None:
    refuse("s-2")
    receive(Receiver("new.example", 2575))
    page.show_part(Part.SENDING)
    page.reload()
    press(qtbot, page.sending.open.shown[0].again)
    told = [(one.session_id, one.receiver, one.fate) for one in usual_outbox().letters()]
    assert told == [("s-2", "new.example:2575", Fate.WAITING)]


def test_all_that_was_refused_is_tried_again_at_once(qtbot: QtBot, page: DayPage) -> None:
    receive()
    refuse("s-1")
    page.show_part(Part.SENDING)
    page.reload()
    assert not page.sending.all_again.isVisible()
    for number in range(2, 12):
        refuse(f"s-{number}")
    page.show_looks([], sound_due=None)
    press(qtbot, page.sending.all_again)
    qtbot.waitUntil(lambda: page.message.text() == say("post-all-queued", 11, THERE.name))
    assert list(fates().values()) == [Fate.WAITING] * 11
    assert not page.sending.all_again.isVisible()


def test_of_many_none_is_tried_again_by_one_who_may_not(
    qtbot: QtBot, page: DayPage, backend: Posting
) -> None:
    receive()
    for number in range(6):
        refuse(f"s-{number}")
    backend.sits(VIEWER)
    page.show_part(Part.SENDING)
    page.reload()
    press(qtbot, page.sending.all_again)
    assert "only" in page.message.text()
    assert set(fates().values()) == {Fate.REFUSED}
    assert len([one for one in backend.trail.lines if one.facts.get("about") == "hl7"]) == 1


def test_what_was_not_sent_is_taken_away_by_the_second_press(
    qtbot: QtBot, page: DayPage, backend: Posting
) -> None:
    receive()
    refuse("s-2")
    page.show_part(Part.SENDING)
    page.reload()
    row = page.sending.open.shown[0]
    press(qtbot, row.drop)
    assert fates() == {"s-2": Fate.REFUSED}
    assert row.drop.text() == say("post-drop-sure")
    press(qtbot, row.drop)
    assert fates() == {}
    assert shown(page) == []
    assert backend.trail.last.facts["dropped"] is True
    assert page.message.text() == say("post-dropped", "s-2", THERE.name)


def test_what_was_sent_is_taken_away_by_one_press(qtbot: QtBot, page: DayPage) -> None:
    receive()
    take("s-3")
    page.show_part(Part.SENDING)
    page.reload()
    press(qtbot, page.sending.sent.shown[0].drop)
    assert fates() == {}


def test_one_who_may_not_is_told_so_and_nothing_changes(
    qtbot: QtBot, page: DayPage, backend: Posting
) -> None:
    receive()
    refuse("s-2")
    backend.sits(VIEWER)
    page.show_part(Part.SENDING)
    page.reload()
    row = page.sending.open.shown[0]
    for button in (row.again, row.drop, row.drop):
        press(qtbot, button)
        assert fates() == {"s-2": Fate.REFUSED}
    assert "only" in page.message.text()


def test_a_letter_leads_to_its_session(qtbot: QtBot, page: DayPage) -> None:
    receive()
    refuse("s-2")
    page.show_part(Part.SENDING)
    page.reload()
    with qtbot.waitSignal(page.place_asked) as went:
        press(qtbot, page.sending.open.shown[0].go)
    assert went.args == ["s-2"]


def test_a_row_keeps_the_keyboard_while_its_letter_changes(qtbot: QtBot, page: DayPage) -> None:
    receive()
    wait("s-1")
    page.show_part(Part.SENDING)
    page.reload()
    row = page.sending.open.shown[0]
    qtbot.waitUntil(row.again.isVisible)
    row.again.setFocus()
    usual_outbox().failed(usual_outbox().letters()[0], 1_790_000_000.0, "cannot be reached")
    refuse("s-2")
    page.show_looks([], sound_due=None)
    assert shown(page) == ["s-2", "s-1"]
    assert "Tried once: cannot be reached" in row.state.text()
    assert QApplication.focusWidget() is row.again
    qtbot.keyClick(row.again, Qt.Key.Key_Space)
    assert [one.tries for one in usual_outbox().letters() if one.session_id == "s-1"] == [0]


def test_the_folder_is_read_again_only_when_something_in_it_changed(page: DayPage) -> None:
    receive()
    wait("s-1")
    page.show_looks([], sound_due=None)
    before = page._post.view
    page.show_looks([], sound_due=None)
    assert page._post.view is before
    wait("s-2")
    page.show_looks([], sound_due=None)
    assert page._post.view is not before


def test_of_very_many_the_first_are_listed_and_the_others_counted(page: DayPage) -> None:
    receive()
    for number in range(MOST_ROWS + 2):
        refuse(f"s-{number}")
    page.reload()
    page.show_part(Part.SENDING)
    assert len(shown(page)) == MOST_ROWS
    assert page.sending.open.more.text() == say("post-more", 2)
    assert page.parts.button("sending").text() == f"Sending · {MOST_ROWS + 2} refused"


def test_a_folder_that_cannot_be_read_is_said(page: DayPage) -> None:
    usual_outbox().folder.parent.mkdir(parents=True, exist_ok=True)
    usual_outbox().folder.write_text("a file in its place", encoding="utf-8")
    page.show_looks([], sound_due=None)
    assert page.parts.button("sending").text() == "Sending · cannot be read"
    assert "cannot be used" in page.sending.trouble.text()


def test_in_a_demo_it_is_not_there(qtbot: QtBot, backend: Posting) -> None:
    receive()
    refuse("s-2")
    backend.demo = True
    with day_page(qtbot, backend) as page:
        page.show_looks([], sound_due=None)
        page.show_part(Part.CLOSING)
        assert not page.parts.button("sending").isVisible()
        assert not page.closing.receiver.isVisible()


def test_every_button_says_which_session_it_is_about_and_is_high_enough(page: DayPage) -> None:
    receive()
    refuse("s-2")
    take("s-3")
    page.show_part(Part.SENDING)
    page.reload()
    rows = [*page.sending.open.shown, *page.sending.sent.shown]
    for row in rows:
        for button in (row.again, row.drop, row.go):
            assert row.letter is not None
            assert row.letter.session_id in button.accessibleName()
            assert button.height() >= 44


@pytest.mark.parametrize("size", [(1280, 543), (1920, 815)], ids=lambda one: f"{one[0]}")
def test_the_parts_have_room_for_their_words(
    qtbot: QtBot, backend: Posting, size: tuple[int, int]
) -> None:
    receive()
    refuse("s-2")
    with day_page(qtbot, backend, size) as page:
        page.show_looks([], sound_due=None)
        page._rename(Part.FORMS, "Forms · 12 due, 11 late")
        page.parts.button("forms").show()
        page._place_parts()
        buttons = [one for one in page.parts.buttons() if one.isVisible()]
        assert len(buttons) == 6

        def apart() -> bool:
            ends = [(one.x(), one.x() + one.width()) for one in buttons]
            inside = page.parts.mapTo(page, page.parts.rect().bottomRight()).x() < page.width()
            return inside and all(a[1] <= b[0] for a, b in itertools.pairwise(ends))

        qtbot.waitUntil(apart)
