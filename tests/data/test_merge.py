import os

import pytest
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from data.audit import Audit, AuditKind
from data.errors import StoreUnwritable
from data.journal_folder import live_path, segments
from data.live_mark import take
from data.manifest import verify
from data.merge import Merged, key_of_absent, merge_back, waiting_lines
from data.store import SessionStore
from data.vault import PASSPHRASE_VARIABLE, derive_key
from tests.data.journal_examples import KEY, UTC, left_behind
from tests.data.record_examples import course, start_anchor

LINES = [start_anchor(), *course(seconds=60)]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "spill"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "record.db"


def recorded(path, lines, key=KEY):
    """A record that got so far."""
    with SessionStore.open(path, key) as store:
        entries = [line for line in lines if hasattr(line, "seq")]
        store.write(entries, [line for line in lines if not hasattr(line, "seq")])


def merged(path, folder, key=KEY):
    with SessionStore.open(path, key) as store:
        return merge_back(store, folder, key, utc=lambda: UTC)


def entries_of(path, session_id="s-1", key=KEY):
    with SessionStore.open(path, key, read_only=True) as store:
        return list(store.entries(session_id))


def test_what_the_record_lacks_comes_back_and_is_audited(path, folder):
    recorded(path, LINES[:20])
    left_behind(folder, path, LINES)
    assert merged(path, folder) == Merged(lines=len(LINES) - 20, sessions=1)
    assert entries_of(path) == LINES[1:]
    assert verify(path, KEY) == []
    told = [one for one in Audit(path, KEY).lines() if one.kind == AuditKind.MERGED]
    assert [one.facts["lines"] for one in told] == [len(LINES) - 20]


def test_a_second_time_nothing_is_left_to_do(path, folder):
    left_behind(folder, path, LINES[:30], LINES[30:])
    assert merged(path, folder).lines == len(LINES)
    assert all(one.merged for one in segments(folder, path))
    assert merged(path, folder) == Merged()


@share_of_examples(0.15)
@given(st.data())
def test_whatever_each_of_them_has_nothing_is_lost_and_nothing_is_twice(tmp_path_factory, data):
    home = tmp_path_factory.mktemp("merge")
    path, folder = home / "record.db", home / "spill"
    recorded(path, LINES[: data.draw(st.integers(0, len(LINES)))])
    cuts = sorted(data.draw(st.lists(st.integers(0, len(LINES)), max_size=3)))
    parts = [LINES[a:b] for a, b in zip([0, *cuts], [*cuts, len(LINES)], strict=True)]
    for part in parts:
        # Each run repeats some of the one before it, as after a cut-off merge.
        again = LINES[: LINES.index(part[0])][-3:] if part else []
        left_behind(folder, path, [*again, *part], frame=data.draw(st.integers(1, 9)))
    for _time in range(2):
        merged(path, folder)
    assert entries_of(path) == LINES[1:]
    with SessionStore.open(path, KEY, read_only=True) as store:
        assert store.anchors("s-1") == [LINES[0]]
    assert verify(path, KEY) == []


class FullDisk(SessionStore):
    """Takes a few writes and then no more."""

    left = 0

    def write(self, entries, anchors=()):
        if self.left == 0:
            raise StoreUnwritable("the disk is full")
        FullDisk.left -= 1
        super().write(entries, anchors)


@pytest.mark.parametrize("writes", range(4))
def test_a_merge_that_is_cut_off_is_done_again(path, folder, writes, monkeypatch):
    monkeypatch.setattr("data.merge.BATCH", 20)
    left_behind(folder, path, LINES[:40], LINES[40:])
    FullDisk.left = writes
    with FullDisk.open(path, KEY) as store, pytest.raises(StoreUnwritable):
        merge_back(store, folder, KEY)
    merged(path, folder)
    assert entries_of(path) == LINES[1:]
    assert verify(path, KEY) == []


def test_the_journal_of_a_living_program_is_left_alone(path, folder):
    (file,) = left_behind(folder, path, LINES)
    mark = take(live_path(folder, segments(folder, path)[0].run))
    assert merged(path, folder) == Merged()
    assert file.exists()
    mark.drop()
    assert merged(path, folder).lines == len(LINES)


def test_a_journal_of_another_record_is_left_alone(path, folder, tmp_path):
    left_behind(folder, tmp_path / "other.db", LINES)
    assert merged(path, folder) == Merged()


def test_a_torn_journal_gives_what_is_whole(path, folder):
    (file,) = left_behind(folder, path, LINES, frame=1)
    os.truncate(file, file.stat().st_size - 5)
    assert merged(path, folder) == Merged(lines=len(LINES) - 1, sessions=1)
    assert entries_of(path) == LINES[1:-1]


def test_damage_in_the_middle_costs_its_own_lines_and_is_said(path, folder):
    (file,) = left_behind(folder, path, LINES, frame=1)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    found = merged(path, folder)
    assert (found.lines, found.lost) == (len(LINES) - 1, 1)
    assert len(entries_of(path)) == len(LINES) - 2


def test_a_journal_of_another_key_is_named_and_left_as_it_is(path, folder):
    (file,) = left_behind(folder, path, LINES, key=bytes(32))
    assert merged(path, folder).unread == (file,)
    assert file.exists()
    assert merged(path, folder).unread == (file,)


def test_a_journal_in_clear_cannot_be_slipped_under_a_sealed_record(path, folder):
    (file,) = left_behind(folder, path, LINES, key=None)
    assert merged(path, folder) == Merged(unread=(file,))


def test_a_deleted_session_does_not_come_back(path, folder):
    recorded(path, course("s-2", 3))
    Audit(path, KEY).note(AuditKind.SESSION_DELETED, "Supervisor 1", UTC, "s-1")
    left_behind(folder, path, LINES)
    assert merged(path, folder) == Merged()


def test_what_waits_can_be_read_before_it_is_merged(path, folder):
    left_behind(folder, path, LINES[:30], [*LINES[30:], *course("s-2", 3)])
    waiting = waiting_lines(folder, path, KEY)
    assert waiting == {"s-1": LINES, "s-2": course("s-2", 3)}


def test_a_passphrase_finds_the_key_of_an_absent_record(path, folder, monkeypatch):
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "correct horse")
    key = derive_key("correct horse", path)
    left_behind(folder, path, LINES, key=key)
    assert key_of_absent(folder, path) == key


def test_a_journal_that_was_begun_without_its_record_opens_all_the_same(path, folder, monkeypatch):
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "correct horse")
    left_behind(folder, path, LINES, key=derive_key("correct horse", path))
    key = derive_key("correct horse", path)  # another salt: the file is made with this one
    assert merged(path, folder, key).lines == len(LINES)
    assert entries_of(path, key=key) == LINES[1:]
