"""The window's first start, as a process: encrypted where it can be, else refused or chosen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from helpers import ROOT, wait_until

from data.live_mark import any_held
from data.vault import begins_in_clear, is_encrypted
from tests.data.file_keyring import BACKEND, PLACE_VARIABLE
from ui.live_marks import OPEN_FOLDER

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")


def started(folder: Path, *arguments: str, keyring: bool) -> subprocess.Popen[str]:
    env = os.environ | {"CHAIRSIDE_HOME": str(folder), "PYTHONPATH": str(ROOT)}
    if keyring:
        env |= {"PYTHON_KEYRING_BACKEND": BACKEND, PLACE_VARIABLE: str(folder / "keyring.json")}
    return subprocess.Popen(
        [sys.executable, "-m", "ui", *arguments], cwd=ROOT, env=env,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def ended(window: subprocess.Popen[str], folder: Path) -> str:
    """Wait until it is open, and end it; what it said."""
    try:
        wait_until(lambda: any_held(folder / OPEN_FOLDER), 60.0, "the window")
        wait_until((folder / "chairside.db").is_file, 60.0, "the record")
    finally:
        window.send_signal(signal.SIGTERM)
        _out, said = window.communicate(timeout=60)
    assert window.returncode in {0, -signal.SIGTERM}, (
        said
    )  # it may not have been on the screen yet
    # A child process that was just being started holds a copy of the mark for an instant.
    wait_until(lambda: not any_held(folder / OPEN_FOLDER), what="the mark's end")
    return said


def test_without_a_key_and_a_choice_there_is_no_window(tmp_path: Path) -> None:
    window = started(tmp_path, keyring=False)
    out, said = window.communicate(timeout=60)
    assert (window.returncode, out) == (1, "")
    assert len(said.splitlines()) == 1
    assert "--in-clear" in said
    assert not (tmp_path / "chairside.db").exists()


@needs_signals
def test_with_a_keyring_the_record_is_encrypted_from_its_beginning(tmp_path: Path) -> None:
    said = ended(started(tmp_path, keyring=True), tmp_path)
    assert "is encrypted" in said
    assert is_encrypted(tmp_path / "chairside.db")


@needs_signals
def test_in_clear_is_a_choice_and_said(tmp_path: Path) -> None:
    said = ended(started(tmp_path, "--in-clear", keyring=False), tmp_path)
    assert said == f"Not encrypted: {tmp_path / 'chairside.db'}\n"
    assert begins_in_clear(tmp_path / "chairside.db")
