from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.errors import FramingError
from devices.framing import Cut, LineFramer, MarkedFramer

Framer = LineFramer | MarkedFramer


def lines() -> LineFramer:
    return LineFramer(ends=b"\r\n", max_frame=16)


def marked() -> MarkedFramer:
    """Frames like ``<<xxx...>`` whose first four bytes after the start may hold anything."""
    return MarkedFramer(start=b"<<", stop=b">", body_from=6, max_frame=16)


def cuts_of(framer: Framer, chunks: Sequence[bytes]) -> list[Cut]:
    return [cut for chunk in chunks for cut in framer.feed(chunk)]


def frames_of(framer: Framer, *chunks: bytes) -> list[bytes]:
    return [cut for cut in cuts_of(framer, chunks) if isinstance(cut, bytes)]


def chunked(wire: bytes, cuts: list[int]) -> list[bytes]:
    return [wire[a:b] for a, b in pairwise([0, *sorted(cuts), len(wire)])]


def test_a_line_ends_with_any_of_its_ends() -> None:
    assert frames_of(lines(), b"one\rtwo\nthree\r\nfour") == [b"one", b"two", b"three"]


def test_the_spaces_of_a_line_belong_to_it() -> None:
    assert frames_of(lines(), b" a \r") == [b" a "]


def test_a_line_that_does_not_end_is_one_error_and_the_next_is_understood() -> None:
    cuts = cuts_of(lines(), [b"x" * 10] * 10 + [b"\rgood\r"])
    assert cuts == [FramingError("no line end within 16 bytes"), b"good"]


def test_the_longest_line_is_still_a_line() -> None:
    assert cuts_of(lines(), [b"x" * 16, b"\r"]) == [b"x" * 16]


def test_half_a_line_is_forgotten_when_the_port_was_reopened() -> None:
    framer = lines()
    framer.feed(b"half of an old")
    framer.reset()
    assert framer.feed(b"new\r") == [b"new"]


def test_a_stop_byte_in_the_fixed_part_does_not_end_a_frame() -> None:
    assert frames_of(marked(), b"<<>>>>xy>") == [b"<<>>>>xy>"]


def test_bytes_before_a_frame_are_one_error_at_the_first_of_them() -> None:
    framer = marked()
    assert framer.feed(b"z") == [FramingError("byte 7a stands where a frame should start")]
    assert framer.feed(b"yx<<1234>") == [b"<<1234>"]


def test_endless_noise_is_said_again_from_time_to_time() -> None:
    assert len(cuts_of(marked(), [b"z"] * 48)) == 3


def test_a_new_start_means_that_the_frame_before_broke_off() -> None:
    assert marked().feed(b"<<12<<5678>") == [
        FramingError("a frame broke off after 4 bytes"),
        b"<<5678>",
    ]


def test_a_frame_that_does_not_end_is_one_error_and_the_next_is_understood() -> None:
    cuts = marked().feed(b"<<1234" + b"x" * 10 + b"<<5678>")
    assert cuts == [FramingError("no frame end within 16 bytes"), b"<<5678>"]


def test_half_a_frame_is_forgotten_when_the_port_was_reopened() -> None:
    framer = marked()
    framer.feed(b"<<123")
    framer.reset()
    assert framer.feed(b"<<5678>") == [b"<<5678>"]


@pytest.mark.parametrize("new", [lines, marked])
@given(
    parts=st.lists(
        st.sampled_from([b"<", b"<<", b">", b"\r", b"\n", b"<<1234>", b"<<12", b"x" * 9])
        | st.binary(max_size=20)
    ),
    data=st.data(),
)
def test_how_the_bytes_were_cut_does_not_matter(
    new: Callable[[], Framer], parts: list[bytes], data: st.DataObject
) -> None:
    wire = b"".join(parts)
    cuts = data.draw(st.lists(st.integers(0, len(wire))))
    whole = cuts_of(new(), [wire])
    assert cuts_of(new(), chunked(wire, cuts)) == whole
    assert cuts_of(new(), [wire[i : i + 1] for i in range(len(wire))]) == whole


@given(st.lists(st.sampled_from([b"<", b"<<", b">", b"<<1"]) | st.binary(max_size=30)))
def test_a_whole_frame_is_found_after_any_noise(noise: list[bytes]) -> None:
    assert frames_of(marked(), *noise, b"<<5678>")[-1:] == [b"<<5678>"]


@given(st.lists(st.binary(max_size=60)))
def test_no_byte_of_a_frame_is_invented(chunks: list[bytes]) -> None:
    wire = b"".join(chunks)
    assert all(frame in wire for frame in frames_of(marked(), *chunks))
    assert all(frame in wire for frame in frames_of(lines(), *chunks))
