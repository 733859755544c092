"""The card of the backup says what is true now, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.page_examples import in_a_window
from ui.clinic_day.backup_card import BackupCard
from ui.doors import BackupView, LastBackup
from ui.words import say

LEFT = Qt.MouseButton.LeftButton
LAST = LastBackup(1_790_000_000.0, 31_000_000, 412, same_disk=False)


@pytest.fixture
def card(qtbot: QtBot) -> Iterator[BackupCard]:
    made = BackupCard(lambda _utc_s: 120)
    window = in_a_window(made, 640, 480)
    qtbot.addWidget(window)
    yield made
    window.close()


def shown(card: BackupCard) -> list[str]:
    parts = (card.state, card.trouble, card.beside)
    return [part.text() for part in parts if part.isVisible()]


def test_the_last_verified_backup_is_said_with_its_day(card: BackupCard) -> None:
    card.show_view(BackupView("/safe", last=LAST))
    assert shown(card) == [
        "Verified backup 21 Sep 16:13, 412 sessions, 31 MB, restored and compared.",
        say("backup-by-itself"),
    ]
    unread = LastBackup(LAST.at_utc_s, LAST.size, None, same_disk=False)
    card.show_view(BackupView("/safe", last=unread, by_itself=False))
    assert shown(card) == ["Verified backup 21 Sep 16:13, 31 MB."]


def test_without_one_that_is_said(card: BackupCard) -> None:
    card.show_view(BackupView("/safe", by_itself=False))
    assert shown(card) == [say("backup-never")]


def test_an_old_one_a_failure_and_the_same_disk_are_said(card: BackupCard) -> None:
    same = LastBackup(LAST.at_utc_s, LAST.size, 412, same_disk=True)
    card.show_view(BackupView("/safe", last=same, overdue=True, by_itself=False))
    assert shown(card)[1:] == [say("backup-overdue", "24"), say("backup-same-disk")]
    card.show_view(BackupView("/safe", last=same, overdue=True, failure="the disk is full"))
    assert card.trouble.text() == "The disk is full"


def test_while_one_is_made_the_button_says_how_far_it_is(qtbot: QtBot, card: BackupCard) -> None:
    for stage in ("waiting", "copying", "captures", "checking", "keeping"):
        card.show_view(BackupView("/safe", stage=stage))
        assert card.now.text() == say(f"backup-stage-{stage}") == card.now.accessibleName()
        assert not card.now.isEnabled()
    card.show_view(BackupView("/safe"))
    with qtbot.waitSignal(card.asked):
        qtbot.mouseClick(card.now, LEFT)


def test_a_folder_counts_when_its_button_was_pressed(qtbot: QtBot, card: BackupCard) -> None:
    card.show_view(BackupView("/safe"))
    assert card.folder.text() == "/safe"
    assert not card.keep.isVisible()
    card.folder.clear()
    qtbot.keyClicks(card.folder, "/media/usb")
    assert card.keep.isVisible()
    card.show_view(BackupView("/safe", stage="copying"))
    assert card.folder.text() == "/media/usb"  # what was typed stays
    with qtbot.waitSignal(card.folder_asked) as asked:
        qtbot.mouseClick(card.keep, LEFT)
    assert asked.args == ["/media/usb"]
    card.show_view(BackupView("/media/usb"))
    assert not card.keep.isVisible()


def test_it_tells_when_another_backup_is_the_last_one(card: BackupCard) -> None:
    assert not card.show_view(BackupView("/safe"))
    assert card.show_view(BackupView("/safe", last=LAST))
    assert not card.show_view(BackupView("/safe", last=LAST))
    assert not card.show_view(BackupView("/safe", last=LAST, stage="copying"))


def test_in_the_demo_there_is_nothing_to_press(card: BackupCard) -> None:
    card.show_view(BackupView(failure=say("backup-demo"), possible=False))
    assert shown(card) == [say("backup-demo")]
    assert not card.now.isVisible()
    assert not card.folder.isVisible()
