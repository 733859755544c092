"""How long each sign was beyond its limits, from the entries of one session.

Rule 1: a value is judged exactly (no delay, no repeat, no hysteresis) by every row of its sign
        that was in force: those of the alarm table and those that the profile switched on, for
        this patient, in this phase. A limit that is moved judges what stands then.
Rule 2: a continuous value stands until the next one, until it is lost or not fresh any more; a
        cuff result until the next one, for twice its interval, at most for 30 min.
Rule 3: only values that an alarm may be judged by count, of a device nobody put aside.
Rule 4: rows of which several signs together make the value (trend, rate-pressure product, shock
        index, NEWS2) belong to none of them. They are not counted; `left_out` names those that
        were switched on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from monitor.alarm_table import ARTERIAL_SIGNS, CUFF_ROWS, STREAM_ROWS
from monitor.commands import ConfirmMonitor, ManualCuff, PreferSource
from monitor.events import LinkChanged, LinkState, Numerics, Recorded, Resumed, SessionOpened
from monitor.handshake import Handshake
from monitor.latest import Held, Latest
from monitor.limits import LimitProfile
from monitor.optional_judging import cuff_value
from monitor.optional_rows import (
    COMPUTED_ROWS,
    MEAN_HIGH,
    OPTIONAL_ARTERIAL_ROWS,
    OPTIONAL_CUFF_ROWS,
)
from monitor.outcomes import BaselineAccepted, PhaseChanged
from monitor.patient_limits import effective_limit
from monitor.phases import JUDGING, Phase
from monitor.rules import Row, Verdict, judge
from monitor.treatment.late_entries import is_current
from monitor.treatment.retold import GivenRetold
from monitor.vitals import JUDGED, CuffResult, SignalLost, VitalSign

CUFF_STANDS_AT_MOST_S = 30 * 60.0
CUFF_STANDS_INTERVALS = 2.0
_ROWS: dict[VitalSign, tuple[Row, ...]] = {
    sign: tuple(row for row in (*CUFF_ROWS, *STREAM_ROWS, *OPTIONAL_CUFF_ROWS) if row.sign is sign)
    for sign in (
        VitalSign.HR,
        VitalSign.SBP,
        VitalSign.DBP,
        VitalSign.MAP,
        VitalSign.SPO2,
        VitalSign.RR,
    )
}
_OPTIONAL_IDS = frozenset(row.id for row in OPTIONAL_CUFF_ROWS)
_OF_LINE = ARTERIAL_SIGNS | {
    line: row.sign for line, row in OPTIONAL_ARTERIAL_ROWS if row.sign is not None
}
"""An arterial line's signs, and under which sign of the cuff each is counted."""
_PRESSURES = (VitalSign.SBP, VitalSign.DBP, VitalSign.MAP)
_Limits = tuple[tuple[Row, float], ...]


@dataclass(slots=True)
class _Standing:
    """A sign's value that stands since `since`; `until` None = for as long as it is fresh."""

    value: float
    breach: bool
    since: float
    until: float | None = None


