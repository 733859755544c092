"""A record is encrypted, or in clear by somebody's choice; nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data import key_ring, vault
from data.store import SessionStore
from data.vault import key_for
from tests.data.file_keyring import keyring_in
from ui.keeping import Kept, settle, tell
from ui.requests import Refusal, WrongEntry

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture
def with_keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with keyring_in(tmp_path / "keyring.json", monkeypatch):
        yield


def made(path: Path, key: bytes | None) -> None:
    SessionStore.open(path, key).close()


def test_without_keyring_and_passphrase_the_usual_record_is_refused(path: Path) -> None:
    with pytest.raises(Refusal, match=r"CHAIRSIDE_PASSPHRASE.*--in-clear"):
        settle(path, named=False)
    assert not path.exists()


def test_a_file_that_is_named_is_a_choice_and_so_is_in_clear(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert settle(path, named=True) is Kept.IN_CLEAR
    assert settle(path, named=False, in_clear=True) is Kept.IN_CLEAR
    path.unlink()
    monkeypatch.setenv("CHAIRSIDE_IN_CLEAR", "1")
    assert settle(path, named=False) is Kept.IN_CLEAR
    assert key_for(path) is None


def test_a_record_in_clear_at_the_usual_place_wants_a_choice_too(path: Path) -> None:
    made(path, None)
    with pytest.raises(Refusal, match=r"not encrypted.*key rotate"):
        settle(path, named=False)
    assert settle(path, named=True) is Kept.IN_CLEAR
    assert settle(path, named=False, in_clear=True) is Kept.IN_CLEAR


def test_a_passphrase_is_enough_and_contradicts_in_clear(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(vault.PASSPHRASE_VARIABLE, "correct horse battery")
    assert settle(path, named=False) is Kept.ENCRYPTED
    with pytest.raises(WrongEntry, match="leave out one"):
        settle(path, named=False, in_clear=True)


@pytest.mark.usefixtures("with_keyring")
@pytest.mark.parametrize("named", [False, True])
def test_the_first_start_with_a_keyring_makes_a_key(path: Path, named: bool) -> None:
    assert settle(path, named=named) is Kept.NEWLY_ENCRYPTED
    made(path, key_for(path))
    assert vault.is_encrypted(path)
    assert settle(path, named=named) is Kept.ENCRYPTED
    assert settle(path.with_name("another.db"), named=named) is Kept.ENCRYPTED


@pytest.mark.usefixtures("with_keyring")
def test_in_clear_is_in_clear_although_there_is_a_key(path: Path) -> None:
    key_ring.make_keyring_key()
    assert settle(path, named=False, in_clear=True) is Kept.IN_CLEAR
    assert key_for(path) is None
    assert path.is_file()


@pytest.mark.usefixtures("with_keyring")
def test_the_first_key_does_not_shut_out_what_was_in_clear_before(path: Path) -> None:
    demo = path.with_name("demo.db")
    made(demo, None)
    assert settle(path, named=False) is Kept.NEWLY_ENCRYPTED
    made(demo, key_for(demo))
    made(path, key_for(path))
    with pytest.raises(WrongEntry, match="is encrypted"):
        settle(path, named=False, in_clear=True)


def test_a_record_that_cannot_be_looked_at_is_not_taken_for_one_in_clear(path: Path) -> None:
    made(path, KEY)
    assert settle(path, named=False) is Kept.ENCRYPTED
    path.write_bytes(b"")
    with pytest.raises(Refusal):
        settle(path, named=False)


@pytest.mark.parametrize("kept", list(Kept))
def test_only_what_is_worth_knowing_is_told(
    path: Path, kept: Kept, capsys: pytest.CaptureFixture[str]
) -> None:
    tell(path, kept)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == (0 if kept is Kept.ENCRYPTED else 1)
    path.with_name(path.name + ".rotating").write_text("{}")
    tell(path, Kept.ENCRYPTED)
    assert "key rotate" in capsys.readouterr().err
