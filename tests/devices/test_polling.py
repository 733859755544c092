from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.errors import ProtocolError
from devices.polling import Poller


def poller(at: float | None = 0.0) -> Poller:
    new = Poller({"A": b"a", "B": b"b"}, every_s=1.0, patience_s=3.0)
    if at is not None:
        new.opened(at)
    return new


def test_a_line_that_was_never_opened_is_never_asked() -> None:
    closed = poller(at=None)
    assert closed.wake_at() is None
    assert closed.due(100.0) == b""


def test_the_next_request_goes_out_when_the_last_was_answered() -> None:
    asking = poller()
    assert asking.due(0.0) == b"a"
    assert asking.due(0.01) == b""
    asking.answered("A", 0.02)
    assert asking.due(0.02) == b"b"


def test_a_round_begins_once_per_period() -> None:
    asking = poller()
    sent = []
    for step in range(40):
        now = step / 10
        sent += [(now, data)] if (data := asking.due(now)) else []
        asking.answered("A", now)
        asking.answered("B", now)
    assert sent == [(t + d / 10, r) for t in range(4) for d, r in ((0, b"a"), (1, b"b"))]


def test_a_late_round_does_not_make_up_for_lost_ones() -> None:
    asking = poller()
    for now in (0.0, 0.1, 60.0, 60.1):
        assert asking.due(now)
        asking.answered("A", now)
        asking.answered("B", now)
    assert asking.wake_at() == pytest.approx(61.0)


def test_a_request_without_a_reply_is_given_up_and_said_once() -> None:
    asking = poller()
    asking.due(0.0)
    assert asking.wake_at() == 3.0
    assert asking.due(2.9) == b""
    assert asking.due(3.0) == b"b"
    assert asking.gave_up() == [ProtocolError("no reply to A within 3 s")]
    assert asking.gave_up() == []


def test_a_dead_line_is_asked_once_per_second_and_complained_about_once() -> None:
    asking = poller()
    sent = [now for step in range(200) if asking.due(now := step / 10)]
    assert sent[1:] == [float(second) for second in range(3, 20)]
    assert len(asking.gave_up()) == 1


def test_a_line_that_came_back_is_given_its_full_time_again() -> None:
    asking = poller()
    for step in range(100):
        asking.due(step / 10)
    asking.gave_up()
    for _ in range(3):
        wake_at = asking.wake_at()
        assert wake_at is not None
        now = wake_at
        name = asking.due(now).decode().upper()
        asking.answered(name, now)
    wake_at = asking.wake_at()
    assert wake_at is not None
    assert asking.due(wake_at)
    assert asking.wake_at() == pytest.approx(wake_at + 3.0)
    asking.due(wake_at + 3.0)
    assert len(asking.gave_up()) == 1


def test_a_monitor_that_must_answer_soon_is_still_asked_once_per_round() -> None:
    asking = Poller({"A": b"a"}, every_s=1.0, patience_s=0.2)
    asking.opened(0.0)
    sent = [now for step in range(31) if asking.due(now := step / 10)]
    assert sent == [0.0, 1.0, 2.0, 3.0]


def test_a_question_that_the_monitor_does_not_know_does_not_starve_the_other() -> None:
    asking = poller()
    heard = []
    for step in range(100):
        now = step / 10
        if asking.due(now) == b"a":
            heard.append(now)
            asking.answered("A", now)
    gaps = [after - before for before, after in pairwise(heard)]
    assert max(gaps) < 3.2
    assert max(gaps[1:]) < 1.2


def test_a_late_reply_does_not_count_for_the_request_that_is_out() -> None:
    asking = poller()
    asking.due(0.0)
    asking.due(3.0)
    assert asking.answered("A", 3.1) is None
    assert asking.due(3.2) == b""


def test_the_reply_tells_when_it_was_asked_for() -> None:
    asking = poller()
    asking.due(0.0)
    asked = asking.answered("A", 2.5)
    assert asked is not None
    assert (asked.name, asked.at) == ("A", 0.0)


def test_a_reply_that_was_misunderstood_ends_the_wait() -> None:
    asking = poller()
    asking.due(0.0)
    asking.misunderstood(0.1)
    assert asking.due(0.1) == b"b"


def test_noise_while_nothing_is_asked_changes_nothing() -> None:
    asking = poller()
    for name in ("A", "B"):
        asking.due(0.0)
        asking.answered(name, 0.0)
    asking.misunderstood(0.1)
    assert asking.wake_at() == 1.0


def test_a_reopened_line_begins_a_new_round_at_once() -> None:
    asking = poller()
    asking.due(0.0)
    asking.opened(0.5)
    assert asking.wake_at() == 0.5
    assert asking.due(0.5) == b"a"


