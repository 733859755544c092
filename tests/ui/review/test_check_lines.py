from __future__ import annotations

import pytest

from monitor.commands import ManualCuff, Sedation, StopInfusion
from monitor.treatment.commands import (
    UNCLAIMED,
    CountBreaths,
    OverrideCriterion,
    Scale,
    Score,
    StandingCuff,
    TickCriterion,
)
from tests.ui.past_examples import NURSE, OTHER, Recorded

PHQ9_ITEMS = (1, 2, 1, 1, 1, 1, 1, 1, 2)


@pytest.mark.parametrize(
    ("score", "text", "detail"),
    [
        (Score(Scale.PHQ9, 11, NURSE, PHQ9_ITEMS), "PHQ-9: 11", "Moderate · item 9: More than"),
        (Score(Scale.MADRS, 22, NURSE), "MADRS: 22", "Moderate · by Nurse 1"),
        (Score(Scale.DISSOCIATION, 3, NURSE), "Dissociation: 3", "Severe"),
        (Score(Scale.CSSRS, None, NURSE, result="ideation"), "C-SSRS: Thoughts", "by Nurse 1"),
        (Score(Scale.PAIN, 4, NURSE, ago_s=300.0), "Pain: 4", "Moderate · by Nurse 1 · entered"),
    ],
)
def test_a_score_is_told_with_its_scale_and_what_it_means(
    score: Score, text: str, detail: str
) -> None:
    record = Recorded().started().say(1500.0, score)
    assert not record.refusals()
    told = record.told()[-1]
    assert (told[0], told[1]) == (1500.0 - score.ago_s, text)
    assert told[2].startswith(detail)


def test_what_was_counted_and_measured_by_hand_is_told() -> None:
    record = Recorded().started()
    record.say(1000.0, CountBreaths(14.0, NURSE), Sedation(4, NURSE))
    record.say(1300.0, ManualCuff(150.0, 90.0, UNCLAIMED, 120.0))
    assert not record.refusals()
    assert record.told(601.0) == [
        (1000.0, "14 breaths a minute, counted", "by Nurse 1"),
        (1000.0, "Sedation score (MOAA/S) 4", "Drowsy · by Nurse 1"),
        (1180.0, "Manual BP 150/90", "without a name · entered 21:40"),
    ]


def test_a_pressure_standing_says_how_the_patient_felt() -> None:
    record = Recorded().started().say(2000.0, StopInfusion(NURSE))
    record.say(6000.0, StandingCuff(128.0, 80.0, 1, False, NURSE))
    record.say(6120.0, StandingCuff(118.0, 74.0, 3, True, NURSE))
    assert not record.refusals()
    assert record.told(5999.0) == [
        (6000.0, "BP 128/80 standing, 1 min", "No symptoms · by Nurse 1"),
        (6120.0, "BP 118/74 standing, 3 min", "Dizzy or unwell · by Nurse 1"),
    ]


def test_the_checklist_is_told_line_by_line() -> None:
    record = Recorded().started().say(2000.0, StopInfusion(NURSE))
    record.say(2100.0, TickCriterion("escort", True, NURSE, "a brother"))
    record.say(2110.0, TickCriterion("escort", False, NURSE))
    record.say(2200.0, OverrideCriterion("time", "to the ward", NURSE, OTHER))
    assert not record.refusals()
    assert [line for line in record.told(2001.0) if "BP" not in line[1]] == [
        (2100.0, "Escort is here: yes", "a brother · by Nurse 1"),
        (2110.0, "Escort is here: no", "by Nurse 1"),
        (2200.0, "Let go: Time since the drug", "“to the ward” · by Nurse 1 · second: Nurse 2"),
    ]


def test_a_baseline_that_was_given_by_hand_bears_a_name() -> None:
    told = [line for line in Recorded().ready().told() if line[1].startswith("Baseline")]
    assert told == [(60.0, "Baseline 124/76 · HR 72 · SpO₂ 98", "by Nurse 1")]
