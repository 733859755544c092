"""Speed and freeze of a room: what stands still, and what lives on."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import wait_until
from practice_examples import NURSE, asked, room

from monitor.commands import Note, NoteKind
from monitor.entries import Published
from ui.practice import PracticeBackend
from ui.requests import Refusal


def test_a_room_moved_by_hand_stands_while_it_is_frozen(tmp_path: Path) -> None:
    with room(tmp_path) as practice:
        practice.open_session(asked(1, "sim:dinamap"))
        practice.advance(30.0)
        practice.freeze()
        practice.advance(60.0)
        assert practice.now_s == 30.0
        assert practice.pace().frozen
        practice.unfreeze()
        practice.advance(60.0)
        assert practice.now_s == 90.0
        assert practice.chair(1).now == pytest.approx(90.0)
        assert practice.pace().utc_s == practice.utc()


def test_nothing_can_be_entered_while_time_stands(tmp_path: Path) -> None:
    with room(tmp_path) as practice:
        practice.open_session(asked(1, "sim:dinamap"))
        practice.advance(10.0)
        note = Note("n1", NoteKind.FREE_TEXT, "dizzy", NURSE)
        practice.freeze()
        with pytest.raises(Refusal, match="Time is frozen"):
            practice.send(1, note)
        practice.unfreeze()
        practice.send(1, note)
        picture = practice.chair(1).picture
        assert picture is not None
        assert [shown.note.text for shown in picture.notes] == ["dizzy"]


def test_a_frozen_room_shows_its_last_pictures_again(tmp_path: Path) -> None:
    with room(tmp_path) as practice:
        practice.open_session(asked(1, "sim:dinamap"))
        practice.advance(10.0)
        practice.inbox.drain()
        practice.freeze()
        practice.go_on(0.0)
        shown = [said for said in practice.inbox.drain() if isinstance(said, Published)]
        assert [said.now_s for said in shown] == [10.0]


@pytest.mark.parametrize("speed", [0.0, 0.5, 61.0])
def test_a_speed_that_is_none_is_refused(tmp_path: Path, speed: float) -> None:
    with room(tmp_path) as practice, pytest.raises(ValueError, match="expected 1 to 60"):
        practice.speed = speed


def test_the_speed_of_a_running_room_is_changed(tmp_path: Path) -> None:
    practice = PracticeBackend(tmp_path / "practice.db", speed=1.0)
    practice.start()
    try:
        practice.staff().sit(NURSE)
        practice.open_session(asked(1, "sim:dinamap"))
        practice.speed = 60.0
        assert practice.pace().speed == 60.0
        wait_until(lambda: practice.now_s > 60.0, what="a minute")
        practice.freeze()
        stood_s = practice.now_s
        practice.inbox.drain()
        wait_until(lambda: bool(practice.inbox.drain()), what="a sign of life")
        assert practice.now_s == stood_s
    finally:
        practice.close()
