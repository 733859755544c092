from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.outgoing import write_whole


def breaking_off() -> Iterator[bytes]:
    yield b"half of it"
    raise RuntimeError("the maker broke off")


def test_a_whole_file_has_its_name_and_its_owner_only(tmp_path: Path) -> None:
    out = tmp_path / "session.csv"
    assert write_whole(out, [b"one\n", b"two\n"]) == 8
    assert out.read_bytes() == b"one\ntwo\n"
    assert os.listdir(tmp_path) == ["session.csv"]
    if sys.platform != "win32":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_what_breaks_off_leaves_nothing_and_keeps_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "session.csv"
    with pytest.raises(RuntimeError):
        write_whole(out, breaking_off())
    assert os.listdir(tmp_path) == []
    out.write_bytes(b"before")
    with pytest.raises(RuntimeError):
        write_whole(out, breaking_off())
    assert out.read_bytes() == b"before"
    assert os.listdir(tmp_path) == ["session.csv"]


def test_a_folder_that_is_not_there_is_an_error_of_the_surroundings(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        write_whole(tmp_path / "nowhere" / "session.csv", [b"one"])
    assert os.listdir(tmp_path) == []
