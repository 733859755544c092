"""What several files of this folder share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from scenario_reaction import Reaction, play

from devices.simulated.scenario.scenario import scenario_named


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Reaction]:
    """A scenario as it was played and stored: each once, however many tests ask for it."""
    folder: Path = tmp_path_factory.mktemp("scenarios")
    kept: dict[str, Reaction] = {}

    def of(name: str) -> Reaction:
        if name not in kept:
            kept[name] = play(scenario_named(name), folder / "record.db", f"s-{name}")
        return kept[name]

    return of
