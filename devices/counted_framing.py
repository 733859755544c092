"""Cuts frames that say their own length out of a byte stream, and checks their sum.

Rule 1: the rules of `devices.framing` hold: any pieces, bounded memory, no noise lasts.
Rule 2: a length that cannot be, or a sum that does not fit, may mean that the head was none: the
        search goes on one byte later, so that a frame inside a false one is found.
"""

from __future__ import annotations

from devices.errors import ChecksumError, FramingError, ProtocolError

FoundOrWrong = bytes | ProtocolError
"""What a framer that also checks sums yields."""


JUNK_PER_ERROR = 1024


class Junk:
    """Bytes that belong to no frame: one error at once, then one for each `JUNK_PER_ERROR`."""

    def __init__(self) -> None:
        self._count = 0

    def over(self) -> None:
        """A frame was found, or the line was reopened."""
        self._count = 0

    def covered(self) -> None:
        """One more byte, about which an error was said already."""
        self._count += 1

    def dropped(self, data: bytes) -> list[FramingError]:
        before, self._count = self._count, self._count + len(data)
        errors = -(-self._count // JUNK_PER_ERROR) - -(-before // JUNK_PER_ERROR)
        return [
            FramingError(
                f"no frame within {JUNK_PER_ERROR} bytes"
                if before or number
                else f"byte {data[:1].hex()} stands where a frame should start"
            )
            for number in range(errors)
        ]


class CountedFramer:
    """Frames that begin with `head`; the byte behind it says `least` to `most`, their length.

    A frame has `more` bytes than it says. All its bytes together make `sum_is` modulo 256.
    """

    def __init__(self, *, head: bytes, least: int, most: int, more: int, sum_is: int) -> None:
        self._head = head
        self._least = least
        self._most = most
        self._more = more
        self._sum_is = sum_is
        self._buffer = b""
        self._junk = Junk()

    def reset(self) -> None:
        """Forget half a frame."""
        self._buffer = b""
        self._junk.over()

    def feed(self, data: bytes) -> list[FoundOrWrong]:
        buffer = self._buffer + data
        head, least, most, more = self._head, self._least, self._most, self._more
        cuts: list[FoundOrWrong] = []
        begin = 0
        while True:
            if not buffer.startswith(head, begin):
                found = self._seek(buffer, begin)
                cuts += self._junk.dropped(buffer[begin:found])
                begin = found
            counted_at = begin + len(head)
            if counted_at >= len(buffer):
                break
            says = buffer[counted_at]
            if not least <= says <= most:
                cuts += self._junk.dropped(buffer[begin : begin + 1])
                begin += 1
                continue
            end = begin + says + more
            if end > len(buffer):
                break
            frame = buffer[begin:end]
            if sum(frame) & 0xFF == self._sum_is:
                self._junk.over()
                cuts.append(frame)
                begin = end
            else:
                self._junk.covered()
                cuts.append(ChecksumError(f"damaged frame: {frame.hex(' ')}"))
                begin += 1
        self._buffer = buffer[begin:]
        return cuts

    def _seek(self, buffer: bytes, begin: int) -> int:
        """Where the next head is, or the half of one that the buffer ends with, or its end."""
        found = buffer.find(self._head, begin)
        if found >= 0:
            return found
        for length in range(min(len(self._head) - 1, len(buffer) - begin), 0, -1):
            if buffer.endswith(self._head[:length]):
                return len(buffer) - length
        return len(buffer)
