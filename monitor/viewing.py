"""From what a chair knows to the picture a screen is shown. Ages and limits are decided here.

A cuff value is aged from 1.25 x its interval and gives way to dashes from 2 x, at most 30 min.
"""

from __future__ import annotations

from dataclasses import replace

from monitor.chair_state import ChairState
from monitor.core import MonitorCore
from monitor.events import AlarmPhase, BaselineAccepted, LinkChanged, LinkState, Priority
from monitor.limits import LimitProfile
from monitor.phases import Phase
from monitor.picture import AlarmView, ChairPicture, NoteView, Numeral, Shown
from monitor.rules import CUFF_ROWS, STREAM_ROWS, Row, effective_limit
from monitor.schedule import cuff_interval_s
from monitor.vitals import CUFF_SIGNS, Quality, VitalSign

AGED_AFTER = 1.25
DASHES_AFTER = 2.0
DASHES_AT_MOST_S = 30 * 60.0
STREAM_SIGNS = (
    VitalSign.HR,
    VitalSign.PULSE,
    VitalSign.SPO2,
    VitalSign.RR,
    VitalSign.PERFUSION,
    VitalSign.TEMP,
    VitalSign.ABP_SYS,
    VitalSign.ABP_DIA,
    VitalSign.ABP_MEAN,
)
_NEAREST: dict[tuple[VitalSign, str], tuple[str, ...]] = {
    (VitalSign.SBP, "high"): ("sbp-high",),
    (VitalSign.DBP, "high"): ("dbp-high",),
    (VitalSign.SBP, "low"): ("sbp-low",),
    (VitalSign.DBP, "low"): ("dbp-low",),
    (VitalSign.HR, "high"): ("hr-high",),
    (VitalSign.HR, "low"): ("hr-low",),
    (VitalSign.SPO2, "low"): ("spo2-low",),
    (VitalSign.RR, "low"): ("rr-low",),
    (VitalSign.RR, "high"): ("rr-high",),
}
_BADNESS = {LinkState.UP: 0, LinkState.SILENT: 1, LinkState.DOWN: 2}
_ROW: dict[str, Row] = {row.id: row for row in (*CUFF_ROWS, *STREAM_ROWS)}


def limits_shown(
    profile: LimitProfile, baseline: BaselineAccepted | None, side: str
) -> dict[VitalSign, float]:
    """The first limit of each sign on one side, as it stands for this patient."""
    found: dict[VitalSign, float] = {}
    for (sign, row_side), rows in _NEAREST.items():
        for row_id in rows:
            limit = effective_limit(_ROW[row_id], profile, baseline)
            if row_side == side and limit is not None:
                found[sign] = limit
    return found


def picture(core: MonitorCore, now: float, recorded_at_s: float | None = None) -> ChairPicture:
    """What is to be seen of this chair at `now`."""
    state = core.state
    opened, clock = state.opened, state.clock
    alarms = core.judge.engine.views(now)
    high = limits_shown(state.profile, state.baseline, "high")
    low = limits_shown(state.profile, state.baseline, "low")
    return ChairPicture(
        chair=opened.chair,
        session_id=opened.session_id,
        now_s=now,
        patient_id=opened.patient.patient_id,
        initials=opened.patient.initials,
        simulated=opened.simulated,
        phase=state.phase,
        phase_since_s=state.phase_since,
        infusion_started_s=clock.started_at,
        infusion_ended_s=clock.ended_at,
        infusion_running=clock.running,
        infusion_ran_s=clock.ran_s(now),
        planned_s=opened.plan.minutes * 60.0,
        mg_given=clock.mg_given(now),
        dose_mg=opened.plan.dose_mg,
        numerals=_numerals(state, alarms, now, high, low),
        cuff_measuring=state.measuring,
        baseline=state.baseline,
        alarms=alarms if state.phase is not Phase.SIGNED else (),
        sound=core.sound(now),
        audio_pause_left_s=core.pause.left_s(now),
        notes=tuple(NoteView(line.at, line.note, line.undone) for line in state.notes.values()),
        next_cuff_at_s=state.cuff_due_at(),
        nibp_interval_s=cuff_interval_s(opened.nibp_interval_s, clock, now),
        link=_worst_link(state),
        profile=state.profile.name,
        deviations=tuple(
            (rule, state.profile.own[rule], value) for rule, value in state.profile.changed.items()
        ),
        high_limits=high,
        low_limits=low,
        recorded_at_s=recorded_at_s,
        gaps=tuple(state.gaps),
    )


