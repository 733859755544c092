from __future__ import annotations

from dataclasses import replace

import pytest

from devices.probe import Finding, Overheard, Step
from devices.probe_evidence import Account, account
from devices.probe_plan import openings
from devices.registry import DRIVERS
from devices.session import LineSettings
from monitor.vitals import VitalSign
from ui.evidence import evidence, trying

URL = "/dev/ttyUSB0"
FAST = LineSettings(9600)
SLOW = LineSettings(2400)
OMRON = DRIVERS["omron-hbp9030"]
LINE = b"2026,07,11,09,05,                    ,0,120,080,072,0\r\n"


def finding(
    *understood: Account,
    overheard: tuple[Overheard, ...] = (Overheard((FAST,), 0, b""),),
    line: LineSettings | None = FAST,
    echo: bool = False,
) -> Finding:
    return Finding(URL, understood, line if understood else None, overheard, echo)


def test_a_proposal_names_the_monitor_the_port_the_settings_and_what_it_shows() -> None:
    heard = Overheard((FAST,), 55, LINE[:32])
    said = evidence(finding(account(OMRON, LINE), overheard=(heard,)))
    assert OMRON.title in said
    assert URL in said
    assert "9600 baud" in said
    assert "55" in said
    assert "120" in said


def test_a_result_that_will_not_come_again_is_said_to_be_unrecorded() -> None:
    assert "not recorded" in evidence(finding(account(OMRON, LINE)))
    shows_it_again = replace(account(OMRON, LINE), driver=DRIVERS["dinamap"])
    assert "not recorded" not in evidence(finding(shows_it_again))


def test_equals_are_both_named() -> None:
    one = account(OMRON, LINE)
    said = evidence(finding(one, replace(one, driver=DRIVERS["and-tm2657"])))
    assert OMRON.title in said
    assert DRIVERS["and-tm2657"].title in said
    assert "equally" in said


@pytest.mark.parametrize(
    ("sample", "shown"), [(b"$GPGGA,12\r\n", "«$GPGGA,12··»"), (b"\x55\xaa\x01", "55 aa 01")]
)
def test_a_foreign_device_is_quoted_as_text_or_as_numbers(sample: bytes, shown: str) -> None:
    heard = (Overheard((FAST,), 0, b""), Overheard((SLOW,), 1234, sample))
    said = evidence(finding(overheard=heard))
    assert shown in said
    assert "1234 bytes at 2400 baud" in said


def test_silence_says_where_it_listened_and_what_to_check() -> None:
    heard = (Overheard((FAST,), 0, b""), Overheard((SLOW,), 0, b""))
    said = evidence(finding(overheard=heard))
    assert "silent at 9600 baud, 8N1" in said
    assert "2400 baud" in said
    assert "null-modem" in said
    assert OMRON.title in said


def test_where_there_are_no_settings_none_are_said() -> None:
    said = evidence(finding(overheard=(Overheard((FAST, SLOW), 0, b""),)))
    assert "baud" not in said


def test_an_echo_is_no_silence_and_no_monitor() -> None:
    heard = (Overheard((FAST,), 12, b"\x55"),)
    assert "sends back" in evidence(finding(overheard=heard, echo=True))


def test_what_is_being_tried_is_said() -> None:
    planned = openings(DRIVERS.values(), settings_matter=True)
    (together,) = openings(DRIVERS.values(), settings_matter=False)
    assert trying(Step(0.0, planned[0].lines)).startswith("listening at 9600 baud, 8N1")
    assert trying(Step(0.0, together.lines)) == "listening"
    asking = trying(Step(0.5, together.lines, DRIVERS["dinamap"]))
    assert DRIVERS["dinamap"].title in asking


def test_every_sign_has_a_way_to_be_shown() -> None:
    values = tuple((sign, 12.5) for sign in VitalSign)
    said = evidence(finding(replace(account(OMRON, LINE), values=values)))
    assert said.count("12.5") == len(VitalSign)
