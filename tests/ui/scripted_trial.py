"""A connection test of a page that says what it was told to say, for tests."""

from __future__ import annotations

from collections.abc import Sequence

from ui.requests import DeviceCheck, DeviceRequest


class ScriptedTest:
    """A connection test that says one thing after another, and keeps saying the last one."""

    def __init__(self, device: DeviceRequest, checks: Sequence[DeviceCheck]) -> None:
        self.of = device
        self.checks = list(checks)
        self.asked = 0
        self.stopped = False

    def check(self) -> DeviceCheck:
        self.asked += 1
        return self.checks[min(self.asked, len(self.checks)) - 1]

    def stop(self) -> None:
        self.stopped = True


WAITING = DeviceCheck("waiting", "The port is open, waiting for the monitor.", 0, 0, 0, ())
TALKING = DeviceCheck(
    "talking",
    "The monitor talks, and is understood.",
    12842,
    96,
    0,
    (
        ("SBP", "128", "mmHg"),
        ("DBP", "79", "mmHg"),
        ("HR", "72", "1/min"),
        ("SpO₂", "98", "%"),
    ),
)
