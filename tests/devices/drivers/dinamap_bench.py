"""A DINAMAP on a table, for its tests: what it answers, and what is made of it."""

from __future__ import annotations

from devices.checksum import dinamap_sum
from devices.drivers.dinamap import DRIVER, REQUESTS, DinamapSession
from devices.session import DeviceEvent
from monitor.vitals import (
    CuffFailed,
    CuffResult,
    Quality,
)

SOURCE = DRIVER.source


def reply(body: str) -> bytes:
    return body.encode() + dinamap_sum(body.encode()) + b"\r"


def cuff(age: int | str, pressures: str = "118074089", *, status: int = 1, mode: int = 1) -> bytes:
    shown = f"{age:04}" if isinstance(age, int) else age
    return reply(f" NA{status}{mode}0{shown}{pressures}")


NO_RATE, NO_OXIMETER = reply(" RA2000"), reply(" OA30000 0")


class Bench:
    """A monitor on a table: it is asked, and answers what the test wants."""

    def __init__(self, opened_at: float = 0.0) -> None:
        self.session = DinamapSession(SOURCE)
        self.session.opened(opened_at)

    def round(
        self, now: float, na: bytes, ra: bytes = NO_RATE, oa: bytes = NO_OXIMETER
    ) -> list[DeviceEvent]:
        """One round of questions at `now`; every reply comes at once."""
        events: list[DeviceEvent] = []
        for answer in (na, ra, oa):
            assert self.session.due(now) in REQUESTS.values()
            events += self.session.receive(answer, now)
        assert self.session.due(now) == b""
        return events


def cuffs(events: list[DeviceEvent]) -> list[CuffResult | CuffFailed]:
    return [event for event in events if isinstance(event, CuffResult | CuffFailed)]


def listen(*replies: bytes, at: float = 0.0) -> list[DeviceEvent]:
    """What is made of replies that nobody asked for."""
    session = DinamapSession(SOURCE)
    session.opened(at)
    return [event for data in replies for event in session.receive(data, at)]


def result(
    sbp: float, dbp: float, mean: float, quality: Quality, age_s: float, pulse: float | None = None
) -> CuffResult:
    return CuffResult(sbp, dbp, mean, pulse, SOURCE, quality, age_s)
