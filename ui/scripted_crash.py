"""The program of a simulated chair is killed, and started again: as `kill -9` and a restart.

Rule 1: while it is away nothing is heard, judged, recorded or shown; the monitor and the patient
        go on.
Rule 2: a new core relives the record, as in a real restart; the driver begins its conversation
        anew and knows nothing of what it heard before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from devices.simulated.scenario.scenario import Scenario
from devices.simulated.scenario.script import ScriptVerb
from monitor.chair import Chair
from monitor.entries import Entry
from monitor.events import Event, Resumed, SessionOpened
from monitor.stepped import SteppedRunner
from monitor.vitals import WaveChunk


class Gone(Chair):
    """The program is not there."""

    def __init__(self, opened: SessionOpened) -> None:
        super().__init__(opened, lambda _entry: None, lambda _published: None)

    @property
    def ended(self) -> bool:
        return False

    def take(self, event: Event | None, now: float) -> None:
        """Nobody hears it."""

    def wake_at(self) -> float | None:
        return None


def crashes(scenario: Scenario) -> Iterator[tuple[float, float]]:
    """When it is killed, and when it is started again, session seconds."""
    for action in scenario.script:
        if action.action is ScriptVerb.CRASH:
            yield action.at_s, action.at_s + (action.value or 0.0)


class Crashing:
    """Kills and restarts the chair of `runner`.

    `begin` makes a chair for the same session, `cables` puts the cables out (False) and new ones
    in (True) at a moment.
    """

    def __init__(
        self,
        runner: SteppedRunner,
        begin: Callable[[], Chair],
        cables: Callable[[float, bool], None],
    ) -> None:
        self._runner = runner
        self._begin = begin
        self._cables = cables
        self._kept: list[Entry] | None = None
        self._newest: Entry | None = None

    def plan(self, scenario: Scenario) -> None:
        for killed_at, started_at in crashes(scenario):
            self._kept = []
            self._runner.plan(killed_at, self._kill(killed_at))
            self._runner.plan(started_at, self._start(started_at))

    def keep(self, entry: Entry) -> None:
        """What is on the disk. Waves are of no use to a core; the last one has the last number."""
        if self._kept is not None:
            self._newest = entry
            if not isinstance(entry.what, WaveChunk):
                self._kept.append(entry)

    def _kill(self, at: float) -> Callable[[Chair], Iterable[Event]]:
        def act(chair: Chair) -> Iterable[Event]:
            self._runner.chair = Gone(chair.opened)
            self._cables(at, False)
            return ()

        return act

    def _start(self, at: float) -> Callable[[Chair], Iterable[Event]]:
        def act(_gone: Chair) -> Iterable[Event]:
            newest = [] if self._newest is None else [self._newest]
            past = [
                *(self._kept or ()),
                *(one for one in newest if isinstance(one.what, WaveChunk)),
            ]
            chair = self._begin()
            chair.relive(past)
            self._runner.chair = chair
            self._cables(at, True)
            return (Resumed(past[-1].now_s),)

        return act
