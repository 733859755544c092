"""A record with its corrections in their place: only what they name changes, the newest counts."""

from __future__ import annotations

from dataclasses import replace

from amended import CUFF, LATE, MANUAL, NOTE, OPENING, SECOND, amended, correct, recorded, value_of
from hypothesis import given
from hypothesis import strategies as st

from monitor.amendments import Addendum, Correct, NewValue
from monitor.commands import ManualCuff, Note
from monitor.corrected import artefacts, corrected, entries_corrected, trouble
from monitor.doubted import entries_marked
from monitor.entries import Entry
from monitor.events import Numerics
from monitor.outcomes import CuffUnconfirmed, Refused
from monitor.taken import accepted, entries_taken
from monitor.vitals import CuffResult, Quality, VitalSign

parts = st.sampled_from(
    ["sbp", "dbp", "at", "text", "artefact", "artefact-hr", "weight_kg", "dose_mg", "mg", "score"]
)
values = st.builds(
    NewValue,
    parts,
    st.none() | st.floats(-10.0, 500.0) | st.sampled_from([0.0, 1.0]),
    st.text(max_size=5),
)
corrections = st.builds(
    Correct,
    st.integers(-1, 14),
    st.lists(values, max_size=3).map(tuple),
    st.just("because"),
    st.just("Nurse 1"),
    st.just(0.0),
    last_line=st.none() | st.integers(-1, 14),
)


def test_a_record_without_corrections_is_the_same_record() -> None:
    record = recorded()
    assert entries_corrected(record) is record


def test_the_corrected_value_stands_in_the_place_of_the_original() -> None:
    found = entries_corrected(amended(correct(MANUAL, sbp=146.0)))
    assert found[MANUAL].what == ManualCuff(146.0, 88.0, "RN")
    assert found[MANUAL].now_s == recorded()[MANUAL].now_s


def test_of_several_corrections_of_one_value_the_newest_counts() -> None:
    found = entries_corrected(
        amended(correct(MANUAL, sbp=146.0), correct(MANUAL, dbp=80.0), correct(MANUAL, sbp=144.0))
    )
    assert found[MANUAL].what == ManualCuff(144.0, 80.0, "RN")


@given(st.lists(corrections, max_size=6))
def test_a_correction_never_changes_another_line(said: list[Correct]) -> None:
    record = amended(*said)
    for before, after in zip(record, entries_corrected(record), strict=True):
        assert (before.seq, before.session_id) == (after.seq, after.session_id)
        if not any(one.covers(before.seq) for one in said):
            assert after is before


@given(st.lists(corrections, max_size=6))
def test_what_is_corrected_already_is_corrected_to_the_same_again(said: list[Correct]) -> None:
    once = entries_corrected(amended(*said))
    assert list(entries_corrected(once)) == list(once)


pressures = st.integers(0, 400).map(float)
sensible = st.one_of(
    st.builds(lambda value: correct(MANUAL, sbp=value), pressures),
    st.builds(lambda one, other: correct(LATE, sbp=one, dbp=other), pressures, pressures),
    st.builds(lambda value: correct(MANUAL, artefact=value), st.sampled_from([0.0, 1.0])),
    st.builds(lambda value: correct(OPENING, weight_kg=value), st.floats(40.0, 200.0)),
)


@given(st.lists(sensible, max_size=6), sensible)
def test_what_may_be_said_changes_its_line_and_what_may_not_would_change_nothing(
    said: list[Correct], more: Correct
) -> None:
    record = amended(*said)
    wrong = trouble(record, more)
    assert wrong is None or wrong.reason == "amend-the-same"
    changed = value_of(amended(*said, more), more.line) != value_of(record, more.line)
    assert changed == (wrong is None)


def test_a_pressure_marked_as_artefact_counts_nowhere_and_stays() -> None:
    record = amended(correct(MANUAL, sbp=146.0), correct(MANUAL, artefact=1.0))
    found = entries_corrected(record)[MANUAL]
    assert found.what == CuffResult(146.0, 88.0, None, None, "manual", Quality.ARTEFACT)
    back = entries_corrected([*record, replace(record[-1], what=correct(MANUAL, artefact=0.0))])
    assert back[MANUAL].what == ManualCuff(146.0, 88.0, "RN")


def test_a_value_that_is_corrected_after_it_was_marked_is_both() -> None:
    found = entries_corrected(amended(correct(MANUAL, artefact=1.0), correct(MANUAL, sbp=146.0)))
    assert found[MANUAL].what == CuffResult(146.0, 88.0, None, None, "manual", Quality.ARTEFACT)


def test_a_run_of_seconds_is_marked_and_only_the_sign_that_is_named() -> None:
    said = replace(correct(SECOND, **{"artefact-hr": 1.0}), last_line=SECOND + 1)
    for entry in entries_corrected(amended(said)):
        if isinstance(entry.what, Numerics):
            marked = {one.sign for one in entry.what.readings if one.quality is Quality.ARTEFACT}
            assert marked == ({VitalSign.HR} if said.covers(entry.seq) else set())


def test_a_late_pressure_moves_to_its_corrected_moment() -> None:
    found = entries_taken(amended(correct(LATE, at=2100.0)))
    assert next(one.now_s for one in found if one.seq == LATE) == 2100.0


