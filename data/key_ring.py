"""The system's keyring: where a key lies that nobody has to type.

    record-key             the key of every record that has no passphrase
    record-key-next        while the key is being changed: the one that it will be
    record-keys-earlier    what it was before, newest first: old backups still open

Rule 1: a key counts as kept when it was read back: some keyrings take everything and keep nothing.
Rule 2: the next key is kept before the first file has it, and the last one stays until every file
        has the next one. Whenever the computer goes off, every file opens.
Rule 3: finding the keyring takes 150 ms, which a program started with a passphrase, or for its
        --help, need not pay.
"""

from __future__ import annotations

import importlib
import secrets
import sys
from collections.abc import Iterator
from typing import Any

from data.errors import StoreUnwritable, WrongKey

SERVICE = "chairside"
CURRENT = "record-key"
NEXT = "record-key-next"
EARLIER = "record-keys-earlier"
KEY_BYTES = 32
MOST_EARLIER = 20
_ON_LINUX = ("SecretService", "libsecret", "kwallet", "fail")
"""Modules of `keyring.backends`; the last one says that there is no keyring."""


def keyring_key() -> bytes | None:
    """The key in the system's keyring; None when there is none, or no keyring."""
    return _key(CURRENT)


def others() -> Iterator[bytes]:
    """The keys that a file may have, had, or is about to get, beside the usual one."""
    coming = _key(NEXT)
    if coming is not None:
        yield coming
    yield from _earlier()


def make_keyring_key() -> bytes | None:
    """Put a new random key into the system's keyring; None when it keeps none."""
    key = secrets.token_bytes(KEY_BYTES)
    return key if _keep(CURRENT, key.hex()) else None


def next_key() -> bytes | None:
    """The key that files are being given; made, and kept, when there is none yet.

    None when the keyring keeps none.
    """
    key = _key(NEXT)
    if key is None:
        key = secrets.token_bytes(KEY_BYTES)
        if not _keep(NEXT, key.hex()):
            return None
    return key


def settle(key: bytes) -> None:
    """From now on `key` is the one; what it was before stays known. Raises `StoreUnwritable`.

    May be repeated after a power cut.
    """
    old = _key(CURRENT)
    if old is not None and old != key:
        known = [old, *(one for one in _earlier() if one not in {old, key})][:MOST_EARLIER]
        _want(EARLIER, " ".join(one.hex() for one in known))
    if old != key:
        _want(CURRENT, key.hex())
    if _key(NEXT) == key:
        _forget(NEXT)


def _want(name: str, value: str) -> None:
    if not _keep(name, value):
        raise StoreUnwritable(
            f"{name!r} of {SERVICE!r} could not be put into the system's keyring; unlock it, and "
            "try again"
        )


def _key(name: str) -> bytes | None:
    stored = _stored(name)
    if stored is None:
        return None
    try:
        key = bytes.fromhex(stored)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise WrongKey(
            f"the key {name!r} of {SERVICE!r} in the system's keyring is not "
            f"{KEY_BYTES} bytes in hex; put the right one back, or set CHAIRSIDE_PASSPHRASE"
        )
    return key


def _earlier() -> list[bytes]:
    """What cannot be understood among them is no key."""
    found = []
    for word in (_stored(EARLIER) or "").split():
        try:
            key = bytes.fromhex(word)
        except ValueError:
            continue
        if len(key) == KEY_BYTES:
            found.append(key)
    return found


def _stored(name: str) -> str | None:
    keyring = _keyring()
    try:
        stored: str | None = keyring.get_password(SERVICE, name)
    except keyring.errors.KeyringError:
        return None
    return stored


def _keep(name: str, value: str) -> bool:
    keyring = _keyring()
    try:
        keyring.set_password(SERVICE, name, value)
    except keyring.errors.KeyringError:
        return False
    return _stored(name) == value


def _forget(name: str) -> None:
    keyring = _keyring()
    try:
        keyring.delete_password(SERVICE, name)
    except keyring.errors.KeyringError as error:
        raise StoreUnwritable(
            f"{name!r} of {SERVICE!r} could not be taken out of the system's keyring; unlock it, "
            "and try again"
        ) from error


def _keyring() -> Any:
    # Rule 3.
    importlib.import_module("keyring.errors")
    keyring = importlib.import_module("keyring")
    if sys.platform == "linux":
        _prefer_linux(keyring)
    return keyring


def _prefer_linux(keyring: Any) -> None:
    """Take the best of the keyrings of Linux, unless a setting names another.

    Left to itself, the library loads those of every system, and the one of macOS runs a compiler
    to find out that it is not there: a quarter of the time to the first window.
    """
    core = keyring.core
    if core.load_env() or core.load_config():
        return
    for name in _ON_LINUX:
        importlib.import_module(f"keyring.backends.{name}")
    viable = keyring.backend.KeyringBackend.get_viable_backends()
    keyring.set_keyring(max(viable, key=keyring.backend.by_priority)())
