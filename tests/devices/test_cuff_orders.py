"""A start of the cuff is passed on soon, or not at all."""

from __future__ import annotations

from devices.cuff_orders import CuffOrders
from devices.registry import DRIVERS
from devices.session import START_MEANT_S, DeviceSession

DINAMAP = DRIVERS["dinamap"]
(START,) = DINAMAP.cuff_start


def opened(name: str = "dinamap") -> DeviceSession:
    session = DRIVERS[name].open("device:test")
    session.opened(100.0)
    return session


def test_an_order_is_passed_on_once() -> None:
    orders, session = CuffOrders(), opened()
    orders.put(100.0)
    assert orders.waiting
    orders.pass_on(session, 100.0)
    assert session.due(100.0) == START
    orders.pass_on(session, 110.0)
    assert session.due(110.0) != START
    assert not orders.waiting


def test_an_order_that_found_no_port_for_five_seconds_is_forgotten() -> None:
    orders, session = CuffOrders(), opened()
    orders.put(100.0 - START_MEANT_S - 0.1)
    orders.pass_on(session, 100.0)
    assert session.due(100.0) != START
    assert not orders.waiting


def test_a_short_absence_of_the_port_is_waited_out() -> None:
    orders, session = CuffOrders(), opened()
    orders.put(96.0)
    orders.pass_on(session, 100.0)
    assert session.due(100.0) == START


def test_a_monitor_that_cannot_be_asked_is_not() -> None:
    orders, session = CuffOrders(), opened("philips-intellivue")
    orders.put(100.0)
    orders.pass_on(session, 100.0)
    assert session.due(100.0) == opened("philips-intellivue").due(100.0)
    assert not orders.waiting
