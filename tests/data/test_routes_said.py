"""Routes of sessions in a list that was kept before it had them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from data.manifest import verify
from data.migrations import MINOR, number
from data.routes_said import routes_said
from data.store import SessionStore
from data.vault import connect
from monitor.entries import Entry
from monitor.limits import PROFILES
from monitor.outcomes import Refused
from monitor.treatment.commands import SetPlan
from tests.data.past_treatments import IV_PLAN, NASAL_PLAN, NURSE, opened

NOSE = SetPlan(NASAL_PLAN, NURSE, PROFILES["intranasal"])
NOT_TAKEN = Refused("set-plan", "refused-in-this-phase", ("set-plan", "treating"))


def before_routes(path: Path) -> dict[int, str | None]:
    """Write four sessions, then make the list one of schema 2.0; what each route is."""
    with SessionStore.open(path) as store:
        for name, profile, said in (
            ("s-1", "im-sc", []),
            ("s-2", "adult-iv", [NOSE]),
            ("s-3", "adult-iv", [NOSE, NOT_TAKEN]),
            ("s-4", "oral", [SetPlan(IV_PLAN, NURSE)]),
        ):
            whats = [replace(opened(name, profile)), *said]
            store.write([Entry(name, at, 0.0, what) for at, what in enumerate(whats)])
    connection = connect(path, None, read_only=False)
    kept = dict(connection.execute("SELECT n, route FROM sessions").fetchall())
    connection.execute("ALTER TABLE sessions DROP COLUMN route")
    connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'routes'")
    connection.execute("PRAGMA user_version = 2000")
    connection.close()
    return kept


def kept_routes(path: Path) -> dict[int, str | None]:
    connection = connect(path, None, read_only=True)
    found = dict(connection.execute("SELECT n, route FROM sessions").fetchall())
    connection.close()
    return found


def test_they_are_those_that_the_list_would_have_kept(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    kept = before_routes(path)
    assert kept == {1: "im-sc", 2: "intranasal", 3: "iv", 4: "oral"}
    connection = connect(path, None, read_only=True)
    assert routes_said(connection) == kept
    connection.close()
    SessionStore.open(path).close()
    assert kept_routes(path) == kept
    assert verify(path, None) == []


def test_a_list_without_them_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    before_routes(path)
    with SessionStore.open(path, read_only=True) as store:
        assert [line.route for line in store.sessions()] == [None] * 4
    assert verify(path, None) == []


def test_a_session_that_cannot_be_read_has_none_and_the_others_have_theirs(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    before_routes(path)
    connection = connect(path, None, read_only=False)
    connection.execute("UPDATE events SET body = '{' WHERE session = 2 AND kind = 'set-plan'")
    connection.close()
    SessionStore.open(path).close()
    assert kept_routes(path) == {1: "im-sc", 2: None, 3: "iv", 4: "oral"}
    connection = connect(path, None, read_only=True)
    assert number(connection, "user_version") % 1000 == MINOR
    connection.close()


def test_a_route_that_was_changed_in_the_list_is_found(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    before_routes(path)
    SessionStore.open(path).close()
    connection = connect(path, None, read_only=False)
    connection.execute("UPDATE sessions SET route = 'oral' WHERE n = 1")
    connection.close()
    assert ["route" in one.text for one in verify(path, None)] == [True]
