"""`chairside key`: the recovery code of a record, a lost key, a new key.

Rule 1: a code and a passphrase are asked for without an echo, or come from the environment; a code
        is printed once and kept nowhere.
Rule 2: the new key is kept in the keyring before the first file has it (`data/key_ring.py`).
Rule 3: the demo's own record goes with the usual one, so that one key still opens both.
"""

from __future__ import annotations

import functools
import os
import time
from collections.abc import Callable
from pathlib import Path

import click

from data import key_ring, recovery, rotation, vault
from data.audit import Audit, AuditKind
from data.errors import StoreMissing, StoreUnwritable, WrongCode, WrongKey
from data.rotation import Around, Change
from data.store import SessionStore
from monitor.rights import Right
from ui.commands.signing import COMMAND_LINE, by_options, signed_in
from ui.live_marks import FOLDER, OPEN_FOLDER
from ui.places import capture_path, home, kept_how, record_path, spill_folder
from ui.requests import Refusal, WrongEntry
from ui.words import say

NEW_VARIABLE = "CHAIRSIDE_NEW_PASSPHRASE"
SHORTEST_PASSPHRASE = 12
_DB = click.option("--db", type=click.Path(path_type=Path), metavar="FILE", help="The record.")
_PASSPHRASE = click.option(
    "--passphrase", is_flag=True, help=f"Ask for a new passphrase; {NEW_VARIABLE} may hold it."
)


@click.group(epilog="Example: chairside key recovery")
def key() -> None:
    """Print a recovery code, bring back a lost key, give the record a new one."""


@key.command(epilog="Example: chairside key status --db chairside.db")
@_DB
def status(db: Path | None) -> None:
    """Say how the record is locked."""
    path = _there(db)
    encrypted = kept_how(path)
    click.echo(say("record-encrypted" if encrypted else "record-plain", path))
    if encrypted:
        typed = bool(os.environ.get(vault.PASSPHRASE_VARIABLE))
        click.echo(say("key-status-passphrase" if typed else "key-status-keyring"))
        click.echo(say("key-code-there" if recovery.has_recovery(path) else "key-code-none"))
    if rotation.under_way(path):
        click.echo(say("key-under-way", path))


@key.command("recovery", epilog="Example: chairside key recovery")
@by_options
@_DB
def recovery_(by: str | None, pin_stdin: bool, db: Path | None) -> None:
    """Print a new recovery code; it is never shown again."""
    path = _there(db)
    record_key = vault.key_for(path)
    if record_key is None:
        raise WrongEntry(say("key-code-in-clear", path))
    who = signed_in(path, record_key, by, pin_stdin, Right.KEYS)
    click.echo(new_code(path, record_key, who))
    click.echo(say("key-code", path), err=True)


@key.command(epilog="Example: chairside key restore --db chairside.db")
@_DB
@click.option("--code", metavar="CODE", help="The recovery code; asked for when not given.")
@_PASSPHRASE
def restore(db: Path | None, code: str | None, passphrase: bool) -> None:
    """Bring back the key with the recovery code: into the keyring, or as a new passphrase."""
    path = _there(db)
    asked = code or click.prompt(say("key-code-ask"), hide_input=True, err=True)
    found = recovery.key_from_recovery(path, asked)
    if not vault.opens(path, found):
        raise WrongCode(say("key-code-old", path))
    if passphrase or os.environ.get(NEW_VARIABLE):
        change = Change(lambda _path: found, _new_passphrase(path), COMMAND_LINE, time.time())
        _rotate([path], change)
        return
    try:
        key_ring.settle(found[: vault.KEY_BYTES])
    except StoreUnwritable as error:
        raise Refusal(say("key-no-keyring")) from error
    _note(path, found, COMMAND_LINE, used=True)
    click.echo(say("key-back-keyring", path))


