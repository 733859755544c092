"""What is known of each sign now: its newest value while that is fresh, else why there is none.

Rule 1: a value older than its device's freshness is not a value. It goes blank at that moment, not
        when somebody looks.
Rule 2: a cuff result is an event with an age; it is never "live".
"""

from __future__ import annotations

from dataclasses import dataclass

from monitor.clock import whole_ms
from monitor.events import DeviceFacts
from monitor.vitals import (
    JUDGED,
    CuffResult,
    LostReason,
    Quality,
    Reading,
    SignalLost,
    VitalSign,
)

FRESH_BY_DEFAULT_S = 5.0


@dataclass(frozen=True, slots=True)
class Held:
    """A continuous value and when it came."""

    reading: Reading
    at: float

    @property
    def judgeable(self) -> bool:
        return self.reading.quality in JUDGED


@dataclass(frozen=True, slots=True)
class Missing:
    """A sign that had a value of `source` and has none since `since`."""

    reason: str
    since: float
    source: str


@dataclass(frozen=True, slots=True)
class Cuffed:
    """A cuff result and when it came."""

    result: CuffResult
    at: float

    @property
    def judgeable(self) -> bool:
        return self.result.quality in JUDGED


class Latest:
    def __init__(self, devices: tuple[DeviceFacts, ...]) -> None:
        self._fresh_for = {device.source: device.fresh_for_s for device in devices}
        self.held: dict[VitalSign, Held] = {}
        self.missing: dict[VitalSign, Missing] = {}
        self.cuffs: list[Cuffed] = []

    def take(self, reading: Reading, now: float) -> None:
        self.held[reading.sign] = Held(reading, now)
        self.missing.pop(reading.sign, None)

    def lose(self, lost: SignalLost, now: float) -> None:
        """Only a sign that had a value can lose it; of one that is lost the reason is learnt."""
        known = self.missing.get(lost.sign)
        if self.held.pop(lost.sign, None) is not None:
            self.missing[lost.sign] = Missing(lost.reason, now, lost.source)
        elif known is not None:
            self.missing[lost.sign] = Missing(lost.reason, known.since, lost.source)

    def lose_all(self, reason: str, since: float, source: str | None = None) -> list[VitalSign]:
        """Nothing of this device (None: of any) is known any more; the signs that went."""
        gone = [sign for sign, held in self.held.items() if source in {None, held.reading.source}]
        for sign in gone:
            self.missing[sign] = Missing(reason, since, self.held.pop(sign).reading.source)
        return gone

    def give_grace(self, source: str, now: float) -> None:
        """The line is back: what the sensors did meanwhile is unknown, their clocks begin now."""
        for sign, missing in self.missing.items():
            if missing.source == source:
                self.missing[sign] = Missing(missing.reason, now, source)

    def take_cuff(self, result: CuffResult, now: float) -> None:
        self.cuffs.append(Cuffed(result, now))

    def expire(self, now: float) -> list[VitalSign]:
        """Blank what is too old at `now`; the signs that went."""
        gone = [sign for sign, held in self.held.items() if self._expires(held) <= now]
        for sign in gone:
            source = self.held.pop(sign).reading.source
            self.missing[sign] = Missing(LostReason.NO_VALUE, now, source)
        return gone

    def expires_at(self) -> float | None:
        return min((self._expires(held) for held in self.held.values()), default=None)

    def _expires(self, held: Held) -> float:
        fresh_for_s = self._fresh_for.get(held.reading.source, FRESH_BY_DEFAULT_S)
        return whole_ms(held.at + fresh_for_s)

    def heart(self) -> Held | None:
        """The rate that HR alarms judge: ECG, else the oximeter's pulse; never the cuff's."""
        for sign in (VitalSign.HR, VitalSign.PULSE):
            held = self.held.get(sign)
            if held is not None and held.judgeable:
                return held
        return None

    def last_cuff(self) -> Cuffed | None:
        return self.cuffs[-1] if self.cuffs else None

    def last_counted_cuff_at(self) -> float | None:
        """When the last cuff result came that belongs to this session; None = there was none."""
        for cuffed in reversed(self.cuffs):
            if cuffed.result.quality not in {Quality.BEFORE_SESSION, Quality.AGE_UNKNOWN}:
                return cuffed.at
        return None
