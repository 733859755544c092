from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.counted_framing import JUNK_PER_ERROR, CountedFramer, FoundOrWrong, Junk
from devices.errors import ChecksumError, FramingError


def two_byte_head() -> CountedFramer:
    """55 AA N ... : N from itself on, and from N on all bytes make FF."""
    return CountedFramer(head=b"\x55\xaa", least=3, most=64, more=2, sum_is=0xFE)


def one_byte_head() -> CountedFramer:
    """3E length ... : all bytes make 0."""
    return CountedFramer(head=b"\x3e", least=4, most=0x43, more=0, sum_is=0)


ECG = bytes.fromhex("55 AA 0A 01 80 80 80 80 80 80 80 74")
SPO2 = bytes.fromhex("55 AA 06 04 00 61 47 4D")
PRESSURE = bytes.fromhex("3E 05 02 01 BA")
DONE = bytes.fromhex("3E 04 4B 73")


def frames(cuts: list[FoundOrWrong]) -> list[bytes]:
    return [cut for cut in cuts if isinstance(cut, bytes)]


def errors(cuts: list[FoundOrWrong]) -> list[type]:
    return [type(cut) for cut in cuts if not isinstance(cut, bytes)]


def test_frames_of_both_published_rules_are_cut() -> None:
    assert two_byte_head().feed(ECG + SPO2) == [ECG, SPO2]
    assert one_byte_head().feed(PRESSURE + DONE) == [PRESSURE, DONE]


def test_a_damaged_frame_is_said_and_the_next_one_is_found() -> None:
    damaged = ECG[:5] + b"\x81" + ECG[6:]
    cuts = two_byte_head().feed(damaged + SPO2)
    assert errors(cuts) == [ChecksumError]
    assert frames(cuts) == [SPO2]


def test_a_frame_inside_a_false_one_is_found() -> None:
    cuts = two_byte_head().feed(b"\x55\xaa\x14\x99" + ECG + SPO2 + SPO2)
    assert frames(cuts) == [ECG, SPO2, SPO2]


@pytest.mark.parametrize("says", [0, 2, 65, 255])
def test_a_length_that_cannot_be_is_no_head(says: int) -> None:
    cuts = two_byte_head().feed(bytes([0x55, 0xAA, says]) + SPO2)
    assert errors(cuts) == [FramingError]
    assert frames(cuts) == [SPO2]


def test_half_a_head_at_the_end_is_kept() -> None:
    framer = two_byte_head()
    assert framer.feed(b"\x00\x55") == [FramingError("byte 00 stands where a frame should start")]
    assert framer.feed(SPO2[1:]) == [SPO2]


def test_half_a_frame_is_forgotten_on_reset() -> None:
    framer = two_byte_head()
    framer.feed(ECG[:7])
    framer.reset()
    assert framer.feed(SPO2) == [SPO2]


def test_junk_is_one_error_at_once_and_then_one_for_each_kilobyte() -> None:
    junk = Junk()
    said = [len(junk.dropped(b"x")) for _ in range(JUNK_PER_ERROR * 2 + 1)]
    assert [place for place, count in enumerate(said) if count] == [
        0,
        JUNK_PER_ERROR,
        JUNK_PER_ERROR * 2,
    ]
    junk.over()
    assert junk.dropped(b"\x07x") == [FramingError("byte 07 stands where a frame should start")]


@pytest.mark.parametrize("make", [two_byte_head, one_byte_head])
@given(
    parts=st.lists(
        st.sampled_from([ECG, SPO2, PRESSURE, DONE, b"\x55", b"\x55\xaa", b"\x3e"])
        | st.binary(max_size=80)
    ),
    data=st.data(),
)
def test_how_it_was_cut_does_not_matter(
    make: Callable[[], CountedFramer], parts: list[bytes], data: st.DataObject
) -> None:
    wire = b"".join(parts)
    places = sorted(data.draw(st.lists(st.integers(0, len(wire)))))
    framer = make()
    cuts = [c for a, b in pairwise([0, *places, len(wire)]) for c in framer.feed(wire[a:b])]
    assert cuts == make().feed(wire)


@given(st.binary(max_size=300))
def test_after_any_noise_the_next_frames_are_found(noise: bytes) -> None:
    framer = two_byte_head()
    framer.feed(noise)
    found = frames(framer.feed(ECG * 10))
    assert len(found) >= 9
    assert set(found[1:]) == {ECG}