@key.command(epilog="Example: chairside key rotate")
@_DB
@_PASSPHRASE
@click.option("--keyring", is_flag=True, help="A new random key, in the keyring.")
@by_options
def rotate(
    by: str | None, pin_stdin: bool, db: Path | None, passphrase: bool, keyring: bool
) -> None:
    """Put the record and its captures under a new key; one in clear is encrypted."""
    if passphrase and keyring:
        raise WrongEntry(say("key-two-ways"))
    path = _there(db)
    demo = record_path(None, demo=True)
    beside = db is None and demo.is_file() and not vault.begins_in_clear(demo)
    who = _asker(path, by, pin_stdin)
    typed = bool(os.environ.get(vault.PASSPHRASE_VARIABLE))
    ask = passphrase or bool(os.environ.get(NEW_VARIABLE)) or (typed and not keyring)
    new = None if ask else key_ring.next_key()
    if keyring and new is None:
        raise Refusal(say("key-no-keyring"))
    new = new or _new_passphrase(path)
    change = Change(_old_keys(), new, who, time.time())
    _rotate([path, demo] if beside else [path], change)


def new_code(path: Path, record_key: bytes, by: str) -> str:
    """A new recovery code, and the line that says who asked for it. Raises a `StoreError`."""
    code = recovery.make_recovery(path, record_key)
    _note(path, record_key, by, used=False)
    return code


def _there(db: Path | None) -> Path:
    path = record_path(db)
    if not path.is_file():
        raise StoreMissing(f"there is no record at {path}; give the right file with --db")
    return path


def _asker(path: Path, by: str | None, pin_stdin: bool) -> str:
    """Whose name counts. A record that is half-way over may be under a key that is typed later."""
    try:
        return signed_in(path, _present(path), by, pin_stdin, Right.KEYS)
    except WrongKey:
        if not rotation.under_way(path):
            raise
        return COMMAND_LINE


def _present(path: Path) -> bytes | None:
    return None if vault.begins_in_clear(path) else vault.key_for(path)


def _note(path: Path, record_key: bytes, by: str, *, used: bool) -> None:
    Audit(path, record_key).note(AuditKind.RECOVERY_CODE, by, time.time(), used=used)


def _rotate(paths: list[Path], change: Change) -> None:
    """All of them, and only then is the new key the usual one."""
    new = change.new
    codes = []
    for path in paths:
        done = rotation.rotate(path, change, _around(path, change))
        if done.had_recovery:
            codes.append((path, new_code(path, new, change.by)))
        click.echo(say("key-rotated", path, max(0, done.files - 1)), err=True)
    in_keyring = len(new) == vault.KEY_BYTES
    if in_keyring:
        key_ring.settle(new)
    if not in_keyring or os.environ.get(vault.PASSPHRASE_VARIABLE):
        click.echo(say("key-use-keyring" if in_keyring else "key-use-passphrase"), err=True)
    for path, code in codes:
        click.echo(code)
        click.echo(say("key-code", path), err=True)
    for path in reversed(paths):  # the salt of all is known by the marker of the first
        rotation.finish(path)


def _around(path: Path, change: Change) -> Around:
    """With the captures of the sessions of this record."""
    present = rotation.present_key(path, change)
    with SessionStore.open(path, present, read_only=True) as store:
        beside = [capture_path(path, one.session_id) for one in store.sessions()]
    captures = tuple(capture for capture in beside if capture.is_file())
    return Around(captures, spill_folder(), (home() / FOLDER, home() / OPEN_FOLDER))


def _old_keys() -> Callable[[Path], bytes | None]:
    """The key that each file has now; a passphrase is stretched once for each salt."""
    passphrase = os.environ.get(vault.PASSPHRASE_VARIABLE, "")
    stretched = functools.cache(lambda salt: vault.stretched(passphrase, salt))

    def old(path: Path) -> bytes | None:
        if vault.begins_in_clear(path):
            return None
        return stretched(vault.salt_of(path)) if passphrase else vault.key_for(path)

    return old


def _new_passphrase(path: Path) -> bytes:
    """Of a record in clear, the passphrase that is set already is the new one."""
    salt = rotation.salt_for(path)
    given = os.environ.get(NEW_VARIABLE, "")
    known = os.environ.get(vault.PASSPHRASE_VARIABLE, "")
    if not given and known:
        coming = vault.stretched(known, salt)
        if vault.begins_in_clear(path) or rotation.is_coming(path, coming):
            return coming
    typed: str = given or click.prompt(
        say("key-new-passphrase"), hide_input=True, confirmation_prompt=True, err=True
    )
    if len(typed) < SHORTEST_PASSPHRASE:
        raise WrongEntry(say("key-passphrase-short", len(typed), SHORTEST_PASSPHRASE))
    return vault.stretched(typed, salt)
