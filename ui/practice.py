"""A room to practise in: sessions are begun by hand, with simulated patients on virtual monitors.

Rule 1: everything but the patients and the time is real: bytes, drivers, cores, store, capture.
Rule 2: the same presses at the same virtual moments give the same record.
Rule 3: what is asked of a simulated port is answered from its virtual line.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from data.capture_file import CaptureWriter
from monitor.rights import Right
from ui.cables import known_driver, plugs_for
from ui.opening import new_session_id, opening
from ui.practice_chair import PracticeChair
from ui.practice_ports import SimulatedPort, port_choices, simulated_port
from ui.practice_room import PracticeRoom
from ui.practice_trials import FailedSearch, PracticeSearch, PracticeTest
from ui.requests import (
    DeviceRequest,
    DeviceSearch,
    DeviceTest,
    PortChoice,
    Refusal,
    SessionRequest,
    WrongEntry,
)
from ui.words import say


class PracticeBackend(PracticeRoom):
    """`Backend` of a window over virtual time. Another `seed` has other patients."""

    def __init__(
        self,
        db: Path,
        *,
        seed: int = 1,
        speed: float | None = None,
        sound: bool = False,
        utc_s: float | None = None,
    ) -> None:
        """Raises a `StoreError` when the record can't be opened or made."""
        super().__init__(db, speed=speed, sound=sound, utc_s=utc_s)
        self._seed = seed
        self._begun = 0

    def open_session(self, request: SessionRequest) -> str:
        """Begin a session at the present moment. Raises `Refusal`; nothing is begun then."""
        self._gate.want(Right.TREAT, request.by, "open-session")
        ports = [simulated_port(device.url) for device in request.devices]
        plugs = plugs_for(request.devices)
        facts = tuple(plug.facts for plug in plugs)
        session_id = new_session_id()
        opened = opening(request, facts, session_id, simulated=True)
        with self._clock:
            self._want_free(request.chair, ports)
            self._begun += 1
            seed = self._seed * 1000 + self._begun
            devices = {
                plug.facts.source: (plug, port) for plug, port in zip(plugs, ports, strict=True)
            }

            def practised(capture: CaptureWriter) -> PracticeChair:
                return PracticeChair(opened, devices, self.ways, capture, seed)

            self.seat(request.chair, session_id, practised)
        return session_id

    def resume_session(self, session_id: str, _devices: tuple[DeviceRequest, ...]) -> None:
        raise Refusal(say("practice-no-resume", session_id))

    def _want_free(self, number: int, ports: Sequence[SimulatedPort]) -> None:
        there = self._chairs.get(number)
        if there is not None and not there.ended:
            raise Refusal(say("chair-taken", number))
        taken: set[tuple[str, int]] = set()
        for port in ports:
            if port.place in taken:
                raise WrongEntry(say("port-twice", port.url))
            taken.add(port.place)
            self._want_unused(port)

    def _want_unused(self, port: SimulatedPort) -> None:
        for number, chair in self._chairs.items():
            if not chair.ended and any(port.place == used.place for used in chair.ports):
                raise Refusal(say("practice-port-used", port.url, number))

    # ---- the ports

    def ports(self) -> list[PortChoice]:
        with self._clock:
            running = [chair for chair in self._chairs.values() if not chair.ended]
            return port_choices(port for chair in running for port in chair.ports)

    def test_device(self, device: DeviceRequest) -> DeviceTest:
        """Raises `WrongEntry` for an unknown driver or port, `Refusal` for one in use."""
        driver, port = known_driver(device.driver), simulated_port(device.url)
        with self._clock:
            self._want_unused(port)
        return PracticeTest(port, driver, lambda: self._now_s)

    def find_monitor(self, url: str) -> DeviceSearch:
        try:
            port = simulated_port(url)
            with self._clock:
                self._want_unused(port)
        except Refusal as refusal:
            return FailedSearch(url, str(refusal))
        return PracticeSearch(port)
