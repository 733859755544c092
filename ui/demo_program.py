"""The demo behind a window: simulated chairs on a paced clock, real store, real sound.

Rule: while a session is recorded on this computer, in whatever process, the demo is silent.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from data.capture_file import CaptureWriter
from data.writer import StoreWriter
from devices.alarm_sound import AlarmSound
from devices.simulated.scenario import Scenario
from monitor.commands import Command
from monitor.entries import Anchor, AnchorReason, Committed, StoreTrouble, StoreWell
from monitor.station import utc_offset_min
from ui.demo import Pacer, SimulatedChair
from ui.demo_backend import DemoBackend
from ui.live_marks import LiveMarks
from ui.opening import new_session_id
from ui.places import capture_path, home, open_record
from ui.requests import DeviceLine
from ui.words import say

LOOK_EVERY_S = 2.0
"""How often it is asked whether a session runs on this computer: then the demo is silent."""


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
        self._marks = LiveMarks(home())
        self._looked_at = float("-inf")
        self._session_runs = False
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
            self._look_for_sessions(time.monotonic())
            wishes = (one.chair.sounding() for one in self._chairs if not one.chair.ended)
            heard = () if self._session_runs else wishes
            self._sound.sound(tuple(wish for wish in heard if wish is not None))
            self._sound.beat()

    def _look_for_sessions(self, now: float) -> None:
        if now - self._looked_at >= LOOK_EVERY_S:
            self._looked_at = now
            self._session_runs = self._marks.any()

    def _stored(self, report: Committed | StoreTrouble | StoreWell) -> None:
        self.inbox.put(report)
        if isinstance(report, Committed):
            self._pacer.committed(report)

    def sound_note(self) -> str:
        """Why nothing is heard; on any thread."""
        return say("demo-silent") if self._session_runs else ""

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

    def device_lines(self, chair: int) -> tuple[DeviceLine, ...]:
        return tuple(
            simulated.device_line()
            for simulated in self._chairs
            if simulated.chair.number == chair and not simulated.chair.ended
        )


def _quiet(_text: str) -> None:
    """A demo without a loudspeaker is a silent demo; nobody is in danger."""
