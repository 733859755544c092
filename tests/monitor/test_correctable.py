"""What of a recorded line may be corrected, and what becomes of the line."""

from __future__ import annotations

import math
from dataclasses import fields, replace

import pytest
from amended import (
    BREATHS,
    CUFF,
    DOSE,
    DRUG,
    LATE,
    MANUAL,
    NOTE,
    OPENING,
    PUMP,
    RATE,
    SCORE,
    SECOND,
    SEDATION,
    STAMP,
    STANDING,
    recorded,
)
from hypothesis import given
from hypothesis import strategies as st

from monitor.amendments import Correct
from monitor.commands import ManualCuff
from monitor.correctable import AT, part, parts, put
from monitor.entries import Entry
from monitor.people import Patient
from monitor.plan import Plan
from monitor.treatment.commands import DrawDrug, Scale, Score, SetPlan, WasteDrug

NAMES = {
    OPENING: {"weight_kg", "dose_mg", "concentration_mg_per_ml"},
    SECOND: {"artefact-hr", "artefact-spo2"},
    CUFF: {"artefact"},
    MANUAL: {"sbp", "dbp", "at", "artefact"},
    NOTE: {"text", "at"},
    RATE: {"mg_per_min"},
    DOSE: {"mg"},
    PUMP: {"ml"},
    DRUG: {"drug", "dose", "unit", "route", "at"},
    SCORE: {"total", "at"},
    SEDATION: {"score"},
    BREATHS: {"rr"},
    STANDING: {"sbp", "dbp"},
    STAMP: {"text"},
}


@pytest.mark.parametrize("line", NAMES)
def test_each_kind_of_line_has_the_values_that_a_person_entered(line: int) -> None:
    assert {one.name for one in parts(recorded()[line])} == NAMES[line]


def test_drug_that_a_second_person_saw_and_scores_of_items_take_addenda_only() -> None:
    drawn = DrawDrug(50.0, "L-1", "2027-01", "RN")
    wasted = WasteDrug(9.0, "L-1", "Nurse 2", "RN")
    for what in (drawn, wasted):
        assert parts(Entry("s-1", 1, 10.0, what)) == ()
    by_items = Score(Scale.PAIN, 3, "RN", items=(3,))
    assert {one.name for one in parts(Entry("s-1", 1, 10.0, by_items))} == {AT}


numbers = st.floats(0.0, 1000.0) | st.integers(0, 400).map(float)


@given(st.sampled_from(sorted(NAMES)), st.data())
def test_what_was_put_is_what_is_read_and_everything_else_stays(
    line: int, data: st.DataObject
) -> None:
    entry = recorded()[line]
    one = data.draw(st.sampled_from(parts(entry)))
    value = data.draw(st.text(max_size=9) if one.is_text else numbers)
    changed = put(entry, one, value)
    if changed is None:
        return
    assert (changed.seq, changed.session_id) == (entry.seq, entry.session_id)
    now = part(changed, one.name)
    assert now is not None
    if one.name != AT:  # a moment after the entry is the entry's own
        read = now.read(changed)
        if isinstance(value, str) or isinstance(read, str):
            assert read == value
        else:
            assert read is not None
            assert math.isclose(read, value, rel_tol=1e-9)
    others = [each for each in parts(entry) if each.name != one.name]
    if type(changed.what) is type(entry.what):
        for other in others:
            told, before = other.read(changed), other.read(entry)
            assert told == before or (
                isinstance(told, float) and math.isclose(told, float(before or 0), rel_tol=1e-9)
            )


def test_a_corrected_weight_keeps_the_milligrams_that_ran() -> None:
    entry = recorded()[OPENING]
    weight = part(entry, "weight_kg")
    assert weight is not None
    changed = put(entry, weight, 50.0)
    assert changed is not None
    plan, patient = changed.what.plan, changed.what.patient
    assert (plan.weight_kg, patient.weight_kg) == (50.0, 50.0)
    assert plan.dose_mg == pytest.approx(41.0)
    assert plan.mg_per_kg == pytest.approx(0.82)


def test_a_weight_that_was_not_known_makes_the_milligrams_known() -> None:
    opened = recorded()[OPENING].what
    bare = replace(opened, plan=Plan(0.5, None, 40.0), patient=Patient("20417", None))
    entry = Entry("s-1", 0, 0.0, bare)
    weight = part(entry, "weight_kg")
    assert weight is not None
    assert weight.read(entry) is None
    changed = put(entry, weight, 80.0)
    assert changed is not None
    assert changed.what.plan.dose_mg == 40.0


def test_a_corrected_dose_is_what_was_to_be_given() -> None:
    for plan in (Plan(0.5, 82.0, 40.0), Plan(None, 82.0, 40.0, fixed_mg=41.0)):
        entry = Entry("s-1", 1, 10.0, SetPlan(plan, "RN"))
        dose = part(entry, "dose_mg")
        assert dose is not None
        changed = put(entry, dose, 56.0)
        assert changed is not None
        assert changed.what.plan.dose_mg == pytest.approx(56.0)


def test_a_dose_that_no_patient_of_this_weight_gets_cannot_be() -> None:
    entry = Entry("s-1", 1, 10.0, SetPlan(Plan(0.5, 40.0, 40.0), "RN"))
    dose = part(entry, "dose_mg")
    assert dose is not None
    assert put(entry, dose, 400.0) is None


def test_no_correction_makes_a_moment_later_than_its_entry_or_earlier_than_twelve_hours() -> None:
    entry = recorded()[LATE]
    at = part(entry, AT)
    assert at is not None
    assert at.read(entry) == 1800.0
    for wanted, ago_s in ((2300.0, 100.0), (9999.0, 0.0), (float("inf"), 0.0)):
        changed = put(entry, at, wanted)
        assert changed is not None
        assert changed.what == ManualCuff(150.0, 90.0, "RN", ago_s)
    assert put(entry, at, float("nan")) is None


def test_a_run_covers_its_lines_and_a_single_correction_one() -> None:
    one = Correct(5, (), "x", "RN", 0.0)
    assert [seq for seq in range(9) if one.covers(seq)] == [5]
    assert [seq for seq in range(9) if replace(one, last_line=7).covers(seq)] == [5, 6, 7]
    assert {field.name for field in fields(one)} >= {"reason", "by", "utc_s"}
