"""Cuts the frames of both PAR modules out of one stream: text between marks, and packets.

The rules of `devices.framing` hold. Text is printable and as long as 60 characters; a packet of
the oximeter is 9 to 18 bytes long and carries its sum.
"""

from __future__ import annotations

import re

from devices.counted_framing import FoundOrWrong, Junk
from devices.errors import ChecksumError, FramingError

_START = re.compile(rb"[\x02\xfd](?:[ -~\x03\xfe]|\Z)|\x55(?:\Z|\xaa(?:\Z|[\x07-\x10]))")
"""Text begins with a character, a packet says that it is 9 to 18 bytes long."""
_WHOLE = re.compile(rb"\x02[ -~]{0,60}\x03|\xfd[ -~]{0,60}\xfe")
_HALF = re.compile(rb"[\x02\xfd][ -~]{0,60}\Z")


class ParFramer:
    """Text between 02 and 03 or between FD and FE, and packets of the oximeter."""

    def __init__(self) -> None:
        self._buffer = b""
        self._junk = Junk()

    def reset(self) -> None:
        """Forget half a frame."""
        self._buffer = b""
        self._junk.over()

    def feed(self, data: bytes) -> list[FoundOrWrong]:
        """Frames with their marks, without the CR behind them."""
        buffer = self._buffer + data
        cuts: list[FoundOrWrong] = []
        begin = 0
        while start := _START.search(buffer, begin):
            cuts += self._between(buffer[begin : start.start()])
            begin = start.start()
            frame = (_packet if buffer[begin] == 0x55 else _text)(buffer, begin)
            if frame is None:
                break
            if isinstance(frame, ChecksumError):
                self._junk.covered()
                cuts.append(frame)
                begin += 1
            elif frame:
                self._junk.over()
                cuts.append(frame)
                begin += len(frame)
            else:
                cuts += self._between(buffer[begin : begin + 1])
                begin += 1
        else:
            cuts += self._between(buffer[begin:])
            begin = len(buffer)
        self._buffer = buffer[begin:]
        return cuts

    def _between(self, data: bytes) -> list[FramingError]:
        return self._junk.dropped(data.translate(None, b"\r\n\0"))


Attempt = bytes | ChecksumError | None
"""A frame; empty = here is none; None = not all of it came yet."""


def _text(buffer: bytes, begin: int) -> Attempt:
    if whole := _WHOLE.match(buffer, begin):
        return whole[0]
    return None if _HALF.match(buffer, begin) else b""


def _packet(buffer: bytes, begin: int) -> Attempt:
    if len(buffer) < begin + 3:
        return None
    end = begin + buffer[begin + 2] + 2
    if len(buffer) < end:
        return None
    packet = buffer[begin:end]
    if sum(packet[2:-1]) & 0xFF != packet[-1]:
        return ChecksumError(f"damaged packet: {packet.hex(' ')}")
    return packet
