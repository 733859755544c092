import os
import shutil
import stat
import sys

import pytest

from data.connection import transaction
from data.errors import (
    NotEncrypted,
    StoreDamaged,
    StoreForeign,
    StoreLocked,
    StoreMissing,
    StoreUnwritable,
    WrongKey,
)
from data.store import SessionStore
from data.vault import (
    PASSPHRASE_VARIABLE,
    connect,
    derive_key,
    is_encrypted,
    key_for,
)
from tests.data.record_examples import NAME, REMARK, course, start_anchor

KEY = bytes(range(32))
OTHER = bytes(range(1, 33))

as_nobody = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="needs a user whom permissions bind",
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "record.db"


def record(path, key=None, seconds=5):
    with SessionStore.open(path, key) as store:
        store.write(course(seconds=seconds), [start_anchor()])


def read_all(path, key):
    with SessionStore.open(path, key) as store:
        return [list(store.entries(one.session_id)) for one in store.sessions()]


def test_the_same_passphrase_opens_the_file_again_and_another_one_does_not(path):
    record(path, derive_key("correct horse", path))
    with SessionStore.open(path, derive_key("correct horse", path)) as store:
        assert store.encrypted
        assert len(store.sessions()) == 1
    with pytest.raises(WrongKey, match=rf"{path.name}.*{PASSPHRASE_VARIABLE}"):
        SessionStore.open(path, derive_key("wrong horse", path))


def test_two_files_with_one_passphrase_have_different_keys(tmp_path):
    keys = {derive_key("correct horse", tmp_path / name) for name in ("a.db", "b.db")}
    assert len(keys) == 2


def test_the_passphrase_is_taken_from_the_environment(path, monkeypatch):
    assert key_for(path) is None
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "correct horse")
    record(path, key_for(path))
    assert key_for(path) == derive_key("correct horse", path)


def test_nothing_of_a_patient_can_be_read_in_an_encrypted_file(path):
    with SessionStore.open(path, KEY) as store:
        store.write(course())
        left = [one.read_bytes() for one in path.parent.iterdir()]
        assert len(left) >= 2
    left.append(path.read_bytes())
    for text in (NAME, REMARK, "session-opened"):  # long enough not to be there by chance
        assert not any(text.encode() in content for content in left)


def test_a_file_in_clear_says_so(path):
    record(path)
    assert not is_encrypted(path)
    assert NAME.encode() in path.read_bytes()
    with SessionStore.open(path) as store:
        assert not store.encrypted


def test_a_file_in_clear_is_not_written_to_when_a_key_is_set_but_can_be_read(path):
    record(path)
    with pytest.raises(NotEncrypted, match="not encrypted"):
        SessionStore.open(path, KEY)
    with SessionStore.open(path, KEY, read_only=True) as store:
        assert not store.encrypted
        assert store.sessions()


@pytest.mark.skipif(sys.platform == "win32", reason="needs modes of files")
def test_only_the_owner_can_read_what_a_session_leaves(path):
    with SessionStore.open(path, KEY) as store:
        store.write(course())
        modes = {stat.S_IMODE(one.stat().st_mode) for one in path.parent.iterdir()}
        assert modes == {0o600}


def test_an_encrypted_file_without_a_key_says_that_it_needs_one(path):
    record(path, KEY)
    with pytest.raises(WrongKey, match="is encrypted, and no passphrase"):
        SessionStore.open(path)
    with pytest.raises(WrongKey, match="does not open"):
        SessionStore.open(path, OTHER)


def test_a_key_of_the_wrong_length_is_a_bug(path):
    with pytest.raises(ValueError, match="32 bytes"):
        SessionStore.open(path, b"short")


@pytest.mark.parametrize("key", [None, KEY])
def test_a_file_that_is_no_database_is_not_touched(path, key):
    path.write_text("a letter to somebody\n" * 500)
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(StoreForeign, match="not a record of Chairside"):
            SessionStore.open(path, key, read_only=read_only)
    assert path.read_bytes() == before


