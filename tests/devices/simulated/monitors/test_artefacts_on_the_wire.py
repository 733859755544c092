"""What spoils a measurement, as the program hears of it: through bytes and the real driver."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from virtual_bedside import S1, heard_of

from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.virtual_par import VirtualPar
from devices.simulated.scenario.artefacts import Artefact, ArtefactKind
from devices.simulated.scenario.parts import CuffSetting, ScriptedCuff
from devices.simulated.scenario.scenario import Scenario
from devices.simulated.sensors.measurement import Sensors
from monitor.events import Heard, Numerics
from monitor.vitals import (
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    LostReason,
    Quality,
    Reading,
    SignalLost,
    VitalSign,
)

FROM_S, TO_S, UNTIL_S = 60.0, 90.0, 120.0
SETTLED_S = 6.0
"""So long after a change every monitor has said so."""

OXIMETERS = (
    "ivy-450c",
    "dinamap",
    "philips-intellivue",
    "ge-s5",
    "par-nibp2010",
    "berry-pm6750",
    "ge-dash",
    "nonin-df2",
    "nonin-df7",
    "contec-cms50",
    "masimo-ascii",
    "nellcor-n560",
)
CARDIOGRAPHS = ("ivy-450c", "philips-intellivue", "ge-s5", "berry-pm6750", "ge-dash")
SAY_POOR = (
    "philips-intellivue",
    "par-nibp2010",
    "nonin-df2",
    "nonin-df7",
    "masimo-ascii",
    "nellcor-n560",
)
SEARCH = ("contec-cms50", "berry-pm6750")
SAY_NOTHING = ("ivy-450c", "dinamap", "ge-s5", "ge-dash")
"""No place is known in their output at which a saturation is called doubtful."""
WORDS = {
    ArtefactKind.MOTION: "NOISY",
    ArtefactKind.LOW_PERFUSION: "LOW PERF",
    ArtefactKind.PROBE_OFF: "NO SENSOR",
    ArtefactKind.ELECTRODE_OFF: "LEADS OFF",
}


def spoilt(kind: ArtefactKind, spo2: float | None = None, hr: float | None = None) -> Scenario:
    return replace(S1, artefact=(Artefact(kind, FROM_S, TO_S, spo2, hr),))


def heard(name: str, scenario: Scenario, until_s: float = UNTIL_S) -> list[tuple[float, Heard]]:
    """What the driver says, and when."""
    return heard_of(name, scenario, until_s)


def readings(
    said: Iterable[tuple[float, Heard]], sign: VitalSign, from_s: float, to_s: float
) -> list[Reading]:
    return [
        reading
        for at, what in said
        if isinstance(what, Numerics) and from_s <= at < to_s
        for reading in what.readings
        if reading.sign is sign
    ]


def losses(said: Iterable[tuple[float, Heard]], sign: VitalSign) -> list[LostReason]:
    return [
        what.reason
        for at, what in said
        if isinstance(what, SignalLost) and what.sign is sign and FROM_S <= at < TO_S
    ]


def qualities(found: list[Reading]) -> set[Quality]:
    return {reading.quality for reading in found}


@pytest.mark.parametrize("name", OXIMETERS)
def test_a_probe_that_is_off_has_no_number_and_gets_one_when_it_is_on(name: str) -> None:
    said = heard(name, spoilt(ArtefactKind.PROBE_OFF))
    for sign in (VitalSign.SPO2, VitalSign.PULSE):
        assert not readings(said, sign, FROM_S + SETTLED_S, TO_S)
        assert len(losses(said, sign)) == 1
        assert qualities(readings(said, sign, TO_S + SETTLED_S, UNTIL_S)) == {Quality.GOOD}


@pytest.mark.parametrize("name", CARDIOGRAPHS)
def test_an_electrode_that_is_off_has_no_rate_and_the_pulse_goes_on(name: str) -> None:
    said = heard(name, spoilt(ArtefactKind.ELECTRODE_OFF))
    for sign in (VitalSign.HR, VitalSign.RR):
        assert not readings(said, sign, FROM_S + SETTLED_S, TO_S)
        assert len(losses(said, sign)) == 1
        assert readings(said, sign, TO_S + SETTLED_S, UNTIL_S)
    assert readings(said, VitalSign.PULSE, FROM_S + SETTLED_S, TO_S)


@pytest.mark.parametrize("name", ["ge-s5", "berry-pm6750", "ge-dash"])
def test_who_can_say_so_says_that_it_is_the_electrode(name: str) -> None:
    said = heard(name, spoilt(ArtefactKind.ELECTRODE_OFF))
    assert losses(said, VitalSign.HR) == [LostReason.SENSOR_OFF]


@pytest.mark.parametrize("kind", [ArtefactKind.MOTION, ArtefactKind.LOW_PERFUSION])
@pytest.mark.parametrize("name", SAY_POOR)
def test_doubtful_numbers_are_called_poor_by_who_can(name: str, kind: ArtefactKind) -> None:
    said = heard(name, spoilt(kind, spo2=83.0))
    for sign in (VitalSign.SPO2, VitalSign.PULSE):
        during = readings(said, sign, FROM_S + SETTLED_S, TO_S)
        assert qualities(during) == {Quality.POOR}
        assert qualities(readings(said, sign, TO_S + SETTLED_S, UNTIL_S)) == {Quality.GOOD}
    shown = {one.value for one in readings(said, VitalSign.SPO2, FROM_S + SETTLED_S, TO_S)}
    assert shown == {83.0}


@pytest.mark.parametrize("kind", [ArtefactKind.MOTION, ArtefactKind.LOW_PERFUSION])
@pytest.mark.parametrize("name", SEARCH)
def test_others_search_for_a_pulse_and_show_nothing(name: str, kind: ArtefactKind) -> None:
    said = heard(name, spoilt(kind, spo2=83.0))
    for sign in (VitalSign.SPO2, VitalSign.PULSE):
        assert not readings(said, sign, FROM_S + SETTLED_S, TO_S)
        assert losses(said, sign) == [LostReason.NO_PULSE]
        assert readings(said, sign, TO_S + SETTLED_S, UNTIL_S)


@pytest.mark.parametrize("name", SAY_NOTHING)
def test_who_cannot_say_so_shows_false_numbers_like_true_ones(name: str) -> None:
    """That is what the program will meet at such a monitor."""
    said = heard(name, spoilt(ArtefactKind.MOTION, spo2=83.0, hr=40.0))
    during = readings(said, VitalSign.SPO2, FROM_S + SETTLED_S, TO_S)
    assert {(one.value, one.quality) for one in during} == {(83.0, Quality.GOOD)}
    before = readings(said, VitalSign.PULSE, 40.0, FROM_S)[-1].value
    moved = readings(said, VitalSign.PULSE, FROM_S + SETTLED_S, TO_S)[-1].value
    assert moved == pytest.approx(before + 40.0, abs=8.0)


def test_every_oximeter_does_one_of_the_three() -> None:
    assert sorted(SAY_POOR + SEARCH + SAY_NOTHING) == sorted(OXIMETERS)


@pytest.mark.parametrize("name", ["philips-intellivue", "ge-s5", "berry-pm6750"])
def test_a_heart_rate_of_somebody_who_moves_is_poor_where_it_can_be_said(name: str) -> None:
    said = heard(name, spoilt(ArtefactKind.MOTION, hr=40.0))
    during = readings(said, VitalSign.HR, FROM_S + SETTLED_S, TO_S)
    assert qualities(during) == {Quality.POOR}
    assert qualities(readings(said, VitalSign.HR, TO_S + SETTLED_S, UNTIL_S)) == {Quality.GOOD}


@pytest.mark.parametrize("kind", ArtefactKind)
def test_an_intellivue_says_it_in_words_too(kind: ArtefactKind) -> None:
    said = heard("philips-intellivue", spoilt(kind))
    texts = [
        (at, what.text)
        for at, what in said
        if isinstance(what, DeviceNote) and what.kind is DeviceNoteKind.ALARM_TEXT
    ]
    assert any(WORDS[kind] in text for at, text in texts if FROM_S <= at < TO_S)
    assert not texts[-1][1]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("masimo-ascii", LostReason.NO_PULSE),
        ("contec-cms50", LostReason.NO_PULSE),
        ("nonin-df2", LostReason.NO_PULSE),
        ("nellcor-n560", LostReason.NO_PULSE),
        ("ge-dash", LostReason.NO_PULSE),
        ("berry-pm6750", LostReason.NO_PULSE),
        ("par-nibp2010", LostReason.NO_PULSE),
        ("philips-intellivue", LostReason.NO_VALUE),
        ("ivy-450c", LostReason.NO_VALUE),
    ],
)
def test_a_cuff_on_the_arm_of_the_probe_takes_the_pulse_away(
    name: str, reason: LostReason
) -> None:
    """The inflation begins 35 s before the result at 95 s."""
    pressed = replace(S1, cuff=(ScriptedCuff(95.0),))
    same_arm = replace(pressed, patient=replace(S1.patient, cuff_on_spo2_arm=True))
    said = heard(name, same_arm)
    assert losses(said, VitalSign.SPO2) == [reason]
    assert not readings(said, VitalSign.SPO2, FROM_S + SETTLED_S, FROM_S + 18.0)
    assert readings(said, VitalSign.SPO2, FROM_S + 48.0, UNTIL_S)
    assert losses(heard(name, pressed), VitalSign.SPO2) == []


def test_somebody_who_moved_gets_a_reading_that_the_omron_calls_doubtful() -> None:
    moved = replace(
        S1, artefact=(Artefact(ArtefactKind.MOTION, 130.0, 134.0),), cuff=(ScriptedCuff(150.0),)
    )
    for scenario, quality in ((moved, Quality.POOR), (replace(moved, artefact=()), Quality.GOOD)):
        said = heard("omron-hbp9030", scenario, 160.0)
        results = [what for at, what in said if isinstance(what, CuffResult) and at > 140.0]
        assert [result.quality for result in results] == [quality]


def test_a_module_that_tries_again_inflates_twice_and_ends_once() -> None:
    """It says its pressure twice a second while it measures, and 999 when it has ended."""
    failing = replace(S1.noise, cuff_failures=1.0)
    again = replace(S1, noise=failing, cuff=(), cuff_unit=CuffSetting(retries=True))
    par = VirtualPar(Sensors(SimulatedPatient(again, 1)), board=False)
    said = b"".join(par.due(half / 2) for half in range(2 * 119))
    live = [int(found) for found in re.findall(rb"(\d{3})C0S3", said)]
    tops = [at for at in range(1, len(live) - 1) if live[at - 1] < live[at] > live[at + 1]]
    assert len(tops) == 2
    assert all(live[at] > 140 for at in tops)
    assert len(re.findall(rb"\x02999\x03", said)) == 1
