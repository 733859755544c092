"""Which limits a reading is beyond, and what it is called."""

from __future__ import annotations

from dataclasses import replace

import alarm_examples
import pictures
import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.alarm_table import CUFF_ROWS
from monitor.optional_rows import COMPUTED_ROWS
from monitor.outcomes import Priority
from monitor.picture import ChairPicture
from monitor.rules import Compare, Row
from ui.chair.alarm_values import breaches, computed_text, pressure_text, value_text
from ui.view_state import ChairView, ViewState

SIDES = {
    key: tuple(row.id for row in CUFF_ROWS if row.key == key) for key in ("bp/high", "bp/low")
}


def view_of(picture: ChairPicture) -> ChairView:
    state = ViewState()
    for message in (pictures.beginning(picture), pictures.said(picture)):
        state.absorb(message, 0.0, 1_790_000_000.0)
    return state.chairs[picture.chair]


def test_a_value_is_named_with_its_sign_and_unit() -> None:
    assert value_text(pictures.HR_MEDIUM) == "HR 118"
    low = pictures.alarm("spo2-low", pictures.V.SPO2, Priority.MEDIUM, value=90)
    assert value_text(low) == "SpO₂ 90 %"
    assert value_text(pictures.LINK_LOST) == "No data from the monitor"


def test_the_whole_reading_is_named_while_it_is_the_alarm_s_own() -> None:
    assert pressure_text(alarm_examples.ASKING, alarm_examples.asking()) == "BP 186/112"
    assert pressure_text(alarm_examples.ASKING, pictures.calm()) == ""
    assert pressure_text(pictures.LINK_LOST, pictures.calm()) == ""


@pytest.mark.parametrize("row", COMPUTED_ROWS, ids=lambda row: row.id)
def test_what_is_computed_is_named_with_its_value(row: Row) -> None:
    beyond = 1.0 if row.compare is Compare.BELOW else 17_250.0
    alarm = pictures.alarm(row.id, None, row.priority, value=beyond, limit=20.0)
    text = computed_text(alarm)
    assert ("1 min" if row.compare is Compare.BELOW else "17\N{NO-BREAK SPACE}250") in text
    held = replace(alarm, value=20.0 if row.compare is Compare.BELOW else 19.5)
    assert "≥" not in computed_text(held)
    assert computed_text(held).endswith(("20", "19.5"))
    assert computed_text(replace(alarm, value=None)) == ""


def test_a_mean_pressure_is_named_like_any_other() -> None:
    alarm = pictures.alarm("map-low", pictures.V.MAP, Priority.MEDIUM, value=56, limit=60)
    found = breaches(alarm, view_of(pictures.calm()))
    assert [breach.against for breach in found] == ["MAP 56 < 60"]


def test_of_each_sign_the_worst_limit_is_named_that_it_is_beyond() -> None:
    found = breaches(alarm_examples.EXTREME, view_of(alarm_examples.extreme()))
    assert [breach.reason for breach in found] == ["SBP ≥ 200", "DBP ≥ 120"]
    eased = replace(alarm_examples.EXTREME, value=198.0)
    shown = pictures.picture(numerals=pictures.numerals(198, 118, 80, 97), alarms=(eased,))
    assert breaches(eased, view_of(shown)) == []


def test_a_value_that_is_only_held_is_not_put_beside_a_milder_limit() -> None:
    """Medium since 112; 110 is not over 110 any more, and the low rise would not be medium."""
    held = pictures.alarm(
        "hr-high",
        pictures.V.HR,
        Priority.MEDIUM,
        value=110,
        limit=110,
        reasons=("hr-high", "hr-rise"),
    )
    shown = pictures.picture(numerals=pictures.numerals(142, 86, 110, 97), alarms=(held,))
    assert breaches(held, view_of(shown)) == []
    risen = replace(held, alarm="hr-rise", priority=Priority.LOW, limit=106, reasons=("hr-rise",))
    assert [one.against for one in breaches(risen, view_of(shown))] == ["HR 110 ≥ 106 (rise)"]


@given(
    sbp=st.integers(60, 260),
    dbp=st.integers(30, 140),
    limit=st.integers(70, 240),
    side=st.sampled_from(sorted(SIDES)),
)
def test_every_limit_that_is_named_is_really_passed(
    sbp: int, dbp: int, limit: int, side: str
) -> None:
    reasons = SIDES[side]
    row = next(row for row in CUFF_ROWS if row.id == reasons[0])
    assert row.sign is not None
    value = sbp if row.sign is pictures.V.SBP else dbp
    alarm = pictures.alarm(
        row.id, row.sign, row.priority, value=value, limit=limit, key=side, reasons=reasons
    )
    shown = pictures.picture(numerals=pictures.numerals(sbp, dbp, 80, 97), alarms=(alarm,))
    found = breaches(alarm, view_of(shown))
    assert len({breach.sign for breach in found}) == len(found)
    for breach in found:
        _label, number, mark, named = breach.against.removesuffix(" (rise)").split()
        assert int(number) == (sbp if breach.sign is pictures.V.SBP else dbp)
        passed = {"≥": int(number) >= int(named), "<": int(number) < int(named)}
        assert passed[mark]
