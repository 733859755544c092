"""An S/5 on a table, for its tests: what it says at which moment, and what is made of it."""

from __future__ import annotations

from ge_s5_wire import CLOCK, INVALID, Screen, auxiliary, displayed

from devices.drivers.ge_s5 import DRIVER, GeS5Session
from devices.session import DeviceEvent
from monitor.vitals import CuffFailed, CuffResult

SOURCE = DRIVER.source


def outcomes(events: list[DeviceEvent]) -> list[CuffResult | CuffFailed]:
    return [event for event in events if isinstance(event, CuffResult | CuffFailed)]


class Bench:
    """A monitor on a table, whose records a session hears at moments of the test's choosing."""

    def __init__(self, *, asks: bool = True) -> None:
        self.session = GeS5Session(SOURCE)
        self.session.opened(0.0)
        if asks:
            assert self.session.due(0.0)

    def hear(self, data: bytes, at: float) -> list[DeviceEvent]:
        return list(self.session.receive(data, at))

    def shows(
        self, at: float, *, flags: int = 0, pressures: str = "128/79/95/86"
    ) -> list[CuffResult | CuffFailed]:
        """The displayed values of this moment: "" = no pressures, "-" = one is missing."""
        numbers = [
            INVALID if one == "-" else int(one) for one in (pressures or "-/-/-/-").split("/")
        ]
        systolic, diastolic, mean = (one if one == INVALID else one * 100 for one in numbers[:3])
        cuff = (8 | flags, systolic, diastolic, mean, numbers[3])
        return outcomes(self.hear(displayed(Screen(cuff=cuff), time=CLOCK + round(at)), at))

    def says_time(self, at: float, measured: float) -> list[CuffResult | CuffFailed]:
        """The auxiliary record of this moment; `measured` counts from the test's beginning."""
        data = auxiliary(CLOCK + round(measured), time=CLOCK + round(at))
        return outcomes(self.hear(data, at))
