"""The keys under which the chains of a record are made, each sealed under the key of the record.

Rule 1: a chain key is random and lives in the record, sealed: whoever has the rows, and not the
        key of the record, can neither read it nor put another in its place.
Rule 2: it survives a change of the record's key: only its seal is made anew.
Rule 3: number 0 means that there is none: a record in clear, or lines of before schema 2.0.
Rule 4: recording goes on where the key was lost: under a new one, with a line that says so.

Source: RFC 8439 (ChaCha20-Poly1305); a random nonce of 96 bits for a handful of seals.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection

from data import vault
from data.connection import Connection

NO_KEY = 0
_PURPOSE = "chain"
_NONCE = 12
_Row = tuple[int, float]
"""Number and moment (Unix seconds), which the seal holds together with the key."""


def unsealed(connection: Connection, key: bytes | None) -> dict[int, bytes]:
    """The chain keys by number, as far as `key` opens them."""
    rows = connection.execute("SELECT n, utc, sealed FROM chain_keys ORDER BY n").fetchall()
    if key is None or not rows:
        return {}
    found = {int(n): _open(key, (int(n), utc), bytes(sealed)) for n, utc, sealed in rows}
    return {n: chain_key for n, chain_key in found.items() if chain_key is not None}


def add(connection: Connection, key: bytes, utc_s: float) -> tuple[int, bytes]:
    """A new chain key, to be used from now on: its number, and itself."""
    # The number of a key that was taken away is not given to another one.
    ((last,),) = connection.execute(
        "SELECT max((SELECT coalesce(max(n), 0) FROM chain_keys),"
        " (SELECT coalesce(max(key), 0) FROM audit))"
    ).fetchall()
    n, chain_key = int(last) + 1, secrets.token_bytes(32)
    connection.execute(
        "INSERT INTO chain_keys (n, sealed, utc) VALUES (?, ?, ?)",
        (n, _sealed(key, (n, float(utc_s)), chain_key), utc_s),
    )
    return n, chain_key


def reseal(connection: Connection, old_key: bytes, new_key: bytes) -> None:
    """Within a transaction. One that `old_key` does not open stays as it is."""
    for n, chain_key in unsealed(connection, old_key).items():
        ((utc,),) = connection.execute("SELECT utc FROM chain_keys WHERE n = ?", (n,)).fetchall()
        sealed = _sealed(new_key, (n, utc), chain_key)
        connection.execute("UPDATE chain_keys SET sealed = ? WHERE n = ?", (sealed, n))


def strange(connection: Connection, known: Collection[int]) -> list[int]:
    """The numbers of rows that the key of the record, which opens the `known` ones, does not."""
    rows = connection.execute("SELECT n FROM chain_keys ORDER BY n").fetchall()
    return [int(n) for (n,) in rows if n not in known]


def _place(row: _Row) -> bytes:
    return json.dumps(row).encode()


def _sealed(key: bytes, row: _Row, chain_key: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import (  # noqa: PLC0415 -- takes 10 ms
        ChaCha20Poly1305,
    )

    nonce = secrets.token_bytes(_NONCE)
    box = ChaCha20Poly1305(vault.subkey(key, _PURPOSE))
    return nonce + box.encrypt(nonce, chain_key, _place(row))


def _open(key: bytes, row: _Row, sealed: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 -- see above
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415

    box = ChaCha20Poly1305(vault.subkey(key, _PURPOSE))
    try:
        return box.decrypt(sealed[:_NONCE], sealed[_NONCE:], _place(row))
    except (InvalidTag, ValueError):
        return None
