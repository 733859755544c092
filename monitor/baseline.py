"""The resting value of each sign, from what was measured before the treatment began.

Pressure: the mean of the last two of (up to) three cuff results. Rates and SpO2: the median of the
last two minutes, so that one artefact does not become a reference.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from statistics import fmean, median

from monitor.commands import SetBaseline
from monitor.latest import Cuffed
from monitor.outcomes import BaselineAccepted

RECENT_S = 120.0
_KEPT = 600


class RestingValues:
    """Collects while the patient rests; `accept` makes the baseline of the session."""

    def __init__(self) -> None:
        self._heart: deque[tuple[float, float]] = deque(maxlen=_KEPT)
        self._spo2: deque[tuple[float, float]] = deque(maxlen=_KEPT)

    def heart(self, value: float, now: float) -> None:
        self._heart.append((now, value))

    def spo2(self, value: float, now: float) -> None:
        self._spo2.append((now, value))

    def accept(self, cuffs: Sequence[Cuffed], now: float) -> BaselineAccepted:
        judged = [cuffed.result for cuffed in cuffs if cuffed.judgeable][-2:]
        return BaselineAccepted(
            sbp=round(fmean(result.sbp for result in judged), 1) if judged else None,
            dbp=round(fmean(result.dbp for result in judged), 1) if judged else None,
            hr=_recent(self._heart, now),
            spo2=_recent(self._spo2, now),
        )


def _recent(values: deque[tuple[float, float]], now: float) -> float | None:
    recent = [value for at, value in values if at >= now - RECENT_S]
    return round(median(recent), 1) if recent else None


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
