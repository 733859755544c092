"""The key, and how a file is opened with it.

Rule 1: one library opens both kinds of file: SQLCipher with a key, and plainly without one.
Rule 2: the passphrase never becomes the key by itself: Argon2id stretches it with a salt of the
        file's own. The salt is the file's first 16 bytes, where SQLCipher keeps its own salt, so
        it can be neither lost nor mixed up.
Rule 3: files are made with mode 0600; write-ahead log and index inherit it.
Rule 4: a database that may be open in this process is looked at through SQLite alone. To close any
        other handle of it drops the locks of all (POSIX), and another program may then throw the
        write-ahead log away while we write into it.

Sources: SQLCipher design ("raw key data with explicit salt"), RFC 9106 section 4 (second
recommended set of Argon2id parameters).
"""

from __future__ import annotations

import hmac
import os
import secrets
from pathlib import Path
from typing import cast, overload

from sqlcipher3 import dbapi2

from data import key_ring
from data.connection import Connection, primary_code, storage_errors
from data.errors import (
    NotEncrypted,
    StoreError,
    StoreForeign,
    StoreMissing,
    StoreUnwritable,
    WrongKey,
)
from data.key_ring import keyring_key

PASSPHRASE_VARIABLE = "CHAIRSIDE_PASSPHRASE"
KEY_BYTES = key_ring.KEY_BYTES
SALT_BYTES = 16
WAIT_FOR_LOCK_S = 0.5
"""How long one attempt waits for another program; the writer tries again by itself."""

_PLAIN = b"SQLite format 3\0"
_LIKE_NOISE = 200
"""A page of cipher text has nearly all 256 byte values in it; text and most formats do not."""


# ---- the key ------------------------------------------------------------------------------------


def key_for(path: Path) -> bytes | None:
    """The key that opens, or will make, the file at `path`; None = it is, or will be, in clear.

    The passphrase in `CHAIRSIDE_PASSPHRASE` goes before the key in the system's keyring. Takes
    some tenths of a second (that is the purpose of Argon2): ask once per file, and keep it.
    """
    passphrase = os.environ.get(PASSPHRASE_VARIABLE, "")
    if passphrase:
        return derive_key(passphrase, path)
    key = keyring_key()
    if key is None or not path.is_file() or not path.stat().st_size or opens(path, key):
        return key
    if opens(path, None):  # nobody gave a key for it: it was made in clear, and stays so
        return None
    # A key that is being changed, or was changed since: an old backup, a file that lay elsewhere.
    return next((other for other in key_ring.others() if opens(path, other)), key)


def derive_key(passphrase: str, path: Path) -> bytes:
    """Key and salt, 48 bytes; the salt is that of the file, or a new one for a new file."""
    return stretched(passphrase, salt_of(path) or new_salt())


def new_salt() -> bytes:
    return secrets.token_bytes(SALT_BYTES)


def salt_of(path: Path) -> bytes:
    """Where SQLCipher keeps it: at the head of the file; b"" when there is no file."""
    salt = _head(path)[:SALT_BYTES]
    return salt if len(salt) == SALT_BYTES else b""


def stretched(passphrase: str, salt: bytes) -> bytes:
    """The key that a passphrase makes with this salt, and the salt behind it."""
    # Only a passphrase needs it.
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415

    key = hash_secret_raw(
        passphrase.encode("utf-8", "surrogateescape"),
        salt,
        time_cost=3,
        memory_cost=65536,
        parallelism=4,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )
    return key + salt


@overload
def subkey(key: bytes, purpose: str) -> bytes: ...
@overload
def subkey(key: None, purpose: str) -> None: ...
def subkey(key: bytes | None, purpose: str) -> bytes | None:
    """32 bytes for one purpose, from the key of the record (HKDF, RFC 5869); None without one.

    The salt of a file is not part of it: every copy of the record has the same.
    """
    if key is None:
        return None
    prk = hmac.digest(b"chairside", key[:KEY_BYTES], "sha256")
    return hmac.digest(prk, purpose.encode() + b"\x01", "sha256")


# ---- the file -----------------------------------------------------------------------------------


def opens(path: Path, key: bytes | None) -> bool:
    """Whether this key opens the file (None: it is in clear).

    A file that cannot be read now is not said not to open.
    """
    try:
        _proved(_connect(path, "ro", key)).close()
    except dbapi2.DatabaseError as error:
        return bool(primary_code(error) != dbapi2.SQLITE_NOTADB)
    return True


