import os
import random
import subprocess
import sys
import threading
import time

import pytest
from helpers import ROOT, wait_until

from data.connection import transaction
from data.errors import StoreUnwritable
from data.manifest import verify
from data.store import SessionStore
from data.vault import connect
from data.writer import StoreWriter
from monitor.entries import Committed, Entry, StoreTrouble, StoreWell
from monitor.events import Numerics
from tests.data.record_examples import course, start_anchor
from tests.data.writing_program import EVERY_S, KEY, entry

KILLS = 10


class Reports:
    """What a writer said, in order, with the moment."""

    def __init__(self):
        self.all = []

    def __call__(self, report):
        self.all.append((time.monotonic(), report))

    def of(self, kind):
        return [one for _at, one in self.all if isinstance(one, kind)]

    def committed(self, session_id="s-1"):
        return [one.seq for one in self.of(Committed) if one.session_id == session_id]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "record.db"


@pytest.fixture
def reports():
    return Reports()


def writer_to(open_store, reports):
    writer = StoreWriter(open_store, reports)
    writer.start()
    return writer


@pytest.fixture
def writer(path, reports):
    started = writer_to(lambda: SessionStore.open(path), reports)
    yield started
    started.stop()


def stored(path, session_id="s-1"):
    with SessionStore.open(path, read_only=True) as store:
        return list(store.entries(session_id))


def test_everything_put_is_stored_in_order_and_reported(writer, path, reports):
    entries = course()
    writer.put(start_anchor())
    for one in entries:
        writer.put(one)
    assert writer.flush(10.0)
    assert stored(path) == entries
    assert reports.committed()[-1] == entries[-1].seq
    assert reports.committed() == sorted(reports.committed())
    assert verify(path, None) == []
    assert not reports.of(StoreTrouble)


def test_an_entry_is_on_the_disk_within_300_ms(writer, path, reports):
    entries = course(seconds=60)
    writer.put(entries[0])
    assert writer.flush(10.0)
    waits = []
    for one in entries[1:21]:
        put_at = time.monotonic()
        writer.put(one)
        wait_until(lambda seq=one.seq: reports.committed()[-1] == seq)
        waits.append(reports.all[-1][0] - put_at)
    # The worst of twenty on a computer that does other things too.
    assert sorted(waits)[-2] <= 0.3


def test_what_is_reported_as_committed_can_be_read_by_somebody_else(writer, path, reports):
    for one in course(seconds=5):
        writer.put(one)
    wait_until(reports.committed)
    assert stored(path)[-1].seq >= reports.committed()[0]


def test_stopping_writes_what_is_left_and_closes_the_file(path, reports):
    writer = writer_to(lambda: SessionStore.open(path), reports)
    entries = course()
    for one in entries:
        writer.put(one)
    writer.stop()
    assert not path.with_name(path.name + "-wal").exists()
    assert stored(path) == entries


def test_a_place_that_comes_back_gets_everything_and_says_so(tmp_path, reports):
    path = tmp_path / "stick" / "record.db"
    writer = writer_to(lambda: SessionStore.open(path), reports)
    entries = course()
    for one in entries[:50]:
        writer.put(one)
    wait_until(lambda: reports.of(StoreTrouble))
    assert not writer.flush(0.01)
    assert "stick does not exist" in reports.of(StoreTrouble)[0].text
    for one in entries[50:]:
        writer.put(one)
    path.parent.mkdir()
    assert writer.flush(10.0)
    wait_until(lambda: reports.of(StoreWell))
    writer.stop()
    assert stored(path) == entries
    assert len(reports.of(StoreTrouble)) == 1


def test_a_trouble_that_changes_is_told_again(path, reports):
    texts = iter(["the stick is gone", "the stick is gone", "the stick is full"])

    def open_store():
        text = next(texts, None)
        if text is not None:
            raise StoreUnwritable(text)
        return SessionStore.open(path)

    writer = writer_to(open_store, reports)
    wait_until(lambda: reports.of(StoreWell))
    writer.stop()
    said = [one.text for one in reports.of(StoreTrouble)]
    assert said == [
        "the stick is gone; everything is kept in memory",
        "the stick is full; everything is kept in memory",
    ]


def test_a_file_held_by_another_program_is_waited_for(writer, path, reports):
    entries = course()
    writer.put(entries[0])
    assert writer.flush(10.0)
    holder = connect(path, None, read_only=False)
    with transaction(holder):
        for one in entries[1:]:
            writer.put(one)
        wait_until(lambda: reports.of(StoreTrouble))
    holder.close()
    assert writer.flush(10.0)
    assert stored(path) == entries
    assert "held by another program" in reports.of(StoreTrouble)[0].text
    assert reports.of(StoreWell)


