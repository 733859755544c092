from __future__ import annotations

from devices.registry import DRIVERS
from devices.serial_port import PortInfo
from ui.device_table import drivers_json, drivers_table, ports_json, ports_table

PORTS = [
    PortInfo("/dev/ttyS0", None, None, None, None, None, None),
    PortInfo(
        "/dev/ttyUSB0", "FTDI", "USB Serial", "A1", 0x0403, 0x6001, "1-2", "pci-0-usb-0:2:1.0"
    ),
]


def test_a_port_is_told_with_what_its_adapter_says_and_the_unit_it_is() -> None:
    assert ports_json(PORTS)[1] == {
        "url": "/dev/ttyUSB0",
        "maker": "FTDI",
        "product": "USB Serial",
        "serial": "A1",
        "vid": 0x0403,
        "pid": 0x6001,
        "location": "1-2",
        "by_path": "pci-0-usb-0:2:1.0",
        "unit": "0403:6001:A1",
    }
    assert ports_json(PORTS)[0]["unit"] == "/dev/ttyS0"


def test_a_driver_is_told_with_its_settings_its_cable_and_what_it_sends() -> None:
    told = {str(row["name"]): row for row in drivers_json(DRIVERS.values())}
    assert list(told) == list(DRIVERS)
    s5 = told["ge-s5"]
    assert (s5["baud"], s5["parity"], s5["flow_control"]) == (19200, "E", "rtscts")
    assert "null modem" in str(s5["cable"])
    assert told["ivy-450c"]["sends"] == []
    assert told["dinamap"]["can_start_cuff"] is True
    assert told["omron-hbp9030"]["speaks_only_when_measured"] is True


def test_the_table_of_ports_has_its_columns_under_each_other() -> None:
    heading, first, second = ports_table(PORTS)
    assert heading == "Ports"
    assert first.strip() == "/dev/ttyS0"
    assert second.split("  ")[1:] == [
        "/dev/ttyUSB0", "FTDI", "USB Serial", "A1", "0403:6001", "pci-0-usb-0:2:1.0",
    ]  # fmt: skip


def test_no_port_is_said_with_what_to_do() -> None:
    (line,) = ports_table([])
    assert "plug" in line


def test_the_table_of_monitors_says_the_settings_the_cable_and_what_is_sent() -> None:
    text = "\n".join(drivers_table(DRIVERS.values()))
    for driver in DRIVERS.values():
        assert driver.name in text
        assert driver.cable in text
    assert "19200 baud, 8E1, even parity, flow control RTS/CTS" in text
    assert "sends: read the cuff's status and values" in text
    assert "can start the cuff" in text
