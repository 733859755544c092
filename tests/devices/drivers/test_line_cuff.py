from __future__ import annotations

import pytest
from line_protocol_bench import BY_CHANGE, BY_LINE, BY_TIME, SOURCE, cuffs, heard, session

from devices.drivers.line_protocol.cuff import UNWATCHED_AFTER_S
from devices.errors import ContentError
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    Quality,
)


def test_by_time_each_measurement_is_said_once() -> None:
    lines = ["120,80,70,10:01,D"] * 3 + ["120,80,70,10:06,D"] * 3 + ["131,85,---,10:11,D"] * 2
    assert cuffs(heard(BY_TIME, *lines)) == [
        (120.0, 80.0, Quality.AGE_UNKNOWN),
        (120.0, 80.0, Quality.GOOD),
        (131.0, 85.0, Quality.GOOD),
    ]


def test_by_time_an_old_result_that_returns_after_a_failure_is_no_new_one() -> None:
    lines = ["120,80,70,10:01,D", "---,---,---,10:06,M", "120,80,70,10:01,E", "120,80,70,10:01,D"]
    events = heard(BY_TIME, *lines)
    assert len(cuffs(events)) == 1
    assert [e for e in events if isinstance(e, CuffFailed)] == [
        CuffFailed(CuffFailure.LEAK, SOURCE)
    ]


def test_by_time_a_list_of_older_results_that_is_sent_again_makes_no_new_ones() -> None:
    listed = ["120,80,70,10:01,D", "131,85,71,10:06,D", "126,82,70,10:11,D"]
    new = "118,79,66,10:16,D"
    assert [sbp for sbp, _, _ in cuffs(heard(BY_TIME, *listed, *listed, new, *listed, new))] == [
        120.0,
        131.0,
        126.0,
        118.0,
    ]


@pytest.mark.parametrize(
    ("stamp", "kept"),
    [
        ("2026-01-15 10:32:07", "2026-01-15T10:32:07"),
        ("2026-01-15T10:32", "2026-01-15T10:32:00"),
        ("2026-02-31 10:32", None),
        ("10:32:07", None),
        ("17", None),
    ],
)
def test_a_whole_time_stamp_is_kept_with_the_result(stamp: str, kept: str | None) -> None:
    (result,) = (e for e in heard(BY_TIME, f"120,80,70,{stamp},D") if isinstance(e, CuffResult))
    assert result.device_time == kept


def test_by_time_a_result_without_its_time_waits() -> None:
    assert not cuffs(heard(BY_TIME, "120,80,70,---,D", "120,80,70,,D"))


def test_by_change_a_repeated_line_is_one_result() -> None:
    lines = ["120,80,70,,D"] * 5 + ["131,85,71,,D"] * 5
    assert cuffs(heard(BY_CHANGE, *lines)) == [
        (120.0, 80.0, Quality.AGE_UNKNOWN),
        (131.0, 85.0, Quality.GOOD),
    ]


@pytest.mark.parametrize("between", ["---,---,---,,D", "120,80,70,,M"])
def test_by_change_the_same_numbers_are_new_after_emptiness_or_a_measurement(between: str) -> None:
    lines = ["120,80,70,,D", between, "120,80,70,,D"]
    assert cuffs(heard(BY_CHANGE, *lines)) == [
        (120.0, 80.0, Quality.AGE_UNKNOWN),
        (120.0, 80.0, Quality.GOOD),
    ]


def test_by_change_a_field_that_is_filled_in_later_makes_no_second_result() -> None:
    lines = ["---,---,---,,D", "120,---,---,,D", "120,80,---,,D", "120,80,70,,D", "120,80,---,,D"]
    (result,) = (e for e in heard(BY_CHANGE, *lines) if isinstance(e, CuffResult))
    assert result == CuffResult(120.0, 80.0, None, None, SOURCE)


