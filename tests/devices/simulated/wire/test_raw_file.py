import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.wire.raw_file import RawFileMonitor


def play(monitor: RawFileMonitor, until: float) -> bytes:
    wire = b""
    while (at := monitor.wake_at()) <= until:
        piece = monitor.due(at)
        assert piece
        wire += piece
    return wire


def test_a_recording_takes_as_long_as_it_took() -> None:
    data = bytes(range(256)) * 22
    monitor = RawFileMonitor(data, 562.0)
    first = play(monitor, 5.0)
    assert len(first) == pytest.approx(5 * 562, abs=30)
    assert first + play(monitor, 60.0) == data


def test_when_it_is_over_there_is_silence() -> None:
    monitor = RawFileMonitor(b"abc", 100.0)
    assert play(monitor, 1.0) == b"abc"
    assert monitor.wake_at() == math.inf
    assert monitor.due(99.0) == b""


def test_it_answers_nobody() -> None:
    monitor = RawFileMonitor(b"", 100.0)
    monitor.receive(b" NA!2\r", 1.0)
    assert monitor.wake_at() == math.inf


@given(st.binary(max_size=2000), st.floats(1.0, 100_000.0))
def test_every_byte_is_played_once_and_in_its_order(data: bytes, bytes_per_s: float) -> None:
    assert play(RawFileMonitor(data, bytes_per_s), 1e9) == data


def test_a_call_that_comes_late_plays_what_was_due() -> None:
    monitor = RawFileMonitor(b"x" * 1000, 100.0)
    assert len(monitor.due(5.0)) == 500
    assert monitor.wake_at() > 5.0
