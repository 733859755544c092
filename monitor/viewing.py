"""From what a chair knows to the picture a screen is shown. Ages and limits are decided here.

A cuff value is aged from 1.25 x its interval and gives way to dashes from 2 x, at most 30 min.
Once a session is signed no number of it is live: no picture may come after that one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypedDict

from monitor.alarm_table import CUFF_ROWS, STREAM_ROWS
from monitor.chair_state import ChairState
from monitor.core import MonitorCore
from monitor.emergency import EmergencyView
from monitor.events import DeviceFacts, LinkChanged, LinkState
from monitor.infusion import InfusionClock
from monitor.limits import LimitProfile
from monitor.outcomes import AlarmPhase, BaselineAccepted, Priority
from monitor.patient_limits import effective_limit
from monitor.phases import Phase
from monitor.picture import AlarmView, ChairPicture, Numeral, Shown
from monitor.rules import Row
from monitor.schedule import cuff_interval_s
from monitor.vitals import CUFF_SIGNS, CuffResult, Quality, VitalSign

AGED_AFTER = 1.25
DASHES_AFTER = 2.0
DASHES_AT_MOST_S = 30 * 60.0
OVER = "session-over"
"""Why there are no values any more, once a session is signed."""
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
_NEAREST = {
    "high": ("sbp-high", "dbp-high", "hr-high", "rr-high"),
    "low": ("sbp-low", "dbp-low", "hr-low", "spo2-low", "rr-low"),
}
"""The first row of each sign on one side."""
_NOT_OURS = frozenset({Quality.BEFORE_SESSION, Quality.AGE_UNKNOWN})
"""Shown grey, for ever: it is not known to belong to this session."""
_BADNESS = {LinkState.UP: 0, LinkState.SILENT: 1, LinkState.DOWN: 2}
_ROW: dict[str, Row] = {row.id: row for row in (*CUFF_ROWS, *STREAM_ROWS)}


_Found = tuple[Shown, float | None, float | None, str]
"""What is known of one sign: how it is shown, its value, its age, and why there is none."""
_NOTHING: _Found = (Shown.NEVER, None, None, "")
_NEVER = {sign: Numeral(sign, *_NOTHING[:3]) for sign in VitalSign}


def limits_shown(
    profile: LimitProfile, baseline: BaselineAccepted | None, side: str
) -> dict[VitalSign, float]:
    """The first limit of each sign on one side, as it stands for this patient."""
    found: dict[VitalSign, float] = {}
    for row in (_ROW[row_id] for row_id in _NEAREST[side]):
        limit = effective_limit(row, profile, baseline)
        if row.sign is not None and limit is not None:
            found[row.sign] = limit
    return found


class Viewer:
    """Draws the pictures of one chair; works its limits out anew only when they changed."""

    def __init__(self, core: MonitorCore) -> None:
        self._core = core
        self._shared = _shared(core.state.opened.devices)
        self._basis: tuple[LimitProfile, BaselineAccepted | None] | None = None
        self._high: dict[VitalSign, float] = {}
        self._low: dict[VitalSign, float] = {}
        self._resting: dict[VitalSign, float] = {}

    def picture(self, now: float, recorded_at_s: float | None = None) -> ChairPicture:
        """What is to be seen of this chair at `now`."""
        core, state, opened = self._core, self._core.state, self._core.state.opened
        alarms = () if state.phase is Phase.SIGNED else core.judge.engine.views(now)
        self._know_limits(state)
        return ChairPicture(
            chair=opened.chair,
            session_id=opened.session_id,
            now_s=now,
            patient_id=opened.patient.patient_id,
            initials=opened.patient.initials,
            simulated=opened.simulated,
            phase=state.phase,
            phase_since_s=state.phase_since,
            **_infusion(state.clock, now),
            numerals=self._numerals(state, _breaches(alarms), now),
            cuff_measuring=state.cuff_control.measuring and state.phase is not Phase.SIGNED,
            baseline=state.baseline,
            alarms=alarms,
            **_heard(core, now),
            notes=tuple(state.notes.values()),
            next_cuff_at_s=state.cuff_due_at(),
            nibp_interval_s=_cuff_interval_s(state, now),
            link=_worst_link(state),
            profile=state.profile.name,
            deviations=_deviations(state.profile),
            recorded_at_s=recorded_at_s,
            wish=state.wish(now, core.judge.cuffs.repeat_by()),
            question=state.handshake.question,
            auto_cycle_off=state.auto_cycle_off(now),
            starts_cuff=bool(state.cuff_control.allowed),
            put_aside=state.handshake.put_aside,
            modifiers=state.profile.modifiers,
            limits_moved=tuple(state.moved.values()),
            gaps=tuple(state.gaps),
            demo_data=state.demo_data,
            treatment=core.treatment.view(core, now),
        )

    def _know_limits(self, state: ChairState) -> None:
        basis = (state.profile, state.baseline)
        if basis != self._basis:
            self._basis = basis
            self._high = limits_shown(*basis, "high")
            self._low = limits_shown(*basis, "low")
            self._resting = _resting(state.baseline)

    def _numerals(
        self, state: ChairState, breaches: dict[VitalSign, Priority], now: float
    ) -> dict[VitalSign, Numeral]:
        found = _cuff(state, now)
        for sign in STREAM_SIGNS:
            found[sign] = _stream(state, sign, now)
        if state.phase is Phase.SIGNED:
            found = {sign: _over(sign, what) for sign, what in found.items()}
        numerals = {sign: self._numeral(sign, what, breaches) for sign, what in found.items()}
        for sign in self._shared:
            source = _source(state, sign)
            if source:
                numerals[sign] = replace(numerals[sign], source=source)
        return numerals

    def _numeral(
        self, sign: VitalSign, found: _Found, breaches: dict[VitalSign, Priority]
    ) -> Numeral:
        shown, value, age_s, why = found
        judged = VitalSign.HR if sign is VitalSign.PULSE else sign
        low, high, base = self._low.get(judged), self._high.get(judged), self._resting.get(judged)
        if found is _NOTHING and low is None and high is None and base is None:
            return _NEVER[sign]
        delta = None if base is None or value is None else value - base
        return Numeral(
            sign, shown, value, age_s, low, high, delta, base, breaches.get(judged), why
        )


class _Heard(TypedDict):
    """What a picture says of the sound and of an emergency; see `ChairPicture`."""

    sound: Priority | None
    audio_pause_left_s: float | None
    unanswered_s: float | None
    emergency: EmergencyView | None
    bedside_alarm_off: str


def _heard(core: MonitorCore, now: float) -> _Heard:
    return {
        "sound": core.sound(now),
        "audio_pause_left_s": core.pause.left_s(now),
        "unanswered_s": core.unanswered.lasts_s(now),
        "emergency": core.emergency.view,
        "bedside_alarm_off": core.state.bedside_alarm_off(),
    }


class _Infusion(TypedDict):
    """What a picture says of the infusion; see `ChairPicture`."""

    infusion_started_s: float | None
    infusion_ended_s: float | None
    infusion_running: bool
    infusion_ran_s: float
    planned_s: float
    mg_given: float | None
    dose_mg: float | None


def _infusion(clock: InfusionClock, now: float) -> _Infusion:
    """What was calculated; the record, once the pump's volume is entered, is in `treatment`."""
    plan = clock.plan
    return {
        "infusion_started_s": clock.started_at,
        "infusion_ended_s": clock.ended_at,
        "infusion_running": clock.running,
        "infusion_ran_s": clock.ran_s(now),
        "planned_s": plan.minutes * 60.0,
        "mg_given": clock.mg_given(now),
        "dose_mg": plan.dose_mg,
    }


