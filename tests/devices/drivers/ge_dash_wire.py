"""Unity replies as a Dash sends them, built here by the description alone."""

from __future__ import annotations

import struct

INVALID, MISSING, DRAW, FLUSH, ZEROING, CALIBRATING, NO_PULSE, SENSOR_FAIL = range(0x8000, 0x8008)
ECG, CUFF, SPO2, RESP, INVASIVE, TEMP = (
    (1, 0x3A), (10, 0x18), (11, 0x2D), (8, 0x22), (2, 0x4D), (9, 0x23),
)  # fmt: skip
ADDRESS = bytes.fromhex("C0A800C30000")
NEVER = (INVALID, INVALID, INVALID)


def block(what: tuple[int, int], *values: int, size: int = 70) -> bytes:
    kind, code = what
    shown = [*values, *[MISSING] * (3 - len(values))]
    data = struct.pack(">BBBB3H", 1, code, 0xC0, 0x80, *shown)
    data += struct.pack(">BB6H", 0x0C, code, *[MISSING] * 6)
    data += struct.pack(">BBBBH6H", 3, code, 0xA0, 0x20, 8, 94, 101, 35, 110, 0, 0).ljust(
        20, b"\0"
    )
    data += struct.pack(">BB", 0x15, code).ljust(10, b"\0")
    data += struct.pack(">BB4H", 2, code, 0, 0, 0, 0)
    return (data + bytes([kind, code, 0, 0])).ljust(size, b"\0")


def message(
    function: int, sub: int, data: bytes, *, status: int = 0, check: bytes = b"\x5a\xa5"
) -> bytes:
    head = ADDRESS * 2 + struct.pack(">HHHHHH", function, sub, 1, 0x51, 0, 0)
    return head + bytes(32) + struct.pack(">HH", status, len(data)) + data + check


def reply(
    *blocks: bytes, state: int = 0, level: int = 0, status: int = 0, check: bytes = b"\x5a\xa5"
) -> bytes:
    data = bytes([state, level, 3, 1, len(blocks), 0]) + b"".join(blocks)
    return message(201, 20, data, status=status, check=check)


def usual(*cuff: int, heart: int = 72, size: int = 70) -> bytes:
    """HR, a cuff line of MEAN, SYS, DIA, SpO2 with pulse, and respiration."""
    return reply(
        block(ECG, heart, 0, size=size),
        block(CUFF, *(cuff or NEVER), size=size),
        block(SPO2, 97, 64, size=size),
        block(RESP, 15, size=size),
    )


FRAMES = (
    usual(93, 128, 79),
    reply(block(ECG, 201, 20, 1), block(SPO2, 88, 199), level=7),
    reply(block(ECG, INVALID, MISSING), block(CUFF, *NEVER), block(SPO2, SENSOR_FAIL), state=1),
    usual(93, 128, 79, size=68),
)
