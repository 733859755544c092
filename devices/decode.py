"""Raw bytes of one monitor as rows: what was said, and after which byte.

Rule 1: `offset` is the number of bytes up to and including the frame that said it.
Rule 2: the bytes are paced as the real monitor sends them: `t_s` = offset / bytes per second.
Rule 3: only received bytes are needed. Nobody polls here; replies identify themselves.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from devices.errors import ProtocolError
from devices.session import DeviceEvent, Driver
from monitor.vitals import (
    SIGNS,
    CuffFailed,
    CuffResult,
    DeviceNote,
    Quality,
    Reading,
    SignalLost,
    VitalSign,
    WaveChunk,
)


class RowKind(enum.StrEnum):
    READING = "reading"
    LOST = "lost"
    DEVICE = "device"
    PROTOCOL_ERROR = "protocol-error"


@dataclass(frozen=True, slots=True)
class DecodedRow:
    """One line of the table. `sign`, `unit` and `note` are empty where there is none."""

    offset: int
    t_s: float
    kind: RowKind
    sign: str
    value: float | None
    unit: str
    note: str


@dataclass(frozen=True, slots=True)
class _Said:
    """What one event says, before it has a place."""

    kind: RowKind
    note: str
    sign: VitalSign | None = None
    value: float | None = None


def decode(driver: Driver, data: bytes) -> Iterator[DecodedRow]:
    """What a fresh conversation makes of these bytes, in their order."""
    # One byte at a time: so an event stands after its frame and not after its chunk.
    paced = (
        (round((index + 1) / driver.bytes_per_s, 3), data[index : index + 1])
        for index in range(len(data))
    )
    yield from _decoded(driver, paced, 0.0)


def decode_pieces(driver: Driver, pieces: Sequence[tuple[float, bytes]]) -> Iterator[DecodedRow]:
    """The same of received bytes with their own moments; a row stands behind its piece."""
    if pieces:
        yield from _decoded(driver, pieces, pieces[0][0])


def _decoded(
    driver: Driver, pieces: Iterable[tuple[float, bytes]], opened_s: float
) -> Iterator[DecodedRow]:
    session = driver.open(driver.source)
    session.opened(opened_s)
    offset = 0
    for t_s, data in pieces:
        offset += len(data)
        for event in session.receive(data, t_s):
            for said in _said(event):
                sign = said.sign or ""
                unit = "" if said.sign is None or said.value is None else SIGNS[said.sign].unit
                yield DecodedRow(offset, t_s, said.kind, sign, said.value, unit, said.note)


def _said(event: DeviceEvent) -> Iterator[_Said]:
    match event:
        case Reading():
            yield _Said(RowKind.READING, _quality(event.quality), event.sign, event.value)
        case CuffResult():
            yield from _cuff(event)
        case CuffFailed():
            yield _Said(RowKind.LOST, event.reason, VitalSign.SBP)
        case SignalLost():
            yield _Said(RowKind.LOST, event.reason, event.sign)
        case DeviceNote():
            yield _Said(RowKind.DEVICE, f"{event.kind} {event.text}".rstrip())
        case ProtocolError():
            yield _Said(RowKind.PROTOCOL_ERROR, str(event))
        case WaveChunk():
            return


def _cuff(result: CuffResult) -> Iterator[_Said]:
    for sign, value in (
        (VitalSign.SBP, result.sbp),
        (VitalSign.DBP, result.dbp),
        (VitalSign.MAP, result.map),
        (VitalSign.NIBP_PULSE, result.pulse),
    ):
        if value is not None:
            yield _Said(RowKind.READING, _quality(result.quality), sign, value)


def _quality(quality: Quality) -> str:
    return "" if quality is Quality.GOOD else quality
