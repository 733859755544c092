"""The clinic's own profiles, from their file to the command line and the start form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from monitor.limits import PROFILES
from ui.cli import chairside
from ui.profiles import FILE_NAME, profile_label, profile_named, profiles
from ui.requests import WrongEntry

OWN = """
[quiet-elderly]
based-on = "elderly-iv"
[quiet-elderly.limits]
sbp-high = 150
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CHAIRSIDE_HOME", str(tmp_path))
    return tmp_path


def test_without_a_file_there_are_ours(folder: Path) -> None:
    assert profiles() == PROFILES


def test_the_clinics_own_stand_behind_ours(folder: Path) -> None:
    (folder / FILE_NAME).write_text(OWN, encoding="utf-8")
    assert list(profiles()) == [*PROFILES, "custom:quiet-elderly"]
    assert profile_named("custom:quiet-elderly").limit("sbp-high") == 150
    assert profile_label("custom:quiet-elderly") == "quiet-elderly"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[broken", "cannot be read"),
        ("number = 3", "number is no table"),
        (OWN.replace("150", "500"), "sbp-high = 500 is out of bounds"),
        (OWN.replace("elderly-iv", "elderly"), "based on elderly"),
    ],
)
def test_a_mistake_in_the_file_is_one_sentence_that_names_it(
    folder: Path, text: str, named: str
) -> None:
    (folder / FILE_NAME).write_text(text, encoding="utf-8")
    with pytest.raises(WrongEntry) as refused:
        profiles()
    assert str(folder / FILE_NAME) in str(refused.value)
    assert named in str(refused.value)
    assert profile_named("adult-iv") is PROFILES["adult-iv"], "ours go on working"


def test_a_recording_is_judged_by_the_clinics_own_limits(folder: Path) -> None:
    (folder / FILE_NAME).write_text(OWN, encoding="utf-8")
    recording = folder / "r.csv"
    recording.write_text("t_seconds,hr,sbp,dbp,map,spo2\n0,70,,,,98\n1,70,155,80,,98\n")
    asked = ["replay", str(recording), "--profile"]
    own = CliRunner().invoke(chairside, [*asked, "custom:quiet-elderly"])
    assert [json.loads(line)["alarm"] for line in own.output.splitlines()] == ["sbp-high"]
    usual = CliRunner().invoke(chairside, [*asked, "elderly-iv"])
    assert (usual.exit_code, usual.output) == (0, "")


def test_a_profile_that_is_not_there_is_used_wrongly(folder: Path) -> None:
    (folder / "r.csv").write_text("t_seconds,hr,sbp,dbp,map,spo2\n0,70,,,,98\n")
    asked = CliRunner().invoke(
        chairside, ["replay", str(folder / "r.csv"), "--profile", "custom:no"]
    )
    assert asked.exit_code == 2
    assert "custom:no" in asked.output
    assert "adult-iv" in asked.output
