"""Everything that waits at a chair: its words, its order, what a tap on it does."""

from __future__ import annotations

from dataclasses import replace

import alarm_examples
import during_examples as examples
import pictures
import pytest
from during_examples import GIVING, NOW_S, picture, prompt, view_of
from hypothesis import given
from hypothesis import strategies as st

from monitor.phases import Phase
from monitor.picture import ChairPicture
from monitor.treatment.view import PromptKind, ResumeView
from monitor.wishes import CuffWish, Why
from ui.chair.prompt_item import GRAVE, OPENS, SCORED, Does, Item, Place, Rank, items


def only(shown: ChairPicture) -> Item:
    (item,) = items(view_of(shown))
    return item


def test_what_is_due_later_is_counted_down_and_what_is_due_says_now() -> None:
    assert only(picture(prompt(PromptKind.SEDATION, 130.0))).text == "MOAA/S in 2:10"
    due = only(picture(prompt(PromptKind.SEDATION, -10.0)))
    assert due.text == "MOAA/S now"
    assert "due for" not in due.detail
    assert only(picture(prompt(PromptKind.SEDATION, -70.0))).detail.startswith("due for 1:10")


@pytest.mark.parametrize("kind", PromptKind)
@pytest.mark.parametrize("in_s", [-30.0, 30.0])
def test_every_kind_has_words_and_one_tap(kind: PromptKind, in_s: float) -> None:
    shown = picture(prompt(kind, in_s, "a"), distress_since_s=NOW_S - 30.0)
    item = only(shown)
    assert item.text
    assert item.answers
    assert all(answer.words for answer in item.answers)
    assert (item.rank is Rank.GRAVE) is (kind in GRAVE)
    if kind in OPENS:
        assert Place(item.answers[0].about) is OPENS[kind][1]


@pytest.mark.parametrize("kind", PromptKind)
def test_what_cannot_be_skipped_offers_no_skip(kind: PromptKind) -> None:
    assert only(picture(prompt(kind, -30.0, "a", can_skip=False))).skip == ""
    skipped = only(picture(prompt(kind, -30.0, "a")))
    own_no = any(answer.does is Does.SKIP for answer in skipped.answers)
    assert bool(skipped.skip) is not own_no


def test_distress_asks_for_two_emergencies_and_takes_neither_for_an_answer() -> None:
    item = items(view_of(examples.distressed()))[0]
    does = [(answer.does, answer.about) for answer in item.answers]
    assert does[:2] == [(Does.NOTE, "chest-pain"), (Does.NOTE, "dyspnoea")]
    assert does[2][0] is Does.SKIP
    assert "the arm is still" in item.detail


def test_an_old_symptom_is_named_and_asked_about() -> None:
    item = only(picture(prompt(PromptKind.STILL_PRESENT, -5.0, "b", can_skip=False)))
    assert item.text == "Nausea – still there?"
    assert [(one.does, one.about, one.yes) for one in item.answers] == [
        (Does.STILL, "b", True),
        (Does.STILL, "b", False),
    ]


def test_a_note_that_is_gone_leaves_the_question_standing() -> None:
    item = only(picture(prompt(PromptKind.STILL_PRESENT, -5.0, "gone"), notes=()))
    assert "still there?" in item.text


def test_a_walk_is_counted_down_and_then_asked_about() -> None:
    away = picture(prompt(PromptKind.OFF_MONITOR, 200.0), off_monitor_since_s=NOW_S - 100.0)
    assert only(away).text == "Off the monitor, 3:20 left"
    late = picture(prompt(PromptKind.OFF_MONITOR, -10.0), off_monitor_since_s=NOW_S - 310.0)
    assert only(late).text == "Off the monitor for too long: back?"
    assert only(late).answers[0].does is Does.BACK


def test_the_pump_is_asked_about_and_more_urgently_when_it_was_seen_running() -> None:
    asked = only(picture(giving=replace(GIVING, asks_pump=True)))
    assert asked.text == "Is the pump stopped?"
    assert [(one.does, one.yes) for one in asked.answers] == [
        (Does.PUMP_SEEN, True),
        (Does.PUMP_SEEN, False),
    ]
    seen = only(picture(giving=replace(GIVING, asks_pump=True, pump_runs_on_s=NOW_S - 60)))
    assert seen.urgent
    assert seen.detail.startswith("It was still running at ")


def test_the_volume_of_the_pump_is_asked_for_after_the_end() -> None:
    item = only(examples.over())
    assert item.answers[0].does is Does.OPEN
    assert item.answers[0].about == Place.VOLUME.value


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (ResumeView(needed=True), "0 of 2 so far"),
        (examples.RULE, "1 of 2; the next one counts from "),
        (ResumeView(needed=True, good=2), "name the provider"),
    ],
)
def test_a_pause_says_what_the_rules_still_want(rule: ResumeView, told: str) -> None:
    found = items(view_of(examples.paused(rule, asks_pump=False)))
    assert told in found[0].detail
    assert found[0].text == "Paused for 6:10: go on or stop?"


def test_a_plain_pause_only_reminds() -> None:
    (item,) = items(view_of(examples.paused(ResumeView(), asks_pump=False)))
    assert item.detail == "Look at the patient and at the pump."


def test_a_session_without_the_steps_is_asked_for_no_scores() -> None:
    prompts = [prompt(kind, -30.0, "a") for kind in PromptKind]
    asked = items(view_of(picture(*prompts, flow=False)))
    assert len(asked) == len(PromptKind) - len(SCORED)


def test_nothing_waits_without_a_treatment_or_after_the_end() -> None:
    assert items(view_of(pictures.calm())) == ()
    ended = replace(examples.everything(), phase=Phase.SIGNED)
    assert items(view_of(ended)) == ()


def test_a_wanted_cuff_has_its_place_also_while_the_bar_asks_for_it() -> None:
    assert only(alarm_examples.asking()).rank is Rank.CUFF
    wished = replace(alarm_examples.asking(), wish=CuffWish(Why.SYMPTOM, NOW_S))
    assert items(view_of(wished))[0].rank is Rank.AT_ONCE


@given(st.permutations(list(PromptKind)), st.lists(st.floats(-900, 900), min_size=13, max_size=13))
def test_the_order_depends_on_nothing_but_rank_and_time(
    kinds: list[PromptKind], dues: list[float]
) -> None:
    prompts = [prompt(kind, due, "a") for kind, due in zip(kinds, dues, strict=False)]
    found = items(view_of(picture(*prompts, wish=CuffWish(Why.HEART, NOW_S))))
    keys = [(item.rank, item.due_s) for item in found]
    assert keys == sorted(keys)
    assert found[0].rank is Rank.AT_ONCE
    assert len(found) == len(prompts) + 1
