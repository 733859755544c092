from __future__ import annotations

from pathlib import Path

import pytest
from adapters import adapter, built_in
from hypothesis import given
from hypothesis import strategies as st

from devices.identity import Place, Unit, find, met, named, port_at, unit_of
from devices.serial_port import PortInfo

USB0, USB1, USB2 = "/dev/ttyUSB0", "/dev/ttyUSB1", "/dev/ttyUSB2"


def remembered(port: PortInfo) -> Unit:
    unit = met(port.url, [port])
    assert unit is not None
    return unit


def test_a_unit_is_known_by_its_serial_number_wherever_it_is_plugged_in() -> None:
    here, there = adapter(USB0), adapter(USB1, location="1-7", by_path="other-socket")
    assert unit_of(USB0, [here]) == unit_of(USB1, [there]) == "0403:6001:A1"
    assert find(remembered(here), [there]) == Place(USB1)


def test_the_sockets_of_one_adapter_are_different_units() -> None:
    first = adapter(USB0, location="1-2:1.0")
    second = adapter(USB1, location="1-2:1.1")
    assert unit_of(USB0, [first, second]) != unit_of(USB1, [first, second])
    assert find(remembered(second), [first, second]) == Place(USB1)


def test_one_without_a_number_is_known_by_its_kind_and_its_socket() -> None:
    old = adapter(USB0, None, by_path="pci-0:usb-2")
    assert find(remembered(old), [adapter(USB1, None, by_path="pci-0:usb-2")]) == Place(USB1)
    elsewhere = adapter(USB0, None, by_path="pci-0:usb-3")
    assert find(remembered(old), [elsewhere]) == Place(None, elsewhere)


def test_where_linux_names_no_socket_pyserial_does() -> None:
    old = adapter(USB0, None, location="1-4")
    assert unit_of(USB0, [old]) == "0403:6001@1-4"


@pytest.mark.parametrize("url", ["COM1", "/dev/pts/7", "socket://host:4001", "/dev/ttyS0"])
def test_what_is_on_no_bus_is_its_own_name_and_never_a_stranger(url: str) -> None:
    ports = [built_in("COM1"), built_in("/dev/ttyS0")]
    assert unit_of(url, ports) == url
    assert met(url, ports) is None


def test_another_unit_on_the_old_name_is_a_stranger() -> None:
    other = adapter(USB0, "B2")
    assert find(remembered(adapter(USB0)), [other]) == Place(None, other)


def test_ours_is_found_under_its_new_name_though_another_has_the_old_one() -> None:
    ports = [adapter(USB0, "B2"), adapter(USB1, "A1")]
    assert find(remembered(adapter(USB0)), ports) == Place(USB1)


def test_nothing_there_is_nobody() -> None:
    assert find(remembered(adapter(USB0)), []) == Place(None)
    assert find(remembered(adapter(USB0)), [adapter(USB1, "B2")]) == Place(None)


def test_of_two_that_look_the_same_the_name_decides_then_the_socket() -> None:
    unit = remembered(adapter(USB0, location="1-2"))
    twins = [adapter(USB0, location="1-9"), adapter(USB1, location="1-2")]
    assert find(unit, twins) == Place(USB0)
    moved = [adapter(USB1, location="1-2"), adapter(USB2, location="1-9")]
    assert find(unit, moved) == Place(USB1)
    nobody_knows = [adapter(USB1, location="1-8"), adapter(USB2, location="1-9")]
    assert find(unit, nobody_knows) == Place(None)


def test_a_link_to_a_device_file_is_that_device(tmp_path: Path) -> None:
    device, link = tmp_path / "ttyUSB0", tmp_path / "monitor"
    device.touch()
    link.symlink_to(device)
    port = adapter(str(device))
    assert port_at(str(link), [port]) == port
    assert unit_of(str(link), [port]) == "0403:6001:A1"


def test_an_adapter_is_named_as_it_names_itself() -> None:
    assert named(adapter(USB0)) == "USB Serial A1"
    assert named(adapter(USB0, None)) == "USB Serial 0403:6001"
    assert named(built_in("COM1")) == "COM1"


PORTS = st.builds(
    adapter,
    st.sampled_from([USB0, USB1, USB2]),
    st.sampled_from(["A1", "B2", None]),
    location=st.sampled_from(["1-1", "1-2", "1-3"]),
)


@given(PORTS, st.lists(PORTS, max_size=4, unique_by=lambda port: port.url))
def test_where_a_unit_is_found_it_is_that_unit(ours: PortInfo, ports: list[PortInfo]) -> None:
    place = find(remembered(ours), ports)
    if place.url is not None:
        assert unit_of(place.url, ports) == unit_of(ours.url, [ours])
        assert place.stranger is None
    if place.stranger is not None:
        assert place.stranger.url == ours.url
