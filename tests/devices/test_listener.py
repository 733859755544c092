"""What every monitor that only talks has in common."""

from __future__ import annotations

from collections.abc import Iterator

from devices.errors import ContentError, FramingError
from devices.framing import LineFramer
from devices.listener import Listener
from devices.session import DeviceEvent
from monitor.vitals import Reading, VitalSign


class Counter(Listener):
    """Says each line's number as a heart rate; a line that is no number is not possible."""

    def __init__(self) -> None:
        super().__init__(LineFramer(ends=b"\r", max_frame=8))
        self.openings = 0

    def _reopened(self) -> None:
        self.openings += 1

    def _understand(self, frame: bytes, at: float) -> Iterator[DeviceEvent]:
        if not frame.isdigit():
            raise ContentError(f"not a number: {frame!r}")
        self._frames += 1
        yield Reading(VitalSign.HR, float(frame) + at, "device:test")


def rate(value: float) -> Reading:
    return Reading(VitalSign.HR, value, "device:test")


def test_whole_lines_are_understood_in_their_order() -> None:
    counter = Counter()
    assert list(counter.receive(b"60\r6", 0.0)) == [rate(60.0)]
    assert list(counter.receive(b"1\r62\r", 1.0)) == [rate(62.0), rate(63.0)]
    assert counter.frames == 3


def test_an_impossible_line_is_an_error_in_its_place_and_no_frame() -> None:
    counter = Counter()
    heard = list(counter.receive(b"60\rsixty\r61\r", 0.0))
    assert heard == [rate(60.0), ContentError("not a number: b'sixty'"), rate(61.0)]
    assert counter.frames == 2


def test_what_cannot_be_cut_is_an_error_too() -> None:
    heard = list(Counter().receive(b"0123456789\r60\r", 0.0))
    assert isinstance(heard[0], FramingError)
    assert heard[-1] == rate(60.0)


def test_half_a_line_is_forgotten_when_the_port_opens_again() -> None:
    counter = Counter()
    counter.receive(b"60", 0.0)
    assert counter.opened(1.0) == b""
    assert list(counter.receive(b"61\r", 0.0)) == [rate(61.0)]
    assert counter.openings == 1


def test_it_never_wants_to_send() -> None:
    counter = Counter()
    assert counter.due(1e9) == b""
    assert counter.wake_at() is None
