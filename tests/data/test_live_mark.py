"""The mark of a living process: held while it lives, free when it is dead, however it died."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from data.live_mark import any_held, is_held, take

HOLDER = """
import sys
from pathlib import Path
from data.live_mark import take
assert take(Path(sys.argv[1])) is not None
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "20260101.live"


@contextmanager
def another_process(path: Path) -> Iterator[subprocess.Popen[str]]:
    """It holds the mark until it is killed."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_what_is_marked_is_held_until_it_is_let_go(path: Path) -> None:
    assert not is_held(path)
    mark = take(path)
    assert mark is not None
    assert is_held(path)
    assert take(path) is None, "not twice, in the same process neither"
    mark.drop()
    assert not is_held(path)
    assert not path.exists()


def test_a_mark_can_be_taken_again_after_it_was_let_go(path: Path) -> None:
    for _ in range(2):
        mark = take(path)
        assert mark is not None
        mark.drop()


def test_another_process_holds_it_until_it_is_killed(path: Path) -> None:
    with another_process(path) as process:
        assert is_held(path)
        assert take(path) is None
        process.kill()
        process.wait()
        assert path.exists(), "nobody took its file away"
        mark = take(path)
        assert mark is not None
        mark.drop()


def test_the_file_of_a_dead_process_is_taken_away(path: Path) -> None:
    with another_process(path) as process:
        process.kill()
        process.wait()
    assert not is_held(path)
    assert not path.exists()


def test_looking_does_not_make_a_file_and_does_not_disturb_who_holds_it(path: Path) -> None:
    assert not is_held(path)
    assert not path.exists()
    mark = take(path)
    assert mark is not None
    assert [is_held(path) for _ in range(3)] == [True] * 3
    mark.drop()


def test_a_file_that_was_taken_away_under_its_owner_no_longer_marks_anything(path: Path) -> None:
    lost = take(path)
    assert lost is not None
    path.unlink()
    other = take(path)
    assert other is not None
    assert is_held(path)
    other.drop()
    lost.drop()


def test_one_mark_in_a_folder_is_enough_and_other_files_are_none(path: Path) -> None:
    assert not any_held(path.parent / "nowhere")
    (path.parent / "checks.json").write_text("{}")
    path.with_name("stale.live").touch()
    assert not any_held(path.parent)
    mark = take(path)
    assert mark is not None
    assert any_held(path.parent)
    mark.drop()
    assert not any_held(path.parent)


def test_a_folder_that_is_not_there_is_an_error_of_the_system(path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        take(path.parent / "nowhere" / "x.live")
