import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from helpers import share_of_examples
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from data.errors import EntryConflict, NoSuchSession, StoreDamaged, StoreUnwritable
from data.manifest import verify
from data.store import SessionStore
from data.vault import connect
from monitor.commands import EndSession, ManualCuff, Note, NoteKind
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.events import Numerics
from monitor.outcomes import CuffUnconfirmed
from monitor.vitals import CuffResult, Reading, VitalSign, Wave, WaveChunk
from tests.data.record_examples import (
    NAME,
    SOURCE,
    course,
    opening,
    second,
    sessions,
    start_anchor,
)

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "record.db"


@pytest.fixture
def store(path):
    with SessionStore.open(path) as opened:
        yield opened


@share_of_examples(0.6, suppress=(HealthCheck.function_scoped_fixture,))
@given(st.data())
def test_what_was_put_is_what_is_read_and_verifies(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("record") / "record.db"
    entries = data.draw(sessions())
    cut = data.draw(st.integers(0, len(entries)))
    with SessionStore.open(path) as store:
        store.write(entries[:cut])
        store.write(entries[cut:])
        assert list(store.entries("s-1")) == entries
    assert verify(path, None) == []
    with SessionStore.open(path, read_only=True) as store:
        assert list(store.entries("s-1")) == entries


def test_a_peak_that_is_doubted_after_the_program_came_back_is_none(path):
    begun = [
        Entry("s-1", 0, 0.0, opening()),
        Entry("s-1", 1, 300.5, CuffResult(206.0, 124.0, None, None, SOURCE)),
        Entry("s-1", 2, 340.0, ManualCuff(142.0, 88.0, "RN")),
    ]
    with SessionStore.open(path) as store:
        store.write(begun)
        assert store.summary("s-1").peak_sbp == 206.0
    with SessionStore.open(path) as store:
        store.write([Entry("s-1", 3, 340.0, CuffUnconfirmed(300.5))])
        summary = store.summary("s-1")
        assert (summary.peak_sbp, summary.peak_dbp, summary.cuff_count) == (142.0, 88.0, 2)
    assert verify(path, None) == []


def test_two_sessions_in_one_write_are_kept_apart(store):
    mixed = [one for pair in zip(course("s-1"), course("s-2"), strict=True) for one in pair]
    store.write(mixed, [start_anchor("s-1"), start_anchor("s-2", 5.0)])
    for session_id in ("s-1", "s-2"):
        assert list(store.entries(session_id)) == course(session_id)
    assert store.anchors("s-2") == [start_anchor("s-2", 5.0)]


def test_a_summary_tells_the_session_in_one_line(store):
    store.write(course(seconds=600), [start_anchor()])
    summary = store.summary("s-1")
    assert summary == store.sessions()[0]
    assert (summary.patient_id, summary.initials, summary.chair) == (NAME, "AL", 2)
    assert (summary.opened_utc_s, summary.offset_min) == (1_760_000_000.25, 120)
    assert (summary.duration_s, summary.last_s, summary.ended) == (601.0, 601.0, True)
    assert (summary.phase, summary.profile, summary.driver) == ("signed", "adult-iv", "ivy-450c")
    assert (summary.peak_sbp, summary.peak_dbp, summary.cuff_count) == (151.0, 90.0, 2)
    assert (summary.alarms_high, summary.alarms_medium, summary.notes) == (5, 0, 1)
    assert (summary.mg_per_kg, summary.weight_kg, summary.dose_mg) == (0.5, 82.0, 41.0)
    assert summary.simulated is True


def test_a_session_without_an_anchor_is_dated_by_the_clock_of_the_computer(path):
    with SessionStore.open(path, clock=lambda: 1_700_000_000.0) as store:
        store.write(course())
        summary = store.summary("s-1")
    local = datetime.fromtimestamp(1_700_000_000.0, UTC).astimezone().utcoffset()
    assert summary.opened_utc_s == 1_700_000_000.0
    assert summary.offset_min * 60 == local.total_seconds()


def test_the_session_is_dated_from_its_first_anchor_back_to_its_opening(store):
    store.write(course(), [Anchor("s-1", 10.0, 1_000.0, 60, AnchorReason.START)])
    store.write([], [Anchor("s-1", 90.0, 9_999.0, 0, AnchorReason.WAKE)])
    assert store.summary("s-1").opened_utc_s == 990.0
    assert [one.reason for one in store.anchors("s-1")] == [AnchorReason.START, AnchorReason.WAKE]


def test_an_anchor_may_come_before_the_session_is_opened(store, path):
    store.write([], [start_anchor()])
    store.write(course(), [])
    assert store.summary("s-1").opened_utc_s == start_anchor().utc_s
    assert list(store.entries("s-1")) == course()


def test_the_newest_session_comes_first(store):
    for name, utc_s in (("s-1", 300.0), ("s-2", 100.0), ("s-3", 200.0)):
        store.write(course(name), [start_anchor(name, utc_s)])
    assert [one.session_id for one in store.sessions()] == ["s-1", "s-3", "s-2"]


def test_a_session_that_was_cut_off_is_unfinished(store):
    store.write(course("s-1"))
    store.write(course("s-2", ended=False))
    assert [one.session_id for one in store.unfinished()] == ["s-2"]
    summary = store.summary("s-2")
    assert not summary.ended
    assert summary.phase == "treating"
    assert summary.duration_s == summary.last_s == course("s-2", ended=False)[-1].now_s


def test_a_unique_beginning_of_an_id_is_enough(store):
    for name in ("2026-a1", "2026-a2", "2027-b1"):
        store.write(course(name))
    assert store.summary("2027").session_id == "2027-b1"
    assert next(store.entries("2026-a1")).session_id == "2026-a1"
    with pytest.raises(NoSuchSession, match=r"fits 2 sessions.*2026-a"):
        store.summary("2026")
    with pytest.raises(NoSuchSession, match=r"no session '2027-b2'.*2027-b1"):
        store.summary("2027-b2")
    with pytest.raises(NoSuchSession, match="chairside sessions"):
        store.entries("%")
    with pytest.raises(NoSuchSession):
        store.anchors("")


def test_an_exact_id_wins_over_one_that_it_begins(store):
    for name in ("s-1", "s-10"):
        store.write(course(name))
    assert store.summary("s-1").session_id == "s-1"


def test_writing_the_same_again_changes_nothing(store, path):
    entries = course()
    store.write(entries, [start_anchor()])
    store.write(entries[50:], [start_anchor()])
    assert list(store.entries("s-1")) == entries
    assert store.anchors("s-1") == [start_anchor()]
    assert verify(path, None) == []


def test_another_entry_under_a_taken_number_is_refused_and_said(store):
    entries = course()
    store.write(entries)
    with pytest.raises(EntryConflict, match="number 5 of session s-1"):
        store.write([replace(entries[5], what=EndSession("RN"))])
    assert list(store.entries("s-1")) == entries


def test_a_write_that_fails_half_way_leaves_nothing_behind(store, path):
    entries = course()
    store.write(entries[:10])
    broken = [*entries[10:20], Entry("s-1", 20, 20.0, "no event at all")]
    with pytest.raises(KeyError):
        store.write(broken)
    assert list(store.entries("s-1")) == entries[:10]
    store.write(entries[10:])
    assert list(store.entries("s-1")) == entries
    assert verify(path, None) == []


def test_entries_of_a_session_that_was_never_opened_are_kept(store, path):
    lost_opening = course()[1:]
    store.write(lost_opening)
    assert list(store.entries("s-1")) == lost_opening
    assert store.summary("s-1").patient_id == ""
    assert verify(path, None) == []


def test_a_second_store_reads_while_the_first_writes(path):
    entries = course()
    with SessionStore.open(path, KEY) as writing:
        writing.write(entries[:60])
        with SessionStore.open(path, KEY, read_only=True) as reading:
            early = reading.entries("s-1")
            first = next(early)
            writing.write(entries[60:])
            assert [first, *early] == entries[:60]
            assert list(reading.entries("s-1")) == entries


def test_a_store_that_is_open_for_reading_does_not_write(path):
    SessionStore.open(path).close()
    reading = SessionStore.open(path, read_only=True)
    with reading, pytest.raises(StoreUnwritable, match=path.name):
        reading.write(course())


def test_a_new_process_goes_on_where_the_last_one_stopped(path):
    entries = course()
    for start in range(0, len(entries), 7):
        with SessionStore.open(path, KEY) as store:
            store.write(entries[start : start + 7], [start_anchor()])
    with SessionStore.open(path, KEY) as store:
        assert list(store.entries("s-1")) == entries
    assert verify(path, KEY) == []


def test_waves_can_be_left_out_and_the_rest_keeps_its_numbers(path):
    chunk = WaveChunk(Wave.ECG, 250.0, "mV", (0.01, -0.02))
    entries = [
        Entry("s-1", 0, 0.0, opening()),
        Entry("s-1", 1, 1.0, chunk),
        Entry("s-1", 2, 1.0, Note("n", NoteKind.NAUSEA, "", "RN")),
        Entry("s-1", 3, 2.0, chunk),
    ]
    with SessionStore.open(path, keep_waves=False) as store:
        store.write(entries)
        assert list(store.entries("s-1")) == [entries[0], entries[2]]
    assert verify(path, None) == []


def test_a_changed_row_is_named_and_not_shown_as_if_it_were_true(store, path):
    store.write(course())
    connection = connect(path, None, read_only=False)
    connection.execute("UPDATE events SET body = '{}' WHERE seq = 0")
    connection.close()
    with pytest.raises(StoreDamaged, match=rf"{path.name}.*line 0 of session s-1"):
        list(store.entries("s-1"))


def test_two_hours_at_one_hertz_take_at_most_400_kb(path):
    dice = random.Random(7)
    entries = course(seconds=7200)
    assert sum(isinstance(one.what, Numerics) for one in entries) == 7200
    with SessionStore.open(path, KEY) as store:
        at = 0
        while at < len(entries):
            many = dice.randrange(1, 4)
            store.write(entries[at : at + many])
            at += many
    assert path.stat().st_size <= 400_000


def test_values_keep_their_meaning_whatever_number_they_are(store):
    what = [
        Numerics((Reading(VitalSign.HR, value, SOURCE),))
        for value in (80, 80.0, 0.1 + 0.2, -0.0, 1e-300, 2**53, float("inf"))
    ]
    entries = [Entry("s-1", seq, float(seq), one) for seq, one in enumerate(what)]
    store.write(entries)
    assert list(store.entries("s-1")) == entries


def test_every_one_of_many_sessions_is_listed(store):
    dice = random.Random(7)
    store.write([Entry(f"s-{n}", 0, 0.0, second(n, dice)) for n in range(300)])
    assert {one.session_id for one in store.sessions()} == {f"s-{n}" for n in range(300)}


def test_what_is_settled_no_longer_hangs_on_the_log(path):
    with SessionStore.open(path, KEY) as store:
        store.write(course())
        store.settle()
        path.with_name(path.name + "-wal").write_bytes(b"")
        with SessionStore.open(path, KEY, read_only=True) as reader:
            assert list(reader.entries("s-1")) == course()
