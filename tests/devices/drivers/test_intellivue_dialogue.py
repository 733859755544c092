"""What is said to an IntelliVue, and when."""

from __future__ import annotations

from itertools import pairwise

import pytest
from helpers import captures_folder
from hypothesis import given
from hypothesis import strategies as st
from philips_intellivue_wire import ACCEPTED, NUMERICS, WAVES, created, polled, value

from devices.drivers.philips_intellivue import DRIVER, IntelliVueSession
from devices.drivers.philips_intellivue.dialogue import (
    ASSOCIATE_EVERY_S,
    CLOCK_EVERY_S,
    KEEP_ALIVE_S,
    SILENCE_S,
    SPACING_S,
    TRANSITIONS,
    Dialogue,
    Phase,
    Stimulus,
)
from devices.drivers.philips_intellivue.wire import (
    ASSOCIATE,
    KEEP_ALIVE,
    POLL_NUMERICS,
    POLL_SYSTEM,
    SENDS,
    STREAM_ALARMS,
    STREAM_NUMERICS,
    STREAM_WAVES,
    creation_reply,
)
from devices.errors import ContentError
from devices.simulated.monitors.intellivue_wire import ABORT, ACCEPT, error, frame

HEART = polled(NUMERICS, [value(0x4182, 70)])
REFUSED = frame(bytes.fromhex("0C00"))
LISTED = frozenset(command for command, _ in SENDS)


class Talk:
    """A conversation with a clock of its own; notes what was sent when."""

    def __init__(self) -> None:
        self.session = IntelliVueSession(DRIVER.source)
        self.now = 0.0
        self.sent: list[tuple[float, bytes]] = []
        self.session.opened(0.0)

    def run(self, until: float, every_s: float = 0.0, told: bytes = b"") -> list[bytes]:
        """Let time go on while the monitor says `told`; what was sent meanwhile."""
        before = len(self.sent)
        steps = round((until - self.now) / 0.05)
        for step in range(steps):
            self.now = round(self.now + 0.05, 2)
            if every_s and step % round(every_s / 0.05) == 0:
                self.session.receive(told, self.now)
            data = self.session.due(self.now)
            if data:
                self.sent.append((self.now, data))
        return [data for _, data in self.sent[before:]]

    def hear(self, *frames: bytes) -> None:
        for told in frames:
            self.session.receive(told, self.now)


def served() -> Talk:
    talk = Talk()
    talk.run(0.1)
    talk.hear(ACCEPTED, created())
    return talk


def test_it_asks_for_an_association_every_two_seconds() -> None:
    talk = Talk()
    assert set(talk.run(20.0)) == {ASSOCIATE}
    times = [at for at, _ in talk.sent]
    assert len(times) == 10
    assert all(b - a == pytest.approx(ASSOCIATE_EVERY_S) for a, b in pairwise(times))


def test_a_creation_is_confirmed_and_then_all_data_are_asked_for_without_haste() -> None:
    talk = served()
    asked = [
        creation_reply(1, bytes.fromhex("000ABD00")),
        POLL_SYSTEM,
        STREAM_NUMERICS,
        STREAM_WAVES,
        STREAM_ALARMS,
    ]
    assert talk.run(2.0, 1.0, HEART) == asked
    times = [at for at, _ in talk.sent[1:]]
    assert all(b - a > SPACING_S * 0.9 for a, b in pairwise(times))


def test_the_reply_to_a_creation_echoes_its_id_and_time() -> None:
    reply = creation_reply(0x0102, bytes.fromhex("01020304"))
    assert reply[5:-3] == bytes.fromhex(
        "E1000002 0002 0014 0102 0001 000E 002100000000 01020304 0D06 0000"
    )


def test_it_never_stays_silent_for_as_long_as_the_monitor_bears() -> None:
    talk = served()
    talk.run(2.0, 1.0, HEART)
    sent = talk.run(300.0, 1.0, HEART)
    assert set(sent) == {KEEP_ALIVE, POLL_SYSTEM}
    assert sent.count(POLL_SYSTEM) == pytest.approx(300.0 / CLOCK_EVERY_S, abs=1)
    times = [at for at, _ in talk.sent]
    assert max(b - a for a, b in pairwise(times)) <= KEEP_ALIVE_S + 0.1


def test_polls_are_renewed_before_they_run_out() -> None:
    talk = served()
    talk.run(500.0, 1.0, HEART)
    assert {STREAM_NUMERICS, STREAM_WAVES, STREAM_ALARMS} <= set(talk.run(595.0, 1.0, HEART))


def test_five_seconds_without_data_begin_anew() -> None:
    talk = served()
    talk.run(10.0, 1.0, HEART)
    sent = talk.run(10.0 + SILENCE_S + 0.5)
    assert sent[-1] == ASSOCIATE
    talk.hear(ACCEPTED, created())
    assert STREAM_NUMERICS in talk.run(17.0, 1.0, HEART)


