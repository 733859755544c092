"""Reads a session that was written as JSON (`data/export/bundle.py`), and trusts nothing of it.

Rule 1: the file has a bound in bytes, and every line the bounds that a record has: numbers that
        rise, moments on the calendar, kinds and fields that this version knows.
Rule 2: a file of which one line is wrong is refused whole: half a session is none.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.codec import decode
from data.errors import StoreDamaged, StoreError
from data.export.bundle import FORMAT, compact
from data.outside import LATEST_S, TooLarge, on_calendar, quoted, read_at_most
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.events import SessionOpened

LARGEST = 500_000_000
"""Bytes: 24 h with two waves are a fifth of it."""
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}")
_FAULTS = (ValueError, TypeError, KeyError, IndexError, OverflowError, RecursionError)


class NotTakenIn(StoreError):
    """The file is not a session that can be taken in."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """`entries` in order, waves among them."""

    session_id: str
    program: str
    deidentified: bool
    signed: str
    missing: str
    """What of it could not be read when it was written; empty = it was whole."""
    entries: tuple[Entry, ...]
    anchors: tuple[Anchor, ...]

    @property
    def opened(self) -> SessionOpened:
        first = self.entries[0].what
        assert isinstance(first, SessionOpened)  # `read_bundle` has seen it
        return first


def looks_like_bundle(path: Path) -> bool:
    """Raises `OSError`."""
    with path.open("rb") as file:
        return file.read(40).lstrip().startswith(b'{"chairside-session"')


def read_bundle(path: Path) -> Bundle:
    """Raises `NotTakenIn`."""
    try:
        content = json.loads(read_at_most(path, LARGEST))
    except TooLarge as error:
        raise NotTakenIn(f"{path} has more than {LARGEST // 1_000_000} MB; it is none") from error
    except OSError as error:
        raise NotTakenIn(f"{path} cannot be read: {error.strerror}; check the path") from error
    except (ValueError, RecursionError) as error:
        raise NotTakenIn(f"{path} is no whole JSON file; export the session again") from error
    if not isinstance(content, dict) or "chairside-session" not in content:
        raise NotTakenIn(f"{path} is no session of this program; expected an export --format json")
    if content["chairside-session"] != FORMAT:
        raise NotTakenIn(
            f"{path} has the format {quoted(content['chairside-session'])}, this version reads "
            f"{FORMAT}; update Chairside"
        )
    try:
        bundle = _bundle(content)
    except StoreDamaged as error:
        raise NotTakenIn(f"{path}: {error}") from error
    except _FAULTS as error:
        raise NotTakenIn(
            f"{path} is not as it was written ({quoted(error)}); export the session again"
        ) from error
    return bundle


def _bundle(content: dict[str, Any]) -> Bundle:
    session_id = content["session"]
    if not isinstance(session_id, str) or not _ID.fullmatch(session_id):
        raise ValueError(f"session {session_id!r}")
    anchors = tuple(_anchor(session_id, *line) for line in content["anchors"])
    entries = [_entry(session_id, *line) for line in content["entries"]]
    waves = [_entry(session_id, *line) for line in content["waves"]]
    digest = hashlib.sha256()
    for name in ("anchors", "entries", "waves"):
        for line in content[name]:
            digest.update(compact(line).encode() + b"\n")
    if digest.hexdigest() != content["sha256"]:
        raise ValueError("its lines are not those it was written with")
    merged = sorted((*entries, *waves), key=lambda one: one.seq)
    _check(session_id, merged)
    return Bundle(
        session_id,
        str(content["program"])[:40],
        content["deidentified"] is True,
        str(content["signed"])[:64],
        str(content.get("missing", ""))[:400],
        tuple(merged),
        anchors,
    )


def _anchor(session_id: str, reason: str, from_s: float, utc_s: float, offset_min: int) -> Anchor:
    if not on_calendar(utc_s, offset_min) or not abs(from_s) < LATEST_S:
        raise ValueError(f"{from_s} s at {utc_s} is no moment")
    return Anchor(session_id, float(from_s), float(utc_s), int(offset_min), AnchorReason(reason))


def _entry(session_id: str, seq: int, now_s: float, kind: str, body: object) -> Entry:
    if isinstance(seq, bool) or not isinstance(seq, int) or not 0 <= seq < 2**53:
        raise ValueError(f"number {seq!r}")
    if not math.isfinite(now_s) or not abs(now_s) < LATEST_S:
        raise ValueError(f"{now_s} s is no moment of a session")
    return Entry(session_id, seq, float(now_s), decode(kind, json.dumps(body)))


def _check(session_id: str, entries: list[Entry]) -> None:
    numbers = [one.seq for one in entries]
    if len(set(numbers)) != len(numbers):
        raise ValueError("a number is there twice")
    first = entries[0].what
    if not isinstance(first, SessionOpened) or first.session_id != session_id:
        raise ValueError("it does not begin with its opening")
