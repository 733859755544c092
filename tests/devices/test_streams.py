from __future__ import annotations

from devices.streams import Streams


def streams(at: float | None = 0.0) -> Streams:
    new = Streams({1: b"one", 2: b"two"}, apart_s=0.05, silent_after_s=5.0)
    if at is not None:
        new.opened(at)
    return new


def test_a_line_that_was_never_opened_is_told_nothing() -> None:
    closed = streams(at=None)
    closed.send_next(b"start")
    assert closed.wake_at() is None
    assert closed.due(10.0) == b""


def test_every_stream_is_asked_for_once_and_apart() -> None:
    on = streams()
    sent = [(now / 100, said) for now in range(400) if (said := on.due(now / 100))]
    assert sent == [(0.0, b"one"), (0.05, b"two")]


def test_a_stream_that_falls_silent_is_asked_for_again() -> None:
    on = streams()
    sent: list[tuple[int, bytes]] = []
    for second in range(20):
        on.heard(1, float(second))
        sent += [(second, said)] if (said := on.due(float(second))) else []
    assert sent == [(0, b"two"), (5, b"two"), (10, b"two"), (15, b"two")]


def test_what_is_not_ours_to_switch_changes_nothing() -> None:
    on = streams()
    on.heard(0x30, 0.0)
    assert on.due(0.0) == b"one"


def test_a_command_goes_first_and_once() -> None:
    on = streams()
    on.send_next(b"start")
    assert on.wake_at() == 0.0
    assert [on.due(now / 10) for now in range(4)] == [b"start", b"one", b"two", b""]


def test_a_command_that_was_not_sent_is_forgotten_when_the_line_is_reopened() -> None:
    on = streams()
    on.send_next(b"start")
    on.opened(60.0)
    assert b"start" not in {on.due(60.0 + step / 10) for step in range(100)}
