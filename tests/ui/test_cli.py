"""From what went wrong to an exit code and one sentence."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest
from helpers import ROOT

from data.errors import NoSuchSession, StoreLocked, StoreMissing
from devices.errors import CaptureError, UnknownDriver
from monitor.limits import LimitRefused
from monitor.people import ImpossibleEntry
from ui.cli import COMMANDS, chairside, run
from ui.requests import Refusal, WrongEntry


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UnknownDriver("there is no driver 'x'"), 2),
        (ImpossibleEntry("weight", 900, 25, 350, "kg"), 2),
        (LimitRefused("limit-unknown", "x", 1.0), 2),
        (WrongEntry("the patient id is missing"), 2),
        (NoSuchSession("x", []), 2),
        (StoreMissing("there is no record at x.db"), 2),
        (Refusal("the port is not there"), 1),
        (StoreLocked("x.db is held by another program"), 1),
        (CaptureError("x.raw cannot be read"), 1),
        (click.ClickException("there is no display"), 1),
    ],
)
def test_wrong_use_is_two_and_the_surroundings_are_one(
    error: Exception,
    code: int,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    @click.command()
    def fail() -> None:
        raise error

    monkeypatch.setitem(chairside.commands, "fail", fail)
    assert run(["fail"]) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip() == str(getattr(error, "message", error))


def test_a_bug_is_not_made_pretty(monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    def fail() -> None:
        raise KeyError("a bug")

    monkeypatch.setitem(chairside.commands, "fail", fail)
    with pytest.raises(KeyError):
        run(["fail"])


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("chairside, version ")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_is_true(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with click.Context(chairside) as context:
        command = chairside.get_command(context, name)
    assert command is not None
    assert command.name == name
    assert run(["--help"]) == 0
    assert f"  {name} " in capsys.readouterr().out


def test_help_loads_no_command() -> None:
    check = (
        "import sys; from ui.cli import run; run(['--help']); "
        "sys.exit([m for m in sys.modules if m.startswith(('ui.commands', 'devices'))] or 0)"
    )
    asked = subprocess.run(
        [sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert asked.returncode == 0, asked.stderr