def test_numerics_that_stay_away_while_waves_come_are_asked_for_again() -> None:
    talk = served()
    talk.run(2.0, 1.0, HEART)
    assert STREAM_NUMERICS in talk.run(10.0, 0.25, polled(WAVES, []))


def test_an_abort_ends_it_and_two_seconds_later_it_begins_again() -> None:
    talk = served()
    talk.run(5.0, 1.0, HEART)
    talk.hear(frame(ABORT))
    assert talk.run(6.5) == []
    assert talk.run(8.0) == [ASSOCIATE]


def test_a_refusal_is_borne_and_asked_again() -> None:
    talk = Talk()
    talk.run(0.1)
    talk.hear(REFUSED)
    assert talk.run(5.0) == [ASSOCIATE] * 2


def test_data_from_an_association_of_before_are_gone_on_with() -> None:
    talk = Talk()
    talk.run(0.1)
    talk.hear(HEART)
    assert ASSOCIATE not in talk.run(60.0, 1.0, HEART)
    assert talk.session.frames > 50


def test_after_a_short_absence_it_listens_before_it_asks() -> None:
    talk = served()
    talk.run(10.0, 1.0, HEART)
    talk.session.opened(12.0)
    talk.now = 12.0
    assert talk.run(13.0) == []
    talk.hear(HEART)
    assert ASSOCIATE not in talk.run(20.0, 1.0, HEART)


def test_after_a_long_absence_it_asks_at_once() -> None:
    talk = served()
    talk.run(10.0, 1.0, HEART)
    talk.session.opened(60.0)
    assert talk.session.due(60.0) == ASSOCIATE


def test_waves_are_asked_for_only_where_the_monitor_offers_them() -> None:
    talk = Talk()
    talk.run(0.1)
    only_numerics = ACCEPT.replace(bytes.fromhex("8E000000"), bytes.fromhex("80000000"))
    talk.hear(frame(only_numerics), created())
    sent = talk.run(10.0, 1.0, HEART)
    assert STREAM_NUMERICS in sent
    assert STREAM_WAVES not in sent


def test_a_monitor_without_extended_polls_is_asked_each_second() -> None:
    talk = Talk()
    talk.run(0.1)
    plain = ACCEPT.replace(bytes.fromhex("F0010008"), bytes.fromhex("F0020008"))
    talk.hear(frame(plain), created())
    single = polled(NUMERICS, [value(0x4182, 70)], single=True)
    sent = talk.run(20.0, 1.0, single)
    assert sent.count(POLL_NUMERICS) >= 15
    assert STREAM_NUMERICS not in sent


def test_a_rejected_stream_is_said_and_replaced_by_polls() -> None:
    talk = served()
    talk.run(2.0, 1.0, polled(WAVES, []))
    events = talk.session.receive(frame(error(3, 24)), talk.now)
    assert events == [ContentError("request 3 was rejected: error 24")]
    talk.session.receive(frame(error(4, 24)), talk.now)
    assert talk.run(10.0, 1.0, polled(WAVES, [])).count(POLL_NUMERICS) > 5


def test_every_phase_can_be_left_and_seeking_can_be_reached_from_all() -> None:
    assert TRANSITIONS.keys() == set(Phase)
    for phase in set(Phase) - {Phase.SEEKING}:
        assert TRANSITIONS[phase][Stimulus.SILENCE] is Phase.SEEKING
        assert TRANSITIONS[phase][Stimulus.ENDED] is Phase.SEEKING


def test_a_line_that_was_never_opened_wants_nothing() -> None:
    dialogue = Dialogue()
    assert dialogue.wake_at() is None
    assert dialogue.due(1e9) == b""


FRAMES = (ACCEPTED, created(), HEART, polled(WAVES, []), frame(ABORT), REFUSED, frame(error(3, 1)))


@given(
    st.lists(st.tuples(st.integers(0, len(FRAMES)), st.sampled_from([0.0, 0.1, 1.0, 7.0, 600.0])))
)
def test_whatever_comes_it_wakes_when_it_said_and_sends_only_what_is_listed(
    steps: list[tuple[int, float]],
) -> None:
    session = IntelliVueSession(DRIVER.source)
    session.opened(0.0)
    now = 0.0
    for choice, wait_s in steps:
        now += wait_s
        session.receive((*FRAMES, b"")[choice], now)
        wake_at = session.wake_at()
        assert wake_at is not None
        data = session.due(max(wake_at, now))
        now = max(wake_at, now)
        assert data in LISTED
        assert session.due(now) == b""


def test_the_requests_are_the_published_ones() -> None:
    path = captures_folder() / "philips_intellivue" / "request_frames.hex.txt"
    if not path.is_file():
        pytest.skip(f"no recordings beside the project ({path} is missing)")
    published = {
        bytes.fromhex(line.rpartition(":")[2])
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    }
    assert LISTED - published == {POLL_NUMERICS}
