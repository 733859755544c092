"""What a bad line does to a monitor's bytes, in any amount. What comes of it: `fuzz_trial.py`.

Rule 1: the same driver, seed and size give the same bytes.
Rule 2: half of the damage is beyond a check value: it is resealed. A wrong value in a right
        frame reaches deeper than a frame that is thrown away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

from drivers import (
    and_tm2657_wire,
    berry_pm6750_wire,
    ge_s5_wire,
    line_protocol_bench,
    suntech_oem_wire,
)
from every_wire import WIRE, Wire

from devices.checksum import dinamap_sum
from devices.registry import DRIVERS
from devices.session import Driver
from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors import intellivue_wire
from devices.simulated.monitors.catalogue import virtual_monitor
from devices.simulated.scenario.scenario import scenario_named

SOURCE = "device:fuzzed"
_VIRTUAL_S = 90.0
_LINE = line_protocol_bench.driver(line_protocol_bench.CONTINUOUS)

FUZZED: dict[str, tuple[Driver, Wire]] = {
    **{name: (driver, WIRE[name]) for name, driver in DRIVERS.items()},
    "line": (_LINE, Wire((b"72 98 98.2 12.1\r\n", b"*** 999 97.1 11.0\r\n"), between=b"\r")),
}
"""Every driver, and one that a file describes."""


# ---- damage -------------------------------------------------------------------------------------


def flipped(data: bytes, random: Random) -> bytes:
    """One to four bits are wrong."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 4)):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def dropped(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data))
    return data[:at] + data[at + random.randint(1, 20) :]


def inserted(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.randbytes(random.randint(1, 20)) + data[at:]


def cut_short(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data))]


def stuttered(data: bytes, random: Random) -> bytes:
    """A piece of it comes twice, or many times."""
    begin = random.randrange(len(data))
    piece = data[begin : begin + random.randint(1, 60)]
    return (
        data[:begin] + piece * random.choice((2, 2, 2, 2, 3, 3, 40)) + data[begin + len(piece) :]
    )


