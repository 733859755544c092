"""The annotations of an EDF+ file: in each data record its time, and some of the marks.

Rule 1: every record begins with its own time, as EDF+ asks (2.2.4).
Rule 2: a mark may lie in any record; they are spread in order over the first ones that have room,
        and the room of all records is the same.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from data.export.marks import Mark

_END, _PAUSE = b"\x14", b"\x00"


class MarkRecords:
    """`size` is the bytes of annotations in each record, an even number."""

    def __init__(
        self, marks: Iterable[Mark], count: int, record_s: float, fraction_s: float
    ) -> None:
        """`fraction_s` is the part of a second by which the session began after the head says."""
        self._times = [
            _onset(number * record_s + fraction_s) + _END + _END + _PAUSE
            for number in range(count)
        ]
        told = [
            _onset(one.t_s + fraction_s) + _END + _plain(one.text) + _END + _PAUSE for one in marks
        ]
        time = max(map(len, self._times), default=0)
        longest = max(map(len, told), default=0)
        even = math.ceil(sum(map(len, told)) / count) if count else 0
        size = time + longest + even
        self.size = size + size % 2
        self._rooms = self._spread(told)

    def record(self, number: int) -> bytes:
        return (self._times[number] + self._rooms[number]).ljust(self.size, _PAUSE)

    def _spread(self, told: list[bytes]) -> list[bytes]:
        rooms = [b""] * len(self._times)
        number = 0
        for text in told:
            while len(self._times[number]) + len(rooms[number]) + len(text) > self.size:
                number += 1
            rooms[number] += text
        return rooms


def _onset(t_s: float) -> bytes:
    return f"{t_s:+.3f}".rstrip("0").rstrip(".").encode("ascii")


def _plain(text: str) -> bytes:
    """UTF-8 without the bytes that part annotations."""
    return "".join(one if one.isprintable() else " " for one in text).encode("utf-8", "replace")
