"""Against lines of a real N-560 and the description of its format."""

from __future__ import annotations

import re
from dataclasses import replace

from helpers import recording
from virtual_bedside import S1, sensors

from devices.simulated.monitors.virtual_nellcor import (
    LINE_EVERY_S,
    LINES_BELOW_HEADING,
    VirtualNellcor,
)
from devices.simulated.scenario.artefacts import Artefact, ArtefactKind
from devices.simulated.scenario.scenario import Scenario

OFF = replace(S1, artefact=(Artefact(ArtefactKind.PROBE_OFF, 30.0, 60.0),))
POORLY_PERFUSED = replace(S1, patient=replace(S1.patient, perfusion=0.2))
SLOW = replace(S1, patient=replace(S1.patient, hr=35.0, spo2=80.0))
MOVED = "07-Jan-04 11:24:54   100     102      36    MO             AO"


def messages(scenario: Scenario, count: int) -> list[list[str]]:
    """The lines of each time at which it speaks."""
    nellcor = VirtualNellcor(sensors(scenario))
    return [
        nellcor.due(number * LINE_EVERY_S).decode("ascii").splitlines()
        for number in range(1, count + 1)
    ]


def columns(line: str) -> list[int]:
    """Where the words of a line end, date and time and the three values."""
    return [word.end() for word in re.finditer(r"[^ ]+", line)][:5]


def test_the_values_stand_in_the_columns_of_the_described_line() -> None:
    line = messages(POORLY_PERFUSED, 2)[-1][0]
    assert columns(line.replace("*", "")) == columns(MOVED)
    assert line.index("MO") == MOVED.index("MO")


def test_the_headings_are_those_of_a_real_one_but_for_the_settings() -> None:
    real = recording("nellcor_n560", "n560_lines.txt").decode("ascii").splitlines()[-3:]
    ours = messages(S1, 1)[0][:3]

    def form(line: str) -> str:
        return re.sub(r" *\d+", "9", line.rstrip())

    assert [form(line) for line in ours] == [form(line) for line in real]


def test_a_heading_stands_before_every_25_lines() -> None:
    said = messages(S1, 60)
    assert [len(lines) for lines in said] == [
        1 if number % LINES_BELOW_HEADING else 4 for number in range(60)
    ]


def test_there_is_a_line_every_two_seconds_and_a_missed_one_is_not_sent_later() -> None:
    nellcor = VirtualNellcor(sensors())
    assert nellcor.wake_at() == 2.0
    assert nellcor.due(1.99) == b""
    assert b"15-Jan-26 10:00:02   " in nellcor.due(2.0)
    assert nellcor.due(3.5) == b""
    assert nellcor.due(31.0).count(b"\n") == 1
    assert nellcor.wake_at() == 32.0


def test_a_probe_that_is_off_leaves_dashes_and_its_code() -> None:
    assert messages(OFF, 22)[-1][0].split()[2:] == ["---", "---", "---", "SO"]


def test_values_outside_the_limits_bear_a_star_and_their_codes() -> None:
    spo2, pulse, _amplitude, *codes = messages(SLOW, 10)[-1][0].split()[2:]
    assert spo2.endswith("*")
    assert pulse.endswith("*")
    assert codes == ["SL", "PL"]
