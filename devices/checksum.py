"""Check values of the protocols, each with the vectors its sources publish (in the tests)."""

from __future__ import annotations


def dinamap_sum(message: bytes) -> bytes:
    """The two check characters of a DINAMAP message, over everything before them.

    Two printable characters carry six bits each. Outside printable ASCII the protocol defines
    nothing; the result is then some two characters that will not fit.
    """
    total = 0
    for byte in message:
        total += byte - 0x20 + 1
        if total > 0xFFF:
            total -= 0xFFF
    return bytes((0x20 + (total >> 6 & 0x3F), 0x20 + (total & 0x3F)))