def retyped(data: bytes, random: Random) -> bytes:
    """Each of some characters becomes another of its kind: a digit a digit, a letter a letter."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 6)):
        at = random.randrange(len(changed))
        for kind in (b"0123456789", b"ABCDEFGHIKLMNOPRSTX", b" -.,;:=*+"):
            if changed[at] in kind:
                changed[at] = random.choice(kind + b"9-")
    return bytes(changed)


_EXTREMES = (
    b"\xff",
    b"\x7f",
    b"\x80",
    b"\x00",
    b"\x7f\xff",
    b"\x80\x00\x00\x00",
    b"\x99\x99",
    b"\x00\x01\x01",
)
"""Of binary numbers of either order, and of decimal digits in bytes."""


def stretched(data: bytes, random: Random) -> bytes:
    """One or two bytes become those that hold an extreme, in either order."""
    changed = bytearray(data)
    at = random.randrange(len(changed))
    extreme = random.choice(_EXTREMES)
    changed[at : at + len(extreme)] = extreme
    return bytes(changed)


Damage = Callable[[bytes, Random], bytes]
DAMAGES: tuple[Damage, ...] = (
    flipped,
    dropped,
    inserted,
    cut_short,
    stuttered,
    retyped,
    stretched,
)


def _intellivue(frame: bytes, damaged: Callable[[bytes], bytes]) -> bytes:
    return intellivue_wire.frame(damaged(intellivue_wire.message_of(frame[1:-1]) or b"\xe1"))


def _ge_s5(frame: bytes, damaged: Callable[[bytes], bytes]) -> bytes:
    first, *escaped = frame[1:-1].split(b"\x7d")
    record = first + b"".join(bytes([part[0] | 0x20]) + part[1:] for part in escaped if part)
    changed = damaged(record[:-1])
    # Half of the records say their new length themselves.
    if len(changed) > 2 and changed[-1] & 1:
        changed = len(changed).to_bytes(2, "little") + changed[2:]
    return ge_s5_wire.frame(changed)


def _dinamap(frame: bytes, damaged: Callable[[bytes], bytes]) -> bytes:
    body = damaged(frame[:-3])
    return body + dinamap_sum(body) + b"\r" if body else frame


def _par(frame: bytes, damaged: Callable[[bytes], bytes]) -> bytes:
    if frame.startswith(b"\x55"):
        counted = damaged(frame[2:-1])
        return b"\x55\xaa" + counted + bytes([sum(counted) & 0xFF])
    body, separator, _ = frame[1:].rpartition(b";;")
    changed = damaged(body + separator or b";;")
    ends = b"\xfe\r" if frame.startswith(b"\xfd") else b"\x03\r"
    return frame[:1] + changed + b"%02X" % (sum(changed) & 0xFF) + ends


def _pm6750(frame: bytes, damaged: Callable[[bytes], bytes]) -> bytes:
    changed = damaged(frame[3:-1])[:60] or b"\x03"
    return berry_pm6750_wire.frame(*changed)


def _suntech(frame: bytes, damaged: Callable[[bytes], bytes]) -> bytes:
    return suntech_oem_wire.frame(*damaged(frame[2:-1])[:64])


def _nonin(packet: bytes, damaged: Callable[[bytes], bytes]) -> bytes:
    changed = damaged(packet).ljust(len(packet), b"\x80")[: len(packet)]
    bodies = (changed[at : at + 4] for at in range(0, len(changed), 5))
    return b"".join(body + bytes([sum(body) & 0xFF]) for body in bodies)


def _contec(packet: bytes, damaged: Callable[[bytes], bytes]) -> bytes:
    changed = damaged(packet[1:])[:8].ljust(8, b"\x80")
    return packet[:1] + bytes(byte | 0x80 for byte in changed)


def _and(frame: bytes, damaged: Callable[[bytes], bytes]) -> bytes:
    content = frame[frame.index(b"\x02") + 1 : frame.index(b"\x03")]
    return and_tm2657_wire.framed(damaged(content))


RESEALED: dict[str, Callable[[bytes, Callable[[bytes], bytes]], bytes]] = {
    "dinamap": _dinamap,
    "philips-intellivue": _intellivue,
    "ge-s5": _ge_s5,
    "par-nibp2010": _par,
    "berry-pm6750": _pm6750,
    "suntech-oem": _suntech,
    "nonin-df2": _nonin,
    "nonin-df7": _nonin,
    "contec-cms50": _contec,
    "and-tm2657": _and,
}
"""Damage inside, and a right check around it. The other monitors have no check values."""


def spoken(name: str) -> tuple[bytes, ...]:
    """What the virtual monitor says to its driver, message by message."""
    driver = DRIVERS[name]
    monitor = virtual_monitor(name, SimulatedPatient(scenario_named("S5"), 3))
    session = driver.open(SOURCE)
    monitor.receive(session.opened(0.0), 0.0)
    said: list[bytes] = []
    for step in range(int(_VIRTUAL_S / 0.1)):
        now = step * 0.1
        monitor.receive(session.due(now), now)
        message = monitor.due(now)
        for _ in session.receive(message, now):
            pass
        if message:
            said.append(message)
    return tuple(said)


def noise(name: str, size: int, seed: int) -> Iterator[bytes]:
    """Bytes of a bad line, at least so many, in pieces of any length."""
    random = Random(f"{name} {seed}")
    frames = FUZZED[name][1].frames
    known: Sequence[bytes] = (*frames, *(spoken(name) if name in DRIVERS else ()))
    reseal = RESEALED.get(name)
    made = 0
    while made < size:
        piece = _piece(random, known, frames, reseal)
        made += len(piece)
        yield piece


def _piece(
    random: Random,
    known: Sequence[bytes],
    frames: Sequence[bytes],
    reseal: Callable[[bytes, Callable[[bytes], bytes]], bytes] | None,
) -> bytes:
    choice = random.random()
    if choice < 0.1:
        return random.randbytes(random.randint(1, 300))
    if choice < 0.2:
        return random.choice(known)
    if choice < 0.6 and reseal is not None:
        return reseal(random.choice(frames), lambda inner: _damaged(inner, random))
    return _damaged(random.choice(known), random)


def _damaged(data: bytes, random: Random) -> bytes:
    """Once, or two or three times."""
    for _ in range(random.choice((1, 1, 2, 3))):
        if data:
            data = random.choice(DAMAGES)(data, random)
    return data
