from __future__ import annotations

import re

import pytest

from devices.registry import DRIVERS
from devices.serial_port import PortInfo
from devices.session import LineSettings, Parity
from ui.device_choices import driver_choice, driver_choices, line_text, port_choice

FTDI = PortInfo("/dev/ttyUSB0", "FTDI", "FT232R", "A10K2X7Q", 0x0403, 0x6001, "1-2.4")


def test_every_driver_can_be_chosen_in_the_order_of_the_list() -> None:
    assert [choice.name for choice in driver_choices()] == list(DRIVERS)


@pytest.mark.parametrize("name", DRIVERS)
def test_a_choice_says_what_its_driver_says(name: str) -> None:
    driver = DRIVERS[name]
    choice = driver_choice(driver)
    assert (choice.title, choice.cable, choice.signs) == (
        driver.title,
        driver.cable,
        driver.signs,
    )
    assert choice.can_start_cuff is driver.starts_cuff
    assert list(choice.sends) == [why for _, why in driver.sends]
    assert [what for what, _, _ in choice.quality] == [row.what for row in driver.quality]
    assert str(driver.line.baud) in choice.line


def test_the_settings_of_a_line_are_read_as_a_technician_reads_them() -> None:
    assert line_text(LineSettings(9600)) == "9600 baud, 8N1, no parity"
    even = LineSettings(19200, parity=Parity.EVEN, rtscts=True)
    assert line_text(even) == "19200 baud, 8E1, even parity, flow control RTS/CTS"


@pytest.mark.parametrize("parity", Parity)
def test_every_parity_has_its_words(parity: Parity) -> None:
    assert re.search("parity", line_text(LineSettings(2400, parity=parity)))


def test_a_port_tells_all_that_its_adapter_says() -> None:
    choice = port_choice(FTDI)
    assert (choice.url, choice.text) == ("/dev/ttyUSB0", "/dev/ttyUSB0 · FT232R")
    assert choice.facts == (
        ("Maker", "FTDI"),
        ("Product", "FT232R"),
        ("Serial number", "A10K2X7Q"),
        ("Place", "1-2.4"),
    )


def test_a_port_without_an_adapter_has_only_its_name() -> None:
    bare = PortInfo("/dev/ttyS0", None, None, None, None, None, None)
    assert (port_choice(bare).text, port_choice(bare).facts) == ("/dev/ttyS0", ())
