"""Which flags stand over the curve, and where."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.outcomes import Priority
from ui.chair.trend_layout import XScale
from ui.review.flags import ALARMS, OTHERS, Flag, Flags
from ui.review.line import Kind, Line

X = XScale(0.0, 1000.0, 100.0, 500.0)
"""Half a pixel a second."""
WIDE = 10.0


def of(*lines: Line) -> Flags:
    flags = Flags(lines)
    flags.measure(lambda _line: WIDE)
    return flags


def note(at_s: float, *, struck: bool = False) -> Line:
    return Line(at_s, Kind.NOTE, "Nausea", struck=struck)


def alarm(at_s: float, priority: Priority, until_s: float | None = None) -> Line:
    return Line(at_s, Kind.ALARM, "SBP 170", priority=priority, until_s=until_s)


def faces(found: list[Flag]) -> list[tuple[int, float, int]]:
    return [(flag.row, flag.middle, len(flag.lines)) for flag in found]


def test_a_flag_stands_at_its_moment_in_its_row() -> None:
    found = of(note(200.0), alarm(200.0, Priority.HIGH)).seen(X)
    assert faces(found) == [(ALARMS, 200.0, 1), (OTHERS, 200.0, 1)]


def test_flags_that_would_cover_each_other_are_one_with_the_most_serious_face() -> None:
    low, high = alarm(200.0, Priority.LOW), alarm(210.0, Priority.HIGH)
    (found,) = of(low, high).seen(X)
    assert found.line is high
    assert found.lines == (low, high)
    struck = note(500.0, struck=True)
    drug = Line(505.0, Kind.DRUG, "Rate")
    (one,) = of(struck, note(501.0), drug).seen(X)
    assert one.line is drug


def test_stretched_time_parts_them_again() -> None:
    flags = of(note(200.0), note(210.0))
    assert len(flags.seen(X)) == 1
    assert len(flags.seen(XScale(190.0, 250.0, 100.0, 500.0))) == 2


def test_pressing_goes_from_one_to_the_next_of_several() -> None:
    (flag,) = of(note(200.0), note(205.0), note(210.0)).seen(X)
    assert flag.next_after(None).at_s == 200.0
    assert flag.next_after(200.0).at_s == 205.0
    assert flag.next_after(210.0).at_s == 200.0
    assert flag.next_after(999.0).at_s == 200.0


def test_gaps_are_no_flags_and_alarms_last_from_onset_to_end() -> None:
    gap = Line(100.0, Kind.GAP, "SpO2: probe off", until_s=300.0)
    flags = of(gap, alarm(400.0, Priority.MEDIUM, 500.0), alarm(500.0, Priority.MEDIUM, 600.0))
    assert [flag.row for flag in flags.seen(X)] == [ALARMS, ALARMS]
    assert flags.gaps.seen(X) == [(150.0, 250.0)]
    assert flags.alarms[Priority.MEDIUM].seen(X) == [(300.0, 400.0)]
    assert flags.alarms[Priority.HIGH].seen(X) == []
    assert flags.gaps.seen(XScale(200.0, 250.0, 100.0, 500.0)) == [(100.0, 600.0)]
    assert flags.gaps.seen(XScale(301.0, 400.0, 100.0, 500.0)) == []


def test_the_flag_before_and_behind_a_moment() -> None:
    flags = of(note(100.0), note(300.0))
    assert [one.at_s if one else None for one in (
        flags.beside(None, 1), flags.beside(100.0, 1), flags.beside(300.0, 1),
        flags.beside(300.0, -1), flags.beside(100.0, -1),
    )] == [100.0, 300.0, None, 100.0, None]  # fmt: skip
    assert of().beside(None, 1) is None


@given(
    st.lists(st.floats(0, 1000), max_size=60),
    st.tuples(st.floats(0, 900), st.floats(1, 1000)),
)
def test_every_line_in_sight_is_in_one_flag_and_none_covers_another(
    moments: list[float], part: tuple[float, float]
) -> None:
    x = XScale(part[0], part[0] + part[1], 100.0, 500.0)
    found = of(*(note(at_s) for at_s in moments)).seen(x)
    told = sorted(line.at_s for flag in found for line in flag.lines)
    assert told == sorted(at_s for at_s in moments if x.shows(at_s))
    for before, after in pairwise(found):
        assert after.left >= before.left + before.width - 1e-6


def test_no_line_is_no_flag() -> None:
    assert of().seen(X) == []
    assert of().gaps.seen(X) == []
    assert of(note(2000.0)).seen(X) == []
    assert pytest.approx(WIDE) == of(note(10.0)).seen(X)[0].width
