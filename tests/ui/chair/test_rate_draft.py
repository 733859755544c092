"""Another rate of the pump, a step at a time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.plan import RATE_MG_PER_MIN
from ui.chair.rate_draft import RateDraft, step_text

LOW, HIGH = RATE_MG_PER_MIN


def test_it_is_stepped_as_the_pump_shows_it() -> None:
    draft = RateDraft.of(1.025, 1.0)
    assert draft.lines() == ("61.5 mL/h", "1.025 mg/min")
    assert draft.steps == (-10.0, -1.0, 1.0, 10.0)
    assert draft.stepped(-10.0).lines()[0] == "51.5 mL/h"
    assert draft.halved().lines()[1] == "0.512 mg/min"


def test_small_rates_have_small_steps() -> None:
    draft = RateDraft.of(1.025, 10.0)
    assert draft.steps == (-1.0, -0.1, 0.1, 1.0)
    assert draft.stepped(-0.1).lines()[0] == "6.05 mL/h"


def test_without_a_concentration_it_is_in_mg_per_minute_alone() -> None:
    draft = RateDraft.of(1.025, None)
    assert draft.ml_per_h is None
    assert draft.lines() == ("1.025 mg/min", "61.5 mg/h")
    assert draft.stepped(0.1).mg_per_min == pytest.approx(1.125)


@pytest.mark.parametrize(("step", "text"), [(-10.0, "−10"), (0.1, "+0.1"), (0.01, "+0.01")])
def test_a_step_says_what_it_adds(step: float, text: str) -> None:
    assert step_text(step) == text


@given(
    rate=st.floats(LOW, HIGH),
    concentration=st.none() | st.sampled_from([0.5, 1.0, 10.0, 50.0]),
    places=st.lists(st.integers(0, 3), max_size=40),
)
def test_no_step_leads_out_of_what_a_pump_can_give(
    rate: float, concentration: float | None, places: list[int]
) -> None:
    draft = RateDraft.of(rate, concentration)
    for place in places:
        draft = draft.stepped(draft.steps[place])
        assert LOW <= draft.mg_per_min <= HIGH


@given(rate=st.floats(0.05, 10.0), place=st.integers(2, 3))
def test_a_step_up_and_a_step_down_lead_back(rate: float, place: int) -> None:
    draft = RateDraft.of(rate, 1.0)
    there = draft.stepped(draft.steps[place])
    back = there.stepped(-draft.steps[place])
    assert back.mg_per_min == pytest.approx(rate, abs=draft.coarse / 10 / 60)
