"""The black box: every byte that went over a wire, with its time and direction, in its own file.

Rule 1: what was said within one second is one row, so at most the last second can be missing; a
        minute of rows (or 64 kB) is then packed into one, which is what makes the file small.
Rule 2: the file never grows beyond its cap: the oldest bytes go, and how many is kept.
Rule 3: times are whole milliseconds; the clock is the caller's, and starts anew with each run.

One packed row is deflated: a line of JSON (times as differences, who, direction, length of each
piece), then the bytes of all pieces. The file is encrypted like the record, with its own salt.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data import vault
from data.connection import Connection, storage_errors, transaction
from data.errors import StoreDamaged, StoreError
from data.migrations import Steps, bring_up_to_date, check_ours, number
from data.outside import LONGEST_TIME_S, TooLarge, inflate

CAP_BYTES = 256 * 1024 * 1024
BLOCK_BYTES = 64 * 1024
BLOCK_S = 60.0
LARGEST_ROW = 40_000_000
LARGEST_HEAD = 16_000_000
"""Bytes of a row that is unpacked, and of its line of JSON. What waited in memory while the file
could not be written becomes one row of up to 16 MB."""
LONGEST_NAME = 5000
APPLICATION_ID = 0x43685357
VERSION = (1, 0)


def first_capture(connection: Connection) -> None:
    connection.execute(
        "CREATE TABLE runs (n INTEGER PRIMARY KEY, opened_utc REAL NOT NULL) STRICT"
    )
    connection.execute(
        "CREATE TABLE pieces (n INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES runs (n),"
        " wire_bytes INTEGER NOT NULL, packed BLOB NOT NULL) STRICT"
    )
    connection.execute("CREATE TABLE dropped (wire_bytes INTEGER NOT NULL) STRICT")
    connection.execute("INSERT INTO dropped VALUES (0)")


STEPS = Steps("chairside-capture", (("first_capture", first_capture),))


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes that went over one wire at one moment; `direction` is the word for it, rx or tx."""

    at: float
    device: str
    direction: str
    data: bytes


class CaptureFile:
    """An open capture, for one thread. Each opening is a run with a clock of its own."""

    def __init__(self, path: Path, connection: Connection, run: int, cap_bytes: int) -> None:
        self.path = path
        self._connection = connection
        self._run = run
        self._cap_bytes = cap_bytes
        self._block: list[Piece] = []
        self._rows: list[int] = []

    @classmethod
    def open(cls, path: Path, key: bytes | None = None, cap_bytes: int = CAP_BYTES) -> CaptureFile:
        """Open for writing; make the file if there is none. Raises a `StoreError`."""
        connection = vault.connect(path, key, read_only=False)
        try:
            with storage_errors(path):
                check_ours(connection, path, APPLICATION_ID, *VERSION)
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")
                bring_up_to_date(connection, path, STEPS, VERSION, APPLICATION_ID)
                run = connection.execute(
                    "INSERT INTO runs (opened_utc) VALUES (?) RETURNING n", (time.time(),)
                ).fetchall()[0][0]
        except BaseException:
            connection.close()
            raise
        return cls(path, connection, int(run), cap_bytes)

    def close(self) -> None:
        """Pack what is left, close the file."""
        try:
            if self._rows:
                with storage_errors(self.path), transaction(self._connection):
                    self._pack_block()
        finally:
            # Whoever only reads a file without a log leaves nothing beside it.
            with contextlib.suppress(StoreError), storage_errors(self.path):
                self._connection.execute("PRAGMA journal_mode = DELETE")
            with storage_errors(self.path):
                self._connection.close()

    def add(self, pieces: Sequence[Piece]) -> None:
        """Store pieces in one row; on the disk when this returns. Raises a `StoreError`."""
        if not pieces:
            return
        block, rows = self._block, self._rows
        try:
            with storage_errors(self.path), transaction(self._connection):
                self._rows = [*rows, self._insert(pieces)]
                self._block = [*block, *pieces]
                if _is_full(self._block):
                    self._pack_block()
                    self._keep_to_cap()
        except BaseException:
            self._block, self._rows = block, rows
            raise

    @property
    def dropped_bytes(self) -> int:
        """Bytes of the wires that the cap has cost so far."""
        with storage_errors(self.path):
            rows = self._connection.execute("SELECT wire_bytes FROM dropped").fetchall()
            return int(rows[0][0])

    def _insert(self, pieces: Sequence[Piece]) -> int:
        wire_bytes = sum(len(piece.data) for piece in pieces)
        rows = self._connection.execute(
            "INSERT INTO pieces (run, wire_bytes, packed) VALUES (?, ?, ?) RETURNING n",
            (self._run, wire_bytes, pack(pieces)),
        ).fetchall()
        return int(rows[0][0])

    def _pack_block(self) -> None:
        """One row in the place of those of the last minute."""
        first, last = self._rows[0], self._rows[-1]
        self._connection.execute(
            "DELETE FROM pieces WHERE run = ? AND n BETWEEN ? AND ?", (self._run, first, last)
        )
        self._insert(self._block)
        self._block, self._rows = [], []

    def _keep_to_cap(self) -> None:
        size = number(self._connection, "page_size")
        while self._used_pages() * size > self._cap_bytes:
            oldest = self._connection.execute(
                "DELETE FROM pieces WHERE n IN (SELECT n FROM pieces ORDER BY n LIMIT 8)"
                " AND n < (SELECT max(n) FROM pieces) RETURNING wire_bytes"
            ).fetchall()
            if not oldest:
                return
            lost = sum(wire_bytes for (wire_bytes,) in oldest)
            self._connection.execute("UPDATE dropped SET wire_bytes = wire_bytes + ?", (lost,))

    def _used_pages(self) -> int:
        return number(self._connection, "page_count") - number(self._connection, "freelist_count")


