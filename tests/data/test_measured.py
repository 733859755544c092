"""A pressure as the count of the library keeps it."""

from __future__ import annotations

from dataclasses import replace

from data.measured import Measured
from monitor.amendments import Correct, NewValue
from monitor.commands import ManualCuff
from monitor.vitals import CuffResult, Quality

CUFF = CuffResult(168.0, 101.0, None, None, "device:ivy-450c")
MANUAL = ManualCuff(164.0, 88.0, "RN")


def said(**values: float) -> Correct:
    told = tuple(NewValue(name, value) for name, value in values.items())
    return Correct(7, told, "why", "RN", 0.0)


def test_it_counts_as_it_was_recorded_until_something_is_said() -> None:
    one = Measured(60_000, 7, CUFF).weighed()
    assert (one.sbp, one.dbp, one.quality) == (168.0, 101.0, Quality.GOOD)


def test_it_counts_as_corrected() -> None:
    one = Measured(60_000, 7, MANUAL, said=(said(sbp=146.0), said(artefact=1.0))).weighed()
    assert (one.sbp, one.dbp, one.quality) == (146.0, 88.0, Quality.ARTEFACT)


def test_what_a_repeat_did_not_confirm_is_doubted_until_a_person_vouches_for_it() -> None:
    doubted = Measured(60_000, 7, CUFF, doubted=True).weighed()
    assert doubted.quality is Quality.UNCONFIRMED
    vouched = replace(doubted, said=(said(artefact=1.0), said(artefact=0.0))).weighed()
    assert vouched.quality is Quality.GOOD


def test_a_repeat_is_about_a_good_and_current_pressure_once() -> None:
    assert Measured(60_000, 7, CUFF).doubtable
    assert not Measured(60_000, 7, CUFF, doubted=True).doubtable
    assert not Measured(60_000, 7, MANUAL, late=True).doubtable
    artefact = replace(CUFF, quality=Quality.ARTEFACT)
    assert not Measured(60_000, 7, artefact).doubtable
