"""What the conversations of different monitors share.

Rule 1: a loss is said once, until the sign has a value again.
Rule 2: a number that no living patient can have is a loss, or for the cuff an error, and never
        a value.
Rule 3: a state the monitor repeats with every frame is said when it changes.
"""

from __future__ import annotations

from devices.errors import ContentError
from monitor.vitals import (
    SIGNS,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    LostReason,
    Observation,
    Quality,
    Reading,
    SignalLost,
    VitalSign,
)


class Signs:
    """The continuous signs of one monitor: which of them are lost."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._lost: set[VitalSign] = set()

    def reopened(self) -> None:
        """What is still lost is said once more: the listener may have given up on us."""
        self._lost.clear()

    def hear(
        self,
        sign: VitalSign,
        value: float | None,
        why: LostReason = LostReason.NO_VALUE,
        *,
        quality: Quality = Quality.GOOD,
        device_time: str | None = None,
    ) -> list[Observation]:
        """The monitor shows `value`; None = none, because of `why`."""
        if value is not None:
            if SIGNS[sign].plausible(value):
                self._lost.discard(sign)
                return [Reading(sign, float(value), self._source, quality, device_time)]
            why = LostReason.OUT_OF_RANGE
        if sign in self._lost:
            return []
        self._lost.add(sign)
        return [SignalLost(sign, why, self._source)]


class Notes:
    """What the monitor says about itself; each kind has a text that is said when it changes."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._said: dict[DeviceNoteKind, str] = {}
        self._battery_low = False
        self._bedside_off = ""

    def hear(self, kind: DeviceNoteKind, text: str) -> list[Observation]:
        if self._said.get(kind, "") == text:
            return []
        self._said[kind] = text
        return [DeviceNote(kind, text, self._source)]

    def battery(self, *, low: bool) -> list[Observation]:
        """Said when it runs low, and when it is well again; not at first that it is well."""
        if low is self._battery_low:
            return []
        self._battery_low = low
        kind = DeviceNoteKind.BATTERY_LOW if low else DeviceNoteKind.BATTERY_OK
        return [DeviceNote(kind, "", self._source)]

    def bedside_alarm(self, off: str) -> list[Observation]:
        """`off` is why its own alarm makes no sound, in its words; empty = it sounds.

        Said when it changes; not at first that it sounds.
        """
        if off == self._bedside_off:
            return []
        self._bedside_off = off
        kind = DeviceNoteKind.BEDSIDE_ALARM_OFF if off else DeviceNoteKind.BEDSIDE_ALARM_ON
        return [DeviceNote(kind, off, self._source)]


CuffLine = tuple[float | None, float | None, float | None, float | None]
"""Systolic, diastolic, mean, pulse as a monitor repeats them; None = empty."""
NO_PRESSURES: CuffLine = (None, None, None, None)

WAIT_FOR_MEAN_FRAMES = 3
"""A result whose mean stays empty for so many frames is taken without one."""


class CuffWatch:
    """Tells a new cuff result from a repeated one, by the change of what is repeated alone.

    For monitors that give neither a time stamp nor a counter. Two identical results in a row
    without emptiness between them cannot be told apart.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._known: CuffLine | None = None
        self._coming: CuffLine | None = None
        self._waited = 0
        self._unwatched = True

    def unwatched(self) -> None:
        """Nobody looked for a while: a change found now happened at an unknown moment."""
        self._unwatched = True

    def hear(self, line: CuffLine) -> list[CuffResult]:
        """Raises `ContentError` once for a new result that cannot be."""
        if line == NO_PRESSURES:
            self._known = None
            self._unwatched = False
            return []
        if self._known is not None and _same_result(self._known, line):
            self._known = _filled_in(self._known, line)
            self._unwatched = False
            return []
        sbp, dbp, mean, pulse = line
        if sbp is None or dbp is None or (mean is None and self._waits(line)):
            return []
        self._known = line
        quality = Quality.AGE_UNKNOWN if self._unwatched else Quality.GOOD
        self._unwatched = False
        return [cuff_result(sbp, dbp, mean, pulse, source=self._source, quality=quality)]

    def _waits(self, line: CuffLine) -> bool:
        if line != self._coming:
            self._coming = line
            self._waited = 0
        self._waited += 1
        return self._waited <= WAIT_FOR_MEAN_FRAMES


def _same_result(known: CuffLine, line: CuffLine) -> bool:
    """An empty field contradicts nothing: the monitor fills its line in piece by piece."""
    pairs = zip(known, line, strict=True)
    return all(one is None or other is None or one == other for one, other in pairs)


def _filled_in(known: CuffLine, line: CuffLine) -> CuffLine:
    """What is known of a result after one more look at it."""
    sbp, dbp, mean, pulse = (
        new if old is None else old for old, new in zip(known, line, strict=True)
    )
    return sbp, dbp, mean, pulse


MISSED_S = 15.0
"""No two cuff measurements end closer together, and no counter is that wrong."""


class SinceCounter:
    """Notices when a counter of the seconds since something begins anew."""

    def __init__(self) -> None:
        self._at: float | None = None
        self._age_s: int | None = None

    def restarted(self, age_s: int | None, at: float) -> bool:
        """Also true for the first time. None = the counter has run out."""
        before_at, before = self._at, self._age_s
        self._at, self._age_s = at, age_s
        if before_at is None:
            return True
        if age_s is None:
            return False
        return before is None or age_s < before or age_s < before + at - before_at - MISSED_S


def cuff_result(
    sbp: float,
    dbp: float,
    mean: float | None,
    pulse: float | None,
    *,
    source: str,
    quality: Quality = Quality.GOOD,
    age_s: float | None = None,
) -> CuffResult:
    """Raises `ContentError` if these cannot be the pressures of a living patient.

    A mean or a pulse that cannot be is left out.
    """
    for sign, value in ((VitalSign.SBP, sbp), (VitalSign.DBP, dbp)):
        if not SIGNS[sign].plausible(value):
            raise ContentError(f"cuff result {sbp:g}/{dbp:g}: {sign} {value:g} is not possible")
    if dbp >= sbp:
        raise ContentError(f"cuff result {sbp:g}/{dbp:g}: diastolic is not below systolic")
    return CuffResult(
        sbp=float(sbp),
        dbp=float(dbp),
        map=possible(VitalSign.MAP, mean),
        pulse=possible(VitalSign.NIBP_PULSE, pulse),
        source=source,
        quality=quality,
        age_s=age_s,
    )


def possible(sign: VitalSign, value: float | None) -> float | None:
    """The value, if it is one that a living patient can have; else None."""
    return float(value) if value is not None and SIGNS[sign].plausible(value) else None
