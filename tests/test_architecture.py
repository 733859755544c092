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
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from helpers import ROOT

PACKAGES = ("monitor", "devices", "data", "ui")
FILE_LINES = 400
FUNCTION_LINES = 40

THREAD_BOTTOMS = {
    "ui/post.py",
    "data/journal.py",
    "data/writer.py",
    "data/writer_desk.py",
    "devices/alarm_sound.py",
    "devices/link.py",
    "monitor/station.py",
    "ui/audit_trail.py",
    "ui/awake.py",
    "ui/backup_desk.py",
    "ui/running_clinic.py",
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
SLEEPS = {"sleep", "qWait", "qSleep"}
TOLD_ON = CLOCKS | SLEEPS
CLOCK_HOLDERS = {"time", "datetime", "date", "dt"}

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

IMPURE = {"monitor/station.py", "devices/simulated/wire/server.py"}
PURE_FOLDERS = ("monitor", "devices/drivers", "devices/simulated", "data/export")


def files_of(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@dataclass(frozen=True, slots=True)
class Facts:
    """What one file says about itself. A tree is looked at once and let go: a few hundred of them
    kept would slow down every test that comes after.
    """

    lines: int
    says_what_it_is: bool
    functions: tuple[tuple[str, int], ...]  # where and which, and its lines
    attributes: tuple[tuple[int, str, str], ...]  # line, whose, which: those of `TOLD_ON`
    blind_handlers: tuple[int, ...]  # lines
    imports: frozenset[str]
    """Every module that it may mean: ``from a import b`` may mean a and a.b."""


@cache
def facts_of(path: Path) -> Facts:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text, name_of(path))
    nodes = list(ast.walk(tree))
    return Facts(
        lines=len(text.splitlines()),
        says_what_it_is=bool(ast.get_docstring(tree)),
        functions=tuple(sized(path, node) for node in nodes if isinstance(node, FUNCTIONS)),
        attributes=tuple(
            (node.lineno, getattr(node.value, "id", getattr(node.value, "attr", "")), node.attr)
            for node in nodes
            if isinstance(node, ast.Attribute) and node.attr in TOLD_ON
        ),
        blind_handlers=tuple(
            node.lineno
            for node in nodes
            if isinstance(node, ast.ExceptHandler) and catches_everything(node)
        ),
        imports=frozenset(imported_by(nodes)),
    )


def sized(path: Path, node: ast.FunctionDef | ast.AsyncFunctionDef) -> tuple[str, int]:
    last = node.end_lineno or node.lineno
    return f"{name_of(path)}:{node.lineno} {node.name}", last - node.lineno + 1


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


def imported_by(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


# ---- sizes --------------------------------------------------------------------------------------


def test_no_file_needs_scrolling_for_ever() -> None:
    crowded = {
        name_of(path): lines
        for path in files_of(*PACKAGES, "tests")
        if (lines := facts_of(path).lines) > FILE_LINES
    }
    assert not crowded


def test_a_function_is_seen_at_a_glance() -> None:
    long = {
        name: lines
        for path in files_of(*PACKAGES)
        for name, lines in facts_of(path).functions
        if lines > FUNCTION_LINES
    }
    assert not long


def test_every_module_says_what_it_is() -> None:
    assert not [name_of(p) for p in files_of(*PACKAGES) if not facts_of(p).says_what_it_is]


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


@pytest.fixture(scope="module")
def with_qt() -> str:
    """Which of them bring Qt with them, one a line: each that finds none there and leaves some."""
    check = (
        f"import importlib, sys\nfor module in {WITHOUT_QT}:\n"
        "    before = set(sys.modules)\n"
        "    importlib.import_module(module)\n"
        "    if any(m.startswith(('PySide6', 'pyqtgraph')) for m in set(sys.modules) - before):\n"
        "        print(module)\n"
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
    return run.stdout


@pytest.mark.parametrize("module", WITHOUT_QT)
def test_what_is_not_a_widget_knows_no_qt(with_qt: str, module: str) -> None:
    """Not even through something that it imports."""
    assert module not in with_qt.split()


def test_thinking_code_reads_no_clock_and_never_sleeps() -> None:
    caught = [
        f"{name_of(path)}:{line}"
        for path in files_of(*PURE_FOLDERS)
        if name_of(path) not in IMPURE
        for line, whose, which in facts_of(path).attributes
        if which in CLOCKS and whose in CLOCK_HOLDERS
    ]
    assert not caught


def test_nobody_sleeps_for_a_fixed_time() -> None:
    """A wait has an end that somebody else can bring about: `Event.wait`, a queue, a deadline.

    A ``..._program.py`` of the tests stands for the outer world, which keeps its own time.
    """
    sleepers = [
        f"{name_of(path)}:{line}"
        for path in files_of(*PACKAGES, "tests")
        if name_of(path) != "tests/helpers.py" and not path.stem.endswith("_program")
        for line, _whose, which in facts_of(path).attributes
        if which in SLEEPS
    ]
    assert not sleepers


def test_only_the_bottom_of_a_thread_catches_everything() -> None:
    blind = [
        f"{name_of(path)}:{line}"
        for path in files_of(*PACKAGES)
        if name_of(path) not in THREAD_BOTTOMS
        for line in facts_of(path).blind_handlers
    ]
    assert not blind


def comments_with(words: re.Pattern[str], path: Path) -> Iterator[str]:
    """Where the comments stand that say it. Few files do anywhere: only those are read closely."""
    if not words.search(path.read_text(encoding="utf-8")):
        return
    with path.open("rb") as file:
        for token in tokenize.tokenize(file.readline):
            if token.type == tokenize.COMMENT and words.search(token.string):
                yield f"{name_of(path)}:{token.start[0]}"


def test_no_file_is_excused_from_types() -> None:
    excuse = re.compile(r"#\s*(type:\s*ignore|mypy:)")
    assert not [at for path in files_of(*PACKAGES) for at in comments_with(excuse, path)]


def test_nothing_is_left_for_later() -> None:
    later = re.compile(r"\b(TO[D]O|FIXM[E]|XX[X]|HAC[K])\b")
    assert not [at for path in files_of(*PACKAGES, "tests") for at in comments_with(later, path)]


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
    reached = {name for path in files_of("tests") for name in facts_of(path).imports}
    while found := [path for module, path in untried.items() if module in reached]:
        for path in found:
            del untried[module_of(path)]
            folder = module_of(path.parent)
            reached |= {
                name for name in facts_of(path).imports if name.rpartition(".")[0] == folder
            }
    assert not [name_of(path) for path in untried.values()]


def test_no_two_test_files_share_a_name() -> None:
    """`tests/` is no package: pytest tells its files apart by their names."""
    names = [path.name for path in files_of("tests") if path.name != "conftest.py"]
    assert not {name for name in names if names.count(name) > 1}
