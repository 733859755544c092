"""The demo without a display: what it leaves, and that the same seed leaves the same."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from real_program import Ran, asked, chairside, command_line, exported

from monitor.outcomes import AlarmChanged
from ui.black_box import raw_bytes
from ui.places import open_record

SCENARIO = "S5"
"""Has a high alarm."""
PICTURES = ("baseline", "high-alarm", "peak", "recovery", "review")


@dataclass(frozen=True, slots=True)
class Left:
    folder: Path
    ran: Ran

    @property
    def db(self) -> Path:
        return next(iter(self.folder.glob("*.db")))

    @property
    def session(self) -> str:
        return self.ran.last_line

    @property
    def wire(self) -> bytes:
        (capture,) = self.folder.glob("*.capture")
        return raw_bytes(capture)

    @property
    def judged(self) -> str:
        return asked("replay", self.session, "--db", self.db).out

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        rows = exported(self.session, self.db, self.folder)
        return [(row["t_seconds"], row["sign"], row["value"]) for row in rows]


@pytest.fixture(scope="module")
def left() -> Iterator[dict[str, Left]]:
    """Two demos at the same time, in processes of their own."""
    with tempfile.TemporaryDirectory() as name:
        folders = {key: Path(name) / key for key in ("one", "same")}
        demos = {
            key: subprocess.Popen(
                command_line(("demo", "--headless", "--scenario", SCENARIO, "--out", folder)),
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )
            for key, folder in folders.items()
        }  # fmt: skip
        ran = {}
        for key, demo in demos.items():
            out, err = demo.communicate(timeout=170)
            ran[key] = Ran(demo.returncode, out, err)
        yield {key: Left(folders[key], ran[key]) for key in folders}


def test_it_leaves_one_database_the_raw_bytes_and_the_pictures(left: dict[str, Left]) -> None:
    one = left["one"]
    assert one.ran.code == 0, one.ran.err
    assert one.ran.err == ""
    assert len(list(one.folder.glob("*.db"))) == 1
    assert len(list(one.folder.glob("*.capture"))) == 1
    names = [path.name for path in one.folder.glob("*.png")]
    assert [word for word in PICTURES if not any(word in name for name in names)] == []
    assert all((one.folder / name).read_bytes().startswith(b"\x89PNG") for name in names)
    assert str(one.folder) in one.ran.out


def test_it_says_whether_the_record_is_encrypted(left: dict[str, Left]) -> None:
    assert "not encrypted" in left["one"].ran.out


def test_what_it_leaves_is_a_session_like_any_other(left: dict[str, Left]) -> None:
    one = left["one"]
    assert one.session in asked("sessions", "--db", one.db).out
    assert asked("verify", "--db", one.db).code == 0
    assert '"sbp-extreme"' in one.judged


def test_the_same_seed_puts_the_same_bytes_on_the_wire(left: dict[str, Left]) -> None:
    assert left["one"].wire == left["same"].wire != b""


def test_the_same_seed_raises_the_same_alarms(left: dict[str, Left]) -> None:
    assert left["one"].judged == left["same"].judged != ""


def test_the_record_replays_to_the_alarms_that_were_given(left: dict[str, Left]) -> None:
    one = left["one"]
    store = open_record(one.db, read_only=True)
    try:
        given = [
            (round(entry.now_s, 3), entry.what.alarm, entry.what.state.value)
            for entry in store.entries(one.session)
            if isinstance(entry.what, AlarmChanged)
        ]
    finally:
        store.close()
    lines = asked("replay", one.session, "--db", one.db).alarms
    assert [(line["t_s"], line["alarm"], line["state"]) for line in lines] == given != []


def test_the_same_seed_records_the_same_values(left: dict[str, Left]) -> None:
    assert left["one"].rows == left["same"].rows
    assert len(left["one"].rows) > 1000


def test_another_demo_in_the_folder_replaces_the_first_and_another_seed_differs(
    tmp_path: Path,
) -> None:
    keep = tmp_path / "mine.txt"
    keep.write_text("not the demo's", encoding="utf-8")
    wires = []
    for seed in (1, 2):
        ran = chairside(
            "demo", "--headless", "--scenario", "S20", "--seed", seed, "--out", tmp_path
        )
        assert ran.code == 0, ran.err
        assert len(list(tmp_path.glob("*.db"))) == 1
        wires.append(Left(tmp_path, ran).wire)
    assert wires[0] != wires[1]
    assert keep.read_text(encoding="utf-8") == "not the demo's"


@pytest.mark.skipif(sys.platform != "linux", reason="needs a system with a display server")
@pytest.mark.parametrize("arguments", [(), ("demo",)])
def test_without_a_display_the_window_says_so_in_a_sentence(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    ran = chairside(*arguments)
    assert ran.code == 1
    assert ran.err.splitlines() == [ran.err.strip()]
    assert "--headless" in ran.err
