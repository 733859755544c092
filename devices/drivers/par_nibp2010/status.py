"""The reply to the question for status and last result.

S1;A0;C03;M00;P125080090;R075;T0005;;40      see the head of the package for the fields
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from devices.errors import ChecksumError, ContentError

_REPLY = re.compile(
    rb"(S(\d);A(\d);C\d\d;M(\d\d);P([\d -]{9});R([\d -]{3});T[\d -]{4};(?:[^;]+;)*;)"
    rb"([\dA-Fa-f]{2})"
)
"""Newer firmware may put fields before the two semicolons."""


@dataclass(frozen=True, slots=True)
class Status:
    """The reply to 18. `error` is M; a pressure or pulse None = none."""

    state: int
    neonatal: bool
    error: int
    sbp: int | None
    dbp: int | None
    mean: int | None
    pulse: int | None


def parse_status(body: bytes) -> Status | None:
    """None = not a status. Raises `ProtocolError` for a damaged one."""
    match = _REPLY.fullmatch(body)
    if match is None:
        return None
    if sum(match[1]) & 0xFF != int(match[7], 16):
        raise ChecksumError(f"damaged reply: {body!r}")
    pressures = match[5]
    sbp, dbp, mean = (_number(pressures[at : at + 3]) for at in (0, 3, 6))
    return Status(
        int(match[2]), match[3] == b"1", int(match[4]), sbp, dbp, mean, _number(match[6])
    )


def _number(field: bytes) -> int | None:
    if not field.strip(b" -"):
        return None
    if not field.strip().isdigit():
        raise ContentError(f"not a number: {field!r}")
    return int(field) or None
