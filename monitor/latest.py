"""What is known of each sign now: its newest value while that is fresh, else why there is none.

Rule 1: a value older than its device's freshness is not a value. It goes blank at that moment, not
        when somebody looks.
Rule 2: a cuff result is an event with an age; it is never "live".
Rule 3: of several devices that give a sign, it is taken from the first in order that has a fresh
        value of it. The values of those behind it are remembered, so that the next one takes over
        at the very moment at which the first has none, and makes way when it has one again.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import chain

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
COUNTED_FRESH_S = 60.0
"""A rate that a person counted is shown so long."""
MANUAL = "manual"
"""The source of what a person measured."""


@dataclass(frozen=True, slots=True)
class Held:
    """A continuous value and when it came."""

    reading: Reading
    at: float

    @property
    def judgeable(self) -> bool:
        return self.reading.quality in JUDGED

    @property
    def poor(self) -> bool:
        """The device itself does not trust it."""
        return self.reading.quality in {Quality.POOR, Quality.ARTEFACT}


@dataclass(frozen=True, slots=True)
class Missing:
    """A sign that had a value of `source` and has none since `since`."""

    reason: str
    since: float
    source: str


@dataclass(frozen=True, slots=True)
class Cuffed:
    """A cuff result and when it came. `doubted`: a repeat, or a person, did not confirm it.

    `strange`: a person said that it is of another patient's monitor.
    """

    result: CuffResult
    at: float
    doubted: bool = False
    strange: bool = False

    @property
    def judgeable(self) -> bool:
        return self.result.quality in JUDGED and not self.doubted


class Latest:
    """`devices` in order of priority. A source that is none of them stands behind them all."""

    def __init__(self, devices: tuple[DeviceFacts, ...]) -> None:
        self._fresh_for = {device.source: device.fresh_for_s for device in devices}
        self._fresh_for.setdefault(MANUAL, COUNTED_FRESH_S)
        self._order = [device.source for device in devices]
        self._several = len(devices) > 1
        self._preferred: dict[VitalSign, list[str]] = {}
        self._by_source: dict[VitalSign, dict[str, Held]] = {}
        """Only where there are several devices: the newest value of each."""
        self.held: dict[VitalSign, Held] = {}
        self.missing: dict[VitalSign, Missing] = {}
        self.cuffs: list[Cuffed] = []
        self.late: list[Cuffed] = []
        """Pressures that were entered too long after their measurement to be current ones."""

    def take(self, reading: Reading, now: float) -> bool:
        """True when the sign is taken from this reading; False while another device is before."""
        first = held = Held(reading, now)
        if self._several:
            first = self._compared(held, now)
        self.held[reading.sign] = first
        self.missing.pop(reading.sign, None)
        return first is held

    def prefer(self, sign: VitalSign, source: str, now: float) -> None:
        """From now on this sign is taken from this device, while it has a value."""
        others = [other for other in self._preferred.get(sign, []) if other != source]
        self._preferred[sign] = [source, *others]
        if sign in self.held:
            self.held[sign] = self._first(sign, now) or self.held[sign]

    def lose(self, lost: SignalLost, now: float) -> None:
        """Only a sign that had a value can lose it; of one that is lost the reason is learnt."""
        self._by_source.get(lost.sign, {}).pop(lost.source, None)
        held, known = self.held.get(lost.sign), self.missing.get(lost.sign)
        if held is not None:
            if self._concerns(lost, held.reading.source):
                self._fall_back(lost.sign, Missing(lost.reason, now, lost.source), now)
        elif known is not None and self._concerns(lost, known.source):
            self.missing[lost.sign] = Missing(lost.reason, known.since, lost.source)

    def lose_all(self, reason: str, since: float, source: str | None = None) -> list[VitalSign]:
        """Nothing of this device (None: of any) is known any more; the signs that went."""
        for values in self._by_source.values():
            for gone_source in [one for one in values if source in {None, one}]:
                del values[gone_source]
        gone = [sign for sign, held in self.held.items() if source in {None, held.reading.source}]
        for sign in gone:
            self._fall_back(sign, Missing(reason, since, self.held[sign].reading.source), since)
        return gone

    def give_grace(self, source: str, now: float) -> None:
        """The line is back: what the sensors did meanwhile is unknown, their clocks begin now."""
        for sign, missing in self.missing.items():
            if missing.source == source:
                self.missing[sign] = Missing(missing.reason, now, source)

    def take_cuff(self, result: CuffResult, now: float) -> None:
        self.cuffs.append(Cuffed(result, now))

    def take_late(self, result: CuffResult, measured_at: float) -> None:
        self.late.append(Cuffed(result, measured_at))

    def doubt_cuff(self, at: float) -> None:
        """The result that came then was not confirmed; of several the first not doubted yet."""
        for place, cuffed in enumerate(self.cuffs):
            if cuffed.at == at and cuffed.judgeable:
                self.cuffs[place] = replace(cuffed, doubted=True)
                return

    def disown_cuffs(self, source: str, moments: Collection[float]) -> None:
        """What this device said at these moments was of another patient."""
        for place, cuffed in enumerate(self.cuffs):
            if cuffed.result.source == source and cuffed.at in moments:
                self.cuffs[place] = replace(cuffed, strange=True)

    def expire(self, now: float) -> list[VitalSign]:
        """Blank what is too old at `now`; the signs that went."""
        gone = [sign for sign, held in self.held.items() if self._expires(held) <= now]
        for sign in gone:
            source = self.held[sign].reading.source
            self._fall_back(sign, Missing(LostReason.NO_VALUE, now, source), now)
        return gone

    def expires_at(self) -> float | None:
        return min((self._expires(held) for held in self.held.values()), default=None)

    def _expires(self, held: Held) -> float:
        fresh_for_s = self._fresh_for.get(held.reading.source, FRESH_BY_DEFAULT_S)
        return whole_ms(held.at + fresh_for_s)

    def _compared(self, held: Held, now: float) -> Held:
        """Remember this value; the one that its sign is taken from now."""
        sign, source = held.reading.sign, held.reading.source
        self._by_source.setdefault(sign, {})[source] = held
        if source not in self._order:
            self._order.append(source)
        return self._first(sign, now) or held

    def _first(self, sign: VitalSign, now: float) -> Held | None:
        """The fresh value of the first device in order that has one."""
        values = self._by_source.get(sign, {})
        for source in chain(self._preferred.get(sign, ()), self._order):
            held = values.get(source)
            if held is not None and self._expires(held) > now:
                return held
        return None

    def _concerns(self, lost: SignalLost, source: str) -> bool:
        """What one of several devices lost says nothing of another one's value."""
        return not self._several or lost.source == source

    def _fall_back(self, sign: VitalSign, missing: Missing, now: float) -> None:
        """The value is gone: the next device takes over, or there is none any more."""
        del self.held[sign]
        first = self._first(sign, now)
        if first is None:
            self.missing[sign] = missing
        else:
            self.held[sign] = first

    def heart(self) -> Held | None:
        """The rate that HR alarms judge: ECG, else the oximeter's pulse; never the cuff's."""
        for sign in (VitalSign.HR, VitalSign.PULSE):
            held = self.held.get(sign)
            if held is not None and held.judgeable:
                return held
        return None

    def last_cuff(self) -> Cuffed | None:
        return self.cuffs[-1] if self.cuffs else None

    def last_judged_cuff_at(self) -> float | None:
        """When the newest result came that is judged; None = there was none."""
        return next((cuffed.at for cuffed in reversed(self.cuffs) if cuffed.judgeable), None)

    def last_counted_cuff_at(self) -> float | None:
        """When the last cuff result came that belongs to this session; None = there was none."""
        for cuffed in reversed(self.cuffs):
            ours = cuffed.result.quality not in {Quality.BEFORE_SESSION, Quality.AGE_UNKNOWN}
            if ours and not cuffed.strange:
                return cuffed.at
        return None
