"""`docs/hazards.md` says only what is so: every control has its place, and every test is there."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from helpers import ROOT

PAGE = ROOT / "docs" / "hazards.md"
COLUMNS = ["Hazard", "Cause", "Control", "Where", "Test"]
NAMED = (
    "wrong patient", "missed alarm", "frozen value", "stale blood pressure", "wrong unit",
    "muted sound", "widened limit", "clock error", "disk full", "crash", "alarm flood",
    "display asleep", "lost or stolen laptop", "insider edits",
)  # fmt: skip
"""Those that must be on the page, whatever else is."""
_QUOTED = re.compile(r"`([^`]+)`")
_NO_TEST = re.compile(r"none yet: \S+ \S+ \S+.*")


@dataclass(frozen=True, slots=True)
class Hazard:
    name: str
    cause: str
    control: str
    where: str
    test: str

    @property
    def tests(self) -> list[str]:
        return _QUOTED.findall(self.test)


def cells_of(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def hazards() -> list[Hazard]:
    rows = [
        cells_of(line) for line in PAGE.read_text(encoding="utf-8").splitlines() if "|" in line
    ]
    return [Hazard(*row) for row in rows if row != COLUMNS and set("".join(row)) - set("- ")]


@cache
def functions_in(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


HAZARDS = hazards()
BY_NAME = [pytest.param(hazard, id=hazard.name) for hazard in HAZARDS]


def test_every_table_has_the_columns_of_a_hazard() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if "|" in line]
    assert {len(cells_of(row)) for row in rows} == {len(COLUMNS)}
    assert sum(cells_of(row) == COLUMNS for row in rows) == PAGE.read_text(encoding="utf-8").count(
        "\n## "
    )


def test_the_hazards_that_everybody_asks_about_are_there() -> None:
    names = " · ".join(hazard.name.lower() for hazard in HAZARDS)
    assert [name for name in NAMED if name not in names] == []


def test_no_hazard_stands_there_twice() -> None:
    names = [hazard.name for hazard in HAZARDS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("hazard", BY_NAME)
def test_every_hazard_has_a_cause_and_a_control_in_the_code(hazard: Hazard) -> None:
    assert hazard.cause
    assert hazard.control
    places = _QUOTED.findall(hazard.where)
    assert places
    assert [place for place in places if not (ROOT / place).is_file()] == []


@pytest.mark.parametrize("hazard", BY_NAME)
def test_every_test_of_a_hazard_exists_or_its_absence_has_a_reason(hazard: Hazard) -> None:
    if not hazard.tests:
        assert _NO_TEST.fullmatch(hazard.test)
        return
    for test in hazard.tests:
        where, _, name = test.partition("::")
        path = ROOT / where
        assert path.is_file(), test
        assert name.startswith("test_"), test
        assert name in functions_in(path), test


def test_nothing_but_tests_stands_in_the_column_of_tests() -> None:
    for hazard in HAZARDS:
        assert hazard.tests == [] or not _QUOTED.sub("", hazard.test).strip()
