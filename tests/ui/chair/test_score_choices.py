"""What a score can be in words, and a sheet of items while it is filled in."""

from __future__ import annotations

import during_examples as examples
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.treatment.commands import Scale, Score
from monitor.treatment.scales import MOAAS, SCALES, check
from ui.chair.score_choices import (
    BY_ITEMS,
    BY_TOTAL,
    OTHERS,
    QUICK,
    Sheet,
    band_words,
    choices,
    last_scores,
    over_the_course,
)
from ui.words import SENTENCES, say

ITEMISED = sorted(BY_ITEMS)


def test_every_scale_has_one_place_and_one_way() -> None:
    assert {*QUICK, *OTHERS} == {MOAAS, *(scale.value for scale in Scale)}
    for scale in (*QUICK, *OTHERS):
        ways = [bool(choices(scale)), scale in BY_ITEMS | BY_TOTAL]
        assert sum(ways) == 1, scale


@pytest.mark.parametrize("scale", [one for one in (*QUICK, *OTHERS) if choices(one)])
def test_every_choice_is_a_score_that_the_core_takes(scale: str) -> None:
    for choice in choices(scale):
        assert choice.text
        assert choice.short
        if scale != MOAAS:
            assert check(Score(Scale(scale), choice.total, "", (), choice.result)) is None
    totals = [choice.total for choice in choices(scale) if choice.total is not None]
    assert len(set(totals)) == len(totals)
    if scale == MOAAS:
        assert totals == [5, 4, 3, 2, 1, 0]


@pytest.mark.parametrize("scale", ITEMISED)
def test_every_item_and_every_answer_has_words(scale: str) -> None:
    sheet = Sheet.of(scale)
    for place, item in enumerate(sheet.items):
        assert f"item-{scale}-{item}" in SENTENCES
        assert f"item-short-{scale}-{item}" in SENTENCES
        answers = sheet.ask(place).answers()
        assert {points for points, _words in answers} == set(
            range(SCALES[Scale(scale)].item_high + 1)
        )


@given(scale=st.sampled_from(ITEMISED), data=st.data())
def test_a_filled_sheet_is_a_score_that_the_core_takes(scale: str, data: st.DataObject) -> None:
    sheet = Sheet.of(scale)
    high = SCALES[Scale(scale)].item_high
    asked = []
    while sheet.answered is None:
        asked.append(sheet.at)
        sheet = sheet.give(data.draw(st.integers(0, high)))
    assert sorted(asked) == list(range(len(sheet.items)))
    assert check(Score(Scale(scale), sheet.total, "", sheet.answered)) is None


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 3)), max_size=30))
def test_an_answer_can_be_changed_and_only_that_one_changes(
    given_: list[tuple[int, int]],
) -> None:
    sheet, meant = Sheet.of(Scale.PHQ9), {}
    for place, points in given_:
        sheet = sheet.ask(place).give(points)
        meant[place] = points
    known = {place: points for place, points in enumerate(sheet.points) if points is not None}
    assert known == meant
    assert sheet.total == sum(meant.values())
    assert (sheet.answered is None) is (len(meant) < 9)


def test_the_next_item_without_an_answer_is_asked() -> None:
    sheet = Sheet.of(Scale.ALDRETE).ask(3).give(2)
    assert sheet.at == 4
    assert sheet.give(2).at == 0


def test_a_total_says_what_it_means() -> None:
    assert band_words(Scale.PHQ9, 17) == "Moderately severe"
    assert band_words(MOAAS, 5) == ""


def test_response_and_remission_are_said_where_the_course_is_known() -> None:
    assert over_the_course(Scale.PHQ9, 4, 18) == "response (first 18) · Remission"
    assert over_the_course(Scale.PHQ9, 9, 18) == "response (first 18)"
    assert over_the_course(Scale.PHQ9, 12, 18) == "first 18"
    assert over_the_course(Scale.MADRS, 10, None) == say("score-remission")
    assert over_the_course(Scale.PHQ9, 12, None) == ""
    assert over_the_course(Scale.PAIN, 1, 9) == ""
    assert over_the_course(MOAAS, 5, 5) == ""


def test_the_newest_score_of_a_scale_is_told_with_its_time() -> None:
    last = last_scores(examples.view_of(examples.picture()))
    assert last["moaa-s"].startswith("5 · ")
    assert last["c-ssrs"].startswith("Intent, plan · ")
    assert "pain" not in last
