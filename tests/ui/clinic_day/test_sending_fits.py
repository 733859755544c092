"""Every word about sending has its room, in both languages and in a small and a large window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot
from spoken import language

from tests.ui.clinic_day.sending_examples import Posting, day_page, receive, refuse, take, wait
from tests.ui.german_pages import SIZES, Room, misfits
from ui.clinic_day.day_page import DayPage, Part
from ui.clinic_day.receiver_card import CLEAR
from ui.ink import Scale


def fill(page: DayPage) -> None:
    receive()
    for number in range(3):
        refuse(f"20261122T10320{number}-1a2b3c")
        take(f"20261121T10320{number}-1a2b3c")
    wait("20261122T123207-77aa01")
    page.reload()


def confirm(page: DayPage) -> None:
    page.show_part(Part.SENDING)
    for row in page.sending.open.shown:
        row.drop.click()


def change(page: DayPage) -> None:
    page.show_part(Part.CLOSING)
    page.closing.receiver.change.click()


def leave_tls_out(page: DayPage) -> None:
    change(page)
    page.closing.receiver.way.choose(CLEAR)
    page.closing.receiver.stop.click()


@pytest.mark.parametrize("shown", [confirm, change, leave_tls_out])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("spoken", ["en", "de"])
def test_every_word_has_its_room(
    qtbot: QtBot, spoken: str, size: Room, shown: Callable[[DayPage], None]
) -> None:
    with language(spoken), day_page(qtbot, Posting(), (size[0], SIZES[size])) as page:
        page.set_scale(Scale.of(*size))
        fill(page)
        shown(page)
        assert misfits(page) == []
