"""Frames, messages and values of an IntelliVue, each by itself."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from philips_intellivue_wire import (
    FRAMES,
    NUMERICS,
    PUBLISHED,
    polled,
)

from devices.drivers.philips_intellivue import DRIVER, IntelliVueSession
from devices.drivers.philips_intellivue.messages import Message, Other, parse
from devices.drivers.philips_intellivue.values import MonitorClock, identity, moment, number
from devices.drivers.philips_intellivue.wire import (
    ASSOCIATE,
    Framer,
    check_value,
    framed,
    user_data,
)
from devices.errors import ChecksumError, ContentError, FramingError, ProtocolError
from devices.session import DeviceEvent
from devices.simulated.monitors import intellivue_wire as other_writer

SOURCE = DRIVER.source
RECEIVED_AT = 5.0


def listen(*frames: bytes) -> list[DeviceEvent]:
    session = IntelliVueSession(SOURCE)
    session.opened(0.0)
    return [event for data in frames for event in session.receive(data, RECEIVED_AT)]


# ---- frames -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "check"), [("3A71", "9B26"), ("3A91", "95C1"), ("313233343536373839", "6E90")]
)
def test_the_check_values_are_the_published_ones(data: str, check: str) -> None:
    assert check_value(bytes.fromhex(data)) == bytes.fromhex(check)


@given(st.binary(max_size=300))
def test_a_check_value_leaves_the_published_residue(data: bytes) -> None:
    residue = 0xFFFF
    for byte in data + check_value(data):
        residue ^= byte
        for _ in range(8):
            residue = (residue >> 1) ^ 0x8408 if residue & 1 else residue >> 1
    assert residue == 0xF0B8


@given(st.binary(max_size=300) | st.lists(st.sampled_from([0xC0, 0xC1, 0x7D])).map(bytes))
def test_what_is_framed_is_read_again_and_both_writers_agree(data: bytes) -> None:
    told = framed(data)
    assert not {0xC0, 0xC1} & set(told[1:-1])
    assert user_data(told) == data
    assert other_writer.frame(data) == told


@given(st.sampled_from(FRAMES), st.data())
def test_a_damaged_frame_says_nothing(whole: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(whole) - 2))
    change = data.draw(st.integers(1, 255))
    damaged = whole[:place] + bytes([whole[place] ^ change]) + whole[place + 1 :]
    assert all(isinstance(event, ProtocolError) for event in listen(damaged))


def test_a_damaged_check_is_counted_as_one() -> None:
    assert [type(e) for e in listen(PUBLISHED[:-3] + b"\x00" + PUBLISHED[-2:])] == [ChecksumError]


@pytest.mark.parametrize("told", [b"\xc0\x11\x01\x00\x7d\xc1", b"\xc0\x7d\xc1"])
def test_a_frame_that_was_broken_off_is_left_out(told: bytes) -> None:
    events = listen(told + PUBLISHED)
    assert isinstance(events[0], FramingError)
    assert len(events) == 5


def test_a_frame_that_a_new_one_interrupts_is_left_out() -> None:
    events = listen(PUBLISHED[:99] + PUBLISHED)
    assert isinstance(events[0], FramingError)
    assert len(events) == 5


def test_noise_between_frames_is_one_error_however_long_it_is() -> None:
    events = listen(b"\x00" * 10, b"\xc1\xc1" + b"A" * 100_000 + PUBLISHED, b"\x00" + PUBLISHED)
    assert [type(event) for event in events].count(FramingError) == 2
    assert isinstance(events[0], FramingError)


def test_a_frame_that_never_ends_is_given_up_and_the_next_is_found() -> None:
    framer = Framer()
    cuts = [cut for _ in range(100) for cut in framer.feed(b"\xc0" + b"A" * 200)]
    assert len(cuts) == 99
    cuts = [cut for _ in range(100) for cut in framer.feed(b"A" * 200)]
    assert [type(cut) for cut in cuts] == [FramingError]
    assert framer.feed(PUBLISHED) == [PUBLISHED]


def test_a_frame_of_another_protocol_or_length_is_an_error() -> None:
    body = bytes.fromhex("1101 0005 0A00")
    wrong_length = b"\xc0" + body + check_value(body) + b"\xc1"
    body = bytes.fromhex("1201 0002 0A00")
    wrong_protocol = b"\xc0" + body + check_value(body) + b"\xc1"
    assert [type(event) for event in listen(wrong_length, wrong_protocol)] == [FramingError] * 2


def test_the_association_request_is_the_published_one() -> None:
    told = user_data(ASSOCIATE)
    assert len(told) == 238
    assert told[:2] == bytes.fromhex("0DEC")
    assert told.count(bytes.fromhex("000009C4000009C4000003E8")) == 1
    assert told.endswith(bytes.fromhex("F00100088C00000000000000") + bytes(16))


# ---- messages -----------------------------------------------------------------------------------


def message(told: bytes) -> Message | ContentError:
    try:
        return parse(told)
    except ContentError as error:
        return error


@given(st.binary(max_size=200), st.sampled_from([b"\xe1", b"\x0e", b"\x0c", b""]))
def test_any_message_is_understood_or_a_content_error(told: bytes, kind: bytes) -> None:
    message(kind + told)


@given(st.sampled_from(FRAMES), st.data())
def test_a_message_with_another_byte_is_understood_or_a_content_error(
    whole: bytes, data: st.DataObject
) -> None:
    told = bytearray(user_data(whole))
    for place in data.draw(st.lists(st.integers(0, len(told) - 1), max_size=4)):
        told[place] = data.draw(st.integers(0, 255))
    session = IntelliVueSession(SOURCE)
    session.opened(0.0)
    session.receive(framed(bytes(told)), 1.0)
    assert session.frames == 1


@given(st.sampled_from(FRAMES), st.integers(1, 500))
def test_a_message_cut_short_is_a_content_error(whole: bytes, length: int) -> None:
    told = user_data(whole)
    cut = message(told[: min(length, len(told) - 1)])
    assert isinstance(cut, ContentError)


def test_an_event_that_is_no_creation_is_of_no_interest() -> None:
    told = other_writer.event(1, 5, other_writer.listed([])).replace(b"\x0d\x06", b"\x0d\x07")
    assert message(told) == Other()


def test_the_result_of_an_action_that_is_no_poll_is_of_no_interest() -> None:
    told = other_writer.result(0x0C17, 3, b"\0\1", None)
    assert message(told) == Other()


@pytest.mark.parametrize("place", [46, 48, 52, 54, 58, 60, 64])
def test_lengths_that_do_not_fit_together_are_a_content_error(place: int) -> None:
    """Count and length of the list, of its context, of its first object and first attribute."""
    told = bytearray(user_data(PUBLISHED))
    told[place + 1] ^= 0x01
    assert isinstance(message(bytes(told)), ContentError)
    told[place] = 0x7F
    assert isinstance(message(bytes(told)), ContentError)


@pytest.mark.parametrize(("name", "held"), [(0x0950, "4182 0000 0AA0"), (0x094B, "0003")])
def test_a_value_cut_short_is_a_content_error(name: int, held: str) -> None:
    told = other_writer.thing(1, [other_writer.attribute(name, bytes.fromhex(held))])
    assert [type(event) for event in listen(polled(NUMERICS, [told]))] == [ContentError]


def test_a_message_of_an_unknown_kind_is_an_error_and_still_a_frame() -> None:
    session = IntelliVueSession(SOURCE)
    session.opened(0.0)
    events = session.receive(framed(b"\x55\x01\x02"), 0.0)
    assert [type(event) for event in events] == [ContentError]
    assert session.frames == 1


# ---- values -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("exponent", "mantissa", "said"),
    [
        (-1, 0xFFFFF7, -0.9),
        (0, 0x00003C, 60.0),
        (-1, 0x00016F, 36.7),
        (2, 0x000003, 300.0),
        (-3, 0x009FFB, 40.955),
        (0, 0x7FFFFF, None),
        (0, 0x800000, None),
        (5, 0x7FFFFE, None),
        (0, 0x800002, None),
        (0, 0x800001, None),
    ],
)
def test_floats_are_the_decimal_numbers_they_mean(
    exponent: int, mantissa: int, said: float | None
) -> None:
    assert number(exponent, mantissa) == said


@given(st.integers(-128, 127), st.integers(0, 0xFFFFFF))
def test_every_float_is_a_finite_number_or_none(exponent: int, mantissa: int) -> None:
    said = number(exponent, mantissa)
    assert said is None or abs(said) < 1e200


@pytest.mark.parametrize(
    "bcd", ["FFFFFFFFFFFFFFFF", "0000000000000000", "2021133212461800", "20", ""]
)
def test_a_time_that_is_none_is_none(bcd: str) -> None:
    assert moment(bytes.fromhex(bcd)) is None


def test_the_monitors_clock_bears_the_overflow_of_its_ticks() -> None:
    clock, shown = MonitorClock(), datetime(2026, 1, 1)  # noqa: DTZ001
    clock.learn(shown, (1 << 32) - 8000)
    assert clock.at((1 << 32) - 4000) == shown + timedelta(seconds=0.5)
    assert clock.at(4000) == shown + timedelta(seconds=1.5)
    assert clock.at(0) == shown + timedelta(seconds=1.0)


def test_a_clock_that_was_never_seen_shows_nothing() -> None:
    assert MonitorClock().at(5) is None


def test_an_identity_is_what_there_is_of_it() -> None:
    assert identity({}) == ""
    assert identity({0x0928: b"\0\x08Philips\0\0\x06M8000\0"}) == "Philips M8000"
    assert identity({0x0928: b"\0\x40Philips"}) == "Philips"
