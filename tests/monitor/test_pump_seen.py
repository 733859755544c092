"""What was seen of the pump, and when its figure is too far from the calculated one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.treatment.pump import Pump


def test_that_it_was_seen_standing_holds_until_it_is_started() -> None:
    pump = Pump()
    pump.seen(10.0, stopped=True)
    assert pump.stands
    pump.started()
    assert not pump.stands


def test_that_it_was_seen_running_is_no_answer() -> None:
    pump = Pump()
    pump.seen(10.0, stopped=False)
    assert (pump.stands, pump.runs_on_at) == (False, 10.0)
    pump.seen(30.0, stopped=True)
    assert (pump.stands, pump.runs_on_at) == (True, None)


@pytest.mark.parametrize(
    ("pump_ml", "calculated_ml", "flagged"),
    [
        (4.2, 4.0, False),
        (3.8, 4.0, False),
        (4.21, 4.0, True),
        (3.79, 4.0, True),
        (0.0, 4.0, True),
        (0.0, 0.0, False),
        (0.5, 0.0, True),
        (4.0, None, False),
        (None, 4.0, False),
    ],
)
def test_more_than_five_per_cent_is_flagged(
    pump_ml: float | None, calculated_ml: float | None, flagged: bool
) -> None:
    assert Pump(volume_ml=pump_ml).flagged(calculated_ml) is flagged


@given(st.floats(0.01, 2000), st.floats(0.01, 2000))
def test_the_gap_is_a_share_of_what_was_calculated(pump_ml: float, calculated_ml: float) -> None:
    gap = Pump(volume_ml=pump_ml).gap(calculated_ml)
    assert gap is not None
    assert calculated_ml * (1 + gap) == pytest.approx(pump_ml, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize(("pump_ml", "calculated_ml"), [(4.0, 0.0), (4.0, None), (None, 4.0)])
def test_without_both_there_is_no_gap(pump_ml: float | None, calculated_ml: float | None) -> None:
    assert Pump(volume_ml=pump_ml).gap(calculated_ml) is None
