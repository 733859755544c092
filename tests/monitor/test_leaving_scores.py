"""The criteria of leaving that are scored, or measured standing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from leaving_examples import ENDED, MIN, better, scored, stood

from monitor.treatment.leaving import FRESH_S, LeavingFacts
from monitor.treatment.leaving_scores import dissociation, fitness, sedation, standing

OLD = replace(ENDED, stand_because=("age",))


@pytest.mark.parametrize(("score", "fits"), [(5, True), (4, False), (0, False)])
def test_only_somebody_fully_awake_leaves(score: int, fits: bool) -> None:
    assert sedation(scored((119, "moaa-s", score))).met is fits


@pytest.mark.parametrize(("score", "fits"), [(0, True), (1, True), (2, False), (4, False)])
def test_dissociation_is_over_or_nearly(score: int, fits: bool) -> None:
    assert dissociation(scored((119, "dissociation", score))).met is fits


def test_a_cadss_is_not_asked_for_and_does_not_count() -> None:
    assert dissociation(scored((119, "cadss", 0))).met is None


@pytest.mark.parametrize(
    ("given_scores", "fits"),
    [
        ([(119, "aldrete", 9)], True),
        ([(119, "padss", 10)], True),
        ([(119, "aldrete", 8)], False),
        ([(110, "aldrete", 8), (119, "padss", 9)], True),
        ([(110, "padss", 10), (119, "aldrete", 7)], False),
        ([], None),
    ],
)
def test_aldrete_or_padss_and_the_newest_of_both_counts(
    given_scores: list[tuple[float, str, int]], fits: bool | None
) -> None:
    assert fitness(scored(*given_scores)).met is fits


def test_a_good_score_ages_and_a_bad_one_does_not_get_better_by_that() -> None:
    late = 119 * MIN + FRESH_S + 1.0
    assert sedation(replace(scored((119, "moaa-s", 5)), now=late)).met is None
    assert sedation(replace(scored((119, "moaa-s", 3)), now=late)).met is False


@given(
    st.lists(st.tuples(st.integers(51, 119), st.integers(0, 10)), min_size=1, max_size=6),
    st.integers(1, 10),
)
def test_a_worse_newest_score_never_lets_anybody_go(given_scores, by) -> None:
    earlier = [(minute, "aldrete", total) for minute, total in given_scores]
    newest = max(earlier)
    worse = (119.5, "padss", newest[2] - by)
    same = (119.5, "padss", newest[2])
    before, after = fitness(scored(*earlier, same)).met, fitness(scored(*earlier, worse)).met
    assert better(after) <= better(before)


# ---- standing


def standing_with(*what: object) -> LeavingFacts:
    return replace(OLD, stood=what)


def test_both_minutes_are_wanted() -> None:
    assert standing(OLD).met is None
    only_one = standing(standing_with(stood(1, 120, 75)))
    assert only_one.met is None
    assert ("leave-stand-missing", "3") in only_one.evidence
    assert standing(standing_with(stood(1, 120, 75), stood(3, 118, 74))).met is True


@pytest.mark.parametrize(
    ("sbp", "dbp", "ill", "why"),
    [
        (104, 76, False, "leave-stand-fell"),
        (124, 66, False, "leave-stand-fell"),
        (89, 70, False, "leave-stand-low"),
        (120, 75, True, "leave-stand-symptoms"),
    ],
)
def test_what_makes_standing_fail(sbp: float, dbp: float, ill: bool, why: str) -> None:
    line = standing(standing_with(stood(1, 120, 75), stood(3, sbp, dbp, ill=ill)))
    assert line.met is False
    assert (why,) in line.evidence


def test_the_edge_of_a_fall() -> None:
    assert standing(standing_with(stood(1, 105, 67), stood(3, 105, 67))).met is True


def test_one_bad_minute_fails_before_the_other_was_measured() -> None:
    assert standing(standing_with(stood(1, 90, 76))).met is False


def test_standing_again_replaces_what_was_measured() -> None:
    again = standing_with(stood(1, 100, 70, at=100), stood(1, 120, 75), stood(3, 119, 75))
    assert standing(again).met is True


def test_standing_long_ago_is_no_evidence() -> None:
    before = standing_with(stood(1, 120, 75, at=80), stood(3, 118, 74, at=82))
    assert standing(before).met is None


def test_it_is_said_why_it_is_asked_for() -> None:
    assert standing(OLD).evidence[0] == ("leave-stand-age",)
