"""The demo without a display, on several chairs: one picture of all of them in the end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from devices.simulated.scenario.scenario import Scenario, scenario_named
from monitor.entries import Committed, Published
from monitor.events import SessionOpened
from ui.demo_headless import DATABASE, PICTURES, WALL, report_in, run_headless
from ui.library import Library


class Camera:
    """Keeps what it was shown, and how its pictures were called."""

    def __init__(self) -> None:
        self.shown: list[Published] = []
        self.taken: list[str] = []
        self.reported: list[str] = []
        self.closed = False

    def show(self, published: Published) -> None:
        self.shown.append(published)

    def committed(self, report: Committed) -> None:
        assert report.session_id

    def look(self, now_s: float) -> None:
        assert now_s > 0

    def take(self, name: str, _now_s: float) -> Path:
        self.taken.append(name)
        return Path(name)

    def review(self, session_id: str) -> Path:
        return Path(session_id)

    def report(self, session_id: str) -> Path:
        self.reported.append(session_id)
        return Path(f"{session_id}.pdf")

    def close(self) -> None:
        self.closed = True


def short(name: str) -> Scenario:
    """Only the beginning of its script."""
    scenario = scenario_named(name)
    soon = tuple(action for action in scenario.script if action.at_s <= scenario.start_s + 60.0)
    return replace(scenario, script=soon)


def test_several_chairs_leave_one_picture_of_all_of_them(tmp_path: Path) -> None:
    cameras: list[Camera] = []

    def window(_database: Path) -> Camera:
        cameras.append(Camera())
        return cameras[-1]

    left = run_headless([short("S1"), short("S3")], tmp_path, seed=1, window=window)
    assert len(left.sessions) == 2
    assert left.pictures[-1] == Path(WALL)
    assert [camera.reported for camera in cameras] == [[left.sessions[0]], []]
    assert WALL in PICTURES
    wall = cameras[-1]
    assert (wall.taken, wall.closed) == ([WALL], True)
    assert [published.chair for published in wall.shown] == [1, 1, 2, 2]
    for opening, last in zip(wall.shown[::2], wall.shown[1::2], strict=True):
        assert isinstance(opening.event, SessionOpened)
        assert last.now_s > opening.now_s
        assert last.picture.session_id == opening.picture.session_id


def test_one_chair_needs_no_wall(tmp_path: Path) -> None:
    cameras: list[Camera] = []

    def window(_database: Path) -> Camera:
        cameras.append(Camera())
        return cameras[-1]

    left = run_headless([short("S1")], tmp_path, seed=1, window=window)
    assert len(cameras) == 1
    assert Path(WALL) not in left.pictures
    assert left.pictures[-1] == Path(f"{left.sessions[0]}.pdf")


def test_what_another_demo_left_is_taken_away_and_what_somebody_keeps_there_is_not(
    tmp_path: Path,
) -> None:
    for name in (DATABASE, f"{WALL}.png", report_in(tmp_path).name, "mine.pdf"):
        (tmp_path / name).write_bytes(b"")
    run_headless([short("S1")], tmp_path, seed=1, window=None)
    assert not report_in(tmp_path).exists()
    assert not (tmp_path / f"{WALL}.png").exists()
    assert (tmp_path / "mine.pdf").exists()


@pytest.mark.parametrize("key", [None, bytes(range(32))], ids=["in clear", "encrypted"])
def test_whoever_reads_what_it_left_leaves_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: bytes | None
) -> None:
    monkeypatch.setattr("ui.demo_headless.key_for", lambda _path: key)
    left = run_headless([short("S1")], tmp_path, seed=1, window=None)
    there = sorted(path.name for path in tmp_path.iterdir())
    assert there == sorted([DATABASE, f"{left.sessions[0]}.capture"])
    library = Library(left.database, key)
    assert str(left.database) in library.place()
    assert [row.session_id for row in library.page().rows] == list(left.sessions)
    assert sorted(path.name for path in tmp_path.iterdir()) == there
