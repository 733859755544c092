"""Against the published frames, and the field table."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.virtual_par import VirtualPar, check_digits, oximeter_packet
from devices.simulated.scenario.artefacts import Artefact, ArtefactKind
from devices.simulated.scenario.parts import ScriptedCuff
from devices.simulated.scenario.scenario import Scenario, scenario_named
from devices.simulated.sensors.measurement import Sensors
from monitor.vitals import CuffFailure

S1 = scenario_named("S1")
ASK, ASK_BOARD = b"\x0218;;DF\x03", b"\xfd18;;DF\xfe\r"
START, ABORT = b"\x0201;;D7\x03", b"X"
STATUS = re.compile(rb"\x02(S\d;A0;C00;M\d\d;P[-\d]{9};R[-\d]{3};T    ;;)([0-9A-F]{2})\x03\r")


def plain(scenario: Scenario = S1) -> VirtualPar:
    return VirtualPar(Sensors(SimulatedPatient(scenario, 1, scenario.rates)), board=False)


def with_board(scenario: Scenario = S1) -> VirtualPar:
    return VirtualPar(Sensors(SimulatedPatient(scenario, 1, scenario.rates)))


def said(par: VirtualPar, begin: float, until: float) -> list[bytes]:
    steps = (begin + step / 20 for step in range(round((until - begin) * 20)))
    return [data for now in steps if (data := par.due(now))]


def ask(par: VirtualPar, now: float) -> str:
    """The content of the reply, up to and with the two semicolons."""
    par.due(now)
    par.receive(ASK, now)
    match = STATUS.search(par.due(now + 0.1))
    assert match
    assert match[2].decode() == check_digits(match[1].decode())
    return match[1].decode()


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("18;;", "DF"),
        ("01;;", "D7"),
        ("S1;A0;C03;M00;P125080090;R075;T0005;;", "40"),
        ("S2;A0;C00;M07;P120078090;R060;T    ;;", "FC"),
        ("S1;A0;C00;M00;P101065076;R060;T    ;;", "F3"),
    ],
)
def test_the_check_digits_are_those_that_the_rule_gives(text: str, digits: str) -> None:
    assert check_digits(text) == digits


def test_the_packet_from_a_bench() -> None:
    assert oximeter_packet(0x6C, 2, 0x7F, 0xFF, 0) == bytes.fromhex("55 AA 07 6C 02 7F FF 00 F3")


def test_without_a_result_there_are_dashes() -> None:
    assert ask(plain(), 1.0) == "S1;A0;C00;M00;P---------;R---;T    ;;"


def test_a_result_has_its_three_pressures_and_its_pulse() -> None:
    scenario = replace(S1, cuff=(ScriptedCuff(900.0, sbp=125, dbp=80, pulse=75),))
    reply = ask(plain(scenario), 905.0)
    assert re.fullmatch(r"S1;A0;C00;M00;P125080\d{3};R075;T    ;;", reply)
    assert 80 < int(reply[21:24]) < 125


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (CuffFailure.LEAK, "07"),
        (CuffFailure.TIMEOUT, "09"),
        (CuffFailure.FAILED, "10"),
        (CuffFailure.MOVEMENT, "11"),
        (CuffFailure.OVERPRESSURE, "12"),
    ],
)
def test_a_failure_has_its_code_and_still_the_old_pressures(
    failure: CuffFailure, code: str
) -> None:
    reply = ask(plain(replace(S1, cuff=(ScriptedCuff(900.0, failure=failure),))), 905.0)
    assert re.fullmatch(rf"S2;A0;C00;M{code};P\d{{9}};R\d{{3}};T    ;;", reply)


def test_a_measurement_speaks_of_itself_and_says_when_it_is_over() -> None:
    scenario = replace(S1, cuff=(ScriptedCuff(900.0, sbp=125, dbp=80),))
    par = plain(scenario)
    said(par, 0.0, 860.0)
    frames = said(par, 860.0, 910.0)
    assert {re.fullmatch(rb"\x02\d{3}C0S3\x03\r", frame) is not None for frame in frames[:-1]} == {
        True
    }
    assert frames[-1] == b"\x02999\x03\r"
    assert len(frames) == pytest.approx(2 * 35, abs=3)


def test_the_board_frames_differently_and_speaks_of_the_oximeter_each_second() -> None:
    par = with_board(replace(S1, artefact=(Artefact(ArtefactKind.PROBE_OFF, 2.5, 100.0),)))
    packets = said(par, 0.0, 5.0)
    assert [packet[:3] for packet in packets] == [b"\x55\xaa\x07"] * 4
    assert [packet[3] for packet in packets] == [1, 2, 3, 4]
    assert [packet[4] for packet in packets] == [0, 0, 2, 2]
    assert packets[-1][5:8] == b"\x7f\xff\x00"
    par.receive(ASK, 5.0)
    par.receive(ASK_BOARD, 5.0)
    assert par.due(5.4).count(b"\xfdS3;") == 1


def test_a_start_is_obeyed_and_an_abort_ends_it_without_a_word() -> None:
    par = plain()
    said(par, 0.0, 70.0)
    par.receive(START, 70.0)
    assert said(par, 70.0, 75.0)[0].endswith(b"S3\x03\r")
    par.due(75.0)
    par.receive(ABORT, 75.0)
    assert said(par, 75.0, 80.0) == []
    assert ask(par, 80.0).startswith("S1;A0;C00;M00;P1")


@pytest.mark.parametrize(
    "sent", [b"\x0218;;DE\x03", b"\x0299;;\x03", b"18;;DF", b"\x0203;;D9\x03"]
)
def test_what_is_not_a_question_gets_no_answer(sent: bytes) -> None:
    par = plain()
    par.receive(sent, 1.0)
    assert par.due(2.0) == b""


def test_a_question_may_come_in_pieces() -> None:
    par = plain()
    for byte in ASK:
        par.receive(bytes([byte]), 1.0)
    assert par.due(1.1).startswith(b"\x02S1;")


@given(st.lists(st.binary(max_size=60), max_size=8))
def test_garbage_does_no_harm(chunks: list[bytes]) -> None:
    par = plain()
    for chunk in chunks:
        par.receive(chunk.replace(b"X", b""), 1.0)
    par.due(2.0)
    assert ask(par, 3.0).startswith("S1;")
