"""PAR frames as the modules send them, built here by the description alone."""

from __future__ import annotations


def text(body: str, *, board: bool = False) -> bytes:
    """A frame of the plain module, or of the one with SpO2."""
    content = body.encode("ascii")
    return b"\xfd" + content + b"\xfe\r" if board else b"\x02" + content + b"\x03\r"


def status(
    found: str = "P125080090;R075",
    *,
    state: int = 1,
    error: str = "00",
    mode: int = 0,
    board: bool = False,
) -> bytes:
    body = f"S{state};A{mode};C00;M{error};{found};T    ;;"
    return text(f"{body}{sum(body.encode()) % 256:02X}", board=board)


def live(mmhg: int, state: int = 3) -> bytes:
    return text(f"{mmhg:03d}C0S{state}")


def packet(state: int, spo2: int, rate: int, index: int = 0x6C, perfusion: int = 0) -> bytes:
    counted = bytes([7, index, state, spo2, rate, perfusion])
    return b"\x55\xaa" + counted + bytes([sum(counted) % 256])


END = text("999")
NO_FINGER = bytes.fromhex("55 AA 07 6C 02 7F FF 00 F3")
"""From a bench."""

FRAMES = (
    status(),
    packet(0, 97, 71),
    live(35),
    status("P120078090;R060", state=2, error="07"),
    NO_FINGER,
    status("P101065076;R060", board=True),
    packet(0x10, 96, 255),
)
