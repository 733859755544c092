from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.conversation import CuffWatch, Notes, Signs, SinceCounter, cuff_result
from devices.errors import ContentError
from monitor.vitals import (
    SIGNS,
    DeviceNote,
    DeviceNoteKind,
    LostReason,
    Quality,
    Reading,
    SignalLost,
    VitalSign,
)

SOURCE = "device:test"
RESULT = (121.0, 75.0, 92.0, 80.0)
EMPTY = (None, None, None, None)


def test_a_loss_is_said_once_until_the_sign_has_a_value_again() -> None:
    signs = Signs(SOURCE)
    lost = SignalLost(VitalSign.HR, LostReason.NO_VALUE, SOURCE)
    assert signs.hear(VitalSign.HR, None) == [lost]
    assert signs.hear(VitalSign.HR, None, LostReason.SENSOR_OFF) == []
    assert signs.hear(VitalSign.HR, 70) == [Reading(VitalSign.HR, 70.0, SOURCE)]
    assert signs.hear(VitalSign.HR, None) == [lost]


def test_a_loss_is_said_once_more_after_the_line_was_reopened() -> None:
    signs = Signs(SOURCE)
    signs.hear(VitalSign.HR, None)
    signs.reopened()
    assert len(signs.hear(VitalSign.HR, None)) == 1


@given(st.sampled_from(list(VitalSign)), st.floats(-10_000, 10_000))
def test_a_number_that_nobody_can_have_is_a_loss(sign: VitalSign, value: float) -> None:
    (said,) = Signs(SOURCE).hear(sign, value)
    if SIGNS[sign].plausible(value):
        assert said == Reading(sign, value, SOURCE)
    else:
        assert said == SignalLost(sign, LostReason.OUT_OF_RANGE, SOURCE)


def test_a_note_is_said_when_it_changes_and_when_it_ends() -> None:
    notes = Notes(SOURCE)
    said = [notes.hear(DeviceNoteKind.ALARM_TEXT, text) for text in ("", "HR", "HR", "")]
    heard = [DeviceNote(DeviceNoteKind.ALARM_TEXT, text, SOURCE) for text in ("HR", "")]
    assert said == [[], heard[:1], [], heard[1:]]


@pytest.mark.parametrize(("sbp", "dbp"), [(80, 80), (80, 120), (10, 5), (400, 80), (120, 0)])
def test_pressures_that_cannot_be_are_an_error(sbp: float, dbp: float) -> None:
    with pytest.raises(ContentError, match=f"{sbp}/{dbp}"):
        cuff_result(sbp, dbp, 90, 70, source=SOURCE)


def test_a_mean_or_pulse_that_cannot_be_is_left_out() -> None:
    result = cuff_result(120, 80, 0, 999, source=SOURCE)
    assert (result.map, result.pulse) == (None, None)


def qualities(watch: CuffWatch, *lines: tuple[float | None, ...]) -> list[tuple[float, Quality]]:
    return [
        (result.sbp, result.quality)
        for sbp, dbp, mean, pulse in lines
        for result in watch.hear((sbp, dbp, mean, pulse))
    ]


def test_a_repeated_result_is_said_once_and_its_age_is_unknown() -> None:
    assert qualities(CuffWatch(SOURCE), RESULT, RESULT) == [(121, Quality.AGE_UNKNOWN)]


def test_a_result_that_was_seen_to_come_is_good() -> None:
    other = (130.0, 80.0, 97.0, 81.0)
    assert qualities(CuffWatch(SOURCE), RESULT, other) == [
        (121, Quality.AGE_UNKNOWN),
        (130, Quality.GOOD),
    ]
    assert qualities(CuffWatch(SOURCE), EMPTY, other) == [(130, Quality.GOOD)]


def test_the_same_numbers_after_an_empty_line_are_a_new_result() -> None:
    said = qualities(CuffWatch(SOURCE), RESULT, EMPTY, RESULT)
    assert said == [(121, Quality.AGE_UNKNOWN), (121, Quality.GOOD)]


def test_what_changed_while_nobody_looked_has_an_unknown_age() -> None:
    watch = CuffWatch(SOURCE)
    qualities(watch, RESULT)
    watch.unwatched()
    assert qualities(watch, (130.0, 80.0, 97.0, 81.0)) == [(130, Quality.AGE_UNKNOWN)]
    assert qualities(watch, (131.0, 80.0, 97.0, 81.0)) == [(131, Quality.GOOD)]


def test_what_is_unchanged_after_nobody_looked_is_not_said_again() -> None:
    watch = CuffWatch(SOURCE)
    qualities(watch, RESULT)
    watch.unwatched()
    assert qualities(watch, RESULT) == []
    assert qualities(watch, (131.0, 80.0, 97.0, 81.0)) == [(131, Quality.GOOD)]


@given(st.permutations([1, 2, 3]), st.booleans())
def test_a_result_that_comes_in_pieces_is_one_result(order: list[int], blank: bool) -> None:
    """The systolic comes first, the others in any order."""
    watch = CuffWatch(SOURCE)
    qualities(watch, EMPTY if blank else RESULT)
    new = (133.0, 81.0, 98.0, 77.0)
    shown: list[float | None] = [new[0], None, None, None]
    steps = [tuple(shown)]
    for index in order:
        shown[index] = new[index]
        steps.append(tuple(shown))
    said = [result for step in steps for result in qualities(watch, step, step)]
    assert said == [(133, Quality.GOOD)]


def test_a_result_without_a_mean_is_taken_after_a_while() -> None:
    watch = CuffWatch(SOURCE)
    qualities(watch, EMPTY)
    line = (133.0, 81.0, None, None)
    assert [len(qualities(watch, line)) for _ in range(6)] == [0, 0, 0, 1, 0, 0]
    assert qualities(watch, (133.0, 81.0, 98.0, 77.0)) == []
    assert qualities(watch, (133.0, 81.0, 99.0, 77.0)) == [(133, Quality.GOOD)]


def test_an_impossible_result_is_one_error_however_often_it_is_repeated() -> None:
    watch = CuffWatch(SOURCE)
    line = (75.0, 121.0, 92.0, 80.0)
    with pytest.raises(ContentError):
        watch.hear(line)
    assert watch.hear(line) == []


@given(st.lists(st.tuples(st.floats(0.2, 20.0), st.floats(0.0, 0.9)), min_size=1))
def test_a_counter_that_runs_with_the_clock_never_restarts(
    steps: list[tuple[float, float]],
) -> None:
    counter, now = SinceCounter(), 100.0
    assert counter.restarted(100, now)
    for wait_s, late_s in steps:
        now += wait_s
        assert not counter.restarted(int(now), now + late_s)


@pytest.mark.parametrize(
    ("before", "wait_s", "after", "restarted"),
    [
        (300, 1, 0, True),
        (4, 1, 3, True),
        (10, 600, 210, True),
        (10, 600, 610, False),
        (10, 600, 607, False),
        (None, 1, 2, True),
        (5399, 1, None, False),
        (None, 1, None, False),
    ],
)
def test_a_counter_restarts_when_it_shows_less_than_the_time_that_went_by(
    before: int | None, wait_s: float, after: int | None, restarted: bool
) -> None:
    counter = SinceCounter()
    counter.restarted(before, 0.0)
    assert counter.restarted(after, wait_s) is restarted