@given(st.lists(st.tuples(st.floats(0, 5), st.sampled_from(["A", "B", "", "bad"]))))
def test_at_most_one_request_is_outstanding(steps: list[tuple[float, str]]) -> None:
    asking, now, out_since = poller(), 0.0, None
    for wait_s, reply in steps:
        now += wait_s
        if asking.due(now):
            assert out_since is None or now - out_since >= 1.0
            out_since = now
        if reply == "bad":
            asking.misunderstood(now)
            out_since = None
        elif reply and asking.answered(reply, now) is not None:
            out_since = None
        wake_at = asking.wake_at()
        assert wake_at is not None
        assert wake_at <= now + 3.0


def test_what_is_asked_next_goes_before_the_round_and_once() -> None:
    asking = poller()
    asking.due(0.0)
    asking.ask_next("C", b"c", 0.1)
    assert asking.due(0.1) == b""
    asking.answered("A", 0.2)
    assert asking.due(0.2) == b"c"
    asking.answered("C", 0.3)
    assert asking.due(0.3) == b"b"


def test_between_two_rounds_it_is_asked_at_once() -> None:
    asking = poller()
    for name in ("A", "B"):
        asking.due(0.0)
        asking.answered(name, 0.0)
    asking.ask_next("C", b"c", 0.5)
    assert asking.wake_at() == 0.5
    assert asking.due(0.5) == b"c"
    asking.answered("C", 0.6)
    assert asking.wake_at() == 1.0


def test_what_nobody_answers_is_followed_by_silence_and_no_complaint() -> None:
    asking = poller()
    asking.ask_next("C", b"c", 0.0, quiet_s=2.0)
    assert asking.due(0.0) == b"c"
    assert asking.due(1.9) == b""
    assert asking.due(2.0) == b"a"
    assert asking.gave_up() == []


def test_what_was_to_be_asked_is_forgotten_when_the_line_is_reopened() -> None:
    asking = poller()
    asking.ask_next("C", b"c", 0.0)
    asking.opened(60.0)
    assert asking.due(60.0) == b"a"
    asking.answered("A", 60.1)
    assert asking.due(60.1) == b"b"


def test_a_line_that_was_never_opened_is_not_asked_next_either() -> None:
    closed = poller(at=None)
    closed.ask_next("C", b"c", 0.0)
    closed.wait_until(1.0)
    assert closed.wake_at() is None


def test_while_it_waits_it_asks_nothing_and_forgets_what_was_outstanding() -> None:
    asking = poller()
    asking.due(0.0)
    asking.wait_until(10.0)
    assert asking.due(9.9) == b""
    assert asking.due(10.0) == b"b"
    assert asking.gave_up() == []


def test_two_requests_leave_at_least_so_far_apart() -> None:
    asking = Poller({"A": b"a", "B": b"b"}, every_s=3.0, patience_s=3.0, apart_s=1.1)
    asking.opened(0.0)
    asking.due(0.0)
    asking.answered("A", 0.1)
    assert asking.wake_at() == pytest.approx(1.1)
    asking.wait_until(0.5)
    asking.ask_next("C", b"c", 0.2)
    assert asking.wake_at() == pytest.approx(1.1)


def test_an_errand_does_not_break_a_silence_that_was_asked_for() -> None:
    asking = poller()
    asking.wait_until(5.0)
    asking.ask_next("C", b"c", 1.0)
    assert asking.due(4.9) == b""
    assert asking.due(5.0) == b"c"


def test_nor_does_it_follow_too_soon_on_one_that_nobody_answers() -> None:
    asking = poller()
    asking.ask_next("C", b"c", 0.0, quiet_s=3.0)
    assert asking.due(0.0) == b"c"
    asking.ask_next("D", b"d", 1.0)
    assert asking.due(2.9) == b""
    assert asking.due(3.0) == b"d"


@pytest.mark.parametrize(("asked_at", "sent"), [(0.5, b"b"), (1.0, b"c")])
def test_an_errand_that_is_not_meant_any_more_is_not_sent_late(
    asked_at: float, sent: bytes
) -> None:
    asking = poller()
    asking.due(0.0)
    asking.ask_next("C", b"c", asked_at, meant_s=2.0)
    assert asking.due(3.0) == sent


def test_an_errand_can_be_taken_back_by_its_name() -> None:
    asking = poller()
    asking.ask_next("C", b"c", 0.0)
    asking.forget("D")
    assert asking.due(0.0) == b"c"
    asking.answered("C", 0.1)
    asking.ask_next("C", b"c", 0.2)
    asking.forget("C")
    assert asking.due(0.2) == b"a"
