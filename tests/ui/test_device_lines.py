"""One device in the words and figures of its panel."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from pictures import baseline

from devices.link_watch import LinkStats
from devices.registry import DRIVERS
from devices.traffic import Direction
from monitor.events import LinkReason, LinkState
from monitor.picture import Numeral, Shown
from monitor.vitals import VitalSign
from ui.device_lines import Look, Plug, device_line
from ui.opening import facts_of
from ui.requests import DeviceLine
from ui.words import say

DRIVER = DRIVERS["nonin-df7"]
PLUG = Plug("/dev/x", DRIVER, facts_of(DRIVER, DRIVER.source), DRIVER.line)
NOW = 1000.0
LOOK = Look(NOW, None, None, frozenset())


def line(look: Look = LOOK, **stats: object) -> DeviceLine:
    return device_line(PLUG, replace(LinkStats(), **stats), look)  # type: ignore[arg-type]


def test_what_the_link_counted_is_told() -> None:
    tail = ((Direction.TX, b"?"), (Direction.RX, b"\x01"))
    told = line(
        state=LinkState.UP,
        reason=LinkReason.CONNECTED,
        bytes=120,
        frames=30,
        errors=2,
        last_error="damaged frame",
        last_frame_at=NOW - 0.5,
        round_trip_s=0.04,
        tail=tail,
    )
    assert (told.source, told.url, told.title) == (DRIVER.source, "/dev/x", DRIVER.title)
    assert (told.bytes_count, told.frames, told.errors) == (120, 30, 2)
    assert (told.last_error, told.last_frame_age_s, told.round_trip_s) == (
        "damaged frame",
        0.5,
        0.04,
    )
    assert told.tail == (("tx", b"?"), ("rx", b"\x01"))
    assert (told.state, told.sentence) == ("up", say("link-connected"))


@pytest.mark.parametrize(
    ("stats", "state", "sentence"),
    [
        ({}, "waiting", say("test-waiting", DRIVER.title)),
        ({"trouble": "no such port"}, "down", "no such port"),
        (
            {"state": LinkState.SILENT, "reason": LinkReason.NO_DATA},
            "silent",
            say("link-no-data"),
        ),
        (
            {"state": LinkState.DOWN, "reason": LinkReason.PORT_BROKE, "trouble": "/dev/x broke"},
            "down",
            "/dev/x broke",
        ),
        (
            {"state": LinkState.DOWN, "reason": LinkReason.PORT_ABSENT},
            "down",
            say("link-port-absent"),
        ),
    ],
)
def test_the_state_of_the_line_has_a_word_and_a_sentence(
    stats: dict[str, object], state: str, sentence: str
) -> None:
    told = line(**stats)
    assert (told.state, told.sentence) == (state, sentence)
    assert told.last_frame_age_s is None


def test_the_clock_of_the_monitor_is_compared_at_the_moment_at_which_it_came() -> None:
    ours = datetime(2026, 3, 4, 10, 0, 0).astimezone()
    stamp = (ours + timedelta(seconds=130)).replace(tzinfo=None).isoformat()
    look = replace(LOOK, utc_s=ours.timestamp() + 5.0)
    told = line(look, device_time=stamp, device_time_at=NOW - 5.0)
    assert told.clock_skew_s == pytest.approx(130.0)


@pytest.mark.parametrize("stamp", [None, "noon", "2026-13-01T00:00:00"])
def test_a_clock_that_tells_nothing_has_no_skew(stamp: str | None) -> None:
    told = line(replace(LOOK, utc_s=1.7e9), device_time=stamp, device_time_at=NOW)
    assert told.clock_skew_s is None


def test_where_the_time_of_day_is_none_there_is_no_skew() -> None:
    assert line(device_time="2026-03-04T10:00:00", device_time_at=NOW).clock_skew_s is None


def test_it_is_told_which_signs_are_taken_from_the_device() -> None:
    picture = baseline()
    other = Numeral(VitalSign.SPO2, Shown.LIVE, 98.0, 0.5, source="device:other")
    pulse = Numeral(VitalSign.PULSE, Shown.LIVE, 70.0, 0.5, source=DRIVER.source)
    numerals = picture.numerals | {VitalSign.SPO2: other, VitalSign.PULSE: pulse}
    seen = replace(picture, numerals=numerals)
    assert dict(line(replace(LOOK, picture=seen)).signs) == {
        VitalSign.PULSE: True,
        VitalSign.SPO2: False,
    }
    alone = replace(picture, numerals=numerals | {VitalSign.SPO2: replace(other, source="")})
    assert dict(line(replace(LOOK, picture=alone)).signs)[VitalSign.SPO2]
    blank = replace(other, shown=Shown.BLANK, value=None, source=DRIVER.source)
    nothing = replace(picture, numerals=numerals | {VitalSign.SPO2: blank})
    assert not dict(line(replace(LOOK, picture=nothing)).signs)[VitalSign.SPO2]
    assert not any(taken for _sign, taken in line().signs)


def test_a_cuff_may_be_started_where_a_person_allowed_it() -> None:
    driver = DRIVERS["dinamap"]
    plug = Plug("/dev/x", driver, facts_of(driver, driver.source), driver.line)
    told = device_line(plug, LinkStats(), LOOK)
    assert (told.can_start_cuff, told.may_start_cuff) == (True, False)
    allowed = replace(LOOK, may_start=frozenset({driver.source}))
    assert device_line(plug, LinkStats(), allowed).may_start_cuff
