"""The demo behind a window: simulated chairs on a paced clock, real store, real sound."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from data.capture_file import CaptureWriter
from data.writer import StoreWriter
from devices.alarm_sound import AlarmSound
from devices.simulated.scenario import Scenario
from monitor.entries import Anchor, AnchorReason, Committed, StoreTrouble, StoreWell
from monitor.events import Command, Priority
from monitor.station import utc_offset_min
from ui.demo import Pacer, SimulatedChair
from ui.demo_backend import DemoBackend
from ui.opening import new_session_id
from ui.places import capture_path, open_record


class DemoProgram(DemoBackend):
    """`Backend` of the window in `chairside demo`."""

    def __init__(
        self, db: Path, scenarios: Sequence[Scenario], *, seed: int, speed: float, sound: bool
    ) -> None:
        """Raises a `StoreError` when the demo's record can't be opened or made."""
        super().__init__(db)
        open_record(db, key=self._key).close()
        self._writer = StoreWriter(lambda: open_record(db, key=self._key), self._stored)
        self._sound = AlarmSound(_quiet, lambda: None) if sound else None
        self._captures: list[CaptureWriter] = []
        self._chairs = [
            self._simulated(db, scenario, number, seed + number - 1)
            for number, scenario in enumerate(scenarios, start=1)
        ]
        self._pacer = Pacer(self._chairs, speed, self._turn)

    def _simulated(self, db: Path, scenario: Scenario, number: int, seed: int) -> SimulatedChair:
        session_id = new_session_id()
        utc_s = time.time()
        offset = utc_offset_min(utc_s)
        self._writer.put(Anchor(session_id, 0.0, utc_s, offset, AnchorReason.START))
        capture = CaptureWriter(capture_path(db, session_id), self._key)
        self._captures.append(capture)
        return SimulatedChair(
            scenario,
            seed=seed,
            session_id=session_id,
            store=self._writer.put,
            show=self.inbox.put,
            capture=capture,
            number=number,
        )

    def _turn(self) -> None:
        if self._sound:
            for simulated in self._chairs:
                self._sound.sound(_sound_of(simulated), simulated.chair.number)
            self._sound.beat()

    def _stored(self, report: Committed | StoreTrouble | StoreWell) -> None:
        self.inbox.put(report)
        if isinstance(report, Committed):
            self._pacer.committed(report)

    def start(self) -> None:
        if self._sound:
            self._sound.start()
        self._writer.start()
        self._pacer.start()

    def close(self) -> None:
        self._pacer.stop()
        if self._sound:
            self._sound.rest()
        for capture in self._captures:
            capture.close()
        self._writer.stop()
        if self._sound:
            self._sound.close()

    def send(self, chair: int, command: Command) -> None:
        self._pacer.send(chair, command)


def _sound_of(simulated: SimulatedChair) -> Priority | None:
    return None if simulated.chair.ended else simulated.chair.sound()


def _quiet(_text: str) -> None:
    """A demo without a loudspeaker is a silent demo; nobody is in danger."""
