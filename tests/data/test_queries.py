import pytest

from data import queries
from data.errors import NoSuchSession
from data.store import SessionStore
from data.vault import connect
from tests.data.record_examples import course, start_anchor


@pytest.fixture
def connection(tmp_path):
    path = tmp_path / "record.db"
    with SessionStore.open(path) as store:
        store.write(course("s-1"), [start_anchor("s-1")])
        store.write(course("s-2", ended=False))
    opened = connect(path, None, read_only=True)
    yield opened
    opened.close()


def test_rows_come_in_the_order_of_their_numbers_from_all_tables(connection):
    rows = list(queries.rows(connection, 1, 10**6))
    assert [row.values[0] for row in rows] == list(range(len(course("s-1"))))
    assert {row.table for row in rows} == {"events", "numerics", "cuff_results", "alarms"}


def test_a_part_of_a_session_can_be_asked_for(connection):
    rows = list(queries.rows(connection, 1, 20, first_seq=15))
    assert [row.values[0] for row in rows] == [15, 16, 17, 18, 19, 20]


def test_the_facts_of_a_session_are_found_by_the_beginning_of_its_id(connection):
    assert queries.find(connection, "s-2") == queries.facts_of(connection, "s-2")
    with pytest.raises(NoSuchSession) as caught:
        queries.find(connection, "s-")
    assert set(caught.value.near) == {"s-1", "s-2"}
    assert queries.facts_of(connection, "s-") is None


def test_links_and_manifests_are_those_of_one_session(connection):
    items = len(course("s-1")) + 1
    assert [link.items for link in queries.links(connection, 1)] == [
        32 * (n + 1) for n in range(items // 32)
    ]
    sealed = [(one.items, one.last_seq) for one in queries.manifests(connection, 1)]
    assert sealed == [(items, items - 2)]
    assert queries.manifests(connection, 2) == []
