"""The resting value of each sign, from what was measured before the treatment began.

Pressure: the mean of the last two of (up to) three cuff results. Rates and SpO2: the median of the
last two minutes, so that one artefact does not become a reference.

Rule: of each value it is remembered which devices it came from, and when: a person may say later
      that one of them was not this patient's monitor.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from statistics import fmean, median

from monitor.commands import SetBaseline
from monitor.latest import Cuffed
from monitor.outcomes import BaselineAccepted
from monitor.vitals import VitalSign

RECENT_S = 120.0
_KEPT = 1200
"""Of one value a second: more than a start may be entered late, and the time before it."""
_NAMES = ("sbp", "dbp", "hr", "spo2")
Origins = dict[str, tuple[tuple[str, float], ...]]
"""Of each resting value that devices measured: those devices, and when each said it last."""
_Said = tuple[float, float, str]
"""When, the value, and the device that said it."""


class RestingValues:
    """Collects while the patient rests; `accept` makes the baseline of the session."""

    def __init__(self) -> None:
        self._heart: deque[_Said] = deque(maxlen=_KEPT)
        self._spo2: deque[_Said] = deque(maxlen=_KEPT)
        self._rr: deque[_Said] = deque(maxlen=_KEPT)

    def heart(self, value: float, now: float, source: str = "") -> None:
        self._heart.append((now, value, source))

    def spo2(self, value: float, now: float, source: str = "") -> None:
        self._spo2.append((now, value, source))

    def value(self, sign: VitalSign, value: float, now: float, source: str) -> None:
        """Of the signs that are taken as they come; the heart rate is chosen among two."""
        if sign is VitalSign.SPO2:
            self.spo2(value, now, source)
        elif sign is VitalSign.RR:
            self._rr.append((now, value, source))

    def rr(self, now: float) -> float | None:
        return _recent(self._rr, now)

    def last_heart(self) -> tuple[float, float] | None:
        """When the last rate came, and the median of the two minutes before it; None = none."""
        return _last(self._heart)

    def last_spo2(self) -> tuple[float, float] | None:
        return _last(self._spo2)

    def accept(self, cuffs: Sequence[Cuffed], now: float) -> BaselineAccepted:
        judged = [cuffed.result for cuffed in _resting_cuffs(cuffs)]
        return BaselineAccepted(
            sbp=round(fmean(result.sbp for result in judged), 1) if judged else None,
            dbp=round(fmean(result.dbp for result in judged), 1) if judged else None,
            hr=_recent(self._heart, now),
            spo2=_recent(self._spo2, now),
        )

    def origins(
        self, known: BaselineAccepted | None, cuffs: Sequence[Cuffed], now: float
    ) -> Origins:
        """Where the values come from that `accept` adds to what was known."""
        pressures = tuple((one.result.source, one.at) for one in _resting_cuffs(cuffs))
        heart, spo2 = _speakers(self._heart, now), _speakers(self._spo2, now)
        said = zip(_NAMES, (pressures, pressures, heart, spo2), strict=True)
        return {
            name: origin for name, origin in said if known is None or _value(known, name) is None
        }


def _resting_cuffs(cuffs: Sequence[Cuffed]) -> list[Cuffed]:
    return [cuffed for cuffed in cuffs if cuffed.judgeable][-2:]


def _last_two_minutes(values: Sequence[_Said], now: float) -> Iterator[_Said]:
    """Newest first. What came after `now` is left out: it may be asked about a moment gone by."""
    for said in reversed(values):
        if said[0] < now - RECENT_S:
            return
        if said[0] <= now:
            yield said


def _recent(values: Sequence[_Said], now: float) -> float | None:
    recent = [value for _at, value, _source in _last_two_minutes(values, now)]
    return round(median(recent), 1) if recent else None


def _last(values: Sequence[_Said]) -> tuple[float, float] | None:
    if not values:
        return None
    at = values[-1][0]
    found = _recent(values, at)
    return None if found is None else (at, found)


def _speakers(values: Sequence[_Said], now: float) -> tuple[tuple[str, float], ...]:
    last: dict[str, float] = {}
    for at, _value, source in _last_two_minutes(values, now):
        last.setdefault(source, at)
    return tuple(last.items())


def _value(known: BaselineAccepted, name: str) -> float | None:
    found: float | None = getattr(known, name)
    return found


def filled(known: BaselineAccepted | None, resting: BaselineAccepted) -> BaselineAccepted:
    """What was given by hand stands; what it leaves open is as the record gives it."""
    if known is None:
        return resting
    return BaselineAccepted(
        sbp=resting.sbp if known.sbp is None else known.sbp,
        dbp=resting.dbp if known.dbp is None else known.dbp,
        hr=resting.hr if known.hr is None else known.hr,
        spo2=resting.spo2 if known.spo2 is None else known.spo2,
    )


def given(command: SetBaseline, known: BaselineAccepted | None) -> BaselineAccepted:
    """A baseline given by hand; what it leaves open stays as it was."""
    said = BaselineAccepted(command.sbp, command.dbp, command.hr, command.spo2)
    return said if known is None else filled(said, known)


def still_measured(origins: Origins, command: SetBaseline) -> Origins:
    """What was given by hand comes from no device any more."""
    return {name: said for name, said in origins.items() if getattr(command, name) is None}


def without(
    known: BaselineAccepted | None, origins: Origins, source: str, sure_until: float
) -> BaselineAccepted | None:
    """What is left when this device spoke of another patient after `sure_until`.

    None = there is no baseline any more, and a new one is wanted.
    """
    if known is None:
        return None
    strange = {
        name
        for name, said in origins.items()
        if any(device == source and at > sure_until for device, at in said)
    }
    left = [None if name in strange else _value(known, name) for name in _NAMES]
    return None if strange and not any(left) else BaselineAccepted(*left)
