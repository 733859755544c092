"""What is added after a session is heard by no core, and takes no time of the session."""

from __future__ import annotations

from amended import CUFF, MANUAL, amended, correct, recorded
from chairs import OPENED, cuff

from monitor.alarm_report import report_of
from monitor.amendments import Addendum, Amendment
from monitor.chair import Chair
from monitor.commands import StartInfusion
from monitor.entries import Entry, Published
from monitor.events import Event, Resumed, is_event

HIGH = [cuff(128.0, 79.0), cuff(192.0, 121.0), cuff(194.0, 122.0)]


def lived() -> list[Entry]:
    """What a chair recorded of pressures that raised alarms."""
    entries: list[Entry] = []
    chair = Chair(OPENED, entries.append, lambda _shown: None)
    chair.begin()
    events: list[Event] = [HIGH[0], StartInfusion("RN"), *HIGH[1:]]
    for n, event in enumerate(events):
        chair.take(event, 60.0 * (n + 1))
    return entries


def again(past: list[Entry]) -> list[Entry]:
    """What a fresh chair records that lives through this past, and goes on a minute later."""
    entries: list[Entry] = []
    chair = Chair(OPENED, entries.append, lambda _shown: None)
    chair.relive(past)
    now = past[-1].now_s + 60.0
    chair.take(Resumed(past[-1].now_s), now)
    chair.take(cuff(196.0, 123.0), now + 1.0)
    return entries


def with_amendments(past: list[Entry], *said: Amendment) -> list[Entry]:
    last = past[-1]
    more = [Entry("s-1", last.seq + 1 + n, last.now_s, what) for n, what in enumerate(said)]
    return [*past, *more]


def test_a_session_that_was_corrected_is_lived_through_as_it_was() -> None:
    past = lived()
    seqs = [one.seq for one in past if one.what in HIGH]
    said = [correct(seq, artefact=1.0) for seq in seqs] + [Addendum("x", "RN", 0.0)]
    plain, told = again(past), again(with_amendments(past, *said))
    assert [(one.now_s, one.what) for one in told] == [(one.now_s, one.what) for one in plain]
    assert [one.seq for one in told] == [one.seq + len(said) for one in plain]


def test_the_alarms_and_their_report_stay_what_they_were() -> None:
    past = lived()
    seqs = [one.seq for one in past if one.what in HIGH]
    said = [correct(seq, artefact=1.0) for seq in seqs]
    assert report_of(with_amendments(past, *said)) == report_of(past)


def test_an_amendment_is_no_event_and_makes_no_session_longer() -> None:
    record = amended(correct(MANUAL, sbp=146.0), correct(CUFF, artefact=1.0))
    added = record[len(recorded()) :]
    assert not any(is_event(one.what) for one in added)
    assert {one.now_s for one in added} == {recorded()[-1].now_s}


def test_what_is_shown_of_a_chair_tells_nothing_of_amendments() -> None:
    shown: list[Published] = []
    chair = Chair(OPENED, lambda _entry: None, shown.append)
    chair.relive(with_amendments(lived(), Addendum("x", "RN", 0.0)))
    chair.take(None, 1000.0)
    assert shown[-1].event is None
