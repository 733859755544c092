import json
import os
import sys
import tracemalloc
import zlib
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.outside import (
    LONGEST_QUOTE,
    TooLarge,
    inflate,
    name_in_folder,
    on_calendar,
    quoted,
    read_at_most,
    small_json,
)


def test_a_file_is_read_up_to_the_limit_and_not_beyond(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"x" * 100)
    assert read_at_most(path, 100) == b"x" * 100
    with pytest.raises(TooLarge, match="99"):
        read_at_most(path, 99)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a device without an end")
def test_a_device_that_never_ends_is_too_large():
    with pytest.raises(TooLarge):
        read_at_most(Path("/dev/zero"), 1000)


@given(st.binary(max_size=3000))
def test_what_was_deflated_comes_back(data):
    assert inflate(zlib.compress(data), 3000) == data


@given(st.binary(min_size=1, max_size=300), st.integers(1, 200))
def test_a_limit_is_a_limit(data, most):
    packed = zlib.compress(data)
    if len(data) <= most:
        assert inflate(packed, most) == data
    else:
        with pytest.raises(TooLarge):
            inflate(packed, most)


def test_a_bomb_is_not_unpacked_to_see_that_it_is_one():
    bomb = zlib.compress(b"\0" * 100_000_000, 9)
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge):
            inflate(bomb, 1_000_000)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 20_000_000


@given(st.binary(max_size=60), st.integers(0, 59))
def test_what_is_cut_off_is_not_whole(data, at):
    packed = zlib.compress(data)
    with pytest.raises(zlib.error):
        inflate(packed[: min(at, len(packed) - 5)], 1000)


NOT_OURS = [
    b"",
    b"[1, 2]",
    b"null",
    b"{",
    b'{"a": 1e999, "b": ' + b"9" * 5000 + b"}",
    b"[" * 5000,
    b"\xff\xfe",
    b'{"a": 1}' + b" " * 1000,
]


@pytest.mark.parametrize("content", NOT_OURS)
def test_settings_that_are_none_of_ours_are_as_if_there_were_none(tmp_path, content):
    path = tmp_path / "seat.json"
    path.write_bytes(content)
    assert small_json(path, 900) == {}


def test_settings_are_read(tmp_path):
    path = tmp_path / "seat.json"
    path.write_text(json.dumps({"a": [1]}), encoding="utf-8")
    assert small_json(path, 900) == {"a": [1]}
    assert small_json(tmp_path / "none.json", 900) == {}
    assert small_json(tmp_path, 900) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="needs a named pipe")
def test_a_pipe_in_the_place_of_settings_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "seat.json")
    assert small_json(tmp_path / "seat.json", 900) == {}


ids = st.text(max_size=80) | st.sampled_from(
    [
        "../../x",
        "..",
        ".",
        "",
        "/etc/passwd",
        "C:\\x",
        "a/b",
        "a\\b",
        "nul",
        "COM1",
        "a\0b",
        "x" * 99,
    ]
)


@given(ids)
def test_a_name_out_of_a_file_never_leaves_its_folder(name):
    found = name_in_folder(name)
    for suffix in ("", ".capture"):
        place = Path("folder") / f"{found}{suffix}"
        assert place.parent == Path("folder")
        assert place.resolve().parent == Path("folder").resolve()
        assert PureWindowsPath(f"{found}{suffix}").parts == (f"{found}{suffix}",)
    assert found.isascii()
    assert 0 < len(found) <= 64


@given(ids, ids)
def test_two_ids_have_two_names(one, other):
    assert (name_in_folder(one) == name_in_folder(other)) is (one == other)


def test_an_id_of_ours_is_its_own_name():
    assert name_in_folder("20260115T103207-1a2b3c") == "20260115T103207-1a2b3c"
    assert name_in_folder("NUL") != "NUL"


@given(st.text(max_size=400))
def test_what_is_quoted_is_one_short_line(text):
    said = quoted(text)
    assert len(said) <= LONGEST_QUOTE
    assert len(said.splitlines()) <= 1
    assert quoted("a few words") == "a few words"


@pytest.mark.parametrize(
    ("utc_s", "offset_min", "can_be"),
    [
        (0.0, 0, True),
        (1.76e9, -600, True),
        (1e300, 0, False),
        (-1e9, 0, False),
        (0.0, 10**9, False),
    ],
)
def test_a_moment_that_no_calendar_has_is_none(utc_s, offset_min, can_be):
    assert on_calendar(utc_s, offset_min) is can_be
