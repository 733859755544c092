"""The cuff of an IntelliVue: one event a measurement, and never an old one as a new one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from philips_intellivue_wire import (
    CLOCK,
    NUMERICS,
    created,
    cuff_pulse,
    nbp,
    polled,
    system,
    value,
)

from devices.drivers.philips_intellivue import DRIVER, IntelliVueSession
from devices.drivers.philips_intellivue.cuff import (
    FAILED_AFTER_CYCLES,
    WAIT_FOR_MEAN_CYCLES,
    Cuff,
)
from devices.errors import ContentError
from devices.session import DeviceEvent
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    Quality,
)

SOURCE = DRIVER.source
OPENED_AT = 1000.0
EMPTY: tuple[None, None, None] = (None, None, None)
INVALID, UNAVAILABLE, EARLY, ONGOING = 0x8000, 0x2000, 0x0040, 0x0020


class Bedside:
    """A monitor whose clock shows 10:00 when its line is opened, at 1000 s of ours."""

    def __init__(self, *, clock: bool = True) -> None:
        self.session = IntelliVueSession(SOURCE)
        self.session.opened(OPENED_AT)
        if clock:
            self.session.receive(created(system(CLOCK, at_s=500.0)), OPENED_AT)

    def shows(self, after_s: float, *things: bytes) -> list[DeviceEvent]:
        """One round of numerics, so many seconds after the line was opened."""
        told = polled(NUMERICS, things, at_s=500.0 + after_s)
        return list(self.session.receive(told, OPENED_AT + after_s))


def at(after_s: float) -> datetime:
    """What the monitor's clock shows then."""
    return CLOCK + timedelta(seconds=after_s)


def cuffs(events: Sequence[DeviceEvent]) -> list[CuffResult | CuffFailed]:
    return [event for event in events if isinstance(event, CuffResult | CuffFailed)]


def qualities(events: Sequence[DeviceEvent]) -> list[Quality]:
    return [event.quality for event in events if isinstance(event, CuffResult)]


# ---- once each, and how old ---------------------------------------------------------------------


def test_a_result_is_said_once_however_often_it_is_repeated() -> None:
    bedside = Bedside()
    said = [e for s in range(600) for e in bedside.shows(s, nbp([120, 80, 93], at(-60.0)))]
    assert len(cuffs(said)) == 1


def test_a_result_from_before_the_line_was_opened_is_marked_so() -> None:
    shown = Bedside().shows(1.0, nbp([120, 80, 93], at(-60.0)))
    assert cuffs(shown) == [
        CuffResult(
            120.0, 80.0, 93.0, None, SOURCE, Quality.BEFORE_SESSION, 61.0, "2026-01-15T09:59:00"
        )
    ]


def test_a_result_of_three_weeks_ago_is_never_good_whenever_it_appears() -> None:
    bedside = Bedside()
    old = datetime(2021, 3, 29, 12, 46, 18)  # noqa: DTZ001
    for second in range(100):
        bedside.shows(second, nbp(EMPTY, old, state=UNAVAILABLE))
    assert qualities(bedside.shows(100.0, nbp([120, 80, 93], old))) == [Quality.BEFORE_SESSION]


def test_a_result_that_was_measured_now_is_good_and_knows_its_age() -> None:
    bedside = Bedside()
    bedside.shows(1.0, nbp(EMPTY, at(-900.0), state=UNAVAILABLE))
    shown = bedside.shows(60.0, nbp([120, 80, 93], at(58.0)), cuff_pulse(71, at(58.0)))
    assert cuffs(shown) == [
        CuffResult(120.0, 80.0, 93.0, 71.0, SOURCE, Quality.GOOD, 2.0, "2026-01-15T10:00:58")
    ]


def test_a_new_stamp_is_a_new_result_even_with_the_same_pressures() -> None:
    bedside = Bedside()
    bedside.shows(1.0, nbp([120, 80, 93], at(-60.0)))
    assert qualities(bedside.shows(300.0, nbp([120, 80, 93], at(299.0)))) == [Quality.GOOD]


def test_a_measurement_made_while_the_line_was_away_is_found() -> None:
    bedside = Bedside()
    bedside.shows(1.0, nbp([120, 80, 93], at(-60.0)))
    bedside.session.opened(OPENED_AT + 590.0)
    assert cuffs(bedside.shows(600.0, nbp([120, 80, 93], at(-60.0)))) == []
    shown = bedside.shows(601.0, nbp([131, 84, 99], at(300.0)))
    assert [e.age_s for e in shown if isinstance(e, CuffResult)] == [301.0]
    assert qualities(shown) == [Quality.GOOD]


