"""SunTech frames as the module sends them, built here by the description alone."""

from __future__ import annotations


def frame(*payload: int) -> bytes:
    body = bytes([0x3E, len(payload) + 3, *payload])
    return body + bytes([-sum(body) % 256])


def pressure(mmhg: int) -> bytes:
    return frame(*mmhg.to_bytes(2, "little"))


def result(sbp: int, dbp: int, mean: int = 0, rate: int = 0, error: int = 0) -> bytes:
    beats_to_test = (30, 1, 0, 0, 0, 0, 0, 0, 0x31, 7)
    pressures = (*sbp.to_bytes(2, "little"), *dbp.to_bytes(2, "little"))
    return frame(*pressures, *beats_to_test, rate, 0, *mean.to_bytes(2, "little"), error, 0, 0)


DONE = bytes.fromhex("3E 04 4B 73")
EXAMPLE = bytes.fromhex("3E 18 73 00 4A 00 1E 01 00 00 00 00 00 00 31 07 55 00 58 00 00 00 00 E9")
"""Printed in the manual: 115/74, mean 88, rate 85."""

FRAMES = (
    EXAMPLE,
    pressure(258),
    result(115, 74, 88, 85, error=2),
    result(138, 84, 102, 91),
)
