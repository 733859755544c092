"""How bytes become messages of an IntelliVue and back: frames, check value, and what we send.

Rule 1: every request is a constant. Invoke ids need not count up, and what never changes can be
        listed. Only the reply to the MDS create event echoes an id and a time.
Rule 2: a frame with a wrong check value or length says nothing at all.

The check value is CRC-16/X-25, which is the bit-reversed CRC-16/CCITT of the standard library
(`binascii.crc_hqx`) over bit-reversed bytes: a table per frame instead of a loop per byte.
"""

from __future__ import annotations

import binascii
import re
import struct

from devices.errors import ChecksumError, FramingError
from devices.framing import Cut

START = b"\xc0"
STOP = b"\xc1"
ABORT = b"\x7d"
MAX_FRAME = 8192
"""The largest message that we say we can receive is 2500 bytes; escaped, less than twice that."""

_HEADER = b"\x11\x01"
_LEAST = len(_HEADER) + 2 + 2
_ESCAPED = re.compile(rb"\x7d(.)", re.DOTALL)
_TO_ESCAPE = re.compile(rb"[\xc0\xc1\x7d]")
_MIRRORED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


class Framer:
    """Cuts frames out of the stream, from C0 to C1: neither stands inside one.

    What stands between two frames is one error, however long it is. Most pieces hold neither
    byte, so that case is short: at 16 bytes a piece this is half of the driver's work.
    """

    def __init__(self) -> None:
        self._held = bytearray()
        self._inside = False
        self._noise_said = False

    def reset(self) -> None:
        """Forget half a frame."""
        self._held.clear()
        self._inside = False
        self._noise_said = False

    def feed(self, data: bytes) -> list[Cut]:
        if START not in data and STOP not in data:
            return self._grow(data)
        cuts: list[Cut] = []
        *ended, rest = data.split(STOP)
        for piece in ended:
            cuts += self._begin(piece)
            cuts += self._end()
        return cuts + self._begin(rest)

    def _begin(self, piece: bytes) -> list[Cut]:
        """A piece without an end; each C0 in it begins a frame."""
        before, *begun = piece.split(START)
        cuts = self._grow(before)
        for part in begun:
            if self._inside:
                cuts.append(FramingError(f"a frame broke off after {len(self._held) + 1} bytes"))
            self._held.clear()
            self._inside = True
            self._noise_said = False
            cuts += self._grow(part)
        return cuts

    def _grow(self, part: bytes) -> list[Cut]:
        if not self._inside:
            return self._noise() if part else []
        self._held += part
        if len(self._held) <= MAX_FRAME:
            return []
        self.reset()
        self._noise_said = True
        return [FramingError(f"no frame end within {MAX_FRAME} bytes")]

    def _end(self) -> list[Cut]:
        if not self._inside:
            return self._noise()
        frame = START + self._held + STOP
        self.reset()
        return [frame]

    def _noise(self) -> list[Cut]:
        if self._noise_said:
            return []
        self._noise_said = True
        return [FramingError("bytes that are no frame")]


def check_value(data: bytes) -> bytes:
    """The two check bytes, low byte first.

    >>> check_value(bytes.fromhex("3A71")).hex(), check_value(bytes.fromhex("3A91")).hex()
    ('9b26', '95c1')
    """
    crc = binascii.crc_hqx(data.translate(_MIRRORED), 0xFFFF) ^ 0xFFFF
    return bytes((_MIRRORED[crc >> 8], _MIRRORED[crc & 0xFF]))


def user_data(frame: bytes) -> bytes:
    """What a frame carries, from C0 to C1. Raises `ProtocolError` for a damaged one."""
    body = frame[1:-1]
    if body.endswith(ABORT):
        raise FramingError("the monitor broke a frame off")
    if ABORT in body:
        body = _ESCAPED.sub(_unescaped, body)
    if len(body) < _LEAST or check_value(body[:-2]) != body[-2:]:
        raise ChecksumError(f"a damaged frame of {len(frame)} bytes")
    if body[:2] != _HEADER or body[2] << 8 | body[3] != len(body) - _LEAST:
        raise FramingError(f"not a data export frame: {body[:4].hex(' ')}")
    return body[4:-2]


