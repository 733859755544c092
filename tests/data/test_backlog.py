import random

from data.backlog import Backlog, Put
from monitor.commands import Note, NoteKind
from monitor.entries import Entry
from monitor.vitals import Wave, WaveChunk
from tests.data.record_examples import alarm, second, start_anchor

CHUNK = WaveChunk(Wave.ECG, 250.0, "mV", (0.0,))
VALUES = second(0, random.Random(1))


def put(what, seq=0):
    return Put(Entry("s-1", seq, 0.0, what), float(seq))


def test_the_oldest_comes_first_and_says_since_when_it_waits():
    backlog = Backlog()
    assert backlog.oldest_at is None
    for seq in range(5):
        backlog.add(put(VALUES, seq))
    assert [one.what.seq for one in backlog.first(3)] == [0, 1, 2]
    backlog.drop(2)
    assert (len(backlog), backlog.oldest_at) == (3, 2.0)


def test_waves_are_given_up_first_then_values_and_never_what_people_did():
    backlog = Backlog(hold=4, hold_waves=2)
    note = Note("n", NoteKind.NAUSEA, "", "RN")
    for what in (CHUNK, CHUNK, CHUNK, VALUES, VALUES, VALUES, note, alarm(181.0)):
        backlog.add(put(what))
    backlog.add(Put(start_anchor(), 0.0))
    kept = [one.what.what for one in backlog.first(6)]
    assert kept == [CHUNK, CHUNK, VALUES, VALUES, note, alarm(181.0)]
    assert len(backlog) == 7
    assert backlog.given_up == 2
