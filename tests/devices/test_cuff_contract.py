"""What every driver of a monitor with a cuff promises, whatever the monitor sends again and again.

An old value is not a new one, half a value is none, and an error has no values, whatever numbers
stand beside it. A new driver with a cuff adds its row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from drivers import (
    and_tm2657_wire,
    berry_pm6750_wire,
    dinamap_bench,
    ge_dash_wire,
    ge_s5_wire,
    line_protocol_bench,
    omron_hbp9030_wire,
    par_nibp2010_wire,
    philips_intellivue_wire,
    suntech_oem_wire,
)
from every_wire import ivy_frame

from devices.errors import ProtocolError
from devices.registry import DRIVERS
from devices.session import DeviceEvent, Driver
from monitor.vitals import CuffFailed, CuffResult, VitalSign

AGAIN = 30
EVERY_S = 1.0

Said = Callable[[int], bytes]
"""What the monitor says so many seconds after its line was opened."""


@dataclass(frozen=True)
class Cuff:
    """`result` is 128/79 or what else the row says; `error` still holds pressures.

    `failures` are how many failed measurements an error is: none, where a monitor marks the old
    values while it measures anew.
    """

    result: Said
    partial: Said
    error: Said
    failures: int = 1


def _s5(*cuff: int) -> Said:
    screen = ge_s5_wire.Screen(cuff=(cuff[0], cuff[1], cuff[2], cuff[3], 86))
    return lambda second: ge_s5_wire.displayed(screen, time=ge_s5_wire.CLOCK + second)


def _intellivue(*pressures: int | None, state: int = 0) -> Said:
    numerics = philips_intellivue_wire.NUMERICS
    cuff = philips_intellivue_wire.nbp(pressures, state=state)
    return lambda second: philips_intellivue_wire.polled(numerics, [cuff], at_s=float(second))


_NOTHING = ge_s5_wire.INVALID
_LINE = line_protocol_bench.driver(line_protocol_bench.BY_TIME)
CUFFS: dict[str, Cuff] = {
    "ivy-450c": Cuff(
        result=lambda _: ivy_frame(b"128;79;95;86"),
        partial=lambda _: ivy_frame(b"128;;;"),
        # What it shows with an alarm beside pressures is not known: they may be true and high.
        error=lambda _: ivy_frame(b";;;").replace(b";;;;;;", b";;;;;;LEAK"),
    ),
    "dinamap": Cuff(
        result=lambda second: dinamap_bench.cuff(second, "128079095"),
        partial=lambda _: dinamap_bench.cuff(9999, "128   095"),
        error=lambda second: dinamap_bench.cuff(second, "128079095", status=3),
    ),
    "philips-intellivue": Cuff(
        result=_intellivue(128, 79, 95),
        partial=_intellivue(128, None, None, state=0x0040),
        error=_intellivue(128, 79, 95, state=0x8000),
        failures=0,
    ),
    "ge-s5": Cuff(
        result=_s5(8, 12800, 7900, 9500),
        partial=_s5(8, 12800, _NOTHING, _NOTHING),
        error=_s5(8 | ge_s5_wire.MEASURING, 12800, 7900, 9500),
        failures=0,
    ),
    "par-nibp2010": Cuff(
        result=lambda _: par_nibp2010_wire.status("P128079095;R086"),
        partial=lambda _: par_nibp2010_wire.status("P128------;R086"),
        error=lambda _: par_nibp2010_wire.status("P128079095;R086", state=2, error="07"),
    ),
    "berry-pm6750": Cuff(
        result=lambda _: berry_pm6750_wire.cuff(0, 128, 95, 79),
        partial=lambda _: berry_pm6750_wire.cuff(0, 128, 0, 0),
        error=lambda _: berry_pm6750_wire.cuff(4, 128, 95, 79),
    ),
    "suntech-oem": Cuff(
        result=lambda _: suntech_oem_wire.result(128, 79, 95, 86),
        partial=lambda _: suntech_oem_wire.result(128, 0, 0, 0),
        error=lambda _: suntech_oem_wire.result(128, 79, 95, 86, error=2),
    ),
    "ge-dash": Cuff(
        result=lambda _: ge_dash_wire.usual(95, 128, 79),
        partial=lambda _: ge_dash_wire.usual(ge_dash_wire.MISSING, 128, ge_dash_wire.MISSING),
        error=lambda _: ge_dash_wire.usual(95, ge_dash_wire.NO_PULSE, 79),
        failures=0,
    ),
    "omron-hbp9030": Cuff(
        result=lambda _: omron_hbp9030_wire.line("128", "079", "086"),
        partial=lambda _: omron_hbp9030_wire.line("128", "   ", "086"),
        error=lambda _: omron_hbp9030_wire.line("128", "079", "086", error=7),
    ),
    "and-tm2657": Cuff(
        result=lambda _: and_tm2657_wire.framed(and_tm2657_wire.content()),
        partial=lambda _: and_tm2657_wire.framed(and_tm2657_wire.content(dbp="D   ")),
        error=lambda _: and_tm2657_wire.framed(and_tm2657_wire.content(error="E44")),
    ),
    "line": Cuff(
        result=lambda _: b"128,79,86,10:32,D\r\n",
        partial=lambda _: b"128,---,86,10:32,D\r\n",
        error=lambda _: b"128,79,86,10:32,E\r\n",
    ),
}

every_cuff = pytest.mark.parametrize("name", CUFFS)


def driver_of(name: str) -> Driver:
    return _LINE if name == "line" else DRIVERS[name]


def heard(
    name: str, *parts: Said, again: int = AGAIN, reopened: bool = False
) -> list[DeviceEvent]:
    """What is made of each part, said again and again, second by second."""
    session = driver_of(name).open("device:test")
    session.opened(0.0)
    events: list[DeviceEvent] = []
    second = 0
    for part in parts:
        for _ in range(again):
            second += 1
            if reopened:
                session.opened(second * EVERY_S)
            events += session.receive(part(second), second * EVERY_S)
    return events


def results(events: list[DeviceEvent]) -> list[tuple[float, float]]:
    return [(event.sbp, event.dbp) for event in events if isinstance(event, CuffResult)]


def failures(events: list[DeviceEvent]) -> int:
    return sum(isinstance(event, CuffFailed) for event in events)


def test_every_driver_with_a_cuff_is_here() -> None:
    have = {name for name, driver in DRIVERS.items() if VitalSign.SBP in driver.signs}
    assert CUFFS.keys() - {"line"} == have


@every_cuff
def test_a_result_that_is_sent_again_and_again_is_one(name: str) -> None:
    events = heard(name, CUFFS[name].result)
    assert len(results(events)) == 1
    assert not [event for event in events if isinstance(event, ProtocolError)]


@every_cuff
def test_it_is_one_however_often_the_plug_is_pulled(name: str) -> None:
    assert len(results(heard(name, CUFFS[name].result, reopened=True))) == 1


@every_cuff
def test_half_a_result_is_none_until_it_is_whole(name: str) -> None:
    cuff = CUFFS[name]
    assert results(heard(name, cuff.partial)) == []
    whole = results(heard(name, cuff.partial, cuff.result))
    assert whole == results(heard(name, cuff.result))


@every_cuff
def test_an_error_with_old_pressures_in_it_gives_no_result(name: str) -> None:
    cuff = CUFFS[name]
    events = heard(name, cuff.error)
    assert results(events) == []
    assert failures(events) == cuff.failures
    assert len(results(heard(name, cuff.result, cuff.error))) == 1
