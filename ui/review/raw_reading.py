"""Raw bytes about one moment as rows, with what the driver of their monitor makes of them.

Rule 1: what is kept is shown as it is: time, direction, the number of the first byte in the whole
        recording, pairs and readable signs. What was understood stands below it.
Rule 2: a driver needs some seconds before the window to find its feet; they are heard, not shown.
Rule 3: a driver that is not here any more hides nothing: its bytes are shown without meaning.
Pure, no Qt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.capture_window import CaptureWindow, PlacedPiece
from devices.decode import DecodedRow, RowKind, decode_pieces
from devices.errors import UnknownDriver
from devices.registry import driver_named
from ui.black_box import driver_of
from ui.chair.device_text import BYTES_A_ROW, readable
from ui.words import figure, say

ABOUT_S = 2.0
WARM_UP_S = 12.0
WARM_UP_BYTES = 24_000
MOST_ROWS = 600
WAYS = {"rx": "←", "tx": "→"}


@dataclass(frozen=True, slots=True)
class RawRow:
    """One piece. `said` is what was understood with it, in words."""

    at_s: float
    device: str
    way: str
    offset: int
    data: bytes
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RawReading:
    """What is shown of a moment; `notes` are sentences about it."""

    rows: tuple[RawRow, ...] = ()
    total: int = 0
    notes: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        return sum(len(row.data) for row in self.rows)


def raw_reading(kept: CaptureWindow, at_s: float) -> RawReading:
    """`kept` begins `WARM_UP_S` before what is shown."""
    from_s = at_s - ABOUT_S
    said: dict[tuple[str, int], list[str]] = {}
    notes: list[str] = []
    for device in dict.fromkeys(one.piece.device for one in kept.pieces):
        try:
            found = _understood(device, kept.pieces, from_s)
        except UnknownDriver:
            notes.append(say("bytes-not-understood", driver_of(device)))
            continue
        said |= {(device, offset): words for offset, words in found.items()}
    rows = tuple(
        RawRow(
            one.piece.at,
            one.piece.device,
            one.piece.direction,
            one.offset,
            one.piece.data,
            tuple(said.get((one.piece.device, one.offset), ())),
        )
        for one in kept.pieces
        if one.piece.at >= from_s
    )
    return RawReading(rows, kept.total, tuple(notes))


def _understood(device: str, pieces: Sequence[PlacedPiece], from_s: float) -> dict[int, list[str]]:
    """By the offset of the piece with which it was understood."""
    driver = driver_named(driver_of(device))
    heard = [one for one in pieces if one.piece.device == device and one.piece.direction == "rx"]
    heard = _shortened(heard, from_s)
    ends: dict[int, int] = {}
    end = 0
    for one in heard:
        end += len(one.piece.data)
        ends[end] = one.offset
    found: dict[int, list[str]] = {}
    for row in decode_pieces(driver, [(one.piece.at, one.piece.data) for one in heard]):
        found.setdefault(ends[row.offset], []).append(_words(row))
    return found


def _shortened(heard: list[PlacedPiece], from_s: float) -> list[PlacedPiece]:
    """Of a fast line fewer seconds are heard before the window."""
    before = [one for one in heard if one.piece.at < from_s]
    room, first = WARM_UP_BYTES, len(before)
    while first > 0 and room > 0:
        first -= 1
        room -= len(before[first].piece.data)
    return [*before[first:], *heard[len(before) :]]


def _words(row: DecodedRow) -> str:
    if row.kind is RowKind.PROTOCOL_ERROR or not row.sign:
        return " ".join(part for part in (row.kind.value, row.note) if part)
    value = "–" if row.value is None else figure(f"{row.value:g}")
    said = say("bytes-said", row.sign, value, row.unit).strip()
    return f"{said} ({row.note})" if row.note else said


def raw_text(reading: RawReading, zero_s: float) -> str:
    """All of it in lines of `BYTES_A_ROW` bytes, for a font of equal widths."""
    lines: list[str] = []
    several = len({row.device for row in reading.rows}) > 1
    for row in reading.rows:
        lines += _lines(row, zero_s, several=several)
    if len(lines) > MOST_ROWS:
        left = len(lines) - MOST_ROWS
        lines = [*lines[:MOST_ROWS], say("bytes-less", left)]
    return "\n".join((*reading.notes, *lines))


def _lines(row: RawRow, zero_s: float, *, several: bool) -> list[str]:
    who = f" {driver_of(row.device):<12.12}" if several else ""
    made = []
    for begin in range(0, len(row.data), BYTES_A_ROW):
        part = row.data[begin : begin + BYTES_A_ROW]
        when = _moment(row.at_s - zero_s) if begin == 0 else ""
        pairs = " ".join(f"{byte:02X}" for byte in part)
        signs = "".join(readable(byte) for byte in part)
        made.append(
            f"{when:>9} {WAYS.get(row.way, row.way)}{who} {row.offset + begin:>8}"
            f" {pairs:<{BYTES_A_ROW * 3 - 1}} {signs}"
        )
    indent = " " * 12
    made += [f"{indent}{say('bytes-understood', words)}" for words in row.said]
    return made


def _moment(seconds: float) -> str:
    whole, sign = abs(seconds), "−" if seconds < 0 else ""
    return f"{sign}{int(whole // 60)}:{whole % 60:05.2f}"
