import random

import pytest

from data.accounts import Accounts, Role
from data.audit import Audit, AuditKind
from data.errors import StoreDamaged, StoreError
from data.journal_folder import live_path, make, new_run
from data.live_mark import take
from data.manifest import verify
from data.mirror import load_mirror
from data.rescue import check_all, check_unfinished, finish, rescue
from data.rescue_sources import Sources
from data.salvage import DamagedRecord
from data.store import SessionStore
from monitor.entries import Entry
from tests.data.journal_examples import KEY, UTC, left_behind
from tests.data.record_examples import course, start_anchor

PAGE = 4096


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "spill"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "record.db"


def recorded(path, count=3, seconds=400, key=KEY):
    """A record of so many sessions with staff; what was written, by session."""
    written = {}
    Accounts(path, key).enlist("Nurse 1", Role.NURSE, "1234", "Nurse 1", UTC)
    with SessionStore.open(path, key) as store:
        for number in range(count):
            name = f"s-{number}"
            written[name] = course(name, seconds, ended=number < count - 1)
            store.write([], [start_anchor(name, UTC + 3600 * number)])
            store.write(written[name])
    return written


def damage(path, page):
    with path.open("r+b") as file:
        file.seek(PAGE * page + 100)
        file.write(b"\xff" * 64)


def found_in(path, session_id, key=KEY):
    with SessionStore.open(path, key, read_only=True) as store:
        try:
            return list(store.entries(session_id))
        except StoreError:
            return []


def test_a_whole_record_is_read_as_it_is(path):
    written = recorded(path)
    damaged = DamagedRecord(path, KEY)
    names = damaged.session_ids()
    assert sorted(names.values()) == sorted(written)
    for n, name in names.items():
        assert [entry for _seq, entry in sorted(damaged.entries(n, name).items())] == written[name]
        assert [one.anchor.session_id for one in damaged.anchors(n, name)] == [name]
        assert damaged.last_seq(n) == written[name][-1].seq
        assert damaged.created(n) is not None
    assert damaged.holes == 0
    damaged.close()


@pytest.mark.parametrize("key", [KEY, None])
def test_any_damaged_page_costs_little_and_with_the_journal_nothing(tmp_path, key):
    template = tmp_path / "template.db"
    written = recorded(template, count=2, key=key)
    pages = template.stat().st_size // PAGE
    lines = [line for entries in written.values() for line in entries]
    for page in random.Random(5).sample(range(1, pages), 6):
        place = tmp_path / f"page-{page}"
        place.mkdir()
        path, folder = place / "record.db", place / "spill"
        path.write_bytes(template.read_bytes())
        damage(path, page)
        left_behind(folder, path, lines, key=key)
        rescued = rescue(path, key, folder)
        assert {name: found_in(path, name, key) for name in written} == written
        assert rescued.missing == 0
        assert rescued.aside.stat().st_size == template.stat().st_size
        check_all(path, key)


