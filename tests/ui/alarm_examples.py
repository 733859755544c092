"""Pictures of a chair with every kind of alarm, for tests and for the eye."""

from __future__ import annotations

from dataclasses import replace

import pictures
from pictures import START_S, V, alarm, numerals, picture

from monitor.handshake import Question
from monitor.outcomes import AlarmPhase, Priority
from monitor.picture import ChairPicture
from monitor.wishes import CuffWish, Why

NOW_S = START_S + 1570.0
SOURCE = pictures.SOURCE
CUFF_MEDIUM = alarm(
    "sbp-high",
    V.SBP,
    Priority.MEDIUM,
    value=168,
    limit=160,
    key="bp/high",
    reasons=("sbp-high", "dbp-high"),
    since_s=NOW_S - 50,
)
CARD = replace(CUFF_MEDIUM, state=AlarmPhase.PENDING, readings=1, repeat_by_s=NOW_S + 250)
ASKING = replace(
    CUFF_MEDIUM,
    value=186,
    reasons=("sbp-high", "dbp-high"),
    readings=1,
    repeat_by_s=NOW_S + 80,
)
CONFIRMED = alarm(
    "sbp-very-high",
    V.SBP,
    Priority.HIGH,
    value=186,
    limit=180,
    key="bp/high",
    reasons=("sbp-very-high", "sbp-high"),
    since_s=NOW_S - 140,
)
CONFIRMED = replace(CONFIRMED, readings=2)
EXTREME = replace(pictures.BP_EXTREME, readings=1, repeat_by_s=NOW_S + 95)
WITHDRAWN = replace(
    pictures.BP_EXTREME, state=AlarmPhase.WITHDRAWN, text="206/124 142/88", repeat_by_s=None
)
LATCHED = replace(
    CUFF_MEDIUM, state=AlarmPhase.LATCHED, value=163, reasons=("sbp-high",), since_s=NOW_S - 700
)
LOW_SIDE = alarm(
    "dbp-low", V.DBP, Priority.MEDIUM, value=48, limit=50, key="bp/low", since_s=NOW_S - 50
)


def cuffs(sbp: float, dbp: float, hr: float = 88, spo2: float = 97) -> dict[V, object]:
    return dict(numerals(sbp, dbp, hr, spo2))


def pending() -> ChairPicture:
    wish = CuffWish(Why.REPEAT, NOW_S - 50)
    return picture(numerals=cuffs(168, 101), alarms=(CARD,), wish=wish)


def asking() -> ChairPicture:
    wish = CuffWish(Why.REPEAT, NOW_S - 40)
    return picture(numerals=cuffs(186, 112), alarms=(ASKING,), sound=Priority.MEDIUM, wish=wish)


def confirmed() -> ChairPicture:
    wish = CuffWish(Why.OFTEN, NOW_S - 2)
    return picture(
        numerals=cuffs(186, 97),
        alarms=(CONFIRMED,),
        sound=Priority.HIGH,
        wish=wish,
        unanswered_s=80.0,
    )


def extreme() -> ChairPicture:
    wish = CuffWish(Why.REPEAT, NOW_S - 25)
    return picture(
        numerals=cuffs(206, 124, 118, 91),
        alarms=(EXTREME, pictures.HR_MEDIUM),
        sound=Priority.HIGH,
        wish=wish,
    )


def withdrawn() -> ChairPicture:
    return picture(numerals=cuffs(142, 88), alarms=(WITHDRAWN,))


def latched() -> ChairPicture:
    return picture(numerals=cuffs(148, 90), alarms=(LATCHED,))


def two_sides() -> ChairPicture:
    high = replace(CUFF_MEDIUM, value=164, reasons=("sbp-high",), readings=2)
    return picture(
        numerals=cuffs(164, 48),
        alarms=(high, replace(LOW_SIDE, readings=2)),
        sound=Priority.MEDIUM,
    )


def technical() -> ChairPicture:
    shown = cuffs(142, 86)
    return picture(
        numerals=shown,
        alarms=(pictures.HR_MEDIUM, pictures.LINK_LOST, pictures.SENSOR_OFF),
        sound=Priority.MEDIUM,
    )


def equipment() -> ChairPicture:
    return replace(pictures.link_lost(), alarms=(pictures.LINK_LOST, pictures.SENSOR_OFF))


def sound_off() -> ChairPicture:
    return replace(extreme(), sound=None, audio_pause_left_s=103.0)


def question() -> ChairPicture:
    asked = Question(SOURCE, NOW_S - 4, 128, 79)
    return picture(numerals=cuffs(128, 79, 76, 98), question=asked)


def cuff_now() -> ChairPicture:
    low = alarm("hr-low", V.HR, Priority.MEDIUM, value=44, limit=50, key="hr/low")
    return picture(
        numerals=cuffs(142, 86, 44),
        alarms=(low,),
        sound=Priority.MEDIUM,
        wish=CuffWish(Why.HEART, NOW_S - 10),
    )


def aside() -> ChairPicture:
    return picture(put_aside=frozenset({"device:dinamap"}))


def no_cycle() -> ChairPicture:
    return picture(auto_cycle_off=True)


ALARMS = {
    "pending": pending,
    "asking": asking,
    "confirmed": confirmed,
    "extreme-asking": extreme,
    "withdrawn": withdrawn,
    "latched": latched,
    "two-sides": two_sides,
    "technical": technical,
    "equipment": equipment,
    "sound-off": sound_off,
    "question": question,
    "cuff-now": cuff_now,
    "aside": aside,
    "no-cycle": no_cycle,
}
