"""A record in which somebody changed what entries and lines say, asked what the window asks it.

Each question is answered, or refused with an error that a person can read; never anything else.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.accounts import AccountRefused, Accounts
from data.audit import Audit
from data.closing import closing
from data.connection import Connection
from data.day_book import DayBook, Moment, TodayEntry
from data.errors import StoreDamaged, StoreError
from data.vault import connect
from monitor.rights import Role
from tests.data.past_treatments import NOON_UTC_S, NURSE, PATIENT, iv_treatment, keep, opened
from ui.library import Library
from ui.requests import Refusal

NOW = Moment(NOON_UTC_S, 0)
PIN = "4711"
LEAVES = (float("inf"), -1, 10**30, None, "x", "", [], {}, [[]], "2026-99-99", True, "x" * 2000)
Change = tuple[str, int, str, object]
"""Table, number of the row, key in its body, and what is put there."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "record.db"
    keep(path, opened("s-1"), iv_treatment())
    book = DayBook(path, None)
    book.plan([TodayEntry("20417", "AB", "09:30", 1, "adult-iv", "x")], NURSE, NOW)
    book.tick("backup", True, "", NURSE, NOW)
    Accounts(path, None).enlist("Supervisor 1", Role.SUPERVISOR, PIN, NURSE, NOON_UTC_S)
    return path


def questions(path: Path) -> Iterator[Callable[[], object]]:
    library = Library(path, None)
    yield from (library.page, library.unfinished)
    yield lambda: library.page("20417 adult")
    yield lambda: library.record("s-1")
    yield lambda: library.course(PATIENT)
    yield lambda: DayBook(path, None).today(NOW)
    yield lambda: DayBook(path, None).ticks(NOW)
    yield lambda: Accounts(path, None).members()
    yield lambda: Accounts(path, None).check("Supervisor 1", PIN, NOON_UTC_S + 1000)
    yield lambda: closing(path, None, NOW)
    yield lambda: Audit(path, None).lines(50)


def ask_everything(path: Path) -> int:
    """How many questions were refused."""
    refused = 0
    for question in questions(path):
        try:
            question()
        except (StoreError, Refusal, AccountRefused) as error:
            refused += 1
            assert "\n" not in str(error)  # noqa: PT017 -- an answer is right too
    return refused


def bodies(connection: Connection) -> Iterator[tuple[str, str, int, dict[str, object]]]:
    for table, number in (("events", "seq"), ("day_lines", "n")):
        rows = connection.execute(f"SELECT {number}, body FROM {table}").fetchall()
        for n, body in rows:
            yield table, number, int(n), json.loads(body)


def every_change(sound: Path) -> list[Change]:
    connection = connect(sound, None, read_only=True)
    try:
        return [
            (table, n, key, leaf)
            for table, _, n, body in bodies(connection)
            for key in body
            for leaf in LEAVES
        ]
    finally:
        connection.close()


def changed(sound: Path, path: Path, change: Change) -> Path:
    table, n, key, leaf = change
    shutil.copy(sound, path)
    connection = connect(path, None, read_only=False)
    try:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        number, body = next(
            (column, said)
            for of, column, one, said in bodies(connection)
            if (of, one) == (table, n)
        )
        connection.execute(
            f"UPDATE {table} SET body = ? WHERE {number} = ?",
            (json.dumps({**body, key: leaf}), n),
        )
    finally:
        connection.close()
    return path


def test_a_sound_record_answers_every_question(sound: Path) -> None:
    assert ask_everything(sound) == 0


def test_whatever_an_entry_says_every_question_is_answered_or_refused(
    sound: Path, tmp_path: Path
) -> None:
    changes = random.Random(8).sample(every_change(sound), 60)
    assert sum(ask_everything(changed(sound, tmp_path / "x.db", one)) for one in changes) > 0


@pytest.mark.soak
def test_whatever_any_entry_says_every_question_is_answered_or_refused(
    sound: Path, tmp_path: Path
) -> None:
    changes = random.Random(9).sample(every_change(sound), 600)
    assert sum(ask_everything(changed(sound, tmp_path / "x.db", one)) for one in changes) > 0


@pytest.mark.parametrize("key", ["patient_id", "initials", "at", "profile", "note", "chair"])
def test_a_line_of_the_day_with_a_list_for_a_text_is_damage(
    sound: Path, tmp_path: Path, key: str
) -> None:
    path = changed(sound, tmp_path / "x.db", ("day_lines", 1, key, []))
    with pytest.raises(StoreDamaged, match=r"today's list|torn"):
        DayBook(path, None).today(NOW)
