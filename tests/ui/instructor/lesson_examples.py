"""A lesson whose clock is moved by hand, and the instructor's desk over it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from devices.simulated.scenario.scenario import scenario_named
from monitor.commands import ConfirmMonitor, StartInfusion
from monitor.entries import Published
from monitor.training.staged import Staged, StagedKind
from monitor.vitals import VitalSign
from ui.instructor.instructor_desk import InstructorDesk
from ui.instructor.truth_rows import seen
from ui.training import TrainingRoom

LEARNER = "Nurse 1"
UTC_S = 1_790_000_000.0
INFUSION_S = 420.0
"""When the infusion of `treated` begins, session seconds."""


@contextmanager
def lesson(
    folder: Path, scenario: str = "S4", drivers: tuple[str, ...] = ()
) -> Iterator[TrainingRoom]:
    """`drivers`: the monitors at the chair; empty = those of the lesson."""
    played = scenario_named(scenario)
    played = replace(played, drivers=drivers or played.drivers)
    room = TrainingRoom(folder / "training.db", played, learner=LEARNER, utc_s=UTC_S)
    room.start()
    try:
        yield room
    finally:
        room.close()


@contextmanager
def desk_of(room: TrainingRoom) -> Iterator[InstructorDesk]:
    """It hears at once what the chair says."""
    desk = InstructorDesk(room)

    def hear(published: Published) -> None:
        desk.absorb(published, room.now_s, room.utc())

    room.watch(hear)
    desk.open(room.now_s, room.utc())
    try:
        yield desk
    finally:
        room.watch(None)


def treat(room: TrainingRoom) -> None:
    """As the learner would: through the readings at rest, and the infusion runs."""
    room.advance(60.0)
    question = room.here.chair.core.state.handshake.question
    if question is not None:
        room.send(1, ConfirmMonitor(question.source, same=True, by=LEARNER))
    room.advance(INFUSION_S - room.now_s)
    room.send(1, StartInfusion(LEARNER))
    room.advance(10.0)


def staged(room: TrainingRoom, kind: StagedKind = StagedKind.EVENT) -> list[str]:
    """What of this kind is in the record on the disk, in its order."""
    entries = room.record(room.session_id).entries
    found = [entry.what for entry in entries if isinstance(entry.what, Staged)]
    return [one.what or one.text for one in found if one.kind is kind]


def shown(room: TrainingRoom, sign: VitalSign) -> float | None:
    """The number that the learner sees."""
    return seen(room.picture(), sign)


def alarms(room: TrainingRoom) -> set[str]:
    picture = room.picture()
    return set() if picture is None else {view.alarm for view in picture.alarms}
