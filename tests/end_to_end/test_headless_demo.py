"""The demo without a display: what it leaves, and that the same seed leaves the same."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from real_program import Ran, asked, chairside, command_line, exported

from devices.simulated.scenario import scenario_named
from monitor.outcomes import AlarmChanged
from ui.black_box import raw_bytes
from ui.demo_headless import run_headless
from ui.places import open_record

SCENARIO = "S5"
"""Has a high alarm."""
PICTURES = ("baseline", "high-alarm", "peak", "recovery", "review")


@dataclass(frozen=True)
class Left:
    folder: Path
    session: str

    @property
    def db(self) -> Path:
        return next(iter(self.folder.glob("*.db")))

    @property
    def wire(self) -> bytes:
        (capture,) = self.folder.glob("*.capture")
        return raw_bytes(capture)

    @cached_property
    def replayed(self) -> Ran:
        return asked("replay", self.session, "--db", self.db)

    @property
    def judged(self) -> str:
        return self.replayed.out

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        rows = exported(self.session, self.db, self.folder)
        return [(row["t_seconds"], row["sign"], row["value"]) for row in rows]


@dataclass(frozen=True, slots=True)
class Both:
    """The same session twice: as a program that takes pictures, and by itself without them.

    That no picture changes what is recorded is proved on the way.
    """

    ran: Ran
    one: Left
    same: Left


@pytest.fixture(scope="module")
def both() -> Iterator[Both]:
    """At the same time, in processes of their own: one of them is this one."""
    with tempfile.TemporaryDirectory() as name:
        one, same = Path(name) / "one", Path(name) / "same"
        with subprocess.Popen(
            command_line(("demo", "--headless", "--scenario", SCENARIO, "--out", one)),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        ) as demo:  # fmt: skip
            left = run_headless([scenario_named(SCENARIO)], same, seed=1, window=None)
            out, err = demo.communicate(timeout=170)
        ran = Ran(demo.returncode, out, err)
        yield Both(ran, Left(one, ran.last_line), Left(same, left.sessions[-1]))


def test_it_leaves_one_database_the_raw_bytes_and_the_pictures(both: Both) -> None:
    one = both.one
    assert both.ran.code == 0, both.ran.err
    assert both.ran.err == ""
    assert len(list(one.folder.glob("*.db"))) == 1
    assert len(list(one.folder.glob("*.capture"))) == 1
    names = [path.name for path in one.folder.glob("*.png")]
    assert [word for word in PICTURES if not any(word in name for name in names)] == []
    assert all((one.folder / name).read_bytes().startswith(b"\x89PNG") for name in names)
    assert str(one.folder) in both.ran.out


def test_it_says_whether_the_record_is_encrypted(both: Both) -> None:
    assert "not encrypted" in both.ran.out


def test_what_it_leaves_is_a_session_like_any_other(both: Both) -> None:
    one = both.one
    assert one.session in asked("sessions", "--db", one.db).out
    assert asked("verify", "--db", one.db).code == 0
    assert '"sbp-extreme"' in one.judged


def test_the_same_seed_puts_the_same_bytes_on_the_wire(both: Both) -> None:
    assert both.one.wire == both.same.wire != b""


def test_the_same_seed_raises_the_same_alarms(both: Both) -> None:
    assert both.one.judged == both.same.judged != ""


def test_the_record_replays_to_the_alarms_that_were_given(both: Both) -> None:
    one = both.one
    store = open_record(one.db, read_only=True)
    try:
        given = [
            (round(entry.now_s, 3), entry.what.alarm, entry.what.state.value)
            for entry in store.entries(one.session)
            if isinstance(entry.what, AlarmChanged)
        ]
    finally:
        store.close()
    lines = [(line["t_s"], line["alarm"], line["state"]) for line in one.replayed.alarms]
    assert lines == given != []


def test_the_same_seed_records_the_same_values(both: Both) -> None:
    assert both.one.rows == both.same.rows
    assert len(both.one.rows) > 1000


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
        wires.append(Left(tmp_path, ran.last_line).wire)
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
