"""PM6750: the cuff, from its beginning to its one result."""

from __future__ import annotations

import pytest
from berry_pm6750_wire import DONE, MEASURING, STOPPED, cuff

from devices.drivers.berry_pm6750 import DRIVER, PM6750Session
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


def opened(at: float = 0.0) -> PM6750Session:
    session = PM6750Session(SOURCE)
    session.opened(at)
    return session


def listen(*frames: bytes, at: float = 1.0) -> list[DeviceEvent]:
    session = opened()
    return [event for one in frames for event in session.receive(one, at)]


def cuffs(events: list[DeviceEvent]) -> list[CuffResult | CuffFailed]:
    return [event for event in events if isinstance(event, CuffResult | CuffFailed)]


def result(sbp: int, dbp: int, mean: int | None, quality: Quality) -> CuffResult:
    return CuffResult(sbp, dbp, mean, None, SOURCE, quality)


def test_a_result_that_is_there_when_we_connect_is_never_judged() -> None:
    done = cuff(DONE, 118, 91, 76)
    assert cuffs(listen(done, done, done)) == [result(118, 76, 91, Quality.AGE_UNKNOWN)]


def test_the_same_pressures_after_another_measurement_are_a_new_result() -> None:
    cycle = (cuff(MEASURING), cuff(MEASURING), cuff(DONE, 118, 91, 76), cuff(DONE, 118, 91, 76))
    assert cuffs(listen(*cycle, *cycle)) == [result(118, 76, 91, Quality.GOOD)] * 2


def test_a_result_waits_until_all_of_it_is_there() -> None:
    steps = [cuff(MEASURING), cuff(DONE), cuff(DONE, 118, 0, 0), cuff(DONE, 118, 0, 76)]
    assert cuffs(listen(*steps)) == []
    assert cuffs(listen(*steps, cuff(DONE, 118, 91, 76))) == [result(118, 76, 91, Quality.GOOD)]


def test_a_measurement_that_never_gives_pressures_has_failed() -> None:
    assert cuffs(listen(cuff(MEASURING), *[cuff(DONE)] * 20)) == [
        CuffFailed(CuffFailure.FAILED, SOURCE)
    ]


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (2, CuffFailure.CANCELLED),
        (3, CuffFailure.OVERPRESSURE),
        (4, CuffFailure.LEAK),
        (5, CuffFailure.TIMEOUT),
        (6, CuffFailure.FAILED),
        (7, CuffFailure.MOVEMENT),
        (8, CuffFailure.FAILED),
    ],
)
def test_a_failed_measurement_is_said_once_and_its_old_pressures_never(
    state: int, reason: CuffFailure
) -> None:
    failed = cuff(state, 118, 91, 76)
    assert cuffs(listen(cuff(MEASURING), failed, failed, failed)) == [CuffFailed(reason, SOURCE)]


def test_a_cuff_that_rests_stopped_was_not_cancelled() -> None:
    stopped, done = cuff(STOPPED), cuff(DONE, 118, 91, 76)
    assert cuffs(listen(stopped)) == []
    assert cuffs(listen(cuff(MEASURING), done, stopped, stopped)) == [
        result(118, 76, 91, Quality.GOOD)
    ]


def test_the_old_result_behind_a_cancelled_measurement_is_not_new() -> None:
    done = cuff(DONE, 118, 91, 76)
    events = listen(cuff(MEASURING), done, cuff(MEASURING), cuff(STOPPED), done)
    assert [type(event) for event in cuffs(events)] == [CuffResult, CuffFailed]


def test_a_state_that_does_not_exist_is_an_error() -> None:
    assert [type(event) for event in listen(cuff(12, 118, 91, 76))] == [ContentError]


@pytest.mark.parametrize(("sbp", "mean", "dbp"), [(76, 91, 118), (90, 90, 90), (255, 1, 255)])
def test_impossible_pressures_are_one_error_and_no_result(sbp: int, mean: int, dbp: int) -> None:
    wrong = cuff(DONE, sbp, mean, dbp)
    events = listen(cuff(MEASURING), wrong, wrong)
    assert not cuffs(events)
    assert len([event for event in events if isinstance(event, ContentError)]) == 1


def test_the_neonatal_mode_is_said_once() -> None:
    events = listen(*[cuff(MEASURING, mode=3)] * 3, cuff(MEASURING, mode=1))
    assert [event.kind for event in events if isinstance(event, DeviceNote)] == [
        DeviceNoteKind.NEONATAL_MODE,
        DeviceNoteKind.MEASURING,
        DeviceNoteKind.ADULT_MODE,
    ]


@pytest.mark.parametrize(
    ("away_s", "quality"), [(30.0, Quality.GOOD), (600.0, Quality.AGE_UNKNOWN)]
)
def test_a_measurement_that_ended_while_the_line_was_away_is_as_old_as_it_may_be(
    away_s: float, quality: Quality
) -> None:
    session = opened()
    done = cuff(DONE, 118, 91, 76)
    for one, at in ((cuff(MEASURING), 5.0), (done, 6.0), (cuff(MEASURING), 10.0)):
        list(session.receive(one, at))
    session.opened(10.0 + away_s)
    events = list(session.receive(done, 10.0 + away_s))
    assert cuffs(events) == [result(118, 76, 91, quality)]
