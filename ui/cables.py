"""The devices of one session on real ports: their links, and the black box they share.

Rule 1: each device has a source of its own. The second of a kind is ``device:NAME#2``.
Rule 2: the pieces in the capture bear the source, so that a replay knows who said what; an empty
        piece of each stands at its beginning, which keeps the order of priority.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from data.capture_file import CaptureWriter
from devices.capture import Direction
from devices.errors import DeviceError, UnknownDriver
from devices.link import LinkThread
from devices.registry import driver_named
from devices.serial_port import open_port
from devices.session import Driver, LineSettings
from monitor.commands import AllowCuff
from monitor.entries import Published
from monitor.events import DeviceFacts, Heard
from monitor.outcomes import CuffAsked, Refused
from monitor.picture import ChairPicture
from monitor.station import awake_clock
from ui.device_lines import Look, Plug, device_line
from ui.opening import facts_of
from ui.requests import DeviceLine, DeviceRequest, Refusal, WrongEntry
from ui.words import say


def known_driver(name: str) -> Driver:
    """Raises `WrongEntry` with the names that there are."""
    try:
        return driver_named(name)
    except UnknownDriver as error:
        raise WrongEntry(str(error)) from error


def sources_of(drivers: Iterable[Driver]) -> list[str]:
    """The source of each device; no two are the same."""
    given: list[str] = []
    for driver in drivers:
        source, nth = driver.source, 1
        while source in given:
            nth += 1
            source = f"{driver.source}#{nth}"
        given.append(source)
    return given


def line_at(driver: Driver, baud: int | None) -> LineSettings:
    """The settings of the line at this speed; None = the usual ones."""
    if baud is None:
        return driver.line
    known = (driver.line, *driver.alternative_lines)
    return next((line for line in known if line.baud == baud), replace(driver.line, baud=baud))


def plugs_for(devices: Sequence[DeviceRequest]) -> tuple[Plug, ...]:
    """The devices of a new session, in order of priority. Raises `WrongEntry`."""
    if not devices:
        raise WrongEntry(say("device-missing"))
    want_ports_apart(devices)
    drivers = [known_driver(device.driver) for device in devices]
    return tuple(
        Plug(
            device.url,
            driver,
            facts_of(driver, source, may_start_cuff=device.may_start_cuff),
            line_at(driver, device.baud),
        )
        for device, driver, source in zip(devices, drivers, sources_of(drivers), strict=True)
    )


def plugs_again(
    session_id: str, known: Sequence[DeviceFacts], devices: Sequence[DeviceRequest]
) -> tuple[Plug, ...]:
    """The devices of a session that goes on, each the first of its kind that is still free.

    A device without a driver's name is the next one of the session. Whether a cuff may be started
    is asked anew. Raises `WrongEntry`.
    """
    if not devices:
        raise WrongEntry(say("device-missing"))
    want_ports_apart(devices)
    free = list(known)
    found: dict[str, Plug] = {}
    for device in sorted(devices, key=lambda device: not device.driver):  # the named ones first
        match = next((facts for facts in free if device.driver in {"", facts.name}), None)
        if match is None:
            names = ", ".join(facts.name for facts in known)
            what = device.driver or device.url
            raise WrongEntry(say("device-not-of-session", what, session_id, names))
        free.remove(match)
        driver = known_driver(match.name)
        may = match.can_start_cuff and device.may_start_cuff
        facts = replace(match, may_start_cuff=may)
        found[match.source] = Plug(device.url, driver, facts, line_at(driver, device.baud))
    return tuple(found[facts.source] for facts in known if facts.source in found)


def asked_anew(plugs: Iterable[Plug], allowed: frozenset[str], by: str) -> list[AllowCuff]:
    """What to say so that those cuffs may be started that were chosen this time, and no others."""
    return [
        AllowCuff(plug.facts.source, plug.facts.may_start_cuff, by)
        for plug in plugs
        if (plug.facts.source in allowed) != plug.facts.may_start_cuff
    ]


def want_ports_apart(devices: Sequence[DeviceRequest]) -> None:
    """No port is given twice. Raises `WrongEntry`."""
    urls = [device.url for device in devices]
    for url in urls:
        if urls.count(url) > 1:
            raise WrongEntry(say("port-twice", url))


def want_reachable(plugs: Iterable[Plug]) -> None:
    """Every port can be opened; it is closed again. Raises `Refusal`, which names the port."""
    for plug in plugs:
        try:
            open_port(plug.url, plug.line).close()
        except DeviceError as error:
            raise Refusal(str(error)) from error


class Cables:
    """The links of one session. `hear(at, heard)` is called on the threads of the links.

    `may_start`: the sources whose cuff may be started, as far as people are concerned.
    """

    def __init__(
        self,
        plugs: Iterable[Plug],
        capture: CaptureWriter,
        hear: Callable[[float, tuple[Heard, ...]], None],
        may_start: frozenset[str],
    ) -> None:
        self.plugs = tuple(plugs)
        self._capture = capture
        self._may_start = may_start
        self._picture: ChairPicture | None = None
        self._links = {plug.facts.source: self._link(plug, hear) for plug in self.plugs}

    def _link(self, plug: Plug, hear: Callable[[float, tuple[Heard, ...]], None]) -> LinkThread:
        source = plug.facts.source
        sink = self._capture.sink(source)
        sink.put(awake_clock(), Direction.RX, b"")
        return LinkThread(
            plug.url,
            plug.driver,
            clock=awake_clock,
            deliver=hear,
            source=source,
            capture=sink,
            line=plug.line,
        )

    def start(self) -> None:
        for link in self._links.values():
            link.start()

    def stop(self) -> None:
        """Ask every link to end; nobody is waited for."""
        for link in self._links.values():
            link.stop()

    def join(self) -> None:
        for link in self._links.values():
            link.join()

    def follow(self, published: Published) -> None:
        """What was published of this chair; a cuff that is to be started is started."""
        self._picture = published.picture
        allowed, outcomes = published.event, published.outcomes
        if isinstance(allowed, AllowCuff) and not any(isinstance(o, Refused) for o in outcomes):
            others = self._may_start - {allowed.source}
            self._may_start = others | {allowed.source} if allowed.allowed else others
        for outcome in outcomes:
            if isinstance(outcome, CuffAsked) and outcome.source in self._links:
                self._links[outcome.source].start_cuff()

    def accept(self, source: str) -> None:
        """A person says that the unit on this device's port is the same monitor."""
        if source in self._links:
            self._links[source].accept_stranger()

    def lines(self) -> tuple[DeviceLine, ...]:
        """The devices as their panel shows them; from any thread."""
        look = Look(awake_clock(), time.time(), self._picture, self._may_start)
        return tuple(
            device_line(plug, self._links[plug.facts.source].stats, look) for plug in self.plugs
        )

    def close(self) -> None:
        """After `join`: what the lines carried is on the disk."""
        self._capture.close()
