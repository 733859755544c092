"""The monitors that are known and the ports that are there, in the words of the connect dialog.

Rule: every fact is the driver's or the adapter's own; here it is only put into words.
"""

from __future__ import annotations

from devices.registry import DRIVERS
from devices.serial_port import PortInfo, list_ports
from devices.session import Driver, LineSettings
from ui.requests import DriverChoice, PortChoice
from ui.words import say


def driver_choice(driver: Driver) -> DriverChoice:
    return DriverChoice(
        driver.name,
        driver.title,
        driver.cable,
        tuple((row.what, row.state.value, row.why) for row in driver.quality),
        line=line_text(driver.line),
        sends=tuple(why for _, why in driver.sends),
        can_start_cuff=driver.starts_cuff,
        signs=driver.signs,
    )


def driver_choices() -> list[DriverChoice]:
    return [driver_choice(driver) for driver in DRIVERS.values()]


def port_choices() -> list[PortChoice]:
    return [port_choice(port) for port in list_ports()]


def port_choice(port: PortInfo) -> PortChoice:
    """The name by which the port is opened, and whatever its adapter says about itself."""
    told = (
        (say("port-maker"), port.maker),
        (say("port-product"), port.product),
        (say("port-serial"), port.serial_number),
        (say("port-location"), port.location),
    )
    text = " · ".join(part for part in (port.url, port.product) if part)
    return PortChoice(port.url, text, tuple((what, value) for what, value in told if value))


def line_text(line: LineSettings) -> str:
    """The settings of the line as a technician reads them."""
    words = [
        say("line-baud", line.baud),
        f"{line.data_bits}{line.parity.value}{line.stop_bits}",
        say(f"line-parity-{line.parity.name.lower()}"),
    ]
    return ", ".join([*words, say("line-rtscts")] if line.rtscts else words)