def test_without_the_monitors_clock_the_first_result_is_of_unknown_age() -> None:
    bedside = Bedside(clock=False)
    assert qualities(bedside.shows(1.0, nbp([120, 80, 93], at(-60.0)))) == [Quality.AGE_UNKNOWN]
    assert qualities(bedside.shows(300.0, nbp([131, 84, 99], at(299.0)))) == [Quality.AGE_UNKNOWN]
    assert qualities(bedside.shows(301.0, nbp([140, 84, 99], at(300.0)))) == [Quality.GOOD]


def test_without_the_clock_a_result_that_came_while_we_looked_is_good() -> None:
    bedside = Bedside(clock=False)
    bedside.shows(1.0, nbp(EMPTY, at(-60.0), state=UNAVAILABLE))
    assert qualities(bedside.shows(2.0, nbp([120, 80, 93], at(1.0)))) == [Quality.GOOD]


def test_a_stamp_from_the_future_tells_no_age() -> None:
    bedside = Bedside()
    shown = bedside.shows(1.0, nbp([120, 80, 93], at(7200.0)))
    assert [(e.quality, e.age_s) for e in shown if isinstance(e, CuffResult)] == [
        (Quality.AGE_UNKNOWN, None)
    ]


@pytest.mark.parametrize("stamp", [None])
def test_without_stamps_a_change_or_an_emptiness_makes_a_result_new(stamp: None) -> None:
    bedside = Bedside(clock=False)
    shown = [nbp([120, 80, 93], stamp)] * 3
    shown += [nbp([121, 80, 93], stamp)] * 3
    shown += [nbp(EMPTY, stamp, state=UNAVAILABLE), nbp([121, 80, 93], stamp)]
    said = [cuffs(bedside.shows(second, thing)) for second, thing in enumerate(shown)]
    assert [len(results) for results in said] == [1, 0, 0, 1, 0, 0, 0, 1]


# ---- what belongs to a result -------------------------------------------------------------------


def test_an_early_indication_is_not_a_result() -> None:
    bedside = Bedside()
    bedside.shows(1.0, nbp(EMPTY, at(-900.0), state=UNAVAILABLE))
    for second in range(30):
        assert not cuffs(bedside.shows(30 + second, nbp([180, None, None], at(30.0), state=EARLY)))
    said = bedside.shows(61.0, nbp([128, 79, 95], at(60.0)))
    assert [e.sbp for e in said if isinstance(e, CuffResult)] == [128.0]


def test_a_result_without_a_mean_waits_for_it() -> None:
    bedside = Bedside()
    assert not cuffs(bedside.shows(1.0, nbp([120, 80, None], at(0.5))))
    said = bedside.shows(2.0, nbp([120, 80, 93], at(0.5)))
    assert [e.map for e in said if isinstance(e, CuffResult)] == [93.0]
    assert not cuffs(bedside.shows(3.0, nbp([120, 80, None], at(0.5))))


def test_a_mean_that_never_comes_does_not_hold_the_result_for_ever() -> None:
    bedside = Bedside()
    said = [cuffs(bedside.shows(s, nbp([120, 80, None], at(0.5)))) for s in range(1, 20)]
    assert [len(results) for results in said].index(1) == WAIT_FOR_MEAN_CYCLES
    assert sum(map(len, said)) == 1


@pytest.mark.parametrize("partial", [[120, None, 93], [None, 80, 93], [None, None, 93]])
def test_a_part_of_a_result_is_none(partial: list[int | None]) -> None:
    bedside = Bedside()
    assert not [e for s in range(1, 30) for e in cuffs(bedside.shows(s, nbp(partial, at(0.5))))]


def test_the_pulse_of_another_measurement_is_left_out() -> None:
    shown = Bedside().shows(60.0, nbp([120, 80, 93], at(58.0)), cuff_pulse(71, at(-400.0)))
    assert [e.pulse for e in shown if isinstance(e, CuffResult)] == [None]


def test_a_pulse_in_the_next_linked_frame_belongs_to_the_result() -> None:
    bedside = Bedside()
    first = polled(NUMERICS, [nbp([120, 80, 93], at(58.0))], at_s=560.0, link=(1, 1))
    second = polled(NUMERICS, [cuff_pulse(71, None)], at_s=560.0, link=(3, 2))
    assert not cuffs(bedside.session.receive(first, OPENED_AT + 60.0))
    said = bedside.session.receive(second, OPENED_AT + 60.0)
    assert [e.pulse for e in said if isinstance(e, CuffResult)] == [71.0]


def test_kilopascals_become_millimetres() -> None:
    told = nbp([160, 105, 123], at(58.0), unit=0x0F03, exponent=-1)
    said = [e for e in Bedside().shows(60.0, told) if isinstance(e, CuffResult)]
    assert [(e.sbp, e.dbp, e.map) for e in said] == [(120.0, 78.8, 92.3)]


