"""Records of the A&D TM-2657, built here by the description alone."""

from __future__ import annotations

ACKNOWLEDGED = b"\x16\x16\x0100\x06"
START = bytes.fromhex("16 16 01 30 30 02 53 54 03 07")
STOP = bytes.fromhex("16 16 01 30 30 02 53 50 03 03")
LAST_RESULT = bytes.fromhex("16 16 01 30 30 02 52 42 03 10")


def framed(content: bytes) -> bytes:
    """With SYN, SOH, address and the check byte over 01 to 03."""
    checked = b"\x0100\x02" + content + b"\x03"
    check = 0
    for byte in checked:
        check ^= byte
    return b"\x16\x16" + checked + bytes([check])


def bare(content: bytes) -> bytes:
    return b"\x02" + content + b"\x03"


def content(
    sbp: str = "S128",
    mean: str = "M096",
    dbp: str = "D082",
    pulse: str = "P071",
    *,
    error: str = "E00",
    stamp: str = "2601151032",
    second: str = "0",
    third: str = "00",
    tail: tuple[str, ...] = ("L180", "A03", ""),
) -> bytes:
    fields = ("TM2657", stamp, second, third, error, sbp, mean, dbp, pulse, *tail)
    return "\x1e".join(fields).encode("latin-1")


FRAMES = (
    framed(content()),
    framed(content(error="E44")),
    *(framed(content(f"S{130 + n}", stamp=f"26011511{n:02d}")) for n in range(5)),
    *(bare(content(f"S{140 + n}", stamp=f"26011512{n:02d}")) for n in range(4)),
)
