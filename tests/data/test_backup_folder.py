"""What lies in a folder of backups, and what of it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from backup_examples import DAY_S, FIRST_UTC_S, KEY, clinic
from hypothesis import given
from hypothesis import strategies as st

from data.backup import Order, make_backup
from data.backup_folder import (
    LEAST_KEPT,
    BackupFile,
    Keep,
    backups,
    heads_of_backup,
    kept,
    name_at,
    prune,
    prune_captures,
    tidy,
    want_room,
    whole_name,
)
from data.errors import StoreUnwritable
from data.mirror import Heads, save_heads

NOW = FIRST_UTC_S + 2000 * DAY_S
RECORD = Path("clinic.db")


def file_at(days_ago: float, *, suspect: bool = False) -> BackupFile:
    at = float(int(NOW - days_ago * DAY_S))
    return BackupFile(Path(whole_name(name_at(RECORD, at), suspect=suspect)), at, suspect)


moments = st.lists(
    st.tuples(st.floats(0.0, 1500.0), st.booleans()), max_size=60, unique_by=lambda one: one[0]
)


@given(moments, st.integers(1, 30), st.integers(0, 60))
def test_the_last_verified_backups_are_never_taken_away(
    found: list[tuple[float, bool]], days: int, weeks: int
) -> None:
    files = [file_at(ago, suspect=suspect) for ago, suspect in found]
    stay = kept(files, Keep(days, weeks), NOW)
    verified = sorted((one for one in files if not one.suspect), key=lambda one: -one.at_utc_s)
    assert set(verified[:LEAST_KEPT]) <= stay
    assert {one for one in files if one.at_utc_s >= NOW - days * DAY_S} <= stay
    assert kept(stay, Keep(days, weeks), NOW) == stay


def test_a_year_of_daily_backups_becomes_two_weeks_of_days_and_a_year_of_weeks() -> None:
    files = [file_at(day) for day in range(800)]
    stay = kept(files, Keep(), NOW)
    assert {one for one in stay if one.at_utc_s >= NOW - 14 * DAY_S} == set(files[:15])
    older = [one for one in stay if one not in files[:15]]
    assert 48 <= len(older) <= 52
    assert min(one.at_utc_s for one in older) >= NOW - 364 * DAY_S


def test_a_clock_that_is_years_ahead_does_not_empty_the_folder() -> None:
    files = [file_at(day) for day in range(30)]
    assert len(kept(files, Keep(), NOW + 9000 * DAY_S)) == LEAST_KEPT


def put(folder: Path, one: BackupFile, sessions: tuple[str, ...] = ()) -> None:
    path = folder / one.path
    path.write_bytes(b"x")
    heads = Heads(dict.fromkeys(sessions, (1, b"h" * 32)), (1, b"a" * 32))
    save_heads(heads_of_backup(path), KEY, heads)


def test_what_is_no_backup_of_this_record_is_not_listed(tmp_path: Path) -> None:
    put(tmp_path, file_at(1))
    put(tmp_path, file_at(2, suspect=True))
    for name in ("clinic.db", "clinic-1.db", "other-20260101T000000Z.db", "notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "clinic-20260101T000000Z.db").mkdir()
    (tmp_path / "clinic-20260199T000000Z.db").write_bytes(b"x")
    (tmp_path / "clinic-20260102T000000Z.db.part").write_bytes(b"x")
    found = backups(tmp_path, RECORD)
    assert [(one.at_utc_s, one.suspect) for one in found] == [
        (file_at(1).at_utc_s, False),
        (file_at(2).at_utc_s, True),
    ]
    assert backups(tmp_path / "nowhere", RECORD) == []


def test_what_is_pruned_goes_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    for day in range(12):
        put(tmp_path, file_at(day * 40))
    code = tmp_path / (file_at(440).path.name + ".recovery")
    code.write_text("{}")
    gone = prune(tmp_path, RECORD, Keep(days=1, weeks=0), NOW)
    assert len(gone) == 12 - LEAST_KEPT
    assert not code.exists()
    assert len(list(tmp_path.iterdir())) == 2 * LEAST_KEPT


def test_tidying_leaves_whole_backups_and_other_files_alone(tmp_path: Path) -> None:
    put(tmp_path, file_at(1))
    (tmp_path / "captures").mkdir()
    orphan = heads_of_backup(tmp_path / file_at(3).path)
    save_heads(orphan, KEY, Heads())
    left = [
        tmp_path / "clinic-20260102T000000Z.db.part",
        tmp_path / "clinic-20260102T000000Z.restored.part-journal",
        tmp_path / "captures" / "s-1.capture.part",
        orphan,
    ]
    for path in left[:3]:
        path.write_bytes(b"x")
    (tmp_path / "thesis-20260102T000000Z.db.part").write_bytes(b"x")
    tidy(tmp_path, RECORD)
    assert [path for path in left if path.exists()] == []
    assert (tmp_path / "thesis-20260102T000000Z.db.part").exists()
    assert len(backups(tmp_path, RECORD)) == 1


def test_raw_bytes_go_when_no_backup_has_their_session(tmp_path: Path) -> None:
    (tmp_path / "captures").mkdir()
    for name in ("s-1", "s-2"):
        (tmp_path / "captures" / f"{name}.capture").write_bytes(b"x")
    put(tmp_path, file_at(1), ("s-1",))
    torn = tmp_path / file_at(2).path
    torn.write_bytes(b"x")
    assert prune_captures(tmp_path, RECORD, KEY) == 0  # the heads of one are not known
    torn.unlink()
    other = tmp_path / "demo-20260102T000000Z.db"
    other.write_bytes(b"x")
    assert prune_captures(tmp_path, RECORD, KEY) == 0  # they may be of another record
    other.unlink()
    assert prune_captures(tmp_path, RECORD, KEY) == 1
    assert [path.name for path in (tmp_path / "captures").iterdir()] == ["s-1.capture"]


def test_a_disk_without_room_is_said_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(StoreUnwritable, match="MB left; free some space"):
        want_room(tmp_path, 1 << 62)


def test_old_backups_go_when_a_new_one_was_verified(tmp_path: Path) -> None:
    record, safe = clinic(tmp_path, sessions=1), tmp_path / "safe"
    times = [NOW + day * 30 * DAY_S for day in range(9)]
    for at in times:
        made = make_backup(
            record, KEY, safe, Order(keep=Keep(days=1, weeks=0), clock=lambda at=at: at)
        )
    assert [one.at_utc_s for one in backups(safe, record)] == times[:1:-1]
    assert len(made.removed) == 1
