"""What committing readings costs, against bare sqlite3 with the same durability and batches.

Three batches: a reading of one chair, eight of one chair (it comes back after a wait), and the
second of a full room, a reading of each of eight chairs. Ours also keeps the chain of each session
and its line in the library, and reads none of it again.
"""

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
BATCHES = 200
SIGNS = ("hr", "pulse", "spo2", "rr", "perfusion", "temp", "abp_sys", "abp_dia", "abp_mean")
KEY = bytes(range(32))
ROOM, WAITED, ALONE = (8, 1), (1, 8), (1, 1)
"""Chairs, and readings of each in a batch."""

Row = tuple[int | float | None, ...]
Shape = tuple[int, int]


def places(shape: Shape) -> list[list[tuple[int, int]]]:
    """The chair and the number of each reading, batch after batch."""
    chairs, each = shape
    return [
        [(chair, 1 + batch * each + n) for chair in range(chairs) for n in range(each)]
        for batch in range(BATCHES)
    ]


def batches_of_entries(shape: Shape = WAITED) -> list[list[Entry]]:
    what = [numerics(hr=70 + n % 20, pulse=70 + n % 20, spo2=97, rr=14) for n in range(20)]
    return [
        [Entry(f"bench-{chair}", seq, float(seq), what[seq % 20]) for chair, seq in batch]
        for batch in places(shape)
    ]


def batches_of_rows(shape: Shape) -> list[list[Row]]:
    """The same as `batches_of_entries`, as somebody would store it who stores nothing else."""
    return [
        [
            (chair, seq, seq * 1000, 70 + seq % 20, 70 + seq % 20, 97, 14, *[None] * 5)
            for chair, seq in batch
        ]
        for batch in places(shape)
    ]


class Files:
    """New files for every round; making them is not measured."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = 0

    def new(self) -> Path:
        self._made += 1
        return self._folder / f"{self._made}.db"


def seconds_of_the_store(path: Path, key: bytes | None, shape: Shape = WAITED) -> float:
    batches = batches_of_entries(shape)

    def write() -> None:
        for batch in batches:
            store.write(batch)

    with SessionStore.open(path, key) as store:
        store.write([Entry(f"bench-{chair}", 0, 0.0, opened()) for chair in range(shape[0])])
        return seconds_of(write)


def seconds_of_bare_sqlite(path: Path, shape: Shape = WAITED) -> float:
    batches = batches_of_rows(shape)
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


@pytest.mark.parametrize(
    ("shape", "name"),
    [
        (ROOM, "a reading of each of 8 chairs"),
        (WAITED, "8 readings of a chair"),
        (ALONE, "a reading"),
    ],
)
@pytest.mark.parametrize(("key", "kind"), [(None, "plain"), (KEY, "encrypted")])
def test_a_commit_costs_little_more_than_bare_sqlite(
    key: bytes | None,
    kind: str,
    shape: Shape,
    name: str,
    tmp_path: Path,
    report: Callable[[Figure], None],
) -> None:
    files = Files(tmp_path)
    ours_s, bare_s = alternately(
        lambda: seconds_of_the_store(files.new(), key, shape),
        lambda: seconds_of_bare_sqlite(files.new(), shape),
    )
    report(
        Figure(
            f"commit {name}, {kind} / bare sqlite3",
            ours_s / bare_s,
            GOAL,
            detail=f"{ours_s / BATCHES * 1000:.2f} ms against {bare_s / BATCHES * 1000:.2f} ms, "
            f"{BATCHES / ours_s:.0f} commits/s",
        )
    )
