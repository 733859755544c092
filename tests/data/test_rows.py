import json

import pytest
from helpers import share_of_examples
from hypothesis import given

from data.errors import StoreDamaged
from data.rows import COLUMNS, Row, to_entry, to_row
from monitor.commands import Note, NoteKind
from monitor.entries import Entry
from monitor.events import Numerics
from monitor.vitals import Quality, Reading, VitalSign
from tests.data.record_examples import SOURCE, anything, moments, typical


def row_of(what, now_s=1.5):
    return to_row(Entry("s-1", 7, now_s, what))


@share_of_examples(3)
@given(anything, moments)
def test_an_entry_comes_back_equal_from_its_row(what, now_s):
    entry = Entry("s-1", 7, now_s, what)
    row = to_row(entry)
    assert len(row.values) == 2 + len(COLUMNS[row.table])
    assert to_entry("s-1", row) == entry


def test_a_second_of_one_monitor_is_one_wide_row():
    row = row_of(
        Numerics(
            (
                Reading(VitalSign.SPO2, 97, SOURCE, Quality.POOR),
                Reading(VitalSign.HR, 80.0, SOURCE),
                Reading(VitalSign.PERFUSION, 2.4, SOURCE),
            )
        )
    )
    assert row.table == "numerics"
    assert row.values[:3] == (7, 1500, "spo2:poor hr perfusion @ device:ivy-450c")
    assert row.values[4:7] == (80.0, None, 97.0)
    assert 240 in row.values


@pytest.mark.parametrize(
    "readings",
    [
        (),
        (Reading(VitalSign.SBP, 120.0, SOURCE),),
        (Reading(VitalSign.HR, 80.0, SOURCE), Reading(VitalSign.HR, 81.0, SOURCE)),
        (Reading(VitalSign.HR, 80.0, SOURCE), Reading(VitalSign.SPO2, 99.0, "manual")),
        (Reading(VitalSign.TEMP, 36.6666, SOURCE),),
        (Reading(VitalSign.TEMP, 1e300, SOURCE),),
        (Reading(VitalSign.HR, 80.0, "lone surrogate \ud800"),),
        (Reading(VitalSign.HR, float("inf"), SOURCE),),
    ],
)
def test_readings_that_do_not_fit_a_wide_row_are_kept_as_json(readings):
    row = row_of(Numerics(readings))
    assert row.table == "events"
    assert to_entry("s-1", row).what == Numerics(readings)


@given(typical, moments)
def test_the_canonical_text_of_a_row_is_its_values_as_json(what, now_s):
    row = to_row(Entry("s-1", 7, now_s, what))
    assert row.canonical == json.dumps([row.table, *row.values]).encode()


def test_the_canonical_text_differs_when_any_value_differs():
    row = row_of(Note("n1", NoteKind.NAUSEA, "", "RN"))
    assert json.loads(row.canonical)[:3] == ["events", 7, 1500]
    for place in range(len(row.values)):
        changed = list(row.values)
        changed[place] = "x"
        assert Row(row.table, tuple(changed)).canonical != row.canonical


@pytest.mark.parametrize(
    "row",
    [
        Row("numerics", (7, 1, "hr @ x", None, *[None] * 9)),
        Row("numerics", (7, 1, "sbp @ x", None, *[1.0] * 9)),
        Row("numerics", (7, 1, "layout 9", None, *[1.0] * 9)),
        Row("numerics", (7, 1, "hr @ x", 2**62, *[1.0] * 9)),
        Row("cuff_results", (7, 1, 120.0, 80.0, None, None, "x", "excellent", None, None)),
        Row("alarms", (7, 1, "k", "a", "hr", 9, "sounding", None, None, "[]", "")),
        Row("wave_chunks", (7, 1, "ecg", 250.0, "mV", "2", b"not deflated")),
        Row("events", (7, 1, "note", "{}")),
    ],
)
def test_a_row_that_nobody_wrote_is_damage(row):
    with pytest.raises(StoreDamaged):
        to_entry("s-1", row)
