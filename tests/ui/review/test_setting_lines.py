from __future__ import annotations

from monitor.commands import ChangeLimit, PauseAudio, ResumeAudio
from monitor.treatment.commands import (
    UNCLAIMED,
    Claim,
    Cover,
    CuffSize,
    HandOver,
    Mount,
    Side,
)
from tests.ui.past_examples import NURSE, OTHER, Recorded


def test_where_things_sit_is_told_as_far_as_it_was_said() -> None:
    mount = Mount(CuffSize.LARGE, Side.LEFT, Side.RIGHT, None, NURSE)
    record = Recorded().say(5.0, mount)
    assert record.told()[-1] == (
        5.0,
        "On the patient",
        "Cuff size: Large · Cuff arm: Left · SpO₂ arm: Right · by Nurse 1",
    )


def test_whose_chair_it_is_is_told() -> None:
    record = Recorded().say(10.0, Cover(OTHER, 300.0)).say(60.0, Cover(OTHER, 0.0))
    record.say(90.0, HandOver(OTHER, NURSE))
    assert not record.refusals()
    assert record.told(9.0) == [
        (10.0, "Covers this chair for 5 min", "by Nurse 2"),
        (60.0, "Cover ended", "by Nurse 2"),
        (90.0, "Chair handed over to Nurse 2", "by Nurse 1"),
    ]


def test_a_claim_says_how_many_entries_it_took_on() -> None:
    record = Recorded().say(10.0, PauseAudio(UNCLAIMED, 60.0)).say(20.0, ResumeAudio(UNCLAIMED))
    record.say(30.0, Claim(NURSE))
    assert not record.refusals()
    assert record.told(9.0) == [
        (10.0, "Sound paused for 60 s", "by Nurse 1, claimed afterwards"),
        (20.0, "Sound on again", "by Nurse 1, claimed afterwards"),
        (30.0, "Entries claimed: 2", "by Nurse 1"),
    ]


def test_a_limit_is_told_as_it_was_and_as_it_is() -> None:
    record = Recorded().say(10.0, ChangeLimit("sbp-high", 150.0, NURSE))
    assert record.told()[-1] == (10.0, "SBP high limit 160 → 150", "by Nurse 1")
