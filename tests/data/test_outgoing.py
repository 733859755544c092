from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.outgoing import write_json, write_whole
from data.outside import small_json

ROOT = Path(__file__).parents[2]


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


@pytest.mark.parametrize("path", [Path("."), Path("/"), Path("a\0b")])
def test_what_is_no_name_for_a_file_is_an_error_of_the_surroundings(path: Path) -> None:
    with pytest.raises(OSError, match="no name for a file"):
        write_whole(path, [b"one"])


FULL = """
import resource, signal, sys
from pathlib import Path
from data.outgoing import write_json, write_whole
from data.outside import small_json
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write_whole(Path(sys.argv[1]), (bytes(1000) for _ in range(int(sys.argv[2]))))
except OSError as error:
    sys.exit(3)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file of a process")
@pytest.mark.parametrize("pieces", [101, 5000])
def test_a_disk_that_takes_no_more_leaves_nothing_half_and_keeps_what_was_there(
    tmp_path: Path, pieces: int
) -> None:
    out = tmp_path / "session.csv"
    out.write_bytes(b"before")
    command = [sys.executable, "-c", FULL, str(out), str(pieces)]
    ran = subprocess.run(command, cwd=ROOT, check=False)
    assert ran.returncode == 3
    assert os.listdir(tmp_path) == ["session.csv"]
    assert out.read_bytes() == b"before"


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="needs a user whom permissions bind"
)
def test_a_folder_that_is_only_read_is_an_error_and_nothing_is_left(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(PermissionError):
            write_whole(tmp_path / "session.csv", [b"one"])
        assert os.listdir(tmp_path) == []
    finally:
        tmp_path.chmod(0o700)


def test_settings_are_whole_in_a_folder_that_was_not_there(tmp_path: Path) -> None:
    path = tmp_path / "home" / "clinic.json"
    for content in ({"name": "Praxis Süd", "minutes": 5}, {"name": "half a letter \udc80"}):
        write_json(path, content)
        assert small_json(path, 1000) == content
    assert [left.name for left in path.parent.iterdir()] == ["clinic.json"]
