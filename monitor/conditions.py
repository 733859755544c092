"""Alarms about something that is so, or is not: absences, devices, parts of the program, moments.

Rule 1: what is absent is worked out in `absence.py`; here it goes to the rows of its alarm.
Rule 2: a recording without a device (`technical_alarms` False) has no device that could be
        missing, and no plan that could be over.
"""

from __future__ import annotations

from monitor import absence
from monitor.absence import Judgement
from monitor.alarm_table import (
    CLOCK_ROW,
    DEVICE_ROWS,
    DOSE_TIME_ROW,
    FAILED_ROWS,
    LINK_ROWS,
    MISMATCH_OVER,
    MISMATCH_ROW,
    OFF_MONITOR_ROW,
    OVERDUE_ROWS,
    PART_ROWS,
    SEDATION_ROW,
    SENSOR_ROWS,
    SIGNAL_ROW,
    SYMPTOM_ROW,
)
from monitor.alarms import AlarmEngine
from monitor.chair_state import ChairState
from monitor.events import Part
from monitor.outcomes import AlarmChanged
from monitor.phases import JUDGING, Phase
from monitor.rules import Row, Verdict
from monitor.vitals import DeviceNote, DeviceNoteKind, VitalSign

_PART_ROW = dict(zip((Part.STORE, Part.SOUND, Part.SCREEN, Part.AWAKE), PART_ROWS, strict=True))
SOUND_ROW = _PART_ROW[Part.SOUND]
NOT_HEARD = "not-heard"
"""Why there is no alarm sound: nobody heard the sound check."""
_BATTERY_ROW, _CUFF_MODE_ROW = DEVICE_ROWS
_OF_DEVICE: dict[DeviceNoteKind, tuple[Row, bool]] = {
    DeviceNoteKind.BATTERY_LOW: (_BATTERY_ROW, True),
    DeviceNoteKind.BATTERY_OK: (_BATTERY_ROW, False),
    DeviceNoteKind.NEONATAL_MODE: (_CUFF_MODE_ROW, True),
    DeviceNoteKind.ADULT_MODE: (_CUFF_MODE_ROW, False),
}
"""Which condition a device says that it is in, or no longer."""
_WATCHED = (VitalSign.HR, VitalSign.PULSE, VitalSign.SPO2)


