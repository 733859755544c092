"""PAR: what is sent to the module, and when."""

from __future__ import annotations

from itertools import pairwise

import pytest
from par_nibp2010_wire import END, NO_FINGER, live, status, text

from devices.drivers.par_nibp2010 import (
    APART_S,
    BOARD_START,
    BOARD_STATUS,
    DRIVER,
    LISTEN_S,
    QUIET_S,
    START,
    STATUS,
    ParSession,
)
from devices.errors import ContentError
from devices.session import StartsCuff


def opened(at: float = 0.0) -> ParSession:
    session = ParSession(DRIVER.source)
    session.opened(at)
    return session


def sent(session: ParSession, until: float, begin: float = 0.0) -> list[tuple[float, bytes]]:
    """What it sends to a module that does not answer."""
    said = []
    for step in range(round((until - begin) * 20)):
        now = round(begin + step / 20, 2)
        said += [(now, data)] if (data := session.due(now)) else []
    return said


def test_it_listens_before_it_asks() -> None:
    [(at, data), *_] = sent(opened(), 2.0)
    assert (at, data) == (pytest.approx(LISTEN_S, abs=0.06), STATUS)


def test_the_frames_that_were_heard_decide_how_it_asks() -> None:
    session = opened()
    list(session.receive(NO_FINGER, 0.5))
    assert sent(session, 2.0)[0][1] == BOARD_STATUS
    list(session.receive(status(), 2.0))
    assert {data for _, data in sent(session, 12.0, 2.0)} == {STATUS}


def test_a_damaged_frame_does_not_decide_how_it_asks() -> None:
    session = opened()
    list(session.receive(NO_FINGER + text("S1;A0;nonsense"), 0.5))
    assert sent(session, 2.0)[0][1] == BOARD_STATUS


def test_it_asks_every_two_seconds_and_never_twice_within_one() -> None:
    session = opened()
    times = []
    for step in range(600):
        now = step / 20
        if session.due(now):
            times.append(now)
            list(session.receive(status(), now))
    assert len(times) == pytest.approx(15, abs=1)
    assert min(b - a for a, b in pairwise(times)) > 1.0


def test_nothing_is_asked_while_the_cuff_works() -> None:
    session = opened()
    for second in range(30):
        list(session.receive(live(100), float(second)))
        assert session.due(second + 0.5) == b""
    list(session.receive(END, 30.0))
    assert session.due(30.0) == STATUS


def test_a_measurement_whose_end_was_lost_is_asked_about() -> None:
    session = opened()
    list(session.receive(live(100), 10.0))
    assert session.due(10.0 + QUIET_S - 0.1) == b""
    assert session.due(10.0 + QUIET_S) == STATUS


def test_a_start_is_sent_once_when_the_line_is_free_and_the_module_is_left_alone() -> None:
    session = opened()
    assert isinstance(session, StartsCuff)
    assert session.due(2.0) == STATUS
    session.start_cuff(2.1)
    assert session.due(2.2) == b""
    list(session.receive(status(), 2.3))
    assert session.due(2.9) == b""
    assert session.due(2.0 + APART_S) == START
    assert session.due(2.0 + APART_S + QUIET_S - 0.1) == b""
    assert session.due(2.0 + APART_S + QUIET_S) == STATUS


def test_the_board_is_started_in_its_own_frame() -> None:
    session = opened()
    list(session.receive(NO_FINGER, 0.5))
    session.start_cuff(0.6)
    assert session.due(0.6) == b"", "it still listens which frames the module wants"
    assert session.due(1.3) == BOARD_START


def test_a_start_that_the_module_forestalled_is_not_sent_when_its_cuff_has_ended() -> None:
    session = opened()
    session.start_cuff(0.5)
    list(session.receive(live(100), 0.9))
    list(session.receive(END, 4.0))
    assert {data for _, data in sent(session, 60.0, 4.0)} == {STATUS}


def test_a_start_that_could_not_be_sent_for_five_seconds_is_forgotten() -> None:
    session = opened()
    session.due(1.3)
    session.start_cuff(1.4)
    assert {data for _, data in sent(session, 60.0, 6.5)} == {STATUS}


def test_a_start_is_dropped_while_it_measures_and_when_the_line_was_reopened() -> None:
    session = opened()
    list(session.receive(live(100), 1.0))
    session.start_cuff(1.1)
    assert START not in {data for _, data in sent(session, 20.0, 1.1)}
    list(session.receive(status(), 20.0))
    session.start_cuff(20.1)
    session.opened(30.0)
    assert {data for _, data in sent(session, 60.0, 30.0)} == {STATUS}


def test_an_unanswered_question_is_complained_about_once() -> None:
    session = opened()
    sent(session, 30.0)
    complaints = [*session.receive(b"", 30.0), *session.receive(b"", 31.0)]
    assert [str(event) for event in complaints] == ["no reply to status within 3 s"]


def test_an_echo_is_an_error_and_the_answer_is_still_waited_for() -> None:
    session = opened()
    echo = session.due(2.0)
    assert [type(event) for event in session.receive(echo, 2.1)] == [ContentError]
    assert session.due(4.9) == b""
