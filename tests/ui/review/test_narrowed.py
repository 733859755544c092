"""Chips of what narrows the library, and what people type as days and doses."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.narrowing import EVERYTHING, Alarms, DoseRange, DoseUnit, Narrowing
from monitor.routes import Route
from ui.review.narrowed import WrongFigure, chips, days_text, typed_day, typed_dose

MONDAY, FRIDAY = date(2026, 9, 21), date(2026, 9, 25)
days = st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1))
bounds = st.none() | st.integers(0, 2000).map(lambda tenths: tenths / 10)
narrowings = st.builds(
    Narrowing,
    first=days,
    last=days,
    patient_id=st.sampled_from(["", "20417"]),
    routes=st.frozensets(st.sampled_from([route.value for route in Route])),
    dose=st.none() | st.builds(DoseRange, bounds, bounds, st.sampled_from(DoseUnit)),
    peak_sbp=st.none() | st.sampled_from([140.0, 165.5]),
    alarms=st.none() | st.sampled_from(Alarms),
    unsigned=st.booleans(),
)


@given(narrowings)
def test_taking_off_one_chip_after_another_leaves_everything(narrowing: Narrowing) -> None:
    left = narrowing
    for _ in range(12):
        there = chips(left)
        assert bool(there) == bool(left)
        assert all(chip.text for chip in there)
        if not there:
            break
        others = [chip.key for chip in there[1:]]
        left = there[0].without
        assert [chip.key for chip in chips(left)] == others
    assert left == EVERYTHING


@pytest.mark.parametrize(
    ("narrowing", "text"),
    [
        (Narrowing(first=MONDAY, last=MONDAY), "2026-09-21"),
        (Narrowing(first=MONDAY, last=FRIDAY), "2026-09-21 to 2026-09-25"),
        (Narrowing(first=MONDAY), "from 2026-09-21"),
        (Narrowing(last=FRIDAY), "until 2026-09-25"),
        (Narrowing(patient_id="20417"), "#20417"),
        (Narrowing(routes=frozenset({"im-sc"})), "IM / SC"),
        (Narrowing(dose=DoseRange()), "with a dose"),
        (Narrowing(dose=DoseRange(0.5, None, DoseUnit.MG_PER_KG)), "from 0.5 mg/kg"),
        (Narrowing(dose=DoseRange(None, 60.0)), "up to 60 mg"),
        (Narrowing(dose=DoseRange(30.0, 60.0)), "30 to 60 mg"),
        (Narrowing(dose=DoseRange(84.0, 84.0)), "84 mg"),
        (Narrowing(peak_sbp=160.0), "peak from 160"),
        (Narrowing(alarms=Alarms.ANY), "with alarms"),
        (Narrowing(alarms=Alarms.NONE), "no alarms"),
        (Narrowing(unsigned=True), "Not signed"),
    ],
)
def test_a_chip_says_what_it_leaves(narrowing: Narrowing, text: str) -> None:
    assert [chip.text for chip in chips(narrowing)] == [text]


def test_days_are_told_as_the_lines_tell_them() -> None:
    assert days_text(MONDAY, MONDAY) == "2026-09-21"


@given(st.dates(date(1000, 1, 1)))
def test_a_day_is_understood_in_both_ways_of_writing_it(day: date) -> None:
    assert typed_day(day.isoformat()) == day
    assert typed_day(f" {day.day}.{day.month}.{day.year} ") == day


@pytest.mark.parametrize("text", ["2026-02-30", "3 Feb", "2026", "99.99.2026", "٢٠٢٦-٠٢-٠٣x"])
def test_what_is_no_day_is_named(text: str) -> None:
    with pytest.raises(WrongFigure, match="is no day"):
        typed_day(text)


@pytest.mark.parametrize(("text", "value"), [("41", 41.0), ("0,5", 0.5), (" 0.75 ", 0.75)])
def test_a_dose_has_either_decimal_sign(text: str, value: float) -> None:
    assert typed_dose(text) == value


@pytest.mark.parametrize("text", ["-1", "nan", "1e3", "1.2.3", "٣", "41 mg"])
def test_what_is_no_dose_is_named(text: str) -> None:
    with pytest.raises(WrongFigure, match="is no dose"):
        typed_dose(text)


def test_nothing_is_nothing() -> None:
    assert (typed_day(" "), typed_dose("")) == (None, None)


@given(st.text(max_size=20))
def test_whatever_is_typed_is_understood_or_refused(text: str) -> None:
    for understood in (typed_day, typed_dose):
        with contextlib.suppress(WrongFigure):
            assert understood(text) is None or text.strip()
