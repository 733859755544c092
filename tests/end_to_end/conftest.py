"""What several files of this folder share."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from scenario_reaction import Reaction, play

from data import vault
from devices.simulated.scenario.scenario import scenario_named


@pytest.fixture(scope="session", autouse=True)
def _a_passphrase_is_stretched_once() -> Iterator[None]:
    """For each salt: the key is the same every time, and each time costs a processor 0.2 s."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault, "stretched", functools.cache(vault.stretched))
        yield


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
