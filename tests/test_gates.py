"""The gates of `conftest.py` bite: a small suite that does everything wrong is run by them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from helpers import ROOT

OFFENDERS = """
import logging
import os
import threading
from pathlib import Path

import pytest

stop = threading.Event()


def test_logs():
    logging.getLogger("x").warning("the cable fell off")

def test_logs_and_answers_for_it(caplog):
    logging.getLogger("x").warning("as foreseen")
    assert "as foreseen" in caplog.text

def test_leaves_a_thread():
    threading.Thread(target=stop.wait, name="straggler", daemon=True).start()

def test_ends_its_thread():
    threading.Thread(target=lambda: None).start()

def test_dies_in_a_thread():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()

def test_skips_without_a_good_reason():
    pytest.skip("no time today")

def test_skips_with_a_good_reason():
    pytest.skip("needs a pseudo terminal")

@pytest.mark.soak
def test_takes_all_night():
    raise AssertionError

HOMES = set()

@pytest.mark.parametrize("turn", [1, 2])
def test_lives_in_its_own_home(turn, tmp_path):
    home = Path(os.environ["CHAIRSIDE_HOME"])
    assert home.is_relative_to(tmp_path.parent)
    assert not home.exists()
    assert home not in HOMES
    HOMES.add(home)
    home.mkdir()
    assert "CHAIRSIDE_PASSPHRASE" not in os.environ
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
"""

VERDICTS = {
    "test_logs": "the cable fell off",
    "test_leaves_a_thread": "left running: straggler",
    "test_dies_in_a_thread": "ZeroDivisionError",
    "test_skips_without_a_good_reason": "unexpected skip: no time today",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a run of the offenders says."""
    folder = tmp_path_factory.mktemp("offenders")
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "test_offenders.py").write_text(OFFENDERS, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider", str(folder)],
        cwd=folder,
        env=os.environ | {"CI": "true", "CHAIRSIDE_PASSPHRASE": "known to nobody"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode == 1, run.stdout + run.stderr
    return run.stdout


@pytest.mark.parametrize("test", VERDICTS)
def test_an_offender_is_named_with_its_offence(told: str, test: str) -> None:
    summary = told[told.index("short test summary") :]
    assert any(
        line.startswith(("FAILED", "ERROR")) and line.split("::")[-1].split()[0] == test
        for line in summary.splitlines()
    )
    assert VERDICTS[test] in told


@pytest.mark.parametrize(
    "test",
    [
        "test_logs_and_answers_for_it",
        "test_ends_its_thread",
        "test_lives_in_its_own_home[1]",
        "test_lives_in_its_own_home[2]",
    ],
)
def test_the_innocent_pass(told: str, test: str) -> None:
    passed = {line.split("::")[-1] for line in told.splitlines() if line.startswith("PASSED")}
    assert test in passed


def test_a_skip_with_a_good_reason_stays_a_skip(told: str) -> None:
    assert "needs a pseudo terminal" in told
    assert "1 skipped" in told


def test_a_soak_runs_only_when_asked_for(told: str) -> None:
    assert "1 deselected" in told