def test_a_cuff_of_telemetry_is_a_cuff() -> None:
    said = Bedside().shows(60.0, nbp([120, 80, 93], at(58.0), physio=0xF0A1))
    assert [e.sbp for e in said if isinstance(e, CuffResult)] == [120.0]


@pytest.mark.parametrize(
    ("state", "quality"),
    [(0x4000, Quality.POOR), (0x0400, Quality.DEMO), (0x0800, Quality.DEMO)],
)
def test_the_state_marks_the_result(state: int, quality: Quality) -> None:
    assert qualities(Bedside().shows(60.0, nbp([120, 80, 93], at(58.0), state=state))) == [quality]


@pytest.mark.parametrize("state", [INVALID, UNAVAILABLE, 0x1000])
def test_pressures_under_a_bad_state_are_no_result(state: int) -> None:
    assert not cuffs(Bedside().shows(60.0, nbp([120, 80, 93], at(58.0), state=state)))


@pytest.mark.parametrize("pressures", [[80, 120, 93], [400, 80, 120], [80, 80, 80]])
def test_impossible_pressures_are_one_error_and_no_result(pressures: list[int | None]) -> None:
    bedside = Bedside()
    said = [e for s in range(1, 5) for e in bedside.shows(s, nbp(pressures, at(0.5)))]
    assert not cuffs(said)
    assert len([event for event in said if isinstance(event, ContentError)]) == 1


def test_a_cuff_in_an_unknown_unit_is_an_error_and_the_heart_rate_goes_on() -> None:
    said = Bedside().shows(1.0, nbp([120, 80, 93], at(0.5), unit=0x1234), value(0x4182, 70))
    assert not cuffs(said)
    assert isinstance(said[0], ContentError)
    assert len(said) == 2


# ---- while it measures, and when it fails -------------------------------------------------------


def test_measuring_and_its_end_are_said_once_each_and_the_old_values_never() -> None:
    bedside = Bedside()
    old = at(-60.0)
    bedside.shows(1.0, nbp([120, 80, 93], old))
    said = [
        e for s in range(2, 30) for e in bedside.shows(s, nbp([120, 80, 93], old, state=ONGOING))
    ]
    said += bedside.shows(30.0, nbp([131, 84, 99], at(29.0)))
    assert [event.kind for event in said if isinstance(event, DeviceNote)] == [
        DeviceNoteKind.MEASURING,
        DeviceNoteKind.IDLE,
    ]
    assert [e.sbp for e in said if isinstance(e, CuffResult)] == [131.0]


def test_a_measurement_that_ends_in_invalid_values_failed_once() -> None:
    bedside = Bedside()
    bedside.shows(1.0, nbp([120, 80, 93], at(-60.0)))
    bedside.shows(2.0, nbp(EMPTY, at(-60.0), state=INVALID | ONGOING))
    said = [cuffs(bedside.shows(40 + s, nbp(EMPTY, at(-60.0), state=INVALID))) for s in range(9)]
    assert [event for events in said for event in events] == [
        CuffFailed(CuffFailure.FAILED, SOURCE)
    ]
    assert said.index([CuffFailed(CuffFailure.FAILED, SOURCE)]) == FAILED_AFTER_CYCLES - 1


def test_invalid_values_under_a_new_stamp_are_a_failed_measurement() -> None:
    bedside = Bedside()
    bedside.shows(1.0, nbp([120, 80, 93], at(-60.0)))
    said = [e for s in range(9) for e in bedside.shows(40 + s, nbp(EMPTY, at(39), state=INVALID))]
    assert cuffs(said) == [CuffFailed(CuffFailure.FAILED, SOURCE)]


def test_values_that_come_a_moment_after_the_end_are_a_result_and_no_failure() -> None:
    bedside = Bedside()
    bedside.shows(1.0, nbp(EMPTY, at(-60.0), state=INVALID | ONGOING))
    bedside.shows(30.0, nbp(EMPTY, at(-60.0), state=INVALID))
    said = [e for s in range(31, 40) for e in bedside.shows(s, nbp([131, 84, 99], at(30.0)))]
    assert [type(event) for event in cuffs(said)] == [CuffResult]


@pytest.mark.parametrize("state", [INVALID, UNAVAILABLE])
def test_a_cuff_that_never_ran_did_not_fail(state: int) -> None:
    bedside = Bedside()
    said = [e for s in range(30) for e in bedside.shows(s, nbp(EMPTY, at(-60.0), state=state))]
    assert said == []


def test_a_round_without_a_cuff_says_nothing_of_it() -> None:
    assert Cuff(SOURCE).cycle_ended(0.0, None, demo=False) == []
