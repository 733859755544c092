import os
from pathlib import Path

from data import journal_folder as place
from data.live_mark import take

RECORD = Path("/clinic/chairside.db")
NOW = 1_760_000_000.0


def put(folder, run, number, *, merged=False, age_s=0.0, size=10):
    path = place.segment_path(folder, run, number)
    path.write_bytes(b"x" * size)
    os.utime(path, (NOW - age_s, NOW - age_s))
    if merged:
        place.mark_merged(path)
    return path.with_suffix(place.MERGED) if merged else path


def test_a_name_says_which_record_and_nothing_else():
    run = place.new_run(Path("/clinic/4711-Lovelace.db"), NOW)
    assert "4711" not in run
    assert "Lovelace" not in run
    assert run.startswith(place.record_mark(Path("/clinic/4711-Lovelace.db")))


def test_every_spelling_of_a_path_is_one_record(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert place.record_mark(Path("a.db")) == place.record_mark(tmp_path / "a.db")
    assert place.record_mark(Path("a.db")) != place.record_mark(tmp_path / "b.db")


def test_two_runs_never_share_a_file():
    assert place.new_run(RECORD, NOW) != place.new_run(RECORD, NOW)


def test_segments_are_found_in_order_and_those_of_others_are_not(tmp_path):
    early, late = place.new_run(RECORD, NOW), place.new_run(RECORD, NOW + 60)
    other = place.new_run(Path("/clinic/demo.db"), NOW)
    for run, number in ((late, 0), (early, 1), (early, 0), (other, 0)):
        put(tmp_path, run, number)
    (tmp_path / "journal-notes.txt").write_text("none of ours")
    found = place.segments(tmp_path, RECORD)
    assert [(one.run, one.number) for one in found] == [(early, 0), (early, 1), (late, 0)]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    assert place.segments(tmp_path / "gone", RECORD) == []
    assert place.waiting_runs(tmp_path / "gone", RECORD) == {}
    assert not place.any_living(tmp_path / "gone", RECORD)


def test_what_was_merged_waits_no_more(tmp_path):
    run = place.new_run(RECORD, NOW)
    put(tmp_path, run, 0, merged=True)
    put(tmp_path, run, 1)
    waiting = place.waiting_runs(tmp_path, RECORD)
    assert [one.number for one in waiting[run]] == [1]


def test_a_run_belongs_to_whoever_lives(tmp_path):
    run = place.new_run(RECORD, NOW)
    mark = take(place.live_path(tmp_path, run))
    assert place.any_living(tmp_path, RECORD)
    with place.held(tmp_path, run) as ours:
        assert not ours
    mark.drop()
    assert not place.any_living(tmp_path, RECORD)
    with place.held(tmp_path, run) as ours:
        assert ours
        assert place.any_living(tmp_path, RECORD)


def test_a_backup_lets_older_merged_segments_go(tmp_path):
    run = place.new_run(RECORD, NOW)
    old = put(tmp_path, run, 0, merged=True, age_s=100.0)
    waiting = put(tmp_path, run, 1, age_s=90.0)
    young = put(tmp_path, run, 2, merged=True, age_s=10.0)
    assert place.forget_until(tmp_path, RECORD, NOW - 50.0) == 1
    assert (old.exists(), waiting.exists(), young.exists()) == (False, True, True)


def test_the_newest_segment_stays_because_it_knows_the_salt(tmp_path):
    only = put(tmp_path, place.new_run(RECORD, NOW), 0, merged=True, age_s=100.0)
    assert place.forget_until(tmp_path, RECORD, NOW) == 0
    assert only.exists()


def test_after_thirty_days_merged_segments_go(tmp_path):
    run = place.new_run(RECORD, NOW)
    old = put(tmp_path, run, 0, merged=True, age_s=31 * 86400.0)
    waiting = put(tmp_path, run, 1, age_s=40 * 86400.0)
    young = put(tmp_path, run, 2, merged=True, age_s=29 * 86400.0)
    assert place.tidy(tmp_path, RECORD, NOW) == 1
    assert (old.exists(), waiting.exists(), young.exists()) == (False, True, True)


def test_beyond_their_room_the_oldest_merged_segments_go(tmp_path, monkeypatch):
    monkeypatch.setattr(place, "KEEP_BYTES", 25)
    run = place.new_run(RECORD, NOW)
    files = [put(tmp_path, run, n, merged=True, age_s=10.0 - n) for n in range(4)]
    assert place.tidy(tmp_path, RECORD, NOW) == 1
    assert [one.exists() for one in files] == [False, True, True, True]
