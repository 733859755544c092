from __future__ import annotations

import pytest

from monitor.commands import Note, NoteKind, UndoNote
from monitor.treatment.commands import (
    UNCLAIMED,
    Distress,
    EndNote,
    GiveDrug,
    OffMonitor,
    SkipPrompt,
    StillPresent,
)
from monitor.treatment.prompts import prompt_id
from monitor.treatment.view import PromptKind
from tests.ui.past_examples import NURSE, OTHER, PROVIDER, Recorded
from ui.review.line import Kind
from ui.review.note_lines import prompt_name

NAUSEA = Note("n", NoteKind.NAUSEA, "", NURSE)


def test_a_note_says_how_long_it_lasted_and_its_end_is_a_line() -> None:
    record = Recorded().started().say(900.0, NAUSEA).say(1800.0, EndNote("n", OTHER, 300.0))
    assert not record.refusals()
    assert record.told(601.0) == [
        (900.0, "Nausea", "by Nurse 1 · for 10 min"),
        (1500.0, "Nausea is over", "by Nurse 2 · entered 30:00"),
    ]
    assert next(one for one in record.lines() if one.text == "Nausea").until_s == 1500.0


def test_a_note_that_is_taken_back_takes_its_end_with_it() -> None:
    record = Recorded().started().say(900.0, NAUSEA).say(960.0, EndNote("n", NURSE))
    record.say(965.0, UndoNote("n", NURSE))
    assert not record.refusals()
    struck = [(one.text, one.struck) for one in record.lines() if one.at_s > 800.0]
    assert struck == [("Nausea", True), ("Nausea is over", True)]


def test_what_was_taken_back_behind_a_locked_screen_says_so() -> None:
    record = Recorded().started().say(900.0, NAUSEA).say(905.0, UndoNote("n", UNCLAIMED))
    assert record.told()[-1][2] == "by Nurse 1 · taken back, without a name"


@pytest.mark.parametrize(
    ("still", "text"), [(True, "Chest pain: still there"), (False, "Chest pain: no longer there")]
)
def test_the_answer_about_an_older_symptom_is_told(still: bool, text: str) -> None:
    pain = Note("p", NoteKind.CHEST_PAIN, "", NURSE, 1000.0)
    record = Recorded().started().say(2000.0, pain).say(2060.0, StillPresent("p", still, NURSE))
    assert not record.refusals()
    begun, answer = (line for line in record.told() if "Chest pain" in line[1])
    assert begun[0] == 1000.0
    assert "entered 33:20" in begun[2]
    assert answer == (2060.0, text, "by Nurse 1")
    assert ("for 17 min" in begun[2]) is not still


def test_another_drug_is_told_as_it_was_said_with_who_ordered_it() -> None:
    drug = GiveDrug("Ondansetron", "4", "mg", "IV", PROVIDER, NURSE, 600.0)
    bare = GiveDrug("Midazolam", "", "", "", "", NURSE)
    record = Recorded().started().say(1800.0, drug, bare)
    assert not record.refusals()
    assert record.told(601.0) == [
        (
            1200.0,
            "Ondansetron 4 mg IV given",
            "ordered by Provider 1 · by Nurse 1 · entered 30:00",
        ),
        (1800.0, "Midazolam given", "by Nurse 1"),
    ]


def test_distress_and_a_walk_are_told_with_their_ends() -> None:
    record = Recorded().started()
    record.say(900.0, Distress(NURSE)).say(960.0, Distress(NURSE, over=True))
    record.say(1000.0, OffMonitor(NURSE)).say(1100.0, OffMonitor(NURSE, back=True))
    assert not record.refusals()
    assert [line[1] for line in record.told(601.0)] == [
        "Distress",
        "Calm again",
        "Off the monitor, escorted",
        "Back at the chair",
    ]


def test_what_was_skipped_says_what_and_why() -> None:
    due_s = 600.0 + 15 * 60.0
    prompt = prompt_id(PromptKind.SEDATION, due_s)
    record = Recorded().started().say(due_s + 5.0, SkipPrompt(prompt, "skip-just-done", NURSE))
    assert not record.refusals()
    assert record.told()[-1][1:] == ("Skipped: MOAA/S", "Just done · by Nurse 1")


@pytest.mark.parametrize("kind", list(PromptKind))
def test_everything_that_can_be_asked_for_has_a_name(kind: PromptKind) -> None:
    if kind not in {PromptKind.STILL_PRESENT, PromptKind.OFF_MONITOR}:  # cannot be skipped
        name = prompt_name(prompt_id(kind, 1.0, "about"))
        assert name != kind.value
        assert "{" not in name


def test_off_the_monitor_is_a_gap_from_going_to_coming_back() -> None:
    record = Recorded().started()
    record.say(1000.0, OffMonitor(NURSE)).say(1100.0, OffMonitor(NURSE, back=True))
    (gap,) = (one for one in record.lines() if one.kind is Kind.GAP and one.at_s == 1000.0)
    assert gap.until_s == 1100.0
