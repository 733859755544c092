"""What a bad line makes of the bytes that pass it, one message at a time.

Rule 1: chance is drawn from the fault's own source, one for each direction, so that the same seed
        gives the same bytes whatever else befalls the line.
Rule 2: a message breaks off first, is then sent at the speed that the monitor was set to, and is
        then disturbed on its way.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from devices.session import LineSettings
from devices.simulated.scenario.faults import Fault, FaultKind
from devices.simulated.wire.line_bits import misread

STUCK_EVERY_S = 0.1
_STUCK_SHARE = 0.1
"""Of what the line could carry: a contact that chatters, and no full stream."""


class Garbling:
    """`line` are the settings of the computer's port."""

    def __init__(self, line: LineSettings, seed: str) -> None:
        self._line = line
        self._seed = seed
        self._chances: dict[tuple[str, Fault], Random] = {}

    def to_host(self, data: bytes, faults: Iterable[Fault]) -> bytes:
        """What arrives of one message of the monitor while these faults hold."""
        for fault in _in_order(faults):
            match fault.kind:
                case FaultKind.HALF_FRAMES:
                    data = _broken(data, fault.share, self._chance("rx", fault))
                case FaultKind.WRONG_BAUD:
                    data = misread(data, self._monitors(fault), self._line)
                case FaultKind.NOISE:
                    data = _noisy(data, fault.share, self._chance("rx", fault))
        return data

    def to_monitor(self, data: bytes, faults: Iterable[Fault]) -> bytes:
        """What arrives of bytes from the computer while these faults hold."""
        for fault in _in_order(faults):
            match fault.kind:
                case FaultKind.WRONG_BAUD:
                    data = misread(data, self._line, self._monitors(fault))
                case FaultKind.NOISE:
                    data = _noisy(data, fault.share, self._chance("tx", fault))
        return data

    def stuck(self, fault: Fault) -> bytes:
        """What comes in `STUCK_EVERY_S` while one byte is stuck."""
        count = round(self._line.bytes_per_s() * _STUCK_SHARE * STUCK_EVERY_S)
        byte = Random(f"{self._seed} {fault.kind} {fault.from_s:g}").randrange(256)
        return bytes([byte]) * max(1, count)

    def forget(self, gone: Fault) -> None:
        """It holds no longer."""
        for way in ("rx", "tx"):
            self._chances.pop((way, gone), None)

    def _monitors(self, fault: Fault) -> LineSettings:
        return replace(self._line, baud=fault.baud or max(1, self._line.baud // 2))

    def _chance(self, way: str, fault: Fault) -> Random:
        if (way, fault) not in self._chances:
            named = f"{self._seed} {way} {fault.kind} {fault.from_s:g}"
            self._chances[way, fault] = Random(named)
        return self._chances[way, fault]


_ORDER = (FaultKind.HALF_FRAMES, FaultKind.WRONG_BAUD, FaultKind.NOISE)


def _in_order(faults: Iterable[Fault]) -> list[Fault]:
    met = [fault for fault in faults if fault.kind in _ORDER]
    return sorted(met, key=lambda fault: _ORDER.index(fault.kind))


def _broken(data: bytes, share: float, chance: Random) -> bytes:
    """A message that breaks off loses at least its last byte."""
    return data[: chance.randrange(len(data))] if data and chance.random() < share else data


def _noisy(data: bytes, share: float, chance: Random) -> bytes:
    """A byte that is changed is another one afterwards."""
    draw = chance.random
    return bytes(byte ^ chance.randrange(1, 256) if draw() < share else byte for byte in data)
