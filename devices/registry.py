"""Every monitor that the program knows, by the name a person types."""

from __future__ import annotations

import difflib

from devices.drivers import dinamap, ivy_450c
from devices.errors import UnknownDriver
from devices.session import Driver

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

DRIVERS: dict[str, Driver] = {driver.name: driver for driver in (ivy_450c.DRIVER, dinamap.DRIVER)}


def driver_named(name: str) -> Driver:
    """Raises `UnknownDriver` with all names, and the nearest spelling if there is one."""
    if name in DRIVERS:
        return DRIVERS[name]
    near = difflib.get_close_matches(name.strip().lower(), DRIVERS, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    raise UnknownDriver(f"there is no driver {name!r}{hint}; drivers: {', '.join(DRIVERS)}")
