"""What the wall shows, in words and digits: frozen, so that only what changed is painted.

Rule: a number looks on the wall as it does at its chair: live, grey, dashes, or its reason.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, replace

from monitor.picture import Numeral, Shown
from monitor.vitals import VitalSign
from ui.chair.alarm_text import AlarmWords
from ui.chair.faces import (
    VISIBLE,
    CuffFace,
    VitalFace,
    cuff_face,
    heart_numeral,
    numeral_of,
    signed,
    vital_face,
)
from ui.chair.spans import age_text, clock_text
from ui.view_state import ChairView, ViewState
from ui.wall.course_text import patient_text, people_text, phase_text
from ui.wall.duties import Duty, duties_of_room, next_of_chair
from ui.wall.room import alarms_of, room_of
from ui.wall.states import states_of
from ui.words import say, say_or


class Use(enum.Enum):
    """What is in the chair."""

    FREE = "free"
    ENDED = "ended"
    RUNNING = "running"
    UNWATCHED = "unwatched"


@dataclass(frozen=True, slots=True)
class TileFace:
    """One chair. `patient`, `people`, `age` and `delta`: wordings to choose from, longest first.

    `alarm` is its most urgent one, `more` how many others there are; `unwatched` says why its
    numbers may not be believed, and what to do.
    """

    chair: int
    use: Use
    patient: tuple[str, ...] = ()
    phase: str = ""
    people: tuple[str, ...] = ()
    mark: str = ""
    """Why it is no patient, in a word; empty = it is one."""
    cuff: CuffFace | None = None
    age: tuple[str, ...] = ()
    delta: tuple[str, ...] = ()
    heart: VitalFace | None = None
    spo2: VitalFace | None = None
    next: str = ""
    alarm: AlarmWords | None = None
    more: int = 0
    states: tuple[str, ...] = ()
    unwatched: str = ""


@dataclass(frozen=True, slots=True)
class RoomFace:
    """The tiles in room order, and what comes next in the whole room."""

    tiles: tuple[TileFace, ...]
    columns: int
    duties: tuple[Duty, ...]


def room_face(state: ViewState, now: float) -> RoomFace:
    """`now` is window seconds."""
    room = room_of(frozenset(state.chairs))
    duties = duties_of_room(state, now)
    by_chair = {
        chair: tuple(duty for duty in duties if duty.chair == chair) for chair in room.places
    }
    tiles = tuple(tile_face(state, chair, now, by_chair) for chair in room.places)
    return RoomFace(tiles, room.columns, duties)


def tile_face(
    state: ViewState, chair: int, now: float, duties: Mapping[int, tuple[Duty, ...]]
) -> TileFace:
    view = state.chairs.get(chair)
    if view is None:
        return TileFace(chair, Use.FREE)
    if view.over:
        who = patient_text(view)[-1]
        ended = say(
            "wall-ended", f"{who} · {clock_text(view.wall_of(view.picture.phase_since_s))}"
        )
        return TileFace(chair, Use.ENDED, patient=(ended, say("phase-signed")))
    alarms = alarms_of(state, chair, now)
    if alarms and not alarms[0].answerable:
        return TileFace(
            chair,
            Use.UNWATCHED,
            patient=patient_text(view),
            people=people_text(view),
            mark=mark_of(view),
            alarm=alarms[0],
            unwatched=alarms[0].reasons,
        )
    return _running(view, alarms, next_of_chair(duties.get(chair, ())))


def _running(view: ChairView, alarms: tuple[AlarmWords, ...], coming: str) -> TileFace:
    picture, cuff = view.picture, cuff_face(view)
    return TileFace(
        chair=picture.chair,
        use=Use.RUNNING,
        patient=patient_text(view),
        phase=phase_text(view),
        people=people_text(view),
        mark=mark_of(view),
        cuff=cuff,
        age=_age(view, cuff),
        delta=delta_text(view),
        heart=_vital(heart_numeral(view), view),
        spo2=_vital(numeral_of(view, VitalSign.SPO2), view),
        next=say("wall-measuring") if picture.cuff_measuring else coming,
        alarm=alarms[0] if alarms else None,
        more=max(0, len(alarms) - 1),
        states=states_of(view),
    )


def _age(view: ChairView, cuff: CuffFace) -> tuple[str, ...]:
    """How old the pressure is; beside dashes first with the value that it was."""
    sbp = numeral_of(view, VitalSign.SBP)
    dashed = sbp.shown is Shown.DASHES and sbp.age_s is not None
    return (cuff.since, age_text(sbp.age_s or 0.0)) if dashed else (cuff.since,)


def _vital(numeral: Numeral, view: ChairView) -> VitalFace:
    """As beside the chair; why there is none is said as shortly as a tile is small."""
    face = vital_face(numeral, view)
    unknown = "none" if face.reason == say("why-none") else "not-on-device"
    short = say_or(f"wall-why-{numeral.why or unknown}", face.reason)
    return replace(face, reason=short) if face.reason else face


def mark_of(view: ChairView) -> str:
    if view.picture.simulated:
        return say("wall-simulated")
    return say("wall-demo-data") if view.picture.demo_data else ""


def delta_text(view: ChairView) -> tuple[str, ...]:
    """The change of the pressure from baseline; nothing beside a pressure that is not shown."""
    sbp, dbp = numeral_of(view, VitalSign.SBP), numeral_of(view, VitalSign.DBP)
    if sbp.shown not in VISIBLE or sbp.delta is None or dbp.delta is None:
        return ()
    change = signed(sbp.delta), signed(dbp.delta)
    return say("wall-delta", *change), say("wall-delta-short", *change)


def spoken(face: TileFace) -> str:
    """What a screen reader says of a tile."""
    chair = say("chair", face.chair)
    if face.use in {Use.FREE, Use.ENDED}:
        free = face.patient[0] if face.patient else say("wall-free")
        return ", ".join((chair, free, say("wall-begin")))
    parts = [chair, face.patient[0], face.phase]
    if face.alarm is not None:
        parts += [face.alarm.headline, face.alarm.reasons]
    if face.cuff is not None:
        value = f"{face.cuff.sbp}/{face.cuff.dbp}" if face.cuff.sbp else face.cuff.reason
        parts += [f"{say('nibp')} {value}", face.cuff.since]
    for vital in (face.heart, face.spo2):
        if vital is not None:
            parts.append(f"{vital.title} {vital.big or vital.reason}")
    parts += [face.next, *face.states, face.mark]
    return ", ".join(part for part in parts if part)
