"""A cuff and an oximeter on two ports make one session; either may go, and the other goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from helpers import wait_until
from real_program import (
    PATIENCE_S,
    Running,
    asked,
    chairside,
    exported,
    needs_pty,
    one_sentence,
    simulated,
)
from watched_program import Watched, wanted, wanted_of, watched

from devices.capture import Direction
from devices.registry import DRIVERS
from monitor.commands import AllowCuff, EndSession, PreferSource, StartCuff
from monitor.events import LinkChanged, LinkState, Numerics
from monitor.outcomes import CuffAsked, Refused
from monitor.picture import Numeral
from monitor.vitals import CuffResult, VitalSign
from ui.black_box import wires_in
from ui.places import capture_path
from ui.requests import DeviceRequest, Refusal, WrongEntry

pytestmark = needs_pty

CUFF, OXIMETER = "dinamap", "nonin-df7"
FROM_CUFF, FROM_OXIMETER = f"device:{CUFF}", f"device:{OXIMETER}"
FAST = ("--pty", "--speed", "15")
"""Fifteen times as fast: a cuff result within some seconds."""
SPO2 = VitalSign.SPO2


START = DRIVERS[CUFF].cuff_start


@contextmanager
def monitors(folder: Path, *how: str) -> Iterator[tuple[DeviceRequest, DeviceRequest]]:
    """The oximeter and the cuff, both speaking."""
    with (
        simulated(*(how or FAST), driver=CUFF) as (_cuff, cuff_url),
        simulated("--pty", "--link", folder / "oximeter", driver=OXIMETER) as (_ox, oximeter_url),
    ):
        yield DeviceRequest(oximeter_url, OXIMETER), DeviceRequest(cuff_url, CUFF)


def heard_from(seen: Watched, source: str) -> int:
    """How often this device gave an SpO2."""
    return sum(
        reading.source == source
        for _at, event in seen.events(Numerics)
        if isinstance(event, Numerics)
        for reading in event.readings
        if reading.sign is SPO2
    )


def numeral(seen: Watched, sign: VitalSign = SPO2) -> Numeral:
    return seen.picture.numerals[sign]


def results(seen: Watched) -> int:
    return len(seen.events(CuffResult))


def test_the_oximeter_goes_and_the_cuff_goes_on(tmp_path: Path) -> None:
    db = tmp_path / "record.db"
    with watched(db) as seen, simulated(*FAST, driver=CUFF) as (_cuff, cuff_url):
        with simulated("--pty", driver=OXIMETER) as (_oximeter, oximeter_url):
            session = seen.program.open_session(
                wanted_of(DeviceRequest(oximeter_url, OXIMETER), DeviceRequest(cuff_url, CUFF))
            )
            seen.until(lambda: results(seen) >= 1, PATIENCE_S, "a cuff result")
            for source in (FROM_CUFF, FROM_OXIMETER):
                seen.until(lambda source=source: heard_from(seen, source) >= 3)
            assert numeral(seen).source == FROM_OXIMETER
            assert numeral(seen, VitalSign.SBP).value is not None
            lines = seen.program.device_lines(1)
            assert [(line.source, line.state) for line in lines] == [
                (FROM_OXIMETER, "up"),
                (FROM_CUFF, "up"),
            ]
            taken = {line.source: dict(line.signs)[SPO2] for line in lines}
            assert taken == {FROM_OXIMETER: True, FROM_CUFF: False}
            assert all(line.tail and line.frames for line in lines)
        gone = seen.until(lambda: numeral(seen).source == FROM_CUFF, what="the other source")
        assert numeral(seen).value is not None
        seen.until(lambda: "sounding" in seen.alarms("link-lost"), what="link-lost")
        (alarm,) = [view for view in seen.picture.alarms if view.alarm == "link-lost"]
        assert alarm.text == OXIMETER
        assert seen.picture.link is not None
        assert (seen.picture.link.source, seen.picture.link.state) == (
            FROM_OXIMETER,
            LinkState.DOWN,
        )
        before = results(seen)
        seen.until(lambda: results(seen) > before, PATIENCE_S, "another cuff result")
        assert not blank_since(seen, gone)
        seen.program.send(1, EndSession("AK"))
        seen.until(lambda: len(seen.events(EndSession)) == 1)
        seen.program.flush()
    rows = exported(session, db, tmp_path)
    given = {(row["sign"], row["source"]) for row in rows}
    assert {("sbp", FROM_CUFF), ("spo2", FROM_OXIMETER), ("pulse", FROM_OXIMETER)} <= given
    assert ("sbp", FROM_OXIMETER) not in given
    replayed_with_both(capture_path(db, session))


def blank_since(seen: Watched, moment: float) -> bool:
    """Was there a moment without an SpO2 after this one?"""
    values = [
        message.picture.numerals[SPO2].value
        for at, message in seen.seen
        if at >= moment and hasattr(message, "picture")
    ]
    return None in values


def replayed_with_both(capture: Path) -> None:
    """The black box says again which line was lost, through both drivers."""
    assert [wire.source for wire in wires_in(capture, None)] == [FROM_OXIMETER, FROM_CUFF]
    ran = asked("replay", capture, "--technical")
    assert ran.code == 0, ran.err
    assert "link-lost" in {line["alarm"] for line in ran.alarms if line["state"] == "sounding"}
    decoded = asked("decode", "--driver", CUFF, capture).out
    assert ",sbp," in decoded
    assert decoded.count("protocol-error") <= 1, "the oximeter's bytes are none of the cuff's"


def test_a_person_may_prefer_the_other_device_and_is_refused_what_cannot_be(
    tmp_path: Path,
) -> None:
    with watched(tmp_path / "record.db") as seen, monitors(tmp_path) as devices:
        seen.program.open_session(wanted_of(*devices))
        for source in (FROM_CUFF, FROM_OXIMETER):
            seen.until(lambda source=source: heard_from(seen, source) >= 1)
        seen.program.send(1, PreferSource(SPO2, FROM_CUFF, "AK"))
        seen.until(lambda: numeral(seen).source == FROM_CUFF, what="the preferred source")
        seen.program.send(1, PreferSource(SPO2, "device:ge-s5", "AK"))
        seen.until(lambda: any(isinstance(one, Refused) for one in seen.outcomes))


def test_a_session_of_two_devices_goes_on_with_both(tmp_path: Path) -> None:
    db = tmp_path / "record.db"
    with monitors(tmp_path) as (oximeter, cuff):
        with watched(db) as seen:
            session = seen.program.open_session(wanted_of(oximeter, cuff))
            seen.until(lambda: heard_from(seen, FROM_OXIMETER) >= 2)
            seen.program.flush()
        with watched(db) as seen:
            stranger = DeviceRequest(cuff.url, "ivy-450c")
            with pytest.raises(WrongEntry, match=f"goes on with {OXIMETER}, {CUFF}"):
                seen.program.resume_session(session, (oximeter, stranger))
            seen.program.resume_session(session, (cuff, DeviceRequest(oximeter.url, "")))
            for source in (FROM_CUFF, FROM_OXIMETER):
                seen.until(lambda source=source: heard_from(seen, source) >= 1)
            lines = seen.program.device_lines(1)
            assert [line.source for line in lines] == [FROM_OXIMETER, FROM_CUFF]
            seen.program.send(1, EndSession("AK"))
            seen.until(lambda: len(seen.events(EndSession)) == 1)


def test_two_monitors_of_a_kind_are_two_sources(tmp_path: Path) -> None:
    with (
        watched(tmp_path / "record.db") as seen,
        simulated("--pty") as (_one, first),
        simulated("--pty") as (_two, second),
    ):
        seen.program.open_session(
            wanted_of(DeviceRequest(first, "ivy-450c"), DeviceRequest(second, "ivy-450c"))
        )
        for source in ("device:ivy-450c", "device:ivy-450c#2"):
            seen.until(lambda source=source: heard_from(seen, source) >= 1)
        up = {change.source for _at, change in seen.events(LinkChanged)}  # type: ignore[union-attr]
        assert up == {"device:ivy-450c", "device:ivy-450c#2"}


def test_a_port_that_is_not_there_is_named_and_nothing_is_begun(tmp_path: Path) -> None:
    missing = str(tmp_path / "none")
    with watched(tmp_path / "record.db") as seen, simulated("--pty") as (_monitor, url):
        with pytest.raises(Refusal, match="none"):
            seen.program.open_session(
                wanted_of(DeviceRequest(url, "ivy-450c"), DeviceRequest(missing, CUFF))
            )
        with pytest.raises(WrongEntry, match="two monitors"):
            seen.program.open_session(
                wanted_of(DeviceRequest(url, "ivy-450c"), DeviceRequest(url, CUFF))
            )
        with pytest.raises(WrongEntry, match="No monitor"):
            seen.program.open_session(wanted_of())
        assert seen.program.library().count == 0
        assert seen.program.device_lines(1) == ()
        seen.program.open_session(wanted(url))


def test_a_cuff_is_started_on_its_own_line_where_a_person_allowed_it(tmp_path: Path) -> None:
    db = tmp_path / "record.db"
    with watched(db) as seen, monitors(tmp_path, "--pty") as (oximeter, cuff):
        session = seen.program.open_session(
            wanted_of(oximeter, replace(cuff, may_start_cuff=True))
        )
        seen.program.send(1, StartCuff(FROM_CUFF, "AK"))
        seen.until(lambda: CuffAsked(FROM_CUFF) in seen.outcomes)
        assert seen.program.device_lines(1)[1].may_start_cuff
        seen.until(lambda: started(seen), what="the command on the wire")
        seen.until(lambda: seen.picture.cuff_measuring, what="the measurement")
        seen.program.send(1, AllowCuff(FROM_CUFF, allowed=False, by="AK"))
        seen.program.send(1, StartCuff(FROM_CUFF, "AK"))
        seen.until(lambda: any(isinstance(one, Refused) for one in seen.outcomes))
        assert not seen.program.device_lines(1)[1].may_start_cuff
        seen.program.send(1, EndSession("AK"))
        seen.until(lambda: len(seen.events(EndSession)) == 1)
    sent = {
        wire.source: [one.data for one in wire.records if one.direction is Direction.TX]
        for wire in wires_in(capture_path(db, session), None)
    }
    assert sum(data in START for data in sent[FROM_CUFF]) == 1
    assert not any(data in START for data in sent[FROM_OXIMETER])


def started(seen: Watched) -> bool:
    """The command has left for the monitor."""
    tail = seen.program.device_lines(1)[1].tail
    sent = b"".join(data for direction, data in tail if direction == "tx")
    return any(command in sent for command in START)


def test_record_takes_several_ports_and_names_their_monitors(tmp_path: Path) -> None:
    db = tmp_path / "record.db"
    with monitors(tmp_path) as (oximeter, cuff):
        ran = chairside(
            "record", "--port", oximeter.url, "--driver", OXIMETER, "--port", cuff.url,
            "--driver", CUFF, "--seconds", "4", "--db", db,
        )  # fmt: skip
    assert ran.code == 0, ran.err
    assert f"{OXIMETER}: The monitor is connected." in ran.err
    assert f"{CUFF}: The monitor is connected." in ran.err
    sources = {row["source"] for row in exported(ran.last_line, db, tmp_path)}
    assert sources == {FROM_CUFF, FROM_OXIMETER}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--port", "a", "--port", "b", "--driver", "dinamap"), "2 --port and 1 --driver"),
        (("--port", "a", "--driver", "dinamap", "--driver", "auto"), "1 --port and 2 --driver"),
        (("--port", "a", "--port", "b", "--baud", "9600"), "2 --port and 1 --baud"),
        (
            ("--port", "a", "--port", "a", "--driver", "dinamap", "--driver", "ge-s5"),
            "a was given for two monitors",
        ),
        (("--port", "a", "--port", "b", "--driver", "dinamap", "--driver", "x"), "'x'"),
    ],
)
def test_ports_and_monitors_that_do_not_go_together_are_a_wrong_use(
    arguments: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    db = tmp_path / "record.db"
    ran = asked("record", *arguments, "--db", db)
    assert ran.code == 2
    assert one_sentence(ran.err), ran.err
    assert words in ran.err
    assert not db.exists()


def test_a_session_that_was_killed_is_resumed_on_both_ports(tmp_path: Path) -> None:
    db = tmp_path / "record.db"
    with monitors(tmp_path) as (oximeter, cuff):
        ports = ("--port", oximeter.url, "--port", cuff.url)
        with Running(
            "record", *ports, "--driver", OXIMETER, "--driver", CUFF, "--db", db
        ) as first:
            first.until_said(f"{CUFF}: The monitor is connected.")
            wait_until(lambda: '"id"' in asked("sessions", "--json", "--db", db).out)
            first.kill()
        ran = chairside("record", "--resume", *ports, "--seconds", "3", "--db", db)
    assert ran.code == 0, ran.err
    rows = exported(ran.last_line, db, tmp_path)
    assert {row["source"] for row in rows} == {FROM_CUFF, FROM_OXIMETER}
