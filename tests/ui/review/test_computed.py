"""What is computed from the values of one session."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monitor.commands import ManualCuff
from monitor.entries import Entry
from monitor.events import Numerics
from monitor.limits import Modifier
from monitor.outcomes import CuffUnconfirmed
from monitor.vitals import CuffResult, Quality, Reading, VitalSign
from tests.ui.page_sessions import IVY, Pen, cuff, example_entries, numerics, opening
from ui.review.computed import Above, Computed, Peak, computed
from ui.review.computed_numbers import computed_numbers
from ui.review.number_strip import Number
from ui.review.statistics import statistics


def record(*script: tuple[float, object]) -> list[Entry]:
    pen = Pen("a")
    pen.write(0.0, opening())
    for now_s, what in script:
        pen.write(now_s, what)
    return pen.entries


def found_in(*script: tuple[float, object]) -> Computed:
    return computed(record(*script))


def tiles(entries: list[Entry]) -> dict[str, Number]:
    return {one.name: one for one in computed_numbers(computed(entries), statistics(entries))}


def test_the_mean_of_the_monitor_stands_before_the_computed_one() -> None:
    given = CuffResult(120, 60, 91, None, IVY)
    found = found_in((10, cuff(120, 60)), (310, given))
    assert (found.peak_mean, found.mean_given) == (Peak(91, 310), True)
    plain = replace(given, map=None)
    found = found_in((10, plain), (310, replace(plain, sbp=150)))
    assert (found.peak_mean, found.mean_given) == (Peak(90, 310), False)
    assert tiles(record((10, plain)))["Peak MAP"].rest == "computed · at 0:10"


def test_each_rate_counts_with_a_cuff_value_of_the_last_three_minutes() -> None:
    found = found_in((0, cuff(150, 90)), (180, numerics(100, 98)), (181, numerics(140, 98)))
    assert found.product == Peak(15_000, 180)
    assert found.shock is not None
    assert found.shock.value == pytest.approx(100 / 150)


def test_the_pulse_stands_in_only_without_a_rate_of_the_ecg() -> None:
    pulse = Numerics((Reading(VitalSign.PULSE, 120.0, IVY),))
    assert found_in((0, cuff(100, 60)), (1, pulse)).product == Peak(12_000, 1)
    both = found_in((0, cuff(100, 60)), (1, pulse), (2, numerics(80, 98)))
    assert both.product == Peak(8_000, 2)


def test_what_is_not_trusted_or_not_confirmed_counts_nowhere() -> None:
    wild = replace(cuff(240, 150), quality=Quality.ARTEFACT)
    found = found_in(
        (60, cuff(206, 124)),
        (120, cuff(142, 88)),
        (120, CuffUnconfirmed(60.0)),
        (180, wild),
        (240, cuff(142, 88)),
    )
    assert found.peak_mean is not None
    assert found.peak_mean.at_s == 120
    assert found.above_high == Above(0, 0, 0)


def test_time_and_burden_above_lie_on_the_line_between_two_values() -> None:
    found = found_in((0, cuff(150, 90)), (300, cuff(170, 90)), (600, ManualCuff(150, 110, "AK")))
    assert found.above_high is not None
    assert found.above_high.lasted_s == pytest.approx(150 + 300)
    assert found.above_high.sbp_area == pytest.approx(25)
    assert found.above_high.dbp_area == pytest.approx(12.5)
    assert found.above_very_high == Above(0, 0, 0)
    assert found_in((0, cuff(190, 90))).above_high is None


def test_the_steepest_rise_is_that_of_several_values() -> None:
    script = [(300.0 * place, cuff(120 + 10 * place, 80)) for place in range(5)]
    found = found_in(*script, (1500.0, cuff(160, 80)))
    assert found.rise is not None
    assert found.rise.line.slope == pytest.approx(2)
    assert found.rise.at_s == 900
    assert tiles(record(*script))["Steepest rise"].rest == "180 in 15 min"
    assert found_in(*((at_s, cuff(120, 80)) for at_s, _ in script)).rise is None


def test_the_early_warning_score_says_what_is_not_in_it() -> None:
    entries = record((0, cuff(98, 60)), (1, numerics(112, 93)), (2, numerics(80, 98)))
    found = computed(entries)
    assert found.warned is not None
    assert (found.warned.score.total, found.warned.at_s) == (6, 1)
    assert tiles(entries)["NEWS2, partial"].rest == "without RR, Temp"
    pen = Pen("a")
    known = replace(opening().profile, modifiers=frozenset({Modifier.OXYGEN}))
    pen.write(0.0, replace(opening(), profile=known))
    pen.write(1.0, numerics(80, 98))
    warned = computed(pen.entries).warned
    assert warned is not None
    assert warned.score.total == 2


def test_a_session_without_values_has_no_numbers() -> None:
    shown = computed_numbers(computed(record()), statistics(record()))
    assert len(shown) == 8
    assert {one.value for one in shown} == {"–"}
    assert {one.at_s for one in shown} == {None}


def test_the_example_is_told_in_whole() -> None:
    told = {name: (one.value, one.rest) for name, one in tiles(example_entries()).items()}
    assert told["Peak MAP"] == ("123", "at 20:00 · +31")
    assert told["Largest rise"] == ("+44/+25", "z 3.7")
    assert told["Above 160/100"] == ("6 min", "29 · 1 mmHg·min")
    assert told["Above 180/110"] == ("0 s", "")
    assert told["Rate × pressure"] == ("15\N{NO-BREAK SPACE}792", "at 22:41")
    assert told["Shock index"] == ("0.62", "at 30:01")