def begins_in_clear(path: Path) -> bool:
    """By its first bytes, before anything has opened it; False where it cannot be read."""
    try:
        return _head(path).startswith(_PLAIN)
    except StoreUnwritable:
        return False


def is_encrypted(path: Path) -> bool:
    """The file has content, and it is not a database in clear."""
    if not path.is_file() or not path.stat().st_size:
        return False
    try:
        _proved(_connect(path, "ro", None)).close()
    except UnicodeDecodeError:  # its list of tables is torn, and can be read that far
        return False
    except dbapi2.DatabaseError as error:
        if primary_code(error) == dbapi2.SQLITE_NOTADB:
            return True
        # What a dying program had begun must be rolled back first, or the disk fails: SQLite does
        # not get as far as the content, and no connection of ours writes. Its first bytes tell.
        return not begins_in_clear(path)
    return False


def connect(path: Path, key: bytes | None, *, read_only: bool) -> Connection:
    """A connection that has proved its key, in autocommit mode. Raises a `StoreError`."""
    if key is not None and len(key) not in {KEY_BYTES, KEY_BYTES + SALT_BYTES}:
        raise ValueError(f"a key has 32 bytes, or 48 with its salt; this one has {len(key)}")
    plain = path.is_file() and path.stat().st_size > 0 and not is_encrypted(path)
    if not read_only:
        if plain and key is not None:
            raise NotEncrypted(
                f"{path} is not encrypted, though a passphrase or key is set: encrypt it with "
                f"`chairside key rotate`, or unset {PASSPHRASE_VARIABLE} to go on in clear"
            )
        _make(path)
    elif not path.is_file():
        raise StoreMissing(f"there is no record at {path}; give the right file with --db")
    with storage_errors(path):
        try:
            return _opened(path, None if plain else key, read_only=read_only)
        except dbapi2.DatabaseError as error:
            if primary_code(error) != dbapi2.SQLITE_NOTADB:
                raise
            raise _not_a_database(path, _head(path), key) from error


def _opened(path: Path, key: bytes | None, *, read_only: bool) -> Connection:
    try:
        return _proved(_connect(path, "ro" if read_only else "rw", key))
    except dbapi2.OperationalError as error:
        no_index = primary_code(error) in {dbapi2.SQLITE_CANTOPEN, dbapi2.SQLITE_READONLY}
        if not read_only or not no_index or _head(path.with_name(path.name + "-wal")):
            raise
    # On a disk that takes no writing the index of the write-ahead log cannot be made; with no log
    # beside it the file is whole, and may be read as it lies.
    return _proved(_connect(path, "ro&immutable=1", key))


def _connect(path: Path, mode: str, key: bytes | None) -> Connection:
    connection = cast(
        Connection,
        dbapi2.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=WAIT_FOR_LOCK_S,
            isolation_level=None,
        ),
    )
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def _proved(connection: Connection) -> Connection:
    """Read the first page; close the connection when it is not what was expected."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _make(path: Path) -> None:
    """An empty file that only its owner can read, unless there is one."""
    if path.exists():
        return
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except FileNotFoundError as error:
        if path.parent.is_dir():  # a file system that takes no files, such as /proc
            raise StoreUnwritable(f"{path} cannot be made; give another file with --db") from error
        raise StoreUnwritable(
            f"the folder {path.parent} does not exist; make it, or give another file with --db"
        ) from error
    except OSError as error:
        raise StoreUnwritable(f"{path} cannot be written: {_said(error)}") from error


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(4096)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise StoreUnwritable(f"{path} cannot be read: {_said(error)}") from error


def _said(error: OSError) -> str:
    return error.strerror or str(error)


def _not_a_database(path: Path, head: bytes, key: bytes | None) -> StoreError:
    if len(set(head)) < _LIKE_NOISE:
        return StoreForeign(f"{path} is not a record of Chairside; give the right file with --db")
    if key is None:
        return WrongKey(
            f"{path} is encrypted, and no passphrase or key is there; set {PASSPHRASE_VARIABLE}"
        )
    return WrongKey(
        f"{path} does not open with this passphrase or key (or its first page is damaged); "
        f"check {PASSPHRASE_VARIABLE}"
    )
