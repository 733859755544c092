"""What every command promises: spelling, exit code, columns, one sentence when it cannot."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import wave
from pathlib import Path

import pytest
from real_program import chairside, ivy_frame, one_sentence

from ui.cli import run

COMMANDS = (
    "demo", "train", "devices", "simulate", "record", "decode", "replay", "sessions", "rems",
    "export",
    "dictionary", "sounds",
    "alarm-report", "verify", "backup", "restore", "retention", "rescue", "key", "staff",
)  # fmt: skip
OPTIONS = {
    "demo": (
        "--scenario", "--speed", "--seed", "--chairs", "--practice", "--headless", "--out",
    ),
    "train": (
        "--scenario", "--learner", "--speed", "--seed", "--no-instructor", "--debrief", "--list",
        "--json",
    ),
    "devices": ("--probe", "--json"),
    "simulate": (
        "--driver", "--scenario", "--file", "--speed", "--seed", "--pty", "--link", "--tcp",
        "--seconds",
    ),
    "record": (
        "--port", "--driver", "--seconds", "--db", "--in-clear", "--patient", "--profile",
        "--modifier", "--resume", "--infuse", "--weight", "--minutes", "--by", "--pin-stdin",
    ),
    "decode": ("--driver",),
    "replay": (
        "--profile", "--modifier", "--switch-on", "--phase", "--baseline", "--driver", "--db",
        "--technical", "--nibp-interval", "--continuous-bp", "--by", "--pin-stdin",
    ),
    "sessions": (
        "--db", "--search", "--from", "--to", "--patient", "--route", "--dose-from", "--dose-to",
        "--dose-unit", "--peak", "--alarms", "--unsigned", "--limit", "--by", "--pin-stdin",
        "--json",
    ),
    "export": (
        "--format", "--out", "--db", "--deidentify", "--transaction", "--snomed", "--by",
        "--pin-stdin",
    ),
    "rems": ("--db", "--due", "--by", "--pin-stdin", "--json"),
    "dictionary": ("--out",),
    "sounds": ("--out",),
    "alarm-report": ("--db", "--by", "--pin-stdin", "--json"),
    "verify": ("--db",),
    "backup": ("--to", "--full", "--list", "--by", "--pin-stdin", "--db"),
    "restore": ("--to", "--despite-defects", "--by", "--pin-stdin", "--db"),
    "retention": (
        "--keep-years", "--keep-all", "--due", "--delete", "--reason", "--early", "--by",
        "--pin-stdin", "--db",
    ),
    "rescue": ("--db", "--backup"),
    "key": ("status", "recovery", "restore", "rotate"),
    "staff": ("--add", "--role", "--retire", "--by", "--pin-stdin", "--db"),
    "audit": ("--db", "--session", "--limit", "--by", "--pin-stdin", "--json"),
}  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps_with_its_options_and_an_example(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command, "--help"]) == 0
    said = capsys.readouterr().out
    assert f"Example: chairside {command}" in said
    assert "\\b" not in said
    assert [option for option in OPTIONS[command] if option not in said] == []


def test_the_program_helps_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    said = capsys.readouterr().out
    assert "Example: chairside demo" in said
    assert "not a certified medical device" in " ".join(said.split())


def test_the_module_and_the_command_are_the_same_program() -> None:
    script = Path(sys.executable).with_name("chairside")
    done = subprocess.run(
        [str(script), "sessions", "--json"], capture_output=True, text=True, check=False
    )
    ran = chairside("sessions", "--json")
    assert (done.returncode, done.stdout) == (ran.code, ran.out) == (0, "[]\n")


WRONG = {
    "an unknown command": ["devises"],
    "an unknown option": ["devices", "--jason"],
    "a missing option": ["record", "--driver", "ivy-450c"],
    "an unknown driver to decode with": ["decode", "--driver", "ivy", __file__],
    "an unknown driver to simulate": ["simulate", "--driver", "ivy", "--pty"],
    "an unknown driver to record": ["record", "--port", "/dev/null", "--driver", "ivy"],
    "an unknown scenario": ["simulate", "--driver", "ivy-450c", "--scenario", "S99", "--pty"],
    "an unknown scenario to watch": ["demo", "--headless", "--out", "x", "--scenario", "Q"],
    "an unknown profile": ["record", "--port", "x", "--driver", "ivy-450c", "--profile", "x"],
    "an unknown phase": ["replay", __file__, "--phase", "lunch"],
    "an unknown format": ["export", "x", "--format", "docx", "--out", "x"],
    "a baseline without numbers": ["replay", __file__, "--baseline", "high"],
    "a file that is not there": ["decode", "--driver", "ivy-450c", "nowhere.raw"],
    "a raw file that is not there": ["simulate", "--driver", "dinamap", "--pty", "--file", "x"],
    "a recording that is not there": ["replay", "nowhere.csv"],
    "a capture without its driver": ["replay", __file__],
    "no place to listen": ["simulate", "--driver", "ivy-450c"],
    "two places to listen": ["simulate", "--driver", "ivy-450c", "--pty", "--tcp", "0"],
    "a link without a terminal": ["simulate", "--driver", "dinamap", "--tcp", "0", "--link", "x"],
    "a speed of nothing": ["simulate", "--driver", "ivy-450c", "--pty", "--speed", "0"],
    "no time at all": ["record", "--port", "x", "--seconds", "0"],
    "headless without a place": ["demo", "--headless"],
    "a place without headless": ["demo", "--out", "x"],
    "practice with a scenario": ["demo", "--practice", "--scenario", "S5"],
    "a weight of nothing": ["record", "--port", "x", "--driver", "ivy-450c", "--weight", "0"],
    "a weight of a horse": ["record", "--port", "x", "--driver", "ivy-450c", "--weight", "900"],
    "a dose of fifty": [
        "record", "--port", "x", "--driver", "ivy-450c", "--infuse", "50", "--weight", "82",
    ],
    "a dose without a weight": ["record", "--port", "x", "--driver", "dinamap", "--infuse", "0.5"],
    "no minutes": [
        "record", "--port", "x", "--driver", "ivy-450c", "--infuse", "0.5", "--weight", "82",
        "--minutes", "0",
    ],
    "a nameless patient": ["record", "--port", "x", "--driver", "ivy-450c", "--patient", " "],
    "a record that is not there": ["sessions", "--db", "nowhere.db"],
    "a list of no sessions": ["sessions", "--limit", "0"],
    "a record that is not there to verify": ["verify", "--db", "nowhere.db"],
    "staff of a record that is not there": ["staff", "--db", "nowhere.db"],
    "a member without a role": ["staff", "--add", "Nurse 1"],
    "a role that there is not": ["staff", "--add", "Nurse 1", "--role", "king"],
    "two things with the staff": ["staff", "--add", "A", "--role", "nurse", "--retire", "B"],
}  # fmt: skip


@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG)
def test_used_wrongly_is_two_and_one_sentence(
    arguments: list[str],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert one_sentence(said.err), said.err
    assert not list(tmp_path.rglob("*.db"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["record", "--port", "x", "--weight", "900"], ("weight", "900", "25 to 350 kg")),
        (["record", "--port", "x", "--weight", "80", "--infuse", "50"], ("dose", "50 mg/kg", "2")),
        (["decode", "--driver", "ivi-450c", __file__], ("'ivi-450c'", "ivy-450c", "dinamap")),
        (["replay", "nowhere.csv"], ("nowhere.csv",)),
        (["simulate", "--driver", "dinamap", "--pty", "--scenario", "S33"], ("S33", "S3", "S1")),
    ],
)
def test_the_sentence_names_the_thing_the_value_and_what_is_possible(
    arguments: list[str], words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    said = capsys.readouterr().err
    assert [word for word in words if word not in said] == []


def test_an_absent_port_is_the_surroundings_and_not_a_wrong_use(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    url = str(tmp_path / "ttyNOWHERE")
    assert run(["devices", "--probe", url]) == 1
    said = capsys.readouterr()
    assert one_sentence(said.err)
    assert url in said.err


def test_devices_as_json_are_ports_and_drivers(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["devices", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert set(said) == {"ports", "drivers"}
    assert isinstance(said["ports"], list)
    assert {"ivy-450c", "dinamap"} <= {driver["name"] for driver in said["drivers"]}


def test_without_a_record_there_are_no_sessions(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sessions", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_decode_writes_its_columns_and_where_each_frame_ended(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    raw = tmp_path / "monitor.raw"
    first, second = ivy_frame(hr=80), ivy_frame(hr=81, nibp="130;80;97;81;;")
    raw.write_bytes(first + b"noise" + second)
    assert run(["decode", "--driver", "ivy-450c", str(raw)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "offset,t_s,kind,sign,value,unit,note"
    rows = list(csv.DictReader(io.StringIO("\n".join(lines))))
    assert {row["kind"] for row in rows} <= {"reading", "lost", "device", "protocol-error"}
    heart = [
        (int(row["offset"]), row["value"], row["unit"]) for row in rows if row["sign"] == "hr"
    ]
    whole = len(first) + len(b"noise") + len(second)
    assert heart == [(len(first), "80", "1/min"), (whole, "81", "1/min")]
    assert [row["value"] for row in rows if row["sign"] == "sbp"] == ["121", "130"]
    assert any(row["kind"] == "protocol-error" and row["note"] for row in rows)


def test_sounds_are_wave_files_of_sixteen_bits(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "sounds"
    assert run(["sounds", "--out", str(out)]) == 0
    capsys.readouterr()
    files = list(out.glob("*.wav"))
    for priority in ("high", "medium", "low"):
        assert any(priority in file.name for file in files)
    for file in files:
        with wave.open(str(file)) as sound:
            assert sound.getsampwidth() == 2
            assert sound.getnframes() > 0


NO_WINDOW = """
import sys
from ui.cli import run
codes = [run(arguments) for arguments in (
    ["devices", "--json"], ["sessions", "--json"], ["decode", "--driver", "ivy-450c", sys.argv[1]],
    ["replay", sys.argv[1], "--driver", "ivy-450c"], ["sounds", "--out", sys.argv[2]],
    ["verify", "--db", sys.argv[2] + "/none.db"], ["record", "--port", sys.argv[2] + "/none"],
    ["export", "none", "--format", "csv", "--out", sys.argv[2] + "/none.csv"],
    ["simulate", "--driver", "ivy-450c", "--tcp", "0", "--seconds", "0.1"], ["demo", "--help"],
    ["staff"],
)]
loaded = [name for name in sys.modules if name.split(".")[0] in ("PySide6", "pyqtgraph")]
print("codes", codes, "loaded", loaded)
"""


def test_no_command_without_a_window_loads_the_window(tmp_path: Path) -> None:
    raw = tmp_path / "monitor.raw"
    raw.write_bytes(ivy_frame())
    done = subprocess.run(
        [sys.executable, "-c", NO_WINDOW, str(raw), str(tmp_path / "out")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "codes [0, 0, 0, 0, 0, 2, 1, 2, 0, 0, 0] loaded []" in done.stdout.splitlines()[-1]