def _is_full(block: Sequence[Piece]) -> bool:
    if block[-1].at - block[0].at >= BLOCK_S:
        return True
    return sum(len(piece.data) for piece in block) >= BLOCK_BYTES


def read(path: Path, key: bytes | None = None) -> Iterator[tuple[float, str, str, bytes]]:
    """Everything in a capture, in order: (at, device, direction, data). Raises a `StoreError`."""
    connection = vault.connect(path, key, read_only=True)
    try:
        with storage_errors(path):
            if check_ours(connection, path, APPLICATION_ID, *VERSION):
                return
            for n, packed in connection.execute("SELECT n, packed FROM pieces ORDER BY n"):
                try:
                    pieces = unpack(packed)
                except UNREADABLE as error:
                    raise StoreDamaged(
                        f"row {n} of {path} cannot be read ({error}); the rest is not read"
                    ) from error
                for piece in pieces:
                    yield piece.at, piece.device, piece.direction, piece.data
    finally:
        connection.close()


def pack(pieces: Sequence[Piece]) -> bytes:
    times = [round(piece.at * 1000) for piece in pieces]
    devices = list(dict.fromkeys(piece.device for piece in pieces))
    head = {
        "device": devices,
        "ms": [b - a for a, b in itertools.pairwise([0, *times])],
        "who": [devices.index(piece.device) for piece in pieces],
        "way": [piece.direction for piece in pieces],
        "size": [len(piece.data) for piece in pieces],
    }
    text = json.dumps(head, separators=(",", ":")).encode()
    return zlib.compress(b"\n".join((text, b"".join(piece.data for piece in pieces))), 9)


UNREADABLE = (ValueError, KeyError, IndexError, TypeError, RecursionError, zlib.error)
"""What comes out of unpacking a row that we did not write."""


def unpack(packed: bytes) -> Iterator[Piece]:
    """The pieces of a row, one by one; the row has been checked when this returns.

    Raises one of `UNREADABLE`.
    """
    text, _, data = inflate(packed, LARGEST_ROW).partition(b"\n")
    if len(text) > LARGEST_HEAD:
        raise TooLarge(LARGEST_HEAD)
    head = json.loads(text)
    _check(head, len(data))
    return (
        Piece(ms / 1000, head["device"][who], way, data[end - size : end])
        for ms, who, way, size, end in zip(
            itertools.accumulate(head["ms"]),
            head["who"],
            head["way"],
            head["size"],
            itertools.accumulate(head["size"]),
            strict=True,
        )
    )


def _check(head: dict[str, list[Any]], data_bytes: int) -> None:
    numbers = [*head["ms"], *head["who"], *head["size"]]
    words = [*head["device"], *head["way"]]
    if not all(type(one) is int for one in numbers):
        raise ValueError("a time, a device or a length is no whole number")
    if not all(isinstance(one, str) and len(one) <= LONGEST_NAME for one in words):
        raise ValueError("a device or a direction has no name")
    if not len(head["ms"]) == len(head["who"]) == len(head["way"]) == len(head["size"]):
        raise ValueError("its pieces are torn")
    if not all(0 <= who < len(head["device"]) for who in head["who"]):
        raise ValueError("a piece is of no device")
    if min(head["size"], default=0) < 0 or sum(head["size"]) != data_bytes:
        raise ValueError("the lengths of its pieces do not fit its bytes")
    if any(abs(ms) > LONGEST_TIME_S * 1000 for ms in itertools.accumulate(head["ms"])):
        raise ValueError("it lies too far from its beginning")
