"""The campaign of `make soak`: every fault again and again, and one table of what was lost."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
from campaign_table import TABLE
from real_program import needs_pty, simulated
from survival_faults import AGAIN_AND_AGAIN, FAULTS, goals
from survival_run import Place
from survival_steps import MONITOR

from data.errors import StoreError

pytestmark = [needs_pty, pytest.mark.soak]

AT_ONCE = 3
"""So many runs side by side: most of each is waiting."""
ROUNDS = 3
CHAINS = {"kill -9": (7, 10), "power cut, one file torn": (4, 5), "power cut, both torn": (2, 5)}
"""Rounds of sessions side by side, and deaths in each session."""
CAMPAIGN = [
    (fault, number) for fault in FAULTS for number in range(CHAINS.get(fault, (ROUNDS, 0))[0])
]


@pytest.fixture(scope="module")
def urls() -> Iterator[list[str]]:
    """A monitor for each of the runs that go on side by side; one serves one program at a time."""
    with ExitStack() as rooms:
        each = [simulated(*MONITOR) for _ in range(AT_ONCE)]
        yield [rooms.enter_context(one)[1] for one in each]


def run(fault: str, place: Place, url: str, seed: int, deaths: int) -> tuple[str, list[str]]:
    """The row of one run for the table, empty where it came to nothing; and what it missed."""
    dice = random.Random(f"{fault} {seed}")
    try:
        if deaths:
            done = AGAIN_AND_AGAIN[fault](place, url, dice, deaths)
        else:
            done = FAULTS[fault](place, url, dice)
    except (AssertionError, pytest.fail.Exception, StoreError) as error:
        return "", [f"run {seed}: {error}"]
    missed = [f"run {seed}: {text}" for text in goals(fault, done)]
    if not missed:
        shutil.rmtree(place.folder)
    return done.row(fault), missed


@pytest.mark.parametrize(("fault", "number"), CAMPAIGN)
def test_what_was_handed_over_is_there_each_time(
    fault: str,
    number: int,
    urls: list[str],
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    deaths = CHAINS.get(fault, (0, 0))[1]

    def suffer(lane: int) -> tuple[str, list[str]]:
        place = Place(tmp_path / f"run-{lane}")
        return run(fault, place, urls[lane], number * AT_ONCE + lane, deaths)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        runs = list(pool.map(suffer, range(AT_ONCE)))
    for row, _missed in runs:
        if row:
            record_property(TABLE, row)
    assert [text for _row, missed in runs for text in missed] == []
