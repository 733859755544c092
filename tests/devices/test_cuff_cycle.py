from __future__ import annotations

import pytest

from devices.cuff_cycle import PATIENT_LOOKS, READ_WITHIN_S, CuffCycle
from devices.errors import ContentError
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    Quality,
)

SOURCE = "device:test"


def cycle() -> CuffCycle:
    return CuffCycle(SOURCE)


def look(cuff: CuffCycle, at: float = 0.0, sbp: float = 118.0) -> list[CuffResult]:
    return cuff.result(sbp, 74, 89, 70, at)


def test_a_result_is_new_when_an_end_was_heard_even_with_the_same_numbers() -> None:
    cuff = cycle()
    cuff.ended(10.0)
    assert look(cuff, 11.0) == [CuffResult(118.0, 74.0, 89.0, 70.0, SOURCE)]
    assert [look(cuff, 12.0 + t) for t in range(100)] == [[]] * 100
    cuff.ended(300.0)
    assert [result.quality for result in look(cuff, 301.0)] == [Quality.GOOD]


def test_what_is_there_when_we_connect_is_said_once_and_its_age_is_unknown() -> None:
    cuff = cycle()
    assert [result.quality for result in look(cuff)] == [Quality.AGE_UNKNOWN]
    assert look(cuff) == []


def test_numbers_that_changed_without_an_end_have_an_unknown_age() -> None:
    cuff = cycle()
    cuff.ended(0.0)
    look(cuff, 1.0)
    assert [result.quality for result in look(cuff, 60.0, 141.0)] == [Quality.AGE_UNKNOWN]


def test_a_result_that_is_read_long_after_its_end_has_an_unknown_age() -> None:
    cuff = cycle()
    cuff.ended(0.0)
    assert look(cuff, READ_WITHIN_S + 1.0)[0].quality is Quality.AGE_UNKNOWN


def test_a_result_waits_for_its_mean_and_is_then_taken_without() -> None:
    cuff = cycle()
    cuff.ended(0.0)
    looks = [cuff.result(118, 74, None, None, 1.0) for _ in range(PATIENT_LOOKS)]
    assert [len(found) for found in looks] == [0] * (PATIENT_LOOKS - 1) + [1]
    assert looks[-1][0].map is None
    assert cuff.result(118, 74, 89, None, 2.0) == []


def test_an_end_that_brings_no_result_is_a_failure_after_a_few_looks() -> None:
    cuff = cycle()
    assert cuff.empty() == []
    cuff.ended(0.0)
    said = [cuff.empty() for _ in range(PATIENT_LOOKS + 3)]
    assert [found for found in said if found] == [[CuffFailed(CuffFailure.FAILED, SOURCE)]]


def test_a_failure_is_said_once_until_another_end() -> None:
    cuff = cycle()
    said = [len(cuff.failed(CuffFailure.LEAK)) for _ in range(5)]
    cuff.ended(1.0)
    assert [*said, len(cuff.failed(CuffFailure.LEAK))] == [1, 0, 0, 0, 0, 1]
    assert len(cuff.failed(CuffFailure.MOVEMENT)) == 1


def test_the_old_numbers_behind_a_failure_are_no_new_result() -> None:
    cuff = cycle()
    cuff.ended(0.0)
    look(cuff, 1.0)
    cuff.ended(100.0)
    cuff.failed(CuffFailure.LEAK)
    assert look(cuff, 102.0) == []


def test_an_impossible_result_is_refused_once() -> None:
    cuff = cycle()
    cuff.ended(0.0)
    with pytest.raises(ContentError):
        cuff.result(70, 118, 89, None, 1.0)
    assert cuff.result(70, 118, 89, None, 2.0) == []


def test_measuring_and_the_neonatal_mode_are_said_when_they_change() -> None:
    cuff = cycle()
    assert cuff.runs(now=False) == []
    assert cuff.runs(now=True) == [DeviceNote(DeviceNoteKind.MEASURING, "", SOURCE)]
    assert cuff.running
    assert cuff.runs(now=True) == []
    assert cuff.runs(now=False) == [DeviceNote(DeviceNoteKind.IDLE, "", SOURCE)]
    modes = [cuff.mode(neonatal=neonatal) for neonatal in (False, True, True, False)]
    assert [[note.kind for note in notes] for notes in modes] == [
        [],
        [DeviceNoteKind.NEONATAL_MODE],
        [],
        [DeviceNoteKind.ADULT_MODE],
    ]
