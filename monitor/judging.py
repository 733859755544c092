"""Values and absences against the alarm table: which verdict goes to which watch.

Rule 1: only GOOD and UNCONFIRMED values are judged; all else is UNKNOWN, which never clears.
Rule 2: HR rows judge the ECG's rate, else the oximeter's pulse, never the cuff's.
Rule 3: what is outside the phases of `JUDGING` is not judged at all.

The place between a cuff result and its rows is where the repeat-reading ladder will stand.
"""

from __future__ import annotations

from monitor import absence
from monitor.absence import Judgement
from monitor.alarms import AlarmEngine
from monitor.chair_state import ChairState
from monitor.events import AlarmChanged, Part
from monitor.latest import Cuffed
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

_BEFORE_TREATING = frozenset({Phase.PLANNED, Phase.SCREENING, Phase.BASELINE})
_STREAM_ROWS_OF: dict[VitalSign, tuple[Row, ...]] = {
    sign: tuple(row for row in STREAM_ROWS if row.sign is sign)
    for sign in (VitalSign.HR, VitalSign.SPO2, VitalSign.RR)
}
_ARTERIAL_ROWS_OF: dict[VitalSign, tuple[Row, ...]] = {
    arterial: tuple(row for row in ARTERIAL_ROWS if row.sign is sign)
    for arterial, sign in ARTERIAL_SIGNS.items()
}
_PART_ROW = dict(zip((Part.STORE, Part.SOUND, Part.SCREEN, Part.AWAKE), PART_ROWS, strict=True))
BATTERY_ROW, CUFF_MODE_ROW = DEVICE_ROWS


class Judge:
    """Owns the alarms of one chair; reads its state, changes nothing else."""

    def __init__(self, state: ChairState) -> None:
        self._state = state
        self.engine = AlarmEngine((*CUFF_ROWS, *STREAM_ROWS, *FAILED_ROWS, *PART_ROWS))
        self._add((*DEVICE_ROWS, CLOCK_ROW, SYMPTOM_ROW))
        self._link_rows: dict[str, tuple[Row, ...]] = {}
        if state.opened.arterial_judged:
            self._add(ARTERIAL_ROWS)
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
            self.engine.add(rows[1])
            self.engine.say_why(rows[0].key, device.name)

    # ---- values

    def stream(self, reading: Reading, now: float) -> None:
        """A continuous value came."""
        if reading.sign in {VitalSign.HR, VitalSign.PULSE}:
            self.heart(now)
            return
        rows = _STREAM_ROWS_OF.get(reading.sign, ())
        if self._state.opened.arterial_judged:
            rows += _ARTERIAL_ROWS_OF.get(reading.sign, ())
        self._value(rows, reading.value, now, judgeable=reading.quality in JUDGED)

    def heart(self, now: float) -> None:
        held = self._state.latest.heart()
        rows = _STREAM_ROWS_OF[VitalSign.HR]
        if held is None:
            self._unknown(rows, now)
        elif held.at == now:
            self._value(rows, held.reading.value, now, judgeable=True)

    def lost(self, sign: VitalSign, now: float) -> None:
        """A continuous sign has no value any more."""
        if sign in {VitalSign.HR, VitalSign.PULSE}:
            self.heart(now)
        else:
            rows = _STREAM_ROWS_OF.get(sign, ())
            if self._state.opened.arterial_judged:
                rows += _ARTERIAL_ROWS_OF.get(sign, ())
            self._unknown(rows, now)

    def cuff(self, cuffed: Cuffed, now: float) -> list[AlarmChanged]:
        """A cuff result came. Partial rows don't exist: a result has both pressures."""
        if not cuffed.judgeable:
            return []
        shown = {key: self.engine.shown_value(key) for key in ("bp/high", "bp/low")}
        self._cuff_rows(cuffed, now)
        self.failed(0, now)
        said: list[AlarmChanged] = []
        for key, before in shown.items():
            said += self.engine.new_evidence(key, before, now)
        return said

    def _cuff_rows(self, cuffed: Cuffed, now: float) -> None:
        for row in CUFF_ROWS:
            value = cuffed.result.sbp if row.sign is VitalSign.SBP else cuffed.result.dbp
            self._value((row,), value, now, judgeable=True)

    def failed(self, in_a_row: int, now: float) -> None:
        for row, needed in zip(FAILED_ROWS, (1, 2), strict=True):
            self._condition(row, now, true=in_a_row >= needed)

    def again(self, now: float) -> None:
        """Limits moved: what is known now is judged by the new ones."""
        last = self._state.latest.last_cuff()
        if last is not None and last.judgeable:
            self._cuff_rows(last, now)
        for held in list(self._state.latest.held.values()):
            if held.reading.sign in {VitalSign.HR, VitalSign.PULSE}:
                continue
            self.stream(held.reading, now)
        heart = self._state.latest.heart()
        if heart is not None:
            rows = _STREAM_ROWS_OF[VitalSign.HR]
            self._value(rows, heart.reading.value, now, judgeable=True)

    def _value(self, rows: tuple[Row, ...], value: float, now: float, *, judgeable: bool) -> None:
        state = self._state
        for row in rows:
            watch = self.engine.watch_of(row)
            limit = effective_limit(row, state.profile, state.baseline)
            if limit is None or state.phase not in JUDGING or self._colour_only(row):
                watch.drop()
            elif not judgeable:
                watch.feed(Verdict.UNKNOWN, now)
            else:
                verdict = judge(row, value, limit, in_breach=watch.holds)
                watch.feed(verdict, now, value, limit)

    def _colour_only(self, row: Row) -> bool:
        return row.colour_only_before_treating and self._state.phase in _BEFORE_TREATING

    def _unknown(self, rows: tuple[Row, ...], now: float) -> None:
        for row in rows:
            self.engine.watch_of(row).feed(Verdict.UNKNOWN, now)

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
            absence.sensor_off(state.latest, window=window, link_up=state.links.up),
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
        self._condition(row, now, true=failed)

    def condition(self, row: Row, now: float, *, true: bool) -> None:
        self._condition(row, now, true=true)

    def moment(self, row: Row, now: float, text: str) -> list[AlarmChanged]:
        """A condition that has no length: it is announced, and over at once."""
        self.engine.say_why(row.key, text)
        self._condition(row, now, true=True)
        said = self.engine.settle(now)
        self._condition(row, now, true=False)
        return said

    def _condition(self, row: Row, now: float, *, true: bool) -> None:
        self.engine.watch_of(row).feed(Verdict.BREACH if true else Verdict.WITHIN, now)

    def end(self) -> None:
        """The session is over: nothing is judged any more."""
        self.engine.drop_all()
