"""Bytes through a line whose two ends do not agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.session import LineSettings, Parity
from devices.simulated.wire.line_bits import misread

LINES = [
    LineSettings(9600),
    LineSettings(2400, parity=Parity.EVEN),
    LineSettings(19200, data_bits=7, parity=Parity.ODD, stop_bits=2),
]
L9600, L4800, L19200 = LineSettings(9600), LineSettings(4800), LineSettings(19200)


@pytest.mark.parametrize("line", LINES)
@given(data=st.binary(max_size=60))
def test_ends_that_agree_lose_nothing(line: LineSettings, data: bytes) -> None:
    kept = bytes(byte & (1 << line.data_bits) - 1 for byte in data)
    assert misread(data, line, line) == kept


@given(data=st.binary(max_size=60), off=st.floats(-0.03, 0.03))
def test_the_crystals_of_real_ports_are_near_enough(data: bytes, off: float) -> None:
    sender = LineSettings(round(9600 * (1.0 + off)))
    assert misread(data, sender, L9600) == data


@given(data=st.binary(min_size=1, max_size=200), sent=st.sampled_from([1200, 4800, 19200, 115200]))
def test_any_bytes_at_any_speed_are_some_bytes_and_no_more_than_the_line_has_time_for(
    data: bytes, sent: int
) -> None:
    heard = misread(data, LineSettings(sent), L9600)
    assert len(heard) <= len(data) * 9600 / sent * 10 / 9.5 + 1


def test_known_bytes_at_half_and_double_speed() -> None:
    """Worked out on paper: U is 0101010101 on the line, from the start bit to the stop bit."""
    # At half the speed each bit lasts two: 0 01100110 without stop bit, 11, 0 0110011, quiet.
    assert misread(b"U", L4800, L9600) == bytes([0b01100110, 0b11100110])
    # At double speed nine low bits are four and a half: the start bit and three of the data.
    assert misread(b"\x00", L19200, L9600) == bytes([0b11111000])


def test_a_wrong_parity_is_overlooked_as_a_raw_port_does() -> None:
    even, odd = LineSettings(9600, parity=Parity.EVEN), LineSettings(9600, parity=Parity.ODD)
    assert misread(b"vital signs", even, odd) == b"vital signs"
