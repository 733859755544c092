"""The list of sessions: page by page, a filter that waits for the fingers, and true counts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from tests.ui.page_examples import RecordingBackend, in_a_window
from tests.ui.page_sessions import OPENED_UTC_S, example_record, row
from ui.requests import SessionRow
from ui.review.session_list import REACH, SessionList
from ui.theme import DARK
from ui.words import grouped, say

PAGE = 20
SESSIONS = 130


class CountingBackend(RecordingBackend):
    """Keeps what was looked for."""

    def __init__(self, sessions: int) -> None:
        records = [
            example_record(
                f"s-{number:04}",
                entries=[],
                opened_utc_s=OPENED_UTC_S - 3600.0 * number,
                patient_id=f"{20000 + number}",
            )
            for number in range(sessions)
        ]
        super().__init__(records)
        self.page_rows = PAGE
        self.asked: list[str] = []

    def _found(self, wanted: str) -> list[SessionRow]:
        self.asked.append(wanted)
        return super()._found(wanted)


@pytest.fixture
def backend() -> CountingBackend:
    return CountingBackend(SESSIONS)


@pytest.fixture
def sessions(qtbot: QtBot, backend: CountingBackend) -> Iterator[SessionList]:
    made = SessionList(backend, DARK)
    window = in_a_window(made, 420, 700)
    qtbot.addWidget(window)
    made.reload()
    yield made
    window.hide()


def loaded(sessions: SessionList) -> list[str]:
    return [one.session_id for one in sessions.model.rows]


def type_in(qtbot: QtBot, sessions: SessionList, text: str) -> None:
    qtbot.keyClicks(sessions.filter.line, text)


def test_one_page_is_read_and_more_as_somebody_scrolls(
    qtbot: QtBot, sessions: SessionList
) -> None:
    assert loaded(sessions) == [f"s-{number:04}" for number in range(PAGE)]
    sessions.view.setFocus()
    for _ in range(2 * SESSIONS // PAGE):
        qtbot.keyClick(sessions.view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: len(loaded(sessions)) == SESSIONS)
    assert loaded(sessions) == [f"s-{number:04}" for number in range(SESSIONS)]
    assert not sessions.model.canFetchMore(QModelIndex())
    assert sessions.current()


def test_all_sessions_are_counted_though_one_page_is_read(sessions: SessionList) -> None:
    assert sessions.filter.beside.text() == "130 sessions"
    assert sessions.count == SESSIONS


def test_one_session_is_one(qtbot: QtBot) -> None:
    made = SessionList(CountingBackend(1), DARK)
    qtbot.addWidget(made)
    made.reload()
    assert made.filter.beside.text() == "1 session"


def test_words_are_found_in_any_order_when_the_fingers_rest(
    qtbot: QtBot, sessions: SessionList, backend: CountingBackend
) -> None:
    backend.asked.clear()
    type_in(qtbot, sessions, "J. 20100")
    assert backend.asked == []
    qtbot.waitUntil(lambda: loaded(sessions) == ["s-0100"])
    assert backend.asked == ["J. 20100"]
    assert sessions.filter.beside.text() == "1 of 130"


def test_the_enter_key_does_not_wait(qtbot: QtBot, sessions: SessionList) -> None:
    type_in(qtbot, sessions, "20100")
    qtbot.keyClick(sessions.filter.line, Qt.Key.Key_Return)
    assert loaded(sessions) == ["s-0100"]


def test_more_of_what_was_found_is_read_as_somebody_scrolls(
    qtbot: QtBot, sessions: SessionList
) -> None:
    type_in(qtbot, sessions, "2002")
    qtbot.waitUntil(lambda: sessions.filter.beside.text() == "10 of 130")
    sessions.clear_filter()
    assert len(loaded(sessions)) == PAGE
    type_in(qtbot, sessions, "2000")
    qtbot.waitUntil(lambda: sessions.filter.beside.text() == "10 of 130")
    type_in(qtbot, sessions, " 1974")
    qtbot.waitUntil(lambda: sessions.filter.beside.text() == "0 of 130")
    sessions.clear_filter()
    type_in(qtbot, sessions, "J.")
    qtbot.waitUntil(lambda: sessions.filter.beside.text() == "130 of 130")
    sessions.model.fetchMore(QModelIndex())
    assert len(loaded(sessions)) == 2 * PAGE


def test_a_filter_without_a_match_says_so_and_what_can_be_looked_for(
    qtbot: QtBot, sessions: SessionList
) -> None:
    type_in(qtbot, sessions, "zzz")
    qtbot.waitUntil(sessions.empty.isVisible)
    assert sessions.empty.text().startswith(say("review-no-match", "zzz", SESSIONS))
    assert sessions.empty.text().endswith(say("library-look-again"))
    assert not sessions.view.isVisible()


def test_the_chosen_session_stays_chosen_when_it_is_read_again(
    qtbot: QtBot, sessions: SessionList
) -> None:
    assert sessions.choose(row("s-0003"))
    type_in(qtbot, sessions, "20003")
    qtbot.waitUntil(lambda: loaded(sessions) == ["s-0003"])
    assert sessions.current() == "s-0003"
    sessions.clear_filter()
    assert sessions.current() == "s-0003"


def test_a_session_far_down_is_read_up_to(sessions: SessionList) -> None:
    wanted = row("s-0075", patient_id="20075", opened_utc_s=OPENED_UTC_S - 3600.0 * 75)
    assert sessions.choose(wanted)
    assert len(loaded(sessions)) == 80


def test_a_session_that_is_not_there_reads_no_further_than_its_moment(
    sessions: SessionList,
) -> None:
    gone = row("gone", opened_utc_s=OPENED_UTC_S - 3600.0 * 25.5)
    assert not sessions.choose(gone)
    assert len(loaded(sessions)) == 40
    assert sessions.current() == ""


def test_a_session_that_is_farther_down_than_a_person_scrolls_is_not_marked(
    qtbot: QtBot,
) -> None:
    backend = CountingBackend(REACH + 2 * PAGE)
    backend.page_rows = 500
    made = SessionList(backend, DARK)
    qtbot.addWidget(made)
    made.reload()
    last = min(backend.library_after(made.model.rows[0]), key=lambda one: one.opened_utc_s)
    assert made.choose(last)
    oldest = row("s-2039", opened_utc_s=OPENED_UTC_S - 3600.0 * 2039)
    assert not made.choose(oldest)
    assert len(loaded(made)) == REACH
    assert made.filter.beside.text() == f"{grouped(REACH + 2 * PAGE)} sessions"


def test_a_record_that_cannot_be_read_any_more_is_said_and_the_rest_stays(
    qtbot: QtBot, sessions: SessionList, backend: CountingBackend
) -> None:
    backend.refuses = "the record is locked; type its passphrase"
    with qtbot.waitSignal(sessions.refused) as said:
        sessions.model.fetchMore(QModelIndex())
    assert said.args == [backend.refuses]
    assert len(loaded(sessions)) == PAGE
    assert not sessions.model.canFetchMore(QModelIndex())
    with qtbot.waitSignal(sessions.refused):
        type_in(qtbot, sessions, "2")
    assert loaded(sessions) == []


def test_a_thousand_is_written_with_a_narrow_space() -> None:
    assert [grouped(count) for count in (0, 999, 1000, 1234567)] == [
        "0",
        "999",
        "1\u202f000",
        "1\u202f234\u202f567",
    ]


def test_what_is_left_begins_at_its_top(qtbot: QtBot, sessions: SessionList) -> None:
    sessions.view.setFocus()
    qtbot.keyClick(sessions.view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: sessions.view.verticalScrollBar().value() > 0)
    type_in(qtbot, sessions, "2010")
    qtbot.waitUntil(lambda: sessions.filter.beside.text() == "10 of 130")
    assert sessions.view.verticalScrollBar().value() == 0


def test_letters_in_the_list_look_for_nothing(qtbot: QtBot, sessions: SessionList) -> None:
    sessions.choose(row("s-0003"))
    sessions.view.setFocus()
    qtbot.keyClicks(sessions.view, "2026")
    assert sessions.current() == "s-0003"


def test_enter_opens_at_once_and_goes_on(qtbot: QtBot, sessions: SessionList) -> None:
    sessions.choose(row("s-0003"))
    opened: list[str] = []
    sessions.chosen.connect(opened.append)
    with qtbot.waitSignal(sessions.entered):
        qtbot.keyClick(sessions.view, Qt.Key.Key_Return)
    assert opened == ["s-0003"]
