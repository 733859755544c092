"""How a record comes to be encrypted, and that nothing is kept in clear unless somebody chose it.

Rule 1: a key is the passphrase in `CHAIRSIDE_PASSPHRASE`, else the one in the system's keyring;
        where there is a keyring and no key in it yet, the first start makes one.
Rule 2: without either, the usual record is refused, unless `--in-clear`, or the variable
        `CHAIRSIDE_IN_CLEAR=1`, chooses it. A file that is named with `--db` is a choice too: it
        is recorded in clear, and that is said.
Rule 3: a record in clear is said to be one on every page of the window, as long as it is.
Rule 4: the demo has a record of its own, may be in clear, and says which.
"""

from __future__ import annotations

import enum
import os
from pathlib import Path

import click

from data import key_ring, vault
from data.rotation import under_way
from data.store import SessionStore
from ui.requests import Refusal, WrongEntry
from ui.words import say

IN_CLEAR_VARIABLE = "CHAIRSIDE_IN_CLEAR"


class Kept(enum.Enum):
    ENCRYPTED = enum.auto()
    NEWLY_ENCRYPTED = enum.auto()
    """With a key that was made just now."""
    IN_CLEAR = enum.auto()


def settle(path: Path, *, named: bool, in_clear: bool = False) -> Kept:
    """Before a patient's record is opened for writing: encrypted, or in clear by choice.

    `named`: somebody named the file. Raises `Refusal` or `WrongEntry` with one sentence.
    """
    chosen = in_clear or os.environ.get(IN_CLEAR_VARIABLE, "") == "1"
    if os.environ.get(vault.PASSPHRASE_VARIABLE, ""):
        if chosen:
            raise WrongEntry(say("key-clear-and-passphrase"))
        return Kept.ENCRYPTED
    if path.is_file() and path.stat().st_size:
        return _as_it_is(path, named=named, chosen=chosen)
    if chosen:
        SessionStore.open(path, None).close()  # in clear from its beginning, whatever is there
        return Kept.IN_CLEAR
    if key_ring.keyring_key() is not None:
        return Kept.ENCRYPTED
    if key_ring.make_keyring_key() is not None:
        return Kept.NEWLY_ENCRYPTED
    if named:
        return Kept.IN_CLEAR
    raise Refusal(say("key-none", path))


def _as_it_is(path: Path, *, named: bool, chosen: bool) -> Kept:
    if not vault.begins_in_clear(path):
        if chosen:
            raise WrongEntry(say("key-clear-and-encrypted", path))
        return Kept.ENCRYPTED
    if named or chosen:
        return Kept.IN_CLEAR
    raise Refusal(say("key-record-in-clear", path))


def notes(path: Path, kept: Kept) -> list[str]:
    """What happened to the key and has to be known, a sentence each; mostly nothing."""
    found = [say("key-under-way", path)] if under_way(path) else []
    if kept is Kept.NEWLY_ENCRYPTED:
        found.append(say("key-made", path))
    return found


def tell(path: Path, kept: Kept) -> None:
    """The same at a terminal, and that a record is in clear: a window shows that all the time."""
    found = notes(path, kept)
    if kept is Kept.IN_CLEAR:
        found.append(say("key-not-encrypted", path))
    for sentence in found:
        click.echo(sentence, err=True)
