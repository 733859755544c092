"""What can be corrected of a session that is shown, and what becomes of what was typed."""

from __future__ import annotations

from corrected_examples import CUFF, MANUAL, NOTE, amended_record, correct

from monitor.amendments import Addendum, Amendment, Correct, NewValue
from ui.review.correction_draft import Draft, Row, Subject, stepped
from ui.review.line import Line
from ui.review.timeline import timeline

OPENING = 0
ABOUT = Subject("Manual BP 144/88", MANUAL)


def draft(*said: Amendment, chosen: int | None = None, cursor_s: float | None = None) -> Draft:
    """With this line of the list chosen."""
    record = amended_record(*said)
    return Draft(record, line_of(record.entries, chosen), cursor_s)


def line_of(entries: object, seq: int | None) -> Line | None:
    return next((one for one in timeline(entries) if one.seq == seq), None)  # type: ignore[arg-type]


def row(found: list[Row], part: str) -> Row:
    return next(one for one in found if one.part == part)


def test_offered_are_the_chosen_line_the_near_cuff_and_the_plan() -> None:
    found = draft(chosen=MANUAL, cursor_s=1795.0).subjects(addendum=False)
    assert [one.seq for one in found] == [MANUAL, CUFF, OPENING]
    assert found[1].name == "Cuff 168/101 mmHg · 16:43"
    assert found[2].name == "Weight and dose"


def test_a_line_without_a_value_that_can_be_wrong_takes_an_addendum_only() -> None:
    entries = amended_record().entries
    phase = next(one for one in timeline(entries) if one.text == "Infusion started")
    one = Draft(amended_record(), phase, None)
    assert phase.seq not in {each.seq for each in one.subjects(addendum=False)}
    assert [each.seq for each in one.subjects(addendum=True)] == [phase.seq, None]


def test_nothing_near_the_cursor_is_nothing_to_offer() -> None:
    found = draft(cursor_s=4800.0).subjects(addendum=True)
    assert [one.seq for one in found] == [None]


def test_the_rows_show_what_counts_now() -> None:
    one = draft(correct(MANUAL, sbp=146.0), correct(MANUAL, artefact=1.0))
    found = one.rows(ABOUT)
    assert [each.part for each in found] == ["sbp", "dbp", "at", "artefact"]
    assert [each.text for each in found] == ["146", "88", "16:53", "1"]
    assert row(found, "sbp").unit == "mmHg"
    assert row(found, "artefact").choices[1] == ("1", "Artefact")


def test_only_what_was_changed_is_said() -> None:
    said, sentence = draft().correction(ABOUT, {"sbp": "146", "dbp": "88"}, " typed wrong ")
    assert sentence == ""
    assert said == Correct(MANUAL, (NewValue("sbp", 146.0),), "typed wrong", "?", 0.0)


def test_a_moment_is_typed_by_the_clock_of_the_place() -> None:
    said, _sentence = draft().correction(ABOUT, {"at": "16:41"}, "late")
    assert said is not None
    ((_part, at_s),) = [(one.part, one.number) for one in said.values]
    assert at_s is not None
    assert 1600.0 < at_s < 1720.0
    for wrong in ("25:00", "1601", "16:75", ""):
        said, sentence = draft().correction(ABOUT, {"at": wrong}, "late")
        assert said is None
        assert "Time" in sentence


def test_what_cannot_be_is_said_before_anybody_is_asked_for_a_pin() -> None:
    one = draft()
    for typed, words in (
        ({}, "Nothing was changed yet."),
        ({"sbp": "1460"}, "Systolic cannot be 1460"),
        ({"sbp": "high"}, "Systolic cannot be high"),
        ({"sbp": "nan"}, "Systolic cannot be nan"),
        ({"at": "18:59"}, "Time is not within the session"),
    ):
        said, sentence = one.correction(ABOUT, typed, "typed wrong")
        assert said is None
        assert sentence.startswith(words)
    assert one.correction(ABOUT, {"sbp": "146"}, " ") == (
        None,
        "Say why; the reason stays with the correction.",
    )


def test_a_text_and_a_mark_are_corrected_like_numbers() -> None:
    said, _sentence = draft().correction(Subject("Dissociation", NOTE), {"text": "mild"}, "why")
    assert said is not None
    assert said.values == (NewValue("text", None, "mild"),)
    said, _sentence = draft().correction(Subject("Cuff", CUFF), {"artefact": "1"}, "moved")
    assert said is not None
    assert said.values == (NewValue("artefact", 1.0),)


def test_an_addendum_says_what_it_is_about() -> None:
    one = draft()
    assert one.addendum(ABOUT, " left arm ") == (Addendum("left arm", "?", 0.0, about=MANUAL), "")
    assert one.addendum(Subject("all", None), "well")[0] == Addendum("well", "?", 0.0)
    said, sentence = one.addendum(ABOUT, " ")
    assert said is None
    assert "2000" in sentence


def test_a_press_steps_a_number_and_a_time() -> None:
    sbp = row(draft().rows(ABOUT), "sbp")
    at = row(draft().rows(ABOUT), "at")
    assert (stepped(sbp, "144", 1), stepped(sbp, "144", -1)) == ("145", "143")
    assert stepped(sbp, "high", 1) == "high"
    assert (stepped(at, "16:59", 1), stepped(at, "00:00", -1)) == ("17:00", "23:59")
    weight = row(draft().rows(Subject("plan", OPENING)), "weight_kg")
    assert stepped(weight, "82", 1) == "82.5"
    note = row(draft().rows(Subject("note", NOTE)), "text")
    assert stepped(note, "mild", 1) == "mild"
