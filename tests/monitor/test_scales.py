"""The scales: what a score may be, and what became of it over a course."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.treatment.commands import Scale, Score
from monitor.treatment.scales import (
    SCALES,
    band,
    check,
    remission,
    response,
    self_harm,
)

BY_ITEMS = [scale for scale, facts in SCALES.items() if facts.items]
WITH_TOTAL = [scale for scale, facts in SCALES.items() if not facts.results]


def test_every_scale_has_its_facts() -> None:
    assert set(SCALES) == set(Scale)


@pytest.mark.parametrize("scale", WITH_TOTAL)
def test_a_total_is_taken_within_its_bounds_and_not_outside(scale: Scale) -> None:
    facts = SCALES[scale]
    for total in (facts.low, facts.high):
        assert check(Score(scale, total, "Nurse 1")) is None
    for total in (facts.low - 1, facts.high + 1, None):
        assert check(Score(scale, total, "Nurse 1")) == "score-out-of-range"


@given(st.data())
def test_items_that_add_up_are_taken_and_others_are_not(data: st.DataObject) -> None:
    scale = data.draw(st.sampled_from(BY_ITEMS))
    facts = SCALES[scale]
    item = st.integers(0, facts.item_high)
    items = tuple(data.draw(item) for _ in facts.items)
    total = sum(items)
    assert check(Score(scale, total, "Nurse 1", items)) is None
    other = total + 1 if total < facts.high else total - 1
    assert check(Score(scale, other, "Nurse 1", items)) == "score-sum-differs"
    assert check(Score(scale, total, "Nurse 1", items[:-2])) == "score-items-missing"


def test_an_item_has_its_bounds_too() -> None:
    assert check(Score(Scale.PADSS, 9, "Nurse 1", (3, 2, 2, 1, 1))) == "score-item-out-of-range"
    assert check(Score(Scale.GAD7, 3, "Nurse 1", (-1, 4, 0, 0, 0, 0, 0))) == (
        "score-item-out-of-range"
    )


@pytest.mark.parametrize(
    ("total", "item_nine", "why"),
    [
        (0, 0, None),
        (27, 3, None),
        (3, 3, None),
        (24, 0, None),
        (2, 3, "score-sum-differs"),
        (25, 0, "score-sum-differs"),
        (9, 4, "score-item-out-of-range"),
    ],
)
def test_item_nine_is_kept_beside_a_typed_total(total: int, item_nine: int, why: str) -> None:
    score = Score(Scale.PHQ9, total, "Nurse 1", (item_nine,))
    assert check(score) == why
    assert self_harm(score) == item_nine


def test_the_ninth_of_nine_items_is_the_one_about_self_harm() -> None:
    assert self_harm(Score(Scale.PHQ9, 8, "Nurse 1", (0, 1, 1, 1, 1, 1, 1, 0, 2))) == 2
    assert self_harm(Score(Scale.PHQ9, 8, "Nurse 1")) is None
    assert self_harm(Score(Scale.GAD7, 7, "Nurse 1", (1,) * 7)) is None


def test_a_c_ssrs_is_a_word_and_nothing_else_is() -> None:
    assert check(Score(Scale.CSSRS, None, "Nurse 1", result="intent-or-plan")) is None
    for wrong in (
        Score(Scale.CSSRS, None, "Nurse 1", result="perhaps"),
        Score(Scale.CSSRS, 3, "Nurse 1", result="none"),
        Score(Scale.CSSRS, None, "Nurse 1"),
    ):
        assert check(wrong) == "score-wants-result"
    assert check(Score(Scale.PAIN, 3, "Nurse 1", result="none")) == "score-has-no-result"


@pytest.mark.parametrize("scale", [scale for scale in WITH_TOTAL if SCALES[scale].bands])
def test_every_total_lies_in_one_band_and_a_higher_one_never_in_a_lower(scale: Scale) -> None:
    facts = SCALES[scale]
    names = [name for _from, name in facts.bands]
    places = [names.index(band(scale, total)) for total in range(facts.low, facts.high + 1)]
    assert places == sorted(places)
    assert set(places) == set(range(len(names)))


@pytest.mark.parametrize(
    ("scale", "total", "name"),
    [
        (Scale.PHQ9, 4, "minimal"),
        (Scale.PHQ9, 5, "mild"),
        (Scale.PHQ9, 14, "moderate"),
        (Scale.PHQ9, 19, "moderately-severe"),
        (Scale.PHQ9, 20, "severe"),
        (Scale.GAD7, 9, "mild"),
        (Scale.GAD7, 15, "severe"),
        (Scale.MADRS, 6, "none"),
        (Scale.MADRS, 19, "mild"),
        (Scale.MADRS, 34, "moderate"),
        (Scale.MADRS, 35, "severe"),
        (Scale.CADSS, 4, "none"),
        (Scale.CADSS, 5, "present"),
        (Scale.ALDRETE, 8, "not-yet"),
        (Scale.ALDRETE, 9, "fit"),
    ],
)
def test_the_published_cuts(scale: Scale, total: int, name: str) -> None:
    assert band(scale, total) == name


@given(st.integers(0, 60), st.integers(0, 60))
def test_response_is_half_or_more_gone(first: int, now: int) -> None:
    assert response(first, now) is (first > 0 and now / first <= 0.5 if first else False)


def test_remission_has_a_bound_on_two_scales_only() -> None:
    assert [remission(Scale.PHQ9, total) for total in (4, 5)] == [True, False]
    assert [remission(Scale.MADRS, total) for total in (10, 11)] == [True, False]
    assert remission(Scale.GAD7, 0) is None