class BreachTimes:
    """Feed the entries of one session in their order, then ask for `seconds`."""

    def __init__(self) -> None:
        self._opened: SessionOpened | None = None
        self._given = GivenRetold()
        self._profile: LimitProfile | None = None
        self._baseline: BaselineAccepted | None = None
        self._phase = Phase.PLANNED
        self._latest = Latest(())
        self._handshake = Handshake(())
        self._standing: dict[VitalSign, _Standing] = {}
        self._limits: dict[VitalSign, _Limits] = {}
        self._lasted: dict[VitalSign, float] = {}
        self._cuff_source = ""
        self._cuff_at: float | None = None
        """When the newest result came; None = there was none."""

    def take(self, what: Recorded, now: float) -> None:
        """One entry of session second `now`, which never goes back."""
        if self._given.hear(what, now):
            self._pass_time(now)
            self._profile = self._given.profile
            self._judge_again()
        hear = _HEARD.get(type(what))
        if hear is not None:
            self._pass_time(now)
            hear(self, what, now)

    def seconds(self, now: float) -> dict[VitalSign, float]:
        """Up to `now`, of every sign that was judged at all."""
        self._pass_time(now)
        return {sign: self._lasted[sign] for sign in _ROWS if sign in self._lasted}

    @property
    def left_out(self) -> tuple[str, ...]:
        """The ids of the rows in force that are not counted; see rule 4."""
        on = frozenset[str]() if self._profile is None else self._profile.switched_on
        return tuple(row.id for row in COMPUTED_ROWS if row.id in on)

    # ---- time

    def _pass_time(self, now: float) -> None:
        while (at := self._latest.expires_at()) is not None and at <= now:
            self._latest.expire(at)
            self._streams(at)
        for sign in tuple(self._standing):
            self._end(sign, now, keep=True)

    def _stand(
        self, sign: VitalSign, value: float | None, now: float, until: float | None = None
    ) -> None:
        """From `now` on the sign has this value; None = it has none."""
        self._end(sign, now, keep=False)
        if value is None or self._phase not in JUDGING or not self._counted(sign):
            return
        self._lasted.setdefault(sign, 0.0)
        self._standing[sign] = _Standing(value, self._beyond(sign, value), now, until)

    def _counted(self, sign: VitalSign) -> bool:
        """A mean pressure is judged only where a profile says so."""
        return sign is not VitalSign.MAP or bool(self._limits_of(sign))

    def _beyond(self, sign: VitalSign, value: float) -> bool:
        return any(
            judge(row, value, limit, in_breach=False) is Verdict.BREACH
            for row, limit in self._limits_of(sign)
        )

    def _judge_again(self) -> None:
        self._limits.clear()
        for sign, stood in self._standing.items():
            stood.breach = self._beyond(sign, stood.value)

    def _end(self, sign: VitalSign, now: float, *, keep: bool) -> None:
        """Count what has stood up to `now`; `keep`: it goes on standing."""
        stood = self._standing.get(sign)
        if stood is None:
            return
        end = now if stood.until is None else min(now, stood.until)
        if stood.breach and end > stood.since:
            self._lasted[sign] += end - stood.since
        stood.since = max(end, stood.since)
        if not keep or (stood.until is not None and stood.until <= now):
            del self._standing[sign]

    def _limits_of(self, sign: VitalSign) -> _Limits:
        if self._profile is None:
            return ()
        if sign not in self._limits:
            early = self._phase in {Phase.PLANNED, Phase.SCREENING, Phase.BASELINE}
            pairs = (
                (row, effective_limit(row, self._profile, self._baseline))
                for row in _ROWS[sign]
                if not (early and row.colour_only_before_treating)
                and (row.id not in _OPTIONAL_IDS or row.id in self._profile.switched_on)
            )
            self._limits[sign] = tuple((row, own) for row, own in pairs if own is not None)
        return self._limits[sign]

    # ---- what is heard

    def _open(self, opened: SessionOpened, now: float) -> None:
        del now
        if self._opened is not None:
            return
        self._opened = opened
        self._latest = Latest(opened.devices)
        self._handshake = Handshake(opened.devices)

    def _numerics(self, heard: Numerics, now: float) -> None:
        if heard.readings and self._handshake.refused(heard.readings[0].source):
            return
        for reading in heard.readings:
            self._latest.take(reading, now)
        self._streams(now)

    def _streams(self, now: float) -> None:
        self._stand(VitalSign.HR, _value(self._latest.heart()), now)
        for sign in (VitalSign.SPO2, VitalSign.RR):
            self._stand(sign, _value(self._latest.held.get(sign)), now)
        if self._opened is not None and self._opened.arterial_judged:
            for arterial, sign in _OF_LINE.items():
                self._stand(sign, _value(self._latest.held.get(arterial)), now)

    def _cuff(self, cuff: CuffResult, now: float) -> None:
        if cuff.quality in JUDGED and not self._handshake.refused(cuff.source):
            self._pressures(cuff, now)

    def _manual(self, cuff: ManualCuff, now: float) -> None:
        if is_current(cuff, now, self._cuff_at):
            self._pressures(CuffResult(cuff.sbp, cuff.dbp, None, None, "manual"), now)

    def _pressures(self, cuff: CuffResult, now: float) -> None:
        interval_s = (
            CUFF_STANDS_AT_MOST_S if self._opened is None else self._opened.nibp_interval_s
        )
        until = now + min(CUFF_STANDS_INTERVALS * interval_s, CUFF_STANDS_AT_MOST_S)
        self._cuff_source, self._cuff_at = cuff.source, now
        mean = cuff_value(MEAN_HIGH, cuff.sbp, cuff.dbp, cuff.map)
        for sign, value in zip(_PRESSURES, (cuff.sbp, cuff.dbp, mean), strict=True):
            self._stand(sign, value, now, until)

    def _lost(self, lost: SignalLost, now: float) -> None:
        self._latest.lose(lost, now)
        self._streams(now)

    def _link(self, changed: LinkChanged, now: float) -> None:
        if changed.state is LinkState.DOWN:
            self._latest.lose_all(changed.reason, now, changed.source)
            self._streams(now)

    def _away(self, _resumed: Resumed, now: float) -> None:
        self._latest.lose_all("program-away", now)
        self._streams(now)

    def _prefer(self, wish: PreferSource, now: float) -> None:
        self._latest.prefer(wish.sign, wish.source, now)
        self._streams(now)

    def _confirmed(self, answer: ConfirmMonitor, now: float) -> None:
        self._handshake.answer(answer.source, now, same=answer.same)
        if answer.same:
            return
        self._latest.lose_all("put-aside", now, answer.source)
        self._streams(now)
        if self._cuff_source == answer.source:
            for sign in _PRESSURES:
                self._end(sign, now, keep=False)

    # ---- what limits rest on

    def _rests(self, accepted: BaselineAccepted, now: float) -> None:
        del now
        self._baseline = accepted
        self._judge_again()

    def _goes(self, changed: PhaseChanged, now: float) -> None:
        self._phase = changed.after
        self._judge_again()
        if self._phase not in JUDGING:
            for sign in tuple(self._standing):
                self._end(sign, now, keep=False)


def _value(held: Held | None) -> float | None:
    return held.reading.value if held is not None and held.judgeable else None


_HEARD: dict[type, Callable[[BreachTimes, Any, float], None]] = {
    SessionOpened: BreachTimes._open,
    Numerics: BreachTimes._numerics,
    CuffResult: BreachTimes._cuff,
    ManualCuff: BreachTimes._manual,
    SignalLost: BreachTimes._lost,
    LinkChanged: BreachTimes._link,
    Resumed: BreachTimes._away,
    PreferSource: BreachTimes._prefer,
    ConfirmMonitor: BreachTimes._confirmed,
    BaselineAccepted: BreachTimes._rests,
    PhaseChanged: BreachTimes._goes,
}
