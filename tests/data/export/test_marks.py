from __future__ import annotations

from hypothesis import given
from past_treatments import Played, drawn, iv_treatment, opened, wasted
from record_examples import sessions

from data.export.marks import LONGEST, Mark, session_marks
from monitor.commands import Note, NoteKind
from monitor.entries import Entry
from monitor.vitals import CuffResult, Quality


def marks(*said: tuple[float, object]) -> list[Mark]:
    told = sorted((*iv_treatment(drawn(50.0), wasted(10.0)), *said), key=lambda one: one[0])
    return list(session_marks(Played(opened(), told).entries))  # type: ignore[arg-type]


def test_what_was_done_is_told_in_the_names_of_the_record() -> None:
    told = marks()
    assert Mark(30.0, "draw-drug mg=50 lot=L1 expiry=2031-01") in told
    assert Mark(2500.0, "waste-drug mg=10 lot=L1 witness=Nurse 2") in told
    assert Mark(60.0, "phase-changed before=baseline after=treating") in told


def test_a_cuff_result_is_one_mark_with_its_doubt() -> None:
    told = marks((200.0, CuffResult(142.0, 84.0, None, 77.0, "d", Quality.AGE_UNKNOWN)))
    assert Mark(200.0, "nibp 142/84 pulse 77 age-unknown") in told


def test_what_came_late_stands_where_it_happened() -> None:
    note = Note("n-1", NoteKind.NAUSEA, "", "AK", ago_s=120.0)
    (told,) = [one for one in marks((600.0, note)) if one.text.startswith("note ")]
    assert told.t_s == 480.0


def test_a_long_text_ends_with_an_ellipsis() -> None:
    note = Note("n-1", NoteKind.NAUSEA, "word " * 200, "AK")
    (told,) = [one.text for one in marks((600.0, note)) if one.text.startswith("note ")]
    assert len(told) == LONGEST
    assert told.endswith("…")


@given(entries=sessions())
def test_marks_are_in_order_and_each_a_line(entries: list[Entry]) -> None:
    told = list(session_marks(entries))
    assert [one.t_s for one in told] == sorted(one.t_s for one in told)
    for one in told:
        assert one.text
        assert len(one.text.splitlines()) == 1
