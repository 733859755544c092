"""The bytes of a virtual IntelliVue: frames, messages and attributes, built from the description.

    C0 | 11 01 | length | user data | FCS, low byte first | C1      C0 C1 7D as 7D, byte XOR 20

Nothing here comes from the driver. The accept is as short as its reader may expect: the session
and presentation headers and the user information, without the ASN.1 between them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from datetime import datetime

_POLYNOMIAL = 0x8408


def _table() -> tuple[int, ...]:
    table = []
    for byte in range(256):
        check = byte
        for _ in range(8):
            check = check >> 1 ^ (_POLYNOMIAL if check & 1 else 0)
        table.append(check)
    return tuple(table)


_FCS = _table()


def fcs(data: bytes) -> int:
    """CRC-16/X-25."""
    check = 0xFFFF
    for byte in data:
        check = check >> 8 ^ _FCS[(check ^ byte) & 0xFF]
    return check ^ 0xFFFF


def frame(message: bytes) -> bytes:
    body = struct.pack(">HH", 0x1101, len(message)) + message
    body += struct.pack("<H", fcs(body))
    for byte in (0x7D, 0xC0, 0xC1):
        body = body.replace(bytes((byte,)), bytes((0x7D, byte ^ 0x20)))
    return b"\xc0" + body + b"\xc1"


def message_of(raw: bytes) -> bytes:
    """The user data between C0 and C1; empty for anything damaged."""
    first, *rest = raw.split(b"\x7d")
    if not all(rest):
        return b""
    body = first + b"".join(bytes((part[0] ^ 0x20,)) + part[1:] for part in rest)
    if (
        len(body) < 7
        or body[:2] != b"\x11\x01"
        or len(body) != 6 + int.from_bytes(body[2:4], "big")
    ):
        return b""
    return body[4:-2] if struct.pack("<H", fcs(body[:-2])) == body[-2:] else b""


# ---- session ------------------------------------------------------------------------------------

_SESSION = bytes.fromhex("0508130100160102800014020002")
_PROFILE = bytes.fromhex(
    "80000000 40000000 00000000 00800000 80000000 00000000 0001002C 00010028"
    "80000000 00000FA0 000003E4 000003E4 FFFFFFFF 60000000 0001000C F0010008 8E000000 00000000"
)
"""Polls of 500 ms and slower, messages of 996 bytes, numerics, waves and priority lists."""
_ACCEPTED = b"\xc1" + bytes((len(_PROFILE),)) + _PROFILE
ACCEPT = b"\x0e" + bytes((len(_SESSION + _ACCEPTED),)) + _SESSION + _ACCEPTED
RELEASED = bytes.fromhex("0A18 C116 61803080 020101 A0806380 8001 00 0000000000000000")
ABORT = bytes.fromhex(
    "192E 110103 C129 A080A0803080 020101 06025101 00000000 61803080 020101 A0806480 800101"
    "00000000000000000000"
)


def bcd(moment: datetime) -> bytes:
    return bytes.fromhex(moment.strftime("%Y%m%d%H%M%S00"))


def event(invoke: int, ticks: int, attributes: bytes) -> bytes:
    """The confirmed MDS create event; `attributes` is a list with its count and length."""
    body = bytes.fromhex("002100000000") + attributes
    told = struct.pack(">6sIHH", bytes.fromhex("002100000000"), ticks, 0x0D06, len(body)) + body
    return _remote(1, struct.pack(">HHH", invoke, 1, len(told)) + told)


def error(invoke: int, value: int) -> bytes:
    return _remote(3, struct.pack(">HHH", invoke, value, 0))


def result(action: int, invoke: int, body: bytes, link: tuple[int, int] | None) -> bytes:
    """A poll result; `link` is (1 first, 2 middle, 3 last; which) of several."""
    told = struct.pack(">6sHH", bytes.fromhex("002100000000"), action, len(body)) + body
    command = struct.pack(">HHH", invoke, 7, len(told)) + told
    return _remote(2, command) if link is None else _remote(5, bytes(link) + command)


def _remote(kind: int, command: bytes) -> bytes:
    return struct.pack(">4H", 0xE100, 2, kind, len(command)) + command


# ---- attributes and values ----------------------------------------------------------------------

NOT_A_NUMBER = 0x7FFFFF


def listed(items: Iterable[bytes]) -> bytes:
    """Count, length, items."""
    every = list(items)
    body = b"".join(every)
    return struct.pack(">HH", len(every), len(body)) + body


def attribute(name: int, value: bytes) -> bytes:
    return struct.pack(">HH", name, len(value)) + value


def thing(handle: int, attributes: Iterable[bytes]) -> bytes:
    return struct.pack(">H", handle) + listed(attributes)


def context(number: int, things: Iterable[bytes]) -> bytes:
    return struct.pack(">H", number) + listed(things)


def observed(physio: int, state: int, unit: int, mantissa: int, exponent: int = 0) -> bytes:
    value = (exponent & 0xFF) << 24 | mantissa & 0xFFFFFF
    return struct.pack(">HHHI", physio, state, unit, value)


def described(handle: int, kind: int, label: int, text: str) -> Iterator[bytes]:
    """What stands at the beginning of every object."""
    wide = text.ljust(6)[:6].encode("utf-16-be") + bytes(2)
    yield attribute(0x0921, struct.pack(">H", handle))
    yield attribute(0x092F, struct.pack(">HH", 1, kind))
    yield attribute(0x0924, struct.pack(">I", label))
    yield attribute(0x0927, struct.pack(">H", len(wide)) + wide)


def samples(physio: int, values: Iterable[int]) -> bytes:
    row = tuple(values)
    wide = struct.pack(f">{len(row)}H", *row)
    return struct.pack(">HHH", physio, 0, len(wide)) + wide


def alarm(code: int, kind: int, text: str) -> bytes:
    """An active alarm with a text; `kind` 0002 technical, 0200 of the patient (medium)."""
    wide = (text + "\0").encode("utf-16-be")
    told = struct.pack(">HIHHH", 1, 0, 1, 0x4000, len(wide)) + wide
    head = struct.pack(">4H3H", 0x0402, code, kind, 0x0008, 0x0006, 0, 0x8400)
    return head + struct.pack(">HH", 0x0204, len(told)) + told
