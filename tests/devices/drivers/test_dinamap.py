from __future__ import annotations

import pytest
from dinamap_bench import NO_OXIMETER, NO_RATE, SOURCE, Bench, cuff, cuffs, listen, result

from devices.checksum import dinamap_sum
from devices.drivers.dinamap import REQUESTS, DinamapSession
from devices.errors import ContentError, ProtocolError
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    Quality,
    SignalLost,
)

# ---- asking -------------------------------------------------------------------------------------


def test_it_asks_for_cuff_rate_and_oximeter_in_turn_each_second() -> None:
    session = DinamapSession(SOURCE)
    assert session.opened(10.0) == b""
    sent = []
    for step in range(25):
        now = 10.0 + step / 10
        if data := session.due(now):
            sent.append((now, data))
            session.receive({b"N": cuff(5), b"R": NO_RATE, b"O": NO_OXIMETER}[data[1:2]], now)
    asked = [b" NA!2\r", b" RA!6\r", b" OA!3\r"]
    assert [data for _, data in sent] == asked * 3
    assert [now for now, data in sent if data == asked[0]] == [10.0, 11.0, 12.0]


def test_the_next_question_waits_for_the_reply_and_gives_up_after_three_seconds() -> None:
    session = DinamapSession(SOURCE)
    session.opened(0.0)
    assert session.due(0.0) == REQUESTS["NA"]
    assert session.due(2.99) == b""
    assert session.due(3.0) == REQUESTS["RA"]
    assert session.receive(NO_RATE, 3.1)[0] == ProtocolError("no reply to NA within 3 s")


@pytest.mark.parametrize("away_s", [4.0, 60.0, 600.5])
def test_a_monitor_that_comes_back_is_heard_within_two_seconds(away_s: float) -> None:
    bench = Bench()
    bench.round(0.0, cuff(30))
    now = 1.0
    while now < away_s:
        bench.session.due(now)
        now += 0.05
    back_at = now
    while not bench.session.due(now):
        now += 0.05
    assert now - back_at < 1.5


def test_the_commands_bear_the_published_check_characters() -> None:
    for name, data in REQUESTS.items():
        body = f" {name}".encode()
        assert data == body + dinamap_sum(body) + b"\r"


# ---- the cuff -----------------------------------------------------------------------------------


def test_a_result_from_before_we_connected_is_told_by_its_counter() -> None:
    bench = Bench(opened_at=100.0)
    events = bench.round(100.1, cuff(12))
    assert cuffs(events) == [result(118, 74, 89, Quality.BEFORE_SESSION, 12.0)]


def test_a_first_result_that_was_measured_after_we_connected_is_good() -> None:
    bench = Bench(opened_at=100.0)
    assert cuffs(bench.round(100.0, cuff("9999", "000000000"))) == []
    events = bench.round(150.0, cuff(3))
    assert cuffs(events) == [result(118, 74, 89, Quality.GOOD, 3.0)]


def test_a_result_is_said_once_however_often_it_is_repeated() -> None:
    bench = Bench()
    events = [event for t in range(1000) for event in bench.round(t, cuff(12 + t))]
    assert len(cuffs(events)) == 1


def test_a_counter_that_went_down_is_a_new_result_even_with_the_same_pressures() -> None:
    bench = Bench()
    bench.round(0.0, cuff(300))
    assert cuffs(bench.round(1.0, cuff(0))) == [result(118, 74, 89, Quality.GOOD, 0.0)]


def test_other_pressures_are_a_new_result_whatever_the_counter_says() -> None:
    bench = Bench()
    bench.round(0.0, cuff(10))
    events = bench.round(1.0, cuff(11, "131082098"))
    assert cuffs(events) == [result(131, 82, 98, Quality.GOOD, 11.0)]


@pytest.mark.parametrize("reopened", [True, False])
def test_a_result_from_a_gap_is_found_though_its_counter_is_larger(reopened: bool) -> None:
    bench = Bench()
    bench.round(0.0, cuff(10))
    if reopened:
        bench.session.opened(599.0)
    events = bench.round(600.0, cuff(210, "131082098"))
    assert cuffs(events) == [result(131, 82, 98, Quality.GOOD, 210.0)]


@pytest.mark.parametrize("reopened", [True, False])
def test_an_unchanged_result_after_a_gap_is_not_new(reopened: bool) -> None:
    bench = Bench()
    bench.round(0.0, cuff(10))
    if reopened:
        bench.session.opened(599.0)
    assert cuffs(bench.round(600.0, cuff(610))) == []


def test_a_reply_that_lay_unread_while_the_computer_slept_is_no_new_result() -> None:
    bench = Bench()
    bench.round(0.0, cuff(10))
    assert bench.session.due(1.0) == REQUESTS["NA"]
    events = [*bench.session.receive(cuff(11), 3601.0), *bench.session.receive(NO_RATE, 3601.0)]
    assert cuffs(events) == []


