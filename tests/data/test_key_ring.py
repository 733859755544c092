"""The keys in the system's keyring: made, changed, and none ever lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from data import key_ring, vault
from data.errors import StoreUnwritable, WrongKey
from data.store import SessionStore
from data.vault import key_for
from tests.data.file_keyring import keyring_in
from tests.data.record_examples import course


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer with a keyring."""
    with keyring_in(tmp_path / "keyring.json", monkeypatch):
        yield


def test_without_a_keyring_there_is_no_key_and_none_can_be_made() -> None:
    assert key_ring.keyring_key() is None
    assert key_ring.make_keyring_key() is None
    assert key_ring.next_key() is None
    assert list(key_ring.others()) == []
    with pytest.raises(StoreUnwritable, match="keyring"):
        key_ring.settle(bytes(32))


@pytest.mark.usefixtures("kept")
def test_a_key_that_was_made_is_the_key() -> None:
    assert key_ring.keyring_key() is None
    made = key_ring.make_keyring_key()
    assert made is not None
    assert key_ring.keyring_key() == made


@pytest.mark.usefixtures("kept")
def test_the_next_key_is_the_same_until_it_is_the_usual_one() -> None:
    first = key_ring.make_keyring_key()
    coming = key_ring.next_key()
    assert coming is not None
    assert key_ring.next_key() == coming
    assert key_ring.keyring_key() == first
    assert list(key_ring.others()) == [coming]
    key_ring.settle(coming)
    key_ring.settle(coming)  # after a power cut it may come twice
    assert key_ring.keyring_key() == coming
    assert list(key_ring.others()) == [first]
    assert key_ring.next_key() != coming


@pytest.mark.usefixtures("kept")
def test_earlier_keys_are_known_the_newest_first() -> None:
    keys = [bytes([n]) * 32 for n in range(25)]
    for key in keys:
        key_ring.settle(key)
    assert key_ring.keyring_key() == keys[-1]
    earlier = list(key_ring.others())
    assert earlier == keys[-2::-1][: key_ring.MOST_EARLIER]


@pytest.mark.usefixtures("kept")
def test_a_key_that_is_none_is_named() -> None:
    keyring.set_password(key_ring.SERVICE, key_ring.CURRENT, "not hex")
    with pytest.raises(WrongKey, match="record-key"):
        key_ring.keyring_key()
    keyring.set_password(key_ring.SERVICE, key_ring.CURRENT, "00" * 32)
    keyring.set_password(key_ring.SERVICE, key_ring.EARLIER, "zz 11 " + "22" * 32)
    assert list(key_ring.others()) == [b"\x22" * 32]


@pytest.mark.usefixtures("kept")
def test_a_file_under_an_earlier_or_coming_key_opens_and_one_in_clear_stays_so(
    tmp_path: Path,
) -> None:
    first = key_ring.make_keyring_key()
    assert first is not None
    old, plain, foreign = (tmp_path / name for name in ("old.db", "plain.db", "foreign.db"))
    assert key_for(old) == first  # it will be made with it
    for path, key in ((old, first), (plain, None), (foreign, b"\x07" * 32)):
        with SessionStore.open(path, key) as store:
            store.write(course(seconds=2))
    coming = key_ring.next_key()
    assert coming is not None
    key_ring.settle(coming)
    assert key_for(old) == first
    assert key_for(plain) is None
    assert key_for(foreign) == coming
    assert not vault.opens(foreign, coming)
    assert key_for(tmp_path / "new.db") == coming