class Conditions:
    """Owns the rows that compare no value with a limit."""

    def __init__(self, state: ChairState, engine: AlarmEngine) -> None:
        self._state = state
        self.engine = engine
        self._add((*FAILED_ROWS, *PART_ROWS, *DEVICE_ROWS, CLOCK_ROW, SYMPTOM_ROW, SEDATION_ROW))
        self._add((MISMATCH_ROW, SIGNAL_ROW))
        self._link_rows: dict[str, tuple[Row, ...]] = {}
        self._said_by: dict[Row, set[str]] = {row: set() for row in DEVICE_ROWS}
        self._aside: set[str] = set()
        """The devices of which nothing is an alarm; what they say is remembered."""
        self._silent: dict[str, str] = {}
        """Where alarms are not heard, and why; the newest at the end."""
        if state.opened.technical_alarms:
            self._add((*OVERDUE_ROWS, *SENSOR_ROWS, DOSE_TIME_ROW, OFF_MONITOR_ROW))
            self._add_links()

    def _add(self, rows: tuple[Row, ...]) -> None:
        for row in rows:
            self.engine.add(row)

    def _add_links(self) -> None:
        for device in self._state.opened.devices:
            rows = tuple(row.of_source(device.source) for row in LINK_ROWS)
            self._link_rows[device.source] = rows
            lost_after_s = device.link_lost_after_s or 0.0
            self.engine.add(rows[0], max(rows[0].delay_s, lost_after_s))
            self.engine.add(rows[1], max(rows[1].delay_s, lost_after_s))
            self.engine.say_why(rows[0].key, device.label)

    def absences(self, now: float) -> None:
        """Judge what is missing at `now`."""
        state = self._state
        if not state.opened.technical_alarms or state.phase not in JUDGING:
            return
        window = state.window_open
        due_at, level = state.cuff_due_at(), self.engine.level()
        late = absence.overdue(due_at, now, level, state.walk.back_at)
        self._feed(OVERDUE_ROWS, late, now)
        for source, rows in self._link_rows.items():
            self._feed(rows, state.links.judge(source, window=window), now)
        self._feed(
            SENSOR_ROWS,
            absence.sensor_off(state.latest, state.links, window=window, same_arm=state.same_arm),
            now,
        )
        self.condition(DOSE_TIME_ROW, now, true=state.dose_time_over(now))
        away = Verdict.BREACH if state.walk.away else Verdict.WITHIN
        self.engine.watch_of(OFF_MONITOR_ROW).feed(away, now, since=state.walk.since)
        lost = absence.lost_signs(state.latest)
        if lost:
            self.engine.say_why(SENSOR_ROWS[0].key, " ".join(lost))

    def _feed(self, rows: tuple[Row, ...], judgements: tuple[Judgement, ...], now: float) -> None:
        """Off the monitor, escorted, nothing that is missing begins to be an alarm."""
        for row, judgement in zip(rows, judgements, strict=True):
            held = self._state.walk.away and judgement.verdict is Verdict.BREACH
            verdict = Verdict.UNKNOWN if held else judgement.verdict
            self.engine.watch_of(row).feed(verdict, now, since=judgement.since)

    def begin_anew(self, now: float) -> None:
        """The patient is back at the monitor: what was held counts from now on."""
        held = [SIGNAL_ROW, *(row for rows in self._link_rows.values() for row in rows)]
        if self._state.opened.technical_alarms:
            held += [*OVERDUE_ROWS, *SENSOR_ROWS]
        for watch in map(self.engine.watch_of, held):
            if not watch.holds:
                watch.drop()
        self.signals(now)

    def part(self, part: Part, now: float, *, failed: bool, text: str = "") -> None:
        if part is Part.SOUND:
            self._sound_trouble("", now, text=text if failed else None)
            return
        row = _PART_ROW[part]
        if text:
            self.engine.say_why(row.key, text)
        self.condition(row, now, true=failed)

    def sound_checked(self, seat: str, now: float, *, heard: bool) -> None:
        """An ear is no device: what was not heard stays so until somebody hears it there."""
        self._sound_trouble(seat, now, text=None if heard else NOT_HEARD)

    def _sound_trouble(self, where: str, now: float, *, text: str | None) -> None:
        """At a seat, or (empty) in the program; None = it is over there."""
        self._silent.pop(where, None)
        if text is not None:
            self._silent[where] = text
        if self._silent:
            self.engine.say_why(SOUND_ROW.key, list(self._silent.values())[-1])
        self.condition(SOUND_ROW, now, true=bool(self._silent))

    def device(self, note: DeviceNote, now: float) -> None:
        """A device is in a condition, or no longer; it holds while one device is in it."""
        if note.kind in _OF_DEVICE:
            row, begins = _OF_DEVICE[note.kind]
            sources = self._said_by[row]
            (sources.add if begins else sources.discard)(note.source)
            self._device_rows(now, row)

    def _device_rows(self, now: float, *rows: Row) -> None:
        for row in rows:
            self.condition(row, now, true=bool(self._said_by[row] - self._aside))

    def devices_away(self, now: float) -> None:
        """Nobody listened for a while: a device that is still in its condition says so again."""
        for sources in self._said_by.values():
            sources.clear()
        self._device_rows(now, *DEVICE_ROWS)

    def device_aside(self, source: str, now: float, *, aside: bool) -> None:
        """A person says that it is not, or is, this patient's monitor."""
        (self._aside.add if aside else self._aside.discard)(source)
        self._device_rows(now, *DEVICE_ROWS)

    def parts_anew(self, now: float) -> None:
        """The program was started again: a part that fails in this one will be said."""
        for part in Part:
            self.part(part, now, failed=False)

    def condition(self, row: Row, now: float, *, true: bool) -> None:
        """Something that is so, or is not, from `now` on; after the end nothing is."""
        if self._state.phase is not Phase.SIGNED:
            self.engine.watch_of(row).feed(Verdict.BREACH if true else Verdict.WITHIN, now)

    def moment(self, row: Row, now: float, text: str) -> list[AlarmChanged]:
        """A condition that has no length: it is announced, and over after its row's calm."""
        self.engine.say_why(row.key, text)
        self.condition(row, now, true=True)
        said = self.engine.settle(now)
        self.condition(row, now, true=False)
        return said

    def failed(self, in_a_row: int, now: float) -> None:
        """So many cuff measurements have failed one after the other."""
        for row, needed in zip(FAILED_ROWS, (1, 2), strict=True):
            self.condition(row, now, true=in_a_row >= needed)

    def signals(self, now: float) -> None:
        """Whether what is known now can be trusted, and agrees with itself."""
        held = self._state.latest.held
        poor = [sign for sign in _WATCHED if sign in held and held[sign].poor]
        if poor:
            self.engine.say_why(SIGNAL_ROW.key, " ".join(poor))
        if poor and self._state.walk.away:
            self.engine.watch_of(SIGNAL_ROW).feed(Verdict.UNKNOWN, now)
        else:
            self._change(SIGNAL_ROW, now, true=bool(poor))
        heart, pulse = held.get(VitalSign.HR), held.get(VitalSign.PULSE)
        apart = 0.0
        if heart is not None and pulse is not None and heart.judgeable and pulse.judgeable:
            apart = abs(heart.reading.value - pulse.reading.value)
        self._change(MISMATCH_ROW, now, true=apart > MISMATCH_OVER, value=apart)

    def _change(self, row: Row, now: float, *, true: bool, value: float | None = None) -> None:
        """As `condition`, many times a second: nothing is done where nothing changes."""
        watch = self.engine.watch_of(row)
        if true:
            limit = None if value is None else MISMATCH_OVER
            watch.feed(Verdict.BREACH, now, value, limit)
        elif not watch.rests:
            watch.feed(Verdict.WITHIN, now)
