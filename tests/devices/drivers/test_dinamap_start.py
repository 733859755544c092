"""DINAMAP: starting the cuff, which only a person does."""

from __future__ import annotations

import pytest
from dinamap_bench import NO_OXIMETER, NO_RATE, Bench, cuff, cuffs, reply

from devices.drivers.dinamap import DRIVER, REQUESTS, START
from devices.errors import ContentError
from devices.session import StartsCuff


def test_the_start_is_the_published_line() -> None:
    assert START == b" NC0!E\r"
    assert START not in {sent for sent, _ in DRIVER.sends}
    assert DRIVER.starts_cuff


def test_a_start_goes_out_once_between_two_questions() -> None:
    bench = Bench()
    assert isinstance(bench.session, StartsCuff)
    bench.round(0.0, cuff(30))
    assert bench.session.due(1.0) == REQUESTS["NA"]
    bench.session.start_cuff(1.1)
    assert bench.session.due(1.2) == b""
    list(bench.session.receive(cuff(31), 1.3))
    assert bench.session.due(1.3) == START
    list(bench.session.receive(reply(" NC0"), 1.4))
    assert bench.session.due(1.4) == REQUESTS["RA"]


@pytest.mark.parametrize("answer", [reply(" NC"), reply(" NC1"), cuff(40, status=0)])
def test_whatever_answers_a_start_ends_the_wait(answer: bytes) -> None:
    bench = Bench()
    bench.round(0.0, cuff(30))
    bench.session.start_cuff(0.5)
    assert bench.session.due(0.5) == START
    events = list(bench.session.receive(answer, 0.6))
    assert not [event for event in events if isinstance(event, ContentError)]
    bench.round(1.0, cuff(41, status=0))
    assert len(cuffs(bench.round(30.0, cuff(0, "125080095")))) == 1


def test_a_running_cuff_is_not_started_again() -> None:
    bench = Bench()
    bench.round(0.0, cuff(30, status=0))
    bench.session.start_cuff(0.5)
    assert bench.session.due(0.5) == b""
    bench.round(1.0, cuff(31, status=0))


def test_a_start_is_forgotten_when_the_line_was_reopened() -> None:
    bench = Bench()
    bench.session.due(0.0)
    bench.session.start_cuff(0.1)
    bench.session.opened(60.0)
    bench.round(60.0, cuff(90), NO_RATE, NO_OXIMETER)


def test_an_echo_of_the_start_and_its_answer_do_no_harm() -> None:
    bench = Bench()
    bench.round(0.0, cuff(30))
    bench.session.start_cuff(0.5)
    echo = bench.session.due(0.5)
    assert list(bench.session.receive(echo, 0.6)) == []
    assert list(bench.session.receive(reply(" NC1"), 0.7)) == []
    bench.round(1.0, cuff(31, status=0))
