"""Record and journal together: what fails in one of them, and what a start finds afterwards."""

import os
import random
import subprocess
import sys
import threading
import time
from contextlib import contextmanager

import pytest
from helpers import ROOT, wait_until

from data.connection import transaction
from data.errors import StoreUnwritable
from data.journal import Journal
from data.journal_file import read
from data.journal_folder import segments
from data.manifest import verify
from data.merge import merge_back
from data.mirror import load_mirror
from data.store import SessionStore
from data.vault import connect
from data.writer import StoreWriter
from data.writer_desk import WriterDesk
from monitor.entries import Committed, Entry, StoreNote, StoreTrouble, StoreWell
from tests.data.record_examples import course, start_anchor
from tests.data.writing_program import EVERY_S, KEY, entry

KILLS = 6


class Reports(list):
    """What a writer said, in order."""

    def __call__(self, report):
        self.append(report)

    def of(self, kind):
        return [one for one in self if isinstance(one, kind)]


@pytest.fixture
def reports():
    return Reports()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "spill"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "record.db"


@contextmanager
def writing(path, folder, reports, open_store=None):
    opens = open_store or (lambda: SessionStore.open(path, KEY))
    writer = StoreWriter(opens, reports, Journal(folder, path, KEY))
    writer.start()
    try:
        yield writer
    finally:
        writer.stop()


def put_all(writer, lines):
    for line in lines:
        writer.put(line)


def journaled(folder, path):
    return [line for one in segments(folder, path) for line in read(one.path, KEY).lines]


def merged(path, folder):
    with SessionStore.open(path, KEY) as store:
        return merge_back(store, folder, KEY)


def entries_of(path, session_id="s-1"):
    with SessionStore.open(path, KEY, read_only=True) as store:
        return list(store.entries(session_id))


LINES = [start_anchor(), *course(seconds=30)]


def test_both_places_have_everything_and_nothing_is_left_to_merge(path, folder, reports):
    with writing(path, folder, reports) as writer:
        put_all(writer, LINES)
        assert writer.flush(10.0)
    assert entries_of(path) == LINES[1:]
    assert journaled(folder, path) == LINES
    assert all(one.merged for one in segments(folder, path))
    assert not reports.of(StoreTrouble)
    assert not reports.of(StoreNote)


def test_the_heads_of_the_chains_are_kept_outside_at_the_end(path, folder, reports):
    with writing(path, folder, reports) as writer:
        put_all(writer, LINES)
    with SessionStore.open(path, KEY) as store:
        heads = store.heads()
    assert load_mirror(folder, path, KEY).sessions == heads.sessions
    assert verify(path, KEY, load_mirror(folder, path, KEY)) == []


def test_a_record_that_is_locked_delays_no_line_of_the_journal(path, folder, reports):
    with writing(path, folder, reports) as writer:
        put_all(writer, LINES[:3])
        assert writer.flush(10.0)
        holder = connect(path, KEY, read_only=False)
        with transaction(holder):
            put_all(writer, LINES[3:])
            wait_until(lambda: journaled(folder, path) == LINES)
            wait_until(lambda: reports.of(StoreTrouble))
            told = reports.of(StoreTrouble)[-1].text
        holder.close()
        assert f"everything is kept in the second place {folder} and goes back by itself" in told
        wait_until(lambda: reports.of(StoreWell))
        assert writer.flush(10.0)
    assert entries_of(path) == LINES[1:]


def test_a_second_place_that_is_dead_delays_nothing_and_is_told_once(path, tmp_path, reports):
    blocked = tmp_path / "stick"
    blocked.write_text("no folder")
    with writing(path, blocked, reports) as writer:
        put_all(writer, LINES)
        assert writer.flush(10.0)
        wait_until(lambda: reports.of(StoreNote))
    assert entries_of(path) == LINES[1:]
    assert len(reports.of(StoreNote)) == 1
    assert "the record itself is written" in reports.of(StoreNote)[0].text
    assert not reports.of(StoreTrouble)


def test_when_both_are_dead_it_says_that_only_memory_is_left(tmp_path, reports):
    blocked = tmp_path / "stick"
    blocked.write_text("no folder")
    path = blocked / "record.db"
    with writing(path, blocked / "spill", reports) as writer:
        put_all(writer, LINES)
        wait_until(lambda: any("memory only" in one.text for one in reports.of(StoreTrouble)))
        blocked.unlink()
        blocked.mkdir()
        wait_until(lambda: reports.of(StoreWell))
        assert writer.flush(10.0)
    assert entries_of(path) == LINES[1:]


def test_what_could_not_be_recorded_at_the_end_waits_in_the_second_place(
    tmp_path, folder, reports
):
    path = tmp_path / "gone" / "record.db"
    with writing(path, folder, reports) as writer:
        put_all(writer, LINES)
    told = reports.of(StoreTrouble)[-1].text
    assert told == (
        f"the last {len(LINES)} lines of the record could not be saved; "
        f"it is in the second place {folder} for the next start"
    )
    path.parent.mkdir()
    assert merged(path, folder).lines == len(LINES)
    assert entries_of(path) == LINES[1:]


def test_a_bug_of_the_writer_leaves_everything_in_the_second_place(path, folder, reports, caplog):
    with writing(path, folder, reports, lambda: 1 / 0) as writer:
        put_all(writer, LINES)
        wait_until(lambda: reports.of(StoreTrouble))
    assert "ZeroDivisionError" in caplog.text
    assert "everything is kept in the second place" in reports.of(StoreTrouble)[0].text
    assert merged(path, folder).lines == len(LINES)


