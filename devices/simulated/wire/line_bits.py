"""What a receiver makes of bytes that were sent with other settings of the line.

Rule 1: the way through the bits, as a serial receiver goes it: it waits for the line to fall,
        looks again in the middle of the start bit, then once in the middle of each bit of its own
        time. A stop bit that is not there is overlooked, and so is a wrong parity, as they are by
        a port that was opened raw; then it waits until the line is high again.
Rule 2: settings that agree, or nearly (as those of real crystals), give the same bytes.
"""

from __future__ import annotations

from devices.session import LineSettings, Parity


def misread(data: bytes, sent: LineSettings, heard: LineSettings) -> bytes:
    """What arrives of bytes sent without a pause between them; the line is quiet after them."""
    levels = [level for byte in data for level in _levels(byte, sent)]
    receiver = _Receiver(levels, heard.baud / sent.baud)
    told = bytearray()
    while (byte := receiver.next_byte(heard)) is not None:
        told.append(byte)
    return bytes(told)


def _levels(byte: int, line: LineSettings) -> list[int]:
    """Start bit, data from the lowest bit on, parity, stop bits."""
    data = [byte >> place & 1 for place in range(line.data_bits)]
    check = [] if line.parity is Parity.NONE else [_parity(data, line.parity)]
    return [0, *data, *check, *[1] * line.stop_bits]


def _parity(data: list[int], parity: Parity) -> int:
    odd = sum(data) % 2
    return odd if parity is Parity.EVEN else 1 - odd


class _Receiver:
    """Moments are bit times of the receiver; `ratio` of them are one bit of the sender."""

    def __init__(self, levels: list[int], ratio: float) -> None:
        self._levels = levels
        self._ratio = ratio
        self._at = 0.0

    def next_byte(self, line: LineSettings) -> int | None:
        """None = the line stays quiet."""
        while (begin := self._first(0)) is not None:
            if self._level(begin + 0.5):
                self._at = begin + 0.5
                continue
            byte = 0
            for place in range(line.data_bits):
                byte |= self._level(begin + 1.5 + place) << place
            checked = line.parity is not Parity.NONE
            self._at = begin + 1.5 + line.data_bits + checked
            if not self._level(self._at):
                back = self._first(1)
                self._at = len(self._levels) * self._ratio if back is None else back
            return byte
        return None

    def _level(self, at: float) -> int:
        place = int(at / self._ratio)
        return self._levels[place] if place < len(self._levels) else 1

    def _first(self, level: int) -> float | None:
        """When the line is next at this level; None = it never is again."""
        place = int(self._at / self._ratio)
        if place < len(self._levels) and self._levels[place] == level:
            return self._at
        while place < len(self._levels):
            if self._levels[place] == level:
                return place * self._ratio
            place += 1
        return None
