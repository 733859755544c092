from pathlib import Path

import pytest
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from data.errors import NotEncrypted, StoreForeign, StoreUnwritable, WrongKey
from data.journal_file import HEAD_BYTES, Sealer, parse, read
from data.vault import derive_key
from monitor.vitals import WaveChunk
from tests.data.record_examples import NAME, REMARK, course, sessions, start_anchor

KEY = bytes(range(32))
OTHER = bytes(range(1, 33))
PLACE = Path("journal-of-a-test")


def made(frames, key=KEY):
    """The bytes of a file, and where each of its frames ends."""
    sealer = Sealer(key, 0)
    data, ends = sealer.head, []
    for lines in frames:
        data += sealer.frame(lines)
        ends.append(len(data))
    return data, ends


def in_frames(lines, size=3):
    return [lines[at : at + size] for at in range(0, len(lines), size)]


LINES = [start_anchor(), *course(seconds=6)]
FRAMES = in_frames(LINES)
SEALED, ENDS = made(FRAMES)


def lines_of(frames):
    return tuple(line for frame in frames for line in frame)


@given(sessions(), st.sampled_from([KEY, None]))
def test_what_is_sealed_is_what_is_read(entries, key):
    kept = [one for one in entries if not isinstance(one.what, WaveChunk)]
    data, _ends = made(in_frames([start_anchor(), *kept]), key)
    found = parse(data, key, PLACE)
    assert list(found.lines) == [start_anchor(), *kept]
    assert (found.lost, found.torn) == (0, False)


@given(st.integers(0, len(SEALED)))
def test_a_file_cut_at_any_length_gives_every_whole_frame(length):
    found = parse(SEALED[:length], KEY, PLACE)
    whole = sum(1 for end in ENDS if end <= length)
    assert found.lines == lines_of(FRAMES[:whole])
    assert found.lost == 0
    assert found.torn == (length not in {HEAD_BYTES, *ENDS})


@given(st.integers(HEAD_BYTES, len(SEALED) - 1), st.integers(1, 255))
def test_a_flipped_byte_costs_its_own_frame_and_no_other(place, bits):
    data = bytearray(SEALED)
    data[place] ^= bits
    found = parse(bytes(data), KEY, PLACE)
    hit = next(number for number, end in enumerate(ENDS) if place < end)
    assert found.lines == lines_of(FRAMES[:hit] + FRAMES[hit + 1 :])
    assert found.lost == (1 if hit < len(FRAMES) - 1 else 0)
    assert found.torn == (hit == len(FRAMES) - 1)


@share_of_examples(0.3)
@given(st.data())
def test_frames_that_were_swapped_repeated_or_removed_are_not_believed(data):
    starts = [HEAD_BYTES, *ENDS]
    pieces = [SEALED[a:b] for a, b in zip(starts, ENDS, strict=False)]
    order = data.draw(st.lists(st.integers(0, len(pieces) - 1), max_size=len(pieces) + 2))
    found = parse(SEALED[:HEAD_BYTES] + b"".join(pieces[at] for at in order), KEY, PLACE)
    given_lines = [line for frame in FRAMES for line in frame]
    assert [line for line in given_lines if line in found.lines] == list(found.lines)
    if order != list(range(len(order))):
        assert found.lost or found.torn


def test_a_frame_of_another_file_is_not_believed():
    other, ends = made(FRAMES)
    mixed = SEALED[: ENDS[0]] + other[ends[0] : ends[1]] + SEALED[ENDS[1] :]
    found = parse(mixed, KEY, PLACE)
    assert found.lines == lines_of(FRAMES[:1] + FRAMES[2:])
    assert found.lost == 1


@pytest.mark.parametrize("key", [OTHER, None])
def test_another_key_says_so(key):
    with pytest.raises(WrongKey, match=str(PLACE)):
        parse(SEALED, key, PLACE)


def test_the_salt_does_not_matter_to_who_may_read():
    data, _ends = made(FRAMES, KEY + b"s" * 16)
    assert data[:16] == b"s" * 16
    assert parse(data, KEY, PLACE).lines == tuple(LINES)


def test_the_passphrase_opens_a_journal_whose_record_is_gone(tmp_path):
    record = tmp_path / "record.db"
    data, _ends = made(FRAMES, derive_key("correct horse", record))
    path = tmp_path / "one.jnl"
    path.write_bytes(data)
    assert read(path, derive_key("correct horse", path)).lines == tuple(LINES)


def test_a_journal_in_clear_is_not_taken_for_that_of_a_sealed_record():
    data, _ends = made(FRAMES, None)
    with pytest.raises(NotEncrypted):
        parse(data, KEY, PLACE)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_or_empty(data):
    try:
        found = parse(data, KEY, PLACE)
    except (StoreForeign, WrongKey):
        return
    assert found.lines == ()


def test_nothing_about_the_patient_can_be_read():
    assert NAME.encode() not in SEALED
    assert REMARK.encode() not in SEALED


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(StoreUnwritable, match=r"gone\.jnl"):
        read(tmp_path / "gone.jnl", KEY)


def test_two_files_never_share_a_key():
    assert made(FRAMES)[0][HEAD_BYTES:] != SEALED[HEAD_BYTES:]
