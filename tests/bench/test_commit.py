"""What committing readings costs, against bare sqlite3 with the same durability and batches."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from reporting import Figure, alternately, seconds_of

from data.store import SessionStore
from monitor.entries import Entry
from tests.ui.trend_examples import numerics, opened

pytestmark = pytest.mark.bench

GOAL = 1.5
BATCH = 8
"""A second of eight chairs."""
BATCHES = 200
SIGNS = ("hr", "pulse", "spo2", "rr", "perfusion", "temp", "abp_sys", "abp_dia", "abp_mean")
KEY = bytes(range(32))

Row = tuple[int | float | None, ...]


def batches_of_entries() -> list[list[Entry]]:
    what = [numerics(hr=70 + n % 20, pulse=70 + n % 20, spo2=97, rr=14) for n in range(20)]
    return [
        [
            Entry("bench", 1 + batch * BATCH + n, batch + n / 1000, what[(batch + n) % 20])
            for n in range(BATCH)
        ]
        for batch in range(BATCHES)
    ]


def batches_of_rows() -> list[list[Row]]:
    """The same as `batches_of_entries`, as somebody would store it who stores nothing else."""
    return [
        [
            (1, 1 + batch * BATCH + n, batch * 1000 + n, 70 + (batch + n) % 20,
             70 + (batch + n) % 20, 97, 14, None, None, None, None, None)
            for n in range(BATCH)
        ]
        for batch in range(BATCHES)
    ]  # fmt: skip


class Files:
    """New files for every round; making them is not measured."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = 0

    def new(self) -> Path:
        self._made += 1
        return self._folder / f"{self._made}.db"


def seconds_of_the_store(path: Path, key: bytes | None) -> float:
    batches = batches_of_entries()

    def write() -> None:
        for batch in batches:
            store.write(batch)

    with SessionStore.open(path, key) as store:
        store.write([Entry("bench", 0, 0.0, opened())])
        return seconds_of(write)


def seconds_of_bare_sqlite(path: Path) -> float:
    batches = batches_of_rows()
    insert = f"INSERT INTO numerics VALUES ({', '.join('?' * (3 + len(SIGNS)))})"

    def write() -> None:
        for batch in batches:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(insert, batch)
            connection.execute("COMMIT")

    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(
            "CREATE TABLE numerics (session INTEGER NOT NULL, seq INTEGER NOT NULL, "
            f"t_ms INTEGER NOT NULL, {', '.join(f'{sign} REAL' for sign in SIGNS)}, "
            "PRIMARY KEY (session, seq)) STRICT, WITHOUT ROWID"
        )
        return seconds_of(write)
    finally:
        connection.close()


@pytest.mark.parametrize(("key", "kind"), [(None, "plain"), (KEY, "encrypted")])
def test_a_commit_costs_little_more_than_bare_sqlite(
    key: bytes | None, kind: str, tmp_path: Path, report: Callable[[Figure], None]
) -> None:
    files = Files(tmp_path)
    ours_s, bare_s = alternately(
        lambda: seconds_of_the_store(files.new(), key),
        lambda: seconds_of_bare_sqlite(files.new()),
    )
    report(
        Figure(
            f"commit {BATCH} readings, {kind} / bare sqlite3",
            ours_s / bare_s,
            GOAL,
            detail=f"{ours_s / BATCHES * 1000:.2f} ms against {bare_s / BATCHES * 1000:.2f} ms",
        )
    )
