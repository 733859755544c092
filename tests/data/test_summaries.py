"""The library, page by page, from a real record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers import share_of_examples
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from data.errors import StoreDamaged
from data.store import SessionStore
from data.summaries import Searched
from data.vault import connect
from monitor.entries import Entry
from monitor.vitals import CuffResult
from tests.data.record_examples import SOURCE, course, opening, start_anchor

KEY = bytes(range(32))


def record_of(path: Path, moments: list[float], key: bytes | None = None) -> None:
    """A record with one session of each moment, in this order."""
    with SessionStore.open(path, key) as store:
        for number, utc_s in enumerate(moments):
            name = f"s-{number}"
            store.write([Entry(name, 0, 0.0, opening(name))], [start_anchor(name, utc_s)])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SessionStore]:
    path = tmp_path / "record.db"
    record_of(path, [300.0, 100.0, 200.0, 200.0, 400.0], KEY)
    with SessionStore.open(path, KEY, read_only=True) as opened:
        yield opened


def ids(lines: object) -> list[str]:
    assert isinstance(lines, list)
    return [line.session_id for line in lines]


def test_pages_follow_one_another_newest_first(store: SessionStore) -> None:
    first = store.sessions(limit=2)
    second = store.sessions(limit=2, before=first[-1].place)
    third = store.sessions(limit=2, before=second[-1].place)
    assert [ids(first), ids(second), ids(third)] == [["s-4", "s-0"], ["s-3", "s-2"], ["s-1"]]
    assert store.sessions(limit=2, before=third[-1].place) == []
    assert store.count() == 5


def test_without_a_limit_all_come(store: SessionStore) -> None:
    assert ids(store.sessions()) == ["s-4", "s-0", "s-3", "s-2", "s-1"]


@share_of_examples(0.2, suppress=(HealthCheck.function_scoped_fixture,))
@given(
    st.lists(st.integers(0, 5).map(float), max_size=9),
    st.integers(1, 4),
    st.sets(st.integers(0, 8).map("s-{}".format)),
)
def test_pages_are_the_whole_list_cut_into_pieces(
    tmp_path_factory: pytest.TempPathFactory,
    moments: list[float],
    limit: int,
    wanted: set[str],
) -> None:
    path = tmp_path_factory.mktemp("record") / "record.db"
    record_of(path, moments)
    with SessionStore.open(path) as store:
        whole = store.sessions()
        assert pages(store, limit) == whole
        found = store.search(lambda line: line[3] in wanted, limit)
        fitting = [line for line in whole if line.session_id in wanted]
        assert (found.lines, found.count) == (fitting[:limit], len(fitting))
        if found.lines:
            place = found.lines[-1].place
            rest = store.search_on(lambda line: line[3] in wanted, limit, place)
            assert rest == fitting[limit : 2 * limit]


def pages(store: SessionStore, limit: int) -> list[object]:
    lines: list[object] = []
    page = store.sessions(limit)
    while page:
        lines += page
        page = store.sessions(limit, page[-1].place)
    return lines


def test_a_session_that_comes_meanwhile_repeats_and_hides_no_line(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    record_of(path, [100.0, 200.0, 300.0, 400.0])
    with SessionStore.open(path, read_only=True) as reader:
        first = reader.sessions(limit=2)
        with SessionStore.open(path) as writer:
            writer.write([Entry("new", 0, 0.0, opening("new"))], [start_anchor("new", 900.0)])
        assert ids(first) == ["s-3", "s-2"]
        assert ids(reader.sessions(limit=2, before=first[-1].place)) == ["s-1", "s-0"]


def test_what_is_looked_for_is_asked_of_the_fields_of_the_line(store: SessionStore) -> None:
    asked: list[Searched] = []
    found = store.search(lambda line: asked.append(line) or False)
    assert (found.lines, found.count) == ([], 0)
    line = next(one for one in asked if one[3] == "s-1")
    summary = store.summary("s-1")
    assert line[1:] == (
        False, True, "s-1", 100.0, 120, summary.patient_id, "AL", "ivy-450c",
        0.5, 41.0, 40.0, None, None, "iv",
    )  # fmt: skip
    assert len({one[0] for one in asked}) == len(asked) == 5


def test_the_head_is_another_when_anything_of_the_line_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    heads: list[bytes] = []

    def look(line: Searched) -> bool:
        heads.append(line[0])
        return False

    with SessionStore.open(path) as store:
        store.write([Entry("s-1", 0, 0.0, opening("s-1"))])
        store.search(look)
        store.write([], [start_anchor("s-1")])
        store.search(look)
        store.write([Entry("s-1", 1, 9.0, CuffResult(150.0, 90.0, None, None, SOURCE))])
        store.search(look)
    assert len(set(heads)) == 3


def plan_of(path: Path, statement: str) -> str:
    connection = connect(path, None, read_only=True)
    try:
        return " ".join(
            str(row[-1]) for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")
        )
    finally:
        connection.close()


def test_the_list_and_what_is_unfinished_are_found_by_an_index(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    record_of(path, [100.0])
    order = "ORDER BY opened_utc DESC, n DESC LIMIT 200"
    whole = plan_of(path, f"SELECT * FROM sessions {order}")
    page = plan_of(path, f"SELECT * FROM sessions WHERE (opened_utc, n) < (1.0, 1) {order}")
    unfinished = plan_of(path, f"SELECT * FROM sessions WHERE ended_ms IS NULL {order}")
    day = plan_of(path, f"SELECT * FROM sessions WHERE opened_utc >= 1.0 {order}")
    assert "sessions_by_time" in whole
    assert "SEARCH sessions USING INDEX sessions_by_time" in page
    assert "sessions_unfinished" in unfinished
    assert "SEARCH sessions USING INDEX sessions_by_time" in day
    assert "TEMP B-TREE" not in whole + page + unfinished + day


def test_a_record_without_the_indexes_is_listed_and_searched_as_well(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    record_of(path, [100.0, 200.0, 300.0])
    connection = connect(path, None, read_only=False)
    for name in ("sessions_by_time", "sessions_unfinished"):
        connection.execute(f"DROP INDEX {name}")
    connection.close()
    with SessionStore.open(path, read_only=True) as store:
        assert ids(store.sessions(limit=2)) == ["s-2", "s-1"]
        assert ids(store.unfinished()) == ["s-2", "s-1", "s-0"]
        assert store.search(lambda line: line[4] < 250.0, 1).count == 2


def test_a_torn_line_is_said_and_not_passed_over_by_a_search(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with SessionStore.open(path) as store:
        store.write(course("s-1"), [start_anchor()])
    connection = connect(path, None, read_only=False)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_master"
        " SET sql = replace(sql, 'patient_id TEXT NOT NULL', 'patient_id TEXT')"
        " WHERE name = 'sessions'"
    )
    connection.close()
    connection = connect(path, None, read_only=False)
    connection.execute("UPDATE sessions SET patient_id = NULL")
    connection.close()
    with (
        SessionStore.open(path, read_only=True) as store,
        pytest.raises(StoreDamaged, match="torn"),
    ):
        store.search(lambda _line: False)