def test_a_desk_without_a_journal_writes_the_record_alone(path, reports):
    desk = WriterDesk(lambda: SessionStore.open(path, KEY), reports, QuietHealth(), None)
    desk.write()
    desk.close()
    assert path.exists()


class QuietHealth:
    def written(self, _now):
        """Nobody asks."""


FULL = """
import resource, runpy, sys
limit = int(sys.argv[1])
sys.argv = sys.argv[2:]
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@contextmanager
def recording(path, session_id, folder, *before):
    program = ROOT / "tests" / "data" / "writing_program.py"
    with subprocess.Popen(
        [sys.executable, *before, str(program), str(path), session_id, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        try:
            yield process
        finally:
            process.kill()
            process.stdout.read()


def lines_until(process, word):
    """What the program says up to a line that begins with this word."""
    said = []
    while not said or not said[-1].startswith(word):
        said.append(process.stdout.readline())
        assert said[-1], "the program ended by itself"
    return said


def killed(process, after_s):
    """The number of the last entry it had put when it was killed."""
    # The chance is in the moment: nobody waits for anything here but for the time to pass.
    threading.Event().wait(after_s)
    process.kill()
    rest = process.stdout.read().splitlines()
    return max(int(line.split()[1]) for line in rest if line.startswith("put "))


def test_a_program_killed_while_its_record_was_locked_loses_less_than_a_second(path, folder):
    dice = random.Random(7)
    for number in range(KILLS):
        session_id = f"s-{number}"
        with recording(path, session_id, folder) as process:
            lines_until(process, "kept")
            holder = connect(path, KEY, read_only=False)
            with transaction(holder):
                put = killed(process, 0.7 + dice.random() / 2)
            holder.close()
        with SessionStore.open(path, KEY, read_only=True) as store:
            before = list(store.entries(session_id))[-1].seq
        assert merged(path, folder).lines == entries_of(path, session_id)[-1].seq - before
        found = entries_of(path, session_id)
        assert found == [entry(session_id, seq) for seq in range(len(found))]
        assert (put - found[-1].seq) * EVERY_S <= 1.0
    assert verify(path, KEY, load_mirror(folder, path, KEY)) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of a file's size")
def test_a_full_disk_leaves_both_readable_and_the_start_puts_them_together(path, folder):
    with recording(path, "s-1", folder, "-c", FULL, str(200_000)) as process:
        said = lines_until(process, "StoreTrouble")
        killed(process, 0.5)
    assert "the disk is full" in said[-1] or "cannot be opened or written" in said[-1]
    kept = [int(line.split()[1]) for line in said if line.startswith("kept")]
    merged(path, folder)
    found = entries_of(path)
    assert found == [entry("s-1", seq) for seq in range(len(found))]
    assert found[-1].seq >= kept[-1]
    assert verify(path, KEY) == []


class Hanging(SessionStore):
    """A disk that does not answer until `answers` is set."""

    answers = threading.Event()

    def write(self, entries, anchors=()):
        self.answers.wait(10.0)
        super().write(entries, anchors)


def test_a_disk_that_hangs_keeps_nothing_from_the_second_place(path, folder, reports):
    Hanging.answers = threading.Event()
    with writing(path, folder, reports, lambda: Hanging.open(path, KEY)) as writer:
        put_all(writer, LINES)
        wait_until(lambda: journaled(folder, path) == LINES)
        wait_until(lambda: reports.of(StoreTrouble))
        assert not reports.of(Committed)
        assert "kept in the second place" in reports.of(StoreTrouble)[0].text
        Hanging.answers.set()
        wait_until(lambda: reports.of(StoreWell))
    assert entries_of(path) == LINES[1:]


class Refusing(SessionStore):
    """Says no a few times."""

    times = 2

    def write(self, entries, anchors=()):
        if Refusing.times:
            Refusing.times -= 1
            raise StoreUnwritable("the stick is full")
        super().write(entries, anchors)


def test_after_trouble_nothing_is_twice(path, folder, reports):
    Refusing.times = 2
    with writing(path, folder, reports, lambda: Refusing.open(path, KEY)) as writer:
        put_all(writer, LINES)
        assert writer.flush(10.0)
    assert entries_of(path) == LINES[1:]
    assert merged(path, folder).lines == 0


def test_a_record_that_was_replaced_is_noticed(path, folder, reports):
    with writing(path, folder, reports) as writer:
        put_all(writer, LINES[:20])
        assert writer.flush(10.0)
        copy = path.with_name("copy.db")
        with SessionStore.open(copy, KEY) as store:
            store.write(LINES[1:20], LINES[:1])
        for side in ("-wal", "-shm"):
            path.with_name(path.name + side).unlink()
        copy.replace(path)
        put_all(writer, LINES[20:])
        wait_until(lambda: reports.of(StoreTrouble))
        assert "was replaced by another file" in reports.of(StoreTrouble)[0].text
        wait_until(lambda: reports.of(StoreWell))
    assert entries_of(path) == LINES[1:]


def test_put_waits_for_neither_place(path, folder, reports):
    Hanging.answers = threading.Event()
    writer = StoreWriter(lambda: Hanging.open(path, KEY), reports, Journal(folder, path, KEY))
    writer.start()
    started = time.monotonic()
    put_all(writer, course(seconds=600))
    took_s = time.monotonic() - started
    Hanging.answers.set()
    writer.stop()
    assert took_s < 1.0
    assert isinstance(entries_of(path)[-1], Entry)
