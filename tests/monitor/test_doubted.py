"""Which cuff results of a record were not confirmed, worked out when it is read."""

from __future__ import annotations

from chairs import Bench, cuff

from monitor.commands import ManualCuff
from monitor.doubted import entries_marked, unconfirmed
from monitor.entries import Entry
from monitor.events import Event
from monitor.outcomes import CuffUnconfirmed, Outcome
from monitor.vitals import CuffResult, Quality


def record(*whats: tuple[float, Event | Outcome]) -> list[Entry]:
    return [Entry("s-1", seq, at, what) for seq, (at, what) in enumerate(whats)]


def qualities(entries: list[Entry]) -> list[Quality]:
    return [
        entry.what.quality
        for entry in entries_marked(entries)
        if isinstance(entry.what, CuffResult)
    ]


def test_the_result_of_that_moment_is_marked_and_no_row_is_changed() -> None:
    rows = record((300.0, cuff(206, 124)), (360.0, cuff(142, 88)), (360.0, CuffUnconfirmed(300.0)))
    assert unconfirmed(rows) == {0}
    assert qualities(rows) == [Quality.UNCONFIRMED, Quality.GOOD]
    assert rows[0].what == cuff(206, 124)
    assert len(list(entries_marked(rows))) == len(rows)


def test_a_pressure_by_hand_can_be_doubted_too_and_stays_one() -> None:
    rows = record((300.5, ManualCuff(206, 124, "AK")), (360.0, CuffUnconfirmed(300.5)))
    (marked, _outcome) = entries_marked(rows)
    assert marked.what == CuffResult(206, 124, None, None, "manual", Quality.UNCONFIRMED)


def test_a_pressure_that_was_entered_late_is_never_the_one_that_is_meant() -> None:
    late, soon = ManualCuff(206, 124, "AK", 61.0), ManualCuff(206, 124, "AK", 30.0)
    rows = record((300.0, late), (300.0, soon), (360.0, CuffUnconfirmed(300.0)))
    assert unconfirmed(rows) == {1}
    assert [entry.now_s for entry in entries_marked(rows)] == [300.0, 270.0, 360.0]


def test_of_several_of_one_moment_the_earliest_that_is_not_marked_is_meant() -> None:
    rows = record(
        (0.0, cuff(206, 124)),
        (0.0, cuff(150, 90)),
        (0.0, CuffUnconfirmed(0.0)),
        (0.0, cuff(120, 80)),
    )
    assert unconfirmed(rows) == {0}
    assert unconfirmed([*rows, Entry("s-1", 9, 0.0, CuffUnconfirmed(0.0))]) == {0, 1}


def test_a_result_that_is_not_judged_is_never_the_one_that_is_meant() -> None:
    rows = record(
        (10.0, cuff(206, 124, Quality.BEFORE_SESSION)),
        (10.0, cuff(186, 110)),
        (60.0, CuffUnconfirmed(10.0)),
    )
    assert unconfirmed(rows) == {1}


def test_an_outcome_about_a_moment_without_a_result_marks_nothing() -> None:
    rows = record((10.0, cuff(186, 110)), (60.0, CuffUnconfirmed(11.0)))
    assert unconfirmed(rows) == frozenset()


def test_what_the_chair_doubts_and_what_the_record_says_is_the_same() -> None:
    bench = Bench()
    bench.feed(300.0, cuff(206, 124))
    bench.feed(380.0, cuff(142, 88))
    bench.feed(700.0, cuff(186, 112))
    bench.feed(760.0, cuff(140, 80))
    told = sorted([*bench.fed, *bench.said], key=lambda pair: pair[0])
    rows = record(*told)
    marked = {rows[seq].now_s for seq in unconfirmed(rows)}
    assert marked == {300.0, 700.0}
    assert marked == {one.at for one in bench.core.state.latest.cuffs if one.doubted}
    assert bench.of(CuffUnconfirmed) == [CuffUnconfirmed(300.0), CuffUnconfirmed(700.0)]
