"""A keyring in a file, for tests: a real backend of `keyring`, chosen by its usual variable.

PYTHON_KEYRING_BACKEND=tests.data.file_keyring.FileKeyring
CHAIRSIDE_TEST_KEYRING=FILE
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

PLACE_VARIABLE = "CHAIRSIDE_TEST_KEYRING"
BACKEND = "tests.data.file_keyring.FileKeyring"


class FileKeyring(KeyringBackend):
    priority = 1.0

    def get_password(self, service: str, username: str) -> str | None:
        return _read().get(f"{service}/{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        _write(_read() | {f"{service}/{username}": password})

    def delete_password(self, service: str, username: str) -> None:
        kept = _read()
        if kept.pop(f"{service}/{username}", None) is None:
            raise PasswordDeleteError("not found")
        _write(kept)


@contextmanager
def keyring_in(place: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if this computer had a keyring, for this process and the ones that it starts."""
    before = keyring.get_keyring()
    monkeypatch.setenv(PLACE_VARIABLE, str(place))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", BACKEND)
    keyring.set_keyring(FileKeyring())
    try:
        yield
    finally:
        keyring.set_keyring(before)


def _read() -> dict[str, str]:
    place = Path(os.environ[PLACE_VARIABLE])
    return dict(json.loads(place.read_text())) if place.is_file() else {}


def _write(kept: dict[str, str]) -> None:
    place = Path(os.environ[PLACE_VARIABLE])
    new = place.with_name(place.name + ".new")
    new.write_text(json.dumps(kept))
    new.replace(place)