def test_without_a_journal_all_but_the_damaged_page_is_saved(path, folder):
    written = recorded(path, seconds=1000)
    pages = path.stat().st_size // PAGE
    damage(path, pages // 2)
    with pytest.raises(StoreDamaged):
        check_all(path, KEY)
    rescued = rescue(path, KEY, folder)
    everything = [entry for entries in written.values() for entry in entries]
    saved = [entry for name in written for entry in found_in(path, name)]
    assert all(entry in everything for entry in saved)
    assert 0 < rescued.missing < 200
    assert len(saved) == len(everything) - rescued.missing
    assert [one.session_id for one in rescued.sessions] == list(written)
    assert rescued.holes > 0


def test_the_rescued_record_is_trusted_and_says_that_it_was_rescued(path, folder):
    recorded(path)
    damage(path, path.stat().st_size // PAGE // 2)
    rescue(path, KEY, folder)
    assert verify(path, KEY, load_mirror(folder, path, KEY)) == []
    told = [one for one in Audit(path, KEY).lines() if one.kind == AuditKind.RESCUED]
    assert told[-1].facts["sessions"] == 3
    assert told[-1].facts["missing"] == sum(one.facts["missing"] for one in told[:-1])
    with SessionStore.open(path, KEY) as store:
        assert load_mirror(folder, path, KEY) == store.heads()
    assert [one.name for one in Accounts(path, KEY).members()] == ["Nurse 1"]


def test_a_rescued_session_goes_on(path, folder):
    written = recorded(path)
    damage(path, path.stat().st_size // PAGE // 2)
    left_behind(folder, path, written["s-2"])
    rescue(path, KEY, folder)
    last = written["s-2"][-1]
    more = Entry("s-2", last.seq + 1, last.now_s + 60.0, written["s-2"][-1].what)
    with SessionStore.open(path, KEY) as store:
        assert [one.session_id for one in store.unfinished()] == ["s-2"]
        store.write([more])
        assert list(store.entries("s-2")) == [*written["s-2"], more]


def test_a_file_of_which_nothing_is_left_is_made_anew_from_the_journal(path, folder):
    written = course("s-1", 100)
    path.write_bytes(random.Random(1).randbytes(20 * PAGE))
    left_behind(folder, path, [start_anchor(), *written])
    rescued = rescue(path, KEY, folder)
    assert found_in(path, "s-1") == written
    assert [one.missing for one in rescued.sessions] == [0]


def test_a_backup_gives_what_neither_has(path, folder, tmp_path):
    written = recorded(path, seconds=2000)
    backup = tmp_path / "backup.db"
    backup.write_bytes(path.read_bytes())
    damage(path, path.stat().st_size // PAGE // 2)
    rescued = rescue(path, KEY, folder, backup=backup)
    assert rescued.missing == 0
    assert {name: found_in(path, name) for name in written} == written


def test_where_journal_and_record_disagree_the_journal_counts_and_it_is_said(path, folder):
    written = recorded(path)
    other = Entry("s-0", 10, written["s-0"][10].now_s, written["s-0"][11].what)
    left_behind(folder, path, [other])
    rescued = rescue(path, KEY, folder)
    assert [one.disagreed for one in rescued.sessions] == [1, 0, 0]
    assert found_in(path, "s-0")[10] == other


def test_a_deleted_session_does_not_come_back(path, folder):
    recorded(path)
    Audit(path, KEY).note(AuditKind.SESSION_DELETED, "Supervisor 1", UTC, "s-9")
    left_behind(folder, path, course("s-9", 5))
    rescued = rescue(path, KEY, folder)
    assert "s-9" not in [one.session_id for one in rescued.sessions]


def test_a_record_into_which_somebody_writes_is_left_alone(path, folder):
    recorded(path, count=1)
    before = path.read_bytes()
    make(folder)
    mark = take(live_path(folder, new_run(path, UTC)))
    with pytest.raises(StoreDamaged, match="another Chairside"):
        rescue(path, KEY, folder)
    mark.drop()
    assert path.read_bytes() == before


@pytest.mark.parametrize("moved", [0, 1, 2])
def test_a_rescue_that_was_cut_off_is_finished(path, folder, moved):
    written = recorded(path)
    damaged = path.read_bytes()
    rescue(path, KEY, folder)
    # As it was when the program was cut off in the middle of the swap.
    whole = path.with_name("record.db.rescued")
    path.rename(whole)
    if moved == 0:
        path.write_bytes(damaged)
    if moved <= 1:
        path.with_name("record.db-shm").write_bytes(b"")
    path.with_name("record.db.rescuing").write_bytes(b"half of an earlier one")
    assert finish(path)
    assert not finish(path)
    assert {name: found_in(path, name) for name in written} == written
    assert sorted(one.name for one in path.parent.glob("record.db.rescu*")) == []


def test_two_rescues_in_one_second_keep_both_damaged_files(path, folder):
    recorded(path, count=1)
    asides = {rescue(path, KEY, folder, utc=lambda: UTC).aside for _time in range(2)}
    assert len(asides) == 2
    assert all(one.exists() for one in asides)


def test_a_damaged_page_of_an_unfinished_session_is_noticed(path):
    recorded(path, count=1, seconds=2000)
    check_unfinished(path, KEY, UTC - 1.0)
    damage(path, path.stat().st_size // PAGE * 3 // 4)
    with pytest.raises(StoreDamaged):
        check_unfinished(path, KEY, UTC - 1.0)
    check_unfinished(path, KEY, UTC + 86400.0)


def test_a_journal_that_does_not_open_is_named(path, folder):
    recorded(path, count=1)
    (file,) = left_behind(folder, path, course("s-0", 5), key=bytes(32))
    damaged = DamagedRecord(path, KEY)
    sources = Sources(folder, path, KEY, damaged, None)
    damaged.close()
    assert sources.unread == [file]
