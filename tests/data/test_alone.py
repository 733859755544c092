"""A library is loaded without the large one that it takes along; all else stays as it was."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest
from helpers import ROOT

from data.alone import without

OPENS = """
import sys
from pathlib import Path
from data.store import SessionStore
SessionStore.open(Path(sys.argv[1])).close()
assert "sqlite_utils" in sys.modules
print("pandas" in sys.modules)
"""


def test_a_new_record_loads_no_pandas(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", OPENS, str(tmp_path / "new.db")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "False"


def test_what_is_left_out_is_missing_meanwhile_and_there_again_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "largest_library.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    before = list(sys.meta_path)
    with (
        pytest.raises(ModuleNotFoundError, match="largest_library is left out"),
        without("largest_library"),
    ):
        importlib.import_module("largest_library")
    assert sys.meta_path == before
    assert importlib.import_module("largest_library").__name__ == "largest_library"
    with without("largest_library"):  # what is loaded already stays
        assert importlib.import_module("largest_library").__name__ == "largest_library"
    del sys.modules["largest_library"]
