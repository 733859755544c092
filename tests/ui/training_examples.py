"""Lessons that are played through at once: a learner who acts at minutes of the treatment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from devices.simulated.scenario.scenario import scenario_named
from monitor.commands import (
    Acknowledge,
    Action,
    BeginEmergency,
    Command,
    Note,
    NoteKind,
    PauseInfusion,
    StartInfusion,
    StopInfusion,
)
from monitor.training.debrief import Debrief
from monitor.training.lesson import Deed
from ui.training import CHAIR, TrainingRoom

LEARNER = "Nurse 1"
UTC_S = 1_790_000_000.0
RESTED_S = 240.0
"""As long as the first values and a cuff result take: what befalls counts from the start."""
Acts = Mapping[float, tuple[Command | Deed | Action, ...]]
"""By minute of the treatment; an `Action` answers every alarm that waits."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A lesson that is over: judged in its room, and again from its record."""

    live: Debrief
    again: Debrief


@dataclass(frozen=True, slots=True)
class Played:
    """Lesson S4, played well and after it late, in one record."""

    db: Path
    well: Ended
    late: Ended


@contextmanager
def lesson_room(folder: Path, name: str = "S4", *, seed: int = 1) -> Iterator[TrainingRoom]:
    room = TrainingRoom(
        folder / "training.db", scenario_named(name), learner=LEARNER, seed=seed, utc_s=UTC_S
    )
    room.start()
    try:
        yield room
    finally:
        room.close()


def begin(room: TrainingRoom) -> None:
    """Rest, then start the infusion."""
    room.advance(RESTED_S)
    room.send(CHAIR, StartInfusion(LEARNER))


def play(room: TrainingRoom, acts: Acts, until_min: float) -> None:
    """From the start of the infusion on; the lesson is not finished by it."""
    begin(room)
    at_s = 0.0
    for minute in sorted(acts):
        room.advance(60.0 * minute - at_s)
        at_s = 60.0 * minute
        for act in acts[minute]:
            do(room, act)
    room.advance(60.0 * until_min - at_s)


def do(room: TrainingRoom, act: Command | Deed | Action) -> None:
    if isinstance(act, Action):
        for key in waiting(room):
            room.send(CHAIR, Acknowledge(key, LEARNER, act))
    elif isinstance(act, Deed):
        room.hand(act)
    else:
        room.send(CHAIR, act)


def waiting(room: TrainingRoom) -> list[str]:
    picture = room.picture()
    return [] if picture is None else [one.key for one in picture.alarms]


def note(kind: NoteKind) -> Note:
    return Note(f"n-{kind}", kind, "", LEARNER)


PAUSE, STOP, EMERGENCY = (
    PauseInfusion(LEARNER),
    StopInfusion(LEARNER),
    BeginEmergency(LEARNER),
)
S4_WELL: Acts = {
    25.3: (Deed.REMEASURE,),
    26.5: (Action.REMEASURED,),
    30.3: (Action.PROVIDER_CALLED, PAUSE, Deed.REMEASURE, Deed.ASK_PATIENT),
    34.0: (Deed.REMEASURE,),
    39.0: (Action.REMEASURED,),
    52.0: (STOP,),
}
S4_LATE: Acts = {
    28.0: (Deed.REMEASURE,),
    33.0: (Action.REMEASURED,),
    34.5: (PAUSE,),
    41.0: (Action.PROVIDER_CALLED,),
}