def picture(core: MonitorCore, now: float, recorded_at_s: float | None = None) -> ChairPicture:
    """One picture, for who wants no more of them."""
    return Viewer(core).picture(now, recorded_at_s)


def _shared(devices: Iterable[DeviceFacts]) -> frozenset[VitalSign]:
    """The signs that more than one device gives."""
    given = [sign for device in devices for sign in device.signs]
    return frozenset(sign for sign in given if given.count(sign) > 1)


def _source(state: ChairState, sign: VitalSign) -> str:
    """The device that this sign is, or was last, taken from; empty when nothing ever came."""
    if sign in CUFF_SIGNS:
        last = state.latest.last_cuff()
        return "" if last is None else last.result.source
    held, missing = state.latest.held.get(sign), state.latest.missing.get(sign)
    if held is not None:
        return held.reading.source
    return "" if missing is None else missing.source


def _worst_link(state: ChairState) -> LinkChanged | None:
    """The link that is in the worst state; None before anything was heard of any."""
    return max(state.links.last.values(), key=lambda link: _BADNESS[link.state], default=None)


def _deviations(profile: LimitProfile) -> tuple[tuple[str, float, float], ...]:
    return tuple((rule, profile.own[rule], value) for rule, value in profile.changed.items())


def _breaches(alarms: tuple[AlarmView, ...]) -> dict[VitalSign, Priority]:
    """The priority of the alarm that holds on each sign now."""
    worst: dict[VitalSign, Priority] = {}
    for alarm in alarms:
        if alarm.technical or alarm.state in {AlarmPhase.LATCHED, AlarmPhase.WITHDRAWN}:
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


