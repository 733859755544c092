import pytest

from data import chain_keys
from data.record_file import reading, writing
from data.store import SessionStore
from tests.data.record_examples import course

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "record.db"
    SessionStore.open(path, KEY).close()
    return path


def test_a_record_without_a_line_has_no_chain_key_yet(path):
    with reading(path, KEY) as connection:
        assert chain_keys.unsealed(connection, KEY) == {}


def test_a_chain_key_is_opened_by_the_key_of_the_record_and_by_no_other(path):
    with writing(path, KEY) as connection:
        number, chain_key = chain_keys.add(connection, KEY, 5.0)
    with reading(path, KEY) as connection:
        assert chain_keys.unsealed(connection, KEY) == {number: chain_key}
        assert chain_keys.unsealed(connection, OTHER) == {}
        assert chain_keys.unsealed(connection, None) == {}


def test_the_rows_do_not_hold_it_in_clear(path):
    with writing(path, KEY) as connection:
        _number, chain_key = chain_keys.add(connection, KEY, 5.0)
        ((sealed,),) = connection.execute("SELECT sealed FROM chain_keys").fetchall()
    assert chain_key not in sealed


def test_a_key_sealed_under_one_number_does_not_open_under_another(path):
    with writing(path, KEY) as connection:
        chain_keys.add(connection, KEY, 5.0)
        connection.execute("UPDATE chain_keys SET n = 2")
        assert chain_keys.unsealed(connection, KEY) == {}


def test_after_a_change_of_the_key_the_same_chain_key_opens_under_the_new_one(path):
    with writing(path, KEY) as connection:
        number, chain_key = chain_keys.add(connection, KEY, 5.0)
        chain_keys.reseal(connection, KEY, OTHER)
        assert chain_keys.unsealed(connection, OTHER) == {number: chain_key}
        assert chain_keys.unsealed(connection, KEY) == {}


def test_two_records_have_different_chain_keys(tmp_path):
    found = set()
    for name in ("a", "b"):
        with SessionStore.open(tmp_path / name, KEY) as store:
            store.write(course()[:2])
        with reading(tmp_path / name, KEY) as connection:
            found |= set(chain_keys.unsealed(connection, KEY).values())
    assert len(found) == 2


def test_a_record_in_clear_has_none(tmp_path):
    path = tmp_path / "clear.db"
    with SessionStore.open(path) as store:
        store.write(course()[:2])
    with reading(path, None) as connection:
        assert connection.execute("SELECT count(*) FROM chain_keys").fetchall() == [(0,)]
