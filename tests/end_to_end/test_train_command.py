"""`chairside train` as a person gives it: lessons, a training in a real window, its debrief."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest
from helpers import wait_until
from real_program import asked, chairside, command_line, one_sentence

from data.errors import StoreError
from ui.debrief.past import PastTrainings
from ui.places import training_path
from ui.requests import Refusal

LONG_S = 120.0
LOOK_EVERY_S = 0.5
"""To read a training takes some of the time in which it is to be written."""


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAIRSIDE_HOME", str(tmp_path))


def trained() -> bool:
    """A training has run its whole time and is on the disk."""
    try:
        return PastTrainings(training_path()).one().debrief.finished == "time"
    except (Refusal, StoreError):
        return False  # it is being made


def test_the_lessons_are_listed_before_there_is_any_training() -> None:
    ran = asked("train", "--list")
    assert ran.code == 0
    assert "S4   Severe hypertension" in ran.out
    assert "S1 " not in ran.out, "nobody has to decide anything there"
    said = json.loads(asked("train", "--list", "--json").out)
    assert said["trainings"] == []
    assert {"S4", "S5"} <= {one["scenario"] for one in said["lessons"]}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--scenario", "S1"), 2),
        (("--scenario", "S99"), 2),
        (("--speed", "61"), 2),
        (("--list", "--debrief", "last"), 2),
        (("--json",), 2),
        (("--debrief", "last"), 1),
        (("--driver", "nellcor"), 2),
        (("--driver", "ivy-450c", "--driver", "ivy-450c"), 2),
    ],
)
def test_what_cannot_be_is_one_sentence(arguments: tuple[str, ...], code: int) -> None:
    ran = asked("train", *arguments)
    assert ran.code == code
    assert one_sentence(ran.err)
    assert ran.out == ""


def test_a_training_in_a_real_window_is_kept_apart_and_debriefed(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    program = subprocess.Popen(
        command_line(("train", "--scenario", "S20", "--speed", "60", "--learner", "Nurse 2")),
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        wait_until(trained, LONG_S, "a whole training on the disk", every_s=LOOK_EVERY_S)
    finally:
        program.send_signal(signal.SIGTERM)
        _out, told = program.communicate(timeout=LONG_S)
    assert program.returncode == 0, told
    said = json.loads(chairside("train", "--debrief", "last", "--json").out)
    assert (said["scenario"], said["learner"]) == ("S20", "Nurse 2")
    assert said["finished"] == "time"
    text = asked("train", "--debrief", said["session"])
    assert text.out.startswith("SIMULATED")
    assert asked("train", "--debrief", "nothing").code == 2
    assert not (tmp_path / "chairside.db").exists(), "no patient's record was touched"
    assert not (tmp_path / "demo.db").exists()
    assert json.loads(asked("sessions", "--json").out) == []
    assert list((tmp_path / "training").glob("*.capture"))
