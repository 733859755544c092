"""Which curves are laid over one another, by themselves."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.overlays import Outline, Overlay
from tests.data.past_treatments import NOON_UTC_S, PATIENT
from ui.review.compared import Compared, Sign, compared
from ui.review.overlay_lines import (
    AFTER_S,
    BEFORE_S,
    LEAST_S,
    LONGEST_S,
    Asked,
    labelled,
    lines_of,
    span_of,
)

VALUES = Asked(Sign.SBP)
INK, GROUND = "#ffffff", "#000000"


def session(number: int, *points: tuple[float, float]) -> Compared:
    outline = Outline(f"s-{number}", NOON_UTC_S, 0, True, (), ())
    (bare,) = compared(Overlay(PATIENT, (outline,)))
    return replace(bare, number=number, curves={**bare.curves, Sign.SBP: tuple(points)})


def test_without_sessions_the_axis_is_half_an_hour_long() -> None:
    assert lines_of((), "", VALUES, INK, GROUND) == ()
    assert span_of(()) == (0.0, LEAST_S + AFTER_S)


def test_a_session_without_values_is_no_line() -> None:
    assert lines_of([session(1)], "s-1", VALUES, INK, GROUND) == ()
    one = session(1, (0.0, 120.0))
    assert lines_of([one], "s-1", Asked(Sign.SBP, change=True), INK, GROUND) == ()


@given(
    st.lists(
        st.tuples(st.floats(-9e4, 9e4), st.floats(40, 260)), min_size=1, max_size=40, unique=True
    )
)
def test_every_value_near_the_drug_is_in_exactly_one_run(
    points: list[tuple[float, float]],
) -> None:
    ordered = sorted(points)
    lines = lines_of([session(1, *ordered)], "", VALUES, INK, GROUND)
    near = [point for point in ordered if -BEFORE_S <= point[0] <= LONGEST_S]
    if not near:
        assert lines == ()
        return
    (line,) = lines
    assert list(line.points) == near
    assert [point for run in line.runs for point in run] == list(line.points)
    for run in line.runs:
        assert all(after[0] - before[0] <= 1200.0 for before, after in itertools.pairwise(run))
    from_s, to_s = span_of([line])
    assert from_s <= 0.0 < to_s


@pytest.mark.parametrize(("most", "numbers"), [(9, [1, 2, 4, 3]), (2, [4, 3]), (1, [3]), (0, [3])])
def test_the_strong_one_and_the_newest_are_labelled(most: int, numbers: list[int]) -> None:
    sessions = [session(number, (0.0, 120.0)) for number in range(1, 5)]
    lines = lines_of(sessions, "s-3", VALUES, INK, GROUND)
    assert [line.session.number for line in labelled(lines, most)] == numbers
