"""Against the description of format 5."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from helpers import recording
from virtual_bedside import S1, sensors

from devices.drivers.omron_hbp9030 import DRIVER
from devices.simulated.monitors.virtual_omron import VirtualOmron
from devices.simulated.scenario.parts import ScriptedCuff
from devices.simulated.scenario.scenario import Scenario, scenario_named
from devices.simulated.wire.stepped_link import SteppedLink
from monitor.vitals import CuffFailed, CuffResult

COMMAS = (4, 7, 10, 13, 16, 37, 39, 43, 47, 51)


def lines(scenario: Scenario, until: int) -> list[str]:
    omron = VirtualOmron(sensors(scenario))
    said = b"".join(omron.due(float(second)) for second in range(until))
    return said.decode("ascii").splitlines(keepends=True)


def test_every_line_has_its_commas_in_their_places_and_its_length() -> None:
    for line in lines(scenario_named("S14"), 2500):
        assert line.endswith("\r\n")
        assert len(line) == 55
        assert tuple(place for place, byte in enumerate(line) if byte == ",") == COMMAS


def test_the_lines_have_the_form_of_the_constructed_ones() -> None:
    def form(line: str) -> str:
        return re.sub(r"\d", "9", line[:17] + line[37:].rstrip())

    there = {form(line) for line in recording(
        "omron_hbp9030_fixtures", "hbp9030_format5_lines.txt"
    ).decode().splitlines()}  # fmt: skip
    assert {form(line) for line in lines(scenario_named("S14"), 2500)} <= there


def test_a_result_is_on_the_line_as_it_was_measured() -> None:
    scripted = replace(S1, cuff=(ScriptedCuff(900.0, sbp=118, dbp=74, pulse=70),))
    assert lines(scripted, 901)[-1] == (
        "2026,01,15,10,15,                    ,0,118,074,070,0\r\n"
    )


@pytest.mark.parametrize(
    "cuff", [ScriptedCuff(900.0, sbp=270, dbp=74), ScriptedCuff(900.0, sbp=120, dbp=74, pulse=39)]
)
def test_what_the_real_one_cannot_show_is_an_error_and_not_a_number(cuff: ScriptedCuff) -> None:
    assert lines(replace(S1, cuff=(cuff,)), 901)[-1][37:] == ",7,   ,   ,   ,0\r\n"


def test_nothing_it_is_sent_changes_it() -> None:
    told, untold = VirtualOmron(sensors()), VirtualOmron(sensors())
    told.receive(b"START\r\n", 0.5)
    for second in range(60):
        assert told.due(float(second)) == untold.due(float(second))


def test_through_the_driver_every_measurement_is_heard_once_with_its_values() -> None:
    scenario = scenario_named("S14")
    link = SteppedLink(DRIVER, VirtualOmron(sensors(scenario)))
    heard = [what for second in range(2500) for what in link.advance(float(second))]
    results = [what for what in heard if isinstance(what, CuffResult)]
    failed = [what for what in heard if isinstance(what, CuffFailed)]
    wanted = [line for line in lines(scenario, 2499) if line[38] == "0"]
    assert [(r.sbp, r.dbp, r.pulse) for r in results] == [
        (float(line[40:43]), float(line[44:47]), float(line[48:51])) for line in wanted
    ]
    assert len(failed) == 2
    assert link.stats.errors == 0