def _cuff(state: ChairState, now: float) -> dict[VitalSign, _Found]:
    """All that the last cuff result says, at one age."""
    last = state.latest.last_cuff()
    if last is None:
        return dict.fromkeys(CUFF_SIGNS, _NOTHING)
    result = last.result
    age_s = now - last.at + (result.age_s or 0.0)
    interval_s = _cuff_interval_s(state, now)
    shown = _cuff_shown(result, age_s, interval_s)
    doubt = "" if result.quality is Quality.GOOD else result.quality
    if last.doubted:
        shown, doubt = Shown.AGED if shown is Shown.LIVE else shown, Quality.UNCONFIRMED
    told_s = None if result.age_s is None and result.quality in _NOT_OURS else age_s
    values = (result.sbp, result.dbp, result.map, result.pulse)
    return {
        sign: (Shown.NEVER, None, age_s, "") if value is None else (shown, value, told_s, doubt)
        for sign, value in zip(CUFF_SIGNS, values, strict=True)
    }


def _cuff_interval_s(state: ChairState, now: float) -> float:
    """How far apart cuff results are expected now."""
    return cuff_interval_s(state.opened.nibp_interval_s, state.clock, now, state.profile.route)


def _cuff_shown(result: CuffResult, age_s: float, interval_s: float) -> Shown:
    if result.quality in _NOT_OURS:
        return Shown.AGED
    if age_s >= min(DASHES_AFTER * interval_s, DASHES_AT_MOST_S):
        return Shown.DASHES
    return Shown.AGED if age_s >= AGED_AFTER * interval_s else Shown.LIVE


def _over(sign: VitalSign, found: _Found) -> _Found:
    """As it is left when the session is over: of the cuff what it was, of the rest nothing."""
    shown, value, age_s, _why = found
    if shown is Shown.NEVER:
        return found
    cuff = sign in CUFF_SIGNS
    return (Shown.DASHES, value, age_s, OVER) if cuff else (Shown.BLANK, None, None, OVER)


def _stream(state: ChairState, sign: VitalSign, now: float) -> _Found:
    held = state.latest.held.get(sign)
    if held is not None:
        why = "" if held.reading.quality is Quality.GOOD else held.reading.quality
        return (Shown.LIVE, held.reading.value, now - held.at, why)
    missing = state.latest.missing.get(sign)
    if missing is not None:
        return (Shown.BLANK, None, now - missing.since, missing.reason)
    return _NOTHING
