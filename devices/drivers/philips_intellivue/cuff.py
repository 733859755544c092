"""The cuff of an IntelliVue: from an NBP object repeated each second to one event a measurement.

Rule 1: a measurement is known by its time stamp and its pressures. The stamp is the monitor's own
        time; how old that is, only the monitor's own clock can tell.
Rule 2: what was measured before the line was first opened is `before-session`, whenever it shows.
        Without the monitor's clock the first result, and one that changed while nobody looked, is
        `age-unknown`. What comes of a measurement that we saw is new, whatever the clock says: it
        may have been set back.
Rule 3: an early indication is not a result. A result without a mean is taken after
        `WAIT_FOR_MEAN_CYCLES` rounds, one without a diastolic pressure never.
Rule 4: the pulse of the cuff is another object of the same round; with another stamp it is not
        of this measurement.
Rule 5 (UNCERTAIN, no recording shows it): a measurement failed when its values stay invalid for
        `FAILED_AFTER_CYCLES` rounds after it ran, or under a new stamp.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from devices.conversation import cuff_result
from devices.drivers.philips_intellivue.numerics import PRESSURE, converted
from devices.drivers.philips_intellivue.values import (
    ABSOLUTE_STAMP,
    EARLY,
    INVALID,
    ONGOING,
    UNAVAILABLE,
    Attributes,
    Observed,
    iso,
    moment,
)
from devices.errors import ContentError
from devices.session import DeviceEvent
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    DeviceNote,
    DeviceNoteKind,
    Quality,
)

WAIT_FOR_MEAN_CYCLES = 10
FAILED_AFTER_CYCLES = 3
UNWATCHED_AFTER_S = 60.0
FUTURE_S = 90.0
"""A stamp so far ahead of the monitor's own clock says that the clock was set."""

SYSTOLIC = frozenset({0x4A05, 0xF0A1})
DIASTOLIC = frozenset({0x4A06, 0xF0A2})
MEAN = frozenset({0x4A07, 0xF0A3})
CUFF_PULSE = 0xF0E5
PRESSURES = SYSTOLIC | DIASTOLIC | MEAN
"""The bedside module's, and those of telemetry."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The NBP object as it is on the monitor's screen now; a None is an empty place."""

    stamp: datetime | None
    sbp: float | None
    dbp: float | None
    mean: float | None
    quality: Quality
    early: bool
    ongoing: bool
    invalid: bool

    @property
    def empty(self) -> bool:
        return self.sbp is None and self.dbp is None and self.mean is None


def shown(said: list[Observed], attributes: Attributes) -> Shown:
    """Raises `ContentError` for a pressure in a unit that is none."""
    state = 0
    quality = Quality.GOOD
    values: dict[int, float | None] = {}
    for one in said:
        state |= one.state
        quality = _worse(quality, one.quality)
        place = 0 if one.physio in SYSTOLIC else 1 if one.physio in DIASTOLIC else 2
        values[place] = _pressure(one)
    return Shown(
        stamp=moment(attributes.get(ABSOLUTE_STAMP, b"")),
        sbp=values.get(0),
        dbp=values.get(1),
        mean=values.get(2),
        quality=quality,
        early=bool(state & EARLY),
        ongoing=bool(state & ONGOING),
        invalid=bool(state & INVALID) and not state & UNAVAILABLE,
    )


def _pressure(one: Observed) -> float | None:
    if one.lost is not None or one.value is None:
        return None
    if one.unit not in PRESSURE:
        raise ContentError(f"a cuff pressure in the unit {one.unit:04X}")
    return converted(one.value, PRESSURE[one.unit])


def _worse(one: Quality, other: Quality) -> Quality:
    return next(
        (worst for worst in (Quality.DEMO, Quality.POOR) if worst in {one, other}), Quality.GOOD
    )


Measurement = tuple[datetime | None, float | None, float | None]
"""What tells one measurement from another: stamp, systolic, diastolic."""


