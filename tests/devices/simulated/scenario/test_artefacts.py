"""When something spoils a measurement: by a scenario's plan, by hand, and by itself."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.scenario.accuracy import BURST_S, FALSE_SPO2
from devices.simulated.scenario.artefacts import (
    CLEAN,
    SPIKE_HR,
    SPIKE_S,
    Artefact,
    ArtefactKind,
    Artefacts,
    Spoilt,
)
from devices.simulated.scenario.mishaps import (
    ArtefactMishap,
    ElectrodeOff,
    ElectrodeOn,
    KeepStill,
    LowPerfusion,
    Motion,
    ProbeOff,
    ProbeOn,
    WarmHand,
)

SPOILS = {
    ArtefactKind.MOTION: "moving",
    ArtefactKind.PROBE_OFF: "probe_off",
    ArtefactKind.ELECTRODE_OFF: "electrode_off",
    ArtefactKind.LOW_PERFUSION: "cold",
}


def spoilt(artefacts: Artefacts, now: float) -> Spoilt:
    return artefacts.at(now, now)


def flags(found: Spoilt) -> set[str]:
    return {name for name in SPOILS.values() if getattr(found, name)}


@pytest.mark.parametrize("kind", ArtefactKind)
def test_each_kind_spoils_its_own_measurement_from_its_first_second_on(kind: ArtefactKind) -> None:
    artefacts = Artefacts([Artefact(kind, 10.0, 20.0)], 0.0, "x")
    assert spoilt(artefacts, 9.0) == CLEAN
    assert flags(spoilt(artefacts, 10.0)) == {SPOILS[kind]}
    assert flags(spoilt(artefacts, 19.0)) == {SPOILS[kind]}
    assert spoilt(artefacts, 20.0) == CLEAN


def test_what_is_planned_goes_by_the_clock_of_the_scenario() -> None:
    artefacts = Artefacts([Artefact(ArtefactKind.PROBE_OFF, 1000.0, 1010.0)], 0.0, "x")
    assert artefacts.at(1005.0, 599.0) == CLEAN
    assert artefacts.at(3005.0, 1005.0).probe_off


@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        (Motion(None), KeepStill()),
        (ProbeOff(), ProbeOn()),
        (ElectrodeOff(), ElectrodeOn()),
        (LowPerfusion(None), WarmHand()),
    ],
)
def test_what_is_brought_about_by_hand_lasts_until_it_is_ended(
    begins: ArtefactMishap, ends: ArtefactMishap
) -> None:
    artefacts = Artefacts([], 0.0, "x")
    artefacts.befall(begins, 10.0)
    assert len(flags(spoilt(artefacts, 7000.0))) == 1
    artefacts.befall(ends, 7000.0)
    assert spoilt(artefacts, 7000.0) == CLEAN


def test_by_hand_for_so_many_seconds() -> None:
    artefacts = Artefacts([], 0.0, "x")
    artefacts.befall(Motion(20.0, spo2=83.0, hr=25.0), 100.0)
    found = spoilt(artefacts, 119.0)
    assert (found.moving, found.spo2, found.hr) == (True, 83.0, 25.0)
    assert spoilt(artefacts, 120.0) == CLEAN


def test_putting_one_thing_right_leaves_the_others_and_what_is_planned_for_later() -> None:
    now, later = (Artefact(ArtefactKind.PROBE_OFF, at, at + 50.0) for at in (0.0, 100.0))
    artefacts = Artefacts([now, later], 0.0, "x")
    artefacts.befall(ElectrodeOff(), 5.0)
    assert flags(spoilt(artefacts, 6.0)) == {"probe_off", "electrode_off"}
    artefacts.befall(ProbeOn(), 6.0)
    assert flags(spoilt(artefacts, 7.0)) == {"electrode_off"}
    assert flags(spoilt(artefacts, 120.0)) == {"probe_off", "electrode_off"}


def test_a_movement_as_it_comes_has_a_false_saturation_and_one_spike() -> None:
    artefacts = Artefacts([Artefact(ArtefactKind.MOTION, 10.0, 30.0)], 0.0, "x")
    found = [spoilt(artefacts, 10.0 + second) for second in range(20)]
    (false,) = {one.spo2 for one in found}
    assert false is not None
    assert FALSE_SPO2[0] <= false <= FALSE_SPO2[1]
    assert [one.hr for one in found] == [SPIKE_HR] * int(SPIKE_S) + [0.0] * (20 - int(SPIKE_S))


def test_of_two_the_larger_goes_to_the_rate_and_the_first_says_the_saturation() -> None:
    both = [
        Artefact(ArtefactKind.MOTION, 10.0, 16.0, spo2=83.0, hr=10.0),
        Artefact(ArtefactKind.MOTION, 11.0, 15.0, spo2=90.0, hr=40.0),
    ]
    artefacts = Artefacts(both, 0.0, "x")
    assert [spoilt(artefacts, float(second)).hr for second in range(10, 16)] == [
        10,
        40,
        40,
        40,
        40,
        10,
    ]
    assert spoilt(artefacts, 12.0).spo2 == 83.0


@given(
    st.lists(
        st.tuples(st.sampled_from(list(ArtefactKind)), st.integers(0, 90), st.integers(1, 40))
    )
)
def test_at_every_second_there_is_what_holds_then_and_nothing_else(
    planned: list[tuple[ArtefactKind, int, int]],
) -> None:
    each = [Artefact(kind, float(at), float(at + lasts)) for kind, at, lasts in planned]
    artefacts = Artefacts(each, 0.0, "x")
    for second in range(140):
        holding = {SPOILS[one.kind] for one in each if one.holds(float(second))}
        assert flags(spoilt(artefacts, float(second))) == holding


def test_bursts_that_come_by_themselves_are_as_many_and_as_long_as_they_should_be() -> None:
    hours = 300
    artefacts = Artefacts([], 2.0, "long")
    moving = [spoilt(artefacts, float(second)).moving for second in range(hours * 3600)]
    begins = [at for at in range(1, len(moving)) if moving[at] and not moving[at - 1]]
    assert len(begins) / hours == pytest.approx(2.0, abs=4.5 * math.sqrt(2.0 / hours))
    middle = sum(BURST_S) / 2.0
    assert sum(moving) / len(begins) == pytest.approx(middle, abs=0.6)


def test_the_same_name_gives_the_same_bursts_and_values() -> None:
    one, same, other = (_course(name) for name in ("a", "a", "b"))
    assert one == same
    assert one != other


def _course(name: str) -> list[Spoilt]:
    artefacts = Artefacts([], 20.0, name)
    return [spoilt(artefacts, float(second)) for second in range(3600)]
