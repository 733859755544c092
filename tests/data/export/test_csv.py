import csv
import locale
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.export.csv import HEADER, session_csv
from monitor.commands import ManualCuff, Note, NoteKind
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.events import Numerics
from monitor.outcomes import CuffUnconfirmed, Refused
from monitor.taken import accepted
from monitor.treatment.commands import CountBreaths, Scale, Score, StandingCuff
from monitor.vitals import (
    SIGNS,
    CuffFailed,
    CuffFailure,
    CuffResult,
    LostReason,
    Quality,
    Reading,
    SignalLost,
    VitalSign,
)
from tests.data.record_examples import SOURCE, course, sessions

ANCHOR = Anchor("s-1", 0.0, 1_760_000_000.25, 120, AnchorReason.START)


def rows(whats, anchors=(ANCHOR,)):
    entries = [Entry("s-1", seq, now_s, what) for seq, (now_s, what) in enumerate(whats)]
    return list(csv.DictReader(session_csv(entries, anchors)))


def cells(row):
    return [row[name] for name in HEADER]


def test_the_header_is_the_one_that_was_promised():
    assert list(session_csv([], [])) == ["t_seconds,utc,sign,value,unit,source,quality\n"]


def test_a_second_gives_a_line_for_each_value():
    numerics = Numerics(
        (
            Reading(VitalSign.HR, 80.0, SOURCE),
            Reading(VitalSign.PERFUSION, 2.4, SOURCE, Quality.POOR),
        )
    )
    assert [cells(row) for row in rows([(12.5, numerics)])] == [
        ["12.5", "2025-10-09T08:53:32.750Z", "hr", "80", "1/min", SOURCE, "good"],
        ["12.5", "2025-10-09T08:53:32.750Z", "perfusion", "2.4", "%", SOURCE, "poor"],
    ]


def test_a_cuff_result_gives_a_line_for_each_number_it_has():
    cuff = CuffResult(186.0, 112.0, None, 77.0, SOURCE, Quality.UNCONFIRMED)
    found = rows([(60.0, cuff)])
    assert [(row["sign"], row["value"], row["unit"]) for row in found] == [
        ("sbp", "186", "mmHg"),
        ("dbp", "112", "mmHg"),
        ("nibp_pulse", "77", "1/min"),
    ]
    assert {row["quality"] for row in found} == {"unconfirmed"}


def test_what_a_repeat_did_not_confirm_says_so_and_stays():
    doubtful, repeat = (
        CuffResult(sbp, dbp, None, None, SOURCE) for sbp, dbp in ((206.0, 124.0), (142.0, 88.0))
    )
    found = rows([(60.0, doubtful), (120.0, repeat), (120.0, CuffUnconfirmed(60.0))])
    assert [(row["sign"], row["value"], row["quality"]) for row in found] == [
        ("sbp", "206", "unconfirmed"),
        ("dbp", "124", "unconfirmed"),
        ("sbp", "142", "good"),
        ("dbp", "88", "good"),
    ]


def test_a_pressure_that_a_person_measured_says_so():
    found = rows([(60.0, ManualCuff(121.0, 81.0, "RN"))])
    assert [(row["sign"], row["value"], row["source"]) for row in found] == [
        ("sbp", "121", "manual"),
        ("dbp", "81", "manual"),
    ]


def test_a_pressure_that_was_entered_late_stands_where_it_was_measured():
    late, impossible = ManualCuff(121.0, 81.0, "RN", 400.0), ManualCuff(99.0, 55.0, "RN", 901.0)
    found = rows([(600.0, ManualCuff(130.0, 82.0, "RN")), (900.0, late), (900.0, impossible)])
    assert [(row["t_seconds"], row["value"]) for row in found] == [
        ("500", "121"),
        ("500", "81"),
        ("600", "130"),
        ("600", "82"),
    ]


def test_breaths_that_a_person_counted_say_so():
    found = rows([(60.0, CountBreaths(14.0, "RN"))])
    assert [(row["sign"], row["value"], row["unit"], row["source"]) for row in found] == [
        ("rr", "14", "1/min", "manual")
    ]


