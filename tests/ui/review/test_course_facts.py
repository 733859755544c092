"""What was so at a moment: phases, alarms, gaps and scores."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from monitor.commands import Sedation
from monitor.entries import Entry
from monitor.treatment.commands import Scale, Score
from tests.ui.page_sessions import example_entries
from tests.ui.past_examples import NURSE, Recorded
from ui.review.course_facts import CourseFacts, PhaseSpan, course_facts, phases_of
from ui.review.line import Kind
from ui.review.timeline import timeline
from ui.trend_model import TrendModel


def facts_of(entries: Sequence[Entry]) -> CourseFacts:
    model = TrendModel()
    model.read(entries)
    return course_facts(entries, model, timeline(entries))


def example() -> CourseFacts:
    return facts_of(example_entries())


def test_each_phase_lasts_until_the_next_one() -> None:
    assert example().phases == (
        PhaseSpan(0.0, 600.0, "baseline"),
        PhaseSpan(600.0, 3000.0, "treating"),
        PhaseSpan(3000.0, 7200.0, "recovery"),
    )
    assert phases_of([], 100.0) == ()


def test_the_phase_of_a_moment() -> None:
    facts = example()
    assert [facts.phase_at(at_s) for at_s in (-1.0, 0.0, 600.0, 5000.0)] == [
        "", "baseline", "treating", "recovery",
    ]  # fmt: skip
    assert CourseFacts().phase_at(10.0) == ""


def test_an_alarm_and_a_gap_are_under_way_from_onset_to_end() -> None:
    facts = example()
    assert [line.text for line in facts.during(Kind.ALARM, 1900.0)] == ["SBP 168"]
    assert facts.during(Kind.ALARM, 2100.0) == []
    (gap,) = facts.during(Kind.GAP, 2250.0)
    assert "probe off" in gap.text


def test_the_drug_and_its_estimate_belong_to_the_patients_weight() -> None:
    facts = example()
    assert facts.drug.rate_at(1000.0) == pytest.approx(61.5)
    assert facts.drug.effect_at(2900.0) is not None


def test_the_last_score_before_a_moment() -> None:
    record = Recorded().started()
    record.say(900.0, Sedation(4, NURSE), Score(Scale.DISSOCIATION, 3, NURSE))
    record.say(1500.0, Score(Scale.DISSOCIATION, 1, NURSE))
    facts = facts_of(record.entries)
    assert facts.score_before(800.0) is None
    first, last = facts.score_before(1000.0), facts.score_before(2000.0)
    assert first is not None
    assert first.badge == "D 3"
    assert last is not None
    assert last.text.endswith("1")
    badges = [line.badge for line in facts.lines if line.kind is Kind.SCORE]
    assert badges == ["M 4", "D 3", "D 1"]
