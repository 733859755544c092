"""The window with people in it, for every test of this folder that wants one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from people_room import PeopleRoom

from monitor.phases import Step

NURSE = "Nurse 1"


@pytest.fixture
def room(qtbot) -> Iterator[PeopleRoom]:
    made = PeopleRoom(qtbot)
    yield made
    made.close()


@pytest.fixture
def locked(room: PeopleRoom) -> PeopleRoom:
    """Nurse 1 has begun a session on chair 2, an infusion runs, and the window was locked."""
    room.sign_in(NURSE)
    room.open(2)
    room.window.desk.step(Step.START)
    room.turn()
    room.lock()
    room.backend.sent.clear()
    room.trail.lines.clear()
    return room
