"""Whole simulated sessions with random faults and random hands: nothing is lost, nothing invented.

`make soak` plays other sessions each time, as many as fit `BUDGET_S`. One that fails is named by
its seed; to play it again alone:
``CHAIRSIDE_SOAK_SEEDS=17,42 pytest -m soak -k lane tests/end_to_end/test_soak_sessions.py``
"""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from accounted import holes
from campaign_table import TABLE, row_of
from soak_account import Account, account
from soak_checks import seconds_without_account, values_out_of_nothing, wrong_with
from soak_drawn import Drawn, drawn
from soak_hands import MAKERS
from soak_judged import entries_lost, judged_otherwise, judged_otherwise_from_the_wires
from soak_session import Played, play

from devices.simulated.scenario.faults import Fault, FaultKind
from monitor.commands import Command
from monitor.events import Numerics
from monitor.outcomes import AlarmChanged

SHORT_SEEDS = (1, 2, 3)
SHORT_MIN = (2.0, 3.0)
LANES = 10
SESSIONS_A_LANE = 10
"""At least, however long they take."""
BUDGET_S = float(os.environ.get("CHAIRSIDE_SOAK_S", "480"))
ALONE = [int(seed) for seed in os.environ.get("CHAIRSIDE_SOAK_SEEDS", "").split(",") if seed]
Row = Callable[[str, object], None]


# ---- in every run -------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SHORT_SEEDS)
def test_a_short_session_with_faults_and_hands_is_whole(seed: int, tmp_path: Path) -> None:
    assert wrong_with(play(drawn(seed, SHORT_MIN), tmp_path / "one")) == []


def test_every_command_is_among_what_the_hands_say() -> None:
    assert set(MAKERS) == set(get_args(Command))


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """A session that is judged from its bytes, with gaps, alarms and refusals."""
    return play(drawn(JUDGED_SEED, SHORT_MIN), tmp_path_factory.mktemp("soak") / "one")


JUDGED_SEED = 3


def without(played: Played, at: int) -> Played:
    return replace(played, stored=(*played.stored[:at], *played.stored[at + 1 :]))


def first(played: Played, kind: type) -> int:
    return next(at for at, one in enumerate(played.stored) if isinstance(one.what, kind))


def test_the_same_seed_is_the_same_session(played: Played, tmp_path: Path) -> None:
    again = play(drawn(JUDGED_SEED, SHORT_MIN), tmp_path / "again")
    assert again.stored == played.stored


def test_an_entry_that_is_gone_or_twice_is_found_out(played: Played) -> None:
    assert list(entries_lost(without(played, len(played.stored) // 2)))
    twice = replace(played, stored=(*played.stored, played.stored[-1]))
    assert list(entries_lost(twice))


def test_an_alarm_that_is_gone_is_found_out(played: Played) -> None:
    fewer = without(played, first(played, AlarmChanged))
    assert list(judged_otherwise(fewer))
    assert list(judged_otherwise_from_the_wires(fewer))


def test_a_gap_that_no_fault_explains_is_found_out(played: Played) -> None:
    assert list(holes(played.stored))
    scenario = replace(played.drawn.scenario, fault=(), artefact=())
    person = replace(played.drawn.person, scenario=scenario)
    innocent = replace(played, drawn=replace(played.drawn, person=person))
    assert list(seconds_without_account(innocent))


def test_a_value_where_nothing_could_be_heard_is_found_out(played: Played) -> None:
    at = first(played, Numerics)
    heard_s = played.stored[at].now_s
    scenario = played.drawn.scenario
    cut = Fault(FaultKind.UNPLUGGED, heard_s - 5.0, heard_s + 5.0)
    person = replace(played.drawn.person, scenario=replace(scenario, fault=(cut,)))
    deaf = replace(played, drawn=replace(played.drawn, person=person))
    assert list(values_out_of_nothing(deaf))


# ---- the campaign -------------------------------------------------------------------------------


def seeds(lane: int, deadline: float) -> Iterator[int]:
    """Until the time is over, and at least so many; or those that were asked for."""
    if ALONE:
        yield from ALONE[lane::LANES]
        return
    dice = random.SystemRandom()
    count = 0
    while count < SESSIONS_A_LANE or time.monotonic() < deadline:
        yield dice.randrange(10**6)
        count += 1


@contextmanager
def named(seed: int) -> Iterator[None]:
    """What breaks a session off bears its seed."""
    try:
        yield
    except BaseException as error:
        error.add_note(f"session {seed}")
        raise


def tell(found: Account, one: Drawn, wrong: int, row: Row) -> None:
    row(
        TABLE,
        row_of(
            "session",
            " + ".join(sorted(one.scenario.drivers)),
            sessions=1,
            seconds=round(found.seconds),
            with_value=round(found.valued_s),
            gaps=sum(found.gaps.values()),
            cuffs=found.cuffs,
            alarms=found.alarms,
            commands=found.commands,
            refused=found.refused,
            entries=found.entries,
            judged_by_bytes=found.captured,
            wrong=wrong,
        ),
    )
    for reason, gaps in found.gaps.items():
        row(TABLE, row_of("gap", reason, gaps=gaps, seconds=round(found.gap_s[reason])))


@pytest.mark.soak
@pytest.mark.parametrize("lane", range(LANES))
def test_every_session_of_a_lane_is_whole(lane: int, tmp_path: Path, record_property: Row) -> None:
    deadline = time.monotonic() + BUDGET_S / LANES
    missed: list[str] = []
    for seed in seeds(lane, deadline):
        folder = tmp_path / str(seed)
        with named(seed):
            done = play(drawn(seed), folder)
            wrong = wrong_with(done)
            tell(account(done), done.drawn, len(wrong), record_property)
        missed += [f"session {seed}: {text}" for text in wrong]
        shutil.rmtree(folder)
    assert missed == []
