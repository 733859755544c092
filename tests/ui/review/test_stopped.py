"""Holes of which nobody said anything, told in the review with their reason."""

from dataclasses import replace

from monitor.entries import Entry
from monitor.events import (
    DeviceFacts,
    LinkChanged,
    LinkReason,
    LinkState,
    Numerics,
    Resumed,
)
from monitor.vitals import LostReason, Reading, SignalLost, VitalSign
from tests.ui.page_sessions import IVY, Pen, numerics, opening
from ui.review.line import Kind
from ui.review.stopped import stopped
from ui.review.timeline import timeline

OXIMETER = "device:nonin-df7"
SHORTEST_S = 10.0


def entries_of(*script: tuple[float, object]) -> list[Entry]:
    """After half a minute in which values came every second."""
    pen = Pen("a")
    second = DeviceFacts("nonin-df7", OXIMETER, 5.0, 10.0, frozenset({VitalSign.SPO2}))
    first = opening()
    pen.write(0.0, replace(first, devices=(*first.devices, second)))
    dense = [(-float(second), numerics(70, 98)) for second in range(30, 0, -1)]
    for now_s, what in (*dense, *script):
        pen.write(100.0 + now_s, what)
    return pen.entries


def holes(*script: tuple[float, object]) -> list[tuple[str, float, float]]:
    found = stopped(entries_of(*script), SHORTEST_S)
    return [(one.sign.value, one.from_s - 100.0, one.to_s - 100.0) for one in found]


def test_values_that_stop_on_a_line_that_lives_are_a_gap_of_each_sign() -> None:
    found = holes((1, numerics(70, 98)), (2, numerics(70, 98)), (40, numerics(70, 98)))
    assert found == [("hr", 2, 40), ("spo2", 2, 40)]


def test_a_short_pause_is_none() -> None:
    assert holes((1, numerics(70, 98)), (10, numerics(70, 98))) == []


def test_what_the_link_or_the_monitor_or_the_program_said_is_told_elsewhere() -> None:
    silent = LinkChanged(LinkState.SILENT, LinkReason.NO_DATA, IVY, 3.0)
    off = SignalLost(VitalSign.SPO2, LostReason.SENSOR_OFF, IVY)
    assert holes((1, numerics(70, 98)), (4, silent), (40, numerics(70, 98))) == []
    assert holes((1, numerics(70, 98)), (3, off), (40, numerics(70, 98))) == []
    assert holes((1, numerics(70, 98)), (30, Resumed(102.0)), (40, numerics(70, 98))) == []


def test_a_link_explains_only_what_it_was_away_for() -> None:
    """A few seconds of silence in half a minute without a value hid all of it."""
    silent = LinkChanged(LinkState.SILENT, LinkReason.NO_DATA, IVY, 3.0)
    back = LinkChanged(LinkState.UP, LinkReason.CONNECTED, IVY, 3.5)
    found = holes((1, numerics(70, 98)), (4, silent), (5, back), (40, numerics(70, 98)))
    assert found == [("hr", 5, 40), ("spo2", 5, 40)]
    found = holes((1, numerics(70, 98)), (30, silent), (31, back), (40, numerics(70, 98)))
    assert found == [("hr", 1, 27), ("spo2", 1, 27)]


def test_a_link_that_comes_and_goes_without_a_value_is_one_hole() -> None:
    """Each time it was back for a few seconds only, and each time nobody said that none came."""
    silent = LinkChanged(LinkState.SILENT, LinkReason.NO_DATA, IVY, 3.0)
    back = LinkChanged(LinkState.UP, LinkReason.CONNECTED, IVY, 3.5)
    script: list[tuple[float, object]] = [(1, numerics(70, 98))]
    for at in range(10, 50, 8):
        script += [(at, silent), (at + 1, back)]
    found = holes(*script, (50, numerics(70, 98)))
    assert found == [("hr", 11, 39), ("spo2", 11, 39)]


def test_a_sensor_that_is_lost_much_later_explains_nothing_before() -> None:
    off = SignalLost(VitalSign.SPO2, LostReason.OUT_OF_RANGE, IVY)
    found = holes((1, numerics(70, 98)), (31, off), (40, numerics(70, 98)))
    assert found == [("hr", 1, 40), ("spo2", 1, 31)]


def test_what_lasts_to_the_end_of_the_record_is_told_too() -> None:
    refused = LinkChanged(LinkState.UP, LinkReason.CONNECTED, IVY, 0.0)
    script = ((1, numerics(70, 98)), (41, refused))
    assert holes(*script) == [("hr", 1, 41), ("spo2", 1, 41)]
    told = [line.detail for line in timeline(entries_of(*script)) if line.kind is Kind.GAP]
    assert told == ["until the end", "until the end"]


def test_a_line_that_another_device_lost_explains_nothing() -> None:
    silent = LinkChanged(LinkState.SILENT, LinkReason.NO_DATA, OXIMETER, 3.0)
    found = holes((1, numerics(70, 98)), (4, silent), (40, numerics(70, 98)))
    assert found == [("hr", 1, 40), ("spo2", 1, 40)]


def test_a_sign_that_another_device_gave_meanwhile_was_not_gone() -> None:
    second = Numerics((Reading(VitalSign.SPO2, 95.0, OXIMETER),))
    found = holes((1, numerics(70, 98)), (20, second), (40, numerics(70, 98)))
    assert found == [("hr", 1, 40)]


def test_the_review_tells_it_with_its_reason_and_its_length() -> None:
    lines = timeline(entries_of((1, numerics(70, 98)), (61, numerics(70, 98))))
    gaps = [
        (line.text, line.detail, line.at_s, line.until_s)
        for line in lines
        if line.kind is Kind.GAP
    ]
    assert ("SpO₂: no value from the monitor", "for 1 min", 101, 161) in gaps


def test_who_gives_a_value_a_minute_is_not_silent_in_between() -> None:
    slow = [
        (60.0 * minute, Numerics((Reading(VitalSign.TEMP, 36.8, IVY),))) for minute in range(9)
    ]
    alive = [(float(second), numerics(70, 98)) for second in range(1, 480)]
    assert holes(*sorted([*slow, *alive], key=lambda pair: pair[0])) == []