def test_every_reader_gets_the_corrected_record() -> None:
    record = amended(correct(MANUAL, sbp=146.0))
    for reader in (accepted, entries_taken, entries_marked):
        assert next(one for one in reader(record) if one.seq == MANUAL).what.sbp == 146.0


def test_what_a_repeat_did_not_confirm_is_worth_what_a_person_said_of_it() -> None:
    """The outcome itself stays about the result that it was about."""
    record = recorded()
    doubt = Entry("s-1", len(record), 2500.0, CuffUnconfirmed(record[CUFF].now_s))
    quality = {one.seq: one.what.quality for one in entries_marked([*record, doubt])
               if isinstance(one.what, CuffResult)}  # fmt: skip
    assert quality[CUFF] is Quality.UNCONFIRMED
    vouched = amended(correct(CUFF, artefact=1.0), correct(CUFF, artefact=0.0), after=[doubt])
    found = next(one for one in entries_marked(vouched) if one.seq == CUFF)
    assert found.what == record[CUFF].what


def test_lines_that_are_artefacts_of_one_sign_are_named() -> None:
    said = [
        replace(correct(5, **{"artefact-hr": 1.0}), last_line=9),
        correct(7, **{"artefact-hr": 0.0}),
        correct(8, **{"artefact-spo2": 1.0}),
    ]
    assert artefacts(said, VitalSign.HR) == {5, 6, 8, 9}
    assert artefacts(said, VitalSign.SPO2) == {8}


# ---- what is refused ----------------------------------------------------------------------------


def reason(said: Correct | Addendum, *before: Correct) -> str:
    wrong = trouble(amended(*before), said)
    return "" if wrong is None else wrong.reason


def test_a_correction_says_who_why_and_something_new() -> None:
    good = correct(MANUAL, sbp=146.0)
    assert reason(good) == ""
    assert reason(replace(good, by=" ")) == "amend-nobody"
    assert reason(replace(good, reason=" ")) == "amend-no-reason"
    assert reason(replace(good, values=())) == "amend-no-value"
    assert reason(correct(MANUAL, sbp=164.0)) == "amend-the-same"
    assert reason(good, good) == "amend-the-same"


def test_only_what_a_person_entered_has_values_that_can_be_wrong() -> None:
    assert reason(correct(99, sbp=146.0)) == "amend-no-line"
    assert reason(correct(CUFF, sbp=146.0)) == "amend-not-this"
    assert reason(correct(CUFF, artefact=1.0)) == ""
    assert reason(correct(SECOND, **{"artefact-spo2": 1.0})) == ""
    assert reason(correct(SECOND, hr=70.0)) == "amend-not-this"


def test_a_value_that_cannot_be_is_refused() -> None:
    assert reason(correct(MANUAL, sbp=1460.0)) == "amend-impossible"
    assert reason(correct(MANUAL, sbp=146.5)) == "amend-impossible"
    assert reason(correct(OPENING, weight_kg=8.2)) == "amend-impossible"
    assert reason(Correct(MANUAL, (NewValue("sbp", None, "146"),), "x", "RN", 0.0)) == (
        "amend-impossible"
    )


def test_a_moment_lies_within_the_session_and_not_after_it_was_entered() -> None:
    entered = recorded()[LATE].now_s
    assert reason(correct(LATE, at=entered + 1.0)) == "amend-impossible"
    assert reason(correct(LATE, at=-1.0)) == "amend-impossible"
    assert reason(correct(LATE, at=0.0)) == ""


def test_what_was_refused_then_did_not_happen_and_cannot_be_corrected() -> None:
    record = recorded()
    more = [
        Entry("s-1", len(record), 2600.0, ManualCuff(170.0, 99.0, "RN")),
        Entry("s-1", len(record) + 1, 2600.0, Refused("manual-cuff", "over")),
    ]
    wrong = trouble([*record, *more], correct(len(record), sbp=150.0))
    assert wrong is not None
    assert wrong.reason == "amend-not-this"


def test_only_marks_are_about_a_run_of_lines() -> None:
    run = replace(correct(SECOND, **{"artefact-hr": 1.0}), last_line=SECOND + 1)
    assert reason(run) == ""
    assert reason(run, run) == "amend-the-same"
    assert reason(replace(run, last_line=SECOND - 1)) == "amend-no-line"
    assert reason(replace(run, last_line=SECOND + 10**6)) == "amend-no-line"
    assert reason(replace(correct(MANUAL, sbp=146.0), last_line=MANUAL)) == "amend-not-this"


def test_an_addendum_has_a_text_and_a_line_that_is_there() -> None:
    good = Addendum("it was the left arm", "RN", 0.0, about=NOTE)
    assert reason(good) == reason(replace(good, about=None)) == ""
    assert reason(replace(good, text=" \n")) == "amend-no-text"
    assert reason(replace(good, text="x" * 2001)) == "amend-no-text"
    assert reason(replace(good, about=99)) == "amend-no-line"


def test_one_line_is_corrected_alone() -> None:
    entry = recorded()[NOTE]
    assert corrected(entry, []) is entry
    changed = corrected(entry, [correct(NOTE, text="mild")])
    assert isinstance(changed.what, Note)
    assert changed.what.text == "mild"
