"""Cuts "Unity" replies out of a stream that marks neither their beginning nor their end.

Rule 1: a reply has its function where it belongs, and its data have due form. The rules of
        `devices.framing` hold: any pieces, bounded memory, the next whole reply is found.
Rule 2: of two places where a reply may begin, the one that is whole first is believed: a number
        in a true reply may look like a head, and a false head may claim the replies behind it.
Rule 3: messages of other functions are let pass silently, by their own length.
"""

from __future__ import annotations

import struct
from bisect import insort
from dataclasses import dataclass

from devices.errors import ContentError, FramingError

_REPLY = b"\x00\xc9\x00\x14"
_REPLY_AT = 12
_STATUS_AT, _COUNT_AT = 56, 58
_HEAD = 60
_CHECK = 2
_PREFIX = 6
_BLOCK_AT_LEAST = 68
_MOST_DATA = 2048
_MOST_KEPT = 2 * (_HEAD + _MOST_DATA)

_VALUES = struct.Struct(">3h")
_KIND_AT, _CODE_AT = 64, 65

_BY_CODE = {0x3A: "ecg", 0x18: "cuff", 0x2D: "spo2", 0x22: "resp", 0x4D: "invasive", 0x23: "temp"}
_BY_KIND = {
    **dict.fromkeys((1, 45), "ecg"),
    **dict.fromkeys((10, 57), "cuff"),
    **dict.fromkeys((11, 28, 43, 44), "spo2"),
    8: "resp",
    2: "invasive",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """`blocks` are (what it measures, three values as they stand), each kind once."""

    alarm_state: int
    alarm_level: int
    blocks: tuple[tuple[str, tuple[int, int, int]], ...]


class ReplyFramer:
    def __init__(self) -> None:
        self._buffer = b""
        self._searched = 0
        self._heads: list[tuple[int, int]] = []
        self._check_left = 0
        self._why = ""

    def reset(self) -> None:
        """Forget half a reply."""
        self._buffer, self._searched, self._heads = b"", 0, []
        self._check_left, self._why = 0, ""

    def feed(self, data: bytes) -> list[bytes | FramingError]:
        cuts: list[bytes | FramingError] = []
        while data:
            room = _MOST_KEPT - len(self._buffer)
            piece, data = data[:room], data[room:]
            self._buffer += piece
            self._find_heads()
            while self._heads and self._heads[0][0] <= len(self._buffer):
                cuts += self._try(*self._heads.pop(0))
            if len(self._buffer) == _MOST_KEPT:
                cuts.append(self._no_reply(_MOST_KEPT // 2))
                self._drop(_MOST_KEPT // 2)
                self._check_left = 0
        return cuts

    def _find_heads(self) -> None:
        """Remember each place that may be a reply, by where it would end."""
        while True:
            found = self._buffer.find(_REPLY, max(self._searched, _REPLY_AT))
            begin = found - _REPLY_AT
            if found < 0 or begin + _HEAD > len(self._buffer):
                seen = len(self._buffer) - len(_REPLY) + 1 if found < 0 else found
                self._searched = max(self._searched, seen)
                return
            self._searched = found + 1
            count = int.from_bytes(self._buffer[begin + _COUNT_AT : begin + _HEAD])
            if count <= _MOST_DATA:
                insort(self._heads, (begin + _HEAD + count, begin))

    def _try(self, end: int, begin: int) -> list[bytes | FramingError]:
        reply = self._buffer[begin:end]
        why = out_of_form(reply[_HEAD:])
        if why:
            self._why = why
            return []
        junk = self._buffer[self._check_left if begin >= self._check_left else 0 : begin]
        errors = [] if _are_messages(junk) else [self._no_reply(len(junk))]
        self._drop(end)
        self._check_left, self._why = _CHECK, ""
        return [*errors, reply]

    def _no_reply(self, count: int) -> FramingError:
        reason = f" ({self._why})" if self._why else ""
        return FramingError(f"{count} bytes that are no reply{reason}")

    def _drop(self, count: int) -> None:
        self._buffer = self._buffer[count:]
        self._searched = max(self._searched - count, 0)
        self._heads = [(end - count, begin - count) for end, begin in self._heads]
        self._heads = [head for head in self._heads if head[1] >= 0]


def out_of_form(data: bytes) -> str:
    """Why this cannot be the data of a reply; empty when it can."""
    count = data[4] if len(data) >= _PREFIX else 0
    if not count:
        return "" if len(data) == _PREFIX else f"no parameters in {len(data)} bytes"
    size, rest = divmod(len(data) - _PREFIX, count)
    if rest or size < _BLOCK_AT_LEAST:
        return f"{count} parameters in {len(data)} bytes"
    for begin in range(_PREFIX, len(data), size):
        if data[begin] != 1 or data[begin + 1] != data[begin + _CODE_AT]:
            return f"a parameter that begins {data[begin : begin + 2].hex()}"
    return ""


def _are_messages(junk: bytes) -> bool:
    """These bytes are whole messages of other functions, one after the other."""
    at = 0
    while at + _HEAD + _CHECK <= len(junk):
        function = junk[at + _REPLY_AT : at + _REPLY_AT + len(_REPLY)]
        if function == _REPLY or not any(function[:2]):
            return False
        at += _HEAD + int.from_bytes(junk[at + _COUNT_AT : at + _HEAD]) + _CHECK
    return at == len(junk)


def parse(reply: bytes) -> Reply:
    """What a reply in due form says.

    Raises `ContentError` when the monitor says that it failed, or when a block contradicts itself.
    """
    status = int.from_bytes(reply[_STATUS_AT:_COUNT_AT])
    if status:
        raise ContentError(f"the monitor answers with return status {status}")
    alarm_state, alarm_level, _, _, count, _ = reply[_HEAD : _HEAD + _PREFIX]
    size = (len(reply) - _HEAD - _PREFIX) // count if count else 0
    blocks: dict[str, tuple[int, int, int]] = {}
    for number in range(count):
        begin = _HEAD + _PREFIX + number * size
        kind, code = reply[begin + _KIND_AT], reply[begin + _CODE_AT]
        by_code, by_kind = _BY_CODE.get(code), _BY_KIND.get(kind)
        if by_code and by_kind and by_code != by_kind:
            raise ContentError(f"a parameter of type {kind} with code {code:02X}")
        what = by_code or by_kind
        if what:
            blocks.setdefault(what, _VALUES.unpack_from(reply, begin + 4))
    return Reply(alarm_state, alarm_level, tuple(blocks.items()))
