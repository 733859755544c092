from __future__ import annotations

from collections.abc import Sequence

from monitor.entries import Entry
from monitor.limits import PROFILES
from monitor.outcomes import Priority
from monitor.side_by_side import Change
from monitor.what_if import Limits
from monitor.what_if_many import ManyCompared, what_if_many
from tests.monitor.chairs import cuff
from tests.monitor.judged_record import Recorder

HIGHER = Limits(single={"sbp-high": 175.0, "dbp-high": 110.0, "dbp-very-high": 115.0})


def with_peak(sbp: float, dbp: float) -> list[Entry]:
    made = Recorder().treating(rested=False).at(300.0, cuff(sbp, dbp)).at(390.0, cuff(sbp, dbp))
    return made.at(700.0, cuff(130, 80)).entries


SESSIONS: dict[str, Sequence[Entry]] = {
    "calm": with_peak(138, 84),
    "raised": with_peak(168, 96),
    "high": with_peak(186, 102),
}


def asked(
    *session_ids: str, limits: Limits = HIGHER
) -> tuple[ManyCompared, list[tuple[int, int]]]:
    seen: list[tuple[int, int]] = []

    def progress(done: int, count: int) -> bool:
        seen.append((done, count))
        return True

    return what_if_many(session_ids, limits, SESSIONS.__getitem__, progress), seen


def test_several_sessions_are_counted_together() -> None:
    found, seen = asked("calm", "raised", "high")
    assert [one.first_s is None for one in found.sessions] == [True, False, True]
    assert found.was.physiological == {Priority.MEDIUM: 1, Priority.HIGH: 1}
    assert found.then.physiological == {Priority.HIGH: 1}
    assert found.changes == {Change.GONE: 1, Change.SAME: 1}
    assert found.was.watched_s == found.then.watched_s == 3 * 700.0
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_one_that_cannot_be_judged_is_left_out_and_named() -> None:
    found = what_if_many(
        ["raised", "empty"],
        HIGHER,
        lambda session_id: SESSIONS.get(session_id, ()),
        lambda _done, _count: True,
    )
    assert len(found.sessions) == 1
    assert [(one.session_id, one.why) for one in found.left_out] == [
        ("empty", "session-not-opened")
    ]


def test_limits_that_do_not_fit_a_session_leave_it_out() -> None:
    found, _seen = asked("raised", limits=Limits(single={"sbp-high": 185.0}))
    assert [one.why for one in found.left_out] == ["limit-crossed"]


def test_it_can_be_cancelled_between_two_sessions() -> None:
    found = what_if_many(
        ["calm", "raised", "high"],
        Limits(PROFILES["elderly-iv"]),
        SESSIONS.__getitem__,
        lambda done, _count: done < 2,
    )
    assert found.cancelled
    assert len(found.sessions) == 2
