"""Whether a window can be shown to anybody here, found out before Qt ends the process without one.

Rule 1: nothing is asked on other systems, and where it is chosen how Qt draws
        (`QT_QPA_PLATFORM`).
Rule 2: a display of this computer must answer, in one of the three places where an X server
        listens; one on another computer, or of Wayland, is believed.

The places: X(7), "Display names", and libxcb's `_xcb_open`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping

LOCAL = re.compile(r"(?:unix)?:(?P<number>\d{1,5})(?:\.\d+)?")
FIRST_PORT = 6000
WAITS_S = 1.0


def can_show(environment: Mapping[str, str]) -> bool:
    """Whether somebody will see a window."""
    if sys.platform != "linux" or environment.get("QT_QPA_PLATFORM"):
        return True
    if environment.get("WAYLAND_DISPLAY"):
        return True
    display = environment.get("DISPLAY", "")
    local = LOCAL.fullmatch(display)
    return bool(display) if local is None else _listens(int(local["number"]))


def _listens(number: int) -> bool:
    import socket  # noqa: PLC0415 -- only when a window is wanted

    path = f"/tmp/.X11-unix/X{number}"
    places: tuple[tuple[socket.AddressFamily, str | tuple[str, int]], ...] = (
        (socket.AF_UNIX, f"\0{path}"),
        (socket.AF_UNIX, path),
        (socket.AF_INET, ("127.0.0.1", FIRST_PORT + number)),
    )
    for family, place in places:
        with socket.socket(family, socket.SOCK_STREAM) as asked:
            asked.settimeout(WAITS_S)
            try:
                asked.connect(place)
            except (OSError, OverflowError):  # nobody is there, or there is no such port
                continue
            return True
    return False