class Cuff:
    """Hears the objects of each round; at its end says what is new."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._opened_at: float | None = None
        self._now: Shown | None = None
        self._pulse: tuple[float, datetime | None] | None = None
        self._known: Measurement | None = None
        self._last_stamp: datetime | None = None
        self._seen_at: float | None = None
        self._waited = 0
        self._measuring = False
        self._ended_at: float | None = None
        self._ran = False
        self._invalid_cycles = 0

    def opened(self, at: float) -> None:
        if self._opened_at is None:
            self._opened_at = at
        self._now = None
        self._pulse = None

    def hear(self, now: Shown) -> None:
        if self._now is None or self._now.empty:
            self._now = now

    def hear_pulse(self, said: Observed, attributes: Attributes) -> None:
        if said.lost is None and said.value is not None:
            self._pulse = (said.value, moment(attributes.get(ABSOLUTE_STAMP, b"")))

    def cycle_ended(self, at: float, clock: datetime | None, *, demo: bool) -> list[DeviceEvent]:
        now, self._now = self._now, None
        pulse, self._pulse = self._pulse, None
        if now is None:
            return []
        if demo:
            now = replace(now, quality=Quality.DEMO)
        watched = self._seen_at is not None and at - self._seen_at <= UNWATCHED_AFTER_S
        self._seen_at = at
        events = [*self._cycle(now, at), *self._failed(now)]
        if self._is_new(now):
            self._known = (now.stamp, now.sbp, now.dbp)
            events.append(self._result(now, pulse, self._age(now, at, clock, watched=watched)))
        return events

    def _cycle(self, now: Shown, at: float) -> list[DeviceEvent]:
        """The cuff began or ended to measure."""
        if now.ongoing is self._measuring:
            return []
        self._measuring = now.ongoing
        self._ended_at = None if now.ongoing else at
        self._ran = True
        kind = DeviceNoteKind.MEASURING if now.ongoing else DeviceNoteKind.IDLE
        return [DeviceNote(kind, "", self._source)]

    def _failed(self, now: Shown) -> list[DeviceEvent]:
        stamp, self._last_stamp = self._last_stamp, now.stamp
        if now.stamp is not None and stamp is not None and now.stamp != stamp:
            self._ran = True
        if not (self._ran and now.invalid and now.empty) or now.ongoing:
            self._invalid_cycles = 0
            return []
        self._invalid_cycles += 1
        if self._invalid_cycles < FAILED_AFTER_CYCLES:
            return []
        self._ran = False
        return [CuffFailed(CuffFailure.FAILED, self._source)]

    def _is_new(self, now: Shown) -> bool:
        if now.sbp is None or now.dbp is None or now.early:
            self._waited = 0
            if now.empty and now.stamp is None:
                # Without stamps, emptiness is what tells two equal results apart.
                self._known = None
            return False
        if (now.stamp, now.sbp, now.dbp) == self._known:
            return False
        self._waited += 1
        if now.mean is None and self._waited <= WAIT_FOR_MEAN_CYCLES:
            return False
        self._waited = 0
        self._ran = False
        return True

    def _age(
        self, now: Shown, at: float, clock: datetime | None, *, watched: bool
    ) -> tuple[float | None, Quality]:
        """How old the result is, and what that makes of it."""
        if now.stamp is not None and clock is not None:
            age_s = (clock - now.stamp).total_seconds()
            if age_s > -FUTURE_S:
                age_s = max(age_s, 0.0)
                before = self._opened_at is None or at - age_s <= self._opened_at
                if not before:
                    return age_s, Quality.GOOD
                if not self._just_measured(at):
                    return age_s, Quality.BEFORE_SESSION
        return None, Quality.GOOD if watched else Quality.AGE_UNKNOWN

    def _just_measured(self, at: float) -> bool:
        """We saw the measurement whose result this is."""
        return self._ended_at is not None and at - self._ended_at <= UNWATCHED_AFTER_S

    def _result(
        self,
        now: Shown,
        pulse: tuple[float, datetime | None] | None,
        aged: tuple[float | None, Quality],
    ) -> DeviceEvent:
        age_s, quality = aged
        rate = None
        if pulse is not None and pulse[1] in {None, now.stamp}:
            rate = pulse[0]
        try:
            result = cuff_result(
                now.sbp or 0.0,
                now.dbp or 0.0,
                now.mean,
                rate,
                source=self._source,
                quality=_overall(now.quality, quality),
                age_s=age_s,
            )
        except ContentError as error:
            return error
        return replace(result, device_time=iso(now.stamp))


def _overall(shown_as: Quality, aged: Quality) -> Quality:
    """Demonstration before age, age before doubt: none of them is judged."""
    if shown_as is Quality.DEMO or aged is Quality.GOOD:
        return shown_as
    return aged
