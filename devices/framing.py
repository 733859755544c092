"""Cuts frames out of a byte stream that comes in pieces of any size.

Rule 1: what comes out does not depend on how the bytes were cut into pieces.
Rule 2: a framer keeps at most `max_frame` bytes between two calls, whatever arrives.
Rule 3: after any noise, the next whole frame is found. What could not be used is said as a
        `FramingError`, which is data and not raised.
"""

from __future__ import annotations

from devices.errors import FramingError

Cut = bytes | FramingError
"""What a framer yields."""


class LineFramer:
    """Lines that end with any byte of `ends`; empty lines are nothing.

    A line longer than `max_frame` is one error, and is skipped to its end.
    """

    def __init__(self, *, ends: bytes, max_frame: int) -> None:
        self._ends = frozenset(ends)
        self._end = ends[:1]
        self._unify = bytes.maketrans(ends, self._end * len(ends))
        self._max_frame = max_frame
        self._line = b""
        self._skipping = False

    def reset(self) -> None:
        """Forget half a line."""
        self._line = b""
        self._skipping = False

    def feed(self, data: bytes) -> list[Cut]:
        if self._ends.isdisjoint(data):
            return self._grow(data)
        cuts: list[Cut] = []
        *ended, rest = data.translate(self._unify).split(self._end)
        for piece in ended:
            cuts += self._grow(piece)
            if self._line:
                cuts.append(self._line)
            self.reset()
        cuts += self._grow(rest)
        return cuts

    def _grow(self, piece: bytes) -> list[Cut]:
        if self._skipping:
            return []
        self._line += piece
        if len(self._line) <= self._max_frame:
            return []
        self._line = b""
        self._skipping = True
        return [FramingError(f"no line end within {self._max_frame} bytes")]


class MarkedFramer:
    """Frames that begin with `start` and end with the first byte `stop` at or after `body_from`.

    A new `start` inside a frame means that the frame before it broke off. So `start` must be
    longer or rarer than anything a frame can hold, and must not contain `stop`.
    """

    def __init__(self, *, start: bytes, stop: bytes, body_from: int, max_frame: int) -> None:
        self._start = start
        self._stop = stop
        self._body_from = body_from
        self._max_frame = max_frame
        self._buffer = b""
        self._junk = 0
        self._calm = False

    def reset(self) -> None:
        """Forget half a frame."""
        self._buffer = b""
        self._junk = 0
        self._calm = False

    def feed(self, data: bytes) -> list[Cut]:
        size = self._max_frame
        # Most pieces lie inside a frame, and nothing can begin or end with them.
        plain = self._calm and self._stop not in data and self._start[:1] not in data
        if plain and len(self._buffer) + len(data) < size:
            self._buffer += data
            return []
        # One long piece is taken in parts, so that memory stays bounded inside this call too.
        if len(data) <= size:
            return self._take(data)
        return [
            cut
            for begin in range(0, len(data), size)
            for cut in self._take(data[begin : begin + size])
        ]

    def _take(self, data: bytes) -> list[Cut]:
        self._buffer += data
        cuts: list[Cut] = []
        while True:
            cuts += self._seek()
            inside = self._buffer.startswith(self._start)
            cut = self._cut() if inside else None
            if cut is None:
                self._calm = inside and not self._half_start()
                return cuts
            cuts.append(cut)

    def _seek(self) -> list[Cut]:
        """Throw away what stands before the next start; keep what may be half of one."""
        found = self._buffer.find(self._start)
        at = found if found >= 0 else len(self._buffer) - self._half_start()
        before = self._junk
        self._junk = 0 if found >= 0 else before + at
        errors = _reports(before + at, self._max_frame) - _reports(before, self._max_frame)
        first = self._buffer[:1]
        self._buffer = self._buffer[at:]
        return [
            FramingError(
                f"byte {first.hex()} stands where a frame should start"
                if not before and not number
                else f"no frame start within {self._max_frame} bytes"
            )
            for number in range(errors)
        ]

    def _half_start(self) -> int:
        """How many of the last bytes are the beginning of a start."""
        for length in range(min(len(self._start) - 1, len(self._buffer)), 0, -1):
            if self._buffer.endswith(self._start[:length]):
                return length
        return 0

    def _cut(self) -> Cut | None:
        """Take the frame, or the damaged beginning of one, off the buffer; None = not all here."""
        stop = self._buffer.find(self._stop, self._body_from, self._max_frame)
        restart = self._buffer.find(self._start, 1, self._max_frame if stop < 0 else stop)
        if restart > 0:
            self._buffer = self._buffer[restart:]
            return FramingError(f"a frame broke off after {restart} bytes")
        if stop >= 0:
            frame = self._buffer[: stop + 1]
            self._buffer = self._buffer[stop + 1 :]
            return frame
        if len(self._buffer) < self._max_frame:
            return None
        # Its first byte is no start any more; the rest may hide half of a real one.
        self._buffer = self._buffer[1:]
        self._junk = 1
        return FramingError(f"no frame end within {self._max_frame} bytes")


def _reports(junk: int, each: int) -> int:
    """How many errors so many bytes of junk are worth: one at once, then one for each `each`."""
    return -(-junk // each)
