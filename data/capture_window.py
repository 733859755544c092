"""A few seconds of a black box, without reading the hours before and after them.

Rule 1: the file is in the order of time, so the place is found by halving it: some ten rows are
        looked at, however long the session was.
Rule 2: `offset` counts every byte of every wire since the recording began, those that the cap of
        the file has cost included.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data import vault
from data.capture_store import APPLICATION_ID, UNREADABLE, VERSION, Piece, unpack
from data.connection import Connection, storage_errors
from data.errors import StoreDamaged, StoreMissing
from data.migrations import check_ours

OUT_OF_ORDER_S = 2.0
"""What waited in a queue may stand so much behind what came after it."""


@dataclass(frozen=True, slots=True)
class PlacedPiece:
    """A piece and the number of bytes before it."""

    piece: Piece
    offset: int


@dataclass(frozen=True, slots=True)
class CaptureWindow:
    """What went over the wires within some seconds; `total` is the bytes of the whole file."""

    pieces: tuple[PlacedPiece, ...] = ()
    total: int = 0


def window(path: Path, key: bytes | None, from_s: float, to_s: float) -> CaptureWindow:
    """The pieces from `from_s` to `to_s`, in their order. Raises a `StoreError`."""
    if not path.exists():
        raise StoreMissing(f"{path} does not exist; the raw bytes were not kept there")
    connection = vault.connect(path, key, read_only=True)
    try:
        with storage_errors(path):
            if check_ours(connection, path, APPLICATION_ID, *VERSION):
                return CaptureWindow()
            return _Rows(connection, path).window(from_s, to_s)
    finally:
        connection.close()


class _Rows:
    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        rows = connection.execute("SELECT n, wire_bytes FROM pieces ORDER BY n").fetchall()
        self._numbers = [int(n) for n, _bytes in rows]
        self._bytes = [int(wire_bytes) for _n, wire_bytes in rows]
        dropped = connection.execute("SELECT wire_bytes FROM dropped").fetchall()
        self._dropped = int(dropped[0][0]) if dropped else 0

    def window(self, from_s: float, to_s: float) -> CaptureWindow:
        found = tuple(
            placed
            for placed in self._from(self._first(from_s - OUT_OF_ORDER_S), to_s + OUT_OF_ORDER_S)
            if from_s <= placed.piece.at <= to_s
        )
        return CaptureWindow(found, self._dropped + sum(self._bytes))

    def _first(self, at_s: float) -> int:
        """The place of the row in which this moment lies."""
        low, high = 0, len(self._numbers)
        while low < high:
            middle = (low + high) // 2
            pieces = self._unpacked(middle)
            if pieces and pieces[0].at > at_s:
                high = middle
            else:
                low = middle + 1
        return max(0, low - 1)

    def _from(self, place: int, until_s: float) -> Iterator[PlacedPiece]:
        for row in range(place, len(self._numbers)):
            offset = self._dropped + sum(self._bytes[:row])
            pieces = self._unpacked(row)
            if pieces and pieces[0].at > until_s:
                return
            for piece in pieces:
                yield PlacedPiece(piece, offset)
                offset += len(piece.data)

    def _unpacked(self, place: int) -> list[Piece]:
        n = self._numbers[place]
        rows = self._connection.execute("SELECT packed FROM pieces WHERE n = ?", (n,)).fetchall()
        try:
            return list(unpack(rows[0][0])) if rows else []
        except UNREADABLE as error:
            raise StoreDamaged(
                f"row {n} of {self._path} cannot be read ({error}); look at another moment"
            ) from error
