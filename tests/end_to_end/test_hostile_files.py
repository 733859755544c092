"""Files that somebody else made, handed to every command that reads one.

Each is refused in one sentence that names it, soon and in little memory; nothing outside its
folder is touched. What comes over a serial line is tried in `test_garbage.py`.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from real_program import Ran, asked, one_sentence

from data.capture_store import CaptureFile, Piece, pack
from data.capture_store import read as read_capture
from data.connection import transaction
from data.day_list import ListRefused, parse_list
from data.errors import StoreError
from data.vault import connect
from devices.errors import UnknownDriver
from devices.registry import driver_named
from ui.live_marks import LiveMarks
from ui.places import capture_path
from ui.profiles import clinics_own
from ui.recording import RecordingError, read_recording
from ui.requests import WrongEntry

MOST_MEMORY = 200_000_000
HEADER = "t_seconds,hr,sbp,dbp,map,spo2\n"


@contextmanager
def in_little_memory() -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    finally:
        tracemalloc.stop()


def refused(ran: Ran, *names: object) -> None:
    assert ran.code in {1, 2}
    assert one_sentence(ran.err)
    for name in names:
        assert str(name) in ran.err


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


# ---- recordings and raw files -------------------------------------------------------------------

RECORDINGS: dict[str, bytes] = {
    "too-many-rows": HEADER.encode() + b"1\n" * 200_001,
    "too-large": HEADER.encode() + b"1,80,,,,\n" * 2_300_000,
    "one-endless-cell": HEADER.encode() + b'"' + b"x" * 500_000,
    "no-number": HEADER.encode() + b"1,eighty,,,,\n",
    "infinite": HEADER.encode() + b"1e999,80,,,,\n",
    "a-long-number": HEADER.encode() + b"9" * 5_000 + b",80,,,,\n",
    "a-month": HEADER.encode() + b"0,80,,,,\n9e6,80,,,,\n",
    "the-end-of-time": HEADER.encode() + b"1e300,80,,,,\n",
    "no-columns": b"t_seconds\n1\n",
    "nothing": b"t_seconds",
}


@pytest.mark.parametrize("name", RECORDINGS)
def test_a_hostile_recording_is_refused_by_name(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, "hostile.csv", RECORDINGS[name])
    with in_little_memory():
        ran = asked("replay", path)
    refused(ran, path)
    assert len(ran.err) < 1000


def test_a_recording_with_the_seconds_of_unix_is_no_hostile_one(tmp_path: Path) -> None:
    path = written(tmp_path, "unix.csv", HEADER + "1760000000,80,,,,\n1760000001,80,,,,\n")
    assert asked("replay", path).code == 0


@given(st.binary(max_size=300) | st.text('0123456789,.\n"-e=', max_size=300).map(str.encode))
def test_any_bytes_are_a_recording_or_are_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = written(tmp_path_factory.mktemp("csv"), "any.csv", HEADER.encode() + content)
    try:
        assert read_recording(path).rows
    except RecordingError as error:
        assert str(path) in str(error)  # noqa: PT017 -- either is right


@pytest.mark.skipif(sys.platform == "win32", reason="needs a device without an end")
def test_a_raw_file_without_an_end_is_refused(tmp_path: Path) -> None:
    endless = tmp_path / "endless.raw"
    endless.symlink_to("/dev/zero")
    ran = asked("decode", "--driver", "ivy-450c", endless)
    refused(ran, endless)


def test_what_a_monitor_says_is_no_formula_for_whoever_opens_the_table(tmp_path: Path) -> None:
    text = '[[message]]\npattern = "HR=(?P<hr>\\\\S+)"\n[fields.hr]\nsign = "hr"\n'
    driver = written(tmp_path, "own.toml", text)
    raw = written(tmp_path, "line.raw", b"=cmd|' /C calc'!A0\r\nHR=@SUM(1)\r\n")
    ran = asked("decode", "--driver", f"line:{driver}", raw)
    for line in ran.out.splitlines()[1:]:
        for cell in line.split(","):
            assert not cell.strip('"').startswith(("=", "+", "@"))


# ---- captures -----------------------------------------------------------------------------------


def capture_with(folder: Path, packed: bytes) -> Path:
    path = folder / "hostile.capture"
    CaptureFile.open(path).close()
    connection = connect(path, None, read_only=False)
    try:
        with transaction(connection):
            connection.execute(
                "INSERT INTO pieces (run, wire_bytes, packed) VALUES (1, 1, ?)", (packed,)
            )
    finally:
        connection.close()
    return path


def head(**changes: object) -> bytes:
    usual: dict[str, object] = {
        "device": ["device:ivy-450c"], "ms": [1], "who": [0], "way": ["rx"], "size": [3],
    }  # fmt: skip
    return zlib.compress(json.dumps({**usual, **changes}).encode() + b"\nabc")


PACKED: dict[str, Callable[[], bytes]] = {
    "a-bomb": lambda: zlib.compress(b"\0" * 300_000_000, 9),
    "a-deep-head": lambda: zlib.compress(b"[" * 200_000 + b"\nabc"),
    "a-list-for-a-head": lambda: zlib.compress(b"[1]\nabc"),
    "a-negative-size": lambda: head(size=[-3]),
    "more-than-there-is": lambda: head(size=[10**12]),
    "no-such-device": lambda: head(who=[7]),
    "the-last-device": lambda: head(who=[-1]),
    "a-nameless-device": lambda: head(device=[None]),
    "the-end-of-time": lambda: head(ms=[10**30]),
    "half-a-millisecond": lambda: head(ms=[0.5]),
    "torn": lambda: head(way=["rx", "rx"]),
    "a-strange-way": lambda: head(way=["sideways"]),
    "no-driver": lambda: head(device=["device:../../x"]),
    "not-packed": lambda: b"abc",
    "empty": lambda: b"",
}


@pytest.mark.parametrize("name", PACKED)
def test_a_hostile_capture_is_refused_by_name(tmp_path: Path, name: str) -> None:
    path = capture_with(tmp_path, PACKED[name]())
    with in_little_memory():
        for command in (("replay", path), ("decode", "--driver", "ivy-450c", path)):
            ran = asked(*command)
            assert ran.code in {0, 1, 2}
            assert ran.code == 0 or one_sentence(ran.err)
    refused(asked("replay", path))


@given(st.data())
def test_a_damaged_row_of_a_capture_is_read_or_is_a_store_error(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    packed = bytearray(pack([Piece(1.0, "device:ivy-450c", "rx", b"HR=80\r\n" * 5)]))
    for _ in range(data.draw(st.integers(1, 4))):
        packed[data.draw(st.integers(0, len(packed) - 1))] = data.draw(st.integers(0, 255))
    path = capture_with(tmp_path_factory.mktemp("capture"), bytes(packed))
    try:
        list(read_capture(path))
    except StoreError as error:
        assert str(path) in str(error)  # noqa: PT017 -- either is right


# ---- settings, descriptions, lists --------------------------------------------------------------

TOML: dict[str, bytes] = {
    "too-large": b"# " + b"x" * 900 + b"\n" * 70_000,
    "a-long-key": b"a." * 100_000 + b"a = 1",
    "deep": b"a = " + (b"[" * 900 + b"\n") * 4,
    "a-long-number": b"a = " + b"9" * 20_000,
    "no-text": b"\xff\xfe\x00",
    "a-number-for-a-table": b"quiet = 1",
}


@pytest.mark.parametrize("name", TOML)
def test_hostile_profiles_are_refused_by_name(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, "profiles.toml", TOML[name])
    with in_little_memory(), pytest.raises(WrongEntry, match=r"profiles\.toml"):
        clinics_own(path)


@pytest.mark.parametrize("name", TOML)
def test_a_hostile_description_of_a_monitor_is_refused_by_name(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, "own.toml", TOML[name])
    with in_little_memory(), pytest.raises(UnknownDriver, match=r"own\.toml"):
        driver_named(f"line:{path}")


@pytest.mark.parametrize("where", ["", "\0", "~nobody-of-this-name/x.toml", "/", "x" * 5000])
def test_a_place_that_cannot_be_is_refused(where: str) -> None:
    with pytest.raises(UnknownDriver):
        driver_named(f"line:{where}")


tables = st.dictionaries(
    st.sampled_from(["line", "fields", "message", "cuff", "poll", "ignore", "x"]),
    st.sampled_from(["1", "[]", "{}", "'x'", "[{}]", "[[1]]", "{a = {b = 1}}", "1e999", "-0"]),
    max_size=4,
)


@given(tables, st.booleans())
def test_any_table_is_a_description_or_profiles_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, table: dict[str, str], as_profiles: bool
) -> None:
    text = "\n".join(f"{key} = {value}" for key, value in table.items())
    path = written(tmp_path_factory.mktemp("toml"), "any.toml", text)
    try:
        if as_profiles:
            clinics_own(path)
        else:
            driver_named(f"line:{path}")
    except (WrongEntry, UnknownDriver) as error:
        assert "any.toml" in str(error)  # noqa: PT017 -- either is right


@given(st.binary(max_size=400) | st.text('abc,;"\n\t=\0é', max_size=400).map(str.encode))
def test_any_bytes_are_a_list_of_the_day_or_are_refused(content: bytes) -> None:
    for body in (content, b"patient_id,at,chair\n" + content):
        try:
            entries = parse_list(body, lambda _name: False)
        except ListRefused as error:
            assert error.wrong  # noqa: PT017 -- either is right
        else:
            assert all(entry.patient_id for entry in entries)


# ---- where things are written -------------------------------------------------------------------


def test_a_session_id_that_is_a_path_stays_in_its_folder(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    victim = written(tmp_path, "victim.live", b"keep me")
    marks = LiveMarks(home)
    for session_id in ("../../victim", "../victim", str(tmp_path / "victim"), "..", "a/b"):
        assert capture_path(home / "record.db", session_id).parent == home
        assert not marks.elsewhere(session_id)
        assert marks.hold(session_id)
    marks.let_all_go()
    assert victim.read_bytes() == b"keep me"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "victim.live"]


def test_random_files_are_refused_by_every_reader_of_a_record(tmp_path: Path) -> None:
    dice = random.Random(20)
    for turn in range(25):
        content = dice.randbytes(dice.randrange(3000))
        for name in ("x.capture", "x.db"):
            path = written(tmp_path, f"{turn}-{name}", content)
            ran = asked("replay", path) if name == "x.capture" else asked("verify", "--db", path)
            refused(ran)
    assert not [name for name in os.listdir(tmp_path) if name.endswith("-journal")]
