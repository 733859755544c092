"""DRI records as a monitor sends them, built here by the description alone."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

CLOCK = 1768473127
"""2026-01-15 10:32:07, the monitor's clock when a test begins."""
INVALID, NOT_UPDATED, UNDER, OVER, UNCALIBRATED = -32767, -32766, -32764, -32763, -32762
ECG_SOURCE, PLETH_SOURCE = 1 << 3, 6 << 3
MEASURING, STASIS, CALIBRATING, OLD = 1 << 5, 1 << 6, 1 << 7, 1 << 8


def frame(record: bytes) -> bytes:
    checked = record + bytes([sum(record) % 256])
    return b"\x7e" + b"".join(
        b"\x7d" + bytes([byte & ~0x20]) if byte in b"\x7d\x7e" else bytes([byte])
        for byte in checked
    ) + b"\x7e"  # fmt: skip


def record(
    main_type: int, *subrecords: tuple[int, bytes], time: int = CLOCK, level: int = 9
) -> bytes:
    body = b"".join(content for _, content in subrecords)
    places, offset = b"", 0
    for kind, content in subrecords:
        places += struct.pack("<hB", offset, kind)
        offset += len(content)
    places = (places + b"\x00\x00\xff").ljust(24, b"\x00")[:24]
    head = struct.pack("<hBBHIBBHh", 40 + len(body), 1, level, 0, time, 0, 0, 0, main_type)
    return head + places + body


@dataclass(frozen=True)
class Screen:
    """What the monitor displays; each group is (status, label, values)."""

    ecg: tuple[int, int, int, int] = (3 | ECG_SOURCE, 0x0200, 88, 15)
    pressures: tuple[tuple[int, int, int, int, int], ...] = ()
    cuff: tuple[int, int, int, int, int] = (0x0008, 12800, 7900, 9500, 86)
    temperatures: tuple[tuple[int, int, int], ...] = ()
    spo2: tuple[int, int, int, int] = (3, 9700, 87, 235)
    co2: tuple[int, int] = (0, INVALID)
    kind: int = 0
    time: int = field(default=CLOCK)


def values(screen: Screen) -> bytes:
    status, leads, rate, breaths = screen.ecg
    data = struct.pack("<IIH5h", screen.time, status, leads, rate, *[INVALID] * 3, breaths)
    for number in range(4):
        if number < len(screen.pressures):
            data += struct.pack("<IH4h", *screen.pressures[number], INVALID)
        else:
            data += struct.pack("<IH4h", 0, 9 + number, *[INVALID] * 4)
    data += struct.pack("<IH4h", 3, *screen.cuff)
    for number in range(4):
        here = number < len(screen.temperatures)
        data += struct.pack("<IHh", *(screen.temperatures[number] if here else (0, 0, INVALID)))
    oximeter, saturation, pulse, amplitude = screen.spo2
    data += struct.pack("<IH4h", oximeter, 0, saturation, pulse, amplitude, INVALID)
    gas, gas_breaths = screen.co2
    data += struct.pack("<IH4h", gas, 0, INVALID, INVALID, gas_breaths, INVALID)
    return data.ljust(276, b"\x00") + struct.pack("<H", screen.kind << 8 | 0x91)


def displayed(screen: Screen | None = None, *, time: int = CLOCK, level: int = 9) -> bytes:
    return frame(record(0, (1, values(screen or Screen())), time=time, level=level))


def auxiliary(cuff_time: int, *, time: int = CLOCK) -> bytes:
    body = struct.pack("<Ih", cuff_time, 0).ljust(114, b"\x00")
    return frame(record(0, (4, body), time=time))


def wave(kind: int, samples: list[int], status: int = 0) -> tuple[int, bytes]:
    return kind, struct.pack(f"<HHH{len(samples)}h", len(samples), status, 0, *samples)


def waves(*chunks: tuple[int, bytes]) -> bytes:
    return frame(record(1, *chunks))


def alarms(*texts: str, wide: bool = False) -> bytes:
    part = 100 if wide else 98
    shown = [text.encode("latin-1").ljust(part, b"\x00") for text in texts]
    body = bytes(12 if wide else 10) + b"".join(shown).ljust(5 * part, b"\x00") + bytes(10)
    return frame(record(4, (1, body), level=10))


FRAMES = (
    displayed(),
    displayed(Screen(ecg=(3, 0, INVALID, INVALID), spo2=(3, INVALID, NOT_UPDATED, INVALID))),
    waves(wave(1, list(range(-150, 150))), wave(8, list(range(100)))),
    displayed(
        Screen(ecg=(0x3 | ECG_SOURCE, 0, 126, 125), cuff=(0x20, INVALID, 12, 0, 0)), time=0x7D7E7D
    ),
    alarms("HR HIGH", "Asystole"),
)
"""Each says something of its own to a monitor that has said nothing yet."""
