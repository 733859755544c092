"""Figures measured in one run, and the table they are printed in.

Rule 1: a figure is a ratio of two things measured in turn, in the same run on the same machine,
        because seconds say more about the computer than about the program. Only what a person
        waits for is in milliseconds.
Rule 2: a goal that is missed is printed as missed. It does not fail the run.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

LIBRARIES = ("PySide6-Essentials", "pyqtgraph", "sqlcipher3")


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` is to be at least `goal`, or at most. None = no goal, for comparison only."""

    what: str
    value: float
    goal: float | None
    at_least: bool = False
    unit: str = "x"
    detail: str = ""

    @property
    def verdict(self) -> str:
        if self.goal is None:
            return ""
        met = self.value >= self.goal if self.at_least else self.value <= self.goal
        return "met" if met else "MISSED"

    def row(self) -> tuple[str, str, str, str, str]:
        sign = "≥" if self.at_least else "≤"
        goal = "" if self.goal is None else f"{sign} {self.goal:g} {self.unit}"
        return self.what, f"{_plain(self.value)} {self.unit}", goal, self.verdict, self.detail


def _plain(value: float) -> str:
    """Three figures that count, and no powers of ten."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def machine_line() -> str:
    versions = (f"{name} {importlib.metadata.version(name)}" for name in LIBRARIES)
    return " · ".join(
        (
            _cpu_model(),
            f"{os.cpu_count()} cores",
            f"Python {platform.python_version()}",
            f"{platform.system()} {platform.release()}",
            *versions,
        )
    )


def _cpu_model() -> str:
    cpu_info = Path("/proc/cpuinfo")
    if cpu_info.exists():
        for line in cpu_info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def table_of(figures: Iterable[Figure]) -> list[str]:
    """One line a figure, in columns."""
    rows = [("measured", "figure", "goal", "", ""), *(figure.row() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = []
    for what, ratio, goal, verdict, detail in rows:
        line = (
            f"{what:<{widths[0]}}  {ratio:>{widths[1]}}  {goal:>{widths[2]}}  "
            f"{verdict:<{widths[3]}}  {detail}"
        )
        lines.append(line.rstrip())
    return lines


def seconds_of(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def alternately(
    ours: Callable[[], float], bare: Callable[[], float], rounds: int = 5
) -> tuple[float, float]:
    """The median seconds of both, measured in turn so that both meet the same weather."""
    pairs = [(ours(), bare()) for _ in range(rounds)]
    return (
        statistics.median(pair[0] for pair in pairs),
        statistics.median(pair[1] for pair in pairs),
    )
