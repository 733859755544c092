"""A few seconds out of the black box: the same bytes as by reading all of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.capture_store import CaptureFile, Piece, read
from data.capture_window import window
from data.connection import transaction
from data.errors import StoreDamaged, StoreMissing, WrongKey
from data.vault import connect

KEY = bytes(range(32))


def line(at_s: float, device: str = "ivy-450c") -> Piece:
    return Piece(at_s, device, "rx", f"$HR,{at_s:07.1f}*4F\r\n".encode())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "session.capture"
    file = CaptureFile.open(made, KEY)
    for start in range(0, 1200, 5):
        file.add([line(float(at)) for at in range(start, start + 5)])
    file.close()
    return made


def test_the_pieces_of_a_moment_are_those_of_the_whole_file(path: Path) -> None:
    whole = [Piece(*row) for row in read(path, KEY)]
    found = window(path, KEY, 611.0, 615.0)
    assert [one.piece for one in found.pieces] == [p for p in whole if 611 <= p.at <= 615]
    before = sum(len(piece.data) for piece in whole if piece.at < 611)
    assert found.pieces[0].offset == before
    assert found.total == sum(len(piece.data) for piece in whole)


@given(
    st.lists(st.floats(0.0, 900.0, width=32), min_size=1, max_size=40),
    st.floats(0.0, 900.0),
    st.floats(0.0, 60.0),
)
@settings(max_examples=25, deadline=None)
def test_any_window_of_any_recording_is_what_lies_in_it(
    tmp_path_factory: pytest.TempPathFactory, moments: list[float], from_s: float, lasts_s: float
) -> None:
    path = tmp_path_factory.mktemp("window") / "any.capture"
    file = CaptureFile.open(path)
    for at_s in sorted(moments):
        file.add([line(round(at_s, 3))])
    file.close()
    wanted = [Piece(*row) for row in read(path) if from_s <= row[0] <= from_s + lasts_s]
    assert [one.piece for one in window(path, None, from_s, from_s + lasts_s).pieces] == wanted


def test_a_session_that_went_on_after_a_break_is_one_course_of_time(path: Path) -> None:
    again = CaptureFile.open(path, KEY)
    again.add([line(2000.0), line(2001.0)])
    again.close()
    found = window(path, KEY, 1999.0, 2002.0)
    assert [one.piece.at for one in found.pieces] == [2000.0, 2001.0]
    assert window(path, KEY, 1300.0, 1900.0).pieces == ()


def test_what_the_cap_has_cost_is_counted_in_the_offset(tmp_path: Path) -> None:
    path = tmp_path / "small.capture"
    file = CaptureFile.open(path, None, cap_bytes=60_000)
    for at in range(4000):
        file.add([Piece(float(at * 70), "a", "rx", bytes([at % 251]) * 64 + str(at).encode() * 9)])
    dropped = file.dropped_bytes
    file.close()
    assert dropped > 0
    last = window(path, None, 3999 * 70.0, 4000 * 70.0).pieces[-1]
    assert last.offset + len(last.piece.data) == window(path, None, 0, 1).total
    assert last.offset > dropped


def test_a_capture_that_is_not_there_or_not_ours_is_a_sentence(tmp_path: Path, path: Path) -> None:
    with pytest.raises(StoreMissing, match="were not kept there"):
        window(tmp_path / "none.capture", KEY, 0.0, 1.0)
    with pytest.raises(WrongKey):
        window(path, bytes(32), 0.0, 1.0)


def test_a_torn_row_says_which_one_and_the_others_are_still_read(path: Path) -> None:
    connection = connect(path, KEY, read_only=False)
    with transaction(connection):
        connection.execute(
            "UPDATE pieces SET packed = x'00' WHERE n = (SELECT max(n) FROM pieces)"
        )
    connection.close()
    with pytest.raises(StoreDamaged, match="look at another moment"):
        window(path, KEY, 1190.0, 1199.0)
    assert window(path, KEY, 60.0, 61.0).pieces