def test_a_result_whose_counter_ran_out_is_not_new_again() -> None:
    bench = Bench()
    bench.round(0.0, cuff(5399))
    assert cuffs(bench.round(1.0, cuff(5400))) == []
    assert cuffs(bench.round(2.0, cuff(9999))) == []
    assert len(cuffs(bench.round(3.0, cuff(2)))) == 1


def test_a_result_of_unknown_age_is_said_once_as_such() -> None:
    bench = Bench()
    events = [*bench.round(0.0, cuff(9999)), *bench.round(1.0, cuff(9999))]
    assert cuffs(events) == [
        CuffResult(118.0, 74.0, 89.0, None, SOURCE, Quality.AGE_UNKNOWN, None)
    ]


@pytest.mark.parametrize("pressures", ["000000000", "         "])
def test_no_recent_determination_is_nothing(pressures: str) -> None:
    assert cuffs(listen(cuff(9999, pressures))) == []


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (3, CuffFailure.FAILED),
        (4, CuffFailure.TIMEOUT),
        (6, CuffFailure.TIMEOUT),
        (7, CuffFailure.TIMEOUT),
        (8, CuffFailure.OVERPRESSURE),
    ],
)
def test_a_failed_cuff_is_said_once_and_the_old_pressures_never(
    status: int, reason: CuffFailure
) -> None:
    bench = Bench()
    failed = [bench.round(t, cuff(9999, status=status)) for t in range(5)]
    assert [cuffs(events) for events in failed] == [[CuffFailed(reason, SOURCE)], [], [], [], []]


def test_a_second_failure_is_said_again() -> None:
    bench = Bench()
    steps = [cuff(9999, status=s) for s in (3, 3, 0, 3, 3)] + [cuff(5), cuff(9999, status=3)]
    said = [len(cuffs(bench.round(t, step))) for t, step in enumerate(steps)]
    assert said == [1, 0, 0, 1, 0, 1, 1]


def test_a_failure_that_came_during_a_gap_is_told_by_its_counter() -> None:
    bench = Bench()
    said = [
        len(cuffs(bench.round(at, cuff(age, status=3))))
        for at, age in ((0.0, 10), (1.0, 11), (600.0, 610), (900.0, 100))
    ]
    assert said == [1, 0, 0, 1]


def test_a_busy_cuff_says_measuring_once_and_idle_once_and_no_pressure() -> None:
    bench = Bench()
    bench.round(0.0, cuff(45))
    busy = [*bench.round(1.0, cuff(46, status=0)), *bench.round(2.0, cuff(47, status=0))]
    done = [*bench.round(30.0, cuff(0, "125080095")), *bench.round(31.0, cuff(1, "125080095"))]
    assert [e for e in busy if not isinstance(e, SignalLost)] == [
        DeviceNote(DeviceNoteKind.MEASURING, "", SOURCE)
    ]
    assert done == [
        DeviceNote(DeviceNoteKind.IDLE, "", SOURCE),
        result(125, 80, 95, Quality.GOOD, 0.0),
    ]


def test_a_cancelled_measurement_does_not_repeat_the_last_result() -> None:
    bench = Bench()
    bench.round(0.0, cuff(45))
    bench.round(1.0, cuff(46, status=0))
    assert cuffs(bench.round(20.0, cuff(65))) == []


@pytest.mark.parametrize("before", [0, 1])
def test_a_result_does_not_wait_for_a_pulse_that_does_not_come(before: int) -> None:
    """The first unanswered question is said, later ones are not; the result comes in any case."""
    bench = Bench()
    session = bench.session
    bench.round(0.0, cuff(45))
    for now in (10.0, 20.0)[: before + 1]:
        assert session.due(now)
        assert cuffs(list(session.receive(cuff(round(now) % 9, f"12{now:.0f}80095"), now))) == []
        assert session.due(now) == REQUESTS["RA"]
        assert session.due(now + 3.0) == REQUESTS["OA"]
        assert len(cuffs(list(session.receive(b"", now + 3.0)))) == 1
        session.receive(NO_OXIMETER, now + 3.0)


def test_the_neonatal_mode_is_said_once() -> None:
    notes = [
        event
        for event in listen(cuff(5, mode=2), cuff(6, mode=2), cuff(7, mode=1), cuff(8, mode=2))
        if isinstance(event, DeviceNote)
    ]
    assert [note.kind for note in notes] == [
        DeviceNoteKind.NEONATAL_MODE,
        DeviceNoteKind.ADULT_MODE,
        DeviceNoteKind.NEONATAL_MODE,
    ]


@pytest.mark.parametrize("pressures", ["074118089", "080080080", "400080100", "000000000"])
def test_impossible_pressures_are_one_error_and_no_result(pressures: str) -> None:
    bench = Bench()
    events = [*bench.round(0.0, cuff(5, pressures)), *bench.round(1.0, cuff(6, pressures))]
    assert not cuffs(events)
    assert len([event for event in events if isinstance(event, ContentError)]) == 1