class SlowStore(SessionStore):
    """A disk that does not answer until `answers` is set."""

    answers = threading.Event()

    def write(self, entries, anchors=()):
        self.answers.wait(10.0)
        super().write(entries, anchors)


def test_a_disk_that_hangs_is_told_while_it_hangs(path, reports):
    SlowStore.answers = threading.Event()
    writer = writer_to(lambda: SlowStore.open(path), reports)
    writer.put(course()[0])
    wait_until(lambda: reports.of(StoreTrouble))
    assert not reports.of(Committed)
    assert "more than 1 s behind" in reports.of(StoreTrouble)[0].text
    SlowStore.answers.set()
    wait_until(lambda: reports.of(StoreWell))
    writer.stop()
    assert len(stored(path)) == 1


def test_an_entry_with_a_bug_keeps_no_other_from_the_disk(writer, path, reports, caplog):
    healthy, ill = course("s-1"), course("s-2")
    ill[7] = Entry("s-2", 7, 7.0, "no event at all")
    for pair in zip(healthy, ill, strict=True):
        for one in pair:
            writer.put(one)
    assert writer.flush(20.0)
    assert stored(path, "s-1") == healthy
    assert stored(path, "s-2") == ill[:7] + ill[8:]
    assert reports.committed("s-1")[-1] == healthy[-1].seq
    assert all(seq < 7 for seq in reports.committed("s-2"))
    assert "session s-2 cannot be stored" in reports.of(StoreTrouble)[0].text
    assert not reports.of(StoreWell)
    assert "s-2" in caplog.text


def test_a_bug_in_the_writer_itself_is_told(reports, caplog):
    writer = writer_to(lambda: 1 / 0, reports)
    wait_until(lambda: reports.of(StoreTrouble))
    writer.stop()
    assert "nothing is recorded any more because of a bug" in reports.of(StoreTrouble)[0].text
    assert "ZeroDivisionError" in caplog.text


def test_what_could_not_be_saved_at_the_end_is_told(tmp_path, reports):
    writer = writer_to(lambda: SessionStore.open(tmp_path / "gone" / "record.db"), reports)
    for one in course()[:5]:
        writer.put(one)
    writer.stop()
    assert reports.of(StoreTrouble)[-1].text.startswith("the last 5 lines of the record")


def test_put_never_waits_for_the_disk(path, reports):
    SlowStore.answers = threading.Event()
    writer = writer_to(lambda: SlowStore.open(path), reports)
    entries = course(seconds=600)
    started = time.monotonic()
    for one in entries:
        writer.put(one)
    took_s = time.monotonic() - started
    SlowStore.answers.set()
    writer.stop()
    assert took_s < 1.0
    assert stored(path) == entries


def numbers_of(output, word):
    return [int(line.split()[1]) for line in output.splitlines() if line.startswith(word)]


def killed(path, session_id, after_s):
    """What a recording program said before it was killed, `after_s` after its first commit."""
    program = ROOT / "tests" / "data" / "writing_program.py"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, str(program), str(path), session_id],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        said = []
        while not said or not said[-1].startswith("kept"):
            said.append(process.stdout.readline())
            assert said[-1], "the program ended by itself"
        # The chance is in the moment: nobody waits for anything here but for the time to pass.
        threading.Event().wait(after_s)
        process.kill()
        rest, _nothing = process.communicate()
    return "".join(said) + rest


def test_a_program_that_is_killed_loses_less_than_its_last_second(path):
    dice = random.Random(4)
    for number in range(KILLS):
        session_id = f"s-{number}"
        said = killed(path, session_id, dice.random() / 2)
        put, kept = numbers_of(said, "put"), numbers_of(said, "kept")
        with SessionStore.open(path, KEY, read_only=True) as store:
            found = list(store.entries(session_id))
            assert store.summary(session_id).ended is False
        assert found == [entry(session_id, seq) for seq in range(len(found))]
        assert isinstance(found[-1].what, Numerics) or len(found) == 1
        assert found[-1].seq >= kept[-1]
        assert (put[-1] - found[-1].seq) * EVERY_S <= 1.0
    assert verify(path, KEY) == []
    with SessionStore.open(path, KEY) as store:
        assert len(store.unfinished()) == KILLS
