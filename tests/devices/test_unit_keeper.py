from __future__ import annotations

import pytest
from adapters import Bus, adapter, built_in

from devices.errors import ConnectionFailed, ConnectReason
from devices.unit_keeper import UnitKeeper

USB0, USB1 = "/dev/ttyUSB0", "/dev/ttyUSB1"
OURS, OTHER = adapter(USB0, "A1"), adapter(USB0, "B2", product="Another")


def keeping(bus: Bus, url: str = USB0) -> UnitKeeper:
    """A keeper that has met its unit."""
    keeper = UnitKeeper(url, bus.list)
    assert keeper.where() == url
    keeper.opened()
    return keeper


def refusal(keeper: UnitKeeper) -> ConnectionFailed:
    with pytest.raises(ConnectionFailed) as failed:
        keeper.where()
    return failed.value


def test_before_the_first_opening_anybody_will_do() -> None:
    keeper = UnitKeeper(USB0, Bus(OTHER).list)
    assert keeper.where() == USB0


def test_a_unit_that_comes_back_under_another_name_is_opened_there() -> None:
    bus = Bus(OURS)
    keeper = keeping(bus)
    bus.unplug(USB0)
    assert refusal(keeper).reason is ConnectReason.ABSENT
    bus.plug(OURS, USB1)
    assert keeper.where() == USB1
    assert keeper.url == USB1
    assert not keeper.changed()


def test_a_stranger_is_refused_with_a_question_that_names_it() -> None:
    bus = Bus(OURS)
    keeper = keeping(bus)
    bus.plug(OTHER)
    failure = refusal(keeper)
    assert failure.reason is ConnectReason.STRANGER
    assert str(failure) == (
        "/dev/ttyUSB0 is now another adapter's (Another B2); it is not let in. "
        "Is this the same monitor?"
    )


def test_a_stranger_that_a_person_accepted_is_held_on_to_from_then_on() -> None:
    bus = Bus(OURS)
    keeper = keeping(bus)
    bus.plug(OTHER)
    refusal(keeper)
    keeper.accept()
    assert keeper.where() == USB0
    assert keeper.changed()
    assert not keeper.changed()
    bus.plug(OURS)
    assert refusal(keeper).reason is ConnectReason.STRANGER


def test_a_yes_is_for_the_unit_that_was_asked_about_and_for_no_other() -> None:
    bus = Bus(OURS)
    keeper = keeping(bus)
    keeper.accept()
    bus.plug(OTHER)
    assert refusal(keeper).reason is ConnectReason.STRANGER
    keeper.accept()
    bus.plug(adapter(USB0, "C3"))
    assert refusal(keeper).reason is ConnectReason.STRANGER


def test_ours_back_on_its_port_needs_no_answer() -> None:
    bus = Bus(OURS)
    keeper = keeping(bus)
    bus.plug(OTHER)
    refusal(keeper)
    bus.plug(OURS)
    assert keeper.where() == USB0
    assert not keeper.changed()


@pytest.mark.parametrize("url", ["/dev/ttyS0", "socket://host:4001", "/dev/pts/3"])
def test_where_no_unit_can_be_told_the_port_is_opened_again_and_again(url: str) -> None:
    bus = Bus(built_in("/dev/ttyS0"))
    keeper = keeping(bus, url)
    bus.unplug("/dev/ttyS0")
    assert keeper.where() == url
