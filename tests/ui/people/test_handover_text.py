"""The summary of a chair: what it says, and that nothing open is left out."""

from __future__ import annotations

from dataclasses import replace

import pictures

from monitor.commands import Note, NoteKind
from monitor.picture import ChairPicture, NoteView
from monitor.plan import Plan
from monitor.treatment.view import (
    AnswerView,
    ChecksView,
    GivingView,
    Go,
    PeopleView,
    PromptKind,
    PromptView,
    TreatmentView,
)
from ui.people.handover_text import HandoverFace, handover_face
from ui.view_state import ChairView
from ui.words import say

NOW_S = pictures.calm().now_s


def treatment(**changes: object) -> TreatmentView:
    plain = TreatmentView(
        flow=True,
        giving=GivingView(Plan(0.5, 82.0, 40.0), mg_given=26.8),
        people=PeopleView("Nurse 1"),
    )
    return replace(plain, **changes)


def face(picture: ChairPicture, **changes: object) -> HandoverFace:
    shown = replace(picture, treatment=treatment(**changes))
    return handover_face(ChairView(shown, 0.0, 0.0, pictures.opened()))


def test_a_calm_chair_in_three_lines() -> None:
    made = face(pictures.calm())
    assert made.head == "Chair 2 · J. M. · #20417 · Infusion"
    assert made.course == "26.8 of 41 mg (calculated) · BP 142/86, 1 min ago · no alarms"
    assert made.duties == "cuff in 1:40 · escort: not asked"
    assert (made.owner, made.urgent) == ("Nurse 1", False)


def test_every_open_alarm_is_named_also_an_acknowledged_one() -> None:
    made = face(pictures.paused())
    assert made.urgent
    assert "open: BP 168/101" in made.course


def test_a_symptom_that_stands_is_said() -> None:
    said = Note("n", NoteKind.CHEST_PAIN, "", "Nurse 1")
    note = NoteView(NOW_S - 60.0, said, undone=False, said_s=NOW_S - 60.0)
    made = face(replace(pictures.calm(), notes=(note,)))
    assert say("handover-symptoms", say("note-chest-pain")) in made.course
    assert made.urgent


def test_the_soonest_thing_comes_first_and_what_is_late_is_not_lost() -> None:
    prompts = (
        PromptView("a", PromptKind.SEDATION, NOW_S - 120.0),
        PromptView("b", PromptKind.DISSOCIATION, NOW_S - 30.0),
    )
    made = face(pictures.calm(), prompts=prompts)
    assert made.duties.startswith("sedation score overdue 2:00 · also overdue: dissociation score")


def test_the_escort_is_said_with_her_name_or_that_nobody_was_asked() -> None:
    answer = AnswerView("escort", "named", "her sister", "Nurse 1", 10.0, Go.GO)
    made = face(pictures.calm(), checks=ChecksView(answers=(answer,)))
    assert "escort: Named · her sister" in made.duties


def test_away_in_distress_and_without_names_is_said() -> None:
    made = face(
        pictures.calm(),
        people=PeopleView("Nurse 1", unclaimed=3),
        off_monitor_since_s=NOW_S - 65.0,
        distress_since_s=NOW_S - 5.0,
    )
    assert "off monitor 1:05 · distress" in made.duties
    assert "3 without a name" in made.duties


def test_a_chair_without_drug_and_pressure_says_so() -> None:
    empty = replace(pictures.calm(), numerals={}, mg_given=0.0, next_cuff_at_s=None)
    made = face(empty, giving=GivingView(Plan(None, None, 40.0)))
    assert made.course == "nothing given · no BP yet · no alarms"
    assert made.duties.startswith("nothing is due")
