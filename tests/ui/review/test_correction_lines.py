"""What the list of events says of corrections and addenda."""

from __future__ import annotations

from corrected_examples import CUFF, MANUAL, NOTE, SECOND, UTC, amended, correct

from monitor.amendments import Addendum, Amendment
from monitor.events import Numerics
from tests.ui.page_sessions import example_entries
from ui.review.computed import computed
from ui.review.correction_lines import about_text, when_text
from ui.review.line import Kind, Line
from ui.review.statistics import statistics
from ui.review.timeline import timeline

WHEN = when_text(UTC, 120)


def told(*said: Amendment) -> list[Line]:
    return timeline(amended(*said))


def changed(*said: Amendment) -> list[Line]:
    """The lines that the example has not."""
    before = timeline(example_entries("a"))
    return [line for line in told(*said) if line not in before]


def test_without_amendments_the_list_is_as_it_was() -> None:
    assert told() == timeline(example_entries("a"))


def test_the_original_is_struck_through_and_the_new_value_says_who_when_and_why() -> None:
    old, new = changed(correct(MANUAL, sbp=146.0))
    assert (old.text, old.struck) == ("Manual BP 144/88", True)
    assert (new.text, new.struck) == ("Manual BP 146/88", False)
    assert f"corrected {WHEN} by Nurse 1 · “typed wrong”" in new.detail
    assert "corrected" not in old.detail


def test_every_correction_of_a_line_is_shown_oldest_first() -> None:
    lines = changed(
        correct(MANUAL, sbp=146.0), correct(MANUAL, "again", "Nurse 2", sbp=148.0, at=2300.0)
    )
    assert [(line.at_s, line.text, line.struck) for line in lines] == [
        (2300.0, "Manual BP 148/88", False),
        (2400.0, "Manual BP 144/88", True),
        (2400.0, "Manual BP 146/88", True),
    ]
    assert "Nurse 2 · “again”" in lines[0].detail
    assert "Nurse 1 · “typed wrong”" in lines[2].detail


def test_no_other_line_changes() -> None:
    before, after = timeline(example_entries("a")), told(correct(NOTE, text="mild"))
    assert [line for line in before if line.seq != NOTE] == [
        line for line in after if line.seq != NOTE
    ]


def test_a_reading_marked_as_artefact_gets_a_struck_line() -> None:
    (line,) = changed(correct(CUFF, "movement", artefact=1.0))
    assert (line.text, line.struck, line.at_s) == ("Cuff 168/101 mmHg", True, 1800.0)
    assert f"marked as artefact {WHEN} by Nurse 1 · “movement”" in line.detail


def test_a_mark_that_is_taken_back_strikes_nothing_and_both_are_said() -> None:
    (line,) = changed(correct(CUFF, artefact=1.0), correct(CUFF, by="Nurse 2", artefact=0.0))
    assert not line.struck
    assert "marked as artefact" in line.detail
    assert f"not an artefact, said {WHEN} by Nurse 2" in line.detail


def test_a_pressure_by_hand_that_is_an_artefact_stays_as_a_line_of_its_own() -> None:
    lines = changed(correct(MANUAL, sbp=146.0), correct(MANUAL, artefact=1.0))
    assert [(line.text, line.struck) for line in lines] == [
        ("Manual BP 144/88", True),
        ("Manual BP 146/88", True),
    ]


def test_a_second_and_the_opening_get_lines_by_being_corrected() -> None:
    (second,) = changed(correct(SECOND, **{"artefact-hr": 1.0}))
    assert second.struck
    assert second.text.startswith("HR: ")
    old, new = changed(correct(0, weight_kg=80.0))
    assert (old.text, new.text) == ("Weight: 82 kg", "Weight: 80 kg")
    assert old.struck
    assert not new.struck


def test_an_addendum_stands_at_its_line_or_at_the_end() -> None:
    about = Addendum("it was the left arm", "Nurse 3", UTC, 120, MANUAL)
    (line,) = changed(about)
    assert (line.text, line.struck) == ("Manual BP 144/88", False)
    assert f"addendum {WHEN} by Nurse 3: “it was the left arm”" in line.detail
    (last,) = changed(Addendum("all well", "Nurse 3", UTC, 120))
    assert (last.kind, last.text, last.at_s) == (Kind.NOTE, "Addendum", 7200.0)
    assert "all well" in last.detail
    assert about_text(about) in line.detail


def test_an_addendum_about_what_has_no_line_is_not_lost() -> None:
    for line in (CUFF, SECOND, 0):
        (shown,) = changed(Addendum("look here", "Nurse 3", UTC, 120, line))
        assert "look here" in shown.detail
        assert shown.text


def test_the_numbers_follow_and_the_alarms_stay_what_they_were() -> None:
    before, after = statistics(amended()), statistics(amended(correct(CUFF, artefact=1.0)))
    assert (before.cuffs, after.cuffs) == (13, 12)
    assert (before.peak_dbp.value, after.peak_dbp.value) == (101.0, 100.0)
    assert before.alarms == after.alarms
    weight = correct(0, weight_kg=50.0)
    assert statistics(amended(weight)).mg_given == before.mg_given
    assert computed(amended(correct(MANUAL, sbp=200.0))) != computed(amended())


def test_the_seconds_that_are_artefacts_are_in_no_number() -> None:
    entries = amended()
    fastest = max(
        (one for one in entries if isinstance(one.what, Numerics)),
        key=lambda one: one.what.readings[0].value,
    )
    peak = statistics(entries).peak_hr.value
    after = statistics(amended(correct(fastest.seq, **{"artefact-hr": 1.0}))).peak_hr
    assert (after.value, after.at_s) != (peak, fastest.now_s)
