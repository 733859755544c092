"""The exports on a computer with a decimal comma: byte for byte those of any other."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from german_program import written
from helpers import ROOT


def test_a_computer_that_speaks_german_writes_the_same_bytes(tmp_path: Path) -> None:
    made = _german(tmp_path)
    folders = (ROOT, ROOT / "tests", ROOT / "tests" / "data")
    surroundings = {
        **os.environ,
        "LC_ALL": "de_DE.UTF-8",
        "PYTHONPATH": os.pathsep.join(map(str, folders)),
        **({"LOCPATH": str(tmp_path)} if made else {}),
    }
    ran = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("german_program.py"))],
        capture_output=True,
        env=surroundings,
        check=True,
    )
    point, told = ran.stdout.split(b"\n", 1)
    assert told == written()
    assert point == b"," or not made


def _german(folder: Path) -> bool:
    """Make the language for this test, where the system can; macOS and Windows have it anyway."""
    make = shutil.which("localedef")
    if make is None or not sys.platform.startswith("linux"):
        return False
    asked = [make, "-i", "de_DE", "-f", "UTF-8", str(folder / "de_DE.UTF-8")]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0
