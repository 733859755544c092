"""A measurement that fails is one failure, with the reason as far as the monitor can tell it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from virtual_bedside import S1, heard_of

from devices.registry import DRIVERS
from devices.simulated.monitors.catalogue import VIRTUAL_MONITORS
from devices.simulated.scenario.parts import ScriptedCuff
from devices.simulated.scenario.scenario import scenario_named
from monitor.events import Heard
from monitor.vitals import CuffFailed, CuffFailure, CuffResult, VitalSign

WITH_CUFF = [name for name in VIRTUAL_MONITORS if VitalSign.SBP in DRIVERS[name].signs]
FAILED = CuffFailure.FAILED
TOLD: dict[str, dict[CuffFailure, CuffFailure]] = {
    "par-nibp2010": {reason: reason for reason in CuffFailure},
    "berry-pm6750": {reason: reason for reason in CuffFailure},
    "and-tm2657": {reason: reason for reason in CuffFailure} | {CuffFailure.CANCELLED: FAILED},
    # A leak is a pump-up time-out, a movement a time-out of one pressure.
    "dinamap": {
        CuffFailure.LEAK: CuffFailure.TIMEOUT,
        CuffFailure.MOVEMENT: CuffFailure.TIMEOUT,
        CuffFailure.TIMEOUT: CuffFailure.TIMEOUT,
        CuffFailure.OVERPRESSURE: CuffFailure.OVERPRESSURE,
    },
}
"""What each monitor has a code for; everything else is a plain failure."""


def heard(name: str, *cuffs: ScriptedCuff, until: float) -> list[tuple[float, Heard]]:
    return heard_of(name, replace(S1, cuff=cuffs), until)


APART_S = 110.0
"""A failing cycle takes 90 s, and the slowest monitor shows for 10 s that it failed."""


def reasons_of(name: str) -> tuple[CuffFailure, ...]:
    return tuple(CuffFailure) if name in TOLD else (CuffFailure.MOVEMENT, CuffFailure.LEAK)


@pytest.mark.parametrize("name", WITH_CUFF)
def test_a_failed_cuff_is_one_failure_with_its_reason_and_no_result(name: str) -> None:
    reasons = reasons_of(name)
    ends_s = [100.0 + APART_S * number for number in range(len(reasons) + 1)]
    failing = [ScriptedCuff(at, failure=why) for at, why in zip(ends_s, reasons, strict=False)]
    said = heard(name, *failing, ScriptedCuff(ends_s[-1], sbp=150, dbp=90), until=ends_s[-1] + 8.0)
    failures = [(at, what.reason) for at, what in said if isinstance(what, CuffFailed)]
    told = TOLD.get(name, {})
    assert failures == [
        (pytest.approx(at + 2.5, abs=4.0), told.get(why, FAILED))
        for at, why in zip(ends_s, reasons, strict=False)
    ]
    results = [what.sbp for at, what in said if isinstance(what, CuffResult) and at > 20.0]
    assert results == [150.0]


@pytest.mark.parametrize("name", WITH_CUFF)
def test_a_repeat_with_the_numbers_from_before_the_failure_is_a_result(name: str) -> None:
    said = heard(
        name,
        ScriptedCuff(60.0, sbp=150, dbp=90, pulse=80),
        ScriptedCuff(60.0 + APART_S, failure=CuffFailure.MOVEMENT),
        ScriptedCuff(60.0 + 2 * APART_S, sbp=150, dbp=90, pulse=80),
        until=68.0 + 2 * APART_S,
    )
    results = [what.sbp for at, what in said if isinstance(what, CuffResult) and at > 20.0]
    assert results == [150.0, 150.0]


@pytest.mark.parametrize(
    ("name", "told_s", "within_s"),
    [("ge-dash", 1.0, 2.0), ("ge-s5", 6.0, 6.0)],
    ids=["ge-dash", "ge-s5"],
)
def test_the_failed_cuffs_of_a_scenario_are_one_failure_each_and_no_number(
    name: str, told_s: float, within_s: float
) -> None:
    """They end at 1800 s and at 2100 s; `told_s` later the program hears of it."""
    said = heard_of(name, scenario_named("S14"), 2300.0)
    failed = [at for at, what in said if isinstance(what, CuffFailed)]
    assert failed == [pytest.approx(end + told_s, abs=within_s) for end in (1800.0, 2100.0)]
    assert not [at for at, what in said if isinstance(what, CuffResult) and 1600 < at < 2300]
