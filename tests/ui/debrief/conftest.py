"""Two lessons that were really played, once for all files here: it takes long."""

from __future__ import annotations

import pytest

from monitor.training.scoring import debrief_of
from tests.ui.training_examples import S4_LATE, S4_WELL, Ended, Played, lesson_room, play
from ui.places import open_record


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """A good one that the learner ended, and after it a late one that the instructor ended."""
    db = tmp_path_factory.mktemp("lessons") / "training.db"
    ended = []
    for acts, by in ((S4_WELL, "learner"), (S4_LATE, "instructor")):
        with lesson_room(db.parent) as room:
            play(room, acts, 60.0)
            room.finish(by)
            live, session_id = room.debrief(), room.session_id
        with open_record(db, read_only=True) as store:
            ended.append(Ended(live, debrief_of(store.entries(session_id))))
    return Played(db, *ended)
