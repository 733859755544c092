"""Hand-made pictures of a chair, and the messages that lead to them, for tests and screenshots."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

from monitor.commands import Note, NoteKind, StartInfusion
from monitor.entries import Published
from monitor.events import (
    DeviceFacts,
    Event,
    LinkChanged,
    LinkReason,
    LinkState,
    Numerics,
    SessionOpened,
)
from monitor.limits import PROFILES
from monitor.outcomes import AlarmPhase, BaselineAccepted, Outcome, PhaseChanged, Priority
from monitor.people import Patient
from monitor.phases import Phase
from monitor.picture import AlarmView, ChairPicture, NoteView, Numeral, Shown
from monitor.plan import Plan
from monitor.vitals import CuffResult, LostReason, Reading, VitalSign

V = VitalSign
SESSION = "20260101-0001"
SOURCE = "simulated"
RESTING = BaselineAccepted(124, 76, 76, 98)
START_S = 600.0
LIMITS = {V.SBP: (90, 160), V.DBP: (50, 100), V.HR: (50, 110), V.SPO2: (92, None)}
BASE = {V.SBP: 124, V.DBP: 76, V.HR: 76, V.SPO2: 98}


def opened(
    *, chair: int = 2, minutes: float = 40.0, mg_per_kg: float | None = 0.5
) -> SessionOpened:
    return SessionOpened(
        session_id=SESSION,
        chair=chair,
        patient=Patient("20417", 82.0, "J. M.", 1974),
        plan=Plan(mg_per_kg, 82.0, minutes),
        profile=PROFILES["adult-iv"],
        devices=(
            DeviceFacts(
                "simulated", SOURCE, 5.0, 10.0, frozenset({V.HR, V.SPO2, V.SBP, V.DBP, V.MAP})
            ),
        ),
        nibp_interval_s=300.0,
        simulated=True,
        by="Nurse AK",
    )


def numeral(
    sign: VitalSign,
    value: float | None,
    *,
    shown: Shown = Shown.LIVE,
    age_s: float | None = 1.0,
    why: str = "",
    breach: Priority | None = None,
    resting: bool = True,
) -> Numeral:
    low, high = LIMITS.get(sign, (None, None))
    base = BASE.get(sign) if resting else None
    change = None if base is None or value is None else value - base
    return Numeral(sign, shown, value, age_s, low, high, change, base, breach, why)


def numerals(
    sbp: float,
    dbp: float,
    hr: float,
    spo2: float,
    *,
    cuff_age_s: float = 62.0,
    resting: bool = True,
) -> dict[VitalSign, Numeral]:
    mean = round(dbp + (sbp - dbp) / 3)
    return {
        V.SBP: numeral(V.SBP, sbp, age_s=cuff_age_s, resting=resting),
        V.DBP: numeral(V.DBP, dbp, age_s=cuff_age_s, resting=resting),
        V.MAP: numeral(V.MAP, mean, age_s=cuff_age_s, resting=resting),
        V.HR: numeral(V.HR, hr, resting=resting),
        V.PULSE: numeral(V.PULSE, None, shown=Shown.NEVER, age_s=None),
        V.SPO2: numeral(V.SPO2, spo2, resting=resting),
    }


def picture(**changes: object) -> ChairPicture:
    """Twenty-six minutes into a calm infusion, but for `changes`."""
    now_s = START_S + 1570.0
    calm = ChairPicture(
        chair=2,
        session_id=SESSION,
        now_s=now_s,
        patient_id="20417",
        initials="J. M.",
        simulated=True,
        phase=Phase.TREATING,
        phase_since_s=START_S,
        infusion_started_s=START_S,
        infusion_ended_s=None,
        infusion_running=True,
        infusion_ran_s=1570.0,
        planned_s=2400.0,
        mg_given=26.8,
        dose_mg=41.0,
        numerals=numerals(142, 86, 84, 97),
        cuff_measuring=False,
        baseline=RESTING,
        alarms=(),
        sound=None,
        audio_pause_left_s=None,
        notes=(),
        next_cuff_at_s=now_s + 100.0,
        nibp_interval_s=300.0,
        link=LinkChanged(LinkState.UP, LinkReason.CONNECTED, SOURCE),
        profile="adult-iv",
        deviations=(),
        recorded_at_s=now_s - 1.0,
    )
    return replace(calm, **changes)  # type: ignore[arg-type]


def alarm(
    alarm_id: str,
    sign: VitalSign | None,
    priority: Priority,
    *,
    value: float | None = None,
    limit: float | None = None,
    key: str = "",
    state: AlarmPhase = AlarmPhase.SOUNDING,
    reasons: tuple[str, ...] = (),
    technical: bool = False,
    text: str = "",
    since_s: float = START_S + 1500.0,
) -> AlarmView:
    return AlarmView(
        key=key or alarm_id,
        alarm=alarm_id,
        sign=sign,
        priority=priority,
        state=state,
        value=value,
        limit=limit,
        since_s=since_s,
        reasons=reasons or (alarm_id,),
        technical=technical,
        text=text,
    )


BP_MEDIUM = alarm(
    "sbp-high",
    V.SBP,
    Priority.MEDIUM,
    value=168,
    limit=160,
    key="bp/high",
    reasons=("sbp-high", "dbp-high"),
)
BP_EXTREME = alarm(
    "sbp-extreme",
    V.SBP,
    Priority.HIGH,
    value=206,
    limit=200,
    key="bp/high",
    reasons=("sbp-extreme", "dbp-extreme"),
)
HR_MEDIUM = alarm(
    "hr-high", V.HR, Priority.MEDIUM, value=118, limit=110, key="hr/high", since_s=START_S + 1540
)
LINK_LOST = alarm(
    "link-lost",
    None,
    Priority.MEDIUM,
    key="link-lost/simulated",
    technical=True,
    text="simulated",
    since_s=START_S + 1568,
)
SENSOR_OFF = alarm(
    "sensor-off",
    None,
    Priority.LOW,
    key="sensor-off",
    technical=True,
    text="spo2",
    since_s=START_S + 1540,
)


def baseline() -> ChairPicture:
    return picture(
        now_s=190.0,
        phase=Phase.BASELINE,
        phase_since_s=0.0,
        infusion_started_s=None,
        infusion_running=False,
        infusion_ran_s=0.0,
        mg_given=0.0,
        numerals=numerals(124, 76, 76, 98, resting=False),
        baseline=None,
        next_cuff_at_s=310.0,
        recorded_at_s=189.0,
    )


def calm() -> ChairPicture:
    return picture()


def medium() -> ChairPicture:
    shown = numerals(168, 101, 88, 97)
    shown[V.SBP] = replace(shown[V.SBP], breach=Priority.MEDIUM)
    shown[V.DBP] = replace(shown[V.DBP], breach=Priority.MEDIUM)
    return picture(
        numerals=shown,
        alarms=(BP_MEDIUM, SENSOR_OFF),
        sound=Priority.MEDIUM,
        deviations=(("sbp-high", 160, 165),),
    )


def extreme() -> ChairPicture:
    shown = numerals(206, 121, 118, 91)
    for sign in (V.SBP, V.DBP):
        shown[sign] = replace(shown[sign], breach=Priority.HIGH)
    shown[V.HR] = replace(shown[V.HR], breach=Priority.MEDIUM)
    return picture(
        numerals=shown, alarms=(BP_EXTREME, HR_MEDIUM), sound=None, audio_pause_left_s=107.0
    )


def link_lost() -> ChairPicture:
    shown = numerals(142, 86, 84, 97, cuff_age_s=400.0)
    lost = {"shown": Shown.BLANK, "value": None, "age_s": 22.0, "why": LinkReason.NO_DATA.value}
    for sign in (V.HR, V.SPO2):
        shown[sign] = replace(shown[sign], delta=None, **lost)
    for sign in (V.SBP, V.DBP, V.MAP):
        shown[sign] = replace(shown[sign], shown=Shown.AGED)
    silent = LinkChanged(LinkState.SILENT, LinkReason.NO_DATA, SOURCE, 12.0)
    return picture(
        numerals=shown,
        alarms=(LINK_LOST,),
        sound=Priority.MEDIUM,
        link=silent,
        next_cuff_at_s=START_S + 1470.0,
    )


def sensor_off() -> ChairPicture:
    shown = numerals(142, 86, 84, 97, cuff_age_s=700.0)
    shown[V.SPO2] = numeral(
        V.SPO2, None, shown=Shown.BLANK, age_s=30.0, why=LostReason.SENSOR_OFF.value
    )
    for sign in (V.SBP, V.DBP, V.MAP):
        shown[sign] = replace(shown[sign], shown=Shown.DASHES)
    return picture(numerals=shown, alarms=(SENSOR_OFF,), sound=Priority.LOW)


def paused() -> ChairPicture:
    acknowledged = replace(BP_MEDIUM, state=AlarmPhase.ACKNOWLEDGED, reminds_in_s=200.0)
    shown = numerals(168, 101, 88, 97)
    shown[V.SBP] = replace(shown[V.SBP], breach=Priority.MEDIUM)
    return picture(
        phase=Phase.PAUSED,
        phase_since_s=START_S + 1480.0,
        infusion_running=False,
        infusion_ran_s=1480.0,
        numerals=shown,
        alarms=(acknowledged,),
        cuff_measuring=True,
    )


def recovery() -> ChairPicture:
    now_s = START_S + 3000.0
    latched = replace(BP_MEDIUM, state=AlarmPhase.LATCHED)
    return picture(
        now_s=now_s,
        phase=Phase.RECOVERY,
        phase_since_s=START_S + 2400.0,
        infusion_running=False,
        infusion_ran_s=2400.0,
        infusion_ended_s=START_S + 2400.0,
        mg_given=41.0,
        numerals=numerals(132, 80, 74, 98),
        alarms=(latched,),
        next_cuff_at_s=now_s + 500.0,
        recorded_at_s=now_s - 1.0,
    )


EXAMPLES = {
    "baseline": baseline,
    "calm": calm,
    "medium": medium,
    "extreme": extreme,
    "link-lost": link_lost,
    "sensor-off": sensor_off,
    "paused": paused,
    "recovery": recovery,
}


def noted(kind: NoteKind, at_s: float, note_id: str, *, undone: bool = False) -> NoteView:
    return NoteView(at_s, Note(note_id, kind, "", "Nurse AK"), undone)


def said(
    shown: ChairPicture, event: Event | None = None, outcomes: tuple[Outcome, ...] = ()
) -> Published:
    return Published(shown.chair, shown.now_s, event, outcomes, shown)


def beginning(last: ChairPicture) -> Published:
    """What the station would have published first."""
    return said(replace(last, now_s=0.0, alarms=()), opened(chair=last.chair))


def story(last: ChairPicture) -> list[Published]:
    """The whole course up to `last`: what the station would have published."""
    made = [beginning(last)]

    def at(now_s: float, event: Event, outcomes: tuple[Outcome, ...] = ()) -> None:
        made.append(said(replace(last, now_s=now_s), event, outcomes))

    for now in itertools.count(5.0, 5.0):
        if now > last.now_s:
            break
        under = max(0.0, min(1.0, (now - START_S) / 1500.0))
        if now == START_S and last.infusion_started_s is not None:
            begun = PhaseChanged(Phase.BASELINE, Phase.TREATING)
            at(now, StartInfusion("Nurse AK"), (begun, RESTING))
        hr = 76 + 10 * under + 2 * math.sin(now / 17)
        at(
            now,
            Numerics(
                (
                    Reading(V.HR, round(hr), SOURCE),
                    Reading(V.SPO2, 97 + round(math.sin(now / 90)), SOURCE),
                )
            ),
        )
        if now % 300 == 180:
            sbp, dbp = round(124 + 40 * under), round(76 + 22 * under)
            at(now, CuffResult(sbp, dbp, None, None, SOURCE))
    made.append(said(last))
    return made
