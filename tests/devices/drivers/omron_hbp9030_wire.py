"""Lines of format 5, built here by the description alone."""

from __future__ import annotations

IDENTITY = "12345678901234567890"

DESCRIBED = (
    b"2026,07,11,09,05,12345678901234567890,0,120,080,072,0\r\n",
    b"2024,02,29,23,59,                    ,0,120,080,072,0\r\n",
    b"2026,07,11,09,05,12345678901234567890,7,   ,   ,   ,0\r\n",
    b"2026,07,11,09,05,12345678901234567890,0,120,080,072,1\r\n",
)
"""Measured; nobody's identity on a leap day; error 7 with blank values; the arm moved once."""


def line(
    sbp: object = "120",
    dbp: object = "080",
    pulse: object = "072",
    *,
    stamp: str = "2026,07,11,09,05",
    identity: str = IDENTITY,
    error: object = 0,
    movements: int = 0,
) -> bytes:
    return f"{stamp},{identity},{error},{sbp},{dbp},{pulse},{movements}\r\n".encode("latin-1")


FRAMES = (
    *DESCRIBED,
    *(line(120 + minute, pulse="   ", stamp=f"2026,07,11,10,{minute:02d}") for minute in range(6)),
    line(error=3, stamp="2026,07,11,10,30"),
)