def _worst_link(state: ChairState) -> LinkChanged | None:
    """The link that is in the worst state; None before anything was heard of any."""
    return max(state.links.last.values(), key=lambda link: _BADNESS[link.state], default=None)


def _numerals(
    state: ChairState,
    alarms: tuple[AlarmView, ...],
    now: float,
    high: dict[VitalSign, float],
    low: dict[VitalSign, float],
) -> dict[VitalSign, Numeral]:
    breaches = _breaches(alarms)
    resting = _resting(state.baseline)
    numerals = {sign: _cuff_numeral(state, sign, now) for sign in CUFF_SIGNS}
    numerals |= {sign: _stream_numeral(state, sign, now) for sign in STREAM_SIGNS}
    for sign, numeral in numerals.items():
        judged = VitalSign.HR if sign is VitalSign.PULSE else sign
        base = resting.get(judged)
        change = None if base is None or numeral.value is None else numeral.value - base
        numerals[sign] = replace(
            numeral,
            low=low.get(judged),
            high=high.get(judged),
            baseline=base,
            delta=change,
            breach=breaches.get(judged),
        )
    return numerals


def _breaches(alarms: tuple[AlarmView, ...]) -> dict[VitalSign, Priority]:
    """The priority of the alarm that holds on each sign now."""
    worst: dict[VitalSign, Priority] = {}
    for alarm in alarms:
        if alarm.technical or alarm.state is AlarmPhase.LATCHED:
            continue
        for reason in alarm.reasons:
            row = _ROW.get(reason)
            if row is not None and row.sign is not None:
                worst[row.sign] = max(alarm.priority, worst.get(row.sign, Priority.LOW))
    return worst


def _resting(baseline: BaselineAccepted | None) -> dict[VitalSign, float]:
    if baseline is None:
        return {}
    known = {
        VitalSign.SBP: baseline.sbp,
        VitalSign.DBP: baseline.dbp,
        VitalSign.HR: baseline.hr,
        VitalSign.SPO2: baseline.spo2,
    }
    return {sign: value for sign, value in known.items() if value is not None}


def _cuff_numeral(state: ChairState, sign: VitalSign, now: float) -> Numeral:
    last = state.latest.last_cuff()
    if last is None:
        return Numeral(sign, Shown.NEVER, None, None)
    result = last.result
    value = {
        VitalSign.SBP: result.sbp,
        VitalSign.DBP: result.dbp,
        VitalSign.MAP: result.map,
        VitalSign.NIBP_PULSE: result.pulse,
    }[sign]
    age_s = now - last.at
    if value is None:
        return Numeral(sign, Shown.NEVER, None, age_s)
    if result.quality in {Quality.BEFORE_SESSION, Quality.AGE_UNKNOWN}:
        return Numeral(
            sign, Shown.AGED, value, result.age_s and age_s + result.age_s, why=result.quality
        )
    interval_s = cuff_interval_s(state.opened.nibp_interval_s, state.clock, now)
    shown = Shown.LIVE
    if age_s >= min(DASHES_AFTER * interval_s, DASHES_AT_MOST_S):
        shown = Shown.DASHES
    elif age_s >= AGED_AFTER * interval_s:
        shown = Shown.AGED
    return Numeral(sign, shown, value, age_s)


def _stream_numeral(state: ChairState, sign: VitalSign, now: float) -> Numeral:
    held = state.latest.held.get(sign)
    if held is not None:
        why = "" if held.reading.quality is Quality.GOOD else held.reading.quality
        return Numeral(sign, Shown.LIVE, held.reading.value, now - held.at, why=why)
    missing = state.latest.missing.get(sign)
    if missing is not None:
        return Numeral(sign, Shown.BLANK, None, now - missing.since, why=missing.reason)
    return Numeral(sign, Shown.NEVER, None, None)