def test_by_change_a_result_found_after_a_minute_without_lines_has_an_unknown_age() -> None:
    monitor = session(BY_CHANGE)
    monitor.receive(b"120,80,70,,D\r\n", 0.0)
    late = list(monitor.receive(b"131,85,71,,D\r\n", UNWATCHED_AFTER_S + 1.0))
    assert cuffs(late) == [(131.0, 85.0, Quality.AGE_UNKNOWN)]


def test_by_line_every_line_is_a_new_result() -> None:
    monitor = session(BY_LINE)
    events = [e for at in (0.0, 60.0, 180.0) for e in monitor.receive(b"120,80,70,,D\r\n", at)]
    assert cuffs(events) == [(120.0, 80.0, Quality.GOOD)] * 3


def test_a_memory_that_is_sent_at_once_is_no_list_of_fresh_results() -> None:
    wire = b"120,80,70,10:01,D\r\n131,85,71,10:06,D\r\n126,82,70,10:11,D\r\n"
    assert cuffs(list(session(BY_TIME).receive(wire, 0.0))) == [
        (120.0, 80.0, Quality.AGE_UNKNOWN),
        (131.0, 85.0, Quality.AGE_UNKNOWN),
        (126.0, 82.0, Quality.AGE_UNKNOWN),
    ]
    assert [quality for _, _, quality in cuffs(list(session(BY_LINE).receive(wire, 0.0)))] == [
        Quality.GOOD,
        Quality.AGE_UNKNOWN,
        Quality.AGE_UNKNOWN,
    ]


def test_a_result_soon_after_another_is_fresh_when_the_cuff_was_seen_to_run() -> None:
    lines = ["120,80,70,,D", "---,---,---,,M", "131,85,71,,D"]
    assert cuffs(heard(BY_CHANGE, *lines))[1:] == [(131.0, 85.0, Quality.GOOD)]


@pytest.mark.parametrize("text", [BY_TIME, BY_CHANGE, BY_LINE])
def test_old_pressures_beside_a_failure_are_not_even_looked_at(text: str) -> None:
    events = heard(text, "120,80,70,10:01,E", "E05,80,70,10:02,E", "12x,80,70,10:02,N")
    assert {type(event) for event in events} == {CuffFailed}


@pytest.mark.parametrize(("text", "times"), [(BY_TIME, 2), (BY_CHANGE, 1), (BY_LINE, 3)])
def test_a_failure_is_said_once_for_each_measurement(text: str, times: int) -> None:
    lines = ["---,---,---,10:01,E", "---,---,---,10:01,E", "---,---,---,10:06,E"]
    assert len([e for e in heard(text, *lines) if isinstance(e, CuffFailed)]) == times


def test_a_running_measurement_is_noted() -> None:
    events = heard(BY_TIME, "---,---,---,,M", "---,---,---,,M", "120,80,70,10:01,D")
    notes = [event.kind for event in events if isinstance(event, DeviceNote)]
    assert notes == [DeviceNoteKind.MEASURING, DeviceNoteKind.IDLE]
    assert cuffs(events) == [(120.0, 80.0, Quality.GOOD)]


def test_a_status_that_the_file_does_not_know_is_an_error_and_no_result() -> None:
    events = heard(BY_TIME, "120,80,70,10:01,Q")
    assert events == [ContentError("the cuff's status is 'Q', which the file does not know")]


@pytest.mark.parametrize("shown", ["80,120,70", "120,120,70", "400,80,70"])
def test_impossible_pressures_are_one_error(shown: str) -> None:
    events = heard(BY_TIME, *[f"{shown},10:01,D"] * 5)
    assert [type(event) for event in events] == [ContentError]


def test_a_result_waits_some_lines_for_its_mean() -> None:
    text = BY_CHANGE.replace("nibp_pulse", "map")
    whole = ["---,---,---,,D", "120,80,---,,D", "120,80,93,,D", "120,80,93,,D"]
    (result,) = (e for e in heard(text, *whole) if isinstance(e, CuffResult))
    assert result.map == 93.0
    never = ["---,---,---,,D", *["120,80,---,,D"] * 10]
    (result,) = (e for e in heard(text, *never) if isinstance(e, CuffResult))
    assert result.map is None
