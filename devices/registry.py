"""Every monitor that the program knows, by the name a person types.

Rule: a driver's module is loaded when that driver is first asked for. Names alone load nothing,
      so another monitor in the list makes no start of the program slower.
"""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from devices.errors import UnknownDriver
from devices.session import Driver
from devices.toml_text import LARGEST

QUALITY_LIST = (
    "manual cited",
    "facts verified",
    "real capture decoded",
    "contract tests",
    "units checked",
    "limits documented",
    "tried on hardware",
)
"""What every driver answers for in its quality list, in this order."""

# A new driver is one line here: its name, and where in `devices.drivers` it is.
WHERE = {
    "ivy-450c": "ivy_450c.DRIVER",
    "dinamap": "dinamap.DRIVER",
    "philips-intellivue": "philips_intellivue.DRIVER",
    "ge-s5": "ge_s5.DRIVER",
    "par-nibp2010": "par_nibp2010.DRIVER",
    "berry-pm6750": "berry_pm6750.DRIVER",
    "suntech-oem": "suntech_oem.DRIVER",
    "ge-dash": "ge_dash.DRIVER",
    "nonin-df2": "nonin.DF2",
    "nonin-df7": "nonin.DF7",
    "contec-cms50": "contec_cms50.DRIVER",
    "omron-hbp9030": "omron_hbp9030.DRIVER",
    "and-tm2657": "and_tm2657.DRIVER",
    "masimo-ascii": "masimo_ascii.DRIVER",
    "nellcor-n560": "nellcor_n560.DRIVER",
}

LINE = "line:"
"""Begins the name of a monitor that has no driver of its own but a file that describes it."""


class Drivers(Mapping[str, Driver]):
    """Name to driver, in the order of the list."""

    def __init__(self, where: Mapping[str, str]) -> None:
        self._where = where

    def __getitem__(self, name: str) -> Driver:
        module, _, constant = self._where[name].rpartition(".")
        driver: Driver = getattr(importlib.import_module(f"devices.drivers.{module}"), constant)
        return driver

    def __contains__(self, name: object) -> bool:
        # The one of `Mapping` would load the driver.
        return name in self._where

    def __iter__(self) -> Iterator[str]:
        return iter(self._where)

    def __len__(self) -> int:
        return len(self._where)


DRIVERS = Drivers(WHERE)


def driver_named(name: str) -> Driver:
    """Raises `UnknownDriver` with all names, and the nearest spelling if there is one.

    ``line:FILE.toml`` is the monitor that this file describes; what is wrong with it is said.
    """
    if name in DRIVERS:
        return DRIVERS[name]
    if name.startswith(LINE):
        return _described(name)
    near = difflib.get_close_matches(name.strip().lower(), DRIVERS, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    names = ", ".join(DRIVERS)
    raise UnknownDriver(f"there is no driver {name!r}{hint}; drivers: {names}, {LINE}FILE.toml")


def description_text(where: str) -> str:
    """What stands in the file behind ``line:``. Raises `UnknownDriver`."""
    try:
        with Path(where).expanduser().open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError, RuntimeError) as error:  # a NUL in a path; a home of nobody
        said = error.strerror if isinstance(error, OSError) else error
        raise UnknownDriver(
            f"{LINE}{where} cannot be read: {said}; expected {LINE}FILE.toml, where the file "
            "describes a monitor as docs/line-driver.md shows"
        ) from error
    if len(content) > LARGEST:
        raise UnknownDriver(
            f"{where} has more than {LARGEST // 1000} kB, and no description of a "
            "monitor is as long; give the right file"
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnknownDriver(f"{where} is not text in UTF-8; expected a TOML file") from error


def _described(name: str) -> Driver:
    where = name.removeprefix(LINE)
    text = description_text(where)
    described = importlib.import_module("devices.drivers.line_protocol")
    driver: Driver = described.line_driver(text, name=name, where=where)
    return driver
