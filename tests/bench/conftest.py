"""Collects the figures of all benches and prints them as one table at the end of the run."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reporting import Figure, machine_line, table_of

FIGURES = pytest.StashKey[list[Figure]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[FIGURES] = []


@pytest.fixture
def report(pytestconfig: pytest.Config) -> Callable[[Figure], None]:
    """Takes one figure into the table."""
    return pytestconfig.stash[FIGURES].append


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    figures = config.stash[FIGURES]
    if figures:
        terminalreporter.section("measured")
        terminalreporter.write_line(machine_line())
        for line in table_of(figures):
            terminalreporter.write_line(line)
