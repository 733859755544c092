"""Packets of Nonin and Contec oximeters, built here by the descriptions alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

NO_RATE, NO_SPO2 = 511, 127
DOC_FRAME = bytes.fromhex("01 98 63 00 FC")
"""The one frame of format 2 that is published: sensor alarm and out of track, wave 63h."""


def nonin(
    form: int,
    rate: int = 72,
    spo2: int = 98,
    *,
    flags: Mapping[int, int] | int = 0,
    state: int = 0x20,
    pleth: Iterable[int] = (),
) -> bytes:
    """One packet of 25 frames; `flags` are added to each status, or to those of some frames."""
    heights = [*pleth, *[99] * 25][:25]
    data = bytes([rate >> 7, rate & 0x7F, spo2, 40, 0, 1, 2, state, spo2, spo2, spo2]) + bytes(14)
    packet = b""
    for number in range(25):
        more = flags if isinstance(flags, int) else flags.get(number, 0)
        status = 0x80 | (number == 0) | more
        if form == 2:
            body = bytes([1, status, heights[number], data[number]])
        else:
            body = bytes([status, *heights[number].to_bytes(2, "big"), data[number]])
        packet += body + bytes([sum(body) % 256])
    return packet


def contec(
    rate: int = 72, spo2: int = 98, *, state: int = 5, pleth: int = 40, index: int = 0xFFFF
) -> bytes:
    data = [state, pleth, pleth >> 3 & 0x0F, rate, spo2, index & 0xFF, index >> 8]
    high = 0x80 | sum(1 << place for place, byte in enumerate(data) if byte > 0x7F)
    return bytes([0x01, high, *(byte | 0x80 for byte in data)])


NONIN_DF2 = (
    nonin(2),
    nonin(2, 131, 91, flags={3: 0x02, 4: 0x02}),
    nonin(2, NO_RATE, NO_SPO2, flags=0x18),
    nonin(2, 64, 99, state=0x01),
)
NONIN_DF7 = (
    nonin(7, pleth=range(30000, 30025)),
    nonin(7, 131, 91, flags={3: 0x06}),
    nonin(7, NO_RATE, NO_SPO2, flags=0x18),
    nonin(7, 64, 99, state=0x01),
)
CONTEC = (
    bytes.fromhex("01 E0 85 B3 96 C1 E1 FF FF"),
    contec(131, 91),
    contec(0xFF, 0x7F, state=0x85),
    contec(64, 99),
)
