"""The page of the day: one tap a tick, who did it, and what is open at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from recording_backend import RecordingBackend

from data.closing import CLOSED, form_item
from data.day_book import ClosingView, LedgerLine, TodayEntry, Unfinished
from tests.ui.day_examples import LIST, day_of
from tests.ui.page_examples import in_a_window
from ui.clinic_day.day_page import DayPage, Part
from ui.clinic_day.opening_facts import AT_CHAIR, CHAIRS, PRESCRIBER, ROOM, ChairLook, chair_item
from ui.day import unfinished_text
from ui.demo_people import StaffInMemory
from ui.doors import BackupView, LastBackup
from ui.theme import DARK
from ui.words import say

LEFT = Qt.MouseButton.LeftButton
NURSE = "Nurse 1"
UNDONE = (
    Unfinished("s-1", "20417", "unsigned"),
    Unfinished("s-2", "20533", "form", "2026-09-28"),
    Unfinished("", "", "backup"),
)


@pytest.fixture
def backend() -> RecordingBackend:
    made = RecordingBackend()
    made.days = day_of(*LIST)
    made.days.end = ClosingView(UNDONE, (LedgerLine("L1", "", 50.0, 40.0, 0.0),))
    return made


@pytest.fixture
def page(qtbot: QtBot, backend: RecordingBackend, tmp_path: Path) -> Iterator[DayPage]:
    made = DayPage(backend, DARK, lambda: 1_790_000_000.0)
    made.today.file.folders = (tmp_path,)
    made.paper.folder = tmp_path
    window = in_a_window(made, 1280, 640)
    qtbot.addWidget(window)
    made.know(NURSE)
    made.show_looks([ChairLook(1)], sound_due=True)
    yield made
    window.close()


def tap(qtbot: QtBot, button: QAbstractButton) -> None:
    """A button that was just made is there as soon as it is laid out."""
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, LEFT)


def test_one_tap_ticks_and_one_takes_back_and_it_says_who(
    qtbot: QtBot, page: DayPage, backend: RecordingBackend
) -> None:
    button = page.opening.buttons["oxygen"]
    tap(qtbot, button)
    assert [(one.item, one.done, one.by) for one in backend.days.ticked] == [
        ("oxygen", True, NURSE)
    ]
    assert button.face.done
    assert NURSE in button.accessibleName()
    tap(qtbot, button)
    assert not button.face.done
    assert backend.days.ticked[-1].done is False


def test_what_is_open_stands_on_the_buttons_of_the_parts(qtbot: QtBot, page: DayPage) -> None:
    chairs = 3
    all_open = 1 + len(ROOM) + chairs * len(AT_CHAIR)
    opening = page.parts.button(Part.OPENING.value)
    assert opening.text() == say("day-opening-open", all_open)
    tap(qtbot, page.opening.buttons["suction"])
    assert opening.text() == say("day-opening-open", all_open - 1)
    assert page.parts.button(Part.LIST.value).text() == say("day-list-count", 3)
    assert page.parts.button(Part.CLOSING.value).text() == say("day-closing-open", 3)


def test_when_all_is_ticked_the_opening_is_done(qtbot: QtBot, page: DayPage) -> None:
    tap(qtbot, page.opening.fewer)
    tap(qtbot, page.opening.fewer)
    page.opening.prescriber.setText("Provider 1")
    names = [*ROOM, *(chair_item(1, what) for what in AT_CHAIR)]
    for name in names:
        if not page.opening.buttons[name].face.done:
            tap(qtbot, page.opening.buttons[name])
    page.show_looks([ChairLook(1)], sound_due=False)
    assert page.parts.button(Part.OPENING.value).text() == say("day-opening-done")


def test_nothing_is_changed_by_nobody(
    qtbot: QtBot, page: DayPage, backend: RecordingBackend
) -> None:
    page.who.clear()
    tap(qtbot, page.opening.buttons["oxygen"])
    assert backend.days.ticked == []
    assert page.message.text() == say("day-who-missing")
    assert page.who.hasFocus()


def test_the_prescriber_is_ticked_by_a_name(
    qtbot: QtBot, page: DayPage, backend: RecordingBackend
) -> None:
    tap(qtbot, page.opening.buttons[PRESCRIBER])
    assert page.message.text() == say("day-prescriber-missing")
    page.opening.prescriber.setText(" Provider  1 ")
    qtbot.keyClick(page.opening.prescriber, Qt.Key.Key_Return)
    assert [(one.item, one.text) for one in backend.days.ticked] == [(PRESCRIBER, "Provider 1")]
    assert page.opening.prescriber.isHidden()


def test_a_provider_who_works_here_is_one_tap(
    qtbot: QtBot, page: DayPage, backend: RecordingBackend
) -> None:
    backend.people = StaffInMemory()
    page.reload()
    button = page.opening.providers[0]
    tap(qtbot, button)
    assert backend.days.ticked[-1].text == button.text()


def test_the_sound_is_not_ticked_but_checked(qtbot: QtBot, page: DayPage) -> None:
    with qtbot.waitSignal(page.sound_asked):
        tap(qtbot, page.opening.buttons["sound"])


def test_how_many_chairs_there_are_is_told_once(
    qtbot: QtBot, page: DayPage, backend: RecordingBackend
) -> None:
    tap(qtbot, page.opening.more)
    assert backend.days.ticked[-1].item == CHAIRS
    assert chair_item(4, "link") in page.opening.buttons


def test_a_line_is_typed_changed_and_taken_off(
    qtbot: QtBot, page: DayPage, backend: RecordingBackend
) -> None:
    page.show_part(Part.LIST)
    form = page.today.form
    for name, text in (("patient_id", "20999"), ("at", "12:00")):
        form.fields[name].line.setText(text)
    tap(qtbot, form.chair.button("4"))
    tap(qtbot, form.keep)
    assert backend.days.entries["20999"] == TodayEntry("20999", "", "12:00", 4)
    tap(qtbot, page.today.list.lines[0])
    assert form.edited == "20417"
    form.fields["patient_id"].line.setText("20418")
    tap(qtbot, form.keep)
    assert "20417" not in backend.days.entries
    assert backend.days.entries["20418"].initials == "J. M."
    page.today.form.show_line(backend.days.entries["20999"])
    tap(qtbot, form.drop)
    assert "20999" not in backend.days.entries
    assert {by for _, by in backend.days.asked} == {NURSE}


def test_a_refused_line_stays_as_it_was_typed(qtbot: QtBot, page: DayPage) -> None:
    page.show_part(Part.LIST)
    page.today.form.fields["note"].line.setText("first visit")
    tap(qtbot, page.today.form.keep)
    assert page.message.isVisible()
    assert page.today.form.fields["note"].text() == "first visit"


def test_a_list_comes_from_a_file_that_was_found_or_typed(
    qtbot: QtBot, page: DayPage, backend: RecordingBackend, tmp_path: Path
) -> None:
    page.show_part(Part.LIST)
    file = page.today.file
    file.show_files()
    assert file.none.text() == say("day-bring-none", str(tmp_path))
    (tmp_path / "today.csv").write_text("patient_id\n20700\n", encoding="utf-8")
    file.show_files()
    file.found[0].click()
    assert "line 2 is wrong" in page.message.text()
    backend.days.brought = (TodayEntry("20700"),)
    file.path.setText("/somewhere/else.csv")
    file.take.click()
    assert page.message.text() == say("day-brought", 1, "/somewhere/else.csv")
    assert page.today.list.named("20700") is not None
    file.path.clear()
    file.take.click()
    assert page.message.text() == say("day-bring-no-path")


def test_a_scanned_label_chooses_a_line_or_begins_one(page: DayPage) -> None:
    assert page.take_scan("20533")
    assert page.part is Part.LIST
    assert page.today.form.edited == "20533"
    assert page.take_scan("55555")
    assert page.today.form.edited == ""
    assert page.today.form.fields["patient_id"].text() == "55555"
    assert not page.take_scan("A-17;2027-03")
    page.show_part(Part.CLOSING)
    assert not page.take_scan("20533")


def test_a_session_begins_from_its_line(qtbot: QtBot, page: DayPage) -> None:
    page.show_part(Part.LIST)
    tap(qtbot, page.today.list.lines[1])
    with qtbot.waitSignal(page.begun) as said:
        tap(qtbot, page.today.form.begin)
    assert said.args == [LIST[1]]


def test_what_is_unfinished_is_one_tap_away(qtbot: QtBot, page: DayPage) -> None:
    page.show_part(Part.CLOSING)
    rows = page.closing.rows
    assert [row.one.what for row in rows] == ["unsigned", "form"]
    assert unfinished_text(UNDONE[0]) in rows[0].go.accessibleName()
    with qtbot.waitSignal(page.place_asked) as said:
        tap(qtbot, rows[0].go)
    assert said.args == ["s-1"]
    assert rows[0].sent.isHidden()


def test_a_form_that_was_sent_is_ticked(
    qtbot: QtBot, page: DayPage, backend: RecordingBackend
) -> None:
    page.show_part(Part.CLOSING)
    backend.days.end = ClosingView(UNDONE[:1])
    tap(qtbot, page.closing.rows[1].sent)
    assert backend.days.ticked[-1].item == form_item("s-2")
    assert [row.one.what for row in page.closing.rows] == ["unsigned"]


def test_a_backup_is_one_tap_and_says_how_far_it_has_got(
    qtbot: QtBot, page: DayPage, backend: RecordingBackend
) -> None:
    page.show_part(Part.CLOSING)
    tap(qtbot, page.closing.backup.now)
    assert backend.the_backups.asked == ["now"]
    assert backend.days.ticked == []
    backend.the_backups.now = BackupView("/media/backup", stage="checking")
    page.show_looks([ChairLook(1)], sound_due=False)
    assert page.closing.backup.now.text() == say("backup-stage-checking")
    assert not page.closing.backup.now.isEnabled()


def test_when_a_backup_was_verified_the_closing_is_read_again(
    page: DayPage, backend: RecordingBackend
) -> None:
    assert page.parts.button(Part.CLOSING.value).text() == say("day-closing-open", 3)
    backend.days.end = ClosingView(UNDONE[:2])
    last = LastBackup(1_790_000_000.0, 31_000_000, 412, same_disk=False)
    backend.the_backups.now = BackupView("/media/backup", last=last)
    page.show_looks([ChairLook(1)], sound_due=False)
    assert page.parts.button(Part.CLOSING.value).text() == say("day-closing-open", 2)


def test_a_refused_folder_is_one_sentence_and_what_was_typed_stays(
    qtbot: QtBot, page: DayPage, backend: RecordingBackend
) -> None:
    page.show_part(Part.CLOSING)
    card = page.closing.backup
    backend.the_backups.refused = "The folder /nowhere does not exist."
    card.folder.clear()
    qtbot.keyClicks(card.folder, "/nowhere")
    tap(qtbot, card.keep)
    assert page.message.text() == "The folder /nowhere does not exist."
    assert card.folder.text() == "/nowhere"


def test_who_closes_the_day_leaves_what_was_open_in_the_record(
    page: DayPage, backend: RecordingBackend
) -> None:
    page.show_part(Part.CLOSING)
    page.closing.close_day.click()
    assert (backend.days.ticked[-1].item, backend.days.ticked[-1].text) == (
        CLOSED,
        say("day-closed-open", 3),
    )


def test_what_is_missing_of_a_vial_is_said_beside_the_table(page: DayPage) -> None:
    page.show_part(Part.CLOSING)
    assert page.closing.account.text() == say("day-ledger-missing", "10.0")
    assert page.closing.ledger.lines[0][-1] == "10.0"
    assert page.closing.no_pumps.isVisible()


def test_sheets_for_all_of_the_list_go_into_one_file(page: DayPage, tmp_path: Path) -> None:
    page.show_part(Part.PAPER)
    page.paper.save.click()
    path = tmp_path / "chairside-downtime-2026-09-21.pdf"
    assert page.paper.message.text() == say("day-paper-saved", path)
    assert b"/Count 3" in path.read_bytes()
    page.paper.whom.choose("blank")
    page.paper.save.click()
    assert b"/Count 1" in path.with_name(f"{path.stem}-2.pdf").read_bytes()


def test_a_folder_that_cannot_be_written_is_named(page: DayPage, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    page.paper.folder = blocked
    page.paper.save.click()
    assert str(blocked) in page.paper.message.text()


def test_without_a_list_there_is_the_blank_sheet(page: DayPage, backend: RecordingBackend) -> None:
    backend.days.entries.clear()
    page.reload()
    assert len(page.paper.sheets()) == 1
    assert not page.paper.whom.button("list").isEnabled()


def test_escape_leaves_and_every_control_has_a_name(qtbot: QtBot, page: DayPage) -> None:
    for part in Part:
        page.show_part(part)
        nameless = [
            button
            for button in page.findChildren(QAbstractButton)
            if button.isVisible() and not button.accessibleName()
        ]
        assert not nameless
        assert all(
            button.height() >= 44
            for button in page.findChildren(QAbstractButton)
            if button.isVisible()
        )
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
