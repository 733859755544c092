"""What one message of an IntelliVue says: its outer form, and the objects in a poll result.

Rule 1: lengths are checked against each other; what does not fit is a `ContentError`.
Rule 2: a message of a kind that nobody asked for is `Other`: whole, valid, and of no interest.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import NamedTuple

from devices.drivers.philips_intellivue.values import Attributes
from devices.drivers.philips_intellivue.wire import EXTENDED_POLL, SINGLE_POLL
from devices.errors import ContentError

_SESSIONS = {
    0x0C: "refused",
    0x09: "release",
    0x0A: "released",
    0x19: "aborted",
}
ACCEPTED, DATA_EXPORT = 0x0E, 0xE1
INVOKED, RESULT, ERROR, LINKED = 1, 2, 3, 5
CONFIRMED_EVENT, ACTION = 1, 7
MDS_CREATE = 0x0D06
_LAST_LINK = 3
_EXTENDED_OPTIONS = bytes.fromhex("F0010008")
_THREE = struct.Struct(">3H")
_TWO = struct.Struct(">2H")


@dataclass(frozen=True, slots=True)
class Accepted:
    """`options` None = the monitor offers no extended polls."""

    options: int | None


@dataclass(frozen=True, slots=True)
class Ended:
    """There is no association (any more): refused, released or aborted."""

    how: str


@dataclass(frozen=True, slots=True)
class Created:
    """The MDS create event: who the monitor is; it wants an answer."""

    invoke: int
    relative: bytes
    attributes: Attributes


class Thing(NamedTuple):
    """One object of a poll result. `key` is its context and handle."""

    key: tuple[int, int]
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class PollResult:
    """`code` is the class of the objects asked for; `last` = nothing follows in this answer."""

    code: int
    ticks: int
    absolute: bytes
    last: bool
    things: list[Thing]


@dataclass(frozen=True, slots=True)
class Rejected:
    """The monitor will not do what we asked with this invoke id."""

    invoke: int
    error: int


@dataclass(frozen=True, slots=True)
class Other:
    """Whole and valid, and nothing that we use."""


Message = Accepted | Ended | Created | PollResult | Rejected | Other


def parse(data: bytes) -> Message:
    """Raises `ContentError` when the parts of the message do not fit together."""
    if not data:
        raise ContentError("an empty message")
    try:
        if data[0] == DATA_EXPORT:
            return _exported(data)
        if data[0] == ACCEPTED:
            return _accepted(data)
        if data[0] in _SESSIONS:
            return Ended(_SESSIONS[data[0]])
    except struct.error:
        raise ContentError(f"a message cut short: {data[:8].hex(' ')}") from None
    raise ContentError(f"a message of an unknown kind: {data[:8].hex(' ')}")


def _accepted(data: bytes) -> Accepted:
    # Found by its own head: the ASN.1 around it need not have one form only.
    at = data.find(_EXTENDED_OPTIONS)
    if at < 0:
        return Accepted(None)
    (options,) = struct.unpack_from(">I", data, at + len(_EXTENDED_OPTIONS))
    return Accepted(options)


def _exported(data: bytes) -> Message:
    kind, length = _TWO.unpack_from(data, 4)
    if length != len(data) - 8:
        raise ContentError(f"{len(data) - 8} bytes in a message of {length}")
    if kind == ERROR:
        return Rejected(*_TWO.unpack_from(data, 8))
    at = 10 if kind == LINKED else 8
    invoke, command, length = _THREE.unpack_from(data, at)
    if length != len(data) - at - 6:
        raise ContentError(f"{len(data) - at - 6} bytes in a command of {length}")
    if kind == INVOKED and command == CONFIRMED_EVENT:
        return _event(data, at + 6, invoke)
    if kind in {RESULT, LINKED} and command == ACTION:
        return _polled(data, at + 6, last=kind == RESULT or data[8] == _LAST_LINK)
    return Other()


def _event(data: bytes, at: int, invoke: int) -> Message:
    """Object id, relative time, event type, length; then, for a creation, who was created."""
    kind, _ = _TWO.unpack_from(data, at + 10)
    if kind != MDS_CREATE:
        return Other()
    count, length = _TWO.unpack_from(data, at + 20)
    begin = at + 24
    attributes = _attributes(data, begin, _end(data, begin, length), count)
    return Created(invoke, data[at + 6 : at + 10], attributes)


def _polled(data: bytes, at: int, *, last: bool) -> Message:
    action, length = _TWO.unpack_from(data, at + 6)
    if action not in {SINGLE_POLL, EXTENDED_POLL}:
        return Other()
    if length != len(data) - at - 10:
        raise ContentError(f"{len(data) - at - 10} bytes in a poll result of {length}")
    at += 10 + (4 if action == EXTENDED_POLL else 2)
    ticks, absolute, _partition, code, _group = struct.unpack_from(">I8s3H", data, at)
    return PollResult(code, ticks, absolute, last, _things(data, at + 18))


def _things(data: bytes, at: int) -> list[Thing]:
    contexts, length = _TWO.unpack_from(data, at)
    at += 4
    if _end(data, at, length) != len(data):
        raise ContentError(f"a list of {length} bytes in a poll result of {len(data)}")
    things: list[Thing] = []
    for _ in range(contexts):
        context, count, length = _THREE.unpack_from(data, at)
        at += 6
        end = _end(data, at, length)
        for _ in range(count):
            handle, attribute_count, length = _THREE.unpack_from(data, at)
            at += 6
            after = _end(data, at, length)
            attributes = _attributes(data, at, after, attribute_count)
            things.append(Thing((context, handle), attributes))
            at = after
        if at != end:
            raise ContentError(f"the objects of context {context} end at {at}, not at {end}")
    if at != len(data):
        raise ContentError(f"the objects end at {at} in a message of {len(data)}")
    return things


def _attributes(data: bytes, at: int, end: int, count: int) -> Attributes:
    unpack = _TWO.unpack_from
    attributes: Attributes = {}
    for _ in range(count):
        name, length = unpack(data, at)
        at += 4
        attributes[name] = data[at : at + length]
        at += length
    if at != end:
        raise ContentError(f"attributes end at {at}, not at {end}")
    return attributes


def _end(data: bytes, at: int, length: int) -> int:
    if at + length > len(data):
        raise ContentError(f"{length} bytes at {at} in a message of {len(data)}")
    return at + length
