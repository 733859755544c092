"""The resting value of each sign, from what was measured before the treatment began.

Pressure: the mean of the last two of (up to) three cuff results. Rates and SpO2: the median of the
last two minutes, so that one artefact does not become a reference.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from statistics import fmean, median

from monitor.events import BaselineAccepted, SetBaseline
from monitor.latest import Cuffed
from monitor.vitals import VitalSign

RECENT_S = 120.0
_KEPT = 600


class RestingValues:
    """Collects while the patient rests; `accept` makes the baseline of the session."""

    def __init__(self) -> None:
        self._heart: deque[tuple[float, float]] = deque(maxlen=_KEPT)
        self._spo2: deque[tuple[float, float]] = deque(maxlen=_KEPT)

    def heart(self, value: float, now: float) -> None:
        self._heart.append((now, value))

    def take(self, sign: VitalSign, value: float, now: float) -> None:
        if sign is VitalSign.SPO2:
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


def given(command: SetBaseline, known: BaselineAccepted | None) -> BaselineAccepted:
    """A baseline given by hand; what it leaves open stays as it was."""
    before = known or BaselineAccepted(None, None, None, None)
    return BaselineAccepted(
        sbp=before.sbp if command.sbp is None else command.sbp,
        dbp=before.dbp if command.dbp is None else command.dbp,
        hr=before.hr if command.hr is None else command.hr,
        spo2=before.spo2 if command.spo2 is None else command.spo2,
    )
