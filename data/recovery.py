"""The recovery code: 30 characters on paper that bring back the key of a record.

    NAME.recovery      JSON beside the record: the key, sealed under Argon2id of the code
    7KQ2M-VX0RD-…      29 characters of Crockford's base32 (145 random bits), and their check

Rule 1: neither the code nor the key is anywhere in clear; the sidecar alone opens nothing.
Rule 2: a record has one code: a new one takes the place of the last.
Rule 3: what is typed is read kindly: small letters, O for 0, I and L for 1, any blanks and dashes.
        The last character tells a slip of the hand from a code of another record.
Rule 4: a code whose check would be one of Crockford's five extra signs is thrown away: the paper
        holds digits and letters only.

Sources: D. Crockford, "Base 32" (alphabet, check symbol modulo 37), RFC 9106 (Argon2id), RFC 8439.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.errors import StoreDamaged, StoreError, StoreMissing, StoreUnwritable, WrongCode
from data.vault import KEY_BYTES, SALT_BYTES

SUFFIX = ".recovery"
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
DATA_SIGNS = 29
GROUP = 5
_READ_AS = str.maketrans("OIL", "011", " -\t\r\n–—")
_CHECK = 37
_FORMAT = "chairside-recovery-1"
_LARGEST = 10_000
"""Bytes. A larger file is none of ours."""
_NONCE = 12


@dataclass(frozen=True, slots=True)
class _Effort:
    """The parameters of Argon2id; `memory_kib` in KiB."""

    time_cost: int = 3
    memory_kib: int = 65536
    lanes: int = 4

    @property
    def bearable(self) -> bool:
        """A sidecar that somebody made up may not take all the memory there is."""
        return (
            1 <= self.time_cost <= 16
            and 8192 <= self.memory_kib <= 1 << 20
            and 1 <= self.lanes <= 16
        )


@dataclass(frozen=True, slots=True)
class _Sidecar:
    effort: _Effort
    salt: bytes
    sealed: bytes


# ---- the code -----------------------------------------------------------------------------------


def new_code() -> str:
    """A code nobody had before, in groups of five."""
    while True:
        number = secrets.randbits(5 * DATA_SIGNS)
        if number % _CHECK < len(ALPHABET):
            break
    signs = "".join(ALPHABET[number >> 5 * at & 31] for at in reversed(range(DATA_SIGNS)))
    signs += ALPHABET[number % _CHECK]
    return "-".join(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))


def tidy_code(typed: str) -> str:
    """The 30 characters without groups. Raises `WrongCode` for what cannot be a code."""
    signs = typed.upper().translate(_READ_AS)
    wanted = DATA_SIGNS + 1
    if len(signs) != wanted:
        raise WrongCode(
            f"a recovery code has {wanted} characters, this one has {len(signs)}; type all groups"
        )
    wrong = next((sign for sign in signs if sign not in ALPHABET), None)
    if wrong is not None:
        raise WrongCode(f"a recovery code has no {wrong!r} in it; look at that character again")
    number = 0
    for sign in signs[:DATA_SIGNS]:
        number = number << 5 | ALPHABET.index(sign)
    if number % _CHECK != ALPHABET.index(signs[-1]):
        raise WrongCode("this recovery code has a slip in it; compare it with the paper again")
    return signs


# ---- the sidecar --------------------------------------------------------------------------------


def sidecar_of(path: Path) -> Path:
    """Where the sealed key of the record at `path` lies, or would lie."""
    return path.with_name(path.name + SUFFIX)


def make_recovery(path: Path, key: bytes) -> str:
    """A new code for the record at `path`; the last one opens nothing any more.

    It is returned once and kept nowhere. Raises `StoreUnwritable`.
    """
    code = new_code()
    effort, salt, nonce = _Effort(), secrets.token_bytes(SALT_BYTES), secrets.token_bytes(_NONCE)
    sealed = nonce + _box(code, effort, salt).encrypt(nonce, key, _FORMAT.encode())
    content = {
        "format": _FORMAT,
        "argon2id": [effort.time_cost, effort.memory_kib, effort.lanes],
        "salt": salt.hex(),
        "sealed": sealed.hex(),
    }
    write_private(sidecar_of(path), json.dumps(content).encode())
    return code


def key_from_recovery(path: Path, code: str) -> bytes:
    """The key of the record at `path` as it was when the code was made. Raises a `StoreError`."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 -- takes 10 ms

    tidied = tidy_code(code)
    sidecar = _read(sidecar_of(path))
    box = _box(tidied, sidecar.effort, sidecar.salt)
    try:
        key = box.decrypt(sidecar.sealed[:_NONCE], sidecar.sealed[_NONCE:], _FORMAT.encode())
    except InvalidTag as error:
        raise WrongCode(
            f"this recovery code is not the one of {path}; a newer one may have been printed since"
        ) from error
    return bytes(key)


def forget_recovery(path: Path) -> bool:
    """Take the sidecar away: its code opens nothing any more. Whether there was one."""
    try:
        sidecar_of(path).unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise StoreUnwritable(
            f"{sidecar_of(path)} cannot be removed: {error.strerror}; remove it by hand"
        ) from error
    return True


def has_recovery(path: Path) -> bool:
    return sidecar_of(path).is_file()


def write_private(path: Path, content: bytes) -> None:
    """Put a whole file, that only its owner can read, in the place of the old one.

    Raises `StoreUnwritable`.
    """
    new = path.with_name(path.name + ".new")
    try:
        with contextlib.suppress(FileNotFoundError):
            new.unlink()  # left by a power cut, perhaps with another mode
        file = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            os.write(file, content)
            os.fsync(file)
        finally:
            os.close(file)
        new.replace(path)
    except OSError as error:
        raise StoreUnwritable(
            f"{path} cannot be written: {error.strerror or error}; check the folder and the disk"
        ) from error


def _box(code: str, effort: _Effort, salt: bytes) -> Any:
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415 -- only a code needs them
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    return ChaCha20Poly1305(
        hash_secret_raw(
            tidy_code(code).encode(),
            salt,
            time_cost=effort.time_cost,
            memory_cost=effort.memory_kib,
            parallelism=effort.lanes,
            hash_len=KEY_BYTES,
            type=Type.ID,
        )
    )


def _read(path: Path) -> _Sidecar:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except FileNotFoundError as error:
        raise StoreMissing(
            f"there is no {path}; without it a recovery code opens nothing: bring it back from a "
            "backup"
        ) from error
    except OSError as error:
        raise StoreUnwritable(f"{path} cannot be read: {error.strerror}") from error
    try:
        return _understood(json.loads(content[:_LARGEST]))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _damaged(path) from error


def _understood(content: Any) -> _Sidecar:
    time_cost, memory_kib, lanes = map(int, content["argon2id"])
    found = _Sidecar(
        _Effort(time_cost, memory_kib, lanes),
        bytes.fromhex(content["salt"]),
        bytes.fromhex(content["sealed"]),
    )
    if content["format"] != _FORMAT or not found.effort.bearable:
        raise ValueError(content["format"])
    if len(found.salt) != SALT_BYTES or len(found.sealed) < _NONCE + KEY_BYTES:
        raise ValueError("too short")
    return found


def _damaged(path: Path) -> StoreError:
    return StoreDamaged(
        f"{path} is no sealed key of Chairside, or is damaged; bring it back from a backup"
    )
