"""One file of the journal: an append-only list of sealed frames, readable after any accident.

    file   = head, frame, frame, ...
    head   = salt 16, "ChJrnl" 6, version 1, sealed? 1, file id 16, segment 4, proof 16
    frame  = length 4, number 8, payload, tag 16          (numbers little-endian)
    payload= deflated JSON: rows [session, table, seq, t_ms, columns ...] as `data/rows.py` makes
             them, and anchors [session, "anchors", from_s, utc_s, offset_min, reason]

Rule 1: a frame is sealed with ChaCha20-Poly1305 under a key of this file alone (HMAC of the
        journal's key and the file id), its number is the nonce, the head is the associated data:
        one that was changed, moved, repeated or taken from another file does not open.
Rule 2: a record in clear has a journal in clear; its tag is a checksum.
Rule 3: the salt of the passphrase is the first 16 bytes, as in the record itself, so that
        `vault.key_for` finds the key of a journal whose record is gone.
Rule 4: reading ends at the last whole frame; where frames behind damage are whole they are read,
        and those between are counted.

Source: RFC 8439 (ChaCha20-Poly1305).
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.errors import NotEncrypted, StoreDamaged, StoreForeign, StoreUnwritable, WrongKey
from data.key_ring import KEY_BYTES
from data.outside import TooLarge, read_at_most
from data.rows import COLUMNS, READ_FAULTS, Row, to_entry, to_row
from data.vault import SALT_BYTES, subkey
from monitor.entries import Anchor, AnchorReason, Entry

PURPOSE = "journal"
MAGIC = b"ChJrnl"
VERSION = 1
_HEAD = struct.Struct("<16s6sBB16sI")
_FRAME = struct.Struct("<IQ")
TAG_BYTES = 16
HEAD_BYTES = _HEAD.size + TAG_BYTES
ANCHORS = "anchors"
LARGEST_FRAME = 1 << 24
LARGEST_FILE = 8 * LARGEST_FRAME
"""Bytes; a file is closed at 16 MB."""
"""Nothing longer is believed, nor inflated beyond four times that."""
_LOOK_AHEAD = 256
"""So many lost frames in a row are looked over for the next whole one."""

Line = Entry | Anchor
_Seal = Callable[[int, bytes], bytes]
_Open = Callable[[int, bytes], bytes | None]


@dataclass(frozen=True, slots=True)
class Found:
    """What a file held.

    `lost` frames are missing between others or cannot be understood; `torn`: it ends within a
    frame, as a file does whose program was cut off.
    """

    lines: tuple[Line, ...]
    lost: int
    torn: bool


class Sealer:
    """Makes the bytes of one new file, in order."""

    def __init__(self, key: bytes | None, segment: int) -> None:
        """`key` is that of the record; None = in clear."""
        salt = b"chairside clear\n" if key is None else key[KEY_BYTES:]
        salt = salt or secrets.token_bytes(SALT_BYTES)
        file_id = secrets.token_bytes(16)
        head = _HEAD.pack(salt, MAGIC, VERSION, key is not None, file_id, segment)
        file_key = _file_key(key, file_id)
        self.head = head + _tag(file_key, head)
        self._seal = _sealing(file_key, self.head)
        self._number = 0

    def frame(self, lines: Sequence[Line]) -> bytes:
        payload = zlib.compress(frame_text(lines), 6)
        sealed = self._seal(self._number, payload)
        frame = _FRAME.pack(len(sealed), self._number) + sealed
        self._number += 1
        return frame


def read(path: Path, key: bytes | None) -> Found:
    """Everything that can be read of the file. Raises a `StoreError` when that is nothing."""
    try:
        data = read_at_most(path, LARGEST_FILE)
    except TooLarge as error:
        raise StoreForeign(f"{path} is no journal of Chairside: {error}; move it away") from error
    except OSError as error:
        raise StoreUnwritable(f"{path} cannot be read: {error.strerror or error}") from error
    return parse(data, key, path)


def parse(data: bytes, key: bytes | None, path: Path) -> Found:
    if len(data) < HEAD_BYTES:
        return Found((), 0, torn=True)
    open_frame = _opening(data[:HEAD_BYTES], key, path)
    lines: list[Line] = []
    at, number, lost = HEAD_BYTES, 0, 0
    while at < len(data):
        payload, end = _frame_at(data, at, number, open_frame)
        if payload is None:
            later = _next_whole(data, at, number, open_frame)
            if later is None:
                return Found(tuple(lines), lost, torn=True)
            at, ahead = later
            lost += max(1, ahead - number)  # what lies between belongs to nobody
            number = ahead
            continue
        try:
            lines += _lines(payload)
        except (StoreDamaged, zlib.error, *READ_FAULTS):
            lost += 1
        at, number = end, number + 1
    return Found(tuple(lines), lost, torn=False)


def _frame_at(data: bytes, at: int, number: int, open_frame: _Open) -> tuple[bytes | None, int]:
    """The payload of the frame there, and where the next one begins; None = there is none."""
    begin = at + _FRAME.size
    if begin > len(data):
        return None, at
    length, there = _FRAME.unpack_from(data, at)
    end = begin + length
    if there != number or length > LARGEST_FRAME or end > len(data):
        return None, at
    return open_frame(number, data[begin:end]), end


def _next_whole(data: bytes, at: int, number: int, open_frame: _Open) -> tuple[int, int] | None:
    """Place and number of the first whole frame behind damage; no seal is there by chance."""
    for ahead in range(number, number + _LOOK_AHEAD):
        wanted = struct.pack("<Q", ahead)
        place = data.find(wanted, at + 4)
        while place >= 0:
            begin = place - 4
            if begin > at and _frame_at(data, begin, ahead, open_frame)[0] is not None:
                return begin, ahead
            place = data.find(wanted, place + 1)
    return None


# ---- seals --------------------------------------------------------------------------------------


def _file_key(key: bytes | None, file_id: bytes) -> bytes | None:
    secret = subkey(key, PURPOSE)
    return None if secret is None else hmac.digest(secret, b"file" + file_id, "sha256")


def _tag(file_key: bytes | None, data: bytes) -> bytes:
    if file_key is None:
        return hashlib.sha256(data).digest()[:TAG_BYTES]
    return hmac.digest(file_key, b"head" + data, "sha256")[:TAG_BYTES]


def _sealing(file_key: bytes | None, head: bytes) -> _Seal:
    if file_key is None:
        return lambda number, payload: payload + _checksum(head, number, payload)
    # Takes 10 ms to load, which only a record with a key needs.
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    box = ChaCha20Poly1305(file_key)
    return lambda number, payload: box.encrypt(_nonce(number), payload, head)


def _opening(head: bytes, key: bytes | None, path: Path) -> _Open:
    """How frames of the file with this head are opened. Raises a `StoreError`."""
    _salt, magic, version, sealed, file_id, _segment = _HEAD.unpack_from(head)
    if magic != MAGIC or version != VERSION:
        raise StoreForeign(f"{path} is no journal of this version of Chairside; keep it as it is")
    file_key = _file_key(key, file_id) if sealed else None
    if sealed and file_key is None:
        raise WrongKey(f"{path} is encrypted, and no passphrase or key is there")
    if not sealed and key is not None:
        # Anybody could have written it.
        raise NotEncrypted(f"{path} is not encrypted, though its record is; keep it as it is")
    if not hmac.compare_digest(_tag(file_key, head[: _HEAD.size]), head[_HEAD.size :]):
        raise WrongKey(f"{path} does not open with this passphrase or key (or its head is torn)")
    return _unsealing(file_key, head)


def _unsealing(file_key: bytes | None, head: bytes) -> _Open:
    if file_key is None:
        return lambda number, sealed: _checked(head, number, sealed)
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 -- see above
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    box = ChaCha20Poly1305(file_key)

    def opened(number: int, sealed: bytes) -> bytes | None:
        try:
            return box.decrypt(_nonce(number), sealed, head)
        except InvalidTag:
            return None

    return opened


def _checked(head: bytes, number: int, sealed: bytes) -> bytes | None:
    payload, tag = sealed[:-TAG_BYTES], sealed[-TAG_BYTES:]
    return payload if tag == _checksum(head, number, payload) else None


def _checksum(head: bytes, number: int, payload: bytes) -> bytes:
    return hashlib.sha256(head + struct.pack("<Q", number) + payload).digest()[:TAG_BYTES]


def _nonce(number: int) -> bytes:
    return struct.pack("<4xQ", number)


# ---- lines --------------------------------------------------------------------------------------


def frame_text(lines: Sequence[Line]) -> bytes:
    return json.dumps([_values(line) for line in lines], separators=(",", ":")).encode()


def _values(line: Line) -> list[Any]:
    if isinstance(line, Anchor):
        times = (line.from_s, line.utc_s, line.offset_min, line.reason.value)
        return [line.session_id, ANCHORS, *times]
    row = to_row(line)
    return [line.session_id, row.table, *row.values]


def _lines(payload: bytes) -> list[Line]:
    """Raises one of `READ_FAULTS` or `StoreDamaged` for what `frame_text` did not make."""
    unpacker = zlib.decompressobj()
    text = unpacker.decompress(payload, 4 * LARGEST_FRAME)
    if not unpacker.eof:
        raise ValueError("a frame is larger than any that is written")
    return [_line(*values) for values in json.loads(text)]


def _line(session_id: str, table: str, *values: Any) -> Line:
    if table == ANCHORS:
        from_s, utc_s, offset_min, reason = values
        return Anchor(session_id, from_s, utc_s, offset_min, AnchorReason(reason))
    if table not in COLUMNS:
        raise ValueError(f"{table} is no table of entries")
    return to_entry(session_id, Row(table, values))
