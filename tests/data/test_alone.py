"""A library is loaded without the large one that it takes along; all else stays as it was."""

from __future__ import annotations

import importlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
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
print(sorted({"pandas", "numpy"} & sys.modules.keys()))
"""


def test_a_new_record_loads_neither_pandas_nor_numpy(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", OPENS, str(tmp_path / "new.db")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "[]"


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


def test_what_is_left_out_here_can_be_loaded_on_another_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window loads numpy while a record may be made beside it."""
    (tmp_path / "other_threads_library.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with ThreadPoolExecutor(1) as other, without("other_threads_library"):
        with pytest.raises(ModuleNotFoundError):
            importlib.import_module("other_threads_library")
        found = other.submit(importlib.import_module, "other_threads_library").result()
    assert found.__name__ == "other_threads_library"
    del sys.modules["other_threads_library"]
