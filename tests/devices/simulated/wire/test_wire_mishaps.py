"""A hand at a cable that is in use."""

import pytest

from devices.registry import DRIVERS
from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.scenario.faults import Fault, FaultKind
from devices.simulated.scenario.mishaps import (
    CableIn,
    CableMishap,
    CableOut,
    WireFault,
    WireMended,
)
from devices.simulated.scenario.scenario import scenario_named
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.wire.faulty_line import FaultyLine, line_to
from devices.simulated.wire.stepped_link import SteppedLink
from devices.simulated.wire.wire_mishaps import LOOSE_CONTACT, befall_wire, plan_wire
from monitor.events import LinkChanged, LinkReason

IVY = DRIVERS["ivy-450c"]
Said = list[tuple[int, LinkReason]]


def joined() -> tuple[SteppedLink, FaultyLine]:
    patient = SimulatedPatient(scenario_named("S1"), 1)
    line = line_to("ivy-450c", Sensors(patient), IVY.line)
    return SteppedLink(IVY, line), line


def said(link: SteppedLink, until: float) -> Said:
    found: Said = []
    while (at := link.wake_at()) <= until:
        changes = (one for one in link.advance(at) if isinstance(one, LinkChanged))
        found += [(int(at), one.reason) for one in changes]
    return found


def after(*mishaps: tuple[float, CableMishap], until: float = 60.0) -> Said:
    link, line = joined()
    found: Said = []
    for at, mishap in mishaps:
        found += said(link, at)
        befall_wire(link, line, mishap, at)
    return (found + said(link, until))[1:]


def test_a_cable_comes_out_and_goes_in_again_by_itself_or_by_hand() -> None:
    once = [(20, LinkReason.PORT_ABSENT), (30, LinkReason.CONNECTED)]
    assert after((20.0, CableOut(10.0))) == once
    assert after((20.0, WireFault(FaultKind.UNPLUGGED, 10.0))) == once
    # The frame of the 30th second was spoken before the hand came.
    by_hand = [(20, LinkReason.PORT_ABSENT), (31, LinkReason.CONNECTED)]
    assert after((20.0, CableOut()), (30.0, CableIn())) == by_hand
    assert after((20.0, WireFault(FaultKind.UNPLUGGED)), (30.0, WireMended())) == by_hand


@pytest.mark.parametrize("kind", LOOSE_CONTACT)
def test_a_plug_that_is_pushed_home_mends_every_loose_contact(kind: FaultKind) -> None:
    found = after((20.0, WireFault(kind, share=1.0)), (30.0, CableIn()))
    assert found[0][1] is LinkReason.NO_DATA
    assert found[-1][1] is LinkReason.CONNECTED
    assert 30 <= found[-1][0] <= 32


def test_what_is_no_matter_of_the_plug_is_mended_by_its_name() -> None:
    assert after((20.0, WireFault(FaultKind.RESTART)), (30.0, CableIn()))[-1][1] is not (
        LinkReason.CONNECTED
    )
    mended = after((20.0, WireFault(FaultKind.RESTART)), (30.0, WireMended(FaultKind.RESTART)))
    assert mended[-1] == (31, LinkReason.CONNECTED)


def test_who_looks_after_the_cables_mends_the_mains_of_a_monitor_on_its_battery() -> None:
    """Switched off by its empty battery it comes on again; in time it never goes off."""

    def on_battery(mended_at: float) -> tuple[Said, FaultyLine]:
        link, line = joined()
        low = Fault(FaultKind.BATTERY_LOW, 10.0, 20.0)
        plan_wire(link, line, (low, Fault(FaultKind.RESTART, 20.0, 50.0)), 0.0, 0.0)
        found = said(link, mended_at)
        befall_wire(link, line, CableIn(), mended_at)
        return found + said(link, 60.0), line

    late, _ = on_battery(40.0)
    assert [reason for _, reason in late[1:]] == [LinkReason.NO_DATA, LinkReason.CONNECTED]
    assert 40 <= late[-1][0] <= 42
    in_time, line = on_battery(15.0)
    assert [reason for _, reason in in_time] == [LinkReason.CONNECTED]
    assert line.faults == (Fault(FaultKind.BATTERY_LOW, 10.0, 15.0),)


def test_a_scenarios_plan_is_moved_as_a_whole_and_what_would_be_over_begins_now() -> None:
    link, line = joined()
    faults = [Fault(FaultKind.SILENT, 620.0, 630.0), Fault(FaultKind.UNPLUGGED, 500.0, 505.0)]
    plan_wire(link, line, faults, -600.0, 5.0)
    assert said(link, 60.0)[1:] == [
        (5, LinkReason.PORT_ABSENT),
        (10, LinkReason.CONNECTED),
        (22, LinkReason.NO_DATA),
        (30, LinkReason.CONNECTED),
    ]
