"""The demo behind a window: scripted treatments in a practice room, on its paced clock.

Rule: a session that is begun by hand in the same window is one of the room like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from data.capture_file import CaptureWriter
from devices.simulated.scenario.scenario import Scenario
from ui.demo import SimulatedChair
from ui.opening import new_session_id
from ui.practice import PracticeBackend


class DemoProgram(PracticeBackend):
    """`Backend` of the window in `chairside demo`."""

    def __init__(
        self, db: Path, scenarios: Sequence[Scenario], *, seed: int, speed: float, sound: bool
    ) -> None:
        """Raises a `StoreError` when the demo's record can't be opened or made."""
        super().__init__(db, seed=seed, speed=speed, sound=sound)
        for number, scenario in enumerate(scenarios, start=1):
            self._play(scenario, number, seed + number - 1)

    def _play(self, scenario: Scenario, number: int, seed: int) -> None:
        session_id = new_session_id()

        def scripted(capture: CaptureWriter) -> SimulatedChair:
            return SimulatedChair(
                scenario,
                seed=seed,
                session_id=session_id,
                store=self.ways.store,
                show=self.ways.show,
                capture=capture,
                number=number,
            )

        self.seat(number, session_id, scripted)