def test_somebody_elses_database_is_not_touched(path):
    connection = connect(path, None, read_only=False)
    connection.execute("CREATE TABLE places (url TEXT)")
    connection.close()
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(StoreForeign, match="not a record of Chairside"):
            SessionStore.open(path, read_only=read_only)
    assert path.read_bytes() == before


def test_a_record_that_is_not_there_is_missing_and_not_made_by_looking(path):
    with pytest.raises(StoreMissing, match="no record at"):
        SessionStore.open(path, read_only=True)
    assert not path.exists()


def test_an_empty_file_holds_no_session(path):
    path.touch()
    with pytest.raises(StoreForeign, match="empty"):
        SessionStore.open(path, read_only=True)
    with SessionStore.open(path) as store:
        assert store.sessions() == []


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(StoreUnwritable, match=r"folder .*gone.* does not exist"):
        SessionStore.open(tmp_path / "gone" / "record.db")


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path):
    for read_only in (False, True):
        with pytest.raises((StoreUnwritable, StoreMissing), match=tmp_path.name):
            SessionStore.open(tmp_path, read_only=read_only)


@as_nobody
def test_a_read_only_file_and_folder_can_be_read_and_not_written(path):
    record(path)
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        with SessionStore.open(path, read_only=True) as store:
            assert store.sessions()
        with pytest.raises(StoreUnwritable, match="cannot be"):
            SessionStore.open(path)
    finally:
        path.parent.chmod(0o700)


def test_a_path_with_signs_that_mean_something_in_an_address_is_a_path(tmp_path):
    path = tmp_path / "a b?mode=ro&x#y %41.db"
    record(path)
    assert path.is_file()
    with SessionStore.open(path, read_only=True) as store:
        assert store.sessions()


def test_a_second_writer_is_told_that_the_file_is_held(path):
    record(path)
    holder = connect(path, None, read_only=False)
    store = SessionStore.open(path)
    with store, transaction(holder), pytest.raises(StoreLocked, match="held by another"):
        store.write(course("s-2"))
    holder.close()


@pytest.mark.parametrize("key", [None, KEY])
def test_a_damaged_page_is_damage_and_no_other_error(path, key):
    record(path, key, seconds=600)
    content = bytearray(path.read_bytes())
    for page in range(3, len(content) // 4096):
        content[page * 4096 + 8 : page * 4096 + 200] = bytes(range(192))
    path.write_bytes(content)
    with pytest.raises(StoreDamaged, match=path.name):
        read_all(path, key)


def test_a_copy_of_the_file_alone_is_the_whole_record(path, tmp_path):
    record(path, KEY)
    copy = tmp_path / "copy.db"
    shutil.copy(path, copy)
    with SessionStore.open(copy, KEY, read_only=True) as store:
        assert list(store.entries("s-1")) == course(seconds=5)


@pytest.mark.parametrize("key", [KEY, None])
def test_a_file_whose_program_died_in_its_very_first_write_is_opened_and_begun_anew(
    tmp_path, path, key
):
    first = tmp_path / "first.db"
    first.touch()
    connection = connect(first, key, read_only=False)
    connection.execute("PRAGMA cache_size = 2")
    connection.execute("BEGIN")
    connection.execute("CREATE TABLE many (text TEXT)")
    for _n in range(200):
        connection.execute("INSERT INTO many VALUES (hex(randomblob(500)))")
    for side in ("", "-journal"):
        shutil.copy(first.with_name(first.name + side), path.with_name(path.name + side))
    connection.execute("ROLLBACK")
    connection.close()
    assert path.stat().st_size > 0
    assert is_encrypted(path) or key is None  # whose first page is not there yet
    record(path, key)
    assert is_encrypted(path) == (key is not None)
    assert [len(entries) for entries in read_all(path, key)] == [len(course(seconds=5))]
