"""Whoever changes a record with SQL and without its key is found, and what he changed is named."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from campaign_table import TABLE, row_of

from data import vault
from data.errors import StoreDamaged
from data.manifest import Defect, verify
from data.mirror import Heads
from tests.data.tamper_attacks import ATTACKS
from tests.data.tampering import (
    COVERED,
    EXEMPT,
    KEY,
    Impossible,
    Target,
    genuine_record,
    intruding,
    tables_of,
)

MODERATE, MANY = 70, 2000
DRAWS = 200
"""So often another attack is drawn where one cannot be made."""


@pytest.fixture(scope="module")
def genuine(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Heads]:
    path = tmp_path_factory.mktemp("genuine") / "record.db"
    return path, genuine_record(path)


@pytest.fixture
def copied(genuine: tuple[Path, Heads], tmp_path: Path) -> Path:
    return fresh(genuine[0], tmp_path)


def fresh(genuine: Path, folder: Path) -> Path:
    for left in folder.glob("record.db*"):
        left.unlink()
    return shutil.copy(genuine, folder / "record.db")


def test_the_genuine_record_has_no_defect(genuine: tuple[Path, Heads]) -> None:
    path, heads = genuine
    assert verify(path, KEY) == []
    assert verify(path, KEY, heads) == []


def test_every_table_of_the_record_is_attacked_or_exempt(genuine: tuple[Path, Heads]) -> None:
    connection = vault.connect(genuine[0], KEY, read_only=True)
    assert tables_of(connection) == COVERED | EXEMPT
    assert all(connection.execute(f"SELECT 1 FROM {one}").fetchall() for one in COVERED)
    connection.close()


def attack(
    genuine: Path, folder: Path, dice: random.Random
) -> tuple[str, Target, list[str], Path]:
    """One that changes something: its kind and table, who is to be named, and the SQL of it."""
    for _draw in range(DRAWS):
        kind, table = dice.choice(list(ATTACKS)), dice.choice(sorted(COVERED))
        path = fresh(genuine, folder)
        try:
            with intruding(path) as he:
                before = he.state()
                target = ATTACKS[kind](he, table, dice)
                changed = he.state() != before
        except Impossible:
            continue
        if changed:
            return f"{kind}|{table}", target, he.said, path
    pytest.fail("no attack can be made any more")


def judged(path: Path, mirror: Heads | None = None) -> list[Defect]:
    """What `verify` finds; a record that does not even open is a defect without a name."""
    try:
        return verify(path, KEY, mirror)
    except StoreDamaged as error:
        return [Defect("", None, str(error))]


@dataclass(frozen=True, slots=True)
class Campaign:
    """How often each kind was tried, found and named, and in words what was not."""

    tried: Counter[str]
    found: Counter[str]
    named: Counter[str]
    misses: list[str]


def campaign(genuine: Path, folder: Path, seeds: range) -> Campaign:
    done = Campaign(Counter(), Counter(), Counter(), [])
    for seed in seeds:
        name, target, said, path = attack(genuine, folder, random.Random(seed))
        kind, defects = name.partition("|")[0], judged(path)
        named = target.is_named(defects)
        done.tried[kind] += 1
        done.found[kind] += bool(defects)
        done.named[kind] += named
        if not named:
            what = f"found as {defects}, and {target} not named" if defects else "not found"
            done.misses.append(f"attack {seed} ({name}) was {what}; the SQL: {said}")
    return done


def test_whatever_an_intruder_changes_is_found_and_named(
    genuine: tuple[Path, Heads], tmp_path: Path
) -> None:
    done = campaign(genuine[0], tmp_path, range(MODERATE))
    assert done.misses == []
    assert set(done.tried) == set(ATTACKS)


@pytest.mark.soak
def test_none_of_many_attacks_goes_unseen(
    genuine: tuple[Path, Heads], tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    done = campaign(genuine[0], tmp_path, range(10_000, 10_000 + MANY))
    for kind in ATTACKS:
        counts = {"tried": done.tried[kind], "found": done.found[kind], "named": done.named[kind]}
        record_property(TABLE, row_of("attack", kind, **counts))
    assert done.misses == []
