"""Against the published requests, and replies built from the field table."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.virtual_dinamap import (
    ANSWERS_AFTER_S,
    VirtualDinamap,
    check_characters,
)
from devices.simulated.scenario.artefacts import Artefact, ArtefactKind
from devices.simulated.scenario.parts import ScriptedCuff
from devices.simulated.scenario.scenario import Scenario, scenario_named
from devices.simulated.sensors.measurement import Sensors
from monitor.vitals import CuffFailure

S1 = scenario_named("S1")


def monitor(scenario: Scenario = S1) -> VirtualDinamap:
    return VirtualDinamap(Sensors(SimulatedPatient(scenario, 1, scenario.rates)))


def ask(dinamap: VirtualDinamap, request: bytes, now: float) -> str:
    """The reply without check characters and CR; "" when there is none."""
    dinamap.receive(request + b"\r", now)
    reply = dinamap.due(now + 1.0).decode("ascii")
    if not reply:
        return ""
    assert reply.endswith("\r")
    body, check = reply[:-3], reply[-3:-1]
    assert check == check_characters(body)
    return body


@pytest.mark.parametrize(
    "line",
    [
        " NA!2", " NC0!E", " ND!5", " OA!3", " RA!6", " RC!8", " TC!:",
        " NA1100012118074089&-", " NA1100003121078093&&", " NA0100045121078093&+",
        " NA3109999000000000&*", " NA1109999000000000&(", " OA1098908#M", " OA60000 0# ",
        ' RA3072"F', " RA2081\"E", ' RC3072"H',
    ],
)  # fmt: skip
def test_the_check_characters_are_the_published_ones(line: str) -> None:
    assert check_characters(line[:-2]) == line[-2:]


def test_without_a_result_there_is_no_time_and_no_pressure() -> None:
    assert ask(monitor(), b" NA!2", 1.0) == " NA1109999000000000"


def test_a_running_measurement_is_busy() -> None:
    assert ask(monitor(), b" NA!2", 10.0).startswith(" NA010")


def test_a_result_has_its_pressures_and_counts_its_seconds() -> None:
    scenario = replace(S1, cuff=(ScriptedCuff(900.0, sbp=118, dbp=74, pulse=70),))
    dinamap = monitor(scenario)
    first, later = ask(dinamap, b" NA!2", 912.0), ask(dinamap, b" NA!2", 940.5)
    assert first.startswith(" NA1100012118074")
    assert later == first.replace("0012", "0040")
    assert 74 < int(first[16:19]) < 118


@pytest.mark.parametrize(
    ("failure", "status"),
    [
        (CuffFailure.FAILED, "3"),
        (CuffFailure.LEAK, "4"),
        (CuffFailure.TIMEOUT, "6"),
        (CuffFailure.MOVEMENT, "7"),
        (CuffFailure.OVERPRESSURE, "8"),
    ],
)
def test_a_failure_has_its_status_and_no_old_numbers(failure: CuffFailure, status: str) -> None:
    dinamap = monitor(replace(S1, cuff=(ScriptedCuff(900.0, failure=failure),)))
    assert ask(dinamap, b" NA!2", 930.0) == f" NA{status}109999000000000"


def test_the_oximeter_tells_saturation_strength_and_averaging() -> None:
    reply = ask(monitor(), b" OA!3", 60.0)
    assert reply[:4] == " OA1"
    assert 95 <= int(reply[4:7]) <= 99
    assert reply[7:] == "908"


def test_an_unplugged_probe_has_a_status_and_the_rate_comes_from_the_cuff() -> None:
    dinamap = monitor(replace(S1, artefact=(Artefact(ArtefactKind.PROBE_OFF, 100.0, 200.0),)))
    assert ask(dinamap, b" RA!6", 90.0).startswith(" RA2")
    assert ask(dinamap, b" OA!3", 150.0) == " OA60000 0"
    assert ask(dinamap, b" RA!6", 151.0).startswith(" RA3")


def test_no_rate_at_all_is_three_zeros() -> None:
    dinamap = monitor(replace(S1, artefact=(Artefact(ArtefactKind.PROBE_OFF, 0.0, 200.0),)))
    assert ask(dinamap, b" RC!8", 2.0) == " RC2000"


def test_the_older_question_for_the_rate_is_answered_under_its_own_name() -> None:
    dinamap = monitor()
    assert ask(dinamap, b" RC!8", 60.0)[3:] == ask(dinamap, b" RA!6", 60.5)[3:]


def test_temperature_is_idle() -> None:
    assert ask(monitor(), b" TC!:", 5.0).startswith(" TC0")


@pytest.mark.parametrize("wire", [b" NA!2\r", b"\r NA!2\r", b" NA!2\r\n", b"\r\n NA!2\r\n"])
def test_any_usual_line_end_will_do(wire: bytes) -> None:
    dinamap = monitor()
    dinamap.receive(wire, 1.0)
    assert dinamap.due(2.0).count(b" NA") == 1


def test_a_request_may_come_in_pieces() -> None:
    dinamap = monitor()
    for byte in b" NA!2":
        dinamap.receive(bytes([byte]), 1.0)
        assert dinamap.wake_at() == math.inf
    dinamap.receive(b"\r", 1.1)
    assert dinamap.wake_at() == pytest.approx(1.1 + ANSWERS_AFTER_S)


def test_an_answer_takes_a_moment() -> None:
    dinamap = monitor()
    dinamap.receive(b" OA!3\r", 1.0)
    assert dinamap.due(1.0) == b""
    assert dinamap.due(dinamap.wake_at()).startswith(b" OA")
    assert dinamap.wake_at() == math.inf


@given(st.lists(st.binary(max_size=80), max_size=8))
def test_garbage_gets_no_answer_and_does_no_harm(chunks: list[bytes]) -> None:
    dinamap = monitor()
    for chunk in chunks:
        dinamap.receive(chunk, 1.0)
    dinamap.due(2.0)
    assert ask(dinamap, b"\r NA!2", 3.0).endswith("9999000000000")


@pytest.mark.parametrize("request_line", [b" NA!3", b" XX!2", b"!NA!3", b"", b" NA"])
def test_a_request_that_is_not_one_gets_no_answer(request_line: bytes) -> None:
    assert ask(monitor(), request_line, 1.0) == ""


def test_a_start_is_obeyed_and_can_be_cancelled() -> None:
    dinamap = monitor()
    assert ask(dinamap, b" NC0!E", 80.0).startswith(" NA0")
    assert ask(dinamap, b" ND!5", 85.0).startswith(" NA3")
    assert ask(dinamap, b" NC0!E", 86.0).startswith(" NA0")
    assert ask(dinamap, b" NA!2", 132.0).startswith(" NA1")


def test_a_result_that_is_too_old_for_the_counter_is_forgotten() -> None:
    scenario = replace(S1, cuff_every_s=9000.0)
    dinamap = monitor(scenario)
    late = [ask(dinamap, b" NA!2", float(second)) for second in range(6000, 13_700, 100)]
    assert any(reply.startswith(" NA1109999000") for reply in late)
