"""What design.md's laws say about the shape of the tree, checked in the tree.

Who may import whom is stated in pyproject.toml and checked by import-linter, here too, so that
`make test` alone is the whole truth.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from helpers import ROOT

PACKAGES = ("monitor", "devices", "data", "ui")
FILE_LINES = 400
FUNCTION_LINES = 40

THREAD_BOTTOMS = {
    "data/writer.py",
    "devices/alarm_sound.py",
    "devices/link.py",
    "monitor/station.py",
    "ui/awake.py",
}
"""The only files that may catch every exception: there it is reported and contained."""

WITHOUT_QT = (
    "ui.inbox",
    "ui.requests",
    "ui.trend_buffer",
    "ui.trend_model",
    "ui.view_state",
    "ui.wiring",
    "ui.words",
)

CLOCKS = {
    "monotonic", "monotonic_ns", "now", "perf_counter", "process_time", "sleep", "time",
    "time_ns", "today", "utcnow",
}  # fmt: skip
CLOCK_HOLDERS = {"time", "datetime", "date", "dt"}

IMPURE = {"monitor/station.py", "devices/simulated/server.py"}
PURE_FOLDERS = ("monitor", "devices/drivers", "devices/simulated", "data/export")


def files_of(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), name_of(path))


def functions_of(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> set[str]:
    """Every module that the file may mean: ``from a import b`` may mean a and a.b."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


# ---- sizes --------------------------------------------------------------------------------------


def test_no_file_needs_scrolling_for_ever() -> None:
    crowded = {
        name_of(path): lines
        for path in files_of(*PACKAGES, "tests")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > FILE_LINES
    }
    assert not crowded


def test_a_function_is_seen_at_a_glance() -> None:
    long = {
        f"{name_of(path)}:{function.lineno} {function.name}": lines
        for path in files_of(*PACKAGES)
        for function in functions_of(path)
        if (lines := (function.end_lineno or function.lineno) - function.lineno + 1)
        > FUNCTION_LINES
    }
    assert not long


def test_every_module_says_what_it_is() -> None:
    assert not [name_of(p) for p in files_of(*PACKAGES) if not ast.get_docstring(tree_of(p))]


# ---- who may know what --------------------------------------------------------------------------


def test_imports_only_ever_point_down() -> None:
    linted = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        env=os.environ | {"NO_COLOR": "1", "COLUMNS": "120"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert linted.returncode == 0, linted.stdout + linted.stderr


@pytest.mark.parametrize("module", WITHOUT_QT)
def test_what_is_not_a_widget_knows_no_qt(module: str) -> None:
    """Not even through something that it imports."""
    check = (
        f"import sys, {module}; "
        "sys.exit([m for m in sys.modules if m.startswith(('PySide6', 'pyqtgraph'))] or 0)"
    )
    run = subprocess.run(
        [sys.executable, "-c", check],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr


def test_thinking_code_reads_no_clock_and_never_sleeps() -> None:
    caught = [
        f"{name_of(path)}:{node.lineno}"
        for path in files_of(*PURE_FOLDERS)
        if name_of(path) not in IMPURE
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute)
        and node.attr in CLOCKS
        and getattr(node.value, "id", getattr(node.value, "attr", "")) in CLOCK_HOLDERS
    ]
    assert not caught


def test_nobody_sleeps_for_a_fixed_time() -> None:
    """A wait has an end that somebody else can bring about: `Event.wait`, a queue, a deadline.

    A ``..._program.py`` of the tests stands for the outer world, which keeps its own time.
    """
    sleepers = [
        f"{name_of(path)}:{node.lineno}"
        for path in files_of(*PACKAGES, "tests")
        if name_of(path) != "tests/helpers.py" and not path.stem.endswith("_program")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute) and node.attr in {"sleep", "qWait", "qSleep"}
    ]
    assert not sleepers


def test_only_the_bottom_of_a_thread_catches_everything() -> None:
    blind = [
        f"{name_of(path)}:{node.lineno}"
        for path in files_of(*PACKAGES)
        if name_of(path) not in THREAD_BOTTOMS
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler) and catches_everything(node)
    ]
    assert not blind


def catches_everything(handler: ast.ExceptHandler) -> bool:
    """Cleaning up and raising again is not catching."""
    last = handler.body[-1]
    if isinstance(last, ast.Raise) and last.exc is None:
        return False
    caught = handler.type
    if caught is None:
        return True
    kinds = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(getattr(kind, "id", "") in {"Exception", "BaseException"} for kind in kinds)


def comments_of(path: Path) -> Iterator[tuple[str, str]]:
    """Where a comment stands, and what it says."""
    with path.open("rb") as file:
        for token in tokenize.tokenize(file.readline):
            if token.type == tokenize.COMMENT:
                yield f"{name_of(path)}:{token.start[0]}", token.string


def test_no_file_is_excused_from_types() -> None:
    assert not [
        where
        for path in files_of(*PACKAGES)
        for where, comment in comments_of(path)
        if re.match(r"#\s*(type:\s*ignore|mypy:)", comment)
    ]


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"\b(TO[D]O|FIXM[E]|XX[X]|HAC[K])\b")
    assert not [
        where
        for path in files_of(*PACKAGES, "tests")
        for where, comment in comments_of(path)
        if later.search(comment)
    ]


# ---- the tests ----------------------------------------------------------------------------------


def test_the_tests_mirror_the_tree() -> None:
    """tests/<package>/<folder>/ stands for <package>/<folder>/, and says so by its name."""
    astray = [
        name_of(path)
        for path in files_of(*(f"tests/{package}" for package in PACKAGES))
        if not (ROOT / path.relative_to(ROOT / "tests")).parent.is_dir()
    ]
    assert not astray


def test_every_module_is_tried_by_a_test() -> None:
    """By itself, or through others of its own folder that are."""
    untried = {
        module_of(path): path
        for path in files_of("monitor", "devices", "data")
        if path.stem != "__init__"
    }
    reached = {name for path in files_of("tests") for name in imports_of(path)}
    while found := [path for module, path in untried.items() if module in reached]:
        for path in found:
            del untried[module_of(path)]
            folder = module_of(path.parent)
            reached |= {name for name in imports_of(path) if name.rpartition(".")[0] == folder}
    assert not [name_of(path) for path in untried.values()]


def test_no_two_test_files_share_a_name() -> None:
    """`tests/` is no package: pytest tells its files apart by their names."""
    names = [path.name for path in files_of("tests") if path.name != "conftest.py"]
    assert not {name for name in names if names.count(name) > 1}
