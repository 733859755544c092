"""Everything that was so at one moment, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from monitor.entries import Entry
from monitor.vitals import Quality
from tests.ui.page_sessions import Pen, cuff, example_entries, opening
from ui.chair.spans import minutes_text
from ui.review.course_facts import course_facts
from ui.review.cursor_values import values_at
from ui.review.timeline import timeline
from ui.trend_model import TrendModel


def told(at_s: float, entries: Sequence[Entry] | None = None) -> dict[str, str]:
    record = example_entries() if entries is None else entries
    model = TrendModel()
    model.read(record)
    facts = course_facts(record, model, timeline(record))
    return dict(values_at(at_s, model, facts, minutes_text))


def test_the_values_of_a_moment_with_the_age_of_the_cuff_value() -> None:
    found = told(1900.0)
    assert found[""] == "21:40 · 31:40"
    assert found["Phase"] == "Infusion"
    assert found["NIBP"] == "168/100, 40 s before"
    assert found["HR"] == "89"
    assert found["SpO₂"] == "95"
    assert found["Alarm"] == "SBP 168"
    assert found["Given"] == "22.2 mg, 61.5 mg/h"
    assert found["Effect site (estimate)"].endswith("ng/mL")


def test_a_cuff_value_of_the_moment_has_no_age() -> None:
    assert told(1801.0)["NIBP"] == "168/101"


def test_where_there_was_nothing_the_reason_stands_instead() -> None:
    found = told(2250.0)
    assert found["SpO₂"] == "– (probe off)"
    assert "probe off" in found["Gap"]
    assert told(10.0)["NIBP"] == "–"


def test_after_the_infusion_there_is_a_mass_and_no_rate() -> None:
    found = told(4000.0)
    assert found["Given"] == "41.0 mg"
    assert found["Phase"] == "Recovery"
    assert "Given" not in told(100.0)
    assert "Effect site (estimate)" not in told(100.0)


def test_a_value_that_does_not_count_says_why() -> None:
    pen = Pen("a")
    pen.write(0.0, opening())
    pen.write(100.0, replace(cuff(190, 99), quality=Quality.ARTEFACT))
    pen.write(200.0, cuff(120, 80))
    assert told(100.0, pen.entries)["NIBP"] == "190/99 (marked as artefact)"
    assert told(200.0, pen.entries)["NIBP"] == "120/80"