def framed(data: bytes) -> bytes:
    """A whole frame around this user data."""
    body = _HEADER + struct.pack(">H", len(data)) + data
    return START + _TO_ESCAPE.sub(_escaped, body + check_value(body)) + STOP


def _unescaped(match: re.Match[bytes]) -> bytes:
    return bytes((match[1][0] ^ 0x20,))


def _escaped(match: re.Match[bytes]) -> bytes:
    return bytes((0x7D, match[0][0] ^ 0x20))


# ---- what we send -------------------------------------------------------------------------------

NUMERICS, WAVES, ALARMS, SYSTEM = 0x0006, 0x0009, 0x0036, 0x0021
ALL_GROUPS, ALARM_GROUP, STATIC_GROUP = 0x0000, 0x0801, 0x0811
SINGLE_POLL, EXTENDED_POLL = 0x0C16, 0xF13B
TICKS_PER_S = 8000
LIFETIME_S = 600

NUMERICS_INVOKE, WAVES_INVOKE, ALARMS_INVOKE = 3, 4, 5

_ASSOCIATION = bytes.fromhex(
    "0DEC 0508130100160102800014020002"
    "C1DC 3180A080800101 0000A280A003000001A48030800201010604520100013080060251010000"
    "00003080020102060C2A8648CE14020100000001013080060C2A8648CE14020100000002010000000000006180"
    "3080020101A0806080A180060C2A8648CE14020100000003010000BE802880060C2A8648CE1402010000000101"
    "02010281"
    "48 80000000 40000000 00000000 80000000 20000000 00000000 0001002C 00010028"
    "80000000 000009C4 000009C4 000003E8 FFFFFFFF 60000000 0001000C F0010008 8C000000 00000000"
    "00000000000000000000000000000000"
)
"""Wants numerics every second, waves and enumerations; at most 2500 bytes a message."""


def _poll(invoke: int, number: int, what: int, group: int, *, extended: bool) -> bytes:
    asked = struct.pack(">4H", number, 1, what, group)
    action = SINGLE_POLL
    if extended:
        action = EXTENDED_POLL
        asked += struct.pack(">4HI", 1, 8, 0xF13E, 4, LIFETIME_S * TICKS_PER_S)
    told = struct.pack(">3H", 0x0021, 0, 0) + struct.pack(">IHH", 0, action, len(asked)) + asked
    command = struct.pack(">3H", invoke, 7, len(told)) + told
    return framed(struct.pack(">4H", 0xE100, 2, 1, len(command)) + command)


def creation_reply(invoke: int, relative: bytes) -> bytes:
    """The result that an MDS create event asks for."""
    told = struct.pack(">3H", 0x0021, 0, 0) + relative + struct.pack(">HH", 0x0D06, 0)
    command = struct.pack(">3H", invoke, 1, len(told)) + told
    return framed(struct.pack(">4H", 0xE100, 2, 2, len(command)) + command)


ASSOCIATE = framed(_ASSOCIATION)
POLL_SYSTEM = _poll(0, 1, SYSTEM, ALL_GROUPS, extended=False)
STREAM_NUMERICS = _poll(NUMERICS_INVOKE, 2, NUMERICS, ALL_GROUPS, extended=True)
STREAM_WAVES = _poll(WAVES_INVOKE, 3, WAVES, ALL_GROUPS, extended=True)
STREAM_ALARMS = _poll(ALARMS_INVOKE, 4, ALARMS, ALARM_GROUP, extended=True)
POLL_NUMERICS = _poll(9, 8, NUMERICS, ALL_GROUPS, extended=False)
KEEP_ALIVE = _poll(8, 7, ALARMS, STATIC_GROUP, extended=False)

SENDS = (
    (ASSOCIATE, "begin a data export association"),
    (
        creation_reply(1, bytes.fromhex("000ABD00")),
        "confirm the MDS create event; its id and time are the event's own",
    ),
    (POLL_SYSTEM, "read the monitor's identity and clock"),
    (STREAM_NUMERICS, "let numerics come each second for 600 s"),
    (STREAM_WAVES, "let waves come for 600 s"),
    (STREAM_ALARMS, "let the list of active alarms come for 600 s"),
    (POLL_NUMERICS, "read numerics once, where they do not come by themselves"),
    (KEEP_ALIVE, "keep the association"),
)