def test_what_was_refused_and_what_is_no_sign_has_no_line():
    assert not rows(
        [
            (60.0, CountBreaths(14.0, "RN")),
            (60.0, Refused("count-breaths", "session-over")),
            (61.0, ManualCuff(121.0, 81.0, "RN")),
            (61.0, Refused("manual-cuff", "session-over")),
            (62.0, Score(Scale.PAIN, 3, "RN")),
            (63.0, StandingCuff(121.0, 81.0, 1, False, "RN")),
        ]
    )


def test_what_was_not_measured_has_no_line():
    assert not rows(
        [
            (1.0, SignalLost(VitalSign.HR, LostReason.SENSOR_OFF, SOURCE)),
            (2.0, CuffFailed(CuffFailure.LEAK, SOURCE)),
            (3.0, Note("n", NoteKind.FREE_TEXT, "120/80", "RN")),
            (4.0, Numerics((Reading(VitalSign.HR, math.nan, SOURCE),))),
        ]
    )


def test_lines_are_sorted_by_time():
    values = [(t, Numerics((Reading(VitalSign.HR, t, SOURCE),))) for t in (5.0, 3.0, 4.0)]
    assert [row["t_seconds"] for row in rows(values)] == ["3", "4", "5"]


@pytest.mark.parametrize("source", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", " =1"])
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(source):
    found = rows([(1.0, Numerics((Reading(VitalSign.TEMP, -1.5, source),)))])
    assert found[0]["source"] == f"'{source}"
    assert found[0]["value"] == "-1.5"


def test_a_text_with_line_breaks_stays_on_its_line():
    found = rows([(1.0, Numerics((Reading(VitalSign.TEMP, 36.5, "a\r\n=b\rc"),)))])
    assert [row["source"] for row in found] == ["a =b c"]


def test_the_time_of_day_follows_the_anchors():
    woken = Anchor("s-1", 100.0, 1_760_009_000.0, 60, AnchorReason.WAKE)
    values = [(t, Numerics((Reading(VitalSign.HR, 80.0, SOURCE),))) for t in (99.999, 100.0, 101)]
    assert [row["utc"] for row in rows(values, [woken, ANCHOR])] == [
        "2025-10-09T08:55:00.249Z",
        "2025-10-09T11:23:20.000Z",
        "2025-10-09T11:23:21.000Z",
    ]


def test_without_an_anchor_there_is_no_time_of_day():
    found = rows([(1.0, Numerics((Reading(VitalSign.HR, 80.0, SOURCE),)))], [])
    assert found[0]["utc"] == ""


def test_a_decimal_comma_in_the_computers_language_changes_nothing():
    before = locale.setlocale(locale.LC_ALL)
    wanted = list(session_csv(course(), [ANCHOR]))
    try:
        for name in ("de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8"):
            try:
                locale.setlocale(locale.LC_ALL, name)
            except locale.Error:
                continue
            assert list(session_csv(course(), [ANCHOR])) == wanted
    finally:
        locale.setlocale(locale.LC_ALL, before)


def continuous_of(what):
    match what:
        case Numerics(readings):
            return [(one.sign.value, one.value) for one in readings]
        case CountBreaths(rr=rr):
            return [("rr", rr)] if math.isfinite(rr) else []
        case _:
            return []


@given(sessions())
def test_every_finite_value_of_a_session_can_be_read_back(entries):
    found = list(csv.DictReader(session_csv(entries, [ANCHOR])))
    wanted = [
        (entry.now_s, sign, value)
        for entry in sorted(accepted(entries), key=lambda one: one.now_s)
        for sign, value in continuous_of(entry.what)
    ]
    read = [
        (float(row["t_seconds"]), row["sign"], float(row["value"]))
        for row in found
        if row["sign"] not in {"sbp", "dbp", "map", "nibp_pulse"}
    ]
    continuous = [one for one in wanted if one[1] not in {"sbp", "dbp", "map", "nibp_pulse"}]
    assert read == continuous
    assert all(row["unit"] == SIGNS[VitalSign(row["sign"])].unit for row in found)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_written_so_that_it_is_the_same_number(value):
    found = rows([(1.0, Numerics((Reading(VitalSign.HR, value, SOURCE),)))])
    assert float(found[0]["value"]) == value
