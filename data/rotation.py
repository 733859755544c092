"""A new key for a record and for everything that was kept under the old one.

    NAME.rotating      while it goes on: JSON with the salt of the new key and which key it is

Rule 1: first the captures, one by one, then the record: as long as it is not through, the record
        opens with the old key. Each file goes over whole (`data/rekey.py`).
Rule 2: a computer that goes off leaves every file under the old key or the new one. The same
        change, asked for again, goes on where it was; another one is refused until then.
Rule 3: the record is held from the first file to the last, and nothing is begun while a session
        is recorded or a window is open.
Rule 4: the recovery code held the old key; it goes with it.
Rule 5: what lies in the second place goes over with the record (`data/rotation_spill.py`).
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data import chain_keys, live_mark, rotation_spill, vault
from data.audit import AuditChain, AuditKind
from data.connection import Connection
from data.errors import StoreLocked, StoreMissing, StoreUnwritable, WrongKey
from data.first_seal import seal_for_the_first_time
from data.outside import small_json
from data.recovery import forget_recovery, has_recovery, write_private
from data.rekey import Step, alone_with, rekey
from data.store import SessionStore

MARKER_SUFFIX = ".rotating"
_LARGEST = 10_000
"""Bytes. A larger file is none of ours."""

OldKey = Callable[[Path], bytes | None]
"""The old key of a file; None for one in clear. With a passphrase each salt has its own."""


@dataclass(frozen=True, slots=True)
class Change:
    """From which key to which. `new` with its salt when it comes from a passphrase."""

    old: OldKey
    new: bytes
    by: str
    utc_s: float


@dataclass(frozen=True, slots=True)
class Around:
    """What goes with the record, and how it is known that nobody has it open.

    `spill` is the second place, None = there is none; in the folders `marks` living programs
    leave marks.
    """

    captures: Sequence[Path] = ()
    spill: Path | None = None
    marks: Sequence[Path] = ()


@dataclass(frozen=True, slots=True)
class Rotated:
    """`files` went over just now; `had_recovery`: a recovery code was printed once."""

    files: int
    had_recovery: bool


@dataclass(frozen=True, slots=True)
class _Marker:
    salt: bytes
    to: str
    had_recovery: bool


def key_id(key: bytes) -> str:
    """Which key it is, without saying anything about it."""
    return (vault.subkey(key, "key-id") or b"")[:8].hex()


def under_way(path: Path) -> bool:
    """A change of the key of this record was begun and is not through."""
    return _marker_of(path).is_file()


def salt_for(path: Path) -> bytes:
    """The salt of the key that a new passphrase makes: of the change under way, or a new one."""
    marker = _read_marker(path)
    return marker.salt if marker is not None and marker.salt else vault.new_salt()


def is_coming(path: Path, key: bytes) -> bool:
    """It is the new key of the change under way."""
    marker = _read_marker(path)
    return marker is not None and marker.to == key_id(key)


def present_key(path: Path, change: Change) -> bytes | None:
    """The one of the two keys under which the file is. Raises `WrongKey` or `StoreMissing`."""
    if not path.is_file():
        raise StoreMissing(f"there is no {path}; give the right file with --db")
    if not vault.opens(path, change.new):
        old = change.old(path)
        if vault.opens(path, old):
            return old
        raise WrongKey(
            f"{path} opens with neither the old key nor the new one; give the right passphrase"
        )
    return change.new


def want_nobody_at_work(path: Path, around: Around) -> None:
    """Raises `StoreLocked` while a living program is open, or writes this record."""
    written = around.spill is not None and rotation_spill.is_open(around.spill, path)
    if written or any(live_mark.any_held(folder) for folder in around.marks):
        raise StoreLocked(
            "Chairside is open on this computer; end its sessions, close it, and try again"
        )


def rotate(
    path: Path,
    change: Change,
    around: Around = Around(),
    step: Step = lambda _path, _how: None,
) -> Rotated:
    """Put record and captures under the new key; `finish` when that key is kept.

    Raises a `StoreError`; what is through stays, and the rest goes on with the next call.
    """
    want_nobody_at_work(path, around)
    _want_the_same_change(path, change)
    present = present_key(path, change)
    with SessionStore.open(path, present) as store:  # an older schema is brought up to date
        if around.spill is not None:
            rotation_spill.bring_back(store, around.spill, present)
    with alone_with(path, present) as record:
        had_recovery = _mark(path, change)
        done = [one for one in around.captures if _rekey_capture(one, change, step)]
        if present != change.new:
            if around.spill is not None:
                rotation_spill.make_ready(record, path, around.spill, present, change.new)
            step(path, "begun")
            rekey(record, path, change.new, _sealing(present, change, len(done)), step)
            done.append(path)
    if around.spill is not None:
        rotation_spill.put_in_place(path, around.spill)
    forget_recovery(path)
    return Rotated(len(done), had_recovery)


def finish(path: Path) -> None:
    """The new key is kept where it belongs: nothing is under way any more."""
    with _unwritable(_marker_of(path)):
        _marker_of(path).unlink(missing_ok=True)


def _rekey_capture(path: Path, change: Change, step: Step) -> bool:
    """Whether there was something to do."""
    present = present_key(path, change)
    if present == change.new:
        return False
    step(path, "begun")
    with alone_with(path, present) as source:
        rekey(source, path, change.new, step=step)
    return True


def _sealing(old: bytes | None, change: Change, captures: int) -> Callable[[Connection], None]:
    """What the record says of it: the keys of its chains under the new key, and a line."""

    def seal(copy: Connection) -> None:
        if old is None:
            seal_for_the_first_time(copy, change.new, change.utc_s)
        else:
            chain_keys.reseal(copy, old, change.new)
        AuditChain(copy, change.new).append(
            AuditKind.KEY_CHANGED,
            change.by,
            change.utc_s,
            was="" if old is None else key_id(old),
            now=key_id(change.new),
            captures=captures,
        )

    return seal


# ---- the marker ---------------------------------------------------------------------------------


def _marker_of(path: Path) -> Path:
    return path.with_name(path.name + MARKER_SUFFIX)


def _mark(path: Path, change: Change) -> bool:
    """Say what is under way; whether there was a recovery code when it began."""
    marker = _read_marker(path)
    if marker is not None:
        return marker.had_recovery
    content = {
        "salt": change.new[vault.KEY_BYTES :].hex(),
        "to": key_id(change.new),
        "recovery": has_recovery(path),
    }
    write_private(_marker_of(path), json.dumps(content).encode())
    return has_recovery(path)


def _want_the_same_change(path: Path, change: Change) -> None:
    marker = _read_marker(path)
    if marker is not None and marker.to != key_id(change.new):
        raise WrongKey(
            f"{path} was being put under another new key when that was cut off; give the new "
            "passphrase that was given then, to end it first"
        )


def _read_marker(path: Path) -> _Marker | None:
    """None without one, and for one that cannot be understood: each file is tried then."""
    content = small_json(_marker_of(path), _LARGEST)
    salt, to = content.get("salt"), content.get("to")
    if not isinstance(salt, str) or not isinstance(to, str):
        return None
    try:
        return _Marker(bytes.fromhex(salt), to, content.get("recovery") is True)
    except ValueError:
        return None


@contextlib.contextmanager
def _unwritable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreUnwritable(
            f"{path} cannot be removed: {error.strerror or error}; remove it by hand"
        ) from error
