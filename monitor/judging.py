"""Values and absences against the alarm table: which verdict goes to which watch.

Rule 1: only GOOD and UNCONFIRMED values are judged; all else is UNKNOWN, which never clears.
Rule 2: HR rows judge the ECG's rate, else the oximeter's pulse, never the cuff's.
Rule 3: what is outside the phases of `JUDGING` is not judged at all.

The place between a cuff result and its rows is where the repeat-reading ladder will stand.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitor import absence
from monitor.absence import Judgement
from monitor.alarms import AlarmEngine
from monitor.chair_state import ChairState
from monitor.events import AlarmChanged, BaselineAccepted, Part
from monitor.latest import Cuffed
from monitor.limits import LimitProfile
from monitor.phases import JUDGING, Phase
from monitor.rules import (
    ARTERIAL_ROWS,
    ARTERIAL_SIGNS,
    CLOCK_ROW,
    CUFF_ROWS,
    DEVICE_ROWS,
    FAILED_ROWS,
    LINK_ROWS,
    OVERDUE_ROWS,
    PART_ROWS,
    SENSOR_ROWS,
    STREAM_ROWS,
    SYMPTOM_ROW,
    Row,
    Verdict,
    effective_limit,
    judge,
)
from monitor.vitals import JUDGED, Reading, VitalSign
from monitor.watch import Watch

_BEFORE_TREATING = frozenset({Phase.PLANNED, Phase.SCREENING, Phase.BASELINE})
_HEART = frozenset({VitalSign.HR, VitalSign.PULSE})
_ROWS_OF: dict[VitalSign, tuple[Row, ...]] = {
    sign: tuple(row for row in (*CUFF_ROWS, *STREAM_ROWS) if row.sign is sign)
    for sign in (VitalSign.SBP, VitalSign.DBP, VitalSign.HR, VitalSign.SPO2, VitalSign.RR)
}
_ARTERIAL_ROWS_OF: dict[VitalSign, tuple[Row, ...]] = {
    arterial: tuple(row for row in ARTERIAL_ROWS if row.sign is sign)
    for arterial, sign in ARTERIAL_SIGNS.items()
}
_Basis = tuple[Phase, LimitProfile, BaselineAccepted | None]
_Judged = tuple[tuple[Watch, float | None], ...]
"""The rows of one sign with their limits; None = the row is not judged now."""
_PART_ROW = dict(zip((Part.STORE, Part.SOUND, Part.SCREEN, Part.AWAKE), PART_ROWS, strict=True))
BATTERY_ROW, CUFF_MODE_ROW = DEVICE_ROWS


class Judge:
    """Owns the alarms of one chair; reads its state, changes nothing else."""

    def __init__(self, state: ChairState) -> None:
        self._state = state
        self.engine = AlarmEngine((*CUFF_ROWS, *STREAM_ROWS, *FAILED_ROWS, *PART_ROWS))
        self._add((*DEVICE_ROWS, CLOCK_ROW, SYMPTOM_ROW))
        self._link_rows: dict[str, tuple[Row, ...]] = {}
        self._rows_of = _ROWS_OF
        self._basis: _Basis | None = None
        self._judged: dict[VitalSign, _Judged] = {}
        if state.opened.arterial_judged:
            self._add(ARTERIAL_ROWS)
            self._rows_of = _ROWS_OF | _ARTERIAL_ROWS_OF
        if state.opened.technical_alarms:
            self._add((*OVERDUE_ROWS, *SENSOR_ROWS))
            self._add_links()

    def _add(self, rows: tuple[Row, ...]) -> None:
        for row in rows:
            self.engine.add(row)

    def _add_links(self) -> None:
        for device in self._state.opened.devices:
            rows = tuple(row.of_source(device.source) for row in LINK_ROWS)
            self._link_rows[device.source] = rows
            self.engine.add(rows[0], device.link_lost_after_s)
            self.engine.add(rows[1], max(rows[1].delay_s, device.link_lost_after_s))
            self.engine.say_why(rows[0].key, device.name)

    # ---- values

    def streams(self, readings: Sequence[Reading], now: float) -> None:
        """Continuous values came together."""
        heart = False
        for reading in readings:
            if reading.sign in _HEART:
                heart = True
            elif reading.quality in JUDGED:
                self._value(reading.sign, reading.value, now)
            else:
                self._unknown(reading.sign, now)
        if heart:
            self._heart(now)

    def lost(self, sign: VitalSign, now: float) -> None:
        """A continuous sign has no value any more."""
        if sign in _HEART:
            self._heart(now)
        else:
            self._unknown(sign, now)

    def _heart(self, now: float) -> None:
        held = self._state.latest.heart()
        if held is None:
            self._unknown(VitalSign.HR, now)
        else:
            self._value(VitalSign.HR, held.reading.value, now)

    def cuff(self, cuffed: Cuffed, now: float) -> list[AlarmChanged]:
        """A cuff result came. Partial rows don't exist: a result has both pressures."""
        if not cuffed.judgeable:
            return []
        self._pressures(cuffed, now)
        self.failed(0, now)
        return [
            *self.engine.new_evidence("bp/high", now),
            *self.engine.new_evidence("bp/low", now),
        ]

    def _pressures(self, cuffed: Cuffed, now: float) -> None:
        self._value(VitalSign.SBP, cuffed.result.sbp, now)
        self._value(VitalSign.DBP, cuffed.result.dbp, now)

    def failed(self, in_a_row: int, now: float) -> None:
        for row, needed in zip(FAILED_ROWS, (1, 2), strict=True):
            self.condition(row, now, true=in_a_row >= needed)

    def again(self, now: float) -> None:
        """Limits moved: what is known now is judged by the new ones."""
        last = self._state.latest.last_cuff()
        if last is not None and last.judgeable:
            self._pressures(last, now)
        self.streams([held.reading for held in self._state.latest.held.values()], now)

    def _value(self, sign: VitalSign, value: float, now: float) -> None:
        for watch, limit in self._judged_now(sign):
            if limit is None:
                watch.drop()
            else:
                verdict = judge(watch.row, value, limit, in_breach=watch.holds)
                watch.feed(verdict, now, value, limit)

    def _unknown(self, sign: VitalSign, now: float) -> None:
        for watch, _limit in self._judged_now(sign):
            watch.feed(Verdict.UNKNOWN, now)

    def _judged_now(self, sign: VitalSign) -> _Judged:
        """Worked out anew only when something changed that limits rest on."""
        state = self._state
        basis = (state.phase, state.profile, state.baseline)
        if basis != self._basis:
            self._basis = basis
            self._judged = {
                measured: tuple((self.engine.watch_of(row), self._limit(row)) for row in rows)
                for measured, rows in self._rows_of.items()
            }
        return self._judged.get(sign, ())

    def _limit(self, row: Row) -> float | None:
        phase = self._state.phase
        colour_only = row.colour_only_before_treating and phase in _BEFORE_TREATING
        if phase not in JUDGING or colour_only:
            return None
        return effective_limit(row, self._state.profile, self._state.baseline)

    # ---- absences and conditions

    def absences(self, now: float) -> None:
        """Judge what is missing at `now`."""
        state = self._state
        if not state.opened.technical_alarms or state.phase not in JUDGING:
            return
        window = state.window_open
        self._feed(
            OVERDUE_ROWS, absence.overdue(state.cuff_due_at(), now, self.engine.level()), now
        )
        for source, rows in self._link_rows.items():
            self._feed(rows, state.links.judge(source, window=window), now)
        self._feed(
            SENSOR_ROWS,
            absence.sensor_off(state.latest, state.links, window=window),
            now,
        )
        lost = absence.lost_signs(state.latest)
        if lost:
            self.engine.say_why(SENSOR_ROWS[0].key, " ".join(lost))

    def _feed(self, rows: tuple[Row, ...], judgements: tuple[Judgement, ...], now: float) -> None:
        for row, judgement in zip(rows, judgements, strict=True):
            self.engine.watch_of(row).feed(judgement.verdict, now, since=judgement.since)

    def part(self, part: Part, now: float, *, failed: bool, text: str = "") -> None:
        row = _PART_ROW[part]
        if text:
            self.engine.say_why(row.key, text)
        self.condition(row, now, true=failed)

    def condition(self, row: Row, now: float, *, true: bool) -> None:
        """Something that is so, or is not, from `now` on; after the end nothing is."""
        if self._state.phase is not Phase.SIGNED:
            self.engine.watch_of(row).feed(Verdict.BREACH if true else Verdict.WITHIN, now)

    def moment(self, row: Row, now: float, text: str) -> list[AlarmChanged]:
        """A condition that has no length: it is announced, and over at once."""
        self.engine.say_why(row.key, text)
        self.condition(row, now, true=True)
        said = self.engine.settle(now)
        self.condition(row, now, true=False)
        return said

    def end(self) -> None:
        """The session is over: nothing is judged any more."""
        self.engine.drop_all()
