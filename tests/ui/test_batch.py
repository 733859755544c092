from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from helpers import wait_until
from record_examples import course, start_anchor

from data.export.material import Material
from data.store import SessionStore
from ui.batch import Batch, BatchState, Job
from ui.handing_over import hand_over
from ui.library import Library
from ui.requests import Refusal

MANY = 6
Through = Callable[[Iterable[bytes]], Iterable[bytes]]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with SessionStore.open(path) as store:
        for n in range(MANY):
            store.write(course(f"s-{n}", 20), [start_anchor(f"s-{n}")])
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


def jobs(out: Path, many: int = MANY) -> list[Job]:
    return [Job(f"s-{n}", out / f"s-{n}.csv") for n in range(many)]


def until_over(batch: Batch) -> BatchState:
    wait_until(lambda: batch.state().over, 30.0)
    batch.close()
    return batch.state()


def anybody(_session_id: str) -> None:
    """May."""


def made(record: Path, wanted: list[Job], permit: Callable[[str], None] = anybody) -> Batch:
    return Batch(
        wanted,
        permit,
        Library(record, None).material,
        lambda material, path, through: hand_over(material, "csv", path, (), through),
    )


def test_all_sessions_are_handed_over_one_after_the_other(record: Path, out: Path) -> None:
    state = until_over(made(record, jobs(out)))
    assert state == BatchState(MANY, MANY, over=True)
    assert sorted(os.listdir(out)) == [f"s-{n}.csv" for n in range(MANY)]


def test_one_that_cannot_be_handed_over_stops_no_other(record: Path, out: Path) -> None:
    wanted = [*jobs(out, 2), Job("s-9", out / "s-9.csv"), Job("s-3", out / "gone" / "s-3.csv")]
    state = until_over(made(record, [*wanted, Job("s-4", out / "s-4.csv")]))
    assert (state.done, state.total) == (3, 5)
    assert [session_id for session_id, _why in state.failed] == ["s-9", "s-3"]
    assert sorted(os.listdir(out)) == ["s-0.csv", "s-1.csv", "s-4.csv"]


def test_who_is_signed_out_takes_nothing_more_along(record: Path, out: Path) -> None:
    asked: list[str] = []

    def permit(session_id: str) -> None:
        asked.append(session_id)
        if len(asked) > 2:
            raise Refusal("Nobody is signed in")

    state = until_over(made(record, jobs(out), permit))
    assert (state.done, len(state.failed)) == (2, MANY - 2)
    assert asked == [f"s-{n}" for n in range(MANY)]
    assert len(os.listdir(out)) == 2


def test_cancelled_the_file_in_work_is_not_there_and_the_others_stay(
    record: Path, out: Path
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(pieces: Iterable[bytes]) -> Iterator[bytes]:
        for number, piece in enumerate(pieces):
            if number == 2:
                begun.set()
                go_on.wait(20)
            yield piece

    def write(material: Material, path: Path, through: Through) -> None:
        if material.session_id == "s-2":
            hand_over(material, "csv", path, (), lambda pieces: through(slow(pieces)))
        else:
            hand_over(material, "csv", path, (), through)

    batch = Batch(jobs(out), lambda _id: None, Library(record, None).material, write)
    wait_until(lambda: batch.state() and begun.is_set(), 30.0)
    assert any(name.startswith(".s-2") for name in os.listdir(out))
    batch.cancel()
    go_on.set()
    state = until_over(batch)
    assert (state.done, state.cancelled, state.failed) == (2, True, ())
    assert sorted(os.listdir(out)) == ["s-0.csv", "s-1.csv"]


def test_nothing_to_do_is_over_at_once(record: Path) -> None:
    assert until_over(made(record, [])) == BatchState(0, 0, over=True)
