"""PAR: cutting frames, and reading the reply, without a conversation."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from par_nibp2010_wire import END, FRAMES, NO_FINGER, packet, status

from devices.drivers.par_nibp2010.framing import ParFramer
from devices.drivers.par_nibp2010.status import Status, parse_status
from devices.errors import ChecksumError, ContentError, FramingError

PARTS = [*FRAMES, END, b"\x02", b"\xfd", b"\x55", b"\x55\xaa", b"\x55\xaa\x10", b"\x02S1;"]


def test_all_three_kinds_of_frames_are_cut_from_one_stream() -> None:
    board = status(board=True)
    cuts = ParFramer().feed(END + NO_FINGER + board + END)
    assert cuts == [b"\x02999\x03", NO_FINGER, board[:-1], b"\x02999\x03"]


def test_a_damaged_packet_is_said_and_the_next_is_found() -> None:
    damaged = packet(0, 97, 71)[:-1] + b"\x00"
    cuts = ParFramer().feed(damaged + NO_FINGER)
    assert [type(cut) for cut in cuts] == [ChecksumError, bytes]


def test_text_between_marks_that_do_not_belong_together_is_no_frame() -> None:
    cuts = ParFramer().feed(b"\x02999\xfe\xfd999\x03" + END)
    assert [cut for cut in cuts if isinstance(cut, bytes)] == [b"\x02999\x03"]


@pytest.mark.parametrize("says", [0, 6, 17, 255])
def test_a_packet_of_an_impossible_length_is_junk(says: int) -> None:
    cuts = ParFramer().feed(bytes([0x55, 0xAA, says]) + NO_FINGER)
    assert [type(cut) for cut in cuts] == [FramingError, bytes]


def test_text_that_never_ends_is_junk() -> None:
    cuts = ParFramer().feed(b"\x02" + b"9" * 500 + NO_FINGER)
    assert [type(cut) for cut in cuts] == [FramingError, bytes]


def test_half_a_frame_is_forgotten_on_reset() -> None:
    framer = ParFramer()
    framer.feed(b"\x0299")
    framer.reset()
    assert framer.feed(b"9\x03" + END)[-1] == b"\x02999\x03"


@given(parts=st.lists(st.sampled_from(PARTS) | st.binary(max_size=80)), data=st.data())
def test_how_it_was_cut_does_not_matter(parts: list[bytes], data: st.DataObject) -> None:
    wire = b"".join(parts)
    places = sorted(data.draw(st.lists(st.integers(0, len(wire)))))
    framer = ParFramer()
    cuts = [c for a, b in pairwise([0, *places, len(wire)]) for c in framer.feed(wire[a:b])]
    assert cuts == ParFramer().feed(wire)


def test_the_fields_of_the_reply() -> None:
    assert parse_status(status("P125080090;R---", mode=1, error="09")[1:-2]) == Status(
        state=1, neonatal=True, error=9, sbp=125, dbp=80, mean=90, pulse=None
    )


@pytest.mark.parametrize("body", [b"", b"999", b"S1;A0;C03;M00", b"S1;A0;C03;M00;P12;R075;T;;40"])
def test_what_is_no_reply_is_none(body: bytes) -> None:
    assert parse_status(body) is None


def test_a_reply_with_half_a_number_is_an_error() -> None:
    with pytest.raises(ContentError):
        parse_status(status("P1-5080090;R075")[1:-2])
