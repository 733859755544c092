from __future__ import annotations

from collections.abc import Iterator

import pictures
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_desk import WindowDesk

from monitor.entries import Entry
from tests.monitor.judged_record import Recorder
from tests.ui.replay.test_player import recorded
from ui.words import say


class Desk(WindowDesk):
    """A window in which a recorded session is reviewed."""

    def review(self, entries: list[Entry]) -> None:
        self.backend.entries = tuple(entries)
        shell = self.window.shell
        shell.review.show_session("s-1")
        shell.pages.setCurrentWidget(shell.review)

    @property
    def page(self) -> object:
        return self.window.shell.pages.currentWidget()

    @property
    def session(self):
        return self.window.shell.review.session


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    made.review(recorded().entries)
    yield made
    made.close()


def test_from_the_review_to_the_replay_and_back(desk: Desk) -> None:
    desk.tap(desk.session.replay)
    page = desk.window.replay.replay_page
    assert desk.page is page
    assert page.player is not None
    assert page.player.playing
    desk.key(Qt.Key.Key_Escape)
    assert desk.page is desk.window.shell.review
    assert not page.player.playing


def test_from_the_review_to_what_if_and_back(desk: Desk) -> None:
    desk.tap(desk.session.what_if)
    page = desk.window.replay.what_if_page
    assert desk.page is page
    desk.qtbot.waitUntil(lambda: page.found is not None)
    desk.tap(page.leave)
    assert desk.page is desk.window.shell.review


def test_nothing_is_sent_asked_or_recorded_by_a_replay(desk: Desk) -> None:
    looked_up = list(desk.backend.looked_up)
    desk.tap(desk.session.replay)
    page = desk.window.replay.replay_page
    page.go_to(1200.0)
    desk.qtbot.waitUntil(lambda: page.player is not None and page.player.over)
    assert not desk.backend.sent
    assert desk.backend.looked_up == looked_up
    assert not desk.window.state.chairs


def test_the_bars_of_the_window_stay_above_it(desk: Desk) -> None:
    desk.tap(desk.session.replay)
    page = desk.window.replay.replay_page
    page.go_to(695.0)
    desk.qtbot.waitUntil(lambda: not page.player.jumping)
    desk.turn()
    assert "187" in " ".join(label.text for label in page.bar.labels)
    assert say("bar-no-session") in desk.words()
    top = page.mapTo(desk.window, page.rect().topLeft()).y()
    assert top > desk.window.shell.bar.geometry().bottom()


def test_while_a_session_runs_at_this_seat_it_is_refused_and_says_why(desk: Desk) -> None:
    desk.show(pictures.calm())
    desk.window.shell.pages.setCurrentWidget(desk.window.shell.review)
    desk.tap(desk.session.replay)
    assert desk.page is desk.window.shell.review
    assert desk.session.outcome.text() == say("replay-runs", 2)


def test_a_session_that_begins_takes_the_screen_back(desk: Desk) -> None:
    desk.tap(desk.session.replay)
    page = desk.window.replay.replay_page
    desk.show(pictures.calm())
    desk.qtbot.waitUntil(lambda: desk.page is desk.window.shell.live)
    assert not page.player.playing


def test_a_record_that_cannot_be_judged_says_so_on_its_page(desk: Desk) -> None:
    desk.review(Recorder().treating().entries[1:])
    for button in (desk.session.replay, desk.session.what_if):
        desk.tap(button)
        assert desk.page is desk.window.shell.review
        assert desk.session.outcome.text()
