"""DINAMAP: the rate, the oximeter, and what is no reply at all."""

from __future__ import annotations

import pytest
from dinamap_bench import NO_OXIMETER, NO_RATE, SOURCE, Bench, cuff, cuffs, listen, reply, result
from helpers import captures_folder
from hypothesis import given
from hypothesis import strategies as st

from devices.drivers.dinamap import REQUESTS
from devices.errors import ChecksumError, ContentError, FramingError, ProtocolError
from devices.session import DeviceEvent
from monitor.vitals import (
    LostReason,
    Quality,
    Reading,
    SignalLost,
    VitalSign,
)

# ---- rate and oximeter --------------------------------------------------------------------------


def test_a_rate_from_the_oximeter_is_a_pulse() -> None:
    assert listen(reply(" RA2081")) == [Reading(VitalSign.PULSE, 81.0, SOURCE)]


def test_a_rate_from_the_cuff_goes_with_the_cuff_result_and_is_never_a_pulse() -> None:
    bench = Bench()
    ra = reply(" RA3072")
    events = [*bench.round(0.0, cuff(5), ra), *bench.round(1.0, cuff(6), ra)]
    assert cuffs(events) == [result(118, 74, 89, Quality.BEFORE_SESSION, 5.0, pulse=72.0)]
    assert not [event for event in events if isinstance(event, Reading)]


@pytest.mark.parametrize("answer", [NO_RATE, reply(" RA2081"), b"garbage\r", NO_OXIMETER])
def test_a_result_does_not_wait_for_a_rate_that_is_not_its_own(answer: bytes) -> None:
    bench = Bench()
    bench.session.due(0.0)
    assert cuffs(bench.session.receive(cuff(5), 0.1)) == []
    events = bench.session.receive(answer, 0.2)
    assert cuffs(events) == [result(118, 74, 89, Quality.BEFORE_SESSION, 5.0)]


def test_a_result_that_waits_outlives_a_lost_line() -> None:
    bench = Bench()
    bench.session.due(0.0)
    bench.session.receive(cuff(5), 0.1)
    bench.session.opened(30.0)
    assert len(cuffs(bench.round(30.0, cuff(35)))) == 1


@pytest.mark.parametrize("shown", ["2000", "2-99", "2   ", "3072", "3000"])
def test_no_rate_from_the_oximeter_is_one_loss(shown: str) -> None:
    body = f" RA{shown}"
    assert listen(reply(" RA2081"), reply(body), reply(body))[1:] == [
        SignalLost(VitalSign.PULSE, LostReason.NO_VALUE, SOURCE)
    ]


def test_a_rate_of_unknown_origin_is_an_error() -> None:
    assert [type(event) for event in listen(reply(" RA1081"))] == [ContentError]


@pytest.mark.parametrize(
    ("shown", "reason"),
    [
        ("00000 0", LostReason.STANDBY),
        ("30980 0", LostReason.NO_VALUE),
        ("6098908", LostReason.SENSOR_OFF),
        ("1000908", LostReason.OUT_OF_RANGE),
        ("1127908", LostReason.OUT_OF_RANGE),
    ],
)
def test_an_oximeter_without_a_value_is_one_loss_with_its_reason(
    shown: str, reason: LostReason
) -> None:
    body = f" OA{shown}"
    assert listen(reply(" OA1098908"), reply(body), reply(body)) == [
        Reading(VitalSign.SPO2, 98.0, SOURCE),
        SignalLost(VitalSign.SPO2, reason, SOURCE),
    ]


# ---- what is no reply ---------------------------------------------------------------------------


def test_a_damaged_reply_ends_the_wait_for_it() -> None:
    bench = Bench()
    bench.session.due(0.0)
    bench.session.receive(b"garbage\r", 0.1)
    assert bench.session.due(0.1) == REQUESTS["RA"]


def test_half_a_reply_is_dropped_when_the_line_was_reopened() -> None:
    bench = Bench()
    bench.session.receive(cuff(5)[:9], 0.0)
    bench.session.opened(5.0)
    assert len(cuffs(bench.round(5.0, cuff(10)))) == 1


def test_a_reply_without_end_is_one_error() -> None:
    assert [type(event) for event in listen(b"x" * 500, b"x" * 500)] == [FramingError]


@pytest.mark.parametrize(
    "body", [" NA11000121 8074089", " NA1100012118-74089", " NA2100012118074089"]
)
def test_a_whole_reply_that_makes_no_sense_is_an_error(body: str) -> None:
    assert [type(event) for event in listen(reply(body))] == [ContentError]


@pytest.mark.parametrize("body", [" RC3072", " TC00 000000972 0", " XX", "ANA1", " OA5098908"])
def test_a_reply_to_something_else_is_an_error(body: str) -> None:
    assert [type(event) for event in listen(reply(body))] == [ContentError]


def test_an_echo_is_an_error_and_the_answer_is_still_waited_for() -> None:
    bench = Bench()
    echo = bench.session.due(0.0)
    assert [type(event) for event in bench.session.receive(echo, 0.1)] == [ContentError]
    assert bench.session.due(0.1) == b""
    assert len(cuffs([*bench.session.receive(cuff(5) + NO_RATE, 0.2)])) == 1


def test_a_longer_reply_of_newer_firmware_is_understood() -> None:
    assert listen(reply(" OA109890812345")) == [Reading(VitalSign.SPO2, 98.0, SOURCE)]


@pytest.mark.parametrize("ending", [b"\r", b"\r\n", b"\n", b"\r\r"])
def test_any_line_end_will_do(ending: bytes) -> None:
    oximeter = reply(" OA1098908")[:-1] + ending
    assert len(listen(oximeter * 3)) == 3


@given(st.integers(0, 20), st.integers(0x20, 0x7E))
def test_one_wrong_character_is_never_a_value(place: int, byte: int) -> None:
    whole = cuff(12)
    damaged = whole[:place] + bytes([byte]) + whole[place + 1 :]
    if damaged != whole:
        assert {type(event) for event in listen(damaged)} == {ChecksumError}


def test_a_frame_that_says_nothing_new_still_counts() -> None:
    bench = Bench()
    for second in range(3):
        bench.round(second, cuff(10 + second))
    assert bench.session.frames == 9


def test_the_written_down_replies_are_understood() -> None:
    path = captures_folder() / "dinamap_ascii_fixtures" / "dinamap_commands_and_replies.txt"
    lines = path.read_bytes().splitlines() if path.is_file() else []
    replies = [line.removeprefix(b"<  ") for line in lines if line.startswith(b"<  ")]
    if not replies:
        pytest.skip(f"no recordings beside the project ({path} is missing)")
    errors = [e for line in replies for e in listen(b" " + line + b"\r") if _is_error(e)]
    assert [str(error) for error in errors] == ["""not a reply to anything we ask: b' RC3072"H'"""]


def _is_error(event: DeviceEvent) -> bool:
    return isinstance(event, ProtocolError)
